"""A lesson of five megabytes just works, and time grows with its length and not with the square of it."""

import re
import shutil
import time
from pathlib import Path

import pytest

from tests.robustness.workspaces import LESSON, call, copy_example, edit, errors, rows_of

HEAD = "---\ntitle: A long lesson\nminutes: 20\n---\n\n## A step {#pale minutes=20}\n\n"
UNIT = """### Slide {number}

Paragraph {number} with **bold**, *italics* and a [link](https://example.org/{number}) that goes on for a while.

- First point {number}
- Second point {number} on a [wound](term:wound) [@who-2020]

| Sign | Meaning |
|------|---------|
| One {number} | Two |

::: notes
Say number {number}.
:::

::: question {{#q-{number} type=single}}
What is number {number}?

- [x] Right {{#a}}
  > Yes.
- [ ] Wrong {{#b}}
:::

"""
MEGABYTE = 1_000_000


def write_lesson(root: Path, size: int) -> int:
    """Write a lesson of a size in bytes and return how many units it has."""
    count = size // len(UNIT.format(number=1000))
    (root / LESSON).write_text(HEAD + "".join(UNIT.format(number=number) for number in range(count)), "utf-8")
    return count


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the example with nothing but one lesson in one language."""
    root = copy_example(tmp_path / "w")
    shutil.rmtree(root / "modules/bleeding")
    shutil.rmtree(root / "locales")
    course = root / "courses/refresher/course.yaml"
    edit(course, "languages: [en, mk]", "languages: [en]")
    course.write_text(course.read_text("utf-8").partition("\nvariants:")[0] + "\n", "utf-8")  # they speak Macedonian
    edit(
        root / "courses/refresher/course.yaml",
        "- lesson: bleeding/press        # module/lesson; all its steps",
        "- break: 5",
    )
    return root


def seconds(root: Path, *arguments: str) -> float:
    """Return the processor's time of a command that finds no error."""
    before = time.process_time()
    result = call(root, *arguments, "-q")
    assert result.exit_code == 0, result.stderr[:1000]
    return time.process_time() - before


@pytest.mark.parametrize("command", [("check",), ("build", "--format", "handout.html", "--format", "quiz.html")])
def test_time_grows_with_length(command: tuple[str, ...], root: Path) -> None:
    write_lesson(root, MEGABYTE // 50)
    seconds(root, *command)  # whatever is loaded or made once
    times = []
    for size in (MEGABYTE // 10, MEGABYTE * 3 // 10):
        write_lesson(root, size)
        times.append(seconds(root, *command))
    assert times[1] < 5 * times[0], "three times the length, well under nine times the time"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["check", "handout.html", "quiz.html", "quiz.moodle", "handout.docx", "deck.pptx"])
def test_five_megabytes_just_work(name: str, root: Path) -> None:
    count = write_lesson(root, 5 * MEGABYTE)
    assert (root / LESSON).stat().st_size > 4.9 * MEGABYTE
    taken = seconds(root, *(("check",) if name == "check" else ("build", "--format", name)))
    assert taken < 240
    if name != "check":
        row = rows_of(root / "dist")[0]
        data = (root / "dist" / str(row["path"])).read_bytes()
        assert len(data) > MEGABYTE
        if row["format"] in ("handout.html", "quiz.html", "quiz.moodle"):
            assert f"What is number {count - 1}?".encode() in data


def test_a_source_that_is_larger_than_any_lesson_is_refused(root: Path) -> None:
    with (root / LESSON).open("ab") as file:
        file.truncate(33 * MEGABYTE * 1048576 // 1_000_000)
    (told,) = errors(call(root, "check").stderr)
    assert (told.code, told.path) == ("file-unreadable", LESSON)
    assert "32 MB" in told.message


def test_a_thousand_faults_are_told_in_a_few_lines_or_all(root: Path) -> None:
    (root / LESSON).write_text(HEAD + "- point [@nobody]\n" * 1000, "utf-8")
    result = call(root, "check")
    assert result.exit_code == 1
    assert re.search(r"and 98\d before these", result.stderr.splitlines()[0])
    assert len(result.stderr.splitlines()) == 41
    assert len(errors(call(root, "check", "-v").stderr)) == 1000


def test_what_no_slide_holds_is_found_by_check_as_by_a_build(root: Path) -> None:
    edit(root / LESSON, "- Confusion", f"- {'Confusion' * 60}")
    for command in (("check",), ("build", "--format", "deck.pptx")):
        result = call(root, *command)
        assert result.exit_code == 1
        assert {told.code for told in errors(result.stderr)} == {"slide-overflow"}
    assert not (root / "dist").exists()
