"""The styles of a Word document: whoever edits it changes a look once."""

from builder.records import dataclass
from builder.write.palette import AMBER, BRICK, GREY, INK, MIST, RULE, SAND, SEA, TEAL, WHITE

FONT = "Calibri"
MONOSPACED = "Consolas"
_BODY = 22
"""Half points of body text in a paper of 11 points; every size is given for that and scaled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A paragraph style. Sizes in half points, distances in twentieths of a point."""

    id: str
    name: str
    size: int = _BODY
    colour: str = ""
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 120
    left: int = 0
    hanging: int = 0
    level: int | None = None
    keep_next: bool = False
    based_on: str = "Normal"
    following: str = "Normal"
    fill: str = ""
    more: str = ""
    """What else it has, by the keys of the tables of borders, tabs and spacings."""


_STYLES = (
    _Style(id="Cover", name="Cover", after=200),
    _Style(id="Title", name="Title", size=24, colour=BRICK, bold=True, before=120, after=60, keep_next=True),
    _Style(id="Subtitle", name="Subtitle", size=22, colour=GREY, after=280),
    _Style(id="Lead", name="Lead", size=25, colour=TEAL, after=200),
    _Style(id="Label", name="Label", size=21, colour=TEAL, bold=True, before=160, after=60, keep_next=True),
    _Style(id="Small", name="Small", size=19, colour=GREY, after=80),
    _Style(id="Beside", name="Beside", size=19, colour=GREY, before=60, after=60),
    _Style(id="Cue", name="Cue", before=80, after=120),
    _Style(id="CueShaded", name="Cue Shaded", before=80, after=120, fill=MIST),
    _Style(id="ListBullet", name="List Bullet", after=80, following="ListBullet", left=397, hanging=397),
    _Style(id="ListNumber", name="List Number", after=80, following="ListNumber", left=397, hanging=397),
    _Style(id="ListContinue", name="List Continue", after=80, following="ListContinue", left=397),
    _Style(id="Option", name="Option", before=40, after=80, following="Option"),
    _Style(id="Quote", name="Quote", italic=True, before=120, after=160, left=340, more="quote"),
    _Style(id="Caption", name="caption", size=19, colour=GREY, after=240),
    _Style(id="Figure", name="Figure", before=160, after=80, keep_next=True),
    _Style(id="Code", name="Code", size=20, before=120, after=160, fill=MIST, more="code"),
    _Style(id="Definition", name="Definition", after=120, left=340, hanging=340),
    _Style(id="Fact", name="Fact", after=80),
    _Style(id="Question", name="Question", bold=True, before=280, after=80, left=510, hanging=510, keep_next=True),
    _Style(id="QuestionText", name="Question Text", bold=True, after=80, left=510, keep_next=True),
    _Style(
        id="Instruction", name="Instruction", size=19, colour=GREY, after=100, left=510, keep_next=True, more="right"
    ),
    _Style(id="AnswerLine", name="Answer Line", before=120, after=120, left=510, more="line"),
    _Style(id="WritingLine", name="Writing Line", before=120, after=120, more="line"),
    _Style(id="Field", name="Field", before=120, after=120, more="line"),
    _Style(id="FieldLarge", name="Field Large", size=32, before=360, after=240, more="line"),
    _Style(id="Answer", name="Answer", before=160, after=60, left=510, hanging=510),
    _Style(id="Bibliography", name="Bibliography", after=120, left=454, hanging=454),
    _Style(id="ContentsTitle", name="Contents Title", size=24, colour=TEAL, bold=True, before=240, keep_next=True),
    _Style(id="TOC2", name="toc 2", bold=True, before=100, after=40),
    _Style(id="TOC3", name="toc 3", after=40, left=284),
    _Style(id="TOC4", name="toc 4", after=40, left=567),
    _Style(id="BoxLabel", name="Box Label", size=21, bold=True, before=20, after=20, keep_next=True),
    _Style(id="CellText", name="Cell Text", size=20, before=40, after=40),
    _Style(id="Spacer", name="Spacer", size=8, after=0, more="spacer"),
    _Style(id="Header", name="header", size=18, after=0),
    _Style(id="Footer", name="footer", size=16, colour=GREY, after=0, more="footer"),
    _Style(id="FootnoteText", name="footnote text", size=17, after=40),
    _Style(id="Draft", name="Draft Band", size=18, colour=WHITE, bold=True, after=0, more="draft"),
)  # fmt: skip
_OWN = frozenset(
    {
        "Cover", "Lead", "Label", "Small", "Beside", "Cue", "CueShaded", "Option", "Figure", "Code", "Definition",
        "Fact", "Question", "QuestionText", "Instruction", "AnswerLine", "WritingLine", "Field", "FieldLarge",
        "Answer", "ContentsTitle", "BoxLabel", "CellText", "Spacer", "Draft",
    }
)  # fmt: skip
"""Styles that Word does not know by name."""
_HEADINGS = (
    (1, 56, 0, 120),
    (2, 38, 480, 180),
    (3, 29, 360, 140),
    (4, 25, 280, 120),
    (5, 22, 240, 100),
    (6, 22, 200, 80),
)
"""Level, size, room before and after."""
_BRIEF_TITLE = (1, 40, 0, 80)
"""The title of a sheet."""

