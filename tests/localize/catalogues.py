"""Catalogues for tests: a header, arbitrary well-formed ones, and texts that only look like PO."""

from hypothesis import strategies as st

from builder.localize.po import Catalogue, Message, Previous, read_catalogue
from builder.source import SourceFile

HEADER = r"""msgid ""
msgstr ""
"Language: mk\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);\n"
"""
# Tools of gettext know neither NUL nor lone surrogates; U+2068 and U+2069 are theirs.
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2068\u2069")
TEXTS = st.text(st.one_of(st.sampled_from('ab шќё"\\\n\t{}*_'), _LETTERS), max_size=30)
# An empty first form means "nothing translated" to the tools, whatever the others say.
_FORMS = st.just(("", "")) | st.tuples(TEXTS.filter(bool), TEXTS)
_LINES = st.text(st.sampled_from("ab шќ.,:|~#!"), max_size=12).map(lambda text: "x" + text.strip() if text else "")
_PLACES = st.from_regex(r"[a-zш-]{1,4}\.md#[a-z.]{1,5}", fullmatch=True).map(lambda text: "m/" + text)

_PIECES = (
    r'msgid "a"¶msgid "b\n"¶msgid ""¶msgctxt "c"¶msgstr "т"¶msgstr ""¶"more"¶"mo"re"¶"open¶msgid_plural "s"¶'
    r'msgstr[0] "x"¶msgstr[1] "y"¶¶¶¶  ¶# hers¶#¶#. kind¶#: a.md#x b.md¶#, fuzzy¶#| msgid "was"¶#| broken¶'
    r'#~ msgid "old"¶#~ msgstr "ст"¶#~ "more"¶#~| msgid "older"¶#~¶<<<<<<< mine¶=======¶msgid¶msgid"a"¶msgstr[x]¶\¶'
    '\tmsgid "tab"¶\u2028¶#: \u2068a'
)


def catalogue_of(body: str, *, path: str = "locales/mk/x.po") -> Catalogue:
    """Return the catalogue that a header and these entries make; it must be well-formed."""
    catalogue, found = read_catalogue(SourceFile(path, f"{HEADER}\n{body}"))
    assert not found, found
    return catalogue


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Return any catalogue that gettext would take, its entries made by hand, not read."""
    header = read_catalogue(SourceFile("x.po", HEADER))[0].header
    listed = draw(st.lists(messages(), max_size=6, unique_by=lambda message: message.key))
    return Catalogue(path="locales/mk/x.po", header=header, messages=tuple(listed))


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """Return any entry but the header."""
    plural = draw(st.none() | TEXTS)
    forms = draw(_FORMS) if plural is not None else (draw(TEXTS),)
    return Message(
        msgid=draw(TEXTS.filter(bool)),
        msgctxt=draw(st.none() | TEXTS),
        msgid_plural=plural,
        msgstr=forms,
        previous=draw(st.none() | st.builds(Previous, msgid=TEXTS, msgctxt=st.none() | TEXTS)),
        flags=draw(st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap"), ("x-own",)])),
        comments=tuple(draw(st.lists(_LINES, max_size=2))),
        extracted=tuple(draw(st.lists(_LINES, max_size=2))),
        references=tuple(draw(st.lists(_PLACES, max_size=2, unique=True))),
        obsolete=draw(st.booleans()),
    )


def po_like_texts() -> st.SearchStrategy[str]:
    """Return lines of PO files, whole and damaged, in any order."""
    pieces = st.sampled_from(_PIECES.split("¶"))
    lines = st.one_of(pieces, pieces, st.text(max_size=8).map(lambda text: text.replace("\r", "")))
    return st.lists(lines, max_size=14).map("\n".join)
