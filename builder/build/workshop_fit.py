"""Lessons and minutes → a plan that fits: which lessons keep their core only, where the breaks are."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from builder.model.lesson import Lesson
from builder.model.timetable import core_of
from builder.records import dataclass

Pool = tuple[tuple[str, Lesson], ...]
"""Pairs (``module/lesson``, the lesson whole)."""
_STRETCH, _EVENT, _LUNCH = 90, 10, 60
_BREAKS = (15, 10)
"""Minutes of a break, the shorter ones where time is short."""
_NOON, _LUNCHTIME, _AFTERNOON = 12 * 60, 12 * 60 + 30, 14 * 60
"""Work before noon and in the afternoon wants a lunch between, best at its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the timetable."""

    kind: Literal["lesson", "welcome", "closing", "energiser", "break", "lunch"]
    minutes: int
    name: str = ""
    core: bool = False


_Unit = list[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A timetable that fits."""

    items: tuple[Item, ...]
    cut: Pool
    """The lessons of which only the core is taken."""

    @property
    def minutes(self) -> int:
        """Return how long it takes, breaks included."""
        return sum(item.minutes for item in self.items)


def fit(lessons: Pool, start: int, minutes: int) -> Plan | None:
    """Return the plan that leaves out least, or None where even the cores are too long."""
    for pause in _BREAKS:
        plan = _cut(lessons, start, minutes, pause)
        if plan.minutes <= minutes:
            return plan
    return None


def least_minutes(lessons: Pool, start: int) -> int:
    """Return how long the lessons take with their cores only and the shortest breaks."""
    return _laid_out(lessons, {name for name, lesson in lessons if _saving(lesson)}, start, min(_BREAKS)).minutes


def _cut(lessons: Pool, start: int, minutes: int, pause: int) -> Plan:
    """Return the lessons with as few of them cut to their core as it takes; with all cut where that is too little."""
    savings = {name: _saving(lesson) for name, lesson in lessons if _saving(lesson)}
    cut: set[str] = set()

    def length(names: set[str]) -> int:
        return _laid_out(lessons, names, start, pause).minutes

    while length(cut) > minutes and cut < savings.keys():
        left = [name for name in savings if name not in cut]
        enough = [name for name in left if length(cut | {name}) <= minutes]
        cut.add(min(enough, key=savings.__getitem__) if enough else max(left, key=savings.__getitem__))
    for name in sorted(cut, key=savings.__getitem__, reverse=True):
        if length(cut - {name}) <= minutes:
            cut.remove(name)
    return _laid_out(lessons, cut, start, pause)


def _saving(lesson: Lesson) -> int:
    """Return the minutes of the steps that may be left out; none where nothing would be left."""
    core = core_of(lesson)
    return _length(lesson) - _length(core) if core.steps else 0


def _length(lesson: Lesson) -> int:
    return sum(step.minutes for step in lesson.steps)


def _laid_out(lessons: Pool, cut: set[str], start: int, pause: int) -> Plan:
    kept = [(name, core_of(lesson) if name in cut else lesson) for name, lesson in lessons]
    items = tuple(_with_breaks(_units(kept, cut), pause))
    end = start + sum(item.minutes for item in items)
    if start < _NOON and end > _AFTERNOON and len(kept) > 1:
        items = min(
            (tuple(_with_lunch(kept, cut, place, pause)) for place in range(1, len(kept))), key=_far_from(start)
        )
    return Plan(items=items, cut=tuple((name, lesson) for name, lesson in lessons if name in cut))


def _units(lessons: list[tuple[str, Lesson]], cut: set[str], *, first: bool = True, last: bool = True) -> list[_Unit]:
    """Return what no break divides: lessons, the welcome with the first of them, the closing with the last."""
    units = [[Item(kind="lesson", minutes=_length(one), name=name, core=name in cut)] for name, one in lessons]
    if first:
        units = _glued([Item(kind="welcome", minutes=_EVENT)], units)
    if last:
        backwards = _glued([Item(kind="closing", minutes=_EVENT)], [unit[::-1] for unit in reversed(units)])
        units = [unit[::-1] for unit in reversed(backwards)]
    return units


def _glued(event: _Unit, units: list[_Unit]) -> list[_Unit]:
    if _minutes(event) + _minutes(units[0]) > _STRETCH:
        return [event, *units]
    return [[*event, *units[0]], *units[1:]]


def _with_breaks(units: list[_Unit], pause: int) -> Iterator[Item]:
    """Yield the units with as few breaks as it takes, the stretches between them as even as can be."""
    for number, stretch in enumerate(_stretches(units)):
        if number:
            yield Item(kind="break", minutes=pause)
        for unit in stretch:
            yield from unit


def _stretches(units: list[_Unit]) -> list[list[_Unit]]:
    best: list[tuple[int, int, list[list[_Unit]]]] = [(0, 0, [])]
    for end in range(1, len(units) + 1):
        choices = []
        for begin in range(end):
            length = sum(map(_minutes, units[begin:end]))
            if length <= _STRETCH or begin == end - 1:
                count, longest, before = best[begin]
                choices.append((count + 1, max(longest, length), [*before, units[begin:end]]))
        best.append(min(choices, key=lambda choice: choice[:2]))
    return best[-1][2]


def _with_lunch(lessons: list[tuple[str, Lesson]], cut: set[str], place: int, pause: int) -> Iterator[Item]:
    yield from _with_breaks(_units(lessons[:place], cut, last=False), pause)
    yield Item(kind="lunch", minutes=_LUNCH)
    after = _units(lessons[place:], cut, first=False)
    steps = lessons[place][1].steps
    wake = [Item(kind="energiser", minutes=_EVENT)] if steps and steps[0].method == "lecture" else []
    yield from _with_breaks(_glued(wake, after) if wake else after, pause)


def _far_from(start: int) -> Callable[[tuple[Item, ...]], int]:
    """Return how far the lunch of a timetable is from the time for it, in minutes."""

    def distance(items: tuple[Item, ...]) -> int:
        before = next(place for place, item in enumerate(items) if item.kind == "lunch")
        return abs(start + _minutes(items[:before]) - _LUNCHTIME)

    return distance


def _minutes(items: Sequence[Item]) -> int:
    return sum(item.minutes for item in items)
