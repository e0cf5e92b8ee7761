"""Ids that went out: none vanishes, none comes to mean something else, none is right in another way than it was."""

from collections.abc import Iterator, Mapping

from builder.content.index import Index
from builder.content.parts import parts_of
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Question
from builder.model.lock import LockEntry, Memory, entry_of, known_entries


def check_ids(memory: Memory, contents: Mapping[str, Index]) -> Iterator[Diagnostic]:
    """Yield a finding for each question that is not what the locks remember, and each that is gone.

    ``contents`` has the nodes of each lesson, by its path.
    """
    known = known_entries(memory.locks)
    clear = (content for path, content in contents.items() if path not in memory.unclear) if known else ()
    asked = {question.id: question for content in clear for question in content.of(Question) if question.id}
    for question in asked.values():
        if question.id in known:
            yield from _check_question(question, known[question.id])
    if memory.elsewhere is None:
        return
    for entry in known.values():
        if entry.state == "live" and entry.id not in asked and entry.id not in memory.elsewhere:
            yield _vanished(entry)


def _check_question(question: Question, entry: LockEntry) -> Iterator[Diagnostic]:
    if entry.state == "retired":
        message = f"the id `{question.id}` is retired: another question had it, says {entry.span.path}"
        hint = f"choose another id; if that question has come back, run `course ids --accept {question.id}`"
        yield diagnose(Code.ID_RETIRED, message, question.span, hint=hint)
        return
    now = entry_of(question)
    if (now.type, now.key) != (entry.type, entry.key):
        yield _changed(question, entry, now)
    for name, part in parts_of(question.interaction):
        if name in entry.gone:
            message = f"the id `{name}` belonged to another option of `{question.id}`, which is gone"
            hint = f"choose another; if that option has come back, run `course ids --accept {question.id}`"
            yield diagnose(Code.ID_RETIRED, message, part.span, hint=hint)


def _changed(question: Question, entry: LockEntry, now: LockEntry) -> Diagnostic:
    was, is_now = (f"{one.type} {one.key}".rstrip() for one in (entry, now))
    message = f"what is right in `{question.id}` has changed since it went out: from “{was}” to “{is_now}”"
    hint = (
        "give the question a new id, and retire this one; if nobody has answered it yet or the old key was wrong, "
        f"run `course ids --accept {question.id}`"
    )
    return diagnose(Code.KEY_CHANGED, message, question.span, hint=hint)


def _vanished(entry: LockEntry) -> Diagnostic:
    message = f"the question `{entry.id}` went out and is in no lesson any more"
    hint = f"give it its id back; if it is gone for good, run `course ids --retire {entry.id}`"
    return diagnose(Code.ID_VANISHED, message, entry.span, hint=hint)
