"""What stands under a slide in the notes page: prose, lists and bold kept, in the trainer's voice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.content.phrase import Phrase
from builder.languages.words import Word
from builder.model import blocks as model
from builder.output import document
from builder.output.deck import Look, Paragraph
from builder.output.text import Run, Runs
from builder.plan.answers import answer_block
from builder.plan.callouts import CALLOUTS
from builder.plan.deck.setting import Setting, led, outward
from builder.plan.desk import text_runs
from builder.plan.prose import prose_block, prose_blocks
from builder.plan.runs import join_runs, plain_runs, word_runs

_SIZE = 12.0
_STEP = 14.4


def note_paragraphs(blocks: Iterable[document.Block], setting: Setting, depth: int = 0) -> tuple[Paragraph, ...]:
    """Return blocks as paragraphs of a notes page."""
    return tuple(paragraph for block in blocks for paragraph in _paragraphs(block, setting, depth))


def note(runs: Runs) -> Paragraph:
    """Return one plain paragraph of a notes page."""
    return Paragraph(runs=outward(runs), look=note_look(0))


def note_look(depth: int, marker: str = "none") -> Look:
    """Return how the notes page sets a depth of nesting."""
    hanging = 0.0 if marker == "none" else _STEP
    margin = depth * _STEP + hanging
    if marker == "number":
        return Look(size=_SIZE, margin=margin + 6, hanging=hanging + 6, before=3.0, marker="number")
    if marker == "bullet":
        return Look(size=_SIZE, margin=margin, hanging=hanging, before=3.0, marker="bullet", bullet="•")
    return Look(size=_SIZE, margin=margin, before=3.0)


def under(word: Word, blocks: document.Blocks, setting: Setting) -> document.Blocks:
    """Return blocks led by one of our words in bold: in the first paragraph, or over what is none."""
    if not blocks:
        return ()
    first, *rest = blocks
    if isinstance(first, document.Paragraph):
        return (document.Paragraph(text=led(word, first.text, setting)), *rest)
    return (document.Paragraph(text=word_runs(word, setting.voice, strong=True)), *blocks)


def note_blocks(blocks: Iterable[model.TeachingBlock], setting: Setting) -> document.Blocks:
    """Return what notes show of any blocks: prose as it is, a role by its name only."""
    return tuple(shown for block in blocks for shown in _note_block(block, setting))


def answer_blocks(question: model.Question, setting: Setting) -> document.Blocks:
    """Return what a trainer needs to know of a question: what is right and why, the hint, how to judge."""
    answer = answer_block(question, 1, setting.desk)
    return (
        *under(Word.ANSWER, answer.blocks if answer else (), setting),
        *under(Word.HINT, prose_blocks(question.hint, setting.desk), setting),
        *under(Word.GUIDANCE, prose_blocks(question.guidance, setting.desk), setting),
    )


def role_block(card: model.Card, setting: Setting) -> document.Block:
    """Return a line that says which role card there is, nothing of what it holds."""
    name = text_runs(card.role or card.title, setting.desk) or plain_runs(card.id or "", setting.voice)
    return document.Paragraph(text=led(Word.ROLE, name, setting))


def _note_block(block: model.TeachingBlock, setting: Setting) -> document.Blocks:
    desk = setting.desk
    match block:
        case model.Only(children=children):
            return note_blocks(children, setting)
        case model.Callout(kind=kind, title=title, children=children):
            label = text_runs(title, desk, strong=True) or word_runs(CALLOUTS[kind], setting.voice, strong=True)
            return (document.Paragraph(text=label), *note_blocks(children, setting))
        case model.Columns(columns=columns):
            return tuple(shown for column in columns for shown in note_blocks(column.children, setting))
        case model.Diagram(title=title, body=body, children=children):
            name = text_runs(title, desk, strong=True)
            head = (document.Paragraph(text=name),) if name else ()
            return (*head, *prose_blocks((body, *children), desk))
        case model.Card():
            return (role_block(block, setting),)
        case model.Question(prompt=prompt):
            return (*under(Word.QUESTION, prose_blocks(prompt, desk), setting), *answer_blocks(block, setting))
        case model.Activity(children=children, output=output, debrief=debrief):
            return (
                *_titled(Word.ACTIVITY, block.title, note_blocks(children, setting), setting),
                *under(Word.OUTPUT, prose_blocks(output, desk), setting),
                *under(Word.DEBRIEF, prose_blocks(debrief, desk), setting),
            )
        case model.Case(title=title, children=children, answer=answer):
            told = _titled(Word.CASE, title, note_blocks(children, setting), setting)
            return (*told, *under(Word.MODEL_ANSWER, prose_blocks(answer, desk), setting))
        case model.Inject(title=title, children=children):
            return _titled(Word.INJECT, title, note_blocks(children, setting), setting)
        case _:
            return prose_block(block, desk)


def _titled(word: Word, title: Phrase | None, blocks: document.Blocks, setting: Setting) -> document.Blocks:
    name = text_runs(title, setting.desk)
    if name:
        return (document.Paragraph(text=led(word, name, setting)), *blocks)
    return (document.Paragraph(text=word_runs(word, setting.voice, strong=True)), *blocks)


def _paragraphs(block: document.Block, setting: Setting, depth: int) -> Iterator[Paragraph]:  # noqa: C901, PLR0912
    match block:
        case document.Paragraph(text=text):
            yield _plain(text, depth)
        case document.Heading(text=text):
            yield _plain(tuple(replace(run, strong=True) for run in text), depth)
        case document.List(ordered=ordered, items=items, start=start):
            for item in items:
                yield from _item(item, "number" if ordered else "bullet", start, setting, depth)
        case document.Table(header=header, rows=rows):
            for row in (header, *rows):
                strong = row is header
                cells = [tuple(replace(run, strong=run.strong or strong) for run in cell) for cell in row]
                yield _plain(join_runs(cells, " | ", setting.voice), depth)
        case document.Figure(alternative=alternative, caption=caption):
            for text in (alternative, caption):
                if text:
                    yield _plain(text, depth)
        case document.Quotation(blocks=blocks):
            yield from note_paragraphs(blocks, setting, depth + 1)
        case document.Definitions(items=definitions):
            for definition in definitions:
                yield _plain(tuple(replace(run, strong=True) for run in definition.term), depth)
                for meaning in definition.meanings:
                    yield from note_paragraphs(meaning, setting, depth + 1)
        case document.Code(text=text):
            language = setting.edition.source_language
            for line in text.rstrip("\n").split("\n"):
                yield _plain((Run(text=line or " ", language=language, code=True),), depth)
        case _:
            raise AssertionError(f"notes are made of prose, not of {type(block).__name__}")


def _item(blocks: document.Blocks, marker: str, start: int, setting: Setting, depth: int) -> Iterator[Paragraph]:
    first, *rest = blocks or (document.Paragraph(text=()),)
    if isinstance(first, document.Paragraph):
        yield Paragraph(runs=outward(first.text), level=min(depth, 4), look=note_look(depth, marker), start=start)
    else:
        rest = list(blocks)
    yield from note_paragraphs(rest, setting, depth + 1)


def _plain(runs: Runs, depth: int) -> Paragraph:
    return Paragraph(runs=outward(runs), level=min(depth, 4), look=note_look(depth))
