# ruff: noqa: E501
"""Make builder/themes/deck.pptx: the master, the layouts and the notes master of the default deck theme.

Run it from the repository's root: ``python tools/make_deck_theme.py``. The same code gives the same bytes.
"""

import io
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from deck_art import Box, emu
from deck_layouts import BODY, FOOTER, HEIGHT, NUMBER, TITLE, WIDTH, Holder, Layout, Level, bodies, layouts

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
COLOURS = {
    "dk1": "1B2A34", "lt1": "FFFFFF", "dk2": "0F4C5C", "lt2": "F7F2E8",
    "accent1": "0F4C5C", "accent2": "2A7F8E", "accent3": "E2A32B", "accent4": "A8432B", "accent5": "5B6B73", "accent6": "E6EEF0",
    "hlink": "1F6F7D", "folHlink": "5B6B73",
}  # fmt: skip
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
TABLE_STYLE = "{C0A5E77A-11D0-4B1E-9C57-0F4C5C2A7F8E}"
TYPES = {
    "/ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "/ppt/slideMasters/slideMaster1.xml": "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml",
    "/ppt/notesMasters/notesMaster1.xml": "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
    "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/ppt/presProps.xml": "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml",
    "/ppt/viewProps.xml": "application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml",
    "/ppt/tableStyles.xml": "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"


def make_theme() -> bytes:
    """Return the template as a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def parts() -> dict[str, str]:
    """Return every part of the package, by name, in the order in which they are stored."""
    drawn = layouts()
    files = {
        "[Content_Types].xml": _content_types(len(drawn)),
        "_rels/.rels": _relations(
            (f"{OFFICE}/relationships/officeDocument", "ppt/presentation.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": HEAD
        + f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Coursewright</Application></Properties>',
        "docProps/core.xml": HEAD + _core(),
        "ppt/presentation.xml": HEAD + _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            (f"{OFFICE}/relationships/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE}/relationships/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{OFFICE}/relationships/presProps", "presProps.xml"),
            (f"{OFFICE}/relationships/viewProps", "viewProps.xml"),
            (f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
            (f"{OFFICE}/relationships/tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": HEAD + f"<p:presentationPr {SPACES}/>",
        "ppt/viewProps.xml": HEAD + f"<p:viewPr {SPACES}/>",
        "ppt/tableStyles.xml": HEAD + _table_styles(),
        "ppt/theme/theme1.xml": HEAD + _theme("Coursewright"),
        "ppt/theme/theme2.xml": HEAD + _theme("Coursewright notes"),
        "ppt/slideMasters/slideMaster1.xml": HEAD + _master(len(drawn)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(
                (f"{OFFICE}/relationships/slideLayout", f"../slideLayouts/slideLayout{n + 1}.xml")
                for n in range(len(drawn))
            ),
            (f"{OFFICE}/relationships/theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": HEAD + _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(
            (f"{OFFICE}/relationships/theme", "../theme/theme2.xml")
        ),
    }
    for number, layout in enumerate(drawn, start=1):
        files[f"ppt/slideLayouts/slideLayout{number}.xml"] = HEAD + _layout(layout)
        files[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            (f"{OFFICE}/relationships/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return files


def _content_types(count: int) -> str:
    names = TYPES | {f"/ppt/slideLayouts/slideLayout{number + 1}.xml": LAYOUT_TYPE for number in range(count)}
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in names.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{RELS}">{rows}</Relationships>'


def _core() -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _presentation() -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 457200}" algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'<p:presentation {SPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _theme(name: str) -> str:
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in COLOURS.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="Coursewright">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Coursewright"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Coursewright"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _table_styles() -> str:
    def edge(side: str, colour: str, width: int) -> str:
        return (
            f'<a:{side}><a:ln w="{width}">{_solid(colour)}</a:ln></a:{side}>'
            if width
            else f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>"
        )

    edges = "".join(
        edge(side, "line", width)
        for side, width in (
            ("left", 0),
            ("right", 0),
            ("top", 0),
            ("bottom", 12700),
            ("insideH", 12700),
            ("insideV", 0),
        )
    )
    return (
        f'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Coursewright">'
        f'<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr>{edges}</a:tcBdr>'
        f"<a:fill>{_solid('bg1')}</a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:band1H><a:tcStyle><a:tcBdr/><a:fill>{_solid('bg2')}</a:fill></a:tcStyle></a:band1H>"
        '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:schemeClr val="bg1"/></a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr/><a:fill>{_solid('accent1')}</a:fill></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def _master(count: int) -> str:
    names = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    title = Level(size=34, colour="tx2", bold=True, line=90)
    shapes = (
        Holder(name="Title", kind="title", index=0, box=TITLE, prompt="Title"),
        Holder(name="Text", kind="body", index=1, box=BODY, prompt="Text"),
        *_strip(),
    )
    return (
        f"<p:sldMaster {SPACES}><p:cSld>{_ground('bg1')}{_tree(shapes)}</p:cSld>{MAP}<p:sldLayoutIdLst>{names}</p:sldLayoutIdLst>"
        '<p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{_level(title, 1)}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(_level(level, n) for n, level in enumerate(bodies(), start=1))}</p:bodyStyle>"
        f"<p:otherStyle>{''.join(_level(Level(size=18), n) for n in range(1, 10))}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(layout: Layout) -> str:
    ground = _ground(layout.ground) if layout.ground else ""
    kind = f' type="{layout.kind}"' if layout.kind else ""
    return (
        f'<p:sldLayout {SPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">{ground}'
        f"{_tree((*layout.holders, *_strip(*layout.strip)), layout.art)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _strip(left: str = "accent5", right: str = "accent5") -> tuple[Holder, ...]:
    return (
        Holder(name="Strip", kind="ftr", index=90, box=FOOTER, levels=(Level(size=12, colour=left),), anchor="ctr"),
        Holder(
            name="Slide",
            kind="sldNum",
            index=91,
            box=NUMBER,
            levels=(Level(size=12, colour=right, align="r"),),
            anchor="ctr",
        ),
    )


def _tree(holders: Sequence[Holder], art: Sequence[str] = ()) -> str:
    drawn = "".join(shape.format(id=number) for number, shape in enumerate(art, start=2))
    texts = "".join(_holder(holder, number) for number, holder in enumerate(holders, start=2 + len(art)))
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{drawn}{texts}</p:spTree>"
    )


def _holder(holder: Holder, number: int) -> str:
    kind = f' type="{holder.kind}"' if holder.kind else ""
    index = f' idx="{holder.index}"' if holder.index else ""
    own = "".join(_level(level, n) for n, level in enumerate(holder.levels, start=1))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(holder.box)}"
        f'<a:prstGeom prst="{holder.geometry}"><a:avLst/></a:prstGeom>{_solid(holder.fill) if holder.fill else ""}{_outline(holder.outline)}</p:spPr>'
        f"<p:txBody>{_body_properties(holder)}<a:lstStyle>{own}</a:lstStyle>{_prompt(holder)}</p:txBody></p:sp>"
    )


def _prompt(holder: Holder) -> str:
    if holder.kind == "sldNum":
        return '<a:p><a:fld id="{6D2B1C0E-3A57-4F0B-9C57-0F4C5C2A7F8E}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>'
    if not holder.prompt:
        return '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    return f'<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en-GB"/><a:t>{holder.prompt}</a:t></a:r></a:p>'


def _body_properties(holder: Holder) -> str:
    left, top, right, bottom = (emu(value) for value in holder.insets)
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" '
        f'anchor="{holder.anchor}"><a:noAutofit/></a:bodyPr>'
    )


def _level(level: Level, number: int) -> str:
    bullet = (
        f'<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Calibri"/><a:buChar char="{level.bullet}"/>'
        if level.bullet
        else "<a:buNone/>"
    )
    return (
        f'<a:lvl{number}pPr marL="{emu(level.margin)}" indent="{-emu(level.hanging)}" algn="{level.align}" defTabSz="914400" '
        f'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="{level.line * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>{bullet}'
        f'<a:defRPr sz="{round(level.size * 100)}" b="{int(level.bold)}" i="0" kern="1200">{_solid(level.colour)}'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def _solid(colour: str) -> str:
    shades = {
        "number": '<a:schemeClr val="accent6"><a:lumMod val="65000"/></a:schemeClr>',
        "line": '<a:schemeClr val="accent6"><a:lumMod val="90000"/></a:schemeClr>',
    }
    shade = shades.get(colour, f'<a:schemeClr val="{colour}"/>')
    return f"<a:solidFill>{shade}</a:solidFill>"


def _outline(colour: str) -> str:
    return f'<a:ln w="19050">{_solid("line")}</a:ln>' if colour else ""


def _ground(colour: str) -> str:
    return f"<p:bg><p:bgPr>{_solid(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _frame(box: Box) -> str:
    left, top, width, height = (emu(value) for value in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _notes_master() -> str:
    style = "".join(_level(Level(size=12, margin=12.0 * n, hanging=0, before=3), n + 1) for n in range(9))
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{_frame((54, 42, 432, 243))}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    notes = _holder(Holder(name="Notes", kind="body", index=3, box=(54, 306, 432, 366), prompt="Notes"), 3)
    number = _holder(
        Holder(
            name="Number",
            kind="sldNum",
            index=5,
            box=(300, 690, 186, 18),
            levels=(Level(size=10, colour="accent5", align="r"),),
        ),
        4,
    )
    tree = _tree(()).replace("</p:spTree>", f"{picture}{notes}{number}</p:spTree>")
    return (
        f"<p:notesMaster {SPACES}><p:cSld>{_ground('bg1')}{tree}</p:cSld>{MAP}"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{style}</p:notesStyle></p:notesMaster>'
    )


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "builder" / "themes" / "deck.pptx"
    target.write_bytes(make_theme())
    print(f"{target}: {target.stat().st_size} bytes")
