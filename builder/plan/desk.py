"""What a paper's planner has at hand while it goes through a lesson, and how phrases become runs there."""

from dataclasses import field, replace

from builder.content.inlines import Gap, Inline, Inlines, LessonReference, Link, TermReference, Text
from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.output.text import Runs, merge_runs
from builder.plan.runs import Voice, phrase_runs, plain_runs, word_runs
from builder.records import dataclass

TERM = "_term-"
"""Before a term's id; no id of an author begins with a low line."""
BLANK = "________"


@dataclass(slots=True, kw_only=True)
class Tally:
    """What has been numbered so far; it lives as long as one call of a planner."""

    figures: int = 0
    questions: list[Question] = field(default_factory=list)
    """In the order of their numbers, from one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Whom the paper speaks to, and where in it the planner is."""

    voice: Voice
    tally: Tally
    lesson: str = ""
    """The lesson's id, which begins the ids of all that stands in it."""
    level: int = 1
    """Of the heading above."""
    gaps: tuple[str, ...] = ()
    """The gaps of the question at hand, in the order of their numbers."""
    asking: bool = False
    """Whether questions stand where they are written, as those of a case do."""
    orders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Questions, each with the ids of its pairs or items in the order in which a form of a test shows them."""

    def below(self, level: int) -> "Desk":
        """Return the desk under a heading."""
        return replace(self, level=level)

    def order_of(self, question: str) -> tuple[str, ...]:
        """Return the ids of a question's pairs or items in the order of the form; none where there is no form."""
        return next((ids for name, ids in self.orders if name == question), ())

    def anchor(self, id: str | None) -> str:
        """Return an id that is unique in the document, or an empty one for none."""
        return f"{self.lesson}.{id}" if id else ""


def text_runs(phrase: Phrase | None, desk: Desk, *, strong: bool = False) -> Runs:
    """Return the runs of a phrase; its terms and references are links, its gaps numbered blanks."""
    if phrase is None:
        return ()
    if "](" in phrase.message or "[[" in phrase.message:
        phrase = replace(phrase, inlines=_bound(phrase.inlines, desk))
    return phrase_runs(phrase, desk.voice, strong=strong)


def label_runs(word: Word, desk: Desk) -> Runs:
    """Return a word of ours and a colon, strong, to stand before a text."""
    return merge_runs((*word_runs(word, desk.voice, strong=True), *plain_runs(": ", desk.voice, strong=True)))


def numbered_runs(word: Word, number: int, desk: Desk) -> Runs:
    """Return ``Word 3``, strong."""
    return merge_runs((*word_runs(word, desk.voice, strong=True), *plain_runs(f" {number}", desk.voice, strong=True)))


def _bound(inlines: Inlines, desk: Desk) -> Inlines:
    # A link that in the end leads nowhere in the document is dropped then; its words stay.
    def bind(inline: Inline) -> Inline:
        match inline:
            case TermReference(term=term, children=children, span=span):
                return Link(target=f"#{TERM}{term}", children=children, span=span)
            case LessonReference(target=target, children=children, span=span):
                return Link(target=_target(target, desk), children=children, span=span)
            case Gap(id=id, span=span) if id in desk.gaps:
                return Text(value=_blank(id, desk), span=span)
            case _:
                return inline

    for kind in (TermReference, LessonReference, Gap):
        inlines = rewrite(inlines, kind, bind)
    return inlines


def _target(target: str, desk: Desk) -> str:
    """``module/lesson#anchor`` → ``#lesson.anchor``; lessons of other modules keep a name that nothing here bears."""
    path, _, anchor = target.partition("#")
    module, _, lesson = path.rpartition("/")
    lesson = lesson or desk.lesson
    place = lesson if not module or module in _modules(desk) else f"{module}/{lesson}"
    return f"#{place}.{anchor}" if anchor else f"#{place}"


def _modules(desk: Desk) -> tuple[str, ...]:
    return tuple(module.id for module in desk.voice.edition.modules)


def _blank(id: str, desk: Desk) -> str:
    return f"({desk.gaps.index(id) + 1})\u00a0{BLANK}"
