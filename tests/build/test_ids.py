"""`course ids` on a copy of the example: what is written, what is remembered, and what stops a build."""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build.check import check
from builder.build.ids import IdsReport, IdsRequest, ids
from builder.build.load import load
from builder.build.pipeline import Request, build
from builder.build.targets import Selection, WrongUse
from builder.diagnostics import Code

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
PRESS = "modules/bleeding/01-press.md"
SHOCK = "modules/shock/01-keep-warm.md"
LOCK = "modules/bleeding/ids.lock"
ABOUT = {Code.ID_VANISHED, Code.ID_RETIRED, Code.KEY_CHANGED, Code.LOCK_MALFORMED, Code.ID_MISSING}
Ids = Callable[..., IdsReport]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "w"))


@pytest.fixture
def run(root: Path) -> Ids:
    def call(**options: object) -> IdsReport:
        return ids(IdsRequest(root=root, **options))  # type: ignore[arg-type]

    return call


def edit(root: Path, path: str, old: str, new: str) -> None:
    data = (root / path).read_bytes().decode()
    assert data.count(old) == 1
    (root / path).write_bytes(data.replace(old, new).encode())


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def disputes(root: Path, *modules: str) -> set[tuple[Code, str]]:
    _, found = load(root, modules=lambda _courses: modules or ("bleeding", "shock"))
    return {(finding.code, finding.span.path) for finding in found if finding.code in ABOUT and finding.span}


def line_of(root: Path, name: str, path: str = LOCK) -> list[str]:
    lines = (root / path).read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith(f"{name}\t")]


def test_a_look_writes_nothing_and_says_what_writing_would_do(root: Path, run: Ids) -> None:
    edit(root, PRESS, "{#q-true type=true-false}", "{type=true-false}")
    before = files_of(root)
    report = run()
    assert files_of(root) == before
    (missing,) = report.left_out
    assert (missing.path, missing.new.kind, missing.written) == (PRESS, "question", False)
    assert {change.deed for change in report.changes} == {"entered"}
    assert [finding.code for finding in report.diagnostics] == [Code.ID_MISSING]
    written = run(write=True)
    assert [one.new for one in written.left_out] == [missing.new]


def test_ids_are_written_once_and_remembered(root: Path, run: Ids) -> None:
    edit(root, PRESS, "{#q-true type=true-false}", "{type=true-false}")
    edit(root, PRESS, "- [ ] Call the press {#b}", "- [ ] Call the press")
    report = run(write=True)
    assert report.diagnostics == ()
    assert all(one.written for one in report.left_out)
    name = next(one.new.id for one in report.left_out if one.new.kind == "question")
    assert line_of(root, name) == [f"{name}\tlive\ttrue-false\ttrue\t"]
    assert line_of(root, "q-mira") == ["q-mira\tlive\tsingle\ta\ta b"]
    before = files_of(root)
    again = run(write=True)
    assert (again.left_out, again.changes, again.diagnostics) == ((), (), ())
    assert files_of(root) == before
    assert disputes(root) == set()


def test_a_lesson_keeps_its_bytes_rights_and_links(root: Path, run: Ids) -> None:
    data = (root / PRESS).read_bytes().replace(b"{#q-true type", b"{type").replace(b"\n", b"\r\n")
    (root / "modules/bleeding/kept.txt").write_bytes(b"\xef\xbb\xbf" + data)
    (root / PRESS).unlink()
    (root / PRESS).symlink_to("kept.txt")
    (root / "modules/bleeding/kept.txt").chmod(0o664)
    report = run(write=True)
    name = report.left_out[0].new.id
    kept = root / "modules/bleeding/kept.txt"
    assert kept.read_bytes() == b"\xef\xbb\xbf" + data.replace(b"{type=true", f"{{#{name} type=true".encode())
    assert (root / PRESS).is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o664


def test_a_lesson_with_errors_is_left_alone_and_its_questions_are_not_entered(root: Path, run: Ids) -> None:
    edit(root, PRESS, "answer: true", "answer: perhaps")
    edit(root, PRESS, "{#q-capital type=text}", "{type=text}")
    before = (root / PRESS).read_bytes()
    report = run(write=True)
    assert (root / PRESS).read_bytes() == before
    assert [one.written for one in report.left_out] == [False]
    assert {finding.code for finding in report.diagnostics} == {Code.ID_MISSING, Code.ANSWER_MALFORMED}
    assert not (root / LOCK).exists()


