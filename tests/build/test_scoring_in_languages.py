"""From a translator's file to a learner's mark: each language accepts its own words, in each of its scripts."""

import re
import shutil
from pathlib import Path

import pytest

from builder.build.editions import Editions
from builder.build.load import load
from builder.diagnostics import Diagnostics
from builder.output.quiz import Item, TextEntry, items
from builder.output.resources import Resources
from builder.output.scoring import mark
from builder.plan.quiz import plan_bank

LANGUAGES = ("en", "mk", "sq", "sr-Cyrl", "sr-Latn")
EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
CAPITAL = 'msgctxt "answer"\nmsgid "Tirana | Tiranë"\nmsgstr "{}"\n'
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    for path in (root / "workspace.yaml", root / "courses/refresher/course.yaml"):
        text = re.sub(r"(?m)^derive:.*\n(?:  .*\n)*", "", path.read_text("utf-8"))
        path.write_text(re.sub(r"(?m)^languages: \[.*?\]", f"languages: [{', '.join(LANGUAGES)}]", text), "utf-8")
    return root


def answer(root: Path, language: str, accepted: str) -> None:
    path = root / f"locales/{language}/bleeding.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(language) + CAPITAL.format(accepted), "utf-8")


def bank(root: Path, language: str) -> tuple[dict[str, Item], Diagnostics]:
    loaded, _ = load(root)
    assert loaded is not None
    editions = Editions(loaded)
    (course,) = loaded.workspace.courses
    edition = editions.edition(course, "all", language)
    quiz, _ = plan_bank(edition, Resources(files={}, fonts=""), None)
    return {item.id: item for item in items(quiz)}, editions.found()


def accepts(root: Path, language: str) -> set[str]:
    item = bank(root, language)[0]["q-capital"]
    words = ("Tirana", "tiranë", "Тирана", "тирана", "tirana grad", "Град Тирана", "grad tirana", "Скопје")
    told = {word for word in words if (verdict := mark(item.interaction, word)) is not None and verdict.fraction == 1}
    assert isinstance(item.interaction, TextEntry)
    return told


def test_each_language_accepts_its_own_words(root: Path) -> None:
    english = accepts(root, "en")
    assert english == {"Tirana", "tiranë"}
    answer(root, "mk", "Тирана | Град Тирана")
    assert accepts(root, "mk") == {"Тирана", "тирана", "Град Тирана"}
    assert accepts(root, "en") == english
    assert accepts(root, "sq") == english


@pytest.mark.parametrize(
    ("language", "word"), [("sr-Cyrl", "Тирана | Град Тирана"), ("sr-Latn", "Tirana | Grad Tirana")]
)
def test_serbian_learners_may_write_in_either_script(root: Path, language: str, word: str) -> None:
    answer(root, language, word)
    assert accepts(root, language) == {"Tirana", "Тирана", "тирана", "Град Тирана", "grad tirana"}


def test_all_but_accepted_words_is_worth_the_same_in_every_language(root: Path) -> None:
    shutil.copytree(EXAMPLE / "locales/mk", root / "locales/sr-Cyrl", dirs_exist_ok=True)
    english, _ = bank(root, "en")
    for language in ("mk", "sr-Cyrl", "sq"):
        other, _ = bank(root, language)
        assert other.keys() == english.keys()
        for name, item in english.items():
            given = other[name]
            assert (given.points, given.use, given.shuffle, given.outcome) == (
                item.points, item.use, item.shuffle, item.outcome,
            )  # fmt: skip
            assert _worth(given) == _worth(item)


def _worth(item: Item) -> object:
    options = getattr(item.interaction, "options", ())
    return [(option.id, option.correct, option.fraction) for option in options]


def test_a_translation_that_makes_two_answers_one_stops_its_language_alone(root: Path) -> None:
    path = root / "locales/mk/bleeding.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(
        f'msgctxt "option"\nmsgid "{english}"\nmsgstr "Притисни"\n\n' for english in ("Look for gloves", "Press")
    )
    path.write_text(HEADER.format("mk") + text, "utf-8")
    _, found = bank(root, "mk")
    errors = [finding for finding in found if finding.code == "option-equal"]
    assert [(finding.language, finding.span.path) for finding in errors if finding.span] == [
        ("mk", "locales/mk/bleeding.po")
    ]
    assert not [finding for finding in bank(root, "sq")[1] if finding.code == "option-equal"]
