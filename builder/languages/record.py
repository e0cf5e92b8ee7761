"""What one language is: the record that outputs and catalogues read."""

from typing import Literal

from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What outputs and catalogues need to know of a language.

    Quotation marks and plural rules are those of CLDR 47, except where research found CLDR's tools wrong.
    """

    tag: str
    """BCP 47."""
    name: str
    """In the language itself."""
    english: str
    script: str
    """``Latin``, ``Cyrillic``, ``Arabic``, ``Hebrew`` or ``Greek``; of any other, the four letters of ISO 15924."""
    direction: Literal["ltr", "rtl"]
    office: str
    """The tag that office suites know."""
    cldr: str
    """Babel's locale identifier."""
    plural_forms: str
    """The value of the catalogue header ``Plural-Forms``."""
    quotes: tuple[str, str, str, str]
    """Outer opening, outer closing, inner opening, inner closing."""
    decimal: str
    """The decimal mark."""
    alphabet: str
    """Letters in order, digraphs included, separated by blanks; empty for plain code point order."""
    hyphenation: str | None
    """The name of the pattern set, where one is good enough to trust."""
