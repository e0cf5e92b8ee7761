"""Each row of SYNTAX.md section 2: the smallest example, and the rule it now meets."""

import pytest

from builder.content.inlines import Citation, Emphasis, Gap, NameMark, Strong, Text
from builder.content.interactions import Choice, Match
from builder.content.phrase import Phrase
from builder.content.prose import List, Paragraph, Table
from builder.content.walk import phrases, walk
from builder.diagnostics import Diagnostics
from builder.model.blocks import Columns, Only, Question
from builder.model.lesson import Slide
from tests.read.helpers import HEAD, codes, read, snippet

BLANK = "\u00a0"
REFUSED = [
    ("third cell", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", [("table-cells", 10)]),
    ("lazy line", "- b\nThen prose.", [("lazy-line", 9)]),
    ("no-break space", f"-{BLANK}item", [("looks-like", 8)]),
    ("bullet", "• item", [("looks-like", 8)]),
    ("box without mark", "[ ] a", [("looks-like", 8)]),
    ("underline", "text\n====", [("looks-like", 9)]),
    ("table without header", "| a | b |", [("looks-like", 8)]),
    ("definition under two lines", "one\ntwo\n: def", [("looks-like", 10)]),
    ("link with a blank", "[t](ref:a b)", [("markup-leftover", 8)]),
    ("gap with a capital", "[[Gap 1]]", [("markup-leftover", 8)]),
    ("id with a blank", "a\n{# a}", [("markup-leftover", 9)]),
    ("bold never closed", "a **x", [("markup-leftover", 8)]),
    ("variable in Cyrillic", "{{ Назив }}", [("markup-leftover", 8)]),
    ("citation of nothing", "[@]", [("markup-leftover", 8)]),
    ("colons in a text", "a ::: b", [("markup-leftover", 8)]),
    ("footnote", "a[^1]", [("markup-leftover", 8)]),
    ("back-tick", "a ` b", [("markup-leftover", 8)]),
    ("tag by chance", "a<b and c>d", [("raw-html", 8)]),
    ("tag as a place to fill", "Dear <name>", [("raw-html", 8)]),
    ("citation in a link", "[see [@a]](term:x)", [("markup-leftover", 8)]),
    ("curly quotes", "::: card {role=“Police”}\na\n:::", [("attributes-malformed", 8)]),
    ("value of two words", "::: card {role=Police officer}\na\n:::", [("attributes-malformed", 8)]),
    ("id with a capital", "::: note {#Quiz}\na\n:::", [("attributes-malformed", 8)]),
    ("no blank", "#### Title{#id}", [("attributes-malformed", 8)]),
    ("unknown key", "::: card {rolle=x}\na\n:::", [("attribute-unknown", 8)]),
    ("stars", "***", [("thematic-break", 8)]),
    ("underscores", "___", [("thematic-break", 8)]),
    ("main heading", "# One", [("heading-level", 8)]),
    ("container in an item", "- a\n\n  ::: note", [("markup-leftover", 10)]),
    ("never closed", "::: notes\na\n### B", [("container-unclosed", 8)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_reads_otherwise_than_it_looks_is_reported(text: str, expected: list[tuple[str, int]]) -> None:
    lesson, findings = snippet(text)
    assert codes(findings) == expected
    words = [word for word in ("Then", "item", "two", "Title", "One", "name", "see") if word in text]
    messages = " ".join(phrase.message for phrase in phrases(lesson))
    assert [word for word in words if word not in messages] == []


def blocks(text: str) -> tuple[object, ...]:
    """Return the blocks of a snippet that has no fault."""
    lesson, findings = snippet(text)
    assert findings == ()
    return lesson.steps[0].slides[0].children


def question(text: str) -> tuple[Question, Diagnostics]:
    """Return the question that a snippet holds."""
    lesson, findings = snippet(text)
    return next(walk(lesson, Question)), findings


def messages(node: object) -> list[str]:
    """Return the messages in a tree."""
    return [phrase.message for phrase in walk(node, Phrase)]


def test_three_dashes_under_text_begin_a_slide() -> None:
    lesson, findings = snippet("Text\n---\nNext")
    assert findings == ()
    assert [messages(slide) for slide in walk(lesson, Slide)] == [["Text"], ["Next"]]


@pytest.mark.parametrize(
    "before", ["- [x] a {#a}", "- [x] a {#a}\n  > feedback", "> feedback", "text", "1. [x] a {#a}"]
)
def test_a_field_ends_whatever_stands_before_it(before: str) -> None:
    text = f"::: question {{#q type=single}}\nP\n\n- [ ] c {{#c}}\n- [ ] d {{#d}}\n{before}\nexplain: b\n:::"
    asked, _ = question(text)
    assert messages(asked.explanation) == ["b"]


def test_a_field_ends_a_table() -> None:
    asked, findings = question("::: question {#q type=essay}\n| a |\n|---|\n| c |\nguidance: b\n:::")
    assert findings == ()
    assert messages(asked.prompt) == ["a", "c"]
    assert messages(asked.guidance) == ["b"]


def test_two_field_lines_are_two_fields() -> None:
    asked, findings = question("::: question {#q type=essay}\nP\n\nhint: a\nexplain: b\n:::")
    assert findings == ()
    assert (messages(asked.hint), messages(asked.explanation)) == (["a"], ["b"])


def test_a_bare_fence_closes_the_innermost_container() -> None:
    (columns,) = blocks("::: columns\n::: column\na\n:::\n::: column\nb\n:::\n:::")
    assert isinstance(columns, Columns)
    assert [messages(column) for column in columns.columns] == [["a"], ["b"]]


def test_a_heading_closes_what_was_left_open_and_its_fence_is_no_second_fault() -> None:
    lesson, findings = snippet("::: notes\na\n\n## B {minutes=5}\n\nb\n:::")
    assert codes(findings) == [("container-unclosed", 8)]
    assert [messages(notes) for notes in walk(lesson, Only)] == [["a"]]
    assert messages(lesson.steps[1]) == ["B", "b"]


def test_the_name_mark_is_no_emphasis() -> None:
    (paragraph,) = blocks("Kosovo{*} and Kosovo{*}, *Kosovo{*}*, Kosovo{*}'s")
    assert isinstance(paragraph, Paragraph)
    assert len(list(walk(paragraph, NameMark))) == 4
    assert [list(walk(emphasis, NameMark)) != [] for emphasis in walk(paragraph, Emphasis)] == [True]


def test_a_gap_in_a_cell_stays_in_it() -> None:
    text = "::: question {#q type=cloze}\n| a |\n|---|\n| [[g1]] |\n\n[[g1]]: was | were\n:::"
    asked, findings = question(text)
    assert findings == ()
    assert [gap.id for gap in walk(asked.prompt, Gap)] == ["g1"]


def test_one_id_a_line_in_a_pair() -> None:
    asked, findings = question("::: question {#q type=match}\nP\n\n- l => r {#p1}\n- => d {#p2}\n:::")
    assert findings == ()
    assert isinstance(asked.interaction, Match)
    assert [pair.id for pair in asked.interaction.pairs] == ["p1", "p2"]
    _, findings = question("::: question {#q type=match}\nP\n\n- l {#l1} => r {#r1}\n- => d {#p2}\n:::")
    assert codes(findings) == [("markup-leftover", 11)]


def test_a_box_is_no_link() -> None:
    text = "::: question {#q type=single}\n[x]: http://example.org\n\n- [x] a {#a}\n- [ ] b {#b}\n:::"
    asked, findings = question(text)
    assert findings == ()
    assert messages(asked) == ["[x]: http://example.org", "a", "b"]


@pytest.mark.parametrize("quote", ["> why", "  > why", " > why"])
def test_a_quotation_belongs_to_the_option_above(quote: str) -> None:
    text = f"::: question {{#q type=single}}\nP\n\n1. [x] a {{#a}}\n{quote}\n2. [ ] b {{#b}}\n{quote}\n:::"
    asked, findings = question(text)
    assert findings == ()
    assert isinstance(asked.interaction, Choice)
    assert [messages(option) for option in asked.interaction.options] == [["a", "why"], ["b", "why"]]


def test_a_comment_line_counts_as_blank() -> None:
    (numbered,) = blocks("1. a\n<!-- i18n: n -->\n2. b")
    assert isinstance(numbered, List)
    assert [(phrase.message, phrase.note) for phrase in walk(numbered, Phrase)] == [("a", None), ("b", "n")]


def test_a_comment_is_no_block_of_html() -> None:
    assert messages(blocks("<!-- x --> Text")) == ["Text"]


def test_bold_that_a_suffix_keeps_open_says_how_to_mend_it() -> None:
    lesson, findings = snippet("**Kosovo{*}**s")
    assert codes(findings) == [("markup-leftover", 8), ("markup-leftover", 8)]
    assert list(walk(lesson, Strong)) == []
    assert "end the bold behind the suffix" in str(findings[0].hint)
    assert snippet("**Kosovo{*}s**")[1] == ()


@pytest.mark.parametrize("value", ["a: b: c", "*x*", "{{ v }}", "[t](ref:u)", "@k first"])
def test_a_title_that_yaml_cannot_read_is_shown_in_quotation_marks(value: str) -> None:
    text = HEAD.replace("A title", value)
    _, findings = read(text)
    assert codes(findings)[0] == ("yaml-syntax", 2)
    assert f'title: "{value}"' in str(findings[0].hint)
    lesson, findings = read(HEAD.replace("A title", f'"{value}"'))
    assert findings == ()
    assert lesson.title.message == value


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("minutes: 1:30", "value-type"),
        ("minutes: 5 # five", "yaml-comment"),
        ("minutes: 5\nminutes: 6", "key-duplicate"),
        ("minutes: 5\ntitel: x", "key-unknown"),
        ("minutes: &a 5", "yaml-alias"),
    ],
)
def test_yaml_guesses_nothing(line: str, code: str) -> None:
    _, findings = read(HEAD.replace("minutes: 5", line))
    assert [finding.code.value for finding in findings] == [code]


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    assert read(HEAD.replace("A title", "Yes"))[0].title.message == "Yes"
    assert read(HEAD.replace("A title", "1.10"))[0].title.message == "1.10"


def test_escaped_bars_are_plain_in_the_message() -> None:
    (table,) = blocks("| a \\| b | `c \\| d` |\n|---|---|")
    assert isinstance(table, Table)
    assert messages(table) == ["a | b", "`c | d`"]


def test_escapes_and_entities_are_no_leftovers() -> None:
    (paragraph,) = blocks("\\[[a]] \\{{ b }} \\*\\*c \\`d\\` &#91;@e] \\<f> \\::: g")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.inlines == (Text(span=paragraph.span, value="[[a]] {{ b }} **c `d` [@e] <f> ::: g"),)


def test_a_citation_in_brackets_is_one() -> None:
    (paragraph,) = blocks("*[@a, p. 7; @b]*")
    (citation,) = walk(paragraph, Citation)
    assert [(item.key, item.locator) for item in citation.items] == [("a", "p. 7"), ("b", None)]
