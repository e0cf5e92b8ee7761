"""Readers of QTI 1.2, 2.1 and 3.0 → what each question means."""

import io
import re
import zipfile
from decimal import Decimal
from typing import Any

from tests.write.meanings import GAP, Meaning, Meanings, percent, squeezed, text_of
from tests.write.qti_files import Node, read


def qti(data: bytes) -> Meanings:
    """Read QTI 2.1 and 3.0, whose elements `read` gives the same names."""
    found: Meanings = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("items/"):
                item = read(package.read(name))
                found[item["identifier"]] = _qti(item, set(package.namelist()))
    return found


def _qti(item: Node, files: set[str]) -> Meaning:
    body = item.one("itemBody")
    pictures = [
        image.attributes.get("src") or image.attributes.get("data", "")
        for image in body.all("img") + body.all("object")
    ]
    assert all(address.replace("../", "") in files for address in pictures)
    texts = {choice["identifier"]: squeezed(choice.text) for choice in body.all("simpleChoice")}
    said = {
        feedback["identifier"]: squeezed(feedback.text)
        for feedback in item.all("modalFeedback") if feedback["outcomeIdentifier"] != "EXPLANATION"
    }  # fmt: skip
    points = Decimal(next(node.text for node in item.all("outcomeDeclaration") if node["identifier"] == "MAXSCORE"))
    several = bool(body.all("choiceInteraction")) and body.all("choiceInteraction")[0]["maxChoices"] == "0"
    worth = {}
    if body.all("choiceInteraction") and item.all("mapping") and set(texts) != {"true", "false"}:
        shares = {entry["mapKey"]: Decimal(entry["mappedValue"]) for entry in item.all("mapEntry")}
        worth = {text: float(100 * shares[id] / points) for id, text in texts.items()}
    shown = squeezed(_shown(body))
    unit = re.search(rf"{GAP} (\S+)$", shown)
    return {
        "prompt": shown, "case": shown, "several": several, "key": _qti_key(item, body, texts), "worth": worth,
        "points": int(points) if points else None, "unit": unit[1] if unit else "",
        "pictures": len(pictures), "feedback": {texts.get(id, id): text for id, text in said.items()}, "hint": "",
        "explanation": " ".join(
            squeezed(node.text) for node in item.all("modalFeedback") if node["outcomeIdentifier"] == "EXPLANATION"
        ),
        "guidance": " ".join(squeezed(node.text) for node in body.all("rubricBlock")),
    }  # fmt: skip


def _shown(node: Node) -> str:
    if node.name in ("textEntryInteraction", "inlineChoiceInteraction"):
        return GAP
    if node.name in ("rubricBlock", "simpleChoice"):
        return ""
    blank = " " if node.name in ("p", "prompt", "li", "div") else ""
    return blank + "".join(child if isinstance(child, str) else _shown(child) for child in node.children) + blank


def _qti_key(item: Node, body: Node, texts: dict[str, str]) -> Any:
    declared = {node["identifier"]: node for node in item.all("responseDeclaration")}
    gaps = [
        node["responseIdentifier"]
        for node in _in_order(body)
        if node.name in ("textEntryInteraction", "inlineChoiceInteraction")
    ]
    if gaps and gaps != ["RESPONSE"]:
        return [_qti_gap(item, body, declared[name]) for name in gaps]
    (first, *_) = declared.values()
    right = [value.text for node in first.all("correctResponse") for value in node.all("value")]
    if body.all("matchInteraction"):
        sides = {choice["identifier"]: squeezed(choice.text) for choice in body.all("simpleAssociableChoice")}
        pairs = dict(value.split() for value in right)
        targets = {choice["identifier"] for choice in body.all("simpleMatchSet")[1].all("simpleAssociableChoice")}
        lonely = {sides[id] for id in targets - set(pairs.values())}
        return {sides[left]: sides[target] for left, target in pairs.items()}, lonely
    if body.all("orderInteraction"):
        return [texts[id] for id in right]
    if body.all("hotspotInteraction"):
        picture = (body.all("object") + body.all("img"))[0]
        size = int(picture["width"]), int(picture["height"])
        areas = {
            area["identifier"]: [int(edge) for edge in area["coords"].split(",")] for area in body.all("hotspotChoice")
        }
        return [percent(areas[id], *size) for id in right]
    if body.all("extendedTextInteraction"):
        return "open"
    if body.all("choiceInteraction"):
        return {text: id in right for id, text in texts.items()} if right else "opinion"
    return _qti_gap(item, body, first)


