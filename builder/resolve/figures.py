"""Paths of figures: from the module's folder to the workspace's root, never out of the module."""

import posixpath
from dataclasses import replace

from builder.content.prose import Figure
from builder.diagnostics import Code, Diagnostics, diagnose
from builder.resolve.names import Scope


def bind_figure(figure: Figure, scope: Scope) -> Figure:
    """Return the figure with its path relative to the workspace's root; one that leaves the module as it is."""
    path = _inside(figure.path, scope.module)
    return figure if path in (None, figure.path) else replace(figure, path=path)


def check_figure(figure: Figure, scope: Scope) -> Diagnostics:
    """Return what is wrong with the path of a figure; whether there is such a file is not known here."""
    if _inside(figure.path, scope.module) is not None:
        return ()
    message = f"the figure `{figure.path}` lies outside the folder of its module"
    hint = f"copy the picture into modules/{scope.module}/figures/ and write `figures/…`"
    return (diagnose(Code.FIGURE_OUTSIDE, message, figure.span, hint=hint),)


def _inside(path: str, module: str | None) -> str | None:
    # A path that is written from the workspace's root is taken as such: so binding twice changes nothing.
    folder = f"modules/{module}/"
    if not path or path.startswith("/") or "\\" in path or ":" in path or "\0" in path:
        return None
    joined = posixpath.normpath(path if path.startswith(folder) else folder + path)
    return joined if joined.startswith(folder) else None
