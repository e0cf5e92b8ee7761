"""What the rules find in a few lines of a lesson."""

from collections.abc import Mapping

from builder.check.workspace import check_workspace
from builder.diagnostics import Diagnostic
from builder.model.edition import Picture
from tests.resolve.workspaces import Texts, resolved

TEXTS = {
    "workspace.yaml": "name: Sample\nsource: en\nlanguages: [en, mk]\npublisher: default\n",
    "publishers/default/profile.yaml": "name: Circle\n",
    "modules/main/module.yaml": "title: Main\n",
}
PATH = "modules/main/01-sample.md"
HEAD = "---\ntitle: Sample\nminutes: 10\n---\n\n## Start {#start minutes=10}\n\n"
BODY = HEAD + "- A point\n\n"


def check_texts(texts: Texts, pictures: Mapping[str, Picture] | None = None) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a workspace."""
    workspace, _ = resolved(texts)
    return check_workspace(workspace, pictures or {})


def check_body(body: str, pictures: Mapping[str, Picture] | None = None) -> list[tuple[str, int]]:
    """Return codes of what the rules find in blocks of a lesson, with their lines, counted from the blocks' first."""
    found = check_texts({**TEXTS, PATH: BODY + body}, pictures)
    assert all(one.hint and one.message for one in found)
    return [(one.code.value, one.span.line - BODY.count("\n")) for one in found if one.span]


def check_lesson_text(text: str) -> list[str]:
    """Return the codes of what the rules find in a lesson."""
    return [one.code.value for one in check_texts({**TEXTS, PATH: text})]
