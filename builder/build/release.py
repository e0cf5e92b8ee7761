"""The gate before a release: only what is reviewed, approved and remembered goes out."""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import replace

from builder.build.findings import Findings
from builder.build.make import Job
from builder.content.phrase import Phrase
from builder.content.walk import phrases, rewrite, walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.languages.states import State
from builder.model.blocks import Question
from builder.model.course import Course, GlossaryEntry
from builder.model.edition import Edition
from builder.model.lesson import Module
from builder.model.lock import Memory, known_entries, lock_path
from builder.source import Span


def gate(jobs: list[Job], memory: Memory, derive: Mapping[str, str], findings: Findings) -> list[Job]:
    """Return the jobs whose texts are all reviewed and whose questions stand in locks.

    What stands in the way of the others is told among the findings, once an edition. ``derive`` names the languages
    that are made from others.
    """
    passed = []
    known = known_entries(memory.locks)
    verdicts: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for job in jobs:
        spoken = (job.edition, *job.edition.further)
        for edition in spoken:
            if _key(edition) not in verdicts:
                verdicts[_key(edition)] = _obstacles(edition, derive) + _unrecorded(edition, known)
                findings.add(verdicts[_key(edition)])
        if not any(verdicts[_key(edition)] for edition in spoken):
            further = tuple(_accepted(edition) for edition in job.edition.further)
            passed.append(replace(job, edition=replace(_accepted(job.edition), further=further)))
    return passed


def _key(edition: Edition) -> tuple[str, str, str]:
    return (edition.course.id, edition.part, edition.language.tag)


def _accepted(edition: Edition) -> Edition:
    """Return an edition that has passed the gate: what its course leaves to translators is not marked as a draft."""

    def taken(phrase: Phrase) -> Phrase:
        return replace(phrase, state=State.REVIEWED) if phrase.state is State.TRANSLATED else phrase

    if all(phrase.state is State.REVIEWED for phrase in phrases(_texts(edition))):
        return edition
    course, modules, entries = rewrite(_texts(edition), Phrase, taken)
    glossary = dict(zip(edition.glossary, entries, strict=True))
    return replace(edition, course=course, modules=modules, glossary=glossary)


def _texts(edition: Edition) -> tuple[Course, tuple[Module, ...], tuple[GlossaryEntry, ...]]:
    return edition.course, edition.modules, tuple(edition.glossary.values())


def _waiting(edition: Edition) -> Counter[State]:
    """Return how many texts keep a release back: of each kind those below the share that the course wants reviewed.

    Missing, stale and machine-made texts always do; what a share may leave out is what a person has translated.
    """
    kinds: dict[str, Counter[State]] = {}
    for phrase in phrases(_texts(edition)):
        if phrase.translatable:
            kinds.setdefault(phrase.kind.value, Counter())[phrase.state] += 1
    policy = edition.course.translation
    waiting = Counter[State]()
    for kind, states in kinds.items():
        bar = policy.bar(kind) if policy else 100
        enough = states[State.REVIEWED] * 100 >= bar * states.total()
        waiting += Counter(
            {
                state: count
                for state, count in states.items()
                if state is not State.REVIEWED and not (enough and state is State.TRANSLATED)
            }
        )
    return waiting


def _obstacles(edition: Edition, derive: Mapping[str, str]) -> list[Diagnostic]:
    states = _waiting(edition)
    states.update(text.state for text in edition.interface.texts.values())
    waiting = {state: count for state, count in sorted(states.items()) if state is not State.REVIEWED}
    tag = edition.language.tag
    found = []
    if waiting:
        listed = ", ".join(f"{count} {state.value}" for state, count in waiting.items())
        message = f"{edition.course.id}, {edition.part} in {tag} is not ready for a release: {listed}"
        base = derive.get(tag, tag)
        hint = f"`course status` shows where; `course review {base} --by NAME` signs what has been read"
        hint += f", `course review {tag}` what differs from it" if base != tag else ""
        span = Span.at(f"locales/{base}/review.tsv")
        found.append(diagnose(Code.RELEASE_UNREVIEWED, message, span, hint=hint, language=tag))
    return found + _unapproved(edition)


def _unrecorded(edition: Edition, known: Container[str]) -> list[Diagnostic]:
    """Return a finding for each module with questions that no lock remembers; the same in every language."""
    found = []
    for module in edition.modules:
        names = [question.id for question in walk(module, Question) if question.id not in known]
        if names:
            message = f"{len(names)} questions of {module.id} stand in no lock: {', '.join(names[:5])}"
            hint = "run `course ids --write`, and keep ids.lock with the lessons"
            message += " …" if len(names) > 5 else ""
            found.append(diagnose(Code.RELEASE_UNRECORDED, message, Span.at(lock_path(module.id)), hint=hint))
    return found


def _unapproved(edition: Edition) -> list[Diagnostic]:
    publisher, tag = edition.publisher, edition.language.tag
    mark = publisher.mark.notes if publisher.mark and publisher.mark.policy != "off" else ()
    funding = publisher.funding.statements if publisher.funding else ()
    texts = (("note on the name mark", mark), ("funding statement", funding), ("disclaimer", publisher.disclaimers))
    return [
        diagnose(
            Code.RELEASE_UNREVIEWED,
            f"the {what} of {publisher.id} in {tag} is not approved",
            text.span,
            hint="the publisher approves it in the profile: `approved: true`",
            language=tag,
        )
        for what, group in texts
        for text in group
        if text.language == tag and not text.approved
    ]
