"""``translation:`` of a course: how much of a kind of text is reviewed in a release, and what becomes of stale ones."""

from collections.abc import Iterator
from typing import Literal

from builder.content.phrase import Kind
from builder.diagnostics import Code
from builder.model.course import ALL_KINDS, TranslationPolicy
from builder.read.record import Record
from builder.read.yaml import Scalar

_SHARES, _CHOICES = "{all: 100, paragraph: 95}", "{all: keep, option: source}"
_KINDS = (ALL_KINDS, *(kind.value for kind in Kind))


def read_translation_policy(record: Record) -> TranslationPolicy | None:
    """Return what a course asks of its translations; None where it says nothing."""
    policy = record.record("translation", ("reviewed", "stale"))
    if policy is None:
        return None
    return TranslationPolicy(
        span=record.scope.span(policy.line), reviewed=tuple(_shares(policy)), stale=tuple(_choices(policy))
    )


def _shares(policy: Record) -> Iterator[tuple[str, int]]:
    for kind, value in _entries(policy, "reviewed", _SHARES):
        if value.text.isascii() and value.text.isdigit() and int(value.text) <= 100:
            yield kind, int(value.text)
        else:
            policy.wrong_type("reviewed", f"holds no share in per cent: {value.text}", _SHARES, line=value.line)


def _choices(policy: Record) -> Iterator[tuple[str, Literal["keep", "source"]]]:
    for kind, value in _entries(policy, "stale", _CHOICES):
        if value.text == "keep":
            yield kind, "keep"
        elif value.text == "source":
            yield kind, "source"
        else:
            policy.wrong_type("stale", f"holds neither `keep` nor `source`: {value.text}", _CHOICES, line=value.line)


def _entries(policy: Record, key: str, example: str) -> Iterator[tuple[str, Scalar]]:
    for kind, value in policy.entries(key, example):
        if kind.text not in _KINDS:
            hint = f"write one of {', '.join(_KINDS)}"
            policy.scope.report(Code.KEY_UNKNOWN, f"`{kind.text}` is no kind of text", kind.line, hint=hint)
        elif isinstance(value, Scalar):
            yield kind.text, value
        else:
            policy.wrong_type(key, "holds a list or mapping", example, line=kind.line)
