"""Raw inline Markdown to messages: what is joined, what is taken out, where each part stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.raw import read_raw


@pytest.mark.parametrize(
    ("text", "message", "comments"),
    [
        ("a\nb", "a b", ()),
        ("a \n\t b", "a b", ()),
        ("a  \nb", "a\\\nb", ()),
        ("a\\\n  b", "a\\\nb", ()),
        ("a\\\\\nb", "a\\\\ b", ()),
        ("a\\", "a\\", ()),
        ("a  ", "a", ()),
        ("a\\\n", "a\\", ()),
        ("`a\nb` c", "`a b` c", ()),
        ("`a  \nb`", "`a   b`", ()),
        ("`` a ` <!-- b --> ``", "`` a ` <!-- b --> ``", ()),
        ("` <!-- b --> c", "` c", ("b",)),
        ("\\` <!-- b --> `", "\\` `", ("b",)),
        ("a <!-- b --> c", "a c", ("b",)),
        ("a<!--b-->c", "ac", ("b",)),
        ("<!-- i18n:  b\n c --> d", "d", ("i18n: b c",)),
        ("a <!-- b --> <!-- c -->", "a", ("b", "c")),
        ("a\\\n<!-- b -->", "a", ("b",)),
        ("a <!-- b", "a <!-- b", ()),
        ("a --> b", "a --> b", ()),
    ],
)
def test_messages(text: str, message: str, comments: tuple[str, ...]) -> None:
    raw = read_raw(text, line=1)
    assert (raw.message, raw.comments) == (message, comments)


def test_lines_are_remembered() -> None:
    raw = read_raw("one\ntwo <!-- a\n\nb --> three\\\nfour `five\nsix` seven", line=10)
    assert raw.message == "one two three\\\nfour `five six` seven"
    lines = {word: raw.line_at(raw.message.index(word)) for word in ("one", "two", "three", "four", "five", "six")}
    assert lines == {"one": 10, "two": 11, "three": 13, "four": 14, "five": 14, "six": 15}
    assert (raw.line, raw.end_line) == (10, 15)


def test_parts_keep_their_lines() -> None:
    raw = read_raw("one\ntwo\nthree\nfour", line=10)
    part = raw.part(3, 14)
    assert (part.message, part.line, part.end_line) == ("two three", 11, 12)
    assert part.line_at(part.message.index("three")) == 12
    assert raw.part(4, 7).end_line == 11
    assert raw.part(0, 0).message == ""


def test_a_text_that_begins_on_a_later_line_says_so() -> None:
    assert read_raw("<!-- a\nb -->\nc", line=1).line == 3
    assert read_raw("\\\nc", line=1).line == 2
    assert read_raw("c\n<!-- a\nb -->", line=1).end_line == 1


@given(st.text(alphabet="ab \\`\n<!->", max_size=40))
def test_a_message_is_its_own_message(text: str) -> None:
    raw = read_raw(text, line=1)
    again = read_raw(raw.message, line=1)
    assert again.message == raw.message
    assert "\n" not in raw.message.replace("\\\n", "")
    assert list(raw.starts) == sorted(raw.starts)
    assert list(raw.lines) == sorted(raw.lines)
