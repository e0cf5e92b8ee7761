"""The languages we know, one record each: no guessing of names, no locale lookups by similarity."""

from dataclasses import replace

from builder.languages.cldr import TWO_SCRIPTS, cldr_language
from builder.languages.pseudo import PSEUDO
from builder.languages.record import Language

__all__ = ["LANGUAGES", "Language", "find_language", "leaves_script_open", "listed_language"]

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
        tag="cnr", name="crnogorski", english="Montenegrin", script="Latin", direction="ltr", office="sr-Latn-ME",
        cldr="sr_Latn_ME", plural_forms=_THREE_FORMS, quotes=("„", "“", "‘", "‘"), decimal=",",
        alphabet="a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š ś t u v z ž ź", hyphenation="sr_Latn",
    ),
    Language(
        tag="hr", name="hrvatski", english="Croatian", script="Latin", direction="ltr", office="hr-HR", cldr="hr",
        plural_forms=_THREE_FORMS, quotes=("„", "“", "‘", "’"), decimal=",", alphabet=_GAJ, hyphenation="hr",
    ),
    Language(
        tag="bs", name="bosanski", english="Bosnian", script="Latin", direction="ltr", office="bs-Latn-BA", cldr="bs",
        plural_forms=_THREE_FORMS, quotes=("„", "”", "‘", "’"), decimal=",", alphabet=_GAJ, hyphenation="hr",
    ),
)  # fmt: skip
_BY_TAG = {language.tag: language for language in (*LANGUAGES, *PSEUDO)}


def find_language(tag: str) -> Language | None:
    """Return the record of a BCP 47 tag: ours, else one made from CLDR's data, else None.

    One of our languages in a certain region, such as ``sq-XK``, is ours but for its name. A bare ``sr`` has none, on
    purpose: it does not say in which script.
    """
    listed = listed_language(tag)
    made = cldr_language(tag) if listed is None else None
    base = listed_language(tag.rpartition("-")[0])
    if made is None or base is None:
        return listed or made
    return replace(base, tag=tag, name=made.name, english=made.english, office=made.office, cldr=made.cldr)


def listed_language(tag: str) -> Language | None:
    """Return our own record of a tag; for words in a third language, which need little and come often."""
    return _BY_TAG.get(tag)


def leaves_script_open(tag: str) -> bool:
    """Return whether a tag is Serbian without a word on its script, such as ``sr`` or ``sr-RS``."""
    language, *others = tag.split("-")
    return language in TWO_SCRIPTS and not any(len(part) == 4 for part in others)
