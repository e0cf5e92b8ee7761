"""The slides as pictures, each with the texts on it: pages that open in any browser, without a network."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.languages.table import Language
from builder.localize.exchange.unit import Outgoing
from builder.localize.exchange.xml import attribute, escape, visible
from builder.records import dataclass

_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;color:#1d2b36;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "h2{font-size:1.05rem;margin:2.2rem 0 .5rem}img{width:28rem;max-width:100%;border:1px solid #c9ced6}"
    "section{display:flex;gap:1.5rem;flex-wrap:wrap;align-items:flex-start}"
    "table{border-collapse:collapse;flex:1 1 24rem}"
    "th,td{border-bottom:1px solid #dfe3e8;padding:.3rem .5rem;text-align:start;vertical-align:top}th{font-weight:600}"
    "small{color:#5b6470}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A slide with its picture and the texts on it."""

    id: str
    title: str
    picture: str
    """The path of its PNG, from the page."""
    texts: tuple[Outgoing, ...]


def write_storyboard(name: str, slides: Iterable[Shown], *, source: Language, language: Language) -> bytes:
    """Return the page of one deck; equal slides give equal bytes."""
    body = "".join(_slide(slide, source, language) for slide in slides)
    return _page(name, f"<h1>{_text(name)}</h1>\n{body}", source)


def write_contents(title: str, pages: Mapping[str, str], source: Language) -> bytes:
    """Return the page that leads to the decks: a page's name → its path."""
    items = "".join(f'<li><a href="{attribute(path)}">{_text(name)}</a></li>\n' for name, path in pages.items())
    return _page(title, f"<h1>{_text(title)}</h1>\n<ul>\n{items}</ul>\n", source)


def _page(title: str, body: str, source: Language) -> bytes:
    return (
        f'<!doctype html>\n<html lang="{source.tag}"><head><meta charset="utf-8"><title>{_text(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>\n<body><main>\n{body}'
        "</main></body></html>\n"
    ).encode()


def _slide(slide: Shown, source: Language, language: Language) -> str:
    rows = "".join(_rows(slide.texts, source, language))
    title = slide.title or slide.id
    heads = "".join(f'<th scope="col">{_text(one.name)}</th>' for one in (source, language))
    return (
        f'<h2 id="{attribute(slide.id)}">{_text(title)} <small>{_text(slide.id)}</small></h2>\n<section>'
        f'<img src="{attribute(slide.picture)}" alt="{attribute(title)}" loading="lazy">\n'
        f"<table><thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table></section>\n"
    )


def _rows(texts: Sequence[Outgoing], source: Language, language: Language) -> Iterator[str]:
    for text in texts:
        room = f"<br><small>≤ {text.place.room}</small>" if text.place is not None and text.place.room else ""
        yield (
            f'<tr><td>{_text(text.english)}{room}</td><td lang="{language.tag}" dir="{language.direction}">'
            f"{_text(text.translation)}</td></tr>\n"
        )


def _text(text: str) -> str:
    return escape(visible(text)).replace("\\\n", "<br>")
