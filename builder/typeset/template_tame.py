"""A publisher's presentation → a template: its masters alone, tamed so that what is measured is what is shown."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from builder.diagnostics import Code
from builder.typeset.template_archive import MAIN, TYPES, Archive, Fault, Relation

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
_OURS = {
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "ppt/presProps.xml": f"{_PRESENTATION}presProps+xml",
    "ppt/viewProps.xml": f"{_PRESENTATION}viewProps+xml",
}
"""What says more of the file that it was than of the one that it becomes."""
_STATED = re.compile(r"ppt/(slideMasters|slideLayouts)/[^/]+\.xml")
_NAMESPACE = b'="http://schemas.openxmlformats.org/presentationml/2006/main"'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PREFIXES = {"slideMasters": "<p:sldMaster", "slideLayouts": "<p:sldLayout"}
_TABLES = "ppt/tableStyles.xml"
_DEFAULT_STYLE = re.compile(rb'<a:tblStyleLst[^>]*\bdef="([^"]*)"')
_SLIDES = re.compile(
    r"<p:(sldIdLst|custShowLst|custDataLst|smartTags|photoAlbum|modifyVerifier|handoutMasterIdLst|extLst)\b"
    r"(?:[^>]*/>|.*?</p:\1>)",
    re.DOTALL,
)
_LEVEL = re.compile(r"<a:(lvl\dpPr|defPPr)\b[^>]*?(?:/>|>.*?</a:\1>)", re.DOTALL)
_SPACE = r"<a:{name}>\s*<a:spc(Pts|Pct) val=\"(\d+)(%?)\"\s*/>\s*</a:{name}>"
_BEFORE, _AFTER, _LINE = (re.compile(_SPACE.format(name=name)) for name in ("spcBef", "spcAft", "lnSpc"))
_SIZE = re.compile(r"<a:defRPr\b[^>]*?\bsz=\"(\d+)\"")
_SPREAD = re.compile(r"(<a:defRPr\b[^>]*?) spc=\"\d+\"")
_FITTED = re.compile(r"<a:(normAutofit|spAutoFit)\b(?:[^>]*/>|.*?</a:\1>)", re.DOTALL)
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_OTHER = re.compile(r"<p:otherStyle>.*?</p:otherStyle>", re.DOTALL)
_BARE_OTHER = re.compile(r"<p:otherStyle\s*(?:/>|>\s*</p:otherStyle>)")
_COLUMNS = re.compile(r"(<a:bodyPr\b[^>]*?) numCol=\"\d+\"")
_UNWRAPPED = re.compile(r"(<a:bodyPr\b[^>]*?) wrap=\"none\"")
_LINE_HEIGHT = 1.2
"""Ems of a line, where a distance in points becomes a share of one."""


def tame(archive: Archive, house: Mapping[str, bytes]) -> tuple[Mapping[str, bytes] | None, tuple[Fault, ...]]:
    """Return the parts of a template, with what ours has and it lacks: a master for notes, properties.

    Gone are its slides, text that shrinks or stretches by itself, room after paragraphs (it stands before them now).
    """
    strange = [name for name, data in archive.parts.items() if not _is_usual(name, data)]
    if strange:
        message = f"{strange[0]} is written as Office does not write it"
        hint = "open the template in PowerPoint and save it as .pptx or .potx"
        return None, (Fault(Code.TEMPLATE_UNREADABLE, message, hint),)
    other = _OTHER.search(house[_MASTER].decode())
    style = _bound(other[0]) if other else ""
    parts = {name: _tamed(name, data, style) for name, data in archive.parts.items()}
    relations = {name: list(rows) for name, rows in archive.relations.items()}
    types = dict(archive.types)
    types[MAIN] = f"{_PRESENTATION}presentation.main+xml"
    parts[MAIN] = _with_text_style(parts[MAIN].decode(), house[MAIN].decode()).encode()
    _add_notes_master(parts, relations, types, house)
    _add_table_style(parts, relations, types, house)
    for name, kind in _OURS.items():
        parts[name] = house[name]
        types[name] = kind
        if name.startswith("ppt/"):
            relation = name.removeprefix("ppt/").removesuffix(".xml")
            relations[MAIN].append(Relation(f"rId-{relation}", f"{_OFFICE}/{relation}", name))
    parts["_rels/.rels"] = house["_rels/.rels"]
    for name, rows in relations.items():
        folder, _, file = name.rpartition("/")
        parts[f"{folder}/_rels/{file}.rels"] = _relations(rows).encode()
    parts[TYPES] = _types(parts, types).encode()
    return dict(sorted(parts.items())), ()


def _is_usual(name: str, data: bytes) -> bool:
    stated = _STATED.fullmatch(name)
    if stated:
        return _NAMESPACE in data and _PREFIXES[stated[1]].encode() in data
    return name != MAIN or (
        _NAMESPACE in data and all(one in data for one in (b"<p:presentation", b"<p:sldSz", b" r:id="))
    )


def _tamed(name: str, data: bytes, other: str) -> bytes:
    """Return a part of a template; a master that says nothing of its further text says what ours does (``other``)."""
    if name == MAIN:
        return _SLIDES.sub("", data.decode("utf-8-sig")).encode()
    if not _STATED.fullmatch(name):
        return data
    text = _LEVEL.sub(lambda found: _level(found[0]), data.decode("utf-8-sig"))
    text = _BARE_OTHER.sub(lambda _found: other, text)
    text = _FITTED.sub("<a:noAutofit/>", text)
    return _UNWRAPPED.sub(r"\1", _COLUMNS.sub(r"\1", text)).encode()


def _level(style: str) -> str:
    """Return a level's style with all its room before its paragraphs, its lines as a share, its letters not spread."""
    size = int(found[1]) / 100 if (found := _SIZE.search(style)) else 18.0
    after, before, line = _AFTER.search(style), _BEFORE.search(style), _LINE.search(style)
    if after:
        room = _points(after, size) + (_points(before, size) if before else 0.0)
        written = f'<a:spcBef><a:spcPts val="{round(room * 100)}"/></a:spcBef>'
        style = _AFTER.sub("" if before else written, style)
        style = _BEFORE.sub(written, style) if before else style
    if line and line[1] == "Pts":
        share = round(int(line[2]) / (size * _LINE_HEIGHT) * 1000)
        style = _LINE.sub(f'<a:lnSpc><a:spcPct val="{share}"/></a:lnSpc>', style)
    return _SPREAD.sub(r"\1", style)


