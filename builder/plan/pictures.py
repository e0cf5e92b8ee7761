"""The pictures of figures, logos and emblems."""

import hashlib
from dataclasses import replace

from builder.content.drawing import relabelled
from builder.content.prose import Figure
from builder.model.edition import Edition
from builder.output.image import PNG, SVG, Image
from builder.output.text import plain_text
from builder.plan.runs import Voice, phrase_runs


def image_of(figure: Figure, voice: Voice) -> Image | None:
    """Return the picture of a figure with its words in the edition's language; None where it is not there."""
    image = image_at(figure.path, voice.edition)
    if image is None or not figure.labels:
        return image
    labels = tuple(phrase_runs(label, voice) for label in figure.labels)
    data = relabelled(image.data, [plain_text(label) for label in labels])
    return replace(image, data=data, digest=hashlib.sha256(data).hexdigest(), labels=labels)


def image_at(path: str, edition: Edition) -> Image | None:
    """Return the picture at a path from the workspace's root, or None where it is not there: an error has said so."""
    picture = edition.pictures.get(path)
    if picture is None:
        return None
    return Image(
        media_type=SVG if picture.media_type == SVG else PNG,
        width=picture.width,
        height=picture.height,
        data=picture.data,
        digest=picture.digest,
    )
