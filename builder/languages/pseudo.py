"""Languages that nobody speaks: English dressed up, to see what a layout does before the translations are there."""

import re
from collections.abc import Callable
from math import ceil

from builder.languages.record import Language

_TWO_FORMS = "nplurals=2; plural=(n != 1);"
PSEUDO: tuple[Language, ...] = (
    Language(
        tag="en-XA", name="Ḗƞɠŀīşħ (accents)", english="Pseudo-English (accents)", script="Latin", direction="ltr",
        office="en-GB", cldr="en_GB", plural_forms=_TWO_FORMS, quotes=("“", "”", "‘", "’"), decimal=".",
        alphabet="a b c d e f g h i j k l m n o p q r s t u v w x y z", hyphenation=None,
    ),
    Language(
        tag="qps-Cyrl", name="Енглиш (Cyrillic)", english="Pseudo-English (Cyrillic)", script="Cyrillic",
        direction="ltr", office="sr-Cyrl-RS", cldr="en_GB", plural_forms=_TWO_FORMS, quotes=("„", "“", "‚", "‘"),
        decimal=",", alphabet="а б в г д ђ ѓ е ж з ѕ и ј к л љ м н њ о п р с т ћ ќ у ф х ц ч џ ш", hyphenation=None,
    ),
    Language(
        tag="ar-XB", name="\u202eEnglish\u202c", english="Pseudo-English (right to left)", script="Arabic",
        direction="rtl", office="ar-SA", cldr="en_GB", plural_forms=_TWO_FORMS, quotes=("“", "”", "‘", "’"),
        decimal=".", alphabet="", hyphenation=None,
    ),
)  # fmt: skip
"""CLDR's tags for accents and for the other direction; a private-use tag for Cyrillic letters."""

_GROWTH = 0.35
_LEAST = 3
"""Characters that even the shortest text grows by."""
_ACCENTS = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwYyZz",
    "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵÝýŽž",
)
_CYRILLIC = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "АаБбЦцДдЕеФфГгХхИиЈјКкЛлМмНнОоПпЌќРрСсТтУуВвШшЖжЋћЗз",
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_FILLER = "one two three four five six seven eight nine ten eleven twelve"


def is_pseudo(tag: str) -> bool:
    """Return whether a tag is one of ours that stands for no language."""
    return any(language.tag == tag for language in PSEUDO)


def dressed(words: str, tag: str) -> str:
    """Return words of English as a pseudo-language shows them; what is no letter stays."""
    return _WORD.sub(lambda found: _DRESS[tag](found.group()), words)


def padding(length: int, tag: str) -> str:
    """Return the words that a text of so many characters grows by; empty for languages that do not grow.

    Growth comes in words, as it does in translations, so that lines break as theirs do.
    """
    if tag != "en-XA":
        return ""
    wanted = max(ceil(length * _GROWTH), _LEAST)
    filler = _FILLER.split()
    text = ""
    while len(text) < wanted:
        text += f" {filler[text.count(' ') % len(filler)]}"
    return text[:wanted] if text[wanted - 1] != " " else text[: wanted - 1] + "…"


def _accented(word: str) -> str:
    return word.translate(_ACCENTS)


def _in_cyrillic(word: str) -> str:
    return word.translate(_CYRILLIC)


def _turned(word: str) -> str:
    """Return a word that is shown from right to left, letter by letter, as CLDR's own does."""
    return f"\u200f\u202e{word}\u202c\u200f"


_DRESS: dict[str, Callable[[str], str]] = {"en-XA": _accented, "qps-Cyrl": _in_cyrillic, "ar-XB": _turned}
