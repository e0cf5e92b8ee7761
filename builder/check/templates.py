"""What a publisher's template must have: layouts for a title and for points, sane boxes, colours that can be read."""

from collections.abc import Iterator, Mapping

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.diagnostics.nearest import nearest
from builder.languages.table import Language
from builder.model.keys import key_span
from builder.model.workspace import Publisher
from builder.output.deck import Box, Look
from builder.source import Span
from builder.typeset.colours import LARGE, TEXT, contrast, pairs_of, palette_of
from builder.typeset.template import Theme
from builder.typeset.template_areas import FLOOR, body_of
from builder.typeset.template_colours import ground_of
from builder.typeset.template_fonts import lacking
from builder.typeset.template_layouts import POINTS, roles_of, title_of
from builder.typeset.template_master import Area, Layout
from builder.typeset.template_roles import BODY, IMPRINT, NUMBER, TITLE

_SMALLEST, _LARGEST = (480.0, 360.0), 4032.0
"""Points of a slide; PowerPoint's own limit is 56 inches."""
_LEAST_WIDTH, _LEAST_HEIGHT = 0.4, 0.35
"""The parts of the slide that points need."""
_LARGE, _LARGE_BOLD = 18.0, 14.0
_PLACES = {TITLE: "title", BODY: "text", IMPRINT: "edition", NUMBER: "number of the lesson"}


def check_usable(publisher: Publisher, theme: Theme) -> Diagnostics:
    """Return why no deck can be planned for a template; nothing where one can."""
    span = key_span(publisher, "template")
    found = []
    if theme.found(POINTS) is None:
        message = f"{_file(publisher)} has no layout with a title and a box of text: points have no place"
        hint = "add such a layout to the slide master, or name one in the profile: `layouts: {Points: …}`"
        found.append(diagnose(Code.TEMPLATE_UNUSABLE, message, span, hint=hint))
    if theme.width < _SMALLEST[0] or theme.height < _SMALLEST[1] or max(theme.width, theme.height) > _LARGEST:
        message = f"the slides of {_file(publisher)} are {theme.width:.0f} × {theme.height:.0f} points"
        hint = "choose a usual size, such as 13.33 × 7.5 inches (widescreen) or 10 × 7.5 (standard)"
        found.append(diagnose(Code.TEMPLATE_UNUSABLE, message, span, hint=hint))
    return tuple(found)


def check_template(publisher: Publisher, theme: Theme) -> Diagnostics:
    """Return what a template lacks and what is used instead, odd boxes, colours that are hard to read."""
    return (
        *_check_choices(publisher, theme),
        *_check_layouts(publisher, theme),
        *_check_boxes(publisher, theme),
        *_check_colours(publisher, theme),
    )


def check_letters(publisher: Publisher, tables: Mapping[str, bytes], languages: list[Language]) -> Iterator[Diagnostic]:
    """Yield a finding for each typeface that lacks letters of a language."""
    span = key_span(publisher, "fonts", "template")
    for name, table in sorted(tables.items()):
        for language in languages:
            letters = "".join(language.alphabet.split())
            missing = lacking(letters + letters.upper() + "".join(language.quotes), table)
            if missing:
                message = f"the typeface {name} of {_file(publisher)} has no {' '.join(missing)}, of {language.english}"
                hint = "office programs take them from another typeface; choose one that has all letters"
                yield diagnose(Code.FONT_LETTERS, message, span, hint=hint, language=language.tag)


def check_palette(publisher: Publisher) -> Iterator[Diagnostic]:
    """Yield a finding for each two of a publisher's colours that meet as text and ground and are too much alike."""
    for pair in pairs_of(palette_of(publisher.colours)):
        ratio = contrast(pair.text, pair.ground)
        if ratio < pair.least:
            message = f"{pair.where}: #{pair.text} on #{pair.ground} has a contrast of {ratio:.1f} : 1"
            hint = f"text needs {pair.least} : 1; choose a darker colour, or a lighter ground"
            yield diagnose(Code.CONTRAST_LOW, message, key_span(publisher, "colours"), hint=hint)


def _check_choices(publisher: Publisher, theme: Theme) -> Iterator[Diagnostic]:
    """Yield a finding for each layout that the profile names and that is not there."""
    span = key_span(publisher, "layouts")
    ours = theme.house.names if theme.house else theme.names
    for name, other in publisher.layouts:
        for called, known, what in ((name, ours, "our theme"), (other, theme.names, "the template")):
            if called not in known:
                close = nearest(called, known)
                hint = f"did you mean `{close}`? " if close else ""
                message = f"`layouts:` names `{called}`, which {what} does not have"
                yield diagnose(Code.VALUE_CHOICE, message, span, hint=f"{hint}there are: {', '.join(known)}")


def _check_layouts(publisher: Publisher, theme: Theme) -> Iterator[Diagnostic]:
    """Yield a note for each layout that stands in for others, and for each place that a layout lacks."""
    span = key_span(publisher, "template")
    instead: dict[str, list[str]] = {}
    for name in theme.house.names if theme.house else ():
        if theme.found(name) is None:
            instead.setdefault(theme.stand_in(name).name, []).append(name)
    for used, names in instead.items():
        message = f"{_file(publisher)} has no layout {', '.join(names)}: `{used}` is used instead"
        hint = "nothing is lost; to have them set apart, add layouts of these names, or name yours under `layouts:`"
        yield diagnose(Code.TEMPLATE_LAYOUT_MISSING, message, span, hint=hint)
    for name, role, otherwise in (
        ("Title", IMPRINT, "the edition stands in the box of the subtitle"),
        ("Section", NUMBER, "the number of the lesson stands before its title"),
    ):
        if not theme.is_ours and role not in roles_of(name, theme.stand_in(name)):
            message = (
                f"the layout `{theme.stand_in(name).name}` of {_file(publisher)} has no place for the {_PLACES[role]}"
            )
            yield diagnose(Code.TEMPLATE_LAYOUT_MISSING, f"{message}: {otherwise}", span, hint="nothing is lost")


