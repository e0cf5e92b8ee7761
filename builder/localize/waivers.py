"""``# ignore: code reason``: a translator's word that a finding about one message is no fault."""

import re

from builder.diagnostics import Code
from builder.localize.catalogue import Message
from builder.records import dataclass

_WAIVER = re.compile(r"\s*ignore:\s*(\S*)\s*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One such comment."""

    code: str
    reason: str


def waivers_of(message: Message) -> tuple[Waiver, ...]:
    """Return the waivers among a translator's comments, reasonless and mistyped ones included."""
    if not message.comments:
        return ()
    matches = (_WAIVER.fullmatch(line) for line in message.comments)
    return tuple(Waiver(match[1], match[2].strip()) for match in matches if match is not None)


def is_waived(message: Message, code: Code) -> bool:
    """Return whether a translator waived findings of a code, with a reason."""
    return any(waiver.code == code.value and waiver.reason for waiver in waivers_of(message))
