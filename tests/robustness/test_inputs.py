"""What must just work, however a person's editor, folders or letters are: whole builds of every format."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness.texts import text_of
from tests.robustness.workspaces import LESSON, PRESS, SIX, call, copy_example, edit, errors, findings, outputs, rows_of

BOM = b"\xef\xbb\xbf"
Change = Callable[[bytes], bytes]
SHAPES: dict[str, Change] = {
    "byte order mark": lambda data: BOM + data,
    "CR LF": lambda data: data.replace(b"\n", b"\r\n"),
    "CR": lambda data: data.replace(b"\n", b"\r"),
    "byte order mark and CR LF": lambda data: BOM + data.replace(b"\n", b"\r\n"),
    "no line feed at the end": lambda data: data.rstrip(b"\n"),
    "blanks at the ends of lines": lambda data: data.replace(b"\n\n", b"\n \t\n"),
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example, built from its files as they are."""
    root = copy_example(tmp_path_factory.mktemp("plain") / "w")
    assert call(root, "translate", "update", "mk").exit_code == 0
    assert call(root, "build").exit_code == 0
    return root


def sources(root: Path) -> list[Path]:
    """Return every text a person writes: lessons, YAML, catalogues, ledger, terms."""
    kinds = (".md", ".yaml", ".po", ".tsv", ".csv")
    return [path for path in sorted(root.rglob("*")) if path.suffix in kinds and "dist" not in path.parts]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_shape_of_a_text_file_changes_no_output(shape: str, plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    changed = sources(root)
    assert {path.suffix for path in changed} == {".md", ".yaml", ".po", ".tsv", ".csv"}
    for path in changed:
        path.write_bytes(SHAPES[shape](path.read_bytes()))
    result = call(root, "build")
    assert result.exit_code == 0, result.stderr
    assert outputs(root) == outputs(plain)


def test_update_takes_catalogues_of_any_shape_and_loses_nothing(plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    before = {path: path.read_bytes() for path in (root / "locales/mk").glob("*.po")}
    for path, data in before.items():
        path.write_bytes(BOM + data.replace(b"\n", b"\r\n"))
    assert call(root, "translate", "update", "mk").exit_code == 0
    for path, data in before.items():
        assert path.read_bytes().removeprefix(BOM).replace(b"\r\n", b"\n") == data


def test_tabs_are_blanks(plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    for path in sources(root):
        text = path.read_text("utf-8")
        if path.suffix == ".md":
            text = re.sub(r"^- ", "-\t", text, flags=re.MULTILINE).replace("  - with", "\t- with")
            text = text.replace("minutes: 20", "minutes:\t20\t").replace(" method=", "\tmethod=")
        elif path.suffix == ".yaml":
            text = text.replace(": ", ":\t").replace(", ", ",\t").replace("  #", "\t #")
        elif path.suffix == ".po":
            text = text.replace("msgid ", "msgid\t").replace("msgstr ", "msgstr \t")
        path.write_text(text, "utf-8")
    result = call(root, "build")
    assert result.exit_code == 0, result.stderr
    assert outputs(root) == outputs(plain)


def test_yaml_indented_by_tabs_is_answered_with_a_hint(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "w")
    edit(root / "courses/refresher/course.yaml", "  emergency_number", "\temergency_number")
    (told,) = errors(call(root, "check").stderr)
    assert (told.path, told.line, told.code) == ("courses/refresher/course.yaml", 10, "yaml-syntax")
    assert "blanks" in told.hint
    assert "tabs" in told.hint


@pytest.mark.parametrize(
    "name", ["with blanks  and more", "Ќерамитчиева вежба", "a'b & (c) #1, 100%;$HOME`", "مجلد", "-rf"]
)
def test_a_folder_may_have_any_name(name: str, plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / name / name, ignore=shutil.ignore_patterns("dist")))
    result = call(root, "build", "--out", str(tmp_path / name / "out put"))
    assert result.exit_code == 0, result.stderr
    assert outputs(tmp_path / name, "out put") == outputs(plain)


def test_figures_may_have_any_name(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "w")
    name = "рака и (рана) 1.svg"
    (root / "modules/bleeding/figures/press.svg").rename(root / "modules/bleeding/figures" / name)
    edit(root / PRESS, "(figures/press.svg ", f"(<figures/{name}> ")
    result = call(root, "build", "--lang", "en", "--part", "bleeding")
    assert result.exit_code == 0, result.stderr
    assert {row["format"] for row in rows_of(root / "dist")} >= set(SIX)


def test_any_folder_of_the_workspace_will_do(plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    assert call(root / "modules/bleeding/figures", "build").exit_code == 0
    assert outputs(root) == outputs(plain)


def test_out_is_taken_from_where_a_person_stands(plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    assert call(root / "modules", "build", "--format", "quiz.html", "--out", "here/of mine").exit_code == 0
    assert (root / "modules/here/of mine/manifest.json").is_file()
    assert not (root / "dist").exists()


def test_a_workspace_may_be_reached_by_a_link(plain: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(plain)
    assert errors(call(tmp_path / "link", "check").stderr) == []


def test_files_that_editors_and_systems_leave_behind_are_not_lessons(plain: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(plain, tmp_path / "w"))
    before = outputs(root)
    for name in ("._01-keep-warm.md", ".01-keep-warm.md.swp", "01-keep-warm.md~", "Thumbs.db", ".DS_Store"):
        (root / "modules/shock" / name).write_bytes(b"\x00\x05\x16\x07\xff")
    os.symlink("nobody@nowhere.1:2", root / "modules/shock/.#01-keep-warm.md")
    (root / "modules/.trash").mkdir()
    (root / "modules/.trash/01-old.md").write_bytes(b"\xff")
    result = call(root, "build")
    assert result.exit_code == 0, result.stderr
    assert outputs(root) == before


ARABIC = "اضغط بقوة على الجرح"
HEBREW = "לחצו חזק"
RIGHT_TO_LEFT = f"""
Plain {ARABIC} in a paragraph, and [{HEBREW}]{{lang=he}} and [слово]{{lang=uk}} and [vorto]{{lang=eo}}.

- A point: [{ARABIC}]{{lang=ar}} (twice)
- {ARABIC}
- [كلمة **قوية**]{{lang=fa-AF}} and [whatever]{{lang=tlh}}

| {HEBREW} | Meaning |
|---|---|
| [{ARABIC}]{{lang=ar}} | 12 |

::: question {{#q-arabic type=single}}
What does [{ARABIC}]{{lang=ar}} mean?

- [x] Press hard: {HEBREW} {{#a}}
- [ ] Let go {{#b}}
:::
"""


def test_words_from_right_to_left_stand_in_every_format(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "w")
    edit(root / LESSON, "- Confusion\n", f"- Confusion\n\n### Another script\n{RIGHT_TO_LEFT}")
    result = call(root, "build", "--lang", "en", "--part", "shock", "-v")
    assert result.exit_code == 0, result.stderr
    assert [one for one in findings(result.stderr) if one.path == LESSON and one.severity == "error"] == []
    for row in rows_of(root / "dist"):
        data = (root / "dist" / str(row["path"])).read_bytes()
        text = text_of(str(row["path"]), data)
        if row["format"] == "handout.pdf":  # its readers give the letters in the order in which they stand on paper
            assert not Counter(ARABIC + HEBREW) - Counter(text)
        else:
            assert [words for words in (ARABIC, HEBREW) if words not in text] == [], row["format"]


@pytest.mark.parametrize(
    ("format", "mark"),
    [
        ("handout.html", r'<[a-z]+ lang="ar" dir="rtl"[^>]*>[^<]*اضغط'),
        ("quiz.html", r'lang=\\?"ar\\?" dir=\\?"rtl\\?"'),
        ("handout.docx", r'w:bidi="ar[^"]*"'),
        ("deck.pptx", r'lang="ar[^"]*"'),
    ],
)
def test_foreign_words_carry_their_language_and_direction(format: str, mark: str, tmp_path: Path) -> None:
    root = copy_example(tmp_path / "w")
    edit(root / LESSON, "- Confusion\n", f"- Confusion\n\n### Another script\n{RIGHT_TO_LEFT}")
    assert (
        call(root, "build", "--lang", "en", "--part", "shock", "--format", format, "--variant", "plain").exit_code == 0
    )
    (row,) = rows_of(root / "dist")
    path = str(row["path"])
    assert re.search(mark, text_of(path, (root / "dist" / path).read_bytes(), markup=True)), format


ODD = {
    "emoji": "Well done 🙂 👩🏽‍⚕️ ✅ ☐ → ⚠️",
    "Chinese": "漢字 and かな and 한국어",
    "rare": "𓀀 𝄞 ꙮ ᚠ ﷽ \ue000 \U0010fffd",
    "invisible": "soft\u00adhyphen zero\u200bwidth word\u2060joiner mark\ufeffwithin",
    "direction": "left \u202eright\u202c and \u2067isolated\u2069 ends",
    "combining": "Z̷̡͎a̸l̵g̶o é ǆ İstanbul ſs ﬁ",
    "separators": "line\u2028separator paragraph\u2029separator next\u0085line",
    "controls": "bell\x07 escape\x1b[31m null\x00 delete\x7f form\x0cfeed vertical\x0btab",
    "noncharacters": "\ufffe \uffff \ufdd0 \ufffd",
    "XML": "]]> &amp; &lt;b> &#x1F642; \\<script> <!-- c --> -->",
    "typst": "#eval $x$ @label \\<label> \\_x\\_ = y // z /\\* w \\*/ ~ \\#set",
    "Jinja": "{% raw %} {# x #} {{venue}}",
    "formulas": "=1+1 @SUM(A1) +cmd|' /C calc'!A0 -2",
}
"""Letters and signs that some font, parser or format does not like."""


@pytest.mark.parametrize("kind", ODD)
def test_odd_characters_are_shown_or_answered(kind: str, tmp_path: Path) -> None:
    root = copy_example(tmp_path / "w")
    text = ODD[kind]
    body = f"- {text}\n\nProse: {text}\n\n| {text} |\n|---|\n| {text} |\n\n> {text}\n\n### {text}\n\n- x\n\n"
    body += f"::: question {{#q-odd type=single}}\n{text}\n\n- [x] {text} {{#a}}\n- [ ] x {{#b}}\n:::\n"
    edit(root / LESSON, "- Confusion\n", f"- Confusion\n\n{body}")
    result = call(root, "build", "--lang", "en", "--part", "shock", "-v")
    assert result.exit_code in (0, 1), result.stderr
    told = [one for one in findings(result.stderr) if one.severity == "error"]
    assert all(one.path == LESSON and one.line > 15 and one.hint for one in told)
    assert bool(told) == (result.exit_code == 1)
    if not told:
        assert {row["format"] for row in rows_of(root / "dist")} >= set(SIX)
        for row in rows_of(root / "dist"):
            text_of(str(row["path"]), (root / "dist" / str(row["path"])).read_bytes())  # XML that no parser refuses
