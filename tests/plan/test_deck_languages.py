"""Decks that speak two languages: pairs on the wall, or notes in another language; ids equal, nothing too high."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.diagnostics import Code
from builder.languages.states import State
from builder.model.options import DeckOptions
from builder.model.workspace import ApprovedText, Mark
from builder.output.deck import ChartShape, TableShape, TextShape, element_runs, second_look, slide_runs
from builder.output.text import halves, plain_text
from builder.plan.deck import decide_breaks, plan_deck
from builder.plan.deck.fitting import FLOOR
from builder.plan.deck.pairs import side_by_side
from builder.plan.deck.setting import set_up
from builder.plan.second import below
from tests.plan.decks import RESOURCES, authored, body, notes, shapes, slide, spoken, texts, translated, wall
from tests.plan.lesson_editions import AT, edition_of
from tests.plan.test_deck_properties import check_heights, lessons, overlaps

WITH_MK = DeckOptions(second_language="mk")
MK_NOTES = DeckOptions(notes_language="mk")
WORDS = {
    "First step": "Прв чекор", "Press hard": "Притиснете силно", "and long": "и долго", "Sign": "Знак", "People": "Луѓе",
    "Spurting": "Прска", "12": "12", "To read in peace.": "За читање.", "Say this.": "Кажете го ова.",
    "Kosovo{*}": "Косово{*}", "Listen": "Слушај", "Wait": "Чекај", "What first?": "Што прво?", "Look": "Гледај",
}  # fmt: skip
LESSON = """To read in peace.

- Press hard
  - and long

| Sign | People |
|------|-------:|
| Spurting | 12 |

::: notes
Say this.
:::

::: process
- Look
- Listen
:::

