"""An edition of a module → its handout: what participants read, practise and look up."""

from collections.abc import Iterator

from builder.content.walk import walk
from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.blocks import Case, Inject, Question
from builder.model.edition import Edition
from builder.model.lesson import Lesson, Slide, Step
from builder.model.options import HandoutOptions
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.answers import answer_block
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.handout_back import back_blocks
from builder.plan.handout_blocks import handout_blocks
from builder.plan.pairs import Pairing, paired
from builder.plan.paper import marked, paper
from builder.plan.participant import participant_view
from builder.plan.questions import question_block
from builder.plan.runs import Voice, join_runs, word_runs
from builder.plan.second import below

PLAIN_HANDOUT = HandoutOptions()
_LESSON, _STEP, _SLIDE = 2, 3, 4
_DEEPEST_LISTED = _STEP


def plan_handout(
    edition: Edition, resources: Resources, decided: None, options: HandoutOptions = PLAIN_HANDOUT
) -> tuple[Document, Diagnostics]:
    """Return the handout of a module in one language, or in two side by side."""
    voice = Voice(edition=edition, trainer=False)
    lessons = _lessons(edition)
    shown = _shown(lessons, voice)
    text = (*shown, *back_blocks(shown, lessons, voice))
    other = edition.speaking(options.second_language)
    if other is None:
        return paper(_title(voice), Word.HANDOUT, text, voice, options.size), ()
    pairing = Pairing(first=voice, second=Voice(edition=other, trainer=False))
    same = (*_shown(_lessons(other), pairing.second), *back_blocks(shown, lessons, pairing.second, leading=voice))
    title = below(_title(voice), _title(pairing.second))
    both = paired(marked(text, voice), marked(same, pairing.second), pairing)
    return paper(title, Word.HANDOUT, both, voice, options.size, pairing=pairing), ()


def _lessons(edition: Edition) -> tuple[Lesson, ...]:
    return tuple(participant_view(lesson) for module in edition.modules for lesson in module.lessons)


def _shown(lessons: tuple[Lesson, ...], voice: Voice) -> document.Blocks:
    """Return all that stands before glossary and sources."""
    tally = Tally()
    fresh = (document.PageBreak(),) if len(lessons) > 1 else ()
    body = tuple(block for lesson in lessons for block in (*fresh, *_lesson(lesson, _desk(lesson, voice, tally))))
    return (*_front(voice), *body, *_answers(lessons, voice, tally))


def _title(voice: Voice) -> Runs:
    return join_runs([text_runs(module.title, _plain(voice)) for module in voice.edition.modules], " · ", voice)


def _plain(voice: Voice) -> Desk:
    return Desk(voice=voice, tally=Tally())


def _desk(lesson: Lesson, voice: Voice, tally: Tally) -> Desk:
    return Desk(voice=voice, tally=tally, lesson=lesson.id, level=_LESSON)


def _front(voice: Voice) -> document.Blocks:
    summaries = [text_runs(module.summary, _plain(voice)) for module in voice.edition.modules]
    leads = tuple(document.Paragraph(text=summary, tone="lead") for summary in summaries if summary)
    return (*leads, document.Contents(title=word_runs(Word.CONTENTS, voice), deepest=_DEEPEST_LISTED))


def _lesson(lesson: Lesson, desk: Desk) -> document.Blocks:
    steps = tuple(block for step in lesson.steps for block in _step(step, desk))
    aim = text_runs(lesson.aim, desk)
    return (
        document.Heading(level=_LESSON, id=lesson.id, text=text_runs(lesson.title, desk)),
        *((document.Paragraph(text=aim, tone="lead"),) if aim else ()),
        *_outcomes(lesson, desk),
        *steps,
        *_key_messages(lesson, desk),
        *_practice(lesson, desk),
    )


def _outcomes(lesson: Lesson, desk: Desk) -> document.Blocks:
    points = _points([text_runs(outcome.text, desk) for outcome in lesson.outcomes])
    label = word_runs(Word.OUTCOMES, desk.voice)
    return (document.Box(kind="panel", id="", label=label, heading=None, facts=(), blocks=points),) if points else ()


def _key_messages(lesson: Lesson, desk: Desk) -> document.Blocks:
    points = _points([text_runs(message, desk) for message in lesson.key_messages])
    label = word_runs(Word.KEY_MESSAGES, desk.voice)
    return (document.Callout(kind="key", id="", label=label, title=(), blocks=points),) if points else ()


def _points(texts: list[Runs]) -> document.Blocks:
    items: tuple[document.Blocks, ...] = tuple((document.Paragraph(text=text),) for text in texts if text)
    return (document.List(ordered=False, items=items),) if items else ()


def _step(step: Step, desk: Desk) -> document.Blocks:
    """Return a step; nothing where all that it holds is for others or stands among the practice questions."""
    blocks = tuple(block for slide in step.slides for block in _slide(slide, step, desk))
    if not blocks:
        return ()
    return (document.Heading(level=_STEP, id=desk.anchor(step.id), text=text_runs(step.title, desk)), *blocks)


def _slide(slide: Slide, step: Step, desk: Desk) -> document.Blocks:
    title = text_runs(slide.title, desk)
    blocks = handout_blocks(slide.children, desk.below(_SLIDE if title else _STEP))
    if not title or not blocks:
        return blocks
    return (document.Heading(level=_SLIDE, id=desk.anchor(slide.id), text=title), *blocks)


def _practice(lesson: Lesson, desk: Desk) -> document.Blocks:
    """Return the questions that stand on their own, under one heading."""
    desk = desk.below(_STEP)
    questions = tuple(question_block(question, desk) for question in _loose_questions(lesson))
    if not questions:
        return ()
    heading = document.Heading(level=_STEP, id=f"_practice-{lesson.id}", text=word_runs(Word.PRACTICE, desk.voice))
    return (heading, *questions)


def _loose_questions(lesson: Lesson) -> Iterator[Question]:
    cases = (case for kind in (Case, Inject) for case in walk(lesson, kind))
    inside = {id(question) for case in cases for question in walk(case, Question)}
    return (question for question in walk(lesson, Question) if id(question) not in inside)


def _answers(lessons: tuple[Lesson, ...], voice: Voice, tally: Tally) -> document.Blocks:
    """Return the answers in the order of their numbers, on a page of their own: out of sight while one thinks."""
    owner = {id(question): lesson for lesson in lessons for question in walk(lesson, Question)}
    answers = []
    for number, question in enumerate(tally.questions, start=1):
        desk = _desk(owner[id(question)], voice, tally).below(_LESSON)
        answer = answer_block(question, number, desk)
        if answer is not None:
            answers.append(answer)
    if not answers:
        return ()
    heading = document.Heading(level=_LESSON, id="_answers", text=word_runs(Word.ANSWERS, voice))
    return (document.PageBreak(), heading, *answers)
