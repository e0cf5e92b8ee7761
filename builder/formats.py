"""FORMATS: one record per output; nothing else compares a format's name. Planners and writers load when called."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal, Protocol

from builder.diagnostics import Diagnostics
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.lesson import Module
from builder.model.options import (
    ACHIEVEMENT,
    ATTENDANCE,
    DEPTH,
    NOTES_LANGUAGE,
    SECOND_LANGUAGE,
    SIZE,
    SLIDES_A_PAGE,
    Option,
)
from builder.output.resources import Resources
from builder.records import dataclass

Audience = Literal["participant", "trainer"]
PartKind = Literal["module", "all"]


class Plan(Protocol):
    """What every planner returns: an output decided, which knows whether it holds text that is not reviewed."""

    @property
    def draft(self) -> bool:
        """Whether the file must be marked as a draft."""


def _one_file(_course: Course) -> tuple[str, ...]:
    return ("",)


def _anywhere(_modules: Sequence[Module]) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file that a build makes."""

    name: str
    """What ``--format`` takes and the manifest shows."""
    artefact: str
    """The part of the file's name."""
    suffix: str
    audience: Audience
    parts: tuple[PartKind, ...]
    summary: str
    """One line for ``course formats``: what it is and what it carries."""
    resources: tuple[str, ...]
    """Files below ``builder/themes/`` that it reads."""
    needs_fonts: bool
    """Whether its renderer reads font files."""
    decide: Callable[[Sequence[Edition], Resources, Any], tuple[Any, Diagnostics]] | None
    """What must be equal in all languages of a course, decided over all their editions of one part and the options."""
    plan: Callable[[Edition, Resources, Any, Any], tuple[Any, Diagnostics]]
    """Takes an edition, its resources, what was decided (None where nothing is) and the options; returns a `Plan`.

    The options are the record of the format's artefact (`model/options.py`), None where it has no variants.
    """
    write: Callable[[Any, Resources], bytes]
    options: tuple[Option, ...] = ()
    """What a variant may choose for this format; one that chooses more is not made in it."""
    files: Callable[[Course], tuple[str, ...]] = _one_file
    """What a course gets a file of each: the forms of its test; nothing at all where it has none."""
    found_in: Callable[[Sequence[Module]], bool] = _anywhere
    """Whether the lessons of a part hold anything for it; where not, there is no file."""

    @property
    def asks(self) -> bool:
        """Whether it is made of questions, so that `course formats --questions` tells what it carries."""
        return self.artefact.partition("-")[0] in ("quiz", "test")


