"""Inline Markdown: the closed set of nodes, exact lines, what is refused."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.dump import dump
from builder.content.inlines import (
    Citation,
    CodeSpan,
    Emphasis,
    Foreign,
    Inlines,
    LessonReference,
    Link,
    Strong,
    TermReference,
    Text,
)
from builder.content.walk import walk
from builder.markdown.inlines import parse_inlines
from builder.source import Span

PATH = "locales/mk/shock.po"


def parse(text: str, line: int = 1) -> tuple[Inlines, list[tuple[str, int]]]:
    """Return nodes, and code and line of what is wrong."""
    inlines, findings = parse_inlines(text, path=PATH, line=line)
    assert all(finding.hint for finding in findings)
    return inlines, [(finding.code.value, finding.span.line) for finding in findings if finding.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", 'Text "plain"'),
        ("*a*", 'Emphasis > Text "a"'),
        ("**a** _b_", 'Strong > Text "a" | Text " " | Emphasis > Text "b"'),
        ("***a***", 'Emphasis > Strong > Text "a"'),
        ("snake_case_word 2*3*4", 'Text "snake_case_word 2" | Emphasis > Text "3" | Text "4"'),
        ("`a *b*`", 'CodeSpan value="a *b*"'),
        ("a\\\nb", 'Text "a" | LineBreak | Text "b"'),
        ("\\*a\\* &amp; &nbsp;b", 'Text "*a* & \u00a0b"'),
        ("[a *b*](https://c.org)", 'Link target="https://c.org" > Text "a " Emphasis > Text "b"'),
        ("<https://c.org>", 'Link target="https://c.org" > Text "https://c.org"'),
        ("<a@b.org>", 'Link target="mailto:a@b.org" > Text "a@b.org"'),
        ("[a](term:b)", 'TermReference term="b" > Text "a"'),
        ("[a](ref:b/c#d)", 'LessonReference target="b/c#d" > Text "a"'),
        ("[a](ref:#d)", 'LessonReference target="#d" > Text "a"'),
        ("[a]{lang=de}", 'Foreign language="de" > Text "a"'),
        ('[a]{lang="sr-Cyrl"}', 'Foreign language="sr-Cyrl" > Text "a"'),
        ("[a] (b) [c]", 'Text "[a] (b) [c]"'),
        ("{{ a }}{{b_2}}", 'Variable name="a" | Variable name="b_2"'),
        ("[[a-1]]", 'Gap id="a-1"'),
        ("a{*} *b{*}*", 'Text "a" | NameMark | Text " " | Emphasis > Text "b" NameMark'),
        ("[@a]", 'Citation > items: CitationItem key="a"'),
        ("[@a, p. 7; @b:c]", 'Citation > items: CitationItem key="a" locator="p. 7" CitationItem key="b:c"'),
        ("{a} {b=c} { {", 'Text "{a} {b=c} { {"'),
    ],
)
def test_nodes(text: str, expected: str) -> None:
    inlines, findings = parse(text)
    assert findings == []
    assert " | ".join(outline(dump((inline,))) for inline in inlines) == expected


def outline(dumped: str) -> str:
    """Return the dump of one node in a line."""
    first, *rest = (line.strip().replace(" @1-2", "").replace(" @1", "") for line in dumped.splitlines())
    nested = " ".join(rest).replace("Emphasis ", "Emphasis > ").replace("Strong ", "Strong > ")
    return f"{first} > {nested}" if rest else first.replace(" @2", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[a](javascript:alert(1))", "link-unsafe"), ("[a](JavaScript:x)", "link-unsafe"),
        ("[a](data:text/html,x)", "link-unsafe"), ("[a](vbscript:x)", "link-unsafe"),
        ("[a](file:///etc/passwd)", "link-unsafe"), ("<javascript:x>", "link-unsafe"),
        ("[a](java&#115;cript:x)", "link-unsafe"),
        ("[a](ftp://b.org)", "link-unsafe"), ("[a](b.md)", "link-unsafe"), ("[a]()", "link-unsafe"),
        ("[a](//b.org)", "link-unsafe"), ("<b>a</b>", "raw-html"), ("a <br/>", "raw-html"),
        ("<!DOCTYPE html>", "raw-html"),
        ("<?php ?>", "raw-html"), ("<script\nsrc='x'>", "raw-html"), ("![a](b.svg)", "figure-inline"),
        ('[a](https://b.org "c")', "markup-leftover"), ("[a]{lang=sr}", "language-ambiguous"),
        ("[a]{lang=deutsch}", "attribute-value"), ("[a]{long=de}", "attribute-unknown"),
        ("{{ a b }}", "markup-leftover"), ("[@a b]", "markup-leftover"), ("[[a b]]", "markup-leftover"),
        ("** a **", "markup-leftover"), ("[a](b c)", "markup-leftover"), ("[ [g]](", "markup-leftover"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, code: str) -> None:
    inlines, findings = parse(text, line=7)
    assert findings[0] == (code, 7)
    assert not any(isinstance(inline, Link) for inline in inlines) or code == "markup-leftover"
    assert "".join(node.value for node in walk(inlines, Text))


def test_lines_are_exact_within_a_message() -> None:
    inlines, findings = parse("a *b\nc*\\\n[d](term:e) `f\ng`\n{{ h }} <i>", line=20)
    assert findings == [("raw-html", 24)]
    spans = {type(node): (node.span.line, node.span.end_line) for node in inlines if not isinstance(node, Text)}
    assert spans[Emphasis] == (20, 21)
    assert spans[TermReference] == (22, 22)
    assert spans[CodeSpan] == (22, 22)
    assert all(node.span.path == PATH for node in inlines)


def test_addresses_are_fit_for_the_web() -> None:
    (link,), _ = parse("[a](<https://пример.орг/a b>)")
    assert isinstance(link, Link)
    assert link.target.isascii()
    assert " " not in link.target


def test_marks_within_marks_stop_at_a_depth_and_keep_their_text() -> None:
    text = "*a **b " * 30 + "word" + "** c*" * 30
    inlines, findings = parse(text)
    assert findings == [("markup-leftover", 1)]
    depth = 0
    level: Inlines = inlines
    while nested := [node for node in level if isinstance(node, Emphasis | Strong)]:
        depth += 1
        level = nested[0].children
    assert depth == 12
    assert "word" in "".join(node.value for node in walk(inlines, Text))


@given(st.text(alphabet="ab *_`[](){}@#!<>&;:/\\\n|.=-", max_size=60))
def test_no_character_is_lost(text: str) -> None:
    """Letters of the text are in the nodes, but for what names a target, key, language or gap."""
    inlines, findings = parse_inlines(text, path=PATH, line=1)
    kept = dump(inlines)
    assert text.count("a") <= kept.count("a") or findings or "<!--" in text
    assert all(isinstance(node.span, Span) for node in inlines)


@pytest.mark.parametrize(
    "unit", ["[", "![", "[a](", "*a ", "_*", "` ``", "<a ", "{{ ", "[@a,", "[[", "<!-- ", "\\", "[x [y"]
)
def test_no_text_takes_more_than_its_length_deserves(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = 60.0
        for _ in range(3):
            gc.collect()
            gc.disable()  # Its pauses grow with everything else that lives in this process.
            start = time.process_time()
            parse_inlines(text, path=PATH, line=1)
            best = min(best, time.process_time() - start)
            gc.enable()
        return best

    seconds(1000)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.002)


def test_kinds_of_links_are_told_apart() -> None:
    inlines, _ = parse("[a](term:b) [c](ref:d) [e](mailto:f@g.org) [h]{lang=en} [@i]")
    kinds = [type(node) for node in inlines if not isinstance(node, Text)]
    assert kinds == [TermReference, LessonReference, Link, Foreign, Citation]
