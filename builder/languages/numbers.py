"""Numbers as a language writes them."""

from decimal import Decimal

from builder.languages.table import Language


def decimal_text(value: Decimal, decimals: int, language: Language) -> str:
    """Return a number with so many decimals, such as ``1,070.5``, its thousands apart."""
    if abs(value) < 1000:
        return f"{value:.{decimals}f}".replace("-", "−").replace(".", language.decimal)
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=language.cldr)).replace("-", "−")
