"""Any tree of blocks is written, however its parts are nested, and no word of it is lost."""

import zipfile
from io import BytesIO

import pikepdf
from docx import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as parser

from builder.output import document as d
from builder.output.text import Run, Runs
from tests.write.paper_files import docx, epub, html, pdf
from tests.write.papers import Sample, sample

MAKE = Sample("en", draft=False)


def leaf(words: Runs) -> st.SearchStrategy[d.Block]:
    """Return blocks that hold no others."""
    return st.sampled_from(
        [
            d.Paragraph(text=words),
            d.Paragraph(text=(), tone="label"),
            d.Paragraph(text=words, tone="lead"),
            d.Table(header=(words, ()), rows=(((), words),), alignments=(None, "center")),
            d.Table(header=(words,), rows=(), alignments=("right",), caption=words),
            d.Code(text="typed\n"),
            MAKE.figure(),
            MAKE.figure(decorative=True),
            d.Facts(items=(d.Fact(label=words, value=words),)),
            d.Question(
                id="", number=words, prompt=(), instruction=(), hint=(),
                response=d.Pairing(left=(), right=(d.Lettered(letter="A", text=words),)),
            ),
            d.Question(
                id="", number=words, prompt=(d.Code(text="x"),), instruction=words, hint=(),
                response=d.Scale(points=(words, words), statements=(words,)),
            ),
            d.Question(
                id="", number=words, prompt=(), instruction=(), hint=(), response=d.Blank(), worth=words,
            ),
            d.Answer(id="", question="", number=words, blocks=(d.Paragraph(text=words),)),
            d.Lines(count=3),
            d.Field(label=words),
            d.Field(label=words, large=True),
            d.Grid(header=(words, (), words), rows=((words, (), ()), ((), (), ())), shares=(2, 1, 1), height=8),
            d.Sources(entries=(words, ())),
        ]
    )  # fmt: skip


def nest(blocks: st.SearchStrategy[d.Block]) -> st.SearchStrategy[d.Block]:
    """Return blocks that hold others."""
    inner = st.lists(blocks, max_size=3).map(tuple)
    items = st.lists(inner, max_size=3).map(tuple)
    words = MAKE.runs("label")
    return st.one_of(
        st.builds(d.List, ordered=st.booleans(), bare=st.booleans(), items=items),
        st.builds(d.Quotation, blocks=inner),
        st.builds(d.Columns, columns=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(d.Pair, first=inner, second=inner, language=st.just("mk")),
        st.builds(lambda parts: d.Definitions(items=(d.Definition(id="", term=words, meanings=parts),)), items),
        st.builds(
            lambda kind, parts: d.Callout(kind=kind, id="", label=words, title=(), blocks=parts),
            st.sampled_from(["key", "note", "example", "warning"]), inner,
        ),
        st.builds(
            lambda kind, parts: d.Box(kind=kind, id="", label=words, heading=None, facts=(), blocks=parts),
            st.sampled_from(["activity", "case", "inject", "card", "panel"]), inner,
        ),
    )  # fmt: skip


def trees(words: str) -> st.SearchStrategy[d.Blocks]:
    runs = (Run(text=words, language="en"),)
    inner = st.recursive(leaf(runs), nest, max_leaves=12)
    chapters = st.sampled_from([d.Heading(level=2, id="", text=runs), d.PageBreak()])
    sideways = st.lists(inner, min_size=1, max_size=2).map(lambda blocks: d.Sideways(blocks=tuple(blocks)))
    sheets = st.lists(inner, max_size=2).map(
        lambda blocks: d.Sheet(label=runs, title=runs, face=(), facts=(), blocks=tuple(blocks))
    )
    return st.lists(st.one_of(inner, inner, chapters, sideways, sheets), max_size=4).map(tuple)


@given(trees("needle"))
def test_word_documents_of_any_tree_are_well_formed(blocks):
    document = WordDocument(BytesIO(docx(sample(blocks=blocks))))
    assert "".join(piece.text or "" for piece in document.element.body.iter(qn("w:t"))).count("needle") == wanted(
        blocks
    )
    for cell in document.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p"), "Word wants a paragraph at the end of a cell"


@given(trees("needle"))
def test_pages_of_any_tree_hold_every_word(blocks):
    tree = parser.document_fromstring(html(sample(blocks=blocks)))
    assert tree.find(".//main").text_content().count("needle") == wanted(blocks)
    assert not tree.xpath("//p//p | //p//div | //p//ul | //p//table")


@settings(max_examples=25, deadline=None)
@given(trees("needle"))
def test_books_of_any_tree_are_well_formed_and_hold_every_word(blocks):
    with zipfile.ZipFile(BytesIO(epub(sample(blocks=blocks)))) as book:
        pages = [etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")]
    shown = [page for page in pages if page.find(".//{*}nav") is None]
    assert sum("".join(page.find(".//{*}main").itertext()).count("needle") for page in shown) == wanted(blocks)


@settings(max_examples=25)
@given(trees("needle"))
def test_typst_sets_any_tree(blocks):
    assert len(pikepdf.open(BytesIO(pdf(sample(blocks=blocks)))).pages) >= 1


def wanted(node: object) -> int:
    """Return how many times the word must be shown: in every place that holds it."""
    if isinstance(node, Run):
        return int(node.text == "needle")
    if isinstance(node, tuple):
        return sum(map(wanted, node))
    return sum(wanted(getattr(node, name)) for name in getattr(node, "__dataclass_fields__", ()))
