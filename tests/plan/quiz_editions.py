"""Editions built by hand: one lesson with every question type, in any language and with any texts."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

from builder.content.inlines import Emphasis, Foreign, Gap, Inlines, NameMark, Text
from builder.content.interactions import (
    Area,
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Hotspot,
    Interaction,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    OrderItem,
    Pair,
    Rectangle,
    TextEntry,
    TrueFalse,
)
from builder.content.phrase import Kind, Phrase
from builder.content.prose import Blocks, Figure, List, ListItem, Paragraph, Table
from builder.languages.interface import Interface, InterfaceText
from builder.languages.states import State
from builder.languages.table import find_language
from builder.languages.words import Word
from builder.model.blocks import Case, Inject, Only, Question, QuestionType, TeachingBlock, Use
from builder.model.course import Course
from builder.model.edition import Edition, Picture
from builder.model.lesson import Lesson, Module, Outcome, Slide, Step
from builder.model.workspace import ApprovedText, Mark, Publisher
from builder.source import Span

AT = Span.at("modules/concepts/01-words.md", 7)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50"/></svg>'
PICTURE = "modules/concepts/figures/arm.svg"
_TYPES: Mapping[type[Any], QuestionType] = {
    TrueFalse: "true-false", Numeric: "numeric", TextEntry: "text", Match: "match", Order: "order", Cloze: "cloze",
    Hotspot: "hotspot", ExtendedText: "essay", Likert: "likert",
}  # fmt: skip


def phrase(
    *parts: str | Inlines, language: str = "en", state: State = State.REVIEWED, kind: Kind = Kind.PROMPT
) -> Phrase:
    inlines = tuple(
        inline
        for part in parts
        for inline in ((Text(span=AT, value=part),) if isinstance(part, str) else part)
    )  # fmt: skip
    message = "".join(inline.value for inline in inlines if isinstance(inline, Text))
    return Phrase(
        span=AT, message=message, inlines=inlines, kind=kind, place="q", language=language, state=state
    )  # fmt: skip


def prose(text: str | Phrase) -> Blocks:
    return (Paragraph(span=AT, text=phrase(text) if isinstance(text, str) else text),) if text else ()


def option(id: str, text: str, *, correct: bool = False, weight: str | None = None, feedback: str = "") -> Option:
    return Option(
        span=AT, id=id, text=phrase(text), correct=correct, weight=None if weight is None else Decimal(weight),
        feedback=prose(feedback),
    )  # fmt: skip


def choice(*options: Option, multiple: bool = False) -> Choice:
    return Choice(span=AT, multiple=multiple, options=options)


def true_false(answer: bool) -> TrueFalse:
    return TrueFalse(span=AT, answer=answer)


def numeric(value: str, tolerance: str = "0", unit: str = "") -> Numeric:
    return Numeric(
        span=AT, value=Decimal(value), tolerance=Decimal(tolerance),
        unit=phrase(unit, kind=Kind.UNIT) if unit else None,
    )  # fmt: skip


def text_entry(accepted: str, *, state: State = State.REVIEWED, language: str = "en") -> TextEntry:
    return TextEntry(span=AT, accepted=phrase(accepted, state=state, language=language))


def order(*texts: str) -> Order:
    items = (OrderItem(span=AT, id=f"s{number}", text=phrase(text)) for number, text in enumerate(texts, start=1))
    return Order(span=AT, items=tuple(items))


def area(id: str, text: str, x: int, *, correct: bool = False, feedback: str = "") -> Area:
    shape = Rectangle(span=AT, x=Decimal(x), y=Decimal(30), width=Decimal(20), height=Decimal(30))
    return Area(span=AT, option=option(id, text, correct=correct, feedback=feedback), shape=shape)


def hotspot(*areas: Area) -> Hotspot:
    return Hotspot(span=AT, figure=figure(caption="An arm with a wound"), areas=areas)


def gaps(prompt: tuple[str | Inlines, ...], **filled: Any) -> tuple[Phrase, Cloze]:
    """Return a prompt and what fills its gaps; a gap in the prompt is a tuple of its `Gap`."""
    fields = (GapField(span=AT, id=id, interaction=interaction) for id, interaction in filled.items())
    return phrase(*prompt), Cloze(span=AT, gaps=tuple(fields))


def gap(id: str) -> Inlines:
    return (Gap(span=AT, id=id),)


def likert(*statements: str) -> Likert:
    items = (OrderItem(span=AT, id=f"t{number}", text=phrase(text)) for number, text in enumerate(statements, start=1))
    return Likert(span=AT, scale="agree-5", statements=tuple(items))


def match(*pairs: tuple[str | None, str]) -> Match:
    return Match(
        span=AT,
        pairs=tuple(
            Pair(span=AT, id=f"p{number}", left=None if left is None else phrase(left), right=phrase(right))
            for number, (left, right) in enumerate(pairs, start=1)
        ),
    )


def question(
    id: str, prompt: str | Phrase | Blocks, interaction: Interaction, *, use: Use = "practice", **others: Any
) -> Question:
    if isinstance(interaction, Choice):
        kind: QuestionType = "multiple" if interaction.multiple else "single"
    else:
        kind = _TYPES[type(interaction)]
    blocks = prompt if isinstance(prompt, tuple) else prose(prompt)
    values: dict[str, Any] = {
        "points": 1, "outcome": "define", "shuffle": False, "hint": (), "explanation": (), "guidance": (), **others,
    }  # fmt: skip
    return Question(span=AT, id=id, type=kind, prompt=blocks, interaction=interaction, use=use, **values)


def figure(alternative: str = "An arm", caption: str = "") -> Figure:
    return Figure(
        span=AT, id=None, path=PICTURE, alternative=phrase(alternative), caption=phrase(caption) if caption else None,
        decorative=False,
    )  # fmt: skip


SIX: tuple[Question, ...] = (
    question(
        "q-single", "Which sentence describes disengagement?",
        choice(
            option("a", "She was wrong about everything", weight="-50", feedback="This describes thinking."),
            option("b", "He takes no part in violence", correct=True, feedback="This is behaviour."),
            option("c", "He has served his sentence", feedback="A sentence can end without a change."),
        ),
        hint=prose("What does he do?"), explanation=prose("Disengagement is a change of behaviour."), points=2,
    ),
    question(
        "q-multiple", "Which phrases are fit for a report?",
        choice(
            option("a", "A woman who returned", correct=True, feedback="It states one fact."),
            option("b", "A jihadi bride", weight="-50", feedback="This is a label."),
            option("c", "A person convicted in 2019", correct=True, feedback="Both can be checked."),
            multiple=True,
        ),
        points=2, explanation=prose("It can be checked."),
    ),
    question("q-true", "Every returnee has been convicted.", true_false(False), explanation=prose("Some were.")),
    question("q-number", "What percentage were children?", numeric("67.5", "0.5"), hint=prose("Divide.")),
    question("q-text", "The capital of Albania?", text_entry("Tirana | Tiranë"), explanation=prose("It is.")),
    question(
        "q-match", "What belongs together?",
        match(("Disengagement", "Acts"), ("Deradicalisation", "Thoughts"), ("Rehabilitation", "Help"),
              (None, "A court")),
        points=3,
    ),
)  # fmt: skip

FIVE: tuple[Question, ...] = (
    question(
        "q-order", "Put in order.",
        Order(span=AT, items=(
            OrderItem(span=AT, id="s1", text=phrase("Call")), OrderItem(span=AT, id="s2", text=phrase("Press")),
        )),
    ),
    question(
        "q-gaps",
        phrase("Cool for ", (Gap(span=AT, id="time"),), " minutes under ",
               (Emphasis(span=AT, children=(Gap(span=AT, id="kind"),)),), " water."),
        Cloze(span=AT, gaps=(
            GapField(span=AT, id="time", interaction=numeric("20", "5")),
            GapField(span=AT, id="kind", interaction=choice(option("a", "running", correct=True), option("b", "icy"))),
        )),
    ),
    question(
        "q-where", "Where do you press?",
        Hotspot(span=AT, figure=figure(), areas=(
            Area(span=AT, option=option("a", "On the wound", correct=True), shape=Rectangle(
                span=AT, x=Decimal(40), y=Decimal(30), width=Decimal(20), height=Decimal(15))),
        )),
    ),
    question("q-essay", "Describe a case.", ExtendedText(span=AT), guidance=prose("Two facts, one feeling.")),
    question("q-ready", "I feel ready.", Likert(span=AT, scale="agree-5")),
)  # fmt: skip


def lesson(*blocks: TeachingBlock, id: str = "words", title: str = "Words and aims") -> Lesson:
    slide = Slide(span=AT, id=None, title=None, opening=True, children=blocks)
    step = Step(
        span=AT, id="check", title=phrase("Check"), minutes=10, method=None, core=True, outcomes=(), slides=(slide,)
    )
    return Lesson(
        span=AT, module="concepts", id=id, path=AT.path, title=phrase(title), minutes=10, aim=None,
        outcomes=(Outcome(span=AT, id="define", level="remember", text=phrase("Define.")),), key_messages=(),
        sources=(), steps=(step,),
    )  # fmt: skip


def edition(
    *blocks: TeachingBlock,
    language: str = "en",
    words: Mapping[Word, str] | None = None,
    title: str = "Concepts",
    part: str = "concepts",
    lessons: tuple[Lesson, ...] = (),
) -> Edition:
    record = find_language(language)
    assert record is not None
    texts = {word: (words or {}).get(word, word.value) for word in Word}
    module = Module(span=AT, id="concepts", title=phrase(title), summary=None, lessons=lessons or (lesson(*blocks),))
    mark = Mark(span=AT, symbol="*", policy="every", notes=(
        ApprovedText(span=AT, language="en", text="The note on the name.", source=None, approved=True),
        ApprovedText(span=AT, language="mk", text="Белешка за името.", source=None, approved=False),
    ))  # fmt: skip
    return Edition(
        course=Course(
            span=AT, id="foundations", title=phrase("Foundations"), edition="1.0.0", date="2026-12-01", audience=None,
            languages=("en", "mk"), publisher="default", group=None, variables=(), days=(), tests=None, variants=(),
        ),
        part=part, modules=(module,), language=record, source_language="en",
        publisher=Publisher(
            span=AT, id="default", name="A circle", template=None, colours=(), logos=(), mark=mark, funding=None,
            disclaimers=(),
        ),
        licence="CC-BY-4.0",
        interface=Interface(language=language, texts={
            word: InterfaceText(text=text, language=language, state=State.REVIEWED) for word, text in texts.items()
        }),
        glossary={}, references={},
        pictures={PICTURE: Picture(
            path=PICTURE, media_type="image/svg+xml", width=100, height=50, data=SVG, digest=sha256(SVG).hexdigest()
        )},
    )  # fmt: skip


def with_state(node: Question, state: State) -> Question:
    """Return the question with the state of its prompt changed."""
    (first, *rest) = node.prompt
    assert isinstance(first, Paragraph)
    return replace(node, prompt=(replace(first, text=replace(first.text, state=state)), *rest))


def case(*children: TeachingBlock, title: str = "Mira, 34") -> Case:
    return Case(span=AT, id="case-mira", title=phrase(title), children=children, answer=prose("Secret model answer."))


def inject(text: str) -> Inject:
    return Inject(span=AT, title=None, minutes=5, children=prose(text))


def only(place: Any, *children: TeachingBlock) -> Only:
    return Only(span=AT, place=place, children=children)


def marked(text: str) -> Phrase:
    return phrase(text, (NameMark(span=AT),))


def foreign(text: str, language: str) -> Inlines:
    return (Foreign(span=AT, language=language, children=(Text(span=AT, value=text),)),)


def table(*rows: tuple[str, ...]) -> Table:
    header, *body = [tuple(phrase(cell) for cell in row) for row in rows]
    return Table(span=AT, header=header, rows=tuple(body), alignments=tuple("left" for _ in header))


def points(*texts: str) -> List:
    return List(span=AT, ordered=True, start=3, items=tuple(ListItem(span=AT, text=phrase(text)) for text in texts))
