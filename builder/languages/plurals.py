"""Which form of a counted word goes with a number."""

from functools import cache

from builder.languages.plural_rules import Rule, parse_rule
from builder.languages.table import Language


def plural_index(language: Language, number: int) -> int:
    """Return the position of the form that a number takes, by the language's own rule."""
    return _rule(language.plural_forms)[1](number)


def plural_count(language: Language) -> int:
    """Return how many forms a counted word has."""
    return _rule(language.plural_forms)[0]


@cache
def _rule(header: str) -> tuple[int, Rule]:
    return parse_rule(header)
