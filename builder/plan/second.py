"""A text in two languages: the second below the first, or behind it on the line."""

from dataclasses import replace

from builder.languages.states import State
from builder.output.text import Run, Runs, halves, is_draft, merge_runs, plain_text
from builder.plan.runs import Voice, plain_runs


def below(first: Runs, second: Runs) -> Runs:
    """Return a text and the same in a second language under it; once where both say it with the same characters."""
    if not first or not second or says_the_same(first, second):
        return as_far(first, second) if first else as_second(second)
    return merge_runs((*first, Run(text="\n", language=second[0].language, second=True), *as_second(second)))


def beside(first: Runs, second: Runs, separator: str, voice: Voice) -> Runs:
    """Return a text and the same in a second language behind it on the line; once where both are equal."""
    if not first or not second or says_the_same(first, second):
        return as_far(first, second) if first else as_second(second)
    return merge_runs((*first, *plain_runs(separator, voice), *as_second(second)))


def first_text(runs: Runs) -> str:
    """Return the characters of a text's first language."""
    return plain_text(halves(runs)[0] or runs)


def as_second(runs: Runs) -> Runs:
    """Return a text as that of a second language, which is set smaller."""
    return tuple(replace(run, second=True) for run in runs)


def says_the_same(first: Runs, second: Runs) -> bool:
    """Return whether two texts say the same letter by letter, be it that the source stands in for the first."""
    text, same = plain_text(first), plain_text(second)
    return text == same or (first[0].state is State.MISSING and text == f"[{first[0].language}] {same}")


def as_far(first: Runs, second: Runs) -> Runs:
    """Return a text that two languages share: it counts as reviewed only if it is so in both."""
    if is_draft(first) or not is_draft(second):
        return first
    state = next(run.state for run in second if run.state is not State.REVIEWED)
    return tuple(replace(run, state=state) for run in first)
