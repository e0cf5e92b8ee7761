"""A reader of courses of Open edX → what each question means."""

import io
import json
import re
import tarfile
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from tests.write.meanings import GAP, Meaning, Meanings, percent, squeezed, text_of


def olx(data: bytes) -> Meanings:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        files = {
            member.name.removeprefix("course/"): handle.read()
            for member in archive.getmembers() if (handle := archive.extractfile(member)) is not None
        }  # fmt: skip
    found: Meanings = {}
    for name in files:
        if name.startswith("vertical/"):
            told = ""
            for component in ElementTree.fromstring(files[name]):
                id = component.get("url_name") or ""
                if component.tag == "html":
                    told += " " + text_of(files[f"html/{id}.html"].decode())
                else:
                    whole = (
                        ElementTree.fromstring(files[f"problem/{id}.xml"]) if component.tag == "problem" else component
                    )
                    found[id] = {"case": told.strip(), **_olx(whole, files)}
    return found


def _olx(problem: ElementTree.Element, files: dict[str, bytes]) -> Meaning:
    nothing = {
        "unit": "",
        "several": False,
        "worth": {},
        "pictures": 0,
        "feedback": {},
        "hint": "",
        "explanation": "",
        "guidance": "",
    }
    if problem.tag == "openassessment":
        html = problem.findtext("prompts/prompt/description") or ""
        most = max(int(option.get("points") or 0) for option in problem.iter("option"))
        return {**nothing, "prompt": text_of(html), "key": "open", "points": most, "pictures": html.count("<img")}
    if problem.tag == "survey":
        labels = " ".join(line[1]["label"] for line in json.loads(problem.get("questions") or ""))
        return {**nothing, "prompt": labels, "key": "opinion", "points": None}
    pictures = [node.get("src") or "" for node in problem.iter() if node.tag in ("img", "imageinput")]
    assert all(address.removeprefix("/") in files for address in pictures)
    choices = {choice.get("name"): choice for choice in problem.iter("choice")}
    texts = {id: _without(choice, "choicehint") for id, choice in choices.items()}
    key = _olx_key(problem, choices, texts)
    single = problem.find(".//multiplechoiceresponse") is not None and set(texts) != {"true", "false"}
    said = {texts[id]: hint for id, choice in choices.items() if (hint := _within(choice, "choicehint"))}
    shown = _without(problem, "solution", "demandhint", "choicegroup", "checkboxgroup")
    return {
        **nothing, "prompt": shown, "key": key, "points": int(problem.get("weight") or 0), "pictures": len(pictures),
        "several": problem.find(".//choiceresponse") is not None, "feedback": said,
        "worth": {text: 100.0 * right for text, right in key.items()} if single else {},
        "unit": next((node.get("trailing_text") or "" for node in problem.iter("formulaequationinput")), ""),
        "hint": _within(problem, "demandhint"), "explanation": _within(problem, "solution"),
    }  # fmt: skip


RESPONSES = (
    "numericalresponse",
    "stringresponse",
    "optionresponse",
    "imageresponse",
    "multiplechoiceresponse",
    "choiceresponse",
)


def _without(node: ElementTree.Element, *names: str) -> str:
    """Return the text of an element; a field to type in or choose from that has no label is a gap."""

    def told(one: ElementTree.Element) -> str:
        if one.tag in names:
            return ""
        if one.tag in RESPONSES[:3] and one.find("label") is None:
            return GAP
        if one.tag == "optioninput":
            return ""
        blank = " " if one.tag in ("p", "div", "label") else ""
        return blank + (one.text or "") + "".join(told(child) + (child.tail or "") for child in one) + blank

    return squeezed(told(node))


def _within(node: ElementTree.Element, name: str) -> str:
    return " ".join(squeezed("".join(found.itertext())) for found in node.iter(name))


def _olx_key(
    problem: ElementTree.Element, choices: dict[str | None, ElementTree.Element], texts: dict[str | None, str]
) -> Any:
    if choices:
        return {text: choices[id].get("correct") == "true" for id, text in texts.items()}
    responses = [node for node in problem.iter() if node.tag in RESPONSES]
    if responses[0].tag == "imageresponse":
        field = next(responses[0].iter("imageinput"))
        size = int(field.get("width") or 0), int(field.get("height") or 0)
        boxes = [list(map(int, re.findall(r"\d+", box))) for box in (field.get("rectangle") or "").split(";")]
        return [percent(box, *size) for box in boxes]
    labelled = [(node.find("label"), node) for node in responses]
    if all(label is not None for label, _ in labelled) and responses[0].tag == "optionresponse":
        return _olx_lists(
            [(squeezed("".join(label.itertext())), node) for label, node in labelled if label is not None]
        )
    keys = [_olx_response(node) for node in responses]
    return keys[0] if labelled[0][0] is not None else keys


def _olx_lists(lists: list[tuple[str, ElementTree.Element]]) -> Any:
    chosen = {label: next(text for text, right in _olx_response(node).items() if right) for label, node in lists}
    offered = set(_olx_response(lists[0][1]))
    if offered == {str(place) for place in range(1, len(lists) + 1)}:
        return sorted(chosen, key=lambda label: int(chosen[label]))
    return chosen, offered - set(chosen.values())


def _olx_response(node: ElementTree.Element) -> Any:
    match node.tag:
        case "numericalresponse":
            parameter = node.find("responseparam")
            assert parameter is not None
            value, tolerance = Decimal(node.get("answer") or ""), Decimal(parameter.get("default") or "")
            return value - tolerance, value + tolerance
        case "stringresponse":
            assert node.get("type") == "ci"
            return {node.get("answer"), *(other.get("answer") for other in node.iter("additional_answer"))}
        case _:
            return {option.text: option.get("correct") == "True" for option in node.iter("option")}
