"""Texts for the tests of exchange: hostile ones, and those that are Markdown."""

from hypothesis import strategies as st

from builder.languages.states import State
from builder.languages.table import Language, find_language
from builder.localize.exchange.files import Returned, read_returned, write_texts
from builder.localize.exchange.unit import Outgoing
from builder.write.package import write_package

FORMS = ("xliff", "xliff21", "tmx", "docx", "csv")
_PIECES = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=x", "''+", "<b>", "&amp;", "]]>", "<!-- x -->", '"', "'", "\t", "\n", "\\\n",
    "**важно**", "*и*", "`code`", "[рана](term:wound)", "[@kleinman2015, стр. 7]", "[@a; @b]", "{{ number }}", "[[gap]]",
    "{*}", "[abc]{lang=la}", "\u00a0", "\u2028", "שלום", "\u202b", "😀", "ѐ", "e\u0301", "„а“", "a | b", "\\*", " ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=8).map("".join)
"""Anything that a file of ours may have to hold, control characters included; lone surrogates excluded."""
MANY = "слово " * 1700


def language(tag: str) -> Language:
    found = find_language(tag)
    assert found is not None
    return found


def outgoing(english: str, translation: str, *, catalogue: str = "shock", **further: object) -> Outgoing:
    values = {"state": State.TRANSLATED, "kinds": ("paragraph",), "key": (None, english)} | further
    return Outgoing(catalogue=catalogue, translation=translation, **values)


def written(form: str, *texts: Outgoing, tag: str = "mk") -> bytes:
    made = write_texts(texts, form, source=language("en"), language=language(tag), title="Course & <tests>")
    return made if isinstance(made, bytes) else write_package(made)


def read(data: bytes, *, tags: tuple[str, ...] = ("mk",)) -> Returned:
    returned, found = read_returned(data, path="back", source="en", languages=tags)
    assert (found, returned is None) == ((), False)
    assert returned is not None
    return returned
