"""What changed is told word by word, and nothing of either text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from builder.localize.word_changes import word_changes


def test_the_words_that_went_and_came():
    found = [(one.kind, one.text) for one in word_changes("Press at once.", "Press it at least once.")]
    assert ("same", "Press ") in found
    assert "".join(text for kind, text in found if kind == "new").split() == ["it", "least"]
    assert not [text for kind, text in found if kind == "old" and text.strip()]


@given(st.text(), st.text())
def test_both_texts_come_back_whole(old, new):
    found = word_changes(old, new)
    assert "".join(one.text for one in found if one.kind != "new") == old
    assert "".join(one.text for one in found if one.kind != "old") == new
