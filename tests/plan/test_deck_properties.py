"""Whatever a lesson holds: each visible block lands once, nothing secret shows, nothing is higher than its box."""

from hypothesis import given, settings
from hypothesis import strategies as some

from builder.output.deck import Ornament, PictureShape, TableShape, TextShape, slide_runs
from builder.plan.deck import decide_breaks, plan_deck
from builder.typeset.metrics import read_metrics
from tests.plan.decks import RESOURCES, notes, shapes, texts, translated, wall
from tests.plan.extents import extent, shape_paragraphs
from tests.plan.lesson_editions import edition_of

METRICS = read_metrics(RESOURCES.files["carlito.json"])
FILLER = some.sampled_from(
    ["", " and more of it", " with a rather long clause behind it that takes the line to its end and over", " кратко", " " + "dolgazborka" * 3]
)  # fmt: skip


@some.composite
def lessons(draw):
    """A lesson's source, and for each block of it a word and where that has to stand."""
    sources, places = [], []
    for number, shape in enumerate(draw(some.lists(some.sampled_from(sorted(SHAPES)), min_size=1, max_size=6))):
        source, place = SHAPES[shape]
        word = f"w{number}w"
        sources.append(source(word + draw(FILLER), draw(some.integers(1, 9))))
        places.append((word, place))
    return "\n".join(sources), places


def points(text, count):
    return f"- {text}\n" + "".join(f"  - under {n} of it\n" for n in range(count)) + f"- a further point {count}\n"


def numbers(text, count):
    return f"1. {text}\n" + "".join(f"{n}. a step\n" for n in range(2, count + 2))


def rows(text, count):
    return f"| a | b |\n|---|--:|\n| {text} | 0 |\n" + "".join(
        f"| a row of the table | {n} |\n" for n in range(count * 3)
    )


SHAPES = {
    "points": (points, "wall"),
    "numbers": (numbers, "wall"),
    "table": (rows, "wall"),
    "quotation": (lambda text, count: f"> {text}\n", "wall"),
    "definition": (lambda text, count: f"{text}\n: a meaning\n", "wall"),
    "code": (lambda text, count: f"```\n{text}\n```\n", "wall"),
    "key": (lambda text, count: f"::: key\n{text}\n:::\n", "wall"),
    "slide": (lambda text, count: f"::: slide\n{text}\n:::\n", "wall"),
    "activity": (lambda text, count: f"::: activity {{minutes=1}}\n{text}\n\n- a step\n:::\n", "wall"),
    "case": (lambda text, count: f"::: case\n{text}\n:::\n", "wall"),
    "process": (lambda text, count: "::: process\n" + "".join(f"- {text if n == 0 else n}\n  - x\n" for n in range(count)) + ":::\n", "wall"),
    "paragraph": (lambda text, count: f"{text}\n", "notes"),
    "notes": (lambda text, count: f"::: notes\n- {text}\n:::\n", "notes"),
    "trainer": (lambda text, count: f"::: trainer\n{text}\n:::\n", "notes"),
    "handout": (lambda text, count: f"::: handout\n- {text}\n:::\n", "nowhere"),
    "card": (lambda text, count: f"::: activity {{minutes=1}}\nTalk.\n\n::: card {{role=x}}\n{text}\n:::\n:::\n", "nowhere"),
}  # fmt: skip


@given(lessons())
def test_each_block_lands_once_where_it_belongs(lesson):
    source, places = lesson
    deck, _ = plan_deck(edition_of(source), RESOURCES, None)
    shown, said = wall(deck), notes(deck)
    for word, place in places:
        assert (shown.count(word), said.count(word)) == (int(place == "wall"), int(place == "notes")), word


@given(lessons(), some.integers(1, 3))
def test_ids_titles_and_heights_hold_in_every_language(lesson, longer):
    english = edition_of(lesson[0])
    editions = (english, translated(english, "mk", longer=longer))
    breaks, _ = decide_breaks(editions, RESOURCES)
    decks = []
    for edition in editions:
        deck, found = plan_deck(edition, RESOURCES, breaks)
        decks.append(deck)
        titles = [one.title for one in deck.slides]
        assert len(set(titles)) == len(titles)
        assert all(run.language for one in deck.slides for run in slide_runs(one))
        if not any(finding.severity == "error" for finding in found):
            check_heights(deck)
    assert [one.id for one in decks[0].slides] == [one.id for one in decks[1].slides]


@settings(max_examples=20)
@given(lessons())
def test_shapes_stay_on_the_slide_and_apart_from_one_another(lesson):
    deck, found = plan_deck(edition_of(lesson[0]), RESOURCES, None)
    if any(finding.severity == "error" for finding in found):
        return
    for one in deck.slides:
        for element in one.elements:
            assert -1 <= element.box.left <= element.box.right <= 961
            assert -1 <= element.box.top <= element.box.bottom <= 541
        solid = [element for element in one.elements if not isinstance(element, Ornament)]
        for position, element in enumerate(solid):
            for other in solid[position + 1 :]:
                assert not overlaps(element.box, other.box), (one.id, element.name, other.name)


def overlaps(one, other):
    return (
        min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1
    )


def check_heights(deck):
    for one in deck.slides:
        for shape in shapes(one, TextShape):
            inner = shape.insets
            width = shape.box.width - inner.left - inner.right
            need = extent(shape_paragraphs(shape.paragraphs, METRICS), width, METRICS)
            assert need.height <= shape.box.height - inner.top - inner.bottom + 1, (one.id, shape.name, texts(one))
        for shape in shapes(one, TableShape) + shapes(one, PictureShape):
            assert shape.box.bottom <= 511.2, (one.id, shape.name)
