"""Places on a figure: ``- [x] text {#id area="rect x y width height"}``, in per cent."""

import re
from decimal import Decimal

from builder.content.interactions import Area, Choice, Circle, Hotspot, Rectangle
from builder.content.prose import Blocks, Figure
from builder.diagnostics import Code
from builder.read.choices import check_number, read_boxed, read_option
from builder.read.question_source import Entry, QuestionSource
from builder.source import Span

_NUMBER = r"\s+([0-9]{1,3}(?:[.,][0-9]{1,6})?)"
_RECTANGLE = re.compile(rf"rect{_NUMBER * 4}")
_CIRCLE = re.compile(rf"circle{_NUMBER * 3}")
_HINT = 'write area="rect x y width height" or area="circle x y radius", in per cent of the figure'


def read_hotspot(source: QuestionSource) -> tuple[Blocks, Hotspot | Choice]:
    """Return the prompt, and the figure with its places."""
    blocks, entries = read_boxed(source, source.body, keys=("weight", "area"))
    prompt = source.prompt(blocks)
    figure = next((block for block in prompt if isinstance(block, Figure)), None)
    options = tuple((read_option(source, entry), entry) for entry in entries)
    check_number(source, len(options), source.line)
    if figure is None:
        hint = "put it under the prompt: ![what it shows](figures/name.svg)"
        source.incomplete("this hotspot has no figure", source.line, hint)
        return prompt, Choice(span=source.span, multiple=False, options=tuple(option for option, _ in options))
    areas = tuple(Area(span=option.span, option=option, shape=_shape(source, entry)) for option, entry in options)
    rest = tuple(block for block in prompt if block is not figure)
    return rest, Hotspot(span=source.span, figure=figure, areas=areas)


def _shape(source: QuestionSource, entry: Entry) -> Rectangle | Circle:
    scope, span = source.scope, source.scope.span(entry.line, entry.end_line)
    written = entry.attributes.text("area")
    shape = _parse(written, span) if written is not None else None
    if shape is not None:
        return shape
    if written is None:
        scope.report(Code.ATTRIBUTE_MISSING, "this place has no area", entry.line, hint=_HINT)
    else:
        message = f"the area “{written}” is no rectangle or circle on the figure"
        scope.report(Code.AREA_MALFORMED, message, entry.attributes.line, hint=_HINT)
    zero = Decimal(0)
    return Rectangle(span=span, x=zero, y=zero, width=zero, height=zero)


def _parse(written: str, span: Span) -> Rectangle | Circle | None:
    found = _RECTANGLE.fullmatch(written) or _CIRCLE.fullmatch(written)
    if found is None:
        return None
    x, y, *size = (Decimal(part.replace(",", ".")) for part in found.groups())
    if x > 100 or y > 100 or not all(0 < part <= 100 for part in size):
        return None
    if len(size) == 1:
        return Circle(span=span, x=x, y=y, radius=size[0])
    if x + size[0] > 100 or y + size[1] > 100:
        return None
    return Rectangle(span=span, x=x, y=y, width=size[0], height=size[1])
