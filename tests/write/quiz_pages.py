"""Practice pages made from editions built by hand, and what stands in them."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from builder.model.edition import Edition
from builder.output.resources import Resources
from builder.plan.quiz import plan_practice
from builder.write.quiz_html import SCRIPTS, write_quiz_html

THEMES = Path(__file__).parents[2] / "builder" / "themes"


@cache
def resources() -> Resources:
    return Resources(files={name: (THEMES / name).read_bytes() for name in _FILES}, fonts="")


_FILES = ("quiz.html.j2", "quiz.css", *SCRIPTS)


def page(edition: Edition) -> str:
    return write_quiz_html(plan_practice(edition, resources(), None)[0], resources()).decode("utf-8")


def data(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="_data">(.*?)</script>', html, re.DOTALL)
    assert found
    decoded: dict[str, Any] = json.loads(found.group(1))
    return decoded


class Reader(HTMLParser):
    """What a browser would find: elements with their attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._silent = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]
