"""`course ids`: ids that authors left out, and the locks that remember the questions that went out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from builder import files
from builder.build.left_out import LeftOut, left_out
from builder.build.load import Loaded, load
from builder.build.lock_changes import Asked, LockChange, accept, changed_locks, record, retire
from builder.build.targets import WrongUse
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, Severity, diagnose
from builder.diagnostics.nearest import nearest
from builder.model.blocks import Question
from builder.model.lock import LockEntry, known_entries, lock_path
from builder.read.lock import write_lock
from builder.records import dataclass
from builder.source import Span

_ABOUT_IDS = (
    Code.ID_MISSING, Code.ID_DUPLICATE, Code.ID_VANISHED, Code.ID_RETIRED, Code.KEY_CHANGED, Code.LOCK_MALFORMED,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class IdsRequest:
    """What a person asked for."""

    root: Path
    write: bool = False
    accept: tuple[str, ...] = ()
    """Ids of questions whose locks are to say what the lessons say now; ``q-shock-*`` takes several."""
    retire: tuple[str, ...] = ()
    """Ids of questions that are gone for good; patterns as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdsReport:
    """What was missing or in dispute, and what was done about it."""

    left_out: tuple[LeftOut, ...]
    changes: tuple[LockChange, ...]
    """Made to the locks; where nothing was to be written, those that ``--write`` would make."""
    diagnostics: Diagnostics
    """About ids, as things stand afterwards, with the errors of lessons that could not be given theirs."""


def ids(request: IdsRequest) -> IdsReport:
    """Return what is missing in a workspace, written if so asked; raises `WrongUse` for ids that are nowhere."""
    loaded, found = load(request.root)
    if loaded is None:
        return IdsReport(left_out=(), changes=(), diagnostics=found)
    _lock_changes(loaded, request)  # wrong use is told before anything is written
    missing: list[LeftOut] = []
    changes: tuple[LockChange, ...] = ()
    failed: tuple[Diagnostic, ...] = ()
    try:
        missing.extend(left_out(loaded, write=request.write))
        loaded = load(request.root)[0] or loaded if request.write else loaded
        changes = _lock_changes(loaded, request)
        if request.write or request.accept or request.retire:
            _save_locks(loaded, changes)
            found = load(request.root)[1]
    except OSError as problem:
        failed = (_not_writable(problem),)
    return IdsReport(left_out=tuple(missing), changes=changes, diagnostics=(*failed, *_told(found, missing)))


def _lock_changes(loaded: Loaded, request: IdsRequest) -> tuple[LockChange, ...]:
    """Return what is to be done to the locks; raises `WrongUse`."""
    locks = loaded.memory.locks
    known, asked = known_entries(locks), _asked(loaded)
    accepted = _chosen(request.accept, [name for name in asked if name in known], lambda name: _unknown(name, asked))
    retired = _chosen(request.retire, _gone(loaded, known), lambda name: _not_gone(name, known, asked))
    changes = (*accept(locks, asked, accepted), *retire(locks, retired))
    if request.write or not (request.accept or request.retire):
        done = {change.entry.id for change in changes}
        changes = (*(change for change in record(locks, asked) if change.entry.id not in done), *changes)
    return changes


def _asked(loaded: Loaded) -> dict[str, Asked]:
    """Return the questions of the lessons that are understood, by id; what two of them share is no id."""
    asked: dict[str, Asked] = {}
    counts: Counter[str] = Counter()
    for module in loaded.unresolved.modules:
        for lesson in module.lessons:
            for question in walk(lesson, Question) if lesson.path not in loaded.memory.unclear else ():
                counts[question.id] += 1
                asked[question.id] = Asked(module=module.id, question=question)
    return {name: one for name, one in asked.items() if name and counts[name] == 1}


def _gone(loaded: Loaded, known: Mapping[str, LockEntry]) -> list[str]:
    """Return the questions that the locks hold and no lesson does."""
    there = {question.id for question in walk(loaded.unresolved.modules, Question)}
    if loaded.memory.elsewhere is None:
        return []
    there |= loaded.memory.elsewhere
    return [name for name, entry in known.items() if entry.state == "live" and name not in there]


def _chosen(patterns: Sequence[str], names: Sequence[str], why_not: Callable[[str], str]) -> tuple[str, ...]:
    """Return the names that fit any pattern; raises `WrongUse` for a pattern that none fits."""
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in names):
            raise WrongUse(why_not(pattern))
    return tuple(name for name in names if any(fnmatchcase(name, pattern) for pattern in patterns))


def _unknown(name: str, asked: Mapping[str, Asked]) -> str:
    if name in asked:
        return f"{name} stands in no lock yet: `course ids --write` enters it"
    return f"there is no question {name!r}" + _perhaps(name, asked)


def _not_gone(name: str, known: Mapping[str, LockEntry], asked: Mapping[str, Asked]) -> str:
    if name in asked:
        span = asked[name].question.span
        return f"{name} is still asked in {span.path}:{span.line}; delete the question first"
    if name in known:
        return f"{name} is retired already, or its lesson has errors to mend first"
    return f"no lock holds {name!r}" + _perhaps(name, known)


def _perhaps(name: str, names: Iterable[str]) -> str:
    near = nearest(name, names)
    return f"; did you mean {near!r}?" if near else ""


def _save_locks(loaded: Loaded, changes: Sequence[LockChange]) -> None:
    for lock in changed_locks(loaded.memory.locks, changes) if changes else ():
        path, data = loaded.root / lock_path(lock.module), write_lock(lock).encode()
        if files.read_if_present(path) != data:
            files.write(path, data)


def _told(found: Diagnostics, missing: Sequence[LeftOut]) -> Diagnostics:
    """Return the findings about ids, and the errors that keep a lesson from being given any."""
    waiting = {one.path for one in missing if not one.written}
    return tuple(
        finding
        for finding in found
        if finding.code in _ABOUT_IDS
        or (finding.severity is Severity.ERROR and finding.span is not None and finding.span.path in waiting)
    )


def _not_writable(problem: OSError) -> Diagnostic:
    message = f"cannot write {problem.filename}: {(problem.strerror or 'failed').lower()}"
    hint = "check the permissions of modules/ and the free space; what was there is whole"
    return diagnose(Code.OUTPUT_NOT_WRITABLE, message, Span.at("modules"), hint=hint)
