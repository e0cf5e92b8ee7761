"""A paper → one HTML page: nothing to load, nothing to run, readable on any screen and on paper."""

from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.write.arcs import banner
from builder.write.html_blocks import Blocks
from builder.write.html_text import Medium, brands_html, data_address, language_html
from builder.write.markup import attribute, escape
from builder.write.palette import recoloured_styles

_STYLES = "handout.css"


def write_html(document: Document, resources: Resources) -> bytes:
    """Return the paper as one page with its styles and pictures inside."""
    medium = Medium(language=document.language)
    page = Blocks(document, medium)
    styles = recoloured_styles(resources.files[_STYLES].decode(), document.palette)
    size = f":root{{--size:{document.size / 11:g}}}"
    html = (
        f"<!doctype html>\n<html{language_html(document.language)}>\n<head>\n{_head(document)}"
        f"<style>{size}{styles}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#_content">{page.runs(document.skip_label)}</a>\n'
        f'{_header(document, page, medium)}<main id="_content" tabindex="-1">\n{page.all(document.blocks)}</main>\n'
        f"<footer><p>{page.runs(document.strip)}</p></footer>\n</body>\n</html>\n"
    )
    return html.encode()


def _head(document: Document) -> str:
    title = f"{plain_text(document.name)} · {plain_text(document.series)}"
    return (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<meta name="author" content="{attribute(document.author)}">\n'
        f'<meta name="dcterms.date" content="{attribute(document.date)}">\n'
    )


def _header(document: Document, page: Blocks, medium: Medium) -> str:
    """Return what every page of the course begins with."""
    draft = f'<p class="draft">{page.runs(document.draft_label)}</p>\n' if document.draft else ""
    return (
        f'<header>\n{draft}<div class="cover">'
        f'<img class="arcs" src="{data_address(banner(document.palette))}" alt="">\n'
        f'<p class="series">{page.runs(document.series)}</p>\n<h1>{page.runs(document.title)}</h1>\n'
        f'<p class="artefact">{page.runs(document.artefact)}</p>\n{brands_html(document, medium)}</div>\n</header>\n'
    )
