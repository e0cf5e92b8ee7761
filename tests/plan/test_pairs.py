"""A handout in two languages: everything in both, block beside block, each asked once."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.build.editions import Editions
from builder.build.load import load
from builder.content.inlines import Text
from builder.content.phrase import Phrase
from builder.content.walk import rewrite, walk
from builder.languages.states import State
from builder.languages.table import find_language
from builder.model.edition import Edition
from builder.model.options import HandoutOptions
from builder.output import document as d
from builder.output.text import Run, plain_text
from builder.plan.handout import plan_handout
from tests.plan.lesson_editions import NOTHING, edition_of, glossary, words

STRESS = Path(__file__).parents[1] / "cases/stress/workspace"
SERBIAN = HandoutOptions(second_language="sr-Cyrl")


def in_serbian(edition: Edition, **parts: object) -> Edition:
    """Return an edition whose texts are those of the first in capitals, so that one sees which is which."""

    def shout(phrase: Phrase) -> Phrase:
        said = rewrite(phrase.inlines, Text, lambda text: replace(text, value=text.value.upper()))
        return replace(phrase, inlines=said, language="sr-Cyrl")

    language = find_language("sr-Cyrl")
    assert language is not None
    shouted = rewrite((edition.modules, tuple(edition.glossary.values())), Phrase, shout)
    modules, entries = shouted
    return replace(edition, modules=modules, glossary={one.id: one for one in entries}, language=language, **parts)


def both(*bodies: str, **parts: object) -> d.Document:
    edition = edition_of(*bodies, **parts)
    document, found = plan_handout(replace(edition, further=(in_serbian(edition),)), NOTHING, None, SERBIAN)
    assert found == ()
    return document


def blocks(document: d.Document, kind: type) -> list:
    return list(walk(document.blocks, kind))


def test_prose_stands_side_by_side_and_is_read_by_pairs():
    document = both("First.\n\nSecond.\n\n- a point\n")
    pairs = [(words(pair.first), words(pair.second)) for pair in blocks(document, d.Pair)]
    assert pairs[:4] == [
        ("Stop it.", "STOP IT."), ("Press fast.", "PRESS FAST."), ("First.", "FIRST."), ("Second.", "SECOND."),
    ]  # fmt: skip
    assert {pair.language for pair in blocks(document, d.Pair)} == {"sr-Cyrl"}


def test_a_heading_a_cell_and_an_option_say_both():
    document = both(
        "### Signs {#signs}\n\n| Sign | Many |\n|---|--:|\n| pale | 2 |\n\n"
        "::: question {#q type=single}\nWhat first?\n\n- [x] Press {#a}\n- [ ] Wait {#b}\n:::\n"
    )
    texts = [plain_text(heading.text) for heading in blocks(document, d.Heading)]
    assert "Signs\nSIGNS" in texts
    (table,) = blocks(document, d.Table)
    assert [plain_text(cell) for cell in (*table.header, *table.rows[0])] == [
        "Sign\nSIGN",
        "Many\nMANY",
        "pale\nPALE",
        "2",
    ]
    (question,) = blocks(document, d.Question)
    assert [plain_text(item.text) for item in question.response.items] == ["Press\nPRESS", "Wait\nWAIT"]
    assert [(words(pair.first), words(pair.second)) for pair in walk(question.prompt, d.Pair)] == [
        ("What first?", "WHAT FIRST?")
    ]


def test_what_both_say_alike_is_said_once():
    document = both("```\nx = 1\n```\n\n112\n")
    assert len(blocks(document, d.Code)) == 1
    assert words(document.blocks).count("112") == 1


def test_a_long_list_is_told_item_by_item_and_keeps_its_numbers():
    items = "".join(f"{number}. {'a long point that says much ' * 8}\n" for number in range(4, 8))
    lists = [
        block
        for pair in blocks(both(items), d.Pair)
        for block in pair.first
        if isinstance(block, d.List) and block.ordered
    ]
    assert [(block.start, len(block.items)) for block in lists] == [(4, 1), (5, 1), (6, 1), (7, 1)]


def test_ids_are_unique_and_links_of_both_lead_to_the_first():
    entries = glossary(wound="Open skin.", artery="It carries blood.")
    document = both(
        "A [wound](term:wound) and an [artery](term:artery).\n\n::: note {#n title=T}\nx\n:::\n", glossary=entries
    )
    ids = [id for id in d.places(document.blocks) if id]
    assert len(ids) == len(set(ids))
    links = [run.link for run in walk(document.blocks, Run) if run.link]
    assert links.count("#_term-wound") == 2
    terms = [
        words(pair.first[0].items[0].term)
        for pair in blocks(document, d.Pair)
        if isinstance(pair.first[0], d.Definitions)
    ]
    assert terms == ["artery", "wound"], "in the order of the first language's alphabet"


def test_the_frame_speaks_both_and_shelves_know_it_by_the_first():
    edition = edition_of("Plain.\n")
    second = in_serbian(edition, course=replace(edition.course, title=replace(edition.course.title, inlines=())))
    document, _ = plan_handout(replace(edition, further=(second,)), NOTHING, None, SERBIAN)
    assert plain_text(document.name) == "Concepts"
    assert plain_text(document.title) == "Concepts\nCONCEPTS"
    assert plain_text(document.strip).endswith("English / српски (ћирилица)")
    plain, _ = plan_handout(edition, NOTHING, None)
    assert document.identifier == f"{plain.identifier}+sr-Cyrl"


def test_a_text_that_is_missing_in_the_second_language_makes_a_draft():
    edition = edition_of("Prose.\n")

    def lose(phrase: Phrase) -> Phrase:
        return replace(phrase, state=State.MISSING) if phrase.message == "Prose." else phrase

    second = in_serbian(edition)
    missing = replace(second, modules=rewrite(second.modules, Phrase, lose))
    assert plan_handout(replace(edition, further=(missing,)), NOTHING, None, SERBIAN)[0].draft
    assert not plan_handout(replace(edition, further=(second,)), NOTHING, None, SERBIAN)[0].draft


def test_without_the_second_edition_it_is_the_plain_handout():
    edition = edition_of("Prose.\n")
    assert plan_handout(edition, NOTHING, None, SERBIAN) == plan_handout(edition, NOTHING, None)


@pytest.mark.parametrize(("first", "second"), [("en", "mk"), ("sq", "sr-Cyrl"), ("mk", "en")])
def test_nothing_of_either_language_is_lost(first, second):
    """Every text of both plain handouts of the hardest workspace stands in the one of two languages."""
    loaded, _ = load(STRESS)
    assert loaded is not None
    course, editions = loaded.workspace.courses[0], Editions(loaded)
    document, _ = plan_handout(
        editions.edition(course, "stress", first, (second,)), NOTHING, None, HandoutOptions(second_language=second)
    )
    shown = words(document.blocks).replace("\n", "")
    for language in (first, second):
        plain, _ = plan_handout(editions.edition(course, "stress", language), NOTHING, None)
        body = plain.blocks
        if language == second:  # the sources stand once, with the first language's words between the names
            body = tuple(block for block in body if not isinstance(block, d.Sources | d.Contents))
        for text in filter(None, words(body).split("\n")):
            bare = text.removeprefix("[en] ")
            assert bare in shown or text.isdigit(), text
    questions = [plain_text(question.number) for question in blocks(document, d.Question)]
    assert questions == [str(number) for number in range(1, len(questions) + 1)]
