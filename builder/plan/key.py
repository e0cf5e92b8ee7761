"""The forms of a course's test → the trainer's key: what is right in each, why, and a grid to mark by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.content import interactions
from builder.content.walk import rewrite
from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.model.edition import Edition
from builder.model.lesson import BloomLevel, Lesson, Outcome
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Run, Runs, merge_runs
from builder.plan.answers import answer_block
from builder.plan.desk import Desk, Tally, label_runs, text_runs
from builder.plan.form_questions import Placed, placed_questions
from builder.plan.forms import Form, questions_of_test
from builder.plan.key_short import short_answer
from builder.plan.measures import counted_runs
from builder.plan.paper import paper
from builder.plan.printed import for_trainers
from builder.plan.prose import led_blocks, prose_blocks
from builder.plan.questions import letter
from builder.plan.quiz_scoring import decide_fractions
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs
from builder.plan.test import pass_runs, total_points

LEVELS: Mapping[BloomLevel, Word] = {
    "remember": Word.LEVEL_REMEMBER,
    "understand": Word.LEVEL_UNDERSTAND,
    "apply": Word.LEVEL_APPLY,
    "analyse": Word.LEVEL_ANALYSE,
    "evaluate": Word.LEVEL_EVALUATE,
    "create": Word.LEVEL_CREATE,
}
_FORM, _PART = 2, 3
_SHARES = (7, 22, 10, 16, 45)
_SAME, _SAME_FORM = (32, 40), 18
_CODE, _CELL, _TOTAL = 16, 5, 9
"""How the columns of the marking grid share the page."""
_ACROSS = 16
"""Questions that a row of the marking grid holds."""
_ROW = 8
_MOST_ROWS, _ROWS = 40, 20


def plan_key(
    edition: Edition, resources: Resources, forms: tuple[Form, ...], options: None
) -> tuple[Document, Diagnostics]:
    """Return the key of all forms in one language."""
    voice = Voice(edition=edition, trainer=True)
    placed = {form.letter: _placed(form, voice) for form in forms}
    blocks = (*_front(placed, voice), *(block for form in forms for block in _form(form.letter, placed, voice)))
    whole = paper(word_runs(Word.KEY, voice), Word.KEY, blocks, voice, brief=True)
    count = len(next(iter(placed.values())))
    return for_trainers(replace(whole, artefact=counted_runs(Word.QUESTIONS, count, voice)), voice), ()


def _placed(form: Form, voice: Voice) -> tuple[Placed, ...]:
    desk = Desk(voice=voice, tally=Tally(), level=_PART)
    return tuple(placed_questions(form, voice.edition, desk))


def _front(placed: Mapping[str, Sequence[Placed]], voice: Voice) -> Iterator[document.Block]:
    first = next(iter(placed.values()))
    facts = ((Word.PASSED_WITH, pass_runs(first, voice)), (Word.OUTCOMES_ASKED, _coverage(first, voice)))
    yield document.Facts(items=tuple(document.Fact(label=word_runs(word, voice), value=value) for word, value in facts))
    for word in (Word.KEY_SHARES, Word.KEEP_APART):
        yield document.Paragraph(text=word_runs(word, voice))
    if len(placed) > 1:
        yield document.Heading(level=_FORM, id="_same", text=word_runs(Word.SAME_QUESTION, voice))
        yield _same(placed, voice)


def _coverage(placed: Sequence[Placed], voice: Voice) -> Runs:
    lessons = [lesson for module in voice.edition.modules for lesson in module.lessons]
    asked = {(one.lesson.path, outcome.id) for one in placed if (outcome := _outcome(one.question, one.lesson))}
    total = sum(len(lesson.outcomes) for lesson in lessons)
    return word_runs(Word.NUMBER_OF, voice, number=len(asked), total=total)


def _same(placed: Mapping[str, Sequence[Placed]], voice: Voice) -> document.Table:
    """Return the numbers of each question in the forms, in the course's order."""
    numbers = {form: {one.question.id: number for number, one in enumerate(ones, 1)} for form, ones in placed.items()}
    forms = [word_runs(Word.FORM, voice, letter=form) for form in placed]
    header = (word_runs(Word.QUESTION, voice), word_runs(Word.LESSON, voice), *forms)
    rows = tuple(
        (
            plain_runs(question.id, voice),
            text_runs(lesson.title, Desk(voice=voice, tally=Tally())),
            *(plain_runs(f"{found[question.id]}", voice) for found in numbers.values()),
        )
        for question, lesson in questions_of_test(voice.edition)
        if all(question.id in found for found in numbers.values())
    )
    shares = (*_SAME, *(_SAME_FORM for _ in forms))
    return document.Table(header=header, rows=rows, alignments=(None,) * len(header), shares=shares)


def _form(form: str, placed: Mapping[str, Sequence[Placed]], voice: Voice) -> Iterator[document.Block]:
    ones = placed[form]
    yield document.PageBreak()
    yield document.Heading(level=_FORM, id=f"_form-{form}", text=word_runs(Word.FORM, voice, letter=form))
    yield _table(ones, voice)
    yield document.Heading(level=_PART, id=f"_reasons-{form}", text=word_runs(Word.REASONS, voice))
    for number, one in enumerate(ones, start=1):
        yield _reasons(one, number, form)
    yield document.PageBreak()
    yield document.Heading(level=_PART, id=f"_grid-{form}", text=word_runs(Word.MARKING_GRID, voice))
    yield document.Paragraph(text=word_runs(Word.MARKING_GRID_HOW, voice))
    yield from _grids(ones, voice)


