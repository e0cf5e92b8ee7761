"""Ids that must be there and must be there once: questions, options, anchors, lessons, outcomes, terms."""

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase

from builder.content.index import Index
from builder.content.node import Node
from builder.content.parts import part_lists
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.blocks import Question
from builder.model.workspace import Workspace
from builder.resolve.names import anchors
from builder.source import Span

_Named = tuple[str, Node]
"""An id and the node that has it; the id is empty where the author gave none."""


def check_ids(workspace: Workspace, contents: Mapping[str, Index]) -> Diagnostics:
    """Return a finding for each id that is missing, or that another node of the same realm has already."""
    found: list[Diagnostic] = []
    questions: dict[str, Span] = {}
    found.extend(_repeated(((entry.id, entry) for entry in workspace.glossary), "term", "the glossary"))
    for module in workspace.modules:
        found.extend(_repeated(((lesson.id, lesson) for lesson in module.lessons), "lesson", "its module"))
        for lesson in module.lessons:
            found.extend(_repeated(((outcome.id, outcome) for outcome in lesson.outcomes), "outcome", "its lesson"))
            found.extend(_check_anchors(contents[lesson.path], questions))
            for question in contents[lesson.path].of(Question):
                found.extend(_check_question(question))
    return tuple(found)


def _check_anchors(content: Index, questions: dict[str, Span]) -> Iterator[Diagnostic]:
    """Questions are anchors of their lesson too, and known by their id in the whole workspace."""
    seen: dict[str, Span] = {}
    for name, node in anchors(content):
        is_question = isinstance(node, Question)
        first = seen.get(name) or (questions.get(name) if is_question else None)
        if first is not None:
            yield _duplicate(name, node, first, "question" if is_question else "anchor", _realm(is_question))
            continue
        seen[name] = node.span
        if is_question:
            questions[name] = node.span


def _realm(is_question: bool) -> str:
    return "the workspace" if is_question else "its lesson"


def _check_question(question: Question) -> Iterator[Diagnostic]:
    if not question.id:
        hint = "run `course ids --write`, or write one of your own: `::: question {#q-name …}`"
        yield diagnose(Code.ID_MISSING, "this question has no id", question.span, hint=hint)
    for group in part_lists(question.interaction):
        yield from _check_options(tuple((part.id, part) for part in group.parts))


def _check_options(options: tuple[_Named, ...]) -> Iterator[Diagnostic]:
    taken = {name for name, _ in options}
    free = (letter for letter in ascii_lowercase if letter not in taken)
    for name, node in options:
        if not name:
            hint = (
                f"run `course ids --write`, or end the line with one of your own, such as `{{#{next(free, 'name')}}}`"
            )
            yield diagnose(Code.ID_MISSING, "this option has no id", node.span, hint=hint)
    yield from _repeated(((name, node) for name, node in options if name), "option", "its question")


def _repeated(named: Iterable[_Named], kind: str, realm: str) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for name, node in named:
        if name in seen:
            yield _duplicate(name, node, seen[name], kind, realm)
        else:
            seen[name] = node.span


def _duplicate(name: str, node: Node, first: Span, kind: str, realm: str) -> Diagnostic:
    message = f"the id `{name}` of this {kind} is taken: first at {first.path}:{first.line}"
    hint = f"choose an id that no other {kind} in {realm} has"
    if kind == "lesson":
        hint = "rename one of the files: a lesson's id is its file's name without number and suffix"
    return diagnose(Code.ID_DUPLICATE, message, node.span, hint=hint)
