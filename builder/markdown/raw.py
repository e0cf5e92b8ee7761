"""Raw inline Markdown → the message a translator sees: breaks joined, comments taken out, lines remembered."""

import re
from bisect import bisect_left, bisect_right

from builder.records import dataclass

_JOINT = re.compile(r"\\\n[ \t]*|\\.|`+|<!--|\n[ \t\n]*")
_BACKTICKS = re.compile(r"`+")
_BREAK = re.compile(r"\n[ \t]*")


@dataclass(frozen=True, slots=True)
class RawText:
    """A message and where its parts stood."""

    message: str
    """Soft breaks are blanks, a hard break is a backslash and a line feed, comments are gone."""
    starts: tuple[int, ...]
    """Positions in the message at which a new line of the source begins; the first is 0."""
    lines: tuple[int, ...]
    """The lines that begin there."""
    comments: tuple[str, ...] = ()

    def line_at(self, position: int) -> int:
        """Return the line of the source on which a position of the message stands."""
        if len(self.lines) == 1:
            return self.lines[0]
        return self.lines[max(bisect_right(self.starts, position) - 1, 0)]

    @property
    def line(self) -> int:
        """The first line."""
        return self.lines[0]

    @property
    def end_line(self) -> int:
        """The last line."""
        return self.lines[-1]

    def part(self, start: int, end: int) -> "RawText":
        """Return a part of the text without blanks around it, its lines kept."""
        piece = self.message[start:end]
        start += len(piece) - len(piece.lstrip())
        message = piece.strip()
        first = bisect_right(self.starts, start)
        last = bisect_left(self.starts, start + len(message), first)
        starts = (0, *(position - start for position in self.starts[first:last]))
        return RawText(message, starts, (self.line_at(start), *self.lines[first:last]), self.comments)


def read_raw(text: str, *, line: int) -> RawText:
    """Return the message of raw inline Markdown that begins on ``line``."""
    text = text.strip(" \t\n")
    if "\n" not in text and "<!--" not in text:
        return RawText(text, (0,), (line,))
    return _Reader(text, line).read()


class _Reader:
    """One pass over the text: escapes and code spans are kept whole, everything else is joined."""

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line = line
        self.parts: list[str] = []
        self.length = 0
        self.starts = [0]
        self.lines = [line]
        self.comments: list[str] = []
        self.last_runs: dict[int, int] | None = None
        self.last_comment_end = text.rfind("-->")

    def read(self) -> RawText:
        text, position = self.text, 0
        while (joint := _JOINT.search(text, position)) is not None:
            self._add(text[position : joint.start()])
            position = self._joint(joint)
        self._add(text[position:])
        message = "".join(self.parts).rstrip(" \t").removesuffix("\\\n").rstrip(" \t\n")
        while len(self.starts) > 1 and self.starts[-1] >= len(message):
            self.starts.pop()
            self.lines.pop()
        return RawText(message, tuple(self.starts), tuple(self.lines), tuple(self.comments))

    def _joint(self, joint: re.Match[str]) -> int:
        found = joint.group()
        if found == "<!--":
            return self._comment(joint)
        if found[0] == "`":
            return self._code(joint)
        if found[0] == "\\" and found[1] != "\n":
            self._add(found)
        else:
            self._break(found)
        return joint.end()

    def _break(self, found: str) -> None:
        hard = found[0] == "\\" or self._ends_with("  ")
        while self._ends_with((" ", "\t")):
            last = self.parts.pop()
            self.length -= len(last)
            self._add(last.rstrip(" \t"))
        if self.parts:
            self._add("\\\n" if hard else " ")
        self._next_line(found.count("\n"))

    def _ends_with(self, end: str | tuple[str, ...]) -> bool:
        return bool(self.parts) and self.parts[-1].endswith(end)

    def _code(self, opening: re.Match[str]) -> int:
        closing = self._closing(opening)
        if closing is None:
            self._add(opening.group())
            return opening.end()
        position = opening.start()
        for found in _BREAK.finditer(self.text, opening.end(), closing.start()):
            self._add(self.text[position : found.start()] + " ")
            self._next_line(1)
            position = found.end()
        self._add(self.text[position : closing.end()])
        return closing.end()

    def _closing(self, opening: re.Match[str]) -> re.Match[str] | None:
        if self.last_runs is None:
            self.last_runs = {len(run.group()): run.start() for run in _BACKTICKS.finditer(self.text)}
        length = len(opening.group())
        if self.last_runs[length] <= opening.start():
            return None
        runs = _BACKTICKS.finditer(self.text, opening.end())
        return next((run for run in runs if len(run.group()) == length), None)

    def _comment(self, opening: re.Match[str]) -> int:
        if self.last_comment_end < opening.end():
            self._add("<!--")
            return opening.end()
        end = self.text.find("-->", opening.end())
        self.comments.append(" ".join(self.text[opening.end() : end].split()))
        self._next_line(self.text.count("\n", opening.end(), end))
        end += 3
        if not self.parts or self._ends_with((" ", "\t", "\n")):
            while self.text[end : end + 1] in (" ", "\t"):
                end += 1
        return end

    def _add(self, part: str) -> None:
        if part:
            self.parts.append(part)
            self.length += len(part)

    def _next_line(self, count: int) -> None:
        if not count:
            return
        self.line += count
        if not self.parts:
            self.lines = [self.line]
        else:
            self.starts.append(self.length)
            self.lines.append(self.line)
