"""What the kinds of boxes are called where an author gives no title."""

from collections.abc import Mapping

from builder.languages.words import Word
from builder.model.blocks import CalloutKind

CALLOUTS: Mapping[CalloutKind, Word] = {
    "key": Word.KEY_MESSAGE,
    "note": Word.NOTE,
    "example": Word.EXAMPLE,
    "warning": Word.WARNING,
}
