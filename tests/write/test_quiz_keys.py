"""One question, one key: paper, practice page, Moodle and QTI say the same of generated questions, each read apart."""

import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Any
from xml.etree import ElementTree

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builder.content import interactions as asked
from builder.content.walk import walk
from builder.formats import find_formats
from builder.model.blocks import Question
from builder.model.edition import Edition
from builder.output import document as d
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.plan.handout import plan_handout
from tests.plan import quiz_editions as make
from tests.write.quiz_pages import data, page

Keys = dict[str, Any]
"""For each question what is right: words, pairs of words, words in order, or the bounds of a number."""
NOTHING = Resources(files={}, fonts="")
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@st.composite
def questions(draw: Any) -> tuple[Question, ...]:
    """Questions in which no word stands twice."""
    words = (f"word{number:04}x" for number in count())
    return tuple(
        make.question(f"q{number}", next(words), draw(interactions(words)), shuffle=draw(st.booleans()))
        for number in range(8)
    )


@st.composite
def interactions(draw: Any, words: Iterator[str]) -> asked.Interaction:
    size = draw(st.integers(2, 6))
    match draw(st.sampled_from(["single", "multiple", "true-false", "numeric", "text", "match", "order"])):
        case "single" | "multiple" as kind:
            right = draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=1 if kind == "single" else size))
            options = [
                make.option(f"o{n}", next(words), correct=n in right) for n in draw(st.permutations(range(size)))
            ]
            return make.choice(*options, multiple=kind == "multiple")
        case "true-false":
            return make.true_false(draw(st.booleans()))
        case "numeric":
            return make.numeric(str(draw(st.integers(-999, 999))), str(draw(st.sampled_from([0, "0.25", 3]))))
        case "text":
            return make.text_entry(" | ".join(next(words) for _ in range(size)))
        case "match":
            return make.match(*((next(words) if n else None, next(words)) for n in range(size)))
        case _:
            return make.order(*(next(words) for _ in range(size)))


