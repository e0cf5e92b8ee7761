"""The placeholders of one slide, handed out as its elements need them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from builder.output.deck import (
    NO_INSETS,
    Anchor,
    Box,
    Colour,
    Insets,
    Look,
    Paragraph,
    PictureShape,
    Placeholder,
    TextShape,
)
from builder.plan.deck.fitting import size_at
from builder.plan.deck.scenes import Unit
from builder.typeset.template import Area, Theme
from builder.typeset.template_roles import BORROWED

_FIRST_SPARE = 60


class Fixed(NamedTuple):
    """A text or picture in a certain place, and by how much it misses it."""

    shape: TextShape | PictureShape
    over: float


class Slots:
    """What a layout still has to give; it lives as long as one slide is drawn."""

    def __init__(self, layout: str, theme: Theme) -> None:
        self._areas = dict(theme.areas(layout))
        self._ours = theme.is_ours
        self._spare = _FIRST_SPARE if self._ours else BORROWED + _FIRST_SPARE

    def take(self, indices: Iterable[int]) -> Area | None:
        """Return the first of some placeholders that is still free, or None."""
        return next((self._areas.pop(index) for index in indices if index in self._areas), None)

    def borrow(self, area: Area, index: int) -> Area:
        """Return a placeholder of another layout as one that this layout does not have, and so gives nothing to."""
        return replace(area, placeholder=Placeholder(kind=area.placeholder.kind, index=index))

    def text(
        self,
        units: Sequence[Unit],
        box: Box,
        indices: Iterable[int],
        *,
        step: int = 0,
        anchor: Anchor = "top",
        insets: Insets = NO_INSETS,
        fill: Colour | Literal["none"] | None = None,
    ) -> TextShape:
        """Return a box of text in the first free placeholder; where the layout has none left, in one of its own."""
        area = self.take(indices)
        paragraphs = stepped(units, step)
        if area is None:
            self._spare += 1
            placeholder, name = Placeholder(kind="body", index=self._spare), "Text"
        else:
            placeholder, name = area.placeholder, area.name
            box, insets = _own_room(area, box, insets)
        if placeholder.box is None and not self._ours:
            paragraphs = tuple(_coloured(paragraph) for paragraph in paragraphs)
            fill = fill or (area.fill if area else None)
        return TextShape(
            name=name,
            box=box,
            placeholder=placeholder,
            paragraphs=paragraphs,
            insets=insets,
            anchor=anchor,
            fill=fill,
        )


def _own_room(area: Area, box: Box, insets: Insets) -> tuple[Box, Insets]:
    """Return the placeholder's own box where a text takes all the room that it offers within its insets."""
    own = area.placeholder
    inner = own.box and Box(
        left=own.box.left + own.insets.left, top=own.box.top + own.insets.top,
        width=own.box.width - own.insets.left - own.insets.right,
        height=own.box.height - own.insets.top - own.insets.bottom,
    )  # fmt: skip
    return (own.box, own.insets) if own.box and box == inner and insets == NO_INSETS else (box, insets)


def _coloured(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that says its colour: a place that the template lacks has none to give."""
    return paragraph if paragraph.look.colour else replace(paragraph, look=replace(paragraph.look, colour="ink"))


def stepped(units: Sequence[Unit], step: int) -> tuple[Paragraph, ...]:
    """Return paragraphs some sizes down, their lists numbered for this slide."""
    return renumbered([at_step(unit.paragraph, step) for unit in units])


def at_step(paragraph: Paragraph, step: int) -> Paragraph:
    """Return a paragraph some sizes down."""
    size = size_at(paragraph.look.size, step)
    if size == paragraph.look.size:
        return paragraph
    return replace(paragraph, look=resized(paragraph.look, size))


def resized(look: Look, size: float) -> Look:
    """Return a look in another size, the space before it in proportion."""
    return replace(look, size=size, before=round(look.before * size / look.size, 1))


def renumbered(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs whose numbered lists all know the number that they begin with here."""
    first: dict[int, int] = {}
    result = []
    for paragraph in paragraphs:
        first = {level: start for level, start in first.items() if level <= paragraph.level}
        if paragraph.look.marker == "number":
            first.setdefault(paragraph.level, paragraph.start)
            paragraph = replace(paragraph, start=first[paragraph.level])
        else:
            first.pop(paragraph.level, None)
        result.append(paragraph)
    return tuple(result)
