"""Packages are the same bytes every time, and any reader opens them."""

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from builder.write.package import CONTENT_TYPES, write_package

NAMES = st.text(alphabet="abcAZ/_.[]1", min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=6))
def test_what_goes_in_comes_out_whatever_the_order(parts):
    package = write_package(parts)
    assert package == write_package(dict(reversed(parts.items())))
    with zipfile.ZipFile(BytesIO(package)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == parts
        assert {entry.date_time for entry in opened.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


def test_the_content_types_come_first():
    package = write_package({"A.xml": b"", CONTENT_TYPES: b"", "_rels/.rels": b""})
    with zipfile.ZipFile(BytesIO(package)) as opened:
        assert opened.namelist() == [CONTENT_TYPES, "A.xml", "_rels/.rels"]
