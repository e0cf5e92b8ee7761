"""gettext's own tools are the judges of our catalogues."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from builder.localize.po import Catalogue, Message, read_catalogue, write_catalogue
from builder.source import SourceFile
from tests.localize.catalogues import catalogues

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*/expected.po"))
SHIPPED = sorted((HERE.parent.parent / "builder" / "interface").glob("*.po"))
pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext's tools are not installed"),
]


def run(*command: str, text: str) -> str:
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_the_tools_keep_it(catalogue: Catalogue) -> tuple[Message, ...]:
    """Return the messages without what gettext's tools drop: flags of others, and what has no translation."""
    return tuple(
        replace(message, flags=tuple(flag for flag in message.flags if _is_kept(flag, message)))
        for message in sorted(catalogue.messages, key=lambda message: message.obsolete)
        if message.translated or not message.obsolete
    )


def _is_kept(flag: str, message: Message) -> bool:
    return flag == "no-wrap" or (flag == "fuzzy" and message.translated)


@pytest.mark.parametrize("path", [*CASES, *SHIPPED], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_catalogues_compile_and_survive_being_saved_by_gettext(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    run("msgfmt", "-c", "-o", "/dev/null", "-", text=text)
    saved = run("msgcat", "--no-wrap", "-", text=text)
    before, after = (read_catalogue(SourceFile("x.po", each))[0] for each in (text, saved))
    assert after.messages == as_the_tools_keep_it(before)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_our_canonical_form_is_that_of_msgcat(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert run("msgcat", "--no-wrap", "-", text=text) == text


def _begins_or_ends_with_a_line_feed(message: Message) -> bool:
    """Say whether msgfmt would compare line feeds at the ends of source and translation."""
    texts = (message.msgid, message.msgid_plural or "", *message.msgstr)
    return any(text != text.strip("\n") for text in texts)


@settings(max_examples=12)
@given(catalogues())
def test_any_catalogue_that_we_write_compiles_and_reads_the_same_after_gettext_saved_it(catalogue: Catalogue) -> None:
    messages = tuple(message for message in catalogue.messages if not _begins_or_ends_with_a_line_feed(message))
    catalogue = replace(catalogue, messages=messages)
    text = write_catalogue(catalogue)
    run("msgfmt", "-c", "-o", "/dev/null", "-", text=text)
    saved, found = read_catalogue(SourceFile(catalogue.path, run("msgcat", "--no-wrap", "-", text=text)))
    assert not found
    assert saved.messages == as_the_tools_keep_it(catalogue)
