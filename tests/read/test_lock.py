"""Locks: what they remember of a question, and that nothing of them is lost between the file and the model."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.walk import walk
from builder.diagnostics import Code
from builder.model.blocks import Question
from builder.model.lock import Lock, LockEntry, entry_of, key_of, known_entries
from builder.read.lock import read_lock, write_lock
from builder.read.values import QUESTION_TYPES
from builder.source import SourceFile, Span
from tests.read.helpers import CASES, HEAD, read

PATH = "modules/main/ids.lock"
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
PARTS = st.lists(IDS, max_size=4, unique=True)
KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).map(
    lambda text: " ".join(text.split())
)


@st.composite
def entries(draw: st.DrawFn) -> LockEntry:
    parts = draw(PARTS)
    cut = draw(st.integers(0, len(parts)))
    return LockEntry(
        span=Span.at(PATH), id=draw(IDS), state=draw(st.sampled_from(("live", "retired"))),
        type=draw(st.sampled_from(QUESTION_TYPES)), key=draw(KEYS),
        parts=tuple(sorted(parts[:cut])), gone=tuple(sorted(parts[cut:])),
    )  # fmt: skip


def question(text: str) -> Question:
    (found,) = walk(read(HEAD + text)[0], Question)
    return found


def single(options: str, kind: str = "single") -> Question:
    return question(f"::: question {{#q-first type={kind}}}\nWhat?\n\n{options}\n:::\n")


@given(st.lists(entries(), unique_by=lambda entry: entry.id), st.lists(entries(), max_size=3))
def test_a_lock_that_is_written_reads_the_same(known: list[LockEntry], earlier: list[LockEntry]) -> None:
    before = [replace(entry, state="earlier") for entry in earlier]
    lock = Lock(module="main", entries=(*known, *before), leftovers=("# a word of ours",))
    text = write_lock(lock)
    again, found = read_lock(SourceFile(PATH, text))
    assert found == ()
    assert set(again.entries) == set(lock.entries)
    assert (again.module, again.leftovers) == (lock.module, lock.leftovers)
    assert write_lock(again) == text
    shuffled = "\n".join(sorted(text.split("\n"), reverse=True))
    assert write_lock(read_lock(SourceFile(PATH, shuffled))[0]) == text
    stripped = "\n".join(line.rstrip() for line in text.split("\n"))
    assert set(read_lock(SourceFile(PATH, stripped))[0].entries) == set(lock.entries)


@given(st.text())
def test_no_text_breaks_the_reader_and_nothing_is_dropped(text: str) -> None:
    lock, _ = read_lock(SourceFile(PATH, text))
    again, _ = read_lock(SourceFile(PATH, write_lock(lock)))
    assert (again.leftovers, set(again.entries)) == (lock.leftovers, set(lock.entries))


def test_what_two_people_did_can_be_put_together_line_by_line() -> None:
    base = "q-a\tlive\ttrue-false\ttrue\t\n"
    mine, yours = base + "q-b\tlive\tessay\t\t\n", base + "q-c\tlive\tessay\t\t\n"
    lock, found = read_lock(SourceFile(PATH, mine + yours.removeprefix(base)))
    assert found == ()
    assert [entry.id for entry in lock.entries] == ["q-a", "q-b", "q-c"]
    _, found = read_lock(SourceFile(PATH, f"<<<<<<< mine\n{mine}=======\n{yours}>>>>>>> yours\n"))
    assert [(finding.code, finding.span.line) for finding in found if finding.span] == [
        (Code.LOCK_MALFORMED, line) for line in (1, 4, 5, 7)
    ]


def test_one_that_lives_counts_before_one_that_is_retired_elsewhere() -> None:
    live, retired = (
        LockEntry(span=Span.at(PATH), id="q-a", state=state, type="essay", key="", parts=()) for state in ("live", "retired")
    )  # fmt: skip
    for order in ((live, retired), (retired, live)):
        locks = [Lock(module=str(number), entries=(entry,)) for number, entry in enumerate(order)]
        assert known_entries(locks) == {"q-a": live}


STAYS = {
    "texts": ("- [x] One {#a}\n- [ ] Two {#b}", "- [x] Uno {#a}\n  > Why\n- [ ] Duo {#b}"),
    "order": ("- [x] One {#a}\n- [ ] Two {#b}", "- [ ] Two {#b}\n- [x] One {#a}"),
    "a wrong option more": ("- [x] One {#a}\n- [ ] Two {#b}", "- [x] One {#a}\n- [ ] Two {#b}\n- [ ] Three {#c}"),
    "how a number is written": (
        "- [x] One {#a weight=50}\n- [ ] Two {#b}",
        "- [x] One {#a weight=50.0}\n- [ ] Two {#b}",
    ),
    "a weight of nothing": ("- [x] One {#a}\n- [ ] Two {#b}", "- [x] One {#a}\n- [ ] Two {#b weight=0}"),
}


@pytest.mark.parametrize(("before", "after"), STAYS.values(), ids=STAYS)
def test_what_is_right_does_not_change_with(before: str, after: str) -> None:
    assert key_of(single(before).interaction) == key_of(single(after).interaction)


CHANGES = {
    "another right option": ("- [x] One {#a}\n- [ ] Two {#b}", "- [ ] One {#a}\n- [x] Two {#b}"),
    "one more": ("- [x] One {#a}\n- [ ] Two {#b}", "- [x] One {#a}\n- [x] Two {#b}"),
    "a weight": ("- [x] One {#a}\n- [ ] Two {#b}", "- [x] One {#a}\n- [ ] Two {#b weight=-50}"),
    "a share": (
        "- [x] One {#a weight=40}\n- [x] Two {#b weight=60}",
        "- [x] One {#a weight=60}\n- [x] Two {#b weight=40}",
    ),
    "who has the weight": ("- [x] One {#a weight=50}\n- [x] Two {#b}", "- [ ] One {#a weight=50}\n- [x] Two {#b}"),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_what_is_right_changes_with(before: str, after: str) -> None:
    assert key_of(single(before, "multiple").interaction) != key_of(single(after, "multiple").interaction)


@pytest.mark.parametrize(
    ("kind", "body", "key", "parts"),
    [
        ("true-false", "answer: true", "true", ()),
        ("numeric", "answer: 12,50 ± 0.5", "12.5 ± 0.5", ()),
        ("numeric unit=min|minutes", "answer: -3", "-3 ± 0 min | minutes", ()),
        ("text", "answer: Tiranë |  tirana", "tirana | tiranë", ()),
        ("match", "- One => Two {#p2}\n- Three => Four {#p1}\n- => Five {#p3}", "p1 p2", ("p1", "p2", "p3")),
        ("order", "1. One {#s2}\n2. Two {#s1}", "s2 s1", ("s1", "s2")),
        ("essay", "", "", ()),
        ("likert scale=agree-5", "- One {#s1}", "agree-5", ("s1",)),
        (
            "cloze", "The [[b]] of [[a]].\n\n[[b]]: 2\n[[a]]:\n- [x] One {#a}\n- [ ] Two {#b}",
            "[[a]] a; [[b]] 2 ± 0", ("a.a", "a.b"),
        ),
        (
            "hotspot", '![Arm](figures/a.svg)\n\n- [x] One {#a area="rect 1 1 5 5"}\n- [ ] Two {#b area="rect 9 9 5 5"}',
            "a", ("a", "b"),
        ),
    ],
)  # fmt: skip
def test_a_lock_says_what_is_right_by_ids(kind: str, body: str, key: str, parts: tuple[str, ...]) -> None:
    entry = entry_of(question(f"::: question {{#q-first type={kind}}}\nWhat?\n\n{body}\n:::\n"))
    assert (entry.type, entry.key, entry.parts) == (kind.split()[0], key, parts)


def test_every_question_of_the_stress_lesson_fits_into_a_line_of_its_own() -> None:
    lesson, _ = read((CASES / "stress/workspace/modules/stress/04-questions.md").read_text("utf-8"))
    found = [entry_of(question) for question in walk(lesson, Question)]
    lock = Lock(module="main", entries=tuple(found))
    assert set(read_lock(SourceFile(PATH, write_lock(lock)))[0].entries) == set(found)
    assert {entry.type for entry in found} == set(QUESTION_TYPES)
