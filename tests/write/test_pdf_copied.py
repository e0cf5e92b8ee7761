"""What is copied from a handout's PDF is what its lessons say, letter by letter, in every script."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.build.editions import Editions
from builder.build.load import load
from builder.build.resources import Shelf
from builder.formats import find_formats
from builder.model.options import HandoutOptions
from builder.output import document as d
from builder.output.text import Run, plain_text

STRESS = Path(__file__).parents[1] / "cases/stress/workspace"
TOP, BOTTOM, WIDTH = 50, 772, 900
"""Where text stands on a page, in points: between the band of a draft and the foot."""

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)"),
]


def texts(node: object) -> Iterator[str]:
    """Yield what is shown of a tree, a text for each paragraph, cell, caption."""
    match node:
        case tuple() if node and all(isinstance(run, Run) for run in node):
            yield plain_text(node)
        case tuple():
            for part in node:
                yield from texts(part)
        case d.Figure(caption=caption):
            yield from texts(caption)
        case d.Code(text=text):
            yield text
        case _:
            for name in getattr(node, "__dataclass_fields__", ()):
                yield from texts(getattr(node, name))


def letters(text: str) -> str:
    """Return a text without blanks, and without the marks at which a line may be broken."""
    return re.sub(r"[\s\u00ad\u200b]", "", unicodedata.normalize("NFC", text))


def runs_left_to_right(text: str) -> bool:
    return not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


@pytest.mark.parametrize("language", ["mk", "sr-Cyrl", "sq"])
def test_the_text_of_the_stress_module_is_copied_as_it_was_written(language, tmp_path):
    loaded, _ = load(STRESS)
    course, format = loaded.workspace.courses[0], find_formats(("handout.pdf",))[0]
    resources = Shelf(loaded.brands).resources(format, course.publisher)
    edition = Editions(loaded).edition(course, "stress", language)
    paper, _ = format.plan(edition, resources, None, HandoutOptions())
    (tmp_path / "paper.pdf").write_bytes(format.write(paper, resources))
    area = ["-x", "0", "-y", str(TOP), "-W", str(WIDTH), "-H", str(BOTTOM - TOP)]
    command = ["pdftotext", "-raw", *area, str(tmp_path / "paper.pdf"), "-"]
    copied = letters(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    wanted = [text for text in texts(paper.blocks) if letters(text) and runs_left_to_right(text)]
    assert len(wanted) > 500
    assert [text for text in wanted if letters(text) not in copied] == []
