"""A quiz as its page shows it: each question as numbered, escaped HTML, the right answers in words."""

from collections.abc import Iterator
from decimal import Decimal
from string import ascii_uppercase
from typing import Literal

from markupsafe import Markup

from builder.languages.words import Word
from builder.output.document import Blocks, Paragraph
from builder.output.quiz import Choice, Item, Match, Numeric, Quiz, Scenario, TextEntry, TrueFalse
from builder.output.text import Runs, plain_text
from builder.records import dataclass
from builder.write.html_text import language_html, runs_html
from builder.write.quiz_markup import Setting, blocks_html, direction

_NONE = Markup("")
Kind = Literal["single", "multiple", "numeric", "text", "match"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """An option, a stem or a target."""

    id: str
    html: Markup
    feedback: Markup = _NONE
    letter: str = ""
    text: str = ""
    """The same without markup, for where none can stand."""
    attributes: Markup = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as the page asks it."""

    kind: Kind
    id: str
    number: int
    legend: Markup
    """The first paragraph of the prompt; the rest stands below it."""
    legend_direction: Markup
    rest: Markup
    instruction: Markup
    options: tuple[Choosable, ...]
    stems: tuple[Choosable, ...]
    targets: tuple[Choosable, ...]
    hint: Markup
    solution: Markup
    explanation: Markup

    @property
    def described(self) -> bool:
        """Whether anything stands between the question and what is to be done."""
        return bool(self.rest or self.instruction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is read of a case before the questions that follow."""

    label: Markup
    title: Markup
    html: Markup
    kind: str = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One lesson's questions."""

    title: Markup
    entries: tuple[Question | Reading, ...]


def view_sections(quiz: Quiz, setting: Setting) -> tuple[SectionView, ...]:
    """Return the sections of the page, its questions numbered through."""
    numbers = iter(range(1, 1 << 30))
    return tuple(
        SectionView(
            title=_runs(section.title, setting),
            entries=tuple(
                view
                for entry in section.entries
                for view in (
                    _scenario(entry, quiz, numbers, setting)
                    if isinstance(entry, Scenario)
                    else (_question(entry, quiz, numbers, setting),)
                )
            ),
        )
        for section in quiz.sections
    )


def _scenario(scenario: Scenario, quiz: Quiz, numbers: Iterator[int], setting: Setting) -> Iterator[Question | Reading]:
    for turn in scenario.turns:
        yield Reading(
            label=_runs(scenario.label, setting),
            title=_runs(scenario.title, setting),
            html=_blocks(turn.blocks, setting),
        )
        for item in turn.items:
            yield _question(item, quiz, numbers, setting)


def _question(item: Item, quiz: Quiz, numbers: Iterator[int], setting: Setting) -> Question:
    legend, rest = _parted(item.prompt)
    return Question(
        kind=_kind(item), id=item.id, number=next(numbers), legend=_runs(legend, setting),
        legend_direction=Markup(direction(legend)), rest=_blocks(rest, setting), instruction=_instruction(item, quiz),
        options=_options(item, quiz, setting), stems=_stems(item, setting), targets=_targets(item, setting),
        hint=_blocks(item.hint, setting), solution=_solution(item, quiz, setting),
        explanation=_blocks(item.explanation, setting),
    )  # fmt: skip


def _parted(prompt: Blocks) -> tuple[Runs, Blocks]:
    if prompt and isinstance(prompt[0], Paragraph):
        return prompt[0].text, prompt[1:]
    return (), prompt


def _kind(item: Item) -> Kind:
    match item.interaction:
        case Choice(multiple=multiple):
            return "multiple" if multiple else "single"
        case TrueFalse():
            return "single"
        case Numeric():
            return "numeric"
        case TextEntry():
            return "text"
        case Match():
            return "match"
        case _:
            raise TypeError(f"the plan left out what the page does not play yet: {item.id}")


def _instruction(item: Item, quiz: Quiz) -> Markup:
    if isinstance(item.interaction, Choice):
        return label(Word.CHOOSE_ALL if item.interaction.multiple else Word.CHOOSE_ONE, quiz)
    return _NONE


def _options(item: Item, quiz: Quiz, setting: Setting) -> tuple[Choosable, ...]:
    if isinstance(item.interaction, TrueFalse):
        return (
            Choosable(id="true", html=label(Word.TRUE, quiz)),
            Choosable(id="false", html=label(Word.FALSE, quiz)),
        )
    options = item.interaction.options if isinstance(item.interaction, Choice) else ()
    return tuple(
        Choosable(id=option.id, html=_runs(option.text, setting), feedback=_blocks(option.feedback, setting))
        for option in options
    )


def _stems(item: Item, setting: Setting) -> tuple[Choosable, ...]:
    stems = item.interaction.stems if isinstance(item.interaction, Match) else ()
    return tuple(Choosable(id=stem.id, html=_runs(stem.text, setting)) for stem in stems)


def _targets(item: Item, setting: Setting) -> tuple[Choosable, ...]:
    targets = item.interaction.targets if isinstance(item.interaction, Match) else ()
    return tuple(
        Choosable(
            id=target.id,
            html=_runs(target.text, setting),
            letter=ascii_uppercase[position] if position < len(ascii_uppercase) else str(position + 1),
            text=plain_text(target.text),
            attributes=_attributes(target.text, setting),
        )
        for position, target in enumerate(targets)
    )


def _attributes(text: Runs, setting: Setting) -> Markup:
    """Mark the language of text that can hold no markup, where it is all in one other."""
    languages = {run.language for run in text}
    other = len(languages) == 1 and languages != {setting.language}
    return Markup(language_html(text[0].language)) if other else _NONE


def _solution(item: Item, quiz: Quiz, setting: Setting) -> Markup:
    """Return what is right, in words."""
    lines = [Markup("<li>{}</li>").format(line) for line in _right(item, quiz, setting)]
    return Markup("<ul>{}</ul>").format(Markup("").join(lines))


def _right(item: Item, quiz: Quiz, setting: Setting) -> Iterator[Markup]:
    match item.interaction:
        case Choice(options=options):
            yield from (_runs(option.text, setting) for option in options if option.correct)
        case TrueFalse(answer=answer):
            yield label(Word.TRUE if answer else Word.FALSE, quiz)
        case Numeric(value=value, tolerance=tolerance):
            spread = f" ± {_number(tolerance, quiz)}" if tolerance else ""
            yield Markup.escape(_number(value, quiz) + spread)
        case TextEntry(accepted=accepted):
            yield from (_runs((run,), setting) for run in accepted)
        case Match(stems=stems, targets=targets):
            texts = {target.id: target.text for target in targets}
            for stem in stems:
                yield _runs(stem.text, setting) + " → " + _runs(texts[stem.target], setting)
        case _:
            raise TypeError(item.id)


def _number(value: Decimal, quiz: Quiz) -> str:
    return f"{value:f}".replace("-", "−").replace(".", quiz.decimal)


def label(word: Word, quiz: Quiz) -> Markup:
    """Return one of our own words as HTML."""
    return Markup(runs_html((quiz.labels[word],), quiz.language))


def _runs(runs: Runs, setting: Setting) -> Markup:
    return Markup(runs_html(runs, setting.language))


def _blocks(blocks: Blocks, setting: Setting) -> Markup:
    return Markup(blocks_html(blocks, setting))
