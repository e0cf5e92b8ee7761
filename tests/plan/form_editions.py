"""Random courses with a test: modules, lessons and questions of every type that paper carries, each text one of a kind."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from builder.content.interactions import (
    Area,
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Hotspot,
    Interaction,
    Order,
    OrderItem,
    Rectangle,
)
from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.languages.table import find_language
from builder.model.blocks import Question
from builder.model.course import Tests
from builder.model.edition import Edition
from builder.model.lesson import Lesson, Module, Outcome
from builder.output.resources import Resources
from builder.plan.forms import Form, decide_forms
from tests.plan.quiz_editions import (
    AT,
    edition,
    figure,
    gap,
    gaps,
    lesson,
    likert,
    match,
    numeric,
    option,
    phrase,
    question,
    text_entry,
    true_false,
)

NOTHING = Resources(files={}, fonts="")
KINDS = ("choice", "true-false", "numeric", "text", "match", "order", "cloze", "hotspot", "essay")


def draw_of(items: int, forms: str = "AB", seed: int = 1, percent: int = 70) -> Tests:
    return Tests(span=AT, pass_percent=percent, items=items, forms=tuple(forms), seed=seed)


def forms_of(*editions: Edition) -> tuple[Form, ...]:
    return decide_forms(editions, NOTHING, None)[0]


def course_of(modules: Sequence[Module], tests: Tests | None) -> Edition:
    """Return a whole course of modules."""
    whole = edition(part="all")
    return replace(whole, course=replace(whole.course, tests=tests), modules=tuple(modules))


def one_lesson(*questions: Question, items: int = 99, **others: Any) -> Edition:
    """Return a course of one lesson that asks all its questions."""
    module = edition(*questions).modules[0]
    return course_of([module], draw_of(items, **others))


def in_language(whole: Edition, tag: str) -> Edition:
    """Return a course in another language: every text is another, every id the same."""
    record = find_language(tag)
    assert record is not None

    def translated(phrase: Phrase) -> Phrase:
        words = tuple(
            replace(inline, value=f"{inline.value[::-1]}-{tag}") if hasattr(inline, "value") else inline
            for inline in phrase.inlines
        )
        return replace(phrase, message=f"{phrase.message[::-1]}-{tag}", inlines=words, language=tag)

    return replace(whole, language=record, modules=rewrite(whole.modules, Phrase, translated))


@st.composite
def courses(draw: st.DrawFn) -> Edition:
    """Return a course with one to three modules of one to three lessons, some outcomes asked often, some never."""
    number = iter(range(10_000))
    modules = [_module(f"m{place}", draw, number) for place in range(draw(st.integers(1, 3)))]
    tests = draw_of(
        draw(st.integers(1, 25)), draw(st.sampled_from(["A", "AB", "ABC"])), draw(st.integers(0, 10**9)),
        draw(st.integers(0, 100)),
    )  # fmt: skip
    return course_of(modules, tests)


def _module(id: str, draw: st.DrawFn, number: Any) -> Module:
    lessons = tuple(_lesson(id, f"l{place}", draw, number) for place in range(draw(st.integers(1, 3))))
    return Module(span=AT, id=id, title=phrase(id), summary=None, lessons=lessons)


def _lesson(module: str, id: str, draw: st.DrawFn, number: Any) -> Lesson:
    outcomes = tuple(f"o{place}" for place in range(draw(st.integers(1, 4))))
    asked = [
        _question(f"q-{next(number)}", draw(st.sampled_from((*outcomes, None))), draw)
        for _ in range(draw(st.integers(0, 6)))
    ]
    made = lesson(*asked, id=id)
    named = tuple(Outcome(span=AT, id=name, level="apply", text=phrase(name)) for name in outcomes)
    return replace(made, module=module, outcomes=named, path=f"modules/{module}/{id}.md")


def _question(id: str, outcome: str | None, draw: st.DrawFn) -> Question:
    kind = draw(st.sampled_from((*KINDS, "choice", "choice", "likert")))
    prompt, interaction = _interaction(kind, id, draw)
    return question(
        id, prompt, interaction, use=draw(st.sampled_from(["test", "test", "test", "practice"])), outcome=outcome,
        points=draw(st.integers(1, 5)), shuffle=draw(st.booleans()),
    )  # fmt: skip


def _interaction(kind: str, id: str, draw: st.DrawFn) -> tuple[str | Phrase, Interaction]:
    prompt = f"prompt {id}"
    match kind:
        case "choice":
            return prompt, _choice(id, draw)
        case "true-false":
            return prompt, true_false(draw(st.booleans()))
        case "numeric":
            return prompt, numeric(f"{draw(st.integers(-99, 99))}", f"{draw(st.integers(0, 3))}")
        case "text":
            return prompt, text_entry(f"word-{id} | other-{id}")
        case "match":
            return prompt, _match(id, draw)
        case "order":
            count = draw(st.integers(2, 5))
            items = (OrderItem(span=AT, id=f"s{n}", text=phrase(f"item-{id}-{n}")) for n in range(count))
            return prompt, Order(span=AT, items=tuple(items))
        case "cloze":
            filled = {"one": numeric("20", "5"), "two": _choice(f"{id}g", draw, multiple=False)}
            told, _ = gaps((f"{prompt} ", gap("one"), " and ", gap("two")))
            fields = tuple(GapField(span=AT, id=name, interaction=one) for name, one in filled.items())
            return told, Cloze(span=AT, gaps=fields)
        case "hotspot":
            shape = Rectangle(span=AT, x=1, y=1, width=9, height=9)  # type: ignore[arg-type]
            options = _choice(id, draw, multiple=False).options
            areas = tuple(Area(span=AT, option=one, shape=shape) for one in options)
            return prompt, Hotspot(span=AT, figure=figure(), areas=areas)
        case "essay":
            return prompt, ExtendedText(span=AT)
        case _:
            return prompt, likert("a statement")


def _choice(id: str, draw: st.DrawFn, *, multiple: bool | None = None) -> Choice:
    several = draw(st.booleans()) if multiple is None else multiple
    count = draw(st.integers(2, 5))
    right = draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=count if several else 1))
    options = (option(f"o{n}", f"option-{id}-{n}", correct=n in right) for n in range(count))
    return Choice(span=AT, multiple=several, options=tuple(options))


def _match(id: str, draw: st.DrawFn) -> Any:
    count = draw(st.integers(2, 4))
    pairs: list[tuple[str | None, str]] = [
        (f"left-{id}-{n}", f"right-{id}-{draw(st.integers(0, 3))}") for n in range(count)
    ]
    pairs += [(None, f"right-{id}-none")] * draw(st.integers(0, 1))
    return match(*pairs)
