"""Names that bear the publisher's mark: where the mark stands, and the note on it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from builder.content.walk import rewrite
from builder.output.text import Run, Runs, merge_runs
from builder.plan.brand import approved_runs
from builder.plan.runs import Voice, plain_runs

NodeT = TypeVar("NodeT")


def name_note_runs(runs: Iterable[Run], voice: Voice) -> Runs:
    """Return the mark and the publisher's note, where any of the runs bears the mark."""
    mark = voice.edition.publisher.mark
    if mark is None or not any(run.mark for run in runs):
        return ()
    note = approved_runs(mark.notes, voice)
    return merge_runs((*plain_runs(f"{mark.symbol} ", voice), *note)) if note else ()


def marks_first_only(voice: Voice) -> bool:
    """Return whether the publisher wants the mark at the first mention alone: of a slide, a section, a question."""
    mark = voice.edition.publisher.mark
    return mark is not None and mark.policy == "first"


def first_marks(nodes: Iterable[NodeT], voice: Voice) -> tuple[NodeT, ...]:
    """Return what stands together with the mark at its first mention alone, where the publisher wants it so.

    Of two languages, each has a first mention of its own.
    """
    if not marks_first_only(voice):
        return tuple(nodes)
    seen: set[bool] = set()

    def keep(run: Run) -> Run:
        if run.mark and run.second in seen:
            return replace(run, text="", mark=False)
        if run.mark:
            seen.add(run.second)
        return run

    return tuple(rewrite(node, Run, keep) for node in nodes)
