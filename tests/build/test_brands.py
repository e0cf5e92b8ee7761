"""A publisher's files in a build: they stand in for ours, are part of what a file is made from, and are looked at first."""

import shutil
from pathlib import Path

import pytest

from builder.build.load import load
from builder.build.pipeline import Request, build
from builder.build.targets import Selection
from builder.diagnostics import Code
from tests.typeset import templates
from tests.typeset.templates import font_files, tiny_font, unpack

EXAMPLE = Path(__file__).parents[1] / "cases" / "example" / "workspace"
FOLDER = "publishers/default"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="#224488"/></svg>'
)
TEXTS = """
mark:
  symbol: "*"
  policy: first
  note:
    en: {text: "The note.", approved: true}
    mk: {text: "Белешката.", approved: true}
"""
FUNDING = """
funding:
  statement:
    en: {text: "Paid by a fund.", approved: true}
    mk: {text: "Платено од фонд.", approved: true}
  emblem: emblem.svg
disclaimer:
  en: {text: "Not its opinion.", approved: true}
  mk: {text: "Не е негово мислење.", approved: true}
"""


@pytest.fixture
def root(tmp_path):
    """Return a copy of the example workspace without variants."""
    copy = tmp_path / "workspace"
    shutil.copytree(EXAMPLE, copy)
    course = copy / "courses/refresher/course.yaml"
    course.write_text(course.read_text("utf-8").partition("variants:")[0], "utf-8")
    return copy


def profile(root, text, **contents):
    """Write the publisher's profile, and files beside it."""
    for name, data in contents.items():
        path = root / FOLDER / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (root / FOLDER / "profile.yaml").write_text(f"name: A circle\n{text}{TEXTS}", "utf-8")


def made(root, *formats):
    """Build and return the report with the bytes of each file by its format and language."""
    report = build(Request(root=root, out=root / "dist", selection=Selection(formats=formats, parts=("bleeding",))))
    errors = [one.message for one in report.diagnostics if one.severity == "error"]
    assert errors == []
    return report, {(row.format, row.lang): (root / "dist" / row.path).read_bytes() for row in report.outputs}


def findings(root):
    """Return the findings about the publisher's files as (code, line)."""
    return [
        (one.code, one.span.line) for one in load(root)[1] if one.span and one.span.path.startswith(FOLDER) and one.severity != "info"
    ]  # fmt: skip


def test_a_deck_is_written_into_the_publisher_s_template(root):
    profile(root, "template: deck.pptx\n", deck_pptx=templates.standard())
    _, files = made(root, "deck.pptx")
    for data in files.values():
        parts = unpack(data)
        assert (
            parts["ppt/slideMasters/slideMaster1.xml"]
            == unpack(templates.tamed(templates.standard()))["ppt/slideMasters/slideMaster1.xml"]
        )
        assert b'cx="9144000" cy="6858000"' in parts["ppt/presentation.xml"]


def test_building_again_changes_nothing_and_elsewhere_gives_the_same_bytes(root, tmp_path):
    profile(
        root,
        f"template: deck.pptx\nlogos: [{{file: logo.svg, alt: A}}]\n{FUNDING}",
        deck_pptx=templates.standard(),
        logo_svg=LOGO,
        emblem_svg=LOGO,
    )
    _, first = made(root, "deck.pptx", "handout.docx", "quiz.html")
    report, _ = made(root, "deck.pptx", "handout.docx", "quiz.html")
    assert report.unchanged == len(report.outputs) == 6
    shutil.copytree(root, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("dist"))
    assert made(tmp_path / "elsewhere", "deck.pptx", "handout.docx", "quiz.html")[1] == first


@pytest.mark.parametrize(
    ("format", "change"),
    [
        (
            "deck.pptx",
            {"deck_pptx": templates.changed(templates.standard(), "ppt/theme/theme1.xml", '"4F81BD"', '"123456"')},
        ),
        ("deck.pptx", {"logo_svg": LOGO.replace(b"224488", b"884422")}),
        ("handout.html", {"logo_svg": LOGO.replace(b"224488", b"884422")}),
        ("handout.html", {"emblem_svg": LOGO.replace(b"224488", b"884422")}),
        ("quiz.html", {"emblem_svg": LOGO.replace(b"224488", b"884422")}),
    ],
)
def test_a_file_is_made_anew_where_what_the_publisher_gave_it_has_changed(root, format, change):
    text = f"template: deck.pptx\nlogos: [{{file: logo.svg, alt: A}}]\n{FUNDING}"
    contents = {"deck_pptx": templates.standard(), "logo_svg": LOGO, "emblem_svg": LOGO}
    profile(root, text, **contents)
    _, before = made(root, format)
    profile(root, text, **{**contents, **change})
    report, after = made(root, format)
    assert report.unchanged == 0
    assert all(after[key] != before[key] for key in before)


