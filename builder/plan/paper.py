"""What every paper has around its blocks: title, strip, draft band, imprint; its links bound, its levels in order."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.walk import rewrite, walk
from builder.languages.words import Word
from builder.model.options import BODY_SIZE
from builder.output import document
from builder.output.document import Blocks, Document
from builder.output.text import Run, Runs, is_draft, merge_runs
from builder.plan.brand import brand_palette, emblem, logos, statement
from builder.plan.handout_back import NAME_NOTE, imprint_blocks
from builder.plan.names import first_marks, marks_first_only, name_note_runs
from builder.plan.page import turned
from builder.plan.pairs import Pairing, paired
from builder.plan.runs import Voice, join_runs, phrase_runs, plain_runs, word_runs
from builder.plan.second import below


def paper(
    title: Runs,
    artefact: Word,
    blocks: Blocks,
    voice: Voice,
    size: int = BODY_SIZE,
    *,
    brief: bool = False,
    pairing: Pairing | None = None,
) -> Document:
    """Return a paper of these blocks with an imprint behind them; it is a draft if any of its text is not reviewed.

    A brief one is a sheet: no cover, and a few small lines for an imprint. In two languages, ``pairing`` says which;
    its blocks then stand in pairs, and the marks behind names where they belong.
    """
    named = (*title, *walk(blocks, Run))
    note = name_note_runs(named, voice)
    (title,) = first_marks((title,), voice)
    body = turned(_leveled(blocks) if pairing else marked(_leveled(blocks), voice), size)
    whole = _document(title, artefact, (*body, *_imprint(named, voice, pairing, brief=brief)), voice)
    whole = _in_two(whole, artefact, pairing) if pairing else whole
    if is_draft(document.all_runs(whole)) or is_draft(note):
        imprint = _imprint(named, voice, pairing, brief=brief, draft=True)
        whole = replace(whole, draft=True, blocks=(*body, *imprint))
    foot = below(note, name_note_runs(named, pairing.second)) if pairing else note
    return replace(whole, blocks=_bound(whole.blocks), name_note=foot, size=float(size), brief=brief)


def marked(blocks: Blocks, voice: Voice) -> Blocks:
    """Return the blocks with the mark behind a name at its first mention under each heading, if so wanted."""
    return tuple(_marked(blocks, voice)) if marks_first_only(voice) else blocks


def _marked(blocks: Blocks, voice: Voice) -> Iterator[document.Block]:
    section: list[document.Block] = []
    for block in blocks:
        if isinstance(block, document.Heading):
            yield from first_marks(section, voice)
            section = []
        section.append(block)
    yield from first_marks(section, voice)


def _imprint(named: Runs, voice: Voice, pairing: Pairing | None, *, brief: bool, draft: bool = False) -> Blocks:
    """Return what the paper says of itself, in each of its languages; ``named`` is all text that may bear a mark."""

    def said(one: Voice) -> Blocks:
        return imprint_blocks(draft=draft, name_note=name_note_runs(named, one), voice=one, brief=brief)

    return paired(said(voice), said(pairing.second), pairing) if pairing else said(voice)


def _in_two(whole: Document, artefact: Word, pairing: Pairing) -> Document:
    """Return a paper whose frame speaks both languages."""
    second = pairing.second
    return replace(
        whole,
        series=pairing.line(whole.series, phrase_runs(second.edition.course.title, second)),
        artefact=pairing.line(whole.artefact, word_runs(artefact, second)),
        draft_label=pairing.line(whole.draft_label, word_runs(Word.DRAFT, second)),
        strip=pairing.line(whole.strip, plain_runs(second.edition.language.name, second)),
        statement=below(whole.statement, statement(second)),
        identifier=f"{whole.identifier}+{second.edition.language.tag}",
    )


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
        size=float(BODY_SIZE),
        blocks=blocks,
        palette=brand_palette(voice),
        logos=logos(voice),
        emblem=emblem(voice),
        statement=statement(voice),
        identifier="/".join((edition.publisher.name, edition.course.id, edition.part, artefact, edition.language.tag)),
        licence=edition.licence,
        accessibility=word_runs(Word.ACCESSIBILITY, voice),
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
    ids = set(document.places(blocks))

    def bind(run: Run) -> Run:
        if run.mark and NAME_NOTE in ids:
            return replace(run, link=f"#{NAME_NOTE}")
        if run.link and run.link.startswith("#") and run.link[1:] not in ids:
            return replace(run, link=None)
        return run

    return rewrite(blocks, Run, bind)
