"""A bank of questions → GIFT, the text format that Moodle and others import.

Texts are HTML, so that language, emphasis and lists survive; the six signs that mean something are escaped, and no line
is empty, for an empty line ends a question. Ids and tags stand in the comment before each question, where Moodle finds
them: a colon in a tag stays as it is, since the backslash before it would become part of the tag.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never
from unicodedata import normalize

from builder.content.walk import walk
from builder.output.document import Blocks, Figure, Paragraph
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Item,
    Likert,
    Match,
    Numeric,
    Order,
    Quiz,
    Scenario,
    TextEntry,
    TrueFalse,
)
from builder.output.resources import Resources
from builder.output.text import Run, Runs, plain_text
from builder.write.html_text import language_html, runs_html
from builder.write.quiz_markup import Setting, blocks_html

_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"})
_ENDS = str.maketrans(
    {"\\": "&#92;", "\n": "&#10;", "\r": "", "\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " "}
)
"""Inside a question no line may end; in HTML a backslash need not be told from one that escapes."""
_FULL = Decimal(100)


def write_gift(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as GIFT: UTF-8 without a mark, NFC; raises `TypeError` for what the plan should have left out."""
    del resources
    parts = [_category(quiz)]
    for section in quiz.sections:
        for entry in section.entries:
            parts.extend(_scenario(entry, quiz) if isinstance(entry, Scenario) else (_item(entry, quiz),))
    return normalize("NFC", "\n\n".join(parts) + "\n").encode()


def _category(quiz: Quiz) -> str:
    draft = (plain_text(quiz.draft_label),) if quiz.draft else ()
    course = " · ".join((plain_text(quiz.course_title), quiz.edition, quiz.language, *draft))
    part = "all" if quiz.part == "all" else plain_text(quiz.title)
    names = (" ".join(name.replace("/", "//").split()) for name in (course, part))
    return "$CATEGORY: $course$/top/" + "/".join(names)


def _scenario(scenario: Scenario, quiz: Quiz) -> Iterator[str]:
    case = scenario.turns[0].id
    for turn in scenario.turns:
        heading = Paragraph(text=(*scenario.label, Run(text=": ", language=quiz.language), *scenario.title))
        name = " · ".join(part for part in (turn.id, plain_text(scenario.title)) if part)
        told = _html(_noted((heading, *turn.blocks), quiz), quiz)
        yield f"{_comment(turn.id, case=case)}\n::{_escaped(_flat(name))}::{told}"
        for item in turn.items:
            yield _item(item, quiz, case)


def _item(item: Item, quiz: Quiz, case: str = "") -> str:
    comment = _comment(
        item.id, module=item.module, lesson=item.lesson, outcome=item.outcome or "", bloom=item.level or "",
        use=item.use, case=case,
    )  # fmt: skip
    name = _escaped(_flat(" · ".join((item.id, _prompt_name(item)))))
    return f"{comment}\n::{name}::{_asked(item, quiz)}"


def _prompt_name(item: Item) -> str:
    first = next((block.text for block in item.prompt if isinstance(block, Paragraph)), ())
    return plain_text(first)[:80]


def _comment(id: str, **tags: str) -> str:
    written = " ".join(f"[tag:{name}:{value}]" for name, value in tags.items() if value)
    return f"// [id:{id}] {written}".rstrip()


def _asked(item: Item, quiz: Quiz) -> str:
    """Return the prompt with its answers behind it, or where its one gap is."""
    answers = f"{{{_answers(item, quiz)}{_general(item, quiz)}}}"
    shown = _noted((*_draft(quiz), *item.prompt, *_unit(item, quiz)), quiz)
    if not isinstance(item.interaction, Cloze):
        return _html(shown, quiz) + answers
    gap = "\x00"  # stands in for the gap until all else is escaped
    html = blocks_html(shown, Setting(language=quiz.language, image=_no_image, gap=lambda _: gap))
    before, after = html.split(gap, 1)
    return f"[html]{_escaped(before.translate(_ENDS))}{answers}{_escaped(after.translate(_ENDS))}"


