"""What a translator is told of a text, in English lines that every format can hold."""

from collections.abc import Iterator

from builder.localize.exchange.unit import Outgoing


def notes_of(text: Outgoing) -> tuple[tuple[str, str], ...]:
    """Return what is to be known of a text: what each line is about, and the line."""
    return tuple(_notes(text))


def _notes(text: Outgoing) -> Iterator[tuple[str, str]]:
    if text.kinds:
        yield "kind", ", ".join(text.kinds)
    for note in text.notes:
        yield ("term", note.removeprefix("term: ")) if note.startswith("term: ") else ("author", note)
    place = text.place
    if place is not None:
        named = f" “{place.title}”" if place.title else ""
        yield ("slide", f"{place.course} · {place.slide}{named}") if place.slide else ("course", place.course)
        if place.picture:
            yield "picture", place.picture
        if place.room:
            manner = "no more than that fits" if place.fixed else "longer texts run on to a further slide"
            yield "room", f"{place.room} characters; {manner}"
    for name, neighbour in (("before", text.before), ("after", text.after)):
        if neighbour:
            yield name, neighbour
    if text.previous is not None:
        yield "previous English", text.previous[1]
