"""Reading text of questions and cases → blocks as papers have them, gaps known by their ids, no links within."""

from collections.abc import Iterable
from dataclasses import replace

from builder.content.inlines import Gap, Link, Text
from builder.content.prose import Prose
from builder.content.walk import rewrite
from builder.output.document import Blocks
from builder.output.text import Run
from builder.plan.desk import Desk
from builder.plan.prose import prose_blocks
from builder.plan.runs import GAP

_GAP_LINK = "gap:"


def plan_prose(blocks: Iterable[Prose], desk: Desk) -> Blocks:
    """Return blocks of prose as a question shows them, wherever it is taken to."""
    marked = rewrite(tuple(blocks), Gap, _as_link)
    return rewrite(prose_blocks(marked, desk), Run, _bound)


def _as_link(gap: Gap) -> Link:
    """Return a link, because runs never join across one; `_bound` takes it back."""
    return Link(span=gap.span, target=_GAP_LINK + gap.id, children=(Text(span=gap.span, value=GAP),))


def _bound(run: Run) -> Run:
    """Return the run without a link to the same paper: a question may stand alone."""
    if run.link is None:
        return run
    if run.link.startswith(_GAP_LINK):
        return replace(run, link=None, gap=run.link.removeprefix(_GAP_LINK))
    return replace(run, link=None) if run.link.startswith("#") else run