@settings(max_examples=125, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(questions())
def test_every_output_has_the_same_key(asked_: tuple[Question, ...]) -> None:
    edition = make.edition(*asked_)
    written = {question.id: key_of(question.interaction) for question in asked_}
    assert paper_keys(edition, [question.id for question in asked_]) == written
    assert page_keys(page(edition)) == written
    assert moodle_keys(built("quiz.moodle", edition)) == written
    assert qti_keys(built("quiz.qti21", edition)) == written


def built(name: str, edition: Edition) -> bytes:
    (format,) = find_formats([name])
    plan, _ = format.plan(edition, NOTHING, None, None)
    return format.write(plan, NOTHING)


def key_of(interaction: asked.Interaction) -> Any:
    """Return what the author wrote."""
    match interaction:
        case asked.Choice(options=options):
            return {option.text.message for option in options if option.correct}
        case asked.TrueFalse(answer=answer):
            return {str(answer)}
        case asked.Numeric(value=value, tolerance=tolerance):
            return (value - tolerance, value + tolerance)
        case asked.TextEntry():
            return set(asked.accepted_answers(interaction))
        case asked.Match(pairs=pairs):
            return {pair.left.message: pair.right.message for pair in pairs if pair.left}
        case asked.Order(items=items):
            return [item.text.message for item in items]
        case _:
            raise TypeError


def paper_keys(edition: Edition, ids: list[str]) -> Keys:
    """Return what the answers of a handout say; a letter must be that of the text in the question."""
    document, _ = plan_handout(edition, NOTHING, None)
    asked_, answers = walk(document.blocks, d.Question), walk(document.blocks, d.Answer)
    return {
        id: _paper_key(question.response, answer) for id, question, answer in zip(ids, asked_, answers, strict=True)
    }


def _paper_key(response: d.Response, answer: d.Answer) -> Any:
    lines = [plain_text(tuple(walk(block, Run))) for block in walk(answer.blocks, d.Paragraph)]
    letters = {item.letter: plain_text(item.text) for item in walk(response, d.Lettered)}
    match response:
        case d.Options():
            return {_lettered(line, letters) for line in lines}
        case d.Pairing():
            return {left: _lettered(right, letters) for left, _, right in (line.partition(" → ") for line in lines)}
        case d.Ordering():
            return [_lettered(line, letters) for line in lines]
        case _:
            (line,) = lines
            return set(line.split(" / ")) if "word" in line else _bounds(*line.replace("−", "-").partition(" ± ")[::2])


def _lettered(line: str, letters: dict[str, str]) -> str:
    letter, _, text = line.partition(". ")
    assert letters[letter] == text
    return text


def _bounds(value: str, tolerance: str) -> tuple[Decimal, Decimal]:
    return Decimal(value) - Decimal(tolerance or 0), Decimal(value) + Decimal(tolerance or 0)


def page_keys(html: str) -> Keys:
    """Return what the script of the page holds, in the words that the page shows."""
    forms = dict(re.findall(r'<form class="question" id="([^"]+)"(.*?)</form>', html, re.DOTALL))
    keys = {id: _page_key(id, question, forms[id]) for id, question in data(html)["questions"].items()}
    for id, form in forms.items():
        told = re.findall(r"word\d+x|True|False", form.partition('<details class="solution">')[2])
        assert sorted(told) == sorted(re.findall(r"word\d+x|True|False", str(keys[id]))), "the answer in words"
    return keys


def _page_key(id: str, question: dict[str, Any], form: str) -> Any:
    labels = dict(re.findall(rf'<label for="{id}\.([^"]+)">([^<]*)', form))
    targets = dict(re.findall(r'<option value="([^"]+)">\w\. ([^<]*)', form))
    lines = dict(re.findall(rf'<span id="{id}\.([^".]+)\._text">([^<]*)', form))
    match question["kind"]:
        case "choice":
            return {labels[option] for option, worth in question["options"].items() if worth["correct"]}
        case "numeric":
            return _bounds(question["value"], question["tolerance"])
        case "text":
            return set(question["accepted"])
        case "match":
            return {labels[stem]: targets[target] for stem, target in question["stems"].items()}
        case _:
            return [lines[item] for item in question["items"]]


def moodle_keys(data: bytes) -> Keys:
    """Return what a bank says that Moodle imports."""
    keys = {}
    for question in ElementTree.fromstring(data).iter("question"):
        if question.get("type") != "category":
            keys[question.findtext("idnumber") or ""] = _moodle_key(question)
    return keys


def _moodle_key(question: ElementTree.Element) -> Any:
    worth = [(_bare(answer), float(answer.get("fraction", "0"))) for answer in question.findall("answer")]
    match question.get("type"):
        case "numerical":
            return _bounds(worth[0][0], question.findtext("answer/tolerance") or "0")
        case "matching":
            pairs = ((_bare(pair), _bare(pair.find("answer"))) for pair in question.findall("subquestion"))
            return {left: right for left, right in pairs if left}
        case "ordering":
            return [text for text, _ in sorted(worth, key=lambda pair: pair[1])]
        case "truefalse":
            return {text.capitalize() for text, fraction in worth if fraction}
        case _:
            return {text for text, fraction in worth if fraction > 0}


def _bare(element: ElementTree.Element | None) -> str:
    return re.sub(r"<[^>]+>", "", (element.findtext("text") or "") if element is not None else "")


def qti_keys(data: bytes) -> Keys:
    """Return what the items of a QTI 2.1 package declare as right."""
    keys = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("items/"):
                item = ElementTree.fromstring(archive.read(name))
                keys[item.get("identifier") or ""] = _qti_key(item)
    return keys


def _qti_key(item: ElementTree.Element) -> Any:
    declaration = item.find(f"{QTI}responseDeclaration")
    assert declaration is not None
    right = [value.text or "" for value in declaration.findall(f"{QTI}correctResponse/{QTI}value")]
    choices = ("simpleChoice", "simpleAssociableChoice")
    texts = {choice.get("identifier"): "".join(choice.itertext()) for tag in choices for choice in item.iter(QTI + tag)}
    match declaration.get("baseType"), declaration.get("cardinality"):
        case "directedPair", _:
            return {texts[left]: texts[target] for left, target in (value.split() for value in right)}
        case "identifier", "ordered":
            return [texts[value] for value in right]
        case "identifier", _:
            return {texts[value] for value in right}
        case "float", _:
            low, high = (item.find(f".//{QTI}{bound}/{QTI}baseValue") for bound in ("gte", "lte"))
            assert low is not None
            assert high is not None
            return Decimal(low.text or ""), Decimal(high.text or "")
        case _:
            return {entry.get("mapKey") for entry in declaration.iter(f"{QTI}mapEntry")}
