"""Draw the README's pictures from the files in dist/: outputs.png and the contact sheet of layouts, layouts.png.

Needs LibreOffice, poppler and Chromium (`tests/clients/install`), and Pillow. Run after `make course`.
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps
from pptx import Presentation

ROOT = Path(__file__).parent.parent
SLIDES = (("en", 1), ("mk", 1), ("en", 6), ("mk", 6), ("en", 10), ("mk", 10))
"""Language and slide number, two to a row."""
SIZE, GAP, GROUND = (520, 293), 14, "#C9D5D8"
SMALL, ROW = (320, 180), 4


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        pages = [_slide(language, number, here) for language, number in SLIDES]
        paper = _page(_find("mk", "*handout*.pdf"), 3, here / "paper")
        quiz = _screen(_find("mk", "*concepts_quiz*.html"), here / "quiz.png")
        _sheet(pages, [paper, quiz]).save(ROOT / "docs/outputs.png", optimize=True)
        _contact_sheet(here).save(ROOT / "docs/layouts.png", optimize=True)


def _contact_sheet(folder: Path) -> Image.Image:
    """Return one slide of each layout that the decks of the course use, in the order of their first use."""
    found: dict[str, tuple[Path, int]] = {}
    for deck in sorted((ROOT / "dist/foundations/en/trainer").glob("*_deck_en_*.pptx")):
        for number, slide in enumerate(Presentation(str(deck)).slides, start=1):
            found.setdefault(slide.slide_layout.name, (deck, number))
    shown = [_page(_converted(deck, folder), number, folder / f"layout-{place}")
             for place, (deck, number) in enumerate(found.values())]  # fmt: skip
    rows = -(-len(shown) // ROW)
    sheet = Image.new("RGB", (ROW * (SMALL[0] + GAP) + GAP, rows * (SMALL[1] + GAP) + GAP), GROUND)
    for place, slide in enumerate(shown):
        left, top = GAP + place % ROW * (SMALL[0] + GAP), GAP + place // ROW * (SMALL[1] + GAP)
        sheet.paste(slide.resize(SMALL, Image.Resampling.LANCZOS), (left, top))
    return sheet


def _sheet(slides: list[Image.Image], tall: list[Image.Image]) -> Image.Image:
    rows = len(slides) // 2
    height = rows * SIZE[1] + (rows + 1) * GAP
    column = (height - 2 * GAP) * 210 // 297
    width = 2 * SIZE[0] + 3 * GAP + len(tall) * (column + GAP)
    sheet = Image.new("RGB", (width, height), GROUND)
    for number, slide in enumerate(slides):
        place = (GAP + number % 2 * (SIZE[0] + GAP), GAP + number // 2 * (SIZE[1] + GAP))
        sheet.paste(slide.resize(SIZE, Image.Resampling.LANCZOS), place)
    for number, page in enumerate(tall):
        shape = (column, height - 2 * GAP)
        fitted = ImageOps.fit(page, shape, Image.Resampling.LANCZOS, centering=(0.5, 0.0))
        sheet.paste(fitted, (2 * SIZE[0] + 3 * GAP + number * (column + GAP), GAP))
    return sheet


def _find(language: str, pattern: str) -> Path:
    return next((ROOT / "dist/introduction" / language).rglob(pattern))


def _slide(language: str, number: int, folder: Path) -> Image.Image:
    pdf = _converted(_find(language, "*deck*.pptx"), folder)
    return _page(pdf, number, folder / f"{language}-{number}")


def _converted(deck: Path, folder: Path) -> Path:
    """Return a deck as PDF, converted once."""
    pdf = folder / f"{deck.stem}.pdf"
    if not pdf.exists():
        profile = f"-env:UserInstallation=file://{folder}/profile"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck))
    return pdf


def _page(pdf: Path, number: int, target: Path) -> Image.Image:
    _run("pdftoppm", "-r", "110", "-png", "-f", str(number), "-l", str(number), "-singlefile", str(pdf), str(target))
    return Image.open(target.with_name(f"{target.name}.png")).convert("RGB")


def _screen(page: Path, target: Path) -> Image.Image:
    _run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=900,1270",
        f"--screenshot={target}", page.as_uri(),
    )  # fmt: skip
    return Image.open(target).convert("RGB")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
