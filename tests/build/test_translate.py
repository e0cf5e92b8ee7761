"""The verbs on catalogues, on a workspace on disk: what they write, and that a fault leaves every file as it was."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from builder.build.translate import update
from builder.build.translate_minor import minor
from builder.cli import course
from builder.diagnostics import Code
from builder.localize.minor import english_digest
from builder.localize.po import Catalogue, read_catalogue
from builder.source import SourceFile

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
DAY = "2026-12-01"
LESSON = "modules/shock/01-keep-warm.md"
WARM = "Lay the person down and keep them warm."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    update(root, ("mk",), drafts_by=None, today=DAY)
    monkeypatch.chdir(root)
    return root


def call(*arguments: str) -> Result:
    return CliRunner().invoke(course, ("translate", *arguments), catch_exceptions=False)


def catalogue(root: Path, name: str = "shock") -> Catalogue:
    path = f"locales/mk/{name}.po"
    return read_catalogue(SourceFile(path, (root / path).read_text("utf-8")))[0]


def replace_in(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def snapshot(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("locales/**/*") if path.is_file()
    }


def stale(root: Path, name: str = "shock") -> list[str]:
    return [message.msgid for message in catalogue(root, name).active if message.fuzzy]


def test_the_header_says_which_edition_a_catalogue_belongs_to(root: Path) -> None:
    assert '"X-Edition: refresher 1.0.0\\n"' in (root / "locales/mk/shock.po").read_text("utf-8")


def test_a_module_that_goes_away_is_remembered_and_its_file_goes_an_edition_later(root: Path) -> None:
    shutil.rmtree(root / "modules/shock")
    replace_in(
        root, "courses/refresher/course.yaml", "      - lesson: shock/keep-warm\n        core: true", "      - break: 5"
    )
    text = (root / "modules/bleeding/01-press.md").read_text("utf-8")
    (root / "modules/bleeding/01-press.md").write_text(text.replace("[shock](ref:shock/keep-warm#pale)", "on"), "utf-8")
    first = call("update", "mk")
    assert first.exit_code == 0, first.output
    assert all(message.obsolete for message in catalogue(root).messages)
    assert {message.msgstr[0] for message in catalogue(root).messages} == {
        "Шок",
        "Легнете го лицето и чувајте го топло.",
    }
    replace_in(root, "courses/refresher/course.yaml", "edition: 1.0.0", "edition: 1.1.0")
    second = call("update", "mk")
    assert "locales/mk/shock.po: removed: 2 moved to the memory" in second.stdout
    assert "locales/mk/_tm.tmx: 2 texts remembered" in second.stdout
    assert not (root / "locales/mk/shock.po").exists()
    memory = (root / "locales/mk/_tm.tmx").read_text("utf-8")
    assert "Легнете го лицето и чувајте го топло." in memory
    assert call("update", "mk").stdout == "all catalogues are up to date\n"


def test_a_renamed_module_keeps_its_translations(root: Path) -> None:
    (root / "modules/shock").rename(root / "modules/keeping-warm")
    for path in ("courses/refresher/course.yaml", "modules/bleeding/01-press.md"):
        replace_in(root, path, "shock/keep-warm", "keeping-warm/keep-warm")
    assert call("update", "mk").exit_code == 0
    texts = {message.msgid: message.msgstr[0] for message in catalogue(root, "keeping-warm").active}
    assert (texts["Shock"], texts[WARM]) == ("Шок", "Легнете го лицето и чувајте го топло.")
    assert stale(root, "keeping-warm") == []


@pytest.mark.parametrize("damaged", ["locales/mk/_tm.tmx", "locales/mk/shock.po"])
def test_a_damaged_file_is_not_written_and_says_where(root: Path, damaged: str) -> None:
    (root / damaged).write_text('msgid "open\n', "utf-8")
    replace_in(root, LESSON, WARM, "Lay them down.")
    before = snapshot(root)
    result = call("update", "mk")
    assert result.exit_code == 1
    assert f"{damaged}:1: error[catalogue-malformed]" in result.stderr
    assert "hint:" in result.stderr
    after = snapshot(root)
    assert after[damaged] == before[damaged]
    if damaged.endswith(".tmx"):
        assert after == before


def edit(root: Path, new: str) -> None:
    replace_in(root, LESSON, f"  - {WARM}", f"  - {new}")


def test_minor_shows_then_declares_and_nothing_is_stale(root: Path) -> None:
    edit(root, "Lay the person down, and keep them warm.")
    shown = call("minor")
    digest = english_digest((None, "Lay the person down, and keep them warm."))
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"{digest} {LESSON}#key_messages (mk)\n  Lay the person down{{+,+}} and keep")
    assert (root / "locales/mk/shock.po").read_text("utf-8").count(WARM) == 1  # shown only
    assert not (root / "locales/en/review.tsv").exists()
    done = call("minor", f"{LESSON}#key_messages", "--by", "Eva")
    assert done.exit_code == 0, done.output
    assert "locales/en/review.tsv: 1 harmless edits declared" in done.stdout
    assert stale(root) == []
    assert call("update", "mk").stdout == "all catalogues are up to date\n"


def test_minor_tells_programs_what_it_shows(root: Path) -> None:
    schema = json.loads((Path(__file__).parents[2] / "builder/cli/report.schema.json").read_text("utf-8"))
    edit(root, "Lay the person down, and keep them warm.")
    for arguments, declared in ((("minor",), False), (("minor", LESSON, "--by", "Eva"), True)):
        printed = json.loads(call(*arguments, "--json").stdout)
        jsonschema.validate(printed, schema)
        (waiting,) = printed["edits"]
        assert (waiting["old"], waiting["languages"], printed["declared"]) == (WARM, ["mk"], declared)


def test_minor_carries_what_the_ledger_said(root: Path) -> None:
    edit(root, "Lay the person down, and keep them warm.")
    before = (root / "locales/mk/review.tsv").read_text("utf-8")
    digest = english_digest((None, "Lay the person down, and keep them warm."))
    assert call("minor", digest[:8], "--by", "Eva").exit_code == 0
    lines = (root / "locales/mk/review.tsv").read_text("utf-8").splitlines()
    (new,) = [line for line in lines[1:] if line not in before.splitlines()]
    assert new.split("\t")[1:] == ["draft", *before_line(before, "77980f809f39a918"), "77980f809f39a918"]


def before_line(ledger: str, digest: str) -> list[str]:
    (line,) = [line for line in ledger.splitlines() if line.startswith(digest)]
    return line.split("\t")[2:]


def test_minor_refuses_whole_and_writes_nothing(root: Path) -> None:
    edit(root, "Never lay the person down and keep them warm.")
    replace_in(root, "modules/shock/module.yaml", "title: Shock", "title: Shocks")
    before = snapshot(root)
    result = call("minor", LESSON, "--by", "Eva")
    assert result.exit_code == 1
    assert f"{LESSON}:1: error[minor-refused]" in result.stderr
    assert "negation changes: “never”" in result.stderr
    assert snapshot(root) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("minor", "modules/shock/01-keep-wram.md#key_messages", "--by", "Eva"),
            "did you mean modules/shock/01-keep-warm.md",
        ),
        (("minor", "modules/bleeding/01-press.md", "--by", "Eva"), "nothing there is stale"),
        (("minor", "zzzzzzzz", "--by", "Eva"), "is no place, lesson or digest"),
        (("minor", "--by", "Eva"), "name the edit"),
        (("minor", LESSON, "--by", " "), "needs a name"),
        (("fmt", "xx"), "there is no folder locales/xx"),
        (("resegment", "sr"), "sr is ambiguous"),
        (("merge-driver", "a", "b"), "give three files"),
    ],
)
def test_wrong_use_says_what_to_write_and_writes_nothing(root: Path, arguments: tuple[str, ...], says: str) -> None:
    edit(root, "Lay the person down, and keep them warm.")
    before = snapshot(root)
    result = call(*arguments)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())
    assert snapshot(root) == before


def test_resegment_carries_a_split_text(root: Path) -> None:
    path = "locales/mk/shock.po"
    replace_in(root, path, 'msgstr "Легнете го лицето и чувајте го топло."', 'msgstr "Легнете го. Стоплете го."')
    replace_in(root, path, f'msgid "{WARM}"', 'msgid "Lay them down. Keep them warm."')
    edit(root, "Lay them down.\n  - Keep them warm.")
    result = call("resegment", "mk")
    assert result.exit_code == 0, result.output
    assert "locales/mk/shock.po: 2 put together from earlier texts" in result.stdout
    texts = {message.msgid: message.msgstr[0] for message in catalogue(root).active}
    assert (texts["Lay them down."], texts["Keep them warm."]) == ("Легнете го.", "Стоплете го.")
    assert "Легнете го. Стоплете го." in (root / "locales/mk/_tm.tmx").read_text("utf-8") + (root / path).read_text(
        "utf-8"
    )
    assert call("resegment", "mk").stdout == "all catalogues are up to date\n"


def test_fmt_says_what_it_would_do_then_does_it(root: Path) -> None:
    assert "locales/mk/review.tsv: laid out anew" in call("fmt").stdout
    assert call("fmt", "--check").exit_code == 0
    path = root / "locales/mk/shock.po"
    tidy = path.read_bytes()
    replace_in(
        root, "locales/mk/shock.po", f'msgid "{WARM}"', 'msgid ""\n"Lay the person down "\n"and keep them warm."'
    )
    untidy = path.read_bytes()
    checked = call("fmt", "--check")
    assert checked.exit_code == 1
    assert "locales/mk/shock.po:1: warning[catalogue-form]" in checked.stderr
    assert path.read_bytes() == untidy
    assert call("fmt").exit_code == 0
    assert path.read_bytes() == tidy
    path.write_bytes(b'msgid "open\n')
    assert call("fmt").exit_code == 1
    assert path.read_bytes() == b'msgid "open\n'


def test_merge_driver_leaves_our_file_alone_where_another_cannot_be_read(root: Path, tmp_path: Path) -> None:
    ours = root / "locales/mk/shock.po"
    before = ours.read_bytes()
    theirs = tmp_path / "theirs"
    theirs.write_text('msgid "open\n')
    result = call("merge-driver", str(ours), str(ours), str(theirs), "--path", "locales/mk/shock.po")
    assert result.exit_code == 1
    assert "git show :3:locales/mk/shock.po" in result.stderr
    assert ours.read_bytes() == before
    missing = call("merge-driver", str(ours), str(ours), str(tmp_path / "none"), "--path", "locales/mk/shock.po")
    assert missing.exit_code == 1
    assert "error[file-missing]" in missing.stderr


def test_merge_driver_tells_how_to_set_git_up() -> None:
    printed = call("merge-driver").stdout
    for line in (
        "locales/*/*.po merge=coursewright",
        "locales/*/review.tsv merge",
        "git config merge.coursewright.driver",
    ):
        assert line in printed


def test_every_edit_that_waits_is_found_by_its_digest_and_place(root: Path) -> None:
    edit(root, "Lay the person down, and keep them warm.")
    (waiting,) = minor(root, None, by=None, today=DAY).edits
    for reference in (waiting.digest, waiting.places[0], LESSON):
        found = minor(root, reference, by=None, today=DAY)
        assert found.edits == (waiting,)
        assert Code.MINOR_REFUSED not in {finding.code for finding in found.update.diagnostics}


def test_what_is_harmless_is_known_for_english_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "workspace.yaml").write_text(
        "name: Kurs\nsource: sq\nlanguages: [sq, mk]\npublisher: default\nlicence: CC-BY-4.0\n", "utf-8"
    )
    shutil.copytree(EXAMPLE / "publishers", tmp_path / "publishers")
    monkeypatch.chdir(tmp_path)
    result = call("minor", LESSON, "--by", "Eva")
    assert result.exit_code == 2, result.output
    assert "for English only" in " ".join(result.stderr.split())
