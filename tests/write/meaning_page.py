"""The practice page → what its questions mean: its data say what is right, its forms in which words."""

import re
from decimal import Decimal
from typing import Any

from tests.write.meanings import GAP, Meaning, Meanings, text_of
from tests.write.quiz_pages import data


def page(written: bytes) -> Meanings:
    html = written.decode()
    questions = data(html)["questions"]
    parts = re.split(r'(?=<form class="question" id=")', html)
    forms = {re.search(r'id="([^"]+)"', part)[1]: part for part in parts[1:]}  # type: ignore[index]
    before = {re.search(r'id="([^"]+)"', part)[1]: parts[place] for place, part in enumerate(parts[1:])}  # type: ignore[index]
    return {id: _meaning(id, questions[id], form, before[id]) for id, form in forms.items()}


def _meaning(id: str, question: dict[str, Any], form: str, before: str) -> Meaning:
    asked, _, answered = form.partition('<details class="solution">')
    asked = asked.partition("</fieldset>")[0]
    solution = text_of(answered.partition("</details>")[0])
    labels = {
        name: text_of(re.sub(r'<b class="letter">.*?</b>', "", label))
        for name, label in re.findall(rf'<label for="{id}\.([^"]+)">(.*?)</label>', asked)
    }
    options = question.get("options", {})
    scored = question["kind"] == "choice" and "area" not in asked and set(options) != {"true", "false"}
    shown = re.sub(r'<span class="gap">.*?</span></span>', GAP, asked)
    return {
        "prompt": text_of(shown), "case": text_of(before[-3000:]), "several": 'type="checkbox"' in asked,
        "key": _key(id, question, asked, labels),
        "worth": {labels[name]: float(one["fraction"]) for name, one in options.items()} if scored else {},
        "points": question.get("points") or None, "pictures": asked.count("<img"),
        "feedback": {
            labels[name]: text_of(said)
            for name, said in re.findall(rf'<template id="{id}\.([^"]+)\.feedback">(.*?)</template>', asked, re.DOTALL)
        },
        "hint": text_of("".join(re.findall(r'<details class="hint">.*?<div>(.*?)</div>', form, re.DOTALL))),
        "explanation": text_of("".join(re.findall(r'<div class="explanation">(.*?)</div>', answered, re.DOTALL))),
        "guidance": solution.partition("What a good answer holds ")[2],
        "unit": text_of("".join(re.findall(r'<span class="unit"[^>]*>(.*?)</span>', asked))),
    }  # fmt: skip


def _key(id: str, question: dict[str, Any], asked: str, labels: dict[str, str]) -> Any:
    kind = question["kind"]
    if kind == "choice" and "<svg" in asked:
        return [_box(id, name, asked) for name, one in question["options"].items() if one["correct"]]
    if kind == "choice":
        return {labels[name]: one["correct"] for name, one in question["options"].items()}
    if kind == "match":
        targets = dict(re.findall(r'<option value="([^"]+)">\w\. ([^<]*)', asked))
        pairs = {labels[stem]: targets[target] for stem, target in question["stems"].items()}
        return pairs, set(targets.values()) - set(pairs.values())
    if kind == "order":
        lines = dict(re.findall(rf'<span id="{id}\.([^".]+)\._text">([^<]*)', asked))
        return [lines[item] for item in question["items"]]
    if kind == "cloze":
        return [_gap(id, name, gap, asked) for name, gap in question["gaps"].items()]
    return _typed(question) if kind in ("numeric", "text") else {"essay": "open", "likert": "opinion"}[kind]


def _gap(id: str, name: str, gap: dict[str, Any], asked: str) -> Any:
    if gap["kind"] != "choice":
        return _typed(gap)
    choice = asked.partition(f'<select id="{id}.{name}"')[2].partition("</select>")[0]
    return {
        text: gap["options"][value]["correct"] for value, text in re.findall(r'<option value="([^"]+)">([^<]*)', choice)
    }


def _typed(question: dict[str, Any]) -> Any:
    if question["kind"] == "text":
        return set(question["accepted"])
    value, tolerance = Decimal(question["value"]), Decimal(question["tolerance"])
    return value - tolerance, value + tolerance


def _box(id: str, name: str, asked: str) -> tuple[int, ...]:
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', asked).groups())  # type: ignore[union-attr]
    area = asked.partition(f'data-for="{id}.{name}"')[2].partition("</g></g>")[0]
    found = re.search(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', area)
    assert found is not None
    x, y, wide, high = map(float, found.groups())
    edges = (x / width, y / height, (x + wide) / width, (y + high) / height)
    return tuple(round(100 * edge) for edge in edges)
