"""The book of a paper: its files, its navigation, what it says of itself and of whom it serves."""

import itertools
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from builder.output import document as d
from builder.output.text import Run, plain_text
from tests.write.paper_files import epub
from tests.write.papers import WORDS, Sample, image, png, sample

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
XML = "{http://www.w3.org/XML/1998/namespace}"


class Book:
    """A book, opened again."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.package = self.tree("book/book.opf")

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.files[name])

    def pages(self) -> dict[str, etree._Element]:
        """Return the pages in the order in which they are read."""
        items = {item.get("id"): item.get("href") for item in self.package.iter(f"{OPF}item")}
        return {
            items[ref.get("idref")]: self.tree(f"book/{items[ref.get('idref')]}")
            for ref in self.package.iter(f"{OPF}itemref")
        }

    def said(self, name: str) -> list[str]:
        return [element.text for element in self.package.iter(f"{OPF}meta") if element.get("property") == name]


def shown(page: etree._Element) -> str:
    return "".join(page.find(".//{*}main").itertext())


@pytest.fixture(scope="module", params=["en", "mk"])
def opened(request):
    return request.param, Book(epub(sample(request.param, draft=True)))


def test_its_kind_is_known_before_anything_is_unpacked(opened):
    _, book = opened
    first = book.entries[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.files["mimetype"] == b"application/epub+zip"
    path = book.tree("META-INF/container.xml").find(".//{*}rootfile").get("full-path")
    assert path in book.files


def test_it_says_what_it_is_in_its_language(opened):
    language, book = opened
    words = WORDS[language]
    assert book.package.findtext(f".//{DC}title") == words["title"]
    assert [element.text for element in book.package.iter(f"{DC}language")] == [language]
    assert book.package.findtext(f".//{DC}creator") == "Coursewright"
    assert book.said("belongs-to-collection") == [words["series"]]
    assert book.said("dcterms:modified") == ["2026-12-01T00:00:00Z"]
    assert not [
        text
        for element in book.package.iter()
        if (text := element.text or "") and "202" in text and "2026-12-01" not in text
    ]


def test_its_identifier_is_of_the_paper_and_not_of_the_edition():
    paper = replace(sample(), identifier="Coursewright/foundations/concepts/Handout/en")
    identifiers = {
        Book(epub(one)).package.findtext(f".//{DC}identifier")
        for one in (paper, replace(paper, edition="2.0.0", date="2027-01-01", title=paper.series))
    }
    assert len(identifiers) == 1
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", identifiers.pop())
    other = replace(paper, identifier="Coursewright/foundations/concepts/Handout/mk")
    assert Book(epub(other)).package.findtext(f".//{DC}identifier") != Book(epub(paper)).package.findtext(
        f".//{DC}identifier"
    )


def test_it_says_what_readers_with_needs_can_expect(opened):
    _, book = opened
    assert set(book.said("schema:accessMode")) == {"textual", "visual"}
    assert book.said("schema:accessModeSufficient") == ["textual"]
    assert {"alternativeText", "structuralNavigation", "tableOfContents"} <= set(
        book.said("schema:accessibilityFeature")
    )
    assert "noFlashingHazard" in book.said("schema:accessibilityHazard")
    summary = (Run(text="All of it can be read aloud.", language="en"),)
    assert Book(epub(replace(sample(), accessibility=summary))).said("schema:accessibilitySummary") == [
        plain_text(summary)
    ]
    words = Book(epub(sample(blocks=(Sample("en", draft=False).paragraph("prose"),))))
    assert words.said("schema:accessMode") == ["textual"], "a drawing that only adorns is nothing to see"


def test_every_file_is_listed_and_every_listed_file_is_there(opened):
    _, book = opened
    listed = {f"book/{item.get('href')}" for item in book.package.iter(f"{OPF}item")}
    assert listed | {"mimetype", "META-INF/container.xml", "book/book.opf"} == set(book.files)
    kinds = {
        item.get("href"): item.get("properties") for item in book.package.iter(f"{OPF}item") if item.get("properties")
    }
    assert kinds == {"nav.xhtml": "nav", "cover.png": "cover-image"}


def test_each_lesson_is_a_file_whose_headings_begin_at_the_top(opened):
    language, book = opened
    words = WORDS[language]
    titles = [page.findtext(".//{*}head/{*}title") for page in book.pages().values()]
    assert titles == [words[key] for key in ("title", "contents", "lesson", "answers", "glossary", "sources")]
    for page in book.pages().values():
        levels = [int(element.tag[-1]) for element in page.iter() if re.fullmatch(r"\{.*\}h[1-6]", str(element.tag))]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_page_names_its_language_twice_and_says_that_it_is_a_draft(opened):
    language, book = opened
    for page in book.pages().values():
        assert page.get("lang") == page.get(f"{XML}lang") == language
        assert shown(page).strip().startswith(WORDS[language]["draft"])
    foreign = [span for page in book.pages().values() for span in page.iter("{*}span") if span.get("lang") == "de"]
    assert foreign
    assert all(span.get(f"{XML}lang") == "de" for span in foreign)
    assert WORDS["en"]["draft"] not in shown(Book(epub(sample())).pages()["title.xhtml"])


def test_the_contents_lead_to_places_that_are_there(opened):
    language, book = opened
    pages = book.pages()
    ids = {name: {element.get("id") for element in page.iter()} for name, page in pages.items()}
    (contents,) = [nav for nav in pages["nav.xhtml"].iter("{*}nav") if nav.get(TYPE) == "toc"]
    links = {link.get("href"): "".join(link.itertext()) for link in contents.iter("{*}a")}
    assert WORDS[language]["lesson"] in links.values()
    assert WORDS[language]["step"] in links.values()
    for page in pages.values():
        for link in page.iter("{*}a"):
            name, _, id = link.get("href").partition("#")
            if not link.get("href").startswith("http"):
                assert not id or id in ids[name], link.get("href")
                assert name in pages


def test_its_parts_are_named_by_kind(opened):
    _, book = opened
    (landmarks,) = [nav for nav in book.pages()["nav.xhtml"].iter("{*}nav") if nav.get(TYPE) == "landmarks"]
    kinds = [link.get(TYPE) for link in landmarks.iter("{*}a")]
    assert kinds == ["titlepage", "toc", "bodymatter", "answers", "glossary", "bibliography"]


def test_its_pictures_are_pixels_with_their_words():
    make = Sample("en", draft=False)
    odd = image(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><foo id="1 2"/><rect width="3" height="3"/></svg>',
        width=9,
        height=3,
    )
    figures = (
        make.figure(),
        make.figure(odd),
        make.figure(image(png(), "image/png", 40, 20)),
        make.figure(decorative=True),
    )
    book = Book(epub(sample(blocks=figures)))
    names = [element.get("src") for element in book.pages()["title.xhtml"].iter("{*}img")]
    assert {name.rpartition(".")[2] for name in names} == {"png"}
    assert all(book.files[f"book/{name}"].startswith(b"\x89PNG") for name in names)
    told = [element.get("alt") for element in book.pages()["title.xhtml"].iter("{*}img")]
    assert told == ["", *[WORDS["en"]["alt"]] * 3, ""]


def test_it_has_a_cover_whatever_its_title():
    for title in ("", "A", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 12):
        paper = replace(sample(), title=(Run(text=title, language="en"),))
        cover = Book(epub(paper)).files["book/cover.png"]
        assert cover.startswith(b"\x89PNG")
        assert (int.from_bytes(cover[16:20]), int.from_bytes(cover[20:24])) == (900, 1280)


def test_a_book_in_two_languages_says_so():
    make, other = Sample("en", draft=False), Sample("mk", draft=False)
    pair = d.Pair(first=(make.paragraph("prose"),), second=(other.paragraph("prose"),), language="mk")
    book = Book(epub(sample(blocks=(pair,))))
    assert [element.text for element in book.package.iter(f"{DC}language")] == ["en", "mk"]
    (side,) = [div for div in book.pages()["title.xhtml"].iter("{*}div") if div.get("class") == "second"]
    assert side.get(f"{XML}lang") == "mk"
    assert not list(side.iter("{*}span"))


def test_two_runs_are_equal():
    assert epub(sample("mk", draft=True)) == epub(sample("mk", draft=True))
