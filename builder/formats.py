"""FORMATS: one record per output; nothing else compares a format's name. Planners and writers load when called."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from builder.diagnostics import Diagnostics
from builder.model.edition import Edition
from builder.output.resources import Resources
from builder.records import dataclass

Audience = Literal["participant", "trainer"]
PartKind = Literal["module", "all"]


class Plan(Protocol):
    """What every planner returns: an output decided, which knows whether it holds text that is not reviewed."""

    @property
    def draft(self) -> bool:
        """Whether the file must be marked as a draft."""


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
    decide: Callable[[Sequence[Edition], Resources], tuple[Any, Diagnostics]] | None
    """What must be equal in all languages of a course, decided over all their editions of one part."""
    plan: Callable[[Edition, Resources, Any], tuple[Any, Diagnostics]]
    """Takes an edition, its resources and what was decided (None where nothing is); returns a `Plan`."""
    write: Callable[[Any, Resources], bytes]


def _decide_breaks(editions: Sequence[Edition], resources: Resources) -> tuple[Any, Diagnostics]:
    from builder.plan.deck import decide_breaks

    return decide_breaks(editions, resources)


def _plan_deck(edition: Edition, resources: Resources, breaks: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck import plan_deck

    return plan_deck(edition, resources, breaks)


def _write_pptx(deck: Any, resources: Resources) -> bytes:
    from builder.write.pptx import write_pptx

    return write_pptx(deck, resources)


def _plan_handout(edition: Edition, resources: Resources, decided: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.handout import plan_handout

    return plan_handout(edition, resources, decided)


def _plan_handout_pdf(edition: Edition, resources: Resources, decided: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.handout_pdf import plan_handout_pdf

    return plan_handout_pdf(edition, resources, decided)


def _write_pdf(document: Any, resources: Resources) -> bytes:
    from builder.write.pdf import write_pdf

    return write_pdf(document, resources)


def _write_docx(document: Any, resources: Resources) -> bytes:
    from builder.write.docx import write_docx

    return write_docx(document, resources)


def _write_html(document: Any, resources: Resources) -> bytes:
    from builder.write.html import write_html

    return write_html(document, resources)


def _plan_moodle(edition: Edition, resources: Resources, decided: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz import plan_moodle

    return plan_moodle(edition, resources, decided)


def _write_moodle(quiz: Any, resources: Resources) -> bytes:
    from builder.write.moodle import write_moodle

    return write_moodle(quiz, resources)


def _plan_practice(edition: Edition, resources: Resources, decided: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.quiz import plan_practice

    return plan_practice(edition, resources, decided)


def _write_quiz_html(quiz: Any, resources: Resources) -> bytes:
    from builder.write.quiz_html import write_quiz_html

    return write_quiz_html(quiz, resources)


def _handout(
    suffix: str,
    summary: str,
    resources: tuple[str, ...],
    plan: Callable[[Edition, Resources, Any], tuple[Any, Diagnostics]],
    write: Callable[[Any, Resources], bytes],
) -> Format:
    return Format(
        name=f"handout.{suffix}", artefact="handout", suffix=suffix, audience="participant", parts=("module",),
        summary=summary, resources=resources, needs_fonts=suffix in ("pdf", "docx"), decide=None, plan=plan,
        write=write,
    )  # fmt: skip


FORMATS: tuple[Format, ...] = (
    Format(
        name="deck.pptx", artefact="deck", suffix="pptx", audience="trainer", parts=("module",),
        summary="native slides with speaker notes", resources=("deck.pptx", "carlito.json"), needs_fonts=True,
        decide=_decide_breaks, plan=_plan_deck, write=_write_pptx,
    ),
    _handout(
        "pdf", "what participants read, tagged (PDF/UA-1)", ("handout.typ", "characters.json"), _plan_handout_pdf,
        _write_pdf,
    ),
    _handout("docx", "the same for Word, with real styles", (), _plan_handout, _write_docx),
    _handout("html", "the same as one page that works offline", ("handout.css",), _plan_handout, _write_html),
    Format(
        name="quiz.html", artefact="quiz", suffix="html", audience="participant", parts=("module", "all"),
        summary="practice questions to play offline", resources=("quiz.html.j2", "quiz.css", "quiz.js"),
        needs_fonts=False, decide=None, plan=_plan_practice, write=_write_quiz_html,
    ),
    Format(
        name="quiz.moodle", artefact="quiz-moodle", suffix="xml", audience="trainer", parts=("module", "all"),
        summary="all questions for a Moodle question bank", resources=(), needs_fonts=False,
        decide=None, plan=_plan_moodle, write=_write_moodle,
    ),
)  # fmt: skip


def find_formats(patterns: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats whose name fits any of the patterns (``handout.*``), in the table's order; all for none."""
    from fnmatch import fnmatchcase

    return tuple(
        format for format in FORMATS if not patterns or any(fnmatchcase(format.name, pattern) for pattern in patterns)
    )
