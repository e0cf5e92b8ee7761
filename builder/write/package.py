"""Packages of many files: sorted parts, one date, one compression, the same bytes every time."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
MEDIA_TYPE = "mimetype"
"""The part by which a book is known without unpacking: it is first, and not compressed."""
_FIRST = (MEDIA_TYPE, CONTENT_TYPES)
_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_UNIX = 3
_READABLE = 0o644 << 16


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of parts keyed by name; what tells its kind comes first, as readers that stream expect."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            method = zipfile.ZIP_STORED if name == MEDIA_TYPE else zipfile.ZIP_DEFLATED
            package.writestr(_entry(name), parts[name], compress_type=method, compresslevel=_LEVEL)
    return buffer.getvalue()


def write_tar(parts: Mapping[str, bytes]) -> bytes:
    """Return parts keyed by their path as an archive of the kind ``.tar.gz``, of nobody and of no date."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in sorted(parts):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(parts[name]), 0o644
            archive.addfile(member, io.BytesIO(parts[name]))
    return gzip.compress(buffer.getvalue(), _LEVEL, mtime=0)


def _entry(name: str) -> zipfile.ZipInfo:
    # The system and rights are set because Python's own differ between platforms.
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
