"""Steps, slides, containers, comments, code: what structure is, found by line."""

import pytest

from builder.content.prose import CodeBlock
from builder.content.walk import phrases, walk
from builder.model.blocks import Callout, Only
from builder.model.lesson import Lesson
from tests.read.helpers import HEAD, codes, read, snippet, strings


def messages(lesson: Lesson) -> list[str]:
    """Return the messages of a lesson's steps."""
    return [phrase.message for phrase in phrases(lesson.steps)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text.\n", [("front-matter-missing", 1), ("text-before-step", 1), ("lesson-empty", 1)]),
        ("---\ntitle: A\nminutes: 5\n## A {minutes=5}\n", [("front-matter-missing", 1)]),
        ("---\ntitle: A\nminutes: 5\n---\n", [("lesson-empty", 1)]),
        ("---\nminutes: 5\n---\n## A {minutes=5}\n", [("key-missing", 2)]),
        ("---\n---\n## A {minutes=5}\n", [("key-missing", 1), ("key-missing", 1)]),
        ("---\n- a\n---\n## A {minutes=5}\n", [("value-type", 2), ("key-missing", 2), ("key-missing", 2)]),
        ("---\ntitle: A\nminutes: 5\n---\nText.\n\n## A {minutes=5}\n", [("text-before-step", 5)]),
        ("---\ntitle: A\nminutes: 5\n---\n---\n## A {minutes=5}\n", [("slide-break-misplaced", 5)]),
        ("---\ntitle: A\nminutes: 5\n---\n::: note\na\n:::\n## A {minutes=5}\n", [("text-before-step", 5)]),
        ("---\ntitle: A\nminutes: 5\n---\n### A\n## A {minutes=5}\n", [("text-before-step", 5)]),
        ("---\ntitle: A\nminutes: 5\n---\n## A\n", [("attribute-missing", 5)]),
        ("---\ntitle: A\nminutes: 5\n---\n## {minutes=5}\n", [("heading-level", 5)]),
    ],
)  # fmt: skip
def test_the_frame_of_a_lesson(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(codes(read(text)[1])) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: notes\na\n", [("container-unclosed", 8)]),
        (":::\n", [("container-unopened", 8)]),
        (":::: notes\na\n:::\n", [("container-unclosed", 8), ("container-unopened", 10)]),
        (":::: notes\n::: key\na\n::::\n", [("container-unclosed", 9)]),
        ("::: notes\na\n---\nb\n:::\n", [("slide-break-misplaced", 10)]),
        ("::: notes\n# a\n:::\n", [("heading-level", 9)]),
        ("::: note\n#### a\n:::\n", []),
        ("::: {title=x}\na\n:::\n", [("container-unknown", 8)]),
        ("::: Note\na\n:::\n", [("container-unknown", 8)]),
        ("::: column\na\n:::\n", [("container-misplaced", 8)]),
        ("::: columns\na\n\n::: column\nb\n:::\n:::\n", [("block-misplaced", 9)]),
        ("::: inject\na\n:::\n", [("container-misplaced", 8)]),
        ("::: process\na\n:::\n", [("block-misplaced", 8)]),
        ("::: process\n- a\n\n::: note\nb\n:::\n:::\n", [("container-misplaced", 11)]),
        ("::: case\na\n\nhint: b\n:::\n", [("field-unknown", 11)]),
        ("::: activity\na\n\nanswer: b\n:::\n", [("field-unknown", 11)]),
        ("::: activity\na\n\nOutput: b\n:::\n", [("looks-like", 11)]),
        ("::: activity\na\n\nOUTPUT: b\n:::\n", [("looks-like", 11)]),
        ("::: activity\na\n\noutput:b\n:::\n", [("looks-like", 11)]),
        ("::: activity\na\n\noutput : b\n:::\n", [("looks-like", 11)]),
        ("::: activity\na\n\nhttps://b\n:::\n", []),
        ("a | b | c\n---|---\n1 | 2\n", [("looks-like", 9)]),
        ("### a { #b }\n", [("markup-leftover", 8)]),
        ("<!-- a\n", [("comment-unclosed", 8)]),
        ("```\na\n", [("container-unclosed", 8)]),
        ("- a\n- - -\n", [("thematic-break", 9)]),
        (" ## a\n", [("heading-level", 8)]),
        ("> # a\n", [("heading-level", 8)]),
        ("####\n", [("heading-level", 8)]),
        ("##a\n", [("looks-like", 8)]),
        ("- [ ] a\n", [("looks-like", 8)]),
        ("-\n- a\n", [("looks-like", 8)]),
        ("text\n{chart=bar}\n", [("attributes-malformed", 9)]),
        ("{#id}\n", [("attributes-malformed", 8)]),
        ("![a](b.svg) text\n", [("figure-inline", 8)]),
        ("text ![a](b.svg)\n", [("figure-inline", 8)]),
        ("![a](b.svg) {#a}\n", [("attributes-malformed", 8)]),
        ("![a](b.svg){decorative}\n", [("attribute-value", 8)]),
        ("![a](b.svg){.class}\n", [("attributes-malformed", 8)]),
        ("> " * 40 + "a\n", [("block-misplaced", 8)]),
    ],
)  # fmt: skip
def test_mistakes(text: str, expected: list[tuple[str, int]]) -> None:
    lesson, findings = snippet(text)
    assert sorted(codes(findings)) == sorted(expected)
    if ("field-unknown", 11) not in expected:
        kept = " ".join(strings(lesson.steps))
        assert [word for word in ("a", "b") if word in text.split() and word not in kept] == []


