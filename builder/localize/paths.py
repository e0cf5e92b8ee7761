"""Where the files of a language stand, as far as their names tell."""

from typing import Any

from builder.model.course import Course
from builder.model.lesson import Lesson, Module

COURSES = "_courses"
GLOSSARY = "_glossary"
INTERFACE = "_ui"


def catalogue_path(language: str, name: str) -> str:
    """Return the path of a catalogue, relative to the workspace's root."""
    return f"locales/{language}/{name}.po"


def ledger_path(language: str) -> str:
    """Return the path of a language's review ledger, relative to the workspace's root."""
    return f"locales/{language}/review.tsv"


def memory_path(language: str) -> str:
    """Return the path of a language's translation memory, relative to the workspace's root."""
    return f"locales/{language}/_tm.tmx"


def language_of(path: str) -> str | None:
    """Return the language whose folder a path lies in, or None."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "locales" else None


def catalogue_of(node: Any) -> str:
    """Return the name of the catalogue that holds a tree's phrases."""
    first = node[0] if isinstance(node, tuple) and node else node
    if isinstance(first, Module):
        return first.id
    if isinstance(first, Lesson):
        return first.module
    return COURSES if isinstance(first, Course) else GLOSSARY
