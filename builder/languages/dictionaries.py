"""Which spelling dictionaries serve a language, by the names that systems and packages give their files."""

from builder.languages.table import Language

_NAMES = {
    "en": ("en_GB", "en_US"),
    "sq": ("sq_AL", "sq"),
    "mk": ("mk_MK", "mk"),
    "sr-Cyrl": ("sr_RS", "sr"),
    "sr-Latn": ("sr_Latn_RS", "sr-Latn"),
    "bs": ("bs_BA", "sr_Latn_RS", "hr_HR", "hr"),
    "cnr": ("sr_Latn_RS", "bs_BA"),
    "hr": ("hr_HR", "hr"),
}
"""Serbian in Latin letters knows ijekavian words as well; it covers Montenegrin, and more Bosnian than Bosnia's own."""
_IJEKAVIAN = ("bs_BA", "hr_HR", "hr")


def dictionary_names(language: Language) -> tuple[str, ...]:
    """Return the names of a language's dictionaries; a word that any of them knows is known."""
    return _NAMES.get(language.tag, (language.office.replace("-", "_"), language.tag.replace("-", "_")))


def ijekavian_names(language: Language) -> tuple[str, ...]:
    """Return the names of dictionaries without ekavian words, for a language that is written without them."""
    return _IJEKAVIAN if language.tag in ("bs", "cnr", "hr") else ()
