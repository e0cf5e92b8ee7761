"""What holds for any text: reading never raises, loses nothing in silence, and knows every line."""

import re
from difflib import unified_diff

from hypothesis import example, given
from hypothesis import strategies as st

from builder.content.phrase import Kind, Phrase
from builder.content.walk import phrases
from builder.diagnostics import Diagnostics, Severity
from builder.markdown.inlines import parse_inlines
from builder.model.lesson import Lesson
from builder.read.decode import decode
from builder.read.lesson import read_lesson
from builder.source import SourceFile
from tests.read.helpers import HEAD, PATH, REFERENCE, nodes, read, strings

VOCABULARY = set(
    re.findall(
        r"\w+",
        "title minutes aim outcomes id level text key messages sources method core question type single multiple true "
        "false numeric match order cloze essay likert hotspot points outcome use scale weight answer hint explain "
        "guidance output debrief activity grouping size columns column card role notes case inject area rect circle "
        "decorative ref term x",
    )
)
"""Words of the syntax."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NUMBER = re.compile(r"^ *[0-9]+[.)] ", re.MULTILINE)
WORD = re.compile(r"[^\W_]+")
PIECES = [
    "\n", "\n\n", " ", "  \n", "\\\n", "\t", "    ", "- ", "1. ", "- [ ] ", "- [x] ", "> ", "## ", "### ", "#### ",
    "# ",
    "---\n", "***\n", "::: ", ":::\n", "::::\n", "::: notes\n", "::: question {#q type=single}\n", "::: columns\n",
    "::: column\n", "::: activity {#a}\n", "::: case\n", "::: card\n", "::: process\n", "answer: ", "hint: ",
    "explain: ",
    "output: ", "debrief: ", "[[g]]", "[[g]]: ", "{#id}", "{#id minutes=5}", "{*}", "{{ v }}", "[@k, p. 7]",
    "[t](ref:a)",
    "[t](term:b)", "[t](javascript:x)", "[w]{lang=de}", "![alt](f.svg)", '![a](f.svg "cap"){#f}', "{decorative}",
    "{chart=bar}\n", "| a | b |\n", "|---|---|\n", "term\n: meaning\n", "<!-- i18n: n -->", "<!--", "-->", "```\n",
    "~~~\n",
    "`", "``", "*", "**", "_", "<b>", "<http://a.b>", "&amp;", "\\", "=> ", "true", "12 ± 0.5", "a | b", "word",
    "слово",
    "كلمة", "\u00a0", "\u200f", "\x00", "\x0c", "}", "{", "[", "]", "(", ")", "!", '"', "# #",
]  # fmt: skip
pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return the reference lesson with pieces taken out, put in, moved."""
    text = REFERENCE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(start + draw(st.integers(0, 30)), len(text))
        kind = draw(st.sampled_from(["cut", "insert", "double", "line"]))
        match kind:
            case "cut":
                text = text[:start] + text[end:]
            case "insert":
                text = text[:start] + draw(st.sampled_from(PIECES)) + text[start:]
            case "double":
                text = text[:end] + text[start:]
            case _:
                lines = text.split("\n")
                line = lines.pop(start % len(lines))
                lines.insert(end % (len(lines) + 1), line)
                text = "\n".join(lines)
    return text


def check_lines(lesson: Lesson, findings: Diagnostics, text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), text).split("\n")
    last = len(lines)
    for node in nodes(lesson):
        assert 1 <= node.span.line <= node.span.end_line <= last, node
        assert node.span.path == lesson.path
    for finding in findings:
        assert finding.span is not None
        assert 1 <= finding.span.line <= finding.span.end_line <= last, finding
        assert finding.hint
        assert finding.message
    if "<!--" in text and ("`" in text or "~~~" in text):
        return  # A comment within code is text.
    for phrase in phrases(lesson):
        check_phrase(phrase, lines)


def check_phrase(phrase: Phrase, lines: list[str]) -> None:
    """Assert that a phrase begins and ends on the lines where its first and last words stand."""
    if phrase.kind in (Kind.TITLE, Kind.AIM, Kind.OUTCOME, Kind.KEY_MESSAGE) or not phrase.message:
        return
    words = [bare(word) for word in phrase.message.split()]
    source = [bare(line) for line in lines[phrase.span.line - 1 : phrase.span.end_line]]
    assert words[0] in source[0], phrase
    assert words[-1] in source[-1], phrase
    assert [word for word in words if word not in " ".join(source)] == []


def bare(text: str) -> str:
    """Return a text without what a message may lose: the backslashes of bars and quotation marks."""
    return re.sub(r"[\\\\|\"]", "", text)


