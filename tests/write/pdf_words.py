"""Where the words of a PDF stand, as poppler reads it."""

import re
import subprocess
from pathlib import Path


def words_down(data: bytes, folder: Path) -> list[list[tuple[str, float]]]:
    """Return the words of each page, each with how far down it ends, in points."""
    (folder / "paper.pdf").write_bytes(data)
    command = ["pdftotext", "-bbox", str(folder / "paper.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    word = re.compile(r'yMax="([\d.]+)">([^<]*)</word>')
    return [[(text, float(down)) for down, text in word.findall(page)] for page in told.split("<page ")[1:]]


def words_across(data: bytes, folder: Path) -> dict[str, tuple[float, float]]:
    """Return where each word of the first page begins and ends, in points from the left; of equal words the first."""
    (folder / "paper.pdf").write_bytes(data)
    command = ["pdftotext", "-l", "1", "-bbox", str(folder / "paper.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    word = re.compile(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>')
    return {text: (float(left), float(right)) for left, right, text in reversed(word.findall(told))}
