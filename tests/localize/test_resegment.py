"""A change of the unit of translation: texts are cut and joined with their translations and reviews, or suggested."""

from collections.abc import Sequence

import pytest

from builder.languages.states import State
from builder.localize.catalogue import Message, Previous
from builder.localize.language_update import Texts
from builder.localize.ledger import Ledger, state_of
from builder.localize.pieces import lines_of, sentences_of
from builder.localize.resegment import resegment
from tests.localize.rows import catalogues, entry, shown, signed, updated

WHOLE = "Press hard at once. Call for help now. Stay with the person."
GANZES = "Притисни силно. Повикај помош. Остани со лицето."


def cut(old: Sequence[Message], new: Sequence[Message], ledger: Ledger | None = None) -> Texts:
    """Return the texts after an update and a resegmentation."""
    template = {"m": list(new)}
    texts, _ = updated(Texts(catalogues=catalogues(m=old), ledger=ledger or Ledger()), template)
    return resegment(texts, template)[0]


def active(texts: Texts) -> list[tuple[str, str, str]]:
    return [row for row in shown(texts) if row[2] != "obsolete"]


def states(texts: Texts) -> list[State]:
    return [state_of(message, texts.ledger) for message in texts.catalogues["m"].active]


def test_a_text_is_split_into_sentences_with_its_review() -> None:
    old = entry(WHOLE, GANZES)
    texts = cut([old], [entry("Press hard at once."), entry("Call for help now. Stay with the person.")], signed(old))
    assert active(texts) == [
        ("Press hard at once.", "Притисни силно.", ""),
        ("Call for help now. Stay with the person.", "Повикај помош. Остани со лицето.", ""),
    ]
    assert states(texts) == [State.REVIEWED, State.REVIEWED]
    assert GANZES in {unit.translation for unit in texts.memory} | {row[1] for row in shown(texts)}


def test_texts_are_joined_and_reviewed_only_if_each_was() -> None:
    first, second = entry("Press hard at once.", "Притисни силно."), entry("Call for help now.", "Повикај помош.")
    joined = [entry("Press hard at once. Call for help now.")]
    whole = cut([first, second], joined, signed(first, second))
    assert active(whole) == [("Press hard at once. Call for help now.", "Притисни силно. Повикај помош.", "")]
    assert states(whole) == [State.REVIEWED]
    (line,) = [one for one in whole.ledger.entries if one.origin]
    assert len(line.origins) == 2
    assert states(cut([first, second], joined, signed(first))) == [State.TRANSLATED]
    mixed = Ledger(entries=(*signed(first).entries, *signed(second, state="draft", by="machine").entries))
    assert states(cut([first, second], joined, mixed)) == [State.DRAFT]


def test_texts_are_cut_elsewhere() -> None:
    old = [entry("Press hard at once. Call for help now.", "Притисни силно. Повикај помош."), entry("Stay.", "Остани.")]
    texts = cut(old, [entry("Press hard at once."), entry("Call for help now. Stay.")])
    assert active(texts) == [
        ("Press hard at once.", "Притисни силно.", ""), ("Call for help now. Stay.", "Повикај помош. Остани.", ""),
    ]  # fmt: skip


def test_lines_become_texts_and_texts_lines() -> None:
    lines = entry("First, press hard\\\nthen call for help", "Прво притисни\\\nпа повикај")
    parts = [entry("First, press hard"), entry("then call for help")]
    assert [row[1] for row in active(cut([lines], parts))] == ["Прво притисни", "па повикај"]
    singles = [entry("First, press hard", "Прво притисни"), entry("then call for help", "па повикај")]
    assert active(cut(singles, [entry(lines.msgid)])) == [(lines.msgid, lines.msgstr[0], "")]


