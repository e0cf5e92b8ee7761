"""Parts of a lesson → teaching blocks: text, headings, and the containers among them."""

from collections.abc import Sequence
from dataclasses import replace

from builder.content.phrase import Kind, Phrase
from builder.content.prose import Blocks, List, Table
from builder.diagnostics import Code
from builder.model.blocks import (
    Activity,
    Callout,
    Card,
    Case,
    Column,
    Columns,
    Diagram,
    DiagramKind,
    Inject,
    Only,
    TeachingBlock,
    TeachingBlocks,
)
from builder.read.attributes import Attributes, read_attributes
from builder.read.cues import with_cues
from builder.read.directives import direct
from builder.read.fields import read_fields
from builder.read.nearest import suggestion
from builder.read.parts import part_blocks, read_prose_parts
from builder.read.prose import read_in_turn
from builder.read.question import read_question
from builder.read.scope import Scope
from builder.read.structure import Container, Part
from builder.read.text import read_phrase
from builder.read.values import CALLOUTS, CONTAINERS, DIAGRAMS, GROUPINGS, PLACES, one_of

_KEYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((*CALLOUTS, *DIAGRAMS, "case"), ("title",)),
    **dict.fromkeys((*PLACES, "columns", "column"), ()),
    "activity": ("title", "minutes", "grouping", "size", "outcome"),
    "card": ("role", "title"),
    "inject": ("minutes", "title"),
    "question": ("type", "points", "outcome", "use", "shuffle", "scale", "lines", "unit"),
}


def read_parts(parts: Sequence[Part], scope: Scope, *, owner: str = "") -> TeachingBlocks:
    """Return the blocks of parts; ``owner`` names the container they stand in."""
    blocks: list[TeachingBlock] = []
    here, pending = scope, list[Part]()
    for part in parts:
        if isinstance(part, Container):
            prose, here = _prose(pending, scope, here)
            blocks.extend(prose)
            blocks.extend(direct(_container(part, here, owner), scope.directives.get(part.line)))
            pending = []
        else:
            pending.append(part)
    return (*blocks, *_prose(pending, scope, here)[0])


def _prose(parts: Sequence[Part], scope: Scope, here: Scope) -> tuple[Blocks, Scope]:
    blocks = part_blocks(parts, scope, owner="a slide")
    if blocks and blocks[0].kind == "heading":
        here = scope
    return read_in_turn(blocks, here)


def _container(container: Container, scope: Scope, owner: str) -> TeachingBlocks:
    name = container.name
    if name not in CONTAINERS:
        message = f"`{name}` is no container" if name else "this container has no name"
        scope.report(Code.CONTAINER_UNKNOWN, message, container.line, hint=suggestion(name, CONTAINERS))
        return _read_as_text(container, scope, owner)
    if name == "column" or (name == "inject" and owner != "case"):
        around = "columns" if name == "column" else "case"
        message = f"::: {name} stands outside ::: {around}"
        scope.report(Code.CONTAINER_MISPLACED, message, container.line, hint=f"open ::: {around} before it")
        return _read_as_text(container, scope, owner)
    attributes = _attributes(container, scope)
    inner = replace(scope, place=attributes.id or scope.place)
    if name == "question":
        return (read_question(container, attributes, inner),)
    if name == "columns":
        return (_columns(container, inner),)
    if one_of(name, DIAGRAMS) is not None:
        return _diagram(container, attributes, inner)
    return (_teaching(container, attributes, inner),)


def _read_as_text(container: Container, scope: Scope, owner: str) -> TeachingBlocks:
    parts = [*container.children, *(part for field in container.fields for part in field.children)]
    return read_parts(parts, scope, owner=owner)


