"""The unchanging parts of the Word file."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHERE, ID, SOURCE, ABOUT, TARGET, REMARK, CODE, CODE_POINT = (
    "Where", "UnitId", "Source", "About", "Target", "Remark", "InlineCode", "CodePoint",
)  # fmt: skip

CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPES}.settings+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
ROOT_RELATIONSHIPS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_RELATIONSHIPS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
)
SETTINGS = (
    f'<w:settings xmlns:w="{NAMESPACE}"><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def relationships(further: str) -> str:
    """Return what the document is made of, further parts included."""
    return f"{_RELATIONSHIPS}{further}</Relationships>"


def core(title: str, language: str) -> str:
    """Return what the file says of itself; no date, so that equal texts give equal bytes."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def styles(office: str) -> str:
    """Return the styles; ``office`` is the tag of the language by which Word checks the spelling elsewhere."""
    paragraphs = (
        _paragraph("Normal", "Normal", 20, default=True),
        _paragraph("Title", "Title", 36, "<w:b/>", space=120),
        _paragraph("Heading1", "heading 1", 28, "<w:b/>", outline=True, space=240),
        _paragraph(WHERE, "Where", 16, '<w:color w:val="5B6470"/>'),
        _paragraph(SOURCE, "Source", 20),
        _paragraph(ABOUT, "About", 15, '<w:color w:val="5B6470"/>', space=40),
        _paragraph(TARGET, "Target", 20),
        _paragraph(REMARK, "Remark", 18),
    )
    characters = (
        _character(ID, '<w:noProof/><w:color w:val="767C85"/><w:sz w:val="10"/>'),
        _character(CODE, '<w:noProof/><w:color w:val="7A3E00"/>'),
        _character(CODE_POINT, '<w:noProof/><w:color w:val="7A3E00"/><w:vertAlign w:val="subscript"/>'),
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
        f'<w:sz w:val="20"/><w:lang w:val="{office}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return f'<w:styles xmlns:w="{NAMESPACE}">{defaults}{"".join((*paragraphs, *characters))}</w:styles>'


def _paragraph(
    id: str, name: str, size: int, look: str = "", *, default: bool = False, outline: bool = False, space: int = 0
) -> str:
    kind = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    keep, level = ("<w:keepNext/>", '<w:outlineLvl w:val="0"/>') if outline else ("", "")
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{id}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f'<w:pPr>{keep}<w:spacing w:before="{space}" w:after="{space // 2}"/>{level}</w:pPr>'
        f'<w:rPr>{look}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _character(id: str, look: str) -> str:
    return f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{id}"/><w:rPr>{look}</w:rPr></w:style>'
