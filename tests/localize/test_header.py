"""One order of the header's fields, whichever command writes the catalogue."""

import pytest

from builder.localize.canonical import canonical_catalogue
from builder.localize.catalogue import Catalogue, header_fields
from builder.localize.header import header_for
from builder.localize.merge import update_catalogue
from tests.localize.rows import entry, macedonian

EDITION = "refresher 1.0.0"


@pytest.mark.parametrize("edition", ["", EDITION])
def test_fmt_and_update_agree_on_a_header_that_another_program_has_shuffled(edition: str) -> None:
    ours = header_fields(header_for(macedonian(), edition=edition))
    fields = {"X-Generator": "Poedit 3.4", "Last-Translator": "Ana", **dict(reversed(ours.items()))}
    header = header_for(macedonian())
    shuffled = type(header)(msgid="", msgstr=("".join(f"{name}: {value}\n" for name, value in fields.items()),))
    template = [entry("Wait.")]
    catalogue = Catalogue(path="locales/mk/m.po", header=shuffled, messages=(*template,))
    laid_out = canonical_catalogue(catalogue, macedonian())
    for before in (catalogue, laid_out):
        after, _ = update_catalogue(before, template, path="m.po", language=macedonian(), edition=edition)
        assert after.header == laid_out.header
    assert [*header_fields(laid_out.header)] == [*ours, "X-Generator", "Last-Translator"]
