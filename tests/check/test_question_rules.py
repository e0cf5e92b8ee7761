"""Rules about questions: something is right, nothing reads the same, weights make sense."""

import pytest

from tests.check.lessons import check_body


def question(kind: str, *lines: str) -> str:
    listed = "\n".join(lines)
    return f"::: question {{#q type={kind}}}\nWhat?\n\n{listed}\n:::"


@pytest.mark.parametrize(
    ("kind", "lines", "found"),
    [
        ("single", ("- [x] A {#a}", "- [ ] B {#b}"), []),
        ("multiple", ("- [x] A {#a}", "- [x] B {#b}", "- [ ] C {#c}"), []),
        ("multiple", ("- [ ] A {#a}", "- [ ] B {#b}"), [("question-no-right-answer", 1)]),
        ("single", ("- [ ] A {#a}", "- [ ] B {#b}"), [("question-no-right-answer", 1)]),
        ("single", ("- [x] A {#a}", "- [x] B {#b}"), [("question-several-right-answers", 5)]),
        ("single", ("- [x] A {#a}", "- [ ] B {#b}", "- [ ] b {#c}"), [("option-equal", 6)]),
        ("single", ("- [x] Tirane\u0308 {#a}", "- [ ] TIRANË {#b}"), [("option-equal", 5)]),
        ("single", ("- [x] a  b {#a}", "- [ ] a b {#b}"), [("option-equal", 5)]),
        ("single", ("- [x] *a* {#a}", "- [ ] a {#b}"), []),
        ("order", ("1. A {#a}", "2. B {#b}", "3. A {#c}"), [("option-equal", 6)]),
        ("match", ("- A => B {#a}", "- C => D {#c}"), []),
        ("match", ("- A => B {#a}", "- C => B {#c}"), []),
        ("match", ("- A => B {#a}", "- A => D {#c}"), [("option-equal", 5)]),
        ("match", ("- A => B {#a}", "- C => D {#c}", "- => b {#d}"), [("option-equal", 6)]),
        ("match", ("- A => B {#a}", "- => C {#c}", "- => C {#d}"), [("option-equal", 6)]),
        ("likert scale=agree-5", ("- A {#a}", "- A {#b}"), [("option-equal", 5)]),
    ],
)
def test_can_be_answered(kind: str, lines: tuple[str, ...], found: list[tuple[str, int]]) -> None:
    assert check_body(question(kind, *lines)) == found


def test_gaps_are_looked_into() -> None:
    gaps = "[[a]] and [[b]]\n\n[[a]]:\n- [ ] x {#x}\n- [ ] y {#y}\n\n[[b]]:\n- [x] z {#x}\n- [ ] Z {#y}"
    found = check_body(f"::: question {{#q type=cloze}}\n{gaps}\n:::")
    assert found == [("question-no-right-answer", 4), ("option-equal", 10)]


@pytest.mark.parametrize(
    ("kind", "options", "found"),
    [
        ("single", ("x 100", " -50"), []),
        ("single", ("x", " 0"), []),
        ("single", ("x 50", " "), [4]),
        ("single", ("x", " 50"), [5]),
        ("multiple", ("x 50", "x 50", " -50"), []),
        ("multiple", ("x 33.33", "x 33.33", "x 33.33"), []),
        ("multiple", ("x 40", "x 40", " "), [4]),
        ("multiple", ("x 70", "x 70", " "), []),
        ("multiple", ("x 60", "x", "x"), []),
        ("multiple", ("x 100", "x", " "), [5]),
        ("multiple", ("x 0", "x 100", " "), [4]),
        ("multiple", ("x -50", "x", " "), [4]),
        ("multiple", ("x", "x", " 20"), []),
    ],
)
def test_weights_make_sense(kind: str, options: tuple[str, ...], found: list[int]) -> None:
    lines = []
    for letter, option in zip("abc", options, strict=False):
        weight = option[1:].strip()
        lines.append(f"- [{option[0]}] {letter} {{#{letter}{f' weight={weight}' if weight else ''}}}")
    assert check_body(question(kind, *lines)) == [("attribute-value", line) for line in found]
