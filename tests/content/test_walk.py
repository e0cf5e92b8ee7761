"""Going through trees: order, sharing, and changes that reach every phrase."""

from dataclasses import replace

from builder.content.inlines import Strong, Text
from builder.content.phrase import Kind, Phrase
from builder.content.prose import List, ListItem, Paragraph
from builder.content.walk import phrases, rewrite, walk
from builder.source import Span

SPAN = Span.at("x.md")


def phrase(text: str) -> Phrase:
    inlines = (Strong(children=(Text(value=text, span=SPAN),), span=SPAN),)
    return Phrase(message=text, inlines=inlines, kind=Kind.ITEM, place="p", span=SPAN)


def tree() -> List:
    inner = List(ordered=False, start=1, items=(ListItem(text=phrase("inner"), span=SPAN),), span=SPAN)
    items = (ListItem(text=phrase("first"), children=(inner,), span=SPAN), ListItem(text=phrase("second"), span=SPAN))
    return List(ordered=True, start=1, items=items, span=SPAN)


def test_phrases_come_in_source_order_at_any_depth() -> None:
    assert [found.message for found in phrases(tree())] == ["first", "inner", "second"]


def test_walking_finds_nodes_of_a_kind_outermost_first() -> None:
    assert [found.ordered for found in walk(tree(), List)] == [True, False]
    assert [found.value for found in walk(tree(), Text)] == ["first", "inner", "second"]


def test_rewriting_changes_every_phrase_and_nothing_else() -> None:
    changed = rewrite(tree(), Phrase, lambda found: replace(found, message=found.message.upper()))
    assert [found.message for found in phrases(changed)] == ["FIRST", "INNER", "SECOND"]
    assert changed.ordered


def test_what_does_not_change_is_shared() -> None:
    before = tree()
    assert rewrite(before, Phrase, lambda found: found) is before
    second = before.items[1]
    after = rewrite(before, Phrase, lambda found: replace(found, note="x") if found.message == "inner" else found)
    assert after.items[1] is second
    assert after is not before


def test_spans_do_not_count_in_equality() -> None:
    here, there = Text(value="a", span=Span.at("a.md", 1)), Text(value="a", span=Span.at("b.md", 9))
    assert here == there
    assert Paragraph(text=phrase("a"), span=here.span) == Paragraph(text=phrase("a"), span=there.span)
