"""A handout as PDF can show it: a character that its fonts do not have becomes an empty box, and is reported."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from builder.content.phrase import Phrase
from builder.content.prose import CodeBlock, Figure
from builder.content.walk import rewrite, walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.edition import Edition
from builder.output import document
from builder.output.document import Document
from builder.output.image import PNG, Image
from builder.output.resources import Resources
from builder.output.text import Run
from builder.plan.handout import plan_handout
from builder.plan.participant import participant_view
from builder.source import Span
from builder.typeset.characters import read_characters

CHARACTERS = "characters.json"
BOX = "▯"
_SILENT = ("Cc", "Cf")
"""Characters that show nothing, so that nothing is lost without them."""
_JOINERS = re.compile(f"{BOX}[\u200d\ufe0e\ufe0f]+|\u200d+(?={BOX})")
"""What joins characters to one sign, which would have to be in a font as well."""
_REFERENCE = re.compile(r"&#(x[0-9a-fA-F]+|[0-9]+);")


def plan_handout_pdf(edition: Edition, resources: Resources, decided: None) -> tuple[Document, Diagnostics]:
    """Return the handout of a module in one language with what PDF/UA-1 can show, and what it cannot."""
    handout, found = plan_handout(edition, resources, decided)
    known = read_characters(resources.files[CHARACTERS])
    lacking = frozenset(_characters(handout)) - known
    if not lacking:
        return handout, found
    boxes = {ord(character): "" if _is_silent(character) else BOX for character in lacking}
    shown = rewrite(handout, Run | document.Code | document.Figure, lambda node: _boxed(node, boxes))  # type: ignore[arg-type]
    return shown, (*found, *_findings(frozenset(filter(_is_visible, lacking)), edition))


def _characters(handout: Document) -> Iterator[str]:
    for run in walk(handout, Run):
        yield from run.text
    for code in walk(handout, document.Code):
        yield from code.text
    for image in walk(handout, Image):
        yield from _words(image.media_type, image.data)


def _words(media_type: str, data: bytes) -> str:
    """Return the text of a drawing, its marks included; pixels have none."""
    if media_type == PNG:
        return ""
    return _REFERENCE.sub(_referred, data.decode("utf-8-sig", errors="replace"))


def _referred(reference: re.Match[str]) -> str:
    """Return the character of a reference, which stays as it is where that is a plain sign or none."""
    digits = reference[1]
    code = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    return chr(code) if 0x7F < code < 0x110000 else reference[0]


def _is_silent(character: str) -> bool:
    return unicodedata.category(character) in _SILENT


def _is_visible(character: str) -> bool:
    return not _is_silent(character)


def _boxed(node: Run | document.Code | document.Figure, boxes: dict[int, str]) -> Run | document.Code | document.Figure:
    match node:
        case document.Figure(caption=caption, image=image):
            # The alternative text is read aloud, never drawn: it keeps every character.
            words = rewrite(caption, Run, lambda run: _boxed(run, boxes))
            return replace(node, caption=words, image=_drawn(image, boxes))
        case _:
            return replace(node, text=_translated(node.text, boxes))


def _translated(text: str, boxes: dict[int, str]) -> str:
    return _JOINERS.sub(lambda found: BOX if found[0].startswith(BOX) else "", text.translate(boxes))


def _drawn(image: Image, boxes: dict[int, str]) -> Image:
    words = _words(image.media_type, image.data)
    if not boxes.keys() & {ord(character) for character in words}:
        return image
    data = _translated(words, boxes).encode()
    return replace(image, data=data, digest=sha256(data).hexdigest())


def _findings(lacking: frozenset[str], edition: Edition) -> Iterator[Diagnostic]:
    """Yield a warning for each text that shows boxes; one for the module where none of its own does."""
    lessons = tuple(participant_view(lesson) for module in edition.modules for lesson in module.lessons)
    texts = [(phrase.message, phrase.span) for phrase in walk(lessons, Phrase)]
    texts += [(code.text, code.span) for code in walk(lessons, CodeBlock)]
    texts += [(_picture_words(figure, edition), figure.span) for figure in walk(lessons, Figure)]
    seen = [(found, span) for text, span in texts if (found := lacking.intersection(text))]
    elsewhere = lacking.difference(*(found for found, _ in seen))
    if elsewhere and edition.modules:
        seen.append((elsewhere, edition.modules[0].span))
    return (_finding(found, span, edition) for found, span in seen)


def _picture_words(figure: Figure, edition: Edition) -> str:
    picture = edition.pictures.get(figure.path)
    return _words(picture.media_type, picture.data) if picture else ""


def _finding(lacking: frozenset[str], span: Span, edition: Edition) -> Diagnostic:
    return diagnose(
        Code.BLOCK_NOT_CARRIED,
        f"handout.pdf in {edition.language.english} shows {BOX} for {' '.join(sorted(lacking))}:"
        " its fonts have no such character",
        span,
        hint="write it in other characters, or give out handout.docx or handout.html, which use the reader's fonts",
        language=edition.language.tag,
    )
