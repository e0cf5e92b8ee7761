"""What is answered, and what is right, in the words of QTI 1.2 as Canvas reads them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from builder.languages.words import Word
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Item,
    Match,
    Numeric,
    Option,
    Quiz,
    TextEntry,
    TrueFalse,
)
from builder.output.text import Runs, plain_text
from builder.records import dataclass
from builder.write.markup import attribute, escape
from builder.write.qti.content import runs_content
from builder.write.qti.responses import number, worth
from builder.write.qti12.html import blank_name, material, setting, text_material

_RESPONSE = "response1"
_FULL = Decimal(100)
_TRUTHS = (("true", Word.TRUE), ("false", Word.FALSE))
_BY_HAND = '<respcondition continue="No">\n<conditionvar>\n<other/>\n</conditionvar>\n</respcondition>\n'
Label = tuple[str, str]
"""The identifier of an answer, and its material."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a question adds to its prompt."""

    kind: str
    """The type by which Canvas knows it."""
    response: str
    conditions: tuple[str, ...]
    """When it is right, and how much of it."""
    ids: tuple[str, ...]
    """Of the answers to choose."""


def answers(item: Item, quiz: Quiz) -> Answers:
    """Return what is answered; the plan has left out what has no type there."""
    match item.interaction:
        case Choice():
            return _choice(item, item.interaction, quiz)
        case TrueFalse(answer=answer):
            labels = [(id, text_material(quiz.labels[word].text)) for id, word in _TRUTHS]
            return _single("true_false_question", labels, "true" if answer else "false")
        case Numeric():
            within = _within(item.interaction)
            return Answers(kind="numerical_question", response=_field("Decimal"), conditions=(_set(within),), ids=())
        case TextEntry(accepted=accepted):
            # Side by side they are alternatives to Canvas, which writes them so itself.
            right = "".join(_equal(run.text) for run in accepted)
            return Answers(kind="short_answer_question", response=_field(), conditions=(_set(right),), ids=())
        case Match():
            return _match(item.interaction, quiz)
        case Cloze(gaps=gaps):
            return _cloze(gaps)
        case ExtendedText():
            return Answers(kind="essay_question", response=_field(), conditions=(_BY_HAND,), ids=())
        case _:
            raise TypeError(f"QTI 1.2 holds no {type(item.interaction).__name__}")


def option_id(item: Item, option: Option) -> str:
    """Return the identifier of an option."""
    return f"{item.id}_{option.id}"


def _choice(item: Item, choice: Choice, quiz: Quiz) -> Answers:
    labels = [(option_id(item, option), _text(option.text, quiz)) for option in choice.options]
    right = [option_id(item, option) for option in choice.options if option.correct]
    if not choice.multiple:
        return _single("multiple_choice_question", labels, right[0])
    parts = (_equal(id) if id in right else f"<not>{_equal(id)}</not>" for id, _ in labels)
    condition = _set(f"<and>{''.join(parts)}</and>")
    return Answers(
        kind="multiple_answers_question", response=_list(_RESPONSE, labels, cardinality="Multiple"),
        conditions=(condition,), ids=tuple(id for id, _ in labels),
    )  # fmt: skip


def _single(kind: str, labels: Iterable[Label], right: str) -> Answers:
    shown = tuple(labels)
    ids = tuple(id for id, _ in shown)
    return Answers(kind=kind, response=_list(_RESPONSE, shown), conditions=(_set(_equal(right)),), ids=ids)


def _match(match: Match, quiz: Quiz) -> Answers:
    targets = [(target.id, text_material(_plain(target.text))) for target in match.targets]
    shares = worth(_FULL, len(match.stems))
    lists = (_list(f"response_{stem.id}", targets, before=_text(stem.text, quiz)) for stem in match.stems)
    conditions = tuple(
        _add(_equal(stem.target, f"response_{stem.id}"), share)
        for stem, share in zip(match.stems, shares, strict=True)
    )  # fmt: skip
    ids = tuple(id for id, _ in targets)
    return Answers(kind="matching_question", response="".join(lists), conditions=conditions, ids=ids)


