"""The form in which QTI 2.1 and 3.0 are the same: elements by their names of 2.1, written in the words of either.

Version 3.0 puts ``qti-`` before each name of its own and parts its words by hyphens. Three elements stand for what else
differs: ``contentBody``, which only 3.0 has around the content of feedback and rubrics; ``background``, the picture of
an interaction, which was an object and is an image; and attributes that only 3.0 knows.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from builder.records import dataclass
from builder.write.markup import attribute, escape

HTML = frozenset(
    (
        "a", "blockquote", "br", "caption", "code", "dd", "div", "dl", "dt", "em", "img", "li", "ol", "p", "pre",
        "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""The names that are HTML in both."""
_ONLY_NEW = frozenset(("dir", "externalScored"))
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")


class Element(NamedTuple):
    """An element by its name in QTI 2.1 or HTML."""

    name: str
    attributes: Mapping[str, str] = {}
    children: tuple["Element | str", ...] = ()
    """Elements, and text that is still to escape."""


Content = tuple[Element | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What tells one version of QTI from the other."""

    new: bool
    """Whether it is 3.0."""
    namespace: str
    schema: str
    """Where the namespace's schema is published."""
    package_namespace: str
    package_schema: str
    package_name: str
    package_version: str
    item_type: str
    test_type: str


QTI_21 = Version(
    new=False,
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package_namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    package_name="QTIv2.1 Package",
    package_version="1.0.0",
    item_type="imsqti_item_xmlv2p1",
    test_type="imsqti_test_xmlv2p1",
)
QTI_3 = Version(
    new=True,
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package_namespace="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
    package_name="QTI Package",
    package_version="3.0.0",
    item_type="imsqti_item_xmlv3p0",
    test_type="imsqti_test_xmlv3p0",
)


def document(root: Element, version: Version) -> bytes:
    """Return a file whose root bears the version's namespace and the place of its schema."""
    names = {
        "xmlns": version.namespace,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{version.namespace} {version.schema}",
    }
    return xml_file(written(root._replace(attributes={**names, **root.attributes}), new=version.new))


def xml_file(root: str) -> bytes:
    """Return a file with the declaration that its text is UTF-8."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()


def written(element: Element | str, *, new: bool) -> str:
    """Return an element in the words of 3.0, or in those of 2.1."""
    parts: list[str] = []
    _put(element, parts, new=new)
    return "".join(parts)


def _put(element: Element | str, parts: list[str], *, new: bool) -> None:
    """Add the parts of what is written, in order: to join the text of each element would copy it at every depth."""
    if isinstance(element, str):
        parts.append(escape(element))
        return
    name, attributes, children = element
    if name == "background":
        parts.append(_background(attributes, new=new))
        return
    bare = name == "contentBody" and not new
    tag = _tag(name, new=new)
    if not bare:
        parts.append(f"<{tag}")
        for key, value in attributes.items():
            if new or key not in _ONLY_NEW:
                parts.append(f' {_attribute_name(key, new=new)}="{attribute(value)}"')
        parts.append(">" if children else "/>")
    for child in children:
        _put(child, parts, new=new)
    if children and not bare:
        parts.append(f"</{tag}>")


def _background(attributes: Mapping[str, str], *, new: bool) -> str:
    size = {"width": attributes["width"], "height": attributes["height"]}
    if new:
        return written(Element("img", {"src": attributes["src"], "alt": attributes["alt"], **size}), new=new)
    data = {"data": attributes["src"], "type": attributes["type"], **size}
    return written(Element("object", data, (attributes["alt"],)), new=new)


@cache
def _tag(name: str, *, new: bool) -> str:
    return f"qti-{_kebab(name)}" if new and name not in HTML else name


@cache
def _attribute_name(name: str, *, new: bool) -> str:
    return name if not new or ":" in name or name == "xmlns" else _kebab(name)


def _kebab(name: str) -> str:
    return _HUMP.sub("-", name).lower()
