"""Questions that can be answered fairly: something is right, nothing reads the same twice."""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from builder.content.index import Index
from builder.content.interactions import (
    Choice,
    Cloze,
    GapField,
    Hotspot,
    Interaction,
    Likert,
    Match,
    Option,
    Order,
    Pair,
)
from builder.content.node import Node
from builder.content.phrase import Phrase, plain
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Question
from builder.model.lesson import Lesson


def check_questions(_lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each question that cannot be answered, or not fairly."""
    for question in content.of(Question):
        yield from _check(question.interaction, question)


def _check(interaction: Interaction, question: Question | GapField) -> Iterator[Diagnostic]:
    match interaction:
        case Choice(options=options):
            yield from _check_choice(options, interaction.multiple, question)
        case Hotspot(areas=areas):
            yield from _check_choice(tuple(area.option for area in areas), True, question)
        case Match(pairs=pairs):
            yield from _check_pairs(pairs)
        case Order(items=items):
            yield from _check_equal(((item.text, item) for item in items), "item")
        case Likert(statements=statements):
            yield from _check_equal(((item.text, item) for item in statements), "statement")
        case Cloze(gaps=gaps):
            for gap in gaps:
                yield from _check(gap.interaction, gap)
        case _:
            return


def _check_choice(options: tuple[Option, ...], multiple: bool, question: Node) -> Iterator[Diagnostic]:
    yield from _check_equal(((option.text, option) for option in options), "option")
    right = [option for option in options if option.correct]
    if len(options) > 1 and not right:
        hint = "mark the right option with `[x]`"
        yield diagnose(Code.QUESTION_NO_RIGHT_ANSWER, "no option is right", question.span, hint=hint)
    elif len(right) > 1 and not multiple:
        message = f"{len(right)} options are right, but only one can be chosen"
        hint = "leave one `[x]`, or make the question `type=multiple`"
        yield diagnose(Code.QUESTION_SEVERAL_RIGHT_ANSWERS, message, right[1].span, hint=hint)


def _check_pairs(pairs: tuple[Pair, ...]) -> Iterator[Diagnostic]:
    """Two left sides may share a right one; a distractor that equals one would be right in silence."""
    whole = [pair for pair in pairs if pair.left is not None]
    yield from _check_equal(((pair.left, pair) for pair in whole), "left side")
    distractors = [pair for pair in pairs if pair.left is None]
    rights = {as_read(pair.right) for pair in whole}
    yield from _check_equal(((pair.right, pair) for pair in distractors), "distractor")
    for pair in distractors:
        if as_read(pair.right) in rights:
            message = f"the distractor “{plain(pair.right)}” is also the right side of a pair"
            yield diagnose(Code.OPTION_EQUAL, message, pair.span, hint="choose another text for the distractor")


def _check_equal(texts: Iterable[tuple[Phrase | None, Node]], kind: str) -> Iterator[Diagnostic]:
    seen: dict[str, Node] = {}
    for text, node in texts:
        key = as_read(text)
        if key in seen:
            message = f"the {kind} “{plain(text)}” stands already in line {seen[key].span.line}"
            yield diagnose(Code.OPTION_EQUAL, message, node.span, hint=f"change or delete one {kind}")
        elif key:
            seen[key] = node


def as_read(text: Phrase | None) -> str:
    """Return a text as a learner reads it: capitals and blanks make no difference."""
    return " ".join(normalize("NFC", plain(text)).casefold().split())
