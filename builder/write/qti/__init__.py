"""A bank of questions → packages of QTI 2.1 and 3.0, which test platforms import."""

from builder.output.quiz import Quiz
from builder.output.resources import Resources
from builder.write.package import write_package
from builder.write.qti.assessment import assessments, item_path, placed
from builder.write.qti.elements import QTI_3, QTI_21, Version, document, xml_file
from builder.write.qti.item import assessment_item
from builder.write.qti.manifest import images, manifest


def write_qti21(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a package of QTI 2.1."""
    del resources
    return _package(quiz, QTI_21)


def write_qti3(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a package of QTI 3.0."""
    del resources
    return _package(quiz, QTI_3)


def _package(quiz: Quiz, version: Version) -> bytes:
    tests = assessments(quiz)
    parts = {f"{name}.xml": document(test, version) for name, test in tests.items()}
    pictures = {each.item.id: images(each) for each in placed(quiz)}
    for each in placed(quiz):
        parts[item_path(each.item.id)] = document(assessment_item(each.item, each.case, quiz), version)
        parts.update({path: image.data for path, image in pictures[each.item.id].items()})
    parts["imsmanifest.xml"] = xml_file(manifest(quiz, pictures, tests, version))
    return write_package(parts)
