"""Which edition of its courses a catalogue belongs to; the end of one sends what nobody uses to the memory.

"One edition" is the time in which the courses that take a module keep the edition of their ``course.yaml``. The
catalogue's header says which that was when it was last updated: ``X-Edition: foundations 0.2.0, introduction 0.1.0``.
An entry that the lessons lose becomes obsolete and stays in the file. Once any of these courses has another edition,
the next update moves the entries that were obsolete before it into the translation memory; what it makes obsolete
itself stays for the edition that begins. A course that is added, renamed or taken away ends no edition. Where no
course takes a module, all courses count; where the header says nothing, nothing has ended.
"""

from collections.abc import Iterable, Mapping

from builder.localize.catalogue import Message, header_fields

EDITION = "X-Edition"


def edition_line(courses: Iterable[tuple[str, str]]) -> str:
    """Return courses, each an id with its edition, as the header has them; blanks within an edition become ``_``."""
    return ", ".join(f"{course} {'_'.join(edition.split()).replace(',', ';')}" for course, edition in sorted(courses))


def edition_ended(header: Message | None, now: str) -> bool:
    """Return whether a course has another edition now than when a catalogue was last updated."""
    before, after = (_editions(line) for line in (header_fields(header).get(EDITION, ""), now))
    return any(before[course] != after[course] for course in before.keys() & after.keys())


def _editions(line: str) -> Mapping[str, str]:
    pairs = (part.strip().partition(" ") for part in line.split(",") if part.strip())
    return {course: edition for course, _blank, edition in pairs}
