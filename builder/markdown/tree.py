"""Inline tokens → inline nodes."""

from dataclasses import dataclass, field

from markdown_it.token import Token

from builder.content.inlines import (
    Citation,
    CitationItem,
    CodeSpan,
    Emphasis,
    Foreign,
    Gap,
    Inline,
    Inlines,
    LineBreak,
    NameMark,
    Strong,
    Text,
    Variable,
)
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.markdown.foreign import foreign_language
from builder.markdown.leftovers import leftovers
from builder.markdown.raw import RawText
from builder.markdown.targets import link_node, target_fault
from builder.source import Span

DEEPEST = 12
"""How many marks may stand within each other; what is deeper loses its marks and is reported."""


@dataclass(slots=True)
class _Open:
    token: Token
    line: int
    children: list[Inline] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    """Text that follows the children, in pieces: escapes and skipped marks cut it."""
    text_line: int = 0
    text_end_line: int = 0


class InlineTree:
    """Builds the nodes of one message."""

    def __init__(self, raw: RawText, path: str, findings: list[Diagnostic]) -> None:
        self.raw = raw
        self.path = path
        self.findings = findings
        self.open = [_Open(Token("root", "", 0), raw.line)]
        self.line = raw.line
        self.skipped = 0
        """How many marks are open below the deepest level."""

    def build(self, tokens: list[Token]) -> Inlines:
        """Return the nodes."""
        fragments: list[Token] = []
        for token in tokens:
            if token.type == "text":
                fragments.append(token)
                continue
            self._plain(fragments)
            self.line = self.raw.line_at(token.map[0]) if token.map else self.line
            if token.nesting > 0:
                self._enter(token)
            elif token.nesting < 0:
                self._leave()
            else:
                self._leaf(token)
        self._plain(fragments)
        return tuple(self._children(self.open[0]))

    def _enter(self, token: Token) -> None:
        if len(self.open) > DEEPEST:
            if not self.skipped:
                self._report(Code.MARKUP_LEFTOVER, "too many marks within each other", "keep one or two")
            self.skipped += 1
        else:
            self.open.append(_Open(token, self.line))

    def _leave(self) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        opened = self.open.pop()
        children = tuple(self._children(opened))
        span = Span(self.path, opened.line, self.line)
        match opened.token.type:
            case "em_open":
                self._add(Emphasis(span=span, children=children))
            case "strong_open":
                self._add(Strong(span=span, children=children))
            case "foreign_open":
                self._foreign(opened.token.content, children, span)
            case _:
                self._link(opened.token, children, span)

    def _foreign(self, attributes: str, children: Inlines, span: Span) -> None:
        language, fault = foreign_language(attributes, span)
        if fault is not None:
            self.findings.append(fault)
        if language is None:
            self._splice(children)
        else:
            self._add(Foreign(span=span, language=language, children=children))

    def _link(self, token: Token, children: Inlines, span: Span) -> None:
        target = str(token.attrs.get("href", ""))
        if "title" in token.attrs:
            self._report(Code.MARKUP_LEFTOVER, "a link has no title", "say it in the text, or take the title out")
        node = link_node(target, children, span)
        if node is None:
            message, hint = target_fault(target)
            self._report(Code.LINK_UNSAFE, message, hint)
            self._splice(children)
        else:
            self._add(node)

    def _leaf(self, token: Token) -> None:
        span = Span(self.path, self.line, self.line)
        match token.type:
            case "text_special":
                self._text(token.content)
            case "hardbreak":
                self._add(LineBreak(span=span))
            case "code_inline":
                self._add(CodeSpan(span=span, value=token.content))
            case "name_mark":
                self._add(NameMark(span=span))
            case "variable":
                self._add(Variable(span=span, name=token.content))
            case "gap":
                self._add(Gap(span=span, id=token.content))
            case "citation":
                self._add(_citation(token.content, span))
            case _:
                self._refused(token)

    def _plain(self, fragments: list[Token]) -> None:
        """Add text that stood without a mark between its parts; marks that did not pair are among them."""
        if not fragments:
            return
        first, last = fragments[0].map, fragments[-1].map
        assert first is not None
        assert last is not None
        start, end = first[0], max(last[1] - 1, last[0])
        content = "".join(fragment.content for fragment in fragments)
        fragments.clear()
        self.line = self.raw.line_at(start)
        self.findings.extend(leftovers(content, lambda offset: Span.at(self.path, self.raw.line_at(start + offset))))
        self._text(content, self.raw.line_at(end))

    def _refused(self, token: Token) -> None:
        if token.type == "inline_image":
            hint = 'put the figure into a paragraph of its own: ![what it shows](figures/name.svg "caption")'
            self._report(Code.FIGURE_INLINE, "a figure stands in a text", hint)
        else:
            excerpt = token.content if len(token.content) < 40 else token.content[:37] + "…"
            self._report(Code.RAW_HTML, f"HTML is not read: {excerpt}", "write \\< for the character <")
        self._text(token.content)

    def _text(self, value: str, end_line: int | None = None) -> None:
        opened = self.open[-1]
        if value:
            opened.text_line = opened.text_line if opened.text else self.line
            opened.text_end_line = end_line or self.line
            opened.text.append(value)

    def _children(self, opened: _Open) -> list[Inline]:
        """Return the nodes within a mark, with the text that still waits for its end."""
        if opened.text:
            span = Span(self.path, opened.text_line, opened.text_end_line)
            opened.children.append(Text(span=span, value="".join(opened.text)))
            opened.text.clear()
        return opened.children

    def _splice(self, children: Inlines) -> None:
        """Add nodes that lose the mark around them; their text joins the text beside it."""
        for child in children:
            if isinstance(child, Text):
                self.line = child.span.line
                self._text(child.value, child.span.end_line)
            else:
                self._add(child)

    def _add(self, node: Inline) -> None:
        self._children(self.open[-1]).append(node)

    def _report(self, code: Code, message: str, hint: str) -> None:
        self.findings.append(diagnose(code, message, Span(self.path, self.line, self.line), hint=hint))


def _citation(content: str, span: Span) -> Citation:
    items = []
    for part in content.split(";"):
        key, _, locator = part.strip().partition(",")
        items.append(CitationItem(span=span, key=key.strip()[1:], locator=locator.strip() or None))
    return Citation(span=span, items=tuple(items))
