"""Publishers' templates for tests, drawn here: nobody's brand, two shapes, and what an attacker would send."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import pptx

from builder.typeset.template import Theme, read_theme
from builder.typeset.template_archive import open_archive
from builder.typeset.template_fonts import find_table, font_table
from builder.typeset.template_tame import tame
from builder.write.package import write_package

THEMES = Path(__file__).parents[2] / "builder" / "themes"
HOUSE = (THEMES / "deck.pptx").read_bytes()
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SPACES = (
    f'{A} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.presentationml"
PLAIN = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
Box = tuple[float, float, float, float]


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """Return parts as an archive, as they stand."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return an archive with one thing changed in a part."""
    parts = unpack(data)
    text = parts[part].decode()
    assert old in text
    return pack({**parts, part: text.replace(old, new)})


@cache
def standard() -> bytes:
    """Return a template of the usual layouts, four to three, in Arial, with a sample slide that leads outside."""
    data = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
    presentation = pptx.Presentation(io.BytesIO(data))
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "A sample"
    run = slide.placeholders[1].text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "elsewhere", "https://example.org"
    buffer = io.BytesIO()
    presentation.save(buffer)
    parts = unpack(buffer.getvalue())
    theme = parts["ppt/theme/theme1.xml"].decode().replace('typeface="Calibri"', 'typeface="Arial"')
    return pack({**parts, "ppt/theme/theme1.xml": theme})