def _table(placed: Sequence[Placed], voice: Voice) -> document.Table:
    words = (Word.NUMBER, Word.RIGHT_ANSWER, Word.POINTS_HEAD, Word.LEVEL, Word.OUTCOME)
    return document.Table(
        header=tuple(word_runs(word, voice) for word in words),
        rows=tuple(_row(number, one) for number, one in enumerate(placed, start=1)),
        alignments=(None,) * len(words),
        shares=_SHARES,
    )


def _row(number: int, one: Placed) -> tuple[Runs, ...]:
    voice = one.desk.voice
    outcome = _outcome(one.question, one.lesson)
    return (
        plain_runs(f"{number}", voice, strong=True),
        short_answer(one.question, one.desk),
        plain_runs(f"{one.question.points}", voice),
        word_runs(LEVELS[outcome.level], voice) if outcome else (),
        text_runs(outcome.text, one.desk) if outcome else (),
    )


def _outcome(question: Question, lesson: Lesson) -> Outcome | None:
    return next((outcome for outcome in lesson.outcomes if outcome.id == question.outcome), None)


def _reasons(one: Placed, number: int, form: str) -> document.Answer:
    """Return a question with what is right, what each option deserves to hear, and why."""
    question, desk = one.question, one.desk
    guidance = prose_blocks(question.guidance, desk)
    about = join_runs([plain_runs(question.id, desk.voice), text_runs(one.lesson.title, desk)], " · ", desk.voice)
    blocks = (
        *_prompt(question, desk),
        *_right(question, number, desk),
        *_shares(question.interaction, desk),
        *(led_blocks(label_runs(Word.GUIDANCE, desk), guidance) if guidance else ()),
        document.Paragraph(text=about, tone="small"),
    )
    number_runs = plain_runs(f"{number}", desk.voice, strong=True)
    return document.Answer(id=f"_answer-{form}-{number}", question="", number=number_runs, blocks=blocks)


def _right(question: Question, number: int, desk: Desk) -> document.Blocks:
    answer = answer_block(question, number, desk)
    if answer is None or isinstance(question.interaction, interactions.ExtendedText):
        return answer.blocks if answer else ()
    return led_blocks(label_runs(Word.RIGHT_ANSWER, desk), answer.blocks)


def _prompt(question: Question, desk: Desk) -> document.Blocks:
    """Return what is asked; its figures are on the test."""
    gaps = question.interaction.gaps if isinstance(question.interaction, interactions.Cloze) else ()
    blocks = prose_blocks(question.prompt, replace(desk, gaps=tuple(gap.id for gap in gaps)))
    words = tuple(block for block in blocks if not isinstance(block, document.Figure))
    return rewrite(words, Run, lambda run: replace(run, strong=True))


def _shares(interaction: interactions.Interaction, desk: Desk) -> document.Blocks:
    """Return what each answer brings, where it is not all or nothing."""
    match interaction:
        case interactions.Choice(options=options, multiple=multiple):
            told = multiple
        case interactions.Hotspot(areas=areas):
            options = tuple(area.option for area in areas)
            told = sum(option.correct for option in options) > 1
        case _:
            return ()
    if not told and all(option.weight is None for option in options):
        return ()
    parts = [
        plain_runs(f"{letter(place)} {_percent(f'{fraction.normalize():f}', desk)}", desk.voice)
        for place, fraction in enumerate(decide_fractions(options))
        if fraction
    ]
    text = merge_runs((*label_runs(Word.SHARES, desk), *join_runs(parts, " · ", desk.voice)))
    return (document.Paragraph(text=text),)


def _percent(number: str, desk: Desk) -> str:
    return number.replace("-", "−").replace(".", desk.voice.edition.language.decimal) + "\u00a0%"


def _grids(placed: Sequence[Placed], voice: Voice) -> Iterator[document.Grid]:
    """Yield tables with a row for each code and a column for each question; the last has the total."""
    group = voice.edition.course.group
    rows = min(group.max, _MOST_ROWS) if group else _ROWS
    points = [one.question.points for one in placed]
    for start in range(0, len(points), _ACROSS):
        part = points[start : start + _ACROSS]
        numbers = [plain_runs(f"{start + number}", voice) for number in range(1, len(part) + 1)]
        header = [word_runs(Word.CODE, voice), *numbers]
        first = [(), *(plain_runs(f"/ {one}", voice) for one in part)]
        shares = [_CODE, *(_CELL for _ in part)]
        if start + _ACROSS >= len(points):
            header.append(word_runs(Word.TOTAL, voice))
            first.append(plain_runs(f"/ {total_points(placed)}", voice))
            shares.append(_TOTAL)
        empty = ((),) * len(header)
        grid = (tuple(first), *(empty for _ in range(rows)))
        yield document.Grid(header=tuple(header), rows=grid, shares=tuple(shares), height=_ROW)
