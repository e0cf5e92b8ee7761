"""Each fault is answered with file, line and hint, a code that is not 0, and the old output as it was, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness.workspaces import LESSON, PRESS, call, copy_example, edit, errors, outputs

Damage = Callable[[Path], None]
COURSE = "courses/refresher/course.yaml"
SHOCK_PO = "locales/mk/shock.po"
PRESS_PO = "locales/mk/bleeding.po"
FIGURE = "figures/press.svg"
SOURCE = r"In Kosovo{*} call {{ emergency_number }}\\\nand read [shock](ref:shock/keep-warm#pale)."
LONG = (
    r"Blood that spurts or pools is an emergency [@who-2020, p. 7; @unodc-2016]. " + SOURCE,
    r"Крв што шика е итен случај [@who-2020, p. 7; @unodc-2016]. Во Косово{*} {{ emergency_number }}\\\n"
    r"и [шок](ref:shock/keep-warm#pale).",
)
"""The example's paragraph with every kind of markup, and a faultless translation of it, as a catalogue writes them."""
BOMB = "".join(
    f"{name}: &{name} [{', '.join([value] * 9)}]\n"
    for name, value in zip("abcdefghi", ("x", "*a", "*b", "*c", "*d", "*e", "*f", "*g", "*h"), strict=True)
)
"""387,420,489 texts for a reader that follows aliases."""


def change(path: str, old: str, new: str) -> Damage:
    return lambda root: edit(root / path, old, new)


def point(text: str) -> Damage:
    """Put a paragraph of its own behind the last point of a slide: it begins on line 17."""
    return change(LESSON, "- Confusion\n", f"- Confusion\n\n{text}\n")


def write(path: str, data: bytes) -> Damage:
    return lambda root: (root / path).write_bytes(data) and None


def append(path: str, data: bytes) -> Damage:
    return lambda root: (root / path).write_bytes((root / path).read_bytes() + data) and None


def translate(old: str, new: str) -> Damage:
    """Write a catalogue whose one translation, of line 4, has something else where it should say a thing."""
    source, translation = LONG
    assert old in translation
    entry = f'msgid "{source}"\nmsgstr "{translation.replace(old, new)}"\n'
    return write(PRESS_PO, f'msgid ""\nmsgstr "Language: mk\\n"\n\n{entry}'.encode())


def link_figure(root: Path) -> None:
    outside = root.parent / "outside.svg"
    outside.write_bytes((root / "modules/bleeding" / FIGURE).read_bytes())
    (root / "modules/bleeding" / FIGURE).unlink()
    (root / "modules/bleeding" / FIGURE).symlink_to(outside)


def link_figures(root: Path) -> None:
    shutil.move(root / "modules/bleeding/figures", root / "modules/shock/figures")
    (root / "modules/bleeding/figures").symlink_to(root / "modules/shock/figures", target_is_directory=True)


def link_in_a_circle(root: Path) -> None:
    (root / "modules/bleeding" / FIGURE).unlink()
    (root / "modules/bleeding" / FIGURE).symlink_to("press.svg")


def link_lesson(root: Path) -> None:
    shutil.move(root / LESSON, root.parent / "outside.md")
    (root / LESSON).symlink_to(root.parent / "outside.md")


