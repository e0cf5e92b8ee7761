"""``glossary.yaml`` → terms and their definitions."""

from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostics
from builder.model.course import GlossaryEntry
from builder.read.attributes import IDENTIFIER
from builder.read.record import file_scope, read_record, scalar_phrase
from builder.read.scope import Scope
from builder.read.yaml import Sequence, Tree, read_tree
from builder.source import SourceFile

_EXAMPLE = "- {id: wound, term: wound, definition: A place where the skin is open.}"


def read_glossary(source: SourceFile, *, language: str = "en") -> tuple[tuple[GlossaryEntry, ...] | None, Diagnostics]:
    """Return the entries of a glossary; an empty file is an empty glossary."""
    scope = file_scope(source, language)
    tree = read_tree(source.text, 1, scope)
    if tree is None:
        return (None if scope.findings else ()), tuple(scope.findings)
    if not isinstance(tree, Sequence):
        scope.report(Code.VALUE_TYPE, "the glossary is no list", tree.line, hint=f"write a list: {_EXAMPLE}")
        return None, tuple(scope.findings)
    entries = (_entry(item, scope) for item in tree.items)
    return tuple(entry for entry in entries if entry is not None), tuple(scope.findings)


def _entry(tree: Tree, scope: Scope) -> GlossaryEntry | None:
    record = read_record(tree, scope, owner="a term of the glossary", keys=("id", "term", "definition"))
    identifier = record.matching("id", IDENTIFIER, "wound", required=True)
    term = record.scalar("term", "wound", required=True)
    definition = record.scalar("definition", "A place where the skin is open.", required=True)
    if identifier is None or term is None or definition is None:
        return None
    return GlossaryEntry(
        span=scope.span(record.line, definition.end_line),
        id=identifier,
        term=scalar_phrase(term, Kind.TERM, scope, identifier),
        definition=scalar_phrase(definition, Kind.DEFINITION, scope, identifier),
    )