def _unit(item: Item, quiz: Quiz) -> Blocks:
    """Return what a number counts: its field has no words behind it."""
    units = item.interaction.units[:1] if isinstance(item.interaction, Numeric) else ()
    return (Paragraph(text=(Run(text="… ", language=quiz.language), *units)),) if units else ()


def _answers(item: Item, quiz: Quiz) -> str:
    match item.interaction:
        case Cloze(gaps=(gap,)):
            return _of_gap(gap.interaction, quiz)
        case Choice() | Numeric() | TextEntry() as interaction:
            return _of_gap(interaction, quiz)
        case TrueFalse(answer=answer):
            return "TRUE" if answer else "FALSE"
        case Match():
            return _pairs(item.interaction, quiz)
        case ExtendedText():
            return ""
        case Cloze() | Order() | Hotspot() | Likert():
            raise TypeError(f"GIFT holds no {type(item.interaction).__name__}")
        case _:
            assert_never(item.interaction)


def _of_gap(interaction: Choice | Numeric | TextEntry, quiz: Quiz) -> str:
    match interaction:
        case Choice():
            return "".join(_options(interaction, quiz))
        case Numeric(value=value, tolerance=tolerance):
            return f"#{value}:{tolerance}"
        case TextEntry(accepted=accepted):
            return " ".join(f"={_escaped(_flat(run.text)).replace('*', chr(92) + '*')}" for run in accepted)
        case _:
            assert_never(interaction)


def _options(choice: Choice, quiz: Quiz) -> Iterator[str]:
    for option in choice.options:
        sign = _worth(option.fraction) if choice.multiple or 0 != option.fraction != _FULL else ""
        mark = "=" if option.fraction == _FULL and not choice.multiple else f"~{sign}"
        feedback = f"#{_html(option.feedback, quiz)}" if option.feedback else ""
        yield f" {mark}{_words(option.text, quiz)}{feedback}"


def _worth(fraction: Decimal) -> str:
    return f"%{fraction.normalize():f}%"


def _pairs(interaction: Match, quiz: Quiz) -> str:
    """Return pairs, then the targets that belong to none, each behind an empty stem."""
    texts = {target.id: target.text for target in interaction.targets}
    used = {stem.target for stem in interaction.stems}
    pairs = [(_words(stem.text, quiz), texts[stem.target]) for stem in interaction.stems]
    pairs += [("", target.text) for target in interaction.targets if target.id not in used]
    return " ".join(f"={stem} -> {_escaped(_flat(plain_text(text)))}" for stem, text in pairs)


def _general(item: Item, quiz: Quiz) -> str:
    if not item.explanation or isinstance(item.interaction, ExtendedText):
        return ""
    return f" ####{_html(item.explanation, quiz)}"


def _noted(blocks: Blocks, quiz: Quiz) -> Blocks:
    """Return blocks with the note on a name below them, where one bears the mark."""
    marked = quiz.name_note and any(run.mark for run in walk(blocks, Run))
    return (*blocks, Paragraph(text=quiz.name_note)) if marked else blocks


def _draft(quiz: Quiz) -> Blocks:
    return (Paragraph(text=quiz.draft_label),) if quiz.draft else ()


def _html(blocks: Blocks, quiz: Quiz) -> str:
    html = blocks_html(blocks, Setting(language=quiz.language, image=_no_image))
    return "[html]" + _escaped(f"<div{language_html(quiz.language)}>{html}</div>".translate(_ENDS))


def _words(text: Runs, quiz: Quiz) -> str:
    return _escaped(runs_html(text, quiz.language).translate(_ENDS))


def _no_image(figure: Figure) -> str:
    raise TypeError(f"GIFT holds no picture: {figure.image.digest}")


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _flat(text: str) -> str:
    return " ".join(text.split())
