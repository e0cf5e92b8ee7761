"""Going through a tree: every phrase or node of a kind, and the same tree with its phrases changed."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

from builder.content.phrase import Phrase

NodeT = TypeVar("NodeT")
_LEAVES = frozenset((str, int, bool, float, bytes, type(None)))


def walk(node: Any, kind: type[NodeT]) -> Iterator[NodeT]:
    """Yield every node of a kind in the tree, in source order, an outer one before those inside it."""
    waiting = [node]
    while waiting:  # a loop, not recursion: it runs over whole workspaces, and no depth is too deep for it
        node = waiting.pop()
        names = _child_fields(node.__class__)
        if names is None:
            waiting.extend(reversed(node))
            continue
        if isinstance(node, kind):
            yield node
        for name in reversed(names):
            child = getattr(node, name)
            if child.__class__ not in _LEAVES:
                waiting.append(child)


def phrases(node: Any) -> Iterator[Phrase]:
    """Yield every phrase of the tree, in source order."""
    return walk(node, Phrase)


def rewrite(node: NodeT, kind: type[Any], change: Callable[[Any], Any]) -> NodeT:
    """Return the tree with ``change`` applied to every node of a kind, outermost first, not inside what changed.

    Parts that stay equal are shared with the given tree.
    """
    rewritten: NodeT = _rewritten(node, kind, change)
    return rewritten


def _rewritten(node: Any, kind: type[Any], change: Callable[[Any], Any]) -> Any:
    if isinstance(node, kind):
        return change(node)
    names = _child_fields(node.__class__)
    if names is None:
        children = tuple(_rewritten(child, kind, change) for child in node)
        same = all(new is old for new, old in zip(children, node, strict=True))
        return node if same else children
    updates = {}
    for name in names:
        old = getattr(node, name)
        new = old if old.__class__ in _LEAVES else _rewritten(old, kind, change)
        if new is not old:
            updates[name] = new
    return replace(node, **updates) if updates else node


@cache
def _child_fields(kind: Any) -> tuple[str, ...] | None:
    """Return the fields of a node's class to look into: none for a leaf, None for a tuple of nodes."""
    if issubclass(kind, tuple):
        return None
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name != "span" and _may_hold_nodes(field.type))


def _may_hold_nodes(kind: Any) -> bool:
    """Return whether a field of a type may hold nodes: one of words, numbers and names of choices never does."""
    if get_origin(kind) is Literal:
        return False
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    return not all(one in _LEAVES or (isinstance(one, type) and issubclass(one, Enum)) for one in kinds)
