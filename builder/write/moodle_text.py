"""Texts in Moodle XML: plain ones escaped, HTML in CDATA, its pictures beside it."""

import re
from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal

from builder.content.walk import walk
from builder.output.document import Blocks, Figure
from builder.output.image import SVG
from builder.output.quiz import Quiz
from builder.output.text import Run, Runs
from builder.write.html_text import language_html, runs_html
from builder.write.markup import attribute, escape
from builder.write.quiz_markup import Setting, blocks_html

_BRACE = re.compile("\x01[^\x02]*\x02|\\{")


def element(name: str, /, *children: str, text: str = "", **attributes: str) -> str:
    """Return an element with either children, each on its own line, or text."""
    opening = name + "".join(f' {key}="{attribute(value)}"' for key, value in attributes.items())
    inside = "\n" + "".join(children) if children else escape(text)
    return f"<{opening}>{inside}</{name}>\n"


def text_element(name: str, text: str, /, **attributes: str) -> str:
    """Return an element that holds plain text as Moodle wants it: in one more element."""
    return element(name, element("text", text=text), **attributes)


def html_text(html: str) -> str:
    """Return HTML as the text of an element; escaped as it is, it cannot hold what ends a CDATA section."""
    return f"<text><![CDATA[{html}]]></text>\n" if html else "<text></text>\n"


def blocks_xml(name: str, blocks: Blocks, quiz: Quiz) -> str:
    """Return an element that holds blocks as HTML, and the files of their figures."""
    html = blocks_html(blocks, Setting(language=quiz.language, image=_address))
    files = dict.fromkeys(_file(figure) for figure in walk(blocks, Figure))
    marked = f"<div{language_html(quiz.language)}>{html}</div>" if html else ""
    return element(name, html_text(marked), *files, format="html")


def gapped_xml(name: str, blocks: Blocks, quiz: Quiz, gap: Callable[[Run], str]) -> str:
    """Return the same with something in the place of each gap; elsewhere no brace may begin one."""
    html = blocks_html(blocks, Setting(language=quiz.language, image=_address, gap=lambda run: f"\x01{gap(run)}\x02"))
    shown = _BRACE.sub(lambda found: found[0][1:-1] if found[0][0] == "\x01" else "&#123;", html)
    files = dict.fromkeys(_file(figure) for figure in walk(blocks, Figure))
    return element(name, html_text(f"<div{language_html(quiz.language)}>{shown}</div>"), *files, format="html")


def plain_number(value: Decimal) -> str:
    """Return a number with a point, whatever the language: Moodle reads the file by that."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def runs_text(runs: Runs, quiz: Quiz) -> str:
    """Return runs as the HTML text of an element."""
    return html_text(f"<span{language_html(quiz.language)}>{runs_html(runs, quiz.language)}</span>")


def _address(figure: Figure) -> str:
    return f"@@PLUGINFILE@@/{_file_name(figure)}"


def _file(figure: Figure) -> str:
    data = b64encode(figure.image.data).decode("ascii")
    return element("file", text=data, name=_file_name(figure), path="/", encoding="base64")


def _file_name(figure: Figure) -> str:
    """Return a name that needs no letters of any language."""
    return f"figure-{figure.image.digest[:12]}.{'svg' if figure.image.media_type == SVG else 'png'}"
