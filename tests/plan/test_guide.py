"""What a trainer finds in the guide: the clock, what to say, do and ask, the slides, what to have ready."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.prose import Paragraph
from builder.content.walk import walk
from builder.model.options import DeckOptions, GuideOptions
from builder.output import document as d
from builder.plan.deck import decide_breaks, plan_deck
from builder.plan.desk import Desk, Tally
from builder.plan.guide import decide_guide, plan_guide
from builder.plan.guide_slides import Reel, ShownSlide, module_of
from builder.plan.guide_told import said_runs
from builder.plan.runs import Voice
from tests.plan.course_papers import EXAMPLE, RESOURCES, STRESS, editions, guide, rows, tables, text, words
from tests.plan.lesson_editions import edition_of

SIX = ("en", "sq", "mk", "sr-Cyrl", "sr-Latn", "bs")


def cues(language: str, depth: str = "plan") -> list[tuple[str, str]]:
    found = walk(guide(STRESS, language, depth).paper.blocks, d.Cue)
    return [(text(cue.label), text(cue.blocks)) for cue in found]


def slides(paper: d.Document) -> list[str]:
    return [slide.key for slide in walk(paper.blocks, d.Thumbnail)]


def test_it_says_on_every_page_whom_it_is_for() -> None:
    paper = guide(EXAMPLE, "en").paper
    assert text(paper.artefact) == "Facilitator guide · Trainer only"
    assert text(paper.strip).startswith("Trainer only · First aid refresher")
    assert (paper.outer, paper.size) == (True, 13.0)


def test_steps_stand_on_the_running_clock_and_on_the_wall() -> None:
    _, clock, *_ = tables(guide(EXAMPLE, "en").paper)
    assert [row[:2] for row in rows(clock)] == [
        ["0", "09:30"],
        ["15", "09:45"],
        ["35", "10:05"],
        ["60", "10:30"],
        ["75", "10:45"],
    ]
    assert rows(clock)[1][2:] == ["Practise\n20\u00a0minutes · may be left out", "work in groups"]
    assert [row[2] for row in rows(clock)[3:]] == ["Break", "Keep warm"]
    besides = [(text(one.label), text(one.notes)) for one in walk(guide(EXAMPLE, "en").paper.blocks, d.Beside)]
    assert ("09:45", "T+15") in besides
    assert ("09:30–10:30", "60\u00a0minutes") in besides


def test_what_may_be_left_out_is_named_with_its_minutes() -> None:
    late = [one for one in walk(guide(EXAMPLE, "en").paper.blocks, d.Callout) if text(one.label).startswith("If you")]
    assert [text(one.blocks) for one in late] == ["Practise · 20\u00a0minutes"]  # the second lesson is taken as core


def lines(paper: d.Document) -> list[str]:
    return [text(block) for block in walk(paper.blocks, d.Paragraph)]


def test_materials_are_multiplied_by_the_group() -> None:
    said = lines(guide(EXAMPLE, "en").paper)
    assert said.count("12\u00a0× Handout: Bleeding (one for each participant)") == 2  # for the course, in its session
    assert "3\u00a0× Role cards: Police officer (one set for each group)" in said
    assert "Cards of the case: Mira, 34 (one set for each group)" in said
    assert "3\u00a0small groups\u00a0× 4" in said


def test_of_a_group_that_nobody_knows_the_size_of_things_are_not_counted() -> None:
    (edition,) = editions(EXAMPLE, "en")
    alone = replace(edition, course=replace(edition.course, group=None))
    said = lines(plan_guide(alone, RESOURCES, (), GuideOptions(depth="agenda"))[0].paper)
    assert "Handout: Bleeding (one for each participant)" in said
    assert "Role cards: Police officer (one set for each group)" in said
    assert "groups of 4" in said


@pytest.mark.parametrize("language", SIX)
def test_say_do_and_ask_are_known_by_the_source_whatever_a_translator_wrote(language: str) -> None:
    here, there = (list(walk(guide(STRESS, one).paper.blocks, d.Cue)) for one in (language, "en"))
    assert [(cue.icon.digest, cue.shaded) for cue in here] == [(cue.icon.digest, cue.shaded) for cue in there]
    assert sum(cue.shaded for cue in here) == 2


def test_what_is_said_stands_behind_its_word_alone() -> None:
    assert [said for label, said in cues("en") if label == "Say"] == [
        "every sign above must come out of every writer as it went in.",
        "this is said.",
    ]
    assert [said.partition(" ")[0] for label, said in cues("mk") if label == "Кажете"] == ["секој", "[en]"]


def test_of_what_is_asked_the_question_is_strong() -> None:
    asked = [one for one in walk(guide(EXAMPLE, "en").paper.blocks, d.Cue) if text(one.label) == "Ask"]
    runs = asked[0].blocks[0].text  # type: ignore[union-attr]
    assert text(runs) == "who has seen this?"
    assert all(run.strong for run in runs)


def test_every_slide_of_the_decks_is_named_once_under_the_id_it_has_there() -> None:
    paper = guide(STRESS, "en").paper
    languages = editions(STRESS, "en", "mk")
    parts = [module_of(edition, "stress") for edition in languages]
    breaks, _ = decide_breaks(parts, RESOURCES)
    deck, _ = plan_deck(parts[0], RESOURCES, breaks, DeckOptions())
    lessons = {lesson.id for module in parts[0].modules for lesson in module.lessons}
    own = [slide.id for slide in deck.slides[1:]]  # the title belongs to no lesson
    named = [key.removeprefix("stress/") for key in slides(paper)]
    assert sorted(named) == sorted(set(named))
    assert set(named) <= set(own)
    around = set(own) - set(named)
    assert all(not any(id.startswith(f"{lesson}-") for lesson in lessons) for id in around)
    assert len(around) <= 4  # sources and the last slide


@pytest.mark.parametrize("language", SIX)
def test_slides_and_clock_are_the_same_in_every_language(language: str) -> None:
    assert slides(guide(STRESS, language).paper) == slides(guide(STRESS, "en").paper)
    assert clocks(language) == clocks("en")


def clocks(language: str) -> list[list[list[str]]]:
    found = tables(guide(STRESS, language).paper)
    return [[row[:2] for row in rows(table)] for table in found if text(table.header[0]) == "T+"]


def test_the_depths_tell_more_and_more() -> None:
    agenda, plan, script = (words(guide(STRESS, "en", depth).paper.blocks) for depth in ("agenda", "plan", "script"))
    assert len(agenda) < len(plan) < len(script)
    assert slides(guide(STRESS, "en", "agenda").paper) == []
    assert guide(STRESS, "en", "agenda").decks == ()
    assert "this is said." not in agenda
    assert "this is said." in plan
    assert "A point that goes into the handout only" not in plan
    assert "A point that goes into the handout only" in script


def test_it_holds_what_only_a_trainer_may_know_but_no_question_of_a_test() -> None:
    script = words(guide(EXAMPLE, "en", "script").paper.blocks)
    assert "You hold the door." in script
    assert "First listen, then agree on one next step." in script
    assert "What do you do first?" in script  # of the case
    assert "Look for gloves" not in script  # use=test


def test_deciding_says_nothing_that_the_decks_say_themselves() -> None:
    assert decide_guide(editions(STRESS, "en", "mk"), RESOURCES)[1] == ()


@given(st.lists(st.integers(1, 30), max_size=12), st.integers(2, 10), st.integers(10, 25))
def test_a_reel_loses_no_slide_and_gives_none_twice(lines: list[int], first: int, second: int) -> None:
    shown = [ShownSlide(key=f"m/{n}", id=f"{n}", title=(), line=line) for n, line in enumerate(lines)]
    reel = Reel(shown)
    taken = [*reel.before(first), *reel.within(first, second), *reel.within(second, 20), *reel.rest()]
    assert sorted(slide.id for slide in taken) == sorted(slide.id for slide in shown)
    assert reel.rest() == []


@pytest.mark.parametrize("written", ["Say: it", "say: it", "**Say:** it", "**Say**: it", "*Say:* it"])
def test_the_word_that_says_what_to_do_is_not_said(written: str) -> None:
    edition = edition_of(f"::: notes\n{written}.\n:::\n")
    desk = Desk(voice=Voice(edition=edition, trainer=True), tally=Tally())
    (paragraph,) = walk(edition.modules, Paragraph)
    assert text(said_runs(paragraph, desk)) == "it."


@pytest.mark.parametrize(
    ("asked", "strong"),
    [
        ("Why? Because.", "Why?"),
        ("Why *so*? Because *so*.", "Why so?"),
        ("Who? And why? Because.", "Who?"),
        ("Why so?", "Why so?"),
        ("Tell me.", ""),
    ],
)
def test_a_question_ends_at_its_mark(asked: str, strong: str) -> None:
    edition = edition_of(f"::: notes\nAsk: {asked}\n:::\n")
    desk = Desk(voice=Voice(edition=edition, trainer=True), tally=Tally())
    (paragraph,) = walk(edition.modules, Paragraph)
    said = said_runs(paragraph, desk)
    assert text(said) == asked.replace("*", "")
    assert "".join(run.text for run in said if run.strong) == strong
