"""Merge a catalogue with the messages of today, as `course translate update` does, and write it: OLD TEMPLATE NEW."""

import sys
from pathlib import Path

from builder.languages.table import find_language
from builder.localize.merge import update_catalogue
from builder.localize.po import read_catalogue, write_catalogue
from builder.source import SourceFile


def main() -> None:
    """Do what msgmerge does with the same two files; Python's start is part of what this costs."""
    old, template = (
        read_catalogue(SourceFile(name, Path(name).read_text(encoding="utf-8")))[0] for name in sys.argv[1:3]
    )
    language = find_language("mk")
    if language is None:
        raise SystemExit("the language is unknown")
    merged, _ = update_catalogue(old, template.messages, path=old.path, language=language)
    Path(sys.argv[3]).write_text(write_catalogue(merged), encoding="utf-8")


if __name__ == "__main__":
    main()
