"""What a format is: a record of how one kind of file is planned, written and named."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from builder.diagnostics import Diagnostics
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.lesson import Module
from builder.model.options import Option
from builder.output.resources import Resources
from builder.records import dataclass

Audience = Literal["participant", "trainer"]
PartKind = Literal["module", "all"]


class Plan(Protocol):
    """What every planner returns: an output decided, which knows whether it holds text that is not reviewed."""

    @property
    def draft(self) -> bool:
        """Whether the file must be marked as a draft."""


def _one_file(_course: Course) -> tuple[str, ...]:
    return ("",)


def _anywhere(_modules: Sequence[Module]) -> bool:
    return True


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
    needs_fonts: bool
    """Whether its renderer reads font files."""
    decide: Callable[[Sequence[Edition], Resources, Any], tuple[Any, Diagnostics]] | None
    """What must be equal in all languages of a course, decided over all their editions of one part and the options."""
    plan: Callable[[Edition, Resources, Any, Any], tuple[Any, Diagnostics]]
    """Takes an edition, its resources, what was decided (None where nothing is) and the options; returns a `Plan`.

    The options are the record of the format's artefact (`model/options.py`), None where it has no variants.
    """
    write: Callable[[Any, Resources], bytes]
    options: tuple[Option, ...] = ()
    """What a variant may choose for this format; one that chooses more is not made in it."""
    files: Callable[[Course], tuple[str, ...]] = _one_file
    """What a course gets a file of each: the forms of its test; nothing at all where it has none."""
    found_in: Callable[[Sequence[Module]], bool] = _anywhere
    """Whether the lessons of a part hold anything for it; where not, there is no file."""

    @property
    def asks(self) -> bool:
        """Whether it is made of questions, so that `course formats --questions` tells what it carries."""
        return self.artefact.partition("-")[0] in ("quiz", "test")
