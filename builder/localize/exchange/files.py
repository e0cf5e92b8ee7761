"""The forms in which texts go out, and which of them a file that comes back is in."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence

from builder.diagnostics import Diagnostics
from builder.languages.table import Language
from builder.localize.exchange import findings
from builder.localize.exchange.docx_pictures import Pictures
from builder.localize.exchange.docx_reader import read_docx
from builder.localize.exchange.docx_writer import write_docx_parts
from builder.localize.exchange.pairs import read_pairs, write_pairs
from builder.localize.exchange.sheet import read_csv, write_csv
from builder.localize.exchange.unit import Incoming, Outgoing
from builder.localize.exchange.xliff12 import read_xliff12, write_xliff12
from builder.localize.exchange.xliff21 import read_xliff21, write_xliff21
from builder.localize.exchange.xml import Damaged, parse_xml
from builder.records import dataclass

SUFFIXES: Mapping[str, str] = {
    "xliff": "xlf", "xliff21": "xlf", "tmx": "tmx", "tbx": "tbx", "docx": "docx", "csv": "csv",
}  # fmt: skip
"""Form → suffix of its files."""
_WRITERS: Mapping[str, Callable[..., bytes]] = {
    "xliff": write_xliff12, "xliff21": write_xliff21, "tmx": write_pairs, "csv": write_csv,
}  # fmt: skip


_ENTRY = re.compile(rb'^msgid "[^\r\n]*"\r?\n(?:"[^\r\n]*"\r?\n)*(?:msgstr|msgid_plural)', re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a file brings back."""

    texts: tuple[Incoming, ...]
    language: str
    """Empty where the file does not say it."""


def write_texts(
    texts: Iterable[Outgoing],
    form: str,
    *,
    source: Language,
    language: Language,
    title: str,
    pictures: Pictures | None = None,
) -> bytes | Mapping[str, bytes]:
    """Return texts in a form: the bytes of a file, or the parts of a package."""
    if form == "docx":
        return write_docx_parts(texts, source=source, language=language, title=title, pictures=pictures)
    return _WRITERS[form](texts, source=source.tag, language=language.tag)


def read_returned(
    data: bytes, *, path: str, source: str, languages: Sequence[str]
) -> tuple[Returned | None, Diagnostics]:
    """Return what a file of any of the forms brings, or why nothing of it can be read.

    What the file is made of decides, not its name. ``languages`` are those that a file without a name for its language
    may be in.
    """
    try:
        return _read(data, path, source, languages)
    except Damaged as problem:
        return None, (findings.unreadable(path, str(problem), problem.line, problem.hint),)


def _read(data: bytes, path: str, source: str, languages: Sequence[str]) -> tuple[Returned | None, Diagnostics]:
    if data.startswith(b"PK"):
        _refuse_archive(data)
        texts, language = read_docx(data, path=path)
        return Returned(texts=texts, language=language), ()
    if not _is_xml(data):
        _refuse_catalogue(data)
        texts, language = read_csv(data, path=path, source=source)
        return Returned(texts=texts, language=language), ()
    root = parse_xml(data)
    if root.name == "tmx":
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
        texts, language, found = read_pairs(text, path=path, source=source, languages=languages)
        return (Returned(texts=texts, language=language) if not found else None), found
    if root.name != "xliff":
        raise Damaged(f"it begins with <{root.name}>: it is neither XLIFF nor TMX")
    read = read_xliff12 if root.attributes.get("version", "").startswith("1.") else read_xliff21
    texts, language = read(root, path=path)
    return Returned(texts=texts, language=language), ()


def _refuse_archive(data: bytes) -> None:
    """Raise `Damaged` for a zip with files for translators in it, such as our package."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return
    inside = [name for name in names if name.endswith((".docx", ".xlf", ".xliff"))]
    if inside and "word/document.xml" not in names:
        raise Damaged("it is an archive", hint=f"unpack it and import the files in it, such as {min(inside)}")


def _refuse_catalogue(data: bytes) -> None:
    """Raise `Damaged` for a PO file."""
    if _ENTRY.search(data):
        hint = "put it where it belongs, locales/LANGUAGE/NAME.po, and run `course translate update LANGUAGE`"
        raise Damaged("it is a catalogue (PO), which needs no import", hint=hint)


def _is_xml(data: bytes) -> bool:
    start = data[:256].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe")
    return start.removeprefix(b"\xfe\xff").lstrip().startswith(b"<")
