"""What a module's lock remembers of the questions that went out: their ids, types and what was right."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, assert_never
from unicodedata import normalize

from builder.content.interactions import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Interaction,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    TextEntry,
    TrueFalse,
    spellings,
)
from builder.content.node import Node
from builder.content.parts import parts_of
from builder.content.phrase import Phrase
from builder.model.blocks import Question
from builder.records import dataclass

LockState = Literal["live", "retired", "earlier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LockEntry(Node):
    """One line of a lock."""

    id: str
    """Of the question."""
    state: LockState
    """``live`` as it stands in a lesson, ``retired`` for good; ``earlier`` what was right before a change."""
    type: str
    key: str
    """What is right, as `key_of` writes it."""
    parts: tuple[str, ...]
    """Ids of its options, pairs, items and statements, sorted; those of a gap as ``gap.option``."""
    gone: tuple[str, ...] = ()
    """Ids of parts that it had once, sorted; none is given again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """``modules/<module>/ids.lock``."""

    module: str
    entries: tuple[LockEntry, ...] = ()
    leftovers: tuple[str, ...] = ()
    """Lines that could not be read; they are written back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is remembered in a whole workspace, and how far that can be compared with what stands there now."""

    locks: tuple[Lock, ...] = ()
    """One for each module that has any."""
    unclear: frozenset[str] = frozenset()
    """Paths of lessons whose questions were not all understood."""
    elsewhere: frozenset[str] | None = frozenset()
    """Ids in those lessons, and in those that were not read; None where they are not known."""


def lock_path(module: str) -> str:
    """Return where a module's lock stands in the workspace."""
    return f"modules/{module}/ids.lock"


def known_entries(locks: Iterable[Lock]) -> dict[str, LockEntry]:
    """Return what locks say of each question now; where two do, one that says it lives."""
    known: dict[str, LockEntry] = {}
    for lock in locks:
        for entry in lock.entries:
            if entry.state == "live" or (entry.state == "retired" and entry.id not in known):
                known[entry.id] = entry
    return known


def entry_of(question: Question) -> LockEntry:
    """Return what a lock would remember of a question as it stands."""
    parts = tuple(sorted({name for name, _ in parts_of(question.interaction)}))
    key = key_of(question.interaction)
    return LockEntry(span=question.span, id=question.id, state="live", type=question.type, key=key, parts=parts)


def key_of(interaction: Interaction) -> str:  # noqa: C901
    """Return what is right and what it is worth, by ids and never by texts that a translator or editor changes.

    Accepted words are the one exception: they are the answer. Where they stand in the list makes no difference.
    Locks hold this text: written in another way, every key of every workspace would count as changed.
    """
    match interaction:
        case Choice(options=options):
            return _options_key(options)
        case Hotspot(areas=areas):
            return _options_key(tuple(area.option for area in areas))
        case TrueFalse(answer=answer):
            return "true" if answer else "false"
        case Numeric(value=value, tolerance=tolerance, unit=unit):
            return " ".join((_number(value), "±", _number(tolerance), *((_words(unit),) if unit else ())))
        case TextEntry(accepted=accepted):
            return _words(accepted)
        case Match(pairs=pairs):
            return " ".join(sorted(pair.id for pair in pairs if pair.left is not None))
        case Order(items=items):
            return " ".join(item.id for item in items)
        case Cloze(gaps=gaps):
            return "; ".join(sorted(f"[[{gap.id}]] {key_of(gap.interaction)}" for gap in gaps))
        case Likert(scale=scale):
            return scale
        case ExtendedText():
            return ""
        case _:
            assert_never(interaction)


def _options_key(options: tuple[Option, ...]) -> str:
    """Return the right options, and the wrong ones that cost or bring something: ``b !a=-50``."""
    told = (option for option in options if option.correct or option.weight)
    return " ".join(_option_key(option) for option in sorted(told, key=lambda option: (not option.correct, option.id)))


def _option_key(option: Option) -> str:
    worth = "" if option.weight is None else f"={_number(option.weight)}"
    return f"{'' if option.correct else '!'}{option.id}{worth}"


def _number(number: Decimal) -> str:
    """Return a number so that 12 and 12.0 are written alike, however long they are."""
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _words(phrase: Phrase) -> str:
    words = {" ".join(normalize("NFC", word).casefold().split()) for word in spellings(phrase)}
    return " | ".join(sorted(words))
