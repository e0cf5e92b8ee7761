"""Rules that the lessons we publish must keep beyond those of the builder: content → faults, each a line to read."""

import re
from collections.abc import Iterator

from builder.content.inlines import Citation, NameMark, TermReference, Text
from builder.content.interactions import Choice, Hotspot
from builder.content.node import Node
from builder.content.phrase import Kind, Phrase
from builder.content.prose import Paragraph
from builder.content.walk import walk
from builder.model.blocks import Case, Question
from builder.model.lesson import Lesson, Module
from builder.model.workspace import Workspace

LEAST_WORDS = 900
"""Of prose, points and notes in a lesson, beside its questions."""
LONGEST_MEAN = 22
"""Words; a lesson's mean sentence stays below."""
LEAST = {"lessons": 18, "questions": 90, "test questions": 30, "cases": 6, "glossary terms": 60}
"""What the courses hold together."""
_SENTENCES = frozenset({
    Kind.PARAGRAPH, Kind.QUOTATION, Kind.DEFINITION, Kind.PROMPT, Kind.FEEDBACK, Kind.HINT, Kind.EXPLANATION,
    Kind.GUIDANCE,
})  # fmt: skip
_WORD = re.compile(r"\w[\w'’.,-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
_UNMARKED = re.compile(r"kosov(?!o\{\*\})", re.IGNORECASE)
_FICTIONAL = "This case is fictional"


def lessons_of(workspace: Workspace) -> tuple[Lesson, ...]:
    """Return every lesson, module by module."""
    return tuple(lesson for module in workspace.modules for lesson in module.lessons)


def minutes_that_do_not_add_up(lesson: Lesson) -> Iterator[str]:
    """Yield where the steps do not fill the lesson, or a step has no minutes."""
    total = sum(step.minutes for step in lesson.steps)
    if total != lesson.minutes:
        yield f"{lesson.path}: {lesson.minutes} minutes, but steps of {total}"
    yield from (f"{_at(step)}: no minutes" for step in lesson.steps if step.minutes <= 0)


def outcomes_no_step_names(lesson: Lesson) -> Iterator[str]:
    """Yield the outcomes that do not stand behind the heading of any step; the builder is content with less."""
    named = {name for step in lesson.steps for name in step.outcomes}
    if not lesson.outcomes:
        yield f"{lesson.path}: no outcomes"
    yield from (f"{_at(one)}: no step names `{one.id}`" for one in lesson.outcomes if one.id not in named)


def options_without_feedback(lesson: Lesson) -> Iterator[str]:
    """Yield the options that do not say why they are right or wrong."""
    for question in walk(lesson, Question):
        match question.interaction:
            case Choice(options=options):
                pass
            case Hotspot(areas=areas):
                options = tuple(area.option for area in areas)
            case _:
                continue
        for option in options:
            if not option.feedback:
                yield f"{_at(option)}: option `{option.id}` of `{question.id}` has no feedback"


def too_few_words(lesson: Lesson) -> Iterator[str]:
    """Yield a lesson that has little to read beside its questions."""
    asked = {id(phrase) for question in walk(lesson.steps, Question) for phrase in walk(question, Phrase)}
    words = sum(len(words_of(phrase)) for phrase in walk(lesson.steps, Phrase) if id(phrase) not in asked)
    if words < LEAST_WORDS:
        yield f"{lesson.path}: {words} words beside its questions, fewer than {LEAST_WORDS}"


def sentences_too_long(lesson: Lesson) -> Iterator[str]:
    """Yield a lesson whose sentences are long in the mean."""
    found = [phrase for phrase in walk(lesson.steps, Phrase) if phrase.kind in _SENTENCES]
    lengths = [len(_WORD.findall(one)) for phrase in found for one in _SENTENCE_END.split(text_of(phrase))]
    lengths = [length for length in lengths if length]
    mean = sum(lengths) / len(lengths) if lengths else 0
    if mean >= LONGEST_MEAN:
        yield f"{lesson.path}: {mean:.1f} words in the mean sentence, not below {LONGEST_MEAN}"


def cases_not_called_fictional(lesson: Lesson) -> Iterator[str]:
    """Yield the cases that do not begin by saying that they are invented."""
    for case in walk(lesson, Case):
        first = case.children[0] if case.children else None
        if not isinstance(first, Paragraph) or not text_of(first.text).startswith(_FICTIONAL):
            yield f"{_at(case)}: the case does not begin with “{_FICTIONAL}”"


def sources_not_as_cited(lesson: Lesson) -> Iterator[str]:
    """Yield where the list of sources is not what the lesson cites."""
    cited = {item.key for citation in walk(lesson, Citation) for item in citation.items}
    yield from (f"{lesson.path}: `{key}` is cited, but not among the sources" for key in cited - {*lesson.sources})
    yield from (f"{lesson.path}: the source `{key}` is not cited" for key in {*lesson.sources} - cited)


def names_without_their_mark(workspace: Workspace) -> Iterator[str]:
    """Yield the messages of lessons, courses and glossary in which the name that is always marked has no mark."""
    for phrase in walk((workspace.modules, workspace.courses, workspace.glossary), Phrase):
        if _UNMARKED.search(_marked(phrase)):
            yield f"{_at(phrase)}: “{phrase.message[:60]}”"


def sources_nobody_cites(workspace: Workspace) -> Iterator[str]:
    """Yield the entries of the bibliography that no lesson needs."""
    cited = {item.key for citation in walk(workspace.modules, Citation) for item in citation.items}
    yield from (f"{_at(one)}: `{one.id}` is cited nowhere" for one in workspace.references if one.id not in cited)


def terms_nobody_links(workspace: Workspace) -> Iterator[str]:
    """Yield the entries of the glossary that no lesson leads to."""
    linked = {link.term for link in walk(workspace.modules, TermReference)}
    yield from (f"{_at(one)}: no lesson links `{one.id}`" for one in workspace.glossary if one.id not in linked)


def too_little_of(workspace: Workspace) -> Iterator[str]:
    """Yield what the courses hold less of than they promise."""
    modules: tuple[Module, ...] = workspace.modules
    questions = tuple(walk(modules, Question))
    counted = {
        "lessons": len(lessons_of(workspace)),
        "questions": len(questions),
        "test questions": sum(question.use == "test" for question in questions),
        "cases": sum(1 for _ in walk(modules, Case)),
        "glossary terms": len(workspace.glossary),
    }
    yield from (f"{counted[what]} {what}, fewer than {least}" for what, least in LEAST.items() if counted[what] < least)


def text_of(phrase: Phrase) -> str:
    """Return the words that are read, without markup and citations."""
    return "".join(text.value for text in walk(phrase.inlines, Text))


def words_of(phrase: Phrase) -> list[str]:
    """Return the words that are read."""
    return _WORD.findall(text_of(phrase))


def _marked(phrase: Phrase) -> str:
    """Keys of sources and targets of links are not read; they may hold the bare name."""
    nodes = walk(phrase.inlines, Node)
    return "".join(
        "{*}" if isinstance(node, NameMark) else node.value for node in nodes if isinstance(node, NameMark | Text)
    )


def _at(node: Node) -> str:
    return f"{node.span.path}:{node.span.line}"


LESSON_RULES = (
    minutes_that_do_not_add_up,
    outcomes_no_step_names,
    options_without_feedback,
    too_few_words,
    sentences_too_long,
    cases_not_called_fictional,
    sources_not_as_cited,
)
WORKSPACE_RULES = (names_without_their_mark, sources_nobody_cites, terms_nobody_links, too_little_of)
