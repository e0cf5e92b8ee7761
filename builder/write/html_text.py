"""Runs as HTML: escaped, every change of language and direction marked."""

from base64 import b64encode
from itertools import groupby

from builder.languages.direction import direction_of
from builder.output.image import Image
from builder.output.text import Run, Runs
from builder.write.markup import attribute, escape

_TAGS = (("code", "code"), ("emphasis", "em"), ("strong", "strong"))


def runs_html(runs: Runs, language: str) -> str:
    """Return runs as HTML within text of a language; neighbours in another one share a mark of it.

    A mark with a direction stands apart from what is around it, so that a sentence from the right must bear only one.
    """
    groups = groupby(runs, key=lambda run: run.language)
    return "".join(_marked("".join(map(_run, group)), foreign, language) for foreign, group in groups)


def _marked(html: str, foreign: str, language: str) -> str:
    return html if foreign == language else f"<span{language_html(foreign)}>{html}</span>"


def language_html(language: str) -> str:
    """Return the attributes that mark a language and the way it runs."""
    return f' lang="{attribute(language)}" dir="{direction_of(language)}"'


def id_html(id: str) -> str:
    """Return the attribute of an id, or nothing for none."""
    return f' id="{attribute(id)}"' if id else ""


def data_address(image: Image) -> str:
    """Return a picture as an address that needs no file and no network."""
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}"


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>"
    html = escape(run.text)
    for look, tag in _TAGS:
        if getattr(run, look):
            html = f"<{tag}>{html}</{tag}>"
    if run.link:
        html = _link(run, html)
    if run.mark:
        html = f"<sup>{html}</sup>"
    return html


def _link(run: Run, html: str) -> str:
    address = attribute(run.link or "")
    if run.mark:
        return f'<a href="{address}" role="doc-noteref">{html}</a>'
    kind = ' class="term"' if address.startswith("#") else ""
    return f'<a{kind} href="{address}">{html}</a>'
