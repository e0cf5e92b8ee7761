"""What a session needs: copies, cards and tables, multiplied by the size of the group where that is known."""

from collections.abc import Iterable, Iterator
from math import ceil

from builder.content.walk import walk
from builder.languages.words import Word
from builder.model.blocks import Activity, Card, Case, Inject
from builder.model.edition import Edition
from builder.model.lesson import Lesson, Module
from builder.output.text import Runs, merge_runs
from builder.plan.desk import Desk, text_runs
from builder.plan.measures import counted_runs, grouping_runs
from builder.plan.runs import join_runs, plain_runs, word_runs

_SHARING = {"pairs": 2, "alone": 1}


def handout_lines(modules: Iterable[Module], desk: Desk) -> list[Runs]:
    """Return the handouts of modules, with a copy for each participant."""
    people = _people(desk.voice.edition)
    return [
        _line(people, Word.HANDOUT, text_runs(module.title, desk), Word.FOR_EACH_PARTICIPANT, desk)
        for module in modules
    ]


def card_lines(lesson: Lesson, desk: Desk) -> list[Runs]:
    """Return the cards of a lesson: the roles of each activity, the turns of each case."""
    return [*_role_cards(lesson, desk), *_case_cards(lesson, desk)]


def room_runs(lesson: Lesson, desk: Desk) -> Runs:
    """Return how people sit: so many groups of so many; nothing where they stay in one round."""
    together = [one for one in walk(lesson, Activity) if one.grouping in ("pairs", "groups")]
    return join_runs(dict.fromkeys(seats_runs(activity, desk) for activity in together), ", ", desk.voice)


def seats_runs(activity: Activity, desk: Desk) -> Runs:
    """Return how the participants of an activity divide: ``3 small groups × 4``; nothing where it does not say."""
    sets = _sets(activity, _people(desk.voice.edition))
    if sets is None or activity.grouping not in ("pairs", "groups"):
        return grouping_runs(activity.grouping, activity.size, desk.voice)
    if activity.grouping == "pairs":
        return counted_runs(Word.PAIRS_OF_TWO, sets, desk.voice)
    groups = counted_runs(Word.SMALL_GROUPS, sets, desk.voice)
    return merge_runs((*groups, *plain_runs(f"\u00a0× {activity.size}", desk.voice)))


def _people(edition: Edition) -> int | None:
    return edition.course.group.ideal if edition.course.group else None


def _sets(activity: Activity, people: int | None) -> int | None:
    """Return among how many groups the participants of an activity divide."""
    size = activity.size if activity.grouping == "groups" else _SHARING.get(activity.grouping or "")
    return ceil(people / size) if people and size else None


def _role_cards(lesson: Lesson, desk: Desk) -> Iterator[Runs]:
    inside: set[int] = set()
    for activity in walk(lesson, Activity):
        cards = list(walk(activity, Card))
        inside.update(map(id, cards))
        if cards:
            sets = _sets(activity, _people(desk.voice.edition))
            yield _line(sets, Word.ROLE_CARDS, _roles(cards, desk), Word.FOR_EACH_GROUP, desk)
    others = [card for card in walk(lesson, Card) if id(card) not in inside]
    if others:
        yield _line(1, Word.ROLE_CARDS, _roles(others, desk), None, desk)


def _roles(cards: Iterable[Card], desk: Desk) -> Runs:
    return join_runs([text_runs(card.role or card.title, desk) for card in cards], ", ", desk.voice)


def _case_cards(lesson: Lesson, desk: Desk) -> Iterator[Runs]:
    for case in walk(lesson, Case):
        if any(isinstance(block, Inject) for block in case.children):
            yield _line(None, Word.CASE_CARDS, text_runs(case.title, desk), Word.FOR_EACH_GROUP, desk)


def _line(count: int | None, what: Word, names: Runs, each: Word | None, desk: Desk) -> Runs:
    """Return ``12 × Handout: Concepts (one for each participant)``."""
    voice = desk.voice
    label = join_runs([word_runs(what, voice), names], ": ", voice)
    reason = merge_runs((*plain_runs(" (", voice), *word_runs(each, voice), *plain_runs(")", voice))) if each else ()
    return merge_runs((*_times(count, label, desk), *reason))


def _times(count: int | None, words: Runs, desk: Desk) -> Runs:
    return merge_runs((*plain_runs(f"{count}\u00a0× " if count else "", desk.voice), *words))
