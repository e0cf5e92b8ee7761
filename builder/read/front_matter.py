"""The front matter of a lesson: the YAML between two lines ``---`` at its top."""

from builder.content.phrase import Kind, Phrase
from builder.diagnostics import Code
from builder.model.lesson import Outcome
from builder.read.attributes import IDENTIFIER
from builder.read.record import Record, read_record, scalar_phrase
from builder.read.scope import Scope
from builder.read.text import read_phrase
from builder.read.values import LEVELS
from builder.read.yaml import Tree, read_tree
from builder.records import dataclass

_KEYS = ("title", "minutes", "aim", "outcomes", "key_messages", "sources")
_OUTCOME = "a list: - {id: press, level: apply, text: Press within ten seconds.}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says; what is missing was reported."""

    title: Phrase
    minutes: int
    aim: Phrase | None
    outcomes: tuple[Outcome, ...]
    key_messages: tuple[Phrase, ...]
    sources: tuple[str, ...]
    keys: tuple[tuple[str, int], ...]
    """The line of each key, and of each source as ``sources.<key>``."""


def split_front_matter(lines: list[str], scope: Scope) -> tuple[list[str] | None, int]:
    """Return the lines of the front matter, or None where there is none, and how many lines it takes in all."""
    if not lines or lines[0].rstrip() != "---":
        hint = "begin the file with ---, title: and minutes:, and --- again"
        scope.report(Code.FRONT_MATTER_MISSING, "the front matter is missing", 1, hint=hint)
        return None, 0
    for index in range(1, len(lines)):
        if lines[index].rstrip() == "---":
            return lines[1:index], index + 1
        if lines[index].startswith(("## ", ":::")):
            break
    hint = "write --- on a line of its own under its last key"
    scope.report(Code.FRONT_MATTER_MISSING, "the front matter is never closed", 1, hint=hint)
    return None, index if len(lines) > 1 else 1


def read_front_matter(lines: list[str] | None, scope: Scope) -> FrontMatter:
    """Return what the front matter says; its first line is the file's second."""
    text = "\n".join(lines or ())
    findings = len(scope.findings)
    tree = read_tree(text, 2, scope) if lines is not None else None
    unread = lines is None or (tree is None and len(scope.findings) > findings)
    record = read_record(tree, scope, owner="the front matter", keys=_KEYS)
    required = not unread
    sources = tuple(record.scalars("sources", "[who-2020]"))
    title = record.phrase("title", Kind.TITLE, '"Press: the first minutes"', required=required)
    return FrontMatter(
        title=title or read_phrase("", 1, Kind.TITLE, scope, place="title"),
        minutes=record.whole("minutes", "60", required=required) or 0,
        aim=record.phrase("aim", Kind.AIM, "Participants can …"),
        outcomes=tuple(
            outcome for item in record.items("outcomes", _OUTCOME) if (outcome := _outcome(item, scope)) is not None
        ),
        key_messages=tuple(
            scalar_phrase(scalar, Kind.KEY_MESSAGE, scope, "key_messages")
            for scalar in record.scalars("key_messages", "a list: - Press hard.")
        ),
        sources=tuple(scalar.text for scalar in sources),
        keys=(*record.key_lines(), *((f"sources.{scalar.text}", scalar.line) for scalar in sources)),
    )


def _outcome(tree: Tree, scope: Scope) -> Outcome | None:
    record: Record = read_record(tree, scope, owner="an outcome", keys=("id", "level", "text"))
    identifier = record.matching("id", IDENTIFIER, "press", required=True)
    level = record.choice("level", LEVELS, required=True)
    text = record.scalar("text", "Press within ten seconds.", required=True)
    if text is None:
        return None
    return Outcome(
        span=scope.span(record.line, text.end_line),
        id=identifier or "",
        level=level or "understand",
        text=scalar_phrase(text, Kind.OUTCOME, scope, "outcomes"),
    )
