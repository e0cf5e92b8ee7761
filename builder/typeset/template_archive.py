"""A publisher's presentation, opened safely: nothing runs, nothing comes from outside or grows without end."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from builder.diagnostics import Code

MAIN = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
MOST_PARTS = 4000
LARGEST_PART = 64 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes, unpacked; a template with more holds films, or is made to fill a disk."""
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_RUNNING = frozenset({"vbaProject", "wordVbaData", "control", "activeXControlBinary", "oleObject", "package"})
"""Kinds of relationships that lead to programs, and to files of other programs."""
_LEFT_OUT = frozenset(
    {
        "slide", "commentAuthors", "authors", "printerSettings", "customXml", "tags", "customProperties",
        "revisionInfo", "changesInfo", "handoutMaster", "smartTags", "presProps", "viewProps",
    }
)  # fmt: skip
"""What a presentation has beside its masters; a deck needs none of it."""
_ENCODING = re.compile(rb"\xef?\xbb?\xbf?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_SAVE = "open the template in PowerPoint and save it as .pptx or .potx"


class Fault(NamedTuple):
    """Why a template cannot be used."""

    code: Code
    message: str
    hint: str


class Relation(NamedTuple):
    """A relationship of a part."""

    id: str
    type: str
    """The whole address of its type."""
    target: str
    """The name of the part that it leads to."""

    @property
    def kind(self) -> str:
        """Return the last word of its type."""
        return self.type.rpartition("/")[2]


class Archive(NamedTuple):
    """The parts that a presentation's masters are made of, without its slides."""

    parts: Mapping[str, bytes]
    relations: Mapping[str, tuple[Relation, ...]]
    """Of each part that has some."""
    types: Mapping[str, str]
    """The content type of each part."""


class _Stop(Exception):
    """Ends the reading with a fault."""

    def __init__(self, code: Code, message: str, hint: str = _SAVE) -> None:
        super().__init__(message)
        self.fault = Fault(code, message, hint)


def open_archive(data: bytes) -> tuple[Archive | None, tuple[Fault, ...]]:
    """Return what a template's file holds, or None with the reasons to refuse it."""
    try:
        with _package(data) as package:
            return _read(package)
    except _Stop as stop:
        return None, (stop.fault,)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return None, (_unreadable("it is damaged: a part of it cannot be unpacked"),)


def _package(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLD_OFFICE):
        raise _Stop(Code.TEMPLATE_UNREADABLE, "it is protected by a password, or of the time before 2007")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as problem:
        raise _Stop(Code.TEMPLATE_UNREADABLE, "it is no PowerPoint file") from problem
    _check_entries(package.infolist())
    return package


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what would be dangerous to unpack; sizes are checked before anything is."""
    names = [entry.filename.lower() for entry in entries]
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        what = "several parts of one name" if len(names) <= MOST_PARTS else f"more than {MOST_PARTS} parts"
        raise _Stop(Code.TEMPLATE_UNSAFE, f"its archive holds {what}")
    for entry in entries:
        parts = entry.filename.split("/")
        if ".." in parts or entry.filename.startswith("/") or "\\" in entry.filename:
            raise _Stop(Code.TEMPLATE_UNSAFE, f"a part of its archive leads out of it: {entry.filename}")
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
            raise _Stop(Code.TEMPLATE_UNREADABLE, "its archive is locked, or packed in a way that Office does not use")
        if entry.file_size > LARGEST_PART:
            raise _Stop(Code.TEMPLATE_UNSAFE, f"{entry.filename} unpacks to {_megabytes(entry.file_size)}", _SMALLER)
    whole = sum(entry.file_size for entry in entries)
    if whole > LARGEST_WHOLE:
        raise _Stop(Code.TEMPLATE_UNSAFE, f"it unpacks to {_megabytes(whole)}", _SMALLER)


_LINK = "delete the link in the slide master; put a picture itself into the template"
_SMALLER = "delete sample slides, films and large pictures from the template"


def _read(package: zipfile.ZipFile) -> tuple[Archive | None, tuple[Fault, ...]]:
    names = set(package.namelist())
    if MAIN not in names or TYPES not in names:
        return None, (_unreadable("it is an archive, but no presentation"),)
    types = _types(package, names)
    faults = [*_macros(types), *_programs(names)]
    parts: dict[str, bytes] = {}
    relations: dict[str, tuple[Relation, ...]] = {}
    waiting = [MAIN]
    while waiting:
        name = waiting.pop()
        parts[name] = _part(package, name)
        rows, found = _relations(package, name, names)
        faults.extend(found)
        if rows:
            relations[name] = rows
        known = {*parts, *waiting}
        waiting.extend(dict.fromkeys(row.target for row in rows if row.target not in known))
    if faults:
        return None, tuple(dict.fromkeys(faults))
    kept = dict(sorted(parts.items()))
    return Archive(kept, relations, {name: types[name] for name in kept if name in types}), ()


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    data = package.read(name)
    if name.endswith((".xml", ".rels")) or name == TYPES:
        _parse(name, data)
    return data


def _parse(name: str, data: bytes) -> ElementTree.Element:
    """Return the XML of a part; entities could load files or grow without end, and Office writes none."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _Stop(Code.TEMPLATE_UNSAFE, f"{name} declares entities")
    encoding = _ENCODING.match(data)
    if b"\0" in data or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        raise _Stop(Code.TEMPLATE_UNREADABLE, f"{name} is not written in UTF-8")
    try:
        data.decode("utf-8-sig")
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as problem:
        raise _Stop(Code.TEMPLATE_UNREADABLE, f"it is damaged: {name} is not well-formed") from problem


def _types(package: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    tree = _parse(TYPES, package.read(TYPES))
    defaults, own = {}, {}
    for row in tree:
        kind = row.get("ContentType", "")
        if row.tag.endswith("}Default"):
            defaults[row.get("Extension", "").lower()] = kind
        else:
            own[row.get("PartName", "").lstrip("/")] = kind
    found = {name: own.get(name) or defaults.get(name.rpartition(".")[2].lower(), "") for name in sorted(names)}
    return {name: kind for name, kind in found.items() if kind}


def _macros(types: Mapping[str, str]) -> Iterator[Fault]:
    main = types.get(MAIN, "")
    if "macroEnabled" in main:
        yield _unsafe("it is a presentation with macros", "save it as .pptx or .potx, without macros")
    elif ".main+xml" not in main:
        yield _unreadable("it is an archive, but no presentation")


def _programs(names: set[str]) -> Iterator[Fault]:
    for name in sorted(names):
        low = name.lower()
        if low.endswith("vbaproject.bin") or low.startswith("ppt/activex/"):
            yield _unsafe(f"it holds a program: {name}", "save it as .pptx or .potx, without macros and controls")


def _relations(package: zipfile.ZipFile, name: str, names: set[str]) -> tuple[tuple[Relation, ...], list[Fault]]:
    folder, _, file = name.rpartition("/")
    path = f"{folder}/_rels/{file}.rels"
    if path not in names:
        return (), []
    rows, faults = [], []
    for row in _parse(path, package.read(path)):
        relation = Relation(row.get("Id", ""), row.get("Type", ""), row.get("Target", ""))
        if relation.kind in _LEFT_OUT and name == MAIN:
            continue
        if row.get("TargetMode") == "External":
            faults.append(_unsafe(f"{name} leads out of the file: {relation.target[:80]}", _LINK))
        elif relation.kind in _RUNNING:
            hint = "delete the object in the slide master, or put a picture of it there"
            faults.append(_unsafe(f"{name} holds a program or a file of another one: {relation.target}", hint))
        elif relation.kind == "slide":
            raise _Stop(Code.TEMPLATE_UNREADABLE, f"{name} leads to a sample slide: {relation.target}", _LINK)
        else:
            target = posixpath.normpath(posixpath.join(f"/{folder}", relation.target)).lstrip("/")
            if target not in names:
                raise _Stop(Code.TEMPLATE_UNREADABLE, f"it is damaged: {target} is missing")
            rows.append(relation._replace(target=target))
    return tuple(rows), faults


def _megabytes(size: int) -> str:
    return f"{size // 1024 // 1024} MB"


def _unsafe(message: str, hint: str) -> Fault:
    return Fault(Code.TEMPLATE_UNSAFE, message, hint)


def _unreadable(message: str) -> Fault:
    return Fault(Code.TEMPLATE_UNREADABLE, message, _SAVE)
