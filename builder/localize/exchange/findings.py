"""What an import tells a person."""

from builder.diagnostics import Code, Diagnostic, diagnose
from builder.localize.catalogue import Message
from builder.localize.exchange.unit import Incoming
from builder.source import Span

_SHOWN = 80


def conflict(one: Incoming, entry: Message, language: str) -> Diagnostic:
    """Return the finding for a text that was changed in the file and in the catalogue."""
    message = (
        f"“{short(entry.msgid)}” was changed in both places: here it is “{short(entry.msgstr[0])}”, "
        f"in the file “{short(one.translation)}”"
    )
    hint = "ours stays; the file's text stands above the entry as a comment `also:` – take one of the two, delete it"
    return diagnose(Code.IMPORT_CONFLICT, message, _at(one), hint=hint, language=language)


def refused(one: Incoming, entry: Message, reason: str, language: str) -> Diagnostic:
    """Return the finding for a text that would lose something."""
    message = f"“{short(one.translation)}” is not taken: {reason}"
    hint = (
        f"mend it in the file and import it again; the English is “{short(entry.msgid)}”, and the text is kept above "
        "the entry as a comment `also:`"
    )
    return diagnose(Code.IMPORT_REFUSED, message, _at(one), hint=hint, language=language)


def emphasis(one: Incoming, reason: str, language: str) -> Diagnostic:
    """Return the finding for a text that was taken, with other words in bold or italics than the English."""
    message = f"“{short(one.translation)}” is taken: {reason}"
    hint = "keep the emphasis where it means something"
    return diagnose(Code.TRANSLATION_EMPHASIS, message, _at(one), hint=hint, language=language)


def stale(one: Incoming, entry: Message, language: str) -> Diagnostic:
    """Return the finding for a text whose English was edited while it was away."""
    message = f"the English of “{short(one.translation)}” has changed since the export: now “{short(entry.msgid)}”"
    hint = "it is entered as stale; export again, or revise it in the catalogue"
    together = "the English of {count} texts has changed since the export; they are entered as stale"
    return diagnose(Code.IMPORT_STALE, message, _at(one), hint=hint, language=language, together=together)


def unknown(one: Incoming, language: str) -> Diagnostic:
    """Return the finding for a text that belongs to nothing in the lessons."""
    name = f"“{short(one.english)}”" if one.english else one.id or "a row without a name"
    kept = "the memory keeps the translation" if one.english else "it is in the file only"
    message = f"the lessons have no text {name}; {kept}"
    hint = "was the file exported from this workspace, and its first column left as it was?"
    together = (
        "the lessons have no text for {count} translations of the file; the memory keeps those with their English"
    )
    return diagnose(Code.IMPORT_UNKNOWN, message, _at(one), hint=hint, language=language, together=together)


def undecided(one: Incoming, language: str) -> Diagnostic:
    """Return the finding for a text of which it is not clear whether a reviewer approves it."""
    message = f"“{short(one.unclear)}” does not say whether “{short(one.translation)}” is approved: it is not signed"
    hint = "write yes, or leave the cell empty"
    return diagnose(Code.REVIEW_REFUSED, message, _at(one), hint=hint, language=language)


def unnamed(one: Incoming, language: str) -> Diagnostic:
    """Return the finding for a text that is approved, but not known again."""
    message = f"“{short(one.translation)}” is not signed: its name or its English is not as it was exported"
    hint = "export again, and leave the name of the text and the English as they are"
    return diagnose(Code.REVIEW_REFUSED, message, _at(one), hint=hint, language=language)


def other_language(path: str, said: str, language: str) -> Diagnostic:
    """Return the finding for a file in another language than the one that is worked on."""
    message = f"the file is in {said}, not in {language}" if said else f"the file has no text in {language}"
    hint = f"name a file that `course translate export {language}` wrote; nothing was changed"
    return diagnose(Code.EXCHANGE_UNREADABLE, message, Span.at(path), hint=hint)


def unreadable(path: str, reason: str, line: int = 1, hint: str = "") -> Diagnostic:
    """Return the finding for a file that nothing can be taken from."""
    hint = hint or "export again with `course translate export`; nothing was changed"
    message = f"the file cannot be read: {reason}"
    return diagnose(Code.EXCHANGE_UNREADABLE, message, Span.at(path, max(line, 1)), hint=hint)


def short(text: str) -> str:
    """Return a text on one line, its beginning if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _at(one: Incoming) -> Span:
    return Span.at(one.path, max(one.line, 1))
