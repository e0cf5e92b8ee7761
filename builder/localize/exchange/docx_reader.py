"""A Word file of ours as it comes back: from Word, LibreOffice or Google Docs, with changes tracked or not.

Changes that were tracked count as accepted. Runs that a program has split are one text again, tabs, breaks and
non-breaking signs are characters. What Word sets right by itself (curly quotation marks, long dashes, non-breaking
blanks) stays in the text, where it is right, and is undone in Markdown's codes, where it breaks them. Words that
somebody made bold in Word's own way get Markdown's marks, if the English has bold words and the translation none.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from builder.content.phrase import Kind
from builder.localize.catalogue import Key
from builder.localize.exchange.codes import cut
from builder.localize.exchange.docx_styles import CODE_POINT, SOURCE
from builder.localize.exchange.sheet import says_yes, unclear
from builder.localize.exchange.unit import Incoming, key_digest, text_digest
from builder.localize.exchange.xml import Damaged, Element, character, parse_xml
from builder.records import dataclass

_LARGEST_PART = 256 * 1024 * 1024
_ID = re.compile(r"([\w-]+\.[0-9a-f]{16})/([0-9a-f]{16})?")
_TAG = re.compile(r"\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$")
_COLUMNS = 3
_GONE = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback", "tbl"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_ALIKE = (
    ('"“”„‟«»″', '["“”„‟«»″]'),
    ("'‘’‚‛′", "['‘’‚‛′]"),
    ("-‐‑‒–—−", "[-‐‑‒–—−]{1,2}"),
    (" \u00a0\u202f\u2009", "[ \u00a0\u202f\u2009]+"),
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of a cell, and whether they are bold in Word's own way."""

    text: str
    bold: bool


def read_docx(data: bytes, *, path: str) -> tuple[tuple[Incoming, ...], str]:
    """Return the texts of a file and its language, empty where no heading says it; raises `Damaged`."""
    document = parse_xml(_part(data, "word/document.xml"))
    remarks = _remarks(data)
    found: list[Incoming] = []
    language = ""
    for number, row in enumerate(_rows(document), 1):
        cells = list(_cells(row))
        if len(cells) < _COLUMNS:
            continue
        name = _ID.search(_joined(_pieces(cells[0])))
        head = _TAG.search(_joined(_pieces(cells[2])))
        if name is None and head is not None:
            language = language or head[1]
        elif name is not None or _joined(_pieces(cells[2])).strip():
            found.append(_incoming(cells, name, path, number, remarks))
    if not found and not language:
        raise Damaged("no table in it has our columns: number, English, translation")
    return tuple(found), language


def repaired(english: str, translation: str, *, plain: bool = False) -> str:
    """Return a translation whose codes are those of the English text again, where a word processor dressed them up."""
    for is_code, code in cut(english, plain=plain):
        if not is_code or len(code) < 3 or code in translation:
            continue
        found = list(re.finditer("".join(map(_tolerant, code.split("..."))) or "(?!)", translation))
        if len(found) == 1:
            translation = translation[: found[0].start()] + code + translation[found[0].end() :]
    return translation


def _tolerant(text: str) -> str:
    return "".join(
        next((pattern for alike, pattern in _ALIKE if one in alike), re.escape(one)) for one in text
    )  # fmt: skip


