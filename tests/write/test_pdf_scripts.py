"""Languages with a script in PDF: said in full, and every object still where the table says."""

import re
from io import BytesIO

import pikepdf
import pytest
import typst

from builder.write.pdf_scripts import with_scripts

PAPER = """#set document(title: "Ш", date: none)
#set text(lang: "{language}", region: "{region}")
= Наслов
Речи #text(lang: "sr", region: "XC")[љубав] и #text(lang: "de", region: "AT")[Jänner] #text(lang: "en")[words].
#pagebreak()
== Further
- a
"""


def paper(language: str, region: str) -> bytes:
    text = PAPER.replace("{language}", language).replace("{region}", region).encode()
    return typst.compile(text, pdf_standards=["ua-1"])


@pytest.mark.parametrize(
    ("language", "region", "tag"), [("sr", "XL", "sr-Latn"), ("sr", "XC", "sr-Cyrl"), ("cnr", "XL", "cnr-Latn")]
)
def test_a_script_stands_in_the_file_and_nothing_else_moves(language, region, tag):
    plain = paper(language, region)
    data = with_scripts(plain)
    with pikepdf.open(BytesIO(data)) as file, pikepdf.open(BytesIO(plain)) as before:
        assert file.Root.Lang == tag
        assert file.check_pdf_syntax() == [] if hasattr(file, "check_pdf_syntax") else file.check() == []
        metadata = file.Root.Metadata.read_bytes().decode()
        assert f"<rdf:li>{tag}</rdf:li>" in metadata
        assert metadata.endswith('<?xpacket end="r"?>')
        assert len(file.objects) == len(before.objects)
        assert [page.Contents.read_bytes() for page in file.pages] == [
            page.Contents.read_bytes() for page in before.pages
        ]
    assert set(re.findall(rb"/Lang\(([^)]*)\)", data)) <= {tag.encode(), b"sr-Cyrl", b"de-AT", b"en"}
    offset = int(data.rpartition(b"startxref\n")[2].partition(b"\n")[0])
    assert data[offset:].startswith(b"xref\n")
    table = re.match(rb"xref\n0 \d+\n((?:.{18}\r\n)+)", data[offset:], re.DOTALL)
    for number, line in enumerate(table[1].split(b"\r\n")[:-1]):
        if line.endswith(b"n"):
            assert data[int(line[:10]) :].startswith(b"%d 0 obj" % number)


def test_a_file_without_scripts_is_left_as_it_is():
    plain = paper("de", "AT")
    assert with_scripts(plain) is plain


def test_a_file_that_is_built_otherwise_is_refused():
    for odd in (b"/Lang(sr-XL)", b"/Lang(sr-XL) <</Length 4/Type/Metadata>>\nstream\nabcd"):
        with pytest.raises(ValueError, match="no "):
            with_scripts(odd)
