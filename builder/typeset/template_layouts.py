"""Which layout of a publisher's template stands in for each of ours: by name, by kind, by what it holds."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.output.deck import Box
from builder.typeset.template_master import Area, Layout
from builder.typeset.template_roles import (
    BODY,
    CHART,
    DETAIL,
    HEAD,
    IMPRINT,
    NUMBER,
    PICTURE,
    SECOND,
    TABLE,
    THIRD,
    TITLE,
)

TITLES = ("title", "ctrTitle")
TEXTS = ("obj", "body", "subTitle", "tx")
_LEAST_TEXT = 20.0
"""Points; a lower box is for a date or a caption."""


class Wanted(NamedTuple):
    """What is looked for in place of one of our layouts."""

    names: tuple[str, ...] = ()
    """What others call it; its own name is looked for first."""
    kinds: tuple[str, ...] = ()
    texts: int = 1
    """How many boxes of text it must have."""
    otherwise: str = "Points"
    """Which of ours it is drawn on where there is none."""


POINTS = "Points"
WANTED: Mapping[str, Wanted] = {
    "Title": Wanted(("Title Slide",), ("title",), 0),
    "Section": Wanted(("Section Header", "Section Title"), ("secHead",), 0),
    "Title only": Wanted((), ("titleOnly",), 0),
    "Points": Wanted(("Title and Content", "Title and Text", "Title and Body", "Content"), ("obj", "tx")),
    "Two columns": Wanted(("Two Content",), ("twoObj", "twoColTx"), 2),
    "Three columns": Wanted(("Three Content",), (), 3),
    "Comparison": Wanted((), ("twoTxTwoObj",), 4),
    "Table": Wanted(("Title and Table",), ("tbl",), 0),
    "Chart": Wanted(("Title and Chart",), ("chart",), 0),
    "Picture": Wanted(("Title and Picture",), (), 0),
    "Picture and points": Wanted(otherwise="Two columns"),
    "Question with pairs": Wanted(texts=2, otherwise="Two columns"),
    "Closing": Wanted(("Closing Slide", "End Slide", "Last Slide"), (), 0),
}
"""Those of our layouts for which others have one; what is not named here is found by its own name only."""
_OTHER = Wanted(texts=0)


def find_layout(name: str, layouts: Sequence[Layout], chosen: Mapping[str, str]) -> Layout | None:
    """Return the layout that stands in for one of ours, itself found by name, kind or what it holds; or None."""
    wanted = WANTED.get(name, _OTHER)
    fitting = [layout for layout in layouts if title_of(layout) and len(texts_of(layout)) >= wanted.texts]
    names = [called.casefold() for called in (chosen.get(name, name), name, *wanted.names)]
    for called in names:
        for layout in fitting:
            if layout.name.casefold() == called:
                return layout
    found = next((layout for kind in wanted.kinds for layout in fitting if layout.kind == kind), None)
    return found or _by_contents(name, fitting)


def _by_contents(name: str, layouts: Sequence[Layout]) -> Layout | None:
    """Return the first layout that holds what ours does; for points, the one with most room for one text."""
    if name == "Title":
        centred = (one for one in layouts if any(area.placeholder.kind == "ctrTitle" for area in one.areas))
        return next(centred, None)
    if name == "Title only":
        return next((one for one in layouts if not texts_of(one) and not _is_opener(one)), None)
    plain = [one for one in layouts if texts_of(one) and not _is_opener(one)]
    if name == POINTS:
        return max(plain, key=lambda one: (-len(texts_of(one)), surface(texts_of(one)[0].box)), default=None)
    count = {"Two columns": 2, "Three columns": 3}.get(name)
    return next((one for one in plain if len(texts_of(one)) == count and _stand_abreast(texts_of(one))), None)


def _is_opener(layout: Layout) -> bool:
    return layout.kind in ("title", "secHead") or any(area.placeholder.kind == "ctrTitle" for area in layout.areas)


def _stand_abreast(texts: Sequence[Area]) -> bool:
    """Return whether texts stand side by side, none above another."""
    boxes = sorted((area.box for area in texts), key=lambda box: box.left)
    beside = all(one.right <= other.left + 1 for one, other in pairwise(boxes))
    return beside and max(box.top for box in boxes) < min(box.bottom for box in boxes)


def title_of(layout: Layout) -> Area | None:
    """Return the place of a layout's title."""
    return next((area for area in layout.areas if area.placeholder.kind in TITLES), None)


def texts_of(layout: Layout) -> list[Area]:
    """Return the places of a layout's texts, the largest first."""
    texts = [area for area in layout.areas if area.placeholder.kind in TEXTS and area.box.height >= _LEAST_TEXT]
    return sorted(texts, key=lambda area: -surface(area.box))


def surface(box: Box) -> float:
    """Return how large a box is."""
    return box.width * box.height


def roles_of(name: str, layout: Layout) -> dict[int, Area]:
    """Return what the places of another's layout are for."""
    title, texts = title_of(layout), texts_of(layout)
    roles = {TITLE: title} if title else {}
    roles |= _text_roles(name, texts)
    for role, kind, ours in ((TABLE, "tbl", "Table"), (PICTURE, "pic", "Picture"), (CHART, "chart", "Chart")):
        own = next((area for area in layout.areas if area.placeholder.kind == kind), None)
        contents = next((area for area in texts if area.placeholder.kind == "obj"), None) if name == ours else None
        if own or contents:
            roles[role] = own or contents  # type: ignore[assignment]
            if contents and not own:
                roles.pop(BODY, None)
    return roles


def _text_roles(name: str, texts: Sequence[Area]) -> dict[int, Area]:
    across = sorted(texts, key=lambda area: (area.box.left, area.box.top))
    if name == "Comparison" and len(texts) >= 4:
        heads, details = sorted(texts[2:4], key=_left), sorted(texts[:2], key=_left)
        return {HEAD: heads[0], HEAD + 1: heads[1], DETAIL: details[0], DETAIL + 1: details[1]}
    if name in ("Two columns", "Question with pairs") and len(texts) >= 2:
        return dict(zip((BODY, SECOND), sorted(texts[:2], key=_left), strict=False))
    if name == "Three columns" and len(texts) >= 3:
        return dict(zip((BODY, SECOND, THIRD), sorted(texts[:3], key=_left), strict=False))
    if name == "Title":
        first = next((area for area in texts if area.placeholder.kind == "subTitle"), texts[0] if texts else None)
        others = [area for area in across if area is not first]
        return ({BODY: first} if first else {}) | ({IMPRINT: others[-1]} if others else {})
    if name == "Section":
        number = next((area for area in texts if "number" in area.name.casefold()), None)
        others = [area for area in texts if area is not number]
        return ({BODY: others[0]} if others else {}) | ({NUMBER: number} if number else {})
    return {BODY: texts[0]} if texts else {}


def _left(area: Area) -> float:
    return area.box.left
