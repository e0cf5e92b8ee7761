"""YAML as text: nothing guessed, nothing expanded, each fault with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.read.scope import Scope
from builder.read.yaml import Mapping, Scalar, Sequence, Tree, read_tree


def tree(text: str, first: int = 1) -> tuple[Tree | None, list[tuple[str, int]]]:
    """Return the tree of a text, and code and line of what is wrong with it."""
    scope = Scope(path="a.yaml", language="en", findings=[])
    read = read_tree(text, first, scope)
    return read, [(finding.code.value, finding.span.line) for finding in scope.findings if finding.span]


def bare(value: Tree | None) -> object:
    """Return a tree as texts, lists and mappings."""
    match value:
        case Scalar():
            return value.text
        case Sequence():
            return [bare(item) for item in value.items]
        case Mapping():
            return {key.text: bare(item) for key, item in value.entries}
        case _:
            return None


def test_everything_is_text() -> None:
    read, faults = tree("a: Yes\nb: 1.10\nc: 1:30\nd: null\ne: ~\nf: 0x1F\ng: 2026-12-01\nh: .inf\ni:\n")
    assert faults == []
    assert bare(read) == {
        "a": "Yes",
        "b": "1.10", "c": "1:30", "d": "null", "e": "~", "f": "0x1F", "g": "2026-12-01", "h": ".inf", "i": "",
    }  # fmt: skip


def test_lines_are_those_of_the_file() -> None:
    read, _ = tree("\n# comment\na: b\nc:\n  - d\n  - {e: f,\n     g: h}\ni: >\n  j\n  k\nl: m\n", first=11)
    assert isinstance(read, Mapping)
    entries = {key.text: (key, value) for key, value in read.entries}
    assert [entries[name][0].line for name in ("a", "c", "i", "l")] == [13, 14, 18, 21]
    items = entries["c"][1]
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [15, 16]
    block = entries["i"][1]
    assert isinstance(block, Scalar)
    assert (block.text, block.line, block.end_line) == ("j k\n", 18, 20)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a: &x b\nc: *x\n", [("yaml-alias", 1)]),
        ("a: b\nc: *x\n", [("yaml-alias", 2)]),
        ("a: &x [b]\n", [("yaml-alias", 1)]),
        ("a: b\nc: d\na: e\n", [("key-duplicate", 3)]),
        ("x:\n  a: b\n  a: c\n", [("key-duplicate", 3)]),
        ("a: b # c\n", [("yaml-comment", 1)]),
        ("a: b\n   c # d\n", [("yaml-comment", 2)]),
        ("- слово # c\n", [("yaml-comment", 1)]),
        ("a: !!python/object:os.system b\n", [("yaml-syntax", 1)]),
        ("a: b\n---\nc: d\n", [("yaml-syntax", 2)]),
        ("a: b\n\tc: d\n", [("yaml-syntax", 2)]),
        ("a: b\n c: d\n", [("yaml-syntax", 2)]),
        ("a: [b\nc: d\n", [("yaml-syntax", 2)]),
        ('a: "b\n', [("yaml-syntax", 2)]),
        ("a: b\nc: \x07\n", [("yaml-syntax", 2)]),
        ("a: b\u2028c\nd: e\n", [("yaml-syntax", 1)]),
        ("? [a]\n: b\n", [("yaml-syntax", 1)]),
        ("- " * 40 + "a\n", [("yaml-syntax", 1)]),
    ],
)
def test_faults(text: str, faults: list[tuple[str, int]]) -> None:
    assert tree(text)[1] == faults


@pytest.mark.parametrize(
    "text", ["a: b  # c\n", "a: 'b' # c\n", "# c\na: b\n", "a: b#c\n", "a:  # c\n  b: d\n", "a: [b] # c\n"]
)
def test_comments_that_nobody_takes_for_text(text: str) -> None:
    assert tree(text)[1] == []


def test_an_alias_that_explodes_is_refused_at_its_first_anchor() -> None:
    text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 10)}]\n" for name in "bcdefghijkl"
    )
    assert tree(text) == (None, [("yaml-alias", 1)])


def test_an_empty_file_is_no_tree_and_no_fault() -> None:
    assert tree("") == (None, [])
    assert tree("# only a comment\n") == (None, [])


@given(st.text(alphabet=st.sampled_from("ab: -[]{},&*!|>'\"#%@`?\n\t\\~") | st.characters(), max_size=60))
def test_any_text_is_read(text: str) -> None:
    _, faults = tree(text, 5)
    assert all(5 <= line <= 5 + text.count("\n") for _, line in faults)


@pytest.mark.parametrize("line", ["a: *b", "a: [b"])
def test_a_long_line_that_cannot_be_read_is_answered_quickly(line: str) -> None:
    from time import process_time

    begin = process_time()
    assert tree(f"{line}{' ' * 200_000}c\n")[1] != []
    assert process_time() - begin < 2
