"""Texts that break careless writers, and a reader of HTML that shares nothing with ours."""

import unicodedata
from html.parser import HTMLParser

from hypothesis import strategies as st

HOSTILE = (
    "a ~ b = c # d { e } : f % g & h < i > j",
    "]]> and <![CDATA[ and --> and <!-- and <?php ?>",
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "“curly” „low“ ‚x‘ ’ `tick` \\ backslash \\: \\*",
    "Што е дезангажирање? Ѓ ќ џ љ њ – Ђорђе Ћосић",
    "מה זה? שלום (abc) ثلاثة ١٢٣",
    "👩‍👩‍👧‍👦 🇽🇰 e\u0301 ﬁ ½ \u2028 \u00a0 end",
    "* and ** and _x_ $$x^2$$ \\(y\\) {{ variable }} {% if %} @@PLUGINFILE@@",
    "x" * 10_000,
    "Ж" * 10_000,
)
# What neither XML nor HTML can hold is left out here: the writers drop it.
_MARKUP = "~=#{}:%&<>]['\"*\\/|-!?;@$^`\u00a0\u2028שלעЖѓ👩\u200d"
ANY_TEXT = st.text(
    st.one_of(st.sampled_from(_MARKUP), st.characters(exclude_categories=["C"])),
    min_size=1,
    max_size=60,
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.languages: list[tuple[str, str | None]] = []
        self.images: list[tuple[str, str]] = []
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if values.get("lang"):
            self.languages.append((values["lang"] or "", values.get("dir")))
        if tag == "img":
            self.images.append((values["src"] or "", values["alt"] or ""))


def read_html(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
