"""Where a scene is split, decided over all languages at once: the longest decides."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from builder.plan.deck.fitting import (
    CARD_GAP,
    CARD_INSETS,
    DOWN_GAP,
    LEAST_CARD,
    STEPS,
    down_need,
    label_need,
    row_height,
    size_at,
    table_columns,
    table_size,
    text_need,
)
from builder.plan.deck.pages import Fit, fit_page, laid_down, part_length, room_of, whole_pages
from builder.plan.deck.scenes import (
    CardsPart,
    ChartPart,
    ColumnsPart,
    Division,
    FigurePart,
    Page,
    Part,
    Scene,
    Slice,
    StagesPart,
    TablePart,
    TextPart,
)
from builder.plan.deck.setting import Setting
from builder.plan.deck.titles import title_fits

Cast = Sequence[tuple[Scene, Setting]]
"""One scene in every language."""
_ACROSS_STEPS = 2
_MOST_ACROSS, _MOST_LINES = 6, 3
"""How many stages stand in a row, with how many lines on each."""
_BESIDE_STEPS = 2
_WIDE = 1.7
"""A figure this much wider than high stands below text rather than beside it."""
_LAST = STEPS - 1
_MOST_BALANCED = 12
"""How many pages are worth evening out."""


def divide(cast: Cast) -> Division:
    """Return how a scene is split in every language."""
    otherwise = any(scene.otherwise is not None and not title_fits(scene, setting) for scene, setting in cast)
    forms = [(scene.otherwise or scene if otherwise else scene, setting) for scene, setting in cast]
    down = tuple(number for number, part in enumerate(forms[0][0].parts) if _goes_down(number, part, forms))
    laid = [(laid_down(scene, down), setting) for scene, setting in forms]
    return Division(pages=tuple(_pages(laid)) or (Page(()),), otherwise=otherwise, down=down)


def forms_of(cast: Cast, division: Division) -> Cast:
    """Return a scene in every language in the form that its division gives it."""
    return [
        (laid_down(scene.otherwise or scene if division.otherwise else scene, division.down), setting)
        for scene, setting in cast
    ]


def still_fits(division: Division, cast: Cast) -> bool:
    """Return whether a scene of other languages fits whole as others have divided it, at some size."""
    forms = forms_of(cast, division)
    if any(scene.otherwise is not None and not title_fits(scene, setting) for scene, setting in forms):
        return False
    return all(
        _is_good(fit_page(scene, page, setting))
        for scene, setting in forms
        for page in whole_pages(scene, division.pages)
    )


def _goes_down(number: int, part: Part, cast: Cast) -> bool:
    if not isinstance(part, StagesPart):
        return False
    if len(part.stages) > _MOST_ACROSS or any(_is_wordy(scene, number, setting) for scene, setting in cast):
        return True
    return not _fits(Page((Slice(number, 0, len(part.stages)),)), cast, _ACROSS_STEPS)


def _is_wordy(scene: Scene, number: int, setting: Setting) -> bool:
    """Return whether a label of a row of stages would run over more lines than can be taken in at a glance."""
    part = scene.parts[number]
    if not isinstance(part, StagesPart):
        return False
    look = part.stages[0].label.paragraph.look
    need = label_need(part, _ACROSS_STEPS, room_of(scene, setting).width, setting)
    line = size_at(look.size, _ACROSS_STEPS) * look.line * setting.metrics.line
    return need.overlong or need.height > _MOST_LINES * line + 1


def _pages(cast: Cast) -> Iterator[Page]:
    """Yield pages: parts that share one while they fit at large sizes, a part alone, or pieces of a part."""
    scene = cast[0][0]
    number = 0
    while number < len(scene.parts):
        page = Page((_whole(scene, number),))
        if not _fits(page, cast, _LAST):
            yield from _pieces(number, cast)
            number += 1
            continue
        number += 1
        while number < len(scene.parts) and (longer := _together(page, number, cast)):
            page, number = longer, number + 1
        if not _is_mere_decoration(page, scene):
            yield page


def _together(page: Page, number: int, cast: Cast) -> Page | None:
    """Return the page with one more part on it, if that fits at large sizes in every language."""
    scene = cast[0][0]
    added = _whole(scene, number)
    slices = (*page.slices, added)
    for beside, steps in _arrangements(scene, slices):
        longer = Page(slices, beside)
        if _fits(longer, cast, steps) and not _cramps(longer, (page, Page((added,))), cast, steps):
            return longer
    return None


def _cramps(longer: Page, apart: Sequence[Page], cast: Cast, steps: int) -> bool:
    """Return whether a word is wider than its box in some language that has room enough on pages of their own."""
    return any(
        fit_page(scene, longer, setting, last=steps).overlong
        and not any(fit_page(scene, page, setting).overlong for page in apart)
        for scene, setting in cast
    )


def _arrangements(scene: Scene, slices: tuple[Slice, ...]) -> list[tuple[bool, int]]:
    """Return the ways to set some parts, the best first, each with the steps it may go down."""
    parts = [scene.parts[piece.part] for piece in slices]
    figures = [part for part in parts if isinstance(part, FigurePart)]
    stacked = (False, scene.mixing)
    if len(figures) != 1 or len(parts) != 2 or not any(isinstance(part, TextPart) for part in parts):
        return [stacked]
    beside = (True, max(scene.mixing, _BESIDE_STEPS))
    image = figures[0].image
    return [stacked, beside] if image.width > _WIDE * image.height or figures[0].decorative else [beside, stacked]


def _is_mere_decoration(page: Page, scene: Scene) -> bool:
    """Return whether a page would show nothing but decoration though the scene has more to show."""
    parts = [scene.parts[piece.part] for piece in page.slices]
    return len(scene.parts) > len(parts) and all(isinstance(part, FigurePart) and part.decorative for part in parts)


def _fits(page: Page, cast: Cast, steps: int) -> bool:
    return all(_is_good(fit_page(scene, page, setting, last=steps)) for scene, setting in cast)


def _is_good(fit: Fit) -> bool:
    return fit.over <= 0


def _whole(scene: Scene, number: int) -> Slice:
    return Slice(number, 0, part_length(scene.parts[number]))


def _pieces(number: int, cast: Cast) -> Iterator[Page]:
    """Yield the pages of a part that is too high for one: as few as there can be, evenly filled."""
    part = cast[0][0].parts[number]
    length = part_length(part)
    if length < 2 or (isinstance(part, StagesPart) and part.across):
        yield Page((Slice(number, 0, length),))
        return
    cuts = _cuts(part, number, cast)
    fewest = _greedy(cuts, _measure(number, cast, _LAST), forced=True)
    step, found = next(
        (step, greedy)
        for step in range(STEPS)
        if (greedy := _greedy(cuts, _measure(number, cast, step), forced=step == _LAST)) and len(greedy) <= len(fewest)
    )
    ends = _balanced(cuts, len(found) - 1, _measure(number, cast, step)) or found
    for start, end in pairwise(ends):
        yield Page((Slice(number, start, end),))


Fill = Callable[[int, int], float]
"""The part of the room that some pieces fill, in the language where it is the most."""


def _measure(number: int, cast: Cast, step: int) -> Fill:
    columns: list[tuple[float, float, list[float]]] = []
    for scene, setting in cast:
        room = room_of(scene, setting)
        fixed, heights = _heights(scene.parts[number], step, room.width, setting)
        columns.append((room.height, fixed, [0.0, *accumulate(heights)]))

    def fill(start: int, end: int) -> float:
        return max(
            (fixed + sums[min(end, len(sums) - 1)] - sums[min(start, len(sums) - 1)]) / height
            for height, fixed, sums in columns
        )

    return fill


def _heights(part: Part, step: int, width: float, setting: Setting) -> tuple[float, list[float]]:
    """Return what repeats on each page of a part, and what each of its pieces takes."""
    match part:
        case TextPart(units=units, bar=bar):
            room = width - (36.0 if bar else 0.0)
            return 0.0, [text_need((unit,), step, room, setting).height for unit in units]
        case TablePart(header=header, rows=rows):
            size = table_size(step)
            widths = table_columns(part, size, width)
            fixed, *heights = [row_height(row, widths, size, setting).height for row in (header, *rows)]
            return fixed, heights
        case StagesPart(stages=stages):
            return 0.0, [down_need(part, one, step, width, setting).height + DOWN_GAP for one in range(len(stages))]
        case CardsPart(cards=cards):
            left, top, right, bottom = CARD_INSETS
            needs = [text_need((card,), step, width - left - right, setting) for card in cards]
            return 0.0, [max(LEAST_CARD, need.height + top + bottom) + CARD_GAP for need in needs]
        case FigurePart() | ChartPart() | ColumnsPart():
            return 0.0, [0.0]


def _cuts(part: Part, number: int, cast: Cast) -> list[int]:
    """Return where a part may be split, its ends included: inside an item only where the item itself is too high."""
    length = part_length(part)
    if not isinstance(part, TextPart):
        return list(range(length + 1))
    outer = [place for place in range(1, length) if not part.units[place].glued and not part.units[place].inner]
    fill = _measure(number, cast, _LAST)
    cuts = [0]
    for end in (*outer, length):
        if fill(cuts[-1], end) > 1:
            cuts.extend(place for place in range(cuts[-1] + 1, end) if not part.units[place].glued)
        cuts.append(end)
    return cuts


def _greedy(cuts: list[int], fill: Fill, *, forced: bool) -> list[int]:
    """Return the ends of pages, each as full as it can be, from nought; nothing where a piece is too high."""
    ends, place = [cuts[0]], 1
    while place < len(cuts):
        if fill(ends[-1], cuts[place]) > 1 and not forced:
            return []
        while place + 1 < len(cuts) and fill(ends[-1], cuts[place + 1]) <= 1:
            place += 1
        ends.append(cuts[place])
        place += 1
    return ends


def _balanced(cuts: list[int], count: int, fill: Fill) -> list[int]:
    """Return the ends of so many pages whose fullest is as empty as can be; nothing for very many pages."""
    if count > _MOST_BALANCED:
        return []
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [cuts[0]])}
    for _ in range(count):
        longer: dict[int, tuple[float, list[int]]] = {}
        for start, (most, ends) in best.items():
            for place in range(start + 1, len(cuts)):
                filled = fill(cuts[start], cuts[place])
                fullest = max(most, filled)
                if place not in longer or fullest < longer[place][0]:
                    longer[place] = (fullest, [*ends, cuts[place]])
                if filled > 1:
                    break
        best = longer
    last = len(cuts) - 1
    return best[last][1] if last in best else []
