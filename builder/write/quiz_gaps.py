"""A gap of a text as a field in it: a line to type, or a list to choose from."""

from markupsafe import Markup

from builder.languages.words import Word
from builder.output.quiz import Choice, GapField, Numeric, Option, Quiz
from builder.output.text import plain_text
from builder.write.quiz_markup import Setting
from builder.write.quiz_words import NONE, in_shown_order, label, label_run, language_mark

_GAP = Markup(
    '<span class="gap"><label class="sr" for="{id}">{label}</label>{field}'
    '<span class="mark" id="{id}.mark" hidden></span></span>'
)
_INPUT = Markup(
    '<input type="text" id="{id}" data-part="{part}" inputmode="{mode}" autocomplete="off" autocapitalize="off" '
    'spellcheck="false">'
)
_SELECT = Markup('<select id="{id}" data-part="{part}">{options}</select>')
_OPTION = Markup('<option value="{value}"{attributes}>{text}</option>')


def gap_markup(question: str, number: int, gap: GapField, quiz: Quiz, setting: Setting) -> Markup:
    """Return the field of a gap with its label, for those who only hear it, and room for a mark."""
    id = f"{question}.{gap.id}"
    filled = gap.interaction
    if isinstance(filled, Choice):
        field = _SELECT.format(id=id, part=gap.id, options=_options(filled, quiz, setting))
    else:
        mode = "decimal" if isinstance(filled, Numeric) else "text"
        field = _INPUT.format(id=id, part=gap.id, mode=mode)
    return _GAP.format(id=id, label=label(Word.GAP_NUMBER, quiz, number=number), field=field)


def _options(choice: Choice, quiz: Quiz, setting: Setting) -> Markup:
    choose = label_run(Word.CHOOSE, quiz)
    none = _OPTION.format(value="", attributes=language_mark((choose,), quiz.language), text=choose.text)
    return none + NONE.join(_option(option, setting) for option in in_shown_order(choice.options, choice.shown))


def _option(option: Option, setting: Setting) -> Markup:
    attributes = language_mark(option.text, setting.language)
    return _OPTION.format(value=option.id, attributes=attributes, text=plain_text(option.text))
