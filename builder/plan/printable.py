"""Text as PDF can show it: a character that its fonts do not have becomes an empty box, and is reported."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from builder.content.phrase import Phrase
from builder.content.prose import CodeBlock, Figure
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.output.image import PNG, Image
from builder.records import dataclass
from builder.source import Span

CHARACTERS = "characters.json"
BOX = "▯"
_SILENT = ("Cc", "Cf")
"""Characters that show nothing, so that nothing is lost without them."""
_JOINERS = re.compile(f"{BOX}[\u200d\ufe0e\ufe0f]+|\u200d+(?={BOX})")
"""What joins characters to one sign, which would have to be in a font as well."""
_REFERENCE = re.compile(r"&#(x[0-9a-fA-F]+|[0-9]+);")


@dataclass(frozen=True, slots=True)
class Boxes:
    """Characters that no font has."""

    lacking: frozenset[str]

    def text(self, text: str) -> str:
        """Return a text with a box for each of them, and nothing for one that shows nothing."""
        if self.lacking.isdisjoint(text):
            return text
        boxes = {ord(sign): "" if _is_silent(sign) else BOX for sign in self.lacking}
        return _JOINERS.sub(lambda found: BOX if found[0].startswith(BOX) else "", text.translate(boxes))

    def image(self, image: Image) -> Image:
        """Return a drawing with boxes in its words."""
        words = image_words(image.media_type, image.data)
        if self.lacking.isdisjoint(words):
            return image
        data = self.text(words).encode()
        return replace(image, data=data, digest=sha256(data).hexdigest())


def image_words(media_type: str, data: bytes) -> str:
    """Return the text of a drawing, its marks included; pixels have none."""
    if media_type == PNG:
        return ""
    return _REFERENCE.sub(_referred, data.decode("utf-8-sig", errors="replace"))


def unprintable(
    boxes: Boxes, lessons: Sequence[Lesson], edition: Edition, name: str, instead: str
) -> Iterator[Diagnostic]:
    """Yield a warning for each text of the lessons that a file of a name shows boxes for; one for the module else.

    ``instead`` names a file that shows them.
    """
    lacking = frozenset(sign for sign in boxes.lacking if not _is_silent(sign))
    texts = [(phrase.message, phrase.span) for phrase in walk(lessons, Phrase)]
    texts += [(code.text, code.span) for code in walk(lessons, CodeBlock)]
    texts += [(_picture_words(figure, edition), figure.span) for figure in walk(lessons, Figure)]
    seen = [(found, span) for text, span in texts if (found := lacking.intersection(text))]
    elsewhere = lacking.difference(*(found for found, _ in seen))
    if elsewhere and edition.modules:
        seen.append((elsewhere, edition.modules[0].span))
    for found, span in seen:
        yield _finding(found, span, edition, name, instead)


def _referred(reference: re.Match[str]) -> str:
    """Return the character of a reference, which stays as it is where that is a plain sign or none."""
    digits = reference[1]
    code = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    return chr(code) if 0x7F < code < 0x110000 else reference[0]


def _is_silent(character: str) -> bool:
    return unicodedata.category(character) in _SILENT


def _picture_words(figure: Figure, edition: Edition) -> str:
    picture = edition.pictures.get(figure.path)
    return image_words(picture.media_type, picture.data) if picture else ""


def _finding(lacking: frozenset[str], span: Span, edition: Edition, name: str, instead: str) -> Diagnostic:
    return diagnose(
        Code.BLOCK_NOT_CARRIED,
        f"{name} in {edition.language.english} shows {BOX} for {' '.join(sorted(lacking))}:"
        " its fonts have no such character",
        span,
        hint=f"write it in other characters; {instead} shows it in the fonts of the computer that opens it",
        language=edition.language.tag,
    )
