"""A reviewer's word: what waits, what she approved before, whose text nobody may sign himself."""

import shutil
from pathlib import Path

import pytest

from builder.build.review import open_desk, remark, sign_texts
from builder.build.status import status
from builder.build.targets import WrongUse
from builder.build.translate import update

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
TODAY = "2026-11-22"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    (root / "locales/mk/review.tsv").unlink()
    return root


def catalogue(root: Path) -> Path:
    return root / "locales/mk/shock.po"


def desk_of(root: Path, tag: str = "mk", names: tuple[str, ...] = ("shock",)):
    desk, found = open_desk(root, tag, names=names)
    assert desk is not None
    assert [one for one in found if one.severity == "error"] == []
    return desk


def reviewed(root: Path) -> int:
    (line,) = [one for one in status(root, ("mk",)).lines if one.catalogue == "shock"]
    return line.counts.reviewed


def test_what_is_signed_is_reviewed_and_waits_no_more(root: Path) -> None:
    desk = desk_of(root)
    before, count = reviewed(root), len(desk.waiting)
    assert count > 1
    after, refused = sign_texts(desk, desk.waiting[:1], by="Ana\tReviewer", today=TODAY)
    assert refused == ()
    assert len(after.waiting) == count - 1
    assert (reviewed(root), len(desk_of(root).waiting)) == (before + 1, count - 1)
    assert f"reviewed\tAna Reviewer\t{TODAY}" in (root / "locales/mk/review.tsv").read_text("utf-8")


def test_a_change_after_the_review_waits_again_and_shows_what_was_approved(root: Path) -> None:
    desk = desk_of(root)
    first = desk.waiting[0].message
    sign_texts(desk, desk.waiting, by="Ana", today=TODAY)
    text = catalogue(root).read_text("utf-8")
    catalogue(root).write_text(text.replace(f'"{first.msgstr[0]}"', f'"{first.msgstr[0]} да"'), "utf-8")
    (again,) = desk_of(root).waiting
    assert again.before is not None
    assert (again.before.translation, again.before.by) == (first.msgstr[0], "Ana")
    catalogue(root).write_text(text, "utf-8")
    assert desk_of(root).waiting == ()


def test_a_revised_translation_of_edited_english_shows_the_pair_that_was_approved(root: Path) -> None:
    desk = desk_of(root)
    sign_texts(desk, desk.waiting, by="Ana", today=TODAY)
    longest = max(desk.waiting, key=lambda one: len(one.message.msgid)).message
    lesson = root / "modules/shock/01-keep-warm.md"
    changed = longest.msgid.replace(" the ", " that ", 1)
    assert changed != longest.msgid
    lesson.write_text(lesson.read_text("utf-8").replace(longest.msgid, changed), "utf-8")
    update(root, ("mk",), drafts_by=None, today=TODAY)
    po = catalogue(root).read_text("utf-8")
    assert "fuzzy" in po
    assert [one for one in desk_of(root).waiting if one.message.msgid == changed] == []
    lines = [line for line in po.split("\n") if not line.startswith(("#,", "#|"))]
    catalogue(root).write_text("\n".join(lines).replace(longest.msgstr[0], longest.msgstr[0] + " ново"), "utf-8")
    (again,) = [one for one in desk_of(root).waiting if one.message.msgid == changed]
    assert again.before is not None
    assert (again.before.source, again.before.translation) == (longest.msgid, longest.msgstr[0])


def test_a_translator_does_not_sign_his_own_text_where_the_workspace_says_so(root: Path) -> None:
    text = catalogue(root).read_text("utf-8")
    catalogue(root).write_text(
        text.replace('"Language: mk', '"Last-Translator: Boris <b@example.org>\\n"\n"Language: mk', 1), "utf-8"
    )
    desk = desk_of(root)
    assert sign_texts(desk, desk.waiting[:1], by="Boris", today=TODAY)[1] == ()
    manifest = root / "workspace.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "review: {by_another: true}\n", "utf-8")
    desk = desk_of(root)
    after, refused = sign_texts(desk, desk.waiting[:1], by="boris", today=TODAY)
    assert [one.code.value for one in refused] == ["review-refused"]
    assert after.waiting == desk.waiting
    assert sign_texts(desk, desk.waiting[:1], by="Ana", today=TODAY)[1] == ()


