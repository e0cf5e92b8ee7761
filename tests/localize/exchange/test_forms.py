"""Every form holds every text, byte for byte, and what tells one text from another."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.languages.states import State
from builder.localize.exchange.files import read_returned
from builder.localize.exchange.sheet import harmless, restored
from builder.localize.exchange.unit import Place, text_digest
from tests.localize.exchange.exchange_texts import FORMS, MANY, TEXTS, outgoing, read, written

_KINDS = st.sampled_from([("paragraph",), ("answer",), ("heading", "title"), ()])


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(english=TEXTS.filter(bool), translation=TEXTS, comment=st.sampled_from(["", "a <b> & c", "=1"]), kinds=_KINDS)
@example(english="x", translation=MANY, comment="", kinds=("paragraph",))
@example(english="\r\n\x01", translation="\x00\r", comment="", kinds=("paragraph",))
def test_a_text_comes_back_as_it_went_out(
    form: str, english: str, translation: str, comment: str, kinds: tuple[str, ...]
) -> None:
    comments = (comment,) if comment else ()
    out = outgoing(english, translation, kinds=kinds, comments=comments, notes=("author's note", "term: a = б"))
    back = read(written(form, out))
    if form == "tmx" and not translation.strip():
        assert back.texts == ()
        return
    (one,) = back.texts
    assert (one.id, one.english, one.translation, one.comments) == (out.id, english, translation, comments)
    assert (one.base, one.context, back.language) == (text_digest(translation), None, "mk")


@pytest.mark.parametrize("form", FORMS)
def test_equal_texts_make_equal_files_and_contexts_come_back(form: str) -> None:
    place = Place(course="first-aid", module="shock", slide="pale-1", title="Pale <skin>", room=12, fixed=True)
    out = [
        outgoing("Pale skin", "Бледа кожа", key=("heading", "Pale skin"), place=place, state=State.REVIEWED),
        outgoing("Pale skin", "Бледо", key=(None, "Pale skin"), catalogue="other", previous=(None, "Pale")),
        outgoing("Pale skin", "Бледило", key=("of whom", "Pale skin"), catalogue="other"),
    ]
    assert written(form, *out) == written(form, *out)
    texts = {one.translation: one for one in read(written(form, *out)).texts}
    assert texts["Бледа кожа"].context == "heading"
    assert texts["Бледо"].context is None
    if form != "docx":
        assert texts["Бледило"].context == "of whom"


@pytest.mark.parametrize("form", ["xliff", "xliff21"])
def test_states_come_back(form: str) -> None:
    out = [outgoing(state.value, "т", state=state) for state in State if state is not State.MISSING]
    texts = {one.english: one for one in read(written(form, *out)).texts}
    assert {name for name, one in texts.items() if one.approved} == {"reviewed"}
    assert not texts["stale"].finished
    text = written(form, *out).decode()
    assert all(word in text for word in (("signed-off", "leveraged-mt") if form == "xliff" else ("final", "cw:draft")))


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04nothing", b"<html/>", b"<xliff", b'<!DOCTYPE x [<!ENTITY a "b">]><xliff/>',
             b"a,b\n1,2\n", "назив;id".encode("cp1251"), b"\x00\x01"],
)  # fmt: skip
def test_what_is_no_file_of_ours_is_refused_with_a_hint(data: bytes) -> None:
    returned, found = read_returned(data, path="x", source="en", languages=("mk",))
    assert returned is None
    assert [one.code.value for one in found] == ["exchange-unreadable"]
    assert found[0].hint


@given(TEXTS)
def test_no_cell_is_a_formula_and_every_cell_is_restored(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restored(harmless(text)) == text


def test_a_spreadsheets_own_ways_are_understood() -> None:
    rows = written("csv", outgoing("One", "Едно"), outgoing("=Two", "=Две")).decode("utf-8-sig")
    assert rows.encode("utf-8-sig").startswith(b"\xef\xbb\xbf")
    semicolons = rows.replace('","', '";"').encode("utf-8-sig")
    assert [one.translation for one in read(semicolons).texts] == ["Едно", "=Две"]
    german = rows.replace('"en"', '"de"').encode("utf-8-sig")
    assert [one.english for one in read(german).texts] == ["One", "=Two"]
    tabs = rows.replace('","', '"\t"').encode("utf-16")
    assert [one.translation for one in read(tabs).texts] == ["Едно", "=Две"]
