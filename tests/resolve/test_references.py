"""References and figures: what is written, what it becomes."""

import pytest

from builder.content.inlines import LessonReference
from builder.content.prose import Figure
from builder.diagnostics import Code
from builder.resolve.figures import bind_figure, check_figure
from builder.resolve.names import Names, Scope
from builder.resolve.references import bind_reference, check_reference
from tests.resolve.nodes import SPAN

NAMES = Names(
    citations=frozenset(),
    terms=frozenset(),
    publishers=frozenset(),
    lessons={
        "bleeding/press": frozenset({"press-first", "check"}),
        "shock/keep-warm": frozenset({"pale"}),
        "burns/cool": None,
    },
)
SCOPE = Scope(module="bleeding", lesson="press", courses=(), taken=True)


def reference(target: str) -> LessonReference:
    return LessonReference(span=SPAN, target=target, children=())


def figure(path: str) -> Figure:
    return Figure(span=SPAN, id=None, path=path, alternative=None, caption=None, decorative=True)


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("#check", "bleeding/press#check"),
        ("press", "bleeding/press"),
        ("press#check", "bleeding/press#check"),
        ("shock/keep-warm", "shock/keep-warm"),
        ("shock/keep-warm#pale", "shock/keep-warm#pale"),
        ("burns/cool#whatever", "burns/cool#whatever"),
    ],
)
def test_binds_the_ways_to_write_a_reference(written: str, bound: str) -> None:
    once = bind_reference(reference(written), SCOPE, NAMES)
    assert once.target == bound
    assert bind_reference(once, SCOPE, NAMES) is once
    assert check_reference(reference(written), SCOPE, NAMES) == ()


@pytest.mark.parametrize(
    ("written", "says", "helps"),
    [
        ("#chek", "bleeding/press has no anchor `chek`", "did you mean `check`?"),
        ("keep-warm", "there is no lesson `bleeding/keep-warm`", "write `ref:shock/keep-warm`"),
        ("01-press", "there is no lesson `bleeding/01-press`", "did you mean `bleeding/press`?"),
        ("shock/keep-worm", "there is no lesson `shock/keep-worm`", "did you mean `shock/keep-warm`?"),
        ("shock/keep-warm#", "shock/keep-warm has no anchor ``", "give the heading or block an id"),
        ("x/y/z", "there is no lesson `x/y/z`", "write `ref:module/lesson#anchor`"),
        ("", "there is no lesson `bleeding/`", "`bleeding/press`"),
    ],
)
def test_says_what_is_wrong_with_a_reference(written: str, says: str, helps: str) -> None:
    assert bind_reference(reference(written), SCOPE, NAMES).target == written
    (finding,) = check_reference(reference(written), SCOPE, NAMES)
    assert finding.code is Code.REFERENCE_UNKNOWN
    assert says in finding.message
    assert finding.hint is not None
    assert helps in finding.hint


def test_short_references_mean_nothing_outside_a_lesson() -> None:
    nowhere = Scope(courses=(), taken=True)
    assert check_reference(reference("#check"), nowhere, NAMES)
    assert check_reference(reference("press"), nowhere, NAMES)
    assert check_reference(reference("bleeding/press"), nowhere, NAMES) == ()


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("figures/press.svg", "modules/bleeding/figures/press.svg"),
        ("./figures/../figures/press.svg", "modules/bleeding/figures/press.svg"),
        ("слики/рана 1.png", "modules/bleeding/слики/рана 1.png"),
        ("modules/bleeding/figures/press.svg", "modules/bleeding/figures/press.svg"),
    ],
)
def test_binds_figures_to_the_root(written: str, bound: str) -> None:
    once = bind_figure(figure(written), SCOPE)
    assert once.path == bound
    assert bind_figure(once, SCOPE) is once
    assert check_figure(figure(written), SCOPE) == ()


@pytest.mark.parametrize(
    "written",
    [
        "../shock/figures/a.svg",
        "figures/../../shock/a.svg",
        "modules/bleeding/../shock/a.svg",
        "/etc/passwd",
        "C:/pictures/a.png",
        "https://example.org/a.png",
        "..\\shock\\a.svg",
        "..",
        ".",
        "",
        "../bleeding-more/a.svg",
    ],
)
def test_refuses_figures_outside_the_module(written: str) -> None:
    assert bind_figure(figure(written), SCOPE).path == written
    (finding,) = check_figure(figure(written), SCOPE)
    assert finding.code is Code.FIGURE_OUTSIDE
    assert finding.hint
