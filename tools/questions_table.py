"""Writes the table of docs/questions.md: what each format makes of each kind of question.

Run it where the table is no longer true: python -m tools.questions_table
"""

import re
from pathlib import Path

from builder.build.carried import carriages, table

PAGE = Path(__file__).parents[1] / "docs/questions.md"
_TABLE = re.compile(r"(?<=<!-- table -->\n)(?:\|.*\n)*")
_SIGNS = {"whole": "yes", "part": "in part", "none": "–"}


def lines() -> str:
    """Return the table as Markdown."""
    rows = table(carriages())
    formats = list(next(iter(rows.values())))
    cells = [["", *(name.removeprefix("quiz.") for name in formats)], ["---", *("---" for _ in formats)]]
    cells += [[kind, *(_SIGNS[row[name]] for name in formats)] for kind, row in rows.items()]
    return "".join(f"| {' | '.join(row)} |\n" for row in cells)


def page(text: str) -> str:
    """Return the page with the table as it is now."""
    return _TABLE.sub(lambda _: lines(), text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
