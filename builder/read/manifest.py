"""``workspace.yaml`` → the manifest of a workspace."""

from builder.diagnostics import Code, Diagnostics
from builder.model.workspace import Manifest
from builder.read.record import Record, file_scope, file_tree, known_language, read_record
from builder.read.yaml import Scalar
from builder.source import SourceFile

_DERIVED = ("sr-Latn", "sr-Cyrl")
_KEYS = ("name", "source", "languages", "derive", "publisher", "licence", "review")


def read_manifest(source: SourceFile) -> tuple[Manifest | None, Diagnostics]:
    """Return the manifest; none where it lacks its name, its source language or its languages."""
    scope = file_scope(source)
    tree = file_tree(source, scope)
    if tree is None:
        return None, tuple(scope.findings)
    record = read_record(tree, scope, owner="the workspace", keys=_KEYS)
    name = record.text("name", "First aid at work", required=True)
    language = record.language("source", required=True)
    languages = read_languages(record, required=True)
    derive = _derive(record, languages)
    publisher = record.text("publisher", "default")
    licence = record.text("licence", "CC-BY-4.0")
    review = record.record("review", ("by_another",))
    if name is None or language is None or not languages:
        return None, tuple(scope.findings)
    if language not in languages:
        hint = f"write languages: [{', '.join((language, *languages))}]"
        scope.report(
            Code.VALUE_CHOICE, f"the source `{language}` is none of the languages", record.line_of("source"), hint=hint
        )
    manifest = Manifest(
        span=scope.span(1, max(source.text.rstrip("\n").count("\n") + 1, 1)),
        name=name,
        source=language,
        languages=languages,
        derive=derive,
        publisher=publisher or "default",
        licence=licence or "",
        review_by_another=bool(review and review.truth("by_another")),
        keys=record.key_lines(),
    )
    return manifest, tuple(scope.findings)


def read_languages(record: Record, *, required: bool = False) -> tuple[str, ...]:
    """Return the list of languages, each once."""
    tags: dict[str, int] = {}
    for scalar in record.scalars("languages", "[en, mk]", required=required):
        tag = known_language(scalar, record.scope)
        if tag in tags:
            record.scope.report(Code.KEY_DUPLICATE, f"`{tag}` comes twice", scalar.line, hint="keep one")
        elif tag is not None:
            tags[tag] = scalar.line
    return tuple(tags)


def _derive(record: Record, languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for key, value in record.entries("derive", "{sr-Latn: sr-Cyrl}"):
        if not isinstance(value, Scalar):
            record.wrong_type("derive", "holds no language", "{sr-Latn: sr-Cyrl}", line=key.line)
            continue
        derived, base = known_language(key, record.scope), known_language(value, record.scope)
        if derived is None or base is None:
            continue
        if (derived, base) != _DERIVED:
            message = f"`{derived}` cannot be derived from `{base}`"
            record.scope.report(Code.VALUE_CHOICE, message, key.line, hint="write derive: {sr-Latn: sr-Cyrl}")
            continue
        for tag in (derived, base):
            if languages and tag not in languages:
                message = f"`{tag}` is none of the workspace's languages"
                record.scope.report(Code.VALUE_CHOICE, message, key.line, hint=f"add {tag} to languages:")
        pairs.append((derived, base))
    return tuple(pairs)
