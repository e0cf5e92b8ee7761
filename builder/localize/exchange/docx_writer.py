"""A Word file of two columns, for translators and reviewers who have no other program.

The row of a text has its number and name, the English, the translation, a column for remarks and one in which a
reviewer writes "yes". Markdown's marks stand as they are typed, in another colour: Word's own bold would be lost among
the formatting that it adds by itself. The name of a text is small and locked against typing; it survives LibreOffice
and Google Docs, which a hidden one does not.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from builder.languages.table import Language
from builder.localize.exchange import docx_styles as parts
from builder.localize.exchange.codes import cut
from builder.localize.exchange.docx_pictures import Album, Pictures
from builder.localize.exchange.told import notes_of
from builder.localize.exchange.unit import Outgoing
from builder.localize.exchange.xml import escape, holdable, visible

_WIDTHS = (1750, 5350, 5350, 1900, 1050)
"""Twentieths of a point; together what a sheet of A4 across has between its margins."""
_HEADS = ("", "{source}", "{target}", "Remarks", "Approved (yes)")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C9CED6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LOCK = '<w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
_SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="360" w:footer="360" w:gutter="0"/>'
    "</w:sectPr>"
)


def write_docx_parts(
    texts: Iterable[Outgoing], *, source: Language, language: Language, title: str, pictures: Pictures | None = None
) -> Mapping[str, bytes]:
    """Return the parts of the file; equal texts give equal bytes."""
    album = Album(pictures or {})
    body = [_paragraph("Title", _run(title, source))]
    for name, group in groupby(texts, key=lambda text: text.catalogue):
        body.append(_paragraph("Heading1", _run(name, source)))
        body.append(_table(group, source, language, album))
    document = f'<w:document xmlns:w="{parts.NAMESPACE}"><w:body>{"".join(body)}<w:p/>{_SECTION}</w:body></w:document>'
    contents = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.ROOT_RELATIONSHIPS,
        "docProps/core.xml": parts.core(escape(visible(title)), language.tag),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": parts.relationships(album.relationships),
        "word/styles.xml": parts.styles(source.office),
        "word/settings.xml": parts.SETTINGS,
    }
    return {name: (parts.HEADER + xml).encode() for name, xml in contents.items()} | album.parts


def _table(texts: Iterable[Outgoing], source: Language, language: Language, album: Album) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    rows = "".join(
        _picture_row(text, source, album) + _row(number, text, source, language, album)
        for number, text in enumerate(texts, 1)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{_head(source, language)}{rows}</w:tbl>"
    )


def _head(source: Language, language: Language) -> str:
    names = {"source": f"{source.name} ({source.tag})", "target": f"{language.name} ({language.tag})"}
    cells = (_paragraph("Normal", _run(head.format(**names), source, "<w:b/>")) for head in _HEADS)
    made = "".join(_cell(width, cell, shade="E8ECF1") for width, cell in zip(_WIDTHS, cells, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"


def _picture_row(text: Outgoing, source: Language, album: Album) -> str:
    """Return a row with the slide that a text stands on, where it is the first of its texts."""
    picture = album.picture(text)
    if not picture or text.place is None:
        return ""
    caption = _paragraph(parts.ABOUT, _run(f"{text.place.slide} · {text.place.title}", source))
    content = f'<w:p><w:pPr><w:pStyle w:val="{parts.WHERE}"/><w:keepNext/></w:pPr>{picture}</w:p>{caption}'
    width = f'<w:tcW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:gridSpan w:val="{len(_WIDTHS)}"/>'
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{width}</w:tcPr>{content}</w:tc></w:tr>"


def _row(number: int, text: Outgoing, source: Language, language: Language, album: Album) -> str:
    where = _paragraph(parts.WHERE, _run(f"{number} · {', '.join(text.kinds)} · {text.state.value}", source))
    name = f"{text.id}/{text.base}"
    where += _paragraph(parts.WHERE, f"<w:sdt>{_LOCK}<w:sdtContent>{_styled(parts.ID, name)}</w:sdtContent></w:sdt>")
    english = _paragraph(parts.SOURCE, _content(text.english, source, plain=text.plain))
    english += "".join(_paragraph(parts.ABOUT, _run(line, source)) for line in _about(text, album))
    translation = _paragraph(parts.TARGET, _content(text.translation, language, plain=text.plain), language)
    comments = "".join(_paragraph(parts.REMARK, _run(line, source)) for line in text.comments)
    cells = (where, english, translation, comments or _paragraph(parts.REMARK, ""), _paragraph(parts.REMARK, ""))
    made = "".join(_cell(width, cell) for width, cell in zip(_WIDTHS, cells, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def _about(text: Outgoing, album: Album) -> Iterator[str]:
    """Yield what helps to translate; the neighbours stand in the rows above and below, and so may the slide."""
    left_out = ("kind", "before", "after", "picture", *(("slide",) if album.shows(text) else ()))
    for name, note in notes_of(text):
        if name not in left_out:
            yield f"{name}: {note}"


def _cell(width: int, content: str, *, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{content}</w:tc>'


def _paragraph(style: str, content: str, language: Language | None = None) -> str:
    turned = "<w:bidi/>" if language is not None and language.direction == "rtl" else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{turned}</w:pPr>{content}</w:p>'


def _content(text: str, language: Language, *, plain: bool) -> str:
    runs = []
    for is_code, part in cut(text, plain=plain):
        look = f'<w:rStyle w:val="{parts.CODE}"/>' if is_code else ""
        for fits, piece in holdable(part):
            runs.append(_run(piece, language, look) if fits else _styled(parts.CODE_POINT, f"{ord(piece):04X}"))
    return "".join(runs)


def _styled(style: str, text: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _run(text: str, language: Language, look: str = "") -> str:
    if language.direction == "rtl":
        spoken = f'<w:rtl/><w:lang w:bidi="{language.office}"/>'
    else:
        spoken = f'<w:lang w:val="{language.office}"/>'
    inside = "".join(_characters(visible(text)))
    return f"<w:r><w:rPr>{look}{spoken}</w:rPr>{inside}</w:r>"


def _characters(text: str) -> Iterator[str]:
    """Yield the contents of a run: line ends and tabs are elements, a carriage return is a character of its own."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "<w:br/>"
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield "<w:tab/>"
            if piece:
                yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
