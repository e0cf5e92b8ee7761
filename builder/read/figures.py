"""Figures: ``![what it shows](path "caption"){#id}`` in a paragraph of their own."""

import re

from builder.content.phrase import Kind
from builder.content.prose import Blocks, Figure
from builder.diagnostics import Code
from builder.markdown.blocks import Block
from builder.markdown.pictures import Picture, parse_picture
from builder.markdown.raw import RawText, read_raw
from builder.read.attributes import Attributes, read_attributes
from builder.read.directives import direct, read_directive
from builder.read.scope import Scope
from builder.read.text import plain_phrase, raw_phrase

_BLANKS = re.compile(r"[ \\\n]*")
_GROUP = re.compile(r'([ \t]*)\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}')


def read_figures(block: Block, scope: Scope) -> Blocks | None:
    """Return the figures of a paragraph, or None where it holds anything else."""
    raw = read_raw(block.text, line=block.line)
    findings_before = len(scope.findings)
    figures: list[Figure] = []
    position = 0
    while position < len(raw.message):
        picture = parse_picture(raw.message, position)
        if picture is None:
            del scope.findings[findings_before:]
            return None
        attributes, end = _attributes(raw, picture.end, scope)
        figures.append(_figure(raw, picture, attributes, end, scope))
        position = _BLANKS.match(raw.message, end).end()  # type: ignore[union-attr]
    return direct(tuple(figures), read_directive(raw.comments))


def _attributes(raw: RawText, position: int, scope: Scope) -> tuple[Attributes, int]:
    found = _GROUP.match(raw.message, position)
    line = raw.line_at(position)
    if found is None:
        return Attributes(scope=scope, line=line, owner="a figure"), position
    if found[1]:
        hint = "write them directly behind the bracket: ![…](…){#id}"
        scope.report(Code.ATTRIBUTES_MALFORMED, "a blank stands before a figure's attributes", line, hint=hint)
    attributes = read_attributes(found[2], line, scope, owner="a figure", keys=(), decorative=True)
    return attributes, found.end()


def _figure(raw: RawText, picture: Picture, attributes: Attributes, end: int, scope: Scope) -> Figure:
    place = attributes.id or scope.place
    alternative = plain_phrase(picture.part(raw, picture.alternative), Kind.ALTERNATIVE, scope, place=place)
    caption = picture.part(raw, picture.caption) if picture.caption is not None else None
    line = raw.line_at(picture.start)
    if attributes.decorative and alternative.message:
        hint = "take one of them out: a decorative figure is passed over by who cannot see it"
        scope.report(Code.ATTRIBUTE_VALUE, "a decorative figure has an alternative text", line, hint=hint)
    return Figure(
        span=scope.span(line, raw.line_at(max(end - 1, 0))),
        id=attributes.id,
        path=picture.path,
        alternative=alternative if alternative.message else None,
        caption=raw_phrase(caption, Kind.CAPTION, scope, place=place) if caption and caption.message else None,
        decorative=attributes.decorative,
    )
