"""The instructions in a translator's package: one for each of our languages, all saying as much."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "builder/interface"
ENGLISH = (FOLDER / "translating.en.txt").read_text("utf-8")
MARKS = r"word/|xliff/|storyboard/|terms\.tbx|terms\.csv|index\.html|\(term:…\)|\(ref:…\)|\{\*\}|\[\[|\{\{|`|a \| b|\{course\}"


@pytest.mark.parametrize("tag", sorted(path.stem for path in FOLDER.glob("*.po")))
def test_each_language_has_them_whole(tag: str) -> None:
    text = (FOLDER / f"translating.{tag}.txt").read_text("utf-8")
    assert re.findall(MARKS, text) == re.findall(MARKS, ENGLISH)
    assert re.findall(r"^  (\d)\.", text, re.MULTILINE) == [str(number) for number in range(1, 10)]
    assert all(len(line) <= 120 for line in text.split("\n"))
    assert text.endswith(".\n")
