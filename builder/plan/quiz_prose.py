"""Reading text of questions and cases → blocks as papers have them, gaps known by their ids, no links within."""

from collections.abc import Iterable
from dataclasses import replace

from builder.content.prose import Prose
from builder.content.walk import rewrite
from builder.output.document import Blocks
from builder.output.text import Run
from builder.plan.desk import Desk
from builder.plan.prose import prose_blocks


def plan_prose(blocks: Iterable[Prose], desk: Desk) -> Blocks:
    """Return blocks of prose as a question shows them, wherever it is taken to."""
    return rewrite(prose_blocks(tuple(blocks), desk), Run, _free)


def _free(run: Run) -> Run:
    """Return the run without a link to the same paper: a question may stand alone."""
    return replace(run, link=None) if run.link is not None and run.link.startswith("#") else run
