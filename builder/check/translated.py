"""Questions in another language: nothing that differs in the lesson reads the same, and every answer can be given."""

from collections.abc import Iterable, Iterator

from builder.check.questions import as_read
from builder.content.drawing import SMALLEST, share_of
from builder.content.interactions import Cloze, Interaction, Pair, TextEntry
from builder.content.parts import part_lists
from builder.content.phrase import Phrase, plain
from builder.content.prose import Figure
from builder.content.walk import phrases, walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.languages.states import State
from builder.model.blocks import Question
from builder.model.lesson import Module


def check_translated(source: Module, translated: Module, language: str) -> Iterator[Diagnostic]:
    """Yield a finding for each question of a module that its translation makes unfair."""
    for before, after in zip(walk(source, Question), walk(translated, Question), strict=True):
        columns = zip(_columns(before.interaction), _columns(after.interaction), strict=True)
        for texts, others in columns:
            yield from _check_equal(zip(texts, others, strict=True), before.id, language)
        yield from _check_answers(after, source.id, language)
    for figure, shown in zip(walk(source, Figure), walk(translated, Figure), strict=True):
        yield from _check_labels(figure, shown, language)


def _check_labels(figure: Figure, shown: Figure, language: str) -> Iterator[Diagnostic]:
    """Yield a finding for each label that leaves its place in the drawing even in smaller letters."""
    for before, after in zip(figure.labels, shown.labels, strict=True):
        if after.state is not State.MISSING and share_of(before.message, after.message) < SMALLEST:
            message = f"“{plain(after)}” is much longer than “{plain(before)}” in the drawing {figure.path}"
            hint = "find shorter words, or give the drawing more room: its letters are not set smaller than 75 %"
            yield diagnose(Code.FIGURE_LABEL_LONG, message, after.span, hint=hint, language=language)


def _columns(interaction: Interaction) -> Iterator[tuple[Phrase | None, ...]]:
    """Yield texts that are told apart by reading them: those of a list; of pairs, each side for itself."""
    for group in part_lists(interaction):
        pairs = [part for part in group.parts if isinstance(part, Pair)]
        yield tuple(pair.left for pair in pairs)
        yield tuple(pair.right for pair in pairs)
        yield tuple(part.text for part in group.parts if not isinstance(part, Pair))


def _check_equal(
    texts: Iterable[tuple[Phrase | None, Phrase | None]], question: str, language: str
) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for before, after in texts:
        if before is None or after is None:
            continue
        first = seen.setdefault(as_read(after), as_read(before))
        if first != as_read(before):
            message = f"“{plain(after)}” stands for two different answers of `{question}`"
            hint = f"find other words for “{plain(before)}”"
            yield diagnose(Code.OPTION_EQUAL, message, after.span, hint=hint, language=language)


def _check_answers(question: Question, module: str, language: str) -> Iterator[Diagnostic]:
    """Yield a finding for accepted words that are not translated, where the question itself is."""
    if not any(phrase.translatable and phrase.state is not State.MISSING for phrase in phrases(question.prompt)):
        return
    for entry in _entries(question):
        if entry.accepted.state is State.MISSING:
            message = f"only “{entry.accepted.message}” is accepted in `{question.id}`: the answer is not translated"
            hint = f"write into locales/{language}/{module}.po what may be answered, with | between the words"
            yield diagnose(Code.ANSWER_UNTRANSLATED, message, entry.accepted.span, hint=hint, language=language)


def _entries(question: Question) -> Iterator[TextEntry]:
    match question.interaction:
        case TextEntry() as entry:
            yield entry
        case Cloze(gaps=gaps):
            yield from (gap.interaction for gap in gaps if isinstance(gap.interaction, TextEntry))
        case _:
            return
