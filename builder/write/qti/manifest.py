"""The list of what a package holds, and by what its questions can be found."""

from collections.abc import Iterable, Mapping

from builder.content.walk import walk
from builder.output.image import Image
from builder.output.quiz import Item, Quiz, items
from builder.write.markup import attribute, escape
from builder.write.qti.assessment import Placed, item_path, test_title
from builder.write.qti.content import image_path
from builder.write.qti.elements import Version
from builder.write.qti.item import item_title

_LOM = "http://ltsc.ieee.org/xsd/LOM"


def manifest(quiz: Quiz, pictures: Mapping[str, Iterable[str]], tests: Iterable[str], version: Version) -> str:
    """Return the manifest, given the paths of each question's pictures.

    Language and part are in its identifier, for platforms take equal ones for one package.
    """
    identifier = "-".join(("coursewright", quiz.course, quiz.part, quiz.language))
    resources = [_test(test, quiz, version) for test in tests]
    resources += [_item(item, pictures[item.id], quiz, version) for item in items(quiz)]
    return (
        f'<manifest xmlns="{version.package_namespace}" xmlns:lom="{_LOM}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{version.package_namespace} {version.package_schema}" '
        f'identifier="{attribute(identifier)}">\n<metadata>\n<schema>{version.package_name}</schema>\n'
        f"<schemaversion>{version.package_version}</schemaversion>\n"
        f"{_lom(test_title(quiz), quiz, _facts(quiz))}</metadata>\n<organizations/>\n<resources>\n"
        f"{''.join(resources)}</resources>\n</manifest>"
    )


def images(each: Placed) -> dict[str, Image]:
    """Return the pictures that a question shows, by their paths in the package."""
    return {image_path(image): image for image in walk((each.case, each.item), Image)}


def _test(name: str, quiz: Quiz, version: Version) -> str:
    needed = "".join(f'<dependency identifierref="{item.id}"/>\n' for item in items(quiz))
    path = f"{name}.xml"
    return (
        f'<resource identifier="TEST_{name}" type="{version.test_type}" href="{path}">\n'
        f'<file href="{path}"/>\n{needed}</resource>\n'
    )


def _item(item: Item, pictures: Iterable[str], quiz: Quiz, version: Version) -> str:
    files = "".join(f'<file href="{path}"/>\n' for path in (item_path(item.id), *pictures))
    described = _lom(item_title(item, quiz), quiz, _tags(item))
    return (
        f'<resource identifier="{item.id}" type="{version.item_type}" href="{item_path(item.id)}">\n'
        f"<metadata>\n{described}</metadata>\n{files}</resource>\n"
    )


def _facts(quiz: Quiz) -> tuple[str, ...]:
    return (f"{quiz.course}/{quiz.part}", quiz.edition, quiz.date, quiz.licence, quiz.publisher)


def _tags(item: Item) -> tuple[str, ...]:
    named = (
        ("outcome", item.outcome), ("bloom", item.level), ("use", item.use), ("module", item.module),
        ("lesson", item.lesson),
    )  # fmt: skip
    return tuple(f"{name}:{value}" for name, value in named if value)


def _lom(title: str, quiz: Quiz, keywords: Iterable[str]) -> str:
    """Return the title in its language, and words to search for."""
    language = attribute(quiz.language)
    words = "".join(
        f'<lom:keyword><lom:string language="en">{escape(word)}</lom:string></lom:keyword>\n' for word in keywords
    )
    return (
        f'<lom:lom>\n<lom:general>\n<lom:title><lom:string language="{language}">{escape(title)}</lom:string>'
        f"</lom:title>\n<lom:language>{escape(quiz.language)}</lom:language>\n{words}</lom:general>\n</lom:lom>\n"
    )