def _in_order(node: Node) -> list[Node]:
    return [node, *(other for child in node.nodes for other in _in_order(child))]


def _qti_gap(item: Node, body: Node, declared: Node) -> Any:
    right = [value.text for node in declared.all("correctResponse") for value in node.all("value")]
    match declared["baseType"]:
        case "float":
            rules = [
                rule for rule in item.all("and") if rule.all("variable")[0]["identifier"] == declared["identifier"]
            ]
            return tuple(Decimal(rules[0].one(bound).one("baseValue").text) for bound in ("gte", "lte"))
        case "string":
            assert all(entry["caseSensitive"] == "false" for entry in declared.all("mapEntry"))
            return {entry["mapKey"] for entry in declared.all("mapEntry")}
        case _:
            choice = next(
                node
                for node in body.all("inlineChoiceInteraction")
                if node["responseIdentifier"] == declared["identifier"]
            )
            return {squeezed(option.text): option["identifier"] in right for option in choice.all("inlineChoice")}


def qti12(data: bytes) -> Meanings:
    found: Meanings = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        for name in names:
            if name.endswith(".xml") and "imsmanifest" not in name and "meta" not in name:
                for item in read(package.read(name)).all("item"):
                    found[item["ident"]] = _qti12(item, set(names))
    return found


def _qti12(item: Node, files: set[str]) -> Meaning:
    presentation = item.one("presentation")
    material = next(node for node in presentation.nodes if node.name == "material")
    html = material.one("mattext").text
    for address in re.findall(r'src="\$IMS-CC-FILEBASE\$/([^"]+)"', html):
        assert address in files
    fields = {node.one("fieldlabel").text: node.one("fieldentry").text for node in item.all("qtimetadatafield")}
    labels = {
        label["ident"]: text_of(label.all("mattext")[0].text)
        for label in item.all("response_label")
        if label.all("mattext")
    }
    said = {node["ident"]: text_of(node.one("mattext").text) for node in item.all("itemfeedback")}
    prompt = re.sub(r"\[\w+\]", GAP, text_of(html))
    unit = re.search(r"… (.*)$", prompt)
    kind = fields["question_type"]
    right = {node.text for node in item.one("resprocessing").all("varequal")}
    key = _qti12_key(kind, item, labels)
    single = kind == "multiple_choice_question"
    return {
        "prompt": prompt, "case": prompt, "several": kind == "multiple_answers_question", "key": key,
        "worth": {text: 100.0 * good for text, good in key.items()} if single else {},
        "points": int(float(fields["points_possible"])), "unit": unit[1] if unit else "", "pictures": html.count("<img"),
        "feedback": {labels[id.removesuffix("_fb")]: text for id, text in said.items() if id != "general_fb"},
        "hint": "", "explanation": said.get("general_fb", ""), "guidance": "",
    } | ({} if right or key == "open" else {"key": None})  # fmt: skip


def _qti12_key(kind: str, item: Node, labels: dict[str, str]) -> Any:
    rules = [rule for rule in item.all("respcondition") if rule.all("setvar")]
    wrong = {node.text for rule in rules for denied in rule.all("not") for node in denied.all("varequal")}
    right = [node for rule in rules for node in rule.all("varequal") if node.text not in wrong]
    match kind:
        case "multiple_choice_question" | "multiple_answers_question" | "true_false_question":
            return {text: id in {node.text for node in right} for id, text in labels.items()}
        case "numerical_question":
            return tuple(Decimal(rules[0].one(bound).text) for bound in ("vargte", "varlte"))
        case "short_answer_question":
            return {node.text for node in right}
        case "essay_question":
            return "open"
    lists = {node["ident"]: node for node in item.all("response_lid")}
    named = {node["respident"]: [one.text for one in right if one["respident"] == node["respident"]] for node in right}
    if kind == "matching_question":
        stems = {text_of(lists[ident].all("mattext")[0].text): labels[ids[0]] for ident, ids in named.items()}
        return stems, set(labels.values()) - set(stems.values())
    if kind == "fill_in_multiple_blanks_question":
        return [{labels[id] for id in ids} for ids in named.values()]
    return [
        {
            squeezed(option.all("mattext")[0].text): option["ident"] in named[ident]
            for option in node.all("response_label")
        }
        for ident, node in lists.items()
    ]
