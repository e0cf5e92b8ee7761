"""`course translate package`: one zip for a translator who has neither the workspace nor the command."""

from collections.abc import Iterable, Iterator, Mapping
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
from builder.localize.exchange.unit import Outgoing
from builder.localize.serbian_latin import Transliterator
from builder.output.slide_paper import SlidePaper
from builder.plan.deck import plan_deck

_WIDTH = 640
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
    parts = {"READ-ME.txt": _instructions(tag, prepared.loaded.workspace.manifest.name)}
    for name, group in groupby(texts, key=lambda text: text.catalogue):
        own = tuple(group)
        parts[f"word/{name}.docx"] = texts_file(prepared, tag, "docx", own)
        parts[f"xliff/{name}.xlf"] = texts_file(prepared, tag, "xliff", own)
    parts["terms/terms.tbx"] = terms_file(prepared, tag, findings)
    terms = files.read_bytes(root, f"locales/{tag}/terms.csv")
    if terms is not None:
        parts["terms/terms.csv"] = b"\xef\xbb\xbf" + terms.removeprefix(b"\xef\xbb\xbf")
    parts |= _storyboard(prepared, tag, texts)
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


def _storyboard(prepared: Prepared, tag: str, texts: Iterable[Outgoing]) -> Mapping[str, bytes]:
    """Return a page for each deck on which a text stands, and the pictures of those slides."""
    from builder.write.deck_thumbnails import draw_slides

    source = language_record(prepared.loaded.workspace.manifest.source)
    parts: dict[str, bytes] = {}
    pages: dict[str, str] = {}
    wanted = _by_slide(texts)
    for course, module, edition, resources, breaks in decks_of(prepared.loaded):
        own = {slide: listed for (of, part, slide), listed in wanted.items() if (of, part) == (course.id, module)}
        if not own:
            continue
        deck, _found = plan_deck(edition, resources, breaks)
        slides = tuple(replace(slide, notes=()) for slide in deck.slides if slide.id in own)
        pictures = draw_slides(SlidePaper(deck=replace(deck, slides=slides), head=""), resources, _WIDTH)
        name = f"{course.id}_{module}"
        parts |= {f"storyboard/{name}/{id}.png": data for id, data in pictures.items()}
        shown = (
            Shown(id=one.id, title=one.title, picture=f"{name}/{one.id}.png", texts=tuple(own[one.id]))
            for one in slides
        )
        parts[f"storyboard/{name}.html"] = write_storyboard(
            f"{course.id}: {module}", shown, source=source, language=language_record(tag)
        )
        pages[f"{course.id}: {module}"] = f"{name}.html"
    if pages:
        parts["storyboard/index.html"] = write_contents(prepared.loaded.workspace.manifest.name, pages, source)
    return parts


def _by_slide(texts: Iterable[Outgoing]) -> Mapping[tuple[str, str, str], list[Outgoing]]:
    found: dict[tuple[str, str, str], list[Outgoing]] = {}
    for text, place in _placed(texts):
        found.setdefault(place, []).append(text)
    return found


def _placed(texts: Iterable[Outgoing]) -> Iterator[tuple[Outgoing, tuple[str, str, str]]]:
    for text in texts:
        if text.place is not None and text.place.slide:
            yield text, (text.place.course, text.place.module, text.place.slide)
