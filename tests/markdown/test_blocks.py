"""Blocks: their lines, lazy lines, cells too many, the floor of nesting; and that the short way equals the long one."""

from hypothesis import given
from hypothesis import strategies as st

from builder.markdown import blocks
from builder.markdown.blocks import Block, parse_blocks

LINES = st.lists(
    st.sampled_from(
        ["", "text", "two words  ", "(a)", "*a*", "- a", "a | b", "|-|-|", "[x]: y", "é", "end\\", " a", ": b"]
    ),
    max_size=8,
)


def outline(items: tuple[Block, ...]) -> list[object]:
    """Return kinds and lines, nested."""
    return [(block.kind, block.line, block.end_line, *outline(block.children)) for block in items]


@given(LINES)
def test_plain_lines_read_the_short_way_are_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert parse_blocks(text, line=3) == blocks._parse(text, 3)


def test_lines_are_absolute() -> None:
    assert outline(parse_blocks("\n- a\n  b\n\n  > c\n\n| d |\n|---|\n| e |", line=10)) == [
        ("list", 11, 14, ("item", 11, 14, ("paragraph", 11, 12), ("quote", 14, 14, ("paragraph", 14, 14)))),
        ("table", 16, 18, ("row", 16, 16, ("cell", 16, 16)), ("row", 18, 18, ("cell", 18, 18))),
    ]


def test_definitions_take_the_lines_of_their_texts() -> None:
    assert outline(parse_blocks("Term\n: one\n  more\n: two\n", line=1)) == [
        (
            "definitions", 1, 4, ("term", 1, 1),
            ("meaning", 2, 3, ("paragraph", 2, 3)), ("meaning", 4, 4, ("paragraph", 4, 4)),
        )
    ]  # fmt: skip


def test_lazy_lines_are_noted() -> None:
    (item_list,) = parse_blocks("- a\nb\n  c\n", line=5)
    assert item_list.children[0].children[0].lazy == (6,)
    (quote,) = parse_blocks("> a\nb\n", line=5)
    assert quote.children[0].lazy == (6,)


def test_a_row_keeps_what_the_header_has_no_column_for() -> None:
    (table,) = parse_blocks("| a | b |\n|---|---|\n| 1 | 2 | 3 | \\| |\n| 1 \\| 2 | 3 |\nlazy\n", line=1)
    assert [row.extra for row in table.children] == [(), ("3", "|"), (), ()]
    assert [row.lazy for row in table.children] == [(), (), (), (5,)]


def test_an_open_code_fence_is_noted() -> None:
    assert [block.closed for block in parse_blocks("```\na\n```\n\n```\nb", line=1)] == [True, False]


def test_text_below_the_floor_of_nesting_is_kept() -> None:
    deepest = parse_blocks("- " * 40 + "word\n", line=1)
    depth = 0
    while deepest[0].children:
        deepest = deepest[0].children
        depth += 1
    assert depth == 30
    assert deepest[0].deep
    assert deepest[0].text.endswith("word")
