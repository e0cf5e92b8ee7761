"""Editions of a publisher that has everything: logos, a fund with an emblem, a disclaimer, a rule for names."""

from dataclasses import replace
from hashlib import sha256

from builder.model.edition import Edition, Picture
from builder.model.workspace import ApprovedText, Funding, Logo, Mark
from tests.plan.lesson_editions import AT

LOGO, EMBLEM = "publishers/default/logo.svg", "publishers/default/emblem.svg"
STATEMENT = "Paid by a fund for safety."
DISCLAIMER = "This is not the opinion of the fund."


def branded(
    edition: Edition, *, colours: tuple[tuple[str, str], ...] = (), policy: str = "every", logos: int = 1
) -> Edition:
    """Return the edition with a publisher that has everything, in English and Macedonian."""
    paid = ApprovedText(span=AT, language="en", text=STATEMENT, source=None, approved=True)
    freed = replace(paid, text=DISCLAIMER)
    mark = edition.publisher.mark or Mark(span=AT, symbol="*", policy="every", notes=())
    publisher = replace(
        edition.publisher, colours=colours, mark=replace(mark, policy=policy),
        logos=tuple(Logo(span=AT, path=LOGO, alternative="A circle") for _ in range(logos)),
        funding=Funding(span=AT, statements=(paid, replace(paid, language="mk", text="Платено од фонд.")), emblem=EMBLEM),
        disclaimers=(freed, replace(freed, language="mk", text="Ова не е мислење на фондот.")),
    )  # fmt: skip
    pictures = {**edition.pictures, LOGO: drawing(LOGO, 120, 40), EMBLEM: drawing(EMBLEM, 90, 60)}
    return replace(edition, publisher=publisher, pictures=pictures)


def drawing(path: str, width: int, height: int) -> Picture:
    """Return a picture of a shape."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}"/></svg>'
    return Picture(
        path=path, media_type="image/svg+xml", width=width, height=height, data=data.encode(),
        digest=sha256(data.encode()).hexdigest(),
    )  # fmt: skip
