"""Cards: what is put into a participant's hand, a sheet each, and nothing that is another's."""

from dataclasses import replace

from builder.content.walk import walk
from builder.model.course import Group
from builder.model.edition import Edition
from builder.output import document
from builder.output.document import Document
from builder.output.text import Run, plain_text
from builder.plan.cards import holds_cards, plan_cards
from tests.plan.lesson_editions import AT, NOTHING, edition_of, words

ROLES = """
### Hold the meeting

::: activity {#meet minutes=16 grouping=groups size=4}
Read your own card only.

- Agree on a note

::: columns
::: column
::: card {#card-chair role="Chair"}
The mayor told you a secret.

::: trainer
Watch the chair.
:::
:::
:::
::: column
::: card {#card-police role="Police in Kosovo{*}"}
Your superior wants a list.

- Two points
:::
:::
:::

::: notes
Only the trainer says this.
:::

::: question {#q-asked type=true-false use=test}
A question of the test.

answer: true
:::

output: One note a group.
debrief:
- What happened?
:::

::: case {#case-mira title="Mira, 34"}
Mira comes back.

::: inject {minutes=5}
The manager calls.

::: question {#q-inject type=true-false}
Is she fit?

answer: true
explain: Nobody knows yet.
:::
:::

answer: The model answer.
:::
"""


def cards_of(*bodies: str, **parts: object) -> Document:
    document, found = plan_cards(edition_of(*bodies, **parts), NOTHING, None, None)
    assert found == ()
    return document


def sheets(paper: Document) -> list[document.Sheet]:
    return [block for block in paper.blocks if isinstance(block, document.Sheet)]


def for_group(edition: Edition, ideal: int) -> Edition:
    group = Group(span=AT, min=1, ideal=ideal, max=30)
    return replace(edition, course=replace(edition.course, group=group))


def test_each_activity_role_and_turn_is_a_sheet_in_the_order_of_the_lesson() -> None:
    titles = [(plain_text(one.label), plain_text(one.title)) for one in sheets(cards_of(ROLES))]
    assert [(label.replace("\u00a0", " "), title) for label, title in titles] == [
        ("1 · Activity · 16 minutes", "Hold the meeting"),
        ("2 · Role", "Chair"),
        ("3 · Role", "Police in Kosovo*"),
        ("4 · What happens next · 5 minutes", "Mira, 34"),
    ]


def test_nothing_of_one_role_is_on_another_sheet() -> None:
    activity, chair, police, turn = (words(one) for one in sheets(cards_of(ROLES)))
    assert "The mayor told you a secret." in chair
    assert "Your superior wants a list." in police
    for other in (activity, police, turn):
        assert "mayor" not in other
    for other in (activity, chair, turn):
        assert "superior" not in other


def test_nothing_of_the_trainer_is_on_a_card() -> None:
    text = "\n".join(words(one) for one in sheets(cards_of(ROLES)))
    for secret in (
        "Watch the chair.",
        "Only the trainer",
        "of the test",
        "The model answer.",
        "What happened?",
        "Nobody knows",
    ):
        assert secret not in text
    assert "One note a group." in text
    assert "Is she fit?" in text


def test_a_mark_behind_a_name_has_its_note_on_the_card_itself() -> None:
    """A card is cut out of its page, and the foot of the page stays behind."""
    noted = [plain_text(one.title) for one in sheets(cards_of(ROLES)) if "The note on the name." in words(one)]
    assert noted == ["Police in Kosovo*"]


def test_a_page_for_the_trainer_lists_the_cards_with_their_copies() -> None:
    edition = for_group(edition_of(ROLES), 12)
    paper, _ = plan_cards(edition, NOTHING, None, None)
    table = next(walk(paper.blocks, document.Table))
    assert [(plain_text(row[1]), plain_text(row[3])) for row in table.rows] == [
        ("Activity: Hold the meeting", "3"),
        ("Role: Chair", "3"),
        ("Role: Police in Kosovo*", "3"),
        ("What happens next: Mira, 34", "1"),
    ]
    assert "Trainer only" in plain_text(paper.artefact)
    assert isinstance(paper.blocks[-1], document.Sheet)
    assert paper.blocks.index(table) < paper.blocks.index(sheets(paper)[0])


def test_copies_follow_the_way_of_working() -> None:
    body = "".join(
        f"::: activity {{#a-{name} minutes=1 {attributes}}}\nDo it.\n:::\n\n"
        for name, attributes in (
            ("alone", "grouping=alone"), ("pairs", "grouping=pairs"), ("plenary", "grouping=plenary"),
            ("groups", "grouping=groups size=4"), ("sizeless", "grouping=groups"), ("free", ""),
        )
    )  # fmt: skip
    paper, _ = plan_cards(for_group(edition_of(body), 11), NOTHING, None, None)
    assert [plain_text(row[3]) for row in next(walk(paper.blocks, document.Table)).rows] == [
        "11",
        "6",
        "1",
        "3",
        "–",
        "1",
    ]
    unknown = next(walk(cards_of(body).blocks, document.Table))
    assert [plain_text(row[3]) for row in unknown.rows] == ["–", "–", "1", "–", "–", "1"]


def test_a_lesson_without_any_has_no_cards() -> None:
    assert not holds_cards(edition_of("- A point\n").modules)
    assert holds_cards(edition_of(ROLES).modules)


def test_a_role_in_no_activity_and_an_activity_with_a_title_have_theirs() -> None:
    body = (
        '::: card {#lone role="Observer"}\nWatch.\n:::\n\n::: activity {#a title="Sort" minutes=3}\nSort them.\n:::\n'
    )
    first, second = sheets(cards_of(body))
    assert plain_text(first.title) == "Observer"
    assert plain_text(second.title) == "Sort"
    assert all(run.language for one in (first, second) for run in walk(one, Run))
