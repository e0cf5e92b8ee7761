"""Pseudo-languages in a build: no workspace lists them; whoever asks for one gets it beside its courses' languages."""

from dataclasses import replace

from builder.build.load import Loaded
from builder.build.targets import Selection
from builder.languages.pseudo import is_pseudo


def with_pseudo(loaded: Loaded, selection: Selection) -> Loaded:
    """Return the workspace with the pseudo-languages of a selection added to its courses, so that layouts know them."""
    asked = [tag for tag in selection.languages if is_pseudo(tag)]
    if not asked:
        return loaded
    courses = tuple(
        replace(course, languages=tuple(dict.fromkeys((*course.languages, *asked))))
        for course in loaded.workspace.courses
    )
    return replace(loaded, workspace=replace(loaded.workspace, courses=courses))
