"""Questions as a paper asks them: lettered, numbered, with room to write; nothing of what is right."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from builder.content import interactions
from builder.content.inlines import Text
from builder.content.phrase import Phrase
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.output import document
from builder.output.text import Runs
from builder.plan.desk import Desk, label_runs, text_runs
from builder.plan.prose import figure_blocks, led_blocks, prose_blocks
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.plan.scales import SCALES
from builder.plan.shuffle import shuffled

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ESSAY_LINES = 8


def question_block(question: Question, desk: Desk) -> document.Question:
    """Return a question under the next number of the paper."""
    desk.tally.questions.append(question)
    desk = question_desk(question, desk)
    number = len(desk.tally.questions)
    return document.Question(
        id=question_anchor(question, number, desk),
        number=plain_runs(f"{number}", desk.voice, strong=True),
        prompt=(*prose_blocks(question.prompt, desk), *_figure(question, desk)),
        instruction=_instruction(question, desk),
        response=_response(question, desk),
        hint=_hint(question, desk),
    )


def _hint(question: Question, desk: Desk) -> document.Blocks:
    blocks = prose_blocks(question.hint, desk)
    return led_blocks(label_runs(Word.HINT, desk), blocks) if blocks else ()


def question_desk(question: Question, desk: Desk) -> Desk:
    """Return the desk at which a question's own text is read."""
    if isinstance(question.interaction, interactions.Cloze):
        return replace(desk, gaps=tuple(gap.id for gap in question.interaction.gaps))
    return desk


def question_anchor(question: Question, number: int, desk: Desk) -> str:
    """Return the id of a question in the document."""
    return desk.anchor(question.id) if question.id else f"_question-{number}"


def letter(position: int) -> str:
    """Return A, B, … Z, AA, AB … for a position counted from nought."""
    before, rest = divmod(position, len(LETTERS))
    return (letter(before - 1) if before else "") + LETTERS[rest]


def lettered(texts: Sequence[Runs]) -> tuple[document.Lettered, ...]:
    """Return texts, each with its letter."""
    return tuple(document.Lettered(letter=letter(position), text=text) for position, text in enumerate(texts))


def shown_targets(question: Question, match: interactions.Match, ids: Sequence[str] = ()) -> tuple[Phrase, ...]:
    """Return the right sides of pairs in the order in which they are shown (of ids if given); equal ones are one."""
    pairs = shuffled(match.pairs, question.id, lambda pair: pair.id)
    if ids:
        pairs = tuple(sorted((pair for pair in pairs if pair.id in ids), key=lambda pair: ids.index(pair.id)))
    return tuple({pair.right.message: pair.right for pair in pairs}.values())


def shown_items(
    question: Question, order: interactions.Order, ids: Sequence[str] = ()
) -> tuple[interactions.OrderItem, ...]:
    """Return the items of a sequence in the order in which they are shown, that of ids if given."""
    items = shuffled(order.items, question.id, lambda item: item.id)
    return tuple(sorted(items, key=lambda item: ids.index(item.id))) if ids else items


def _figure(question: Question, desk: Desk) -> document.Blocks:
    if isinstance(question.interaction, interactions.Hotspot):
        return figure_blocks(question.interaction.figure, desk)
    return ()


def unit_runs(unit: Phrase | None, desk: Desk) -> Runs:
    """Return what a number counts, in the spelling to show; nothing for no unit."""
    if unit is None:
        return ()
    first = Text(value=next(iter(interactions.spellings(unit)), ""), span=unit.span)
    return text_runs(replace(unit, inlines=(first,)), desk)


def _instruction(question: Question, desk: Desk) -> Runs:
    unit = question.interaction.unit if isinstance(question.interaction, interactions.Numeric) else None
    if unit is not None:
        return join_runs([word_runs(Word.UNIT, desk.voice), unit_runs(unit, desk)], ": ", desk.voice)
    word = _instruction_word(question.interaction)
    return word_runs(word, desk.voice) if word else ()


def _instruction_word(interaction: interactions.Interaction) -> Word | None:
    match interaction:
        case interactions.Choice(multiple=multiple):
            return Word.CHOOSE_ALL if multiple else Word.CHOOSE_ONE
        case interactions.TrueFalse():
            return Word.CHOOSE_ONE
        case interactions.Match():
            return Word.MATCH_LETTERS
        case interactions.Order():
            return Word.NUMBER_IN_ORDER
        case interactions.Cloze():
            return Word.FILL_GAPS
        case interactions.Hotspot():
            return Word.FIND_PLACE
        case interactions.Likert(statements=statements):
            return Word.MARK_SCALE if statements else Word.CHOOSE_ONE
        case interactions.Numeric() | interactions.TextEntry() | interactions.ExtendedText():
            return None
        case _:
            assert_never(interaction)


def _response(question: Question, desk: Desk) -> document.Response:
    match question.interaction:
        case interactions.Choice(multiple=multiple, options=options):
            return document.Options(multiple=multiple, items=_texts([option.text for option in options], desk))
        case interactions.TrueFalse():
            words = [word_runs(word, desk.voice) for word in (Word.TRUE, Word.FALSE)]
            return document.Options(multiple=False, items=lettered(words))
        case interactions.Numeric() | interactions.TextEntry():
            return document.Blank()
        case interactions.Match() as match:
            return _pairing(question, match, desk)
        case interactions.Order() as order:
            texts = [item.text for item in shown_items(question, order, desk.order_of(question.id))]
            return document.Ordering(items=_texts(texts, desk))
        case interactions.Cloze(gaps=gaps):
            return _gaps(gaps, desk)
        case interactions.Hotspot(areas=areas):
            several = sum(area.option.correct for area in areas) > 1
            return document.Options(multiple=several, items=_texts([area.option.text for area in areas], desk))
        case interactions.ExtendedText(lines=lines):
            return document.Lines(count=lines or _ESSAY_LINES)
        case interactions.Likert(scale=scale, statements=statements):
            return document.Scale(
                points=tuple(word_runs(word, desk.voice) for word in SCALES[scale]),
                statements=tuple(text_runs(statement.text, desk) for statement in statements),
            )
        case _:
            assert_never(question.interaction)


def _texts(phrases: Sequence[Phrase], desk: Desk) -> tuple[document.Lettered, ...]:
    return lettered([text_runs(phrase, desk) for phrase in phrases])


def _pairing(question: Question, match: interactions.Match, desk: Desk) -> document.Pairing:
    left = tuple(text_runs(pair.left, desk) for pair in match.pairs if pair.left is not None)
    shown = shown_targets(question, match, desk.order_of(question.id))
    return document.Pairing(left=left, right=_texts(shown, desk))


def _gaps(gaps: tuple[interactions.GapField, ...], desk: Desk) -> document.Gaps:
    return document.Gaps(
        choices=tuple(
            document.GapChoice(
                label=plain_runs(f"({number})", desk.voice, strong=True),
                choices=tuple(text_runs(option.text, desk) for option in gap.interaction.options),
            )
            for number, gap in enumerate(gaps, start=1)
            if isinstance(gap.interaction, interactions.Choice)
        )
    )
