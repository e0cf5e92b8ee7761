"""What a publisher puts into every output of its own: logos, the emblem of who paid, their words, its colours."""

from collections.abc import Iterable, Iterator

from builder.languages.states import State
from builder.model.workspace import ApprovedText
from builder.output.document import Logo
from builder.output.palette import Palette
from builder.output.text import Run, Runs
from builder.plan.pictures import image_at
from builder.plan.runs import Voice, plain_runs
from builder.typeset.colours import palette_of


def brand_palette(voice: Voice) -> Palette:
    """Return the colours of the publisher's outputs."""
    return palette_of(voice.edition.publisher.colours)


def logos(voice: Voice) -> tuple[Logo, ...]:
    """Return the publisher's logos, those whose pictures are there."""
    return tuple(_logos(voice))


def emblem(voice: Voice) -> Logo | None:
    """Return the emblem of who paid; none where the statement is missing, which it never goes without."""
    funding = voice.edition.publisher.funding
    words = statement(voice)
    image = image_at(funding.emblem, voice.edition) if funding and funding.emblem else None
    return Logo(image=image, alternative=words) if image and words else None


def statement(voice: Voice) -> Runs:
    """Return who paid, in the publisher's words."""
    funding = voice.edition.publisher.funding
    return approved_runs(funding.statements, voice) if funding else ()


def disclaimer(voice: Voice) -> Runs:
    """Return what the publisher does not answer for, in its words."""
    return approved_runs(voice.edition.publisher.disclaimers, voice)


def approved_runs(texts: Iterable[ApprovedText], voice: Voice) -> Runs:
    """Return the publisher's text in the edition's language; one that nobody has approved counts as a draft."""
    for text in texts:
        if text.language == voice.edition.language.tag:
            state = State.REVIEWED if text.approved else State.DRAFT
            return (Run(text=text.text, language=text.language, state=state),)
    return ()


def _logos(voice: Voice) -> Iterator[Logo]:
    for logo in voice.edition.publisher.logos:
        image = image_at(logo.path, voice.edition)
        if image is not None:
            yield Logo(image=image, alternative=plain_runs(logo.alternative, voice))
