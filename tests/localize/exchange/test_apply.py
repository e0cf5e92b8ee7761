"""What comes back meets what happened meanwhile: nothing is overwritten, nothing lost, everything told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.localize.beside import beside
from builder.localize.catalogue import Catalogue, Message, Previous
from builder.localize.exchange.apply import apply_texts
from builder.localize.exchange.unit import Incoming, normal, text_digest, unit_id
from builder.localize.language_update import Texts

ENGLISH = "Cover the [wound](term:wound) **well** [@red2019]. Then wait."
GOOD = "Покријте ја [раната](term:wound) **добро** [@red2019]. Потоа почекајте."


def message(english: str, translation: str = "", **further: object) -> Message:
    values: dict[str, object] = {"extracted": ("paragraph",)} | further
    return Message(msgid=english, msgstr=(translation,), **values)  # type: ignore[arg-type]


def texts(*messages: Message, other: tuple[Message, ...] = ()) -> Texts:
    catalogues = {"shock": messages, "burns": other}
    return Texts(
        catalogues={
            name: Catalogue(path=f"locales/mk/{name}.po", messages=listed) for name, listed in catalogues.items()
        }
    )


def incoming(english: str, translation: str, *, out: str | None, **further: object) -> Incoming:
    values: dict[str, object] = {
        "path": "mk.xlf", "line": 7, "id": unit_id("shock", (None, english)), "english": english,
        "translation": translation, "base": None if out is None else text_digest(out),
    } | further  # fmt: skip
    return Incoming(**values)  # type: ignore[arg-type]


def entered(before: Texts, *listed: Incoming) -> tuple[Message, Texts, list[str]]:
    after, _done, found = apply_texts(before, listed, language="mk")
    assert all(one.span and one.span.path == "mk.xlf" and one.span.line == 7 and one.hint for one in found)
    return after.catalogues["shock"].messages[0], after, [one.code.value for one in found]


def test_what_only_the_file_changed_is_taken() -> None:
    entry, _, found = entered(texts(message("Warm", "Топло")), incoming("Warm", "Топлина", out="Топло"))
    assert (entry.msgstr, entry.comments, found) == (("Топлина",), (), [])


@pytest.mark.parametrize("came", ["Топло", " Топло\u00a0", "", "  "])
def test_what_nobody_changed_and_an_empty_cell_change_nothing(came: str) -> None:
    before = texts(message("Warm", "Топло"))
    after, done, found = apply_texts(before, [incoming("Warm", came, out="Топло")], language="mk")
    assert after.catalogues == before.catalogues
    assert after.catalogues["shock"] is before.catalogues["shock"]
    assert (done, found) == ({}, ())


def test_what_only_we_changed_stays() -> None:
    entry, _, found = entered(texts(message("Warm", "Наше")), incoming("Warm", "Топло", out="Топло"))
    assert (entry.msgstr, entry.comments, found) == (("Наше",), (), [])


def test_what_both_changed_stays_and_the_files_text_stands_beside_it_once() -> None:
    before = texts(message("Warm", "Наше", comments=("hers",)))
    entry, after, found = entered(before, incoming("Warm", "Нивно", out="Топло"))
    assert (entry.msgstr, entry.comments, found) == (("Наше",), ("hers", "also: Нивно"), ["import-conflict"])
    assert entered(after, incoming("Warm", "Нивно", out="Топло"))[0].comments == entry.comments


def test_a_file_that_does_not_say_what_went_out_overwrites_nothing() -> None:
    entry, _, found = entered(texts(message("Warm", "Наше")), incoming("Warm", "Нивно", out=None, id=""))
    assert (entry.msgstr, found) == (("Наше",), ["import-conflict"])
    assert entered(texts(message("Warm")), incoming("Warm", "Нивно", out=None, id=""))[0].msgstr == ("Нивно",)


def test_an_emptied_catalogue_is_filled_again() -> None:
    assert entered(texts(message("Warm")), incoming("Warm", "Топло", out="Топло"))[0].msgstr == ("Топло",)


def test_two_rows_of_one_file_do_not_overwrite_each_other() -> None:
    first, second = (incoming("Warm", came, out="") for came in ("Едно", "Друго"))
    entry, _, found = entered(texts(message("Warm")), first, second)
    assert (entry.msgstr, entry.comments, found) == (("Едно",), ("also: Друго",), ["import-conflict"])


def test_english_edited_meanwhile_makes_the_text_stale() -> None:
    was = Previous(msgid="Warm")
    before = texts(message("Keep warm", "Топло", flags=("fuzzy",), previous=was))
    entry, _, found = entered(before, incoming("Warm", "Топлина", out="Топло"))
    assert (entry.msgstr, entry.fuzzy, entry.previous, found) == (("Топлина",), True, was, ["import-stale"])


def test_english_edited_while_it_was_untranslated_is_found_by_likeness() -> None:
    before = texts(message("Keep the person warm, and wait."), message("Something else entirely"))
    entry, _, found = entered(before, incoming("Keep the person warm.", "Држете топло.", out=""))
    assert (entry.msgstr, entry.flags, found) == (("Држете топло.",), ("fuzzy",), ["import-stale"])
    assert entry.previous == Previous(msgid="Keep the person warm.")


def test_a_text_that_moved_to_another_module_is_found() -> None:
    _, after, found = entered(texts(message("Else"), other=(message("Warm"),)), incoming("Warm", "Топло", out=""))
    assert (after.catalogues["burns"].messages[0].msgstr, found) == (("Топло",), [])


def test_what_the_lessons_no_longer_have_goes_to_the_memory() -> None:
    before = texts(message("Else"), message("Warm", "Топло", obsolete=True))
    _, after, found = entered(before, incoming("Warm", "Топлина", out="Топло"))
    assert [(unit.source, unit.translation) for unit in after.memory] == [("Warm", "Топлина")]
    assert found == ["import-unknown"]
    assert entered(before, incoming("Warm", "Топло", out="Топло"))[2] == []


def test_a_stale_text_that_is_revised_is_finished_and_the_old_pair_is_remembered() -> None:
    before = texts(message("Keep warm", "Топло", flags=("fuzzy",), previous=Previous(msgid="Warm")))
    entry, after, found = entered(before, incoming("Keep warm", "Држете топло", out="Топло"))
    assert (entry.msgstr, entry.fuzzy, entry.previous, found) == (("Држете топло",), False, None, [])
    assert [(unit.source, unit.translation) for unit in after.memory] == [("Warm", "Топло")]
    same = incoming("Keep warm", "Топло", out="Топло")
    assert entered(before, same)[0].fuzzy
    assert not entered(before, replace(same, finished=True))[0].fuzzy


@pytest.mark.parametrize(
    ("came", "word"),
    [
        (GOOD.replace("(term:wound)", "(term:рана)"), "term:wound"),
        (GOOD.replace("[раната](term:wound)", "раната"), "term:wound"),
        (GOOD.replace("](term", "] (term"), "term:wound"),
        (GOOD.replace(" [@red2019]", ""), "@red2019"),
        (GOOD.replace("добро**", "добро"), "“well”"),
        (GOOD.replace("**добро**", "** добро **"), "“well”"),
        (GOOD + " [[hand]]", "[[hand]]"),
    ],
)
def test_damaged_markup_is_refused_in_plain_words_and_kept(came: str, word: str) -> None:
    before = texts(message(ENGLISH, "Покријте."))
    after, done, found = apply_texts(before, [incoming(ENGLISH, came, out="Покријте.")], language="mk")
    entry = after.catalogues["shock"].messages[0]
    assert (entry.msgstr, entry.comments) == (("Покријте.",), (f"also: {came}",))
    assert {one.code.value for one in found} == {"import-refused"}
    assert word in " ".join(one.message for one in found)
    assert str(done["shock"]) == "1 refused"


def test_bold_that_is_lost_is_told_and_the_text_taken() -> None:
    came = GOOD.replace("**", "")
    after, _, found = apply_texts(texts(message(ENGLISH)), [incoming(ENGLISH, came, out="")], language="mk")
    assert after.catalogues["shock"].messages[0].msgstr == (came,)
    assert [one.code.value for one in found] == ["translation-emphasis"]
    assert "“well”" in found[0].message


def test_a_refusal_names_the_sentence() -> None:
    _, _, found = apply_texts(
        texts(message(ENGLISH)), [incoming(ENGLISH, GOOD.replace(" [@red2019]", ""), out="")], language="mk"
    )
    assert "in English it stands in “Cover the" in found[0].message
    assert "wait" not in found[0].message


def test_what_is_markup_elsewhere_is_text_in_a_label() -> None:
    label = message("a | b", "", extracted=("answer",))
    assert entered(texts(label), incoming("a | b", "**а | б", out=""))[0].msgstr == ("**а | б",)


@pytest.mark.parametrize("own", [{"id": ""}, {"id": "17"}, {"id": "u5.1"}])
def test_a_file_that_has_lost_our_names_and_contexts_is_matched_by_its_english(own: dict[str, str]) -> None:
    titled = replace(message("Warm"), msgctxt="heading")
    after, _, found = apply_texts(texts(titled), [incoming("Warm", "Топло", out=None, **own)], language="mk")
    assert (after.catalogues["shock"].messages[0].msgstr, found) == (("Топло",), ())


def test_a_text_that_was_damaged_already_when_it_went_out_comes_back_as_it_was() -> None:
    assert entered(texts(message(ENGLISH)), incoming(ENGLISH, "**", out="**"))[0].msgstr == ("**",)


TEXTS = st.sampled_from(["", "Топло", "Топлина", "Топла\nвода", "**лошо", " ", "Ладно\u00a0 е"])
ENGLISHES = st.sampled_from(["Warm", "Warm water", "Warm water is good", "Cold"])


@given(
    entries=st.lists(
        st.tuples(ENGLISHES, TEXTS, st.booleans(), st.booleans()), max_size=4, unique_by=lambda one: one[0]
    ),
    came=st.lists(st.tuples(ENGLISHES, st.none() | TEXTS, TEXTS), max_size=4),
)
def test_no_text_of_the_file_is_lost_and_none_of_ours_but_what_the_file_revised(
    entries: list[tuple[str, str, bool, bool]], came: list[tuple[str, str | None, str]]
) -> None:
    before = texts(
        *(
            message(
                english, now, obsolete=gone, flags=("fuzzy",) if stale else (),
                previous=Previous(msgid="Warmth") if stale else None,
            )
            for english, now, stale, gone in entries
        )
    )  # fmt: skip
    listed = [incoming(english, text, out=out) for english, out, text in came]
    after, _, _ = apply_texts(before, listed, language="mk")
    kept = {normal(form) for one in after.catalogues["shock"].messages for form in one.msgstr}
    kept |= {normal(unit.translation) for unit in after.memory}
    lines = [line for one in after.catalogues["shock"].messages for line in one.comments]
    for _english, out, text in came:
        unchanged = out is not None and text_digest(out) == text_digest(text)
        later = any(other is not None and text_digest(other) == text_digest(text) for _, other, _ in came)
        assert not text.strip() or unchanged or later or normal(text) in kept or set(beside(text)) <= set(lines)
    for _english, now, _stale, _gone in entries:
        revised = any(out is not None and text_digest(out) == text_digest(now) for _, out, _ in came)
        assert not now.strip() or revised or normal(now) in kept
    again, _, _ = apply_texts(after, listed, language="mk")
    assert {normal(unit.translation) for unit in again.memory} >= {normal(unit.translation) for unit in after.memory}


def test_remarks_are_entered_once() -> None:
    before = texts(message("Warm", "Топло", comments=("old",)))
    entry, _, _ = entered(before, incoming("Warm", "Топло", out="Топло", comments=("old", "Sure?")))
    assert entry.comments == ("old", "Sure?")
