"""The languages we know, one record each: no guessing of names, no locale lookups by similarity."""

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
    script: Literal["Latin", "Cyrillic", "Arabic"]
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


_TWO_FORMS = "nplurals=2; plural=(n != 1);"
_MACEDONIAN = "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);"
_THREE_FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
_GAJ = "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž"

LANGUAGES: tuple[Language, ...] = (
    Language(
        tag="en", name="English", english="English", script="Latin", direction="ltr", office="en-GB", cldr="en_GB",
        plural_forms=_TWO_FORMS, quotes=("“", "”", "‘", "’"), decimal=".",
        alphabet="a b c d e f g h i j k l m n o p q r s t u v w x y z", hyphenation="en_GB",
    ),
    Language(
        tag="sq", name="shqip", english="Albanian", script="Latin", direction="ltr", office="sq-AL", cldr="sq",
        plural_forms=_TWO_FORMS, quotes=("«", "»", "“", "”"), decimal=",",
        alphabet="a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh", hyphenation=None,
    ),
    Language(
        tag="mk", name="македонски", english="Macedonian", script="Cyrillic", direction="ltr", office="mk-MK",
        cldr="mk", plural_forms=_MACEDONIAN, quotes=("„", "“", "‚", "‘"), decimal=",",
        alphabet="а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш", hyphenation=None,
    ),
    Language(
        tag="sr-Cyrl", name="српски (ћирилица)", english="Serbian (Cyrillic)", script="Cyrillic", direction="ltr",
        office="sr-Cyrl-RS", cldr="sr_Cyrl", plural_forms=_THREE_FORMS, quotes=("„", "“", "‘", "‘"), decimal=",",
        alphabet="а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш", hyphenation="sr",
    ),
    Language(
        tag="sr-Latn", name="srpski (latinica)", english="Serbian (Latin)", script="Latin", direction="ltr",
        office="sr-Latn-RS", cldr="sr_Latn", plural_forms=_THREE_FORMS, quotes=("„", "“", "‘", "‘"), decimal=",",
        alphabet=_GAJ, hyphenation="sr_Latn",
    ),
    Language(
        tag="bs", name="bosanski", english="Bosnian", script="Latin", direction="ltr", office="bs-Latn-BA", cldr="bs",
        plural_forms=_THREE_FORMS, quotes=("„", "”", "‘", "’"), decimal=",", alphabet=_GAJ, hyphenation="hr",
    ),
)  # fmt: skip
_BY_TAG = {language.tag: language for language in LANGUAGES}


def find_language(tag: str) -> Language | None:
    """Return the record of a BCP 47 tag, or None; a bare ``sr`` has none, on purpose."""
    return _BY_TAG.get(tag)
