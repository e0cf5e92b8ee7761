"""Pictures in WordprocessingML: drawings, pixels for readers that cannot draw, words for those who do not see."""

from collections.abc import Iterable

from builder.output import document as d
from builder.output.image import PNG, Image
from builder.output.text import plain_text
from builder.write.docx.book import Book
from builder.write.docx.text import paragraph, runs_xml
from builder.write.markup import attribute

_EMU_PER_MM = 36000
_EMU_PER_PIXEL = 9525
_WIDEST = 170 * _EMU_PER_MM
_TALLEST = 95 * _EMU_PER_MM
_LONGEST = 3.4
"""How much wider than high a logo may be before it is drawn lower than the others."""
_DRAWN = (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/>'
    "</a:ext></a:extLst>"
)
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def figure_xml(figure: d.Figure, book: Book, *, style: str = "Figure", numbering: str = "") -> str:
    """Return a picture in a paragraph of its own, which may be an item of a list, and its caption."""
    tallest = round(figure.tallest * _EMU_PER_MM) if figure.tallest is not None else _TALLEST
    drawing = inline_xml(figure.image, plain_text(figure.alternative), book, tallest=tallest)
    picture = paragraph(style, book.place(figure.id) + drawing, numbering=numbering, keep_next=bool(figure.caption))
    return picture + (paragraph("Caption", runs_xml(figure.caption, book)) if figure.caption else "")


def logos_xml(logos: Iterable[d.Logo], book: Book, height: float) -> str:
    """Return pictures in a row, none higher than some millimetres."""
    tallest = round(height * _EMU_PER_MM)
    drawn = (
        inline_xml(logo.image, plain_text(logo.alternative), book, widest=round(tallest * _LONGEST), tallest=tallest)
        for logo in logos
    )
    return '<w:r><w:t xml:space="preserve">   </w:t></w:r>'.join(drawn)


def inline_xml(
    image: Image, alternative: str, book: Book, *, widest: int = _WIDEST, tallest: int = _TALLEST, line: str = ""
) -> str:
    """Return a picture as a run, in a thin line if it has a colour; without an alternative it is decoration."""
    width, height = _size(image, widest, tallest)
    number = book.drawing()
    properties = _properties(number, alternative)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {properties}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f"<a:graphic>{_graphic(image, number, width, height, book, line)}</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _graphic(image: Image, number: int, width: int, height: int, book: Book, line: str) -> str:
    pixels, drawing = book.picture(image)
    drawn = _DRAWN % drawing if drawing else ""
    frame = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{line}"/></a:solidFill></a:ln>' if line else ""
    return (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{pixels}">{drawn}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{frame}</pic:spPr></pic:pic></a:graphicData>'
    )


def _properties(number: int, alternative: str) -> str:
    name = f'id="{number}" name="Picture {number}"'
    return f'{name} descr="{attribute(alternative)}">' if alternative else f'{name} descr="">{_DECORATIVE}'


def _size(image: Image, widest: int, tallest: int) -> tuple[int, int]:
    ratio = image.width / image.height
    width = min(widest, round(tallest * ratio))
    if image.media_type == PNG:
        width = min(width, round(image.width * _EMU_PER_PIXEL))
    return width, max(1, round(width / ratio))
