"""Runs and paragraphs in WordprocessingML; every run states its language."""

from builder.output.text import Run, Runs
from builder.write.docx.book import Book, is_right_to_left, office_tag
from builder.write.docx.numbering import Marker, NumberedList, indent_of
from builder.write.markup import attribute, escape

_FEW = 6
"""Items of a list, or rows of a table, that stand on one page together."""


def paragraph(
    style: str,
    content: str,
    *,
    numbering: str = "",
    indent: str = "",
    align: str = "",
    keep_next: bool = False,
    page_break: bool = False,
) -> str:
    """Return a paragraph of a style around runs that are already written."""
    breaks = ("<w:keepNext/>" if keep_next else "") + ("<w:pageBreakBefore/>" if page_break else "")
    justify = f'<w:jc w:val="{align}"/>' if align else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{breaks}{numbering}{indent}{justify}</w:pPr>{content}</w:p>'


def kept(position: int, count: int) -> bool:
    """Return whether a page may not end behind an item of a list or a row: few stay together, of many none is alone."""
    return position < count - 1 and (count <= _FEW or position in (0, count - 2))


def runs_xml(runs: Runs, book: Book, *, strong: bool = False) -> str:
    """Return runs; those that lead somewhere stand in a hyperlink."""
    return "".join(_linked(run, book, strong=strong) for run in runs)


def word_xml(text: str, book: Book, *, strong: bool = False) -> str:
    """Return signs of our own (colons, letters, tabs) in the document's language."""
    return _run(Run(text=text, language=book.language, strong=strong), book, style="")


def item_numbering(marker: Marker, level: int, number: int, inset: int = 0) -> str:
    """Return the property that makes a paragraph an item of a list, which stands further in by ``inset``."""
    left, hanging = indent_of(marker, level)
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    # The style has the indent of the first level of a plain list; a deeper one, and what is wider, says its own.
    return listed + indent_xml(left + inset, hanging)


def begin_list(book: Book, marker: Marker, level: int = 0, start: int = 1) -> int:
    """Return the id of a list that counts from ``start``."""
    return book.list_id(NumberedList(marker=marker, level=level, start=start))


def indent_xml(left: int, hanging: int = 0) -> str:
    """Return the indent of a paragraph, in twentieths of a point."""
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>' if hanging else f'<w:ind w:left="{left}" w:firstLine="0"/>'


def _linked(run: Run, book: Book, *, strong: bool) -> str:
    if run.link is None:
        return _run(run, book, style="", strong=strong)
    note = book.begin_note() if run.mark else None
    if note is not None:
        return _note(run, note, book)
    if run.link.startswith("#"):
        style = "" if run.mark else "TermLink"
        target = f'w:anchor="{book.bookmark(run.link[1:])}"'
    else:
        style, target = "Hyperlink", f'r:id="{book.link(run.link)}"'
    return f'<w:hyperlink {target} w:history="1">{_run(run, book, style=style, strong=strong)}</w:hyperlink>'


def _note(run: Run, number: int, book: Book) -> str:
    """Return a mark that is the sign of its footnote."""
    sign = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{escape(run.text)}</w:t>'
    return f"<w:r><w:rPr>{_look(run, 'FootnoteReference', False, book)}</w:rPr>{sign}</w:r>"


def _run(run: Run, book: Book, *, style: str, strong: bool = False) -> str:
    if run.text == "\n":
        return "<w:r><w:br/></w:r>"
    pieces = f'<w:t xml:space="preserve">{escape(run.text)}</w:t>'
    if "\t" in run.text:
        pieces = "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in run.text.split("\t")
        )
    return f"<w:r><w:rPr>{_look(run, style, strong, book)}</w:rPr>{pieces}</w:r>"


def _look(run: Run, style: str, strong: bool, book: Book) -> str:
    """Return run properties in the order that the schema wants."""
    named = "CodeText" if run.code else style
    parts = [f'<w:rStyle w:val="{named}"/>' if named else ""]
    if run.second:
        parts.append('<w:b w:val="0"/><w:bCs w:val="0"/>')
    elif run.strong or strong:
        parts.append("<w:b/><w:bCs/>")
    if run.emphasis:
        parts.append("<w:i/><w:iCs/>")
    if run.mark or run.second:
        parts.append(f'<w:color w:val="{book.palette.brick if run.mark else book.palette.grey}"/>')
    tag = attribute(office_tag(run.language))
    parts.append(f'<w:rtl/><w:lang w:bidi="{tag}"/>' if is_right_to_left(run.language) else f'<w:lang w:val="{tag}"/>')
    return "".join(parts)