def _part(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo(name).file_size > _LARGEST_PART:
                raise Damaged(f"{name} in it is too large")
            return package.read(name)
    except KeyError as problem:
        raise Damaged(f"it has no part {name}: it is no Word file") from problem
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as problem:
        raise Damaged("it is no whole Word file") from problem


def _remarks(data: bytes) -> Mapping[str, str]:
    """Return Word's comments by their number."""
    try:
        root = parse_xml(_part(data, "word/comments.xml"))
    except Damaged:
        return {}
    return {one.attributes.get("id", ""): _joined(_pieces(one)).strip() for one in root.all("comment")}


def _rows(document: Element) -> Iterator[Element]:
    for row in document.all("tr"):
        properties = row.first("trPr")
        if properties is None or properties.first("del") is None:
            yield row


def _cells(row: Element) -> Iterator[Element]:
    """Yield the row's own cells, those in a content control too, not those of a table inside one."""
    for child in row.elements:
        if child.name == "tc":
            yield child
        elif child.name != "tbl":
            yield from _cells(child)


def _incoming(
    cells: Sequence[Element], name: re.Match[str] | None, path: str, number: int, remarks: Mapping[str, str]
) -> Incoming:
    context, english = _english(cells, name[1] if name is not None else "")
    base = (name[2] or "") if name is not None else None
    translation = _translation(cells[2], english, base)
    listed = [line for cell in cells[3:4] for line in _joined(_pieces(cell)).split("\n")]
    listed += [remarks.get(one.attributes.get("id", ""), "") for cell in cells for one in cell.all("commentReference")]
    said = _joined(_pieces(cells[4])) if len(cells) > 4 else ""
    approved = says_yes(said)
    return Incoming(
        path=path, line=number, id=name[1] if name is not None else "", english=english, context=context,
        translation=translation, base=base, comments=tuple(line for line in listed if line.strip()),
        approved=approved, finished=approved, unclear=unclear(said),
    )  # fmt: skip


def _english(cells: Sequence[Element], id: str) -> Key:
    """Return the English text and its context; the name of the text tells which of the readings is right."""
    paragraphs = [one for one in cells[1].all("p") if _style(one) == SOURCE]
    readings = [_joined(_pieces(*paragraphs))] if paragraphs else []
    readings += [_joined(_pieces(one)) for one in [*cells[1].all("p")][:1]]
    wanted = id.rpartition(".")[2]
    about = re.split("[·\n]", _joined(_pieces(cells[0])))
    contexts = (None, *Kind, *(text.strip() for text in about))
    for english in readings:
        for context in contexts:
            if key_digest((context, english)) == wanted:
                return (None if context is None else str(context)), english
    return None, readings[0] if readings and not id else ""


def _translation(cell: Element, english: str, base: str | None) -> str:
    pieces = _pieces(cell)
    text = _joined(pieces)
    if base and text_digest(text) == base:
        return text
    if "**" in english and "**" not in text:
        text = "".join(_marked(piece) for piece in _together(pieces))
    if "\n" not in english:
        text = " ".join(line.strip(" ") for line in text.split("\n"))
    if english == english.strip():
        text = text.strip(" \t\n\u200b\ufeff")
    return repaired(english, text)


def _marked(piece: _Piece) -> str:
    words = piece.text.strip()
    if not piece.bold or not words:
        return piece.text
    start = piece.text.index(words)
    return f"{piece.text[:start]}**{words}**{piece.text[start + len(words) :]}"


def _together(pieces: Sequence[_Piece]) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and joined[-1].bold == piece.bold:
            joined[-1] = _Piece(joined[-1].text + piece.text, piece.bold)
        else:
            joined.append(piece)
    return joined


def _joined(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _pieces(*elements: Element) -> list[_Piece]:
    """Return the characters of paragraphs in order; the end of one is a line end, unless a tracked change took it."""
    pieces: list[_Piece] = []
    paragraphs = [one for element in elements for one in ([element] if element.name == "p" else element.all("p"))]
    for number, paragraph in enumerate(paragraphs, 1):
        pieces += _runs(paragraph)
        if number < len(paragraphs) and not _mark_is_gone(paragraph):
            pieces.append(_Piece("\n", False))
    return pieces


def _mark_is_gone(paragraph: Element) -> bool:
    look = paragraph.first("pPr")
    marks = look.first("rPr") if look is not None else None
    return marks is not None and any(one.name in ("del", "moveFrom") for one in marks.elements)


def _runs(element: Element) -> Iterator[_Piece]:
    for child in element.elements:
        if child.name in _GONE:
            continue
        if child.name == "r":
            yield _run(child)
        else:
            yield from _runs(child)


def _run(run: Element) -> _Piece:
    look = run.first("rPr")
    style = look.first("rStyle") if look is not None else None
    bold = look.first("b") if look is not None else None
    text = "".join(_characters(run))
    if style is not None and style.attributes.get("val") == CODE_POINT:
        text = character(text)
    return _Piece(text, bold is not None and bold.attributes.get("val", "1") not in ("0", "false", "none"))


def _characters(run: Element) -> Iterator[str]:
    for child in run.elements:
        if child.name == "t":
            yield child.text
        elif child.name == "br" and child.attributes.get("type") in ("page", "column"):
            continue
        elif child.name in _CHARACTERS:
            yield _CHARACTERS[child.name]
        elif child.name not in _GONE:
            yield from _characters(child)


def _style(paragraph: Element) -> str:
    look = paragraph.first("pPr")
    style = look.first("pStyle") if look is not None else None
    return style.attributes.get("val", "") if style is not None else ""
