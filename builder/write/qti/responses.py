"""What an answer is, what is right, and what it brings: declarations, and the rules that add up the score.

Every question adds to ``SCORE`` what each of its responses brings, in points. Bounds of numbers are compared: adding
a tolerance to a number in binary may lose the bound itself. A text is right whatever its capitals.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from builder.output.quiz import Match, Numeric, Option, Order, TextEntry
from builder.output.text import Run
from builder.records import dataclass
from builder.write.qti.elements import Element

SCORE = "SCORE"
RESPONSE = "RESPONSE"
_CENT = Decimal("0.00001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One variable that a learner fills, and what it does to the score."""

    declaration: Element
    rules: tuple[Element, ...]


def worth(points: Decimal, parts: int) -> tuple[Decimal, ...]:
    """Return an equal share of points for each part; together they are the points, to the last place."""
    ends = [(points * number / max(1, parts)).quantize(_CENT) for number in range(parts + 1)]
    return tuple(after - before for before, after in pairwise(ends))


def chosen(response: str, options: Sequence[Option], points: Decimal, *, multiple: bool) -> Response:
    """Return how options are declared and scored; several add up, to no less than nothing and no more than all."""
    right = [option.id for option in options if option.correct]
    correct = right if multiple else right[:1]
    bounds = {"lowerBound": "0", "upperBound": number(points)} if multiple else {}
    entries = {option.id: value for option, value in zip(options, _values(options, points, multiple), strict=True)}
    return Response(
        declaration=_declaration(
            response, "multiple" if multiple else "single", "identifier", correct, _mapping(entries, bounds)
        ),
        rules=(_mapped(response),),
    )


def judged(response: str, points: Decimal, *, answer: bool) -> Response:
    """Return how a statement is declared and scored."""
    right = "true" if answer else "false"
    declaration = _declaration(response, "single", "identifier", [right], _mapping({right: points}))
    return Response(declaration=declaration, rules=(_mapped(response),))


def typed(response: str, asked: Numeric | TextEntry, points: Decimal) -> Response:
    """Return how a number or a short text is declared and scored."""
    if isinstance(asked, Numeric):
        bounds = (("gte", asked.value - asked.tolerance), ("lte", asked.value + asked.tolerance))
        within = tuple(
            Element(name, {}, (variable(response), constant("float", number(bound)))) for name, bound in bounds
        )
        declaration = _declaration(response, "single", "float", [number(asked.value)])
        return Response(declaration=declaration, rules=(_if(Element("and", {}, within), _add(_points(points))),))
    accepted = {_one_line(run): points for run in asked.accepted}
    mapping = _mapping(accepted, case_sensitive="false")
    declaration = _declaration(response, "single", "string", list(accepted)[:1], mapping)
    return Response(declaration=declaration, rules=(_mapped(response),))


def matched(match: Match, points: Decimal) -> Response:
    """Return how pairs are declared and scored: each right one brings its share."""
    pairs = [f"{stem.id} {target_id(stem.target)}" for stem in match.stems]
    entries = dict(zip(pairs, worth(points, len(pairs)), strict=True))
    mapping = _mapping(entries, {"lowerBound": "0", "upperBound": number(points)})
    declaration = _declaration(RESPONSE, "multiple", "directedPair", pairs, mapping)
    return Response(declaration=declaration, rules=(_mapped(RESPONSE),))


def ordered(order: Order, points: Decimal) -> Response:
    """Return how a sequence is declared and scored: each item at its own place brings its share."""
    ids = [item.id for item in order.items]
    shares = worth(points, len(ids))
    rules = tuple(
        _if(_stands_at(id, place), _add(_points(share)))
        for place, (id, share) in enumerate(zip(ids, shares, strict=True), start=1)
    )
    return Response(declaration=_declaration(RESPONSE, "ordered", "identifier", ids), rules=rules)


def unscored(response: str, base_type: str) -> Response:
    """Return how an answer is declared that no rule marks."""
    return Response(declaration=_declaration(response, "single", base_type, ()), rules=())


def told(outcome: str, value: Element, *, where: str = "") -> Element:
    """Return the rule that sets an outcome, after any answer or only where a response has one."""
    rule = Element("setOutcomeValue", {"identifier": outcome}, (value,))
    return _answered(where, rule) if where else rule


def target_id(id: str) -> str:
    """Return the name of a target: in the text of a lesson a stem may have the same."""
    return f"{id}_target"


def place_name(place: int) -> str:
    """Return the name of a variable that holds a place: readers take a name there, of which some take no number."""
    return f"PLACE_{place}"


def outcome(identifier: str, cardinality: str, base_type: str, default: str = "", **others: str) -> Element:
    """Return the declaration of an outcome."""
    value = (Element("defaultValue", {}, (Element("value", {}, (default,)),)),) if default else ()
    names = {"identifier": identifier, "cardinality": cardinality, "baseType": base_type, **others}
    return Element("outcomeDeclaration", names, value)


def variable(identifier: str) -> Element:
    """Return the value of a variable."""
    return Element("variable", {"identifier": identifier})


def constant(base_type: str, value: str) -> Element:
    """Return a value."""
    return Element("baseValue", {"baseType": base_type}, (value,))


def number(value: Decimal) -> str:
    """Return a number with a point and without empty places."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _values(options: Sequence[Option], points: Decimal, multiple: bool) -> list[Decimal]:
    """Return what each option brings; the last right one brings what is missing to all of it."""
    if not multiple:
        return [points if option.correct else _share(option, points) for option in options]
    last = next((option.id for option in reversed(options) if option.correct), None)
    others = sum((_share(option, points) for option in options if option.correct and option.id != last), Decimal(0))
    return [points - others if option.id == last else _share(option, points) for option in options]


def _share(option: Option, points: Decimal) -> Decimal:
    return (option.fraction * points / 100).quantize(_CENT)


def _declaration(response: str, cardinality: str, base_type: str, correct: Iterable[str], *further: Element) -> Element:
    values = tuple(Element("value", {}, (value,)) for value in correct)
    right = (Element("correctResponse", {}, values),) if values else ()
    names = {"identifier": response, "cardinality": cardinality, "baseType": base_type}
    return Element("responseDeclaration", names, (*right, *further))


def _mapping(entries: dict[str, Decimal], bounds: dict[str, str] | None = None, case_sensitive: str = "") -> Element:
    case = {"caseSensitive": case_sensitive} if case_sensitive else {}
    listed = tuple(
        Element("mapEntry", {"mapKey": key, "mappedValue": number(value), **case}) for key, value in entries.items()
    )
    return Element("mapping", {**(bounds or {}), "defaultValue": "0"}, listed)


def _mapped(response: str) -> Element:
    return _answered(response, _add(Element("mapResponse", {"identifier": response})))


def _answered(response: str, rule: Element) -> Element:
    return _if(Element("not", {}, (Element("isNull", {}, (variable(response),)),)), rule)


def _if(condition: Element, rule: Element) -> Element:
    return Element("responseCondition", {}, (Element("responseIf", {}, (condition, rule)),))


def _add(value: Element) -> Element:
    return Element("setOutcomeValue", {"identifier": SCORE}, (Element("sum", {}, (variable(SCORE), value)),))


def _stands_at(id: str, place: int) -> Element:
    found = Element("index", {"n": place_name(place)}, (variable(RESPONSE),))
    return Element("match", {}, (constant("identifier", id), found))


def _points(points: Decimal) -> Element:
    return constant("float", number(points))


def _one_line(run: Run) -> str:
    return " ".join(run.text.split())