::: question {#q-one type=single outcome=press}
What first?

- [x] Listen {#a}
- [ ] Wait {#b}
:::
"""
LONG = "".join(f"- Point {n} of a list that says something of some length, with care\n" for n in range(1, 7))


def editions(source, words=WORDS, **options):
    """Return an edition in English and the same in Macedonian, each with the other beside it."""
    english = edition_of(source, **options)
    macedonian = translated(english, "mk", words)
    return replace(english, further=(macedonian,)), replace(macedonian, further=(english,))


def both(source, options=WITH_MK, words=WORDS, **parts):
    """Return the deck of an English lesson that speaks Macedonian too."""
    english, macedonian = editions(source, words, **parts)
    breaks, _ = decide_breaks((english, macedonian), RESOURCES, options)
    deck, found = plan_deck(english, RESOURCES, breaks, options)
    assert [finding.message for finding in found if finding.severity == "error"] == []
    return deck


def test_each_text_of_the_wall_has_the_second_language_below_it_in_one_paragraph():
    deck = both(LESSON)
    shown = {line for one in deck.slides for line in texts(one)}
    assert authored(deck)[0].title == "First step\nПрв чекор"
    assert {"Press hard\nПритиснете силно", "and long\nи долго", "Sign\nЗнак", "Spurting\nПрска"} <= shown
    assert {"Look\nГледај", "Listen\nСлушај", "Wait\nЧекај", "What first?\nШто прво?"} <= shown


def test_what_both_say_with_the_same_characters_stands_once():
    (table,) = [table for one in both(LESSON).slides for table in shapes(one, TableShape)]
    assert plain_text(table.rows[1].cells[1].runs) == "12"


def test_each_run_states_its_language_and_the_second_says_that_it_is():
    for one in both(LESSON).slides:
        for run in slide_runs(one):
            assert run.language == "mk" if run.second else run.language in ("en", "mk")


def test_notes_stay_in_the_first_language():
    assert both(LESSON).slides[3].notes == plan_deck(edition_of(LESSON), RESOURCES, None)[0].slides[3].notes


def test_the_second_language_is_smaller_lighter_and_never_bold_nor_below_sixteen_points():
    deck = both(LONG, words={})
    for one in deck.slides:
        for shape in shapes(one, TextShape):
            for paragraph in shape.paragraphs:
                look = second_look(paragraph.look)
                assert look.size <= paragraph.look.size
                assert not look.bold
                if paragraph.look.size >= FLOOR:
                    assert 16 <= look.size < paragraph.look.size


def test_a_second_language_of_its_own_note_has_its_note_below():
    texts_of = [
        ApprovedText(span=AT, language=tag, text=f"Note {tag}", source=None, approved=True) for tag in ("en", "mk")
    ]
    source = "- Kosovo{*}, or Kosovo{*}\n"
    mark = Mark(span=AT, symbol="*", policy="first", notes=tuple(texts_of))
    english = replace(edition_of(source), publisher=replace(edition_of(source).publisher, mark=mark))
    macedonian = translated(english, "mk")
    marked = rewrite(
        macedonian.modules, Phrase, lambda phrase: replace(phrase, inlines=(*phrase.inlines, *phrase.inlines))
    )
    pair = replace(english, further=(replace(macedonian, modules=marked),))
    first = authored(plan_deck(pair, RESOURCES, None, WITH_MK)[0])[0]
    assert "* Note en\n* Note mk" in texts(first)
    assert body(first)[0] == "Kosovo*, or Kosovo\nKosovo*, or KosovoKosovo, or Kosovo"


def test_strip_and_title_slide_name_both_languages():
    deck = both("- One\n")
    shown = "\n".join(plain_text(element_runs(element)) for element in deck.slides[0].elements)
    assert "en + mk" in shown
    assert "English + македонски" in shown


def test_titles_are_numbered_by_their_first_language():
    deck = both("- One\n\n### Twice\n\n- a\n\n### Twice\n\n- b\n", words={"Twice": "Двапати"})
    assert [one.title for one in authored(deck)][1:] == ["Twice (1/2)\nДвапати", "Twice (2/2)\nДвапати"]


def test_a_deck_is_a_draft_if_a_text_of_either_language_is_not_reviewed():
    english, macedonian = editions("- Press hard\n")
    assert not plan_deck(english, RESOURCES, None, WITH_MK)[0].draft
    late = rewrite(macedonian.modules, Phrase, lambda phrase: replace(phrase, state=State.DRAFT))
    for options in (WITH_MK, MK_NOTES):
        with_draft = replace(english, further=(replace(macedonian, modules=late),))
        assert plan_deck(with_draft, RESOURCES, None, options)[0].draft


def test_a_text_that_both_share_is_as_far_as_the_one_that_is_less_far():
    english, macedonian = editions("| A | B |\n|---|---|\n| 12 | 13 |\n", words={})
    late = rewrite(macedonian.modules, Phrase, lambda phrase: replace(phrase, state=State.DRAFT))
    deck, _ = plan_deck(replace(english, further=(replace(macedonian, modules=late),)), RESOURCES, None, WITH_MK)
    assert deck.draft


def test_notes_in_another_language_stand_under_the_same_slides():
    english, macedonian = editions(LESSON)
    plain, _ = plan_deck(english, RESOURCES, None)
    deck, found = plan_deck(english, RESOURCES, None, MK_NOTES)
    assert not [finding for finding in found if finding.severity == "error"]
    assert [one.elements for one in deck.slides] == [one.elements for one in plain.slides]
    other, _ = plan_deck(macedonian, RESOURCES, None)
    assert [one.notes for one in deck.slides] == [one.notes for one in other.slides]
    assert "Кажете го ова." in notes(deck)
    assert "За читање." in notes(deck)


def test_words_that_we_add_to_notes_are_those_of_their_language():
    english, macedonian = editions(LESSON)
    texts_mk = {
        word: replace(text, text=f"mk:{text.text}", language="mk") for word, text in macedonian.interface.texts.items()
    }
    interface = replace(macedonian.interface, texts=texts_mk)
    deck, _ = plan_deck(
        replace(english, further=(replace(macedonian, interface=interface),)), RESOURCES, None, MK_NOTES
    )
    answer = slide(deck, "What first?")
    assert any(line.startswith("mk:") for line in spoken(answer))
    assert "mk:" not in wall(deck)


@pytest.mark.parametrize("options", [WITH_MK, MK_NOTES])
def test_without_its_further_edition_a_deck_is_the_plain_one(options):
    english = edition_of(LESSON)
    assert plan_deck(english, RESOURCES, None, options) == plan_deck(english, RESOURCES, None)


def test_a_pair_splits_as_the_plain_deck_where_it_fits_so():
    source = LONG + "\n### Next {#next}\n\n- One\n"
    english, macedonian = editions(source, words={})
    for options in (DeckOptions(), WITH_MK, MK_NOTES):
        breaks, _ = decide_breaks((english, macedonian), RESOURCES, options)
        deck, _ = plan_deck(english, RESOURCES, breaks, options)
        assert [one.id for one in authored(deck)] == ["first-1", "next-1"]


def test_a_pair_that_does_not_fit_is_divided_and_says_so():
    english = edition_of(LONG)
    macedonian = translated(english, "mk", longer=3)
    pair = (replace(english, further=(macedonian,)), macedonian)
    breaks, found = decide_breaks(pair, RESOURCES, WITH_MK)
    assert any("in English with Macedonian" in finding.message for finding in found)
    deck, problems = plan_deck(pair[0], RESOURCES, breaks, WITH_MK)
    assert problems == ()
    assert len(authored(deck)) > 1
    assert "".join(f"- {line.partition(chr(10))[0]}\n" for one in authored(deck) for line in body(one)) == LONG


CHART = "| Place | Calls |\n|---|--:|\n| North | 12 |\n| South | 30 |\n{chart=bar}\n"


def test_a_chart_names_its_labels_in_both_languages_on_one_line():
    deck = both(CHART, words={"North": "Север", "Calls": "Повици"})
    (chart,) = [chart for one in deck.slides for chart in shapes(one, ChartShape)]
    assert [plain_text(runs) for runs in chart.categories] == ["North / Север", "South"]


def crowded(source, longer):
    """Return the deck of a pair whose second language says each text so often, and what was told of it."""
    english = edition_of(source)
    pair = replace(english, further=(translated(english, "mk", longer=longer),))
    return plan_deck(pair, RESOURCES, None, WITH_MK)


def test_what_has_no_room_for_both_and_cannot_be_split_stands_in_the_first_language_and_is_told():
    bars = "".join(f"| A town whose name is long, number {n} | {n} |\n" for n in range(8))
    deck, (told,) = crowded(f"| Town | Calls |\n|---|--:|\n{bars}{{chart=bar}}\n", 4)
    assert (told.code, told.severity, told.language) == (Code.BLOCK_NOT_CARRIED, "warning", "en")
    assert "no room for Macedonian below English" in told.message
    (chart,) = [chart for one in deck.slides for chart in shapes(one, ChartShape)]
    assert plain_text(chart.categories[0]) == "A town whose name is long, number 0"
    assert authored(deck)[0].title == "First step"


def test_a_title_with_no_room_for_both_leaves_the_body_in_both():
    deck, (told,) = crowded("### " + "A title of some words " * 5 + "{#long}\n\n- One\n", 4)
    assert told.message.startswith("the title of slide long-1")
    long = next(one for one in deck.slides if one.id == "long-1")
    assert "\n" not in long.title
    assert body(long) == ["One\nOne One One One"]


def test_what_does_not_fit_in_the_first_language_alone_is_the_error_that_it_is_there():
    _, found = crowded("- " + "word " * 700 + "\n", 1)
    _, alone = plan_deck(edition_of("- " + "word " * 700 + "\n"), RESOURCES, None)
    assert [finding for finding in found if finding.severity == "error"] == list(alone)


def runs_of(text, language="en", **more):
    from builder.output.text import Run

    return (Run(text=text, language=language, **more),)


def test_a_source_that_stands_in_is_not_repeated_and_a_missing_second_is_shown():
    stands_in = runs_of("[en] Wait", state=State.MISSING)
    assert plain_text(below(stands_in, runs_of("Wait"))) == "[en] Wait"
    assert plain_text(below(runs_of("Wait"), stands_in)) == "Wait\n[en] Wait"
    assert plain_text(below(stands_in, stands_in)) == "[en] Wait"


def test_what_only_one_language_has_stands_alone():
    second = runs_of("Само", "mk")
    assert below((), second) == runs_of("Само", "mk", second=True)
    assert below(runs_of("Only"), ()) == runs_of("Only")
    assert below((), ()) == ()
    setting = set_up(edition_of("- One\n"), RESOURCES)
    assert side_by_side(runs_of("Only"), (), " · ", setting) == runs_of("Only")
    assert side_by_side((), second, " · ", setting) == runs_of("Само", "mk", second=True)


def test_halves_of_a_pair_are_its_languages():
    pair = below(runs_of("a"), runs_of("b", "mk"))
    assert [plain_text(half) for half in halves(pair)] == ["a", "b"]
    assert halves(runs_of("a")) == (runs_of("a"), ())


@settings(max_examples=25)
@given(lessons(), some.integers(1, 3))
def test_ids_agree_over_the_languages_of_a_variant_and_all_fits(lesson, longer):
    english = edition_of(lesson[0])
    others = [translated(english, tag, longer=longer if tag == "mk" else 1) for tag in ("mk", "sq")]
    everyone = (english, *others)
    plain, _ = decide_breaks(everyone, RESOURCES)
    breaks, _ = decide_breaks(everyone, RESOURCES, WITH_MK)
    decks = []
    for edition in (english, others[1]):
        deck, found = plan_deck(replace(edition, further=(others[0],)), RESOURCES, breaks, WITH_MK)
        decks.append(deck)
        first = [plain_text(halves(one.elements[0].paragraphs[0].runs)[0]) for one in deck.slides]
        assert len(set(first)) == len(first)
        if not any(finding.severity == "error" for finding in found):
            check_heights(deck)
            check_apart(deck)
    assert [one.id for one in decks[0].slides] == [one.id for one in decks[1].slides]
    if breaks == plain:
        alone, _ = plan_deck(english, RESOURCES, plain)
        assert [one.id for one in alone.slides] == [one.id for one in decks[0].slides]


@settings(max_examples=25)
@given(lessons())
def test_each_visible_block_stands_in_both_languages(lesson):
    source, places = lesson
    english = edition_of(source)
    macedonian = translated(english, "mk", {}, longer=2)  # each text says itself twice
    deck, _ = plan_deck(replace(english, further=(macedonian,)), RESOURCES, None, WITH_MK)
    shown, said = wall(deck), notes(deck)
    for word, place in places:
        copies = 1 if f"```\n{word}" in source else 3  # code is not translated, and so stands once
        assert (shown.count(word), said.count(word)) == (copies * (place == "wall"), int(place == "notes")), word


def check_apart(deck):
    for one in deck.slides:
        solid = [element for element in one.elements if isinstance(element, TextShape | TableShape)]
        for position, element in enumerate(solid):
            for other in solid[position + 1 :]:
                assert not overlaps(element.box, other.box), (one.id, element.name, other.name)
