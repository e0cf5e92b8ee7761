"""A publisher's template made ready for decks: read safely, tamed, judged, its typefaces measured; ours recoloured."""

import io
import zipfile
from collections.abc import Collection
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from builder import files
from builder.build.brands import TEMPLATE, read_beside
from builder.build.findings import Findings
from builder.check.templates import check_letters, check_palette, check_template, check_usable
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.table import find_language
from builder.model.keys import key_span
from builder.model.workspace import Publisher, Typeface
from builder.typeset.colours import palette_of
from builder.typeset.font_file import NoFont
from builder.typeset.template import read_theme
from builder.typeset.template_archive import open_archive
from builder.typeset.template_fonts import TABLES, find_table, font_table
from builder.typeset.template_tame import tame
from builder.write.package import write_package
from builder.write.pptx.recolour import recoloured

_HOUSE, _FONTS = "house.pptx", "metrics/"
_ODD = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, ElementTree.ParseError)
"""What odd numbers, and elements without what belongs to them, come to where they are read."""


def dressed(root: Path, publisher: Publisher, languages: Collection[str]) -> tuple[dict[str, bytes], Diagnostics]:
    """Return what stands in for our template and comes beside it, and everything that is wrong with it."""
    findings = Findings()
    findings.add(check_palette(publisher))
    if publisher.template is not None:
        contents = _template(root, publisher, languages, findings)
    else:
        contents = {TEMPLATE: recoloured(_house(TEMPLATE), palette_of(publisher.colours))}
    return contents, findings.all()


def _template(root: Path, publisher: Publisher, languages: Collection[str], findings: Findings) -> dict[str, bytes]:
    """Return a template as decks are planned for it, with the tables of its typefaces; nothing for a bad one."""
    span = key_span(publisher, "template")
    data = read_beside(root, publisher.template or "", span, findings)
    if data is None:
        return {}
    try:
        return _ready(root, data, publisher, languages, findings)
    except _ODD as problem:
        message = f"the template {_file(publisher)} cannot be used: it says of a layout what Office does not say"
        hint = "open the template in PowerPoint and save it as .pptx or .potx"
        findings.add((diagnose(Code.TEMPLATE_UNREADABLE, f"{message} ({problem})", span, hint=hint),))
        return {}


def _ready(
    root: Path, data: bytes, publisher: Publisher, languages: Collection[str], findings: Findings
) -> dict[str, bytes]:
    span = key_span(publisher, "template")
    archive, faults = open_archive(data)
    house = _house(TEMPLATE)
    parts, strange = tame(archive, _parts(house)) if archive else (None, ())
    for fault in (*faults, *strange):
        message = f"the template {_file(publisher)} cannot be used: {fault.message}"
        findings.add((diagnose(fault.code, message, span, hint=fault.hint),))
    if parts is None:
        return {}
    template = write_package(parts)
    theme = read_theme(template, house, publisher.layouts)
    unusable = check_usable(publisher, theme)
    if unusable:
        findings.add(unusable)
        return {}
    fonts, _ = theme.fonts, theme.shades  # all that planners ask for, read here once: later nothing surprises them
    findings.add(check_template(publisher, theme))
    tables = _tables(root, publisher, fonts, findings)
    findings.add(check_letters(publisher, tables, [one for tag in sorted(languages) if (one := find_language(tag))]))
    return {TEMPLATE: template, _HOUSE: house, **{f"{_FONTS}{name}": table for name, table in tables.items()}}


def _tables(root: Path, publisher: Publisher, fonts: Collection[str], findings: Findings) -> dict[str, bytes]:
    """Return the table of letter widths of each typeface of a template."""
    given = {typeface.name: typeface for typeface in publisher.typefaces}
    tables = {}
    for name in sorted(fonts):
        typeface = given.get(name)
        ours = find_table(typeface.twin if typeface and not typeface.files else name)
        if typeface is not None and typeface.files:
            table = _measured(root, typeface, findings)
        elif ours is not None:
            table = _house(ours)
        else:
            table = None
            findings.add((_unmeasured(publisher, name, typeface),))
        if table is not None:
            tables[name] = table
    return tables


def _measured(root: Path, typeface: Typeface, findings: Findings) -> bytes | None:
    read = {face: read_beside(root, path, typeface.span, findings) for face, path in typeface.files}
    found = {face: data for face, data in read.items() if data is not None}
    if len(found) < len(read):
        return None
    try:
        return font_table(found)
    except NoFont as problem:
        message = f"the typeface {typeface.name} cannot be measured: {problem}"
        hint = "give the TrueType or OpenType files of the typeface itself (.ttf, .otf)"
        findings.add((diagnose(Code.FONT_UNMEASURED, message, typeface.span, hint=hint),))
        return None


def _unmeasured(publisher: Publisher, name: str, typeface: Typeface | None) -> Diagnostic:
    span = typeface.span if typeface else key_span(publisher, "template")
    twin = f", and `{typeface.twin}` is no typeface that we have measured" if typeface else ""
    message = f"the typeface {name} of {_file(publisher)} has no file{twin}: nobody can tell whether its text fits"
    hint = (
        f"put its files beside the profile, `fonts: {{{name}: {{regular: …, bold: …}}}}`, or name one whose letters are"
        f" as wide, `fonts: {{{name}: Carlito}}`; known: {', '.join(sorted(TABLES))}"
    )
    return diagnose(Code.FONT_UNMEASURED, message, span, hint=hint)


def _file(publisher: Publisher) -> str:
    return (publisher.template or "").rpartition("/")[2]


@cache
def _house(name: str) -> bytes:
    data = files.read_package(f"themes/{name}")
    if data is None:
        raise FileNotFoundError(name)
    return data


def _parts(template: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        return {name: package.read(name) for name in package.namelist()}
