"""Attributes: where they stand, what they may hold, and which constructs take which."""

import pytest

from builder.content.inlines import Foreign
from builder.content.walk import walk
from builder.markdown.raw import read_raw
from builder.model.blocks import Activity, Card, Question
from builder.read.attributes import read_attributes, split_attributes
from builder.read.scope import Scope
from tests.read.helpers import codes, read, snippet


def scope() -> Scope:
    """Return a scope for itself."""
    return Scope(path="a.md", language="en", findings=[])


@pytest.mark.parametrize(
    ("text", "rest", "identifier", "values"),
    [
        ("Title {#a}", "Title", "a", {}),
        ("Title {#a k=v l=w}", "Title", None, None),
        ('Title {k="a {b} \\"c\\"" #a}', "Title", "a", {"k": 'a {b} "c"'}),
        ("Title {k=ж-1,5}", "Title", None, {"k": "ж-1,5"}),
        ("Title\n  {#a}", "Title", "a", {}),
        ("{#a}", "", "a", {}),
        ("Title {other} text", "Title {other} text", None, {}),
        ("Title {other}", "Title {other}", None, {}),
        ("Title {{ v }}", "Title {{ v }}", None, {}),
        ("Title {*}", "Title {*}", None, {}),
        ("Title `{#a}`", "Title `{#a}`", None, {}),
        ("Title {#a} <!-- c -->", "Title", "a", {}),
        ("Title <!-- c --> {#a}", "Title", "a", {}),
    ],
)
def test_attributes_stand_last(text: str, rest: str, identifier: str | None, values: dict[str, str] | None) -> None:
    here = scope()
    raw, attributes = split_attributes(read_raw(text, line=3), here, owner="a thing", keys=("k",))
    assert raw.message == rest
    if values is None:
        assert [finding.code.value for finding in here.findings] == ["attribute-unknown"]
        return
    assert here.findings == []
    assert (attributes.id, dict(attributes.values)) == (identifier, values)


@pytest.mark.parametrize(
    ("inside", "code", "hint"),
    [
        ("#A", "attributes-malformed", "#a"),
        ("#1 ", "attributes-malformed", "#name"),
        ("#a #b", "attributes-malformed", "one id only"),
        ("#a, k=v", "attributes-malformed", "commas"),
        ("k=a, k=b", "attributes-malformed", "commas"),
        ("k=“a”", "attributes-malformed", "straight quotation marks"),
        ("k='a'", "attributes-malformed", "straight quotation marks"),
        ("k=a b", "attributes-malformed", "several words"),
        ("k=", "attributes-malformed", "key=value"),
        ("k=a k=b", "attributes-malformed", "once"),
        ("l=a", "attribute-unknown", "did you mean `k`"),
        ("decorative", "attribute-unknown", "figure"),
    ],
)
def test_what_cannot_be_read_is_told_once_with_help(inside: str, code: str, hint: str) -> None:
    here = scope()
    read_attributes(inside, 4, here, owner="a thing", keys=("k", "kk"))
    (finding,) = here.findings
    assert finding.code == code
    assert finding.span is not None
    assert finding.span.line == 4
    assert hint in str(finding.hint) or hint == "did you mean `k`"


def test_what_follows_a_mistake_is_still_read() -> None:
    here = scope()
    attributes = read_attributes("#A k=1", 1, here, owner="a thing", keys=("k",))
    assert (attributes.id, attributes.whole("k")) == (None, 1)


