"""Packs: what is in them, for whom, the same every time; a trainer's file never reaches participants."""

import hashlib
import io
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.build.manifest import read_manifest
from builder.build.pack import INDEX, SUMS, pack
from builder.build.pipeline import Request, build
from builder.build.targets import Selection, WrongUse
from builder.formats import FORMATS

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
SOME = (
    "handout.html",
    "certificate.docx",
    "handout.docx",
    "deck.pptx",
    "quiz.moodle",
    "test.docx",
    "key.docx",
    "cards.pdf",
)
SECRET = {format.name for format in FORMATS if format.audience == "trainer"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example with some outputs of each audience."""
    root = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("pack") / "w", ignore=shutil.ignore_patterns("dist")))
    report = build(Request(root=root, out=root / "dist", selection=Selection(formats=SOME)))
    assert {row.audience for row in report.outputs} == {"participant", "trainer"}
    return root


def packs(root: Path, out: Path, **selection: tuple[str, ...]) -> dict[str, ZipFile]:
    done = pack(root, root / "dist", out, Selection(**selection))
    assert done.diagnostics == ()
    return {path.name: ZipFile(io.BytesIO(path.read_bytes())) for path, _ in done.written}


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value or "" for key, value in attrs if tag == "a" and key == "href")


def test_there_is_one_for_each_language_and_audience_with_a_page_and_sums(built: Path, tmp_path: Path) -> None:
    made = packs(built, tmp_path)
    assert [re.sub(r"_[0-9].*", "", name) for name in made] == [
        "refresher_participant_en", "refresher_trainer_en", "refresher_participant_mk", "refresher_trainer_mk",
    ]  # fmt: skip
    for zipped in made.values():
        names = set(zipped.namelist()) - {INDEX, SUMS}
        links = {link for link in Links(zipped.read(INDEX).decode()).found if not link.startswith(("#", "http"))}
        assert links == names
        sums = dict(reversed(line.split("  ")) for line in zipped.read(SUMS).decode().splitlines())
        assert sums == {name: hashlib.sha256(zipped.read(name)).hexdigest() for name in names}


def test_participants_get_nothing_of_the_trainers_and_no_test_beforehand(built: Path, tmp_path: Path) -> None:
    rows = {row.path.rpartition("/")[2]: row for row in read_manifest(built / "dist")}
    for name, zipped in packs(built, tmp_path).items():
        inside = [rows[one.rpartition("/")[2]] for one in zipped.namelist() if one not in (INDEX, SUMS)]
        if "_participant_" in name:
            assert not [row.path for row in inside if row.format in SECRET or row.artefact == "test"]
        else:
            assert {row.audience for row in inside} == {"participant", "trainer"}
            assert all(one.startswith("trainer/") for one in zipped.namelist() if rows.get(one.rpartition("/")[2])
                       and rows[one.rpartition("/")[2]].audience == "trainer")  # fmt: skip


def test_the_page_names_forms_and_certificates_in_its_language(built: Path, tmp_path: Path) -> None:
    (zipped,) = (one for name, one in packs(built, tmp_path, languages=("mk",)).items() if "_trainer_" in name)
    page = re.sub(r"<[^>]+>", "", zipped.read(INDEX).decode()).replace("\u00a0", " ")
    for words in ("Тест · Варијанта A · DOCX", "Потврда за учество · DOCX", "Сертификат за постигнат успех · DOCX"):
        assert words in page
    for word in ("attendance ", "achievement ", " a DOCX"):
        assert f"· {word}" not in page


def test_the_same_files_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    packs(built, tmp_path / "a")
    packs(built, tmp_path / "b", languages=("mk",))
    for path in (tmp_path / "b").iterdir():
        assert path.read_bytes() == (tmp_path / "a" / path.name).read_bytes()


def test_without_files_it_says_what_to_do(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    with pytest.raises(WrongUse, match="course build"):
        pack(root, root / "dist", root / "packs", Selection())


def test_a_file_that_somebody_changed_is_not_vouched_for(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "w"))
    changed = next((root / "dist").rglob("*.docx"))
    changed.write_bytes(b"mine")
    done = pack(root, root / "dist", root / "packs", Selection())
    assert done.written == ()
    assert [finding.code for finding in done.diagnostics] == ["pack-changed"]
    assert not (root / "packs").exists()
