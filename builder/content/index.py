"""The nodes of a tree by kind, gathered in one go: for steps that look at many kinds."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from builder.content.node import Node
from builder.records import dataclass

NodeT = TypeVar("NodeT", bound=Node)


@dataclass(frozen=True, slots=True)
class Index:
    """Every node of a tree, an outer one before those inside it, in source order."""

    nodes: tuple[Node, ...]
    kinds: Mapping[type[Node], tuple[Any, ...]]

    def of(self, kind: type[NodeT]) -> tuple[NodeT, ...]:
        """Return the nodes of one kind."""
        return self.kinds.get(kind, ())


def index(tree: Any) -> Index:
    """Return the nodes of a tree; it may be a node or a tuple of them."""
    nodes: list[Node] = []
    kinds: dict[type[Node], list[Node]] = {}
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(reversed(node))
        elif isinstance(node, Node):
            kind: Any = node.__class__
            nodes.append(node)
            kinds.setdefault(kind, []).append(node)
            stack.extend(getattr(node, name) for name in _child_fields(kind))
    return Index(tuple(nodes), {kind: tuple(found) for kind, found in kinds.items()})


@cache
def _child_fields(kind: Any) -> tuple[str, ...]:
    """Return the fields that can hold nodes, the last one first."""
    names = [field.name for field in fields(kind) if field.type not in (str, bool, int) and field.name != "span"]
    return tuple(reversed(names))
