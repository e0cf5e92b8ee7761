"""Languages in a build: a derived one, pseudo ones, those of CLDR, from right to left too."""

import shutil
from pathlib import Path

import pytest

from builder.build.check import check
from builder.build.editions import Editions
from builder.build.load import load
from builder.build.locales import load_locale
from builder.build.pipeline import Request, build
from builder.build.targets import Selection, WrongUse
from builder.diagnostics import Code, Severity
from builder.languages.states import State
from builder.languages.words import Word
from builder.localize.digest import digest

CASES = Path(__file__).parent.parent / "cases"
DERIVE = (("sr-Latn", "sr-Cyrl"),)


@pytest.fixture
def stress(tmp_path: Path) -> Path:
    root = tmp_path / "stress"
    shutil.copytree(CASES / "stress" / "workspace", root)
    return root


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    root = tmp_path / "sample"
    shutil.copytree(Path(__file__).parent.parent / "diagnostics" / "base", root)
    return root


def speak(root: Path, *tags: str) -> None:
    for path in (root / "workspace.yaml", *root.glob("courses/*/course.yaml")):
        lines = path.read_text("utf-8").split("\n")
        kept = [f"languages: [{', '.join(tags)}]" if line.startswith("languages:") else line for line in lines]
        path.write_text("\n".join(kept), "utf-8")


def test_a_derived_language_says_in_latin_letters_what_its_base_says(stress: Path) -> None:
    base, _ = load_locale(stress, "sr-Cyrl", ["stress"], DERIVE)
    derived, found = load_locale(stress, "sr-Latn", ["stress"], DERIVE)
    assert [one for one in found if one.severity is Severity.ERROR] == []
    texts = [message.msgstr[0] for message in derived.catalogues["stress"].messages if message.translated]
    assert len(texts) > 200
    assert "Reči: *najduže*, najčudnije i one sa oznakom{*} iza sebe" in texts
    assert len(base.catalogues["stress"].messages) == len(derived.catalogues["stress"].messages)
    assert derived.interface[Word.MODULE].text == "Modul"
    assert all(derived.interface[word].language == "sr-Latn" for word in Word)


def test_our_own_words_are_derived_where_the_workspace_derives_nothing(sample: Path) -> None:
    locale, _ = load_locale(sample, "sr-Latn", [])
    assert (locale.interface[Word.EDITION].text, locale.interface[Word.EDITION].language) == ("Izdanje", "sr-Latn")
    assert locale.interface[Word.MINUTES].plurals == ("minut", "minuta", "minuta")


def test_a_review_of_our_word_in_cyrillic_counts_in_latin(stress: Path) -> None:
    ledger = stress / "locales/sr-Cyrl/review.tsv"
    line = f"{digest(None, 'Module', 'Модул')}\treviewed\tAna\t2026-11-30\n"
    ledger.write_text(ledger.read_text("utf-8") + line, "utf-8")
    locale, _ = load_locale(stress, "sr-Latn", [], DERIVE)
    assert locale.interface[Word.MODULE].state is State.REVIEWED
    assert locale.interface[Word.LESSON].state is State.DRAFT


def test_an_exception_reaches_the_build(stress: Path) -> None:
    (stress / "locales/sr-Latn").mkdir()
    (stress / "locales/sr-Latn/exceptions.csv").write_text("cyrillic,latin,note\nРечи,Words,\n", "utf-8")
    locale, _ = load_locale(stress, "sr-Latn", ["stress"], DERIVE)
    assert any(message.msgstr[0].startswith("Words: *najduže*") for message in locale.catalogues["stress"].messages)


def test_faults_of_the_base_stop_the_derived_language_too(stress: Path) -> None:
    path = stress / "locales/sr-Cyrl/stress.po"
    path.write_text(path.read_text("utf-8") + '\nmsgid "open\nmsgstr ""\n', "utf-8")
    _, found = load_locale(stress, "sr-Latn", ["stress"], DERIVE)
    (one,) = (one for one in found if one.severity is Severity.ERROR)
    assert (one.code, one.language) == (Code.CATALOGUE_MALFORMED, "sr-Latn")
    assert one.span is not None
    assert one.span.path == "locales/sr-Cyrl/stress.po"


