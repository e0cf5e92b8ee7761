"""Paragraphs and runs: language on each, what differs from the layout said, all else inherited."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from builder.languages.direction import direction_of
from builder.languages.table import listed_language
from builder.output.deck import Colour, Look, Paragraph, second_look
from builder.output.text import Run
from builder.write.pptx.xml import emu, text

COLOURS: dict[Colour, str] = {
    "ink": '<a:schemeClr val="tx1"/>',
    "white": '<a:schemeClr val="bg1"/>',
    "teal": '<a:schemeClr val="accent1"/>',
    "sea": '<a:schemeClr val="accent2"/>',
    "sand": '<a:schemeClr val="bg2"/>',
    "mist": '<a:schemeClr val="accent6"/>',
    "amber": '<a:schemeClr val="accent3"/>',
    "brick": '<a:schemeClr val="accent4"/>',
    "grey": '<a:schemeClr val="accent5"/>',
    "line": '<a:schemeClr val="accent6"><a:lumMod val="90000"/></a:schemeClr>',
}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
_CODE = '<a:latin typeface="Courier New"/><a:cs typeface="Courier New"/>'


class Links:
    """The addresses that one part leads to, with their relationships' ids; it lives as long as the part is written."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def id(self, address: str) -> str:
        """Return the id of an address."""
        return self.ids.setdefault(address, f"rIdL{len(self.ids) + 1}")

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield the relationships."""
        return ((id, "hyperlink", address) for address, id in self.ids.items())


def office_tag(tag: str) -> str:
    """Return the tag by which office suites know a language."""
    language = listed_language(tag)
    return language.office if language else tag


def solid(colour: Colour) -> str:
    """Return a fill of one colour."""
    return f"<a:solidFill>{COLOURS[colour]}</a:solidFill>"


def paragraphs_xml(paragraphs: Iterable[Paragraph], looks: Sequence[Look], language: str, links: Links) -> str:
    """Return paragraphs; an empty text box needs one all the same."""
    written = "".join(paragraph_xml(paragraph, looks, language, links) for paragraph in paragraphs)
    return written or f'<a:p><a:endParaRPr lang="{office_tag(language)}"/></a:p>'


def paragraph_xml(paragraph: Paragraph, looks: Sequence[Look], language: str, links: Links) -> str:
    """Return a paragraph, saying only what its layout does not say already."""
    look = paragraph.look
    given = looks[min(paragraph.level, len(looks) - 1)] if looks else None
    run_look = _run_look(look, given)
    mark = _mark(paragraph, language, run_look)
    runs = "".join(
        run_xml(run, _second_run_look(look, given) if run.second else run_look, links) for run in paragraph.runs
    )
    last = paragraph.runs[-1].language if paragraph.runs else language
    return (
        f"<a:p>{_paragraph_properties(paragraph, given, language)}{mark}{runs}"
        f'<a:endParaRPr lang="{office_tag(last)}"{run_look[0]}/></a:p>'
    )


def run_xml(run: Run, look: tuple[str, str], links: Links) -> str:
    """Return a run with its language, or a line break."""
    attributes, fill = look
    language = f'lang="{office_tag(run.language)}"'
    if run.text == "\n":
        return f"<a:br><a:rPr {language}{attributes}/></a:br>"
    if run.strong:
        attributes = attributes.replace(' b="0"', "")
    strong = ' b="1"' if run.strong and " b=" not in attributes else ""
    emphasis = ' i="1"' if run.emphasis else ""
    face = _CODE if run.code else ""
    link = f'<a:hlinkClick r:id="{links.id(run.link)}"/>' if run.link else ""
    return (
        f'<a:r><a:rPr {language}{attributes}{strong}{emphasis} dirty="0">{fill}{face}{link}</a:rPr>'
        f"<a:t>{text(run.text)}</a:t></a:r>"
    )


def is_right_to_left(paragraph: Paragraph, language: str) -> bool:
    """Return whether a paragraph reads from the right: by its language, or because all its letters do."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    if not runs:
        return direction_of(language) == "rtl"
    if all(direction_of(run.language) == "rtl" for run in runs):
        return True
    letters = "".join(run.text for run in runs)
    if max(letters) < "\u0590":
        return False
    kinds = {unicodedata.bidirectional(letter) for letter in letters}
    return bool(kinds & {"R", "AL"}) and "L" not in kinds


