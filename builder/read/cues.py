"""What a paragraph of the notes tells a trainer to do: the word that it begins with."""

from dataclasses import replace

from builder.content.prose import Cue, Paragraph
from builder.model.blocks import TeachingBlock, TeachingBlocks

_CUES: dict[str, Cue] = {"say": "say", "do": "do", "ask": "ask"}


def with_cues(blocks: TeachingBlocks) -> TeachingBlocks:
    """Return notes with a cue on each paragraph that begins with ``Say:``, ``Do:`` or ``Ask:``.

    It is read here once, from the author's words: a translator may render them in any way.
    """
    return tuple(_with_cue(block) for block in blocks)


def _with_cue(block: TeachingBlock) -> TeachingBlock:
    if not isinstance(block, Paragraph):
        return block
    word, colon, _ = block.text.message.partition(":")
    cue = _CUES.get(word.strip("*_ ").lower()) if colon else None
    return replace(block, cue=cue) if cue else block
