"""Papers of a course as their PDF, and with their mark for trainers."""

from dataclasses import replace

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.document import Block, Document
from builder.output.resources import Resources
from builder.plan.handout_pdf import shown_in_pdf
from builder.plan.runs import Voice, join_runs, word_runs


def printed(
    planned: tuple[Document, Diagnostics], edition: Edition, resources: Resources, name: str, instead: str
) -> tuple[Document, Diagnostics]:
    """Return a paper with what PDF/UA-1 can show, and what it cannot; ``name`` and ``instead`` are files to tell of."""
    whole, found = planned
    lessons = tuple(lesson for module in edition.modules for lesson in module.lessons)
    shown, boxed = shown_in_pdf(whole, lessons, edition, resources, name, instead)
    return shown, (*found, *boxed)


def imprint_ahead(whole: Document, place: int, kind: type[Block]) -> Document:
    """Return a sheet whose imprint stands at a place among its blocks, and so never takes a page of its own.

    It is what stands behind the last block of a kind; without one of these, all stays as it is.
    """
    places = [position for position, block in enumerate(whole.blocks, start=1) if isinstance(block, kind)]
    last = places[-1] if places else len(whole.blocks)
    body, imprint = whole.blocks[:last], whole.blocks[last:]
    return replace(whole, blocks=(*body[:place], *imprint, *body[place:]))


def for_trainers(whole: Document, voice: Voice) -> Document:
    """Return a paper that says under its title and on each page that it is for trainers only."""
    only = word_runs(Word.TRAINER_ONLY, voice, strong=True)
    return replace(
        whole,
        artefact=join_runs([whole.artefact, only], " · ", voice),
        strip=join_runs([only, whole.strip], " · ", voice),
    )
