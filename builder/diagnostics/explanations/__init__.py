"""The table behind `course explain`: one row for each code, in the order of `codes.py`."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation
from builder.diagnostics.explanations.files import FILES
from builder.diagnostics.explanations.names import NAMES
from builder.diagnostics.explanations.outputs import OUTPUTS
from builder.diagnostics.explanations.publishers import PUBLISHERS
from builder.diagnostics.explanations.questions import QUESTIONS
from builder.diagnostics.explanations.rules import RULES
from builder.diagnostics.explanations.structure import STRUCTURE
from builder.diagnostics.explanations.text import TEXT
from builder.diagnostics.explanations.timetable import TIMETABLE
from builder.diagnostics.explanations.translation import TRANSLATION
from builder.diagnostics.nearest import nearest

__all__ = ["EXPLANATIONS", "Explanation", "explain", "nearest_code"]

EXPLANATIONS: tuple[Explanation, ...] = (
    *FILES, *STRUCTURE, *TEXT, *QUESTIONS, *NAMES, *RULES, *PUBLISHERS, *TIMETABLE, *TRANSLATION, *OUTPUTS,
)  # fmt: skip
_BY_CODE = {explanation.code.value: explanation for explanation in EXPLANATIONS}


def explain(code: str) -> Explanation | None:
    """Return what there is to say about a code, or None for a word that is none; capitals do not count."""
    return _BY_CODE.get(code.strip().lower())


def nearest_code(word: str) -> str | None:
    """Return the code that is most like a word, or None where nothing is like it."""
    return nearest(word.strip().lower(), [known.value for known in Code])
