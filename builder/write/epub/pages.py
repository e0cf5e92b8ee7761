"""The pages of a book as XHTML: title, navigation, chapters."""

from collections.abc import Sequence

from builder.output import document as d
from builder.output.document import Document, contents, places
from builder.output.image import PNG, Image
from builder.output.text import Runs, plain_text, unlinked
from builder.write.arcs import banner
from builder.write.epub.chapters import Chapter
from builder.write.html_blocks import Blocks
from builder.write.html_text import Medium, brands_html, language_html
from builder.write.markup import attribute, escape
from builder.write.rasterize import rasterize

_LONGEST = 1600
"""Pixels of the longer side of what was a drawing."""
_DEEPEST = 3
"""Of the headings that the navigation names."""
_KINDS = {"_answers": "answers", "_glossary": "glossary", "_sources": "bibliography", "_imprint": "colophon"}
"""The chapters at the back, by the id of their heading → what books call them."""
_ROLES = {"glossary": "doc-glossary", "bibliography": "doc-bibliography", "colophon": "doc-colophon"}


class Binder:
    """Knows in which file each place of a book is, and gathers its pictures while pages are written."""

    def __init__(self, document: Document, chapters: Sequence[Chapter], fonts: str) -> None:
        self.pictures: dict[str, bytes] = {}
        """By file name."""
        self.chapters = tuple(chapters)
        self._fonts = fonts
        self._files = {id: chapter.file for chapter in chapters for id in places(chapter.blocks) if id}
        self.medium = Medium(language=document.language, xml=True, picture=self.picture, place=self.place)
        self.blocks = Blocks(document, self.medium)

    def picture(self, image: Image) -> str:
        """Return the file of a picture, always pixels.

        A drawing may be anything that an author's program wrote, which books allow less of than pages do, and a reader
        without our typeface would set its words in another, wider one.
        """
        name = f"images/{image.digest[:16]}.png"
        if name not in self.pictures:
            self.pictures[name] = image.data if image.media_type == PNG else self._drawn(image)
        return name

    def _drawn(self, image: Image) -> bytes:
        ratio = image.width / image.height
        return rasterize(image.data, max(1, round(_LONGEST * min(1.0, ratio))), self._fonts or None)

    def place(self, id: str) -> str:
        """Return the address of a place: files stand side by side."""
        return f"{self._files.get(id, '')}#{id}"


def title_xhtml(chapter: Chapter, document: Document, binder: Binder) -> str:
    """Return the page that a book opens with."""
    runs, brands = binder.blocks.runs, brands_html(document, binder.medium)
    head = (
        f'<div class="cover"><img class="arcs" src="{binder.picture(banner(document.palette))}" alt=""/>\n'
        f'<p class="series">{runs(document.series)}</p>\n<h1>{runs(document.title)}</h1>\n'
        f'<p class="artefact">{runs(document.artefact)}</p>\n<p class="artefact">{runs(document.strip)}</p>\n'
        f"{brands}</div>\n"
    )
    return _page(document.name, head + binder.blocks.all(chapter.blocks), document, binder, kind="titlepage")


def chapter_xhtml(chapter: Chapter, document: Document, binder: Binder) -> str:
    """Return a lesson, or one of the lists at the back."""
    heading = chapter.heading.text if chapter.heading else document.name
    kind = _KINDS.get(chapter.heading.id, "chapter") if chapter.heading else "chapter"
    return _page(heading, binder.blocks.all(chapter.blocks), document, binder, kind=kind)


def navigation_xhtml(document: Document, binder: Binder) -> str:
    """Return the contents, which readers also open from their menus, and the parts of the book by their kind."""
    title = next((block.title for block in document.blocks if isinstance(block, d.Contents)), document.name)
    entries = _entries(list(contents(document, _DEEPEST)), binder)
    listed = entries or f'<ol>\n<li><a href="title.xhtml">{_words(document.title, binder)}</a></li>\n</ol>\n'
    toc = (
        '<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n'
        f'<h1 id="contents">{binder.blocks.runs(title)}</h1>\n{listed}</nav>\n'
    )
    return _page(title, toc + _landmarks(document, title, binder), document, binder, kind="")


def _entries(headings: Sequence[d.Heading], binder: Binder) -> str:
    """Return headings as a list of lists, each below the one that it belongs to."""
    if not headings:
        return ""
    top = min(heading.level for heading in headings)
    starts = sorted({0, *(place for place, heading in enumerate(headings) if heading.level == top)})
    items = []
    for start, end in zip(starts, [*starts[1:], len(headings)], strict=True):
        link = f'<a href="{attribute(_address(headings[start], binder))}">{_words(headings[start].text, binder)}</a>'
        items.append(f"<li>{link}{_entries(headings[start + 1 : end], binder)}</li>\n")
    return f"<ol>\n{''.join(items)}</ol>\n"


def _address(heading: d.Heading, binder: Binder) -> str:
    """Return where a heading stands; a chapter is its file."""
    whole = (chapter.file for chapter in binder.chapters if chapter.heading is heading)
    return next(whole, None) or binder.place(heading.id)


def _landmarks(document: Document, title: Runs, binder: Binder) -> str:
    """Return where the parts of the book begin: readers offer them as places to go to."""
    places = [("titlepage", "title.xhtml", document.name), ("toc", "nav.xhtml", title)]
    chapters = [(chapter.file, chapter.heading) for chapter in binder.chapters if chapter.heading]
    places += [("bodymatter", file, heading.text) for file, heading in chapters[:1]]
    places += [(_KINDS[heading.id], file, heading.text) for file, heading in chapters if heading.id in _KINDS]
    items = "".join(
        f'<li><a epub:type="{kind}" href="{file}">{_words(text, binder)}</a></li>\n' for kind, file, text in places
    )
    return f'<nav epub:type="landmarks" hidden="hidden">\n<ol>\n{items}</ol>\n</nav>\n'


def _words(runs: Runs, binder: Binder) -> str:
    return binder.blocks.runs(unlinked(runs))


def _page(title: Runs, content: str, document: Document, binder: Binder, *, kind: str) -> str:
    """Return a page; every one of a draft says so."""
    draft = f'<p class="draft">{binder.blocks.runs(document.draft_label)}</p>\n' if document.draft else ""
    named = f' epub:type="{kind}"' if kind else ""
    role = f' role="{_ROLES[kind]}"' if kind in _ROLES else ""
    content = f"<section{role}>\n{content}</section>\n" if role else content
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f'{language_html(document.language, xml=True)}>\n<head>\n<meta charset="utf-8"/>\n'
        f'<title>{escape(plain_text(title))}</title>\n<link rel="stylesheet" type="text/css" href="book.css"/>\n'
        f"</head>\n<body{named}>\n<main>\n{draft}{content}</main>\n</body>\n</html>\n"
    )
