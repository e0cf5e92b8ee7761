"""Going through a tree: every phrase or node of a kind, and the same tree with its phrases changed."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from builder.content.phrase import Phrase

NodeT = TypeVar("NodeT")


def walk(node: Any, kind: type[NodeT]) -> Iterator[NodeT]:
    """Yield every node of a kind in the tree, in source order, an outer one before those inside it."""
    if isinstance(node, tuple):
        for child in node:
            yield from walk(child, kind)
        return
    if not is_dataclass(node):
        return
    if isinstance(node, kind):
        yield node
    for name in _child_fields(node.__class__):
        yield from walk(getattr(node, name), kind)


def phrases(node: Any) -> Iterator[Phrase]:
    """Yield every phrase of the tree, in source order."""
    return walk(node, Phrase)


def rewrite(node: NodeT, kind: type[Any], change: Callable[[Any], Any]) -> NodeT:
    """Return the tree with ``change`` applied to every node of a kind, outermost first, not inside what changed.

    Parts that stay equal are shared with the given tree.
    """
    if isinstance(node, kind):
        changed: NodeT = change(node)
        return changed
    if isinstance(node, tuple):
        children = tuple(rewrite(child, kind, change) for child in node)
        return node if all(new is old for new, old in zip(children, node, strict=True)) else children  # type: ignore[return-value]
    if not is_dataclass(node):
        return node
    updates = {}
    for name in _child_fields(node.__class__):
        old = getattr(node, name)
        new = rewrite(old, kind, change)
        if new is not old:
            updates[name] = new
    return replace(node, **updates) if updates else node  # type: ignore[type-var]


@cache
def _child_fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != "span")
