"""One question as a file of its own: it can be read alone, so that of a case holds the text read before it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from builder.content.walk import walk
from builder.output.document import Blocks, Paragraph
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Hotspot,
    Item,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    Quiz,
    TextEntry,
    TrueFalse,
)
from builder.output.text import Run, plain_text
from builder.write.qti.content import Setting, blocks_content, marked
from builder.write.qti.elements import Content, Element
from builder.write.qti.interactions import gap_response, question_content, statement_response
from builder.write.qti.responses import (
    RESPONSE,
    SCORE,
    Response,
    chosen,
    constant,
    judged,
    matched,
    ordered,
    outcome,
    place_name,
    told,
    typed,
    unscored,
    variable,
    worth,
)

_EXPLANATION, _SHOWN = "EXPLANATION", "shown"
_LONGEST_TITLE = 120
Asked = tuple[str, tuple[Option, ...], bool]
"""The variable of a choice, its options, and whether several may be chosen."""


def assessment_item(item: Item, case: Blocks, quiz: Quiz) -> Element:
    """Return a question behind the text of its case, with what is right, what it brings and what is said of it."""
    responses = _responses(item)
    names = {
        "identifier": item.id, "title": item_title(item, quiz), "adaptive": "false", "timeDependent": "false",
        "xml:lang": quiz.language,
    }  # fmt: skip
    rules = (*(rule for response in responses for rule in response.rules), *_telling(item))
    return Element("assessmentItem", names, (
        *(response.declaration for response in responses),
        *_outcomes(item),
        Element("itemBody", {"dir": quiz.direction}, _body(item, case, quiz)),
        *((Element("responseProcessing", {}, rules),) if rules else ()),
        *_feedback(item, quiz),
    ))  # fmt: skip


def item_title(item: Item, quiz: Quiz) -> str:
    """Return what a list of questions shows: whether it is a draft, the id, and how it begins."""
    prompt = " ".join(plain_text(block.text) for block in item.prompt if isinstance(block, Paragraph))
    draft = (plain_text(quiz.draft_label),) if quiz.draft else ()
    title = " ".join(" · ".join((*draft, item.id, prompt)).split())
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _responses(item: Item) -> tuple[Response, ...]:
    points = Decimal(item.points)
    match item.interaction:
        case Choice(options=options, multiple=multiple):
            return (chosen(RESPONSE, options, points, multiple=multiple),)
        case Hotspot(areas=areas, multiple=multiple):
            return (chosen(RESPONSE, [area.option for area in areas], points, multiple=multiple),)
        case TrueFalse(answer=answer):
            return (judged(RESPONSE, points, answer=answer),)
        case Numeric() | TextEntry() as asked:
            return (typed(RESPONSE, asked, points),)
        case Match() as match:
            return (matched(match, points),)
        case Order() as order:
            return (ordered(order, points),)
        case Cloze(gaps=gaps):
            return tuple(_gap(gap, share) for gap, share in zip(gaps, worth(points, len(gaps)), strict=True))
        case ExtendedText():
            return (unscored(RESPONSE, "string"),)
        case Likert(statements=statements):
            names = [statement_response(statement.id) for statement in statements] or [RESPONSE]
            return tuple(unscored(name, "identifier") for name in names)
        case _:
            assert_never(item.interaction)


def _gap(gap: GapField, points: Decimal) -> Response:
    name = gap_response(gap.id)
    if isinstance(gap.interaction, Choice):
        return chosen(name, gap.interaction.options, points, multiple=False)
    return typed(name, gap.interaction, points)


def _outcomes(item: Item) -> Iterator[Element]:
    by_hand = {"externalScored": "human"} if isinstance(item.interaction, ExtendedText) else {}
    yield outcome(SCORE, "single", "float", "0", normalMaximum=str(item.points), **by_hand)
    yield outcome("MAXSCORE", "single", "float", str(item.points))
    places = len(item.interaction.items) if isinstance(item.interaction, Order) else 0
    yield from (outcome(place_name(place), "single", "integer", str(place)) for place in range(1, places + 1))
    for response, _, multiple in _with_feedback(item):
        yield outcome(_feedback_name(response), "multiple" if multiple else "single", "identifier")
    if item.explanation:
        yield outcome(_EXPLANATION, "single", "identifier")


def _telling(item: Item) -> Iterator[Element]:
    """Yield the rules by which what was chosen, and an answer at all, brings its feedback."""
    for response, _, _ in _with_feedback(item):
        yield told(_feedback_name(response), variable(response), where=response)
    if item.explanation:
        yield told(_EXPLANATION, constant("identifier", _SHOWN))


def _body(item: Item, case: Blocks, quiz: Quiz) -> Content:
    setting = Setting(language=quiz.language)
    draft = (Paragraph(text=quiz.draft_label),) if quiz.draft else ()
    bears = quiz.name_note and any(run.mark for run in walk((case, item), Run))
    note = (Paragraph(text=quiz.name_note),) if bears else ()
    told_first = blocks_content((*draft, *case), setting)
    return (*told_first, *question_content(item, quiz), *blocks_content(note, setting), *_rubric(item, setting))


def _rubric(item: Item, setting: Setting) -> Content:
    """Return what a good answer holds, for whoever marks it alone."""
    if not isinstance(item.interaction, ExtendedText) or not item.interaction.guidance:
        return ()
    content = Element("contentBody", {}, blocks_content(item.interaction.guidance, setting))
    return (Element("rubricBlock", {"view": "scorer", "use": "scoring"}, (content,)),)


def _feedback(item: Item, quiz: Quiz) -> Iterator[Element]:
    for response, options, _ in _with_feedback(item):
        for option in options:
            if option.feedback:
                yield _modal(_feedback_name(response), option.id, option.feedback, quiz)
    if item.explanation:
        yield _modal(_EXPLANATION, _SHOWN, item.explanation, quiz)


def _modal(outcome: str, identifier: str, blocks: Blocks, quiz: Quiz) -> Element:
    """Return feedback; it stands outside the body, so it says again which way its text runs."""
    around = Element("div", marked(quiz.language), blocks_content(blocks, Setting(language=quiz.language)))
    names = {"outcomeIdentifier": outcome, "identifier": identifier, "showHide": "show"}
    return Element("modalFeedback", names, (Element("contentBody", {}, (around,)),))


def _with_feedback(item: Item) -> Iterator[Asked]:
    for response, options, multiple in _choices(item):
        if any(option.feedback for option in options):
            yield response, options, multiple


def _choices(item: Item) -> Iterator[Asked]:
    match item.interaction:
        case Choice(options=options, multiple=multiple):
            yield RESPONSE, options, multiple
        case Hotspot(areas=areas, multiple=multiple):
            yield RESPONSE, tuple(area.option for area in areas), multiple
        case Cloze(gaps=gaps):
            for gap in gaps:
                if isinstance(gap.interaction, Choice):
                    yield gap_response(gap.id), gap.interaction.options, False


def _feedback_name(response: str) -> str:
    return response.replace(RESPONSE, "FEEDBACK", 1)
