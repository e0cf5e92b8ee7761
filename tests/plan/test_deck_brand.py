"""The publisher on a deck: logos first and last, who paid beside the emblem, marks on names as its rule says."""

from dataclasses import replace

import pytest

from builder.languages.states import State
from builder.languages.words import Word
from builder.output.deck import PictureShape, TextShape
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.plan.deck import decide_breaks, plan_deck
from tests.plan.brands import DISCLAIMER, STATEMENT, branded
from tests.plan.decks import RESOURCES, shapes, texts, translated
from tests.plan.lesson_editions import HEAD, edition_of, lesson_of
from tests.typeset import templates

HOMES = {
    "ours": lambda: RESOURCES,
    "standard": lambda: Resources(files=templates.resource_files("standard"), fonts=""),
    "unusual": lambda: Resources(files=templates.resource_files("unusual"), fonts=""),
}
EVERYWHERE = pytest.mark.parametrize("home", HOMES)


def planned(edition, home="ours"):
    """Return the deck in which everything fits."""
    deck, found = plan_deck(edition, HOMES[home](), None)
    assert [one.message for one in found if one.severity == "error"] == []
    return deck


def pictures(slide):
    """Return what a slide's pictures say to those who do not see them, from left to right and down."""
    shown = [element for element in slide.elements if isinstance(element, PictureShape)]
    return [plain_text(element.alternative) for element in shown]


@EVERYWHERE
def test_logos_stand_on_the_first_and_the_last_slides_with_their_words(home):
    deck = planned(branded(edition_of("- One\n")), home)
    first, *middle, closing, imprint = deck.slides
    assert pictures(first) == ["A circle", STATEMENT]
    assert (pictures(closing), pictures(imprint)) == (["A circle"], [STATEMENT, "A circle"])
    assert all(pictures(slide) == [] for slide in middle)


@EVERYWHERE
def test_the_emblem_never_stands_without_its_statement_nor_is_lower_than_a_logo(home):
    deck = planned(branded(edition_of("- One\n"), logos=4), home)
    for slide in deck.slides:
        shown = {plain_text(one.alternative): one.box.height for one in shapes(slide, PictureShape)}
        if STATEMENT in shown:
            assert STATEMENT in texts(slide)
            assert shown[STATEMENT] >= shown.get("A circle", 0)
            assert shown[STATEMENT] >= 26


@EVERYWHERE
@pytest.mark.parametrize("logos", [1, 3, 8])
def test_pictures_keep_their_shape_stand_apart_and_stay_on_the_slide(home, logos):
    edition = branded(edition_of("- One\n"), logos=logos)
    deck = planned(edition, home)
    width = 960 if home == "ours" else 720
    for slide in deck.slides:
        boxes = [one.box for one in shapes(slide, PictureShape)]
        for element in shapes(slide, PictureShape):
            ratio = element.image.width / element.image.height
            assert element.box.width / element.box.height == pytest.approx(ratio, rel=0.01)
            assert element.box.right <= width
        for number, one in enumerate(boxes):
            assert not any(overlaps(one, other) for other in boxes[number + 1 :])


@EVERYWHERE
def test_logos_cover_no_text(home):
    deck = planned(branded(edition_of("- One\n"), logos=2), home)
    for slide in deck.slides:
        for text in shapes(slide, TextShape):
            for picture in shapes(slide, PictureShape):
                assert not overlaps(text.box, picture.box), (slide.id, text.name)


def overlaps(one, other):
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.1 and down > 0.1


@EVERYWHERE
def test_the_last_slide_says_who_paid_and_who_is_not_bound(home):
    deck = planned(branded(edition_of("- One\n")), home)
    title, statement, disclaimer, line = texts(deck.slides[-1])
    assert (title, statement, disclaimer) == ("About this document", STATEMENT, DISCLAIMER)
    assert line.startswith("A circle · Edition 1.0.0")
    assert not deck.draft


def test_without_a_fund_or_disclaimer_there_is_no_such_slide():
    deck = planned(edition_of("- One\n"))
    assert deck.slides[-1].layout == "Closing"
    assert "A circle" in "".join(texts(deck.slides[-1]))


def test_a_disclaimer_alone_has_its_slide_too():
    edition = branded(edition_of("- One\n"))
    deck = planned(replace(edition, publisher=replace(edition.publisher, funding=None)))
    assert (deck.slides[-1].layout, texts(deck.slides[-1])[1]) == ("Sources", DISCLAIMER)
    assert STATEMENT not in "".join(line for slide in deck.slides for line in texts(slide))


@EVERYWHERE
def test_a_long_disclaimer_goes_on_on_the_next_slide_in_every_language_alike(home):
    edition = branded(edition_of("- One\n"))
    long = tuple(
        replace(text, text=" ".join([text.text] * count))
        for text, count in zip(edition.publisher.disclaimers, (20, 60), strict=True)
    )
    english = replace(edition, publisher=replace(edition.publisher, disclaimers=long))
    macedonian = translated(english, "mk")
    breaks, _ = decide_breaks((english, macedonian), HOMES[home]())
    ids = []
    for one in (english, macedonian):
        deck, found = plan_deck(one, HOMES[home](), breaks)
        ids.append([slide.id for slide in deck.slides])
        assert [finding.code for finding in found if finding.severity == "error"] in ([], ["slide-overflow"])
    assert ids[0] == ids[1]


