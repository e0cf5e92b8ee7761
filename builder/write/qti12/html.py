"""Content as HTML in an element of QTI 1.2, where it is text."""

from builder.output.image import Image
from builder.output.quiz import Quiz
from builder.write.markup import attribute, escape
from builder.write.qti.content import Setting, image_path, marked
from builder.write.qti.elements import Content, Element

_VOID = frozenset(("br", "img"))


def setting(quiz: Quiz) -> Setting:
    """Return where content stands: its pictures among the files of the course that imports it."""
    return Setting(language=quiz.language, gap=lambda id: f"[{blank_name(id)}]", image=_address)


def blank_name(gap: str) -> str:
    """Return the name of a gap: it stands in brackets, which hold letters, digits and underscores."""
    return gap.replace("-", "_")


def material(content: Content, quiz: Quiz) -> str:
    """Return content in its language as the text of a question, an answer or feedback."""
    return text_material(_html(Element("div", marked(quiz.language), content)), "text/html")


def text_material(text: str, kind: str = "text/plain") -> str:
    """Return text that is plain, or HTML already."""
    return f'<material><mattext texttype="{kind}">{escape(text)}</mattext></material>\n'


def _address(image: Image) -> str:
    return f"$IMS-CC-FILEBASE$/{image_path(image)}"


def _html(part: Element | str) -> str:
    if isinstance(part, str):
        return escape(part)
    named = "".join(f' {key.removeprefix("xml:")}="{attribute(value)}"' for key, value in part.attributes.items())
    if part.name in _VOID:
        return f"<{part.name}{named}>"
    return f"<{part.name}{named}>{''.join(map(_html, part.children))}</{part.name}>"
