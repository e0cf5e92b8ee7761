"""Papers made by hand: every kind of block, in English and in Macedonian."""

import hashlib
import struct
import zlib
from dataclasses import replace

from builder.languages.states import State
from builder.languages.table import find_language
from builder.output import document as d
from builder.output.image import Image
from builder.output.text import Run, Runs

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" role="img">
<rect width="640" height="240" rx="12" fill="#F7F2E8"/>
<path d="M40 180 C160 180 200 60 420 60 H560" fill="none" stroke="#0F4C5C" stroke-width="12"/>
<path d="M40 200 H560" fill="none" stroke="#2A7F8E" stroke-width="8" stroke-dasharray="20 12"/>
<circle cx="580" cy="60" r="18" fill="#E2A32B"/></svg>"""

WORDS = {
    "en": {
        "title": "Concepts",
        "series": "Coming back: foundations",
        "artefact": "Handout",
        "draft": "DRAFT – not reviewed",
        "strip": "Coming back: foundations · Edition 1.0.0 · English",
        "skip": "Skip to the content",
        "note": "* The publisher’s note on the name stands here, in the words that the publisher has approved.",
        "contents": "Contents",
        "lead": "What the main words mean, what practitioners can aim for, how people change, and what a risk assessment can and cannot say.",
        "lesson": "Words and aims: what can change, and for whom",
        "step": "Two changes that need not come together",
        "slide": "Three words for the way back",
        "prose": "A neutral word is not a soft word. It says what is known, and it leaves out what is guessed. Guidance for South-Eastern Europe asks services to look at behaviour and not at lawful beliefs. It also warns against a stigma on a religious or ethnic group.",
        "strong": "Disengagement",
        "point": "Behaviour can be seen, supported and agreed on",
        "nested": "deradicalisation may follow, or never come",
        "key": "Key message",
        "note-label": "Note",
        "example": "Example",
        "warning": "Warning",
        "message": "Release planning starts on the first day inside, not at the gate.",
        "activity": "Activity · 20 minutes",
        "activity-title": "Write the note again",
        "work-in": "Work in",
        "groups": "groups of 4",
        "output": "Output",
        "case": "Case",
        "case-title": "Mirela, 29",
        "inject": "What happens next · 4 minutes",
        "outcomes": "What you will be able to do",
        "figure": "Figure 1. Behaviour often changes before thinking, or without it.",
        "alt": "Two lines leave one point; the solid one rises early.",
        "cell": "Word",
        "question": "Which sentence describes disengagement, and nothing more?",
        "instruction": "Choose one answer.",
        "option": "He has left the group and takes no part in violence",
        "hint": "Think of what can be seen.",
        "answers": "Answers",
        "answer": "B. He has left the group and takes no part in violence",
        "glossary": "Glossary",
        "sources": "Sources",
        "practice": "Practice questions",
        "scale": "Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree",
    },
    "mk": {
        "title": "Поими",
        "series": "Враќање: основи",
        "artefact": "Работен материјал",
        "draft": "НАЦРТ – непрегледан текст",
        "strip": "Враќање: основи · Издание 1.0.0 · македонски",
        "skip": "Кон содржината",
        "note": "* Овде стои белешката на издавачот за името, со зборовите што ги одобрил издавачот.",
        "contents": "Содржина",
        "lead": "Што значат главните зборови, кон што можат да се стремат стручните лица, како се менуваат луѓето и што може, а што не може да каже процената на ризик.",
        "lesson": "Зборови и цели: што може да се промени и за кого",
        "step": "Две промени што не мора да дојдат заедно",
        "slide": "Три збора за патот назад",
        "prose": "Неутралниот збор не е благ збор. Тој го кажува она што се знае, а го изостава она што се претпоставува. Упатствата за Југоисточна Европа бараат од службите да го гледаат однесувањето, а не законските уверувања. Тие предупредуваат и на стигмата врз верска или етничка група.",
        "strong": "Дезангажирање",
        "point": "Однесувањето може да се види, поддржи и договори",
        "nested": "дерадикализацијата може да следи или никогаш да не дојде",
        "key": "Клучна порака",
        "note-label": "Забелешка",
        "example": "Пример",
        "warning": "Предупредување",
        "message": "Планирањето на отпуштањето почнува првиот ден внатре, а не на портата.",
        "activity": "Активност · 20 минути",
        "activity-title": "Напишете ја белешката одново",
        "work-in": "Работете во",
        "groups": "групи од 4",
        "output": "Резултат",
        "case": "Случај",
        "case-title": "Мирела, 29",
        "inject": "Што се случува потоа · 4 минути",
        "outcomes": "Што ќе можете да направите",
        "figure": "Слика 1. Однесувањето често се менува пред размислувањето, или без него.",
        "alt": "Две линии тргнуваат од една точка; полната се крева порано.",
        "cell": "Збор",
        "question": "Која реченица опишува дезангажирање, и ништо повеќе?",
        "instruction": "Изберете еден одговор.",
        "option": "Ја напуштил групата и не учествува во насилство",
        "hint": "Помислете што може да се види.",
        "answers": "Одговори",
        "answer": "B. Ја напуштил групата и не учествува во насилство",
        "glossary": "Поимник",
        "sources": "Извори",
        "practice": "Прашања за вежбање",
        "scale": "Воопшто не се согласувам|Не се согласувам|Ниту се согласувам ниту не|Се согласувам|Целосно се согласувам",
    },
}


def image(data: bytes = SVG, media_type: str = "image/svg+xml", width: float = 640, height: float = 240) -> Image:
    return Image(media_type=media_type, width=width, height=height, data=data, digest=hashlib.sha256(data).hexdigest())


def png(width: int = 40, height: int = 20) -> bytes:
    """Return a small picture with a red left half."""
    rows = b"".join(
        b"\0" + b"\xa8\x43\x2b" * (width // 2) + b"\xe6\xee\xf0" * (width - width // 2) for _ in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


class Sample:
    """Makes the blocks of one paper; ``draft`` leaves its text without a review."""

    def __init__(self, language: str, *, draft: bool) -> None:
        self.words = WORDS[language]
        self.language = language
        self.state = State.DRAFT if draft else State.REVIEWED

    def runs(self, text: str, **look: object) -> Runs:
        return (Run(text=text, language=self.language, state=self.state, **look),)

    def word(self, key: str, **look: object) -> Runs:
        return self.runs(self.words[key], **look)

    def paragraph(self, key: str) -> d.Paragraph:
        return d.Paragraph(text=self.word(key))

    def heading(self, level: int, id: str, key: str, *, listed: bool = True) -> d.Heading:
        return d.Heading(level=level, id=id, text=self.word(key), listed=listed)

    def lettered(self) -> tuple[d.Lettered, ...]:
        return tuple(d.Lettered(letter=letter, text=self.word("option")) for letter in "ABC")

    def question(self, number: int, response: d.Response) -> d.Question:
        return d.Question(
            id=f"words.q-{number}",
            number=self.runs(f"{number}", strong=True),
            prompt=(self.paragraph("question"),),
            instruction=self.word("instruction"),
            response=response,
            hint=(self.paragraph("hint"),) if number == 1 else (),
        )

    def answer(self, number: int) -> d.Answer:
        return d.Answer(
            id=f"_answer-{number}",
            question=f"words.q-{number}",
            number=self.runs(f"{number}", strong=True),
            blocks=(self.paragraph("answer"), d.List(ordered=False, items=((self.paragraph("nested"),),))),
        )

    def callout(self, kind: d.CalloutKind, label: str) -> d.Callout:
        return d.Callout(
            kind=kind, id=f"words.{kind}", label=self.word(label), title=(), blocks=(self.paragraph("message"),)
        )

    def mixed(self) -> d.Paragraph:
        """Return every look of a run, two languages and a mark in one paragraph."""
        foreign = Run(text="Bewährungshilfe", language="de", emphasis=True)
        arabic = Run(text="السلام عليكم", language="ar")
        link = Run(text="example.org", language=self.language, link="https://example.org/a?b=1&c=#d")
        inner = Run(text=self.words["strong"].lower(), language=self.language, link="#_term-disengagement")
        mark = Run(text="*", language=self.language, mark=True, link="#_name-note")
        return d.Paragraph(
            text=(
                *self.word("strong", strong=True),
                *self.runs(": "),
                *self.word("nested", emphasis=True),
                *self.runs(' <b>&amp; #1 $x_2$ //\\ " '),
                *self.runs("code x", code=True),
                *self.runs("\n"),
                foreign,
                *self.runs(", "),
                arabic,
                *self.runs(", "),
                link,
                *self.runs(", "),
                inner,
                *self.runs(", Kosovo"),
                mark,
                *self.runs("."),
            )
        )

    def list(self, *, ordered: bool = False, start: int = 1, depth: int = 2) -> d.List:
        nested: d.Blocks = (self.list(depth=depth - 1),) if depth > 1 else ()
        return d.List(
            ordered=ordered,
            start=start,
            items=((self.paragraph("point"), *nested), (self.paragraph("nested"),), (self.paragraph("point"),)),
        )

    def table(self, rows: int = 3) -> d.Table:
        return d.Table(
            header=(self.word("cell"), self.runs("?"), self.runs("№")),
            rows=tuple((self.word("strong"), self.word("point"), self.runs(f"{row}")) for row in range(rows)),
            alignments=(None, "left", "right"),
        )

    def figure(self, picture: Image | None = None, *, decorative: bool = False) -> d.Figure:
        return d.Figure(
            id="" if decorative else "words.fig",
            image=picture or image(),
            alternative=() if decorative else self.word("alt"),
            caption=() if decorative else self.word("figure"),
        )

    def activity(self) -> d.Box:
        return d.Box(
            kind="activity",
            id="words.rewrite",
            label=self.word("activity"),
            heading=self.heading(4, "", "activity-title", listed=False),
            facts=(d.Fact(label=self.word("work-in"), value=self.word("groups")),),
            blocks=(
                self.list(ordered=True, depth=1),
                d.Paragraph(text=self.word("output"), tone="label"),
                self.paragraph("message"),
            ),
        )

    def case(self) -> d.Box:
        inject = d.Box(
            kind="inject", id="", label=self.word("inject"), heading=None, facts=(), blocks=(self.paragraph("message"),)
        )
        return d.Box(
            kind="case",
            id="words.case",
            label=self.word("case"),
            heading=self.heading(4, "", "case-title", listed=False),
            facts=(),
            blocks=(
                self.paragraph("prose"),
                inject,
                self.question(1, d.Options(multiple=False, items=self.lettered())),
            ),
        )

    def definitions(self, id: str = "") -> d.Definitions:
        item = d.Definition(id=id, term=self.word("strong"), meanings=((self.paragraph("message"),),))
        return d.Definitions(items=(item, replace(item, id="")))

    def columns(self) -> d.Columns:
        return d.Columns(columns=((self.list(depth=1),), (self.paragraph("prose"),)))

    def questions(self) -> d.Blocks:
        points = tuple(self.runs(text) for text in self.words["scale"].split("|"))
        pairing = d.Pairing(left=(self.word("strong"), self.word("cell")), right=self.lettered())
        gaps = d.Gaps(choices=(d.GapChoice(label=self.runs("(1)"), choices=(self.word("cell"), self.word("key"))),))
        return (
            self.question(2, d.Options(multiple=True, items=self.lettered())),
            self.question(3, pairing),
            self.question(4, d.Ordering(items=self.lettered())),
            self.question(5, d.Blank()),
            self.question(6, gaps),
            self.question(7, d.Lines(count=4)),
            self.question(8, d.Scale(points=points, statements=())),
            self.question(9, d.Scale(points=points, statements=(self.word("message"), self.word("point")))),
        )

    def filled(self) -> d.Blocks:
        """Return what people write in by hand, and a card."""
        marked = replace(self.question(10, d.Blank()), worth=self.runs("2 points"))
        grid = d.Grid(
            header=(self.word("cell"), self.runs("?"), self.runs("№")),
            rows=((self.word("point"), (), ()), ((), (), ())),
            shares=(3, 1, 1),
            height=9,
        )
        card = d.Sheet(
            label=self.word("case"),
            title=self.word("case-title"),
            face=self.word("case-title"),
            facts=(d.Fact(label=self.word("work-in"), value=self.word("groups")),),
            blocks=(self.paragraph("prose"), self.list(depth=1)),
        )
        bare = replace(self.answer(9), id="_answer-alone", question="")
        return (marked, d.Field(label=self.word("cell")), d.Field(label=self.word("cell"), large=True), grid,
                d.Lines(count=2), bare, card)  # fmt: skip

    def sources(self) -> d.Sources:
        address = "https://example.org/a/very/long/path/that/does/not/end/soon/and/has/no/blank/in/it.html"
        entry = (
            *self.runs("Horgan, John (2008). "),
            Run(text="Deradicalization or Disengagement?", language="en", emphasis=True),
            *self.runs(" 2(4), 3–8. "),
            Run(text=address, language=self.language, link=address),
        )
        return d.Sources(entries=(entry, entry))

    def blocks(self) -> d.Blocks:
        outcomes = d.Box(
            kind="panel", id="", label=self.word("outcomes"), heading=None, facts=(), blocks=(self.list(depth=1),)
        )
        return (
            d.Paragraph(text=self.word("lead"), tone="lead"),
            d.Contents(title=self.word("contents"), deepest=3),
            self.heading(2, "words", "lesson"),
            outcomes,
            self.heading(3, "words.two", "step"),
            self.paragraph("prose"),
            self.mixed(),
            self.list(depth=3),
            self.figure(),
            self.figure(image(png(), "image/png", 40, 20), decorative=True),
            self.heading(4, "words.three", "slide"),
            self.table(),
            d.Quotation(blocks=(self.paragraph("message"),)),
            self.definitions(),
            self.callout("key", "key"),
            self.callout("note", "note-label"),
            self.callout("example", "example"),
            self.callout("warning", "warning"),
            self.columns(),
            d.Code(text="course build\n  --lang mk"),
            self.heading(3, "words.act", "activity-title"),
            self.activity(),
            self.case(),
            self.heading(3, "_practice", "practice"),
            *self.questions(),
            d.PageBreak(),
            self.heading(2, "_answers", "answers"),
            *(self.answer(number) for number in range(1, 4)),
            self.heading(2, "_glossary", "glossary"),
            self.definitions("_term-disengagement"),
            self.heading(2, "_sources", "sources"),
            self.sources(),
            d.Facts(items=(d.Fact(label=self.word("work-in"), value=self.word("groups")),)),
            d.Definitions(
                items=(
                    d.Definition(id="_name-note", term=self.word("note-label"), meanings=((self.paragraph("note"),),)),
                )
            ),
        )


def sample(language: str = "en", *, draft: bool = False, blocks: d.Blocks | None = None) -> d.Document:
    """Return a paper in one language."""
    make = Sample(language, draft=draft)
    record = find_language(language)
    assert record is not None
    return d.Document(
        title=make.word("title"),
        series=make.word("series"),
        artefact=make.word("artefact"),
        language=language,
        office=record.office,
        direction="ltr",
        author="Coursewright",
        edition="1.0.0",
        date="2026-12-01",
        draft=draft,
        draft_label=make.word("draft"),
        strip=make.word("strip"),
        skip_label=make.word("skip"),
        name_note=make.word("note"),
        size=11.0,
        blocks=make.blocks() if blocks is None else blocks,
    )
