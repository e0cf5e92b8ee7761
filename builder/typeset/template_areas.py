"""A publisher's layout as one of ours: its own places where it has them, ours lent into its room where not."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from builder.output.deck import NO_INSETS, Box, Colour, Insets, Look, Placeholder
from builder.records import dataclass
from builder.typeset.template_colours import plain_on, tones_of
from builder.typeset.template_layouts import roles_of, texts_of, title_of
from builder.typeset.template_master import Area, Layout
from builder.typeset.template_roles import (
    BODY,
    BORROWED,
    IMPRINT,
    LABEL,
    LOGOS,
    NOTE,
    NUMBER,
    SLIDE,
    STRIP,
    TITLE,
    VISUALS,
)

FLOOR = 18.0
"""Points; no text of a slide's body is ever smaller."""
OPENERS = ("Title", "Section", "Title only")
"""Layouts whose title and text stand where they will; on all others the body is that of points."""
_OWN_ROOM = ("Activity", "Case", "Key messages", "Sources", "Closing", "Imprint")
_LABEL, _GAP = 25.2, 2.0
_STRIP = 18.0
_LINES, _TITLE_SIZE, _LINE_HEIGHT = 2, 24.0, 1.25
"""A title's box holds two lines of its smallest size."""
_LOGOS, _LEAST_LOGOS, _EDGE = 48.0, 26.0, 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A publisher's template as our layouts are set into it."""

    width: float
    height: float
    points: Layout
    """Its own layout for points."""
    house: Mapping[int, Area]
    """The places of points in our own theme."""


def adopted(name: str, layout: Layout, house: Mapping[int, Area], stand: Stand) -> Mapping[int, Area]:
    """Return the places of one of our layouts on a layout of the publisher's.

    What the layout has is used as it is; what it lacks stands where ours has it, in proportion, in our sizes.
    """
    roles = roles_of(name, layout)
    room = content_room(stand)
    place = roles.get(BODY) or roles.get(TITLE) or layout.areas[0]
    plain = plain_on(layout, place, tones_of(stand.points, body_of(stand)))
    areas = _strip(layout, house, plain, stand)
    lend = _lender(stand, room, plain)
    for role, area in house.items():
        if role in areas or role in (NOTE, LOGOS):
            continue
        if role in roles:
            areas[role] = _even(_uncoloured(roles[role])) if name in OPENERS else _native(roles[role], area, stand)
        elif role not in VISUALS and role != NUMBER and (name, role) != ("Title", IMPRINT):
            areas[role] = lend(role, area)
    if name in OPENERS:
        below = (area.box.top for area in areas.values() if area.box.top >= areas[TITLE].box.bottom - _GAP)
        areas[TITLE] = _roomy(areas[TITLE], min(below, default=stand.height - _EDGE))
    else:
        _settle(name, areas, house, room, stand)
    areas[NOTE] = _note(house[NOTE], areas, lend, stand)
    if LOGOS in house:
        areas[LOGOS] = _logos(name, layout, house[LOGOS], areas, lend)
    return areas


def body_of(stand: Stand) -> Area:
    """Return where points stand in the publisher's own layout."""
    return texts_of(stand.points)[0]


def content_room(stand: Stand) -> Box:
    """Return the room for points: the layout's own, within the slide, below its title and above its strip."""
    body, title = body_of(stand), title_of(stand.points)
    inset, box = body.insets, body.box
    left, right = max(box.left, 0.0) + inset.left, min(box.right, stand.width) - inset.right
    top = max(
        box.top + inset.top, min(title.box.bottom, stand.height / 2) if title and title.box.top < box.top else 0.0
    )
    bottom = min(box.bottom - inset.bottom, strip_top(stand.points, stand) - _GAP)
    return Box(left=left, top=top, width=max(right - left, 1.0), height=max(bottom - top, 1.0))


def strip_top(layout: Layout, stand: Stand) -> float:
    """Return where the strip at a slide's foot begins."""
    tops = [area.box.top for area in layout.areas if area.placeholder.kind in ("ftr", "sldNum") and area.box.height]
    low = [top for top in tops if top > stand.height * 0.75]
    return min(low, default=stand.height - _EDGE)


