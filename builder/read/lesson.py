"""A lesson file → a lesson: front matter, steps, slides, blocks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from builder.content.phrase import Kind, Phrase
from builder.diagnostics import Code, Diagnostic, Diagnostics
from builder.markdown.raw import read_raw
from builder.model.lesson import Lesson, Slide, Step
from builder.read.attributes import Attributes, split_attributes
from builder.read.containers import read_parts
from builder.read.directives import direct
from builder.read.front_matter import read_front_matter, split_front_matter
from builder.read.lines import scan_lines
from builder.read.scope import Scope
from builder.read.structure import BreakLine, HeadingLine, Part, TextRun, read_structure
from builder.read.text import raw_phrase
from builder.read.values import METHODS, one_of
from builder.source import SourceFile

_NAME = re.compile(r"[0-9]+-([a-z][a-z0-9-]*)\.md")


def read_lesson(source: SourceFile, *, language: str = "en") -> tuple[Lesson | None, Diagnostics]:
    """Return the lesson of a file, and all that is wrong with it; no lesson only where the file is empty."""
    findings: list[Diagnostic] = []
    scope = Scope(path=source.path, language=language, findings=findings)
    module, identifier = _names(source.path, scope)
    if not source.text.strip():
        hint = "begin with the front matter; `course new lesson` writes one that explains itself"
        scope.report(Code.LESSON_EMPTY, "this lesson is empty", 1, hint=hint)
        return None, tuple(findings)
    lines = source.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front, taken = split_front_matter(lines, scope)
    matter = read_front_matter(front, scope)
    parts, directives = read_structure(scan_lines(lines[taken:], taken + 1, scope), scope)
    steps = _steps(parts, replace(scope, directives=directives))
    lesson = Lesson(
        span=scope.span(1, max(len(lines) - (not lines[-1]), 1)),
        module=module,
        id=identifier,
        path=source.path,
        title=matter.title,
        minutes=matter.minutes,
        aim=matter.aim,
        outcomes=matter.outcomes,
        key_messages=matter.key_messages,
        sources=matter.sources,
        steps=steps,
        keys=matter.keys,
    )
    return lesson, _in_order(findings)


def _names(path: str, scope: Scope) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    found = _NAME.fullmatch(name)
    if found is not None:
        return folder.rpartition("/")[2], found[1]
    hint = "name it NN-name.md, with lower-case letters, digits and -: 01-press.md"
    scope.report(Code.LESSON_NAME, f"`{name}` is no name of a lesson", 1, hint=hint)
    return folder.rpartition("/")[2], name.removesuffix(".md")


def _steps(parts: Sequence[Part], scope: Scope) -> tuple[Step, ...]:
    starts = [index for index, part in enumerate(parts) if isinstance(part, HeadingLine) and part.level == 2]
    _check_opening(parts[: starts[0]] if starts else parts, scope)
    if not starts:
        hint = "a step begins with ## and has minutes: ## Press first {#press-first minutes=15}"
        scope.report(Code.LESSON_EMPTY, "this lesson has no step", 1, hint=hint)
    return tuple(_step(parts[start:end], scope) for start, end in pairwise([*starts, len(parts)]))


def _check_opening(parts: Sequence[Part], scope: Scope) -> None:
    """Report what stands before the first step: only comments may."""
    for part in parts:
        line = part.line
        if isinstance(part, BreakLine):
            hint = "the first step begins with ##; slides divide what is under it"
            scope.report(Code.SLIDE_BREAK_MISPLACED, "a slide break stands before the first step", line, hint=hint)
            continue
        end_line = line + len(part.lines) - 1 if isinstance(part, TextRun) else line
        hint = "begin a step with ##, or make it a comment: <!-- … -->"
        scope.report(Code.TEXT_BEFORE_STEP, "this stands before the first step", line, hint=hint, end_line=end_line)


def _step(parts: Sequence[Part], scope: Scope) -> Step:
    heading = parts[0]
    assert isinstance(heading, HeadingLine)
    title, attributes = _heading(heading, scope, owner="a step", keys=("minutes", "method", "core", "outcome"))
    if attributes.text("minutes") is None:
        hint = f"write it behind the title: ## {title.message} {{minutes=15}}"
        scope.report(
            Code.ATTRIBUTE_MISSING, "this step does not say how many minutes it takes", heading.line, hint=hint
        )
    slides = _slides(parts, replace(scope, place=attributes.id or scope.place))
    return Step(
        span=scope.span(heading.line, max(slide.span.end_line for slide in slides)),
        id=attributes.id,
        title=title,
        minutes=attributes.whole("minutes") or 0,
        method=one_of(attributes.choice("method", METHODS), METHODS),
        core=attributes.truth("core") is not False,
        outcomes=attributes.words("outcome"),
        slides=slides,
    )


def _slides(parts: Sequence[Part], scope: Scope) -> tuple[Slide, ...]:
    starts = [
        index
        for index, part in enumerate(parts)
        if index == 0 or isinstance(part, BreakLine) or (isinstance(part, HeadingLine) and part.level == 3)
    ]
    slides = [_slide(parts[start:end], scope, opening=start == 0) for start, end in pairwise([*starts, len(parts)])]
    return tuple(slide for slide in slides if slide.opening or slide.title is not None or slide.children)


def _slide(parts: Sequence[Part], scope: Scope, *, opening: bool) -> Slide:
    first = parts[0]
    identifier: str | None = None
    title: Phrase | None = None
    if isinstance(first, HeadingLine) and not opening:
        title, attributes = _heading(first, scope, owner="a slide", keys=())
        identifier = attributes.id
    inner = replace(scope, place=identifier or scope.place)
    children = read_parts(parts[1:], inner)
    end_line = children[-1].span.end_line if children else first.line
    return Slide(span=scope.span(first.line, end_line), id=identifier, title=title, opening=opening, children=children)


def _heading(heading: HeadingLine, scope: Scope, *, owner: str, keys: Sequence[str]) -> tuple[Phrase, Attributes]:
    raw, attributes = split_attributes(read_raw(heading.text, line=heading.line), scope, owner=owner, keys=keys)
    phrase = raw_phrase(raw, Kind.HEADING, scope, place=attributes.id or scope.place)
    if not phrase.message:
        scope.report(Code.HEADING_LEVEL, "this heading has no text", heading.line, hint="write it behind the # marks")
    return direct(phrase, scope.directives.get(heading.line)), attributes


def _in_order(findings: list[Diagnostic]) -> Diagnostics:
    """Return findings by line, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda finding: finding.span.line if finding.span is not None else 0))
