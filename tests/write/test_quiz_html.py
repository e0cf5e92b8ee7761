"""The page to play: what is in it, what must not be, and that it cannot be broken out of."""

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from builder.content.interactions import Circle
from builder.content.walk import walk
from builder.languages.interface import Interface
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.output.quiz import Match, TextEntry
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.plan.quiz import plan_practice
from builder.write.quiz_html import write_quiz_html
from tests.plan import quiz_editions as make
from tests.write.quiz_pages import Reader, data, page, resources
from tests.write.quiz_texts import ANY_TEXT, HOSTILE, normal

ROOT = Path(__file__).parents[2]


def test_every_question_is_asked_in_a_group_with_real_fields() -> None:
    reader = Reader(page(make.edition(*make.SIX)))
    assert [form["id"] for form in reader.all("form")] == [question.id for question in make.SIX]
    assert len(reader.all("fieldset")) == len(reader.all("legend")) == len(make.SIX)
    kinds = [field["type"] for field in reader.all("input")]
    assert kinds == ["radio"] * 3 + ["checkbox"] * 3 + ["radio"] * 2 + ["text"] * 2
    assert len(reader.all("select")) == 3
    named = {label["for"] for label in reader.all("label")}
    assert {field["id"] for field in (*reader.all("input"), *reader.all("select"))} == named


def test_ids_are_unique_and_everything_that_is_referred_to_is_there() -> None:
    case = make.case(*make.prose("Text."), make.question("q-x", "?", make.true_false(True)))
    reader = Reader(page(make.edition(*make.SIX, case)))
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    referred = {
        id
        for _, attributes in reader.elements
        for name in ("for", "aria-describedby", "aria-labelledby")
        for id in (attributes.get(name) or "").split()
    }
    assert referred <= set(ids)


def test_questions_are_numbered_through_lessons_and_cases() -> None:
    case = make.case(*make.prose("Text."), make.question("q-x", "X?", make.true_false(True)))
    lessons = (make.lesson(make.SIX[0], case), make.lesson(make.SIX[2], id="two", title="Two"))
    reader = Reader(page(make.edition(lessons=lessons, part="all")))
    assert re.findall(r"Question (\d+)", reader.text) == ["1", "2", "3"]


def test_words_of_the_plan_stand_in_the_page() -> None:
    edition = make.edition(*make.SIX, *make.FIVE, make.case(*make.prose("Mira."), make.inject("Then."), make.SIX[2]))
    quiz, _ = plan_practice(edition, resources(), None)
    reader = Reader(page(edition))
    shown = reader.text + "".join(image["alt"] or "" for image in reader.all("img"))
    for run in walk(quiz.sections, Run):
        assert run.gap or run.text in shown


def test_nothing_of_a_test_and_nothing_of_the_trainers_is_in_the_file() -> None:
    secrets = ["testprompt", "testoption", "testfeedback", "testhint", "testexplanation", "noteprompt", "guidancetext"]
    test = make.question(
        "q-test", "testprompt", make.choice(make.option("a", "testoption", correct=True, feedback="testfeedback")),
        use="test", hint=make.prose("testhint"), explanation=make.prose("testexplanation"),
    )  # fmt: skip
    essay = make.question(
        "q-essay", "Describe.", make.FIVE[3].interaction, use="test", guidance=make.prose("guidancetext")
    )
    noted = make.only("notes", make.question("q-note", "noteprompt", make.true_false(True)))
    edition = make.edition(make.SIX[0], test, essay, noted, make.case(*make.prose("Text."), test, make.SIX[2]))
    html = page(edition)
    for secret in (*secrets, "q-test", "q-note", "Secret model answer"):
        assert secret not in html
        assert secret not in json.dumps(data(html), ensure_ascii=False)
    assert list(data(html)["questions"]) == ["q-single", "q-true"]


def test_the_script_knows_what_each_answer_is_worth() -> None:
    questions = data(page(make.edition(*make.SIX, *make.FIVE)))["questions"]
    assert questions["q-single"] == {
        "points": 2, "kind": "choice", "multiple": False,
        "options": {
            "a": {"fraction": -50, "correct": False}, "b": {"fraction": 100, "correct": True},
            "c": {"fraction": 0, "correct": False},
        },
    }  # fmt: skip
    assert questions["q-true"]["options"]["false"] == {"fraction": 100, "correct": True}
    assert questions["q-number"] == {
        "points": 1, "kind": "numeric", "value": "67.5", "tolerance": "0.5", "units": [],
    }  # fmt: skip
    assert questions["q-text"]["accepted"] == ["Tirana", "Tiranë"]
    assert questions["q-match"]["stems"] == {"p1": "p1", "p2": "p2", "p3": "p3"}
    assert questions["q-order"] == {"points": 1, "kind": "order", "items": ["s1", "s2"]}
    assert questions["q-gaps"]["gaps"] == {
        "time": {"kind": "numeric", "value": "20", "tolerance": "5", "units": []},
        "kind": {
            "kind": "choice", "multiple": False,
            "options": {"a": {"fraction": 100, "correct": True}, "b": {"fraction": 0, "correct": False}},
        },
    }  # fmt: skip
    assert questions["q-where"]["options"] == {"a": {"fraction": 100, "correct": True}}
    assert questions["q-essay"] == {"points": 1, "kind": "essay"}
    assert questions["q-ready"] == {"points": 0, "kind": "likert"}