@cache
def unusual() -> bytes:
    """Return a template with layouts of other names and no kinds, in other typefaces, 16 : 10, its titles on a band.

    Its habits are the awkward ones: capitals, spread letters, room after paragraphs, lines of an exact height, text
    that shrinks, markers from a font of symbols, no master for notes, no styles of tables, saved as .potx.
    """
    layouts = (
        _layout("Deckblatt", _holder("Titel", "ctrTitle", 0, (54, 120, 612, 110), anchor="b"), ground="accent1", shapes=(
            _holder("Untertitel", "subTitle", 1, (54, 240, 612, 84), levels=(_level(1, 22, colour="bg1"),)),
        )),
        _layout("Kapitel", _holder("Titel", "title", 0, (54, 180, 612, 90), size=36), ground="accent1", shapes=(
            _holder("Text", "body", 13, (54, 280, 612, 70), levels=(_level(1, 20, colour="bg1"),)),
        )),
        _layout("Inhalt", _holder("Titel", "title", 0, None), shapes=(_holder("Inhalt", "", 14, None), *_strip())),
        _layout("Zwei Spalten", _holder("Titel", "title", 0, None), shapes=(
            _holder("Links", "", 15, (40, 92, 310, 300)), _holder("Rechts", "", 16, (370, 92, 310, 300)), *_strip(),
        )),
        _layout("Nur Titel", _holder("Titel", "title", 0, None), shapes=_strip()),
    )  # fmt: skip
    names = "".join(f'<p:sldLayoutId id="{2147483700 + n}" r:id="rId{n + 1}"/>' for n in range(len(layouts)))
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(len(layouts)),
        "_rels/.rels": _relations((f"{OFFICE}/officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": HEAD
        + f'<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        + '<p:sldSz cx="9144000" cy="5715000" type="screen16x10"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": _relations(
            (f"{OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"), (f"{OFFICE}/theme", "theme/theme1.xml")
        ),
        "ppt/theme/theme1.xml": _theme("FiraGO", "Noto Sans"),
        "ppt/media/image1.png": png(),
        "ppt/slideMasters/slideMaster1.xml": _master(names),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *((f"{OFFICE}/slideLayout", f"../slideLayouts/slideLayout{n + 1}.xml") for n in range(len(layouts))),
            (f"{OFFICE}/theme", "../theme/theme1.xml"), (f"{OFFICE}/image", "../media/image1.png"),
        ),
    }  # fmt: skip
    for number, layout in enumerate(layouts, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            (f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return pack(parts)


def tamed(data: bytes) -> bytes:
    """Return a template as a build makes it ready."""
    archive, faults = open_archive(data)
    assert faults == ()
    assert archive is not None
    parts, strange = tame(archive, unpack(HOUSE))
    assert strange == ()
    assert parts is not None
    return write_package(parts)


def theme_of(data: bytes, **chosen: str) -> Theme:
    """Return a template as planners see it."""
    return read_theme(tamed(data), HOUSE, tuple(chosen.items()))


@cache
def font_files() -> Mapping[str, Mapping[str, bytes]]:
    """Return the files of the typefaces of the unusual template, which come with a package for PDF."""
    faces = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
    return {
        name: {face: import_module(f"pymupdf_fonts.{file}_{end}").fontbuffer for face, end in faces.items()}
        for name, file in (("FiraGO", "FiraGO"), ("Noto Sans", "NotoSans"))
    }


@cache
def resource_files(name: str) -> Mapping[str, bytes]:
    """Return what planners and writers get where a sample template stands in for ours."""
    template = tamed({"standard": standard, "unusual": unusual}[name]())
    tables = {}
    for font in read_theme(template, HOUSE).fonts:
        ours = find_table(font)
        tables[f"metrics/{font}"] = (THEMES / ours).read_bytes() if ours else font_table(font_files()[font])
    return {
        "deck.pptx": template, "house.pptx": HOUSE, "carlito.json": (THEMES / "carlito.json").read_bytes(), **tables,
    }  # fmt: skip


def png(width: int = 4, height: int = 2) -> bytes:
    """Return a small picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    rows = b"".join(b"\x00" + b"\x20\x60\xa0" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _types(count: int) -> str:
    own = {
        "ppt/presentation.xml": f"{KIND}.template.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{KIND}.slideMaster+xml",
        "ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        **{f"ppt/slideLayouts/slideLayout{n + 1}.xml": f"{KIND}.slideLayout+xml" for n in range(count)},
    }
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in own.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relations(*rows: tuple[str, str]) -> str:
    written = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def _theme(heads: str, body: str) -> str:
    colours = {
        "dk1": "222222", "lt1": "FFFFFF", "dk2": "5B2C6F", "lt2": "F4ECF7", "accent1": "4A235A", "accent2": "C39BD3",
        "accent3": "F5B041", "accent4": "117864", "accent5": "7B7D7D", "accent6": "D7BDE2", "hlink": "6C3483",
        "folHlink": "7B7D7D",
    }  # fmt: skip
    slots = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind, name in (("majorFont", heads), ("minorFont", body))
    )
    return (
        f'{HEAD}<a:theme {A} name="Probe"><a:themeElements><a:clrScheme name="Probe">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Probe">{fonts}</a:fontScheme><a:fmtScheme name="Probe"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _master(names: str) -> str:
    band = (
        '<p:sp><p:nvSpPr><p:cNvPr id="20" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'{_frame((0, 0, 720, 80))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_solid("accent1")}</p:spPr></p:sp>'
    )
    logo = (
        '<p:pic><p:nvPicPr><p:cNvPr id="21" name="Logo" descr="A logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId7"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{_frame((650, 415, 50, 25))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    levels = (_level(1, 24, "§", after=6), _level(2, 20, "§"), _level(3, 18), _level(4, 16), _level(5, 16))
    return (
        f"{HEAD}<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr>{_solid('bg1')}<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}"
        f"{band}{logo}{_holder('Titel', 'title', 0, (40, 10, 600, 60), anchor='ctr')}"
        f"{_holder('Inhalt', 'body', 1, (40, 92, 640, 330), fitted='normAutofit')}</p:spTree></p:cSld><p:clrMap {MAP}/>"
        f"<p:sldLayoutIdLst>{names}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>"
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPts val="3000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="2800" b="1" cap="all" spc="200" kern="1200">{_solid("bg1")}<a:latin typeface="+mj-lt"/></a:defRPr>'
        f"</a:lvl1pPr></p:titleStyle><p:bodyStyle>{''.join(levels)}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>"
    )


def _layout(name: str, title: str, *, ground: str = "", shapes: Sequence[str] = ()) -> str:
    hidden = ' showMasterSp="0"' if ground else ""
    filled = f"<p:bg><p:bgPr>{_solid(ground)}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    numbered = re.sub(r'(<p:cNvPr id=")\d+', _Counter(), title + "".join(shapes))
    return (
        f'{HEAD}<p:sldLayout {SPACES} preserve="1" userDrawn="1"{hidden}><p:cSld name="{name}">{filled}'
        f"<p:spTree>{TREE}{numbered}</p:spTree></p:cSld>{PLAIN}</p:sldLayout>"
    )


class _Counter:
    """Numbers the shapes of a layout."""

    def __init__(self) -> None:
        self.last = 1

    def __call__(self, found: re.Match[str]) -> str:
        self.last += 1
        return f"{found[1]}{self.last}"


def _holder(
    name: str, kind: str, index: int, box: Box | None, *, size: float = 0, anchor: str = "", fitted: str = "",
    levels: Sequence[str] = (),
) -> str:  # fmt: skip
    type_ = f' type="{kind}"' if kind else ""
    number = f' idx="{index}"' if index else ""
    stands = f' anchor="{anchor}"' if anchor else ""
    fit = f"<a:{fitted}/>" if fitted else ""
    own = f'<a:lvl1pPr><a:defRPr sz="{size * 100}"/></a:lvl1pPr>' if size else "".join(levels)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="9" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{type_}{number}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(box) if box else ''}</p:spPr>"
        f'<p:txBody><a:bodyPr{stands}>{fit}</a:bodyPr><a:lstStyle>{own}</a:lstStyle><a:p><a:r><a:rPr lang="de-DE"/>'
        f"<a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _strip() -> tuple[str, ...]:
    look = f'<a:lvl1pPr><a:defRPr sz="1000">{_solid("tx1")}</a:defRPr></a:lvl1pPr>'
    return (
        _holder("Fuß", "ftr", 30, (40, 426, 400, 18), levels=(look,)),
        _holder("Nummer", "sldNum", 31, (560, 426, 60, 18), levels=(look,)),
    )


def _level(number: int, size: float, sign: str = "", *, after: float = 0, colour: str = "tx1") -> str:
    bullet = f'<a:buFont typeface="Wingdings"/><a:buChar char="{sign}"/>' if sign else "<a:buNone/>"
    behind = f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>' if after else ""
    margin = (number - 1) * 228600 + (228600 if sign else 0)
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{-228600 if sign else 0}" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="400"/></a:spcBef>{behind}{bullet}<a:defRPr sz="{round(size * 100)}">{_solid(colour)}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{number}pPr>'
    )


def _frame(box: Box) -> str:
    left, top, width, height = (round(value * 12700) for value in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def too_small() -> bytes:
    """Return a template whose slides have the size of a card."""
    return changed(unusual(), "ppt/presentation.xml", 'cx="9144000" cy="5715000"', 'cx="3048000" cy="1905000"')


def with_macros() -> bytes:
    """Return a template with a program in it."""
    return pack({**unpack(unusual()), "ppt/vbaProject.bin": b"Sub AutoOpen()"})


def leading_outside() -> bytes:
    """Return a template whose master shows a picture from elsewhere."""
    part = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    old = 'Target="../media/image1.png"'
    return changed(unusual(), part, old, 'Target="https://example.org/track.png" TargetMode="External"')


def bomb(size: int = 80 * 1024 * 1024) -> bytes:
    """Return a template with a picture that unpacks to much more than it takes."""
    return pack({**unpack(unusual()), "ppt/media/image2.png": bytes(size)})


def without_text() -> bytes:
    """Return a template whose layouts have titles alone."""
    parts = unpack(unusual())
    for name in parts:
        if name.startswith("ppt/slideLayouts/") and name.endswith(".xml"):
            text = parts[name].decode()
            parts[name] = re.sub(r"<p:ph(?: type=\"(?:body|subTitle)\")? idx", '<p:ph type="pic" idx', text).encode()
    return pack(parts)


def tiny_font(letters: str) -> bytes:
    """Return a font that has some letters only, each half as wide as the em."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = [".notdef", *(f"g{number}" for number in range(len(letters)))]
    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 400), (300, 400)):
        (pen.lineTo if place != (0, 0) else pen.moveTo)(place)
    pen.closePath()
    glyph = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    font.setupGlyf(dict.fromkeys(names, glyph))
    font.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    font.setupHorizontalHeader(ascent=900, descent=-300)
    font.setupNameTable({"familyName": "Tiny", "styleName": "Regular"})
    font.setupOS2(usWinAscent=900, usWinDescent=300)
    font.setupPost()
    buffer = io.BytesIO()
    font.font["head"].created = font.font["head"].modified = 3_800_000_000
    font.font.recalcTimestamp = False
    font.save(buffer)
    return buffer.getvalue()