def _points(room: re.Match[str], size: float) -> float:
    if room[1] == "Pts":
        return int(room[2]) / 100
    return size * _LINE_HEIGHT * int(room[2]) / (100 if room[3] else 100000)


def _with_text_style(presentation: str, house: str) -> str:
    """Return a presentation with a style for what no master speaks of: else programs take a typeface of their own."""
    if "<p:defaultTextStyle" in presentation:
        return presentation
    style = re.search(r"<p:defaultTextStyle>.*?</p:defaultTextStyle>", house, re.DOTALL)
    text = _bound(style[0]) if style else ""
    return presentation.replace("</p:presentation>", f"{text}</p:presentation>")


def _bound(element: str) -> str:
    """Return an element of ours that says itself what its prefix means: a template may have none for it."""
    return element.replace(">", f' xmlns:a="{_DRAWING}">', 1)


def _add_notes_master(
    parts: dict[str, bytes],
    relations: dict[str, list[Relation]],
    types: dict[str, str],
    house: Mapping[str, bytes],
) -> None:
    """Put our master for notes, with its theme, where a template has none."""
    if any(row.kind == "notesMaster" for row in relations[MAIN]):
        return
    master, theme = "ppt/notesMasters/notesMaster1.xml", "ppt/theme/notesTheme.xml"
    parts[master], parts[theme] = house[master], house["ppt/theme/theme2.xml"]
    types[master] = f"{_PRESENTATION}notesMaster+xml"
    types[theme] = "application/vnd.openxmlformats-officedocument.theme+xml"
    relations[master] = [Relation("rId1", f"{_OFFICE}/theme", theme)]
    relations[MAIN].append(Relation("rIdNotes", f"{_OFFICE}/notesMaster", master))
    listed = '<p:notesMasterIdLst><p:notesMasterId r:id="rIdNotes"/></p:notesMasterIdLst>'
    text = re.sub(r"<p:notesMasterIdLst\b.*?(?:/>|</p:notesMasterIdLst>)", "", parts[MAIN].decode(), flags=re.DOTALL)
    parts[MAIN] = text.replace("</p:sldMasterIdLst>", f"</p:sldMasterIdLst>{listed}").encode()


def _add_table_style(
    parts: dict[str, bytes],
    relations: dict[str, list[Relation]],
    types: dict[str, str],
    house: Mapping[str, bytes],
) -> None:
    """Put our style of tables where a template has none of its own; one that Office only knows by number is none."""
    stored = next((row for row in relations[MAIN] if row.kind == "tableStyles"), None)
    own = parts.pop(stored.target, b"") if stored else b""
    relations[MAIN] = [row for row in relations[MAIN] if row is not stored]
    relations[MAIN].append(Relation("rIdTables", f"{_OFFICE}/tableStyles", _TABLES))
    default = _DEFAULT_STYLE.search(own)
    parts[_TABLES] = own if default and b'styleId="%s"' % default[1] in own else house[_TABLES]
    types[_TABLES] = f"{_PRESENTATION}tableStyles+xml"


def _relations(rows: Iterable[Relation]) -> str:
    written = "".join(
        f'<Relationship Id="{escape(row.id)}" Type="{escape(row.type)}" Target="/{escape(row.target)}"/>'
        for row in rows
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'


def _types(parts: Mapping[str, bytes], types: Mapping[str, str]) -> str:
    """Return the types of all parts: XML one by one, all else by the ends of their names."""
    ends = {name.rpartition(".")[2]: types[name] for name in sorted(parts) if name in types}
    defaults = {end: kind for end, kind in ends.items() if end != "xml"}
    defaults |= {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
        "png": "image/png", "svg": "image/svg+xml",
    }  # fmt: skip
    own = {
        name: types[name] for name in parts if name in types and defaults.get(name.rpartition(".")[2]) != types[name]
    }
    written = "".join(
        f'<Default Extension="{end}" ContentType="{escape(kind)}"/>' for end, kind in sorted(defaults.items())
    )
    written += "".join(
        f'<Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in sorted(own.items())
    )
    return f'{_HEAD}<Types xmlns="{_TYPES}">{written}</Types>'
