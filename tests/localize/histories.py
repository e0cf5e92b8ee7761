"""Random histories of a translated workspace: what authors, translators, reviewers, branches and other programs do.

Every step goes through the files: what a step leaves is written and read again before the next one.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from builder.localize.catalogue import Catalogue, Key, Message
from builder.localize.digest import digest
from builder.localize.exchange.unit import Incoming
from builder.localize.language_update import Templates, Texts
from builder.localize.ledger import Ledger, read_ledger, write_ledger
from builder.localize.po import read_catalogue, write_catalogue
from builder.localize.three_way import merge_catalogues, merge_ledgers, merge_memories
from builder.localize.tmx import read_tmx, write_tmx
from builder.source import SourceFile

_KINDS = ("paragraph", "item", "heading")
_SENTENCES = (
    "Press hard on the wound.", "Call for help at once.", "Stay with the person.", "Keep them warm and calm.",
    "Never leave them alone.", "You must tell 2 people.", "See [the guide](ref:guide) first.", "Write it **down**.",
    "Wait.", "Signs", "Signs of shock", "Ask {{ name }} what happened here.",
)  # fmt: skip


_NOTHING, _UNSIGNED = Texts(catalogues={}), Ledger()


@dataclass(frozen=True)
class Row:
    """A text of a lesson."""

    text: str
    place: str
    kind: str

    def message(self, module: str) -> Message:
        """Return it as the lesson's reader extracts it."""
        context = self.kind if len(self.text.split()) < 4 else None
        place = f"modules/{module}/{self.place}"
        return Message(msgid=self.text, msgctxt=context, extracted=(self.kind,), references=(place,))


@dataclass
class Branch:
    """A working copy."""

    lessons: dict[str, list[Row]]
    texts: Texts = _NOTHING
    source: Ledger = _UNSIGNED
    edition: int = 1
    away: tuple[Incoming, ...] = ()
    """What translators have in their programs, as they will send it back."""
    sent: dict[str, str] = field(default_factory=dict)
    """Their new texts and those that they replaced."""

    def copy(self) -> "Branch":
        """Return another working copy of the same."""
        return replace(self, lessons={name: list(rows) for name, rows in self.lessons.items()}, sent=dict(self.sent))

    def templates(self) -> Templates:
        """Return the messages of today."""
        found: dict[str, dict[Key, Message]] = {}
        for name, rows in self.lessons.items():
            own = found.setdefault(name, {})
            for row in rows:
                message = row.message(name)
                own.setdefault(message.key, message)
        return {name: tuple(listed.values()) for name, listed in found.items()}


@dataclass
class Witness:
    """What people did, to be held against the files."""

    saved: set[str] = field(default_factory=set)
    """Texts that somebody saved and that nobody has replaced by another one in its place since."""
    signed: set[str] = field(default_factory=set)
    """Digests of pairs that a person has reviewed."""
    harmless: set[tuple[Key, Key]] = field(default_factory=set)
    pairs: dict[str, tuple[Key, str]] = field(default_factory=dict)
    """Digest → English and translation, of all that ever stood in a file."""
    steps: list[str] = field(default_factory=list)


