"""Typst, run with the theme's fonts alone: the machine's own would change what comes out."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.write.pdf_scripts import with_scripts


def typeset_pdf(template: bytes, inputs: Mapping[str, str], fonts: str) -> bytes:
    """Return what a template makes of its inputs as PDF/UA-1; Typst refuses what the standard forbids."""
    import typst

    data: bytes = typst.compile(
        template, format="pdf", font_paths=_fonts(fonts), pdf_standards=["ua-1"], sys_inputs=dict(inputs)
    )
    return with_scripts(data)


def typeset_png(template: bytes, inputs: Mapping[str, str], fonts: str | None) -> bytes:
    """Return the one page of a template as PNG, a pixel for each point."""
    import typst

    data: bytes = typst.compile(template, format="png", ppi=72.0, font_paths=_fonts(fonts), sys_inputs=dict(inputs))
    return data


def typeset_pngs(template: bytes, inputs: Mapping[str, str], fonts: str, share: float) -> list[bytes]:
    """Return the pages of a template as PNG, so many pixels for each point."""
    import typst

    pages: bytes | list[bytes] = typst.compile(
        template, format="png", ppi=72.0 * share, font_paths=_fonts(fonts), sys_inputs=dict(inputs)
    )
    return pages if isinstance(pages, list) else [pages]


@cache
def _fonts(folder: str | None) -> Any:
    """Return the fonts of a folder and those inside Typst; kept, for each costs a look into its file."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])
