"""Random lessons as trees: each text is a word of its own that says who may read it."""

from decimal import Decimal
from itertools import count
from typing import Any

from hypothesis import strategies as st

from builder.content.interactions import (
    Area,
    Circle,
    ExtendedText,
    GapField,
    Hotspot,
    Likert,
    Match,
    Option,
    Order,
    OrderItem,
    Pair,
    TextEntry,
)
from builder.content.interactions import Choice as ChoiceOf
from builder.content.interactions import Cloze as ClozeOf
from builder.content.prose import (
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from builder.model.blocks import (
    Activity,
    Callout,
    Card,
    Case,
    Column,
    Columns,
    Diagram,
    Inject,
    Only,
    Question,
    TeachingBlock,
)
from tests.plan.quiz_editions import AT, PICTURE, SIX, phrase

SECRET, OPEN = "zsecret", "zopen"
DEEPEST = 3
_PROSE = ("paragraph", "list", "table", "figure", "quotation", "definitions", "code", "heading")
_HOLDERS = ("only", "callout", "columns", "diagram", "card", "activity", "question", "question", "inject", "case")
_KINDS = (
    "single",
    "multiple",
    "text",
    "match",
    "order",
    "cloze",
    "hotspot",
    "essay",
    "likert",
    "true-false",
    "numeric",
)


@st.composite
def lessons_of_blocks(draw: st.DrawFn) -> tuple[TeachingBlock, ...]:
    """Return the blocks of a slide, secrets among them."""
    return _Maker(draw).blocks(secret=False, depth=0, holders=_HOLDERS)


class _Maker:
    """Draws blocks; everything below a secret is secret."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.numbers = count()

    def word(self, secret: bool) -> str:
        return f"{SECRET if secret else OPEN}{next(self.numbers)}"

    def phrase(self, secret: bool) -> Any:
        return phrase(self.word(secret))

    def blocks(self, *, secret: bool, depth: int, holders: tuple[str, ...] = ()) -> tuple[Any, ...]:
        kinds = _PROSE if depth >= DEEPEST else (*_PROSE[:3], *holders)
        chosen = self.draw(st.lists(st.sampled_from(kinds), max_size=5 if depth == 0 else 2))
        return tuple(self.block(kind, secret, depth) for kind in chosen)

    def prose(self, secret: bool) -> tuple[Any, ...]:
        return tuple(
            self.block(kind, secret, DEEPEST) for kind in self.draw(st.lists(st.sampled_from(_PROSE), max_size=2))
        )

    def block(self, kind: str, secret: bool, depth: int) -> Any:
        match kind:
            case "paragraph":
                return Paragraph(span=AT, text=self.phrase(secret))
            case "heading":
                return Heading(span=AT, level=4, id=None, text=self.phrase(secret))
            case "list":
                items = tuple(ListItem(span=AT, text=self.phrase(secret)) for _ in range(2))
                return List(span=AT, ordered=self.draw(st.booleans()), start=1, items=items)
            case "table":
                row = (self.phrase(secret), self.phrase(secret))
                return Table(span=AT, header=row, rows=(row,), alignments=(None, None))
            case "figure":
                return Figure(
                    span=AT, id=None, path=PICTURE, alternative=self.phrase(secret), caption=self.phrase(secret),
                    decorative=False,
                )  # fmt: skip
            case "quotation":
                return Quotation(span=AT, children=(Paragraph(span=AT, text=self.phrase(secret)),))
            case "definitions":
                meaning = ((Paragraph(span=AT, text=self.phrase(secret)),),)
                item = Definition(span=AT, term=self.phrase(secret), meanings=meaning)
                return DefinitionList(span=AT, items=(item,))
            case "code":
                return CodeBlock(span=AT, info="", text=self.word(secret))
            case _:
                return self.holder(kind, secret, depth + 1)

    def holder(self, kind: str, secret: bool, depth: int) -> Any:
        def inner(*, hidden: bool = secret) -> tuple[Any, ...]:
            return self.blocks(secret=hidden, depth=depth, holders=_HOLDERS)

        match kind:
            case "only":
                place = self.draw(st.sampled_from(["handout", "notes", "trainer"]))
                return Only(span=AT, place=place, children=inner(hidden=secret or place != "handout"))
            case "callout":
                name = self.draw(st.sampled_from(["key", "note", "example", "warning"]))
                return Callout(span=AT, kind=name, title=self.phrase(secret), children=inner())
            case "columns":
                return Columns(span=AT, columns=tuple(Column(span=AT, children=inner()) for _ in range(2)))
            case "diagram":
                name = self.draw(st.sampled_from(["process", "timeline"]))
                body = self.block("list", secret, DEEPEST)
                return Diagram(span=AT, kind=name, title=self.phrase(secret), body=body, children=self.prose(secret))
            case "card":
                return Card(
                    span=AT, id=None, title=self.phrase(True), role=self.phrase(True), children=inner(hidden=True)
                )
            case "activity":
                return Activity(
                    span=AT, id=None, title=self.phrase(secret), minutes=5, grouping=None, size=None, outcomes=(),
                    children=inner(), output=self.prose(secret), debrief=self.prose(secret),
                )  # fmt: skip
            case "inject":
                return Inject(span=AT, title=self.phrase(secret), minutes=5, children=inner())
            case "case":
                name = f"case-{next(self.numbers)}"
                return Case(span=AT, id=name, title=self.phrase(secret), children=inner(), answer=self.prose(True))
            case _:
                return self.question(secret)

    def question(self, secret: bool) -> Question:
        use = self.draw(st.sampled_from(["practice", "test"]))
        kind = self.draw(st.sampled_from(_KINDS))
        secret = secret or use == "test"
        prompt = (Paragraph(span=AT, text=self.phrase(secret)), *self.prose(secret))
        return Question(
            span=AT, id=f"q-{next(self.numbers)}", type=kind, prompt=prompt, interaction=self.interaction(kind, secret),
            points=1, outcome=None, use=use, shuffle=self.draw(st.booleans()), hint=self.prose(secret),
            explanation=self.prose(secret), guidance=self.prose(secret),
        )  # fmt: skip

    def interaction(self, kind: str, secret: bool) -> Any:
        match kind:
            case "single" | "multiple":
                return ChoiceOf(span=AT, multiple=kind == "multiple", options=self.options(secret))
            case "text":
                return TextEntry(span=AT, accepted=self.phrase(secret))
            case "match":
                pairs = (
                    Pair(span=AT, id=f"p{n}", left=self.phrase(secret) if n else None, right=self.phrase(secret))
                    for n in range(3)
                )
                return Match(span=AT, pairs=tuple(pairs))
            case "order":
                items = (OrderItem(span=AT, id=f"s{n}", text=self.phrase(secret)) for n in range(2))
                return Order(span=AT, items=tuple(items))
            case "cloze":
                gap = TextEntry(span=AT, accepted=self.phrase(secret))
                return ClozeOf(span=AT, gaps=(GapField(span=AT, id="g", interaction=gap),))
            case "hotspot":
                shape = Circle(span=AT, x=Decimal(5), y=Decimal(5), radius=Decimal(2))
                areas = tuple(Area(span=AT, option=option, shape=shape) for option in self.options(secret))
                return Hotspot(span=AT, figure=self.block("figure", secret, DEEPEST), areas=areas)
            case "essay":
                return ExtendedText(span=AT)
            case "likert":
                statement = OrderItem(span=AT, id="s", text=self.phrase(secret))
                return Likert(span=AT, scale="agree-5", statements=(statement,))
            case _:
                return next(question.interaction for question in SIX if question.type == kind)

    def options(self, secret: bool) -> tuple[Option, ...]:
        return tuple(
            Option(span=AT, id=f"o{n}", text=self.phrase(secret), correct=n == 0, feedback=self.prose(secret))
            for n in range(2)
        )
