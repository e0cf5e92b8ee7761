"""What a handout holds, in which order, and what it never shows."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.languages.states import State
from builder.output import document as d
from builder.output.text import Run, plain_text
from builder.plan.handout import plan_handout
from tests.plan.lesson_editions import (
    NOTHING,
    blocks_of,
    edition_of,
    glossary,
    handout,
    references,
    words,
)


def headings(document: d.Document) -> list[tuple[int, str]]:
    return [(heading.level, plain_text(heading.text)) for heading in blocks_of(document, d.Heading)]


def test_the_order_of_a_handout():
    document = handout(
        "Prose [@who].\n\n- A [wound](term:wound)\n\n### Titled\n\n> Said.\n\n"
        "::: question {#q type=true-false}\nTrue?\n\nanswer: true\n:::\n",
        glossary=glossary(wound="Open skin."),
        references=references(
            who={"title": "Care", "author": [{"literal": "WHO"}], "issued": {"date-parts": [[2020]]}}
        ),
    )
    assert headings(document) == [
        (2, "Bleeding"),
        (3, "First step"),
        (4, "Titled"),
        (3, "Practice questions"),
        (2, "Answers"),
        (2, "Glossary"),
        (2, "Sources"),
        (2, "About this document"),
    ]
    assert plain_text(document.title) == "Concepts"
    assert plain_text(document.strip) == "Foundations · Edition\u00a01.0.0 · English"


def test_every_block_of_prose_lands_once_and_in_order():
    body = (
        "alpha\n\n- bravo\n  - charlie\n\n3. delta\n\n| echo | foxtrot |\n|------|--------:|\n| golf | hotel |\n\n"
        "> india\n\njuliett\n: kilo\n\n---\n\nlima\n\n::: note {title=mike}\nnovember\n:::\n\n"
        "::: columns\n::: column\n- oscar\n:::\n::: column\npapa\n:::\n:::\n\n::: process {title=quebec}\n1. romeo\n:::\n"
    )
    text = words(handout(body))
    alphabet = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo"
    places = [text.index(word) for word in alphabet.split()]
    assert places == sorted(places)
    assert [word for word in alphabet.split() if text.count(word) != 1] == []


def test_a_table_keeps_its_alignments_and_a_list_its_start():
    document = handout("7. seven\n\n| a | b |\n|:-:|--:|\n| c | d |\n")
    (listed, *_) = [block for block in blocks_of(document, d.List) if block.ordered]
    (table,) = blocks_of(document, d.Table)
    assert listed.start == 7
    assert table.alignments == ("center", "right")


def test_an_activity_says_how_long_with_whom_and_what_comes_out():
    document = handout(
        "::: activity {#swap title=Swap minutes=20 grouping=groups size=4}\nPress.\n\noutput: One bandage.\n"
        "debrief:\n- What was hard?\n:::\n"
    )
    (box,) = [box for box in blocks_of(document, d.Box) if box.kind == "activity"]
    assert plain_text(box.label) == "Activity · 20\u00a0minutes"
    assert plain_text(box.facts[0].value) == "groups of 4"
    assert words(box.blocks).split("\n") == ["Press.", "Output", "One bandage.", "Debrief", "What was hard?"]


def test_a_case_keeps_its_questions_and_they_are_numbered_with_the_others():
    question = "::: question {#%s type=true-false}\n%s?\n\nanswer: true\n:::\n"
    document = handout(question % ("q-late", "Late") + "\n::: case {#mira title=Mira}\nShe falls.\n\n::: inject\nA call.\n:::\n\n"
                       + question % ("q-case", "Case") + "\nanswer: SECRET\n:::\n")  # fmt: skip
    (case,) = [box for box in blocks_of(document, d.Box) if box.kind == "case"]
    asked = [(plain_text(question.number), words(question.prompt)) for question in blocks_of(document, d.Question)]
    assert asked == [("1", "Case?"), ("2", "Late?")]
    assert "Case?" in words(case)
    assert "SECRET" not in words(document)


def test_a_step_whose_only_content_is_practice_has_no_heading_of_its_own():
    document = handout(
        "Prose.\n\n## Check {#check minutes=5}\n\n::: question {#q type=true-false}\nTrue?\n\nanswer: true\n:::\n"
    )
    assert "Check" not in [text for _, text in headings(document)]
    assert [plain_text(question.number) for question in blocks_of(document, d.Question)] == ["1"]


def test_headings_never_skip_a_level():
    document = handout("##### deep\n\ntext\n\n::: activity {#a title=Do minutes=5}\n#### Inside\n\n- x\n:::\n")
    levels = [1, *(level for level, _ in headings(document))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_only_terms_that_the_text_names_are_explained_sorted_and_linked():
    entries = glossary(wound="Open skin.", artery="It carries blood.", shock="Too little blood.")
    document = handout("A [wound](term:wound) bleeds.\n\n- An [artery](term:artery)\n", glossary=entries)
    (definitions,) = blocks_of(document, d.Definitions)
    assert [plain_text(item.term) for item in definitions.items] == ["artery", "wound"]
    links = {run.text: run.link for run in blocks_of(document, Run) if run.link}
    assert links["wound"] == "#" + definitions.items[1].id


def test_a_term_in_a_note_for_trainers_is_not_in_the_glossary():
    document = handout("- x\n\n::: notes\nA [wound](term:wound).\n:::\n", glossary=glossary(wound="Open skin."))
    assert "Open skin." not in words(document)


def test_a_reference_leads_to_its_place_or_stays_plain_words():
    document = handout(
        "See [there](ref:concepts/part-2#first) and [away](ref:shock/keep-warm#pale).\n", "- the other lesson\n"
    )
    links = {run.text: run.link for run in blocks_of(document, Run)}
    assert links["there"] == "#part-2.first"
    assert "part-2.first" in {heading.id for heading in blocks_of(document, d.Heading)}
    assert links["away"] is None


def test_several_lessons_begin_their_own_pages():
    assert sum(1 for _ in blocks_of(handout("- a\n", "- b\n"), d.PageBreak)) == 2
    assert sum(1 for _ in blocks_of(handout("- a\n"), d.PageBreak)) == 0


def test_figures_are_numbered_and_decoration_is_not():
    edition = edition_of(
        '![Alt](figures/a.svg "First")\n\n![](figures/b.svg){decorative}\n\n![Alt](figures/a.svg "Second")\n'
    )
    picture = next(iter(edition.pictures.values()))
    pictures = {path: picture for path in ("figures/a.svg", "figures/b.svg")}
    document, _ = plan_handout(replace(edition, pictures=pictures), NOTHING, None)
    captions = [plain_text(figure.caption) for figure in blocks_of(document, d.Figure)]
    assert captions == ["Figure 1. First", "", "Figure 2. Second"]


def test_a_figure_that_is_missing_leaves_its_words():
    text = words(handout('![A hand](figures/none.svg "Pressing")\n'))
    assert "A hand" in text
    assert "Pressing" in text


def test_a_name_with_a_mark_brings_the_note_to_the_page_and_to_the_end():
    document = handout("In Kosovo{*} call.\n")
    (mark,) = [run for run in blocks_of(document, Run) if run.mark]
    assert plain_text(document.name_note) == "* The note on the name."
    assert mark.link == "#_name-note"
    assert "The note on the name." in words(document.blocks)
    assert handout("In Kosovo call.\n").name_note == ()


def test_a_reviewed_paper_is_no_draft_and_one_text_makes_it_one():
    edition = edition_of("Prose.\n\n- point\n")
    document, _ = plan_handout(edition, NOTHING, None)
    assert not document.draft
    assert "All texts" in words(document.blocks)

    def spoil(phrase: Phrase) -> Phrase:
        return replace(phrase, state=State.TRANSLATED) if phrase.message == "point" else phrase

    spoiled, _ = plan_handout(replace(edition, modules=rewrite(edition.modules, Phrase, spoil)), NOTHING, None)
    assert spoiled.draft
    assert "Some texts" in words(spoiled.blocks)


def test_an_unapproved_note_makes_a_draft_only_where_a_name_bears_the_mark():
    assert not handout("Plain.\n", language="mk").draft
    assert handout("Kosovo{*}.\n", language="mk").draft


SECRET_BLOCKS = (
    "::: notes\n{secret}\n:::",
    "::: trainer\n- {secret}\n:::",
    "::: slide\n- {secret}\n:::",
    "::: question {{#{id} type=single use=test}}\n{secret}\n\n- [x] {secret} {{#a}}\n- [ ] {secret} {{#b}}\nexplain: {secret}\n:::",
    "::: question {{#{id} type=essay}}\n{public}\n\nguidance: {secret}\n:::",
    "::: activity {{#{id} minutes=5}}\n{public}\n\n::: card {{#{id}-card role={secret}}}\n{secret}\n:::\n\noutput: {public}\n:::",
    "::: case {{#{id} title={public}}}\n{public}\n\n::: notes\n{secret}\n:::\n\nanswer: {secret}\n:::",
    "::: handout\n{public}\n:::",
    "<!-- i18n: {secret} -->\n{public}",
    "<!-- {secret} -->",
    "::: key\n{public}\n\n::: trainer\n{secret}\n:::\n:::",
    "::: columns\n::: column\n- {public}\n:::\n::: column\n::: notes\n{secret}\n:::\n:::\n:::",
    "::: case {{#{id} title={public}}}\n::: inject\n{public}\n\n::: trainer\n{secret}\n:::\n:::\n\nanswer: {secret}\n:::",
    "- {public}\n  - {public}",
)


@given(st.lists(st.sampled_from(SECRET_BLOCKS), min_size=1, max_size=8))
def test_nothing_for_trainers_reaches_a_participant_and_nothing_else_is_lost(blocks):
    body = "\n\n".join(
        block.format(secret=f"SECRET{number}", public=f"public{number}", id=f"id-{number}")
        for number, block in enumerate(blocks)
    )
    document = handout(body + "\n")
    text = words((document.blocks, document.title, document.strip))
    assert "SECRET" not in text
    asked = [number for number, block in enumerate(blocks) if "{public}" in block]
    assert [number for number in asked if f"public{number}" not in text] == []
