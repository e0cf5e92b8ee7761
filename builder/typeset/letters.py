"""How much room text takes in a typeface that is not at hand: told by its letters, rather too much than too little."""

from collections.abc import Iterator

_NARROW = frozenset("iIjlftr.,;:'|!()[]·іј1 ")
_WIDE = frozenset("mwMWQ@%—шщжюмфыњљЊЉШЩЖЮМФЫдДђЂџЏж")
_EMS = (0.36, 0.6, 0.92)


def text_room(text: str) -> float:
    """Return how wide text surely is at most, in ems, in a typeface for reading."""
    return sum(map(_room, text))


def fill_lines(text: str, room: float) -> list[str]:
    """Return text broken into lines of so many ems: at blanks, and inside a word that is longer than a line."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_room(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.extend(_pieces(word, room))
    return lines or [""]


def _pieces(word: str, room: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and text_room(piece + letter) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _room(letter: str) -> float:
    if letter in _WIDE or letter > "\u2fff":
        return 1.0 if letter > "\u2fff" else _EMS[2]
    return _EMS[0] if letter in _NARROW else 0.72 if letter.isupper() else _EMS[1]
