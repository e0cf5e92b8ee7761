"""The parts of ``![alternative](path "caption")``."""

import re

from builder.markdown.raw import RawText
from builder.records import dataclass

_BLANKS = re.compile(r"[ \t\n]*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the parts of a picture stand in a message."""

    start: int
    end: int
    path: str
    alternative: tuple[int, int]
    caption: tuple[int, int] | None

    def part(self, raw: RawText, bounds: tuple[int, int]) -> RawText:
        """Return one part with its lines; a quotation mark or bracket loses the backslash it needed there."""
        part = raw.part(*bounds)
        if bounds == self.alternative:
            return RawText(_ESCAPE.sub(r"\1", part.message), part.starts, part.lines)
        return RawText(part.message.replace('\\"', '"'), part.starts, part.lines)


def parse_picture(message: str, position: int) -> Picture | None:
    """Return the picture that begins at a position of a message, or None."""
    from markdown_it.helpers import parseLinkDestination, parseLinkTitle

    from builder.markdown.inline_rules import label_end
    from builder.markdown.parser import markdown_parser
    from builder.markdown.state import PlacedState

    if not message.startswith("![", position):
        return None
    closing = label_end(PlacedState(message, markdown_parser()), position + 1)
    if closing < 0 or message[closing + 1 : closing + 2] != "(":
        return None
    size = len(message)
    destination = parseLinkDestination(message, _skip(message, closing + 2), size)
    if not destination.ok or not destination.str:
        return None
    end = _skip(message, destination.pos)
    caption = None
    title = parseLinkTitle(message, end, size)
    if end > destination.pos and title.ok:
        caption = (end + 1, title.pos - 1)
        end = _skip(message, title.pos)
    if message[end : end + 1] != ")":
        return None
    return Picture(position, end + 1, destination.str, (position + 2, closing), caption)


def _skip(message: str, position: int) -> int:
    blanks = _BLANKS.match(message, position)
    assert blanks is not None
    return blanks.end()
