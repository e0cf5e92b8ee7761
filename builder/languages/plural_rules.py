"""The plural rules of catalogues, ``n%10==1 && n%100!=11 ? 0 : 1``: C's expressions over one number, read as data."""

import operator
import re
from collections.abc import Callable

Rule = Callable[[int], int]
_TOKEN = re.compile(r"\s*(\d+|n|&&|\|\||[=!<>]=|[-+*/%<>!?:()])")
_LEVELS: tuple[dict[str, Callable[[int, int], int]], ...] = (
    {"||": lambda left, right: int(bool(left) or bool(right))},
    {"&&": lambda left, right: int(bool(left) and bool(right))},
    {"==": operator.eq, "!=": operator.ne},
    {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.floordiv, "%": operator.mod},
)
"""Binary operators, the loosest first."""


class NotARule(ValueError):
    """The text is no plural rule."""


def parse_rule(header: str) -> tuple[int, Rule]:
    """Return the number of forms and the rule of a ``Plural-Forms`` header; raises `NotARule`."""
    match = re.fullmatch(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=([^;]*);?\s*", header)
    if match is None:
        raise NotARule(header)
    tokens = _tokens(match[2])
    rule = _choice(tokens)
    if tokens:
        raise NotARule(header)
    return int(match[1]), rule


def _tokens(text: str) -> list[str]:
    """Return the tokens in reverse, so that the next one is taken from the end."""
    tokens: list[str] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise NotARule(text)
        tokens.append(match[1])
        position = match.end()
    return tokens[::-1]


def _choice(tokens: list[str]) -> Rule:
    condition = _binary(tokens, 0)
    if not tokens or tokens[-1] != "?":
        return condition
    tokens.pop()
    chosen = _choice(tokens)
    _expect(tokens, ":")
    otherwise = _choice(tokens)
    return lambda number: chosen(number) if condition(number) else otherwise(number)


def _binary(tokens: list[str], level: int) -> Rule:
    if level == len(_LEVELS):
        return _single(tokens)
    left = _binary(tokens, level + 1)
    while tokens and tokens[-1] in _LEVELS[level]:
        operation = _LEVELS[level][tokens.pop()]
        left = _applied(operation, left, _binary(tokens, level + 1))
    return left


def _applied(operation: Callable[[int, int], int], left: Rule, right: Rule) -> Rule:
    return lambda number: int(operation(left(number), right(number)))


def _single(tokens: list[str]) -> Rule:
    token = tokens.pop() if tokens else ""
    if token == "n":
        return lambda number: number
    if token.isdecimal():
        value = int(token)
        return lambda _number: value
    if token == "!":
        operand = _single(tokens)
        return lambda number: int(not operand(number))
    if token != "(":
        raise NotARule(token)
    inner = _choice(tokens)
    _expect(tokens, ")")
    return inner


def _expect(tokens: list[str], token: str) -> None:
    if not tokens or tokens.pop() != token:
        raise NotARule(f"{token} is missing")
