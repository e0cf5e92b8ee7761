"""Lessons → a deck: what goes on the wall and what into the notes, where slides split, what every box holds."""

from builder.plan.deck.decide import decide_breaks
from builder.plan.deck.plan import plan_deck

__all__ = ["decide_breaks", "plan_deck"]
