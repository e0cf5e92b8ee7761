"""What to build: a request, checked against the workspace, spread out into targets."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.diagnostics.nearest import nearest
from builder.formats import FORMATS, Format, find_formats
from builder.languages.table import find_language, leaves_script_open
from builder.model.course import Course, Variant
from builder.model.options import (
    PLAIN,
    Options,
    chosen_options,
    further_languages,
    options_in,
    options_of_file,
    plain_options,
)
from builder.model.workspace import Workspace
from builder.records import dataclass
from builder.resolve.selection import parts_of, select


class WrongUse(Exception):
    """A request that names something that is not there; the text says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a person asked for; empty means all."""

    courses: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    """Names of variants, `PLAIN` for the files without one."""


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One file to make."""

    course: str
    part: str
    language: str
    format: str
    variant: str = ""


def modules_needed(selection: Selection, courses: Sequence[Course]) -> set[str]:
    """Return the modules that a build of the selection reads."""
    parts = {part for part in selection.parts if part != "all"}
    everything = not selection.parts or "all" in selection.parts
    taken = (part for course in courses if _asked(course.id, selection.courses) for part in parts_of(course))
    return {part for part in taken if everything or part in parts}


def spread(selection: Selection, workspace: Workspace) -> tuple[Target, ...]:
    """Return the targets of a selection, sorted; raises `WrongUse` for a name that is nowhere in the workspace."""
    formats = find_formats(selection.formats)
    courses = [course for course in workspace.courses if _asked(course.id, selection.courses)]
    check_selection(selection, workspace.courses, formats)
    return tuple(
        sorted(
            Target(course.id, part, language, format.name, variant)
            for course in courses
            for format in formats
            for part in _parts(course, format)
            if _asked(part, selection.parts) and _holds(format, course, part, workspace)
            for language in course.languages
            if _asked(language, selection.languages)
            for variant, asked in _files(course, format, language)
            if _asked(asked, selection.variants)
        )
    )


def variant_options(target: Target, course: Course, format: Format) -> Options | None:
    """Return what a target's variant chooses, or the plain file; None where its artefact has no variants."""
    plain = plain_options(format.artefact)
    chosen = [(one.name, one.options) for one in course.variants if one.artefact == format.artefact]
    for name, options in (("", plain), *chosen):
        for file in format.files(course):
            if _named(name, file) == target.variant:
                return options_of_file(options, file)
    return plain


def target_options(target: Target, course: Course, format: Format) -> Options | None:
    """Return the same as far as it makes a difference in the target's language."""
    options = variant_options(target, course, format)
    return options and (options_in(options, target.language) or plain_options(format.artefact))


def languages_told(selection: Selection, targets: Iterable[Target], courses: Sequence[Course]) -> set[str]:
    """Return the languages whose findings concern a selection: those asked for, and those that their files speak too.

    None where no language was asked for: then all findings do.
    """
    told = set(selection.languages)
    by_id = {course.id: course for course in courses}
    for target in targets if told else ():
        options = target_options(target, by_id[target.course], find_formats((target.format,))[0])
        told.update(further_languages(options))
    return told


def unmade_variants(courses: Sequence[Course]) -> Iterator[Diagnostic]:
    """Yield a finding for each variant that no format can be made in."""
    for course in courses:
        for variant in course.variants:
            if any(_carries(format, variant) for format in FORMATS):
                continue
            chosen = ", ".join(chosen_options(variant.options))
            able = [format.name for format in FORMATS if format.artefact == variant.artefact and format.options]
            yield diagnose(
                Code.VARIANT_NOT_MADE,
                f"no file is made of the {variant.artefact}’s variant `{variant.name}`: no format takes {chosen}",
                variant.span,
                hint=f"`course formats` lists what each takes; there are: {', '.join(able)}" if able
                else "take the variant out until `course formats` lists that artefact",
            )  # fmt: skip


