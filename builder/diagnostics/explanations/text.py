"""Explanations: text that would not come out as it was meant."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

TEXT = (
    Explanation(
        code=Code.MARKUP_LEFTOVER,
        title="Signs of markup that would be printed",
        why="A link, a bold word, a gap or a citation is not written quite right, so its signs would stand "
        "in the text.",
        fix="Mend it as the hint says; if the signs are meant, write a backslash before them.",
        bad="Read [the page](ref:keep warm).",
        good="Read [the page](ref:keep-warm).",
    ),
    Explanation(
        code=Code.RAW_HTML,
        title="HTML in a lesson",
        why="Slides, paper and quizzes are made from the same text, and HTML means nothing in most of them.",
        fix="Use Markdown. If you mean the sign itself, write `\\<`.",
        bad="Press <b>hard</b>.",
        good="Press **hard**.",
    ),
    Explanation(
        code=Code.TABLE_CELLS,
        title="A row with more or fewer cells than the header",
        why="Surplus cells would be lost; missing ones leave a hole that readers stumble over.",
        fix="Give each row as many cells as the header; a `|` within a cell is written `\\|`.",
        bad="| Sign | Meaning |\n|------|---------|\n| Pale | Shock | Act |",
        good="| Sign | Meaning |\n|------|---------|\n| Pale | Shock: act |",
    ),
    Explanation(
        code=Code.CHART_VALUES,
        title="A table that cannot be drawn as a chart",
        why="A chart draws numbers; the table is shown as it stands until every cell beside the labels is one.",
        fix="Write labels in the first column, numbers (1,070 or 3.5 or 12 %) in the others; `–` where there is none.",
        bad="| Place | Calls |\n|-------|-------|\n| North | about 20 |\n{chart=bar}",
        good="| Place | Calls |\n|-------|-------|\n| North | 20 |\n{chart=bar}",
    ),
    Explanation(
        code=Code.TABLE_TOO_WIDE,
        title="A table wider than the page",
        why="Papers turn the page for a wide table. Wider still, words and numbers would be cut inside; a number cut in"
        " two is read wrong.",
        fix="Give the table fewer columns, make two of it, or write the long words and numbers shorter.",
        bad="| Jan | Feb | Mar | Apr | May | Jun | Jul | Aug |\n|-----|-----|-----|-----|-----|-----|-----|-----|\n"
        "| 1,000,000,000,000 | 1,000,000,000,000 | 1,000,000,000,000 | 1,000,000,000,000 | 2 | 2 | 2 | 2 |\n"
        "| 2 | 2 | 2 | 2 | 1,000,000,000,000 | 1,000,000,000,000 | 1,000,000,000,000 | 1,000,000,000,000 |",
        good="| Month | Billions |\n|-------|---------:|\n| Jan | 1,000 |\n| May | 2,000 |",
    ),
    Explanation(
        code=Code.LAZY_LINE,
        title="A line that joins the point above",
        why="Without an empty line between them, Markdown takes the text as part of the last point.",
        fix="Put an empty line between; or, if it belongs to the point, indent it by two blanks.",
        bad="- Press hard\nThen call for help.",
        good="- Press hard\n\nThen call for help.",
    ),
    Explanation(
        code=Code.LOOKS_LIKE,
        title="Text that looks like a list, a table or something else, but is none",
        why="A character is missing or a different one was typed, so it would be printed as plain text.",
        fix="Write it as the hint shows.",
        bad="• Press hard\n• Call for help",
        good="- Press hard\n- Call for help",
    ),
    Explanation(
        code=Code.LINK_UNSAFE,
        title="A link that could run something",
        why="Links such as `javascript:` or `file:` act on the reader's computer; only web and mail "
        "addresses are safe.",
        fix="Link to an `https://` address, or to another lesson with `ref:`.",
        bad="[Call now](javascript:call)",
        good="[Call now](https://example.org/call)",
    ),
    Explanation(
        code=Code.FIGURE_INLINE,
        title="A figure within a sentence",
        why="A figure has an alternative text, a caption and a place of its own on slide and page.",
        fix="Give the figure a paragraph of its own, with an empty line before and after it.",
        bad="Press here ![A hand on a wound](figures/press.svg) with the whole hand.",
        good="Press here with the whole hand.\n\n![A hand on a wound](figures/press.svg)",
    ),
)
