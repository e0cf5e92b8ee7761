"""TBX (ISO 30042, the dialect Basic in its older, widely read form): the glossary's terms with their definitions."""

from collections.abc import Iterable, Iterator, Mapping

from builder.localize.exchange.xml import attribute, escape, visible
from builder.localize.terms import Term, TermUse
from builder.records import dataclass

_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
_STATUS: Mapping[TermUse, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A term of the glossary."""

    id: str
    english: str
    definition: str = ""
    translated_definition: str = ""


def write_tbx(concepts: Iterable[Concept], terms: Iterable[Term], *, source: str, language: str) -> bytes:
    """Return the file: each concept of the glossary, then those that the language's list has beyond it."""
    forms: dict[str, list[Term]] = {}
    for term in terms:
        forms.setdefault(term.term, []).append(term)
    listed = {concept.id: concept for concept in concepts}
    further = (Concept(id=name, english=name) for name in forms if name not in listed)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', _DOCTYPE, f'<martif type="TBX-Basic" xml:lang="{source}">']
    lines += ["  <martifHeader>", "    <fileDesc>", "      <sourceDesc><p>Coursewright</p></sourceDesc>"]
    lines += ["    </fileDesc>", "  </martifHeader>", "  <text>", "    <body>"]
    for number, concept in enumerate((*listed.values(), *further), 1):
        lines += _entry(concept, forms.get(concept.id, []), number, source, language)
    return "\n".join((*lines, "    </body>", "  </text>", "</martif>", "")).encode()


def _entry(concept: Concept, forms: list[Term], number: int, source: str, language: str) -> Iterator[str]:
    yield f'      <termEntry id="c{number}">'
    if concept.id != concept.english:
        yield f"        <note>{escape(visible(concept.id))}</note>"
    yield f'        <langSet xml:lang="{attribute(source)}">'
    yield from _definition(concept.definition)
    yield from _term(concept.english, "preferred", "")
    yield "        </langSet>"
    if forms or concept.translated_definition:
        yield f'        <langSet xml:lang="{attribute(language)}">'
        yield from _definition(concept.translated_definition)
        for form in forms:
            yield from _term(form.form, form.use, form.note)
        yield "        </langSet>"
    yield "      </termEntry>"


def _definition(text: str) -> Iterator[str]:
    if text:
        yield f'          <descrip type="definition">{escape(visible(text))}</descrip>'


def _term(text: str, use: TermUse, note: str) -> Iterator[str]:
    yield "          <tig>"
    yield f"            <term>{escape(visible(text))}</term>"
    yield f'            <termNote type="administrativeStatus">{_STATUS[use]}</termNote>'
    if note:
        yield f"            <note>{escape(visible(note))}</note>"
    yield "          </tig>"
