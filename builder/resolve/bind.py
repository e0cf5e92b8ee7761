"""One tree bound: every name in it looked up in its scope."""

from typing import TypeVar

from builder.content.index import Index
from builder.content.inlines import CitationItem, LessonReference, TermReference, Variable
from builder.content.node import Node
from builder.content.prose import Figure
from builder.content.walk import rewrite
from builder.diagnostics import Diagnostic, Diagnostics
from builder.resolve.figures import bind_figure, check_figure
from builder.resolve.inlines import check_citation, check_term, check_variable
from builder.resolve.names import Names, Scope
from builder.resolve.references import bind_reference, check_reference

TreeT = TypeVar("TreeT")


def bind(tree: TreeT, content: Index, scope: Scope, names: Names) -> tuple[TreeT, Diagnostics]:
    """Return the tree with references and figures made absolute, and a finding for each name that is unknown.

    ``content`` has the nodes of the tree.
    """
    found: list[Diagnostic] = []
    for node in content.nodes:
        found.extend(_check(node, scope, names))
    if content.of(LessonReference):
        tree = rewrite(tree, LessonReference, lambda reference: bind_reference(reference, scope, names))
    if content.of(Figure):
        tree = rewrite(tree, Figure, lambda figure: bind_figure(figure, scope))
    return tree, tuple(found)


def _check(node: Node, scope: Scope, names: Names) -> Diagnostics:
    match node:
        case CitationItem():
            return check_citation(node, names)
        case TermReference():
            return check_term(node, names)
        case Variable():
            return check_variable(node, scope)
        case LessonReference():
            return check_reference(node, scope, names)
        case Figure():
            return check_figure(node, scope)
        case _:
            return ()
