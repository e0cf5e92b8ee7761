"""Editions → quizzes: the bank of all questions for a learning platform, and the practice set for participants."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unicodedata import is_normalized, normalize

from builder.content.walk import rewrite
from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.output.document import Logo
from builder.output.quiz import Draw, Item, Quiz, Section, Turn, all_runs, items, pool
from builder.output.resources import Resources
from builder.output.text import Run, Runs, is_draft
from builder.plan.brand import brand_palette, disclaimer, emblem, logos, statement
from builder.plan.desk import Desk, Tally
from builder.plan.names import first_marks, marks_first_only, name_note_runs
from builder.plan.participant import participant_view
from builder.plan.quiz_entries import plan_entries
from builder.plan.quiz_moodle import suit_moodle
from builder.plan.runs import Voice, phrase_runs, word_runs

_PLAYER = (
    Word.QUESTION, Word.PRACTICE, Word.CHOOSE_ONE, Word.CHOOSE_ALL, Word.CHOOSE, Word.YOUR_ANSWER, Word.TRUE,
    Word.FALSE, Word.CHECK, Word.TRY_AGAIN, Word.RIGHT, Word.PARTLY_RIGHT, Word.WRONG, Word.HINT, Word.SHOW_ANSWER,
    Word.ANSWER_FIRST, Word.WRITE_NUMBER, Word.SCORE, Word.ANSWERED, Word.START_AGAIN,
    Word.GAP_NUMBER, Word.FILL_GAPS, Word.MOVE_LINES, Word.MOVE_UP, Word.MOVE_DOWN, Word.PLACE_NUMBER, Word.MATCH_EACH,
    Word.FIND_PLACE, Word.COMPARE, Word.GOOD_ANSWER, Word.OWN_POINTS, Word.NO_RIGHT_ANSWER, Word.INJECT, Word.PRINT,
    Word.KEPT_HERE, Word.SCRIPT_NEEDED, Word.NO_QUESTIONS, Word.EDITION, Word.LICENCE,
)  # fmt: skip
"""The words that the page to play adds of its own."""


def plan_bank(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return all questions of a part, of every type, each once: what exchange formats are made from."""
    del resources, decided
    voice = Voice(edition=edition, trainer=True)
    quiz = _plan(voice, lambda lesson: lesson)
    return _finished(replace(quiz, draw=_draw(quiz, edition)), voice), ()


def _draw(quiz: Quiz, edition: Edition) -> Draw | None:
    """Return how the test is drawn; None for a module, which holds only some of the pool."""
    tests = edition.course.tests
    held = len(pool(quiz))
    if tests is None or quiz.part != "all" or not held:
        return None
    return Draw(items=min(tests.items, held), pass_percent=tests.pass_percent, seed=tests.seed, forms=tests.forms)


def plan_moodle(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as Moodle can hold it, and what it cannot."""
    bank, found = plan_bank(edition, resources, decided)
    quiz, lost = suit_moodle(bank)
    dropped = sum(1 for _ in items(quiz)) < sum(1 for _ in items(bank))
    return _finished(quiz, Voice(edition=edition, trainer=True)) if dropped else quiz, (*found, *lost)


def plan_practice(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the practice questions that participants play, of every type; nothing of a test, none of a trainer's."""
    del resources, decided
    voice = Voice(edition=edition, trainer=False)
    quiz = _plan(voice, participant_view)
    labels = {word: _label(word, voice) for word in _PLAYER}
    return _finished(replace(quiz, labels=labels, notices=_notices(voice)), voice), ()


def _plan(voice: Voice, view: Callable[[Lesson], Lesson]) -> Quiz:
    edition = voice.edition
    return Quiz(
        title=_title(voice), course=edition.course.id, course_title=phrase_runs(edition.course.title, voice),
        part=edition.part, edition=edition.course.edition, date=edition.course.date, licence=edition.licence,
        publisher=edition.publisher.name, language=edition.language.tag, direction=edition.language.direction,
        decimal=edition.language.decimal, draft=False, draft_label=(), name_note=(), notices=(), labels={},
        sections=_sections(voice, view), palette=brand_palette(voice), logos=_logos(voice),
    )  # fmt: skip


def _title(voice: Voice) -> Runs:
    edition = voice.edition
    module = next((module for module in edition.modules if module.id == edition.part), None)
    return phrase_runs(module.title if module else edition.course.title, voice)


def _sections(voice: Voice, view: Callable[[Lesson], Lesson]) -> tuple[Section, ...]:
    desk = Desk(voice=voice, tally=Tally())
    lessons = [(lesson, module) for module in voice.edition.modules for lesson in module.lessons]
    sections = (
        Section(
            module=lesson.module,
            lesson=lesson.id,
            title=phrase_runs(lesson.title, voice),
            entries=plan_entries(view(lesson), desk),
            module_title=phrase_runs(module.title, voice),
        )
        for lesson, module in lessons
    )
    return tuple(section for section in sections if section.entries)


def _label(word: Word, voice: Voice) -> Run:
    """Return a word with its places still to fill: the script does that."""
    text = voice.edition.interface[word]
    return _composed(Run(text=text.text, language=text.language, state=text.state))


def _logos(voice: Voice) -> tuple[Logo, ...]:
    paid = emblem(voice)
    return (*((paid,) if paid else ()), *logos(voice))


def _notices(voice: Voice) -> tuple[Runs, ...]:
    return tuple(text for text in (statement(voice), disclaimer(voice)) if text)


def _finished(quiz: Quiz, voice: Voice) -> Quiz:
    """Return the quiz with what follows from all its text: the note on names, and whether it is a draft."""
    quiz = replace(_marked(quiz, voice), draft=False, draft_label=(), name_note=())
    runs = tuple(all_runs(quiz))
    note = name_note_runs(runs, voice)
    draft = word_runs(Word.DRAFT, voice) if is_draft((*runs, *note)) else ()
    quiz = replace(quiz, name_note=note, draft=bool(draft), draft_label=draft)
    return quiz if all(is_normalized("NFC", run.text) for run in runs) else rewrite(quiz, Run, _composed)


def _marked(quiz: Quiz, voice: Voice) -> Quiz:
    """Return the quiz with the mark behind a name at its first mention in each question and turn, if so wanted."""
    if not marks_first_only(voice):
        return quiz
    quiz = rewrite(quiz, Turn, lambda turn: replace(turn, blocks=first_marks(turn.blocks, voice)))
    return rewrite(quiz, Item, lambda item: first_marks((item,), voice)[0])


def _composed(run: Run) -> Run:
    """Return the run in NFC: learning platforms compare texts by their characters."""
    text = normalize("NFC", run.text)
    return run if text == run.text else replace(run, text=text)
