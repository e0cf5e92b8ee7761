"""A lesson's lines: which of them are code, and comments taken out of those that are not."""

import re

from builder.diagnostics import Code
from builder.read.scope import Scope
from builder.records import dataclass

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
_COMMENT = re.compile(r"<!--(.*?)-->")
_ONLY_COMMENTS = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+")
_OPENING = re.compile(r"\\.|(`+)|<!--")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its comments either inline still or counted as blank."""

    number: int
    text: str
    code: bool = False
    """True within a code fence that stands at the left margin: nothing there is structure."""
    comments: tuple[str, ...] = ()
    """What stood in comments that filled the line."""


def scan_lines(lines: list[str], first: int, scope: Scope) -> list[Line]:
    """Return the lines from number ``first`` on; comments that span lines are closed on the line they begin."""
    return _Scanner(lines, first, scope).scan()


def without_comments(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without the comments that end it, and what they say."""
    start = text.find("<!--")
    if start < 0 or _ONLY_COMMENTS.fullmatch(text, start) is None:
        return text, ()
    return text[:start].rstrip(), _said(text[start:])


def _said(text: str) -> tuple[str, ...]:
    return tuple(" ".join(comment.split()) for comment in _COMMENT.findall(text))


class _Scanner:
    def __init__(self, lines: list[str], first: int, scope: Scope) -> None:
        self.lines = lines
        self.first = first
        self.scope = scope
        self.result: list[Line] = []
        self.unclosed: dict[str, int] = {}
        """By marker, the shortest fence known to have no end in what follows."""
        self.comment_ends = True
        """False once no end of a comment follows any more."""

    def scan(self) -> list[Line]:
        position = 0
        while position < len(self.lines):
            text = self.lines[position]
            fence = _FENCE.match(text) if "```" in text or "~~~" in text else None
            if fence is not None:
                position = self._fence(position, fence)
            elif "<!--" in text:
                position = self._comments(position, text)
            else:
                self._add(position, text)
                position += 1
        return self.result

    def _add(self, position: int, text: str, *, code: bool = False, comments: tuple[str, ...] = ()) -> None:
        self.result.append(Line(self.first + position, text, code, comments))

    def _add_commented(self, position: int, text: str) -> None:
        """Add a line; one that holds nothing but comments counts as blank."""
        if _ONLY_COMMENTS.fullmatch(text) is None:
            self._add(position, text)
        else:
            self._add(position, "", comments=_said(text))

    def _fence(self, position: int, fence: re.Match[str]) -> int:
        nested = fence.start(1) > 0
        end = self._fence_end(position, fence, nested=nested)
        if end is None:
            self._add(position, self.lines[position])
            return position + 1
        for index in range(position, end):
            self._add(index, self.lines[index], code=not nested)
        return end

    def _fence_end(self, position: int, fence: re.Match[str], *, nested: bool) -> int | None:
        """Return the position behind the fence, or None where it is never closed."""
        run = fence[1]
        if not nested and len(run) >= self.unclosed.get(run[0], len(run) + 1):
            return None
        quoted = ">" in self.lines[position][: fence.start(1)]
        for index in range(position + 1, len(self.lines)):
            text = self.lines[index]
            if nested and _leaves(text, quoted=quoted):
                return index
            bare = text.strip(" \t>") if nested else text.strip()
            if bare.startswith(run) and not bare.strip(run[0]):
                return index + 1
        if not nested:
            self.unclosed[run[0]] = len(run)
        return None if not nested else len(self.lines)

    def _comments(self, position: int, text: str) -> int:
        """Add a line that holds comments, and the lines that the last of them reaches over."""
        start = self._open_comment(text)
        if start is None:
            self._add_commented(position, text)
            return position + 1
        end = self._comment_end(position + 1)
        if end is None:
            hint = "close it with --> (write \\<!-- for the characters themselves)"
            self.scope.report(Code.COMMENT_UNCLOSED, "this comment is never closed", self.first + position, hint=hint)
            self._add(position, f"{text[:start]}\\{text[start:]}")
            return position + 1
        inside, _, tail = self.lines[end].partition("-->")
        comment = " ".join((text[start + 4 :] + " " + " ".join(self.lines[position + 1 : end]) + " " + inside).split())
        self._add_commented(position, f"{text[:start]}<!-- {comment} -->")
        for index in range(position + 1, end):
            self._add(index, "")
        # The rest of the last line may hold comments of its own; it never stands at the left margin.
        self.lines[end] = " " + tail if tail.strip() else ""
        return end

    def _comment_end(self, position: int) -> int | None:
        if self.comment_ends:
            for index in range(position, len(self.lines)):
                if "-->" in self.lines[index]:
                    return index
            self.comment_ends = False
        return None

    def _open_comment(self, text: str) -> int | None:
        """Return where a comment begins that this line does not close."""
        position = 0
        while (found := _OPENING.search(text, position)) is not None:
            if found.group() == "<!--":
                end = text.find("-->", found.end())
                if end < 0:
                    return found.start()
                position = end + 3
            elif found[1]:
                position = _code_end(text, found)
            else:
                position = found.end()
        return None


def _code_end(text: str, opening: re.Match[str]) -> int:
    end = re.compile(f"(?<!`){opening[1]}(?!`)").search(text, opening.end())
    return end.end() if end is not None else opening.end()


def _leaves(text: str, *, quoted: bool) -> bool:
    """Return whether a line cannot belong to the list or quotation that a fence stands in."""
    if quoted:
        return not text.lstrip().startswith(">")
    return text[:1] not in ("", " ", "\t")