@pytest.mark.parametrize(
    "translation",
    [
        "Притисни силно и повикај помош. Остани со лицето.",  # another number of sentences
        "Притисни силно 2 пати. Повикај помош. Остани со лицето.",  # another figure
        "**Притисни силно. Повикај** помош. Остани со лицето.",  # markup across the cut
    ],
)
def test_what_cannot_be_told_apart_is_a_suggestion_with_its_english(translation: str) -> None:
    old = entry(WHOLE, translation)
    texts = cut([old], [entry("Press hard at once."), entry("Call for help now. Stay with the person.")], signed(old))
    assert [row[1:] for row in active(texts)] == [(translation, "stale"), (translation, "stale")]
    assert {message.previous for message in texts.catalogues["m"].active} == {Previous(msgid=WHOLE)}
    assert not any(entry.origin for entry in texts.ledger.entries)


def test_a_joined_text_with_a_new_part_is_a_suggestion() -> None:
    texts = cut([entry("Press hard at once.", "Притисни силно.")], [entry("Press hard at once. Then wait.")])
    assert active(texts) == [("Press hard at once. Then wait.", "Притисни силно.", "stale")]


def test_what_a_translator_finished_is_left_alone() -> None:
    old = [entry(WHOLE, GANZES), entry("Press hard at once.", "Силно притисни.")]
    texts = cut(old, [entry("Press hard at once."), entry("Call for help now. Stay with the person.")])
    assert active(texts)[0] == ("Press hard at once.", "Силно притисни.", "")


def test_a_suggestion_that_is_replaced_is_remembered() -> None:
    template = {"m": [entry("Press hard at once."), entry("Call for help now. Stay with the person.")]}
    texts, _ = updated(Texts(catalogues=catalogues(m=[entry(WHOLE, GANZES)])), template)
    assert GANZES in {row[1] for row in shown(texts)}
    after, done = resegment(texts, template)
    assert GANZES not in {row[1] for row in shown(after)}
    assert [(unit.source, unit.translation) for unit in after.memory] == [(WHOLE, GANZES)]
    assert str(done["m"]) == "2 put together from earlier texts"
    assert resegment(after, template) == (after, {})


def test_other_quotation_marks_in_english_change_no_translation() -> None:
    old = entry('Say "stop" - at once…', "Кажи „стоп“ – веднаш…")
    texts = cut([old], [entry("Say “stop” – at once...")], signed(old))
    assert active(texts) == [("Say “stop” – at once...", "Кажи „стоп“ – веднаш…", "")]
    assert states(texts) == [State.REVIEWED]


def test_another_rule_for_contexts_changes_no_translation_and_another_kind_does() -> None:
    old = entry("Signs of severe shock", "Знаци на тежок шок", kind="heading")
    texts = cut([old], [entry("Signs of severe shock", kind="heading", msgctxt="heading")], signed(old))
    assert active(texts) == [("Signs of severe shock", "Знаци на тежок шок", "")]
    assert states(texts) == [State.REVIEWED]
    item = cut(
        [entry("Signs", "Знаци", kind="heading", msgctxt="heading")], [entry("Signs", kind="item", msgctxt="item")]
    )
    assert active(item) == [("Signs", "Знаци", "stale")]


def test_a_very_long_text_of_small_parts_is_put_together() -> None:
    parts = [entry(f"Step {number} is done.", f"Чекор {number} е готов.") for number in range(1500)]
    texts = cut(parts, [entry(" ".join(part.msgid for part in parts))])
    assert active(texts)[0][1] == " ".join(part.msgstr[0] for part in parts)


def test_sentences_and_lines() -> None:
    assert sentences_of("He came. “Stop!” she said. 3 left… Why?") == [
        "He came.",
        "“Stop!” she said.",
        "3 left…",
        "Why?",
    ]
    assert sentences_of("See e.g. the plan of Mr. X.") == ["See e.g. the plan of Mr.", "X."]
    assert sentences_of("**Press.** Then go.") == ["**Press.**", "Then go."]
    assert sentences_of("") == []
    assert lines_of("a\\\nb\n\nc") == ["a", "b", "c"]
