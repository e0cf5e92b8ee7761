"""Questions: a page to play, and files that platforms for learning import."""

from typing import Any

from builder.diagnostics import Diagnostics
from builder.formats.record import Format
from builder.model.edition import Edition
from builder.output.resources import Resources


def _plan_moodle(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz import plan_moodle

    return plan_moodle(edition, resources, decided)


def _write_moodle(quiz: Any, resources: Resources) -> bytes:
    from builder.write.moodle import write_moodle

    return write_moodle(quiz, resources)


def _plan_gift(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_exchange import plan_gift

    return plan_gift(edition, resources, decided)


def _write_gift(quiz: Any, resources: Resources) -> bytes:
    from builder.write.gift import write_gift

    return write_gift(quiz, resources)


def _plan_aiken(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_exchange import plan_aiken

    return plan_aiken(edition, resources, decided)


def _write_aiken(quiz: Any, resources: Resources) -> bytes:
    from builder.write.aiken import write_aiken

    return write_aiken(quiz, resources)


def _plan_spreadsheet(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_exchange import plan_spreadsheet

    return plan_spreadsheet(edition, resources, decided)


def _write_spreadsheet(quiz: Any, resources: Resources) -> bytes:
    from builder.write.quiz_spreadsheet import write_quiz_spreadsheet

    return write_quiz_spreadsheet(quiz, resources)


def _plan_qti12(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_qti import plan_qti12

    return plan_qti12(edition, resources, decided)


def _write_qti12(quiz: Any, resources: Resources) -> bytes:
    from builder.write.qti12 import write_qti12

    return write_qti12(quiz, resources)


def _plan_qti21(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_qti import plan_qti21

    return plan_qti21(edition, resources, decided)


def _write_qti21(quiz: Any, resources: Resources) -> bytes:
    from builder.write.qti import write_qti21

    return write_qti21(quiz, resources)


def _plan_qti3(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_qti import plan_qti3

    return plan_qti3(edition, resources, decided)


def _write_qti3(quiz: Any, resources: Resources) -> bytes:
    from builder.write.qti import write_qti3

    return write_qti3(quiz, resources)


def _plan_olx(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz_olx import plan_olx

    return plan_olx(edition, resources, decided)


def _write_olx(quiz: Any, resources: Resources) -> bytes:
    from builder.write.olx import write_olx

    return write_olx(quiz, resources)


def _plan_practice(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz import plan_practice

    return plan_practice(edition, resources, decided)


def _write_quiz_html(quiz: Any, resources: Resources) -> bytes:
    from builder.write.quiz_html import write_quiz_html

    return write_quiz_html(quiz, resources)


QUIZZES: tuple[Format, ...] = (
    Format(
        name="quiz.html", artefact="quiz", suffix="html", audience="participant", parts=("module", "all"),
        summary="practice questions to play offline",
        resources=("quiz.html.j2", "quiz.css", "quiz.scoring.js", "quiz.fields.js", "quiz.js"), needs_fonts=False,
        decide=None, plan=_plan_practice, write=_write_quiz_html,
    ),
    Format(
        name="quiz.moodle", artefact="quiz-moodle", suffix="xml", audience="trainer", parts=("module", "all"),
        summary="all questions for a Moodle question bank", resources=(), needs_fonts=True,
        decide=None, plan=_plan_moodle, write=_write_moodle,
    ),
    Format(
        name="quiz.qti12", artefact="quiz-qti12", suffix="zip", audience="trainer", parts=("module", "all"),
        summary="the questions that Canvas can hold, QTI 1.2", resources=(), needs_fonts=False,
        decide=None, plan=_plan_qti12, write=_write_qti12,
    ),
    Format(
        name="quiz.qti21", artefact="quiz-qti21", suffix="zip", audience="trainer", parts=("module", "all"),
        summary="all questions for test platforms, QTI 2.1", resources=(), needs_fonts=False,
        decide=None, plan=_plan_qti21, write=_write_qti21,
    ),
    Format(
        name="quiz.qti3", artefact="quiz-qti3", suffix="zip", audience="trainer", parts=("module", "all"),
        summary="the same for platforms that take QTI 3.0", resources=(), needs_fonts=False,
        decide=None, plan=_plan_qti3, write=_write_qti3,
    ),
    Format(
        name="quiz.olx", artefact="quiz-olx", suffix="tar.gz", audience="trainer", parts=("module", "all"),
        summary="all questions as a course of Open edX", resources=(), needs_fonts=False,
        decide=None, plan=_plan_olx, write=_write_olx,
    ),
    Format(
        name="quiz.gift", artefact="quiz-gift", suffix="gift", audience="trainer", parts=("module", "all"),
        summary="the questions that GIFT can hold, for Moodle and others", resources=(), needs_fonts=False,
        decide=None, plan=_plan_gift, write=_write_gift,
    ),
    Format(
        name="quiz.aiken", artefact="quiz-aiken", suffix="txt", audience="trainer", parts=("module", "all"),
        summary="single choices as plain text, for the simplest importers", resources=(), needs_fonts=False,
        decide=None, plan=_plan_aiken, write=_write_aiken,
    ),
    Format(
        name="quiz.xlsx", artefact="quiz-xlsx", suffix="xlsx", audience="trainer", parts=("module", "all"),
        summary="short choices as a spreadsheet, for live quizzes", resources=(), needs_fonts=False,
        decide=None, plan=_plan_spreadsheet, write=_write_spreadsheet,
    ),
)  # fmt: skip