def _strip(layout: Layout, house: Mapping[int, Area], plain: Colour, stand: Stand) -> dict[int, Area]:
    """Return the two ends of the strip: the layout's footer and number, or ours in its corners."""
    areas = {}
    for role, kind in ((STRIP, "ftr"), (SLIDE, "sldNum")):
        own = next((area for area in layout.areas if area.placeholder.kind == kind and area.box.width), None)
        if own is not None:
            areas[role] = _uncoloured(own)
            continue
        area = house[role]
        room = content_room(stand)
        width = room.width * (0.6 if role == STRIP else 0.38)
        left = room.left if role == STRIP else room.right - width
        box = Box(left=left, top=strip_top(layout, stand), width=width, height=_STRIP)
        areas[role] = replace(_bare(area, role, stand, plain), box=box)
    return areas


def _lender(stand: Stand, room: Box, plain: Colour) -> Callable[[int, Area], Area]:
    """Return what sets a place of ours into the publisher's room."""
    ours = stand.house[BODY].box

    def lend(role: int, area: Area) -> Area:
        return replace(_bare(area, role, stand, plain), box=_mapped(area.box, ours, room))

    return lend


def _bare(area: Area, role: int, stand: Stand, plain: Colour) -> Area:
    """Return a place of ours as one that the template does not have: it says itself how it looks."""
    holder = area.placeholder
    kind = holder.kind if holder.kind in ("ftr", "sldNum") else "body"
    given = body_of(stand).look(0)
    looks = tuple(
        replace(
            look, colour=_token(look, area.fill, plain), font=given.font, caps=given.caps, italic=given.italic,
            bold=look.bold or given.bold,
        )
        for look in area.looks
    )  # fmt: skip
    bare = Placeholder(kind=kind, index=BORROWED + role, insets=holder.insets, anchor=holder.anchor)
    return replace(area, placeholder=bare, looks=looks, ground=None)


def _token(look: Look, fill: Colour | None, plain: Colour) -> Colour:
    """Return a colour of ours that can be read where a lent place stands."""
    if fill in ("teal", "sea", "brick", "grey"):
        return "white"
    if look.colour in (None, "ink", "white", "mist") or plain != "ink":
        return plain
    return look.colour


def _native(own: Area, ours: Area, stand: Stand) -> Area:
    """Return a place of the layout: in its own look, or in ours where we set such a place apart from points."""
    area = _uncoloured(own)
    if ours.placeholder.kind in ("title", "ctrTitle", "subTitle"):
        return area
    looks = area.looks if ours.looks == stand.house[BODY].looks else _ours_in(own, ours, stand)
    return replace(area, looks=tuple(replace(look, size=max(look.size, FLOOR)) for look in looks))


def _ours_in(own: Area, ours: Area, stand: Stand) -> tuple[Look, ...]:
    """Return our looks in the publisher's typeface, in proportion to its points."""
    given = own.look(0)
    share = min(max(body_of(stand).look(0).size / stand.house[BODY].look(0).size, 0.75), 1.15)
    return tuple(
        replace(
            look, size=float(round(look.size * share)), font=given.font, caps=given.caps, italic=given.italic,
            bold=look.bold or given.bold, colour=None if look.colour in ("ink", None) else look.colour,
        )
        for look in ours.looks
    )  # fmt: skip


def _uncoloured(own: Area) -> Area:
    """Return a place whose letters have the colour that the layout gives them."""
    looks = tuple(replace(look, colour=None) for look in own.placeholder.looks)
    return replace(own, placeholder=replace(own.placeholder, looks=looks), looks=looks, fill=None)


def _even(area: Area) -> Area:
    """Return a place below a title with lines that have no markers, and that stand in the middle if its first does."""
    centred = area.look(0).align == "center"
    looks = tuple(
        replace(look, marker="none", bullet="", margin=0.0, hanging=0.0) if centred or look.marker != "none" else look
        for look in area.looks
    )
    return replace(area, looks=looks)


