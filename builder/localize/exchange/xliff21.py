"""XLIFF 2.1, for programs that have left 1.2 behind; one ``<file>`` for each catalogue, one ``<unit>`` for each text.

What a code stands for is in ``originalData``; characters that XML cannot hold have an element of their own here,
``<cp>``. The room of a box is a size restriction by the standard's own module, and the previous English is a note.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.languages.states import State
from builder.localize.exchange.codes import cut
from builder.localize.exchange.told import notes_of
from builder.localize.exchange.unit import Incoming, Outgoing
from builder.localize.exchange.xliff12 import OWN
from builder.localize.exchange.xml import Element, attribute, attributes, character, escape, holdable, visible
from builder.localize.paths import catalogue_path

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""Of 2.0 and 2.1 alike."""
_SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
_PROFILES = 'generalProfile="xliff:codepoints"'
_COMMENT = "translator"
_STATES = {
    State.MISSING: ("initial", None),
    State.STALE: ("initial", "cw:stale"),
    State.DRAFT: ("translated", "cw:draft"),
    State.TRANSLATED: ("translated", None),
    State.REVIEWED: ("final", None),
}
_APPROVED = frozenset({"reviewed", "final"})
_OURS = frozenset({"cw:stale", "cw:draft"})
"""What a program leaves as it is when nobody has touched the text."""


def write_xliff21(texts: Iterable[Outgoing], *, source: str, language: str) -> bytes:
    """Return the file; equal texts give equal bytes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(
        f'<xliff version="2.1" srcLang="{source}" trgLang="{language}" xmlns="{NAMESPACE}" '
        f'xmlns:slr="{_SIZES}" xmlns:cw="{OWN}">'
    )
    for name, group in groupby(texts, key=lambda text: text.catalogue):
        original = attribute(catalogue_path(language, name))
        lines.append(f'  <file id="{name}" original="{original}" xml:space="preserve">')
        lines.append(f"    <slr:profiles {_PROFILES}/>")
        for text in group:
            lines += _unit(text)
        lines.append("  </file>")
    return "\n".join((*lines, "</xliff>", "")).encode()


def read_xliff21(root: Element, *, path: str) -> tuple[tuple[Incoming, ...], str]:
    """Return the texts of a file and its language, empty where it does not say one."""
    return tuple(_incoming(unit, path) for unit in root.all("unit")), root.attributes.get("trgLang", "")


def _unit(text: Outgoing) -> Iterator[str]:
    place = text.place
    room = str(place.room) if place is not None and place.fixed and place.room else None
    name = " ".join(text.references) or None
    pairs = (("id", text.id), ("name", name), ("slr:sizeRestriction", room), ("cw:base", text.base))
    yield f"    <unit{attributes((*pairs, ('cw:context', text.key[0])))}>"
    data: dict[str, str] = {}
    english = _content(text.english, data, plain=text.plain)
    translation = _content(text.translation, data, plain=text.plain)
    listed = [(note, words) for note, words in (*notes_of(text), *((_COMMENT, line) for line in text.comments))]
    if listed:
        yield "      <notes>"
        for category, words in listed:
            yield f'        <note category="{attribute(category)}">{escape(visible(words))}</note>'
        yield "      </notes>"
    if data:
        yield "      <originalData>"
        for code, number in data.items():
            yield f'        <data id="{number}">{_data(code)}</data>'
        yield "      </originalData>"
    state, further = _STATES[text.state]
    yield f"      <segment{attributes((('state', state), ('subState', further)))}>"
    yield f"        <source>{english}</source>"
    if text.translation:
        yield f"        <target>{translation}</target>"
    yield "      </segment>"
    yield "    </unit>"


def _content(text: str, data: dict[str, str], *, plain: bool) -> str:
    """Return a text with its codes, whose characters go into ``data``."""
    parts = []
    number = 0
    for is_code, part in cut(text, plain=plain):
        if is_code:
            number += 1
            reference = data.setdefault(part, f"d{len(data) + 1}")
            shown = attributes((("disp", part), ("equiv", part)))
            parts.append(f'<ph id="{number}" canDelete="no" dataRef="{reference}"{shown}/>')
        else:
            parts.append(_data(part))
    return "".join(parts)


def _data(text: str) -> str:
    return "".join(escape(part) if fits else _code_point(part) for fits, part in holdable(text))


def _code_point(one: str) -> str:
    return f'<cp hex="{ord(one):04X}"/>'


def _incoming(unit: Element, path: str) -> Incoming:
    data = {one.attributes.get("id", ""): _typed(one, {}) for one in unit.all("data")}
    parts = [part for part in unit.elements if part.name in ("segment", "ignorable")]
    segments = [part for part in parts if part.name == "segment"]
    targets = [part.first("target") or (part.first("source") if part.name == "ignorable" else None) for part in parts]
    lines = [target.line for target in targets if target is not None]
    states = [segment.attributes.get("state", "initial") for segment in segments]
    ours = any(segment.attributes.get("subState") in _OURS for segment in segments)
    approved = bool(states) and all(state in _APPROVED for state in states)
    notes = (note for note in unit.all("note") if note.attributes.get("category", _COMMENT) == _COMMENT)
    return Incoming(
        path=path, line=lines[0] if lines else unit.line, id=unit.attributes.get("id", ""),
        english="".join(_typed(source, data) for source in map(_source, parts) if source is not None),
        context=unit.attributes.get("context"),
        translation="".join(_typed(target, data) for target in targets if target is not None) if lines else "",
        base=unit.attributes.get("base"), approved=approved,
        comments=tuple(line for note in notes for line in note.text.split("\n") if line.strip()),
        finished=approved or (not ours and bool(states) and "initial" not in states),
    )  # fmt: skip


def _source(part: Element) -> Element | None:
    return part.first("source")


def _typed(element: Element, data: dict[str, str]) -> str:
    """Return a text as it was typed, codes as the original data have them."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
            continue
        values = child.attributes
        match child.name:
            case "cp":
                parts.append(character(values.get("hex", "")))
            case "ph" | "sc" | "ec":
                parts.append(data.get(values.get("dataRef", ""), values.get("equiv", "")))
            case "pc":
                start, end = (data.get(values.get(f"dataRef{name}", ""), "") for name in ("Start", "End"))
                parts.append(start + _typed(child, data) + end)
            case _:
                parts.append(_typed(child, data))
    return "".join(parts)
