"""Runs as HTML: escaped, every change of language and direction marked."""

from base64 import b64encode
from collections.abc import Callable
from itertools import groupby

from builder.languages.direction import direction_of
from builder.output.document import Document, Logo
from builder.output.image import Image
from builder.output.text import Run, Runs, plain_text
from builder.records import dataclass
from builder.write.markup import attribute, escape

_TAGS = (("code", "code"), ("emphasis", "em"), ("strong", "strong"))


def data_address(image: Image) -> str:
    """Return a picture as an address that needs no file and no network."""
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}"


def same_page(id: str) -> str:
    """Return the address of a place on the page itself."""
    return f"#{id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """What a page is written for; its elements are closed so that it is HTML and XML alike."""

    language: str
    """Of the text around."""
    xml: bool = False
    """Whether readers take it as XML, which has its own name for a language."""
    picture: Callable[[Image], str] = data_address
    """Returns the address of a picture."""
    place: Callable[[str], str] = same_page
    """Returns the address of a place in the paper."""


def runs_html(runs: Runs, language: str) -> str:
    """Return runs as HTML within text of a language, on a page of its own."""
    return runs_in(runs, Medium(language=language))


def runs_in(runs: Runs, medium: Medium) -> str:
    """Return runs as a medium wants them; neighbours in another language share a mark of it.

    A mark with a direction stands apart from what is around it, so that a sentence from the right must bear only one.
    """
    groups = groupby(runs, key=lambda run: run.language)
    return "".join(_marked("".join(_run(run, medium) for run in group), foreign, medium) for foreign, group in groups)


def language_html(language: str, *, xml: bool = False) -> str:
    """Return the attributes that mark a language and the way it runs."""
    tag = attribute(language)
    named = f' xml:lang="{tag}"' if xml else ""
    return f' lang="{tag}"{named} dir="{direction_of(language)}"'


def id_html(id: str) -> str:
    """Return the attribute of an id, or nothing for none."""
    return f' id="{attribute(id)}"' if id else ""


def _marked(html: str, foreign: str, medium: Medium) -> str:
    return html if foreign == medium.language else f"<span{language_html(foreign, xml=medium.xml)}>{html}</span>"


def brands_html(document: Document, medium: Medium) -> str:
    """Return the emblem of who paid beside the statement, then the publisher's logos; nothing where there are none."""
    paid = ""
    if document.emblem is not None:
        words = f"<span>{runs_in(document.statement, medium)}</span>"
        paid = f'<p class="paid">{logo_html(document.emblem, medium)} {words}</p>\n'
    row = " ".join(logo_html(logo, medium) for logo in document.logos)
    return paid + (f'<p class="logos">{row}</p>\n' if row else "")


def logo_html(logo: Logo, medium: Medium) -> str:
    """Return a logo; the style sheet says how high it is."""
    size = f'width="{round(logo.image.width)}" height="{round(logo.image.height)}"'
    return f'<img src="{medium.picture(logo.image)}" alt="{attribute(plain_text(logo.alternative))}" {size}/>'


def _run(run: Run, medium: Medium) -> str:
    if run.text == "\n":
        return "<br/>"
    html = escape(run.text)
    for look, tag in _TAGS:
        if getattr(run, look):
            html = f"<{tag}>{html}</{tag}>"
    if run.link:
        html = _link(run, html, medium)
    if run.mark:
        html = f"<sup>{html}</sup>"
    return f'<span class="second">{html}</span>' if run.second else html


def _link(run: Run, html: str, medium: Medium) -> str:
    link = run.link or ""
    inside = link.startswith("#")
    address = attribute(medium.place(link[1:]) if inside else link)
    if run.mark:
        return f'<a href="{address}" role="doc-noteref">{html}</a>'
    kind = ' class="term"' if inside else ""
    return f'<a{kind} href="{address}">{html}</a>'
