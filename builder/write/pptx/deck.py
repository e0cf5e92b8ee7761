"""All parts of a deck, put together."""

import re
from collections.abc import Mapping

from builder.output.deck import Deck, Slide
from builder.output.resources import Resources
from builder.typeset.template_master import target
from builder.write.package import write_package
from builder.write.pptx.media import Charts, Media, Pictures
from builder.write.pptx.package import (
    PLAIN_MAPPING,
    Layout,
    read_layouts,
    read_parts,
    shaded,
    styled_tables,
    with_types,
)
from builder.write.pptx.properties import core_properties
from builder.write.pptx.shapes import element_xml
from builder.write.pptx.text import Links, paragraphs_xml
from builder.write.pptx.xml import HEAD, SPACES, relationship, relationships, text

_KINDS = "application/vnd.openxmlformats-officedocument.presentationml."
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_FIRST_ID = 256
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_SECTIONS = (
    '<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{sections}</p14:sectionLst></p:ext>'
)
_TABLE_STYLE = re.compile(rb'<a:tblStyleLst[^>]*\bdef="([^"]*)"')


def write_pptx(deck: Deck, resources: Resources) -> bytes:
    """Return a deck as a PowerPoint package; the same deck gives the same bytes."""
    template = read_parts(resources.files["deck.pptx"])
    layouts = read_layouts(template)
    notes_master = target("ppt/presentation.xml", "notesMaster", template)
    pictures, charts = Pictures(resources.fonts), Charts()
    style = _TABLE_STYLE.search(template.get("ppt/tableStyles.xml", b""))
    parts: dict[str, bytes | str] = {}
    for number, slide in enumerate(deck.slides, start=1):
        media = Media(pictures, charts, style[1].decode() if style else "")
        parts.update(_slide_parts(slide, number, layouts[slide.layout], deck.language, media))
        parts.update(_notes_parts(slide, number, notes_master, deck.language))
    parts.update(charts.parts)
    parts = {name: shaded(data, deck.shades) if isinstance(data, str) else data for name, data in parts.items()}
    parts = {**template, **parts}
    parts["ppt/tableStyles.xml"] = styled_tables(template["ppt/tableStyles.xml"], deck.shades)
    parts.update({f"ppt/media/{name}": data for name, data in pictures.files.items()})
    parts.update(_presentation_parts(deck, charts.count, template))
    parts["docProps/core.xml"] = core_properties(deck)
    return write_package({name: data.encode() if isinstance(data, str) else data for name, data in parts.items()})


def _slide_parts(slide: Slide, number: int, layout: Layout, language: str, media: Media) -> Mapping[str, str]:
    links = Links()
    shapes = "".join(
        element_xml(element, place, language, links, media) for place, element in enumerate(slide.elements, start=2)
    )
    rows = [
        ("rId1", "slideLayout", f"/{layout.part}"),
        ("rId2", "notesSlide", f"../notesSlides/notesSlide{number}.xml"),
        *media.rows(),
        *links.rows(),
    ]
    return {
        f"ppt/slides/slide{number}.xml": (
            f'{HEAD}<p:sld {SPACES}><p:cSld name="{text(slide.id)}"><p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>'
            f"{layout.mapping}</p:sld>"
        ),
        f"ppt/slides/_rels/slide{number}.xml.rels": relationships(rows),
    }


def _notes_parts(slide: Slide, number: int, master: str, language: str) -> Mapping[str, str]:
    links = Links()
    body = paragraphs_xml(slide.notes, (), language, links)
    rows = [
        ("rId1", "notesMaster", f"/{master}"),
        ("rId2", "slide", f"../slides/slide{number}.xml"),
        *links.rows(),
    ]
    return {
        f"ppt/notesSlides/notesSlide{number}.xml": (
            f"{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{_GROUP}"
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
            '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody></p:sp></p:spTree></p:cSld>{PLAIN_MAPPING}</p:notes>"
        ),
        f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels": relationships(rows),
    }


def _presentation_parts(deck: Deck, charts: int, template: Mapping[str, bytes]) -> Mapping[str, str]:
    numbers = range(1, len(deck.slides) + 1)
    names = {f"ppt/slides/slide{number}.xml": f"{_KINDS}slide+xml" for number in numbers}
    names |= {f"ppt/notesSlides/notesSlide{number}.xml": f"{_KINDS}notesSlide+xml" for number in numbers}
    names |= {f"ppt/charts/chart{number}.xml": _CHART for number in range(1, charts + 1)}
    links = "".join(relationship(f"rIdS{number}", "slide", f"slides/slide{number}.xml") for number in numbers)
    rels = template["ppt/_rels/presentation.xml.rels"].decode("utf-8")
    return {
        "[Content_Types].xml": with_types(template["[Content_Types].xml"].decode("utf-8"), names),
        "ppt/_rels/presentation.xml.rels": rels.replace("</Relationships>", f"{links}</Relationships>"),
        "ppt/presentation.xml": _presentation(deck, template["ppt/presentation.xml"].decode("utf-8")),
    }


def _presentation(deck: Deck, source: str) -> str:
    """Return the presentation with its slides listed where the schema wants them, in named sections."""
    ids = "".join(f'<p:sldId id="{_FIRST_ID + number}" r:id="rIdS{number + 1}"/>' for number in range(len(deck.slides)))
    source = re.sub(r"<p:sldSz\b", f"<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz", source, count=1)
    extensions = f"<p:extLst>{_SECTIONS.format(sections=_sections(deck))}</p:extLst>"
    return source.replace("</p:presentation>", f"{extensions}</p:presentation>")


def _sections(deck: Deck) -> str:
    written, first = [], _FIRST_ID
    for number, section in enumerate(deck.sections, start=1):
        ids = "".join(f'<p14:sldId id="{first + place}"/>' for place in range(section.slides))
        first += section.slides
        guid = f"{{C0A5E77A-11D0-4B1E-9C57-{number:012X}}}"
        written.append(
            f'<p14:section name="{text(section.name)}" id="{guid}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    return "".join(written)
