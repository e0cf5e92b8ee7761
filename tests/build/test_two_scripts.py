"""A language that is made from another: in any order, told once, and no catalogues that nobody needs."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.build.check import check
from builder.build.load import load
from builder.build.targets import Selection
from builder.cli import course
from builder.diagnostics import Code

PAIR = (("sr-Latn", "sr-Cyrl"),)
SAMPLE = Path(__file__).parents[1] / "diagnostics/base"
ENTRY = 'msgid "Keep the person warm."\nmsgstr "Ugrejte osobu."\n'


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, expect: int = 0) -> Result:
        result = CliRunner().invoke(course, arguments, catch_exceptions=False)
        assert result.exit_code == expect, result.output
        return result

    return run


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(SAMPLE, tmp_path / "w"))
    for path in (root / "workspace.yaml", *root.glob("courses/*/course.yaml")):
        lines = path.read_text("utf-8").splitlines()
        spoken = ["languages: [en, sr-Latn, sr-Cyrl]" if line.startswith("languages:") else line for line in lines]
        path.write_text("\n".join((*spoken, "")), "utf-8")
    with (root / "workspace.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("derive: {sr-Latn: sr-Cyrl}\n")
    monkeypatch.chdir(root)
    return root


def derived(root: Path) -> tuple[tuple[str, str], ...]:
    loaded, _ = load(root)
    assert loaded is not None
    return loaded.workspace.manifest.derive


@pytest.mark.parametrize(
    ("languages", "pairs"),
    [
        ("en,sr-Latn,sr-Cyrl", PAIR),
        ("en,sr-Cyrl,sr-Latn", PAIR),
        ("en,sr-Latn", ()),
        ("sr-Cyrl,sr-Latn", ()),
        ("sr-Latn,sr-Cyrl", ()),
    ],
)
def test_a_new_workspace_derives_in_any_order(call, tmp_path: Path, languages: str, pairs: object) -> None:  # type: ignore[no-untyped-def]
    call("new", "workspace", "w", "--languages", languages)
    assert derived(tmp_path / "w") == pairs


@pytest.mark.parametrize("tags", [("sr-Cyrl", "sr-Latn"), ("sr-Latn", "sr-Cyrl")])
def test_new_languages_derive_in_any_order(call, tmp_path: Path, monkeypatch, tags: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    call("new", "workspace", "w", "--languages", "en")
    monkeypatch.chdir(tmp_path / "w")
    call("new", "language", tags[0])
    assert derived(tmp_path / "w") == ()
    assert "sr-Latn is made from sr-Cyrl at build" in call("new", "language", tags[1]).output
    assert derived(tmp_path / "w") == PAIR


def test_what_somebody_has_translated_is_not_derived_behind_his_back(call, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    call("new", "workspace", "w", "--languages", "en,sr-Latn")
    root = tmp_path / "w"
    (root / "locales/sr-Latn").mkdir(parents=True)
    (root / "locales/sr-Latn/welcome.po").write_text(ENTRY, "utf-8")
    monkeypatch.chdir(root)
    call("new", "language", "sr-Cyrl")
    assert derived(root) == ()


def test_a_derived_language_gets_no_catalogues_unless_it_has_texts_of_its_own(call, sample: Path) -> None:  # type: ignore[no-untyped-def]
    for verb in ("update", "resegment"):
        refused = call("translate", verb, "sr-Latn", expect=2)
        assert "sr-Latn is made from sr-Cyrl at each build: update sr-Cyrl" in " ".join(refused.stderr.split())
    assert not (sample / "locales/sr-Latn").exists()
    call("translate", "update")
    assert (sample / "locales/sr-Cyrl/main.po").is_file()
    assert not (sample / "locales/sr-Latn").exists()
    (sample / "locales/sr-Latn").mkdir()
    (sample / "locales/sr-Latn/main.po").write_text(f"# override: shorter\n{ENTRY}", "utf-8")
    call("translate", "update", "sr-Latn")
    assert "# override: shorter" in (sample / "locales/sr-Latn/main.po").read_text("utf-8")


def test_what_a_base_lacks_is_told_once_and_of_the_derived_one_where_only_that_is_asked_for(sample: Path) -> None:
    told = [one for one in check(sample, Selection()).diagnostics if one.code is Code.TRANSLATION_MISSING]
    assert {one.language for one in told} == {"sr-Cyrl"}
    assert len({(one.span, one.message) for one in told}) == len(told) > 0
    asked = check(sample, Selection(languages=("sr-Latn",))).diagnostics
    missing = [one for one in asked if one.code is Code.TRANSLATION_MISSING]
    assert {one.language for one in missing} == {"sr-Latn"}
    assert all("course translate update sr-Cyrl" in (one.hint or "") for one in missing)


def test_a_check_tells_of_a_memory_that_cannot_be_read(sample: Path) -> None:
    path = "locales/sr-Cyrl/_tm.tmx"
    (sample / "locales/sr-Cyrl").mkdir(parents=True)
    (sample / path).write_text("<tmx", "utf-8")
    found = [one for one in check(sample, Selection()).diagnostics if one.span and one.span.path == path]
    assert [(one.code, one.language) for one in found] == [(Code.CATALOGUE_MALFORMED, "sr-Cyrl")]
