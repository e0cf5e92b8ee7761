"""The configured markdown-it-py: CommonMark with tables and definition lists, and four inline rules of ours."""

from functools import cache
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from mdit_py_plugins.deflist import deflist_plugin

from builder.markdown.block_rules import deep, paragraph, table
from builder.markdown.inline_rules import citation, foreign, gap, image, label_end, name_mark, raw_html, variable

MAX_NESTING = 40
"""How deep markdown-it descends; blocks stop earlier, at `block_rules.DEEPEST`, where text is kept and reported."""


@cache
def markdown_parser() -> MarkdownIt:
    """Return the parser; it is built once, when first needed, and holds no state between texts."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING, "html": False})
    parser.enable("table")
    parser.use(deflist_plugin)
    parser.disable(["lheading", "reference", "code", "html_block"])
    _set_block_rules(parser)
    _set_inline_rules(parser)
    return parser


def _set_block_rules(parser: MarkdownIt) -> None:
    rules = parser.block.ruler
    rules.at("paragraph", paragraph)
    rules.at("table", table, {"alt": ["paragraph", "reference"]})
    rules.before("table", "deep", deep)


def _set_inline_rules(parser: MarkdownIt) -> None:
    rules = parser.inline.ruler
    for name, rule in (("name_mark", name_mark), ("variable", variable), ("citation", citation), ("gap", gap)):
        rules.before("backticks", name, rule)
    rules.before("link", "foreign", foreign)
    # Joining fragments would forget where the first began; `tree` joins them.
    parser.inline.ruler2.disable("fragments_join")
    rules.at("image", image)
    rules.at("html_inline", raw_html)
    # Stock markdown-it refuses some schemes in silence and encodes the rest; both are decided in `tree`.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=label_end, parseLinkDestination=parseLinkDestination, parseLinkTitle=parseLinkTitle
    )
