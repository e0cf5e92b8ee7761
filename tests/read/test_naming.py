"""Ids that authors left out: what they look like, and how they get into the text without changing anything else."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.parts import parts_of
from builder.content.walk import phrases, walk
from builder.model.blocks import Case, Question
from builder.model.lesson import Lesson
from builder.read.decode import decode
from builder.read.lesson import read_lesson
from builder.read.name_edits import write_ids
from builder.read.naming import NewId, new_ids
from tests.read.helpers import CASES, EXAMPLE, HEAD, read

PATH = "modules/main/01-sample.md"
_ID = re.compile(r"(?<=\{)#[a-z][a-z0-9-]* (?=[^{}\n]*\})| \{#[a-z][a-z0-9-]*\}(?=[ \t]*(?:<!--.*)?$)", re.MULTILINE)
_NAMED_LINE = re.compile(r"(?:## |::: (?:question|case)|[ \t]*(?:[-*+]|[0-9]+[.)])[ \t])")
_INSERTED = re.compile(r" \{#[a-z][a-z0-9-]*\}|#[a-z][a-z0-9-]* ")
LESSONS = [
    path.read_text("utf-8")
    for folder in (EXAMPLE / "modules", CASES / "stress/workspace/modules")
    for path in sorted(folder.rglob("*.md"))
]


def model(data: bytes) -> Lesson:
    source, found = decode(data, PATH)
    assert source is not None
    lesson, more = read_lesson(source)
    assert lesson is not None
    assert not [finding for finding in (*found, *more) if finding.severity == "error"]
    return lesson


def named(data: bytes) -> tuple[bytes, tuple[NewId, ...]]:
    """Return a lesson with all its ids, every one of which could be written."""
    new = new_ids(model(data), set(), {})
    changed, done = write_ids(data, PATH, new, language="en")
    assert done == new
    return changed, done


def facts(lesson: Lesson) -> list[object]:
    """Return all that a lesson says, in order, without ids."""
    told: list[object] = [lesson.title, lesson.minutes]
    for question in walk(lesson, Question):
        told.append((question.type, question.points, question.use, question.shuffle, question.outcome))
    return [*told, *((phrase.message, phrase.kind, phrase.note, phrase.context) for phrase in phrases(lesson))]


def lines(data: bytes) -> list[str]:
    return re.split(r"(\r\n|\r|\n)", data.decode())


def is_inserted(before: str, after: str) -> bool:
    """Return whether a line is another with one id put in."""
    return any(after[: found.start()] + after[found.end() :] == before for found in _INSERTED.finditer(after))


def assert_only_ids_were_added(before: bytes, after: bytes, number: int) -> None:
    old, new = lines(before), lines(after)
    assert len(old) == len(new)
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    assert len(changed) == number
    assert all(is_inserted(one, other) for one, other in changed)


def without_ids(text: str, dropped: Sequence[bool]) -> str:
    """Return a lesson without some of the ids of its questions, parts, steps and cases."""
    chosen = iter(dropped)
    out = []
    for line in text.split("\n"):
        if _NAMED_LINE.match(line) and _ID.search(line) and next(chosen, True):
            line = _ID.sub("", line, count=1)
        out.append(line)
    return "\n".join(out)


@given(
    st.sampled_from(LESSONS),
    st.lists(st.booleans(), max_size=60),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["", " ", "\t", "  <!-- for colleagues -->"]),
)
def test_a_lesson_with_its_new_ids_is_the_same_lesson(
    text: str, dropped: list[bool], line_end: str, mark: bool, tail: str
) -> None:
    text = without_ids(text, dropped)
    text = re.sub(r"(?m)^(- \[[ x]\] .*\S)$", lambda found: found[1] + tail, text)
    data = (("\ufeff" if mark else "") + text.replace("\n", line_end)).encode()
    before = model(data)
    changed, new = named(data)
    assert_only_ids_were_added(data, changed, len(new))
    after = model(changed)
    assert facts(after) == facts(before)
    assert all(step.id for step in after.steps)
    assert all(case.id for case in walk(after, Case))
    for question in walk(after, Question):
        assert question.id
        found = list(parts_of(question.interaction))
        assert len({name for name, _ in found}) == len(found)
    assert new_ids(after, set(), {}) == ()
    assert named(data) == (changed, new)


ODD = {
    "a comment behind": ("- [x] Press <!-- i18n: a verb -->", "- [x] Press {#a} <!-- i18n: a verb -->"),
    "blanks behind": ("- [x] Press  \t", "- [x] Press {#a}  \t"),
    "a weight": ("- [x] Press {weight=100}", "- [x] Press {#a weight=100}"),
    "a weight in its own line": ("- [x] Press\n  {weight=100}", "- [x] Press\n  {#a weight=100}"),
    "several lines": ("- [x] Press\n  hard", "- [x] Press\n  hard {#a}"),
    "words in another language": ("- [x] [Drücken]{lang=de}", "- [x] [Drücken]{lang=de} {#a}"),
    "braces in code": ("- [x] Write `{weight=1}`", "- [x] Write `{weight=1}` {#a}"),
    "other braces": ("- [x] Press {hard}", "- [x] Press {hard} {#a}"),
    "a backslash": ("- [x] Press\\", "- [x] Press\\ {#a}"),
    "a number sign": ("- [x] Press #", "- [x] Press # {#a}"),
    "feedback": ("- [x] Press\n  > Right {indeed}", "- [x] Press {#a}\n  > Right {indeed}"),
    "feedback at the margin": ("- [x] Press\n> Right", "- [x] Press {#a}\n> Right"),
    "a comment over two lines": ("- [x] Press <!-- a\n  b -->", "- [x] Press {#a} <!-- a\n  b -->"),
    "another mark": ("* [x] Press", "* [x] Press {#a}"),
}


@pytest.mark.parametrize(("written", "expected"), ODD.values(), ids=ODD)
def test_an_option_gets_its_id_behind_its_text(written: str, expected: str) -> None:
    rest = f"\n{written[0]} [ ] Run {{#b}}\n:::\n"
    opener = "::: question {#q-first type=single}\nWhat first?\n\n"
    changed, _ = named((HEAD + opener + written + rest).encode())
    assert changed.decode() == HEAD + opener + expected + rest


OPENERS = {
    "::: question {type=true-false}": "::: question {#q-tb5p3 type=true-false}",
    "::: question {type=true-false} <!-- new -->": "::: question {#q-tb5p3 type=true-false} <!-- new -->",
    ":::: question   {type=true-false points=2}": ":::: question   {#q-tb5p3 type=true-false points=2}",
}


@pytest.mark.parametrize(("written", "expected"), OPENERS.items())
def test_a_question_gets_its_id_first_in_its_braces(written: str, expected: str) -> None:
    rest = "\nIt rains.\n\nanswer: true\n" + ":" * (len(written) - len(written.lstrip(":"))) + "\n"
    changed, (new,) = named((HEAD + written + rest).encode())
    assert changed.decode() == HEAD + expected.replace("q-tb5p3", new.id) + rest


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("## Press {minutes=5}", "## Press {#s-00000 minutes=5}"),
        ("## Press {minutes=5} ##", "## Press {#s-00000 minutes=5} ##"),
        ("## Press {minutes=5}  <!-- hard -->", "## Press {#s-00000 minutes=5}  <!-- hard -->"),
        ('## C# {minutes=5 method="case"}', '## C# {#s-00000 minutes=5 method="case"}'),
    ],
)
def test_a_step_gets_its_id_behind_its_title(written: str, expected: str) -> None:
    text = "---\ntitle: T\nminutes: 5\n---\n\n{}\n\n- A point\n"
    changed, (new,) = named(text.format(written).encode())
    assert changed.decode() == text.format(expected.replace("s-00000", new.id))


def test_a_lesson_with_an_error_stays_as_it_is() -> None:
    text = HEAD + "::: question {type=single}\nWhat?\n\n- [x] One\n- [ ] Two {#b, weight=5}\n:::\n"
    lesson, _ = read(text)
    new = new_ids(lesson, set(), {})
    assert new
    assert write_ids(text.encode(), PATH, new, language="en") == (text.encode(), ())


def test_names_have_nothing_to_do_with_texts_or_places() -> None:
    question = "::: question {{type=true-false}}\n{}\n\nanswer: true\n:::\n\n"
    one, other = (
        new_ids(read(HEAD + "".join(map(question.format, texts)))[0], set(), {})
        for texts in (("It rains.", "It snows."), ("Он је ту.", "It rains."))
    )
    assert [new.id for new in one] == [new.id for new in other]
    assert all(re.fullmatch(r"q-[bcdfghjkmnpqrstvwxz2-9]{5}", new.id) for new in one)
    first = one[0].id
    again = new_ids(read(HEAD + question.format("It rains."))[0], {first}, {})
    assert again[0].id != first


def test_an_id_is_never_given_twice_in_a_workspace() -> None:
    text = HEAD + "::: question {type=true-false}\nIt rains.\n\nanswer: true\n:::\n" * 300
    taken: set[str] = set()
    new = [*new_ids(read(text)[0], taken, {}), *new_ids(read(text)[0], taken, {})]
    assert len({one.id for one in new}) == len(new) == len(taken) == 600


def test_parts_get_the_next_id_that_no_part_of_the_question_ever_had() -> None:
    text = HEAD + "::: question {#q-first type=single}\nWhat?\n\n- [x] One\n- [ ] Two {#b}\n- [ ] Three\n:::\n"
    lesson, _ = read(text)
    assert [new.id for new in new_ids(lesson, set(), {})] == ["a", "c"]
    assert [new.id for new in new_ids(lesson, set(), {"q-first": frozenset(("a", "d"))})] == ["c", "e"]
    assert [new.id for new in new_ids(lesson, set(), {"q-other": frozenset(("a",))})] == ["a", "c"]


def test_pairs_items_statements_and_options_of_gaps_have_their_own() -> None:
    text = HEAD + (
        "::: question {#q-p type=match}\nWhat?\n\n- One => Two\n- => Three\n:::\n\n"
        "::: question {#q-o type=order}\nWhat?\n\n1. One\n2. Two {#s1}\n:::\n\n"
        "::: question {#q-l type=likert scale=agree-5}\nSay.\n\n- One\n- Two\n:::\n\n"
        "::: question {#q-c type=cloze}\nThe [[kind]] one.\n\n[[kind]]:\n- [x] first\n- [ ] last\n:::\n"
    )
    lesson, _ = read(text)
    memory = {"q-c": frozenset(("kind.a",))}
    told = [(new.question, new.kind, new.id) for new in new_ids(lesson, set(), memory)]
    assert told == [
        ("q-p", "pair", "p1"), ("q-p", "pair", "p2"), ("q-o", "item", "s2"), ("q-l", "item", "s1"), ("q-l", "item", "s2"),
        ("q-c", "option", "b"), ("q-c", "option", "c"),
    ]  # fmt: skip
    changed, _ = named(text.encode())
    assert b"- => Three {#p2}" in changed
    assert b"[[kind]]:\n- [x] first {#a}\n" in changed
