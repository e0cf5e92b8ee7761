"""A whole course → a certificate with what the EU asks of a micro-credential; whatever is of a person stays blank."""

from collections.abc import Iterator
from dataclasses import replace

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.options import ACHIEVEMENT, CertificateOptions
from builder.model.timetable import timetable
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.paper import paper
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs

PLAIN_CERTIFICATE = CertificateOptions()
_PART, _MODULE = 2, 3
_TITLES = {ACHIEVEMENT: Word.CERTIFICATE_ACHIEVEMENT}
_BLANK = (Word.PARTICIPATION, Word.CERTIFICATE_LEVEL, Word.QUALITY, Word.ISSUED_WHERE, Word.ISSUED_WHEN, Word.SERIAL)
"""What nobody knows before the course is held, or only the institution can say."""


def plan_certificate(
    edition: Edition, resources: Resources, decided: None, options: CertificateOptions = PLAIN_CERTIFICATE
) -> tuple[Document, Diagnostics]:
    """Return a certificate of attendance or of achievement in one language, its outcomes on the next page."""
    voice = Voice(edition=edition, trainer=True)
    desk = Desk(voice=voice, tally=Tally())
    title = _TITLES.get(options.file, Word.CERTIFICATE_ATTENDANCE)
    blocks = (*_statement(options, desk), *_outcomes(desk))
    whole = paper(word_runs(title, voice), title, blocks, voice, brief=True)
    publisher = plain_runs(edition.publisher.name, voice)
    number = plain_runs(edition.course.edition, voice)
    about = join_runs([word_runs(Word.EDITION, voice), number], "\u00a0", voice)
    return replace(whole, series=publisher, artefact=about, brief=False), ()


def _statement(options: CertificateOptions, desk: Desk) -> Iterator[document.Block]:
    voice = desk.voice
    passed = options.file == ACHIEVEMENT
    yield document.Field(label=word_runs(Word.NAME, voice), large=True)
    yield document.Paragraph(text=word_runs(Word.HAS_PASSED if passed else Word.HAS_ATTENDED, voice))
    yield document.Paragraph(text=text_runs(voice.edition.course.title, desk, strong=True), tone="lead")
    facts = (
        (Word.AWARDING_BODY, plain_runs(voice.edition.publisher.name, voice)),
        (Word.WORKLOAD, _workload(voice)),
        (Word.ASSESSMENT, _assessment(voice, passed=passed)),
    )
    yield document.Facts(
        items=tuple(document.Fact(label=word_runs(word, voice), value=value) for word, value in facts if value)
    )
    for word in _BLANK:
        yield document.Field(label=word_runs(word, voice))
    yield document.Field(label=word_runs(Word.SIGNATURE, voice), large=True)


def _workload(voice: Voice) -> Runs:
    """Return the time of all days without their pauses, in signs that need no translation."""
    minutes = sum(day.work for day in timetable(voice.edition.course, voice.edition.modules))
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}\u00a0h"] * bool(hours) + [f"{rest}\u00a0min"] * bool(rest)
    return plain_runs(" ".join(parts), voice)


def _assessment(voice: Voice, *, passed: bool) -> Runs:
    tests = voice.edition.course.tests
    if passed and tests:
        return word_runs(Word.ASSESSED_BY_TEST, voice, percent=tests.pass_percent)
    return word_runs(Word.NOT_ASSESSED, voice)


def _outcomes(desk: Desk) -> Iterator[document.Block]:
    """Yield what a participant can do afterwards, lesson by lesson, on the back."""
    yield document.PageBreak()
    yield document.Heading(level=_PART, id="_outcomes", text=word_runs(Word.LEARNING_OUTCOMES, desk.voice))
    for module in desk.voice.edition.modules:
        outcomes = [text_runs(one.text, desk) for lesson in module.lessons for one in lesson.outcomes]
        if outcomes:
            items = tuple((document.Paragraph(text=text),) for text in outcomes)
            yield document.Heading(level=_MODULE, id="", text=text_runs(module.title, desk))
            yield document.List(ordered=False, items=items)
