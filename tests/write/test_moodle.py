"""Moodle XML, read back by a reader that shares no code with the writer."""

import base64
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import example, given

from builder.content.walk import walk
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output import quiz as planned
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.plan.quiz import plan_moodle
from builder.write.moodle import write_moodle
from tests.plan import quiz_editions as make
from tests.write.quiz_texts import ANY_TEXT, HOSTILE, normal, read_html

NOTHING = Resources(files={}, fonts="")


@dataclass(frozen=True)
class Read:
    """A question as Moodle's importer finds it."""

    kind: str
    node: ET.Element

    def text(self, path: str) -> str:
        return self.node.findtext(f"{path}/text") or ""

    def shown(self, path: str) -> str:
        return read_html(self.text(path)).text

    def plain(self, path: str) -> str | None:
        return self.node.findtext(path)

    @property
    def tags(self) -> list[str]:
        return [tag.findtext("text") or "" for tag in self.node.findall("tags/tag")]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Texts as they are shown, with the fraction of each."""
        return [
            (read_html(answer.findtext("text") or "").text, answer.get("fraction") or "")
            for answer in self.node.findall("answer")
        ]


def written(edition: Edition) -> bytes:
    return write_moodle(plan_moodle(edition, NOTHING, None)[0], NOTHING)


def read(edition: Edition) -> list[Read]:
    root = ET.fromstring(written(edition))
    assert root.tag == "quiz"
    return [Read(question.get("type") or "", question) for question in root]


def by_id(edition: Edition, id: str) -> Read:
    return next(question for question in read(edition) if question.plain("idnumber") == id)


def test_the_file_is_utf_8_without_a_mark_and_well_formed() -> None:
    data = written(make.edition(*make.SIX))
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    assert [question.kind for question in read(make.edition(*make.SIX))] == [
        "category", "multichoice", "multichoice", "truefalse", "numerical", "shortanswer", "matching",
    ]  # fmt: skip


def test_same_input_same_bytes() -> None:
    assert written(make.edition(*make.SIX)) == written(make.edition(*make.SIX))


def test_ids_are_the_questions_own() -> None:
    found = [question.plain("idnumber") for question in read(make.edition(*make.SIX))[1:]]
    assert found == [question.id for question in make.SIX]


def test_a_single_choice() -> None:
    question = by_id(make.edition(*make.SIX), "q-single")
    assert question.plain("single") == "true"
    assert question.plain("shuffleanswers") == "false"
    assert question.plain("defaultgrade") == "2"
    assert question.shown("questiontext") == "Which sentence describes disengagement?"
    assert question.shown("generalfeedback") == "Disengagement is a change of behaviour."
    assert question.shown("hint") == "What does he do?"
    assert question.answers == [
        ("She was wrong about everything", "-50"),
        ("He takes no part in violence", "100"),
        ("He has served his sentence", "0"),
    ]
    feedback = [read_html(node.findtext("feedback/text") or "").text for node in question.node.findall("answer")]
    assert feedback == ["This describes thinking.", "This is behaviour.", "A sentence can end without a change."]
    assert question.tags == [
        "outcome:define", "bloom:remember", "use:practice", "module:concepts", "lesson:words",
    ]  # fmt: skip


def test_a_multiple_choice() -> None:
    question = by_id(make.edition(*make.SIX), "q-multiple")
    assert question.plain("single") == "false"
    assert [fraction for _, fraction in question.answers] == ["50", "-50", "50"]


def test_a_statement_is_true_or_false_in_english_whatever_the_language() -> None:
    for answer in (True, False):
        edition = make.edition(
            make.question("q", "?", make.true_false(answer)), language="mk", words={Word.TRUE: "Точно"}
        )
        assert dict(by_id(edition, "q").answers) == {
            "true": "100" if answer else "0", "false": "0" if answer else "100",
        }  # fmt: skip


def test_a_number_has_a_point_and_its_tolerance() -> None:
    edition = make.edition(make.question("q", "?", make.numeric("-1.4142", "0.0010")), language="mk")
    question = by_id(edition, "q")
    assert question.answers == [("-1.4142", "100")]
    assert question.plain("answer/tolerance") == "0.001"


def test_large_and_whole_numbers_keep_their_digits() -> None:
    edition = make.edition(make.question("q", "?", make.numeric("1200", "100")))
    assert by_id(edition, "q").answers == [("1200", "100")]
    assert by_id(edition, "q").plain("answer/tolerance") == "100"


def test_a_text_takes_each_accepted_answer_whatever_its_capitals() -> None:
    question = by_id(make.edition(*make.SIX), "q-text")
    assert question.plain("usecase") == "0"
    assert question.answers == [("Tirana", "100"), ("Tiranë", "100")]


def test_a_star_is_no_wildcard() -> None:
    edition = make.edition(make.question("q", "?", make.text_entry("5 * 3")))
    assert by_id(edition, "q").answers == [(r"5 \* 3", "100")]


def test_pairs_and_a_target_that_belongs_to_none() -> None:
    question = by_id(make.edition(*make.SIX), "q-match")
    pairs = {
        read_html(node.findtext("text") or "").text: node.findtext("answer/text")
        for node in question.node.findall("subquestion")
    }
    assert pairs == {"Disengagement": "Acts", "Deradicalisation": "Thoughts", "Rehabilitation": "Help", "": "A court"}
    assert question.node.find("shownumcorrect") is not None
    empty = [node for node in question.node.findall("subquestion") if not node.findtext("text")]
    assert len(empty) == 1, "only without any markup does Moodle take it for a distractor"


def test_lines_come_in_their_order_and_the_file_does_not_break_off_there() -> None:
    question = by_id(make.edition(make.FIVE[0]), "q-order")
    assert question.kind == "ordering"
    assert question.answers == [("Call", "1.0000000"), ("Press", "2.0000000")]
    assert question.plain("gradingtype") == "ABSOLUTE_POSITION"
    assert question.plain("shownumcorrect") == "1", "Moodle's import fails in the middle of the file without it"


def test_gaps_stand_in_the_text_with_their_answers() -> None:
    question = by_id(make.edition(make.FIVE[1]), "q-gaps")
    assert question.kind == "cloze"
    assert question.shown("questiontext") == (
        "Cool for {1:NUMERICAL:=20:5} minutes under {1:MULTICHOICE:=running~icy} water."
    )


def test_signs_of_the_cloze_are_escaped_and_a_brace_of_the_author_opens_no_gap() -> None:
    gap = make.GapField(span=make.AT, id="g", interaction=make.text_entry('a}b #c ~d /e "f" \\g'))
    prompt = make.phrase("{1:SA:=no} ", (make.Gap(span=make.AT, id="g"),))
    asked = make.question("q", make.prose(prompt), make.Cloze(span=make.AT, gaps=(gap,)), points=2)
    text = by_id(make.edition(asked), "q").text("questiontext")
    assert "{1:" not in text
    (inside,) = re.findall(r"\{2:SHORTANSWER:=(.*)\}<", text)
    assert re.sub(r"\\(.)", r"\1", read_html(inside).text) == 'a}b #c ~d /e "f" \\g'
    assert read_html(text).text.startswith("{1:SA:=no} ")


def test_an_essay_tells_its_marker_what_a_good_answer_holds() -> None:
    question = by_id(make.edition(make.FIVE[3]), "q-essay")
    assert question.kind == "essay"
    assert question.shown("graderinfo") == "Two facts, one feeling."
    assert question.answers == []


def test_a_place_is_marked_on_pixels_in_pixels() -> None:
    question = by_id(make.edition(make.FIVE[2]), "q-where")
    assert question.kind == "ddmarker"
    data = base64.b64decode(question.plain("file") or "")
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (800, 400)
    assert question.plain("drop/coords") == "320,120;160,60", "40, 30, 20 and 15 per cent of it"
    assert (question.plain("drop/shape"), question.plain("drop/choice"), question.plain("drag/noofdrags")) == (
        "rectangle", "1", "1",
    )  # fmt: skip


def test_shuffling_is_the_authors_choice() -> None:
    for shuffle, expected in ((True, "true"), (False, "false")):
        choice = make.choice(make.option("a", "x", correct=True))
        edition = make.edition(make.question("q", "?", choice, shuffle=shuffle))
        assert by_id(edition, "q").plain("shuffleanswers") == expected


CASE = make.case(
    *make.prose("Mira comes back."), make.SIX[0], make.inject("The manager calls."), make.SIX[2]
)  # fmt: skip


def test_a_case_is_described_before_its_questions_and_found_by_its_tag() -> None:
    questions = read(make.edition(CASE))[1:]
    assert [question.kind for question in questions] == ["description", "multichoice", "description", "truefalse"]
    assert [question.plain("idnumber") for question in questions] == ["case-mira", "q-single", "case-mira.2", "q-true"]
    assert questions[0].shown("questiontext") == "Case: Mira, 34Mira comes back."
    assert questions[2].shown("questiontext").endswith("What happens nextThe manager calls.")
    assert all("case:case-mira" in question.tags for question in questions)
    assert questions[0].plain("defaultgrade") == "0"


def category(edition: Edition) -> str:
    return read(edition)[0].text("category")


def test_the_category_names_course_edition_language_and_part() -> None:
    assert category(make.edition(*make.SIX)) == "$course$/top/Foundations · 1.0.0 · en/Concepts"
    assert category(make.edition(*make.SIX, language="mk")).startswith("$course$/top/Foundations · 1.0.0 · mk/")
    assert category(make.edition(*make.SIX, part="all")) == "$course$/top/Foundations · 1.0.0 · en/all"


def test_a_long_title_leaves_edition_language_and_draft_in_the_category() -> None:
    edition = make.edition(make.with_state(make.SIX[0], State.DRAFT), language="mk")
    long = replace(edition, course=replace(edition.course, title=make.phrase("Ж" * 10_000)))
    _, _, course, _ = category(long).split("/")
    assert course.endswith(f"… · 1.0.0 · mk · {Word.DRAFT.value}")
    assert len(course) <= 255


def test_a_slash_in_a_title_opens_no_category() -> None:
    assert category(make.edition(*make.SIX, title="And/or")) == "$course$/top/Foundations · 1.0.0 · en/And//or"


@given(ANY_TEXT)
@example("/")
@example("/a")
@example("a/")
@example("a//b")
def test_no_title_changes_the_depth_of_the_category(title: str) -> None:
    """The pattern is the one by which Moodle itself takes a path apart."""
    path = category(make.edition(*make.SIX, title=title))
    assert len(re.split("(?<!/)/(?!/)", path)) == 4


def test_a_draft_says_so_in_category_name_and_text() -> None:
    edition = make.edition(make.with_state(make.SIX[0], State.DRAFT), *make.SIX[1:], CASE)
    label = Word.DRAFT.value
    first, *others = read(edition)
    assert label in first.text("category")
    for question in others:
        assert question.text("name").startswith(label)
        assert question.shown("questiontext").startswith(label)


def test_what_is_reviewed_says_nothing_of_drafts() -> None:
    assert Word.DRAFT.value.encode() not in written(make.edition(*make.SIX, CASE))


def test_the_note_on_a_name_goes_with_each_question_that_bears_the_mark() -> None:
    marked = make.question("q-marked", make.marked("In Kosovo"), make.true_false(True))
    edition = make.edition(marked, make.SIX[2])
    assert by_id(edition, "q-marked").shown("questiontext") == "In Kosovo** The note on the name."
    assert "note" not in by_id(edition, "q-true").shown("questiontext")


def test_figures_come_along_under_plain_names() -> None:
    prompt = (*make.prose("Look:"), make.figure("Рака <со> рана", caption="Рака"), make.figure())
    question = by_id(make.edition(make.question("q", prompt, make.true_false(True))), "q")
    (file,) = question.node.findall("questiontext/file")
    name = file.get("name") or ""
    assert re.fullmatch(r"figure-[0-9a-f]{12}\.svg", name)
    assert (file.get("path"), file.get("encoding")) == ("/", "base64")
    assert base64.b64decode(file.text or "") == make.SVG
    images = read_html(question.text("questiontext")).images
    assert images == [(f"@@PLUGINFILE@@/{name}", "Рака <со> рана"), (f"@@PLUGINFILE@@/{name}", "An arm")]


def test_lists_and_tables_survive() -> None:
    prompt = (make.points("one", "two"), make.table(("Sign", "Meaning"), ("A", "b")))
    html = by_id(make.edition(make.question("q", prompt, make.true_false(True))), "q").text("questiontext")
    assert '<ol start="3"><li>one</li><li>two</li></ol>' in html
    assert '<th scope="col"' in html
    assert read_html(html).text == "onetwoSignMeaningAb"


def test_languages_and_directions_are_marked() -> None:
    text = make.phrase("Say ", make.foreign("Guten Tag", "de"), " or ", make.foreign("שלום", "he"))
    html = by_id(make.edition(make.question("q", text, make.true_false(True))), "q").text("questiontext")
    assert read_html(html).languages == [("en", "ltr"), ("de", "ltr"), ("he", "rtl")]
    assert 'dir="auto"' in html


def hostile_edition(text: str) -> Edition:
    return make.edition(
        make.question(
            "q-choice", text, make.choice(make.option("a", text, correct=True, feedback=text)),
            hint=make.prose(text), explanation=make.prose(text),
        ),
        make.question("q-match", text, make.match((text, text), (None, text + "."))),
        make.question("q-entry", text, make.text_entry(text.replace("|", ""))),
        title=text,
    )  # fmt: skip


def check_texts(edition: Edition) -> None:
    """Everything that the plan shows stands in the file, letter by letter."""
    quiz, _ = plan_moodle(edition, NOTHING, None)
    for item in planned.items(quiz):
        question = by_id(edition, item.id)
        expected = plain_text(tuple(walk(item.prompt, Run)))
        assert question.shown("questiontext") == normal(expected)
        for found, wanted in pairs(question, item):
            assert found == normal(wanted)


def pairs(question: Read, item: planned.Item) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case planned.Choice(options=options):
            yield from zip((text for text, _ in question.answers), (plain_text(o.text) for o in options), strict=True)
        case planned.Match(stems=stems):
            left = [node.findtext("text") or "" for node in question.node.findall("subquestion")]
            distractors = [""] * (len(left) - len(stems))
            yield from zip(left[len(stems) :], distractors, strict=True)
            yield from zip((read_html(html).text for html in left), (plain_text(s.text) for s in stems), strict=False)
        case planned.TextEntry(accepted=accepted):
            raw = [node.findtext("text") or "" for node in question.node.findall("answer")]
            yield from zip(raw, (run.text.replace("*", r"\*") for run in accepted), strict=True)
        case _:
            raise AssertionError(item.id)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_survive(text: str) -> None:
    check_texts(hostile_edition(text))


@given(ANY_TEXT.filter(lambda text: text.replace("|", "").strip()))
def test_any_text_survives(text: str) -> None:
    check_texts(hostile_edition(text))


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_characters_that_xml_cannot_hold_are_left_out(character: str) -> None:
    question = by_id(make.edition(make.question("q", f"a{character}b", make.true_false(True))), "q")
    assert question.shown("questiontext") == "ab"


def test_names_stay_short() -> None:
    for question in read(hostile_edition("x" * 10_000)):
        assert len(question.text("name")) <= 255
        assert all(len(part) <= 255 for part in question.text("category").split("/"))


def test_fractions_are_decimals_that_moodle_knows() -> None:
    options = [make.option(f"o{n}", f"x{n}", correct=True) for n in range(3)]
    edition = make.edition(make.question("q", "?", make.choice(*options, multiple=True)))
    assert {Decimal(fraction) for _, fraction in by_id(edition, "q").answers} == {Decimal("33.33333")}