def test_a_statement_that_is_not_approved_makes_the_deck_a_draft():
    edition = branded(edition_of("- One\n"))
    funding = edition.publisher.funding
    pending = tuple(replace(text, approved=False) for text in funding.statements)
    unapproved = replace(edition, publisher=replace(edition.publisher, funding=replace(funding, statements=pending)))
    assert planned(unapproved).draft
    assert not planned(edition).draft


def test_a_missing_picture_leaves_the_words():
    edition = branded(edition_of("- One\n"))
    deck = planned(replace(edition, pictures={}))
    assert all(pictures(slide) == [] for slide in deck.slides)
    assert STATEMENT in texts(deck.slides[-1])


MARKED = "- Kosovo{*} and Kosovo{*}\n- Kosovo{*} again\n\n::: notes\nSay Kosovo{*} and Kosovo{*}.\n:::\n"


@pytest.mark.parametrize(("policy", "wall", "notes"), [("every", 3, 2), ("first", 1, 1), ("off", 0, 0)])
@EVERYWHERE
def test_a_name_bears_its_mark_as_often_as_the_publisher_wants(home, policy, wall, notes):
    head = HEAD.replace("title: Bleeding", 'title: "Bleeding in Kosovo{*}"')
    edition = branded(edition_of(MARKED), policy=policy)
    module = replace(edition.modules[0], lessons=(lesson_of(MARKED, head=head),))
    deck = planned(replace(edition, modules=(module,)), home)
    slide = next(one for one in deck.slides if any("again" in line for line in texts(one)))
    lines = [line for line in texts(slide) if not line.startswith("* ")]
    assert "".join(lines).count("*") == wall
    assert "".join(plain_text(one.runs) for one in slide.notes).count("*") == notes
    noted = [one.id for one in deck.slides if any("The note on the name." in line for line in texts(one))]
    assert bool(noted) == (policy != "off")
    section = next(one for one in deck.slides if "Bleeding in Kosovo" in one.title)
    assert (section.id in noted) == (policy != "off")


@EVERYWHERE
def test_the_number_of_a_lesson_is_never_lost(home):
    deck = planned(edition_of("- One\n", "- Two\n"), home)
    openers = [slide for slide in deck.slides if "Stop it." in texts(slide)]
    assert len(openers) == 2
    for number, slide in enumerate(openers, start=1):
        assert str(number) in "".join(texts(slide))


@EVERYWHERE
def test_the_edition_is_told_on_the_first_slide(home):
    assert any(
        "Edition 1.0.0 · English · CC-BY-4.0" in line for line in texts(planned(edition_of("- One\n"), home).slides[0])
    )


def test_a_template_s_foot_is_its_own():
    names = {element.name for slide in planned(edition_of("- One\n"), "standard").slides for element in slide.elements}
    assert "Progress" not in names
    assert "Progress" in {element.name for element in planned(edition_of("- One\n")).slides[0].elements}


def test_a_footer_has_two_runs_so_that_libreoffice_draws_it_in_its_own_typeface():
    for slide in planned(edition_of("- One\n")).slides:
        footer = next(one for one in shapes(slide, TextShape) if one.placeholder and one.placeholder.kind == "ftr")
        assert len(footer.paragraphs[0].runs) >= 2


def test_an_id_that_is_too_long_for_its_place_widens_it():
    lesson = "- One\n\n### Long {#an-anchor-that-is-much-longer-than-the-place-for-numbers}\n\n- Two\n"
    deck = planned(edition_of(lesson), "unusual")
    slide = next(one for one in deck.slides if one.id.startswith("an-anchor"))
    number = next(one for one in shapes(slide, TextShape) if one.placeholder and one.placeholder.kind == "sldNum")
    assert number.box.width > number.placeholder.box.width


@EVERYWHERE
def test_the_band_of_a_draft_hides_no_title_nor_text(home):
    edition = branded(edition_of("- One\n"))
    word = replace(edition.interface[Word.NEXT_STEP], state=State.DRAFT)
    interface = replace(edition.interface, texts={**edition.interface.texts, Word.NEXT_STEP: word})
    deck = planned(replace(edition, interface=interface), home)
    assert deck.draft
    for slide in deck.slides:
        band, *others = sorted(shapes(slide), key=lambda shape: shape.name != "Draft")
        assert band.turned == (home == "unusual")
        assert [one.name for one in others if overlap(one.box, band.box)] == []


def overlap(one, other):
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def test_a_long_slide_id_keeps_off_the_logo_on_its_right():
    deck = planned(
        branded(edition_of("- One\n\n### A very long step of this lesson {#a-very-long-step}\n\n- Two\n")), "unusual"
    )
    slides = [slide for slide in deck.slides if slide.layout == "Inhalt"]
    numbers = [one for slide in slides for one in shapes(slide) if one.placeholder and one.placeholder.kind == "sldNum"]
    assert any(one.box.width > 60 for one in numbers)
    assert all(one.box.right <= 620.01 for one in numbers)