def test_notes_of_the_publisher_are_derived(stress: Path) -> None:
    profile = stress / "publishers/default/profile.yaml"
    lines = [line for line in profile.read_text("utf-8").split("\n") if not line.strip().startswith("sr-Latn:")]
    profile.write_text("\n".join(lines), "utf-8")
    loaded, _ = load(stress)
    assert loaded is not None
    mark = loaded.workspace.publishers[0].mark
    assert mark is not None
    (note,) = (note for note in mark.notes if note.language == "sr-Latn")
    assert (note.text, note.approved) == ("Napomena ovog izdavača o imenu.", True)


@pytest.mark.parametrize("tag", ["en-XA", "qps-Cyrl", "ar-XB"])
def test_a_pseudo_language_is_built_without_a_catalogue(sample: Path, tag: str) -> None:
    selection = Selection(languages=(tag,), formats=("deck.pptx", "handout.html"))
    report = build(Request(root=sample, out=sample / "dist", selection=selection))
    assert [str(one) for one in report.diagnostics if one.severity is Severity.ERROR] == []
    assert {row.lang for row in report.outputs} == {tag}
    assert all(row.draft for row in report.outputs)
    page = next(row for row in report.outputs if row.format == "handout.html" and row.part == "main")
    text = (sample / "dist" / page.path).read_text("utf-8")
    assert {"en-XA": "Å þöîñţ", "qps-Cyrl": "А поинт", "ar-XB": "\u202epoint"}[tag] in text
    assert f'dir="{"rtl" if tag == "ar-XB" else "ltr"}"' in text
    assert check(sample, Selection(languages=(tag,))).languages == 1


def test_nobody_gets_a_pseudo_language_unasked(sample: Path) -> None:
    report = build(Request(root=sample, out=sample / "dist", selection=Selection(formats=("handout.html",))))
    assert {row.lang for row in report.outputs} == {"en"}


@pytest.mark.parametrize("tag", ["ar", "he", "hr", "cnr", "de"])
def test_any_language_of_cldr_can_be_built(sample: Path, tag: str) -> None:
    speak(sample, "en", tag)
    selection = Selection(languages=(tag,), formats=("deck.pptx", "handout.docx"))
    report = build(Request(root=sample, out=sample / "dist", selection=selection))
    assert [str(one) for one in report.diagnostics if one.severity is Severity.ERROR] == []
    assert {row.lang for row in report.outputs} == {tag}


def test_a_text_from_right_to_left_is_told_so(sample: Path) -> None:
    speak(sample, "en", "he")
    (sample / "locales/he").mkdir(parents=True)
    catalogue = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "item"\nmsgid "A point"\nmsgstr "נקודה"\n'
    (sample / "locales/he/main.po").write_text(catalogue, "utf-8")
    loaded, _ = load(sample)
    assert loaded is not None
    edition = Editions(loaded).edition(loaded.workspace.courses[0], "main", "he")
    assert edition.language.direction == "rtl"
    selection = Selection(languages=("he",), formats=("handout.html",))
    report = build(Request(root=sample, out=sample / "dist", selection=selection))
    page = next(row for row in report.outputs if row.part == "main")
    text = (sample / "dist" / page.path).read_text("utf-8")
    assert "נקודה" in text
    assert 'dir="rtl"' in text


@pytest.mark.parametrize("tag", ["sr", "sr-RS"])
def test_serbian_without_a_script_is_refused(sample: Path, tag: str) -> None:
    with pytest.raises(WrongUse, match="sr-Cyrl or sr-Latn"):
        build(Request(root=sample, out=sample / "dist", selection=Selection(languages=(tag,))))
    speak(sample, "en", tag)
    assert Code.LANGUAGE_AMBIGUOUS in {one.code for one in load(sample)[1]}
