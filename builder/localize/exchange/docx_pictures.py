"""Pictures of slides in the Word file: each in a row of its own above the first text that stands on the slide."""

from collections.abc import Mapping
from struct import unpack

from builder.localize.exchange.unit import OnSlide, Outgoing
from builder.localize.exchange.xml import attribute

Pictures = Mapping[OnSlide, bytes]
"""PNGs by their slide."""
_WIDTH = 2_520_000
"""EMU: seven centimetres."""
_SIZE = ">II"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


class Album:
    """Hands out each picture once, and remembers which went in."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._used: dict[OnSlide, None] = {}

    def picture(self, text: Outgoing) -> str:
        """Return a run with the picture of a text's slide; nothing where there is none, or it was shown before."""
        place = text.place
        if place is None or place.on_slide in self._used or place.on_slide not in self._pictures:
            return ""
        self._used[place.on_slide] = None
        width, height = unpack(_SIZE, self._pictures[place.on_slide][16:24])
        title = attribute(place.title or place.slide)
        return _run(len(self._used), title, _WIDTH * height // max(width, 1))

    def shows(self, text: Outgoing) -> bool:
        """Return whether the picture of a text's slide went in."""
        return text.place is not None and text.place.on_slide in self._used

    @property
    def parts(self) -> dict[str, bytes]:
        """Return the files of the pictures that went in."""
        return {f"word/media/{number}.png": self._pictures[one] for number, one in enumerate(self._used, 1)}

    @property
    def relationships(self) -> str:
        """Return how the document names them."""
        return "".join(
            f'<Relationship Id="p{number}" Type="{_IMAGE}" Target="media/{number}.png"/>'
            for number in range(1, len(self._used) + 1)
        )


def _run(number: int, title: str, height: int) -> str:
    size = f'cx="{_WIDTH}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Slide {number}" descr="{title}"/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Slide {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="p{number}" xmlns:r="{_IMAGE.removesuffix("/image")}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
