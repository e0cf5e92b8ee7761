"""`course translate resegment`: translations and reviews carried over a change of the unit of translation."""

from collections.abc import Mapping
from pathlib import Path

from builder.build.translate import Update, update
from builder.localize.language_update import Templates, Texts
from builder.localize.resegment import resegment


def resegment_languages(root: Path, languages: tuple[str, ...], *, today: str) -> Update:
    """Update the languages, or all, and put texts together from the portions that they had before."""
    return update(root, languages, drafts_by=None, today=today, further=_further)


def _further(texts: Texts, templates: Templates) -> tuple[Texts, Mapping[str, str]]:
    after, done = resegment(texts, templates)
    return after, {name: str(deed) for name, deed in done.items()}
