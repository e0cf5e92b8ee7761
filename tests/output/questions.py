"""Generated interactions, each with answers to it: right, wrong, partly right, empty, and odd ones."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from builder.content.interactions import Rectangle
from builder.output.document import Figure
from builder.output.image import Image
from builder.output.quiz import (
    Area,
    Choice,
    Cloze,
    GapField,
    Hotspot,
    Interaction,
    Labelled,
    Match,
    Numeric,
    Option,
    Order,
    Stem,
    TextEntry,
    TrueFalse,
)
from builder.output.scoring import Answer
from builder.output.text import Run, Runs
from builder.source import Span

AT = Span.at("modules/concepts/01-words.md", 7)
IDS = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,3}", fullmatch=True), min_size=1, max_size=6, unique=True)
WEIGHTS = st.one_of(st.just(Decimal(0)), st.decimals(-100, 100, places=2))
WORDS = st.text(st.sampled_from("aAbBčćČđžшШљЉ ß-‐’'ʼ\u00a0\u00ad\u200bе\u0301İıſσςΣ"), min_size=1, max_size=8)
NUMBERS = st.decimals(-10_000, 10_000, places=4)
TOLERANCES = st.one_of(st.just(Decimal(0)), st.decimals(0, 20, places=3))
UNITS = st.sampled_from([(), ("%",), ("km", "kilometres"), ("минути", "мин"), ("m", "km")])
Asked = tuple[Interaction, Answer]


def runs(text: str, language: str = "sr-Cyrl") -> Runs:
    return (Run(text=text, language=language),)


def option(id: str, correct: bool, fraction: Decimal) -> Option:
    return Option(id=id, text=runs(id), correct=correct, fraction=fraction, feedback=())


@st.composite
def options(draw: Any) -> tuple[Option, ...]:
    """Options whose right ones are worth something, as checks of lessons demand."""
    ids = draw(IDS)
    right = draw(st.sets(st.sampled_from(ids), min_size=1))
    share = (Decimal(100) / len(right)).quantize(Decimal("0.00001"))
    return tuple(option(id, id in right, share if id in right else draw(WEIGHTS)) for id in ids)


@st.composite
def choices(draw: Any, *, multiple: bool | None = None) -> Asked:
    several = draw(st.booleans()) if multiple is None else multiple
    made = draw(options())
    chosen = draw(st.sets(st.sampled_from([option.id for option in made]), max_size=None if several else 1))
    return Choice(multiple=several, options=made), frozenset(chosen)


@st.composite
def hotspots(draw: Any) -> Asked:
    choice, chosen = draw(choices())
    image = Image(media_type="image/png", width=2, height=1, data=b"", digest="")
    shape = Rectangle(span=AT, x=Decimal(1), y=Decimal(1), width=Decimal(5), height=Decimal(5))
    areas = tuple(Area(option=option, shape=shape) for option in choice.options)
    figure = Figure(id="", image=image, alternative=runs("x"), caption=())
    return Hotspot(figure=figure, areas=areas, multiple=choice.multiple), chosen


@st.composite
def numerics(draw: Any) -> Asked:
    value, tolerance, units = draw(NUMBERS), draw(TOLERANCES), draw(UNITS)
    near = st.sampled_from([value, value + tolerance, value - tolerance, value + tolerance + Decimal("0.0001")])
    typed = draw(st.one_of(typed_numbers(near, units), typed_numbers(NUMBERS, units), odd_numbers()))
    return Numeric(value=value, tolerance=tolerance, units=tuple(runs(unit)[0] for unit in units)), typed


@st.composite
def typed_numbers(draw: Any, numbers: st.SearchStrategy[Decimal], units: tuple[str, ...] = ()) -> str:
    """A number as people of one country or another type it."""
    number = draw(numbers)
    grouped = draw(st.sampled_from(["", ",", ".", " ", "’", "\u202f"]))
    text = f"{number:,f}".replace(",", "T").replace(".", "D")
    mark = draw(st.sampled_from([mark for mark in ",." if mark != grouped]))
    minus = draw(st.sampled_from("-−–"))
    blank = draw(st.sampled_from(["", " ", "\u00a0"]))
    unit = draw(st.sampled_from(["", *units, *(unit.upper() for unit in units), "stones"]))
    return f"{text.replace('T', grouped).replace('D', mark).replace('-', minus)}{blank}{unit}"


def odd_numbers() -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(["", " ", "-", ".", ",", "1e5", "1,2,3", "1.2.3", "1,234", "1.234", "12,34.5", "0x10", "∞", "٣", "1 2"]),
        st.text(st.sampled_from("0123456789.,-+ '"), max_size=8),
    )  # fmt: skip


@st.composite
def text_entries(draw: Any) -> Asked:
    accepted = draw(st.lists(WORDS, min_size=1, max_size=3))
    near = st.sampled_from(
        [variant for text in accepted for variant in (text, text.upper(), f"  {text}\t", f"{text}x")]
    )
    return TextEntry(accepted=tuple(runs(text)[0] for text in accepted)), draw(st.one_of(near, WORDS, st.just("")))


@st.composite
def matches(draw: Any) -> Asked:
    ids = draw(IDS)
    targets = draw(IDS)
    stems = tuple(Stem(id=id, text=runs(id), target=draw(st.sampled_from(targets))) for id in ids)
    answered = draw(st.sets(st.sampled_from(ids)))
    given = {stem.id: draw(st.sampled_from([stem.target, *targets])) for stem in stems if stem.id in answered}
    return Match(stems=stems, targets=tuple(Labelled(id=id, text=runs(id)) for id in targets)), given


@st.composite
def orders(draw: Any) -> Asked:
    ids = draw(IDS)
    return Order(items=tuple(Labelled(id=id, text=runs(id)) for id in ids)), tuple(draw(st.permutations(ids)))


@st.composite
def clozes(draw: Any) -> Asked:
    fields = {id: draw(st.one_of(numerics(), text_entries(), choices(multiple=False))) for id in draw(IDS)}
    answered = draw(st.sets(st.sampled_from(sorted(fields))))
    gaps = tuple(GapField(id=id, interaction=interaction) for id, (interaction, _) in fields.items())
    return Cloze(gaps=gaps), {id: answer for id, (_, answer) in fields.items() if id in answered}


def true_falses() -> st.SearchStrategy[Asked]:
    answers = st.sampled_from([frozenset({"true"}), frozenset({"false"}), frozenset()])
    return st.tuples(st.builds(TrueFalse, answer=st.booleans()), answers)


def asked() -> st.SearchStrategy[Asked]:
    """Any interaction that is scored, with an answer to it."""
    return st.one_of(
        choices(), true_falses(), hotspots(), numerics(), text_entries(), matches(), orders(), clozes()
    )  # fmt: skip


def right_answer(interaction: Interaction) -> Answer:
    """Return the answer that the key has."""
    match interaction:
        case Choice(options=options, multiple=multiple):
            return _right(options, multiple)
        case Hotspot(areas=areas, multiple=multiple):
            return _right(tuple(area.option for area in areas), multiple)
        case TrueFalse(answer=answer):
            return frozenset({"true" if answer else "false"})
        case Numeric(value=value):
            return f"{value:f}"
        case TextEntry(accepted=accepted):
            return accepted[0].text
        case Match(stems=stems):
            return {stem.id: stem.target for stem in stems}
        case Order(items=items):
            return tuple(item.id for item in items)
        case Cloze(gaps=gaps):
            return {gap.id: right_answer(gap.interaction) for gap in gaps}  # type: ignore[misc]
        case _:
            raise TypeError


def _right(options: tuple[Option, ...], multiple: bool) -> frozenset[str]:
    right = [option.id for option in options if option.correct]
    return frozenset(right if multiple else right[:1])
