"""A template with odd numbers, or without what belongs to its elements, is found out: it never stops a build."""

import random
from xml.etree import ElementTree

import pytest

from builder.build.dress import dressed
from builder.diagnostics import Code
from builder.model.workspace import Publisher, Typeface
from builder.output.deck import Box
from builder.source import Span
from builder.typeset.template import read_theme
from tests.typeset import templates
from tests.typeset.templates import HOUSE, pack, unpack

SPAN = Span.at("publishers/a/profile.yaml", 1)
PUBLISHER = Publisher(
    span=SPAN, id="a", name="A circle", template="publishers/a/deck.pptx", colours=(), logos=(), mark=None,
    funding=None, disclaimers=(), keys=(("template", 2),),
    typefaces=tuple(Typeface(name=name, files=(), twin="Carlito", span=SPAN) for name in ("FiraGO", "Noto Sans")),
)  # fmt: skip
VALUES = ("", "0", "-1", "abc", "9" * 20, "1e9", "NaN", "100%", "1.5", "3pt", "inf", "-914400", "2147483647")
MASTER = "ppt/slideMasters/slideMaster1.xml"


def spoilt(parts, chance):
    """Return a template with a few elements or values gone, doubled or changed."""
    parts = dict(parts)
    for _ in range(chance.randint(1, 4)):
        name = chance.choice([name for name in parts if name.startswith("ppt/") and name.endswith(".xml")])
        tree = ElementTree.fromstring(parts[name])
        above = {below: one for one in tree.iter() for below in one}
        one, what = chance.choice(list(tree.iter())), chance.randrange(4)
        if what == 0 and one.attrib:
            del one.attrib[chance.choice(list(one.attrib))]
        elif what == 1 and one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
        elif what == 2 and one in above:
            above[one].remove(one)
        elif one in above:
            above[one].append(one)
        for prefix, kind in (("a", "drawingml"), ("p", "presentationml")):
            ElementTree.register_namespace(prefix, f"http://schemas.openxmlformats.org/{kind}/2006/main")
        parts[name] = ElementTree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    return pack(parts)


def dress(tmp_path, data):
    (tmp_path / "publishers/a").mkdir(parents=True, exist_ok=True)
    (tmp_path / "publishers/a/deck.pptx").write_bytes(data)
    return dressed(tmp_path, PUBLISHER, ("en", "mk"))


@pytest.mark.parametrize("name", ["standard", "unusual"])
@pytest.mark.parametrize("seed", range(30))
def test_a_spoilt_template_is_told_of_or_can_be_planned_for(tmp_path, name, seed):
    contents, found = dress(tmp_path, spoilt(unpack(getattr(templates, name)()), random.Random(seed)))
    if not contents:
        assert any(one.severity == "error" and one.span.line == 2 for one in found)
        return
    theme = read_theme(contents["deck.pptx"], HOUSE)
    for layout in theme.house.names:
        assert all(isinstance(area.box, Box) for area in theme.areas(layout).values())
    for part, text in unpack(contents["deck.pptx"]).items():
        if part.endswith((".xml", ".rels")):
            ElementTree.fromstring(text)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (MASTER, "<p:clrMap ", "<p:noMap "),
        (MASTER, 'sz="', 'sz="x'),
        (f"{MASTER.replace('slideMaster1', '_rels/slideMaster1')}.rels", "relationships/theme", "relationships/image"),
    ],
)
def test_what_cannot_be_read_of_a_master_makes_the_template_unreadable(tmp_path, part, old, new):
    contents, found = dress(tmp_path, templates.changed(templates.unusual(), part, old, new))
    assert contents == {}
    (only,) = [one for one in found if one.severity == "error"]
    assert (only.code, only.span.line) == (Code.TEMPLATE_UNREADABLE, 2)
    assert only.message.startswith("the template deck.pptx cannot be used: ")
    assert "PowerPoint" in only.hint
