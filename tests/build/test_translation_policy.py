"""What a course asks of its translations: shares that a release wants reviewed, and what stands for stale texts."""

import shutil
import zipfile
from pathlib import Path

import pytest

from builder.build.ids import IdsRequest, ids
from builder.build.load import load
from builder.build.pipeline import Report, Request, build
from builder.build.review import open_desk, sign_texts
from builder.build.targets import Selection
from builder.build.translate import update
from builder.diagnostics import Code

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
TODAY = "2026-11-22"
COURSE = "courses/refresher/course.yaml"
STALE, KEPT = "keep them warm", "Легнете го лицето и чувајте го топло"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the example, its notes approved, its questions remembered."""
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    profile = root / "publishers/default/profile.yaml"
    profile.write_text(profile.read_text("utf-8").replace("approved: false", "approved: true"), "utf-8")
    ids(IdsRequest(root=root, write=True))
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def ask(root: Path, policy: str) -> None:
    path = root / COURSE
    path.write_text(path.read_text("utf-8") + f"\ntranslation: {policy}\n", "utf-8")


def sign_all_but(root: Path, kind: str, left: int) -> None:
    """Sign the English, all but some texts of a kind."""
    desk, _ = open_desk(root, "en")
    assert desk is not None
    kept = [one for one in desk.waiting if kind in one.kinds and "shock" in one.path][:left]
    assert len(kept) == left
    sign_texts(desk, [one for one in desk.waiting if one not in kept], by="Vera", today=TODAY)


def release(root: Path) -> Report:
    selection = Selection(formats=("deck.pptx",), languages=("en",), variants=("plain",), parts=("shock",))
    return build(Request(root=root, out=root / "dist", selection=selection, release=True))


def test_a_release_wants_every_text_reviewed_unless_the_course_says_less(root: Path) -> None:
    sign_all_but(root, "key message", 1)
    assert Code.RELEASE_UNREVIEWED in {one.code for one in release(root).diagnostics}
    ask(root, "{reviewed: {key message: 0}}")
    report = release(root)
    assert Code.RELEASE_UNREVIEWED not in {one.code for one in report.diagnostics}
    assert [row.path for row in report.outputs if "DRAFT" in row.path] == []
    assert report.outputs


def test_a_share_for_one_kind_says_nothing_of_others(root: Path) -> None:
    sign_all_but(root, "heading", 1)
    ask(root, "{reviewed: {key message: 0}}")
    assert Code.RELEASE_UNREVIEWED in {one.code for one in release(root).diagnostics}


def test_no_share_lets_a_machine_s_draft_out(root: Path) -> None:
    sign_all_but(root, "key message", 1)
    ask(root, "{reviewed: {all: 0}}")
    assert Code.RELEASE_UNREVIEWED not in {one.code for one in release(root).diagnostics}
    update(root, ("en",), drafts_by="machine", today=TODAY)
    assert Code.RELEASE_UNREVIEWED in {one.code for one in release(root).diagnostics}


@pytest.mark.parametrize(
    ("policy", "old", "new"), [("{stale: {all: keep}}", True, False), ("{stale: {all: source}}", False, True)]
)
def test_a_stale_text_stays_or_gives_way_as_the_course_says(root: Path, policy: str, old: bool, new: bool) -> None:
    edit(root, "modules/shock/01-keep-warm.md", STALE, f"{STALE} indeed")
    update(root, ("mk",), drafts_by=None, today=TODAY)
    ask(root, policy)
    selection = Selection(formats=("deck.pptx",), languages=("mk",), variants=("plain",), parts=("shock",))
    (row,) = build(Request(root=root, out=root / "dist", selection=selection)).outputs
    with zipfile.ZipFile(root / "dist" / row.path) as deck:
        text = "".join(deck.read(name).decode() for name in deck.namelist() if name.endswith(".xml"))
    assert (KEPT in text, f"{STALE} indeed" in text) == (old, new)


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        ("{reviewed: {paragraf: 90}}", Code.KEY_UNKNOWN),
        ("{reviewed: {all: 101}}", Code.VALUE_TYPE),
        ("{reviewed: {all: [1]}}", Code.VALUE_TYPE),
        ("{stale: {all: english}}", Code.VALUE_TYPE),
        ("{fresh: {all: keep}}", Code.KEY_UNKNOWN),
    ],
)
def test_what_the_policy_cannot_mean_is_said_at_its_line(root: Path, policy: str, code: Code) -> None:
    ask(root, policy)
    (found,) = [one for one in load(root)[1] if one.severity == "error"]
    assert found.code is code
    assert found.span is not None
    assert (root / COURSE).read_text("utf-8").split("\n")[found.span.line - 1].startswith("translation:")
