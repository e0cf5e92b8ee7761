"""The words in an SVG drawing: read from its bytes, and put back in another language."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple
from xml.parsers import expat

_POSITIONS = frozenset(("x", "y", "dx", "dy"))
_ROOM, _SPARE_LETTERS = 1.08, 1
"""How much longer than before a line may be, of its length and in letters, before its letters are set smaller."""
SMALLEST = 0.75
"""The share of their size below which letters are not set smaller."""


class Stretch(NamedTuple):
    """Characters between two tags, by their place in the file's bytes."""

    start: int
    end: int
    text: str
    positioned: bool
    """Whether they stand at a place of their own, as the lines of a wrapped text do."""


class Label(NamedTuple):
    """The words of one ``text`` element."""

    text: str
    """White space collapsed, lines joined by blanks."""
    line: int
    """In the file, from 1."""
    stretches: tuple[Stretch, ...]


class Fitted(NamedTuple):
    """Words as they go into a label's stretches."""

    lines: tuple[str, ...]
    share: float
    """Of the size of their letters; below `SMALLEST` they leave the label's place."""


def labels_in(data: bytes) -> tuple[Label, ...]:
    """Return the labels of an SVG drawing that was found safe, in the order of the file."""
    if b"text" not in data:
        return ()
    reader = _Reader()
    reader.parser.Parse(data, True)
    return tuple(label for label in reader.labels if label.text)


def relabelled(data: bytes, texts: Sequence[str]) -> bytes:
    """Return the drawing with the words of each of its `labels_in` replaced; every other byte stays as it is."""
    parts: list[bytes] = []
    last = 0
    for label, text in zip(labels_in(data), texts, strict=True):
        if text == label.text:
            continue
        lines, share = fit_label(label, text)
        for stretch, line in zip(label.stretches, lines, strict=True):
            parts += (data[last : stretch.start], _sized(line, max(share, SMALLEST)).encode())
            last = stretch.end
    return b"".join((*parts, data[last:]))


def fit_label(label: Label, text: str) -> Fitted:
    """Return a text cut into the lines of a label, and the size its letters need to stay about as wide."""
    count = len(label.stretches)
    if all(stretch.positioned for stretch in label.stretches[1:]):
        lines = _balanced(text, count)
        old = max(len(stretch.text.strip()) for stretch in label.stretches)
    else:
        lines = (text, *[""] * (count - 1))
        old = len(label.text)
    return Fitted(lines, _share(old, max(map(len, lines))))


def share_of(old: str, new: str) -> float:
    """Return the size of the letters that a text in one line needs to stay about as wide as another was."""
    return _share(len(old), len(new))


def _share(old: int, new: int) -> float:
    return min(1.0, max(old * _ROOM, old + _SPARE_LETTERS) / max(new, 1))


def _balanced(text: str, count: int) -> tuple[str, ...]:
    """Return the words in so many lines, the longest as short as can be; empty lines where the words are few."""
    words = text.split()
    width = max(-(-len(text) // count), max(map(len, words), default=0))
    lines = _filled(words, width)
    while len(lines) > count:
        width += 1
        lines = _filled(words, width)
    return (*lines, *[""] * (count - len(lines)))


def _filled(words: Iterable[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _sized(line: str, share: float) -> str:
    if not line or share == 1.0:
        return escape(line, quote=False)
    return f'<tspan font-size="{share:.0%}">{escape(line, quote=False)}</tspan>'


class _Reader:
    """Listens to a drawing's tags and remembers what stands between them inside ``text``."""

    def __init__(self) -> None:
        self.labels: list[Label] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartCdataSectionHandler = self._open
        self.parser.CommentHandler = lambda _: self._close()
        self.parser.ProcessingInstructionHandler = lambda *_: self._close()
        self._positions: list[bool] = []
        """Of the elements that are open inside a ``text``, itself first."""
        self._line = 0
        self._found: list[Stretch] = []
        self._words: list[str] = []
        self._from: int | None = None
        self._characters_so_far: list[str] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._close()
        if self._positions or name.rpartition(" ")[2] == "text":
            if not self._positions:
                self._line, self._found, self._words = self.parser.CurrentLineNumber, [], []
            self._positions.append(bool(_POSITIONS & attributes.keys()))

    def _end(self, _name: str) -> None:
        self._close()
        if self._positions:
            self._positions.pop()
            if not self._positions:
                text = " ".join("".join(self._words).split())
                self.labels.append(Label(text, self._line, tuple(self._found)))

    def _characters(self, text: str) -> None:
        if self._positions:
            self._open()
            self._characters_so_far.append(text)

    def _open(self) -> None:
        if self._positions and self._from is None:
            self._from = self.parser.CurrentByteIndex

    def _close(self) -> None:
        text = "".join(self._characters_so_far)
        if self._from is not None and text:
            positioned = self._positions[-1]
            self._words += (" ", text) if positioned else (text,)
            if text.strip():
                self._found.append(Stretch(self._from, self.parser.CurrentByteIndex, text, positioned))
        self._from = None
        self._characters_so_far.clear()
