"""A bank of questions → a course of Open edX: a section a module, a subsection a lesson, a unit a question or case.

It is imported into an empty course, from which questions are copied. The platform knows no part of a point that a
wrong answer costs, and shows a list of several options as it stands, so that it is mixed here.
"""

import json
from collections.abc import Iterator
from itertools import groupby

from builder.content.walk import walk
from builder.output.document import Blocks
from builder.output.image import Image
from builder.output.quiz import Entry, Item, Likert, Quiz, Scenario, Section, items
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.write.olx.components import beside, heading, is_problem, problem, text_html
from builder.write.olx.xml import static_path, xml
from builder.write.package import write_tar
from builder.write.qti.assessment import test_title
from builder.write.qti.elements import Element

_ORGANISATION = "coursewright"
_FOLDER = "course"
Parts = dict[str, str]
"""Files of the course by their path."""


def write_olx(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a course to import into Open edX."""
    del resources
    run = f"{quiz.part}-{quiz.language}"
    pictures = {static_path(image): image.data for image in walk(quiz.sections, Image)}
    parts = _course(quiz, run)
    files = {f"{_FOLDER}/{path}": f"{text}\n".encode() for path, text in parts.items()}
    return write_tar({**files, **{f"{_FOLDER}/{path}": data for path, data in pictures.items()}})


def _course(quiz: Quiz, run: str) -> Parts:
    parts: Parts = {}
    chapters = tuple(_chapter(module, tuple(sections), quiz, parts) for module, sections in _modules(quiz))
    title = test_title(quiz)
    root = {"url_name": run, "org": _ORGANISATION, "course": quiz.course}
    surveys = any(isinstance(item.interaction, Likert) for item in items(quiz))
    described = {
        "display_name": title, "language": quiz.language, "start": f"{quiz.date}T00:00:00Z",
        **({"advanced_modules": json.dumps(["survey"])} if surveys else {}),
    }  # fmt: skip
    parts["course.xml"] = xml(Element("course", root))
    parts[f"course/{run}.xml"] = xml(Element("course", described, chapters))
    parts[f"policies/{run}/policy.json"] = json.dumps({f"course/{run}": {}})
    parts[f"policies/{run}/grading_policy.json"] = json.dumps({"GRADER": [], "GRADE_CUTOFFS": {"Pass": 0.5}})
    return parts


def _modules(quiz: Quiz) -> Iterator[tuple[str, Iterator[Section]]]:
    yield from groupby(quiz.sections, key=lambda section: section.module)


def _chapter(module: str, sections: tuple[Section, ...], quiz: Quiz, parts: Parts) -> Element:
    """Return the pointer to a section of the course, which is a module."""
    lessons = tuple(_lesson(section, quiz, parts) for section in sections)
    title = " ".join(plain_text(sections[0].module_title).split()) or module
    return _pointed("chapter", f"module-{module}", Element("chapter", {"display_name": title}, lessons), parts)


def _lesson(section: Section, quiz: Quiz, parts: Parts) -> Element:
    id = f"lesson-{section.module}-{section.lesson}"
    units = tuple(_unit(entry, f"{id}-{place}", quiz, parts) for place, entry in enumerate(section.entries, start=1))
    title = " ".join(plain_text(section.title).split())
    return _pointed("sequential", id, Element("sequential", {"display_name": title}, units), parts)


def _unit(entry: Entry, place: str, quiz: Quiz, parts: Parts) -> Element:
    """Return the pointer to a unit: a question, or a case with its texts and questions in turns."""
    if isinstance(entry, Item):
        unit = Element("vertical", {"display_name": entry.id}, (_component(entry, quiz, parts),))
        return _pointed("vertical", f"unit-{entry.id}", unit, parts)
    title = " ".join(plain_text(entry.title or entry.label).split())
    unit = Element("vertical", {"display_name": title}, tuple(_turns(entry, place, quiz, parts)))
    return _pointed("vertical", f"unit-{entry.id or place}", unit, parts)


def _turns(scenario: Scenario, place: str, quiz: Quiz, parts: Parts) -> Iterator[Element]:
    before: Blocks = heading(scenario, quiz)
    for number, turn in enumerate(scenario.turns, start=1):
        if shown := (*before, *turn.blocks):
            yield _text(f"text-{place}-{number}", shown, plain_text(scenario.label), quiz, parts)
        yield from (_component(item, quiz, parts) for item in turn.items)
        before = ()


def _text(id: str, shown: Blocks, title: str, quiz: Quiz, parts: Parts) -> Element:
    """Return the pointer to a text, which is a page of HTML beside its description."""
    parts[f"html/{id}.html"] = text_html(shown, quiz)
    return _pointed("html", id, Element("html", {"filename": id, "display_name": title}), parts)


def _component(item: Item, quiz: Quiz, parts: Parts) -> Element:
    """Return a question: a pointer to a problem, or what stands in the unit itself."""
    return _pointed("problem", item.id, problem(item, quiz), parts) if is_problem(item) else beside(item, quiz)


def _pointed(kind: str, id: str, element: Element, parts: Parts) -> Element:
    """Return the pointer to an element that is a file of its own."""
    parts[f"{kind}/{id}.xml"] = xml(element)
    return Element(kind, {"url_name": id})
