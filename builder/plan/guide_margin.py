"""What the outer column of a guide has at hand, and how much the guide tells."""

from collections.abc import Mapping

from builder.languages.words import Word
from builder.model.options import Depth
from builder.output import document
from builder.output.image import Image
from builder.plan.desk import Desk
from builder.plan.runs import word_runs
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """Icons by name, and the depth of the guide."""

    depth: Depth
    icons: Mapping[str, Image]

    @property
    def in_full(self) -> bool:
        """Return whether the texts of slides and handouts stand in the guide too."""
        return self.depth == "script"

    def cue(self, icon: str, label: Word, blocks: document.Blocks, desk: Desk) -> document.Cue:
        """Return blocks behind one of our words and its icon."""
        return document.Cue(icon=self.icons[icon], label=word_runs(label, desk.voice), blocks=blocks)
