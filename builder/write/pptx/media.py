"""The pictures and charts of a deck: a picture stored once, an SVG with a PNG beside it for programs that draw none."""

from builder.output.deck import ChartShape
from builder.output.image import PNG, Image
from builder.write.pptx.chart import chart_workbook, chart_xml
from builder.write.pptx.xml import relationships
from builder.write.rasterize import rasterize

_WIDTH = 1024
"""Pixels of a drawn PNG."""


class Pictures:
    """The picture files of a deck, drawn when first met; it lives as long as the deck is written."""

    def __init__(self, fonts: str) -> None:
        self._fonts = fonts
        self.files: dict[str, bytes] = {}

    def name(self, image: Image) -> str:
        """Return the file that every program can show."""
        name = f"{image.digest[:20]}.png"
        if name not in self.files:
            self.files[name] = image.data if image.media_type == PNG else self._drawn(image)
        return name

    def _drawn(self, image: Image) -> bytes:
        # Fonts cost time to read, so they are looked at only where a picture has words.
        return rasterize(image.data, _WIDTH, self._fonts if self._fonts and b"<text" in image.data else None)

    def vector(self, image: Image) -> str | None:
        """Return the SVG file of a picture that is one."""
        if image.media_type == PNG:
            return None
        name = f"{image.digest[:20]}.svg"
        self.files[name] = image.data
        return name


class Charts:
    """The charts of a deck; it lives as long as the deck is written."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes | str] = {}
        self.count = 0

    def name(self, shape: ChartShape, language: str) -> str:
        """Return the file of a chart, written now with its numbers beside it."""
        self.count += 1
        name = f"chart{self.count}"
        self.parts[f"ppt/charts/{name}.xml"] = chart_xml(shape, language)
        self.parts[f"ppt/charts/_rels/{name}.xml.rels"] = relationships(
            [("rId1", "package", f"../embeddings/{name}.xlsx")]
        )
        self.parts[f"ppt/embeddings/{name}.xlsx"] = chart_workbook(shape)
        return f"{name}.xml"


class Media:
    """The pictures and charts that one slide shows; it lives as long as the slide is written."""

    def __init__(self, pictures: Pictures, charts: Charts, table_style: str) -> None:
        self._pictures = pictures
        self._charts = charts
        self._chart_names: list[str] = []
        self._targets: dict[str, str] = {}
        self.table_style = table_style

    def ids(self, image: Image) -> tuple[str, str | None]:
        """Return the ids of a picture's relationships: what every program shows, and the SVG."""
        vector = self._pictures.vector(image)
        return self._id(self._pictures.name(image)), self._id(vector) if vector else None

    def rows(self) -> list[tuple[str, str, str]]:
        """Return the relationships."""
        pictures = [(id, "image", f"../media/{name}") for name, id in self._targets.items()]
        charts = [
            (f"rIdC{place}", "chart", f"../charts/{name}") for place, name in enumerate(self._chart_names, start=1)
        ]
        return [*pictures, *charts]

    def chart_id(self, shape: ChartShape, language: str) -> str:
        """Return the id of a chart's relationship."""
        self._chart_names.append(self._charts.name(shape, language))
        return f"rIdC{len(self._chart_names)}"

    def _id(self, name: str) -> str:
        return self._targets.setdefault(name, f"rIdP{len(self._targets) + 1}")