_BORDERS = {
    "quote": f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{TEAL}"/></w:pBdr>',
    "footer": f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{SEA}"/></w:pBdr>',
}
_TABS = {
    "line": '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9638"/></w:tabs>',
    "right": '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>',
    "footer": '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>',
}
_SPACINGS = {"spacer": ' w:line="120" w:lineRule="exact"'}

_FRAMES = {
    "CalloutKey": ("Callout Key", SAND, ("left", "single", 48, AMBER)),
    "CalloutNote": ("Callout Note", MIST, ("left", "single", 18, SEA)),
    "CalloutExample": ("Callout Example", "", ("left", "dashed", 12, SEA)),
    "CalloutWarning": ("Callout Warning", "", ("box", "double", 6, BRICK)),
    "BoxActivity": ("Box Activity", MIST, ("box", "single", 4, TEAL)),
    "BoxCase": ("Box Case", "", ("box", "single", 8, BRICK)),
    "BoxInject": ("Box Inject", SAND, ("left", "single", 18, BRICK)),
    "BoxPanel": ("Box Panel", MIST, ("left", "single", 4, MIST)),
    "BoxCard": ("Box Card", "", ("box", "dashed", 8, TEAL)),
}
_LABELS = {
    "BoxActivity": (TEAL, WHITE),
    "BoxCase": (BRICK, WHITE),
    "BoxCard": (TEAL, WHITE),
    "BoxPanel": (MIST, TEAL),
}
"""Ground and letters of the first row, where it differs from the rest."""


def styles_xml(office: str, *, right_to_left: bool, size: float, namespaces: str, brief: bool = False) -> str:
    """Return the styles part of a document in one language."""
    scale = size / 11
    bidi = "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault>" if right_to_left else "<w:pPrDefault/>"
    styles = "".join(
        [
            _normal(),
            *(_paragraph(style, scale) for style in _STYLES),
            *(_heading(*heading, scale) for heading in (_BRIEF_TITLE if brief else _HEADINGS[0], *_HEADINGS[1:])),
            _characters(),
            _tables(),
            _sides(),
            _fill(),
            *(_frame(id, name, fill, border) for id, (name, fill, border) in _FRAMES.items()),
        ]
    )
    return (
        f"<w:styles {namespaces}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FONT)}"
        f'<w:color w:val="{INK}"/>{_sizes(_BODY, scale)}{_language(office, right_to_left)}</w:rPr></w:rPrDefault>{bidi}'
        f"</w:docDefaults>{styles}</w:styles>"
    )


def _language(office: str, right_to_left: bool) -> str:
    kind = "bidi" if right_to_left else "val"
    return f'<w:lang w:{kind}="{office}"/>'


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _sizes(half_points: int, scale: float) -> str:
    value = round(half_points * scale)
    return f'<w:sz w:val="{value}"/><w:szCs w:val="{value}"/>'


