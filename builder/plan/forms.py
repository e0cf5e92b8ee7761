"""Which questions of a course its test asks, and in which order each form shows them: decided by ids alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from builder.content import interactions
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.blocks import Case, Question
from builder.model.course import Tests
from builder.model.edition import Edition
from builder.model.lesson import Lesson, Module
from builder.output.resources import Resources
from builder.plan.shuffle import mixed, shuffled
from builder.records import dataclass

_ATTEMPTS = 20
Order = tuple[str, tuple[str, ...]]
"""What is put in order (a gap's id; nothing for the question itself), and the ids of what it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question at its place in a form."""

    id: str
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a test: the same questions as in the others, in another order."""

    letter: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    question: Question
    lesson: Lesson
    case: str
    """The same for questions of one case, which stay together; a question on its own has one of its own."""

    @property
    def place(self) -> str:
        return f"{self.lesson.module}/{self.lesson.id}"

    @property
    def outcome(self) -> str:
        """Return what it shows a participant can do: all that name none in a lesson share one."""
        return f"{self.place}#{self.question.outcome or ''}"


def decide_forms(
    editions: Sequence[Edition], resources: Resources, options: object
) -> tuple[tuple[Form, ...], Diagnostics]:
    """Return the forms of a course's test, equal in all its languages, and what a paper cannot ask."""
    del resources, options
    first = editions[0]
    tests = first.course.tests
    if tests is None:
        return (), ()
    drawn = _draw(tuple(_pool(first)), tests)
    lost = tuple(_lost(question) for question in walk(first.modules, Question) if _is_opinion(question))
    targets = _targets(editions)
    orders = _question_orders(drawn, tests)
    forms = zip(tests.forms, orders, strict=True)
    return tuple(_form(letter, order, targets, f"{tests.seed}\n{letter}") for letter, order in forms), lost


def holds_test(modules: Sequence[Module]) -> bool:
    """Return whether a test can ask any question of the lessons."""
    return any(_is_asked(question) for question in walk(modules, Question))


def questions_of_test(edition: Edition) -> Iterator[tuple[Question, Lesson]]:
    """Yield the questions that a course's test may ask, each with its lesson, in the course's order."""
    return ((one.question, one.lesson) for one in _pool(edition))


def _pool(edition: Edition) -> Iterator[_Candidate]:
    for module in edition.modules:
        for lesson in module.lessons:
            cases = _cases(lesson)
            for question in walk(lesson, Question):
                if _is_asked(question):
                    number = cases.get(id(question))
                    case = question.id if number is None else f"{module.id}/{lesson.id}#{number}"
                    yield _Candidate(question=question, lesson=lesson, case=case)


def _is_asked(question: Question) -> bool:
    """Return whether a test may ask a question: an answer to it must be able to be right, which an opinion cannot."""
    return question.use == "test" and bool(question.id) and not _is_opinion(question)


def _is_opinion(question: Question) -> bool:
    return question.use == "test" and isinstance(question.interaction, interactions.Likert)


def _lost(question: Question) -> Diagnostic:
    return diagnose(
        Code.QUESTION_NOT_CARRIED,
        f"the test on paper leaves out {question.id}: it is a likert question, and an opinion is never right",
        question.span,
        hint="take `use=test` away, or ask it in another way; the evaluation form asks for opinions",
        together="the test on paper leaves out {count} questions: an opinion is never right",
    )


def _cases(lesson: Lesson) -> dict[int, int]:
    """Return the number of the case in which a question stands, of several the outermost."""
    numbered = reversed(list(enumerate(walk(lesson, Case))))
    return {id(question): number for number, case in numbered for question in walk(case, Question)}


def _draw(pool: Sequence[_Candidate], tests: Tests) -> tuple[_Candidate, ...]:
    """Return the questions of the test in the course's order.

    First each module is asked, then each outcome once, as long as there is room; then what has been asked least.
    """
    waiting = list(mixed(pool, f"{tests.seed}\ndraw", lambda one: one.question.id))
    counts: Counter[str] = Counter()

    def need(one: _Candidate) -> tuple[bool, bool, int, int, int]:
        module, outcome = counts[one.lesson.module], counts[one.outcome]
        return module > 0, outcome > 0 or not one.question.outcome, outcome, counts[one.place], module

    drawn: set[str] = set()
    while waiting and len(drawn) < tests.items:
        best = min(waiting, key=need)
        waiting.remove(best)
        drawn.add(best.question.id)
        counts.update((best.outcome, best.place, best.lesson.module))
    return tuple(one for one in pool if one.question.id in drawn)


def _question_orders(drawn: Sequence[_Candidate], tests: Tests) -> list[tuple[Question, ...]]:
    """Return the questions in the order of each form: of some orders, the one in which fewest stand where they stood.

    Neighbours with different forms then see little of each other's.
    """
    units = [tuple(one.question for one in group) for _, group in groupby(drawn, lambda one: one.case)]
    found: list[tuple[Question, ...]] = []
    for letter in tests.forms:
        seeds = (f"{tests.seed}\n{letter}\n{attempt}" for attempt in range(_ATTEMPTS))
        orders = [_flat(mixed(units, seed, lambda unit: unit[0].id)) for seed in seeds]
        found.append(min(orders, key=lambda order: _coincidences(order, found)))
    return found


def _flat(units: Sequence[tuple[Question, ...]]) -> tuple[Question, ...]:
    return tuple(question for unit in units for question in unit)


def _coincidences(order: Sequence[Question], others: Sequence[Sequence[Question]]) -> int:
    return sum(one is another for other in others for one, another in zip(order, other, strict=True))


def _form(letter: str, order: Sequence[Question], targets: Mapping[str, tuple[str, ...]], seed: str) -> Form:
    asked = (
        Asked(id=question.id, orders=tuple(_orders(question, seed, targets.get(question.id, ())))) for question in order
    )
    return Form(letter=letter, asked=tuple(asked))


def _orders(question: Question, seed: str, targets: tuple[str, ...]) -> Iterator[Order]:
    """Yield the orders that a form gives a question; none for what it shows as written, or has nothing to show."""
    own = f"{seed}\n{question.id}"
    match question.interaction:
        case interactions.Choice(options=options):
            yield from _choice("", [option.id for option in options], own, question)
        case interactions.Hotspot(areas=areas):
            yield from _choice("", [area.option.id for area in areas], own, question)
        case interactions.Cloze(gaps=gaps):
            for gap in gaps:
                if isinstance(gap.interaction, interactions.Choice):
                    ids = [option.id for option in gap.interaction.options]
                    yield from _choice(gap.id, ids, f"{own}\n{gap.id}", question)
        case interactions.Match():
            yield "", shuffled(targets, own if question.shuffle else question.id, str)
        case interactions.Order(items=items):
            ids = [item.id for item in items]
            yield "", shuffled(ids, own if question.shuffle else question.id, str)
        case interactions.TrueFalse() | interactions.Numeric() | interactions.TextEntry():
            return
        case interactions.ExtendedText() | interactions.Likert():
            return
        case _:
            assert_never(question.interaction)


def _choice(name: str, ids: Sequence[str], seed: str, question: Question) -> Iterator[Order]:
    if question.shuffle:
        yield name, mixed(ids, seed, str)


def _targets(editions: Sequence[Edition]) -> dict[str, tuple[str, ...]]:
    """Return the pairs whose right sides each match shows: of those that are equal in all languages, the first."""
    texts: dict[str, dict[str, list[str]]] = {}
    for edition in editions:
        for question, _ in questions_of_test(edition):
            if isinstance(question.interaction, interactions.Match):
                pairs = texts.setdefault(question.id, {})
                for pair in question.interaction.pairs:
                    pairs.setdefault(pair.id, []).append(pair.right.message)
    return {question: _different(pairs) for question, pairs in texts.items()}


def _different(pairs: dict[str, list[str]]) -> tuple[str, ...]:
    shown: dict[tuple[str, ...], str] = {}
    for pair, rights in pairs.items():
        shown.setdefault(tuple(rights), pair)
    return tuple(shown.values())
