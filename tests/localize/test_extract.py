"""What a translator gets to translate, and what is said of it."""

from pathlib import Path

from builder.languages.table import find_language
from builder.localize.extract import extract
from builder.localize.merge import update_catalogue
from builder.localize.po import Catalogue, Message, read_catalogue, write_catalogue
from builder.localize.terms import TermFinder, read_terms
from tests.localize.trees import example, example_lesson, example_module, lesson

GOLDEN = Path(__file__).parent / "bleeding.po"


def updated(old: Catalogue | None, template: tuple[Message, ...]) -> Catalogue:
    language = find_language("mk")
    assert language is not None
    return update_catalogue(old, template, path="locales/mk/x.po", language=language)[0]


def messages(body: str) -> dict[str, Message]:
    return {message.msgid: message for message in extract(lesson(body))}


def test_every_construct_of_a_lesson() -> None:
    terms, _found = read_terms(example("locales/mk/terms.csv"))
    template = extract(example_lesson(), terms=TermFinder(terms, {"wound": "wound"}))
    assert write_catalogue(updated(None, template)) == GOLDEN.read_text(encoding="utf-8")


def test_the_reference_catalogue_keeps_its_shape() -> None:
    file = example("locales/mk/shock.po")
    old, _found = read_catalogue(file)
    new = updated(old, extract(example_module()))
    assert new.header == old.header
    kept = [message for message in new.messages if message.translated]
    assert kept == list(old.messages)
    assert write_catalogue(Catalogue(path="", header=new.header, messages=tuple(kept))) == file.text


def test_nothing_for_scoring_ids_or_boxes_reaches_a_translator() -> None:
    everything = "\n".join(message.msgid for message in extract(example_lesson()))
    for secret in ("[x]", "[ ]", "weight", "{#", "±", "=>", "true", "agree-5", "rect ", "::: "):
        assert secret not in everything


def test_context_is_the_kind_of_short_texts_or_what_the_author_says() -> None:
    found = messages(
        "- One two three\n- One two three four\n\n"
        "<!-- i18n:context: verb -->\nPress\n\n<!-- i18n: as in iron -->\nPress hard\n"
    )
    assert found["One two three"].msgctxt == "item"
    assert found["One two three four"].msgctxt is None
    assert found["Press"].msgctxt == "verb"
    assert found["Press hard"].extracted == ("paragraph", "as in iron")


def test_equal_texts_are_one_message_with_all_places_and_kinds() -> None:
    text = "Press hard, press at once."
    body = f"{text}\n\n### More {{#more}}\n\n- {text}\n\n> {text}\n"
    message = messages(body)[text]
    assert message.extracted == ("paragraph, item, quotation",)
    assert message.references == ("modules/m/01-shock.md#act", "modules/m/01-shock.md#more")


def test_what_holds_no_words_and_what_the_author_skips_stays_out() -> None:
    body = "{{ emergency_number }}\n\n<!-- i18n:skip -->\nNot for translation at all.\n\n- Stay here with me\n"
    assert [message.msgid for message in extract(lesson(body))] == [
        "Shock",
        "Learn about shock today.",
        "Act",
        "Stay here with me",
    ]


def test_bare_numbers_are_the_same_everywhere_unless_something_in_them_is_not() -> None:
    body = (
        "| 110 | 2019–2021 | **12** | 1,234.5 | 50% | 3 m |\n|-|-|-|-|-|-|\n| −1 | 09:00 | 1/2 | `x` | (7) | ½ |\n\n"
        "<!-- i18n: a year -->\n1999\n"
    )
    assert [message.msgid for message in extract(lesson(body))][3:] == ["1,234.5", "50%", "3 m", "1999"]


def test_the_order_is_that_of_the_lines() -> None:
    body = (
        "::: question {#q type=single}\nWhich one is it?\n\n"
        "- [x] This one here now {#a}\n  > Well done, that is it.\n- [ ] Not this one here {#b}\n"
        "hint: Look at the first.\nexplain: The first is right, always.\n:::\n"
    )
    assert [message.msgid for message in extract(lesson(body))][3:] == [
        "Which one is it?", "This one here now", "Well done, that is it.", "Not this one here", "Look at the first.",
        "The first is right, always.",
    ]  # fmt: skip


def test_moving_a_slide_changes_no_message() -> None:
    one = "### First slide of two {#one}\n\nSome text for reading.\n\n"
    two = "### Second slide of two {#two}\n\nMore text for reading.\n\n"
    assert set(extract(lesson(one + two))) == set(extract(lesson(two + one)))