def test_gaps_stand_in_the_text_and_say_what_they_are() -> None:
    html = page(make.edition(make.FIVE[1]))
    fields = html.partition('<div class="gaps">')[2].partition("</div>")[0]
    assert re.sub(r"<[^>]+>", "", fields).split() == [
        *(["Cool", "for", "Gap", "1", "minutes", "under", "Gap", "2Choose", "…runningicy", "water."]),
    ]  # fmt: skip
    assert '<label class="sr" for="q-gaps.time">Gap 1</label><input type="text" id="q-gaps.time"' in fields
    assert '<option value="a">running</option>' in fields


def test_a_gap_that_no_field_fills_stays_a_blank() -> None:
    prompt, cloze = make.gaps(("Press ", make.gap("g"), " now ", make.gap("lost")), g=make.text_entry("hard"))
    html = page(make.edition(make.question("q", prompt, cloze)))
    assert "now ____</p>" in html


def test_places_are_drawn_over_the_figure_where_they_are_in_it() -> None:
    half = make.hotspot(make.area("a", "Wound", 40, correct=True))
    circle = replace(half.areas[0], shape=Circle(span=make.AT, x=Decimal(50), y=Decimal(60), radius=Decimal("2.5")))
    html = page(make.edition(make.question("q", "Where?", replace(half, areas=(*half.areas, circle)))))
    assert '<svg viewBox="0 0 100 50" ' in html, "the figure is twice as wide as high"
    assert '<rect x="40" y="15" width="20" height="15"/>' in html
    assert '<circle cx="50" cy="30" r="2.5"/>' in html
    assert 'alt="An arm"' in html
    assert "Figure 1. An arm with a wound" in Reader(html).text


def test_an_essay_that_has_nothing_to_compare_with_shows_no_answer() -> None:
    essay = make.question("q", "Describe.", make.FIVE[3].interaction)
    html = page(make.edition(essay, make.FIVE[4]))
    assert '<details class="solution">' not in html
    assert "</textarea>" in html


def test_turns_of_a_case_stand_in_one_group_with_its_title() -> None:
    questions = [make.question(f"q{number}", "?", make.true_false(True)) for number in (1, 2)]
    case = make.case(*make.prose("Mira."), questions[0], make.inject("Then."), questions[1])
    html = page(make.edition(case))
    group = html.partition('role="group" aria-labelledby="_case-1-title"')[2].partition("</section>")[0]
    assert [group.index(part) for part in ("Mira, 34", "Mira.", 'id="q1"', "Then.", 'id="q2"')] == sorted(
        group.index(part) for part in ("Mira, 34", "Mira.", 'id="q1"', "Then.", 'id="q2"')
    )
    assert group.count('<h4 class="number">') == 2
    assert '<h3 class="number">' not in group


def test_nothing_moves_by_itself() -> None:
    style = resources().files["quiz.css"].decode()
    assert not re.search(r"animation|transition|@keyframes|scroll-behavior", style)


def test_numbers_are_shown_with_the_mark_of_the_language() -> None:
    assert "67,5 ± 0,5" in Reader(page(make.edition(*make.SIX, language="mk"))).text
    assert "67.5 ± 0.5" in Reader(page(make.edition(*make.SIX))).text


def test_the_page_may_load_nothing_and_run_its_own_script_alone() -> None:
    html = page(make.edition(*make.SIX))
    (policy,) = [meta["content"] or "" for meta in Reader(html).all("meta") if "http-equiv" in meta]
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy


def test_the_page_points_nowhere_outside() -> None:
    reader = Reader(page(make.edition(*make.SIX, make.question("q", (make.figure(),), make.true_false(True)))))
    for _, attributes in reader.elements:
        for name in ("src", "href", "action", "srcset", "data"):
            assert (attributes.get(name) or "data:").startswith("data:")
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    (image,) = reader.all("img")
    assert b64decode((image["src"] or "").partition("base64,")[2]) == make.SVG
    assert image["alt"] == "An arm"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_survive_and_stay_text(text: str) -> None:
    check_texts(text)


@given(ANY_TEXT.filter(lambda text: text.replace("|", "").strip()))
def test_any_text_survives_and_stays_text(text: str) -> None:
    check_texts(text)


