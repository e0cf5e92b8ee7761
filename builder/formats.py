"""FORMATS: one record per output; nothing else compares a format's name. Planners and writers load when called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from builder.diagnostics import Diagnostics
from builder.model.edition import Edition
from builder.output.resources import Resources

Audience = Literal["participant", "trainer"]
PartKind = Literal["module", "all"]


class Plan(Protocol):
    """What every planner returns: an output decided, which knows whether it holds text that is not reviewed."""

    @property
    def draft(self) -> bool:
        """Whether the file must be marked as a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file that a build makes."""

    name: str
    """What ``--format`` takes and the manifest shows."""
    artefact: str
    """The part of the file's name."""
    suffix: str
    audience: Audience
    parts: tuple[PartKind, ...]
    summary: str
    """One line for ``course formats``: what it is and what it carries."""
    resources: tuple[str, ...]
    """Files below ``builder/themes/`` that it reads."""
    decide: Callable[[Sequence[Edition], Resources], tuple[Any, Diagnostics]] | None
    """What must be equal in all languages of a course, decided over all their editions of one part."""
    plan: Callable[[Edition, Resources, Any], tuple[Any, Diagnostics]]
    """Takes an edition, its resources and what was decided (None where nothing is); returns a `Plan`."""
    write: Callable[[Any, Resources], bytes]
