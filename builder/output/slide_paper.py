"""A deck as pages: the same slides for who reads them, without what a trainer says."""

from builder.output.deck import Deck
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidePaper:
    """Slides as they are printed."""

    deck: Deck
    """Without notes."""
    head: str
    """What stands over a sheet of several slides."""
    slides_a_page: int = 1
    """Three stand beside lines to write on."""

    @property
    def draft(self) -> bool:
        """Return whether any of the text is not reviewed."""
        return self.deck.draft
