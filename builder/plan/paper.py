"""What every paper has around its blocks: title, strip, draft band, imprint; its links bound, its levels in order."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.walk import rewrite, walk
from builder.languages.words import Word
from builder.output import document
from builder.output.document import Blocks, Document
from builder.output.text import Run, Runs, is_draft, merge_runs
from builder.plan.handout_back import NAME_NOTE, imprint_blocks
from builder.plan.names import name_note_runs
from builder.plan.runs import Voice, join_runs, phrase_runs, plain_runs, word_runs

_BODY_SIZE = 11.0


def paper(title: Runs, artefact: Word, blocks: Blocks, voice: Voice) -> Document:
    """Return a paper of these blocks with an imprint behind them; it is a draft if any of its text is not reviewed."""
    note = name_note_runs((*title, *walk(blocks, Run)), voice)
    body = _leveled(blocks)
    whole = _document(title, artefact, (*body, *imprint_blocks(draft=False, name_note=note, voice=voice)), voice)
    if is_draft(document.all_runs(whole)) or is_draft(note):
        imprint = imprint_blocks(draft=True, name_note=note, voice=voice)
        whole = replace(whole, draft=True, blocks=(*body, *imprint))
    return replace(whole, blocks=_bound(whole.blocks), name_note=note)


def _document(title: Runs, artefact: Word, blocks: Blocks, voice: Voice) -> Document:
    edition = voice.edition
    return Document(
        title=title,
        series=phrase_runs(edition.course.title, voice),
        artefact=word_runs(artefact, voice),
        language=edition.language.tag,
        office=edition.language.office,
        direction=edition.language.direction,
        author=edition.publisher.name,
        edition=edition.course.edition,
        date=edition.course.date,
        draft=False,
        draft_label=word_runs(Word.DRAFT, voice),
        strip=_strip(voice),
        skip_label=word_runs(Word.SKIP_TO_CONTENT, voice),
        name_note=(),
        size=_BODY_SIZE,
        blocks=blocks,
    )


def _strip(voice: Voice) -> Runs:
    edition = voice.edition
    number = merge_runs((*word_runs(Word.EDITION, voice), *plain_runs(f"\u00a0{edition.course.edition}", voice)))
    language = plain_runs(edition.language.name, voice)
    return join_runs([phrase_runs(edition.course.title, voice), number, language], " · ", voice)


def _leveled(blocks: Blocks) -> Blocks:
    """Return the blocks with no heading more than one level below the heading before it."""
    before = 1

    def level(heading: document.Heading) -> document.Heading:
        nonlocal before
        before = min(heading.level, before + 1)
        return heading if heading.level == before else replace(heading, level=before)

    return rewrite(blocks, document.Heading, level)


def _bound(blocks: Blocks) -> Blocks:
    """Return the blocks with marks linked to their note, and words unlinked where their target is not there."""
    ids = set(_ids(blocks))

    def bind(run: Run) -> Run:
        if run.mark and NAME_NOTE in ids:
            return replace(run, link=f"#{NAME_NOTE}")
        if run.link and run.link.startswith("#") and run.link[1:] not in ids:
            return replace(run, link=None)
        return run

    return rewrite(blocks, Run, bind)


def _ids(blocks: Blocks) -> Iterator[str]:
    for node in walk(blocks, object):
        match node:
            case document.Heading(id=id) | document.Figure(id=id) | document.Definition(id=id):
                yield id
            case document.Callout(id=id) | document.Box(id=id) | document.Question(id=id):
                yield id
