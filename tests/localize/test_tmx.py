"""TMX: what is written reads back, sorted and the same bytes; what is damaged or sly is refused with its line."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Code, Diagnostics
from builder.localize.tmx import Unit, canonical, read_tmx, write_tmx
from builder.source import SourceFile

PATH = "locales/mk/_tm.tmx"


def read(text: str, language: str = "mk") -> tuple[tuple[Unit, ...], Diagnostics]:
    return read_tmx(SourceFile(PATH, text), source_language="en", language=language)


def written(*units: Unit) -> str:
    return write_tmx(units, source_language="en", language="mk")


# What a file of UTF-8 can hold: everything but surrogates.
_TEXTS = st.text(
    st.one_of(st.sampled_from("ab ш<>&\"'\t\n\r\x00\x07\ufffe]"), st.characters(exclude_categories=("Cs",)))
)
_LINES = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=("Cc",)), max_size=9)
_UNITS = st.builds(
    Unit,
    source=_TEXTS,
    translation=_TEXTS,
    context=st.none() | _LINES,
    properties=st.lists(st.tuples(st.sampled_from(["x-form", "x-state"]), _LINES), max_size=2).map(tuple),
    notes=st.lists(_LINES, max_size=2, unique=True).map(tuple),
)


@given(st.lists(_UNITS, max_size=5))
def test_every_text_comes_back(units: list[Unit]) -> None:
    text = written(*units)
    again, found = read(text)
    assert not found
    assert again == canonical(units)
    assert written(*reversed(again)) == text
    assert "\r" not in text


def test_units_that_differ_in_notes_are_one() -> None:
    one, other = (Unit(source="A", translation="а", notes=(note,)) for note in "xy")
    assert canonical((one, other)) == (Unit(source="A", translation="а", notes=("x", "y")),)


def test_the_file_is_what_the_standard_says() -> None:
    tree = ET.fromstring(written(Unit(source="A <b>", translation="а", context="title", notes=("hers",))).encode())
    assert (tree.tag, tree.attrib) == ("tmx", {"version": "1.4"})
    header = tree.find("header")
    assert header is not None
    assert {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"} == set(
        header.attrib
    )
    unit = tree.find("body/tu")
    assert unit is not None
    assert [child.tag for child in unit] == ["note", "prop", "tuv", "tuv"]
    assert [tuv.attrib["{http://www.w3.org/XML/1998/namespace}lang"] for tuv in unit.iter("tuv")] == ["en", "mk"]


def test_a_memory_of_another_program() -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header><note>about</note></header>'
        '<body><tu tuid="1"><prop type="x-own">z</prop>'
        '<tuv xml:lang="EN-GB"><seg>Press <bpt i="1">**</bpt>hard<ept i="1">**</ept>.</seg></tuv>'
        '<tuv lang="mk_MK"><seg>Притисни <hi>**силно**</hi>.</seg></tuv><tuv xml:lang="de"><seg>x</seg></tuv></tu>'
        '<tu><tuv xml:lang="en"><seg>Only English</seg></tuv></tu></body></tmx>'
    )
    units, found = read(text)
    assert not found
    assert units == (
        Unit(source="Press **hard**.", translation="Притисни **силно**.", properties=(("x-own", "z"),)),
    )  # fmt: skip
    assert read(text, "sr-Cyrl") == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("<tmx>\n<body>\n<tu></body></tmx>", 3, "mismatched tag"),
        ("", 1, "no element found"),
        ("<xliff/>", 1, "no translation memory"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx>&a;</tmx>', 1, "entities"),
        ('<!DOCTYPE tmx SYSTEM "http://example.org/x">\n<tmx/>', 1, "entities"),
        ("<tmx>&a;</tmx>", 1, "undefined entity"),
    ],
)
def test_a_damaged_memory_gives_nothing_but_its_line(text: str, line: int, says: str) -> None:
    units, (finding,) = read(text)
    assert units == ()
    assert (finding.code, finding.language) == (Code.CATALOGUE_MALFORMED, "mk")
    assert finding.span is not None
    assert (finding.span.path, finding.span.line) == (PATH, line)
    assert says in finding.message
    assert finding.hint


@given(st.text())
def test_reading_never_raises(text: str) -> None:
    read(text)
    read(f"<tmx><body>{text}</body></tmx>")
