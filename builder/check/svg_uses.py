"""How many shapes an SVG becomes once its ``use`` elements are followed: a few lines can ask for billions."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_ELEMENTS = 200_000
_DEEPEST = 50
_Extent = tuple[int, int]
"""How many elements, and how many repetitions within one another."""


@dataclass(slots=True)
class Uses:
    """The elements of a file, numbered in order: where each named one ends, and which ones repeat another."""

    count: int = 0
    ids: dict[str, int] = field(default_factory=dict)
    """An element's id → its number."""
    ends: dict[int, int] = field(default_factory=dict)
    """The number of a named element → the number after its last descendant."""
    positions: list[int] = field(default_factory=list)
    """The numbers of the ``use`` elements, rising."""
    targets: list[str] = field(default_factory=list)
    """The ids they repeat, in the same order."""

    def start(self, name: str, attributes: Mapping[str, str]) -> int:
        """Take in an element and return its number."""
        number = self.count
        self.count += 1
        if "id" in attributes:
            self.ids.setdefault(attributes["id"], number)
        if name.rpartition(" ")[2] == "use":
            links = (value for key, value in attributes.items() if key.rpartition(" ")[2] == "href")
            self.positions.append(number)
            self.targets.append(next(links, "").strip().removeprefix("#"))
        return number

    def end(self, number: int) -> None:
        """Take in the end of an element."""
        self.ends[number] = self.count


def grows_too_large(uses: Uses) -> bool:
    """Return whether following every ``use`` gives too many elements, too deep ones, or has no end."""
    known: dict[str, _Extent] = {}
    extents = [_extent(target, uses, known, ()) for target in uses.targets]
    total = uses.count + sum(size for size, _ in extents)
    return total > MOST_ELEMENTS or any(depth > _DEEPEST for _, depth in extents)


def _extent(target: str, uses: Uses, known: dict[str, _Extent], path: tuple[str, ...]) -> _Extent:
    """Return what repeating an element comes to; a path that meets itself, or is too deep, counts as too much."""
    if target in path or len(path) > _DEEPEST:
        return MOST_ELEMENTS + 1, len(path)
    start = uses.ids.get(target)
    if start is None:
        return 0, 0
    if target not in known:
        end = uses.ends[start]
        first, last = bisect_left(uses.positions, start), bisect_left(uses.positions, end)
        size, depth = end - start, 0
        for inner in uses.targets[first:last]:
            inner_size, inner_depth = _extent(inner, uses, known, (*path, target))
            size, depth = size + inner_size, max(depth, inner_depth)
            if size > MOST_ELEMENTS:
                break
        known[target] = (size, depth + 1)
    return known[target]
