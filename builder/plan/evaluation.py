"""A whole course → the form on which participants say what they think of it, without a name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.paper import paper
from builder.plan.printed import imprint_ahead
from builder.plan.runs import Voice, plain_runs, word_runs
from builder.plan.scales import SCALES

_STATEMENTS = (
    Word.SAYS_RELEVANCE, Word.SAYS_CONTENT, Word.SAYS_EXERCISES, Word.SAYS_TRAINERS, Word.SAYS_MATERIALS,
    Word.SAYS_LANGUAGE, Word.SAYS_ACCESS, Word.SAYS_PACE, Word.SAYS_RESPECT, Word.SAYS_USE,
)  # fmt: skip
_OPEN = (Word.ASKS_HELPED, Word.ASKS_CHANGE, Word.ASKS_WORDS, Word.ASKS_INTENTION, Word.ASKS_OBSTACLE)
_LINES = 2


def plan_evaluation(
    edition: Edition, resources: Resources, decided: None, options: None
) -> tuple[Document, Diagnostics]:
    """Return the evaluation form of a course in one language."""
    desk = Desk(voice=Voice(edition=edition, trainer=False), tally=Tally())
    blocks = (*_front(desk.voice), *_questions(desk))
    whole = paper(text_runs(edition.course.title, desk), Word.EVALUATION, blocks, desk.voice, brief=True)
    titled = replace(whole, series=plain_runs(edition.publisher.name, desk.voice))
    return imprint_ahead(titled, 0, document.Question), ()


def _front(voice: Voice) -> Iterator[document.Block]:
    yield document.Paragraph(text=word_runs(Word.EVALUATION_HOW, voice))
    for word in (Word.DATE, Word.PLACE):
        yield document.Field(label=word_runs(word, voice))


def _questions(desk: Desk) -> Iterator[document.Block]:
    voice = desk.voice
    lessons = [text_runs(lesson.title, desk) for module in voice.edition.modules for lesson in module.lessons]
    yield _scale(1, Word.EVALUATION_COURSE, [word_runs(word, voice) for word in _STATEMENTS], voice)
    if lessons:
        yield _scale(2, Word.EVALUATION_LESSONS, lessons, voice)
    for number, word in enumerate(_OPEN, start=3 if lessons else 2):
        yield _question(number, word, (), document.Lines(count=_LINES), voice)


def _scale(number: int, prompt: Word, statements: Sequence[Runs], voice: Voice) -> document.Question:
    points = tuple(word_runs(word, voice) for word in SCALES["agree-5"])
    scale = document.Scale(points=points, statements=tuple(statements))
    return _question(number, prompt, word_runs(Word.MARK_SCALE, voice), scale, voice)


def _question(
    number: int, prompt: Word, instruction: Runs, response: document.Response, voice: Voice
) -> document.Question:
    return document.Question(
        id=f"_question-{number}",
        number=plain_runs(f"{number}", voice, strong=True),
        prompt=(document.Paragraph(text=word_runs(prompt, voice)),),
        instruction=instruction,
        response=response,
        hint=(),
    )
