"""Our own words and what a plan decided, as HTML of the page to play."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from string import ascii_uppercase

from markupsafe import Markup

from builder.languages.words import Word
from builder.output.document import Blocks
from builder.output.quiz import Option, Quiz
from builder.output.text import Run, Runs
from builder.write.html_text import language_html, runs_html
from builder.write.quiz_markup import Setting, blocks_html, text_html

NONE = Markup("")


def label(word: Word, quiz: Quiz, **values: object) -> Markup:
    """Return one of our own words as HTML, its places filled where values are given."""
    run = label_run(word, quiz, **values)
    return Markup(runs_html((run,), quiz.language))


def label_run(word: Word, quiz: Quiz, **values: object) -> Run:
    """Return one of our own words, its places filled where values are given."""
    run = quiz.labels[word]
    return replace(run, text=run.text.format(**values)) if values else run


def runs_markup(runs: Runs, setting: Setting) -> Markup:
    """Return runs as HTML."""
    return Markup(text_html(runs, setting))


def blocks_markup(blocks: Blocks, setting: Setting) -> Markup:
    """Return blocks as HTML."""
    return Markup(blocks_html(blocks, setting))


def language_mark(text: Runs, language: str) -> Markup:
    """Mark the language of text that can hold no markup, where it is all in one other."""
    languages = {run.language for run in text}
    other = len(languages) == 1 and languages != {language}
    return Markup(language_html(text[0].language)) if other else NONE


def number_text(value: Decimal, quiz: Quiz) -> str:
    """Return a number with the language's decimal mark and a real minus."""
    return f"{value:f}".replace("-", "−").replace(".", quiz.decimal)


def letter(place: int) -> str:
    """Return A for the first of a list, and numbers where the letters end."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def in_shown_order(options: Sequence[Option], shown: Sequence[str]) -> tuple[Option, ...]:
    """Return options in the order that the plan fixed; as written where it fixed none."""
    places = {id: place for place, id in enumerate(shown)}
    return tuple(sorted(options, key=lambda option: places.get(option.id, 0)))


def written(accepted: Sequence[Run]) -> tuple[Run, ...]:
    """Return the accepted spellings to show: those in the script of the first."""
    return tuple(run for run in accepted if run.language == accepted[0].language)
