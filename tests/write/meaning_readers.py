"""Readers of every format for questions → what each question means; nothing here is shared with a writer.

Each takes a file's bytes and returns meanings by the questions' ids. What a format has no word for is left out.
"""

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from tests.write.meaning_olx import olx
from tests.write.meaning_qti import qti, qti12
from tests.write.meanings import GAP, Meaning, Meanings, percent, text_of


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
            return [percent(_moodle_box(drop), width, height) for drop in question.findall("drop")]
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


Reader = Callable[..., Meanings]
READERS: dict[str, Reader] = {
    "quiz.moodle": moodle, "quiz.gift": gift, "quiz.qti12": qti12, "quiz.qti21": qti, "quiz.qti3": qti, "quiz.olx": olx,
}  # fmt: skip
BY_PROMPT: dict[str, Reader] = {"quiz.aiken": aiken, "quiz.xlsx": spreadsheet}
"""These have no ids: a question is known by its text."""
