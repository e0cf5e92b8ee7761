"""Pictures for renderers that take SVG as text: pixels travel inside a drawing."""

from base64 import b64encode

from builder.output.image import PNG, Image

_WRAPPED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
    '<image width="{width:g}" height="{height:g}" href="data:image/png;base64,{data}"/></svg>'
)


def as_svg(image: Image) -> str:
    """Return the picture as the text of an SVG file."""
    if image.media_type == PNG:
        return _WRAPPED.format(width=image.width, height=image.height, data=b64encode(image.data).decode())
    return image.data.decode("utf-8-sig")
