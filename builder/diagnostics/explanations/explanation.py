"""What `course explain` says about one code."""

from builder.diagnostics.codes import Code
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A code in words that an author understands."""

    code: Code
    title: str
    """What is wrong, in a line."""
    why: str
    """Why it matters."""
    fix: str
    """What to do."""
    bad: str
    """A few lines that give the finding."""
    good: str
    """The same lines mended."""
