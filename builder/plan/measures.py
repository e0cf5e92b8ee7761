"""Minutes and groupings in words."""

from builder.languages.plurals import plural_index
from builder.languages.words import Word
from builder.output.text import Run, Runs
from builder.plan.runs import Voice, plain_runs, word_runs

_GROUPINGS = {
    "alone": Word.ALONE,
    "pairs": Word.PAIRS,
    "groups": Word.GROUPS,
    "plenary": Word.PLENARY,
}


def minutes_runs(minutes: int, voice: Voice) -> Runs:
    """Return ``20 minutes``, the word in the form that the number takes."""
    return counted_runs(Word.MINUTES, minutes, voice)


def counted_runs(counted: Word, number: int, voice: Voice) -> Runs:
    """Return a number and one of our counted words in the form that it takes."""
    word = voice.edition.interface[counted]
    index = plural_index(voice.edition.language, number)
    text = word.plurals[index] if index < len(word.plurals) else word.text
    return (Run(text=f"{number}\u00a0{text}", language=word.language, state=word.state),)


def grouping_runs(grouping: str | None, size: int | None, voice: Voice) -> Runs:
    """Return ``groups of 4``, or a grouping that we do not know as it was written; nothing for none."""
    if grouping == "groups" and size is not None:
        return word_runs(Word.GROUPS_OF, voice, number=size)
    if grouping in _GROUPINGS:
        return word_runs(_GROUPINGS[grouping], voice)
    return plain_runs(grouping or "", voice)
