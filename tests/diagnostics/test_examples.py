"""The examples of `course explain`: the bad one gives the finding, the good one does not."""

import pytest

from builder.check.pictures import inspect_picture
from builder.check.workspace import check_workspace
from builder.diagnostics import Code, Diagnostics
from builder.diagnostics.explanations import explain
from builder.read.lesson import read_lesson
from builder.read.manifest import read_manifest
from builder.read.module import read_module
from builder.resolve.workspace import resolve_workspace
from builder.source import SourceFile
from tests.resolve.workspaces import LESSON, example, read_workspace

WHOLE = "@"
STEP = "---\ntitle: Sample\nminutes: 15\n---\n\n@\n"
BODY = "---\ntitle: Sample\nminutes: 10\n---\n\n## Start {#start minutes=10}\n\n- A point\n\n@\n"
SINGLE = BODY.replace("@", "::: question {#q-a type=single}\nWhat first?\n\n@\n:::")
CLOZE = BODY.replace("@", "::: question {#q-a type=cloze}\n@\n:::")
NUMERIC = BODY.replace("@", "::: question {#q-a type=numeric}\nHow many minutes?\n\n@\n:::")
ESSAY = BODY.replace("@", "::: question {#q-a type=essay}\nDescribe a case.\n\n@\n:::")
HOTSPOT = BODY.replace(
    "@", '::: question {#q-a type=hotspot}\nWhere?\n\n![A](a.svg)\n\n@\n- [ ] B {#b area="rect 0 0 9 9"}\n:::'
)
OUTCOME = (
    "---\ntitle: Sample\nminutes: 10\noutcomes:\n  - {id: press, level: apply, text: Press.}\n---\n\n"
    "## Start {#start minutes=10}\n\n@\nWhat first?\n\n- [x] Press {#a}\n- [ ] Wait {#b}\n:::\n"
)
STEPS = (
    Code.ATTRIBUTE_UNKNOWN,
    Code.ATTRIBUTE_MISSING,
    Code.ATTRIBUTE_VALUE,
    Code.ID_DUPLICATE,
    Code.SLIDE_WITHOUT_POINT,
    Code.LECTURE_TOO_LONG,
)
BLOCKS = (
    Code.HEADING_LEVEL,
    Code.THEMATIC_BREAK,
    Code.SLIDE_BREAK_MISPLACED,
    Code.COMMENT_UNCLOSED,
    Code.CONTAINER_UNKNOWN,
    Code.CONTAINER_UNCLOSED,
    Code.CONTAINER_UNOPENED,
    Code.CONTAINER_MISPLACED,
    Code.BLOCK_MISPLACED,
    Code.FIELD_UNKNOWN,
    Code.FIELD_MISPLACED,
    Code.FIELD_MISSING,
    Code.ATTRIBUTES_MALFORMED,
    Code.MARKUP_LEFTOVER,
    Code.RAW_HTML,
    Code.TABLE_CELLS,
    Code.LAZY_LINE,
    Code.LOOKS_LIKE,
    Code.LINK_UNSAFE,
    Code.FIGURE_INLINE,
    Code.QUESTION_INCOMPLETE,
    Code.QUESTION_SEVERAL_RIGHT_ANSWERS,
    Code.CITATION_UNKNOWN,
    Code.TERM_UNKNOWN,
    Code.VARIABLE_UNKNOWN,
    Code.REFERENCE_UNKNOWN,
    Code.FIGURE_OUTSIDE,
    Code.FIGURE_WITHOUT_ALT,
)
LESSONS = {
    Code.KEY_MISSING: WHOLE,
    Code.FRONT_MATTER_MISSING: WHOLE,
    Code.LESSON_EMPTY: WHOLE,
    Code.TEXT_BEFORE_STEP: WHOLE,
    **dict.fromkeys(STEPS, STEP),
    **dict.fromkeys(BLOCKS, BODY),
    **dict.fromkeys((Code.QUESTION_NO_RIGHT_ANSWER, Code.OPTION_EQUAL), SINGLE),
    Code.FIELD_DUPLICATE: ESSAY,
    Code.ID_MISSING: SINGLE,
    Code.ANSWER_MALFORMED: NUMERIC,
    Code.GAP_UNDEFINED: CLOZE,
    Code.GAP_REPEATED: CLOZE,
    Code.AREA_MALFORMED: HOTSPOT,
    Code.OUTCOME_UNKNOWN: OUTCOME,
}
"""What stands around an example that is part of a lesson."""
MODULES = (Code.YAML_SYNTAX, Code.YAML_ALIAS, Code.KEY_UNKNOWN, Code.KEY_DUPLICATE)
MANIFESTS = (Code.LANGUAGE_AMBIGUOUS, Code.LANGUAGE_UNKNOWN)
PICTURES = (Code.FIGURE_UNSAFE, Code.FIGURE_FORMAT)


def found_in_lesson(text: str) -> Diagnostics:
    _, unread = read_lesson(SourceFile(LESSON, text))
    workspace, unknown = resolve_workspace(read_workspace({**example(), LESSON: text}), outline={})
    found = (*unread, *unknown, *check_workspace(workspace, {}))
    return tuple(finding for finding in found if finding.span is not None and finding.span.path == LESSON)


def codes(found: Diagnostics) -> set[Code]:
    return {finding.code for finding in found}


@pytest.mark.parametrize("code", LESSONS)
def test_lessons(code: Code) -> None:
    row = explain(code.value)
    assert row is not None
    assert code in codes(found_in_lesson(LESSONS[code].replace("@", row.bad)))
    assert code not in codes(found_in_lesson(LESSONS[code].replace("@", row.good)))


@pytest.mark.parametrize("code", MODULES)
def test_modules(code: Code) -> None:
    row = explain(code.value)
    assert row is not None
    assert code in codes(read_module(SourceFile("modules/a/module.yaml", row.bad), ())[1])
    assert read_module(SourceFile("modules/a/module.yaml", row.good), ())[1] == ()


@pytest.mark.parametrize("code", MANIFESTS)
def test_manifests(code: Code) -> None:
    row = explain(code.value)
    assert row is not None
    rest = "\nname: Sample\nsource: en\n"
    assert codes(read_manifest(SourceFile("workspace.yaml", row.bad + rest))[1]) == {code}
    assert read_manifest(SourceFile("workspace.yaml", row.good + rest))[1] == ()


@pytest.mark.parametrize("code", PICTURES)
def test_pictures(code: Code) -> None:
    row = explain(code.value)
    assert row is not None
    assert codes(inspect_picture("a.svg", row.bad.encode())[1]) == {code}
    assert inspect_picture("a.svg", row.good.encode())[1] == ()