def is_dropped(target: Target, edition: str, selection: Selection, workspace: Workspace) -> bool:
    """Return whether a selection covers a file, and it is one that its course's edition no longer makes."""
    course = next((one for one in workspace.courses if (one.id, one.edition) == (target.course, edition)), None)
    formats = [format for format in find_formats(selection.formats) if format.name == target.format]
    covered = (
        (target.course, selection.courses),
        (target.part, selection.parts),
        (target.language, selection.languages),
        (target.variant, selection.variants),
    )
    if course is None or not formats or not all(_asked(*pair) for pair in covered):
        return False
    if not _holds(formats[0], course, target.part, workspace):
        return True
    return target.variant not in dict(_files(course, formats[0], target.language))


def check_selection(selection: Selection, courses: Sequence[Course], formats: Sequence[Format]) -> None:
    """Raise `WrongUse` for a course, part, language, variant or format that does not exist."""
    _check_names("course", selection.courses, [course.id for course in courses])
    _check_names("part", selection.parts, ["all", *(part for course in courses for part in parts_of(course))])
    for tag in selection.languages:
        check_language(tag)
    _check_names("language", selection.languages, [tag for course in courses for tag in course.languages])
    _check_names("variant", selection.variants, [PLAIN, *(one.name for course in courses for one in course.variants)])
    for pattern in selection.formats:
        if not find_formats((pattern,)):
            _check_names("format", (pattern,), [format.name for format in find_formats(())])


def check_language(tag: str) -> None:
    """Raise `WrongUse` for a language that we do not know, with the way out."""
    if leaves_script_open(tag):
        raise WrongUse(f"{tag} is ambiguous: use sr-Cyrl or sr-Latn")
    if find_language(tag) is None:
        raise WrongUse(f"unknown language {tag!r}: `course formats --languages` lists those we know")


def check_kind(kind: str) -> None:
    """Raise `WrongUse` for a kind of text that there is not, with those there are."""
    known = [one.value for one in Kind]
    if kind not in known:
        close = nearest(kind, known)
        meant = f"did you mean {close!r}? " if close else ""
        raise WrongUse(f"there is no kind of text {kind!r}; {meant}there are: {', '.join(known)}")


def _parts(course: Course, format: Format) -> tuple[str, ...]:
    modules = parts_of(course) if "module" in format.parts else ()
    return (*modules, "all") if "all" in format.parts else modules


def _holds(format: Format, course: Course, part: str, workspace: Workspace) -> bool:
    """Return whether there is anything for a format in what a course takes of a part."""
    return bool(format.files(course)) and format.found_in(select(course, workspace.modules, part))


def _files(course: Course, format: Format, language: str) -> Iterator[tuple[str, str]]:
    """Yield the variants that are made in a format, each with the name that one asks for it by."""
    for variant in _variants(course, format, language):
        for file in format.files(course):
            yield _named(variant, file), variant or PLAIN


def _named(variant: str, file: str) -> str:
    return "-".join(filter(None, (variant, file)))


def _variants(course: Course, format: Format, language: str) -> Iterator[str]:
    """Yield the names of what is made in a format: nothing for the plain file, then its variants.

    A variant that comes to the plain file in a language, such as notes in the deck's own, is not made in it.
    """
    yield ""
    for variant in course.variants:
        if _carries(format, variant) and options_in(variant.options, language):
            yield variant.name


def _carries(format: Format, variant: Variant) -> bool:
    able = {option.name for option in format.options}
    return format.artefact == variant.artefact and able.issuperset(chosen_options(variant.options))


def _asked(name: str, names: Collection[str]) -> bool:
    return not names or name in names


def _check_names(kind: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            close = nearest(name, known)
            advice = f"; did you mean {close!r}?" if close else f"; there are: {', '.join(sorted(set(known)))}"
            raise WrongUse(f"there is no {kind} {name!r}{advice}")
