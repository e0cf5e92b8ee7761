"""The test on paper with its key → what its questions mean: all that must be read is there, and the key is right."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.write.meanings import GAP, Meaning, squeezed

PAPERS = ("test.pdf", "test.docx")


def paper(name: str, test: bytes, key: bytes, expected: dict[str, Meaning]) -> dict[str, Meaning]:
    """Return the questions whose words stand in the test and whose answers stand in the key."""
    read = _pdf if name.endswith("pdf") else _docx
    asked, answered = read(test), read(key)
    found = {}
    for id, meaning in expected.items():
        prompt = meaning["prompt"].split(GAP)
        if id.startswith("test-") and all(squeezed(part).strip(" .") in asked for part in prompt):
            found[id] = _meaning(meaning, asked, answered)
    return found


def _meaning(meaning: Meaning, asked: str, answered: str) -> Meaning:
    """Return what can be told of a question by its words; what cannot is left out."""
    shown, right = _words(meaning["key"])
    return {
        "case": meaning["case"] if meaning["case"] in asked else "",
        "unit": meaning["unit"] if meaning["unit"] in asked else "",
        "explanation": meaning["explanation"] if meaning["explanation"] in answered else "",
        "key": meaning["key"]
        if all(word in asked for word in shown) and all(word in answered for word in right)
        else None,
    }


def _words(key: Any) -> tuple[list[str], list[str]]:
    """Return the words that a learner must read, and those that the key must tell."""
    match key:
        case dict():
            return list(key), [text for text, right in key.items() if right]
        case (dict() as pairs, set() as lonely):
            return [*pairs, *pairs.values(), *lonely], [*pairs, *pairs.values()]
        case [*parts] if parts and isinstance(parts[0], str):
            return list(parts), list(parts)
        case [*parts] if parts and isinstance(parts[0], set | dict):
            return [], []
        case set():
            return [], sorted(key)
        case _:
            return [], []


def _docx(data: bytes) -> str:
    from docx import Document

    document = Document(io.BytesIO(data))
    return squeezed(
        " ".join(
            node.text or ""
            for node in document.element.body.iter()
            if node.tag.endswith("}t") or node.tag.endswith("}tab")
        )
    )


def _pdf(data: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60)
    return squeezed(re.sub("\xad\n", "", done.stdout.decode()))
