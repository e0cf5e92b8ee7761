"""`course translate package`: one zip for a translator who has neither the workspace nor the command."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from builder import files
from builder.build.exchange import (
    Export,
    Prepared,
    Selected,
    prepare_language,
    selected_texts,
    terms_file,
    texts_file,
)
from builder.build.exchange_places import decks_of
from builder.build.findings import Findings
from builder.build.translate import language_record
from builder.languages.scripts import DERIVED
from builder.localize.exchange.storyboard import Shown, write_contents, write_storyboard
from builder.localize.exchange.unit import OnSlide, Outgoing
from builder.localize.serbian_latin import Transliterator
from builder.output.deck import Deck
from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.plan.deck import plan_deck

_WIDTH = 480
"""Pixels of a slide's picture."""
_INSTRUCTIONS = "interface/translating.{}.txt"
_FALLBACK = "en"


def package(root: Path, tag: str, selected: Selected) -> Export:
    """Return the zip of a language; equal workspaces give equal bytes. Raises `WrongUse` for what there is not."""
    findings = Findings()
    prepared = prepare_language(root, tag, findings)
    if prepared is None:
        return Export(data=None, texts=0, diagnostics=findings.all())
    from builder.write.package import write_package

    texts = selected_texts(prepared, selected)
    story, pictures = _storyboard(prepared, tag, texts)
    parts = {"READ-ME.txt": _instructions(tag, prepared.loaded.workspace.manifest.name)}
    for name, group in groupby(map(_pictured, texts), key=lambda text: text.catalogue):
        own = tuple(group)
        parts[f"word/{name}.docx"] = texts_file(prepared, tag, "docx", own, pictures)
        parts[f"xliff/{name}.xlf"] = texts_file(prepared, tag, "xliff", own)
    parts["terms/terms.tbx"] = terms_file(prepared, tag, findings)
    terms = files.read_bytes(root, f"locales/{tag}/terms.csv")
    if terms is not None:
        parts["terms/terms.csv"] = b"\xef\xbb\xbf" + terms.removeprefix(b"\xef\xbb\xbf")
    parts |= story
    return Export(data=write_package(parts), texts=len(texts), diagnostics=findings.all())


def _instructions(tag: str, course: str) -> bytes:
    """Return what to do, in the translator's language where we have it, and in English."""
    found = (_shipped(name) for name in dict.fromkeys((tag, _FALLBACK)))
    texts = [text.replace("{course}", course) for text in found if text]
    return "\n\n".join(texts).replace("\n", "\r\n").encode("utf-8-sig")


def _shipped(tag: str) -> str:
    """Return the instructions that we ship, those of a language's other script letter by letter; or nothing."""
    base = DERIVED.get(tag, tag)
    data = files.read_package(_INSTRUCTIONS.format(base))
    text = data.decode() if data is not None else ""
    return text if base == tag else Transliterator()(text)


def _pictured(text: Outgoing) -> Outgoing:
    """Return a text that says where the picture of its slide lies."""
    place = text.place
    if place is None or not place.slide:
        return text
    return replace(text, place=replace(place, picture=f"../storyboard/{_picture(place.on_slide)}"))


def _picture(slide: OnSlide) -> str:
    course, module, id = slide
    return f"{course}_{module}/{id}.png"


def _storyboard(
    prepared: Prepared, tag: str, texts: Iterable[Outgoing]
) -> tuple[Mapping[str, bytes], Mapping[OnSlide, bytes]]:
    """Return a page for each deck on which a text stands with the pictures of those slides, and these by slide."""
    source = language_record(prepared.loaded.workspace.manifest.source)
    parts: dict[str, bytes] = {}
    pages: dict[str, str] = {}
    drawn: dict[OnSlide, bytes] = {}
    wanted = _by_slide(texts)
    for course, module, edition, resources, breaks in decks_of(prepared.loaded):
        own = {slide: listed for slide, listed in wanted.items() if slide[:2] == (course.id, module)}
        if not own:
            continue
        deck, _found = plan_deck(edition, resources, breaks)
        slides = [replace(slide, notes=()) for slide in deck.slides if (course.id, module, slide.id) in own]
        drawn |= _drawn(replace(deck, slides=tuple(slides)), course.id, module, resources)
        name = f"{course.id}: {module}"
        shown = (
            Shown(id=slide.id, title=slide.title, picture=_picture(key), texts=tuple(own[key]))
            for slide in slides
            for key in [(course.id, module, slide.id)]
        )
        pages[name] = f"{course.id}_{module}.html"
        parts[f"storyboard/{pages[name]}"] = write_storyboard(
            name, shown, source=source, language=language_record(tag)
        )  # fmt: skip
    if pages:
        parts["storyboard/index.html"] = write_contents(prepared.loaded.workspace.manifest.name, pages, source)
    return parts | {f"storyboard/{_picture(slide)}": data for slide, data in drawn.items()}, drawn


def _drawn(deck: Deck, course: str, module: str, resources: Resources) -> dict[OnSlide, bytes]:
    from builder.write.deck_thumbnails import draw_slides

    pictures = draw_slides(SlidePaper(deck=deck, head=""), resources, _WIDTH)
    return {(course, module, id): data for id, data in pictures.items()}


def _by_slide(texts: Iterable[Outgoing]) -> Mapping[OnSlide, list[Outgoing]]:
    found: dict[OnSlide, list[Outgoing]] = {}
    for text in texts:
        if text.place is not None and text.place.slide:
            found.setdefault(text.place.on_slide, []).append(text)
    return found
