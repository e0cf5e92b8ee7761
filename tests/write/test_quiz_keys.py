"""One question, one key: paper, practice page and every format for platforms say the same of generated questions.

Each file is read by a reader that shares nothing with its writer.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builder.content import interactions as asked
from builder.content.walk import walk
from builder.formats import find_formats
from builder.model.blocks import Question
from builder.model.edition import Edition
from builder.output import document as d
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.plan.handout import plan_handout
from tests.plan import quiz_editions as make
from tests.write.meaning_page import page as read_page
from tests.write.meaning_readers import READERS
from tests.write.meanings import Meaning, key
from tests.write.quiz_pages import page

Keys = dict[str, Any]
"""For each question what is right, by the words of its answers."""
NOTHING = Resources(files={}, fonts="")
KINDS = ("single", "multiple", "true-false", "numeric", "text", "match", "order", "cloze")
QUICK = settings(max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


@st.composite
def questions(draw: Any) -> tuple[Question, ...]:
    """Questions in which no word stands twice."""
    words = (f"word{number:04}x" for number in count())
    return tuple(_question(f"q{number}", words, draw) for number in range(8))


def _question(id: str, words: Iterator[str], draw: Any) -> Question:
    interaction = draw(interactions(words))
    asked_ = make.question(id, next(words), interaction, shuffle=draw(st.booleans()))
    if not isinstance(interaction, asked.Cloze):
        return asked_
    parts = [part for gap in interaction.gaps for part in (f"{next(words)} ", make.gap(gap.id))]
    return replace(asked_, prompt=make.prose(make.phrase(*parts, " end")))


@st.composite
def interactions(draw: Any, words: Iterator[str]) -> asked.Interaction:
    size = draw(st.integers(2, 6))
    match draw(st.sampled_from(KINDS)):
        case "single" | "multiple" as kind:
            return draw(choices(words, size, multiple=kind == "multiple"))
        case "true-false":
            return make.true_false(draw(st.booleans()))
        case "numeric":
            return make.numeric(str(draw(st.integers(-999, 999))), str(draw(st.sampled_from([0, "0.25", 3]))))
        case "text":
            return make.text_entry(" | ".join(next(words) for _ in range(size)))
        case "match":
            return make.match(*((next(words) if n else None, next(words)) for n in range(size)))
        case "order":
            return make.order(*(next(words) for _ in range(size)))
        case _:
            return draw(clozes(words))


@st.composite
def choices(draw: Any, words: Iterator[str], size: int, *, multiple: bool) -> asked.Choice:
    right = draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=size if multiple else 1))
    options = [make.option(f"o{n}", next(words), correct=n in right) for n in draw(st.permutations(range(size)))]
    return make.choice(*options, multiple=multiple)


@st.composite
def clozes(draw: Any, words: Iterator[str]) -> asked.Cloze:
    """Gaps to type into or to choose for, or of both kinds."""
    kinds = draw(st.lists(st.sampled_from(["typed", "chosen", "counted"]), min_size=1, max_size=3))
    filled = {f"g{place}": draw(_filled(kind, words)) for place, kind in enumerate(kinds, start=1)}
    return make.gaps((), **filled)[1]


@st.composite
def _filled(draw: Any, kind: str, words: Iterator[str]) -> Any:
    if kind == "chosen":
        return draw(choices(words, 3, multiple=False))
    return make.numeric(str(draw(st.integers(0, 99)))) if kind == "counted" else make.text_entry(next(words))


@QUICK
@given(questions())
def test_every_output_has_the_same_key(asked_: tuple[Question, ...]) -> None:
    have_the_same_key(asked_)


@pytest.mark.slow
@settings(QUICK, max_examples=125)
@given(questions())
def test_a_thousand_questions_have_the_same_key_in_every_output(asked_: tuple[Question, ...]) -> None:
    have_the_same_key(asked_)


def have_the_same_key(asked_: tuple[Question, ...]) -> None:
    edition = make.edition(*asked_)
    assert paper_keys(edition, asked_) == {
        question.id: key_of(question.interaction) for question in asked_ if not _has_gaps(question)
    }
    expected = {question.id: key(question.interaction) for question in asked_}
    html = page(edition)
    assert keys(read_page(html.encode())) == expected
    for id, told in answers_in_words(html).items():
        assert told == sorted(re.findall(r"word\d+x|True|False", str(right_words(expected[id])))), "the answer in words"
    for name, reader in READERS.items():
        data, lost = built(name, edition)
        assert keys(reader(data)) == {id: right for id, right in expected.items() if id not in lost}, name


def keys(read: dict[str, Meaning]) -> Keys:
    return {id: meaning["key"] for id, meaning in read.items()}


def right_words(key: Any) -> Any:
    match key:
        case dict():
            return [text for text, right in key.items() if right]
        case list():
            return [right_words(part) for part in key]
        case (dict() as pairs, set()):
            return pairs
        case _:
            return key


def answers_in_words(html: str) -> dict[str, list[str]]:
    forms = re.findall(r'<form class="question" id="([^"]+)"(.*?)</form>', html, re.DOTALL)
    solutions = {id: form.partition('<details class="solution">')[2] for id, form in forms}
    return {id: sorted(re.findall(r"word\d+x|True|False", solution)) for id, solution in solutions.items()}


def built(name: str, edition: Edition) -> tuple[bytes, set[str]]:
    """Return a file, and the ids of the questions that are said not to be in it."""
    (format,) = find_formats([name])
    plan, found = format.plan(edition, NOTHING, None, None)
    lost = {one.message.split("question ")[1].split(":")[0] for one in found if "cannot carry" in one.message}
    return format.write(plan, NOTHING), lost


def _has_gaps(question: Question) -> bool:
    return isinstance(question.interaction, asked.Cloze)


def key_of(interaction: asked.Interaction) -> Any:
    """Return what the author wrote."""
    match interaction:
        case asked.Choice(options=options):
            return {option.text.message for option in options if option.correct}
        case asked.TrueFalse(answer=answer):
            return {str(answer)}
        case asked.Numeric(value=value, tolerance=tolerance):
            return (value - tolerance, value + tolerance)
        case asked.TextEntry():
            return set(asked.accepted_answers(interaction))
        case asked.Match(pairs=pairs):
            return {pair.left.message: pair.right.message for pair in pairs if pair.left}
        case asked.Order(items=items):
            return [item.text.message for item in items]
        case _:
            raise TypeError


def paper_keys(edition: Edition, questions: tuple[Question, ...]) -> Keys:
    """Return what the answers of a handout say; a letter must be that of the text in the question."""
    document, _ = plan_handout(edition, NOTHING, None)
    asked_, answers = walk(document.blocks, d.Question), walk(document.blocks, d.Answer)
    return {
        source.id: _paper_key(question.response, answer)
        for source, question, answer in zip(questions, asked_, answers, strict=True)
        if not _has_gaps(source)
    }


def _paper_key(response: d.Response, answer: d.Answer) -> Any:
    lines = [plain_text(tuple(walk(block, Run))) for block in walk(answer.blocks, d.Paragraph)]
    letters = {item.letter: plain_text(item.text) for item in walk(response, d.Lettered)}
    match response:
        case d.Options():
            return {_lettered(line, letters) for line in lines}
        case d.Pairing():
            return {left: _lettered(right, letters) for left, _, right in (line.partition(" → ") for line in lines)}
        case d.Ordering():
            return [_lettered(line, letters) for line in lines]
        case _:
            (line,) = lines
            return set(line.split(" / ")) if "word" in line else _bounds(*line.replace("−", "-").partition(" ± ")[::2])


def _lettered(line: str, letters: dict[str, str]) -> str:
    letter, _, text = line.partition(". ")
    assert letters[letter] == text
    return text


def _bounds(value: str, tolerance: str) -> tuple[Decimal, Decimal]:
    return Decimal(value) - Decimal(tolerance or 0), Decimal(value) + Decimal(tolerance or 0)
