"""Papers: what participants read and fill in, what trainers teach, test and mark by."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from builder.diagnostics import Diagnostics
from builder.formats.decks import DRAWN_DECK
from builder.formats.record import Audience, Format
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.lesson import Module
from builder.model.options import ACHIEVEMENT, ATTENDANCE, DEPTH, SECOND_LANGUAGE, SIZE, Option
from builder.output.resources import Resources

_ICONS = tuple(f"icons/{name}.svg" for name in ("say", "do", "ask", "slide", "handout", "group", "clock"))
"""What stands in the outer column of a guide."""


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


PAPERS: tuple[Format, ...] = (
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
        resources=(*DRAWN_DECK, *_ICONS, "handout.typ"), needs_fonts=True, decide=_decide_guide,
        plan=_plan_guide_pdf, write=_write_guide_pdf, options=(DEPTH,),
    ),
    Format(
        name="guide.docx", artefact="guide", suffix="docx", audience="trainer", parts=("all",),
        summary="the same for Word", resources=(*DRAWN_DECK, *_ICONS), needs_fonts=True, decide=_decide_guide,
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
)  # fmt: skip
