"""A quiz as its page shows it: lessons with numbered questions, and cases with their turns; all of it escaped HTML."""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup

from builder.output.document import Blocks, Paragraph
from builder.output.quiz import Cloze, Item, Quiz, Scenario
from builder.output.text import Runs
from builder.records import dataclass
from builder.write.quiz_fields import Fields, fields_of, instruction
from builder.write.quiz_markup import Setting, direction
from builder.write.quiz_solution import solution_markup
from builder.write.quiz_words import blocks_markup, runs_markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as the page asks it."""

    type: Literal["question"] = "question"
    id: str
    number: int
    level: int
    """Of its heading."""
    fields: Fields
    legend: Markup
    """The first paragraph of the prompt; the rest stands below it. None where gaps stand in it."""
    legend_direction: Markup
    rest: Markup
    instruction: Markup
    hint: Markup
    solution: Markup
    explanation: Markup

    @property
    def described(self) -> bool:
        """Whether anything stands between the question and what is to be done."""
        return bool(self.rest or self.instruction)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """What is read of a case at one time, and what is asked then."""

    html: Markup
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case: its turns come one after the other."""

    type: Literal["case"] = "case"
    id: str
    """Of the page's own: an author may have given none."""
    label: Markup
    title: Markup
    turns: tuple[TurnView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One lesson's questions."""

    title: Markup
    entries: tuple[Question | CaseView, ...]


@dataclass(slots=True)
class _Pen:
    """Where on the page we are."""

    quiz: Quiz
    setting: Setting
    questions: int = 0
    cases: int = 0


def view_sections(quiz: Quiz, setting: Setting) -> tuple[SectionView, ...]:
    """Return the sections of the page, its questions numbered through."""
    pen = _Pen(quiz, setting)
    return tuple(
        SectionView(title=runs_markup(section.title, setting), entries=tuple(_entries(section.entries, pen)))
        for section in quiz.sections
    )


def _entries(entries: tuple[Item | Scenario, ...], pen: _Pen) -> Iterator[Question | CaseView]:
    for entry in entries:
        yield _case(entry, pen) if isinstance(entry, Scenario) else _question(entry, pen, level=3)


def _case(scenario: Scenario, pen: _Pen) -> CaseView:
    pen.cases += 1
    return CaseView(
        id=f"_case-{pen.cases}",
        label=runs_markup(scenario.label, pen.setting),
        title=runs_markup(scenario.title, pen.setting),
        turns=tuple(
            TurnView(
                html=blocks_markup(turn.blocks, pen.setting),
                questions=tuple(_question(item, pen, level=4) for item in turn.items),
            )
            for turn in scenario.turns
        ),
    )


def _question(item: Item, pen: _Pen, *, level: int) -> Question:
    pen.questions += 1
    legend, rest = _parted(item)
    fields = fields_of(item, pen.quiz, pen.setting)
    return Question(
        id=item.id, number=pen.questions, level=level, fields=fields, legend=runs_markup(legend, pen.setting),
        legend_direction=Markup(direction(legend)), rest=blocks_markup(rest, pen.setting),
        instruction=instruction(item.interaction, pen.quiz), hint=blocks_markup(item.hint, pen.setting),
        solution=solution_markup(item, pen.quiz, pen.setting),
        explanation=blocks_markup(item.explanation, pen.setting),
    )  # fmt: skip


def _parted(item: Item) -> tuple[Runs, Blocks]:
    """Return what names the question, and the rest; a prompt with gaps is filled, not named."""
    if isinstance(item.interaction, Cloze):
        return (), ()
    if item.prompt and isinstance(item.prompt[0], Paragraph):
        return item.prompt[0].text, item.prompt[1:]
    return (), item.prompt
