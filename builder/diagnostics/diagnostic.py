"""One finding: its code, where it stands, what it says and what helps."""

from builder.diagnostics.codes import Code, Severity, severity_of
from builder.records import dataclass
from builder.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding about a file that a person edits."""

    code: Code
    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None
    language: str | None = None
    """The language whose text is at fault, as a BCP 47 tag; none where the fault is in the source."""
    together: str | None = None
    """The message for several findings that say the same of other places; ``{count}`` is how many."""


Diagnostics = tuple[Diagnostic, ...]


def diagnose(
    code: Code,
    message: str,
    span: Span | None = None,
    *,
    hint: str | None = None,
    language: str | None = None,
    together: str | None = None,
) -> Diagnostic:
    """Return a finding with the severity that its code has."""
    return Diagnostic(
        code=code, severity=severity_of(code), message=message, span=span, hint=hint, language=language,
        together=together,
    )  # fmt: skip