def check_inlines(lesson: Lesson) -> None:
    """Assert that every message, read again as a translator's would be, is the same text."""
    for phrase in phrases(lesson):
        if phrase.kind not in (Kind.ALTERNATIVE, Kind.ANSWER):
            assert parse_inlines(phrase.message, path="locales/mk/a.po", line=1)[0] == phrase.inlines


@given(st.text(max_size=300) | pieces)
@example("---\n---\n::: columns\ntext\n:::")
@example(":::\n" * 30)
def test_any_text_is_read(text: str) -> None:
    lesson, findings = read_lesson(SourceFile(PATH, text))
    if lesson is None:
        assert [finding.code.value for finding in findings] == ["lesson-empty"]
    else:
        check_lines(lesson, findings, text)


@given(pieces)
def test_any_text_in_a_step_is_read(text: str) -> None:
    text = HEAD + text
    lesson, findings = read(text)
    check_lines(lesson, findings, text)
    check_inlines(lesson)


@given(damaged())
def test_a_damaged_lesson_is_read(text: str) -> None:
    lesson, findings = read_lesson(SourceFile(PATH, text))
    if lesson is not None:
        check_lines(lesson, findings, text)
        check_inlines(lesson)


@given(st.data())
def test_no_word_is_lost_in_silence(data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(REFERENCE)))
    joint = data.draw(st.sampled_from(["", " ", "\n", "\n\n"]))
    text = f"{REFERENCE[:position]}{joint}zyxwv{joint}{REFERENCE[position:]}"
    if any(comment.start() < position < comment.end() for comment in COMMENT.finditer(REFERENCE)):
        return
    lesson, findings = read(text)
    assert findings or any("zyxwv" in string for string in strings(lesson)), text[position - 40 : position + 60]


@given(damaged())
def test_a_lesson_without_findings_holds_all_its_words(text: str) -> None:
    lesson, findings = read_lesson(SourceFile(PATH, text))
    if lesson is None or findings:
        return
    kept = set(WORD.findall(" ".join(strings(lesson))))
    lost = [word for word in WORD.findall(NUMBER.sub("", COMMENT.sub(" ", text))) if word not in kept | VOCABULARY]
    assert lost == [], "".join(unified_diff(REFERENCE.splitlines(True), text.splitlines(True), n=1))


@given(damaged() | pieces.map(lambda text: HEAD + text))
def test_line_ends_do_not_matter(text: str) -> None:
    text = text.replace("\r", "")
    plain = read_lesson(SourceFile(PATH, text))
    for ends in ("\r\n", "\r"):
        for mark in (b"", b"\xef\xbb\xbf"):
            source, faults = decode(mark + text.replace("\n", ends).encode(), PATH)
            assert source is not None
            assert faults == ()
            assert read_lesson(source) == plain


WRITTEN = re.compile(r"w\d+w")
BLOCKS = st.recursive(
    st.just("text"),
    lambda inner: st.tuples(
        st.sampled_from(["- {}", "1. {}", "> {}", ": {}"]), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def write_block(block: object, number: list[int]) -> list[str]:
    """Return the lines of a nested block in which every text is a word that tells its order."""
    if not isinstance(block, tuple):
        number[0] += 1
        return [f"w{number[0]}w first", f"w{number[0]}w second", ""]
    mark, children = block
    lines: list[str] = []
    if mark == ": ":
        number[0] += 1
        lines.append(f"w{number[0]}w")
    inner = [line for child in children for line in write_block(child, number)]
    rest = mark if mark == "> " else " " * len(mark)
    lines.extend((mark if index == 0 else rest) + line for index, line in enumerate(inner))
    return [line.rstrip() for line in [*lines, ""]]


@given(st.lists(BLOCKS, min_size=1, max_size=4), st.integers(0, 5), st.booleans())
def test_lines_are_exact_at_any_depth(blocks: list[object], depth: int, after_comment: bool) -> None:
    number = [0]
    body = [line for block in blocks for line in write_block(block, number)]
    opening = ["<!-- a", "b -->", ""] if after_comment else []
    text = HEAD + "\n".join([*opening, *["::: slide"] * depth, *body, *[":::"] * depth])
    lesson, findings = read(text)
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
    lines = [(word, line) for line, content in enumerate(text.split("\n"), 1) for word in WRITTEN.findall(content)]
    first, last = dict(reversed(lines)), dict(lines)
    found = set()
    for phrase in phrases(lesson):
        for word in WRITTEN.findall(phrase.message):
            found.add(word)
            assert (phrase.span.line, phrase.span.end_line) == (first[word], last[word]), word
    assert found == set(last)
