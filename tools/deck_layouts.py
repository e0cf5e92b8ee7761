# ruff: noqa: E501
"""The layouts of the default deck theme: placeholders, grounds and drawn marks, in points on a 960 × 540 slide."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from deck_art import Box, arches, rectangle

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 50.4
INNER = WIDTH - 2 * MARGIN

TITLE = (MARGIN, 36.0, INNER, 79.2)
BODY = (MARGIN, 122.4, INNER, 352.8)
NOTE = (MARGIN, 478.8, INNER, 28.8)
FOOTER = (MARGIN, 511.2, 620.0, 18.0)
NUMBER = (WIDTH - MARGIN - 220.0, 511.2, 220.0, 18.0)


@dataclass(frozen=True, kw_only=True)
class Level:
    """How one level of a text looks."""

    size: float
    colour: str = "tx1"
    bold: bool = False
    bullet: str = ""
    margin: float = 0.0
    hanging: float = 0.0
    before: float = 0.0
    line: int = 100
    align: str = "l"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A placeholder of a layout."""

    name: str
    kind: str
    index: int
    box: Box
    prompt: str = ""
    levels: Sequence[Level] = ()
    anchor: str = "t"
    insets: Box = (0.0, 0.0, 0.0, 0.0)
    fill: str = ""
    outline: str = ""
    geometry: str = "rect"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A named layout."""

    name: str
    kind: str = ""
    ground: str = ""
    art: Sequence[str] = ()
    holders: Sequence[Holder] = field(default_factory=tuple)
    strip: tuple[str, str] = ("accent5", "accent5")
    """The colours of the strip's two ends."""


def bodies(scale: float = 1.0, before: float = 12.0) -> tuple[Level, ...]:
    """Return the five levels of points."""
    return (
        Level(size=28 * scale, bullet="•", margin=25.2, hanging=25.2, before=before),
        Level(size=24 * scale, bullet="◦", margin=50.4, hanging=21.6, before=5),
        Level(size=22 * scale, bullet="–", margin=72.0, hanging=21.6, before=4),
        Level(size=20 * scale, bullet="•", margin=93.6, hanging=21.6, before=4),
        Level(size=20 * scale, bullet="–", margin=115.2, hanging=21.6, before=4),
    )


def _title(box: Box = TITLE, anchor: str = "t", **levels: object) -> Holder:
    look = {"size": 34, "colour": "tx2", "bold": True, "line": 90} | levels
    return Holder(name="Title", kind="title", index=0, box=box, prompt="Title", levels=(Level(**look),), anchor=anchor)  # type: ignore[arg-type]


def _note(box: Box = NOTE, colour: str = "accent5", anchor: str = "b") -> Holder:
    look = Level(size=12, colour=colour)
    return Holder(name="Note", kind="body", index=10, box=box, prompt="Note", levels=(look,), anchor=anchor)


def _caption(box: Box) -> Holder:
    return Holder(
        name="Caption", kind="body", index=9, box=box, prompt="Caption", levels=(Level(size=14, colour="accent5"),)
    )


def _kicker(box: Box, size: float = 16) -> Holder:
    look = Level(size=size, colour="accent4", bold=True)
    return Holder(name="Label", kind="body", index=8, box=box, prompt="Label", levels=(look,), anchor="b")


def _body(
    box: Box = BODY, index: int = 1, *, kind: str = "", name: str = "Text", levels: Sequence[Level] = ()
) -> Holder:
    return Holder(name=name, kind=kind, index=index, box=box, prompt="Text", levels=levels)


def _half(side: int, top: float = BODY[1]) -> Box:
    width = (INNER - 36) / 2
    return (MARGIN + side * (width + 36), top, width, BODY[1] + BODY[3] - top)


def _third(side: int) -> Box:
    width = (INNER - 56) / 3
    return (MARGIN + side * (width + 28), BODY[1], width, BODY[3])


def _logos(box: Box) -> Holder:
    return Holder(name="Logos", kind="pic", index=92, box=box, prompt="Logos")


