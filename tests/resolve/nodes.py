"""Small trees, built by hand."""

from builder.content.phrase import Kind, Phrase
from builder.model.course import Course, Day, LessonSession, PauseSession, Session
from builder.model.lesson import Lesson, Module, Step
from builder.source import Span

SPAN = Span.at("test.md")


def phrase(text: str) -> Phrase:
    return Phrase(span=SPAN, message=text, inlines=(), kind=Kind.TITLE, place="title")


def step(name: str, minutes: int, *, core: bool = True) -> Step:
    return Step(span=SPAN, id=name, title=phrase(name), minutes=minutes, method=None, core=core, outcomes=(), slides=())


def lesson(module: str, name: str, *steps: Step) -> Lesson:
    return Lesson(
        span=SPAN, module=module, id=name, path=f"modules/{module}/01-{name}.md", title=phrase(name),
        minutes=sum(one.minutes for one in steps), aim=None, outcomes=(), key_messages=(), sources=(), steps=steps,
    )  # fmt: skip


def module(name: str, *lessons: Lesson) -> Module:
    return Module(span=SPAN, id=name, title=phrase(name), summary=None, lessons=lessons)


def session(name: str, *, core: bool = False) -> LessonSession:
    module_id, _, lesson_id = name.partition("/")
    return LessonSession(span=SPAN, module=module_id, lesson=lesson_id, core=core)


def course(*days: tuple[Session, ...]) -> Course:
    pause = PauseSession(span=SPAN, kind="break", minutes=15)
    return Course(
        span=SPAN, id="course", title=phrase("Course"), edition="1.0.0", date="2026-12-01", audience=None,
        languages=("en",), publisher="default", group=None, variables=(), tests=None, variants=(),
        days=tuple(Day(span=SPAN, title=phrase("Day"), start="09:00", sessions=(*day, pause)) for day in days),
    )  # fmt: skip
