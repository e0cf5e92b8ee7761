"""What a learner does: the interactions of a question, as both versions of QTI have them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from builder.content.interactions import Circle, Rectangle
from builder.languages.words import Word
from builder.output.document import Blocks, Paragraph
from builder.output.image import SVG, Image
from builder.output.quiz import (
    Area,
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
from builder.output.text import Runs, plain_text
from builder.write.qti.content import Setting, blocks_content, image_address, runs_content
from builder.write.qti.elements import Content, Element
from builder.write.qti.responses import RESPONSE, target_id

_DRAWN = Decimal(800)
"""How wide a picture made of lines is shown, in pixels: areas on it are counted by them."""
_SHORTEST = 12
"""Letters that a field has room for, so that its width tells nothing of a short answer."""


def question_content(item: Item, quiz: Quiz) -> Content:
    """Return the prompt with what is answered: below it, or in its gaps."""
    setting = Setting(language=quiz.language)
    match item.interaction:
        case Cloze(gaps=gaps):
            return _gapped(item, {gap.id: gap for gap in gaps}, quiz)
        case Numeric() | TextEntry() as asked:
            return (*blocks_content(item.prompt, setting), Element("p", {}, _field(RESPONSE, asked, setting)))
        case Likert(statements=statements, points=points) if statements:
            asked_each = (
                _scale(statement_response(statement.id), points, runs_content(statement.text, setting), setting)
                for statement in statements
            )
            return (*blocks_content(item.prompt, setting), *asked_each)
        case interaction:
            before, prompt = _asked(item.prompt, setting)
            return (*before, _interaction(interaction, item, prompt, quiz), *_caption(interaction, setting))


def gap_response(gap: str) -> str:
    """Return the name of the variable of a gap; names of variables that every reader has are never like it."""
    return f"{RESPONSE}_{gap}"


def statement_response(statement: str) -> str:
    """Return the name of the variable of a statement."""
    return f"{RESPONSE}_{statement}"


def _interaction(
    interaction: Choice | TrueFalse | Match | Order | Hotspot | ExtendedText | Likert,
    item: Item,
    prompt: Content,
    quiz: Quiz,
) -> Element:
    setting = Setting(language=quiz.language)
    named = {"responseIdentifier": RESPONSE}
    shuffle = {"shuffle": "true" if item.shuffle else "false"}
    match interaction:
        case Choice(options=options, multiple=multiple):
            choices = tuple(_simple_choice(option.id, option.text, setting) for option in options)
            return Element("choiceInteraction", {**named, **shuffle, **_most(multiple)}, (*prompt, *choices))
        case TrueFalse():
            words = (("true", Word.TRUE), ("false", Word.FALSE))
            choices = tuple(_simple_choice(id, (quiz.labels[word],), setting) for id, word in words)
            return Element("choiceInteraction", {**named, "shuffle": "false", "maxChoices": "1"}, (*prompt, *choices))
        case Match():
            most = {"maxAssociations": str(len(interaction.stems))}
            return Element("matchInteraction", {**named, **shuffle, **most}, (*prompt, *_sets(interaction, setting)))
        case Order(items=items, shown=shown):
            texts = {item.id: item.text for item in items}
            choices = tuple(_simple_choice(id, texts[id], setting) for id in shown or texts)
            return Element("orderInteraction", {**named, "shuffle": "false"}, (*prompt, *choices))
        case Hotspot():
            return _hotspot(interaction, {**named, **_most(interaction.multiple)}, prompt)
        case ExtendedText(lines=lines):
            room = {"expectedLines": str(lines)} if lines else {}
            return Element("extendedTextInteraction", {**named, **room}, prompt)
        case Likert(points=points):
            return _scale(RESPONSE, points, prompt[0].children if prompt else (), setting)  # type: ignore[union-attr]
        case _:
            assert_never(interaction)


def _asked(prompt: Blocks, setting: Setting) -> tuple[Content, Content]:
    """Return what stands before an interaction, and its own prompt, which is one paragraph: it names the answers."""
    if not prompt or not isinstance(prompt[-1], Paragraph):
        return blocks_content(prompt, setting), ()
    return blocks_content(prompt[:-1], setting), (Element("prompt", {}, runs_content(prompt[-1].text, setting)),)


def _caption(interaction: object, setting: Setting) -> Content:
    if not isinstance(interaction, Hotspot) or not interaction.figure.caption:
        return ()
    return (Element("p", {}, runs_content(interaction.figure.caption, setting)),)


def _most(multiple: bool) -> Mapping[str, str]:
    return {"maxChoices": "0" if multiple else "1"}


def _simple_choice(id: str, text: Runs, setting: Setting) -> Element:
    return Element("simpleChoice", {"identifier": id}, runs_content(text, setting))


def _sets(match: Match, setting: Setting) -> Content:
    """Return the stems, each of which takes one target, and the targets, each of which may serve several."""
    stems = ((stem.id, stem.text, "1") for stem in match.stems)
    targets = ((target_id(target.id), target.text, "0") for target in match.targets)
    return tuple(
        Element("simpleMatchSet", {}, tuple(
            Element("simpleAssociableChoice", {"identifier": id, "matchMax": most}, runs_content(text, setting))
            for id, text, most in choices
        ))
        for choices in (stems, targets)
    )  # fmt: skip


def _gapped(item: Item, gaps: Mapping[str, GapField], quiz: Quiz) -> Content:
    plain = Setting(language=quiz.language)

    def filled(id: str) -> Element:
        asked = gaps[id].interaction
        if isinstance(asked, Choice):
            return _inline_choice(id, asked, item)
        return Element("span", {}, _field(gap_response(id), asked, plain))

    return blocks_content(item.prompt, Setting(language=quiz.language, gap=filled))


def _inline_choice(id: str, choice: Choice, item: Item) -> Element:
    """Return what may be chosen in running text; it holds words alone."""
    names = {"responseIdentifier": gap_response(id), "shuffle": "true" if item.shuffle else "false"}
    choices = (_inline_option(option) for option in choice.options)
    return Element("inlineChoiceInteraction", names, tuple(choices))


def _inline_option(option: Option) -> Element:
    return Element("inlineChoice", {"identifier": option.id}, (plain_text(option.text),))


def _field(response: str, asked: Numeric | TextEntry, setting: Setting) -> Content:
    """Return a field to type in; behind one for a number stands what it counts."""
    longest = max((len(run.text) for run in asked.accepted), default=0) if isinstance(asked, TextEntry) else 0
    room = str(max(_SHORTEST, -(-longest // 10) * 10))
    entry = Element("textEntryInteraction", {"responseIdentifier": response, "expectedLength": room})
    units = asked.units[:1] if isinstance(asked, Numeric) else ()
    return (entry, " ", *runs_content(units, setting)) if units else (entry,)


def _scale(response: str, points: tuple[Runs, ...], prompt: Content, setting: Setting) -> Element:
    choices = tuple(_simple_choice(f"point-{place}", text, setting) for place, text in enumerate(points, start=1))
    asked = (Element("prompt", {}, prompt),) if prompt else ()
    names = {"responseIdentifier": response, "shuffle": "false", "maxChoices": "1"}
    return Element("choiceInteraction", names, (*asked, *choices))


def _hotspot(hotspot: Hotspot, names: Mapping[str, str], prompt: Content) -> Element:
    image = hotspot.figure.image
    width, height = _size(image)
    background = Element("background", {
        "src": image_address(image), "alt": plain_text(hotspot.figure.alternative), "type": image.media_type,
        "width": str(width), "height": str(height),
    })  # fmt: skip
    areas = tuple(_area(area, width, height) for area in hotspot.areas)
    return Element("hotspotInteraction", names, (*prompt, background, *areas))


def _size(image: Image) -> tuple[int, int]:
    """Return the pixels of a picture, as it is or as large as it is drawn."""
    width = _DRAWN if image.media_type == SVG else Decimal(image.width)
    return round(width), max(1, round(width * Decimal(image.height) / Decimal(image.width)))


def _area(area: Area, width: int, height: int) -> Element:
    across, down = Decimal(width) / 100, Decimal(height) / 100
    match area.shape:
        case Rectangle(x=x, y=y, width=wide, height=high):
            shape, edges = "rect", (x * across, y * down, (x + wide) * across, (y + high) * down)
        case Circle(x=x, y=y, radius=radius):
            shape, edges = "circle", (x * across, y * down, radius * across)  # type: ignore[assignment]
        case _:
            assert_never(area.shape)
    names = {"identifier": area.option.id, "shape": shape, "coords": ",".join(str(round(edge)) for edge in edges)}
    return Element("hotspotChoice", {**names, "hotspotLabel": plain_text(area.option.text)})