def _check_boxes(publisher: Publisher, theme: Theme) -> Iterator[Diagnostic]:
    """Yield a finding for boxes of the layout for points that leave the slide, are too small, or set text too small."""
    if theme.is_ours:
        return
    span, layout = key_span(publisher, "template"), theme.stand_in(POINTS)
    body, title, room = body_of(theme.stand), title_of(layout), theme.area(POINTS, BODY).box
    where = f"the layout `{layout.name}` of {_file(publisher)}"
    for area in (one for one in (title, body) if one):
        if not _is_on(area.box, theme):
            message = f"the box {area.name} of {where} leaves the slide: only what is on it is used"
            yield diagnose(Code.TEMPLATE_BOX, message, span, hint="move it onto the slide")
    if room.width < theme.width * _LEAST_WIDTH or room.height < theme.height * _LEAST_HEIGHT:
        message = f"{where} leaves {room.width:.0f} × {room.height:.0f} points for text, which makes many slides"
        yield diagnose(Code.TEMPLATE_BOX, message, span, hint="make the box of the text larger")
    size = body.placeholder.looks[0].size
    if size < FLOOR:
        message = f"{where} sets points at {size:g} points: {FLOOR:g} are used, for nothing on a wall is smaller"
        yield diagnose(Code.TEMPLATE_BOX, message, span, hint=f"set the first level at {FLOOR:g} points or more")
    planned = theme.area(POINTS, TITLE).box
    if title is not None and planned.height > title.box.height + 1:
        message = f"the title of {where} holds less than two lines: its box is made higher"
        yield diagnose(
            Code.TEMPLATE_BOX, message, span, hint="make the title's box high enough for two lines of 24 points"
        )


def _file(publisher: Publisher) -> str:
    return (publisher.template or "").rpartition("/")[2]


def _is_on(box: Box, theme: Theme) -> bool:
    return box.left >= -1 and box.top >= -1 and box.right <= theme.width + 1 and box.bottom <= theme.height + 1


def _check_colours(publisher: Publisher, theme: Theme) -> Iterator[Diagnostic]:
    """Yield a finding for each kind of place whose letters do not stand out from what lies under them."""
    layouts = {theme.stand_in(name).name: name for name in reversed([*(theme.house or theme).names])}
    weak: dict[tuple[str, str, str, float], list[str]] = {}
    for name in reversed(layouts.values()):
        layout = theme.stand_in(name)
        for what, area in _places(name, layout):
            tone, least, ground = area.tones[0], _least(area.placeholder.looks[0]), _worst(area, layout)
            if tone and ground and contrast(tone.value, ground) < least:
                weak.setdefault((what, tone.value, ground, least), []).append(f"`{layout.name}`")
    span = key_span(publisher, "template")
    for (what, tone_, ground_, least), names in weak.items():
        ratio = f"#{tone_} on #{ground_} has a contrast of {contrast(tone_, ground_):.1f} : 1"
        message = f"the {what} of {_file(publisher)} is hard to read in {', '.join(names)}: {ratio}"
        hint = f"it needs {least:g} : 1; change the colour in the slide master"
        yield diagnose(Code.CONTRAST_LOW, message, span, hint=hint)
    yield from _check_links(publisher, theme, span)


def _places(name: str, layout: Layout) -> Iterator[tuple[str, Area]]:
    roles = roles_of(name, layout)
    for role, what in ((TITLE, "title"), (BODY, "text"), (IMPRINT, "edition")):
        if role in roles:
            yield what, roles[role]
    for area in layout.areas:
        if area.placeholder.kind in ("ftr", "sldNum"):
            yield "footer" if area.placeholder.kind == "ftr" else "slide number", area


def _least(look: Look) -> float:
    return LARGE if look.size >= _LARGE or (look.bold and look.size >= _LARGE_BOLD) else TEXT


def _worst(area: Area, layout: Layout) -> str | None:
    """Return the colour under a place that is hardest to tell from its letters; None where a picture hides it."""
    tone = area.tones[0]
    grounds = ground_of(layout, area).tones
    if tone is None or not grounds:
        return None
    return min(grounds, key=lambda one: contrast(tone.value, one.value)).value


def _check_links(publisher: Publisher, theme: Theme, span: Span) -> Iterator[Diagnostic]:
    layout = theme.stand_in(POINTS)
    link = layout.master.scheme.named("hlink")
    grounds = ground_of(layout, theme.area(POINTS, BODY)).tones
    if link is None or not grounds:
        return
    ratio = min(contrast(link.value, ground.value) for ground in grounds)
    if ratio < LARGE:
        message = f"links of {_file(publisher)} are hard to read: #{link.value} has a contrast of {ratio:.1f} : 1"
        yield diagnose(Code.CONTRAST_LOW, message, span, hint="change the theme's colour of hyperlinks")
