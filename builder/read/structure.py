"""Structure, found by line: containers, headings, slide breaks and fields; what stands between them is text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.diagnostics import Code
from builder.diagnostics.nearest import nearest
from builder.read.directives import Directive, read_directive
from builder.read.lines import Line, without_comments
from builder.read.scope import Scope

FIELDS = {
    "question": ("answer", "hint", "explain", "guidance"),
    "activity": ("output", "debrief"),
    "case": ("answer",),
}
"""The fields of the containers that have any; a question has `[[gap]]` fields too."""
DEEPEST = 16
"""How many containers may stand within each other."""
_FENCE = re.compile(r"(:{3,})[ \t]*(.*)")
_NAME = re.compile(r"([A-Za-z][\w-]*)?[ \t]*(.*)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_BREAK = re.compile(r"-{3,}[ \t]*")
_OTHER_BREAK = re.compile(r"(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_FIELD = re.compile(r"(answer|hint|explain|guidance|output|debrief):(?=[ \t]|$)")
_GAP_FIELD = re.compile(r"\[\[([^\[\]]*)\]\]:(?=[ \t]|$)")
_NEARLY_FIELD = re.compile(r"([A-Za-z]{3,14})[ \t]*:")
_ATTRIBUTES = re.compile(r"\{((?:#\S|[a-z][a-z0-9-]*=).*)\}[ \t]*")


@dataclass(slots=True, kw_only=True)
class TextRun:
    """Lines of Markdown."""

    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class HeadingLine:
    """``#`` to ``######``."""

    line: int
    level: int
    text: str


@dataclass(slots=True, kw_only=True)
class BreakLine:
    """``---``."""

    line: int


@dataclass(slots=True, kw_only=True)
class AttributeLine:
    """Attributes on a line of their own, for the table above."""

    line: int
    inside: str


@dataclass(slots=True, kw_only=True)
class FieldRun:
    """A field and what stands in it."""

    line: int
    name: str
    gap: bool = False
    children: list["Part"] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Container:
    """``::: name`` to its bare fence."""

    line: int
    end_line: int
    colons: int
    name: str
    attributes: str
    children: list["Part"] = field(default_factory=list)
    fields: list[FieldRun] = field(default_factory=list)


Part = TextRun | HeadingLine | BreakLine | AttributeLine | Container


def read_structure(lines: Sequence[Line], scope: Scope) -> tuple[list[Part], dict[int, Directive]]:
    """Return the parts of a lesson behind its front matter, and what comments say of the blocks on which lines."""
    builder = _Builder(scope)
    return builder.build(lines), builder.directives


