"""The gate before a release: only what is reviewed and approved goes out."""

from collections import Counter

from builder.build.findings import Findings
from builder.build.make import Job
from builder.content.walk import phrases
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.languages.states import State
from builder.source import Span


def gate(jobs: list[Job], findings: Findings) -> list[Job]:
    """Return the jobs whose texts are all reviewed; the others are listed among the findings, once an edition."""
    passed = []
    verdicts: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for job in jobs:
        key = (job.target.course, job.target.part, job.target.language)
        if key not in verdicts:
            verdicts[key] = _obstacles(job)
            findings.add(verdicts[key])
        if not verdicts[key]:
            passed.append(job)
    return passed


def _obstacles(job: Job) -> list[Diagnostic]:
    edition = job.edition
    states = Counter(
        phrase.state
        for phrase in phrases((edition.course, edition.modules, tuple(edition.glossary.values())))
        if phrase.translatable
    )
    states.update(text.state for text in edition.interface.texts.values())
    waiting = {state: count for state, count in sorted(states.items()) if state is not State.REVIEWED}
    tag = edition.language.tag
    found = []
    if waiting:
        listed = ", ".join(f"{count} {state.value}" for state, count in waiting.items())
        message = f"{edition.course.id}, {edition.part} in {tag} is not ready for a release: {listed}"
        hint = f"`course status` shows where; review the texts of locales/{tag}, then sign them in its ledger"
        found.append(
            diagnose(Code.RELEASE_UNREVIEWED, message, Span.at(f"locales/{tag}/review.tsv"), hint=hint, language=tag)
        )
    return found + _unapproved(job)


def _unapproved(job: Job) -> list[Diagnostic]:
    publisher, tag = job.edition.publisher, job.edition.language.tag
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
