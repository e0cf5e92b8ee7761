"""One entry of a PO file while it is being read, line by line."""

import re

from builder.localize.catalogue import Message, Previous
from builder.localize.po_strings import unquote

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?=")')
_REFERENCE = re.compile("\u2068([^\u2069]*)\u2069(\\S*)|(\\S+)")
_ORDER = {"msgctxt": 0, "msgid": 1, "msgid_plural": 2, "msgstr": 3}
_USUAL = (["msgid", "msgstr"], ["msgctxt", "msgid", "msgstr"])
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_Texts = dict[str, list[str]]
Problem = tuple[int, str, str]
"""Line, message, hint."""


class Entry:
    """Collects the lines of one entry; `message` says what they mean, `problem` why they mean nothing."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        """As typed."""
        self._first = 0
        self._line = 0
        self._obsolete: bool | None = None
        self._begun = False
        self._closed = False
        """True once a further ``msgctxt`` or ``msgid`` belongs to the next entry."""
        self._comments: list[str] = []
        self._extracted: list[str] = []
        self._references: list[str] = []
        self._flags: list[str] = []
        self._previous: _Texts = {}
        self._texts: _Texts = {}
        self._target: list[str] | None = None
        self._problem: Problem | None = None

    def accepts(self, text: str, *, after_gap: bool) -> bool:
        """Return whether a line belongs to this entry and not to the next one: comments stand only before it."""
        if not self._begun:
            return True
        if after_gap:
            return False
        obsolete = text.startswith("#~")
        if obsolete:
            text = text[2:].lstrip()
        if text[:1] in ("#", "|"):
            return False
        if not text.startswith(("msgctxt", "msgid")) or text.startswith("msgid_plural"):
            return True
        return not self._closed and self._obsolete in (obsolete, None)

    def add(self, text: str, line: str, number: int) -> None:
        """Take in one line: ``text`` is the line without the blanks around it."""
        self._first = self._first or number
        self.lines.append(line)
        mark = text[:2]
        if mark[0] != "#":
            self._keyword(text, number, obsolete=False)
        elif mark == "#~":
            rest = text[2:].lstrip()
            if rest[:1] == "|":
                self._previous_keyword(rest[1:].lstrip(), number)
            else:
                self._keyword(rest, number, obsolete=True)
        elif mark == "#|":
            self._previous_keyword(text[2:].lstrip(), number)
        else:
            self._comment(mark, text)

    def message(self) -> Message | None:
        """Return the entry, or None where it is incomplete or malformed."""
        texts = self._texts
        forms = _forms(texts) if self._problem is None and "msgid" in texts else None
        if forms is None:
            return None
        message = Message(
            msgid="".join(texts["msgid"]),
            msgctxt=_joined(texts, "msgctxt"),
            msgid_plural=_joined(texts, "msgid_plural"),
            msgstr=forms,
            previous=_previous(self._previous) if self._previous else None,
            flags=tuple(self._flags),
            comments=tuple(self._comments),
            extracted=tuple(self._extracted),
            references=tuple(self._references),
            obsolete=bool(self._obsolete),
            line=self._line,
        )
        # `raw` takes no part in construction, so that `replace` leaves it behind.
        object.__setattr__(message, "raw", "\n".join(self.lines))
        return message

    def only_comments(self) -> bool:
        """Return whether there is no entry at all behind the comments."""
        return self._problem is None and not self._begun

    def problem(self) -> Problem:
        """Return where and why the entry is malformed."""
        if self._problem is not None:
            return self._problem
        if "msgid" not in self._texts:
            return self._first, "a translation without its English text", "put the line msgid back above it"
        if not any(name.startswith("msgstr") for name in self._texts):
            return self._line, "an English text without its line msgstr", 'add a line msgstr "" under it'
        hint = "the order is msgctxt, msgid, msgstr; a counted text has msgid, msgid_plural, msgstr[0], msgstr[1] …"
        return self._line, "the lines of this entry are not complete or not in order", hint

    def _keyword(self, text: str, number: int, *, obsolete: bool) -> None:
        self._begun = True
        if self._obsolete is None:
            self._obsolete = obsolete
        match = _KEYWORD.match(text)
        if match is None:
            self._continuation(text, number)
            return
        name = match[1]
        self._closed = self._closed or name.startswith(("msgid", "msgstr"))
        if name == "msgid":
            self._line = number
        self._start(self._texts, name, unquote(text[match.end() :]), text, number)

    def _previous_keyword(self, text: str, number: int) -> None:
        match = _KEYWORD.match(text)
        if match is None:
            self._continuation(text, number)
        else:
            self._start(self._previous, match[1], unquote(text[match.end() :]), text, number)

    def _start(self, texts: _Texts, name: str, value: str | None, text: str, number: int) -> None:
        if value is None:
            self._fail(_unreadable(text, number))
        elif name in texts:
            self._fail((number, f"{name} stands twice in one entry", "leave a blank line between two entries"))
        else:
            texts[name] = self._target = [value]

    def _continuation(self, text: str, number: int) -> None:
        value = unquote(text)
        if value is None or self._target is None:
            self._fail(_unreadable(text, number))
        else:
            self._target.append(value)

    def _fail(self, problem: Problem) -> None:
        self._problem = self._problem or problem

    def _comment(self, mark: str, text: str) -> None:
        if mark == "#.":
            self._extracted.append(text[2:].removeprefix(" "))
        elif mark == "#:":
            self._references += _references(text[2:])
        elif mark == "#,":
            self._flags += [flag.strip() for flag in text[2:].split(",") if flag.strip()]
        else:
            self._comments.append(text[1:].removeprefix(" "))


def _references(text: str) -> list[str]:
    if "\u2068" not in text:
        return text.split()
    return [path + rest + plain for path, rest, plain in _REFERENCE.findall(text)]


def _forms(texts: _Texts) -> tuple[str, ...] | None:
    """Return the translation, if the keywords are complete and in their order."""
    names = list(texts)
    if names in _USUAL:
        return ("".join(texts["msgstr"]),)
    if names != sorted(names, key=lambda name: _ORDER[name.partition("[")[0]]):
        return None
    forms = [name for name in names if name.startswith("msgstr")]
    wanted = [f"msgstr[{number}]" for number in range(len(forms))] if "msgid_plural" in texts else ["msgstr"]
    return tuple("".join(texts[name]) for name in forms) if forms and forms == wanted else None


def _joined(texts: _Texts, name: str) -> str | None:
    return "".join(texts[name]) if name in texts else None


def _previous(texts: _Texts) -> Previous:
    return Previous(
        msgid=_joined(texts, "msgid") or "",
        msgctxt=_joined(texts, "msgctxt"),
        msgid_plural=_joined(texts, "msgid_plural"),
    )


def _unreadable(text: str, number: int) -> Problem:
    if text.startswith(_CONFLICT):
        hint = "keep the better of the two translations, then delete the lines with <<<<<<<, ======= and >>>>>>>"
        return number, "a merge of two versions of this file was left unfinished", hint
    hint = 'a text stands between straight quotation marks; inside it, write \\" for one and \\\\ for a backslash'
    return number, "this line cannot be read", hint
