"""The templates and fonts of the bad files: ``python -m tests.diagnostics.templates`` writes them into their cases."""

from collections.abc import Callable, Mapping

from tests.diagnostics.harness import CASES
from tests.typeset import templates

_FOLDER = "publishers/default"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY .,"
STORED: Mapping[str, Callable[[], bytes]] = {
    f"template-unsafe/{_FOLDER}/deck.pptx.bytes": templates.with_macros,
    f"template-unsafe.outside/{_FOLDER}/deck.pptx.bytes": templates.leading_outside,
    f"template-unusable/{_FOLDER}/deck.pptx.bytes": templates.too_small,
    f"template-unusable.no-text/{_FOLDER}/deck.pptx.bytes": templates.without_text,
    f"template-box/{_FOLDER}/deck.pptx.bytes": templates.unusual,
    f"template-layout-missing/{_FOLDER}/deck.pptx.bytes": templates.unusual,
    f"font-unmeasured/{_FOLDER}/deck.pptx.bytes": templates.unusual,
    f"font-letters/{_FOLDER}/deck.pptx.bytes": templates.unusual,
    f"font-letters/{_FOLDER}/fonts/tiny.ttf.bytes": lambda: templates.tiny_font(LETTERS),
}
"""Path below the cases → what draws it."""

if __name__ == "__main__":
    for path, draw in STORED.items():
        (CASES / path).parent.mkdir(parents=True, exist_ok=True)
        (CASES / path).write_bytes(draw())
