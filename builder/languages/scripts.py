"""Languages written in two scripts: the same word in the other one, so that a learner may answer in either."""

from itertools import product

_CYRILLIC = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š"
LATIN_LETTERS = dict(zip(_CYRILLIC.split(), _LATIN.split(), strict=True))
"""Serbian letters, small, in Cyrillic and in Latin."""
_DIGRAPHS = {latin: cyrillic for cyrillic, latin in LATIN_LETTERS.items() if len(latin) == 2}
_SINGLE = {latin: cyrillic for cyrillic, latin in LATIN_LETTERS.items() if len(latin) == 1}
DERIVED = {"sr-Latn": "sr-Cyrl"}
"""Languages that can be made letter by letter from another one; not the other way round, where readings differ."""
_OTHER = {"sr-Cyrl": "sr-Latn", "sr-Latn": "sr-Cyrl"}
_MOST = 16
"""Spellings of one word; each pair of letters that may be one or two doubles them."""


def other_script(language: str) -> str | None:
    """Return the tag of the same language in its other script; None where it has one only."""
    return _OTHER.get(language)


def in_other_script(text: str, language: str) -> tuple[str, ...]:
    """Return how a text is spelt in the language's other script, in small letters; nothing where it has one only.

    In Latin letters ``nj`` is one letter in *konj* and two in *injekcija*: there are as many spellings as readings,
    the one with single letters first.
    """
    if other_script(language) is None:
        return ()
    small = text.lower()
    spelt = (
        ("".join(LATIN_LETTERS.get(letter, letter) for letter in small),) if language == "sr-Cyrl" else _readings(small)
    )
    return tuple(dict.fromkeys(other for other in spelt if other != small))


def _readings(text: str) -> tuple[str, ...]:
    parts = [_choices(part) for part in _parts(text)]
    doubled = sum(len(choices) > 1 for choices in parts)
    if 2**doubled > _MOST:
        parts = [choices[:1] for choices in parts]
    return tuple("".join(reading) for reading in product(*parts))


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    place = 0
    while place < len(text):
        size = 2 if text[place : place + 2] in _DIGRAPHS else 1
        parts.append(text[place : place + size])
        place += size
    return parts


def _choices(part: str) -> tuple[str, ...]:
    if part in _DIGRAPHS:
        return _DIGRAPHS[part], "".join(_SINGLE[letter] for letter in part)
    return (_SINGLE.get(part, part),)
