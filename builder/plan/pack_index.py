"""The page that opens a pack: what is in it, for whom, in which state, how large, with which check sum."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.options import ACHIEVEMENT
from builder.output import document
from builder.output.document import Document
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.paper import paper
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs
from builder.records import dataclass

_ARTEFACTS = {
    "deck": Word.SLIDES, "handout": Word.HANDOUT, "guide": Word.GUIDE, "agenda": Word.AGENDA, "cards": Word.CARDS,
    "test": Word.TEST, "key": Word.KEY, "workbook": Word.WORKBOOK, "certificate": Word.CERTIFICATE,
    "signin": Word.SIGN_IN, "evaluation": Word.EVALUATION, "quiz": Word.PRACTICE,
}  # fmt: skip
_SECTION = 2
_UNIT = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFile:
    """One file of a pack, as its page tells of it."""

    path: str
    """In the pack, with forward slashes."""
    part: str
    artefact: str
    variant: str
    trainer: bool
    draft: bool
    bytes: int
    sha256: str


def plan_pack_index(edition: Edition, files: Sequence[PackedFile], *, trainer: bool) -> Document:
    """Return the page of a pack in its language, the participants' files first; a draft if any of its files is one."""
    desk = Desk(voice=Voice(edition=edition, trainer=trainer), tally=Tally())
    groups = ((Word.FOR_PARTICIPANTS, False), (Word.TRAINER_ONLY, True))
    blocks = [
        block
        for word, secret in groups
        if (some := [file for file in files if file.trainer is secret])
        for block in _group(word, some, desk)
    ]
    sums = "\n".join(f"{file.sha256}  {file.path}" for file in files)
    blocks += [
        document.Heading(level=_SECTION, id="", text=plain_runs("SHA-256", desk.voice)),
        document.Code(text=sums),
    ]
    page = paper(text_runs(edition.course.title, desk), Word.PACK, tuple(blocks), desk.voice, brief=True)
    return replace(page, series=plain_runs(edition.publisher.name, desk.voice))


def _group(word: Word, files: Sequence[PackedFile], desk: Desk) -> Iterator[document.Block]:
    yield document.Heading(level=_SECTION, id="", text=word_runs(word, desk.voice))
    heads = (Word.MODULE, Word.FILE, Word.SIZE, Word.STATE)
    yield document.Table(
        header=tuple(word_runs(head, desk.voice) for head in heads),
        rows=tuple(_row(file, desk) for file in files),
        alignments=("left", "left", "right", "left"),
    )


def _row(file: PackedFile, desk: Desk) -> tuple[Runs, ...]:
    voice = desk.voice
    module = next((module for module in voice.edition.modules if module.id == file.part), None)
    part = text_runs(module.title, desk) if module else plain_runs("–", voice)
    state = word_runs(Word.DRAFT if file.draft else Word.REVIEWED, voice)
    return part, _link(file, voice), plain_runs(_size(file.bytes, voice), voice), state


def _link(file: PackedFile, voice: Voice) -> Runs:
    """Return the name of a file's kind, which leads to it; two of one kind are told apart by what follows."""
    kinds, variant = _kind(file, voice)
    bank = file.artefact.removeprefix("quiz-") if "-" in file.artefact else ""
    ending = file.path.rpartition(".")[2].upper()
    details = " ".join(text for text in (bank, variant, ending) if text)
    named = join_runs([*kinds, plain_runs(details, voice)], " · ", voice)
    return tuple(replace(run, link=file.path) for run in named)


def _kind(file: PackedFile, voice: Voice) -> tuple[tuple[Runs, ...], str]:
    """Return what a file is, in words, and the name that the course gave to its variant."""
    word = word_runs(_ARTEFACTS.get(file.artefact, Word.QUESTION_BANK), voice)
    variant, _, last = file.variant.rpartition("-")
    match file.artefact:
        case "test":
            return (word, word_runs(Word.FORM, voice, letter=last.upper())), variant
        case "certificate":
            title = Word.CERTIFICATE_ACHIEVEMENT if last == ACHIEVEMENT else Word.CERTIFICATE_ATTENDANCE
            return (word_runs(title, voice),), variant
        case _:
            return (word,), file.variant


def _size(count: int, voice: Voice) -> str:
    kilobytes = count / _UNIT
    if kilobytes < _UNIT:
        return f"{max(1, round(kilobytes))} kB"
    return f"{kilobytes / _UNIT:.1f} MB".replace(".", voice.edition.language.decimal)