def _run_look(look: Look, given: Look | None) -> tuple[str, str]:
    """Return the attributes and the fill that runs need beyond what the layout gives."""
    size = f' sz="{round(look.size * 100)}"' if given is None or look.size != given.size else ""
    bold = f' b="{int(look.bold)}"' if (given is None and look.bold) or (given and look.bold != given.bold) else ""
    colour = look.colour if given is None or look.colour != given.colour else None
    return size + bold, solid(colour) if colour else ""


def _second_run_look(look: Look, given: Look | None) -> tuple[str, str]:
    """Return the same for the runs of a second language; a table's header would make them bold if they did not say."""
    second = second_look(look)
    colour = second.colour if given is None or second.colour != given.colour else None
    return f' sz="{round(second.size * 100)}" b="0"', solid(colour) if colour else ""


def _mark(paragraph: Paragraph, language: str, look: tuple[str, str]) -> str:
    """Return the letter or number that hangs before the text."""
    if not paragraph.mark:
        return ""
    size = look[0].partition(" b=")[0]
    properties = f'<a:rPr lang="{office_tag(language)}"{size} b="1" dirty="0">{solid("sea")}</a:rPr>'
    # From the right, LibreOffice gives a tab behind a Latin letter no room.
    gap = "\u2002" if is_right_to_left(paragraph, language) else "\t"
    return f"<a:r>{properties}<a:t>{text(paragraph.mark)}{gap}</a:t></a:r>"


def _paragraph_properties(paragraph: Paragraph, given: Look | None, language: str) -> str:
    look = paragraph.look
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    margin = f' marL="{emu(look.margin)}"' if given is None or look.margin != given.margin else ""
    indent = f' indent="{-emu(look.hanging)}"' if given is None or look.hanging != given.hanging else ""
    align = _ALIGNS[look.align] if given is None or look.align != given.align else ""
    turned = ""
    if is_right_to_left(paragraph, language):
        turned = ' rtl="1"'
        # The margin stays `marL`: in a paragraph from the right, office suites measure it from there.
        align = "r" if look.align == "left" else _ALIGNS[look.align]
    aligned = f' algn="{align}"' if align else ""
    children = _spacing(look, given) + _marker(paragraph, given)
    attributes = f"{margin}{level}{indent}{aligned}{turned}"
    return f"<a:pPr{attributes}>{children}</a:pPr>" if attributes or children else ""


def _spacing(look: Look, given: Look | None) -> str:
    line = f'<a:lnSpc><a:spcPct val="{round(look.line * 100000)}"/></a:lnSpc>'
    before = f'<a:spcBef><a:spcPts val="{round(look.before * 100)}"/></a:spcBef>'
    return (line if given is None or look.line != given.line else "") + (
        before if given is None or look.before != given.before else ""
    )


def _marker(paragraph: Paragraph, given: Look | None) -> str:
    look = paragraph.look
    if look.marker == "number":
        start = f' startAt="{paragraph.start}"' if paragraph.start != 1 else ""
        return (
            f'<a:buClr>{COLOURS["sea"]}</a:buClr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
        )
    if given is not None and (look.marker, look.bullet) == (given.marker, given.bullet):
        return ""
    if look.marker == "bullet":
        return (
            f'<a:buClr>{COLOURS["sea"]}</a:buClr><a:buFont typeface="Calibri"/><a:buChar char="{text(look.bullet)}"/>'
        )
    return "<a:buNone/>"
