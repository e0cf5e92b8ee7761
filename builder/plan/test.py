"""A form of a course's test → the paper that participants answer: no name, nothing of what is right."""

from collections.abc import Sequence
from dataclasses import replace

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.model.edition import Edition
from builder.model.options import FormOptions
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally
from builder.plan.form_questions import Placed, placed_questions
from builder.plan.forms import Form
from builder.plan.measures import counted_runs
from builder.plan.paper import paper
from builder.plan.printed import imprint_ahead
from builder.plan.questions import question_block
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs

PLAIN_TEST = FormOptions()
_SHARES = (40, 30, 30)
_ROOM = 11
"""Millimetres of the boxes for code, date and points."""
_BEFORE_QUESTIONS = 2
"""Blocks: the boxes, and what to know."""
_HOW = (Word.TEST_CODE, Word.TEST_MARK, Word.TEST_POINTS)


def plan_test(
    edition: Edition, resources: Resources, forms: tuple[Form, ...], options: FormOptions = PLAIN_TEST
) -> tuple[Document, Diagnostics]:
    """Return one form of the test in one language."""
    form = next((form for form in forms if form.letter.lower() == options.file), forms[0])
    voice = Voice(edition=edition, trainer=False)
    placed = tuple(placed_questions(form, edition, Desk(voice=voice, tally=Tally())))
    blocks = (_head(placed, voice), _how(voice), *_questions(placed))
    letter = word_runs(Word.FORM, voice, letter=form.letter)
    title = join_runs([word_runs(Word.TEST, voice), letter], " · ", voice)
    whole = paper(title, Word.TEST, blocks, voice, options.size, brief=True)
    strip = join_runs([letter, whole.strip], " · ", voice)
    ready = imprint_ahead(whole, _BEFORE_QUESTIONS, document.Question)
    return replace(ready, artefact=_measure(placed, voice), strip=strip), ()


def total_points(placed: Sequence[Placed]) -> int:
    """Return what all questions of a form bring."""
    return sum(one.question.points for one in placed)


def pass_runs(placed: Sequence[Placed], voice: Voice) -> Runs:
    """Return ``12 of 17 points (70 per cent)``: the fewest whole points that pass."""
    tests = voice.edition.course.tests
    percent = tests.pass_percent if tests else 0
    total = total_points(placed)
    return word_runs(Word.POINTS_OF, voice, points=-(-total * percent // 100), total=total, percent=percent)


def _measure(placed: Sequence[Placed], voice: Voice) -> Runs:
    passed = join_runs([word_runs(Word.PASSED_WITH, voice), pass_runs(placed, voice)], ": ", voice)
    return join_runs([counted_runs(Word.QUESTIONS, len(placed), voice), passed], " · ", voice)


def _head(placed: Sequence[Placed], voice: Voice) -> document.Grid:
    """Return room for the code, the date and the points."""
    header = tuple(word_runs(word, voice) for word in (Word.YOUR_CODE, Word.DATE, Word.POINTS_HEAD))
    total = plain_runs(f"/ {total_points(placed)}", voice)
    return document.Grid(header=header, rows=(((), (), total),), shares=_SHARES, height=_ROOM)


def _how(voice: Voice) -> document.Box:
    items = tuple((document.Paragraph(text=word_runs(word, voice)),) for word in _HOW)
    points = document.List(ordered=False, items=items)
    label = word_runs(Word.BEFORE, voice)
    return document.Box(kind="panel", id="", label=label, heading=None, facts=(), blocks=(points,))


def _questions(placed: Sequence[Placed]) -> document.Blocks:
    return tuple(block for one in placed for block in (*one.before, _question(one.question, one.desk)))


def _question(question: Question, desk: Desk) -> document.Question:
    """Return a question without its hint, which is for practice, with room for the points given."""
    asked = question_block(replace(question, hint=()), desk)
    return replace(asked, worth=counted_runs(Word.POINTS, question.points, desk.voice))
