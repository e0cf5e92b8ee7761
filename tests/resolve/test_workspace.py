"""A whole workspace: what binding does to it, and that nothing brings it down."""

import pytest
from hypothesis import given

from builder.content.inlines import LessonReference
from builder.content.prose import Figure
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostics
from builder.model.workspace import Workspace
from builder.resolve.workspace import resolve_workspace
from tests.resolve.workspaces import LESSON, changed, damaged, example, read_workspace, resolved

SHOCK = "modules/shock/01-keep-warm.md"
GLOSSARY = "modules/glossary.yaml"
COURSE = "courses/refresher/course.yaml"


def found(diagnostics: Diagnostics) -> list[tuple[str, str, int]]:
    return [(one.code.value, one.span.path, one.span.line) for one in diagnostics if one.span is not None]


def test_the_example_has_no_unknown_name() -> None:
    workspace, diagnostics = resolved(example())
    assert diagnostics == ()
    assert {one.target for one in walk(workspace.modules, LessonReference)} == {"shock/keep-warm#pale"}
    assert {one.path for one in walk(workspace.modules, Figure)} == {
        f"modules/bleeding/figures/{name}.svg" for name in ("press", "line", "forearm")
    }


def test_binding_twice_changes_nothing() -> None:
    workspace = read_workspace(changed(LESSON, "ref:shock/keep-warm#pale", "ref:#practise"))
    once, _ = resolve_workspace(workspace, outline={})
    assert once != workspace
    assert resolve_workspace(once, outline={}) == (once, ())


def test_a_course_takes_over_what_it_does_not_say() -> None:
    texts = changed(COURSE, "publisher: default", "# none")
    workspace, diagnostics = resolved({**texts, COURSE: texts[COURSE].replace("languages: [en, mk]", "# none")})
    assert diagnostics == ()
    assert workspace.courses[0].publisher == "default"
    assert workspace.courses[0].languages == ("en", "mk", "sr-Cyrl", "sr-Latn")


@pytest.mark.parametrize(
    ("outline", "codes"),
    [
        ({}, ["lesson-unknown", "reference-unknown"]),
        ({"shock/keep-warm": None}, []),
        ({"shock/keep-warm": frozenset({"pale"})}, []),
        ({"shock/keep-warm": frozenset({"again"})}, ["reference-unknown"]),
    ],
)
def test_lessons_that_were_not_read_are_known(outline: dict[str, frozenset[str] | None], codes: list[str]) -> None:
    texts = {path: text for path, text in example().items() if "shock" not in path}
    _, diagnostics = resolve_workspace(read_workspace(texts), outline=outline)
    assert sorted(one.code.value for one in diagnostics) == codes


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "says"),
    [
        (LESSON, "@unodc-2016]", "@unodc-2061]", "citation-unknown", "did you mean `unodc-2016`?"),
        (LESSON, "*at once* [@who-2020]", "*at once* [@who-202]", "citation-unknown", "did you mean `who-2020`?"),
        (LESSON, "(term:wound)", "(term:wond)", "term-unknown", "did you mean `wound`?"),
        (LESSON, "{{ emergency_number }}", "{{ emergency }}", "variable-unknown", "did you mean `emergency_number`?"),
        (LESSON, "outcome=press", "outcome=spot", "outcome-unknown", "known: `press`"),
        (LESSON, "{#practise ", "{#press-first  ", "id-duplicate", "choose an id"),
        (LESSON, "{#bandage ", "{#press-first  ", "id-duplicate", "choose an id"),
        (LESSON, "- [x] Press {#b}", "- [x] Press {#a}", "id-duplicate", "no other option in its question"),
        (LESSON, "- [x] Press {#b}", "- [x] Press ", "id-missing", "such as `{#b}`"),
        (LESSON, "=> Heat stroke {#p2}", "=> Heat stroke ", "id-missing", "such as `{#a}`"),
        (LESSON, "- [ ] icy {#b}", "- [ ] icy {#a}", "id-duplicate", "no other option in its question"),
        (LESSON, "- [ ] At the elbow {#b ", "- [ ] At the elbow {", "id-missing", "such as `{#b}`"),
        (LESSON, "{#q-order type=order}", "{type=order}", "id-missing", "`::: question {#q-name …}`"),
        (LESSON, "figures/line.svg", "../line.svg", "figure-outside", "modules/bleeding/figures/"),
        (SHOCK, "{#q-signs ", "{#q-true ", "id-duplicate", "no other question in the workspace"),
        (COURSE, "shock/keep-warm", "shock/keep-warn", "lesson-unknown", "did you mean `shock/keep-warm`?"),
        (COURSE, '"112"', '"{{ x }}"', "variable-unknown", "write the value out"),
        (COURSE, "Registration and first test", "'[a](term:wund)'", "term-unknown", "did you mean `wound`?"),
        (
            GLOSSARY,
            "A place where the skin is open.",
            "'A [place](ref:press)'",
            "reference-unknown",
            "write `ref:bleeding/press`",
        ),
        (GLOSSARY, "id: tourniquet", "id: wound", "id-duplicate", "no other term in the glossary"),
    ],
)
def test_says_what_is_wrong_where(path: str, old: str, new: str, code: str, says: str) -> None:
    texts = changed(path, old, new)
    _, diagnostics = resolved(texts)
    line = texts[path][: texts[path].rindex(new)].count("\n") + 1
    assert found(diagnostics) == [(code, path, line)]
    assert says in (diagnostics[0].hint or "")


def test_names_the_first_of_two_ids() -> None:
    _, diagnostics = resolved(changed(LESSON, "{#practise ", "{#press-first "))
    assert f"first at {LESSON}:14" in diagnostics[0].message


def test_every_course_that_takes_a_lesson_sets_its_variables() -> None:
    texts = example()
    second = texts[COURSE].replace("emergency_number", "other")
    _, diagnostics = resolved({**texts, "courses/second/course.yaml": second})
    assert [one.code for one in diagnostics] == [Code.VARIABLE_UNKNOWN]
    assert diagnostics[0].message == "the variable `emergency_number` is not set in `second`"
    third = second.replace("lesson: bleeding/press", "lesson: shock/keep-warm")
    assert resolved({**texts, "courses/second/course.yaml": third})[1] == ()


def test_a_lesson_that_no_course_takes_may_use_any_variable() -> None:
    texts = changed(COURSE, "- lesson: bleeding/press ", "- break: 5 ")
    assert resolved(texts)[1] == ()
    _, diagnostics = resolved({**texts, COURSE: texts[COURSE].replace("emergency_number:", "other:")})
    assert [one.message for one in diagnostics] == ["the variable `emergency_number` is not set in any course"]


def test_a_module_without_lessons_is_empty() -> None:
    texts = {**example(), "modules/bare/module.yaml": "title: Bare\n"}
    _, diagnostics = resolved(texts)
    assert found(diagnostics) == [("module-empty", "modules/bare/module.yaml", 1)]
    unread, diagnostics = resolve_workspace(read_workspace(texts), outline={"bare/first": None})
    assert diagnostics == ()
    assert isinstance(unread, Workspace)


@given(damaged())
def test_never_raises_and_is_idempotent(texts: dict[str, str]) -> None:
    once, diagnostics = resolved(texts)
    again, _ = resolve_workspace(once, outline={})
    assert again == once
    assert all(one.message and one.hint and one.span for one in diagnostics)
