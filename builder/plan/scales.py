"""The words of each opinion scale, from its low end."""

from collections.abc import Mapping

from builder.content.interactions import LikertScale
from builder.languages.words import Word

SCALES: Mapping[LikertScale, tuple[Word, ...]] = {
    "agree-5": (
        Word.SCALE_STRONGLY_DISAGREE,
        Word.SCALE_DISAGREE,
        Word.SCALE_NEITHER,
        Word.SCALE_AGREE,
        Word.SCALE_STRONGLY_AGREE,
    ),
    "agree-7": (
        Word.SCALE_STRONGLY_DISAGREE,
        Word.SCALE_DISAGREE,
        Word.SCALE_SOMEWHAT_DISAGREE,
        Word.SCALE_NEITHER,
        Word.SCALE_SOMEWHAT_AGREE,
        Word.SCALE_AGREE,
        Word.SCALE_STRONGLY_AGREE,
    ),
    "frequency-5": (
        Word.SCALE_NEVER,
        Word.SCALE_RARELY,
        Word.SCALE_SOMETIMES,
        Word.SCALE_OFTEN,
        Word.SCALE_ALWAYS,
    ),
    "confidence-5": (
        Word.SCALE_NOT_CONFIDENT,
        Word.SCALE_SLIGHTLY_CONFIDENT,
        Word.SCALE_MODERATELY_CONFIDENT,
        Word.SCALE_VERY_CONFIDENT,
        Word.SCALE_COMPLETELY_CONFIDENT,
    ),
}
