"""What is nearly full, told while there is time: a translation grows, and what fills its box today overflows then."""

from collections.abc import Iterator, Sequence

from builder.diagnostics import Code, Diagnostic, diagnose
from builder.plan.deck.divide import Cast, forms_of
from builder.plan.deck.fitting import STEPS
from builder.plan.deck.pages import page_need, room_of
from builder.plan.deck.scenes import Division, Page, Scene
from builder.plan.deck.setting import Setting, spoken
from builder.plan.deck.titles import title_share
from builder.plan.second import first_text

BAR = 0.8
"""The part of its room, at the smallest size, above which a slide is told of."""


def tight_slides(cast: Cast, division: Division) -> Iterator[Diagnostic]:
    """Yield a note for each title and each whole slide that is nearly full in some language, the fullest named first.

    Slides that are split already are not told of: there a longer translation finds room on one slide more.
    """
    forms = forms_of(cast, division)
    scene = forms[0][0]
    name = f"slide “{first_text(scene.title)}”"
    if scene.otherwise is None:  # where there is another form, a long title moves into the body
        yield from _told(f"the title of {name}", [title_share(one, setting) for one, setting in forms], forms)
    if len(division.pages) == 1:
        page = division.pages[0]
        yield from _told(name, [_share(one, page, setting) for one, setting in forms], forms)


def _share(scene: Scene, page: Page, setting: Setting) -> float:
    """Return how much of its room a page fills at the smallest size."""
    room = room_of(scene, setting)
    return page_need(scene, page, STEPS - 1, room, setting).height / room.height


def _told(what: str, shares: Sequence[float], forms: Cast) -> Iterator[Diagnostic]:
    full = [(share, spoken(setting)) for share, (_, setting) in zip(shares, forms, strict=True) if BAR < share <= 1]
    if not full or max(shares) > 1:  # what does not fit at all is told as such
        return
    listed = ", ".join(f"{round(share * 100)} % in {language}" for share, language in sorted(full, reverse=True))
    yield diagnose(
        Code.SLIDE_TIGHT,
        f"{what} is nearly full, even at the smallest size: {listed}",
        forms[0][0].span,
        hint="leave a fifth free, for translations are longer: shorten it, or begin a slide with `---` or `###`",
    )
