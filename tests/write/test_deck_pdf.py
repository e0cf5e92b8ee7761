"""The PDF of a deck: a page for each slide, tagged, in its language, with its fonts."""

import re
from dataclasses import replace

import pikepdf
import pytest

from builder.content.walk import walk
from builder.languages.states import State
from builder.output.deck import ChartShape, PictureShape, TableShape, TextShape
from builder.output.text import plain_text
from builder.plan.deck_pdf import plan_deck_pdf
from builder.write.deck_pdf import write_deck_pdf
from tests.plan.deck_papers import DRAWN
from tests.plan.decks import picture
from tests.plan.lesson_editions import edition_of
from tests.plan.test_deck_pdf import in_state
from tests.write.deck_papers import drawing, opened, paper, pdf
from tests.write.test_pdf import tags


@pytest.fixture(scope="module", params=["en", "mk"])
def both(request):
    return paper(request.param).deck, opened(pdf(request.param))


def tree(file):
    return file.Root.StructTreeRoot.K


def on_pages(file, kind):
    """Return how many structure elements of a kind each page has."""
    places = {page.objgen: number for number, page in enumerate(file.pages)}
    counts = [0] * len(file.pages)
    for node in tags(tree(file), kind):
        counts[places[page_of(node).objgen]] += 1
    return counts


def page_of(node):
    """Return the page on which a structure element, or what is first in it, stands."""
    if "/Pg" in node:
        return node.Pg
    children = node.K if isinstance(node.K, pikepdf.Array) else [node.K]
    return next(page_of(child) for child in children if isinstance(child, pikepdf.Dictionary))


def small(body, **parts):
    """Return the PDF of a lesson's slides, opened."""
    planned, _ = plan_deck_pdf(edition_of(body, **parts), DRAWN, None)
    return opened(write_deck_pdf(planned, drawing()))


def test_it_says_what_it_is_in_its_language(both):
    deck, file = both
    metadata = file.Root.Metadata.read_bytes().decode()
    assert file.Root.Lang == deck.language
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert deck.title in metadata
    assert file.docinfo.Author == deck.author
    assert not file.docinfo.get("/CreationDate")


def test_each_slide_is_a_page_of_its_size(both):
    deck, file = both
    assert len(file.pages) == len(deck.slides)
    assert {tuple(map(float, page.MediaBox)) for page in file.pages} == {(0, 0, 960, 540)}


def test_each_title_is_a_heading_and_no_level_is_skipped(both):
    deck, file = both
    headings = [node for node in walk_headings(tree(file))]
    assert [plain(node.T) for node in headings] == [plain(slide.title) for slide in deck.slides]
    assert [str(node.S) for node in headings][:3] == ["/H1", "/H1", "/H2"]
    assert {str(node.S) for node in headings} == {"/H1", "/H2"}
    assert on_pages(file, "H1")[0] == 1


