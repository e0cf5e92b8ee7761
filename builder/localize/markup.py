"""What a translation must keep of its source text: names that are looked up, targets, code; and what it should."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from builder.content.inlines import (
    Citation,
    CitationItem,
    CodeSpan,
    Emphasis,
    Foreign,
    Gap,
    Inline,
    Inlines,
    LessonReference,
    LineBreak,
    Link,
    NameMark,
    Strong,
    TermReference,
    Text,
    Variable,
)
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.source import Span

_DIGITS = re.compile(r"\d+")
_LOOKS = {"bold words": Strong, "words in italics": Emphasis, "a line break": LineBreak}


def compare_markup(source: Inlines, translation: Inlines, *, span: Span, language: str) -> Diagnostics:
    """Return an error for each thing that the translation lost or added, a warning for each change of looks.

    Order, punctuation and quotation marks are the translator's; terms may be linked once or often.
    """
    old = list(_flat(source))
    new = list(_flat(translation))
    faults = [*_differences(old, new), *_loose_marks(old, new)]
    errors = (_error(message, hint, span, language) for message, hint in faults)
    return (*errors, *_changed_looks(old, new, span, language))


def fits_in_place(source: Inlines, translation: Inlines) -> bool:
    """Return whether a translation of an earlier text can stand where the source's text stands now.

    It may lack what the source has gained, but not bring names that nothing stands for any more; gaps are scored.
    """
    old = list(_flat(source))
    new = list(_flat(translation))
    gaps = [Counter(inline.id for inline in listed if isinstance(inline, Gap)) for listed in (old, new)]
    return gaps[0] == gaps[1] and _looked_up(new) <= _looked_up(old)


def _looked_up(inlines: list[Inline]) -> set[tuple[str, str]]:
    names: set[tuple[str, str]] = set()
    for inline in inlines:
        match inline:
            case Variable(name=name):
                names.add(("variable", name))
            case Citation(items=items):
                names.update(("citation", item.key) for item in items)
            case LessonReference(target=target):
                names.add(("reference", target))
            case TermReference(term=term):
                names.add(("term", term))
            case _:
                pass
    return names


def _flat(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                yield from _flat(children)
            case LessonReference(children=children) | TermReference(children=children) | Foreign(children=children):
                yield from _flat(children)
            case Text() | LineBreak() | CodeSpan() | Citation() | Variable() | Gap() | NameMark():
                pass
            case _:
                assert_never(inline)


def _differences(old: list[Inline], new: list[Inline]) -> Iterator[tuple[str, str]]:
    before = Counter(name for inline in old for name in _kept(inline))
    after = Counter(name for inline in new for name in _kept(inline))
    terms = {inline.term for inline in old if isinstance(inline, TermReference)}
    terms_after = {inline.term for inline in new if isinstance(inline, TermReference)}
    before.update(f"the link [words](term:{term})" for term in sorted(terms))
    after.update(f"the link [words](term:{term})" for term in sorted(terms_after))
    for name in before - after:
        yield f"{name} is lost in the translation", "copy it from the source text as it stands there"
    for name in after - before:
        yield f"{name} is not in the source text, or not so often", "take it out, or write what the source text has"


def _kept(inline: Inline) -> Iterator[str]:
    """Yield the names of what must stand on both sides equally often."""
    match inline:
        case Variable(name=name):
            yield "the variable {{ " + name + " }}"
        case Gap(id=id_):
            yield f"the gap [[{id_}]]"
        case Citation(items=items):
            yield from (f"the citation [@{_citation(item)}]" for item in items)
        case Link(target=target):
            yield f"the link to {target}"
        case LessonReference(target=target):
            yield f"the link to ref:{target}"
        case CodeSpan(value=value):
            yield f"the code `{value}`"
        case NameMark():
            yield "the mark {*}"
        case _:
            return


def _citation(item: CitationItem) -> str:
    """Return key and numbers: ``p. 7`` may become ``стр. 7``, but not ``стр. 9``."""
    return ", ".join((item.key, *_DIGITS.findall(item.locator or "")))


def _loose_marks(old: list[Inline], new: list[Inline]) -> Iterator[tuple[str, str]]:
    """Yield a fault for a mark that is not directly behind its name: it could begin a line."""
    if _marks_after_blank(new) > _marks_after_blank(old):
        yield "the mark {*} stands behind a blank", "write it directly behind the name"


def _marks_after_blank(inlines: list[Inline]) -> int:
    count = 0
    before = " "
    for inline in inlines:
        if isinstance(inline, NameMark):
            count += before.isspace()
        elif isinstance(inline, Text):
            before = inline.value[-1:] or before
        elif isinstance(inline, CodeSpan | Variable | Gap):
            before = "x"
        elif isinstance(inline, LineBreak):
            before = " "
    return count


def _changed_looks(old: list[Inline], new: list[Inline], span: Span, language: str) -> Iterator[Diagnostic]:
    for name, kind in _LOOKS.items():
        before = sum(isinstance(inline, kind) for inline in old)
        after = sum(isinstance(inline, kind) for inline in new)
        if before != after:
            message = f"the source text has {name} {_times(before)}, the translation {_times(after)}"
            hint = "keep the emphasis where it means something; this does not stop a build"
            yield diagnose(Code.TRANSLATION_EMPHASIS, message, span, hint=hint, language=language)


def _times(number: int) -> str:
    return {0: "nowhere", 1: "once"}.get(number, f"{number} times")


def _error(message: str, hint: str, span: Span, language: str) -> Diagnostic:
    return diagnose(Code.TRANSLATION_MARKUP, message, span, hint=hint, language=language)
