"""Where text stands: a source file and a span of its lines."""

from builder.records import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file of the workspace, decoded, with plain line feeds and no byte order mark."""

    path: str
    """Relative to the workspace's root, with forward slashes."""
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of a source file, from ``line`` to ``end_line``, both counted from one and both included."""

    path: str
    line: int
    end_line: int

    @classmethod
    def at(cls, path: str, line: int = 1) -> "Span":
        """Return the span of one line."""
        return cls(path, line, line)
