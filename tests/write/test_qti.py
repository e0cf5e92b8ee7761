"""QTI 2.1 and 3.0: every type in both, scored by the rules of the file as `output/scoring.py` says."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.interactions import Circle, Cloze, GapField, Likert, OrderItem
from builder.content.walk import walk
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output import quiz
from builder.output.scoring import Answer, mark, read_numbers
from builder.output.text import Run, plain_text
from builder.plan.quiz_qti import plan_qti3, plan_qti21
from builder.write.qti.elements import written as xml
from builder.write.qti.item import assessment_item
from tests.output import questions
from tests.plan import quiz_editions as make
from tests.write.qti_files import (
    HTML,
    NOTHING,
    VERSIONS,
    Node,
    correct,
    identifiers,
    item,
    package,
    read,
    score,
    written,
)
from tests.write.quiz_texts import ANY_TEXT, HOSTILE, normal

BOTH = pytest.mark.parametrize("version", VERSIONS)
ELEVEN = (*make.SIX, *make.FIVE)


def one(version: str, id: str, *asked: Any, **others: Any) -> Node:
    return item(written(make.edition(*(asked or ELEVEN), **others), version), id)


@BOTH
def test_each_question_is_a_file_that_the_manifest_and_the_test_name(version: str) -> None:
    files = written(make.edition(*ELEVEN), version)
    ids = [question.id for question in ELEVEN]
    assert sorted(name for name in files if name.startswith("items/")) == sorted(f"items/{id}.xml" for id in ids)
    manifest = ET.fromstring(files["imsmanifest.xml"])
    resources = {node.get("identifier"): node for node in manifest.iter() if node.tag.endswith("}resource")}
    assert set(resources) == {"TEST_bank", *ids}
    for node in manifest.iter():
        if node.tag.endswith("}file"):
            assert node.get("href") in files
        if node.tag.endswith("}dependency"):
            assert node.get("identifierref") in resources
    listed = {node.get("href") for node in manifest.iter() if node.tag.endswith("}file")}
    assert listed == set(files) - {"imsmanifest.xml"}
    references = read(files["bank.xml"]).all("assessmentItemRef")
    assert [(node["identifier"], node["href"]) for node in references] == [(id, f"items/{id}.xml") for id in ids]


@BOTH
def test_same_input_same_bytes(version: str) -> None:
    plan, write = VERSIONS[version]
    first, second = (write(plan(make.edition(*ELEVEN), NOTHING, None)[0], NOTHING) for _ in range(2))
    assert first == second


@BOTH
def test_names_are_those_of_the_version(version: str) -> None:
    namespace = {
        "2.1": "http://www.imsglobal.org/xsd/imsqti_v2p1",
        "3.0": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    }
    for name, data in written(make.edition(*ELEVEN), version).items():
        if name.endswith(".xml") and name != "imsmanifest.xml":
            for element in ET.fromstring(data).iter():
                space, tag = element.tag.removeprefix("{").split("}")
                assert space == namespace[version]
                assert tag in HTML or tag.startswith("qti-") == (version == "3.0")
                assert version == "2.1" or tag == tag.lower()


def test_both_versions_say_the_same() -> None:
    """But for what only 3.0 has: directions, an image for an object, and the mark of who scores."""
    old, new = (written(make.edition(*ELEVEN), version) for version in VERSIONS)
    for question in ELEVEN:
        shapes = [shape(item(files, question.id)) for files in (old, new)]
        assert shapes[0] == shapes[1], question.id


def shape(node: Node) -> Any:
    names = {"object": "img", "data": "src"}
    kept = {
        names.get(key, key): value
        for key, value in node.attributes.items()
        if key not in ("dir", "externalScored", "schemaLocation", "alt", "type")
    }
    children = [
        shape(inner)
        for child in node.nodes
        for inner in (child.nodes if child.name == "contentBody" else [child])
    ]  # fmt: skip
    text = "" if node.name == "object" else "".join(child for child in node.children if isinstance(child, str))
    return names.get(node.name, node.name), kept, text, children


INTERACTIONS = {
    "q-single": ["choiceInteraction"], "q-multiple": ["choiceInteraction"], "q-true": ["choiceInteraction"],
    "q-number": ["textEntryInteraction"], "q-text": ["textEntryInteraction"], "q-match": ["matchInteraction"],
    "q-order": ["orderInteraction"], "q-gaps": ["textEntryInteraction", "inlineChoiceInteraction"],
    "q-where": ["hotspotInteraction"], "q-essay": ["extendedTextInteraction"], "q-ready": ["choiceInteraction"],
}  # fmt: skip


@BOTH
@pytest.mark.parametrize("id", INTERACTIONS)
def test_each_type_has_its_interaction_and_every_response_is_declared(version: str, id: str) -> None:
    root = one(version, id)
    found = [node for node in nodes(root) if node.name.endswith("Interaction")]
    assert [node.name for node in found] == INTERACTIONS[id]
    assert [node["responseIdentifier"] for node in found] == identifiers(root.all("responseDeclaration"))


def nodes(root: Node) -> list[Node]:
    return [root, *(inner for child in root.nodes for inner in nodes(child))]


@BOTH
@pytest.mark.parametrize("question", ELEVEN, ids=lambda question: question.id)
def test_the_right_answer_brings_all_points_and_none_brings_nothing(version: str, question: Any) -> None:
    root = one(version, question.id)
    opinion = question.id in ("q-essay", "q-ready")
    assert score(root, correct(root))["SCORE"] == (0 if opinion else question.points)
    assert score(root, {})["SCORE"] == 0
    assert score(root, {})["MAXSCORE"] == (0 if question.id == "q-ready" else question.points)


@BOTH
def test_partial_and_negative_credit(version: str) -> None:
    assert score(one(version, "q-single"), {"RESPONSE": "a"})["SCORE"] == -1
    several = one(version, "q-multiple")
    answers = (("a",), ("a", "b"), ("b",), ("a", "b", "c"))
    assert [score(several, {"RESPONSE": answer})["SCORE"] for answer in answers] == [1, 0, 0, 1]
    pairs = one(version, "q-match")
    assert score(pairs, {"RESPONSE": ("p1 p1_target", "p2 p3_target")})["SCORE"] == 1
    gaps = one(version, "q-gaps")
    assert score(gaps, {"RESPONSE_time": Fraction(25), "RESPONSE_kind": "b"})["SCORE"] == Fraction(1, 2)


@BOTH
def test_three_shares_of_one_point_are_one_point(version: str) -> None:
    options = [make.option(id, id, correct=True) for id in "abc"]
    root = one(version, "q", make.question("q", "?", make.choice(*options, multiple=True)))
    assert score(root, {"RESPONSE": ("a", "b", "c")})["SCORE"] == 1


@BOTH
def test_the_bounds_of_a_number_are_right_though_binary_sums_miss_them(version: str) -> None:
    """0.7 + 0.1 is less than 0.8 in binary."""
    root = one(version, "q", make.question("q", "?", make.numeric("0.7", "0.1")))
    bounds = [node.text for node in root.one("and").all("baseValue")]
    assert bounds == ["0.6", "0.8"]


@BOTH
def test_feedback_follows_what_was_chosen_and_the_explanation_any_answer(version: str) -> None:
    root = one(version, "q-multiple")
    said = {
        (node["outcomeIdentifier"], node["identifier"]): node.text for node in root.all("modalFeedback")
    }  # fmt: skip
    assert said["FEEDBACK", "b"] == "This is a label."
    assert said["EXPLANATION", "shown"] == "It can be checked."
    found = score(root, {"RESPONSE": ("a", "b")})
    assert found["FEEDBACK"] == ("a", "b")
    assert found["EXPLANATION"] == "shown"


@BOTH
def test_what_a_good_answer_holds_is_only_for_who_marks(version: str) -> None:
    (rubric,) = one(version, "q-essay").all("rubricBlock")
    assert (rubric["view"], rubric.text) == ("scorer", "Two facts, one feeling.")


@BOTH
def test_opinions_have_no_right_answer_and_no_rule(version: str) -> None:
    statements = tuple(OrderItem(span=make.AT, id=id, text=make.phrase(id)) for id in ("one", "two"))
    likert = Likert(span=make.AT, scale="agree-5", statements=statements)
    root = one(version, "q", make.question("q", "How far?", likert))
    assert identifiers(root.all("responseDeclaration")) == ["RESPONSE_one", "RESPONSE_two"]
    assert [len(node.all("simpleChoice")) for node in root.all("choiceInteraction")] == [5, 5]
    assert not root.all("correctResponse")
    assert not root.all("responseProcessing")


@BOTH
def test_areas_are_pixels_of_the_picture_and_have_words(version: str) -> None:
    root = one(version, "q-where")
    (area,) = root.all("hotspotChoice")
    assert (area["shape"], area["coords"], area["hotspotLabel"]) == ("rect", "320,120,480,180", "On the wound")
    (picture,) = root.all("img" if version == "3.0" else "object")
    assert (picture["width"], picture["height"]) == ("800", "400")
    assert picture["src" if version == "3.0" else "data"].startswith("../images/figure-")


@BOTH
def test_a_circle_is_centre_and_radius(version: str) -> None:
    hotspot = make.FIVE[2].interaction
    (area,) = hotspot.areas  # type: ignore[union-attr]
    circle = Circle(span=make.AT, x=Decimal(50), y=Decimal(50), radius=Decimal(10))
    round_one = replace(hotspot, areas=(replace(area, shape=circle),))  # type: ignore[type-var]
    root = one(version, "q", make.question("q", "?", round_one))  # type: ignore[arg-type]
    assert root.one("hotspotChoice")["coords"] == "400,200,80"


@BOTH
def test_shuffling_is_the_authors_choice_and_orders_give_nothing_away(version: str) -> None:
    for shuffle, expected in ((True, "true"), (False, "false")):
        question = make.question("q", "?", make.choice(make.option("a", "x", correct=True)), shuffle=shuffle)
        assert one(version, "q", question).one("choiceInteraction")["shuffle"] == expected
    order = one(version, "q-order").one("orderInteraction")
    assert order["shuffle"] == "false"
    assert identifiers(order.all("simpleChoice")) == ["s2", "s1"]


@BOTH
def test_stems_and_targets_never_share_an_identifier(version: str) -> None:
    found = identifiers(one(version, "q-match").all("simpleAssociableChoice"))
    assert len(found) == len(set(found)) == 7


@BOTH
def test_a_gap_named_like_a_variable_of_every_reader_is_no_clash(version: str) -> None:
    gap = (make.Gap(span=make.AT, id="duration"),)
    cloze = Cloze(span=make.AT, gaps=(GapField(span=make.AT, id="duration", interaction=make.numeric("3")),))
    root = one(version, "q", make.question("q", make.phrase("Press ", gap, " minutes."), cloze))
    assert identifiers(root.all("responseDeclaration")) == ["RESPONSE_duration"]
    assert root.one("p").text == "Press  minutes."


@BOTH
def test_identifiers_are_names_of_xml(version: str) -> None:
    for name, data in written(make.edition(*ELEVEN), version).items():
        if name.endswith(".xml"):
            for node in nodes(read(data)):
                assert re.fullmatch("[A-Za-z_][A-Za-z0-9_.-]*", node.attributes.get("identifier", "ok"))


@BOTH
def test_a_case_is_read_before_each_of_its_questions_and_stays_together(version: str) -> None:
    case = make.case(
        *make.prose("Mira comes back."), make.SIX[0], make.inject("The manager calls."), make.SIX[2]
    )  # fmt: skip
    files = written(make.edition(case), version)
    first, second = (item(files, id).one("itemBody").text for id in ("q-single", "q-true"))
    assert first.startswith("Case: Mira, 34Mira comes back.Which sentence")
    assert "The manager calls." not in first
    assert second.startswith("Case: Mira, 34Mira comes back.What happens nextThe manager calls.Every returnee")
    assert b"Secret model answer" not in b"".join(files.values())
    (inner,) = [node for node in read(files["bank.xml"]).all("assessmentSection") if node["title"] == "Mira, 34"]
    assert identifiers(inner.all("assessmentItemRef")) == ["q-single", "q-true"]


@BOTH
def test_the_courses_test_draws_from_its_pool(version: str) -> None:
    plan, write = VERSIONS[version]
    bank, _ = plan(make.edition(*ELEVEN), NOTHING, None)
    pool = replace(bank, sections=tuple(
        replace(section, entries=tuple(replace(entry, use="test") for entry in section.entries[:4]))  # type: ignore[arg-type]
        for section in bank.sections
    ), draw=quiz.Draw(items=3, pass_percent=70, seed=7, forms=("A",)))  # fmt: skip
    root = read(package(write(pool, NOTHING))["test.xml"])
    assert root.one("selection")["select"] == "3"
    assert root.one("ordering")["shuffle"] == "true"
    assert len(root.all("assessmentItemRef")) == 4
    assert root.one("baseValue").text == "0.7"


@BOTH
def test_no_part_of_a_test_is_named_like_a_question(version: str) -> None:
    named = [make.question(id, "?", make.true_false(True)) for id in ("bank", "part", "section-1")]
    root = read(written(make.edition(*named), version)["bank.xml"])
    found = [node["identifier"] for node in nodes(root) if "identifier" in node.attributes]
    own = [name for name in found if name != "SCORE"]
    assert len(own) == len(set(own))


@BOTH
def test_without_questions_there_is_no_test(version: str) -> None:
    assert set(written(make.edition(), version)) == {"imsmanifest.xml"}


@BOTH
def test_packages_of_two_languages_are_two_packages_with_equal_ids(version: str) -> None:
    found = []
    for language in ("en", "mk"):
        files = written(make.edition(*make.SIX, language=language), version)
        manifest = ET.fromstring(files["imsmanifest.xml"])
        found.append((manifest.get("identifier"), sorted(name for name in files if name.startswith("items/"))))
        root = ET.fromstring(files["items/q-single.xml"])
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    (english, names), (macedonian, same) = found
    assert english != macedonian
    assert names == same


@BOTH
def test_drafts_say_so_in_title_and_text(version: str) -> None:
    root = one(version, "q-single", make.with_state(make.SIX[0], State.DRAFT))
    assert root["title"].startswith(Word.DRAFT.value)
    assert root.one("itemBody").text.startswith(Word.DRAFT.value)
    assert Word.DRAFT.value not in one(version, "q-single")["title"]


@BOTH
def test_words_of_ours_are_in_the_language(version: str) -> None:
    edition = make.edition(*make.SIX, language="mk", words={Word.TRUE: "Точно", Word.FALSE: "Неточно"})
    choices = item(written(edition, version), "q-true").all("simpleChoice")
    assert [(choice["identifier"], choice.text) for choice in choices] == [("true", "Точно"), ("false", "Неточно")]


def test_what_is_lost_is_said_of_each_question() -> None:
    several = make.choice(make.option("a", "x", correct=True), make.option("b", "y", correct=True), multiple=True)
    cloze = Cloze(span=make.AT, gaps=(GapField(span=make.AT, id="g", interaction=several),))
    asked = make.question("q-gap", make.phrase((make.Gap(span=make.AT, id="g"),)), cloze)
    for plan, format in ((plan_qti21, "quiz.qti21"), (plan_qti3, "quiz.qti3")):
        kept, found = plan(make.edition(*ELEVEN, asked), NOTHING, None)
        assert [finding.message for finding in found] == [
            f"{format} cannot carry the question q-gap: one of its gaps takes several answers",
            f"{format}: of the question q-single, the hint is left out",
            f"{format}: of the question q-number, the hint is left out",
        ]
        assert "q-gap" not in [found.id for found in quiz.items(kept)]


def hostile(text: str) -> Edition:
    return make.edition(
        make.question(
            "q-choice", text, make.choice(make.option("a", text, correct=True, feedback=text)),
            explanation=make.prose(text),
        ),
        make.question("q-match", text, make.match((text, text), (None, text + "."))),
        make.question("q-entry", text, make.text_entry(text.replace("|", ""))),
        title=text,
    )  # fmt: skip


def check_texts(text: str, version: str) -> None:
    """Everything that the plan shows stands in the file, letter by letter."""
    plan, write = VERSIONS[version]
    planned, _ = plan(hostile(text), NOTHING, None)
    files = package(write(planned, NOTHING))
    asked = {found.id: found for found in quiz.items(planned)}
    plain = shown(asked["q-choice"].prompt)
    choice = item(files, "q-choice")
    assert choice.one("prompt").text == plain
    assert choice.one("simpleChoice").text == shown(asked["q-choice"].interaction.options[0].text)  # type: ignore[union-attr]
    assert [node.text for node in choice.all("modalFeedback")] == [plain, plain]
    pairs = asked["q-match"].interaction
    assert isinstance(pairs, quiz.Match)
    expected = [shown(each.text) for each in (*pairs.stems, *pairs.targets)]
    assert [node.text for node in item(files, "q-match").all("simpleAssociableChoice")] == expected
    entry = item(files, "q-entry")
    accepted = " ".join(normal(text.replace("|", "")).split())
    assert entry.one("mapEntry")["mapKey"] == accepted
    assert score(entry, {"RESPONSE": accepted})["SCORE"] == 1


def shown(planned: Any) -> str:
    return plain_text(tuple(walk(planned, Run)))


@BOTH
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_survive(text: str, version: str) -> None:
    check_texts(text, version)


@given(ANY_TEXT.filter(lambda text: text.replace("|", "").strip()), st.sampled_from(sorted(VERSIONS)))
def test_any_text_survives(text: str, version: str) -> None:
    check_texts(text, version)


BANK, _ = plan_qti3(make.edition(*make.SIX), NOTHING, None)
FIRST = next(quiz.items(BANK))


@given(questions.asked(), st.integers(1, 5))
def test_the_rules_of_the_file_score_as_we_say(asked: tuple[quiz.Interaction, Answer], points: int) -> None:
    interaction, answer = asked
    values, comparable = given_values(interaction, answer)
    if not comparable:
        return
    prompt = (replace(FIRST.prompt[0], text=gap_runs(interaction)),)  # type: ignore[type-var]
    planned = replace(FIRST, interaction=interaction, points=points, prompt=prompt)
    text = xml(assessment_item(planned, (), BANK), new=True).encode()
    found = score(read(text), values)["SCORE"]
    expected = mark(interaction, answer)
    assert expected is not None
    assert abs(found - expected.fraction * points) < Fraction(1, 90) * points


def gap_runs(interaction: quiz.Interaction) -> tuple[Run, ...]:
    if not isinstance(interaction, quiz.Cloze):
        return (Run(text="?", language="en"),)
    return tuple(Run(text="_", language="en", gap=gap.id) for gap in interaction.gaps)


def given_values(interaction: quiz.Interaction, answer: Any) -> tuple[Mapping[str, Any], bool]:
    """Return the answer as values of variables, and whether a reader of QTI can take it as it was typed."""
    if isinstance(interaction, quiz.Cloze):
        parts = {f"RESPONSE_{gap.id}": value(gap.interaction, answer.get(gap.id)) for gap in interaction.gaps}
        return {name: found for name, (found, _) in parts.items()}, all(fine for _, fine in parts.values())
    found, fine = value(interaction, answer)
    return {"RESPONSE": found}, fine


def value(interaction: Any, answer: Any) -> tuple[Any, bool]:
    match interaction:
        case quiz.Numeric(units=units):
            numbers = read_numbers(answer or "", [unit.text for unit in units])
            return (numbers[0] if numbers else None), len(numbers) < 2
        case quiz.TextEntry(accepted=accepted):
            return answer, not answer or answer in [
                run.text for run in accepted if run.text == " ".join(run.text.split())
            ]
        case quiz.Match():
            return tuple(f"{stem} {target}_target" for stem, target in answer.items()), True
        case quiz.Order():
            return tuple(answer), True
        case quiz.Choice(multiple=multiple) | quiz.Hotspot(multiple=multiple):
            return (tuple(answer or ()) if multiple else next(iter(answer or ()), None)), True
        case _:
            return next(iter(answer), None), True
