"""What the rules say about one message or a few."""

from collections.abc import Iterable

from builder.diagnostics import Diagnostic
from builder.languages.table import Language, find_language
from builder.localize.catalogue import Catalogue, Message
from builder.localize.checks.catalogues import Aids, check_catalogues
from builder.localize.checks.terms import TermBase
from builder.localize.terms import read_terms
from builder.source import SourceFile

TERMS = """term,use,form,other_forms,note
wound,preferred,рана,рани|раните|раната,
probation service,preferred,пробациска служба,,
wound,forbidden,дупка,дупката,
*,forbidden,лудак,лудаци,a label
"""


def language(tag: str) -> Language:
    """Return a language that we know."""
    found = find_language(tag)
    assert found is not None
    return found


def base(text: str = TERMS) -> TermBase:
    """Return the terms of a list."""
    terms, found = read_terms(SourceFile("locales/mk/terms.csv", text))
    assert not found
    return TermBase(terms, {"wound": "wound"})


def findings(
    english: str, translation: str, *, tag: str = "mk", kind: str = "paragraph", comments: Iterable[str] = ()
) -> list[Diagnostic]:
    """Return what the rules find in one translated message."""
    message = Message(
        msgid=english, msgstr=(translation,), extracted=(kind,), comments=tuple(comments), line=7
    )  # fmt: skip
    catalogue = Catalogue(path=f"locales/{tag}/x.po", messages=(message,))
    found = check_catalogues((catalogue,), language=language(tag), aids=Aids(terms=base()))
    assert all(one.span and (one.span.path, one.span.line) == (catalogue.path, 7) and one.hint for one in found)
    assert all(one.language == tag for one in found)
    return list(found)


def codes(english: str, translation: str, **options: object) -> list[str]:
    """Return the codes of these findings."""
    return [one.code.value for one in findings(english, translation, **options)]  # type: ignore[arg-type]