FAULTS: dict[str, tuple[Damage, str]] = {
    # names and sums
    "id of a question twice": (change(LESSON, "q-signs", "q-true"), f"{LESSON}:17 id-duplicate"),
    "id of a step twice": (change(LESSON, "{#again ", "{#pale "), f"{LESSON}:25 id-duplicate"),
    "id of an option twice": (change(LESSON, "{#b weight", "{#a weight"), f"{LESSON}:21 id-duplicate"),
    "lesson twice": (
        lambda root: shutil.copy(root / LESSON, root / "modules/shock/02-keep-warm.md") and None,
        "modules/shock/02-keep-warm.md:1 id-duplicate",
    ),
    "minutes of a lesson": (change(LESSON, "minutes: 20", "minutes: 25"), f"{LESSON}:3 minutes-sum"),
    "minutes of a step": (change(LESSON, "minutes=10 method=pairs", "minutes=11"), f"{LESSON}:3 minutes-sum"),
    "no right answer": (
        lambda root: (root / PRESS).write_text((root / PRESS).read_text("utf-8").replace("[x]", "[ ]"), "utf-8") and None,
        f"{PRESS}:77 question-no-right-answer",
    ),
    "no answer at all": (change(PRESS, "answer: 12 ± 0.5\n", ""), f"{PRESS}:95 field-missing"),
    "unknown citation": (point("So says [@nobody]."), f"{LESSON}:17 citation-unknown"),
    "unknown source": (change(PRESS, "sources: [who-2020]", "sources: [nobody]"), f"{PRESS}:9 citation-unknown"),
    "unknown term": (point("A [wound](term:wuond)."), f"{LESSON}:17 term-unknown"),
    "unknown variable": (point("Call {{ emergency }}."), f"{LESSON}:17 variable-unknown"),
    "unknown anchor": (point("See [this](ref:#none)."), f"{LESSON}:17 reference-unknown"),
    "unknown lesson in a reference": (point("See [this](ref:shock/none)."), f"{LESSON}:17 reference-unknown"),
    "unknown lesson in a course": (change(COURSE, "shock/keep-warm", "shock/warm"), f"{COURSE}:19 lesson-unknown"),
    # text
    "raw HTML in a text": (point("This is <b>bold</b>."), f"{LESSON}:17 raw-html"),
    "raw HTML block": (point("<div>\nx\n</div>"), f"{LESSON}:17 raw-html"),
    "script": (point("<script>alert(1)</script>"), f"{LESSON}:17 raw-html"),
    "javascript link": (point("[x](javascript:alert(1))"), f"{LESSON}:17 link-unsafe"),
    "javascript link in disguise": (point("[x](java&#115;cript:alert(1))"), f"{LESSON}:17 link-unsafe"),
    "javascript link with a tab": (point("[x](<java\tscript:alert(1)>)"), f"{LESSON}:17 link-unsafe"),
    "javascript autolink": (point("<JavaScript:alert(1)>"), f"{LESSON}:17 link-unsafe"),
    "data link": (point("[x](data:text/html;base64,eA==)"), f"{LESSON}:17 link-unsafe"),
    # figures
    "figure missing": (change(PRESS, FIGURE, "figures/none.svg"), f"{PRESS}:25 figure-missing"),
    "figure with a name no disk takes": (change(PRESS, FIGURE, f"figures/{'a' * 300}.svg"), f"{PRESS}:25 figure-missing"),
    "figure with a path no disk takes": (change(PRESS, FIGURE, f"{'a/' * 3000}a.svg"), f"{PRESS}:25 figure-missing"),
    "figure without alt": (change(PRESS, "![Hand on a forearm]", "![]"), f"{PRESS}:25 figure-without-alt"),
    "figure of another module": (
        change(PRESS, FIGURE, "../shock/figures/press.svg"), f"{PRESS}:25 figure-outside"
    ),
    "figure of the machine": (change(PRESS, FIGURE, "/etc/passwd"), f"{PRESS}:25 figure-outside"),
    "figure of the web": (change(PRESS, FIGURE, "https://example.org/a.svg"), f"{PRESS}:25 figure-outside"),
    "figure linked": (link_figure, f"{PRESS}:25 figure-outside"),
    "folder of figures linked": (link_figures, f"{PRESS}:25 figure-outside"),
    "figure linked in a circle": (link_in_a_circle, f"{PRESS}:25 figure-missing"),
    "figure with a script": (
        change(f"modules/bleeding/{FIGURE}", "<rect", "<script>alert(1)</script><rect"), "modules/bleeding/figures/press.svg:1 figure-unsafe"
    ),
    # files
    "lesson linked": (link_lesson, f"{LESSON}:1 file-unreadable"),
    "lesson in Latin-1": (append(LESSON, b"\xe9\n"), f"{LESSON}:28 file-not-utf8"),
    "lesson in UTF-16": (
        lambda root: (root / LESSON).write_bytes((root / LESSON).read_text("utf-8").encode("utf-16")) and None,
        f"{LESSON}:1 file-not-utf8",
    ),
    "lesson empty": (write(LESSON, b""), f"{LESSON}:1 lesson-empty"),
    "lesson of blanks": (write(LESSON, b"\xef\xbb\xbf\r\n \t\r\n"), f"{LESSON}:1 lesson-empty"),
    **{
        f"{name} in Latin-1": (append(name, b"# \xe9\n"), f"{name}:{line} file-not-utf8")
        for name, line in {
            "workspace.yaml": 9, COURSE: 31, "modules/references.yaml": 4, "modules/glossary.yaml": 3,
            "modules/shock/module.yaml": 3, "publishers/default/profile.yaml": 14, SHOCK_PO: 19,
            "locales/mk/review.tsv": 4,
        }.items()
    },
    **{
        f"{name} explodes": (write(name, BOMB.encode()), f"{name}:1 yaml-alias")
        for name in (
            "workspace.yaml", COURSE, "modules/references.yaml", "modules/glossary.yaml", "modules/shock/module.yaml",
            "publishers/default/profile.yaml",
        )
    },
    "front matter explodes": (change(LESSON, "---\n", f"---\n{BOMB}"), f"{LESSON}:2 yaml-alias"),
    "YAML too deep": (write("modules/references.yaml", b"a: " + b"[" * 5000), "modules/references.yaml:1 yaml-syntax"),
    # language
    "sr in the workspace": (change("workspace.yaml", "sr-Cyrl, sr-Latn]", "sr]"), "workspace.yaml:4 language-ambiguous"),
    "sr as the source": (change("workspace.yaml", "source: en", "source: sr"), "workspace.yaml:3 language-ambiguous"),
    "sr in a course": (change(COURSE, "[en, mk]", "[en, sr]"), f"{COURSE}:6 language-ambiguous"),
    "sr of foreign words": (point("The [реч]{lang=sr}."), f"{LESSON}:17 language-ambiguous"),
    # translation
    "catalogue cut off": (append(SHOCK_PO, b'\nmsgid "Confusion"\nmsgstr "x\n'), f"{SHOCK_PO}:21 catalogue-malformed"),
    "catalogue with other text": (append(SHOCK_PO, b"\nhello\n"), f"{SHOCK_PO}:20 catalogue-malformed"),
    "ledger with other text": (append("locales/mk/review.tsv", b"hello\n"), "locales/mk/review.tsv:4 ledger-malformed"),
    "link lost": (translate("[шок](ref:shock/keep-warm#pale)", "шок"), f"{PRESS_PO}:4 translation-markup"),
    "variable lost": (translate("{{ emergency_number }}", "112"), f"{PRESS_PO}:4 translation-markup"),
    "citation lost": (translate("; @unodc-2016", ""), f"{PRESS_PO}:4 translation-markup"),
    "mark lost": (translate("{*}", ""), f"{PRESS_PO}:4 translation-markup"),
    "link added": (translate("Крв", "[Крв](https://example.org)"), f"{PRESS_PO}:4 translation-markup"),
    "HTML in a translation": (translate("Крв", "<b>Крв</b>"), f"{PRESS_PO}:4 translation-markup"),
    "javascript in a translation": (translate("ref:shock/keep-warm#pale", "javascript:alert(1)"), f"{PRESS_PO}:4 translation-markup"),
}  # fmt: skip
"""What is done to the example, and the finding that answers it: path, line, code."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example with its outputs."""
    root = copy_example(tmp_path_factory.mktemp("built") / "w")
    translate("Крв", "Крв")(root)
    assert call(root, "build").exit_code == 0
    return root


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_answered_and_the_old_output_stays_whole(fault: str, built: Path, tmp_path: Path) -> None:
    damage, expected = FAULTS[fault]
    root = Path(shutil.copytree(built, tmp_path / "w", symlinks=True))
    before = outputs(root)
    damage(root)
    for command in ("check", "build"):
        result = call(root, command, "-v")
        told = errors(result.stderr)
        assert result.exit_code == 1
        assert expected in {f"{one.path}:{one.line} {one.code}" for one in told}, told
        assert all(one.message and one.hint for one in told)
        assert len(told) <= 4, "one fault is told once, not again wherever it is felt"
        assert outputs(root) == before


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--lang", "sr"), ("build", "--lang", "sr"), ("status", "sr"), ("translate", "update", "sr"),
        ("show", "shock", "--stage", "localized", "--lang", "sr"), ("new", "workspace", "fresh", "--languages", "sr"),
    ],
)  # fmt: skip
def test_sr_on_the_command_line_is_wrong_use_with_the_way_out(command: tuple[str, ...], built: Path) -> None:
    before = outputs(built)
    result = call(built, *command)
    assert result.exit_code == 2
    assert "use sr-Cyrl or sr-Latn" in result.stderr
    assert not (built / "fresh").exists()
    assert outputs(built) == before


def test_the_faultless_translation_is_taken(built: Path) -> None:
    """The faults of translations above are those of their one change."""
    assert not errors(call(built, "check", "-v").stderr)
    mk = next(path for path in (built / "dist/refresher/mk").glob("*_bleeding_handout_*.html"))
    assert "Крв што шика" in mk.read_text("utf-8")
