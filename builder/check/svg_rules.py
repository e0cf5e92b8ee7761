"""What no element, attribute or style of an SVG may do."""

import re
from collections.abc import Iterator

SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_INCLUDE = "http://www.w3.org/2001/XInclude"
_XML = "http://www.w3.org/XML/1998/namespace"
_FORBIDDEN = frozenset(
    {"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video", "base", "link"}
)
_LINKING = frozenset({"href", "src", "action", "formaction", "ping"})
_DATA = "data:image/png;base64,"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_URL = re.compile(r"url\(\s*[\"']?\s*(?=(.{0,40}))", re.DOTALL)
_LOADING = re.compile(
    r"@import|javascript:|-moz-binding|behavior\s*:|(?<![\w-])(?:-webkit-)?(?:image-set|image|src|expression|element)\s*\("
)

Problem = tuple[str, str] | None
"""A message and a hint, or nothing."""


def element_problem(name: str) -> Problem:
    """Return why an element (``namespace local``) is refused."""
    namespace, _, local = name.rpartition(" ")
    if local.lower() in _FORBIDDEN:
        return f"the element `{local}` can run or load something", f"delete the `{local}` element"
    if namespace in (_XHTML, _INCLUDE):
        return f"the element `{local}` is not a drawing", f"delete the `{local}` element"
    return None


def attribute_problem(name: str, value: str) -> Problem:
    """Return why an attribute (``namespace local`` or ``local``) is refused."""
    namespace, _, local = name.rpartition(" ")
    local = local.lower()
    if not namespace and local.startswith("on"):
        return f"the attribute `{local}` runs a script", f"delete the attribute `{local}`"
    if namespace == _XML and local == "base":
        return "the attribute `xml:base` leads links elsewhere", "delete the attribute `xml:base`"
    if local in _LINKING and not _stays_inside(value):
        return (
            f"`{local}` leads out of the picture: {_shorten(value)}",
            "link to `#id` within it, or put the picture in as PNG data",
        )
    if local == "attributename" and (value.lower().endswith("href") or value.lower().startswith("on")):
        return f"an animation changes `{value}`", "delete the animation"
    if local == "style":
        return style_problem(value)
    return _url_problem(value) if "(" in value or "\\" in value else None


def style_problem(style: str) -> Problem:
    """Return why a style or a sheet of them is refused."""
    if "<" in style:
        return "a style holds markup that a web page would read", "delete the `<` from the style"
    for plain in _readings(style):
        loading = _LOADING.search(plain)
        if loading:
            return f"a style loads or runs something: `{loading.group()}`", "delete it from the style"
    return _url_problem(style)


def _url_problem(value: str) -> Problem:
    for plain in _readings(value):
        for url in _URL.finditer(plain):
            if not _stays_inside(url.group(1)):
                return f"a style leads out of the picture: {_shorten(url.group(1))}", "link to `url(#id)` within it"
    return None


def _readings(style: str) -> Iterator[str]:
    """Yield a style with and without its comments: where one begins is not always where it seems to."""
    for text in (style, _COMMENT.sub("", style)):
        yield _ESCAPE.sub(_unescaped, text).lower()


def _stays_inside(address: str) -> bool:
    address = "".join(address.split()).lower()
    return address.startswith(("#", _DATA))


def _unescaped(escape: re.Match[str]) -> str:
    if escape.group(1) is None:
        return escape.group(2)
    code = int(escape.group(1), 16)
    return chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}"


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"
