"""What a publisher's profile brings into a build: its template, what measures it, its pictures found safe."""

from collections.abc import Collection, Mapping
from pathlib import Path

from builder import files
from builder.build.findings import Findings
from builder.check.pictures import inspect_picture
from builder.diagnostics import Code, Diagnostics, diagnose
from builder.model.edition import Picture
from builder.model.workspace import Publisher
from builder.records import dataclass
from builder.source import Span

TEMPLATE = "deck.pptx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """A publisher's files, ready for planners and writers."""

    files: Mapping[str, bytes]
    """What stands in for files of our themes, by their names, and what comes beside them."""
    pictures: Mapping[str, Picture]
    """Logos and the emblem, by their paths."""


NO_BRAND = Brand(files={}, pictures={})


def load_brand(root: Path, publisher: Publisher, languages: Collection[str]) -> tuple[Brand, Diagnostics]:
    """Return a publisher's files and everything that is wrong with them, for courses in some languages."""
    findings = Findings()
    pictures = _pictures(root, publisher, findings)
    contents: dict[str, bytes] = {}
    if publisher.template is not None or publisher.colours:
        from builder.build.dress import dressed  # most publishers need nothing of what reads templates

        contents = findings.take(dressed(root, publisher, languages))
    return Brand(files=contents, pictures=pictures), findings.all()


def read_beside(root: Path, path: str, span: Span, findings: Findings) -> bytes | None:
    """Return a file of the publisher's folder; None with the reason among the findings."""
    folder = "/".join(path.split("/")[:2])
    if not files.stays_inside(root, path, folder):
        message, hint = f"{path} lies outside the publisher's folder", "copy the file itself into the folder"
        findings.add((diagnose(Code.FIGURE_OUTSIDE, message, span, hint=hint),))
        return None
    try:
        data = files.read_bytes(root, path)
    except files.Unreadable as problem:
        hint = "put the file itself into the publisher's folder, small enough and with permission to read it"
        findings.add((diagnose(Code.FILE_UNREADABLE, f"cannot read {path}: {problem}", span, hint=hint),))
        return None
    if data is None:
        hint = "check the name, capitals included, and that the file is in the publisher's folder"
        findings.add((diagnose(Code.FILE_MISSING, f"{path} is missing", span, hint=hint),))
    return data


def _pictures(root: Path, publisher: Publisher, findings: Findings) -> dict[str, Picture]:
    """Return the logos and the emblem that are there and safe."""
    named = [(logo.path, logo.span) for logo in publisher.logos]
    if publisher.funding is not None and publisher.funding.emblem is not None:
        named.append((publisher.funding.emblem, publisher.funding.span))
    pictures = {}
    for path, span in named:
        data = read_beside(root, path, span, findings)
        picture = findings.take(inspect_picture(path, data)) if data is not None else None
        if picture is not None:
            pictures[path] = picture
    return pictures
