"""The bank as a test that asks everything, lesson by lesson, and the course's own test, drawn from its pool."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from builder.output.document import Blocks, Paragraph
from builder.output.quiz import Draw, Entry, Item, Quiz, Scenario, Section, pool
from builder.output.text import Run, Runs, plain_text
from builder.records import dataclass
from builder.write.qti.elements import Element
from builder.write.qti.responses import SCORE, constant, number, outcome, variable

BANK, DRAWN = "bank", "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A question, and the text of its case up to it."""

    item: Item
    case: Blocks


def placed(quiz: Quiz) -> Iterator[Placed]:
    """Yield each question with what must be read before it: of a case, everything so far."""
    for section in quiz.sections:
        for entry in section.entries:
            if isinstance(entry, Item):
                yield Placed(item=entry, case=())
            else:
                yield from _of_case(entry, quiz)


def item_path(id: str) -> str:
    """Return where a question stands in the package."""
    return f"items/{id}.xml"


def assessments(quiz: Quiz) -> dict[str, Element]:
    """Return the tests of a package by their names, none where there is no question.

    Their own identifiers are in capitals, which those of questions never are.
    """
    found = {BANK: _assessment(BANK, quiz, tuple(_sections(quiz)))} if quiz.sections else {}
    if quiz.draw is not None:
        found[DRAWN] = _assessment(DRAWN, quiz, (_pool(quiz, quiz.draw),), quiz.draw.pass_percent)
    return found


def _of_case(scenario: Scenario, quiz: Quiz) -> Iterator[Placed]:
    told: Blocks = (Paragraph(text=_heading(scenario, quiz)),)
    for turn in scenario.turns:
        told = (*told, *turn.blocks)
        for item in turn.items:
            yield Placed(item=item, case=told)


def _heading(scenario: Scenario, quiz: Quiz) -> Runs:
    colon = (Run(text=": ", language=quiz.language),) if scenario.title else ()
    return (*scenario.label, *colon, *scenario.title)


def _assessment(identifier: str, quiz: Quiz, sections: tuple[Element, ...], pass_percent: int | None = None) -> Element:
    part = Element(
        "testPart", {"identifier": "PART", "navigationMode": "nonlinear", "submissionMode": "individual"}, sections
    )
    passed = outcome("PASS", "single", "boolean", "false")
    return Element("assessmentTest", {"identifier": identifier.upper(), "title": test_title(quiz)}, (
        outcome(SCORE, "single", "float", "0"),
        *((passed,) if pass_percent is not None else ()),
        part,
        Element("outcomeProcessing", {}, tuple(_outcome_rules(pass_percent))),
    ))  # fmt: skip


def test_title(quiz: Quiz) -> str:
    """Return the name of a test: what of which course, its edition and language, and whether it is a draft."""
    draft = (quiz.draft_label,) if quiz.draft else ()
    part = () if quiz.part == "all" else (quiz.title,)
    named = [plain_text(runs) for runs in (*draft, quiz.course_title, *part)]
    return " · ".join(" ".join(name.split()) for name in (*named, quiz.edition, quiz.language))


def _outcome_rules(pass_percent: int | None) -> Iterator[Element]:
    """Yield how the points of all questions add up, and whether they suffice."""
    yield Element("setOutcomeValue", {"identifier": SCORE}, (_total(SCORE),))
    if pass_percent is not None:
        share = constant("float", number(Decimal(pass_percent) / 100))
        enough = Element("product", {}, (share, _total("MAXSCORE")))
        passed = Element("gte", {}, (variable(SCORE), enough))
        yield Element("setOutcomeValue", {"identifier": "PASS"}, (passed,))


def _total(name: str) -> Element:
    return Element("sum", {}, (Element("testVariables", {"variableIdentifier": name}),))


def _sections(quiz: Quiz) -> Iterator[Element]:
    for place, section in enumerate(quiz.sections, start=1):
        yield _section(f"SECTION_{place}", section.title, _entries(section, place))


def _entries(section: Section, place: int) -> Iterator[Element]:
    """Yield the questions of a lesson; those of a case in a section that no reader mixes with others."""
    for number_, entry in enumerate(section.entries, start=1):
        references = tuple(_reference(item) for item in _items(entry))
        if isinstance(entry, Scenario):
            yield _section(f"CASE_{place}_{number_}", entry.title or entry.label, references)
        else:
            yield from references


def _items(entry: Entry) -> Iterator[Item]:
    if isinstance(entry, Item):
        yield entry
    else:
        yield from (item for turn in entry.turns for item in turn.items)


def _section(identifier: str, title: Runs, children: Iterable[Element]) -> Element:
    names = {"identifier": identifier, "title": " ".join(plain_text(title).split()), "visible": "true"}
    return Element("assessmentSection", names, tuple(children))


def _pool(quiz: Quiz, draw: Draw) -> Element:
    drawn = (
        Element("selection", {"select": str(draw.items)}),
        Element("ordering", {"shuffle": "true"}),
        *(_reference(item) for item in pool(quiz)),
    )
    return _section("POOL", quiz.title, drawn)


def _reference(item: Item) -> Element:
    return Element("assessmentItemRef", {"identifier": item.id, "href": item_path(item.id)})