def _settle(name: str, areas: dict[int, Area], house: Mapping[int, Area], room: Box, stand: Stand) -> None:
    """Put title and body where those of points are, so that what is planned for one layout fits all."""
    areas[TITLE] = _title(areas[TITLE], room, stand)
    body = areas.get(BODY)
    if body is None:
        return
    box = _mapped(house[BODY].box, stand.house[BODY].box, room) if name in _OWN_ROOM else room
    if LABEL in areas and name == "Case":
        areas[LABEL] = replace(areas[LABEL], box=Box(left=room.left, top=room.top, width=room.width, height=_LABEL))
        box = replace(box, top=room.top + _LABEL + 4.0, height=room.height - _LABEL - 4.0)
    areas[BODY] = replace(body, box=_around(box, body.insets) if name == "Closing" else box)


def _around(box: Box, insets: Insets) -> Box:
    """Return the box whose text, within its insets, stands in another box."""
    width, height = box.width + insets.left + insets.right, box.height + insets.top + insets.bottom
    return Box(left=box.left - insets.left, top=box.top - insets.top, width=width, height=height)


def _title(area: Area, room: Box, stand: Stand) -> Area:
    """Return the place of a title; that of points where the layout's own hangs into the body."""
    points = title_of(stand.points)
    if points is not None and area.box.bottom > room.top + _GAP:
        area = replace(area, box=points.box)
    return _roomy(area, room.top)


def _roomy(area: Area, limit: float) -> Area:
    """Return the place of a title high enough for two lines: longer downwards as far as a limit, else upwards."""
    box, insets = area.box, area.insets
    least = _LINES * _TITLE_SIZE * _LINE_HEIGHT + insets.top + insets.bottom
    if box.height >= least:
        return area
    bottom = min(max(box.bottom, limit), box.top + least)
    top = max(bottom - least, 0.0)
    return replace(area, box=replace(box, top=top, height=bottom - top))


def _note(area: Area, areas: Mapping[int, Area], lend: Callable[[int, Area], Area], stand: Stand) -> Area:
    """Return where the note on a name stands: over the strip, in what room the body leaves."""
    room = content_room(stand)
    tops = [areas[role].box.top for role in (STRIP, SLIDE) if areas[role].box.top > stand.height * 0.75]
    bottom = min(tops, default=stand.height - _EDGE) - _GAP
    height = max(bottom - room.bottom - _GAP, 0.0)
    box = Box(left=room.left, top=bottom - height, width=room.width, height=height)
    lent = lend(NOTE, area)
    looks = tuple(replace(look, align="left") for look in lent.looks)
    holder = replace(lent.placeholder, anchor="bottom", insets=NO_INSETS)
    return replace(lent, placeholder=holder, looks=looks, box=box)


def _logos(name: str, layout: Layout, area: Area, areas: Mapping[int, Area], lend: Callable[[int, Area], Area]) -> Area:
    """Return where logos stand: the layout's own place for them, a band below a title's texts, or where ours are."""
    own = next((one for one in layout.areas if one.placeholder.kind == "pic" and "logo" in one.name.casefold()), None)
    if own is not None:
        return own
    lent = lend(LOGOS, area)
    if name != "Title":
        return lent
    texts = [areas[role].box for role in (TITLE, BODY, IMPRINT) if role in areas]
    bottom = areas[NOTE].box.bottom - _STRIP
    free = bottom - max(box.bottom for box in texts)
    height = min(max(free - 6.0, _LEAST_LOGOS), _LOGOS)
    left, right = min(box.left for box in texts), max(box.right for box in texts)
    return replace(lent, box=Box(left=left, top=bottom - height, width=right - left, height=height))


def _mapped(box: Box, frame: Box, room: Box) -> Box:
    """Return a box in proportion to another frame, kept within it."""
    across, down = room.width / frame.width, room.height / frame.height
    left = min(max(room.left + (box.left - frame.left) * across, room.left), room.right)
    top = min(max(room.top + (box.top - frame.top) * down, room.top), room.bottom)
    right = min(max(room.left + (box.right - frame.left) * across, left + 1.0), room.right)
    bottom = min(max(room.top + (box.bottom - frame.top) * down, top + 1.0), room.bottom)
    return Box(left=round(left, 2), top=round(top, 2), width=round(right - left, 2), height=round(bottom - top, 2))
