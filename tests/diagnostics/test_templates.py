"""The templates and fonts that bad files hold are what their script draws."""

import pytest

from tests.diagnostics.harness import CASES
from tests.diagnostics.templates import STORED
from tests.typeset.templates import unpack


@pytest.mark.parametrize("path", STORED)
def test_stored_files_are_drawn_here(path: str) -> None:
    stored, drawn = (CASES / path).read_bytes(), STORED[path]()
    if path.endswith(".pptx.bytes"):  # packed, they may differ from one machine to another
        assert unpack(stored) == unpack(drawn)
    else:
        assert stored == drawn