class History:
    """One history; ``run`` goes through it and yields each state of the files."""

    def __init__(self, seed: int, *, first: Sequence["Step"], steps: Sequence["Step"]) -> None:
        self.chance = random.Random(seed)
        self.witness = Witness()
        self._first, self._steps = first, steps
        self._number = 0
        self.branch = Branch(lessons={"first": [self.row() for _ in range(3)], "second": [self.row()]})

    def run(self, steps: int) -> Iterator[Branch]:
        """Yield the branch after every step."""
        for first in self._first:
            self._step(self.branch, first)
        for _ in range(steps):
            if self.chance.random() < 0.12:
                self._fork()
            else:
                self._step(self.branch, self.chance.choice(self._steps))
            yield self.branch

    def _step(self, branch: Branch, step: "Step") -> None:
        self.witness.steps.append(step.__name__)
        step(self, branch)
        branch.texts = through_files(branch.texts)
        branch.source = read_ledger(SourceFile("locales/en/review.tsv", write_ledger(branch.source)))[0]
        self._note(branch.texts)

    def _fork(self) -> None:
        """Let two people work on copies of the same state, then merge them."""
        base, ours, theirs = self.branch, self.branch.copy(), self.branch.copy()
        for side in (ours, theirs):
            for _ in range(self.chance.randint(1, 3)):
                self._step(side, self.chance.choice(self._steps))
        self.witness.steps.append("merge")
        self.branch = merge(base, ours, theirs)
        self.branch.texts = through_files(self.branch.texts)
        self._note(self.branch.texts)

    def _note(self, texts: Texts) -> None:
        for catalogue in texts.catalogues.values():
            for message in catalogue.messages:
                if message.translated:
                    key = message.previous.key if message.fuzzy and message.previous else message.key
                    for known in (key, message.key):
                        self.witness.pairs[digest(*known, message.msgstr[0])] = known, message.msgstr[0]

    def row(self) -> Row:
        """Return a new text of a lesson."""
        count = self.chance.choice((1, 1, 1, 2, 3))
        text = " ".join(self.chance.sample(_SENTENCES, count))
        return Row(text, f"0{self.chance.randint(1, 2)}-a.md#{self.chance.choice('xy')}", self.chance.choice(_KINDS))

    def new_text(self, english: str) -> str:
        """Return a translation that nobody has written before; mostly with as many sentences as the English."""
        self._number += 1
        words = [f"Превод {self._word()} на {sentence.rstrip('.')}." for sentence in sentences(english)]
        if self.chance.random() < 0.2:
            words.append(f"Уште {self._word()}.")
        text = " ".join(words)
        return text.replace(" на ", "\nна ", 1) if self.chance.random() < 0.1 else text

    def _word(self) -> str:
        """Return the number of the text in letters, since figures are compared."""
        return "".join("абвгдежзиј"[int(digit)] for digit in str(self._number))

    def active(self, branch: Branch) -> list[tuple[str, int]]:
        """Return the names and positions of entries in use."""
        return [
            (name, at)
            for name, catalogue in branch.texts.catalogues.items()
            for at, message in enumerate(catalogue.messages)
            if not message.obsolete
        ]

    def put(self, branch: Branch, name: str, at: int, message: Message) -> None:
        """Set an entry, as a person does in an editor."""
        catalogue = branch.texts.catalogues[name]
        old = catalogue.messages[at]
        if old.msgstr != message.msgstr:
            self.witness.saved.discard(old.msgstr[0])
            self.witness.saved.add(message.msgstr[0])
        messages = (*catalogue.messages[:at], message, *catalogue.messages[at + 1 :])
        catalogues = {**branch.texts.catalogues, name: replace(catalogue, messages=messages)}
        branch.texts = replace(branch.texts, catalogues=catalogues)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with a full stop."""
    return [part if part.endswith(".") else f"{part}." for part in text.rstrip(".").split(". ")]


def through_files(texts: Texts) -> Texts:
    """Return what is read from the files that hold the texts."""
    catalogues = {}
    for name, catalogue in texts.catalogues.items():
        catalogues[name], found = read_catalogue(SourceFile(f"locales/mk/{name}.po", write_catalogue(catalogue)))
        assert not found
    memory, found = read_tmx(
        SourceFile("locales/mk/_tm.tmx", write_tmx(texts.memory, source_language="en", language="mk")),
        source_language="en", language="mk",
    )  # fmt: skip
    assert not found
    ledger, found = read_ledger(SourceFile("locales/mk/review.tsv", write_ledger(texts.ledger)))
    assert not found
    return Texts(catalogues=catalogues, memory=memory, ledger=ledger)


def merge(base: Branch, ours: Branch, theirs: Branch) -> Branch:
    """Return what git makes of two branches: our lessons, and the files of the language by our driver."""
    names = dict.fromkeys((*ours.texts.catalogues, *theirs.texts.catalogues))
    catalogues = {}
    for name in names:
        old, our, their = (
            side.texts.catalogues.get(name, Catalogue(path=f"locales/mk/{name}.po")) for side in (base, ours, theirs)
        )
        deleted = name in base.texts.catalogues and (
            (name not in ours.texts.catalogues and their == old) or (name not in theirs.texts.catalogues and our == old)
        )
        if not deleted:
            catalogues[name] = merge_catalogues(old, our, their).catalogue
    texts = Texts(
        catalogues=catalogues,
        memory=merge_memories(ours.texts.memory, theirs.texts.memory),
        ledger=merge_ledgers(base.texts.ledger, ours.texts.ledger, theirs.texts.ledger),
    )
    source = merge_ledgers(base.source, ours.source, theirs.source)
    return replace(ours, texts=texts, source=source, edition=max(ours.edition, theirs.edition))


Step = Callable[[History, Branch], None]