def _decide_breaks(editions: Sequence[Edition], resources: Resources, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck import decide_breaks

    return decide_breaks(editions, resources, options)


def _plan_deck(edition: Edition, resources: Resources, breaks: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck import plan_deck

    return plan_deck(edition, resources, breaks, options)


def _write_pptx(deck: Any, resources: Resources) -> bytes:
    from builder.write.pptx import write_pptx

    return write_pptx(deck, resources)


def _plan_deck_pdf(edition: Edition, resources: Resources, breaks: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck_pdf import plan_deck_pdf

    return plan_deck_pdf(edition, resources, breaks, options)


def _write_deck_pdf(paper: Any, resources: Resources) -> bytes:
    from builder.write.deck_pdf import write_deck_pdf

    return write_deck_pdf(paper, resources)


def _write_deck_png(paper: Any, resources: Resources) -> bytes:
    from builder.write.deck_png import write_deck_png

    return write_deck_png(paper, resources)


def _plan_handout(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.handout import plan_handout

    return plan_handout(edition, resources, decided, options)


def _plan_handout_pdf(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.handout_pdf import plan_handout_pdf

    return plan_handout_pdf(edition, resources, decided, options)


def _write_pdf(document: Any, resources: Resources) -> bytes:
    from builder.write.pdf import write_pdf

    return write_pdf(document, resources)


def _write_docx(document: Any, resources: Resources) -> bytes:
    from builder.write.docx import write_docx

    return write_docx(document, resources)


def _write_html(document: Any, resources: Resources) -> bytes:
    from builder.write.html import write_html

    return write_html(document, resources)


def _write_epub(document: Any, resources: Resources) -> bytes:
    from builder.write.epub import write_epub

    return write_epub(document, resources)


def _plan_agenda(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.agenda import plan_agenda

    return plan_agenda(edition, resources, decided, options)


def _plan_agenda_pdf(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.agenda import plan_agenda_pdf

    return plan_agenda_pdf(edition, resources, decided, options)


def _decide_guide(editions: Sequence[Edition], resources: Resources, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.guide import decide_guide

    return decide_guide(editions, resources, options)


def _plan_guide(edition: Edition, resources: Resources, splits: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.guide import plan_guide

    return plan_guide(edition, resources, splits, options)


def _plan_guide_pdf(edition: Edition, resources: Resources, splits: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.guide import plan_guide_pdf

    return plan_guide_pdf(edition, resources, splits, options)


def _write_guide_pdf(guide: Any, resources: Resources) -> bytes:
    from builder.write.guide import write_guide_pdf

    return write_guide_pdf(guide, resources)


def _write_guide_docx(guide: Any, resources: Resources) -> bytes:
    from builder.write.guide import write_guide_docx

    return write_guide_docx(guide, resources)


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


def _plan_practice(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz import plan_practice

    return plan_practice(edition, resources, decided)


def _write_quiz_html(quiz: Any, resources: Resources) -> bytes:
    from builder.write.quiz_html import write_quiz_html

    return write_quiz_html(quiz, resources)


def _handout(
    suffix: str,
    summary: str,
    resources: tuple[str, ...],
    plan: Callable[[Edition, Resources, Any, Any], tuple[Any, Diagnostics]],
    write: Callable[[Any, Resources], bytes],
    options: tuple[Option, ...] = (SIZE, SECOND_LANGUAGE),
) -> Format:
    return Format(
        name=f"handout.{suffix}", artefact="handout", suffix=suffix, audience="participant", parts=("module",),
        summary=summary, resources=resources, needs_fonts=suffix != "html", decide=None, plan=plan, write=write,
        options=options,
    )  # fmt: skip


_DRAWN_DECK = ("deck.pptx", "carlito.json", "deck.typ", "characters.json")
"""What planning a deck and drawing it with our own fonts reads."""
_ICONS = tuple(f"icons/{name}.svg" for name in ("say", "do", "ask", "slide", "handout", "group", "clock"))
"""What stands in the outer column of a guide."""


def _decide_forms(editions: Sequence[Edition], resources: Resources, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.forms import decide_forms

    return decide_forms(editions, resources, options)


def _forms(course: Course) -> tuple[str, ...]:
    return tuple(form.lower() for form in course.tests.forms) if course.tests else ()


def _tested(course: Course) -> tuple[str, ...]:
    return ("",) if course.tests else ()


def _certificates(course: Course) -> tuple[str, ...]:
    return (ATTENDANCE, ACHIEVEMENT) if course.tests else (ATTENDANCE,)


def _holds_test(modules: Sequence[Module]) -> bool:
    from builder.plan.forms import holds_test

    return holds_test(modules)


def _holds_cards(modules: Sequence[Module]) -> bool:
    from builder.plan.cards import holds_cards

    return holds_cards(modules)


def _planner(artefact: str, instead: str) -> Callable[[Edition, Resources, Any, Any], tuple[Any, Diagnostics]]:
    """Return the planner of a paper; of a PDF, what it cannot show is told, with what to give ``instead``."""

    def plan(edition: Edition, resources: Resources, decided: Any, options: Any) -> tuple[Any, Diagnostics]:
        from importlib import import_module

        from builder.plan.printed import printed

        planner = getattr(import_module(f"builder.plan.{artefact}"), f"plan_{artefact}")
        planned = planner(edition, resources, decided, options)
        return printed(planned, edition, resources, f"{artefact}.pdf", instead) if instead else planned

    return plan


def _paper(artefact: str, summary: str, *, audience: Audience, **others: Any) -> tuple[Format, Format]:
    """Return the records of a paper that `plan/<artefact>.py` plans: PDF, and Word for those who fill in or change."""
    pdf = _sheets(artefact, summary, audience=audience, instead=f"{artefact}.docx", **others)
    word = replace(
        pdf, name=f"{artefact}.docx", suffix="docx", summary="the same for Word", resources=(),
        plan=_planner(artefact, ""), write=_write_docx,
    )  # fmt: skip
    return pdf, word


def _sheets(artefact: str, summary: str, *, audience: Audience, instead: str, **others: Any) -> Format:
    """Return the record of a paper as PDF."""
    own: dict[str, Any] = {"parts": ("all",), "decide": None, **others}
    return Format(
        name=f"{artefact}.pdf", artefact=artefact, suffix="pdf", audience=audience, summary=summary,
        resources=("handout.typ", "characters.json"), needs_fonts=True, plan=_planner(artefact, instead),
        write=_write_pdf, **own,
    )  # fmt: skip


FORMATS: tuple[Format, ...] = (
    Format(
        name="deck.pptx", artefact="deck", suffix="pptx", audience="trainer", parts=("module",),
        summary="native slides with speaker notes", resources=("deck.pptx", "carlito.json"), needs_fonts=True,
        decide=_decide_breaks, plan=_plan_deck, write=_write_pptx, options=(NOTES_LANGUAGE, SECOND_LANGUAGE),
    ),
    Format(
        name="deck.pdf", artefact="deck", suffix="pdf", audience="participant", parts=("module",),
        summary="the same slides to read and print, tagged (PDF/UA-1), without notes", resources=_DRAWN_DECK,
        needs_fonts=True, decide=_decide_breaks, plan=_plan_deck_pdf, write=_write_deck_pdf,
        options=(SECOND_LANGUAGE, SLIDES_A_PAGE),
    ),
    Format(
        name="deck.png", artefact="deck", suffix="zip", audience="participant", parts=("module",),
        summary="the same slides as numbered pictures, for rooms without PowerPoint", resources=_DRAWN_DECK,
        needs_fonts=True, decide=_decide_breaks, plan=_plan_deck_pdf, write=_write_deck_png,
        options=(SECOND_LANGUAGE,),
    ),
    _handout(
        "pdf", "what participants read, tagged (PDF/UA-1)", ("handout.typ", "characters.json"), _plan_handout_pdf,
        _write_pdf,
    ),
    _handout("docx", "the same for Word, with real styles", (), _plan_handout, _write_docx),
    _handout("html", "the same as one page that works offline", ("handout.css",), _plan_handout, _write_html),
    _handout(
        "epub", "the same as a book for readers and telephones", ("epub.css", "cover.typ"), _plan_handout, _write_epub,
        (SECOND_LANGUAGE,),
    ),
    Format(
        name="guide.pdf", artefact="guide", suffix="pdf", audience="trainer", parts=("all",),
        summary="each session by the clock: say, do, ask, slides, materials, what to leave out",
        resources=(*_DRAWN_DECK, *_ICONS, "handout.typ"), needs_fonts=True, decide=_decide_guide,
        plan=_plan_guide_pdf, write=_write_guide_pdf, options=(DEPTH,),
    ),
    Format(
        name="guide.docx", artefact="guide", suffix="docx", audience="trainer", parts=("all",),
        summary="the same for Word", resources=(*_DRAWN_DECK, *_ICONS), needs_fonts=True, decide=_decide_guide,
        plan=_plan_guide, write=_write_guide_docx, options=(DEPTH,),
    ),
    Format(
        name="agenda.pdf", artefact="agenda", suffix="pdf", audience="participant", parts=("all",),
        summary="the days with computed times, to print", resources=("handout.typ", "characters.json"),
        needs_fonts=True, decide=None, plan=_plan_agenda_pdf, write=_write_pdf,
    ),
    Format(
        name="agenda.docx", artefact="agenda", suffix="docx", audience="participant", parts=("all",),
        summary="the same for Word", resources=(), needs_fonts=True, decide=None, plan=_plan_agenda,
        write=_write_docx,
    ),
    _sheets(
        "cards", "activities, turns of cases and roles, a sheet each, to cut and fold", audience="trainer",
        instead="deck.pptx", parts=("module",), found_in=_holds_cards,
    ),
    *_paper(
        "test", "the test before and after, a file for each form", audience="participant",
        decide=_decide_forms, options=(SIZE,), files=_forms, found_in=_holds_test,
    ),
    *_paper(
        "key", "right answers with reasons, and a grid to mark by hand", audience="trainer",
        decide=_decide_forms, files=_tested, found_in=_holds_test,
    ),
    *_paper("workbook", "room for notes, worksheets, self-check, action plan", audience="participant"),
    *_paper("certificate", "what was learned and how long; name left blank", audience="trainer", files=_certificates),
    *_paper("signin", "the attendance list of each day, half day by half day", audience="trainer"),
    *_paper("evaluation", "what participants think of the course", audience="participant"),
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


def find_formats(patterns: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats whose name fits any of the patterns (``handout.*``), in the table's order; all for none."""
    from fnmatch import fnmatchcase

    return tuple(
        format for format in FORMATS if not patterns or any(fnmatchcase(format.name, pattern) for pattern in patterns)
    )
