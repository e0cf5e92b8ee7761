"""Any damage to a workspace and any command line is answered: with an exit code of ours, never with an exception."""

import json
import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.cli import _COMMANDS, course
from tests.robustness.workspaces import EXAMPLE, LESSON, REPOSITORY, everything, standing_in

SCHEMA = json.loads((REPOSITORY / "builder/cli/report.schema.json").read_text("utf-8"))
ENDS = {0, 1, 2, 3, 4}
FILES = {path: data for path, data in everything(EXAMPLE).items() if not path.startswith("dist/")}
TOKENS = [
    b"\n", b"---\n", b":::\n", b"::: question {#q type=single}\n", b"## ", b"### ", b"- [x] ", b"{", b"}", b"[", b"]", b"(",
    b"#", b'"', b"'", b": ", b"- ", b"&a ", b"*a ", b"!!python/object:os.system ", b"|\n", b">\n", b"\t", b"\x00", b"\xff",
    b"\xef\xbb\xbf", b"\r", b"\\", b"msgid ", b'msgstr ""\n', b"#, fuzzy\n", b"#~ ", b"{{ x }}", b"[@x]", b"{*}", b"term:x",
    b"ref:x", b"<!--", b"-->", b"<svg>", b"&lt;", b"999999999999999999999", b"-1", b"1e999", b"\xe2\x80\xae", b"\xed\xa0\x80",
    b"sr", b"null", b"true", b"~", b"%", b"../", b"\xf0\x9f\x92\xa9", b"99:99", b"2026-02-30", b"core: true", b"minutes=0",
]  # fmt: skip
QUICK = ("--format", "quiz.*", "--format", "handout.html")


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, bytes | None]:
    """Return a file of the example and what becomes of it; None takes it away."""
    path = draw(st.sampled_from(sorted(FILES)))
    data = FILES[path]
    kind = draw(
        st.sampled_from(["insert", "insert", "cut", "cut", "line", "double", "swap", "bytes", "token", "gone", "other"])
    )
    at = draw(st.integers(0, len(data)))
    to = min(at + draw(st.integers(1, 40)), len(data))
    lines = data.split(b"\n")
    row = draw(st.integers(0, len(lines) - 1))
    match kind:
        case "insert":
            return path, data[:at] + draw(st.sampled_from(TOKENS)) + data[at:]
        case "cut":
            return path, data[:at] + data[to:]
        case "line":
            return path, b"\n".join(lines[:row] + lines[row + 1 :])
        case "double":
            return path, b"\n".join([*lines[:row], lines[row], *lines[row:]])
        case "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[row], lines[other] = lines[other], lines[row]
            return path, b"\n".join(lines)
        case "bytes":
            return path, data[:at] + draw(st.binary(max_size=8)) + data[to:]
        case "token":
            key, colon, _value = lines[row].partition(b":")
            lines[row] = key + colon + b" " + draw(st.sampled_from(TOKENS))
            return path, b"\n".join(lines)
        case "gone":
            return path, None
        case _:
            return path, FILES[draw(st.sampled_from(sorted(FILES)))]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a workspace for all examples, and stand in it."""
    root = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("fuzz") / "w"))
    with standing_in(root):
        yield root


def invoke(*arguments: str) -> tuple[int, str, str]:
    """Return how a command ends; an exception that escapes it fails the test."""
    result = CliRunner().invoke(course, arguments, catch_exceptions=False)
    assert result.exit_code in ENDS, (arguments, result.exit_code)
    return result.exit_code, result.stdout, result.stderr


def apply(root: Path, damage: dict[str, bytes | None]) -> None:
    for path, data in damage.items():
        if data is None:
            (root / path).unlink()
        else:
            (root / path).write_bytes(data)


def restore(root: Path) -> None:
    for path in everything(root):
        if path not in FILES:
            (root / path).unlink()
    for path, data in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def check_damage(root: Path, damage: dict[str, bytes | None], command: tuple[str, ...]) -> None:
    apply(root, damage)
    try:
        code, printed, told = invoke(*command, "--json")
        if code == 2:
            assert "Error: " in told
            return
        document = json.loads(printed)
        jsonschema.validate(document, SCHEMA)
        bad = [found for found in document["diagnostics"] if found["severity"] == "error"]
        assert bool(bad) == (code != 0)
        assert all(found["path"] and found["line"] and found["hint"] for found in bad), bad
    finally:
        restore(root)


@settings(max_examples=60)
@given(damage=st.lists(damages(), min_size=1, max_size=3))
def test_a_damaged_workspace_is_built_or_answered(root: Path, damage: list[tuple[str, bytes | None]]) -> None:
    check_damage(root, dict(damage), ("build", *QUICK))


@settings(max_examples=60)
@given(
    damage=damages(),
    command=st.sampled_from([("status",), ("translate", "update"), ("check",), ("ids",), ("ids", "--write")]),
)
def test_other_commands_answer_too(root: Path, damage: tuple[str, bytes | None], command: tuple[str, ...]) -> None:
    check_damage(root, dict([damage]), command)


@settings(max_examples=30)
@given(damage=damages(), stage=st.sampled_from(["read", "resolved", "localized", "plan"]))
def test_show_answers_too(root: Path, damage: tuple[str, bytes | None], stage: str) -> None:
    apply(root, dict([damage]))
    try:
        invoke("show", "shock", "--stage", stage, "--lang", "mk", "--format", "quiz.html")
    finally:
        restore(root)


@pytest.mark.slow
@settings(max_examples=300)
@given(damage=st.lists(damages(), min_size=1, max_size=4))
def test_a_damaged_workspace_is_built_or_answered_in_every_format(
    root: Path, damage: list[tuple[str, bytes | None]]
) -> None:
    check_damage(root, dict(damage), ("build",))


WORDS = [
    "build", "check", "show", "status", "translate", "update", "new", "workspace", "course", "module", "lesson", "clean",
    "explain", "formats", "doctor", "--lang", "--part", "--format", "--out", "-j", "--strict", "--release", "--json", "-q", "-v",
    "ids", "--write", "--accept", "--retire", "q-*", "--questions", "--stage", "plan", "localized", "--course", "refresher", "shock", "shock/keep-warm", "bleeding", "en", "mk", "sr", "xx", "all",
    "quiz.html", "quiz.*", "[", "*", "", ".", "..", "--", "-", "0", "1", "2", "-1", "99", "a/b", "../x", "id-duplicate", "--help",
    "--version", "--drafts", "Me", "--languages", "en,mk", "x" * 300, "\u202e", "\udcff", "é", "--lesson", "-h", "fresh",
]  # fmt: skip


@settings(max_examples=150)
@given(arguments=st.lists(st.sampled_from(WORDS) | st.text(string.printable.replace("/", ""), max_size=6), max_size=6))
def test_any_command_line_is_answered(root: Path, arguments: list[str]) -> None:
    try:
        code, printed, told = invoke(*arguments)
        assert printed or told or code == 0
    finally:
        restore(root)


@settings(max_examples=80)
@given(
    command=st.sampled_from(sorted(_COMMANDS)),
    arguments=st.lists(st.sampled_from(WORDS), max_size=4),
)
def test_any_words_behind_a_command_are_answered(root: Path, command: str, arguments: list[str]) -> None:
    try:
        invoke(command, *arguments)
    finally:
        restore(root)


@pytest.mark.parametrize(
    "text", ["", "\n", "---", "---\n---\n", "a" * 100_000, "[" * 20_000, "> " * 5_000 + "x", "- " * 3_000 + "x"]
)
def test_a_lesson_of_one_kind_of_thing_is_answered(text: str, root: Path) -> None:
    head = FILES[LESSON].decode().partition("- Pale")[0]
    for lesson in (text, head + text + "\n"):
        check_damage(root, {LESSON: lesson.encode()}, ("build", *QUICK))
