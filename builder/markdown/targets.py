"""Where a link may lead: the web, mail, a lesson, a term; nothing else."""

import re

from builder.content.inlines import Inlines, LessonReference, Link, TermReference
from builder.source import Span

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED = ("http", "https", "mailto")
_DANGEROUS = ("javascript", "data", "vbscript", "file")


def link_node(target: str, children: Inlines, span: Span) -> Link | LessonReference | TermReference | None:
    """Return the node of a link, or None where the target is not allowed."""
    found = _SCHEME.match(target)
    scheme = found[1].lower() if found is not None else ""
    rest = target[len(scheme) + 1 :]
    if scheme == "term":
        return TermReference(span=span, term=rest, children=children)
    if scheme == "ref":
        return LessonReference(span=span, target=rest, children=children)
    if scheme in _ALLOWED:
        return Link(span=span, target=_encoded(target), children=children)
    return None


def target_fault(target: str) -> tuple[str, str]:
    """Return what is wrong with a target that is not allowed, and what helps."""
    found = _SCHEME.match(target)
    if found is not None and found[1].lower() in _DANGEROUS:
        return f"a link may not lead to {found[1].lower()}:", "link to https://, http://, mailto:, ref: or term:"
    if not target:
        return "this link leads nowhere", "write the target between the brackets: [words](https://…)"
    if found is not None:
        return f"links to {found[1].lower()}: are not known", "link to https://, http://, mailto:, ref: or term:"
    return (
        f"“{target}” is no address",
        "write https://… for a page, ref:lesson or ref:#anchor for a place in the course, term:id for a term",
    )


def _encoded(target: str) -> str:
    if target.isascii() and " " not in target:
        return target
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(target)