def _cloze(gaps: tuple[GapField, ...]) -> Answers:
    shares = worth(_FULL, len(gaps))
    chosen_from = isinstance(gaps[0].interaction, Choice)
    filled = [_filled(gap) for gap in gaps]
    lists = (
        _list(f"response_{name}", labels, before=text_material(name)) for name, labels, _ in filled
    )  # fmt: skip
    conditions = tuple(
        _add(_equal(id, f"response_{name}"), share)
        for (name, _, right), share in zip(filled, shares, strict=True)
        for id in right
    )
    return Answers(
        kind="multiple_dropdowns_question" if chosen_from else "fill_in_multiple_blanks_question",
        response="".join(lists), conditions=conditions,
        ids=tuple(id for _, labels, _ in filled for id, _ in labels),
    )  # fmt: skip


def _filled(gap: GapField) -> tuple[str, list[Label], list[str]]:
    """Return the name of a gap, what may fill it, and which of that is right."""
    name = blank_name(gap.id)
    if isinstance(gap.interaction, Choice):
        options = gap.interaction.options
        labels = [(f"{name}_{option.id}", text_material(_plain(option.text))) for option in options]
        return name, labels, [f"{name}_{option.id}" for option in options if option.correct]
    accepted = gap.interaction.accepted if isinstance(gap.interaction, TextEntry) else ()
    labels = [(f"{name}_{place}", text_material(run.text)) for place, run in enumerate(accepted, start=1)]
    return name, labels, [id for id, _ in labels]


def _list(ident: str, labels: Iterable[Label], *, before: str = "", cardinality: str = "") -> str:
    kind = f' rcardinality="{cardinality or "Single"}"' if not before else ""
    shown = "".join(f'<response_label ident="{id}">\n{text}</response_label>\n' for id, text in labels)
    return f'<response_lid ident="{ident}"{kind}>\n{before}<render_choice>\n{shown}</render_choice>\n</response_lid>\n'


def _field(kind: str = "") -> str:
    named = f' fibtype="{kind}"' if kind else ""
    label = '<response_label ident="answer1" rshuffle="No"/>'
    return (
        f'<response_str ident="{_RESPONSE}" rcardinality="Single">\n<render_fib{named}>\n{label}\n</render_fib>\n'
        "</response_str>\n"
    )


def _within(numeric: Numeric) -> str:
    low, high = number(numeric.value - numeric.tolerance), number(numeric.value + numeric.tolerance)
    bounds = f'<vargte respident="{_RESPONSE}">{low}</vargte><varlte respident="{_RESPONSE}">{high}</varlte>'
    return f"<or>{_equal(number(numeric.value))}<and>{bounds}</and></or>"


def _equal(value: str, response: str = _RESPONSE) -> str:
    return f'<varequal respident="{attribute(response)}">{escape(value)}</varequal>'


def _set(condition: str) -> str:
    action = f'<setvar action="Set" varname="SCORE">{_FULL}</setvar>'
    return f'<respcondition continue="No">\n<conditionvar>{condition}</conditionvar>\n{action}\n</respcondition>\n'


def _add(condition: str, share: Decimal) -> str:
    action = f'<setvar action="Add" varname="SCORE">{number(share)}</setvar>'
    return f"<respcondition>\n<conditionvar>{condition}</conditionvar>\n{action}\n</respcondition>\n"


def _text(text: Runs, quiz: Quiz) -> str:
    return material(runs_content(text, setting(quiz)), quiz)


def _plain(text: Runs) -> str:
    return " ".join(plain_text(text).split())


def feedback_conditions(item: Item) -> Iterator[str]:
    """Yield the conditions that show feedback: what is said of an option chosen, and what is said of any answer."""
    if item.explanation:
        yield _shows("<other/>", "general_fb")
    if isinstance(item.interaction, Choice):
        for option in item.interaction.options:
            if option.feedback:
                yield _shows(_equal(option_id(item, option)), f"{option_id(item, option)}_fb")


def _shows(condition: str, feedback: str) -> str:
    link = f'<displayfeedback feedbacktype="Response" linkrefid="{feedback}"/>'
    return f'<respcondition continue="Yes">\n<conditionvar>{condition}</conditionvar>\n{link}\n</respcondition>\n'
