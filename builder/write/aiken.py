"""A bank of questions → Aiken: the plainest of formats, which asks for Latin capitals and an English word."""

import re
from collections.abc import Iterator
from string import ascii_uppercase
from unicodedata import normalize

from builder.languages.words import Word
from builder.output.quiz import Choice, Item, Quiz, TrueFalse, items
from builder.output.resources import Resources
from builder.write.quiz_text import one_line, plain_lines

_LIKE_AN_ANSWER = re.compile(r"\s*(?:[A-Z][.)]|ANSWER\s*:)", re.IGNORECASE)


def write_aiken(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as Aiken; raises `TypeError` for what the plan should have left out."""
    del resources
    written = "\n".join(_question(item, quiz) for item in items(quiz))
    return normalize("NFC", written or "\n").encode()


def _question(item: Item, quiz: Quiz) -> str:
    """Return one question: its text on one line, lettered options, and which is right."""
    label = f"[{one_line(quiz.draft_label)}] " if quiz.draft else ""
    prompt = _no_answer(label + " ".join(plain_lines(item.prompt)))
    options = list(_options(item, quiz))
    right = next(letter for letter, (_, correct) in zip(ascii_uppercase, options, strict=False) if correct)
    lines = (f"{letter}. {text}" for letter, (text, _) in zip(ascii_uppercase, options, strict=False))
    return "\n".join((prompt, *lines, f"ANSWER: {right}", ""))


def _no_answer(line: str) -> str:
    """Return a text that no reader takes for an option or a key: an unseen sign stands before one like “A. Smith …”."""
    return f"\u2060{line}" if _LIKE_AN_ANSWER.match(line) else line


def _options(item: Item, quiz: Quiz) -> Iterator[tuple[str, bool]]:
    match item.interaction:
        case TrueFalse(answer=answer):
            yield one_line((quiz.labels[Word.TRUE],)), answer
            yield one_line((quiz.labels[Word.FALSE],)), not answer
        case Choice(options=options):
            yield from ((one_line(option.text), option.correct) for option in options)
        case _:
            raise TypeError(f"Aiken holds no {type(item.interaction).__name__}")