def check_texts(text: str) -> None:
    plain = make.edition(*questions("x"), title="x")
    edition = make.edition(*questions(text), title=text)
    html = page(edition)
    reader = Reader(html)
    quiz, _ = plan_practice(edition, resources(), None)
    for run in walk(quiz, Run):
        assert normal(run.text) in reader.text.replace("\n", "") or run.text == "\n" or run.gap
    (entry,) = walk(quiz, TextEntry)
    assert data(html)["questions"]["q-entry"]["accepted"] == [run.text for run in entry.accepted]
    assert tags(reader) == tags(Reader(page(plain))), "no text becomes an element"


def questions(text: str) -> tuple[Question, ...]:
    return (
        make.question(
            "q-choice", text, make.choice(make.option("a", text, correct=True, feedback=text)),
            hint=make.prose(text), explanation=make.prose(text),
        ),
        make.question("q-match", text, make.match((text, text), (None, f"{text}."))),
        make.question("q-entry", text, make.text_entry(text.replace("|", ""))),
        make.question("q-unit", text, make.numeric("1", unit=text.replace("|", ""))),
        make.question("q-order", text, make.order(text, f"{text}.")),
        make.question("q-gaps", *make.gaps((text, make.gap("g")), g=make.choice(make.option("a", text, feedback=text)))),
        make.question("q-spot", text, make.hotspot(make.area("a", text, 10), make.area("b", f"{text}.", 40))),
        make.question("q-essay", text, make.FIVE[3].interaction, guidance=make.prose(text)),
        make.question("q-likert", text, make.likert(text, f"{text}.")),
    )  # fmt: skip


def tags(reader: Reader) -> list[str]:
    return [tag for tag, _ in reader.elements]


def test_a_draft_says_so_on_top_and_at_each_question() -> None:
    edition = make.edition(make.with_state(make.SIX[0], State.DRAFT), *make.SIX[1:])
    assert Reader(page(edition)).text.count(Word.DRAFT.value) == 1 + len(make.SIX)
    assert Word.DRAFT.value not in page(make.edition(*make.SIX))


def test_language_and_direction_are_on_the_page_and_on_what_differs() -> None:
    text = make.phrase("Кажи ", make.foreign("שלום", "he"), language="mk")
    html = page(make.edition(make.question("q", text, make.true_false(True)), language="mk"))
    assert Reader(html).all("html") == [{"lang": "mk", "dir": "ltr"}]
    assert '<span lang="he" dir="rtl">שלום</span>' in html


def test_words_that_a_language_lacks_are_marked_as_english() -> None:
    edition = replace(make.edition(*make.SIX, language="mk"), interface=Interface(language="mk", texts={}))
    html = page(edition)
    assert '<button type="submit"><span lang="en" dir="ltr">Check</span></button>' in html
    assert '<option value="" lang="en" dir="ltr">Choose …</option>' in html
    assert data(html)["words"]["check"] == ["Check", "en"]


def test_without_scripts_the_page_can_be_read_and_says_what_is_missing() -> None:
    html = page(make.edition(*make.SIX))
    assert Word.SCRIPT_NEEDED.value in html.partition("<noscript>")[2].partition("</noscript>")[0]
    solutions = re.findall(r'<details class="solution">(.*?)</details>', html, re.DOTALL)
    assert len(solutions) == len(make.SIX)
    assert "He takes no part in violence" in solutions[0]
    assert "He has served" not in solutions[0]
    assert "Disengagement → Acts" in Reader(solutions[5]).text


def test_a_part_without_practice_says_so() -> None:
    assert Word.NO_QUESTIONS.value in Reader(page(make.edition())).text


def test_the_note_on_a_name_and_the_publishers_notices_are_on_the_page() -> None:
    marked = make.question("q", make.marked("In Kosovo"), make.true_false(True))
    assert "* The note on the name." in Reader(page(make.edition(marked))).text
    assert "The note on the name." not in page(make.edition(*make.SIX))


def test_same_input_same_bytes_in_any_time_zone_and_hash_seed() -> None:
    code = (
        "import hashlib; from tests.plan import quiz_editions as make; from tests.write.quiz_pages import page;"
        "from tests.write.test_moodle import written;"
        "case = make.case(*make.prose('x'), make.question('q', '?', make.true_false(True)));"
        "edition = make.edition(*make.SIX, case);"
        "print(hashlib.sha256(page(edition).encode() + written(edition)).hexdigest())"
    )

    def run(seed: str, zone: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        result = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return result.stdout

    assert run("1", "UTC") == run("2", "Asia/Tokyo")


def test_a_theme_without_a_file_is_no_silent_page() -> None:
    quiz, _ = plan_practice(make.edition(*make.SIX), resources(), None)
    with pytest.raises(KeyError):
        write_quiz_html(quiz, Resources(files={}, fonts=""))


def test_targets_show_their_letter_in_list_and_choice() -> None:
    edition = make.edition(*make.SIX)
    quiz, _ = plan_practice(edition, resources(), None)
    (match,) = walk(quiz, Match)
    html = page(edition)
    for letter, target in zip("ABCD", match.targets, strict=True):
        assert f">{letter}. {plain_text(target.text)}</option>" in html