def walk_headings(node):
    """Yield headings in the order of the page, whatever their level."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from walk_headings(child)
    elif isinstance(node, pikepdf.Dictionary):
        if str(node.get("/S")) in ("/H1", "/H2"):
            yield node
        elif "/K" in node:
            yield from walk_headings(node.K)


def plain(text):
    return re.sub(r"\s+", "", str(text))


def test_its_bookmarks_are_the_lessons_and_under_them_the_slides(both):
    deck, file = both
    with file.open_outline() as outline:
        sections = [(plain(entry.title), [plain(child.title) for child in entry.children]) for entry in outline.root]
    titles = [plain(slide.title) for slide in deck.slides]
    listed = []
    for section in deck.sections:
        listed.append((titles[0], titles[1 : section.slides]))
        del titles[: section.slides]
    assert sections == listed


def test_pictures_and_charts_have_their_words(both):
    deck, file = both
    told = [plain_text(shape.alternative) for shape in walk(deck, (PictureShape, ChartShape))]
    assert sorted(str(figure.Alt) for figure in tags(tree(file), "Figure")) == sorted(told)
    assert len(told) == 2


def test_decoration_is_no_figure():
    file = small("- A point\n\n![](figures/line.svg){decorative}\n", pictures=picture("figures/line.svg", 300, 9))
    assert list(tags(tree(file), "Figure")) == []


def test_its_tables_have_headers(both):
    deck, file = both
    shapes = list(walk(deck, TableShape))
    tables = list(tags(tree(file), "Table"))
    assert len(tables) == len(shapes) > 0
    for table, shape in zip(tables, shapes, strict=True):
        assert len(list(tags(table, "TH"))) == len(shape.columns)
        assert len(list(tags(table, "TD"))) == len(shape.columns) * (len(shape.rows) - 1)
        assert {str(cell.A[0].Scope) for cell in tags(table, "TH")} == {"/Column"}


def test_its_lists_are_lists():
    file = small("- One\n  - within\n- Two\n\n1. First\n2. Second\n")
    outcomes, *lists = tags(tree(file), "L")
    assert len(list(tags(outcomes, "LI"))) == 1
    assert [len([child for child in one.K if child.get("/S") == "/LI"]) for one in lists[:3]] == [2, 1, 2]
    assert len(list(tags(tree(file), "Lbl"))) >= 6


def test_words_of_another_language_say_so(both):
    _, file = both
    contents = b"".join(page.Contents.read_bytes() for page in file.pages)
    expected = b"/Lang(de)" if file.Root.Lang == "en" else b"/Lang(en)"
    assert expected in contents


def test_its_fonts_are_inside(both):
    _, file = both
    for page in file.pages:
        for font in page.Resources.get("/Font", {}).values():
            for descendant in font.DescendantFonts:
                assert "/FontFile2" in descendant.FontDescriptor or "/FontFile3" in descendant.FontDescriptor
            assert "/ToUnicode" in font


def test_serbian_in_latin_letters_is_told_from_serbian():
    file = opened(pdf("sr-Latn"))
    assert file.Root.Lang == "sr-Latn"
    assert len(file.pages) == len(paper("sr-Latn").deck.slides)


def test_two_runs_are_equal():
    assert write_deck_pdf(paper("mk"), drawing()) == pdf("mk")


def test_three_slides_a_page_are_the_same_slides_on_paper():
    slides, pages, sheets = paper("en"), opened(pdf("en")), opened(pdf("en", 3))
    assert len(sheets.pages) == -(-len(slides.deck.slides) // 3)
    assert {tuple(round(float(side)) for side in page.MediaBox) for page in sheets.pages} == {(0, 0, 595, 842)}
    titles = [plain(node.T) for node in walk_headings(tree(sheets))]
    assert titles == [plain(slide.title) for slide in slides.deck.slides]
    told, again = ([str(figure.Alt) for figure in tags(tree(file), "Figure")] for file in (pages, sheets))
    assert told == again


def test_the_band_of_a_draft_is_read_once_and_the_strip_never():
    edition = edition_of("- A point\n")
    papers = [
        plan_deck_pdf(in_state(edition, state, "A point"), DRAWN, None)[0] for state in (State.REVIEWED, State.DRAFT)
    ]
    final, draft = (opened(write_deck_pdf(one, drawing())) for one in papers)
    more = [len(after) - len(before) for before, after in zip(marked(final), marked(draft), strict=True)]
    assert more == [1] + [0] * (len(final.pages) - 1)
    bare = [replace(slide, elements=tuple(filter(is_no_strip, slide.elements))) for slide in papers[0].deck.slides]
    without = opened(write_deck_pdf(replace(papers[0], deck=replace(papers[0].deck, slides=tuple(bare))), drawing()))
    assert marked(without) == marked(final)


def marked(file):
    """Return what each page has that is read aloud."""
    return [re.findall(rb"/MCID \d+", page.Contents.read_bytes()) for page in file.pages]


def is_no_strip(element):
    return not (
        isinstance(element, TextShape) and element.placeholder and element.placeholder.kind in ("ftr", "sldNum")
    )


def test_an_empty_deck_of_one_lesson_without_points_is_drawn():
    file = small("Prose only.\n")
    assert len(file.pages) >= 3