class _Builder:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.root = Container(line=1, end_line=1, colons=0, name="", attributes="")
        self.open = [self.root]
        self.run: TextRun | None = None
        self.last = 1
        """The last line so far that was not blank."""
        self.comments: list[str] = []
        """Comments that stand before the next block."""
        self.directives: dict[int, Directive] = {}
        self.overflow: list[int] = []
        """Colons of containers that stood too deep to be opened."""
        self.ended_by_heading: list[int] = []
        """Colons of containers that a heading had to close: their fences, which may follow, are no further fault."""

    def build(self, lines: Sequence[Line]) -> list[Part]:
        for line in lines:
            self._line(line)
        self._unclosed(self.open[1:], "the file ends")
        return self.root.children

    def _line(self, line: Line) -> None:
        text = line.text
        self._take(line, text)
        if text:
            self.last = line.number

    def _take(self, line: Line, text: str) -> None:
        if line.comments:
            self.comments.extend(line.comments)
        if line.code or not text or text[0] in " \t" or not self._is_structure(line.number, text):
            self._text(line.number, text)

    def _is_structure(self, number: int, text: str) -> bool:
        """Take a line of structure and return True; return False for a line of text."""
        bare, comments = without_comments(text) if text[0] in ":-*_{" else (text, ())
        match text[0]:
            case ":" if text.startswith(":::"):
                self.comments.extend(comments)
                self._fence(number, bare)
            case "#" if (heading := _HEADING.fullmatch(text)) is not None:
                self._heading(number, heading)
            case "-" if _BREAK.fullmatch(bare):
                self._break(number)
            case "*" | "_" if _OTHER_BREAK.fullmatch(bare):
                self._other_break(number, bare)
            case "{" if (attributes := _ATTRIBUTES.fullmatch(bare)) is not None:
                self._add(AttributeLine(line=number, inside=attributes[1]))
            case _:
                return len(self.open) > 1 and self._is_field(number, text)
        return True

    # text

    def _text(self, number: int, text: str) -> None:
        blank = not text.strip()
        if self.run is None:
            if blank:
                return
            self.run = TextRun(line=number)
            self._siblings().append(self.run)
        elif blank and not self.run.lines:
            return
        if self.comments and not blank:
            self._direct(number)
        self.run.lines.append(text)

    def _siblings(self) -> list[Part]:
        container = self.open[-1]
        return container.fields[-1].children if container.fields else container.children

    def _add(self, part: Part) -> None:
        self.run = None
        self._siblings().append(part)

    def _direct(self, number: int) -> None:
        directive = read_directive(self.comments)
        self.comments = []
        if directive:
            self.directives[number] = directive

    # containers

    def _fence(self, number: int, text: str) -> None:
        fence = _FENCE.fullmatch(text)
        assert fence is not None
        self.run = None
        if fence[2].strip():
            self._opener(number, len(fence[1]), fence[2])
        else:
            self._closer(number, len(fence[1]))

    def _opener(self, number: int, colons: int, rest: str) -> None:
        if len(self.open) > DEEPEST:
            message = "too many containers stand within each other"
            self.scope.report(Code.CONTAINER_MISPLACED, message, number, hint="close some of them first")
            self.overflow.append(colons)
            return
        rest = rest.strip()
        name = _NAME.fullmatch(rest)
        container = Container(
            line=number,
            end_line=number,
            colons=colons,
            name=(name[1] or "") if name is not None else "",
            attributes=name[2].strip() if name is not None else rest,
        )
        self._direct(number)
        self._siblings().append(container)
        self.open.append(container)

    def _closer(self, number: int, colons: int) -> None:
        self.comments = []
        if colons in self.overflow:
            self.overflow.remove(colons)
            return
        fitting = [index for index, container in enumerate(self.open) if container.colons == colons and index]
        if fitting:
            self._unclosed(self.open[fitting[-1] + 1 :], f"line {number} closes what is around it")
            del self.open[fitting[-1] + 1 :]
            self.open.pop().end_line = number
        elif colons in self.ended_by_heading:
            self.ended_by_heading.remove(colons)
        else:
            hint = "take it out, or open a container above: ::: notes"
            self.scope.report(Code.CONTAINER_UNOPENED, f"{':' * colons} closes nothing", number, hint=hint)

    def _unclosed(self, containers: Sequence[Container], why: str) -> None:
        for container in containers:
            container.end_line = max(self.last, container.line)
            fence = ":" * container.colons
            message = f"{fence} {container.name} is never closed: {why}"
            self.scope.report(
                Code.CONTAINER_UNCLOSED, message, container.line, hint=f"write {fence} on a line of its own at its end"
            )

    # headings and breaks

    def _heading(self, number: int, heading: re.Match[str]) -> None:
        level = len(heading[1])
        if level in (2, 3) and len(self.open) > 1:
            self._unclosed(self.open[1:], f"the heading in line {number} closes it (in a container they begin at ####)")
            self.ended_by_heading = [container.colons for container in self.open[1:]]
            del self.open[1:]
            self.overflow = []
        text = _CLOSING_HASHES.sub("", heading[2])
        self._add(HeadingLine(line=number, level=level, text=text.strip()))
        self._direct(number)

    def _break(self, number: int) -> None:
        if len(self.open) > 1:
            message = f"a slide break stands in ::: {self.open[-1].name}"
            hint = "close the container before the break, or take the break out"
            self.scope.report(Code.SLIDE_BREAK_MISPLACED, message, number, hint=hint)
            self.run = None
        else:
            self._add(BreakLine(line=number))

    def _other_break(self, number: int, text: str) -> None:
        self.run = None
        hint = "a new slide begins with ---"
        self.scope.report(Code.THEMATIC_BREAK, f"{text.strip()} is no part of a lesson", number, hint=hint)

    # fields

    def _is_field(self, number: int, text: str) -> bool:
        owner = self.open[-1]
        if owner.name not in FIELDS:
            return False
        found = _FIELD.match(text)
        gap = found is None and owner.name == "question"
        if gap:
            found = _GAP_FIELD.match(text)
        if found is None:
            self._nearly_field(number, text, owner)
            return False
        if not gap and found[1] not in FIELDS[owner.name]:
            names = ", ".join(f"{name}:" for name in FIELDS[owner.name])
            message = f"`{found[1]}:` is no field of ::: {owner.name}"
            self.scope.report(Code.FIELD_UNKNOWN, message, number, hint=f"its fields: {names}")
        run = FieldRun(line=number, name=found[1], gap=gap)
        self._direct(number)
        owner.fields.append(run)
        self.run = None
        rest = text[found.end() :].strip()
        if rest:
            self._text(number, rest)
        return True

    def _nearly_field(self, number: int, text: str, owner: Container) -> None:
        found = _NEARLY_FIELD.match(text)
        meant = nearest(found[1].lower(), FIELDS[owner.name], cutoff=0.75) if found is not None else None
        if found is not None and meant is not None:
            hint = f"write `{meant}:` and a blank for the field, or put other words first"
            self.scope.report(
                Code.LOOKS_LIKE, f"`{found[0]}` is read as text, but looks like the field `{meant}:`", number, hint=hint
            )