def test_a_question_that_went_out_cannot_vanish(root: Path, run: Ids) -> None:
    run(write=True)
    edit(root, PRESS, "#q-true ", "#q-truth ")
    assert disputes(root) == {(Code.ID_VANISHED, LOCK)}
    report = build(Request(root=root, out=root / "dist", selection=Selection(formats=("quiz.moodle",))))
    assert report.outputs == ()
    assert {finding.code for finding in run(write=True).diagnostics} == {Code.ID_VANISHED}
    retired = run(retire=("q-true",))
    assert [(change.entry.id, change.deed) for change in retired.changes] == [("q-true", "retired")]
    assert retired.diagnostics == ()
    assert line_of(root, "q-true") == ["q-true\tretired\ttrue-false\ttrue\t"]
    edit(root, PRESS, "#q-truth ", "#q-true ")
    assert disputes(root) == {(Code.ID_VANISHED, LOCK), (Code.ID_RETIRED, PRESS)}


def test_a_retired_id_is_taken_for_ever_unless_its_question_comes_back(root: Path, run: Ids) -> None:
    run(write=True)
    question = (root / PRESS).read_text("utf-8").split("::: question {#q-true")[1].split(":::")[0]
    edit(root, PRESS, f"::: question {{#q-true{question}:::\n", "")
    run(retire=("q-true",))
    assert disputes(root) == set()
    (root / PRESS).write_text((root / PRESS).read_text("utf-8") + f"\n::: question {{#q-true{question}:::\n", "utf-8")
    assert disputes(root) == {(Code.ID_RETIRED, PRESS)}
    assert {finding.code for finding in run(write=True).diagnostics} == {Code.ID_RETIRED}
    assert run(accept=("q-true",)).diagnostics == ()
    assert line_of(root, "q-true") == ["q-true\tlive\ttrue-false\ttrue\t"]


def test_another_right_answer_is_an_error_until_it_is_accepted_and_both_are_kept(root: Path, run: Ids) -> None:
    run(write=True)
    edit(root, PRESS, "answer: true", "answer: false")
    assert disputes(root) == {(Code.KEY_CHANGED, PRESS)}
    (finding,) = run(write=True).diagnostics
    assert "from “true-false true” to “true-false false”" in finding.message
    assert "course ids --accept q-true" in (finding.hint or "")
    (change,) = run(accept=("q-t*",)).changes
    assert (change.entry.id, change.entry.key, change.deed) == ("q-true", "false", "accepted")
    assert line_of(root, "q-true") == ["q-true\tearlier\ttrue-false\ttrue\t", "q-true\tlive\ttrue-false\tfalse\t"]
    assert disputes(root) == set()
    edit(root, PRESS, "answer: false", "answer: true")
    run(accept=("q-true",))
    assert [line.split("\t")[1::2] for line in line_of(root, "q-true")] == [
        ["earlier", "false"], ["earlier", "true"], ["live", "true"],
    ]  # fmt: skip
    assert run(accept=("q-true",)).changes == ()


def test_words_translations_and_points_may_change_freely(root: Path, run: Ids) -> None:
    run(write=True)
    edit(root, PRESS, "What do you do first?\n\n- [ ] Look for gloves", "What comes first?\n\n- [ ] Search for gloves")
    edit(root, PRESS, "points=5", "points=7")
    assert disputes(root) == set()
    assert run(write=True).changes == ()


def test_the_id_of_an_option_that_is_gone_is_not_given_again(root: Path, run: Ids) -> None:
    edit(root, PRESS, "- [ ] Call the press {#b}", "- [ ] Call the press {#b}\n- [ ] Run {#c}")
    run(write=True)
    edit(root, PRESS, "- [ ] Run {#c}\n", "")
    assert disputes(root) == set()
    (change,) = run(write=True).changes
    assert (change.entry.id, change.deed) == ("q-mira", "updated")
    assert line_of(root, "q-mira") == ["q-mira\tlive\tsingle\ta\ta b -c"]
    edit(root, PRESS, "- [ ] Call the press {#b}", "- [ ] Call the press {#b}\n- [ ] Sleep")
    assert [one.new.id for one in run(write=True).left_out] == ["d"]
    edit(root, PRESS, "- [ ] Sleep {#d}", "- [ ] Sleep {#c}")
    assert disputes(root) == {(Code.ID_RETIRED, PRESS)}
    run(write=True)
    assert line_of(root, "q-mira") == ["q-mira\tlive\tsingle\ta\ta b -c -d"]
    assert disputes(root) == {(Code.ID_RETIRED, PRESS)}
    run(accept=("q-mira",))
    assert line_of(root, "q-mira") == ["q-mira\tlive\tsingle\ta\ta b c -d"]
    assert disputes(root) == set()


