"""What a figure says to those who do not see it."""

import posixpath
from collections.abc import Iterator

from builder.content.index import Index
from builder.content.phrase import plain
from builder.content.prose import Figure
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.lesson import Lesson

LONGEST_ALTERNATIVE = 250
"""Characters; screen readers do not let a listener pause within a longer one."""
_HOW = "say in a sentence what the picture shows: `![A hand pressing on a wound](…)`"


def check_figures(_lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each figure whose alternative text does not do its work."""
    for figure in content.of(Figure):
        problem = _problem(figure)
        if problem is not None:
            yield diagnose(Code.FIGURE_WITHOUT_ALT, problem[0], figure.span, hint=problem[1])


def _problem(figure: Figure) -> tuple[str, str] | None:
    alternative = " ".join(plain(figure.alternative).split())
    name = posixpath.basename(figure.path)
    if figure.decorative:
        return None
    if not alternative:
        return f"the figure {name} has no alternative text", f"{_HOW}; a mere ornament is `![](…){{decorative}}`"
    if alternative.casefold() in (name.casefold(), posixpath.splitext(name)[0].casefold()):
        return f"the alternative text of {name} is the file's name", _HOW
    if len(alternative) > LONGEST_ALTERNATIVE:
        message = f"the alternative text of {name} has {len(alternative)} characters, more than {LONGEST_ALTERNATIVE}"
        return message, "say the essence here, and the details in the text beside the figure"
    return None
