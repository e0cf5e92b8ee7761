"""Where a text stands while it is read: its file, the nearest id above it, what its blocks are for."""

from collections.abc import Mapping
from dataclasses import field

from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.read.directives import Directive
from builder.records import dataclass
from builder.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The surroundings of a text; findings gather in one list for the whole file."""

    path: str
    language: str
    findings: list[Diagnostic]
    place: str = ""
    """The id that translators see."""
    paragraph: Kind = Kind.PARAGRAPH
    item: Kind = Kind.ITEM
    gaps: bool = False
    """True in the prompt of a cloze."""
    directives: Mapping[int, Directive] = field(default_factory=dict)
    """What `i18n:` comments say, by the line of the block they stand before."""

    def report(
        self, code: Code, message: str, line: int, *, hint: str | None = None, end_line: int | None = None
    ) -> None:
        """Add a finding."""
        self.findings.append(diagnose(code, message, self.span(line, end_line), hint=hint))

    def span(self, line: int, end_line: int | None = None) -> Span:
        """Return a span of this file."""
        return Span(self.path, line, end_line if end_line is not None else line)
