"""``ref:`` links: the four ways to write one, and the one way they are known by afterwards."""

from dataclasses import replace

from builder.content.inlines import LessonReference
from builder.diagnostics import Code, Diagnostics, diagnose
from builder.resolve.names import Names, Scope
from builder.resolve.nearest import suggest


def bind_reference(reference: LessonReference, scope: Scope, names: Names) -> LessonReference:
    """Return the reference with its target as ``module/lesson`` or ``module/lesson#anchor``; unknown ones as they are.

    Written may be ``#anchor``, ``lesson``, ``lesson#anchor``, ``module/lesson#anchor``.
    """
    target = _absolute(reference.target, scope)
    if target == reference.target or not _is_known(target, names):
        return reference
    return replace(reference, target=target)


def check_reference(reference: LessonReference, scope: Scope, names: Names) -> Diagnostics:
    """Return what is wrong with the target of a reference."""
    target = _absolute(reference.target, scope)
    if _is_known(target, names):
        return ()
    lesson, _, anchor = target.partition("#")
    if lesson in names.lessons:
        message = f"`ref:{reference.target}`: {lesson} has no anchor `{anchor}`"
        otherwise = f"give the heading or block an id: `{{#{anchor or 'anchor'}}}`"
        hint = suggest(anchor, names.lessons[lesson] or (), otherwise=otherwise)
    else:
        message = f"`ref:{reference.target}`: there is no lesson `{lesson}`"
        hint = _lesson_hint(lesson, names)
    return (diagnose(Code.REFERENCE_UNKNOWN, message, reference.span, hint=hint),)


def _absolute(target: str, scope: Scope) -> str:
    lesson, hash_sign, anchor = target.partition("#")
    if not lesson and hash_sign and scope.lesson:
        lesson = scope.lesson
    if "/" not in lesson and scope.module:
        lesson = f"{scope.module}/{lesson}"
    return f"{lesson}{hash_sign}{anchor}"


def _is_known(target: str, names: Names) -> bool:
    lesson, hash_sign, anchor = target.partition("#")
    if lesson not in names.lessons:
        return False
    known = names.lessons[lesson]
    return not hash_sign or (bool(anchor) and (known is None or anchor in known))


def _lesson_hint(lesson: str, names: Names) -> str:
    short = lesson.rpartition("/")[2]
    elsewhere = sorted(name for name in names.lessons if short and name.endswith(f"/{short}"))
    if elsewhere:
        return f"write `ref:{elsewhere[0]}`"
    return suggest(lesson, names.lessons, otherwise="write `ref:module/lesson#anchor`, the lesson without its number")
