"""What a question means, in words that no format knows: read from the lesson's model, to be compared with each file."""

import re
from decimal import Decimal
from typing import Any

from builder.content import interactions as asked
from builder.content.phrase import plain
from builder.content.prose import Figure, Paragraph
from builder.content.walk import walk
from builder.model.blocks import Case, Question
from builder.model.lesson import Lesson
from tests.write.quiz_texts import read_html

Meaning = dict[str, Any]
"""By name: prompt, case, several, key, worth, points, unit, pictures, feedback, hint, explanation, guidance."""
GAP = "□"
Meanings = dict[str, Meaning]
"""By the questions' ids."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def meanings(lesson: Lesson) -> dict[str, Meaning]:
    """Return what each question of a lesson means, by its id."""
    told = {
        question.id: squeezed(" ".join(_said(block) for block in case.children if isinstance(block, Paragraph)))
        for case in walk(lesson, Case)
        for question in walk(case, Question)
    }
    return {question.id: _meaning(question, told.get(question.id, "")) for question in walk(lesson, Question)}


def _meaning(question: Question, case: str) -> Meaning:
    interaction = question.interaction
    options = _options(interaction)
    return {
        "prompt": squeezed(" ".join(re.sub(r"\[\[\w+\]\]", GAP, _said(block)) for block in question.prompt)),
        "case": case,
        "several": isinstance(interaction, asked.Choice) and interaction.multiple,
        "key": key(interaction),
        "worth": _worth(options) if isinstance(interaction, asked.Choice) else {},
        "points": None if isinstance(interaction, asked.Likert) else question.points,
        "unit": asked.spellings(interaction.unit)[0]
        if isinstance(interaction, asked.Numeric) and interaction.unit
        else "",
        "pictures": len(list(walk((question.prompt, interaction), Figure))),
        "feedback": {plain(option.text): _all(option.feedback) for option in options if option.feedback},
        "hint": _all(question.hint),
        "explanation": _all(question.explanation),
        "guidance": _all(question.guidance),
    }


def key(interaction: asked.Interaction) -> Any:  # noqa: C901
    """Return what is right, by texts."""
    match interaction:
        case asked.Choice(options=options):
            return {plain(option.text): option.correct for option in options}
        case asked.TrueFalse(answer=answer):
            return {"True": answer, "False": not answer}
        case asked.Numeric(value=value, tolerance=tolerance):
            return (value - tolerance, value + tolerance)
        case asked.TextEntry():
            return set(asked.accepted_answers(interaction))
        case asked.Match(pairs=pairs):
            lonely = {plain(pair.right) for pair in pairs if pair.left is None}
            return {plain(pair.left): plain(pair.right) for pair in pairs if pair.left is not None}, lonely
        case asked.Order(items=items):
            return [plain(item.text) for item in items]
        case asked.Cloze(gaps=gaps):
            return [key(gap.interaction) for gap in gaps]
        case asked.Hotspot(areas=areas):
            return [_box(area) for area in areas if area.option.correct]
        case asked.ExtendedText():
            return "open"
        case asked.Likert():
            return "opinion"


def _box(area: asked.Area) -> tuple[int, ...]:
    shape = area.shape
    assert isinstance(shape, asked.Rectangle)
    return tuple(round(edge) for edge in (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))


def _options(interaction: asked.Interaction) -> tuple[asked.Option, ...]:
    match interaction:
        case asked.Choice(options=options):
            return options
        case asked.Hotspot(areas=areas):
            return tuple(area.option for area in areas)
        case _:
            return ()


def _worth(options: tuple[asked.Option, ...]) -> dict[str, float]:
    """Return per cents: what the author wrote, or an equal share for each right option."""
    right = sum(option.correct for option in options)
    return {
        plain(option.text): float(option.weight if option.weight is not None else Decimal(100 * option.correct) / right)
        for option in options
    }


def _all(blocks: Any) -> str:
    return squeezed(" ".join(_said(block) for block in blocks))


def _said(block: Any) -> str:
    return block.text.message if isinstance(block, Paragraph) else ""


def text_of(html: str) -> str:
    """Return what HTML shows; where a block ends, a word ends."""
    return squeezed(read_html(re.sub(r"(</(?:p|li|div|td|th|h\d)>|<br ?/?>)", r" \1", html)).text)


def percent(box: list[int], width: int, height: int) -> tuple[int, ...]:
    """Return the edges of a box in per cent of its picture."""
    sides = (width, height, width, height)
    return tuple(round(100 * edge / side) for edge, side in zip(box, sides, strict=True))
