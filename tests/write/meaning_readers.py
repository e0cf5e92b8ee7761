"""Readers of every format for questions → what each question means; nothing here is shared with a writer.

Each takes a file's bytes and returns meanings by the questions' ids. What a format has no word for is left out.
"""

import io
import json
import re
import tarfile
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from tests.write.meanings import GAP, Meaning, squeezed
from tests.write.qti_files import Node, read
from tests.write.quiz_texts import read_html

Meanings = dict[str, Meaning]


def text_of(html: str) -> str:
    """Return what HTML shows; where a block ends, a word ends."""
    return squeezed(read_html(re.sub(r"(</(?:p|li|div|td|th|h\d)>|<br ?/?>)", r" \1", html)).text)


def moodle(data: bytes) -> Meanings:
    found: Meanings = {}
    told: dict[str, str] = {}
    for question in ElementTree.fromstring(data).iter("question"):
        id = question.findtext("idnumber") or ""
        tags = [tag.findtext("text") or "" for tag in question.iter("tag")]
        case = next((tag.removeprefix("case:") for tag in tags if tag.startswith("case:")), "")
        if question.get("type") == "description":
            told[case] = told.get(case, "") + " " + text_of(question.findtext("questiontext/text") or "")
        elif question.get("type") != "category":
            found[id] = {"case": told.get(case, ""), **_moodle(question)}
    return found


def _moodle(question: ElementTree.Element) -> Meaning:
    html = question.findtext("questiontext/text") or ""
    answers = question.findall("answer")
    worth = {_bare(answer): float(answer.get("fraction") or 0) for answer in answers}
    kind = question.get("type")
    single = question.findtext("single") != "false"
    pictures = html.count("<img") + (kind == "ddmarker") * len(question.findall("file"))
    return {
        "prompt": text_of(re.sub(r"(?<!\\)\{\d:.*?(?<!\\)\}", GAP, html)), "several": not single,
        "key": _moodle_key(question, kind or "", worth, html),
        "worth": worth if kind == "multichoice" else {},
        "points": int(float(question.findtext("defaultgrade") or 0)), "unit": question.findtext("units/unit/unit_name") or "",
        "pictures": pictures,
        "feedback": {
            _bare(answer): text_of(answer.findtext("feedback/text") or "")
            for answer in answers if answer.findtext("feedback/text")
        },
        "hint": text_of(question.findtext("hint/text") or ""),
        "explanation": text_of(question.findtext("generalfeedback/text") or ""),
        "guidance": text_of(question.findtext("graderinfo/text") or ""),
    }  # fmt: skip


def _bare(element: ElementTree.Element | None) -> str:
    return text_of((element.findtext("text") if element is not None else "") or "")


def _moodle_key(question: ElementTree.Element, kind: str, worth: dict[str, float], html: str) -> Any:
    match kind:
        case "multichoice":
            return {text: fraction > 0 for text, fraction in worth.items()}
        case "truefalse":
            return {text.capitalize(): fraction == 100 for text, fraction in worth.items()}
        case "numerical":
            value, tolerance = Decimal(next(iter(worth))), Decimal(question.findtext("answer/tolerance") or 0)
            return value - tolerance, value + tolerance
        case "shortanswer":
            assert question.findtext("usecase") == "0"
            return {text for text, fraction in worth.items() if fraction == 100}
        case "matching":
            pairs = [(_bare(pair), _bare(pair.find("answer"))) for pair in question.findall("subquestion")]
            return {left: right for left, right in pairs if left}, {right for left, right in pairs if not left}
        case "ordering":
            assert question.findtext("gradingtype") == "ABSOLUTE_POSITION"
            return sorted(worth, key=lambda text: worth[text])
        case "cloze":
            return [_moodle_gap(gap) for gap in re.findall(r"(?<!\\)\{\d:(.*?)(?<!\\)\}", html)]
        case "ddmarker":
            width, height = _png_size(question)
            return [_percent(_moodle_box(drop), width, height) for drop in question.findall("drop")]
        case "essay":
            return "open"
    raise ValueError(kind)


def _moodle_gap(gap: str) -> Any:
    kind, _, answers = gap.partition(":")
    if kind == "NUMERICAL":
        value, tolerance = map(Decimal, answers.removeprefix("=").split(":"))
        return value - tolerance, value + tolerance
    parts = re.split(r"(?<!\\)~", answers)
    right = {part.removeprefix("="): part.startswith("=") for part in parts}
    return right if kind.startswith("MULTICHOICE") else set(right)


def _moodle_box(drop: ElementTree.Element) -> list[int]:
    assert drop.findtext("shape") == "rectangle"
    x, y, width, height = map(int, re.split("[,;]", drop.findtext("coords") or ""))
    return [x, y, x + width, y + height]


def _png_size(question: ElementTree.Element) -> tuple[int, int]:
    from base64 import b64decode

    png = b64decode(question.findtext("file") or "")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _percent(box: list[int], width: int, height: int) -> tuple[int, ...]:
    sides = (width, height, width, height)
    return tuple(round(100 * edge / side) for edge, side in zip(box, sides, strict=True))


