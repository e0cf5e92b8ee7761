"""``profile.yaml`` → a publisher: what an institution adds to every file."""

import re
from typing import Literal

from builder.diagnostics import Diagnostics
from builder.model.workspace import ApprovedText, Funding, Logo, Mark, Publisher
from builder.read.record import Record, file_scope, file_tree, folder_name, known_language, read_record
from builder.read.values import one_of
from builder.read.yaml import Scalar
from builder.source import SourceFile

_KEYS = ("name", "template", "colours", "logos", "mark", "funding", "disclaimer")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_POLICIES: tuple[Literal["every", "first", "off"], ...] = ("every", "first", "off")
_TEXTS = '{en: {text: "…", approved: true}}'


def read_publisher(source: SourceFile) -> tuple[Publisher | None, Diagnostics]:
    """Return the publisher of a file; none where the file cannot be read."""
    scope = file_scope(source)
    tree = file_tree(source, scope)
    if tree is None:
        return None, tuple(scope.findings)
    record = read_record(tree, scope, owner="the profile", keys=_KEYS)
    publisher = Publisher(
        span=scope.span(1, max(source.text.rstrip("\n").count("\n") + 1, 1)),
        id=folder_name(source),
        name=record.text("name", "Workplace Safety Circle", required=True) or "",
        template=record.text("template", "deck.pptx"),
        colours=_colours(record),
        logos=_logos(record),
        mark=_mark(record),
        funding=_funding(record),
        disclaimers=_texts(record, "disclaimer"),
    )
    return publisher, tuple(scope.findings)


def _colours(record: Record) -> tuple[tuple[str, str], ...]:
    colours = []
    for key, value in record.entries("colours", "{primary: 0F4C5C}"):
        if isinstance(value, Scalar) and _COLOUR.fullmatch(value.text):
            colours.append((key.text, value.text.upper()))
        else:
            record.wrong_type(key.text, "is no colour of six hexadecimal digits", "0F4C5C", line=key.line)
    return tuple(colours)


def _logos(record: Record) -> tuple[Logo, ...]:
    logos = []
    for item in record.items("logos", '[{file: logo.svg, alt: "…"}]'):
        logo = read_record(item, record.scope, owner="a logo", keys=("file", "alt"))
        file = logo.text("file", "logo.svg", required=True)
        alternative = logo.text("alt", '"Workplace Safety Circle"', required=True)
        if file is not None and alternative is not None:
            logos.append(Logo(span=record.scope.span(logo.line), file=file, alternative=alternative))
    return tuple(logos)


def _mark(record: Record) -> Mark | None:
    mark = record.record("mark", ("symbol", "policy", "note"))
    if mark is None:
        return None
    return Mark(
        span=record.scope.span(mark.line),
        symbol=mark.text("symbol", '"*"') or "*",
        policy=one_of(mark.choice("policy", _POLICIES), _POLICIES) or "every",
        notes=_texts(mark, "note"),
    )


def _funding(record: Record) -> Funding | None:
    funding = record.record("funding", ("statement", "emblem"))
    if funding is None:
        return None
    return Funding(
        span=record.scope.span(funding.line),
        statements=_texts(funding, "statement"),
        emblem=funding.text("emblem", "emblem.svg"),
    )


def _texts(record: Record, key: str) -> tuple[ApprovedText, ...]:
    """Return texts by language; what does not say that it is approved is not."""
    texts = []
    for name, value in record.entries(key, _TEXTS):
        language = known_language(name, record.scope)
        entry = read_record(value, record.scope, owner=f"`{name.text}`", keys=("text", "source", "approved"))
        text = entry.text("text", '"…"', required=True)
        origin = entry.text("source", '"house rules 2026"')
        approved = entry.truth("approved")
        if language is not None and text is not None:
            span = record.scope.span(name.line)
            texts.append(
                ApprovedText(span=span, language=language, text=text, source=origin, approved=approved is True)
            )
    return tuple(texts)
