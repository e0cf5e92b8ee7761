"""All text of an output, wherever in the file it stands: what a curious participant could dig out of it."""

import base64
import html
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

_ENTITY = re.compile(r"&#?\w+;")


def text_of(path: str, data: bytes, *, markup: bool = False) -> str:
    """Return all text of a file by its suffix; with ``markup`` the tags and attributes around it as well."""
    suffix = path.rpartition(".")[2]
    if suffix in ("pptx", "docx", "epub", "zip"):
        return "\n".join(_package(data, markup=markup))
    if suffix == "pdf":
        return "\n".join(_pdf(data))
    if suffix in ("html", "xml"):
        page = data.decode("utf-8")
        return page if markup else "\n".join(_page(page) if suffix == "html" else _xml(data))
    raise ValueError(path)


def words_of(text: str) -> str:
    """Return a text as one line of plain words, so that phrases are found however they were broken or dressed."""
    text = html.unescape(html.unescape(text)).replace("\u00ad", "")
    return " ".join(re.findall(r"\w+", text.casefold()))


def _package(data: bytes, *, markup: bool) -> Iterator[str]:
    """Yield the text of every part: body, headers, notes, comments, properties, relations, drawings."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels", ".svg", ".vml", ".xhtml", ".opf")):
                yield part.decode("utf-8") if markup else "\n".join(_xml(part))
            elif name.endswith((".png", ".jpeg", ".jpg")):
                yield from _remarks(part)
            elif not name.endswith((".ttf", ".odttf")):
                yield part.decode("utf-8", "replace")


def _remarks(picture: bytes) -> Iterator[str]:
    """Yield what a picture says of itself beside what it shows."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as opened:
        opened.load()
        yield from (str(value) for value in opened.info.values())


def _xml(data: bytes) -> Iterator[str]:
    """Yield the text of each element, joined within paragraphs, every attribute and comment; HTML in it is read too."""
    yield from re.findall(r"<!--(.*?)-->", data.decode("utf-8"), re.DOTALL)
    root = ElementTree.fromstring(data)
    for element in root.iter():
        yield from element.attrib.values()
        if element.tag.rpartition("}")[2] in ("p", "si", "text"):
            inner = "".join(element.itertext())
            yield inner
            if "<" in inner:
                yield from _page(inner)
    yield " ".join(root.itertext())


def _pdf(data: bytes) -> Iterator[str]:
    """Yield the pages as a reader shows them, and what hides behind them: properties, alternative texts, bookmarks."""
    pages = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
    yield pages.stdout.decode("utf-8")
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        for thing in document.objects:
            yield from _strings(thing, depth=0)


def _strings(thing: Any, *, depth: int) -> Iterator[str]:
    import pikepdf

    if isinstance(thing, pikepdf.Stream):
        if thing.get("/Type") in ("/Metadata", "/EmbeddedFile"):
            yield thing.read_bytes().decode("utf-8", "replace")
        thing = thing.stream_dict if hasattr(thing, "stream_dict") else pikepdf.Dictionary(dict(thing.items()))
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary) and depth < 4:
        for _key, value in thing.items():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth=depth + 1)
    elif isinstance(thing, pikepdf.Array) and depth < 4:
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth=depth + 1)


def _page(page: str) -> Iterator[str]:
    parser = _Page()
    parser.feed(page)
    parser.close()
    yield from parser.found
    yield "".join(parser.shown)


class _Page(HTMLParser):
    """Gathers text, attributes, comments, styles and scripts; data in scripts and addresses is decoded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.shown: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        for _name, value in attrs:
            if value:
                self.found.extend((value, *_embedded(value)))
        if tag in ("p", "li", "td", "th", "div", "br", "h1", "h2", "h3", "h4", "dt", "dd", "section", "label"):
            self.shown.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style"):
            self.found.extend((data, *_decoded(data)))
        else:
            self.shown.append(data)


def _embedded(value: str) -> Iterator[str]:
    """Yield what a ``data:`` address holds, if it is text."""
    found = re.match(r"data:(?:text|image/svg|application/json)[^,]*;base64,(.*)", value, re.DOTALL)
    if found:
        yield base64.b64decode(found[1]).decode("utf-8", "replace")


def _decoded(script: str) -> Iterator[str]:
    """Yield the texts of JSON, of HTML within them as well, and what looks like base64."""
    try:
        tree = json.loads(script)
    except ValueError:
        tree = re.findall(r'"(?:[^"\\]|\\.)*"', script)
    for text in _leaves(tree):
        yield text
        if "<" in text or _ENTITY.search(text):
            yield from _page(text)
        if re.fullmatch(r"[A-Za-z0-9+/]{16,}={0,2}", text):
            yield base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-8", "replace")


def _leaves(tree: Any) -> Iterator[str]:
    match tree:
        case str():
            yield tree
        case dict():
            for key, value in tree.items():
                yield from (key, *_leaves(value))
        case list():
            for value in tree:
                yield from _leaves(value)
        case _:
            pass
