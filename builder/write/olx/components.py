"""Questions and what is read before them as the components of a unit: problems, texts, open answers, surveys."""

import json
from typing import Any

from builder.content.walk import walk
from builder.languages.words import Word
from builder.output.document import Blocks, Paragraph
from builder.output.quiz import ExtendedText, Item, Likert, Quiz, Scenario
from builder.output.text import Run, Runs, plain_text
from builder.write.olx.answers import responses
from builder.write.olx.xml import blocks_element, body, xml
from builder.write.qti.elements import Element
from builder.write.qti.item import item_title


def heading(scenario: Scenario, quiz: Quiz) -> Blocks:
    """Return what a case begins with."""
    colon = (Run(text=": ", language=quiz.language),) if scenario.title else ()
    return (Paragraph(text=(*scenario.label, *colon, *scenario.title)),)


def text_html(blocks: Blocks, quiz: Quiz) -> str:
    """Return what a component of text shows."""
    return xml(body((*_draft(quiz), *blocks, *_note(blocks, quiz)), quiz))


def is_problem(item: Item) -> bool:
    """Return whether the platform marks a question itself."""
    return not isinstance(item.interaction, ExtendedText | Likert)


def problem(item: Item, quiz: Quiz) -> Element:
    """Return a question that the platform marks: draft and note around it, answer and hint behind buttons."""
    draft, note = _draft(quiz), _note((item,), quiz)
    solution = body(item.explanation, quiz)
    solution = solution._replace(attributes={"class": "detailed-solution", **solution.attributes})
    return Element("problem", {"display_name": item_title(item, quiz), "weight": str(item.points)}, (
        *((body(draft, quiz),) if draft else ()),
        body((), quiz)._replace(children=responses(item, quiz)),
        *((body(note, quiz),) if note else ()),
        *((Element("solution", {}, (solution,)),) if item.explanation else ()),
        *((Element("demandhint", {}, (blocks_element("hint", item.hint, quiz),)),) if item.hint else ()),
    ))  # fmt: skip


def beside(item: Item, quiz: Quiz) -> Element:
    """Return a question that is no problem: one that a person marks, or an opinion."""
    if isinstance(item.interaction, Likert):
        return _survey(item, item.interaction, quiz)
    return _open_answer(item, quiz)


def _open_answer(item: Item, quiz: Quiz) -> Element:
    """Return a question that a person marks, from no points to all of them."""
    shown = text_html((*item.prompt,), quiz)
    label = plain_text((quiz.labels[Word.POINTS_HEAD],))
    options = (_graded(str(points)) for points in range(item.points + 1))
    criterion = (_text("name", "points"), _text("label", label), _text("prompt", label), *options)
    return Element("openassessment", {"url_name": item.id, "text_response": "required", "prompts_type": "html"}, (
        _text("title", item_title(item, quiz)),
        Element("assessments", {}, (Element("assessment", {"name": "staff-assessment", "required": "True"}),)),
        Element("prompts", {}, (Element("prompt", {}, (_text("description", shown),)),)),
        Element("rubric", {}, (Element("criterion", {}, criterion),)),
    ))  # fmt: skip


def _graded(points: str) -> Element:
    named = (_text(name, points) for name in ("name", "label", "explanation"))
    return Element("option", {"points": points}, tuple(named))


def _survey(item: Item, likert: Likert, quiz: Quiz) -> Element:
    """Return an opinion; where it has no statements, its prompt is the one."""
    lines = [(line.id, _flat(line.text)) for line in likert.statements] or [(item.id, _said(item.prompt))]
    questions = [[id, {"label": text, "img": None, "img_alt": None}] for id, text in lines]
    points = [[f"point-{place}", _flat(text)] for place, text in enumerate(likert.points, start=1)]
    return Element("survey", {
        "url_name": item.id, "xblock-family": "xblock.v1", "block_name": item_title(item, quiz),
        "questions": _json(questions), "answers": _json(points), "private_results": "true", "feedback": "",
    })  # fmt: skip


def _draft(quiz: Quiz) -> Blocks:
    return (Paragraph(text=quiz.draft_label),) if quiz.draft else ()


def _note(shown: tuple[Any, ...], quiz: Quiz) -> Blocks:
    """Return the note on a name, where one bears the mark."""
    marked = quiz.name_note and any(run.mark for run in walk(shown, Run))
    return (Paragraph(text=quiz.name_note),) if marked else ()


def _said(blocks: Blocks) -> str:
    return " ".join(_flat(block.text) for block in blocks if isinstance(block, Paragraph))


def _flat(text: Runs) -> str:
    return " ".join(plain_text(text).split())


def _text(name: str, text: str) -> Element:
    return Element(name, {}, (text,))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