def _normal() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _paragraph(style: _Style, scale: float) -> str:
    own = ' w:customStyle="1"' if style.id in _OWN else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:next w:val="{style.following}"/><w:qFormat/>'
        f"<w:pPr>{_properties(style)}</w:pPr><w:rPr>{_letters(style, scale)}</w:rPr></w:style>"
    )


def _properties(style: _Style) -> str:
    """Return paragraph properties in the order that the schema wants."""
    keep = "<w:keepNext/>" if style.keep_next else ""
    fill = BRICK if style.more == "draft" else style.fill
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    spacing = f'<w:spacing w:before="{style.before}" w:after="{style.after}"{_SPACINGS.get(style.more, "")}/>'
    indent = f'<w:ind w:left="{style.left}" w:hanging="{style.hanging}"/>' if style.left else ""
    align = '<w:jc w:val="center"/>' if style.more == "draft" else ""
    outline = f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    return keep + _BORDERS.get(style.more, "") + shade + _TABS.get(style.more, "") + spacing + indent + align + outline


def _letters(style: _Style, scale: float) -> str:
    fonts = _fonts(MONOSPACED) if style.more == "code" else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    return fonts + bold + italic + colour + _sizes(style.size, scale)


def _heading(level: int, size: int, before: int, after: int, scale: float) -> str:
    style = _Style(
        id=f"Heading{level}", name=f"heading {level}", size=size, colour=TEAL, bold=True, before=before, after=after,
        level=level - 1, keep_next=True,
    )  # fmt: skip
    return _paragraph(style, scale)


def _characters() -> str:
    return (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{TEAL}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="TermLink"><w:name w:val="Term Link"/>'
        f'<w:rPr><w:color w:val="{TEAL}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="CodeText"><w:name w:val="Code Text"/>'
        f"<w:rPr>{_fonts(MONOSPACED)}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>'
        "<w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
    )


def _tables() -> str:
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="CourseTable"><w:name w:val="Course Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>'
        f"{_border('bottom', 'single', 4, RULE)}{_border('insideH', 'single', 4, RULE)}</w:tblBorders>"
        f"{_margins(60, 142)}</w:tblPr>{_first_row(TEAL, WHITE)}"
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SAND}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _fill() -> str:
    """Return the table that is filled in by hand: a frame around every cell."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="FillTable"><w:name w:val="Fill Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f"{''.join(_border(edge, 'single', 6, GREY) for edge in edges)}</w:tblBorders>"
        f"{_margins(40, 85)}</w:tblPr>{_first_row(MIST, TEAL)}</w:style>"
    )


def _sides() -> str:
    """Return the table of two languages side by side: a line between them, and more room below than above."""
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Sides"><w:name w:val="Sides"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_border("insideV", "single", 4, RULE)}</w:tblBorders>'
        f"{_margins(30, 142)}</w:tblPr></w:style>"
    )


def _frame(id: str, name: str, fill: str, border: tuple[str, str, int, str]) -> str:
    side, line, size, colour = border
    sides = ("top", "left", "bottom", "right") if side == "box" else (side,)
    borders = "".join(_border(one, line, size, colour) for one in sides)
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>' if fill else ""
    ground, letters = _LABELS.get(id, (fill, BRICK))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{_margins(50, 227)}'
        f"</w:tblPr>{shade}{_first_row(ground, letters)}</w:style>"
    )


def _first_row(fill: str, letters: str) -> str:
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>' if fill else ""
    look = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{letters}"/></w:rPr>'
    return f'<w:tblStylePr w:type="firstRow">{look}{shade}</w:tblStylePr>'


def _border(side: str, line: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="{line}" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _margins(vertical: int, horizontal: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{vertical}" w:type="dxa"/><w:left w:w="{horizontal}" w:type="dxa"/>'
        f'<w:bottom w:w="{vertical}" w:type="dxa"/><w:right w:w="{horizontal}" w:type="dxa"/></w:tblCellMar>'
    )
