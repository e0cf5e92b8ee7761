"""What is answered, and what it is worth, in the words of each of Moodle's question types."""

from collections.abc import Iterator
from decimal import Decimal

from builder.output.quiz import Choice, Item, Match, Numeric, Option, Quiz, TextEntry, TrueFalse
from builder.output.text import plain_text
from builder.write.moodle_text import blocks_xml, element, html_text, runs_text, text_element

_TYPES = {
    Choice: "multichoice",
    TrueFalse: "truefalse",
    Numeric: "numerical",
    TextEntry: "shortanswer",
    Match: "matching",
}


def question_type(item: Item) -> str:
    """Return Moodle's name for the type of a question; the plan has left out what has none."""
    return _TYPES[type(item.interaction)]


def answers_xml(item: Item, quiz: Quiz) -> Iterator[str]:
    """Yield the elements of a question that its type adds."""
    match item.interaction:
        case Choice() as choice:
            yield from _choice(choice, item, quiz)
        case TrueFalse(answer=right):
            for answer in (True, False):
                yield _answer("true" if answer else "false", 100 if answer == right else 0)
        case Numeric(value=value, tolerance=tolerance):
            yield _answer(_number(value), 100, element("tolerance", text=_number(tolerance)))
        case TextEntry(accepted=accepted):
            yield element("usecase", text="0")
            yield from (_answer(run.text.replace("*", r"\*"), 100) for run in accepted)
        case Match() as match:
            yield from _match(match, item, quiz)
        case _:
            raise TypeError(f"the plan left out what Moodle does not carry yet: {item.id}")


def _choice(choice: Choice, item: Item, quiz: Quiz) -> Iterator[str]:
    yield element("single", text="false" if choice.multiple else "true")
    yield _shuffle(item)
    yield element("answernumbering", text="ABCD")
    if choice.multiple:
        yield element("shownumcorrect")
    yield from (_option(option, quiz) for option in choice.options)


def _shuffle(item: Item) -> str:
    return element("shuffleanswers", text="true" if item.shuffle else "false")


def _option(option: Option, quiz: Quiz) -> str:
    feedback = blocks_xml("feedback", option.feedback, quiz)
    return element("answer", runs_text(option.text, quiz), feedback, fraction=_number(option.fraction), format="html")


def _answer(text: str, fraction: int, *others: str) -> str:
    feedback = text_element("feedback", "", format="html")
    content = element("text", text=text)
    return element("answer", content, feedback, *others, fraction=str(fraction), format="moodle_auto_format")


def _match(match: Match, item: Item, quiz: Quiz) -> Iterator[str]:
    """Yield each pair; where a target belongs to no stem, the question is empty."""
    yield _shuffle(item)
    yield element("shownumcorrect")
    targets = {target.id: " ".join(plain_text(target.text).split()) for target in match.targets}
    for stem in match.stems:
        yield _pair(runs_text(stem.text, quiz), targets[stem.target])
    used = {stem.target for stem in match.stems}
    for target in match.targets:
        if target.id not in used:
            yield _pair(html_text(""), targets[target.id])


def _pair(left: str, right: str) -> str:
    return element("subquestion", left, text_element("answer", right), format="html")


def _number(value: Decimal) -> str:
    """Return a number with a point, whatever the language: Moodle reads the file by that."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