def gift(data: bytes) -> Meanings:
    found: Meanings = {}
    told: dict[str, str] = {}
    for part in re.split(r"\n\s*\n", data.decode()):
        id = re.search(r"\[id:([^\]]*)\]", part)
        if not id:
            continue
        case = next(iter(re.findall(r"\[tag:case:([^\]]*)\]", part)), "")
        body = part.split("\n", 1)[1].split("::", 2)[2].strip()
        opened = re.search(r"(?<!\\)\{", body)
        if opened is None:
            told[case] = told.get(case, "") + " " + _gift_text(body)
        else:
            found[id[1]] = {"case": told.get(case, ""), **_gift(body, opened.start())}
    return found


def _gift(body: str, opened: int) -> Meaning:
    closed = [brace.start() for brace in re.finditer(r"(?<!\\)\}", body)][-1]
    inside, _, explained = body[opened + 1 : closed].partition("####")
    prompt = _gift_text(body[:opened] + (GAP if body[closed + 1 :] else "") + body[closed + 1 :])
    unit = re.search(r"… (.*)$", prompt)
    meaning: Meaning = {
        "prompt": prompt, "explanation": _gift_text(explained), "hint": "", "guidance": "", "points": 1, "feedback": {},
        "unit": unit[1] if unit else "", "several": False, "worth": {}, "pictures": 0,
    }  # fmt: skip
    inside = inside.strip()
    if inside in ("", "TRUE", "FALSE"):
        return {**meaning, "key": "open" if not inside else {"True": inside == "TRUE", "False": inside == "FALSE"}}
    if inside.startswith("#"):
        value, tolerance = map(Decimal, inside[1:].split(":"))
        bounds = (value - tolerance, value + tolerance)
        return {**meaning, "key": [bounds] if GAP in prompt else bounds}
    answers = [part.strip() for part in re.split(r"(?<!\\)(?=[=~])", inside) if part.strip()]
    if any(re.search(r"(?<!\\)->", answer) for answer in answers):
        pairs = [tuple(_gift_text(side.lstrip("=")) for side in answer.split("->")) for answer in answers]
        return {
            **meaning,
            "key": ({left: right for left, right in pairs if left}, {right for left, right in pairs if not left}),
        }
    read_ = _gift_answers(answers)
    return {**meaning, **read_, "key": [read_["key"]] if GAP in prompt else read_["key"]}


def _gift_answers(answers: list[str]) -> Meaning:
    parts = [re.fullmatch(r"([=~])(?:%(-?[\d.]+)%)?(.*?)(?:(?<!\\)#(.*))?", answer, re.DOTALL) for answer in answers]
    worth, said = {}, {}
    for found in parts:
        assert found is not None
        sign, percent, text, feedback = found.groups()
        worth[_gift_text(text)] = float(percent) if percent else 100.0 * (sign == "=")
        if feedback:
            said[_gift_text(feedback and text)] = _gift_text(feedback)
    if all(answer.startswith("=") for answer in answers):
        return {"key": set(worth)}
    several = not any(answer.startswith("=") for answer in answers)
    return {
        "key": {text: share > 0 for text, share in worth.items()},
        "worth": worth,
        "feedback": said,
        "several": several,
    }


def _gift_text(text: str) -> str:
    return text_of(re.sub(r"\\([\\~=#{}:*])", r"\1", text).removeprefix("[html]").replace("[html]", ""))


def aiken(data: bytes, by_prompt: dict[str, str]) -> Meanings:
    found: Meanings = {}
    for part in data.decode().strip().split("\n\n"):
        if not part:
            continue
        prompt, *options, answer = part.split("\n")
        right = answer.removeprefix("ANSWER: ")
        texts = {line[3:]: line[0] == right for line in options}
        found[by_prompt[_undrafted(prompt)]] = _plain(prompt, texts, several=False)
    return found


def spreadsheet(data: bytes, by_prompt: dict[str, str]) -> Meanings:
    found: Meanings = {}
    for prompt, *answers, _seconds, right in _rows(data)[1:]:
        numbers = right.split(",")
        texts = {text: str(place) in numbers for place, text in enumerate(answers, start=1) if text}
        found[by_prompt[_undrafted(prompt)]] = _plain(prompt, texts, several=len(numbers) > 1)
    return found


def _undrafted(prompt: str) -> str:
    return re.sub(r"^\[DRAFT[^\]]*\] ", "", prompt)


def _plain(prompt: str, texts: dict[str, bool], *, several: bool) -> Meaning:
    share = 100 / sum(texts.values())
    return {
        "prompt": prompt, "several": several, "key": texts, "points": 1, "unit": "", "pictures": 0, "feedback": {},
        "hint": "", "explanation": "", "guidance": "", "case": "",
        "worth": {} if set(texts) == {"True", "False"} else {text: share * right for text, right in texts.items()},
    }  # fmt: skip


def _rows(data: bytes) -> list[list[str]]:
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{main}row"):
        cells = {re.sub(r"\d", "", cell.get("r") or ""): "".join(cell.itertext()) for cell in row}
        rows.append([cells.get(column, "") for column in "ABCDEFG"])
    return rows


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
        return [_percent(areas[id], *size) for id in right]
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
        return [_percent(box, *size) for box in boxes]
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


Reader = Callable[..., Meanings]
READERS: dict[str, Reader] = {
    "quiz.moodle": moodle, "quiz.gift": gift, "quiz.qti12": qti12, "quiz.qti21": qti, "quiz.qti3": qti, "quiz.olx": olx,
}  # fmt: skip
BY_PROMPT: dict[str, Reader] = {"quiz.aiken": aiken, "quiz.xlsx": spreadsheet}
"""These have no ids: a question is known by its text."""
