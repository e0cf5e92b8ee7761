"""Text as an output shows it: runs of one look, one language and one state."""

from collections.abc import Iterable
from dataclasses import replace

from builder.languages.states import State
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that look alike; a line break is a run that holds one line feed and nothing else."""

    text: str
    language: str
    """A BCP 47 tag; every run of an output states it."""
    state: State = State.REVIEWED
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    mark: bool = False
    """True for the mark behind a name; the publisher's note belongs to the same slide or page."""
    link: str | None = None
    """An absolute address, or ``#anchor`` in the same output."""
    gap: str | None = None
    """The id of the gap that this run stands for, in a prompt that the learner fills."""
    second: bool = False
    """True where a second language says the same below the first: it is set smaller."""


Runs = tuple[Run, ...]


def plain_text(runs: Runs) -> str:
    """Return the characters of runs."""
    return "".join(run.text for run in runs)


def halves(runs: Runs) -> tuple[Runs, Runs]:
    """Return the lines of the first language, and those of the second below them, without the break between.

    Where the second stands behind the first on one line, all of it counts as the first.
    """
    start = next((place for place, run in enumerate(runs) if run.second and run.text == "\n"), len(runs))
    return runs[:start], runs[start + 1 :]


def is_draft(runs: Iterable[Run]) -> bool:
    """Return whether any of the text is not reviewed (DESIGN section 4: DRAFT is per output file)."""
    return any(run.state is not State.REVIEWED for run in runs)


def unlinked(runs: Runs) -> Runs:
    """Return runs that lead nowhere: for a text that stands in a link itself."""
    return tuple(replace(run, link=None) if run.link else run for run in runs)


def merge_runs(runs: Iterable[Run]) -> Runs:
    """Return the same text with neighbours of one look joined and empty runs gone."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and _joins(merged[-1], run):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _joins(left: Run, right: Run) -> bool:
    # Field by field: copies made only to be compared would take longer than all the rest of a plan's text.
    return (
        left.state is right.state
        and left.strong == right.strong
        and left.emphasis == right.emphasis
        and left.language == right.language
        and left.link == right.link
        and left.mark == right.mark
        and left.code == right.code
        and left.gap == right.gap
        and left.second == right.second
        and "\n" not in (left.text, right.text)
    )