def test_a_question_takes_its_memory_to_another_module(root: Path, run: Ids) -> None:
    run(write=True)
    edit(root, PRESS, "answer: true", "answer: false")
    run(accept=("q-true",))
    text = (root / PRESS).read_text("utf-8")
    question = "::: question {#q-true" + text.split("::: question {#q-true")[1].split(":::")[0] + ":::\n"
    edit(root, PRESS, question, "")
    (root / SHOCK).write_text((root / SHOCK).read_text("utf-8") + "\n" + question, "utf-8")
    assert disputes(root) == set()
    (change,) = run(write=True).changes
    assert (change.module, change.deed) == ("shock", "moved")
    assert line_of(root, "q-true") == []
    assert len(line_of(root, "q-true", "modules/shock/ids.lock")) == 2
    assert disputes(root) == set()


def test_a_part_that_is_read_alone_misses_nothing_of_the_others(root: Path, run: Ids) -> None:
    run(write=True)
    assert disputes(root, "shock") == set()
    edit(root, PRESS, "#q-true ", "#q-truth ")
    assert disputes(root, "shock") == {(Code.ID_VANISHED, LOCK)}
    assert Code.ID_VANISHED in {finding.code for finding in check(root, Selection(parts=("shock",))).diagnostics}


def test_a_lesson_that_cannot_be_understood_loses_no_question(root: Path, run: Ids) -> None:
    run(write=True)
    edit(root, PRESS, "::: question {#q-true type=true-false}", "::: question {#q-true type=true-false")
    assert disputes(root) == {(Code.ID_MISSING, PRESS)}
    with pytest.raises(WrongUse, match="errors to mend first"):
        run(retire=("q-true",))
    (root / PRESS).write_bytes(b"\xff" + (root / PRESS).read_bytes())
    assert disputes(root) == set()
    (root / PRESS).write_bytes(b"\0")
    assert Code.ID_VANISHED not in dict(disputes(root))


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({"accept": ("q-tru",)}, "did you mean 'q-true'"),
        ({"retire": ("q-true",)}, f"still asked in {PRESS}"),
        ({"retire": ("q-nothing-like-it",)}, "no lock holds"),
    ],
)
def test_an_id_that_is_nowhere_is_wrong_use_and_nothing_is_written(
    root: Path, run: Ids, options: dict[str, tuple[str, ...]], advice: str
) -> None:
    with pytest.raises(WrongUse, match="stands in no lock yet"):
        run(accept=("q-true",))
    run(write=True)
    edit(root, PRESS, "{#q-capital type=text}", "{type=text}")
    before = files_of(root)
    with pytest.raises(WrongUse, match=advice):
        run(write=True, **options)
    assert files_of(root) == before


def test_two_questions_with_one_id_are_not_entered(root: Path, run: Ids) -> None:
    edit(root, PRESS, "#q-capital ", "#q-true ")
    report = run(write=True)
    assert {finding.code for finding in report.diagnostics} == {Code.ID_DUPLICATE}
    assert line_of(root, "q-true") == []


def test_lines_that_cannot_be_read_are_kept(root: Path, run: Ids) -> None:
    run(write=True)
    with (root / LOCK).open("a", encoding="utf-8") as file:
        file.write("# asked in Skopje\nq-odd\tbroken\n")
    edit(root, PRESS, "answer: true", "answer: false")
    report = run(accept=("q-true",))
    assert {finding.code for finding in report.diagnostics} == {Code.LOCK_MALFORMED}
    assert (root / LOCK).read_text("utf-8").endswith("# asked in Skopje\nq-odd\tbroken\n")


def test_a_full_disk_is_said_and_what_was_there_is_whole(root: Path, run: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root, PRESS, "{#q-true type=true-false}", "{type=true-false}")
    before = files_of(root)

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device", str(root / PRESS))

    monkeypatch.setattr("builder.files.os.replace", refuse)
    report = run(write=True)
    assert Code.OUTPUT_NOT_WRITABLE in {finding.code for finding in report.diagnostics}
    assert files_of(root) == before


def test_a_release_wants_every_question_that_it_asks_in_a_lock(root: Path, run: Ids) -> None:
    request = Request(
        root=root, out=root / "dist", release=True, selection=Selection(formats=("quiz.moodle",), languages=("en",))
    )
    told = [finding for finding in build(request).diagnostics if finding.code is Code.RELEASE_UNRECORDED]
    assert [finding.span.path for finding in told if finding.span] == [LOCK, "modules/shock/ids.lock"]
    assert "q-first" in told[0].message
    run(write=True)
    assert Code.RELEASE_UNRECORDED not in {finding.code for finding in build(request).diagnostics}
