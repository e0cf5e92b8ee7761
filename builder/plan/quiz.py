"""Editions → quizzes: the bank of all questions for a learning platform, and the practice set for participants."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from builder.content.walk import rewrite
from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.output.quiz import Quiz, Section, all_runs
from builder.output.resources import Resources
from builder.output.text import Run, Runs, is_draft
from builder.plan.desk import Desk, Tally
from builder.plan.handout_back import approved_runs
from builder.plan.names import name_note_runs
from builder.plan.participant import participant_view
from builder.plan.quiz_carry import SIX, carry
from builder.plan.quiz_entries import plan_entries
from builder.plan.quiz_moodle import suit_moodle
from builder.plan.runs import Voice, phrase_runs, word_runs

_PLAYER = (
    Word.QUESTION, Word.PRACTICE, Word.CHOOSE_ONE, Word.CHOOSE_ALL, Word.CHOOSE, Word.YOUR_ANSWER, Word.TRUE,
    Word.FALSE, Word.CHECK, Word.TRY_AGAIN, Word.RIGHT, Word.PARTLY_RIGHT, Word.WRONG, Word.HINT, Word.SHOW_ANSWER,
    Word.ANSWER_FIRST, Word.WRITE_NUMBER, Word.SCORE, Word.ANSWERED, Word.START_AGAIN,
    Word.KEPT_HERE, Word.SCRIPT_NEEDED, Word.NO_QUESTIONS, Word.EDITION, Word.LICENCE,
)  # fmt: skip
"""The words that the page to play adds of its own."""


def plan_bank(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return all questions of a part, of every type, each once: what exchange formats are made from."""
    del resources, decided
    voice = Voice(edition=edition, trainer=True)
    return _finished(_plan(voice, lambda lesson: lesson), voice), ()


def plan_moodle(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as Moodle can hold it, and what it cannot."""
    bank, found = plan_bank(edition, resources, decided)
    quiz, lost = suit_moodle(bank)
    return _finished(quiz, Voice(edition=edition, trainer=True)), (*found, *lost)


def plan_practice(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the practice questions that participants can play; nothing of a test, nothing of the trainer's."""
    del resources, decided
    voice = Voice(edition=edition, trainer=False)
    quiz, lost = carry(_plan(voice, participant_view), SIX, "quiz.html")
    labels = {word: _label(word, voice) for word in _PLAYER}
    return _finished(replace(quiz, labels=labels, notices=_notices(voice)), voice), lost


def _plan(voice: Voice, view: Callable[[Lesson], Lesson]) -> Quiz:
    edition = voice.edition
    return Quiz(
        title=_title(voice), course=edition.course.id, course_title=phrase_runs(edition.course.title, voice),
        part=edition.part, edition=edition.course.edition, date=edition.course.date, licence=edition.licence,
        publisher=edition.publisher.name, language=edition.language.tag, direction=edition.language.direction,
        decimal=edition.language.decimal, draft=False, draft_label=(), name_note=(), notices=(), labels={},
        sections=_sections(voice, view),
    )  # fmt: skip


def _title(voice: Voice) -> Runs:
    edition = voice.edition
    module = next((module for module in edition.modules if module.id == edition.part), None)
    return phrase_runs(module.title if module else edition.course.title, voice)


def _sections(voice: Voice, view: Callable[[Lesson], Lesson]) -> tuple[Section, ...]:
    desk = Desk(voice=voice, tally=Tally())
    lessons = [lesson for module in voice.edition.modules for lesson in module.lessons]
    sections = (
        Section(
            module=lesson.module,
            lesson=lesson.id,
            title=phrase_runs(lesson.title, voice),
            entries=plan_entries(view(lesson), desk),
        )
        for lesson in lessons
    )
    return tuple(section for section in sections if section.entries)


def _label(word: Word, voice: Voice) -> Run:
    """Return a word with its places still to fill: the script does that."""
    text = voice.edition.interface[word]
    return _composed(Run(text=text.text, language=text.language, state=text.state))


def _notices(voice: Voice) -> tuple[Runs, ...]:
    publisher = voice.edition.publisher
    funding = publisher.funding.statements if publisher.funding else ()
    return tuple(text for text in (approved_runs(funding, voice), approved_runs(publisher.disclaimers, voice)) if text)


def _finished(quiz: Quiz, voice: Voice) -> Quiz:
    """Return the quiz with what follows from all its text: the note on names, and whether it is a draft."""
    quiz = replace(quiz, draft=False, draft_label=(), name_note=name_note_runs(all_runs(quiz), voice))
    if is_draft(all_runs(quiz)):
        quiz = replace(quiz, draft=True, draft_label=word_runs(Word.DRAFT, voice))
    return rewrite(quiz, Run, _composed)


def _composed(run: Run) -> Run:
    """Return the run in NFC: learning platforms compare texts by their characters."""
    text = normalize("NFC", run.text)
    return run if text == run.text else replace(run, text=text)
