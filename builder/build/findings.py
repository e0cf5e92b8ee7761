"""A collector for one step's findings; between steps only tuples travel."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from builder.diagnostics import Diagnostic, Diagnostics, Severity

ValueT = TypeVar("ValueT")


class Findings:
    """Gathers diagnostics, each once, in the order they come."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Take diagnostics in."""
        self._found.update(dict.fromkeys(found))

    def take(self, result: tuple[ValueT, Diagnostics]) -> ValueT:
        """Return the value of a step and keep its diagnostics."""
        value, found = result
        self.add(found)
        return value

    def all(self) -> Diagnostics:
        """Return what was found so far."""
        return tuple(self._found)


def about(found: Diagnostics, languages: Collection[str]) -> Diagnostics:
    """Return the findings that concern the languages asked for: theirs, and those of the sources; all for none."""
    return tuple(
        finding for finding in found if not languages or finding.language is None or finding.language in languages
    )


def told_once(found: Diagnostics, derive: Iterable[tuple[str, str]]) -> Diagnostics:
    """Return the findings without those of a derived language that its base has too: one file, one thing to mend.

    Of hints, which say what to do in which language, the base's is the one that helps.
    """
    bases, there = dict(derive), {replace(finding, hint=None) for finding in found}
    return tuple(
        finding
        for finding in found
        if finding.language not in bases or replace(finding, language=bases[finding.language], hint=None) not in there
    )


def has_errors(found: Diagnostics, *, strict: bool = False, language: str | None = None) -> bool:
    """Return whether any finding stops a build of this language (with ``strict``, a warning does too).

    A fault in one language's catalogue stops that language alone.
    """
    bar = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(
        finding.severity in bar and (finding.language is None or language is None or finding.language == language)
        for finding in found
    )
