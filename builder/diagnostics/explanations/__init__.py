"""The table behind `course explain`: one row for each code, in the order of `codes.py`."""

from difflib import get_close_matches

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation
from builder.diagnostics.explanations.files import FILES
from builder.diagnostics.explanations.names import NAMES
from builder.diagnostics.explanations.outputs import OUTPUTS
from builder.diagnostics.explanations.questions import QUESTIONS
from builder.diagnostics.explanations.rules import RULES
from builder.diagnostics.explanations.structure import STRUCTURE
from builder.diagnostics.explanations.text import TEXT
from builder.diagnostics.explanations.translation import TRANSLATION

__all__ = ["EXPLANATIONS", "Explanation", "explain", "nearest"]

EXPLANATIONS: tuple[Explanation, ...] = (
    *FILES, *STRUCTURE, *TEXT, *QUESTIONS, *NAMES, *RULES, *TRANSLATION, *OUTPUTS,
)  # fmt: skip
_BY_CODE = {explanation.code.value: explanation for explanation in EXPLANATIONS}


def explain(code: str) -> Explanation | None:
    """Return what there is to say about a code, or None for a word that is none; capitals do not count."""
    return _BY_CODE.get(code.strip().lower())


def nearest(code: str) -> str | None:
    """Return the code that is most like a word, or None where nothing is like it."""
    found = get_close_matches(code.strip().lower(), [known.value for known in Code], 1)
    return found[0] if found else None
