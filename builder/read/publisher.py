"""``profile.yaml`` → a publisher: what an institution adds to every file."""

import posixpath
import re
from collections.abc import Iterator
from typing import Literal

from builder.diagnostics import Diagnostics
from builder.model.workspace import ApprovedText, Funding, Logo, Mark, Publisher, Typeface
from builder.read.record import Record, file_scope, file_tree, folder_name, known_language, read_record
from builder.read.values import one_of
from builder.read.yaml import Mapping, Scalar, Tree
from builder.source import SourceFile

_KEYS = ("name", "template", "layouts", "fonts", "colours", "logos", "mark", "funding", "disclaimer")
_COLOURS = ("primary", "secondary", "accent", "signal", "text", "quiet", "panel", "ground")
_FACES = ("regular", "bold", "italic", "bold-italic")
_FONT_FILE = re.compile(r".*\.(ttf|otf)", re.IGNORECASE)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_POLICIES: tuple[Literal["every", "first", "off"], ...] = ("every", "first", "off")
_TEXTS = '{en: {text: "…", approved: true}}'


def read_publisher(source: SourceFile) -> tuple[Publisher | None, Diagnostics]:
    """Return the publisher of a file; none where the file cannot be read."""
    scope = file_scope(source)
    tree = file_tree(source, scope)
    if tree is None:
        return None, tuple(scope.findings)
    record = read_record(tree, scope, owner="the profile", keys=_KEYS)
    publisher = Publisher(
        span=scope.span(1, max(source.text.rstrip("\n").count("\n") + 1, 1)),
        id=folder_name(source),
        name=record.text("name", "Workplace Safety Circle", required=True) or "",
        template=_path(record, "template", "deck.pptx"),
        layouts=tuple(_layouts(record)),
        typefaces=tuple(_typefaces(record)),
        colours=_colours(record),
        logos=_logos(record),
        mark=_mark(record),
        funding=_funding(record),
        disclaimers=_texts(record, "disclaimer"),
        keys=record.key_lines(),
    )
    return publisher, tuple(scope.findings)


def _path(record: Record, key: str, example: str, *, required: bool = False) -> str | None:
    """Return the path of a file of the profile's folder, from the workspace's root."""
    value = record.text(key, example, required=required)
    return _inside(value, record, key, example, record.line_of(key)) if value is not None else None


def _inside(value: str, record: Record, key: str, example: str, line: int) -> str | None:
    folder = record.scope.path.rpartition("/")[0]
    path = posixpath.normpath(f"{folder}/{value}")
    if value.startswith("/") or "\\" in value or ":" in value or not path.startswith(f"{folder}/"):
        record.wrong_type(key, f"leads out of the publisher's folder: {value}", example, line=line)
        return None
    return path


def _layouts(record: Record) -> Iterator[tuple[str, str]]:
    for key, value in record.entries("layouts", '{Points: "Title and Content"}'):
        if isinstance(value, Scalar) and value.text.strip():
            yield key.text, value.text
        else:
            record.wrong_type(key.text, "is no name of a layout", '"Title and Content"', line=key.line)


def _typefaces(record: Record) -> Iterator[Typeface]:
    """Yield the typefaces: each has a file, a file for each of its faces, or the name of one that is as wide."""
    for key, value in record.entries("fonts", "{Verdana: fonts/verdana.ttf}"):
        span = record.scope.span(key.line)
        if isinstance(value, Mapping):
            yield Typeface(span=span, name=key.text, files=tuple(_faces(key, value, record)), twin="")
        elif isinstance(value, Scalar) and _FONT_FILE.fullmatch(value.text):
            path = _inside(value.text, record, key.text, "fonts/verdana.ttf", key.line)
            yield Typeface(span=span, name=key.text, files=(("regular", path),) if path else (), twin="")
        elif isinstance(value, Scalar) and value.text.strip():
            yield Typeface(span=span, name=key.text, files=(), twin=value.text.strip())
        else:
            what = "is neither the file of a font (.ttf, .otf) nor the name of one whose letters are as wide"
            record.wrong_type(key.text, what, "fonts/verdana.ttf", line=key.line)


def _faces(key: Scalar, value: Tree, record: Record) -> Iterator[tuple[str, str]]:
    faces = read_record(value, record.scope, owner=f"`{key.text}`", keys=_FACES, line=key.line)
    for face in _FACES:
        path = _path(faces, face, f"fonts/verdana-{face}.ttf", required=face == "regular")
        if path is not None:
            yield face, path


def _colours(record: Record) -> tuple[tuple[str, str], ...]:
    colours = record.record("colours", _COLOURS)
    if colours is None:
        return ()
    found = ((name, colours.matching(name, _COLOUR, "0F4C5C")) for name in _COLOURS)
    return tuple((name, value.upper()) for name, value in found if value is not None)


def _logos(record: Record) -> tuple[Logo, ...]:
    logos = []
    for item in record.items("logos", '[{file: logo.svg, alt: "…"}]'):
        logo = read_record(item, record.scope, owner="a logo", keys=("file", "alt"))
        path = _path(logo, "file", "logo.svg", required=True)
        alternative = logo.text("alt", '"Workplace Safety Circle"', required=True)
        if path is not None and alternative is not None:
            logos.append(Logo(span=record.scope.span(logo.line), path=path, alternative=alternative))
    return tuple(logos)


def _mark(record: Record) -> Mark | None:
    mark = record.record("mark", ("symbol", "policy", "note"))
    if mark is None:
        return None
    return Mark(
        span=record.scope.span(mark.line),
        symbol=mark.text("symbol", '"*"') or "*",
        policy=one_of(mark.choice("policy", _POLICIES), _POLICIES) or "every",
        notes=_texts(mark, "note"),
    )


def _funding(record: Record) -> Funding | None:
    funding = record.record("funding", ("statement", "emblem"))
    if funding is None:
        return None
    return Funding(
        span=record.scope.span(funding.line),
        statements=_texts(funding, "statement"),
        emblem=_path(funding, "emblem", "emblem.svg"),
    )


def _texts(record: Record, key: str) -> tuple[ApprovedText, ...]:
    """Return texts by language; what does not say that it is approved is not."""
    texts = []
    for name, value in record.entries(key, _TEXTS):
        language = known_language(name, record.scope)
        entry = read_record(value, record.scope, owner=f"`{name.text}`", keys=("text", "source", "approved"))
        text = entry.text("text", '"…"', required=True)
        origin = entry.text("source", '"house rules 2026"')
        approved = entry.truth("approved")
        if language is not None and text is not None:
            span = record.scope.span(name.line)
            texts.append(
                ApprovedText(span=span, language=language, text=text, source=origin, approved=approved is True)
            )
    return tuple(texts)
