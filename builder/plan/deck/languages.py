"""In which languages a deck speaks: on the wall in one or in two, in its notes in the first or in another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.model.edition import Edition
from builder.output.resources import Resources
from builder.plan.deck.pairs import paired
from builder.plan.deck.scenes import Scene
from builder.plan.deck.script import write_script
from builder.plan.deck.setting import Setting, set_up


def set_up_for_two(edition: Edition, second: Edition | None, resources: Resources) -> Setting:
    """Return what planning a deck needs that shows a second language below the first; or only one, for None."""
    setting = set_up(edition, resources)
    return replace(setting, second=set_up(second, resources)) if second else setting


def write_scenes(setting: Setting, notes: Setting | None) -> tuple[Scene, ...]:
    """Return the scenes of a deck in the languages of its setting, with the notes page of another if there is one."""
    scenes = write_script(setting)
    if setting.second:
        scenes = paired(scenes, write_script(setting.second), setting)
    return tuple(_with_notes(scenes, write_script(notes))) if notes else scenes


def _with_notes(scenes: Sequence[Scene], others: Sequence[Scene]) -> Iterable[Scene]:
    return (_told(one, other) for one, other in zip(scenes, others, strict=True))


def _told(one: Scene, other: Scene) -> Scene:
    """Return a scene with what the trainer reads taken from the same scene in another language."""
    otherwise = _told(one.otherwise, other.otherwise) if one.otherwise and other.otherwise else one.otherwise
    return replace(one, notes=other.notes, timing=other.timing, otherwise=otherwise)