def test_a_remark_stands_above_the_entry_and_outlives_a_signature(root: Path) -> None:
    desk = desk_of(root)
    one, other = desk.waiting[:2]
    desk, found = remark(desk, one, "Which hand?\nLeft?", by="Ana", today=TODAY)
    assert found == ()
    sign_texts(desk, (other,), by="Ana", today=TODAY)
    text = catalogue(root).read_text("utf-8")
    assert f"# review: Ana, {TODAY}: Which hand? Left?" in text
    assert text.index("# review: Ana") < text.index(f'msgid "{one.message.msgid[:20]}')


def test_our_own_words_and_the_lessons_themselves_are_signed_too(root: Path) -> None:
    words = desk_of(root, "mk", ("_ui",))
    assert len(words.waiting) > 100
    after, _ = sign_texts(words, words.waiting, by="Ana", today=TODAY)
    assert after.waiting == desk_of(root, "mk", ("_ui",)).waiting == ()
    english = desk_of(root, "en", ())
    sign_texts(english, english.waiting, by="Vera", today=TODAY)
    assert desk_of(root, "en", ()).waiting == ()
    assert not (root / "locales/en/_tm.tmx").exists()


@pytest.mark.parametrize(("tag", "names"), [("fr", ()), ("mk", ("nowhere",))])
def test_what_cannot_be_reviewed_is_said(root: Path, tag: str, names: tuple[str, ...]) -> None:
    with pytest.raises(WrongUse, match=r"languages|catalogue"):
        open_desk(root, tag, names=names)


def test_a_ledger_that_cannot_be_read_is_not_written_over(root: Path) -> None:
    path = root / "locales/mk/review.tsv"
    path.write_bytes(b"digest\tstate\tby\tdate\n0123456789abcdef\treviewed\tAn\xe9\t2026-11-22\n")
    before = path.read_bytes()
    desk, found = open_desk(root, "mk")
    assert desk is None
    assert "file-not-utf8" in {one.code.value for one in found}
    assert path.read_bytes() == before


def test_of_a_derived_language_only_what_differs_is_signed(root: Path) -> None:
    own = root / "locales/sr-Latn/shock.po"
    own.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Language: sr-Latn\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entry = '#. title\n#: modules/shock/module.yaml#title\nmsgctxt "title"\nmsgid "Shock"\nmsgstr "{}"\n\n'
    other = '#. item\nmsgid "Pale, cold skin"\nmsgstr "Bleda koža"\n'
    own.write_text(head + "# override: the association writes it so\n" + entry.format("Šok!") + other, "utf-8")
    desk = desk_of(root, "sr-Latn", ())
    assert [one.message.msgid for one in desk.waiting if one.path == "locales/sr-Latn/shock.po"] == ["Shock"]
    sign_texts(desk, desk.waiting, by="Ana", today=TODAY)
    assert desk_of(root, "sr-Latn", ()).waiting == ()


def test_what_another_catalogue_still_has_is_not_taken_for_an_earlier_text(root: Path) -> None:
    words = desk_of(root, "mk", ("_ui",))
    sign_texts(words, words.waiting, by="Ana", today=TODAY)
    assert all(one.before is None for one in desk_of(root).waiting)


def test_a_text_beside_which_another_one_waits_is_not_signed(root: Path) -> None:
    text = catalogue(root).read_text("utf-8")
    catalogue(root).write_text(text.replace("#. title\n", "# also: Потрес\n#. title\n", 1), "utf-8")
    desk = desk_of(root)
    after, refused = sign_texts(desk, desk.waiting, by="Ana", today=TODAY)
    assert [one.code.value for one in refused] == ["review-refused"]
    assert [one.message.msgid for one in after.waiting] == ["Shock"]


def test_a_word_that_the_workspace_says_itself_waits_once_and_ours_take_no_remark(root: Path) -> None:
    shipped = desk_of(root, "mk", ("_ui",))
    word = shipped.waiting[0]
    own = root / "locales/mk/_ui.po"
    entry = f'msgid "{word.message.msgid}"\nmsgstr "поинаку"\n'
    own.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n' + entry, "utf-8")
    desk = desk_of(root, "mk", ("_ui",))
    same = [one.message.msgstr for one in desk.waiting if one.message.key == word.message.key]
    assert same == [("поинаку",)]
    ours = next(one for one in desk.waiting if one.message.key != word.message.key)
    _, found = remark(desk, ours, "Why?", by="Ana", today=TODAY)
    assert [one.code.value for one in found] == ["review-refused"]
    assert "Why?" not in own.read_text("utf-8")