def test_colours_reach_every_kind_of_output(root):
    profile(root, "colours: {primary: 7A1F3D}\n")
    _, files = made(root, "deck.pptx", "handout.docx", "handout.html", "quiz.html")
    assert b'<a:accent1><a:srgbClr val="7A1F3D"/>' in unpack(files["deck.pptx", "en"])["ppt/theme/theme1.xml"]
    assert b"7A1F3D" in unpack(files["handout.docx", "en"])["word/styles.xml"]
    for format in ("handout.html", "quiz.html"):
        assert b"#7A1F3D" in files[format, "en"]
        assert b"0f4c5c" not in files[format, "en"].lower()


def test_typefaces_are_measured_from_their_files_or_by_a_twin(root):
    faces = font_files()["Noto Sans"]
    text = "template: deck.pptx\nfonts:\n  FiraGO: Carlito\n  Noto Sans: {regular: fonts/r.ttf, bold: fonts/b.ttf}\n"
    profile(root, text, deck_pptx=templates.unusual(), fonts__r_ttf=faces["regular"], fonts__b_ttf=faces["bold"])
    assert {code for code, _ in findings(root)} == {Code.TEMPLATE_BOX}
    _, wide = made(root, "deck.pptx")
    profile(root, "template: deck.pptx\nfonts: {FiraGO: Carlito, Noto Sans: Carlito}\n", deck_pptx=templates.unusual())
    report, narrow = made(root, "deck.pptx")
    assert report.unchanged == 0
    assert set(wide) == set(narrow)


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        ("template: deck.pptx\n", {}, [(Code.FILE_MISSING, 2)]),
        ("template: deck.pptx\n", {"deck_pptx": b"no"}, [(Code.TEMPLATE_UNREADABLE, 2)]),
        ("template: ../deck.pptx\n", {}, [(Code.VALUE_TYPE, 2)]),
        ("template: deck.pptx\nfonts: {FiraGO: Carlito, Noto Sans: r.ttf}\n", {"deck_pptx": templates.unusual()}, [(Code.TEMPLATE_BOX, 2), (Code.FILE_MISSING, 3)]),
        ("template: deck.pptx\nfonts: {FiraGO: Carlito, Noto Sans: r.ttf}\n", {"deck_pptx": templates.unusual(), "r_ttf": b"no"}, [(Code.TEMPLATE_BOX, 2), (Code.FONT_UNMEASURED, 3)]),
        ("template: deck.pptx\nfonts: {FiraGO: Carlito, Noto Sans: r.ttf}\n", {"deck_pptx": templates.unusual(), "r_ttf": tiny_font("abc")}, [(Code.TEMPLATE_BOX, 2), (Code.FONT_LETTERS, 3), (Code.FONT_LETTERS, 3)]),
        ("template: deck.pptx\nfonts: {FiraGO: Carlito, Noto Sans: [r.ttf]}\n", {"deck_pptx": templates.unusual()}, [(Code.VALUE_TYPE, 3), (Code.TEMPLATE_BOX, 2), (Code.FONT_UNMEASURED, 2)]),
        ("logos: [{file: logo.svg, alt: A}]\n", {}, [(Code.FILE_MISSING, 2)]),
        ("logos: [{file: logo.svg, alt: A}]\n", {"logo_svg": LOGO.replace(b"<rect", b"<script/><rect")}, [(Code.FIGURE_UNSAFE, 1)]),
        ("logos: [{file: logo.svg}]\n", {"logo_svg": LOGO}, [(Code.KEY_MISSING, 2)]),
        ("logos: [{file: /etc/hosts, alt: A}]\n", {}, [(Code.VALUE_TYPE, 2)]),
        ("colours: {primary: 7A1F3D, second: 123456}\n", {}, [(Code.KEY_UNKNOWN, 2)]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_publisher_s_files_is_told_at_its_line(root, text, contents, expected):
    profile(root, text, **contents)
    assert findings(root) == expected


def test_a_link_out_of_the_publisher_s_folder_is_not_followed(root):
    (root / "secret.svg").write_bytes(LOGO)
    profile(root, "logos: [{file: logo.svg, alt: A}]\n")
    (root / FOLDER / "logo.svg").symlink_to(root / "secret.svg")
    assert findings(root) == [(Code.FIGURE_OUTSIDE, 2)]


def test_two_publishers_keep_their_files_apart(root):
    profile(root, "colours: {primary: 7A1F3D}\n")
    other = root / "publishers" / "other"
    other.mkdir()
    (other / "profile.yaml").write_text(f"name: Another circle\n{TEXTS}", "utf-8")
    second = root / "courses" / "second"
    shutil.copytree(root / "courses" / "refresher", second)
    text = (second / "course.yaml").read_text("utf-8").replace("publisher: default", "publisher: other")
    (second / "course.yaml").write_text(text, "utf-8")
    report = build(
        Request(
            root=root,
            out=root / "dist",
            selection=Selection(formats=("deck.pptx",), parts=("bleeding",), languages=("en",)),
        )
    )
    themes = {
        row.course: unpack((root / "dist" / row.path).read_bytes())["ppt/theme/theme1.xml"] for row in report.outputs
    }
    assert b"7A1F3D" in themes["refresher"]
    assert b"7A1F3D" not in themes["second"]
