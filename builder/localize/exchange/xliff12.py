"""XLIFF 1.2, which nearly every translator's program takes; one ``<file>`` for each catalogue.

A unit's ``id`` is made of catalogue, context and English text, its ``resname`` is the place in the lesson. The
attribute ``base`` of our own namespace stands for the translation that went out: by it an import sees who changed what.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.languages.states import State
from builder.localize.exchange.codes import cut
from builder.localize.exchange.told import notes_of
from builder.localize.exchange.unit import Incoming, Outgoing
from builder.localize.exchange.xml import Element, attribute, attributes, character, escape, holdable, visible
from builder.localize.paths import catalogue_path

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
OWN = "urn:coursewright:exchange:1"
_COMMENT = "translator"
_CODE_POINT = "x-code-point"
_STATES = {
    State.MISSING: ("new", None),
    State.STALE: ("needs-translation", "fuzzy-match"),
    State.DRAFT: ("needs-review-translation", "leveraged-mt"),
    State.TRANSLATED: ("translated", None),
    State.REVIEWED: ("signed-off", None),
}
_APPROVED = frozenset({"signed-off", "final"})
_FINISHED = _APPROVED | {"translated"}
_IN_CONTEXT = frozenset({"before", "after"})
_CODES = frozenset({"ph", "x", "bx", "ex", "bpt", "ept", "it"})


def write_xliff12(texts: Iterable[Outgoing], *, source: str, language: str) -> bytes:
    """Return the file; equal texts give equal bytes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<xliff version="1.2" xmlns="{NAMESPACE}" xmlns:cw="{OWN}">')
    for name, group in groupby(texts, key=lambda text: text.catalogue):
        original = attribute(catalogue_path(language, name))
        lines.append(
            f'  <file original="{original}" source-language="{source}" target-language="{language}" '
            'datatype="plaintext" xml:space="preserve">'
        )
        lines.append("    <body>")
        for text in group:
            lines += _unit(text, source, language)
        lines += ["    </body>", "  </file>"]
    return "\n".join((*lines, "</xliff>", "")).encode()


def read_xliff12(root: Element, *, path: str) -> tuple[tuple[Incoming, ...], str]:
    """Return the texts of a file and its language, empty where it does not say one."""
    tags = [part.attributes.get("target-language", "") for part in root.all("file")]
    units = (unit for part in root.all("file") for unit in part.all("trans-unit"))
    return tuple(_incoming(unit, path) for unit in units), next(filter(None, tags), "")


def _unit(text: Outgoing, source: str, language: str) -> Iterator[str]:
    place = text.place
    fixed = place is not None and place.fixed and place.room > 0
    pairs = (
        ("id", text.id),
        ("resname", " ".join(text.references) or None),
        ("approved", "yes" if text.state is State.REVIEWED else None),
        ("maxwidth", str(place.room) if place is not None and fixed else None),
        ("size-unit", "char" if fixed else None),
        ("cw:base", text.base),
    )
    yield f"      <trans-unit{attributes(pairs)}>"
    yield f'        <source xml:lang="{source}">{_content(text.english, plain=text.plain)}</source>'
    state, qualifier = _STATES[text.state]
    manner = attributes((("state", state), ("state-qualifier", qualifier)))
    yield f'        <target xml:lang="{language}"{manner}>{_content(text.translation, plain=text.plain)}</target>'
    yield from _context(text)
    for name, note in notes_of(text):
        if name in _IN_CONTEXT:
            continue
        yield f"        <note{attributes((('from', name), ('annotates', 'source')))}>{escape(visible(note))}</note>"
    for comment in text.comments:
        yield f'        <note from="{_COMMENT}">{escape(visible(comment))}</note>'
    if text.previous is not None:
        yield '        <alt-trans origin="previous English" alttranstype="previous-version">'
        yield f'          <source xml:lang="{source}">{_content(text.previous[1], plain=text.plain)}</source>'
        yield f'          <target xml:lang="{language}">{_content(text.translation, plain=text.plain)}</target>'
        yield "        </alt-trans>"
    yield "      </trans-unit>"


def _context(text: Outgoing) -> Iterator[str]:
    own = [("x-msgctxt", text.key[0])] if text.key[0] is not None else []
    kept = [("x-kind", ", ".join(text.kinds))] if text.kinds else []
    if text.place is not None:
        kept += [("x-course", text.place.course), ("x-slide", text.place.slide), ("x-slide-title", text.place.title)]
    kept += [("x-before", text.before), ("x-after", text.after)]
    listed = [(name, value) for name, value in (*own, *kept) if value is not None]
    if not listed:
        return
    yield '        <context-group purpose="information">'
    for name, value in listed:
        if value:
            yield f'          <context context-type="{name}">{escape(visible(value))}</context>'
    yield "        </context-group>"


def _content(text: str, *, plain: bool) -> str:
    parts = []
    number = 0
    for is_code, part in cut(text, plain=plain):
        for fits, piece in holdable(part):
            if not fits:
                number += 1
                parts.append(f'<ph id="{number}" ctype="{_CODE_POINT}">{ord(piece):x}</ph>')
            elif is_code:
                number += 1
                parts.append(f'<ph id="{number}" ctype="x-markdown">{escape(piece)}</ph>')
            else:
                parts.append(escape(piece))
    return "".join(parts)


def _incoming(unit: Element, path: str) -> Incoming:
    source, target = unit.first("source"), unit.first("target")
    codes = {code.attributes.get("id", ""): _code(code) for code in source.all(*_CODES)} if source else {}
    contexts = {one.attributes.get("context-type"): one.text for one in unit.all("context")}
    state = target.attributes.get("state", "") if target else ""
    approved = unit.attributes.get("approved") == "yes" or state in _APPROVED
    notes = (note for note in unit.elements if note.name == "note")
    return Incoming(
        path=path, line=(target or unit).line, id=unit.attributes.get("id", ""),
        english=_typed(source, {}) if source else "", context=contexts.get("x-msgctxt"),
        translation=_typed(target, codes) if target else "", base=unit.attributes.get("base"),
        comments=tuple(line for note in notes if _is_remark(note) for line in note.text.split("\n") if line.strip()),
        finished=approved or state in _FINISHED, approved=approved,
    )  # fmt: skip


def _is_remark(note: Element) -> bool:
    """Return whether a note was written by the translator, not by us."""
    return note.attributes.get("from", _COMMENT) == _COMMENT or note.attributes.get("annotates") == "target"


def _typed(element: Element, codes: dict[str, str]) -> str:
    """Return a text as it was typed: codes bring their characters, or those that the source has under their id."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name in _CODES:
            parts.append(_code(child) or codes.get(child.attributes.get("id", ""), ""))
        else:
            parts.append(_typed(child, codes))
    return "".join(parts)


def _code(element: Element) -> str:
    text = element.text
    return character(text) if element.attributes.get("ctype") == _CODE_POINT else text
