"""The slides of a step and what is said, done and asked while each is shown → blocks of a trainer's guide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.content import prose
from builder.languages.words import Word
from builder.model import blocks as model
from builder.model.lesson import Slide
from builder.output import document
from builder.output.text import Runs, plain_text
from builder.plan.desk import Desk, text_runs
from builder.plan.guide_margin import Margin
from builder.plan.guide_slides import Reel, ShownSlide
from builder.plan.guide_told import CUES, question_blocks, said_runs, told_blocks
from builder.plan.runs import plain_runs, word_runs


def slide_blocks(slide: Slide, heading: Runs, reel: Reel, margin: Margin, desk: Desk) -> Iterator[document.Block]:
    """Yield what happens while a slide of a lesson is shown, beside the slides of the deck that it becomes.

    ``heading`` stands above it: a slide without a title, or with the same, is not named again.
    """
    title = text_runs(slide.title, desk)
    shown = reel.within(slide.span.line, slide.span.line)
    told: list[document.Block] = list(_label(title) if plain_text(title) != plain_text(heading) else ())
    for block in slide.children:
        own = reel.within(block.span.line, block.span.end_line)
        if own:
            yield from beside_slides(shown, tuple(told), margin, desk, heading)
            shown, told = own, []
        told.extend(_told(block, margin, desk))
    yield from beside_slides(shown, tuple(told), margin, desk, heading)


def beside_slides(
    slides: Sequence[ShownSlide], told: document.Blocks, margin: Margin, desk: Desk, heading: Runs = ()
) -> Iterator[document.Block]:
    """Yield what is told beside the slides that are shown meanwhile; where nothing is, those titles that are new."""
    if not slides:
        yield from told
        return
    titles = [slide.title for slide in slides if plain_text(slide.title) != plain_text(heading)]
    yield document.Beside(
        icon=margin.icons["slide"],
        label=word_runs(Word.SLIDE if len(slides) == 1 else Word.SLIDES, desk.voice),
        notes=(),
        blocks=told or tuple(block for title in titles for block in _label(title)),
        slides=tuple(document.Thumbnail(key=slide.key, id=plain_runs(slide.id, desk.voice)) for slide in slides),
    )


def _label(title: Runs) -> document.Blocks:
    return (document.Paragraph(text=tuple(replace(run, link=None) for run in title), tone="label"),) if title else ()


def _told(block: model.TeachingBlock, margin: Margin, desk: Desk) -> Iterator[document.Block]:
    match block:
        case model.Only(place="notes" | "trainer", children=children):
            yield from _cues(children, margin, desk)
        case model.Only(place="handout", children=children):
            if margin.in_full:
                yield margin.cue("handout", Word.HANDOUT, told_blocks(children, margin, desk), desk)
        case model.Question(use="practice"):
            yield margin.cue("ask", Word.QUESTION, question_blocks(block, margin, desk), desk)
        case model.Activity() | model.Case() | model.Card() | model.Callout(kind="key" | "warning"):
            yield from told_blocks((block,), margin, desk)
        case _:
            if margin.in_full:
                yield from told_blocks((block,), margin, desk)


def _cues(blocks: Iterable[model.TeachingBlock], margin: Margin, desk: Desk) -> Iterator[document.Block]:
    """Yield notes: what to say, do or ask stands behind its word."""
    for block in blocks:
        if isinstance(block, prose.Paragraph) and block.cue:
            text = (document.Paragraph(text=said_runs(block, desk)),)
            yield replace(margin.cue(block.cue, CUES[block.cue], text, desk), shaded=block.cue == "say")
        elif isinstance(block, model.Only):
            yield from _cues(block.children, margin, desk)
        else:
            yield from told_blocks((block,), margin, desk)
