"""Blocks of a slide → what goes on the wall, what into the notes, which further scenes follow."""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import assert_never

from builder.content import prose
from builder.content.phrase import Phrase
from builder.languages.words import Word
from builder.model import blocks as model
from builder.output import document
from builder.output.deck import Paragraph
from builder.output.text import Runs
from builder.plan.callouts import CALLOUTS
from builder.plan.deck.diagrams import column_units, columns_part, diagram_pieces
from builder.plan.deck.notes import note_blocks, note_paragraphs, role_block, under
from builder.plan.deck.questions import question_scenes
from builder.plan.deck.scenes import Scene, TextPart, Unit, plain_look
from builder.plan.deck.setting import Setting, led, slide_text, unit
from builder.plan.deck.text import Pen, Piece, block_pieces, joined, labelled, pen_for, prose_pieces
from builder.plan.measures import grouping_runs, minutes_runs
from builder.plan.prose import prose_block, prose_blocks
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.records import dataclass
from builder.typeset.template_roles import LABEL, PANEL

_DASHES = ("—", "–", "--")
_WALL = (
    prose.List,
    prose.Table,
    prose.Figure,
    prose.Quotation,
    prose.DefinitionList,
    prose.CodeBlock,
    model.Columns,
    model.Diagram,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the deck a block stands."""

    setting: Setting
    anchor: str
    section: int
    title: Runs
    """Of the slide that the block stands on."""
    timing: tuple[Paragraph, ...]
    layout: str = "Points"
    told: bool = False
    """Whether paragraphs are shown too, as in a task, a case and ``::: slide``."""
    task: bool = False
    """Whether all of a task or case stays together: quotations and messages get no slides of their own."""

    @property
    def pen(self) -> Pen:
        """Return the pen that writes into the body of this place."""
        return pen_for(self.layout, self.setting)


@dataclass(slots=True)
class Gathered:
    """What has been found so far; it lives as long as one slide is gone through."""

    pieces: list[Piece] = field(default_factory=list)
    said: list[document.Block] = field(default_factory=list)
    """What the author wrote for the notes."""
    read: list[document.Block] = field(default_factory=list)
    """Prose that is for reading."""
    scenes: list[Scene] = field(default_factory=list)

    def notes(self, place: Place) -> tuple[Paragraph, ...]:
        """Return the notes: what to say and do first, then the text for reading."""
        read = tuple(self.read)
        if self.said and read:
            read = under(Word.TEXT, read, place.setting)
        return note_paragraphs((*self.said, *read), place.setting)


def gather(blocks: Iterable[model.TeachingBlock], place: Place) -> Gathered:
    """Return what blocks give to the wall, to the notes and to slides of their own."""
    found = Gathered()
    _gather(tuple(blocks), place, found)
    return found


def _gather(blocks: tuple[model.TeachingBlock, ...], place: Place, found: Gathered) -> None:
    for position, block in enumerate(blocks):
        match block:
            case model.Only() | model.Callout() | model.Columns() | model.Diagram():
                _gather_container(block, place, found)
            case model.Card() | model.Question() | model.Activity() | model.Case() | model.Inject():
                _gather_task(block, place, found)
            case _:
                _gather_prose(block, blocks[position + 1 :], place, found)


def _gather_prose(block: prose.Prose, after: model.TeachingBlocks, place: Place, found: Gathered) -> None:
    """Points, tables, figures and quotations go on the wall; paragraphs, and a heading over them alone, do not."""
    read = isinstance(block, prose.Paragraph) or (isinstance(block, prose.Heading) and not _leads_to_wall(after))
    if read and not place.told:
        found.read.extend(prose_block(block, place.setting.desk))
    elif isinstance(block, prose.Quotation) and not place.task:
        found.pieces.append(_quotation(block, place))
    else:
        found.pieces.extend(block_pieces(block, place.pen))


def _leads_to_wall(blocks: model.TeachingBlocks) -> bool:
    """Return whether anything for the wall stands under a heading."""
    for block in blocks:
        if isinstance(block, prose.Heading):
            return False
        if isinstance(block, _WALL):
            return True
    return False


def _gather_task(
    block: model.Card | model.Question | model.Activity | model.Case | model.Inject, place: Place, found: Gathered
) -> None:
    match block:
        case model.Card():
            found.said.append(role_block(block, place.setting))
        case model.Question():
            found.scenes.extend(
                question_scenes(block, place.section, place.anchor, place.title, place.timing, place.setting)
            )
        case model.Activity():
            found.scenes.extend(_activity(block, place))
        case model.Case():
            found.scenes.extend(_case(block, place))
        case model.Inject():
            found.scenes.extend(_inject(block, place))
        case _:
            assert_never(block)


def _gather_container(
    block: model.Only | model.Callout | model.Columns | model.Diagram, place: Place, found: Gathered
) -> None:
    match block:
        case model.Only(place="slide", children=children):
            _gather(children, replace(place, told=True), found)
        case model.Only(place="handout"):
            pass
        case model.Only(children=children):
            found.said.extend(note_blocks(children, place.setting))
        case model.Callout(kind="key") if not place.task:
            found.scenes.extend(_key_message(block, place))
        case model.Callout():
            _callout(block, place, found)
        case model.Columns(columns=columns):
            _columns(columns, place, found)
        case model.Diagram():
            found.pieces.extend(diagram_pieces(block, place.pen))
            if (
                isinstance(block.body, prose.Table) and block.kind != "compare"
            ):  # a row of forms has no heads of columns
                found.read.extend(prose_block(block.body, place.setting.desk))
        case _:
            assert_never(block)


def _callout(block: model.Callout, place: Place, found: Gathered) -> None:
    """Take a box: its name stands over what it gives to the wall, and over what it leaves for reading."""
    label = _callout_label(block, place.setting)
    inner = gather(block.children, place)
    if inner.pieces:
        found.pieces.extend(labelled(label, inner.pieces, place.pen))
    if inner.read:
        found.read.extend((document.Paragraph(text=label), *inner.read))
    found.said.extend(inner.said)
    found.scenes.extend(inner.scenes)


def _callout_label(block: model.Callout, setting: Setting) -> Runs:
    return slide_text(block.title, setting) or word_runs(CALLOUTS[block.kind], setting.voice)


def _columns(columns: tuple[model.Column, ...], place: Place, found: Gathered) -> None:
    """Take columns: texts stand side by side; where one holds a picture or a table, they follow one another."""
    sides = [gather(column.children, place) for column in columns]
    shown = [side.pieces for side in sides if side.pieces]
    texts = [column_units(pieces) for pieces in shown]
    if 2 <= len(texts) <= 3 and all(texts):
        found.pieces.append(columns_part((), texts))
    else:
        for pieces in shown:
            found.pieces.extend(pieces)
    for side in sides:
        found.said.extend(side.said)
        found.read.extend(side.read)
        found.scenes.extend(side.scenes)


def _quotation(block: prose.Quotation, place: Place) -> TextPart:
    """Return somebody's words; a last paragraph behind a dash says whose they are."""
    looks = place.setting.looks("Quotation")
    pieces = [piece for child in block.children for piece in block_pieces(child, replace(place.pen, looks=looks))]
    texts = [piece for part in joined(pieces) if isinstance(part, TextPart) for piece in part.units]
    last = block.children[-1] if block.children else None
    if len(texts) > 1 and isinstance(last, prose.Paragraph) and last.text.message.startswith(_DASHES):
        texts[-1] = unit(texts[-1].paragraph.runs, plain_look(looks[1]), place.setting, level=1, glued=True)
    return TextPart(units=tuple(texts), bar=True)


def _key_message(block: model.Callout, place: Place) -> Iterator[Scene]:
    """Yield the slide of a message, then those of what it holds: one paragraph is its title, more stand below it."""
    setting = place.setting
    label = _callout_label(block, setting)
    inner = gather(block.children, replace(place, told=True, task=True, layout="Key messages"))
    named = Scene(
        key="", anchor=block.id or place.anchor, layout="Key messages", title=label, span=block.span,
        section=place.section, parts=joined(inner.pieces), notes=inner.notes(place), timing=place.timing,
    )  # fmt: skip
    said = block.children[0] if len(block.children) == 1 and setting.theme.has("Key message") else None
    if not isinstance(said, prose.Paragraph):
        yield named
        yield from inner.scenes
        return
    yield replace(
        named,
        layout="Key message",
        title=slide_text(said.text, setting),
        parts=(),
        fixed=((LABEL, (Paragraph(runs=label, look=setting.looks("Key message", LABEL)[0]),)),),
        otherwise=named,
    )


def _activity(block: model.Activity, place: Place) -> Iterator[Scene]:
    setting = place.setting
    inside = replace(place, layout="Activity", told=True, task=True, anchor=block.id or place.anchor)
    found = gather(block.children, inside)
    output = list(prose_pieces(block.output, inside.pen))
    if output:
        found.pieces.extend(_led(Word.OUTPUT, output, inside))
    found.said.extend(under(Word.DEBRIEF, prose_blocks(block.debrief, setting.desk), setting))
    title = slide_text(block.title, setting) or place.title
    yield Scene(
        key="", anchor=inside.anchor, layout="Activity", title=title, span=block.span, section=place.section,
        parts=joined(found.pieces), fixed=((PANEL, _panel(block, setting)),), notes=found.notes(inside),
        timing=place.timing, mixing=4,
    )  # fmt: skip
    yield from found.scenes


def _panel(block: model.Activity, setting: Setting) -> tuple[Paragraph, ...]:
    """Return the minutes, large, and how people work."""
    looks = setting.looks("Activity", PANEL)
    lines: list[tuple[int, Runs]] = []
    if block.minutes is not None:
        words = minutes_runs(block.minutes, setting.voice)
        lines.append((0, plain_runs(str(block.minutes), setting.voice)))
        lines.append((1, tuple(replace(run, text=run.text.partition("\u00a0")[2]) for run in words)))
    else:
        lines.append((1, word_runs(Word.ACTIVITY, setting.voice)))
    grouping = grouping_runs(block.grouping, block.size, setting.voice)
    if grouping:
        lines.extend(((2, word_runs(Word.WORK_IN, setting.voice)), (3, grouping)))
    return tuple(Paragraph(runs=runs, level=level, look=looks[level]) for level, runs in lines)


def _case(block: model.Case, place: Place) -> Iterator[Scene]:
    setting = place.setting
    inside = replace(place, layout="Case", told=True, task=True, anchor=block.id or place.anchor)
    title = slide_text(block.title, setting) or place.title
    found = gather(block.children, replace(inside, title=title))
    found.said.extend(under(Word.MODEL_ANSWER, prose_blocks(block.answer, setting.desk), setting))
    label = word_runs(Word.CASE, setting.voice)
    yield _told_scene(label, title, block, found, inside)
    yield from found.scenes


def _inject(block: model.Inject, place: Place) -> Iterator[Scene]:
    setting = place.setting
    inside = replace(place, layout="Case", told=True, task=True)
    found = gather(block.children, inside)
    minutes = minutes_runs(block.minutes, setting.voice) if block.minutes is not None else ()
    label = join_runs([word_runs(Word.INJECT, setting.voice), minutes], " · ", setting.voice)
    yield _told_scene(label, slide_text(block.title, setting) or place.title, block, found, inside)
    yield from found.scenes


def _told_scene(label: Runs, title: Runs, block: model.Case | model.Inject, found: Gathered, place: Place) -> Scene:
    fixed = (LABEL, (Paragraph(runs=label, look=place.setting.looks("Case", LABEL)[0]),))
    return Scene(
        key="", anchor=place.anchor, layout="Case", title=title, span=block.span, section=place.section,
        parts=joined(found.pieces), fixed=(fixed,), notes=found.notes(place), timing=place.timing, mixing=3,
    )  # fmt: skip


def _led(word: Word, pieces: list[Piece], place: Place) -> Iterator[Piece]:
    """Yield pieces led by one of our words: in the first paragraph, or over what is none."""
    first, *rest = pieces
    if not isinstance(first, Unit) or first.paragraph.look.marker != "none":
        yield from labelled(word_runs(word, place.setting.voice), pieces, place.pen)
        return
    yield unit(led(word, first.paragraph.runs, place.setting), first.paragraph.look, place.setting)
    yield from rest


def phrase_title(phrase: Phrase | None, otherwise: Runs, setting: Setting) -> Runs:
    """Return the title of a slide, or the one before it for a slide without."""
    return slide_text(phrase, setting) or otherwise
