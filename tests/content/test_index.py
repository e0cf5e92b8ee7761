"""The index of a tree holds what walking it yields."""

import pytest

from builder.content.index import index
from builder.content.inlines import Text
from builder.content.node import Node
from builder.content.phrase import Phrase
from builder.content.prose import Figure
from builder.content.walk import walk
from builder.model.blocks import Question
from tests.resolve.workspaces import example, read_workspace


def test_holds_every_node_in_source_order() -> None:
    workspace = read_workspace(example())
    assert list(index(workspace).nodes) == list(walk(workspace, Node))


@pytest.mark.parametrize("kind", [Phrase, Figure, Question, Text])
def test_gathers_nodes_by_kind(kind: type[Node]) -> None:
    modules = read_workspace(example()).modules
    assert list(index(modules).of(kind)) == list(walk(modules, kind))
    assert index(()).of(kind) == ()
