"""The phrases of a tree → the messages of its catalogue, untranslated, in source order."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from builder.content.inlines import Text
from builder.content.phrase import Kind, Phrase
from builder.content.walk import phrases, walk
from builder.localize.catalogue import Key, Message
from builder.localize.terms import TermFinder

_WORDS_WITH_CONTEXT = 3
"""Texts this short mean different things in different places."""
_ALWAYS = frozenset({Kind.VARIABLE, Kind.ANSWER})


def extract(node: Any, *, terms: TermFinder | None = None) -> tuple[Message, ...]:
    """Return one message per English text and context; equal ones are merged, their places listed."""
    groups: dict[Key, list[Phrase]] = {}
    for phrase in _in_order(phrases(node)):
        if is_message(phrase):
            groups.setdefault(key_of(phrase), []).append(phrase)
    return tuple(_message(key, group, terms) for key, group in groups.items())


def is_message(phrase: Phrase) -> bool:
    """Return whether there is anything to translate; a bare number is the same in all our languages.

    A decimal mark or a percentage is not, nor is a course's variable, such as the number to call in an emergency.
    """
    if not phrase.translatable:
        return False
    if phrase.kind in _ALWAYS or phrase.context is not None or phrase.note is not None:
        return True
    return not all(map(_is_neutral, walk(phrase.inlines, Text)))


def key_of(phrase: Phrase) -> Key:
    """Return what a catalogue calls a phrase."""
    if phrase.context is not None:
        return phrase.context, phrase.message
    short = len(phrase.message.split()) <= _WORDS_WITH_CONTEXT
    return (phrase.kind.value if short else None), phrase.message


def _is_neutral(text: Text) -> bool:
    return not any(character.isalpha() or character in ".,%" for character in text.value)


def _in_order(found: Iterable[Phrase]) -> list[Phrase]:
    """Fields of a node are not always in the order of its lines; files are, as the tree has them."""
    files: dict[str, list[Phrase]] = {}
    for phrase in found:
        files.setdefault(phrase.span.path, []).append(phrase)
    for listed in files.values():
        listed.sort(key=lambda phrase: phrase.span.line)
    return list(chain.from_iterable(files.values()))


def _message(key: Key, group: list[Phrase], terms: TermFinder | None) -> Message:
    msgctxt, msgid = key
    kinds = ", ".join(dict.fromkeys(phrase.kind.value for phrase in group))
    notes = dict.fromkeys(" ".join(phrase.note.split()) for phrase in group if phrase.note)
    hints = terms.lines(msgid) if terms is not None else ()
    places = dict.fromkeys(f"{phrase.span.path}#{phrase.place}" for phrase in group)
    return Message(msgctxt=msgctxt, msgid=msgid, extracted=(kinds, *notes, *hints), references=tuple(places))