OWNERS = {
    "step": "## A {minutes=5 method=pairs core=false %s}",
    "slide": "### A {%s}",
    "heading": "#### A {#x %s}",
    "activity": '::: activity {title="A" minutes=5 grouping=pairs size=2 %s}\na\n:::',
    "card": '::: card {role="A" title="B" %s}\na\n:::',
    "key": '::: key {title="A" %s}\na\n:::',
    "process": '::: process {title="A" %s}\n- a\n:::',
    "notes": "::: notes {#x %s}\na\n:::",
    "columns": "::: columns {%s}\n::: column\na\n:::\n:::",
    "column": "::: columns\n::: column {%s}\na\n:::\n:::",
    "case": '::: case {title="A" %s}\na\n:::',
    "inject": '::: case\na\n\n::: inject {minutes=5 title="A" %s}\nb\n:::\n:::',
    "question": "::: question {#q type=essay points=2 outcome=o use=test shuffle=false lines=4 %s}\na\n:::",
    "option": "::: question {#q type=single}\na\n\n- [x] a {weight=50 %s}\n- [ ] b\n:::",
    "pair": "::: question {#q type=match}\na\n\n- a => b {#p %s}\n- => c\n:::",
    "figure": "![a](b.svg){#f %s}",
    "table": "| a |\n|---|\n{chart=bar %s}",
}


@pytest.mark.parametrize("text", OWNERS.values(), ids=OWNERS)
def test_each_construct_takes_its_own_keys_and_no_others(text: str) -> None:
    clean = text.replace("%s", "").replace("{}", "")
    assert snippet(clean)[1] == ()
    assert [code for code, _ in codes(snippet(text.replace("%s", "zzz=1"))[1])] == ["attribute-unknown"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("::: activity {minutes=x}\na\n:::", "minutes"), ("::: activity {minutes=0}\na\n:::", "minutes"),
        ("::: activity {grouping=trios}\na\n:::", "grouping"), ("::: activity {size=-1}\na\n:::", "size"),
        ("## A {minutes=5 method=talk}", "method"), ("## A {minutes=5 core=no}", "core"),
        ("::: question {type=essay use=both}\na\n:::", "use"),
        ("::: question {type=essay shuffle=1}\na\n:::", "shuffle"),
        ("::: question {type=likert scale=agree}\na\n:::", "scale"), ("| a |\n|---|\n{chart=pie}", "chart"),
        ("::: question {type=single}\na\n\n- [x] a {weight=101}\n- [ ] b\n:::", "weight"),
        ("::: question {type=single}\na\n\n- [x] a {weight=half}\n- [ ] b\n:::", "weight"),
    ],
)  # fmt: skip
def test_values_that_do_not_fit(text: str, value: str) -> None:
    _, findings = snippet(text)
    (finding,) = (finding for finding in findings if finding.code == "attribute-value")
    assert f"`{value}=" in finding.message


def test_text_behind_a_name_is_no_attribute() -> None:
    assert codes(snippet("::: notes Say this\na\n:::")[1]) == [("attributes-malformed", 8)]


def test_values_reach_the_model() -> None:
    lesson, _ = snippet(OWNERS["activity"].replace("%s", "") + "\n" + OWNERS["card"].replace("%s", ""))
    (activity,), (card,) = walk(lesson, Activity), walk(lesson, Card)
    assert (activity.minutes, activity.grouping, activity.size) == (5, "pairs", 2)
    assert card.role is not None
    assert card.role.message == "A"
    lesson, _ = snippet(OWNERS["question"].replace("%s", ""))
    (question,) = walk(lesson, Question)
    assert (question.points, question.outcome, question.use, question.shuffle) == (2, "o", "test", False)


@pytest.mark.parametrize("path", ["modules/a/press.md", "modules/a/01-Press.md", "modules/a/01_press.md", "01-.md"])
def test_the_name_of_a_lesson(path: str) -> None:
    _, findings = read("---\ntitle: A\nminutes: 5\n---\n## A {minutes=5}\n", path)
    assert codes(findings) == [("lesson-name", 1)]


@pytest.mark.parametrize("attributes", ["", " {#a}"])
def test_the_language_of_the_last_words_is_theirs(attributes: str) -> None:
    lesson, findings = snippet(f"### See [das Wort]{{lang=de}}{attributes}\n\n- b\n")
    assert findings == ()
    (foreign,) = walk(lesson, Foreign)
    assert foreign.language == "de"
    assert lesson.steps[0].slides[1].id == ("a" if attributes else None)
