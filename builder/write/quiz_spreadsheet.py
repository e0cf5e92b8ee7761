"""A bank of questions → a spreadsheet for live quizzes: question, up to four answers, seconds, which is right."""

from collections.abc import Sequence
from decimal import Decimal

from builder.languages.words import Word
from builder.output.quiz import Choice, Item, Quiz, TrueFalse, items
from builder.output.resources import Resources
from builder.write.quiz_text import one_line, plain_lines
from builder.write.workbook import Value, write_workbook

_HEAD: tuple[Value, ...] = (
    "Question", "Answer 1", "Answer 2", "Answer 3", "Answer 4", "Time limit (sec)", "Correct answer(s)",
)  # fmt: skip
_SECONDS = (20, 30, 60, 90, 120)
"""Time limits that live quizzes offer."""
_LETTERS_A_SECOND = 12
"""How fast a slide is read aloud in a room."""


def write_quiz_spreadsheet(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a workbook: the head, then a row a question; a text is never taken for a formula."""
    del resources
    return write_workbook([_HEAD, *(_row(item, quiz) for item in items(quiz))], sheet="Quiz")


def _row(item: Item, quiz: Quiz) -> Sequence[Value]:
    answers = _answers(item, quiz)
    texts: list[Value] = [text for text, _ in answers]
    right = ",".join(str(number) for number, (_, correct) in enumerate(answers, start=1) if correct)
    prompt = " ".join(plain_lines(item.prompt))
    seconds = _seconds(len(prompt) + sum(len(text) for text, _ in answers))
    return [prompt, *texts, *([None] * (4 - len(texts))), Decimal(seconds), right]


def _answers(item: Item, quiz: Quiz) -> list[tuple[str, bool]]:
    match item.interaction:
        case TrueFalse(answer=answer):
            words = (quiz.labels[Word.TRUE], quiz.labels[Word.FALSE])
            return [(one_line((word,)), (place == 0) is answer) for place, word in enumerate(words)]
        case Choice(options=options):
            return [(one_line(option.text), option.correct) for option in options]
        case _:
            raise TypeError(f"a live quiz holds no {type(item.interaction).__name__}")


def _seconds(letters: int) -> int:
    needed = letters / _LETTERS_A_SECOND + 10
    return next((limit for limit in _SECONDS if limit >= needed), _SECONDS[-1])
