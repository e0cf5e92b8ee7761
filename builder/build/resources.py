"""Theme files for a format, read once a build."""

from collections.abc import Mapping
from functools import cached_property

from builder import files
from builder.build.brands import NO_BRAND, TEMPLATE, Brand
from builder.formats import Format
from builder.output.resources import Resources


class Shelf:
    """Hands out resources."""

    def __init__(self, brands: Mapping[str, Brand]) -> None:
        self._brands = brands
        self._files: dict[str, bytes] = {}

    @cached_property
    def _fonts(self) -> str:
        from builder.typeset.fonts import font_files, font_sizes

        return str(files.font_folder(font_files(), font_sizes()))

    def resources(self, format: Format, publisher: str) -> Resources:
        """Return what a format reads beside its plan; a publisher's files stand in for ours."""
        brand = self._brands.get(publisher, NO_BRAND).files
        contents = {name: brand.get(name) or self._theme(name) for name in format.resources}
        if TEMPLATE in contents:
            contents |= brand
        return Resources(files=contents, fonts=self._fonts if format.needs_fonts else "")

    def _theme(self, name: str) -> bytes:
        if name not in self._files:
            data = files.read_package(f"themes/{name}")
            if data is None:
                raise FileNotFoundError(name)
            self._files[name] = data
        return self._files[name]
