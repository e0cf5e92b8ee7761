"""The pictures of figures, logos and emblems."""

from builder.content.prose import Figure
from builder.model.edition import Edition
from builder.output.image import PNG, SVG, Image


def image_of(figure: Figure, edition: Edition) -> Image | None:
    """Return the picture of a figure, or None where it is not there: an error has said so."""
    return image_at(figure.path, edition)


def image_at(path: str, edition: Edition) -> Image | None:
    """Return the picture at a path from the workspace's root, or None where it is not there."""
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
