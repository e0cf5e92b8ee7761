"""A template's file is taken in whole or refused with its reason; nothing in it runs, loads or fills a disk."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Code
from builder.typeset.template_archive import LARGEST_PART, MAIN, MOST_PARTS, TYPES, open_archive
from tests.typeset import templates
from tests.typeset.templates import changed, pack, unpack

SAMPLES = {"standard": templates.standard, "unusual": templates.unusual, "ours": lambda: templates.HOUSE}


def twice(name):
    """Return the unusual template with a part in it a second time, under a name that Office takes for the same."""
    buffer = io.BytesIO(templates.unusual())
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr(name.upper(), b"<other/>")
    return buffer.getvalue()


def locked():
    """Return the unusual template with the sign of a password on its first part."""
    data = bytearray(templates.unusual())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark)
        data[start + place] |= 1
    return bytes(data)


MASTER = "ppt/slideMasters/slideMaster1.xml"
RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
HOSTILE = {
    "a program": (templates.with_macros, Code.TEMPLATE_UNSAFE, "it holds a program: ppt/vbaProject.bin"),
    "its type says macros": (
        lambda: changed(templates.unusual(), TYPES, "presentationml.template.main", "presentationml.template.macroEnabled.main"),
        Code.TEMPLATE_UNSAFE, "macros",
    ),
    "a control": (
        lambda: pack({**unpack(templates.unusual()), "ppt/activeX/activeX1.xml": "<x/>"}),
        Code.TEMPLATE_UNSAFE, "activeX1.xml",
    ),
    "a picture from elsewhere": (templates.leading_outside, Code.TEMPLATE_UNSAFE, "https://example.org/track.png"),
    "a file of another program": (
        lambda: changed(templates.unusual(), RELATIONS, "relationships/image", "relationships/oleObject"),
        Code.TEMPLATE_UNSAFE, "a program or a file of another one",
    ),
    "a part that is too large": (lambda: templates.bomb(LARGEST_PART + 1), Code.TEMPLATE_UNSAFE, "unpacks to 64 MB"),
    "many large parts": (
        lambda: pack({**unpack(templates.unusual()), **{f"ppt/media/{n}.png": bytes(60 * 1024 * 1024) for n in range(5)}}),
        Code.TEMPLATE_UNSAFE, "it unpacks to 300 MB",
    ),
    "very many parts": (
        lambda: pack({**unpack(templates.unusual()), **{f"x{n}": b"" for n in range(MOST_PARTS)}}),
        Code.TEMPLATE_UNSAFE, "more than 4000 parts",
    ),
    "two parts of one name": (lambda: twice(MASTER), Code.TEMPLATE_UNSAFE, "several parts of one name"),
    "a part outside": (
        lambda: pack({**unpack(templates.unusual()), "../evil.xml": "<x/>"}), Code.TEMPLATE_UNSAFE, "../evil.xml",
    ),
    "entities": (
        lambda: changed(templates.unusual(), MASTER, "<p:sldMaster", '<!DOCTYPE a [<!ENTITY b "c">]><p:sldMaster'),
        Code.TEMPLATE_UNSAFE, "entities",
    ),
    "another encoding": (
        lambda: pack({**unpack(templates.unusual()), MASTER: unpack(templates.unusual())[MASTER].decode().encode("utf-16")}),
        Code.TEMPLATE_UNREADABLE, "UTF-8",
    ),
    "an encoding that hides": (
        lambda: changed(templates.unusual(), MASTER, 'encoding="UTF-8"', 'encoding="cp037"'),
        Code.TEMPLATE_UNREADABLE, "UTF-8",
    ),
    "broken XML": (
        lambda: changed(templates.unusual(), MASTER, "</p:sldMaster>", ""), Code.TEMPLATE_UNREADABLE, "not well-formed",
    ),
    "a part that is missing": (
        lambda: changed(templates.unusual(), RELATIONS, "image1.png", "image9.png"), Code.TEMPLATE_UNREADABLE, "image9.png is missing",
    ),
    "a link to a sample slide": (
        lambda: changed(templates.unusual(), RELATIONS, "relationships/image", "relationships/slide"),
        Code.TEMPLATE_UNREADABLE, "sample slide",
    ),
    "a password": (locked, Code.TEMPLATE_UNREADABLE, "locked"),
    "no presentation": (lambda: pack({"a.txt": b"a"}), Code.TEMPLATE_UNREADABLE, "no presentation"),
    "a document": (
        lambda: changed(templates.unusual(), TYPES, "presentationml.template.main+xml", "wordprocessingml.document"),
        Code.TEMPLATE_UNREADABLE, "no presentation",
    ),
    "of old times": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Code.TEMPLATE_UNREADABLE, "before 2007"),
    "a text": (lambda: b"This is no presentation.", Code.TEMPLATE_UNREADABLE, "no PowerPoint file"),
    "nothing": (lambda: b"", Code.TEMPLATE_UNREADABLE, "no PowerPoint file"),
    "half a file": (lambda: templates.unusual()[:4000], Code.TEMPLATE_UNREADABLE, "no PowerPoint file"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_template_is_read_without_its_slides(name):
    archive, faults = open_archive(SAMPLES[name]())
    assert faults == ()
    assert archive is not None
    assert MAIN in archive.parts
    assert not [part for part in archive.parts if part.startswith(("ppt/slides/", "ppt/printerSettings"))]
    kept = {row.target for rows in archive.relations.values() for row in rows}
    assert kept == set(archive.parts) - {MAIN}
    assert set(archive.types) == set(archive.parts)


def test_a_link_on_a_sample_slide_does_no_harm():
    assert b"https://example.org" in b"".join(unpack(templates.standard()).values())
    archive, faults = open_archive(templates.standard())
    assert faults == ()
    assert b"https://example.org" not in b"".join(archive.parts.values())


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_or_broken_is_refused_with_its_reason(name):
    make, code, words = HOSTILE[name]
    archive, faults = open_archive(make())
    assert archive is None
    assert [fault.code for fault in faults] == [code]
    assert words in faults[0].message
    assert faults[0].hint


def test_every_fault_is_told_at_once():
    data = changed(
        templates.leading_outside(), "ppt/_rels/presentation.xml.rels", "relationships/theme", "relationships/control"
    )
    _, faults = open_archive(pack({**unpack(data), "ppt/vbaProject.bin": b"x"}))
    assert len(faults) == 3


def test_a_size_that_lies_is_found():
    data = bytearray(templates.unusual())
    start = data.index(b"PK\x01\x02")
    data[start + 24 : start + 28] = struct.pack("<I", 5)
    archive, faults = open_archive(bytes(data))
    assert archive is None
    assert faults[0].code is Code.TEMPLATE_UNREADABLE


@given(st.integers(0, len(templates.unusual()) - 1), st.integers(0, 255))
def test_no_damage_raises(place, value):
    data = bytearray(templates.unusual())
    data[place] = value
    archive, faults = open_archive(bytes(data))
    assert (archive is None) == bool(faults)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data):
    assert open_archive(data)[0] is None
