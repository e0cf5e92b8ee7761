"""Pictures: what is let through, what is refused, at which line."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check.pictures import inspect_picture
from builder.diagnostics import Code

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 320 180">\n'


def svg(body: str) -> bytes:
    return (HEAD + body + "\n</svg>").encode()


def repeated(number: int, times: int) -> str:
    return f'<g id="u{number + 1}">' + f'<use href="#u{number}"/>' * times + "</g>"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def refusals(data: bytes) -> list[tuple[Code, int]]:
    picture, found = inspect_picture("figures/a.svg", data)
    assert picture is None
    assert all(finding.hint and finding.span for finding in found)
    return [(finding.code, finding.span.line) for finding in found if finding.span]


@pytest.mark.parametrize(
    "body",
    [
        '<g id="a"><path d="M 0 0"/></g><use href="#a"/><use xlink:href="#a"/>',
        '<linearGradient id="g"/><rect fill="url(#g)" style="stroke: url( &quot;#g&quot; )"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>rect { fill: #0F4C5C } /* a comment */</style>",
        "<style><![CDATA[rect > path { fill: red }]]></style>",
        '<text aria-label="image(1) of 3">behavior: calm</text>',
        "<!-- <script> in a comment is none -->",
        '<rect xmlns:inkscape="http://example.org/i" inkscape:label="http://example.org"/>',
    ],
)
def test_lets_drawings_through(body: str) -> None:
    picture, found = inspect_picture("figures/a.svg", svg(body))
    assert found == ()
    assert picture is not None
    assert (picture.media_type, picture.width, picture.height) == ("image/svg+xml", 320, 180)


@pytest.mark.parametrize(
    "body",
    [
        "<script>start()</script>",
        '<g onload="start()"/>',
        '<g ONCLICK="start()"/>',
        '<image href="https://example.org/a.png"/>',
        '<image xlink:href="a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<a href="https://example.org"/>',
        '<a href=" java&#10;script:start()"/>',
        "<foreignObject/>",
        '<p xmlns="http://www.w3.org/1999/xhtml"/>',
        '<set attributeName="href" to="javascript:start()"/>',
        '<g xml:base="https://example.org/"/>',
        '<rect fill="url(https://example.org/#g)"/>',
        '<rect style="fill:u\\72l(https://example.org/#g)"/>',
        '<rect style="fill:url(#a/*) url(http://example.org)*/"/>',
        "<style>@import 'a.css';</style>",
        "<style>@\\69mport 'a.css';</style>",
        "<style>a<g/>rect { fill: url(//example.org) }</style>",
        '<style>rect { fill: image-set("a.png" 1x) }</style>',
        "<title><![CDATA[><img src=x onerror=start()>]]></title>",
        "<!--><img src=x onerror=start()>-->",
        '<?xml-stylesheet href="a.css"?>',
        "<?x ><img src=x onerror=start()>?>",
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude"/>',
        "<g>" * 250 + "</g>" * 250,
    ],
)
def test_refuses_what_runs_or_loads(body: str) -> None:
    assert set(refusals(svg(body))) == {(Code.FIGURE_UNSAFE, 2)}


def test_names_the_line_of_each() -> None:
    body = '<g/>\n<script/>\n\n<image\n  href="a.png"/>'
    assert refusals(svg(body)) == [(Code.FIGURE_UNSAFE, 3), (Code.FIGURE_UNSAFE, 5)]


def test_refuses_entities_at_once() -> None:
    layers = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY e0 "x">{layers}]>\n{HEAD}&e12;</svg>'
    assert refusals(bomb.encode()) == [(Code.FIGURE_UNSAFE, 2)]


@pytest.mark.parametrize(
    "body",
    [
        '<use href="#a"/><g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="u0"/>' + "".join(repeated(n, 10) for n in range(9)),
        '<g id="u0"/>' + "".join(repeated(n, 1) for n in range(90)),
    ],
)
def test_refuses_drawings_that_grow(body: str) -> None:
    assert refusals(svg(body)) == [(Code.FIGURE_UNSAFE, 1)]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"GIF89a<svg/>", 1),
        (b"\xff\xd8\xff\xe0JFIF<svg/>", 1),
        (b"\x1f\x8b\x08\0", 1),
        (b"words", 1),
        (svg("<g>"), 3),
        (svg("&other;"), 2),
        (svg("ÿ").replace("ÿ".encode(), b"\xff"), 2),
        (b'\n<html xmlns="http://www.w3.org/1999/xhtml"/>', 2),
        (b'<svg viewBox="0 0 1 1"/>', 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"/>', 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>', 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 10"/>', 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="1e999" height="1"/>', 1),
        (svg("").decode().encode("utf-16"), 1),
        (b'<?xml version="1.0" encoding="windows-1251"?>' + svg(""), 1),
        (png(3, 2)[:-20], 1),
        (png(3, 2).replace(b"IDAT", b"IDAX"), 1),
        (png(0, 2), 1),
        (png(100_000, 2), 1),
        (png(9_000, 9_000), 1),
    ],
)
def test_refuses_what_is_no_whole_picture(data: bytes, line: int) -> None:
    assert refusals(data) == [(Code.FIGURE_FORMAT, line)]


def test_refuses_a_drawing_that_is_too_large() -> None:
    assert refusals(svg(" " * 5_000_000)) == [(Code.FIGURE_FORMAT, 1)]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="10mm" height="20mm"', (10 * 96 / 25.4, 20 * 96 / 25.4)),
        ('width="3in" height="72pt" viewBox="0 0 5 5"', (288, 96)),
        ('width="100%" viewBox="-5,-5, 30 , 40"', (30, 40)),
        ('width="12" height="8.5px"', (12, 8.5)),
    ],
)
def test_reads_the_size(attributes: str, size: tuple[float, float]) -> None:
    data = f'\ufeff<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    picture, found = inspect_picture("a.svg", data)
    assert found == ()
    assert picture is not None
    assert (picture.width, picture.height) == pytest.approx(size)


def test_takes_a_png_by_its_content() -> None:
    picture, found = inspect_picture("figures/a.svg", png(640, 480))
    assert found == ()
    assert picture is not None
    assert (picture.media_type, picture.width, picture.height) == ("image/png", 640, 480)
    assert len(picture.digest) == 64


@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map(svg), st.binary().map(png(3, 2).__add__)))
def test_never_raises(data: bytes) -> None:
    picture, found = inspect_picture("a.svg", data)
    assert (picture is None) == bool(found)


@given(st.data())
def test_never_raises_on_damage(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([png(3, 2), svg('<use href="#a"/><g id="a" style="fill:url(#b)"/><style>a{}</style>')])
    )
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    inspect_picture("a.svg", whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:])
