"""Editions read from a lesson's text, and papers as plain text."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.inlines import Text
from builder.content.phrase import Kind, Phrase
from builder.content.walk import rewrite, walk
from builder.languages.states import State
from builder.model.course import GlossaryEntry, Reference
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Run
from builder.plan.handout import plan_handout
from builder.read.lesson import read_lesson
from builder.source import SourceFile, Span
from tests.plan import quiz_editions

AT = Span.at("modules/glossary.yaml")
HEAD = """---
title: Bleeding
minutes: 10
aim: Stop it.
outcomes:
  - {id: press, level: apply, text: Press fast.}
key_messages:
  - Press hard.
---

## First step {#first minutes=10}

"""
NOTHING = Resources(files={}, fonts="")


def lesson_of(body: str, name: str = "01-press", head: str = HEAD) -> Lesson:
    """Return a lesson whose texts are all reviewed; it must be readable without an error."""
    lesson, found = read_lesson(SourceFile(path=f"modules/concepts/{name}.md", text=head + body))
    assert lesson is not None
    assert [finding.message for finding in found if finding.severity == "error"] == []
    return rewrite(lesson, Phrase, lambda phrase: replace(phrase, state=State.REVIEWED))


def edition_of(*bodies: str, language: str = "en", **parts: object) -> Edition:
    """Return an edition of lessons 01, 02 …, written in English."""
    lessons = tuple(lesson_of(body, f"0{number}-part-{number}") for number, body in enumerate(bodies, start=1))
    edition = quiz_editions.edition(lessons=lessons, language=language)
    return replace(edition, **parts)  # type: ignore[arg-type]


def handout(*bodies: str, **parts: object) -> Document:
    """Return the handout of lessons."""
    document, found = plan_handout(edition_of(*bodies, **parts), NOTHING, None)  # type: ignore[arg-type]
    assert found == ()
    return document


def words(node: object) -> str:
    """Return all text of a paper or a part of it, a line for each block that has some."""
    return "\n".join(run.text for run in walk(node, Run))


def blocks_of(document: Document, kind: type) -> Iterator:  # type: ignore[type-arg]
    """Yield the blocks of a kind."""
    return walk(document.blocks, kind)


def reviewed(text: str, kind: Kind = Kind.TERM) -> Phrase:
    """Return a phrase of plain text."""
    inlines = (Text(span=AT, value=text),)
    return Phrase(span=AT, message=text, inlines=inlines, kind=kind, place="term", state=State.REVIEWED)


def glossary(**terms: str) -> dict[str, GlossaryEntry]:
    """Return entries by id; the id stands for the term."""
    return {
        id: GlossaryEntry(span=AT, id=id, term=reviewed(id), definition=reviewed(definition))
        for id, definition in terms.items()
    }


def references(**data: dict[str, object]) -> dict[str, Reference]:
    """Return sources by id; low lines stand for hyphens."""
    return {
        id.replace("_", "-"): Reference(span=AT, id=id.replace("_", "-"), data=fields) for id, fields in data.items()
    }
