"""The search for secrets finds one of each kind wherever in a participant's file somebody has put it."""

import base64
import io
import json
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from tests.robustness.secrets import Secrets, leaks
from tests.robustness.test_secrets import KINDS, known, workspace
from tests.robustness.texts import text_of
from tests.robustness.workspaces import call, rows_of

FORMATS = ("handout.pdf", "handout.docx", "handout.html", "handout.epub", "quiz.html", "deck.png")
Plant = Callable[[bytes, str], bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Secrets]:
    """Return one file of each format, with the secrets of its workspace."""
    root = workspace("example", tmp_path_factory.mktemp("planted"))
    names = [option for name in FORMATS for option in ("--format", name)]
    assert call(root, "build", "--lang", "en", "--part", "shock", *names, "--variant", "plain").exit_code == 0
    files = {str(row["format"]): (root / "dist" / str(row["path"])).read_bytes() for row in rows_of(root / "dist")}
    assert set(files) == set(FORMATS)
    return files, known(root)["en"]


def in_part(name: str, old: str, new: str) -> Plant:
    """Return what writes into a part of an archive; ``{}`` stands for the secret."""

    def plant(data: bytes, secret: str) -> bytes:
        done = io.BytesIO()
        planted = False
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(done, "w") as copy:
            for part in archive.namelist():
                content = archive.read(part)
                if Path(part).match(name) and not planted:
                    text = content.decode("utf-8")
                    assert old in text, (part, old)
                    content = text.replace(old, new.replace("{}", escape(secret)), 1).encode("utf-8")
                    planted = True
                copy.writestr(part, content)
        assert planted, name
        return done.getvalue()

    return plant


def further_part(name: str, content: str) -> Plant:
    def plant(data: bytes, secret: str) -> bytes:
        done = io.BytesIO(data)
        with zipfile.ZipFile(done, "a") as archive:
            archive.writestr(name, content.replace("{}", escape(secret)))
        return done.getvalue()

    return plant


def in_page(old: str, new: str, dress: Callable[[str], str] = escape) -> Plant:
    def plant(data: bytes, secret: str) -> bytes:
        text = data.decode("utf-8")
        assert old in text
        return text.replace(old, new.replace("{}", dress(secret)), 1).encode("utf-8")

    return plant


def coded(secret: str) -> str:
    return base64.b64encode(secret.encode("utf-8")).decode("ascii")


def as_picture(secret: str) -> str:
    return coded(f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{escape(secret)}</desc></svg>')


def in_pdf(change: Callable[[pikepdf.Pdf, str], None]) -> Plant:
    def plant(data: bytes, secret: str) -> bytes:
        done = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as file:
            change(file, secret)
            file.save(done)
        return done.getvalue()

    return plant


def subject(file: pikepdf.Pdf, secret: str) -> None:
    file.docinfo["/Subject"] = secret


def remark(file: pikepdf.Pdf, secret: str) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 0, 0], F=2, Contents=pikepdf.String(secret)
    )
    file.pages[0].Annots = file.make_indirect(pikepdf.Array([file.make_indirect(note)]))


def attached(file: pikepdf.Pdf, secret: str) -> None:
    file.attachments["key.txt"] = secret.encode("utf-8")


def unseen(file: pikepdf.Pdf, secret: str) -> None:
    """Write where nobody looks: in letters that are drawn neither filled nor as outlines."""
    page = file.pages[-1]
    page.Resources.Font[pikepdf.Name("/Planted")] = file.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
    )
    letters = secret.encode("latin-1").hex()
    page.contents_add(f"BT /Planted 4 Tf 3 Tr 30 30 Td <{letters}> Tj ET".encode("ascii"))


def metadata(file: pikepdf.Pdf, secret: str) -> None:
    with file.open_metadata() as told:
        told["dc:description"] = secret


def in_picture(data: bytes, secret: str) -> bytes:
    """Write into the remarks of the first picture of an archive."""
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(done, "w") as copy:
        for number, part in enumerate(archive.namelist()):
            content = archive.read(part)
            if not number:
                about, drawn = PngImagePlugin.PngInfo(), io.BytesIO()
                about.add_itxt("Comment", secret)
                Image.open(io.BytesIO(content)).save(drawn, "png", pnginfo=about)
                content = drawn.getvalue()
            copy.writestr(part, content)
    return done.getvalue()


RUN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>"
SCRIPT = '<script type="application/json">{}</script></body>'
PLACES: dict[tuple[str, str], Plant] = {
    ("handout.docx", "metadata"): in_part(
        "docProps/core.xml", "</cp:coreProperties>", "<dc:description>{}</dc:description></cp:coreProperties>"
    ),
    ("handout.docx", "hidden text"): in_part("word/document.xml", "</w:p>", RUN),
    ("handout.docx", "a comment of the file"): in_part("word/document.xml", "</w:body>", "<!-- {} --></w:body>"),
    ("handout.docx", "a part of its own"): further_part("customXml/item1.xml", "<note>{}</note>"),
    ("handout.docx", "an alternative text"): in_part("word/document.xml", 'descr="', 'descr="{} '),
    ("handout.html", "metadata"): in_page("</head>", '<meta name="description" content="{}"></head>'),
    ("handout.html", "hidden text"): in_page("</body>", "<p hidden>{}</p></body>"),
    ("handout.html", "a comment of the file"): in_page("</body>", "<!-- {} --></body>"),
    ("handout.html", "script data"): in_page("</body>", SCRIPT, lambda text: json.dumps({"a": [text]})),
    ("handout.html", "coded script data"): in_page("</body>", SCRIPT, lambda text: json.dumps([coded(text)])),
    ("handout.html", "a picture"): in_page("</body>", '<img src="data:image/svg+xml;base64,{}"></body>', as_picture),
    ("quiz.html", "script data"): in_page("</body>", SCRIPT, lambda text: json.dumps({"key": text})),
    ("quiz.html", "a style"): in_page("</style>", "/* {} */</style>"),
    ("handout.epub", "metadata"): in_part("*/*.opf", "</metadata>", "<dc:description>{}</dc:description></metadata>"),
    ("handout.epub", "hidden text"): in_part("*/chapter-01.xhtml", "</body>", '<p style="display:none">{}</p></body>'),
    ("handout.epub", "a comment of the file"): in_part("*/chapter-01.xhtml", "</body>", "<!-- {} --></body>"),
    ("handout.pdf", "metadata"): in_pdf(subject),
    ("handout.pdf", "described metadata"): in_pdf(metadata),
    ("handout.pdf", "hidden text"): in_pdf(unseen),
    ("handout.pdf", "a hidden remark"): in_pdf(remark),
    ("handout.pdf", "an attachment"): in_pdf(attached),
    ("deck.png", "a remark in a picture"): in_picture,
    ("deck.png", "a file of its own"): further_part("notes.txt", "{}"),
}


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_a_planted_secret_is_found(name: str, place: str, built: tuple[dict[str, bytes], Secrets]) -> None:
    files, secrets = built
    before = {kind for kind, _ in leaks(text_of(_path(name), files[name]), secrets)}
    assert before <= {"guidance"} if name == "quiz.html" else not before  # who practises alone marks an essay by it
    for kind in sorted(KINDS):
        secret = max(secrets[kind], key=len)
        spoilt = PLACES[name, place](files[name], secret)
        assert (kind, secret) in leaks(text_of(_path(name), spoilt), secrets), kind


def _path(name: str) -> str:
    return "slides.zip" if name == "deck.png" else name
