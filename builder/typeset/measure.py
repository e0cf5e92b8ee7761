"""Runs of text measured: which face draws each, and which stay on one line."""

from dataclasses import replace

from builder.output.text import Run, Runs, halves
from builder.typeset.lines import Shaped, shape
from builder.typeset.metrics import Face, Metrics


def shape_runs(runs: Runs, metrics: Metrics, *, bold: bool = False) -> Shaped:
    """Return runs as unbreakable words; those of a second language apart, since they are set in another size."""
    first, second = halves(runs)
    shaped = _shaped(first, metrics, bold=bold)
    return replace(shaped, below=_shaped(second, metrics, bold=False)) if second else shaped


def _shaped(runs: Runs, metrics: Metrics, *, bold: bool) -> Shaped:
    return shape(((run.text, face_of(run, bold=bold), _stays_whole(run)) for run in runs), metrics)


def _stays_whole(run: Run) -> bool:
    return run.link is not None and " " in run.text.strip()


def face_of(run: Run, *, bold: bool) -> Face:
    """Return the face that a run is drawn in."""
    if run.code:
        return "code"
    if run.strong or bold:
        return "bold-italic" if run.emphasis else "bold"
    return "italic" if run.emphasis else "regular"
