"""What a build makes of a publisher's file: its masters alone, with habits that can be measured."""

import io
import re

import pptx
import pytest

from builder.typeset.template_archive import open_archive
from builder.typeset.template_tame import tame
from tests.typeset import templates
from tests.typeset.templates import HOUSE, changed, tamed, unpack

SAMPLES = {"standard": templates.standard, "unusual": templates.unusual, "ours": lambda: HOUSE}
MASTER = "ppt/slideMasters/slideMaster1.xml"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_tamed_template_opens_without_slides_under_its_own_layouts(name):
    before, after = (
        pptx.Presentation(io.BytesIO(data)) for data in (presentation_of(SAMPLES[name]()), tamed(SAMPLES[name]()))
    )
    assert len(after.slides) == 0
    assert [one.name for one in after.slide_layouts] == [one.name for one in before.slide_layouts]
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    assert after.notes_master is not None


def presentation_of(data):
    """Return a template under the type that python-pptx opens."""
    return templates.pack(
        {
            **unpack(data),
            "[Content_Types].xml": unpack(data)["[Content_Types].xml"].replace(b"template.main", b"presentation.main"),
        }
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_gives_the_same_template(name):
    assert tamed(SAMPLES[name]()) == tamed(SAMPLES[name]())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_tamed_template_is_tame_already(name):
    once = tamed(SAMPLES[name]())
    assert unpack(tamed(once)) == unpack(once)


def test_nothing_of_the_sample_slide_is_left():
    parts = unpack(tamed(templates.standard()))
    assert not [
        name for name in parts if "slides/" in name or "printer" in name or name.startswith("docProps/thumbnail")
    ]
    assert b"sldIdLst" not in parts["ppt/presentation.xml"]
    assert b"A sample" not in b"".join(parts.values())
    assert parts["docProps/core.xml"] == unpack(HOUSE)["docProps/core.xml"]


def test_room_behind_paragraphs_stands_before_them():
    before = unpack(templates.unusual())[MASTER].decode()
    after = unpack(tamed(templates.unusual()))[MASTER].decode()
    assert "spcAft" in before
    assert "spcAft" not in after
    body = after[after.index("<p:bodyStyle>") :]
    assert re.findall(r'<a:spcBef><a:spcPts val="(\d+)"/>', body)[:2] == ["1000", "400"]


def test_exact_lines_become_shares_and_spread_letters_close_up():
    title = unpack(tamed(templates.unusual()))[MASTER].decode()
    title = title[title.index("<p:titleStyle>") : title.index("</p:titleStyle>")]
    assert '<a:lnSpc><a:spcPct val="89286"/></a:lnSpc>' in title
    assert "spc=" not in title
    assert 'cap="all"' in title


def test_text_no_longer_shrinks_or_stretches_by_itself():
    data = changed(templates.unusual(), MASTER, "<a:bodyPr anchor=", '<a:bodyPr wrap="none" numCol="2" anchor=')
    before, after = (unpack(one)[MASTER].decode() for one in (data, tamed(data)))
    assert "normAutofit" in before
    assert not re.search('normAutofit|spAutoFit|numCol|wrap="none"', after)


def test_a_template_without_a_style_of_tables_gets_ours_and_one_with_its_own_keeps_it():
    ours = unpack(HOUSE)["ppt/tableStyles.xml"]
    assert unpack(tamed(templates.unusual()))["ppt/tableStyles.xml"] == ours
    assert unpack(tamed(templates.standard()))["ppt/tableStyles.xml"] == ours
    own = ours.replace(b"Coursewright", b"Somebody").replace(b"C0A5E77A", b"11111111")
    branded = templates.pack({**unpack(HOUSE), "ppt/tableStyles.xml": own})
    assert unpack(tamed(branded))["ppt/tableStyles.xml"] == own


def test_what_office_does_not_write_is_refused():
    parts = unpack(templates.unusual())
    parts[MASTER] = parts[MASTER].replace(b"p:", b"q:").replace(b"xmlns:p", b"xmlns:q")
    archive, faults = open_archive(templates.pack(parts))
    assert faults == ()
    tamed_parts, faults = tame(archive, unpack(HOUSE))
    assert tamed_parts is None
    assert "as Office does not write it" in faults[0].message
