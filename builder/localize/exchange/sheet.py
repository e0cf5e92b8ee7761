"""CSV for a spreadsheet: UTF-8 with its mark, so that Excel opens it; no cell that a spreadsheet would calculate.

The columns of the two texts are headed by the language tags. A cell that begins like a formula gets an apostrophe
before it, which an import takes away again; so does one that begins with apostrophes before such a sign.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.localize.exchange.told import notes_of
from builder.localize.exchange.unit import Incoming, Outgoing
from builder.localize.exchange.xml import Damaged

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_QUOTED = re.compile(r"'+[=+\-@\t\r\n]")
_SEPARATORS = (",", ";", "\t")
_LARGEST_CELL = 10_000_000
_YES = frozenset({"yes", "y", "x", "✓", "ok", "po", "да", "da"})
_NO = frozenset({"", "no", "n", "-", "–", "jo", "не", "ne"})
ID, CONTEXT, APPROVED, COMMENT, BASE = "id", "context", "approved", "comment", "base (leave as it is)"
_KNOWN = (ID, "kind", CONTEXT, "state", APPROVED, COMMENT, "about", BASE)


def write_csv(texts: Iterable[Outgoing], *, source: str, language: str) -> bytes:
    """Return the file; equal texts give equal bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow((ID, "kind", CONTEXT, source, language, "state", APPROVED, COMMENT, "about", BASE))
    for text in texts:
        about = "\n".join(f"{name}: {note}" for name, note in notes_of(text) if name != "kind")
        cells = (
            text.id, ", ".join(text.kinds), text.key[0] or "", text.english, text.translation, text.state.value, "",
            "\n".join(text.comments), about, text.base,
        )  # fmt: skip
        writer.writerow(map(harmless, cells))
    return out.getvalue().encode("utf-8-sig", "surrogatepass")


def read_csv(data: bytes, *, path: str, source: str) -> tuple[tuple[Incoming, ...], str]:
    """Return the texts of a file and its language; raises `Damaged` where it is none that we know."""
    text = _decoded(data)
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        names = [name.strip() for name in next(rows, [])]
        if source not in names and CONTEXT in names[:-1]:
            source = names[names.index(CONTEXT) + 1]
        language = _language(names, source)
        found = [
            _incoming(dict(zip(names, map(restored, cells), strict=False)), path, line, source, language)
            for line, cells in _numbered(rows)
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as problem:
        raise Damaged(str(problem)) from problem
    return tuple(found), language


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """Return what a cell said before it was made harmless."""
    return cell[1:] if _QUOTED.match(cell) else cell


def says_yes(cell: str) -> bool:
    """Return whether somebody has written yes, in one of our languages, or ticked it."""
    return cell.strip().strip(".!").casefold() in _YES


def unclear(cell: str) -> str:
    """Return what somebody has written that is neither a yes nor a no; empty for those."""
    return "" if says_yes(cell) or cell.strip().strip(".!").casefold() in _NO else cell.strip()


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise Damaged("it is not UTF-8; save it in the spreadsheet as “CSV UTF-8”", line) from problem


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its line in the file where it ends."""
    number = 1
    for row in rows:
        number += 1
        yield number, row


def _language(names: Sequence[str], source: str) -> str:
    """Return the heading of the column with translations: the one behind the source's."""
    if ID not in names or source not in names:
        raise Damaged(f"its first row does not name the columns {ID} and {source}")
    others = [name for name in names[names.index(source) + 1 :] if name and name not in _KNOWN]
    if not others:
        raise Damaged("no column is headed with the tag of a language behind the source text")
    return others[0]


def _incoming(row: Mapping[str, str], path: str, line: int, source: str, language: str) -> Incoming:
    comments = row.get(COMMENT, "").split("\n")
    return Incoming(
        path=path, line=line, id=row.get(ID, "").strip(), english=row.get(source, ""),
        context=row.get(CONTEXT) or None, translation=row.get(language, ""), base=row.get(BASE),
        comments=tuple(comment.rstrip("\r") for comment in comments if comment.strip()),
        approved=says_yes(row.get(APPROVED, "")), finished=says_yes(row.get(APPROVED, "")),
        unclear=unclear(row.get(APPROVED, "")),
    )  # fmt: skip
