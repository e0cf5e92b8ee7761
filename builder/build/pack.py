"""`course pack`: what was built → one zip per course, language and audience, to hand out on a stick."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from builder import files
from builder.build.editions import Editions
from builder.build.findings import Findings, has_errors
from builder.build.load import Loaded, load
from builder.build.manifest import Row, not_writable, read_manifest
from builder.build.resources import Shelf
from builder.build.targets import Selection, WrongUse, check_selection
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.formats import FORMATS, find_formats
from builder.plan.pack_index import PackedFile, plan_pack_index
from builder.records import dataclass
from builder.resolve.selection import ALL
from builder.source import Span
from builder.write.html import write_html
from builder.write.package import write_package

INDEX, SUMS = "index.html", "SHA256SUMS.txt"
_PAGE = "handout.html"
"""The format whose look the page has."""
_BY_HAND = ("test",)
"""For participants, but given out by the trainer, sheet by sheet: whoever has the pack could read it before."""
_AUDIENCE = {format.name: format.audience for format in FORMATS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Packs:
    """The zips that were written, each with how many files it holds, and what was found."""

    written: tuple[tuple[Path, int], ...]
    diagnostics: Diagnostics


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pack:
    course: str
    language: str
    trainer: bool
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        edition = self.rows[0].edition
        draft = "-DRAFT" if any(row.draft for row in self.rows) else ""
        audience = "trainer" if self.trainer else "participant"
        return f"{self.course}_{audience}_{self.language}_{edition}{draft}.zip"


def pack(root: Path, dist: Path, out: Path, selection: Selection) -> Packs:
    """Write the packs of what ``dist`` holds; raises `WrongUse` for a name or a folder without files."""
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None or has_errors(findings.all()):
        return Packs(written=(), diagnostics=findings.all())
    check_selection(selection, loaded.workspace.courses, FORMATS)
    rows = _rows(loaded, dist, selection)
    if not rows:
        raise WrongUse(
            f"{dist} holds no files of these courses and languages in their edition; run `course build` first"
        )
    found = [finding for row in rows for finding in _wrong(dist, row)]
    if found:
        return Packs(written=(), diagnostics=tuple(found))
    try:
        written = tuple(_write(one, dist, out, loaded) for one in _packs(rows))
    except OSError as problem:
        return Packs(written=(), diagnostics=(not_writable(out, problem),))
    return Packs(written=written, diagnostics=())


def _rows(loaded: Loaded, dist: Path, selection: Selection) -> list[Row]:
    """Return the files of the courses' present editions: an older one beside them stays where it is."""
    editions = {course.id: course.edition for course in loaded.workspace.courses}
    return [
        row
        for row in read_manifest(dist)
        if row.edition == editions.get(row.course)
        and (not selection.courses or row.course in selection.courses)
        and (not selection.languages or row.lang in selection.languages)
    ]


def _wrong(dist: Path, row: Row) -> Iterator[Diagnostic]:
    """Yield what forbids that a file is handed out: it is not as built, or nobody can be sure whom it is for."""
    if files.sha256_of(dist / row.path) != row.sha256:
        message = f"{row.path} is not as it was built"
        hint = "build again; a file that you have edited yourself is handed out beside the pack"
        yield diagnose(Code.PACK_CHANGED, message, Span.at(f"{dist.name}/{row.path}"), hint=hint)
    told = {row.audience, _AUDIENCE.get(row.format), "trainer" if "/trainer/" in f"/{row.path}" else "participant"}
    if len(told) > 1:
        message = f"whether {row.path} is for participants is not certain"
        yield diagnose(Code.PACK_AUDIENCE, message, Span.at(f"{dist.name}/{row.path}"), hint="build it again")


def _packs(rows: Sequence[Row]) -> Iterator[_Pack]:
    """Yield a pack for participants, and one for trainers that holds everything, per course and language."""
    for course, language in sorted({(row.course, row.lang) for row in rows}):
        mine = tuple(sorted(row for row in rows if (row.course, row.lang) == (course, language)))
        open_ = tuple(row for row in mine if row.audience == "participant" and row.artefact not in _BY_HAND)
        if open_:
            yield _Pack(course=course, language=language, trainer=False, rows=open_)
        if len(open_) < len(mine):
            yield _Pack(course=course, language=language, trainer=True, rows=mine)


def _write(one: _Pack, dist: Path, out: Path, loaded: Loaded) -> tuple[Path, int]:
    packed = tuple(_packed(row) for row in one.rows)
    parts = {file.path: (dist / row.path).read_bytes() for file, row in zip(packed, one.rows, strict=True)}
    parts[INDEX] = _index(one, packed, loaded)
    parts[SUMS] = "".join(f"{file.sha256}  {file.path}\n" for file in packed).encode()
    path = out / one.name
    files.write(path, write_package(parts))
    return path, len(packed)


def _packed(row: Row) -> PackedFile:
    trainer = row.audience == "trainer" or row.artefact in _BY_HAND
    name = row.path.rpartition("/")[2]
    return PackedFile(
        path=f"trainer/{name}" if trainer else name, part=row.part, artefact=row.artefact, variant=row.variant,
        trainer=trainer, draft=row.draft, bytes=row.bytes, sha256=row.sha256,
    )  # fmt: skip


def _index(one: _Pack, packed: tuple[PackedFile, ...], loaded: Loaded) -> bytes:
    course = next(course for course in loaded.workspace.courses if course.id == one.course)
    edition = Editions(loaded).edition(course, ALL, one.language)
    page = plan_pack_index(edition, packed, trainer=one.trainer)
    if any(file.draft for file in packed):
        page = replace(page, draft=True)
    (format,) = find_formats((_PAGE,))
    return write_html(page, Shelf(loaded.brands).resources(format, course.publisher))
