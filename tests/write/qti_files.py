"""Packages of QTI 2.1 and 3.0, read and scored by the words of the standard; nothing here is shared with the writer."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from builder.model.edition import Edition
from builder.output.quiz import Quiz
from builder.output.resources import Resources
from builder.plan.quiz_qti import plan_qti3, plan_qti21
from builder.write.qti import write_qti3, write_qti21

NOTHING = Resources(files={}, fonts="")
Plan = Callable[[Edition, Resources, Any], tuple[Quiz, Any]]
Write = Callable[[Quiz, Resources], bytes]
VERSIONS: dict[str, tuple[Plan, Write]] = {"2.1": (plan_qti21, write_qti21), "3.0": (plan_qti3, write_qti3)}
HTML = set(
    [
        "a",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "img",
        "li",
        "object",
        "ol",
        "p",
        "pre",
        "span",
        "strong",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
Values = dict[str, Any]


def package(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(edition: Edition, version: str) -> dict[str, bytes]:
    plan, write = VERSIONS[version]
    return package(write(plan(edition, NOTHING, None)[0], NOTHING))


@dataclass(frozen=True)
class Node:
    """An element under its name of 2.1, whichever version it was read from."""

    name: str
    attributes: dict[str, str]
    children: tuple["Node | str", ...]

    def all(self, name: str) -> list["Node"]:
        found = [self] if self.name == name else []
        return found + [other for child in self.nodes for other in child.all(name)]

    def one(self, name: str) -> "Node":
        (found,) = self.all(name)
        return found

    @property
    def nodes(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]


def read(data: bytes) -> Node:
    """Return a file as nodes; every element that is not HTML bears the prefix of 3.0, or none does."""
    return _node(ET.fromstring(data))


def _node(element: ET.Element) -> Node:
    tag = element.tag.rpartition("}")[2]
    attributes = {_camel(key.rpartition("}")[2]): value for key, value in element.items()}
    children: list[Node | str] = [element.text or ""]
    for child in element:
        children += [_node(child), child.tail or ""]
    return Node(_camel(tag.removeprefix("qti-")), attributes, tuple(child for child in children if child))


def _camel(name: str) -> str:
    return re.sub("-([a-z])", lambda found: found[1].upper(), name)


def item(files: dict[str, bytes], id: str) -> Node:
    return read(files[f"items/{id}.xml"])


def score(root: Node, answers: Values) -> Values:
    """Return the outcomes of an item after its response processing, given the values of its response variables."""
    values: Values = {}
    for node in root.all("outcomeDeclaration"):
        default = [value.text for value in node.all("value")]
        values[node["identifier"]] = _typed(node["baseType"], default[0]) if default else None
    declared = {node["identifier"]: node for node in root.all("responseDeclaration")}
    for name in declared:
        given = answers.get(name)
        values[name] = None if given in ("", ()) else given
    for processing in root.all("responseProcessing"):
        for rule in processing.nodes:
            _rule(rule, values, declared)
    return values


def _rule(rule: Node, values: Values, declared: dict[str, Node]) -> None:
    if rule.name == "responseCondition":
        (branch,) = rule.nodes
        condition, *rules = branch.nodes
        if _value(condition, values, declared):
            for inner in rules:
                _rule(inner, values, declared)
        return
    assert rule.name == "setOutcomeValue"
    values[rule["identifier"]] = _value(rule.nodes[0], values, declared)


def _value(node: Node, values: Values, declared: dict[str, Node]) -> Any:  # noqa: C901
    inner = [_value(child, values, declared) for child in node.nodes] if node.name not in ("mapResponse",) else []
    match node.name:
        case "variable":
            return values[node["identifier"]]
        case "baseValue":
            return _typed(node["baseType"], node.text)
        case "sum":
            return sum(inner, Fraction(0))
        case "isNull":
            return inner[0] is None
        case "not":
            return not inner[0]
        case "and":
            return all(inner)
        case "gte":
            return None if inner[0] is None else inner[0] >= inner[1]
        case "lte":
            return None if inner[0] is None else inner[0] <= inner[1]
        case "match":
            return None not in inner and inner[0] == inner[1]
        case "index":
            place = values[node["n"]]
            return inner[0][place - 1] if inner[0] and place <= len(inner[0]) else None
        case "mapResponse":
            return _mapped(declared[node["identifier"]].one("mapping"), values[node["identifier"]])
    raise AssertionError(node.name)


def _mapped(mapping: Node, value: Any) -> Fraction:
    entries = mapping.all("mapEntry")
    total = Fraction(0)
    for each in {value} if isinstance(value, str) else set(value):
        for entry in entries:
            exact = entry.attributes.get("caseSensitive", "true") == "true"
            key = entry["mapKey"]
            if key == each or (not exact and key.lower() == each.lower()):
                total += Fraction(entry["mappedValue"])
                break
        else:
            total += Fraction(mapping["defaultValue"])
    total = max(total, Fraction(mapping.attributes.get("lowerBound", "-1000000")))
    return min(total, Fraction(mapping.attributes.get("upperBound", "1000000")))


def _typed(base_type: str, text: str) -> Any:
    if base_type in ("float", "integer"):
        return int(text) if base_type == "integer" else Fraction(text)
    return text


def correct(root: Node) -> Values:
    """Return what the declarations say is right, as values of the response variables."""
    found: Values = {}
    for node in root.all("responseDeclaration"):
        values = [value.text for part in node.all("correctResponse") for value in part.all("value")]
        several = node["cardinality"] != "single"
        single = _typed(node["baseType"], values[0]) if values else None
        found[node["identifier"]] = tuple(values) if several else single
    return found


def identifiers(nodes: Iterable[Node]) -> list[str]:
    return [node["identifier"] for node in nodes]
