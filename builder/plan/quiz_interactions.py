"""What a learner does with a question, decided: options with their worth, targets in an order that tells nothing."""

import unicodedata
from typing import assert_never

from builder.content import interactions as asked
from builder.content.phrase import Phrase
from builder.languages.scripts import in_other_script, other_script
from builder.model.blocks import Question
from builder.output import quiz
from builder.output.document import Figure
from builder.output.text import Run, plain_text
from builder.plan.desk import Desk
from builder.plan.quiz_prose import plan_prose
from builder.plan.quiz_scoring import decide_fractions
from builder.plan.runs import Voice, phrase_runs, word_runs
from builder.plan.scales import SCALES
from builder.plan.shuffle import mixed, shuffled


def plan_interaction(question: Question, desk: Desk) -> quiz.Interaction | None:  # noqa: C901
    """Return the interaction of a question; None for a hotspot whose figure was not found."""
    interaction = question.interaction
    match interaction:
        case asked.Choice():
            return _choice(interaction, question.id, desk, shuffle=question.shuffle)
        case asked.TrueFalse(answer=answer):
            return quiz.TrueFalse(answer=answer)
        case asked.Numeric():
            return _numeric(interaction)
        case asked.TextEntry():
            return _text_entry(interaction)
        case asked.Match():
            return _match(question.id, interaction, desk.voice)
        case asked.Order():
            return _order(question, interaction, desk.voice)
        case asked.Cloze(gaps=gaps):
            return quiz.Cloze(gaps=tuple(_gap(gap, question, desk) for gap in gaps))
        case asked.Hotspot():
            return _hotspot(interaction, desk)
        case asked.ExtendedText(lines=lines):
            return quiz.ExtendedText(lines=lines, guidance=plan_prose(question.guidance, desk))
        case asked.Likert():
            return _likert(interaction, desk.voice)
        case _:
            assert_never(interaction)


def _choice(choice: asked.Choice, seed: str, desk: Desk, *, shuffle: bool) -> quiz.Choice:
    ids = tuple(option.id for option in choice.options)
    return quiz.Choice(
        multiple=choice.multiple,
        options=_options(choice.options, desk),
        shown=mixed(ids, seed, str) if shuffle else ids,
    )


def _options(options: tuple[asked.Option, ...], desk: Desk) -> tuple[quiz.Option, ...]:
    return tuple(
        quiz.Option(
            id=option.id,
            text=phrase_runs(option.text, desk.voice),
            correct=option.correct,
            fraction=fraction,
            feedback=plan_prose(option.feedback, desk),
        )
        for option, fraction in zip(options, decide_fractions(options), strict=True)
    )


def _numeric(numeric: asked.Numeric) -> quiz.Numeric:
    units = _spellings(numeric.unit) if numeric.unit is not None else ()
    return quiz.Numeric(value=numeric.value, tolerance=numeric.tolerance, units=units)


def _text_entry(entry: asked.TextEntry) -> quiz.TextEntry:
    return quiz.TextEntry(accepted=_spellings(entry.accepted))


def _spellings(phrase: Phrase) -> tuple[Run, ...]:
    """Return each accepted text once; behind those that are written, the same in the language's other script."""
    written = tuple(dict.fromkeys(unicodedata.normalize("NFC", text) for text in asked.spellings(phrase)))
    others = (other for text in written for other in in_other_script(text, phrase.language))
    further = tuple(text for text in dict.fromkeys(others) if text not in written)
    tags = (*(phrase.language for _ in written), *(other_script(phrase.language) or "" for _ in further))
    return tuple(
        Run(text=text, language=tag, state=phrase.state)
        for text, tag in zip((*written, *further), tags, strict=True)
    )  # fmt: skip


def _order(question: Question, order: asked.Order, voice: Voice) -> quiz.Order:
    shown = shuffled(order.items, question.id, lambda item: item.id)
    return quiz.Order(items=_labelled(order.items, voice), shown=tuple(item.id for item in shown))


def _match(question: str, match: asked.Match, voice: Voice) -> quiz.Match:
    targets: dict[str, quiz.Labelled] = {}
    for pair in shuffled(match.pairs, question, lambda pair: pair.id):
        text = phrase_runs(pair.right, voice)
        targets.setdefault(_comparable(text), quiz.Labelled(id=pair.id, text=text))
    stems = (
        quiz.Stem(
            id=pair.id,
            text=phrase_runs(pair.left, voice),
            target=targets[_comparable(phrase_runs(pair.right, voice))].id,
        )
        for pair in match.pairs
        if pair.left is not None
    )
    return quiz.Match(stems=tuple(stems), targets=tuple(targets.values()))


def _comparable(runs: tuple[Run, ...]) -> str:
    return " ".join(unicodedata.normalize("NFC", plain_text(runs)).split())


def _labelled(items: tuple[asked.OrderItem, ...], voice: Voice) -> tuple[quiz.Labelled, ...]:
    return tuple(quiz.Labelled(id=item.id, text=phrase_runs(item.text, voice)) for item in items)


def _gap(gap: asked.GapField, question: Question, desk: Desk) -> quiz.GapField:
    interaction = gap.interaction
    match interaction:
        case asked.Choice():
            seed = f"{question.id}.{gap.id}"
            return quiz.GapField(id=gap.id, interaction=_choice(interaction, seed, desk, shuffle=question.shuffle))
        case asked.Numeric():
            return quiz.GapField(id=gap.id, interaction=_numeric(interaction))
        case asked.TextEntry():
            return quiz.GapField(id=gap.id, interaction=_text_entry(interaction))
        case _:
            assert_never(interaction)


def _hotspot(hotspot: asked.Hotspot, desk: Desk) -> quiz.Hotspot | None:
    figure = next((block for block in plan_prose((hotspot.figure,), desk) if isinstance(block, Figure)), None)
    if figure is None:
        return None
    options = _options(tuple(area.option for area in hotspot.areas), desk)
    areas = (
        quiz.Area(option=option, shape=area.shape) for option, area in zip(options, hotspot.areas, strict=True)
    )  # fmt: skip
    several = sum(option.correct for option in options) > 1
    return quiz.Hotspot(figure=figure, areas=tuple(areas), multiple=several)


def _likert(likert: asked.Likert, voice: Voice) -> quiz.Likert:
    points = tuple(word_runs(word, voice) for word in SCALES[likert.scale])
    return quiz.Likert(scale=likert.scale, points=points, statements=_labelled(likert.statements, voice))
