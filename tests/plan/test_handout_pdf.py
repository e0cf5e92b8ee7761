"""What the fonts of PDF cannot show: a box in its place, a finding at its line, never a build that falls."""

from dataclasses import replace

from builder.content.walk import walk
from builder.output.document import Code, Figure
from builder.output.resources import Resources
from builder.plan.handout_pdf import plan_handout_pdf
from tests.plan.decks import THEMES, picture
from tests.plan.lesson_editions import edition_of, words
from tests.write.paper_files import pdf

RESOURCES = Resources(files={"characters.json": (THEMES / "characters.json").read_bytes()}, fonts="")
ODD = "日本 👩🏽‍⚕️ 🏳️‍🌈 ﷽ Ⰰ \u0378 \ufeff\U0010fffd e\u0301 ไทย हिन्दी עזרה بقوة ﬁ Ⅷ ✓ ✗ → ◌̂"


def planned(*bodies, **parts):
    return plan_handout_pdf(edition_of(*bodies, **parts), RESOURCES, None)


def test_what_the_fonts_have_is_left_as_it_is():
    handout, found = planned("Ѓ ѓ Љ ë ç ð – “quoted” €½ ✓ → Ω עזרה بقوة ไทย हिन्दी\n")
    assert "Ѓ ѓ Љ ë ç ð – “quoted” €½ ✓ → Ω עזרה بقوة ไทย हिन्दी" in words(handout)
    assert found == ()


def test_what_they_do_not_have_is_a_box_and_a_finding_at_its_line():
    handout, found = planned("Plain.\n\nThe sign 日 here.\n\n```\n本\n```\n")
    assert "The sign ▯ here." in words(handout)
    assert [code.text.strip() for code in walk(handout, Code)] == ["▯"]
    assert [(finding.code.value, finding.severity) for finding in found] == [("block-not-carried", "warning")] * 2
    assert [finding.span.line for finding in found] == [15, 17]
    assert "日" in found[0].message
    assert "本" in found[1].message


def test_a_name_outside_the_lessons_is_reported_too():
    edition = edition_of("Plain.\n")
    handout, found = plan_handout_pdf(
        replace(edition, publisher=replace(edition.publisher, name="日")), RESOURCES, None
    )
    assert "▯" in words(handout)
    assert [finding.span for finding in found] == [edition.modules[0].span]


def test_what_participants_do_not_see_is_not_reported():
    assert planned("Plain.\n\n::: notes\n日\n:::\n")[1] == ()


def test_words_in_a_drawing_are_boxes_and_words_read_aloud_are_not():
    pictures = picture("figures/sign.svg")
    for text in ("日", "&#26085;", "&#x65e5;"):
        drawn = replace(
            pictures["figures/sign.svg"],
            data=f'<svg xmlns="http://www.w3.org/2000/svg"><text>{text}</text></svg>'.encode(),
        )
        handout, found = planned("![The sign 日](figures/sign.svg)\n", pictures={"figures/sign.svg": drawn})
        (figure,) = walk(handout, Figure)
        assert ">▯<" in figure.image.data.decode()
        assert figure.alternative[0].text == "The sign 日"
        assert any("日" in finding.message for finding in found)


def test_any_text_can_be_set():
    pictures = picture("figures/sign.svg")
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{ODD[:40]}</text></svg>'.encode()
    drawn = replace(pictures["figures/sign.svg"], data=data)
    body = f"{ODD}\n\n> *{ODD}*\n\n```\n{ODD}\n```\n\n![{ODD}](figures/sign.svg)\n"
    handout, found = planned(body, pictures={"figures/sign.svg": drawn})
    assert pdf(handout).startswith(b"%PDF")
    assert found
