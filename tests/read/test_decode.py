"""Bytes to text."""

import pytest

from builder.read.decode import decode


def test_marks_and_line_ends_go() -> None:
    source, faults = decode("\ufeffa\r\nб\rc\n".encode(), "x.md")
    assert source is not None
    assert faults == ()
    assert (source.path, source.text) == ("x.md", "a\nб\nc\n")


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Здраво, свима на курсу", "windows-1251", "Windows-1251"),
        ("Vežba: šta ćeš i kako ćeš reći", "windows-1250", "Windows-1250"),
        ("Café, déjà vu, naïve", "windows-1252", "Windows-1252"),
        ("anything", "utf-16", "UTF-16"),
    ],
)
def test_another_encoding_is_refused_with_the_line_of_its_first_byte(text: str, encoding: str, name: str) -> None:
    plain = b"" if encoding == "utf-16" else b"plain\nplain\n"
    source, (fault,) = decode(plain + text.encode(encoding), "x.md")
    assert source is None
    assert fault.code == "file-not-utf8"
    assert fault.span is not None
    assert fault.span.line == plain.count(b"\n") + 1
    assert name in str(fault.hint)


def test_a_byte_cut_from_a_letter_is_refused() -> None:
    assert decode("ab\nč".encode()[:-1], "x.md")[1][0].span.line == 2  # type: ignore[union-attr]