def _attributes(container: Container, scope: Scope) -> Attributes:
    owner, text = f"::: {container.name}", container.attributes
    if not text:
        return Attributes(scope=scope, line=container.line, owner=owner)
    if text.startswith("{") and text.endswith("}") and len(text) > 1:
        return read_attributes(text[1:-1], container.line, scope, owner=owner, keys=_KEYS[container.name])
    hint = 'write attributes only: {#id title="some words"}; the text begins on the next line'
    scope.report(Code.ATTRIBUTES_MALFORMED, f"“{text}” stands behind {owner}", container.line, hint=hint)
    return Attributes(scope=scope, line=container.line, owner=owner)


def _teaching(container: Container, attributes: Attributes, scope: Scope) -> TeachingBlock:
    span = scope.span(container.line, container.end_line)
    title = _title(attributes, scope)
    children = read_parts(container.children, scope, owner=container.name)
    if (kind := one_of(container.name, CALLOUTS)) is not None:
        return Callout(span=span, kind=kind, id=attributes.id, title=title, children=children)
    if (place := one_of(container.name, PLACES)) is not None:
        notes = with_cues(children) if place in ("notes", "trainer") else children
        return Only(span=span, place=place, id=attributes.id, children=notes)
    match container.name:
        case "activity":
            return _activity(container, attributes, scope, children)
        case "card":
            role = attributes.text("role")
            phrase = read_phrase(role, container.line, Kind.ROLE, scope) if role else None
            return Card(span=span, id=attributes.id, title=title, role=phrase, children=children)
        case "case":
            fields = read_fields(container, scope)
            answer = fields.prose("answer", Kind.GUIDANCE)
            return Case(span=span, id=attributes.id, title=title, children=children, answer=answer)
        case _:
            return Inject(span=span, title=title, minutes=attributes.whole("minutes"), children=children)


def _title(attributes: Attributes, scope: Scope) -> Phrase | None:
    title = attributes.text("title")
    return read_phrase(title, attributes.line, Kind.TITLE, scope) if title else None


def _activity(container: Container, attributes: Attributes, scope: Scope, children: TeachingBlocks) -> Activity:
    fields = read_fields(container, scope)
    return Activity(
        span=scope.span(container.line, container.end_line),
        id=attributes.id,
        title=_title(attributes, scope),
        minutes=attributes.whole("minutes"),
        grouping=attributes.choice("grouping", GROUPINGS),
        size=attributes.whole("size"),
        outcomes=attributes.words("outcome"),
        children=children,
        output=fields.prose("output", Kind.OUTPUT),
        debrief=fields.prose("debrief", Kind.DEBRIEF),
    )


def _columns(container: Container, scope: Scope) -> Columns:
    columns: list[Column] = []
    for part in container.children:
        if isinstance(part, Container) and part.name == "column":
            columns.append(_column(part, scope))
            continue
        hint = "::: columns holds ::: column … ::: only"
        scope.report(Code.BLOCK_MISPLACED, "this stands between columns", part.line, hint=hint)
        columns.append(Column(span=scope.span(part.line), children=read_parts([part], scope)))
    return Columns(span=scope.span(container.line, container.end_line), columns=tuple(columns))


def _column(part: Container, scope: Scope) -> Column:
    inner = replace(scope, place=_attributes(part, scope).id or scope.place)
    children = direct(read_parts(part.children, inner), scope.directives.get(part.line))
    return Column(span=scope.span(part.line, part.end_line), children=children)


def _diagram(container: Container, attributes: Attributes, scope: Scope) -> TeachingBlocks:
    kind: DiagramKind | None = one_of(container.name, DIAGRAMS)
    assert kind is not None
    children = read_prose_parts(container.children, scope, owner=f"::: {kind}")
    body = next((block for block in children if isinstance(block, List | Table)), None)
    if body is None:
        message = f"::: {kind} holds nothing to draw"
        scope.report(Code.BLOCK_MISPLACED, message, container.line, hint="put a list or a table into it")
        return children
    rest = tuple(block for block in children if block is not body)
    span = scope.span(container.line, container.end_line)
    return (Diagram(span=span, kind=kind, id=attributes.id, title=_title(attributes, scope), body=body, children=rest),)
