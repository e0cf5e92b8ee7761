"""The publisher on a deck: logos on its first and last slides, the emblem of who paid beside the statement."""

from collections.abc import Iterator, Sequence

from builder.output.deck import NO_INSETS, Box, Look, Paragraph, PictureShape, Placeholder, TextShape
from builder.output.document import Logo
from builder.output.text import Runs
from builder.plan.brand import emblem, logos, statement
from builder.plan.deck.fitting import text_need
from builder.plan.deck.scenes import Unit
from builder.plan.deck.setting import Setting
from builder.plan.deck.slots import Fixed, Slots
from builder.plan.second import below
from builder.typeset.template import Area
from builder.typeset.template_roles import BORROWED, LOGOS, STATEMENT

_BETWEEN, _ROWS = 18.0, 12.0
"""Room between two pictures of a row, and between two rows."""
_LOGO, _EMBLEM, _LEAST = 44.0, 54.0, 26.0
"""Points in height: no logo is taller than the emblem."""
_WIDEST = 3.4
"""How much wider than high a logo may be before it is drawn lower than the others."""
_WORDS, _SIZES = 110.0, (18.0, 16.0, 14.0, 12.0)
"""The least room for the statement beside its emblem, and its sizes."""


def brand_shapes(layout: str, setting: Setting, slots: Slots) -> Iterator[Fixed]:
    """Yield what a slide on one of our layouts shows of the publisher, from left to right."""
    marks, paid = logos(setting.voice), emblem(setting.voice)
    most = _LOGO
    area = slots.take((STATEMENT,)) if layout == "Imprint" else None
    if area is not None:
        most = min(most, area.box.height)
        yield from _funding(area.box, area, paid, setting, required=True)
    place = slots.take((LOGOS,)) if layout in ("Title", "Closing", "Imprint") else None
    if place is None:
        return
    if layout != "Title":
        yield from _row(marks, _cut(place.box, most), _WIDEST)
        return
    above, below = _halves(place.box, bool(marks), paid is not None)
    yield from _row(marks, above, _WIDEST)
    if paid is not None:
        yield from _funding(below, place, paid, setting, required=False)


def shows_logos(layout: str, setting: Setting) -> bool:
    """Return whether a slide on a layout shows any picture of the publisher's."""
    return layout in ("Title", "Closing") and bool(logos(setting.voice) or emblem(setting.voice))


def _halves(box: Box, has_logos: bool, has_emblem: bool) -> tuple[Box, Box]:
    """Return where logos stand and where the emblem does: one over the other if there is room, else side by side."""
    if not (has_logos and has_emblem):
        return _cut(box, _LOGO), _cut(box, _EMBLEM)
    if box.height >= 2 * _LEAST + _ROWS:
        high = (box.height - _ROWS) / 2
        lower = Box(left=box.left, top=box.top + high + _ROWS, width=box.width, height=high)
        return _cut(Box(left=box.left, top=box.top, width=box.width, height=high), _LOGO), _cut(lower, _EMBLEM)
    half = (box.width - _BETWEEN) / 2
    right = Box(left=box.left + half + _BETWEEN, top=box.top, width=half, height=box.height)
    return _cut(right, _LOGO), _cut(Box(left=box.left, top=box.top, width=half, height=box.height), _EMBLEM)


def _cut(box: Box, most: float) -> Box:
    return Box(left=box.left, top=box.top, width=box.width, height=min(box.height, most))


def _row(marks: Sequence[Logo], box: Box, widest: float) -> Iterator[Fixed]:
    """Yield pictures of one height side by side, all smaller by one share where they would be too wide."""
    sizes = [_size(mark, box.height, widest) for mark in marks]
    whole = sum(width for width, _ in sizes) + _BETWEEN * (len(sizes) - 1)
    share = min(1.0, (box.width - _BETWEEN * (len(sizes) - 1)) / max(whole - _BETWEEN * (len(sizes) - 1), 1.0))
    left = box.left
    for mark, (width, height) in zip(marks, sizes, strict=True):
        top = box.top + (box.height - height * share) / 2
        frame = Box(
            left=round(left, 2), top=round(top, 2), width=round(width * share, 2), height=round(height * share, 2)
        )
        yield Fixed(_picture(mark, frame), 0.0)
        left += width * share + _BETWEEN


def _size(mark: Logo, height: float, widest: float) -> tuple[float, float]:
    ratio = mark.image.width / mark.image.height
    high = min(height, height * widest / ratio)
    return high * ratio, high


def _picture(mark: Logo, box: Box) -> PictureShape:
    return PictureShape(
        name="Logo", box=box, placeholder=None, image=mark.image, alternative=mark.alternative, decorative=False
    )


def _funding(box: Box, area: Area, paid: Logo | None, setting: Setting, *, required: bool) -> Iterator[Fixed]:
    """Yield the emblem with the statement beside it; where the words would not fit, nothing unless they are required.

    The last slide shows them in any case.
    """
    words = below(statement(setting.voice), statement(setting.second.voice) if setting.second else ())
    width = _size(paid, box.height, _WIDEST)[0] + _BETWEEN * 0.7 if paid else 0.0
    room = Box(left=box.left + width, top=box.top, width=max(box.width - width, 1.0), height=box.height)
    written = _words(words, room, area, setting)
    if not words or not (required or (written.over <= 0 and room.width >= _WORDS)):
        return
    if paid is not None:
        yield from _row((paid,), Box(left=box.left, top=box.top, width=width, height=box.height), _WIDEST)
    yield written


def _words(words: Runs, box: Box, area: Area, setting: Setting) -> Fixed:
    """Return the statement at the largest size at which it fits; at the smallest where it fits at none."""
    given, holder = area.look(0), area.placeholder
    if holder.kind != "body":
        holder = Placeholder(kind="body", index=BORROWED + STATEMENT)
    over, paragraph = 0.0, Paragraph(runs=words, look=given)
    for size in _SIZES:
        look = Look(
            size=size, colour=given.colour, font=given.font, caps=given.caps, italic=given.italic, bold=given.bold
        )
        paragraph = Paragraph(runs=words, look=look)
        need = text_need((Unit(paragraph=paragraph, shaped=setting.measured(words, look)),), 0, box.width, setting)
        over = need.height - box.height
        if over <= 0 and not need.overlong:
            break
    shape = TextShape(
        name="Funding", box=box, placeholder=holder, paragraphs=(paragraph,), insets=NO_INSETS, anchor="middle"
    )
    return Fixed(shape, over)
