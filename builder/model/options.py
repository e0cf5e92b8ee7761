"""What a variant may choose that the plain file of its artefact has not: one record an artefact, one row an option."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from builder.records import dataclass

PLAIN = "plain"
"""What the file without a variant is called where one asks for variants by name."""
BODY_SIZE = 11
"""Points of a paper's text, where nothing else is asked for."""
ATTENDANCE, ACHIEVEMENT = "attendance", "achievement"
"""What a certificate is given for: having been there, or having passed the test."""
Depth = Literal["agenda", "plan", "script"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckOptions:
    """How a deck may differ from its plain file."""

    notes_language: str | None = None
    """The language of the notes page; None for that of the slides."""
    second_language: str | None = None
    """What stands on the slides below the deck's own language, smaller; None for nothing."""
    slides_a_page: int = 1
    """On paper: three leave room for notes beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutOptions:
    """How a handout may differ from its plain file."""

    size: int = BODY_SIZE
    """Of body text, in points; large print has 18."""
    second_language: str | None = None
    """What stands beside the handout's own language, block by block; None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideOptions:
    """How a guide may differ from its plain file."""

    depth: Depth = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOptions:
    """How a test may differ from its plain file."""

    size: int = BODY_SIZE
    """Of body text, in points; large print has 18."""
    file: str = ""
    """Which of the files that a course always gets: a form, as a small letter. No variant chooses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOptions:
    """Which certificate it is."""

    file: str = ATTENDANCE
    """What it is given for: `ATTENDANCE` or `ACHIEVEMENT`. No variant chooses it."""


Options = DeckOptions | HandoutOptions | GuideOptions | FormOptions | CertificateOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageOption:
    """An option that takes a language of the course."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordOption:
    """An option that takes one of some words."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOption:
    """An option that takes one of some whole numbers."""

    name: str
    numbers: Sequence[int]


Option = LanguageOption | WordOption | NumberOption


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """An artefact that has variants."""

    name: str
    record: type[DeckOptions] | type[HandoutOptions] | type[GuideOptions] | type[FormOptions] | type[CertificateOptions]
    """Its fields bear the names of the options; without values it is the plain file."""
    options: tuple[Option, ...]
    """Empty where a course gets several files of it and no variant chooses anything."""


NOTES_LANGUAGE = LanguageOption(name="notes_language")
SECOND_LANGUAGE = LanguageOption(name="second_language")
SLIDES_A_PAGE = NumberOption(name="slides_a_page", numbers=(1, 3))
SIZE = NumberOption(name="size", numbers=range(BODY_SIZE, 33))
DEPTH = WordOption(name="depth", words=("agenda", "plan", "script"))
ARTEFACTS: tuple[Artefact, ...] = (
    Artefact(name="deck", record=DeckOptions, options=(NOTES_LANGUAGE, SECOND_LANGUAGE, SLIDES_A_PAGE)),
    Artefact(name="handout", record=HandoutOptions, options=(SIZE, SECOND_LANGUAGE)),
    Artefact(name="guide", record=GuideOptions, options=(DEPTH,)),
    Artefact(name="test", record=FormOptions, options=(SIZE,)),
    Artefact(name="certificate", record=CertificateOptions, options=()),
)
"""All that a course may ask for; which of it a file of a format can be is said by the format."""


def find_artefact(name: str) -> Artefact | None:
    """Return an artefact that has variants, or None."""
    return next((artefact for artefact in ARTEFACTS if artefact.name == name), None)


def plain_options(artefact: str) -> Options | None:
    """Return the options of an artefact's plain file; None for an artefact that has no variants."""
    found = find_artefact(artefact)
    return found.record() if found else None


def options_of_file(options: Options | None, file: str) -> Options | None:
    """Return the options for one of several files that a course always gets; as they are where there is one."""
    return replace(options, file=file) if file and options is not None else options  # type: ignore[arg-type]


def allowed_values(option: Option) -> str:
    """Return what an option takes, in words: ``agenda | plan | script``, ``11 … 32``, ``LANGUAGE``."""
    match option:
        case LanguageOption():
            return "LANGUAGE"
        case WordOption(words=words):
            return " | ".join(words)
        case NumberOption(numbers=range() as numbers):
            return f"{numbers[0]} … {numbers[-1]}"
        case NumberOption(numbers=numbers):
            return " | ".join(map(str, numbers))


def chosen_options(options: Options) -> tuple[str, ...]:
    """Return the names of the options that differ from the plain file's."""
    plain = type(options)()
    return tuple(name for name in options.__slots__ if getattr(options, name) != getattr(plain, name))


def further_languages(options: Options | None) -> tuple[str, ...]:
    """Return the languages that a file speaks beside its own, each once."""
    named = (getattr(options, name) for name in _language_names(options))
    return tuple(dict.fromkeys(tag for tag in named if tag is not None))


def options_in(options: Options, language: str) -> Options | None:
    """Return what the options come to in a language; None where that is no more than the plain file.

    Notes, or a second language, in the file's own language are what it has anyway.
    """
    own = {name: None for name in _language_names(options) if getattr(options, name) == language}
    effective: Options = replace(options, **own) if own else options  # type: ignore[arg-type]
    return effective if chosen_options(effective) else None


def _language_names(options: Options | None) -> tuple[str, ...]:
    artefact = next((artefact for artefact in ARTEFACTS if isinstance(options, artefact.record)), None)
    rows = artefact.options if artefact else ()
    return tuple(option.name for option in rows if isinstance(option, LanguageOption))
