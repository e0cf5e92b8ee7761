"""A trainer's guide: a paper, and the slides whose pictures stand in it."""

from builder.output.document import Document
from builder.output.slide_paper import SlidePaper
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A paper whose pictures of slides are still to be drawn."""

    paper: Document
    decks: tuple[tuple[str, SlidePaper], ...]
    """Pairs (module, its slides); the key of a slide in the paper is ``module/id``."""

    @property
    def draft(self) -> bool:
        """Return whether any of the text is not reviewed."""
        return self.paper.draft
