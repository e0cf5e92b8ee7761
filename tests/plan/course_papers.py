"""Papers of whole courses: editions from a workspace on the disk, planned and as plain text."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from builder.build.editions import Editions
from builder.build.load import load
from builder.content.walk import walk
from builder.model.edition import Edition
from builder.model.options import GuideOptions
from builder.output import document as d
from builder.output.document import Document
from builder.output.guide import Guide
from builder.output.resources import Resources
from builder.output.text import Run
from builder.plan.agenda import plan_agenda
from builder.plan.guide import ICONS, decide_guide, plan_guide

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "tests/cases/example/workspace"
STRESS = REPOSITORY / "tests/cases/stress/workspace"
THEMES = REPOSITORY / "builder/themes"
NAMES = (
    "deck.pptx",
    "carlito.json",
    "deck.typ",
    "characters.json",
    "handout.typ",
    *(f"icons/{one}.svg" for one in ICONS),
)
RESOURCES = Resources(files={name: (THEMES / name).read_bytes() for name in NAMES}, fonts="")


@cache
def editions(root: Path, *languages: str) -> tuple[Edition, ...]:
    """Return the only course of a workspace, whole, in some languages."""
    loaded, _ = load(root)
    assert loaded is not None
    made = Editions(loaded)
    (course,) = loaded.workspace.courses
    return tuple(made.edition(course, "all", language) for language in languages)


@cache
def agenda(root: Path, language: str) -> Document:
    """Return the agenda of a workspace's course."""
    (edition,) = editions(root, language)
    return plan_agenda(edition, RESOURCES, None, None)[0]


@cache
def guide(root: Path, language: str, depth: str = "plan") -> Guide:
    """Return the guide of a workspace's course, its decks split for English and Macedonian."""
    options = GuideOptions(depth=depth)  # type: ignore[arg-type]
    splits, _ = decide_guide(editions(root, "en", "mk"), RESOURCES, options)
    (edition,) = editions(root, language)
    return plan_guide(edition, RESOURCES, splits, options)[0]


def words(node: object) -> str:
    """Return all text of a paper or of a part of it, a line for each run."""
    return "\n".join(run.text for run in walk(node, Run))


def text(runs: object) -> str:
    """Return the text of runs without a break."""
    return "".join(run.text for run in walk(runs, Run))


def tables(document: Document) -> Iterator[d.Table]:
    """Yield the tables of a paper."""
    return walk(document.blocks, d.Table)


def rows(table: d.Table) -> list[list[str]]:
    """Return the cells of a table as plain text."""
    return [[text(cell) for cell in row] for row in table.rows]
