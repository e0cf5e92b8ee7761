"""A practice quiz → one HTML file that plays from a folder, without a network, with a strict content policy."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from builder.languages.words import Word
from builder.output.quiz import Quiz, items
from builder.output.resources import Resources
from builder.output.text import Runs, plain_text
from builder.write.html_text import Medium, data_address, language_html, logo_html, runs_html
from builder.write.palette import recoloured_styles
from builder.write.quiz_data import question_data
from builder.write.quiz_markup import Setting
from builder.write.quiz_view import view_sections
from builder.write.quiz_words import label

SCRIPTS = ("quiz.scoring.js", "quiz.fields.js", "quiz.js")
"""They make one, in this order."""
_SAID = {
    "check": Word.CHECK,
    "again": Word.TRY_AGAIN,
    "right": Word.RIGHT,
    "partly": Word.PARTLY_RIGHT,
    "wrong": Word.WRONG,
    "score": Word.SCORE,
    "answered": Word.ANSWERED,
    "empty": Word.ANSWER_FIRST,
    "number": Word.WRITE_NUMBER,
    "compare": Word.COMPARE,
    "place": Word.PLACE_NUMBER,
}
"""What the script says, by the names it knows."""


def write_quiz_html(quiz: Quiz, resources: Resources) -> bytes:
    """Return the page: UTF-8, self-contained."""
    style = recoloured_styles(resources.files["quiz.css"].decode("utf-8"), quiz.palette)
    script = "".join(resources.files[name].decode("utf-8") for name in SCRIPTS)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(resources.files["quiz.html.j2"].decode("utf-8"))
    page = template.render(
        style=Markup(style), script=Markup(script), data=_data(quiz), policy=_policy(style, script), **_page(quiz)
    )
    return page.strip().encode("utf-8") + b"\n"


def _page(quiz: Quiz) -> dict[str, Any]:
    """Return what the template shows; all of it escaped already."""
    setting = Setting(language=quiz.language, image=lambda figure: data_address(figure.image))
    practice = label(Word.PRACTICE, quiz)
    series = (_html(quiz.course_title, quiz), practice) if quiz.part != "all" else (practice,)
    imprint = (label(Word.EDITION, quiz) + f" {quiz.edition}", label(Word.LICENCE, quiz) + f": {quiz.licence}")
    notes = (quiz.name_note, *quiz.notices)
    return {
        "attributes": Markup(language_html(quiz.language)),
        "draft": _html(quiz.draft_label, quiz),
        "title": _html(quiz.title, quiz),
        "page_title": _plain(quiz.title) + " · " + quiz.labels[Word.PRACTICE].text,
        "series": Markup(" · ").join(series),
        "imprint": Markup(" · ").join((*imprint, Markup.escape(quiz.publisher))),
        "notes": [_html(note, quiz) for note in notes if note],
        "logos": Markup(" ").join(Markup(logo_html(logo, Medium(language=quiz.language))) for logo in quiz.logos),
        "sections": view_sections(quiz, setting),
        "label": {word.name.lower(): label(word, quiz) for word in quiz.labels},
        "label_text": {word.name.lower(): run.text for word, run in quiz.labels.items()},
        "label_attributes": {
            word.name.lower(): Markup(language_html(run.language) if run.language != quiz.language else "")
            for word, run in quiz.labels.items()
        },
    }


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; of scripts and styles only ours, letter by letter."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _data(quiz: Quiz) -> Markup:
    """Return what the script needs to judge answers, such that it cannot end the element that holds it."""
    data = {
        "key": f"coursewright/{quiz.course}/{quiz.part}/{quiz.edition}/{quiz.language}",
        "language": quiz.language,
        "decimal": quiz.decimal,
        "words": {name: _said(word, quiz) for name, word in _SAID.items()},
        "questions": {item.id: question_data(item) for item in items(quiz)},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _said(word: Word, quiz: Quiz) -> list[str | None]:
    run = quiz.labels[word]
    return [run.text, run.language if run.language != quiz.language else None]


def _html(runs: Runs, quiz: Quiz) -> Markup:
    return Markup(runs_html(runs, quiz.language))


def _plain(runs: Runs) -> str:
    return " ".join(plain_text(runs).split())
