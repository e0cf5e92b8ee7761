"""`course new course --from`: a trainer's own workshop of some lessons, cut to the minutes there are."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from builder.build.load import Loaded, load
from builder.build.locales import load_locale
from builder.build.scaffold import Created, check_id, fresh, name_title, write_starter
from builder.build.targets import WrongUse
from builder.build.workshop_fit import Item, Plan, Pool, fit, least_minutes
from builder.content.inlines import Variable
from builder.content.phrase import plain
from builder.content.walk import walk
from builder.diagnostics.nearest import nearest
from builder.languages.interface import Interface
from builder.languages.words import Word
from builder.model.course import Course, LessonSession
from builder.model.lesson import Lesson
from builder.model.timetable import MIDNIGHT, clock, minutes_of
from builder.records import dataclass

LONGEST = 12 * 60
"""Minutes that one day may be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a trainer asked for."""

    name: str
    source: str
    """The course whose settings it takes."""
    lessons: tuple[str, ...]
    """``module/lesson``; empty for all of that course."""
    minutes: int
    """From the first word to the last, breaks included."""
    start: str | None
    title: str | None


def new_workshop(root: Path, wish: Wish) -> Created:
    """Write a course that fits, and say what it leaves out; raises `WrongUse` where nothing can fit."""
    check_id("course", wish.name)
    path = fresh(root / "courses" / wish.name / "course.yaml")
    loaded, _ = load(root)
    if loaded is None:
        raise WrongUse("the workspace cannot be read; `course check` says why")
    course = _course(loaded, wish.source)
    lessons = _lessons(loaded, course, wish.lessons)
    interface = _interface(loaded)
    start = minutes_of(wish.start or course.days[0].start) if course.days or wish.start else 9 * 60
    plan = fit(lessons, start, wish.minutes)
    if plan is None:
        raise WrongUse(_too_much(lessons, start, wish.minutes))
    title = wish.title or name_title(wish.name)
    values = {
        "from": wish.source, "id": wish.name, "title": _text(title), "day": _text(title), "date": course.date,
        "settings": "".join(_settings(course, lessons)), "start": clock(start),
        "end": clock((start + wish.minutes) % MIDNIGHT),
        "sessions": "\n".join(_session(item, interface) for item in plan.items),
    }  # fmt: skip
    written = write_starter("workshop", "course.yaml", path, values)
    steps = (f"course timetable {wish.name}", f"course build {wish.name}")
    return Created(paths=(written,), next_steps=steps, notes=tuple(_notes(plan, start)))


def _course(loaded: Loaded, name: str) -> Course:
    courses = {course.id: course for course in loaded.workspace.courses}
    if name not in courses:
        raise WrongUse(f"there is no course {name!r}{_advice(name, list(courses))}")
    return courses[name]


def _lessons(loaded: Loaded, course: Course, names: tuple[str, ...]) -> Pool:
    known = {f"{one.id}/{lesson.id}": lesson for one in loaded.workspace.modules for lesson in one.lessons}
    taken = [f"{session.module}/{session.lesson}" for session in walk(course.days, LessonSession)]
    chosen = dict.fromkeys(names or taken)
    if not chosen:
        raise WrongUse(f"the course {course.id!r} takes no lesson; name some with --lessons module/lesson")
    for name in chosen:
        if name not in known:
            raise WrongUse(f"there is no lesson {name!r} that can be read{_advice(name, list(known))}")
    return tuple((name, known[name]) for name in chosen)


def _advice(name: str, known: list[str]) -> str:
    close = nearest(name, known)
    return f"; did you mean {close!r}?" if close else f"; there are: {', '.join(sorted(known))}"


def _interface(loaded: Loaded) -> Interface:
    return load_locale(loaded.root, loaded.workspace.manifest.source, ())[0].interface


def _settings(course: Course, lessons: Pool) -> Iterator[str]:
    """Yield the lines that the workshop has from its course: whom it is for, languages, group, variables it needs."""
    if course.audience:
        yield f"audience: {_text(plain(course.audience))}\n"
    yield f"languages: [{', '.join(course.languages)}]\n"
    yield f"publisher: {course.publisher}\n"
    if course.group:
        yield f"group: {{min: {course.group.min}, ideal: {course.group.ideal}, max: {course.group.max}}}\n"
    used = {variable.name for _, lesson in lessons for variable in walk(lesson, Variable)}
    values = [(name, value) for name, value in course.variables if name in used]
    missing = sorted(used - {name for name, _ in values})
    if used:
        yield "variables:\n"
    for name, value in values:
        yield f"  {name}: {_text(plain(value))}\n"
    for name in missing:
        yield f"  {name}: {_text(name_title(name))}\n"


def _session(item: Item, interface: Interface) -> str:
    match item.kind:
        case "lesson":
            core = ", core: true" if item.core else ""
            return f"      - {{lesson: {item.name}{core}}}"
        case "welcome" | "closing" | "energiser":
            return f"      - {{event: {_text(interface[Word[item.kind.upper()]].text)}, minutes: {item.minutes}}}"
        case _:
            return f"      - {item.kind}: {item.minutes}"


def _text(text: str) -> str:
    """Return a text as YAML reads it back, whatever signs it holds."""
    return json.dumps(text, ensure_ascii=False)


def _notes(plan: Plan, start: int) -> Iterator[str]:
    for name, lesson in plan.cut:
        steps = ", ".join(f"{plain(step.title)} ({step.minutes} min)" for step in lesson.steps if not step.core)
        yield f"left out of {name}: {steps}"
    pauses = sum(item.minutes for item in plan.items if item.kind in ("break", "lunch"))
    end = start + plan.minutes
    yield f"{clock(start)}–{clock(end)}: {plan.minutes - pauses} minutes of work, {pauses} of breaks"


def _too_much(lessons: Pool, start: int, minutes: int) -> str:
    least = least_minutes(lessons, start)
    fitting = _most(lessons, lambda some: fit(some, start, minutes) is not None)
    names = ",".join(name for name, _ in fitting)
    longer = f"give --minutes {least}, or " if least <= LONGEST else ""
    fewer = f"fewer lessons: --lessons {names}" if fitting else "shorter lessons"
    return f"even the core of these lessons takes {least} minutes with breaks: {longer}{fewer}"


def _most(lessons: Pool, fits: Callable[[Pool], bool]) -> Sequence[tuple[str, Lesson]]:
    """Return as many lessons as fit, from the first on."""
    return next((lessons[:count] for count in range(len(lessons) - 1, 0, -1) if fits(lessons[:count])), ())
