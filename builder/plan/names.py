"""The publisher's note on a name that bears a mark."""

from collections.abc import Iterable

from builder.output.text import Run, Runs, merge_runs
from builder.plan.handout_back import approved_runs
from builder.plan.runs import Voice, plain_runs


def name_note_runs(runs: Iterable[Run], voice: Voice) -> Runs:
    """Return the mark and the publisher's note, where any of the runs bears the mark."""
    mark = voice.edition.publisher.mark
    if mark is None or not any(run.mark for run in runs):
        return ()
    note = approved_runs(mark.notes, voice)
    return merge_runs((*plain_runs(f"{mark.symbol} ", voice), *note)) if note else ()
