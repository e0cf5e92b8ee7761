"""Decks planned from a lesson's text, and what stands on their slides as plain text."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from builder.content.inlines import Text
from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.diagnostics import Diagnostics
from builder.languages.table import find_language
from builder.model.edition import Edition, Picture
from builder.output.deck import Deck, Ornament, PictureShape, Slide, TableShape, TextShape
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.plan.deck import decide_breaks, plan_deck
from tests.plan.lesson_editions import edition_of

THEMES = Path(__file__).parents[2] / "builder" / "themes"
RESOURCES = Resources(
    files={name: (THEMES / name).read_bytes() for name in ("deck.pptx", "carlito.json")},
    fonts="",
)
ANY = (TextShape, TableShape, PictureShape, Ornament)


def picture(path: str, width: int = 320, height: int = 180) -> dict[str, Picture]:
    """Return a picture of a shape, under its path."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><rect width="9" height="9"/></svg>'
    drawn = Picture(
        path=path, media_type="image/svg+xml", width=width, height=height, data=data.encode(),
        digest=sha256(data.encode()).hexdigest(),
    )  # fmt: skip
    return {path: drawn}


def plan(*bodies: str, others: tuple[Edition, ...] = (), **parts: object) -> tuple[Deck, Diagnostics]:
    """Return the deck of lessons, split together with other editions, and all findings."""
    edition = edition_of(*bodies, **parts)  # type: ignore[arg-type]
    breaks, decided = decide_breaks((edition, *others), RESOURCES)
    deck, found = plan_deck(edition, RESOURCES, breaks)
    return deck, (*decided, *found)


def deck_of(*bodies: str, **parts: object) -> Deck:
    """Return the deck of lessons in which everything fits."""
    deck, found = plan(*bodies, **parts)  # type: ignore[arg-type]
    assert [finding.message for finding in found if finding.severity == "error"] == []
    return deck


def authored(deck: Deck) -> tuple[Slide, ...]:
    """Return the slides without those that we add around the steps."""
    return deck.slides[3:-2] if deck.slides[-2].layout == "Key messages" else deck.slides[3:-1]


def slide(deck: Deck, title: str) -> Slide:
    """Return the one slide with a title."""
    (found,) = (one for one in deck.slides if one.title == title)
    return found


def titles(deck: Deck) -> list[str]:
    """Return the titles of the slides between those that we add."""
    return [one.title for one in authored(deck)]


def texts(slide: Slide) -> list[str]:
    """Return the paragraphs and cells of a slide in reading order, the strip left out."""
    lines = []
    for element in slide.elements:
        if isinstance(element, TextShape) and not _is_strip(element):
            lines.extend(plain_text(paragraph.runs) for paragraph in element.paragraphs)
        if isinstance(element, TableShape):
            lines.extend(plain_text(cell.runs) for row in element.rows for cell in row.cells)
    return lines


def body(slide: Slide) -> list[str]:
    """Return the same without the title."""
    return texts(slide)[1:]


def wall(deck: Deck) -> str:
    """Return everything that stands on the slides."""
    return "\n".join(line for one in deck.slides for line in texts(one))


def spoken(slide: Slide) -> list[str]:
    """Return the paragraphs of the notes."""
    return [plain_text(paragraph.runs) for paragraph in slide.notes]


def notes(deck: Deck) -> str:
    """Return all notes."""
    return "\n".join(line for one in deck.slides for line in spoken(one))


def shapes(slide: Slide, kind: type = TextShape) -> list:  # type: ignore[type-arg]
    """Return the elements of a kind."""
    return [element for element in slide.elements if isinstance(element, kind)]


def translated(edition: Edition, language: str, words: Mapping[str, str] | None = None, longer: int = 1) -> Edition:
    """Return the edition in another language: texts replaced where given, else repeated so often."""

    def change(phrase: Phrase) -> Phrase:
        new = (words or {}).get(phrase.message, " ".join([phrase.message] * longer))
        inlines = (Text(span=phrase.span, value=new),) if longer > 1 or new != phrase.message else phrase.inlines
        return replace(phrase, message=new, inlines=inlines, language=language)

    record = find_language(language)
    assert record is not None
    interface = replace(edition.interface, language=language)
    changed = {name: rewrite(getattr(edition, name), Phrase, change) for name in ("modules", "course")}
    return replace(edition, language=record, interface=interface, **changed)


def _is_strip(shape: TextShape) -> bool:
    return shape.placeholder is None or shape.placeholder.kind in ("ftr", "sldNum")
