"""Elements of a slide as shapes: text in placeholders, tables, pictures, drawn forms."""

from typing import assert_never

from builder.output.deck import (
    Box,
    ChartShape,
    Colour,
    Element,
    Ornament,
    Paragraph,
    PictureShape,
    Placeholder,
    Row,
    TableShape,
    TextShape,
)
from builder.output.deck import Look as TextLook
from builder.output.text import plain_text
from builder.write.pptx.chart import CHART
from builder.write.pptx.media import Media
from builder.write.pptx.text import COLOURS, Links, paragraph_xml, paragraphs_xml, solid
from builder.write.pptx.xml import DECORATIVE, emu, text

_FORMS = {"rectangle": "rect", "chevron": "chevron", "start": "homePlate", "ellipse": "ellipse"}
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_LINE = f'<a:ln w="19050"><a:solidFill>{COLOURS["line"]}</a:solidFill></a:ln>'
_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{id}"/></a:ext></a:extLst>'
)


def element_xml(element: Element, number: int, language: str, links: Links, media: Media) -> str:
    """Return an element as the shape with this number on its slide."""
    match element:
        case TextShape():
            return _text_shape(element, number, language, links)
        case TableShape():
            return _table(element, number, language, links, media.table_style)
        case PictureShape():
            return _picture(element, number, media)
        case ChartShape():
            return _chart(element, number, language, media)
        case Ornament():
            return _ornament(element, number)
        case _:
            assert_never(element)


def frame(box: Box) -> str:
    """Return where a shape stands."""
    return f'<a:off x="{emu(box.left)}" y="{emu(box.top)}"/><a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/>'


def _text_shape(shape: TextShape, number: int, language: str, links: Links) -> str:
    holder = shape.placeholder
    looks = holder.looks if holder else ()
    locks = '<a:spLocks noGrp="1"/>' if holder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{text(shape.name)}"/><p:cNvSpPr>{locks}</p:cNvSpPr>'
        f"<p:nvPr>{_holder(holder)}</p:nvPr></p:nvSpPr><p:spPr>{_shape_properties(shape)}</p:spPr>"
        f"<p:txBody>{_body_properties(shape)}<a:lstStyle/>"
        f"{paragraphs_xml(shape.paragraphs, looks, language, links)}</p:txBody></p:sp>"
    )


def _holder(holder: Placeholder | None) -> str:
    if holder is None:
        return ""
    kind = "" if holder.kind == "obj" else f' type="{holder.kind}"'
    index = f' idx="{holder.index}"' if holder.index else ""
    return f"<p:ph{kind}{index}/>"


def _shape_properties(shape: TextShape) -> str:
    holder = shape.placeholder
    given = frame(holder.box) if holder and holder.box else ""
    own = "" if given == frame(shape.box) else f"<a:xfrm>{frame(shape.box)}</a:xfrm>"
    bare = holder is None or holder.box is None
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if bare else ""
    if shape.fill is None:
        fill = "<a:noFill/>" if bare else ""
    else:
        fill = "<a:noFill/>" if shape.fill == "none" else solid(shape.fill)
    return own + geometry + fill + (_LINE if shape.outline and bare else "")


def _body_properties(shape: TextShape) -> str:
    holder = shape.placeholder
    bare = holder is None or holder.box is None
    if not bare and holder and (shape.insets, shape.anchor) == (holder.insets, holder.anchor):
        return "<a:bodyPr/>"
    inner = shape.insets
    turned = ' vert="vert270"' if shape.turned else ""
    return (
        f'<a:bodyPr{turned} wrap="square" lIns="{emu(inner.left)}" tIns="{emu(inner.top)}" rIns="{emu(inner.right)}" '
        f'bIns="{emu(inner.bottom)}" anchor="{_ANCHORS[shape.anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def _ornament(shape: Ornament, number: int) -> str:
    adjust = "<a:avLst/>"
    if shape.tip:  # a bar of progress has none, and on the first of very many slides no width either
        depth = round(shape.tip / min(shape.box.width, shape.box.height) * 100000)
        adjust = f'<a:avLst><a:gd name="adj" fmla="val {depth}"/></a:avLst>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{text(shape.name)}">{DECORATIVE}</p:cNvPr>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr><a:xfrm>{frame(shape.box)}</a:xfrm><a:prstGeom prst="{_FORMS[shape.form]}">{adjust}</a:prstGeom>'
        f"{solid(shape.fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _picture(shape: PictureShape, number: int, media: Media) -> str:
    picture, vector = media.ids(shape.image)
    inside = DECORATIVE if shape.decorative else ""
    described = "" if shape.decorative else f' descr="{text(plain_text(shape.alternative))}"'
    svg = _SVG.format(id=vector) if vector else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{text(shape.name)}"{described}>{inside}</p:cNvPr>'
        '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{_holder(shape.placeholder)}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{picture}">{svg}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm>{frame(shape.box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _chart(shape: ChartShape, number: int, language: str, media: Media) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{text(shape.name)}" '
        f'descr="{text(plain_text(shape.alternative))}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{_holder(shape.placeholder)}</p:nvPr></p:nvGraphicFramePr><p:xfrm>{frame(shape.box)}</p:xfrm>"
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" '
        f'r:id="{media.chart_id(shape, language)}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _table(shape: TableShape, number: int, language: str, links: Links, style: str) -> str:
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in shape.columns)
    head, *others = shape.rows
    rows = _row(head, shape, None, language, links)
    rows += "".join(_row(row, shape, "ink", language, links) for row in others)
    styled = f"<a:tableStyleId>{style}</a:tableStyleId>" if style else ""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{text(shape.name)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{_holder(shape.placeholder)}</p:nvPr>"
        f"</p:nvGraphicFramePr><p:xfrm>{frame(shape.box)}</p:xfrm><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1" bandRow="1">{styled}</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}'
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: Row, shape: TableShape, colour: Colour | None, language: str, links: Links) -> str:
    """Return a row; the table's style gives its text the colour, which only a second language differs from."""
    inner = shape.insets
    properties = (
        f'<a:tcPr marL="{emu(inner.left)}" marR="{emu(inner.right)}" marT="{emu(inner.top)}" marB="{emu(inner.bottom)}"'
        ' anchor="ctr"/>'
    )
    cells = []
    for cell in row.cells:
        look = TextLook(size=shape.size, align=cell.align, colour=colour)
        given = TextLook(size=0.0, colour=colour)
        written = paragraph_xml(Paragraph(runs=cell.runs, look=look), (given,), language, links)
        cells.append(f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{written}</a:txBody>{properties}</a:tc>")
    return f'<a:tr h="{emu(row.height)}">{"".join(cells)}</a:tr>'