def _table() -> Holder:
    return Holder(name="Table", kind="tbl", index=3, box=BODY, prompt="Table")


def _picture(box: Box) -> Holder:
    return Holder(name="Picture", kind="pic", index=4, box=box, prompt="Picture")


def _cards() -> tuple[Holder, ...]:
    width, height = (INNER - 14.4) / 2, 100.0
    look = (Level(size=24, margin=28.8, hanging=28.8),)
    return tuple(
        Holder(
            name=f"Answer {number + 1}", kind="body", index=21 + number, prompt="Answer", levels=look, anchor="ctr",
            box=(MARGIN + number % 2 * (width + 14.4), BODY[1] + 10 + number // 2 * (height + 14.4), width, height),
            insets=(21.6, 9, 14.4, 9), fill="bg1", outline="accent6",
        )
        for number in range(6)
    )  # fmt: skip


def _steps(count: int = 6) -> tuple[Holder, ...]:
    width = INNER / count
    heads, texts = Level(size=22, colour="bg1", bold=True, align="ctr"), Level(size=20, before=4)
    chevrons = tuple(
        Holder(
            name=f"Step {number + 1}", kind="body", index=31 + number, prompt="Step", levels=(heads,), anchor="ctr",
            box=(MARGIN + number * width, 180, width - 10, 86.4), fill="accent1",
        )
        for number in range(count)
    )  # fmt: skip
    details = tuple(
        Holder(
            name=f"Detail {number + 1}", kind="body", index=41 + number, prompt="Detail", levels=(texts,),
            box=(MARGIN + number * width, 296, width - 10, 170),
        )
        for number in range(count)
    )  # fmt: skip
    return chevrons + details


def _panel() -> Holder:
    return Holder(
        name="Time and grouping", kind="body", index=7, box=(MARGIN, BODY[1], 194.4, BODY[3]), prompt="Time and grouping",
        levels=(
            Level(size=66, colour="bg1", bold=True, line=90), Level(size=20, colour="bg1"),
            Level(size=14, colour="accent6", before=14), Level(size=20, colour="bg1", before=1),
            Level(size=18, colour="bg1"),
        ),
        insets=(18, 18, 14.4, 18), fill="accent1",
    )  # fmt: skip


def layouts() -> tuple[Layout, ...]:
    """Return all layouts, in the order in which PowerPoint lists them."""
    return (*_openers(), *_contents(), *_tasks(), *_closers())


def _openers() -> tuple[Layout, ...]:
    right = (513.0, WIDTH - 513.0)
    title = Layout(
        name="Title", kind="title", ground="bg2", strip=("accent6", "accent5"),
        art=(*arches(*right, 460.8, 216, 18.7), rectangle("Ground of the title", (0, 0, 513, HEIGHT), "accent1")),
        holders=(
            Holder(
                name="Title", kind="ctrTitle", index=0, box=(MARGIN, 129.6, 432, 216), prompt="Title", anchor="b",
                levels=(Level(size=44, colour="bg1", bold=True, line=90),),
            ),
            Holder(
                name="Subtitle", kind="subTitle", index=1, box=(MARGIN, 360, 432, 96), prompt="Course and module",
                levels=(Level(size=22, colour="bg1", bold=True), Level(size=18, colour="accent6", before=6)),
            ),
            Holder(
                name="Edition", kind="body", index=6, box=(MARGIN, 460.8, 432, 36), prompt="Edition", anchor="b",
                levels=(Level(size=14, colour="accent6"),),
            ),
            _logos((549.6, 36, 360, 150)), _note((MARGIN, 28.8, 432, 64.8), "accent6", "t"),
        ),
    )  # fmt: skip
    section = Layout(
        name="Section", kind="secHead", ground="accent1", strip=("accent6", "accent6"),
        holders=(
            _title((MARGIN, 262.8, INNER, 100.8), anchor="b", size=44, colour="bg1"),
            _body((MARGIN, 374.4, 720, 100), kind="body", levels=(Level(size=22, colour="accent6"),)),
            Holder(
                name="Number", kind="body", index=5, box=(MARGIN, 93.6, 300, 165.6), prompt="1", anchor="b",
                levels=(Level(size=150, colour="number", bold=True, line=90),),
            ),
            _note(colour="accent6"),
        ),
    )  # fmt: skip
    statement = Layout(
        name="Title only", kind="titleOnly", ground="accent6",
        art=(rectangle("Bar", (MARGIN, 208.8, 64.8, 7.2), "accent2"),),
        holders=(_title((MARGIN, 230.4, INNER, 144), size=44), _note()),
    )  # fmt: skip
    return title, section, statement


def _contents() -> tuple[Layout, ...]:
    upper, lower = (MARGIN, BODY[1], INNER, 130.0), (MARGIN, 262.4, INNER, 212.8)
    low = (MARGIN, 454.0, INNER, 21.2)
    return (
        Layout(name="Points", kind="obj", holders=(_title(), _body(), _note())),
        Layout(
            name="Two columns", kind="twoObj",
            holders=(_title(), _body(_half(0)), _body(_half(1), 2, name="Text 2"), _note()),
        ),
        Layout(
            name="Three columns",
            holders=(
                _title(), _body(_third(0)), _body(_third(1), 2, name="Text 2"), _body(_third(2), 11, name="Text 3"), _note(),
            ),
        ),
        Layout(
            name="Comparison",
            holders=(
                _title(),
                *(
                    Holder(
                        name=f"Head {side + 1}", kind="body", index=31 + side, prompt="Head", anchor="ctr", fill=fill,
                        box=(*_third(side)[:3], 46.8), insets=(14.4, 3.6, 14.4, 3.6),
                        levels=(Level(size=24, colour="bg1", bold=True),),
                    )
                    for side, fill in enumerate(("accent1", "accent2", "accent5"))
                ),
                *(_body((*_third(side)[:1], 183, _third(side)[2], 292), 41 + side, name=f"Text {side + 1}") for side in range(3)),
                _note(),
            ),
        ),
        Layout(name="Table", kind="tbl", holders=(_title(), _table(), _note())),
        Layout(name="Chart", kind="chart", holders=(_title(), Holder(name="Chart", kind="chart", index=12, box=BODY, prompt="Chart"), _note())),
        Layout(name="Points and table", holders=(_title(), _body(upper), Holder(
            name="Table", kind="tbl", index=3, box=lower, prompt="Table"), _note())),
        Layout(
            name="Mixed",
            holders=(
                _title(), _body(upper), _body((MARGIN, 262.4, INNER / 2 - 18, 100), 2, name="Text 2"),
                _body((MARGIN, 372.4, INNER / 2 - 18, 100), 11, name="Text 3"),
                Holder(name="Table", kind="tbl", index=3, box=(MARGIN + INNER / 2 + 18, 262.4, INNER / 2 - 18, 90), prompt="Table"),
                _picture((MARGIN + INNER / 2 + 18, 362.4, INNER / 2 - 18, 88)), _caption((MARGIN + INNER / 2 + 18, 454, INNER / 2 - 18, 21.2)), _note(),
            ),
        ),
        Layout(name="Picture", holders=(_title(), _picture((*BODY[:3], 326)), _caption(low), _note())),
        Layout(
            name="Picture and points",
            holders=(_title(), _body(_half(0)), _picture((*_half(1)[:3], 326)), _caption((_half(1)[0], 454, _half(1)[2], 21.2)), _note()),
        ),
        Layout(
            name="Quotation",
            holders=(_title(), _body((MARGIN + 36, BODY[1], INNER - 36, BODY[3]), kind="body", levels=_quotation()), _note()),
        ),
        Layout(
            name="Key message", ground="bg2", art=(rectangle("Bar", (MARGIN, 147.6, 10.1, 216), "accent3"),),
            holders=(
                _title((93.6, 147.6, 763, 216), size=40, line=95), _kicker((93.6, 104.4, 763, 30), 18),
                _body((93.6, 370.8, 763, 104), kind="body", levels=(Level(size=24, before=4),)), _note(),
            ),
        ),
        Layout(
            name="Key messages", ground="bg2", art=(rectangle("Bar", (0, 0, 18, HEIGHT), "accent3"),),
            holders=(_title(), _body(), _note()),
        ),
        Layout(name="Process", holders=(_title(), *_steps(), _note())),
        Layout(name="Timeline", holders=(_title(), *_moments(), _note())),
    )  # fmt: skip


def _quotation() -> tuple[Level, ...]:
    return (Level(size=30, colour="tx2", before=8), Level(size=20, colour="accent5", before=8))


def _moments(count: int = 6) -> tuple[Holder, ...]:
    width = INNER / count
    when, what = Level(size=24, colour="tx2", bold=True), Level(size=20, before=4)
    return (
        *(
            Holder(
                name=f"Moment {number + 1}", kind="body", index=31 + number, prompt="Moment", levels=(when,), anchor="b",
                box=(MARGIN + number * width, 150, width - 10, 80),
            )
            for number in range(count)
        ),
        *(
            Holder(
                name=f"Detail {number + 1}", kind="body", index=41 + number, prompt="Detail", levels=(what,),
                box=(MARGIN + number * width, 262, width - 10, 205),
            )
            for number in range(count)
        ),
    )  # fmt: skip


def _tasks() -> tuple[Layout, ...]:
    beside = (MARGIN + 223.2, BODY[1], INNER - 223.2, BODY[3])
    label = (MARGIN, 10.8, INNER, 25.2)
    text = (Level(size=28, before=10), *bodies()[1:])
    edge = rectangle("Edge", (0, 0, 10.8, HEIGHT), "accent4")
    return (
        Layout(name="Activity", holders=(_title(), _panel(), _body(beside, levels=_task()), _note())),
        Layout(name="Question", holders=(_title(), _body((*BODY[:3], 100), levels=text), *_cards(), _note())),
        Layout(
            name="Question with pairs",
            holders=(_title(), _body(_half(0), levels=_pairs()), _body(_half(1), 2, name="Text 2", levels=_pairs()), _note()),
        ),
        Layout(
            name="Case", art=(edge,),
            holders=(_title(), _kicker(label, 18), _body(levels=text), _picture((*_half(1)[:3], 326)), _caption((_half(1)[0], 454, _half(1)[2], 21.2)), _note()),
        ),
    )  # fmt: skip


def _task() -> tuple[Level, ...]:
    return (Level(size=26, bullet="•", margin=28.8, hanging=28.8, before=10), *bodies()[1:])


def _pairs() -> tuple[Level, ...]:
    return (Level(size=24, margin=32.4, hanging=32.4, before=10), *bodies()[1:])


def _closers() -> tuple[Layout, ...]:
    lists = (Level(size=18, margin=18, hanging=18, before=4),)
    return (
        Layout(name="Sources", holders=(_title((*TITLE[:3], 52), ), _body((MARGIN, 97.2, INNER, 378), levels=lists), _note())),
        Layout(
            name="Closing", ground="accent6", art=arches(660, 300, 460.8, 144, 12.5),
            holders=(
                _title((MARGIN, 79.2, 560, 144), anchor="b", size=44), _body((MARGIN, 241.2, 560, 140), levels=(Level(size=28),), kind="body"),
                Holder(
                    name="Imprint", kind="body", index=6, box=(MARGIN, 396, 560, 79.2), prompt="Imprint", anchor="b",
                    levels=(Level(size=14, colour="accent5", before=2),),
                ),
                _logos((660, 79.2, 249.6, 144)), _note(),
            ),
        ),
        Layout(
            name="Imprint",
            holders=(
                _title((*TITLE[:3], 52)), Holder(
                    name="Funding", kind="body", index=13, box=(MARGIN, 104.4, INNER, 64.8), prompt="Funding", anchor="ctr",
                    levels=(Level(size=16),),
                ),
                _body((MARGIN, 187.2, INNER, 212.4), levels=(Level(size=18, before=8),)), _logos((MARGIN, 417.6, INNER, 50.4)), _note(),
            ),
        ),
    )  # fmt: skip