def test_containers_stop_at_a_depth_and_keep_their_text() -> None:
    lesson, findings = snippet("::: note\n" * 30 + "word\n" + ":::\n" * 30)
    assert {code for code, _ in codes(findings)} == {"container-misplaced"}
    assert messages(lesson)[-1] == "word"
    assert len(list(walk(lesson, Callout))) == 16


def test_children_may_have_more_or_fewer_colons() -> None:
    lesson, findings = snippet("::: notes\n::::: key\n:::: note\na\n::::\n:::::\n:::")
    assert findings == ()
    assert [type(node).__name__ for node in (*walk(lesson, Only), *walk(lesson, Callout))] == [
        "Only",
        "Callout",
        "Callout",
    ]


def test_code_is_left_alone() -> None:
    code = "## a\n::: b\n---\n<!-- c -->\nanswer: d\n{#e}\n# [[f]] `\n"
    lesson, findings = snippet(f"~~~ text\n{code}~~~\n\n- item\n\n  ```\n  <!-- g -->\n  ```\n")
    assert findings == ()
    assert [(block.info, block.text) for block in walk(lesson, CodeBlock)] == [("text", code), ("", "<!-- g -->\n")]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    lesson, findings = snippet("````\n```\n## a\n```\n````\n\ntext\n")
    assert findings == ()
    assert [block.text for block in walk(lesson, CodeBlock)] == ["```\n## a\n```\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- b --> c", ["a c"]),
        ("a<!-- b -->c", ["ac"]),
        ("<!-- b -->\na", ["a"]),
        ("a\n<!-- b -->\nc", ["a", "c"]),
        ("a <!-- b\nc\n\nd --> e", ["a", "e"]),
        ("<!-- a\n## b\n::: c\n-->\nd", ["d"]),
        ("`<!-- a -->` b", ["`<!-- a -->` b"]),
        ("\\<!-- a --> b", ["\\<!-- a --> b"]),
        ("a <!-- b --> <!-- c\nd --> e", ["a e"]),
        ("- a <!-- b -->\n- c", ["a", "c"]),
        ("#### a <!-- b --> {#c}", ["a"]),
    ],
)
def test_comments_are_never_printed(text: str, expected: list[str]) -> None:
    lesson, findings = snippet(text)
    assert findings == ()
    assert messages(lesson)[1:] == expected


def test_right_to_left_text_is_like_any_other() -> None:
    lesson, findings = snippet("- اضغط **بقوة** على الجرح\n- שלום [עולם](ref:#step)\n")
    assert findings == ()
    assert messages(lesson)[1:] == ["اضغط **بقوة** على الجرح", "שלום [עולם](ref:#step)"]


def test_tabs_indent_like_blanks() -> None:
    lesson, findings = snippet("- a\n\t- b\n\n\tc\n")
    assert findings == ()
    assert messages(lesson)[1:] == ["a", "b", "c"]


def test_the_language_of_the_source_is_on_every_phrase() -> None:
    from builder.read.lesson import read_lesson
    from builder.source import SourceFile

    lesson, _ = read_lesson(SourceFile("modules/a/01-b.md", HEAD + "a"), language="mk")
    assert {phrase.language for phrase in phrases(lesson)} == {"mk"}


@pytest.mark.parametrize(
    "comment", [" <!-- i18n: a word for a wound -->", " <!-- a --><!-- i18n: a word for a wound --> "]
)
def test_comments_end_lines_of_structure(comment: str) -> None:
    lesson, findings = snippet(
        f'::: note {{title="A"}}{comment}\nb\n:::{comment}\n\n---{comment}\n\n| c |\n|---|\n{{chart=bar}}{comment}\n'
    )
    assert findings == ()
    assert messages(lesson)[1:] == ["A", "b", "c"]
    assert len(lesson.steps[0].slides) == 2
    assert [phrase.note for phrase in phrases(lesson)][2:] == ["a word for a wound"] * 2 + [None]
