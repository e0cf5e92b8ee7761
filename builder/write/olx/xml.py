"""Elements and content as the XML of Open edX, where HTML stands as it is."""

from builder.output.document import Blocks
from builder.output.image import Image
from builder.output.quiz import Quiz
from builder.output.text import Runs
from builder.write.markup import attribute, escape
from builder.write.qti.content import Setting, blocks_content, image_path, marked, runs_content
from builder.write.qti.elements import HTML, Content, Element

FOLDER = "static"
"""Of the course's files; a text names one by this folder, whatever it is called after the import."""
_PAIRED = HTML - {"br", "img"}
"""What a reader of HTML takes for open where it is closed in one tag."""


def xml(part: Element | str) -> str:
    """Return an element with all that is in it."""
    if isinstance(part, str):
        return escape(part)
    name, attributes, children = part
    named = "".join(f' {key.removeprefix("xml:")}="{attribute(value)}"' for key, value in attributes.items())
    if children or name in _PAIRED:
        return f"<{name}{named}>{''.join(map(xml, children))}</{name}>"
    return f"<{name}{named}/>"


def static_path(image: Image) -> str:
    """Return where a picture stands among the course's files."""
    return f"{FOLDER}/{image_path(image).rpartition('/')[2]}"


def setting(quiz: Quiz) -> Setting:
    """Return where content stands."""
    return Setting(language=quiz.language, image=lambda image: f"/{static_path(image)}")


def body(blocks: Blocks, quiz: Quiz) -> Element:
    """Return blocks in their language."""
    return Element("div", marked(quiz.language), blocks_content(blocks, setting(quiz)))


def blocks_element(name: str, blocks: Blocks, quiz: Quiz) -> Element:
    """Return an element that holds blocks in their language."""
    return Element(name, {}, (body(blocks, quiz),))


def runs_element(name: str, text: Runs, quiz: Quiz) -> Element:
    """Return an element that holds running text in its language."""
    return Element(name, {}, (words(text, quiz),))


def words(text: Runs, quiz: Quiz) -> Element:
    """Return running text in its language."""
    content: Content = runs_content(text, setting(quiz))
    return Element("span", marked(quiz.language), content)
