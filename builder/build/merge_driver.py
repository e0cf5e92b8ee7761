"""`course translate merge-driver`: what git calls where two branches have changed the same file of a language."""

from collections.abc import Iterator
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.localize.catalogue import Catalogue
from builder.localize.ledger import read_ledger, write_ledger
from builder.localize.paths import language_of
from builder.localize.po import read_catalogue, write_catalogue
from builder.localize.three_way import conflicts_in, merge_catalogues, merge_ledgers, merge_memories
from builder.localize.tmx import read_tmx, write_tmx
from builder.read.decode import decode
from builder.source import SourceFile, Span

NAME = "coursewright"
COMMAND = "course translate merge-driver %O %A %B --path %P"
ATTRIBUTES = (
    f"locales/*/*.po merge={NAME}",
    f"locales/*/review.tsv merge={NAME}",
    f"locales/*/_tm.tmx merge={NAME}",
)
"""The lines of ``.gitattributes`` beside the workspace's manifest."""
_HEADER_LANGUAGES = "en"


def merge_files(base: Path, ours: Path, theirs: Path, *, path: str) -> tuple[bool, Diagnostics]:
    """Write the merged file in place of ours and return whether nothing is left to decide, with what was found.

    ``path`` is what the file is called in the workspace. A file that cannot be read is no reason to lose either side:
    nothing is written then.
    """
    findings = Findings()
    sources = [_source(each, path, findings) for each in (base, ours, theirs)]
    if any(source is None for source in sources):
        return False, findings.all()
    first, second, third = (source for source in sources if source is not None)
    text, conflicts = _merged(first, second, third, findings)
    if text is None:
        return False, findings.all()
    files.write(ours, text.encode())
    return not conflicts, (*findings.all(), *conflicts)


def _merged(
    base: SourceFile, ours: SourceFile, theirs: SourceFile, findings: Findings
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    path = ours.path
    if path.endswith(".tsv"):
        ledgers = (findings.take(read_ledger(source)) for source in (base, ours, theirs))
        return write_ledger(merge_ledgers(*ledgers)), ()
    if path.endswith(".tmx"):
        return _memory(base, ours, theirs, findings), ()
    catalogues = [findings.take(read_catalogue(source)) for source in (base, ours, theirs)]
    if has_errors(findings.all()):
        findings.add((_whole(path),))
        return None, ()
    return _catalogue(*catalogues)


def _memory(base: SourceFile, ours: SourceFile, theirs: SourceFile, findings: Findings) -> str | None:
    if not ours.text.strip() or not theirs.text.strip():
        return ours.text or theirs.text or base.text
    language = language_of(ours.path) or "und"
    source = next((tag for text in (ours.text, theirs.text) for tag in _source_languages(text)), _HEADER_LANGUAGES)
    sides = [findings.take(read_tmx(side, source_language=source, language=language)) for side in (ours, theirs)]
    if has_errors(findings.all()):
        findings.add((_whole(ours.path),))
        return None
    return write_tmx(merge_memories(*sides), source_language=source, language=language)


def _source_languages(text: str) -> Iterator[str]:
    """Yield the language of the header, if there is one."""
    _, found, rest = text.partition('srclang="')
    if found:
        yield rest.partition('"')[0]


def _catalogue(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> tuple[str, tuple[Diagnostic, ...]]:
    merged = merge_catalogues(base, ours, theirs)
    text = write_catalogue(merged.catalogue)
    again, _ = read_catalogue(SourceFile(ours.path, text))
    return text, tuple(_conflict(ours.path, one.line, one.msgid) for one in conflicts_in(again, merged.conflicts))


def _conflict(path: str, line: int, msgid: str) -> Diagnostic:
    shown = msgid if len(msgid) <= 60 else msgid[:59] + "…"
    message = f"both sides have translated “{shown}”, each in another way"
    hint = "ours stands in msgstr, theirs in the comment `# also:`; choose, delete the comment, and `git add` the file"
    return diagnose(Code.CATALOGUE_CONFLICT, message, Span.at(path, line), hint=hint, language=language_of(path))


def _whole(path: str) -> Diagnostic:
    message = "a version of this file cannot be read, so nothing was merged; the file holds our version only"
    hint = f"mend the line on its branch and merge again; `git show :3:{path}` prints their version"
    return diagnose(Code.CATALOGUE_CONFLICT, message, Span.at(path), hint=hint, language=language_of(path))


def _source(file: Path, path: str, findings: Findings) -> SourceFile | None:
    data = files.read_if_present(file)
    if data is None:
        hint = "git calls this command with three files: `course translate merge-driver` prints how to set it up"
        findings.add((diagnose(Code.FILE_MISSING, f"there is no file {file}", Span.at(path), hint=hint),))
        return None
    return findings.take(decode(data, path))
