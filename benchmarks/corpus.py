"""A generated workspace of any size: modules × languages, every text different, the same on every run."""

from pathlib import Path

_WORDS = (
    "person",
    "family",
    "school",
    "work",
    "home",
    "prison",
    "release",
    "plan",
    "risk",
    "need",
    "trust",
    "service",
    "case",
    "team",
    "review",
    "change",
    "support",
    "contact",
    "agreement",
    "meeting",
    "record",
    "right",
    "child",
    "community",
    "neighbour",
    "mentor",
    "training",
    "goal",
    "step",
    "reason",
)

_WORKSPACE = """\
name: Generated
source: en
languages: [{languages}]
publisher: default
licence: CC-BY-4.0
"""
_LESSON = """\
---
title: "{title}"
minutes: 40
aim: {aim}
outcomes:
  - {{id: outcome, level: understand, text: {outcome}}}
key_messages:
  - {message}
---

"""


class _Text:
    """Sentences from a fixed list of words by a linear congruence: no two alike, no randomness."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 7919 + 12345

    def sentence(self, length: int) -> str:
        words = [self._word() for _ in range(length)]
        return " ".join(words).capitalize() + f" {self._state % 9973}"

    def _word(self) -> str:
        self._state = (self._state * 1103515245 + 12345) % 2**31
        return _WORDS[self._state // 65536 % len(_WORDS)]


def write_corpus(root: Path, *, modules: int, lessons: int = 1, languages: tuple[str, ...] = ("en",)) -> None:
    """Write a workspace with one course that takes every lesson of every module."""
    _save(root / "workspace.yaml", _WORKSPACE.format(languages=", ".join(languages)))
    _save(root / "publishers/default/profile.yaml", "name: Generated\n")
    taken = []
    for number in range(modules):
        name = f"module-{number:03}"
        _save(root / f"modules/{name}/module.yaml", f"title: Module {number}\n")
        for lesson in range(lessons):
            _save(root / f"modules/{name}/{lesson + 1:02}-lesson-{lesson + 1}.md", _lesson(number * 100 + lesson))
            taken.append(f"{name}/lesson-{lesson + 1}")
    _save(root / "courses/all/course.yaml", _course(taken))


def _course(lessons: list[str]) -> str:
    head = (
        'title: Generated\nedition: 1.0.0\ndate: 2026-01-01\ndays:\n  - title: Day\n    start: "09:00"\n    sessions:\n'
    )
    return head + "".join(f"      - lesson: {lesson}\n" for lesson in lessons)


def _lesson(seed: int) -> str:
    text = _Text(seed)
    head = _LESSON.format(
        title=text.sentence(4), aim=text.sentence(9), outcome=text.sentence(8), message=text.sentence(8)
    )
    return head + "".join(_step(text, seed, number) for number in range(8))


def _step(text: _Text, seed: int, number: int) -> str:
    paragraph = ". ".join(text.sentence(12) for _ in range(6))
    points = "".join(f"- {text.sentence(6)}\n" for _ in range(5))
    rows = "".join(f"| {text.sentence(2)} | {text.sentence(4)} |\n" for _ in range(4))
    return (
        f"## {text.sentence(4)} {{#step-{number} minutes=5 method=lecture}}\n\n{paragraph}.\n\n{points}\n"
        f"### {text.sentence(4)}\n\n| Name | Meaning |\n|------|---------|\n{rows}\n"
        f"::: notes\n{text.sentence(20)}.\n:::\n\n"
        f"::: question {{#q-{seed}-{number} type=single outcome=outcome}}\n{text.sentence(8)}?\n\n"
        f"- [x] {text.sentence(5)} {{#a}}\n- [ ] {text.sentence(5)} {{#b}}\n:::\n\n"
    )


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
