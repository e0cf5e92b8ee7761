"""`course translate words`: what each language still costs, in words."""

from pathlib import Path

from builder.build.exchange import prepare
from builder.build.findings import Findings, has_errors
from builder.build.load import load
from builder.build.translate import chosen_languages
from builder.diagnostics import Diagnostics
from builder.localize.exchange.collect import outgoing
from builder.localize.exchange.words import Count, count_words
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The counts by language, and what was found."""

    counts: tuple[tuple[str, tuple[Count, ...]], ...]
    diagnostics: Diagnostics


def words(root: Path, languages: tuple[str, ...]) -> Words:
    """Return the counts of the languages asked for, or of all that are translated by people.

    A catalogue that cannot be read is not counted, and told.
    """
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None or has_errors(findings.all()):
        return Words(counts=(), diagnostics=findings.all())
    source = loaded.workspace.manifest.source
    counts = []
    for tag in [tag for tag in chosen_languages(loaded, languages) if languages or tag != source]:
        prepared = prepare(loaded, tag, findings)
        if prepared is not None:
            counts.append((tag, count_words(outgoing(prepared.after))))
    return Words(counts=tuple(counts), diagnostics=findings.all())
