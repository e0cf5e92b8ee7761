"""The workspace and the publishers in it."""

from dataclasses import field
from typing import Literal

from builder.content.node import Node
from builder.model.course import Course, GlossaryEntry, Reference
from builder.model.lesson import Module
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Node):
    """``workspace.yaml``."""

    name: str
    source: str
    """The language the modules are written in."""
    languages: tuple[str, ...]
    derive: tuple[tuple[str, str], ...]
    """Pairs (derived language, the language it is made from)."""
    publisher: str
    licence: str
    review_by_another: bool = False
    """Whether a translation is signed by somebody else than its translator."""
    keys: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)
    """The line of each key of the file, for findings about its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedText(Node):
    """A text of the publisher's in one language; it is never translated by us."""

    language: str
    text: str
    source: str | None
    approved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Node):
    """What ``{*}`` stands for."""

    symbol: str
    policy: Literal["every", "first", "off"]
    notes: tuple[ApprovedText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo(Node):
    """A picture that the publisher owns."""

    path: str
    """From the workspace's root."""
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Node):
    """Who paid, in the publisher's own words."""

    statements: tuple[ApprovedText, ...]
    emblem: str | None
    """The path of a picture, from the workspace's root; it is never shown without the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface(Node):
    """What measures text in a typeface of the publisher's template: files of it, or one whose letters are as wide."""

    name: str
    files: tuple[tuple[str, str], ...]
    """Pairs (``regular``, ``bold``, ``italic`` or ``bold-italic``; path from the workspace's root)."""
    twin: str
    """Empty where there are files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher(Node):
    """``publishers/<id>/profile.yaml``; paths in it are from the workspace's root."""

    id: str
    name: str
    template: str | None
    layouts: tuple[tuple[str, str], ...] = ()
    """Pairs (a layout of our theme, the template's that stands in for it)."""
    typefaces: tuple[Typeface, ...] = ()
    colours: tuple[tuple[str, str], ...]
    """Pairs (what the colour is for, six hex digits)."""
    logos: tuple[Logo, ...]
    mark: Mark | None
    funding: Funding | None
    disclaimers: tuple[ApprovedText, ...]
    keys: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)
    """The line of each key of the file, for findings about its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace(Node):
    """Everything that was read."""

    manifest: Manifest
    publishers: tuple[Publisher, ...]
    courses: tuple[Course, ...]
    modules: tuple[Module, ...]
    references: tuple[Reference, ...]
    glossary: tuple[GlossaryEntry, ...]
