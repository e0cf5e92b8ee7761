"""What of a workspace only its trainers may read, as phrases to look for, gathered apart from the planners' own view."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from builder.build.editions import Editions
from builder.build.load import load
from builder.content.index import index
from builder.content.inlines import Citation, Gap, LineBreak, NameMark, Text, Variable
from builder.content.interactions import Option, TextEntry
from builder.content.phrase import Phrase
from builder.content.walk import phrases, walk
from builder.model.blocks import Card, Case, Only, Question
from builder.model.edition import Edition
from tests.robustness.texts import words_of

LONG = 4
"""Words from which on a phrase is taken to be one of a kind."""
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CUT = re.compile(r"[-‐]\n")
Secrets = dict[str, set[str]]
"""Kind of secret → phrases as plain words."""


def secrets_of(root: Path, language: str) -> Secrets:
    """Return the long phrases of each kind of secret that stand nowhere in what participants may read."""
    loaded, _ = load(root)
    assert loaded is not None
    editions = Editions(loaded)
    kinds: Secrets = {"comment": set(_comments(root))}
    public: list[str] = []
    for course in loaded.workspace.courses:
        edition = editions.edition(course, "all", language)
        secret = [(kind, phrase) for kind, node in _secret_nodes(edition) for phrase in phrases(node)]
        hidden = {id(phrase) for _, phrase in secret}
        public.extend(text for phrase in _open(edition) if id(phrase) not in hidden for text in _texts(phrase))
        told: set[int] = set()
        for kind, phrase in secret:
            if id(phrase) in told:  # the first kind that a phrase is of counts: a key is more secret than its test
                continue
            told.add(id(phrase))
            kinds.setdefault(kind, set()).update(text for text in _texts(phrase) if len(text.split()) >= LONG)
    everything = "\n".join(public)
    return {kind: {text for text in texts if not _is_public(text, everything)} for kind, texts in kinds.items()}


def leaks(text: str, secrets: Secrets) -> list[tuple[str, str]]:
    """Return the secrets that stand in a text, words cut at the ends of lines included."""
    seen = words_of(text) + "\n" + words_of(_CUT.sub("", text))
    return [(kind, phrase) for kind, texts in secrets.items() for phrase in sorted(texts) if phrase in seen]


def _is_public(text: str, everything: str) -> bool:
    """Return whether a phrase, or all but its first word (an article, say), stands in what everybody may read."""
    rest = text.partition(" ")[2]
    return text in everything or (len(rest.split()) >= LONG and rest in everything)


def _comments(root: Path) -> Iterator[str]:
    for path in sorted((root / "modules").glob("*/*.md")):
        for comment in _COMMENT.findall(_FENCE.sub("", path.read_text("utf-8"))):
            text = words_of(comment)
            if len(text.split()) >= LONG:
                yield text


def _secret_nodes(edition: Edition) -> Iterator[tuple[str, Any]]:
    for module in edition.modules:
        content = index(module)
        yield from ((only.place, only.children) for only in content.of(Only) if only.place in ("notes", "trainer"))
        yield from (("card", card) for card in content.of(Card))
        yield from (("case answer", case.answer) for case in content.of(Case))
        yield from (("guidance", question.guidance) for question in content.of(Question))
        examined = [question for question in content.of(Question) if question.use == "test"]
        yield from (("test key", part) for question in examined for part in _key(question))
        yield from (("test", question) for question in examined)


def _key(question: Question) -> Iterator[Any]:
    """Yield what nobody reads who answers a test: reasons, hints, what is said to each option, accepted words."""
    yield from (question.hint, question.explanation, question.guidance)
    yield from (option.feedback for option in walk(question.interaction, Option))
    yield from (entry.accepted for entry in walk(question.interaction, TextEntry))


def _open(edition: Edition) -> Iterable[Phrase]:
    return phrases((edition.course, edition.modules, tuple(edition.glossary.values())))


def _texts(phrase: Phrase) -> Iterator[str]:
    """Yield the text of a phrase, in pieces where an output puts something else between."""
    for piece in "".join(_pieces(phrase.inlines)).split("\0"):
        if text := words_of(piece):
            yield text


def _pieces(inlines: Iterable[Any]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(value=value):
                yield value
            case Variable() | Citation() | Gap() | NameMark():
                yield "\0"
            case LineBreak():
                yield " "
            case _:
                yield from (
                    _pieces(inline.children) if hasattr(inline, "children") else (getattr(inline, "value", "\0"),)
                )
