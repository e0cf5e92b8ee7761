"""Links in translations follow a lesson that was moved or renamed; a link that leads elsewhere is for a person."""

import pytest

from builder.languages.states import State
from builder.localize.language_update import Texts
from builder.localize.ledger import state_of
from tests.localize.rows import catalogues, entry, signed, updated

OLD = "First read [the guide](ref:concepts/risk#bands), then [this](ref:#here) and act."
TEXT = "Прочитај го [ова](ref:#here), а пред тоа [водичот](ref:concepts/risk#bands), и дејствувај."


def after(
    new: str, *, translation: str = TEXT, old: str = OLD, lessons: tuple[str, ...] = ("core/01-risk.md",)
) -> Texts:
    before = entry(old, translation)
    template = [entry(new), *(entry(f"A text of {name}", place=f"{name}#x") for name in lessons)]
    return updated(Texts(catalogues=catalogues(m=[before]), ledger=signed(before)), {"m": template})[0]


@pytest.mark.parametrize(
    ("target", "lessons"),
    [
        ("core/risk#bands", ("core/01-risk.md",)),  # another module
        ("concepts/danger#bands", ("concepts/02-danger.md",)),  # another name
        ("risk#bands", ("m/02-risk.md",)),  # now in the same module
    ],
)
def test_a_link_follows_with_its_review(target: str, lessons: tuple[str, ...]) -> None:
    texts = after(OLD.replace("concepts/risk#bands", target), lessons=lessons)
    message = texts.catalogues["m"].active[0]
    assert (message.msgstr, message.fuzzy) == ((TEXT.replace("concepts/risk#bands", target),), False)
    assert state_of(message, texts.ledger) is State.REVIEWED
    assert TEXT in {unit.translation for unit in texts.memory}


@pytest.mark.parametrize(
    ("new", "translation", "lessons"),
    [
        (OLD.replace("#bands", "#tools"), TEXT, ("core/01-risk.md",)),  # another place in it
        (OLD.replace("risk#", "danger#"), TEXT, ("concepts/01-risk.md",)),  # the lesson is still there
        (OLD.replace("risk#", "danger#").replace("First", "Now"), TEXT, ("core/01-risk.md",)),  # other words too
        (OLD.replace("concepts", "core"), TEXT.replace("ref:concepts/risk#bands", "ref:x"), ("core/01-risk.md",)),
        (OLD.replace("ref:#here", "ref:risk#here"), TEXT, ("m/01-risk.md",)),  # from here to there
    ],
)
def test_what_leads_elsewhere_is_stale(new: str, translation: str, lessons: tuple[str, ...]) -> None:
    message = after(new, translation=translation, lessons=lessons).catalogues["m"].active[0]
    assert (message.msgstr, message.fuzzy) == ((translation,), True)


def test_two_links_to_one_place_cannot_follow_to_two() -> None:
    old = "See [a](ref:old#x) or [b](ref:old#x)."
    text = "Види [а](ref:old#x) или [б](ref:old#x)."
    message = after(old.replace("old", "new", 1), old=old, translation=text, lessons=("m/01-new.md",)).catalogues["m"]
    assert message.active[0].fuzzy
