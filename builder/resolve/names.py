"""What can be referred to in a workspace, and from where."""

from collections.abc import Iterator, Mapping

from builder.content.index import Index
from builder.content.node import Node
from builder.content.prose import Figure, Heading
from builder.model.blocks import Activity, Callout, Card, Case, Diagram, Only, Question
from builder.model.course import Course, LessonSession
from builder.model.lesson import Slide, Step
from builder.model.workspace import Workspace
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything in the workspace that has a name."""

    citations: frozenset[str]
    terms: frozenset[str]
    publishers: frozenset[str]
    lessons: Mapping[str, frozenset[str] | None]
    """``module/lesson`` → its anchors, or None where they are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a text stands: it decides what short names mean and which courses' variables it may use."""

    module: str | None = None
    lesson: str | None = None
    courses: tuple[Course, ...]
    """Those that show the text; all of the workspace where none does."""
    taken: bool
    """Whether a course shows the text: then each of them must have its variables, otherwise any."""


def collect_names(
    workspace: Workspace, contents: Mapping[str, Index], outline: Mapping[str, frozenset[str] | None]
) -> Names:
    """Return the names of a workspace, those of lessons that were not read now included.

    ``contents`` has the nodes of each lesson, by its path.
    """
    lessons = dict(outline)
    for module in workspace.modules:
        for lesson in module.lessons:
            lessons[f"{module.id}/{lesson.id}"] = frozenset(name for name, _ in anchors(contents[lesson.path]))
    return Names(
        citations=frozenset(reference.id for reference in workspace.references),
        terms=frozenset(entry.id for entry in workspace.glossary),
        publishers=frozenset(publisher.id for publisher in workspace.publishers),
        lessons=lessons,
    )


def anchors(content: Index) -> Iterator[tuple[str, Node]]:
    """Yield every id of a lesson that a reference may point to, with its node, in source order."""
    for node in content.nodes:
        match node:
            case (
                Step(id=name) | Slide(id=name) | Heading(id=name) | Figure(id=name) | Only(id=name) | Callout(id=name)
                | Diagram(id=name) | Card(id=name) | Activity(id=name) | Case(id=name) | Question(id=name)
            ) if name:  # fmt: skip
                yield name, node


def lesson_scope(workspace: Workspace, module: str, lesson: str | None = None) -> Scope:
    """Return the scope of a lesson, or of a module's own texts."""
    takers = tuple(course for course in workspace.courses if _takes(course, module, lesson))
    return Scope(module=module, lesson=lesson, courses=takers or workspace.courses, taken=bool(takers))


def _takes(course: Course, module: str, lesson: str | None) -> bool:
    return any(
        isinstance(session, LessonSession) and session.module == module and lesson in (None, session.lesson)
        for day in course.days
        for session in day.sessions
    )
