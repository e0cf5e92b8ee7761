"""A bank of questions → Moodle XML.

All questions of a file stand in one category, ``$course$/top/<course> · <edition> · <language>/<part>``. Moodle never
updates a question: where a category already holds a question with the same ``idnumber`` (the question's id), the new
copy silently loses its own. The edition in the category's name keeps the ids of each edition whole; the language lets
all languages share them. A draft says so in the category's name, in every question's name and in its text.
"""

from collections.abc import Iterator
from functools import partial

from builder.content.walk import walk
from builder.output.document import Blocks, Paragraph
from builder.output.image import PNG, Image
from builder.output.quiz import Item, Quiz, Scenario, TrueFalse, Turn
from builder.output.resources import Resources
from builder.output.text import Run, Runs, plain_text
from builder.write.moodle_answers import Pixels, answers_xml, question_type
from builder.write.moodle_gaps import gapped_text
from builder.write.moodle_text import blocks_xml, element, text_element
from builder.write.rasterize import rasterize

_PENALTY = "0.3333333"
"""What a further try costs: Moodle's own default."""
_PIXELS = 800
"""Width of a figure to put markers on: Moodle shows it no larger than it is."""
_LONGEST_NAME = 120
"""Characters; Moodle's columns hold 255, and a list of questions shows fewer."""


def write_moodle(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a file for Moodle's import."""
    pictures = partial(_pixels, fonts=resources.fonts)
    questions = [_category(quiz)]
    for section in quiz.sections:
        for entry in section.entries:
            questions.extend(
                _scenario(entry, quiz, pictures) if isinstance(entry, Scenario) else (_item(entry, quiz, pictures),)
            )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element("quiz", *questions)}'.encode()


def _category(quiz: Quiz) -> str:
    """Return a question of its own kind, which names where all that follow it go."""
    course = " · ".join((_clip(_plain(quiz.course_title)), quiz.edition, quiz.language, *_draft_names(quiz)))
    part = "all" if quiz.part == "all" else _clip(_plain(quiz.title))
    path = "/".join(("$course$", "top", _category_name(course), _category_name(part)))
    facts = (*_draft_names(quiz), quiz.publisher, f"{quiz.course}/{quiz.part}", quiz.edition, quiz.date, quiz.licence)
    info = text_element("info", " · ".join(fact for fact in facts if fact), format="plain_text")
    return element("question", text_element("category", path), info, type="category")


def _category_name(name: str) -> str:
    """Slashes part the names of categories; a double one is a slash, and none may touch what parts."""
    escaped = name.replace("/", "//")
    return " " * escaped.startswith("/") + escaped + " " * escaped.endswith("/")


def _pixels(image: Image, fonts: str) -> tuple[bytes, int, int]:
    """Return a figure as Moodle's markers need it: pixels, with how many there are."""
    width = _PIXELS
    height = round(width * image.height / image.width) if image.width else width
    if image.media_type == PNG:
        return image.data, round(image.width), round(image.height)
    return rasterize(image.data, width, fonts or None), width, height


def _scenario(scenario: Scenario, quiz: Quiz, pictures: Pixels) -> Iterator[str]:
    case = scenario.turns[0].id
    for turn in scenario.turns:
        yield _description(turn, scenario, quiz, case)
        for item in turn.items:
            yield _item(item, quiz, pictures, case)


def _description(turn: Turn, scenario: Scenario, quiz: Quiz, case: str) -> str:
    name = " · ".join(part for part in (turn.id, _plain(scenario.title) or _plain(scenario.label)) if part)
    heading = Paragraph(text=tuple(_joined(scenario.label, scenario.title, quiz)))
    return element(
        "question",
        _name(name, quiz),
        blocks_xml("questiontext", (*_draft_blocks(quiz), heading, *turn.blocks, *_note(turn.blocks, quiz)), quiz),
        blocks_xml("generalfeedback", (), quiz),
        *_grading(points=0, penalty="0"),
        element("idnumber", text=turn.id),
        _tags(case=case),
        type="description",
    )


def _joined(label: Runs, title: Runs, quiz: Quiz) -> Iterator[Run]:
    for run in label:
        yield Run(text=run.text, language=run.language, state=run.state, strong=True)
    if label and title:
        yield Run(text=": ", language=quiz.language, strong=True)
    yield from title


def _item(item: Item, quiz: Quiz, pictures: Pixels, case: str = "") -> str:
    prompt = " ".join(plain_text(block.text) for block in item.prompt if isinstance(block, Paragraph))
    return element(
        "question",
        _name(f"{item.id} · {prompt}", quiz),
        gapped_text((*_draft_blocks(quiz), *item.prompt, *_note(item, quiz)), item, quiz),
        blocks_xml("generalfeedback", item.explanation, quiz),
        *_grading(points=item.points, penalty="1" if isinstance(item.interaction, TrueFalse) else _PENALTY),
        element("idnumber", text=item.id),
        *answers_xml(item, quiz, pictures),
        *((blocks_xml("hint", item.hint, quiz),) if item.hint else ()),
        _tags(
            outcome=item.outcome, bloom=item.level, use=item.use, module=item.module, lesson=item.lesson, case=case
        ),
        type=question_type(item),
    )  # fmt: skip


def _tags(**named: str | None) -> str:
    """Return what a bank can be searched for; a case's text and its questions find each other by it."""
    return element("tags", *(text_element("tag", f"{name}:{value}") for name, value in named.items() if value))


def _draft_names(quiz: Quiz) -> tuple[str, ...]:
    return (_plain(quiz.draft_label),) if quiz.draft else ()


def _draft_blocks(quiz: Quiz) -> Blocks:
    return (Paragraph(text=quiz.draft_label),) if quiz.draft else ()


def _note(shown: Item | Blocks, quiz: Quiz) -> Blocks:
    """Return the note on names: each question is shown alone, so each that bears the mark explains it."""
    bears = any(run.mark for run in walk(shown, Run))
    return (Paragraph(text=quiz.name_note),) if bears and quiz.name_note else ()


def _name(title: str, quiz: Quiz) -> str:
    return text_element("name", _clip(" ".join(" · ".join((*_draft_names(quiz), title)).split())))


def _grading(*, points: int, penalty: str) -> tuple[str, ...]:
    return (
        element("defaultgrade", text=str(points)),
        element("penalty", text=penalty),
        element("hidden", text="0"),
    )


def _plain(runs: Runs) -> str:
    return " ".join(plain_text(runs).split())


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"
