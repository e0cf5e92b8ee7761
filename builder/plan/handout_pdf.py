"""A handout as PDF can show it: a character that its fonts do not have becomes an empty box, and is reported."""

from dataclasses import replace

from builder.content.walk import rewrite, walk
from builder.diagnostics import Diagnostics
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.model.options import HandoutOptions
from builder.output import document
from builder.output.document import Document
from builder.output.image import Image
from builder.output.resources import Resources
from builder.output.text import Run
from builder.plan.handout import PLAIN_HANDOUT, plan_handout
from builder.plan.participant import participant_view
from builder.plan.printable import CHARACTERS, Boxes, image_words, unprintable
from builder.typeset.characters import read_characters

_INSTEAD = "handout.docx or handout.html"


def plan_handout_pdf(
    edition: Edition, resources: Resources, decided: None, options: HandoutOptions = PLAIN_HANDOUT
) -> tuple[Document, Diagnostics]:
    """Return the handout of a module in one language with what PDF/UA-1 can show, and what it cannot."""
    handout, found = plan_handout(edition, resources, decided, options)
    lessons = tuple(participant_view(lesson) for module in edition.modules for lesson in module.lessons)
    shown, boxed = shown_in_pdf(handout, lessons, edition, resources, "handout.pdf", _INSTEAD)
    return shown, (*found, *boxed)


def shown_in_pdf(
    paper: Document, lessons: tuple[Lesson, ...], edition: Edition, resources: Resources, name: str, instead: str
) -> tuple[Document, Diagnostics]:
    """Return any paper with what PDF/UA-1 can show, and the texts of its lessons that it cannot."""
    boxes = Boxes(_characters(paper) - read_characters(resources.files[CHARACTERS]))
    if not boxes.lacking:
        return paper, ()
    shown = rewrite(paper, Run | document.Code | document.Figure, lambda node: _boxed(node, boxes))  # type: ignore[arg-type]
    return shown, tuple(unprintable(boxes, lessons, edition, name, instead))


def _characters(paper: Document) -> frozenset[str]:
    return frozenset().union(*map(_words, walk(paper, Run | document.Code | Image)))  # type: ignore[arg-type]


def _words(node: Run | document.Code | Image) -> str:
    return image_words(node.media_type, node.data) if isinstance(node, Image) else node.text


def _boxed(node: Run | document.Code | document.Figure, boxes: Boxes) -> Run | document.Code | document.Figure:
    match node:
        case document.Figure(caption=caption, image=image):
            # The alternative text is read aloud, never drawn: it keeps every character.
            words = rewrite(caption, Run, lambda run: _boxed(run, boxes))
            return replace(node, caption=words, image=boxes.image(image))
        case _:
            return replace(node, text=boxes.text(node.text))
