"""GIFT, Aiken and the spreadsheet, read back by readers that share nothing with the writers."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given

from builder.model.edition import Edition
from builder.output import quiz as planned
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.plan.quiz_exchange import plan_aiken, plan_gift, plan_spreadsheet
from builder.write.aiken import write_aiken
from builder.write.gift import write_gift
from builder.write.quiz_spreadsheet import write_quiz_spreadsheet
from tests.plan.quiz_editions import FIVE, SIX, case, choice, edition, figure, option, phrase, prose, question
from tests.write.quiz_texts import ANY_TEXT, HOSTILE, normal, read_html

NOTHING = Resources(files={}, fonts="")
CLIENTS = Path(__file__).parents[1] / "clients"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def gift(from_edition: Edition) -> str:
    return write_gift(plan_gift(from_edition, NOTHING, None)[0], NOTHING).decode()


def aiken(from_edition: Edition) -> str:
    return write_aiken(plan_aiken(from_edition, NOTHING, None)[0], NOTHING).decode()


def questions(text: str) -> list[str]:
    """Return the questions of GIFT: what stands between empty lines, without comments."""
    parts = [re.sub(r"^//.*\n", "", part, flags=re.MULTILINE) for part in re.split(r"\n\s*\n", text)]
    return [part for part in parts if part.strip() and not part.startswith("$CATEGORY")]


def braces(question_text: str) -> str:
    """Return what stands between the braces that no backslash escapes."""
    found = re.search(r"(?<!\\)(?:\\\\)*\{(.*)(?<!\\)(?:\\\\)*\}", question_text, re.DOTALL)
    assert found is not None
    return found[1]


def unescaped(text: str) -> str:
    return re.sub(r"\\([\\~=#{}:*])", r"\1", text)


def shown(html: str) -> str:
    return normal(read_html(unescaped(html).removeprefix("[html]")).text)


def test_gift_holds_what_it_can_and_says_the_rest() -> None:
    bank, found = plan_gift(edition(*SIX, *FIVE), NOTHING, None)
    lost = {
        finding.message.split("question ")[1].split(":")[0] for finding in found if "cannot carry" in finding.message
    }
    assert lost == {"q-order", "q-gaps", "q-where", "q-ready"}
    text = write_gift(bank, NOTHING).decode()
    assert re.findall(r"\[id:([a-z-]+)\]", text) == [item.id for item in planned.items(bank)]
    assert len(questions(text)) == 7


def test_gift_of_a_single_choice_marks_the_right_one_and_gives_each_its_feedback() -> None:
    inside = braces(questions(gift(edition(SIX[0])))[0])
    options = re.split(r"(?<!\\) (?=[~=])", inside.split(" ####")[0])[1:]
    assert [re.match(r"~%-50%|=|~", one)[0] for one in options] == ["~%-50%", "=", "~"]  # type: ignore[index]
    assert [shown(re.split(r"(?<!\\)#", one)[1]) for one in options] == [
        "This describes thinking.", "This is behaviour.", "A sentence can end without a change.",
    ]  # fmt: skip


def test_gift_of_numbers_texts_pairs_and_statements() -> None:
    parts = [braces(one) for one in questions(gift(edition(*SIX[2:])))]
    assert parts[0].startswith("FALSE ####")
    assert parts[1] == "#67.5:0.5"
    assert parts[2].startswith("=Tirana =Tiranë ####")
    assert parts[3] == "=Disengagement -> Acts =Deradicalisation -> Thoughts =Rehabilitation -> Help = -> A court"


def test_gift_takes_a_question_with_one_gap_where_its_gap_is() -> None:
    gap = FIVE[1].interaction.gaps[0]  # type: ignore[union-attr]
    from dataclasses import replace

    one = replace(
        FIVE[1], interaction=replace(FIVE[1].interaction, gaps=(gap,)),  # type: ignore[type-var]
        prompt=prose(phrase("Cool for ", (gap_inline("time"),), " minutes.")),
    )  # fmt: skip
    (text,) = questions(gift(edition(one)))
    assert braces(text) == "#20:5"
    assert "[html]<p>Cool for {#20:5} minutes.</p>" in text


def gap_inline(id: str) -> object:
    from builder.content.inlines import Gap
    from tests.plan.quiz_editions import AT

    return Gap(span=AT, id=id)


def test_a_case_is_told_before_its_questions() -> None:
    text = gift(edition(case(*prose("Mira comes back."), SIX[2])))
    told, asked = questions(text)
    assert "Mira comes back." in told
    assert not re.search(r"(?<!\\)\{", told)
    assert braces(asked).startswith("FALSE")


@pytest.mark.parametrize("plan", [plan_gift, plan_aiken, plan_spreadsheet])
def test_a_picture_is_said_to_be_missing(plan) -> None:  # type: ignore[no-untyped-def]
    pictured = question("q-pictured", (*prose("Where?"), figure()), SIX[0].interaction)
    bank, found = plan(edition(pictured), NOTHING, None)
    assert list(planned.items(bank)) == []
    assert [finding.message for finding in found] == [
        f"{plan_name(plan)} cannot carry the question q-pictured: it shows a picture"
    ]


def plan_name(plan: object) -> str:
    return {plan_gift: "quiz.gift", plan_aiken: "quiz.aiken", plan_spreadsheet: "quiz.xlsx"}[plan]  # type: ignore[index]


def hostile(text: str) -> Edition:
    return edition(
        question("q-one", text, choice(option("a", text, correct=True, feedback=text), option("b", "No")),
                 explanation=prose(text)),
    )  # fmt: skip


def as_decided(bank: planned.Quiz) -> tuple[str, str]:
    """Return the prompt and the first option as planned: with quotation marks of the language, say."""
    (item,) = planned.items(bank)
    assert isinstance(item.interaction, planned.Choice)
    return plain_text(item.prompt[0].text), plain_text(item.interaction.options[0].text)  # type: ignore[union-attr]


def check_gift(text: str) -> None:
    bank, _ = plan_gift(hostile(text), NOTHING, None)
    asked, answered = as_decided(bank)
    written = write_gift(bank, NOTHING).decode()
    (one,) = questions(written)
    heads = re.split(r"(?<!\\)(?:\\\\)*::", one, maxsplit=2)
    prompt = heads[2][: heads[2].index(braces(one)) - 1]
    assert squeezed(shown(prompt)) == squeezed(asked)
    option_text = re.split(r"(?<!\\)#", braces(one).removeprefix(" ="), maxsplit=1)[0]
    assert squeezed(shown(option_text)) == squeezed(answered)


def squeezed(text: str) -> str:
    """Return the characters that are no white space: HTML is free with the rest."""
    return "".join(normal(text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_survive_gift(text: str) -> None:
    check_gift(text)


@given(ANY_TEXT)
@example("a\\b")
@example("ends with \\")
@example("\\{")
def test_any_text_survives_gift(text: str) -> None:
    check_gift(text)


def test_gift_is_utf_8_without_a_mark_and_its_questions_have_no_empty_line() -> None:
    data = write_gift(plan_gift(edition(*SIX), NOTHING, None)[0], NOTHING)
    assert not data.startswith(b"\xef\xbb\xbf")
    assert len(questions(data.decode())) == len(SIX)


@pytest.mark.client
@pytest.mark.skipif(
    not shutil.which("node") or not (CLIENTS / "node_modules/gift-pegjs").is_dir(),
    reason="needs node and gift-pegjs: run tests/clients/install",
)
def test_another_program_reads_the_same_questions(tmp_path: Path) -> None:
    file = tmp_path / "bank.gift"
    file.write_text(gift(edition(*SIX, FIVE[3])), encoding="utf-8")
    script = (
        "import * as gift from 'gift-pegjs'; import {readFileSync} from 'node:fs';"
        "console.log(JSON.stringify(gift.parse(readFileSync(process.argv[1], 'utf-8'))))"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, str(file)],
        cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    read = [one for one in json.loads(done.stdout) if one["type"] != "Category"]
    assert [(one["id"], one["type"]) for one in read] == [
        ("q-single", "MC"), ("q-multiple", "MC"), ("q-true", "TF"), ("q-number", "Numerical"), ("q-text", "Short"),
        ("q-match", "Matching"), ("q-essay", "Essay"),
    ]  # fmt: skip
    assert [(one["isCorrect"], one["weight"]) for one in read[0]["choices"]] == [
        (False, -50),
        (True, None),
        (False, None),
    ]
    assert read[2]["isTrue"] is False
    assert (read[3]["choices"]["number"], read[3]["choices"]["range"]) == (67.5, 0.5)
    assert [pair["subanswer"] for pair in read[5]["matchPairs"]] == ["Acts", "Thoughts", "Help", "A court"]
    assert "concepts" in " ".join(read[0]["tags"])


def test_aiken_has_latin_capitals_and_an_english_word_in_every_language() -> None:
    text = aiken(edition(SIX[0], SIX[2], language="mk"))
    first, second = text.strip().split("\n\n")
    assert [line[:3] for line in first.split("\n")[1:4]] == ["A. ", "B. ", "C. "]
    assert first.endswith("ANSWER: B")
    assert second.split("\n")[1:] == ["A. True", "B. False", "ANSWER: B"]


@given(ANY_TEXT)
def test_any_text_survives_aiken_on_its_line(text: str) -> None:
    bank, _ = plan_aiken(hostile(text), NOTHING, None)
    asked, answered = as_decided(bank)
    prompt, first, second, answer = write_aiken(bank, NOTHING).decode().removesuffix("\n").split("\n")
    assert squeezed(prompt) == squeezed(asked)
    assert squeezed(first.removeprefix("A. ")) == squeezed(answered)
    assert (second, answer) == ("B. No", "ANSWER: A")


def test_the_spreadsheet_has_a_row_a_question_with_the_right_answers_by_number() -> None:
    bank, found = plan_spreadsheet(edition(*SIX), NOTHING, None)
    rows = cells(write_quiz_spreadsheet(bank, NOTHING))
    assert rows[0][0] == "Question"
    assert [(row[0][:20], row[-1]) for row in rows[1:]] == [
        ("Which sentence descri"[:20], "2"), ("Which phrases are fit"[:20], "1,3"), ("Every returnee has be"[:20], "2"),
    ]  # fmt: skip
    assert {float(row[-2]) for row in rows[1:]} <= {20.0, 30.0, 60.0, 90.0, 120.0}
    assert sum("cannot carry" in finding.message for finding in found) == 3


def test_what_is_too_long_for_a_wall_is_said() -> None:
    long = question("q-long", "x" * 130, SIX[0].interaction)
    _, found = plan_spreadsheet(edition(long), NOTHING, None)
    assert found[0].message == "quiz.xlsx cannot carry the question q-long: its text has more than 120 characters"


def cells(book: bytes) -> list[list[str]]:
    with ZipFile(BytesIO(book)) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return [
        ["".join(cell.itertext()) if cell.get("t") else str(Decimal(cell.findtext(f"{SHEET}v") or "0")) for cell in row]
        for row in sheet.iter(f"{SHEET}row")
    ]


def test_weights_are_those_of_the_platforms_list() -> None:
    thirds = choice(*(option(id, id, correct=True) for id in "abc"), option("d", "d", weight="-37"), multiple=True)
    bank, found = plan_gift(edition(question("q-thirds", "Which?", thirds)), NOTHING, None)
    inside = braces(questions(write_gift(bank, NOTHING).decode())[0])
    assert re.findall(r"%(-?[\d.]+)%", inside) == ["33.33333"] * 3 + ["-40"]
    assert any("-37" in finding.message for finding in found)
    assert plain_text(bank.title) == "Concepts"
