"""A bank of questions → a package of QTI 1.2 with what Canvas adds: types of its own, and a description of the quiz.

Its new quizzes drop texts that are no question, so that each question of a case holds the text read before it.
"""

from collections.abc import Iterator, Mapping

from builder.content.walk import walk
from builder.output.document import Blocks, Paragraph
from builder.output.quiz import Choice, Item, Match, Numeric, Quiz, items
from builder.output.resources import Resources
from builder.output.text import Run
from builder.write.markup import attribute, escape
from builder.write.package import write_package
from builder.write.qti.assessment import Placed, placed, test_title
from builder.write.qti.content import blocks_content
from builder.write.qti.elements import xml_file
from builder.write.qti.item import item_title
from builder.write.qti.manifest import images
from builder.write.qti12.answers import answers, feedback_conditions, option_id
from builder.write.qti12.html import material, setting

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"


def write_qti12(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a package that Canvas imports as a quiz."""
    del resources
    questions = tuple(placed(quiz))
    pictures = {path: image.data for each in questions for path, image in images(each).items()}
    ident = "-".join(("coursewright", quiz.course, quiz.part, quiz.language))
    return write_package({
        **pictures,
        "imsmanifest.xml": xml_file(_manifest(ident, pictures)),
        f"{ident}/{ident}.xml": xml_file(_assessment(ident, questions, quiz)),
        f"{ident}/assessment_meta.xml": xml_file(_meta(ident, quiz)),
    })  # fmt: skip


def _manifest(ident: str, pictures: Mapping[str, bytes]) -> str:
    files = "".join(
        f'<resource identifier="file-{place}" type="webcontent" href="{path}">\n<file href="{path}"/>\n</resource>\n'
        for place, path in enumerate(pictures, start=1)
    )
    return (
        f'<manifest identifier="{ident}" xmlns="{_PACKAGE}">\n<metadata>\n<schema>IMS Content</schema>\n'
        f"<schemaversion>1.1.3</schemaversion>\n</metadata>\n<organizations/>\n<resources>\n"
        f'<resource identifier="{ident}-quiz" type="imsqti_xmlv1p2">\n<file href="{ident}/{ident}.xml"/>\n'
        f'<dependency identifierref="{ident}-meta"/>\n</resource>\n'
        f'<resource identifier="{ident}-meta" href="{ident}/assessment_meta.xml" '
        'type="associatedcontent/imscc_xmlv1p1/learning-application-resource">\n'
        f'<file href="{ident}/assessment_meta.xml"/>\n</resource>\n{files}</resources>\n</manifest>'
    )


def _meta(ident: str, quiz: Quiz) -> str:
    """Return what Canvas wants to know of a quiz; it shuffles all answers or none."""
    choices = [item for item in items(quiz) if isinstance(item.interaction, Choice | Match)]
    shuffled = bool(choices) and all(item.shuffle for item in choices)
    points = sum(item.points for item in items(quiz))
    return (
        f'<quiz xmlns="{_CANVAS}" identifier="{ident}-quiz">\n<title>{escape(test_title(quiz))}</title>\n'
        f"<shuffle_answers>{'true' if shuffled else 'false'}</shuffle_answers>\n<quiz_type>assignment</quiz_type>\n"
        f"<points_possible>{points}.0</points_possible>\n</quiz>"
    )


def _assessment(ident: str, questions: tuple[Placed, ...], quiz: Quiz) -> str:
    written = "".join(_item(each.item, each.case, quiz) for each in questions)
    return (
        f'<questestinterop xmlns="{_QTI}">\n<assessment ident="{ident}-quiz" title="{attribute(test_title(quiz))}">\n'
        f'<section ident="root_section">\n{written}</section>\n</assessment>\n</questestinterop>'
    )


def _item(item: Item, case: Blocks, quiz: Quiz) -> str:
    asked = answers(item, quiz)
    fields = {
        "question_type": asked.kind, "points_possible": f"{item.points}.0", "original_answer_ids": ",".join(asked.ids),
        "assessment_question_identifierref": f"{item.id}-question",
    }  # fmt: skip
    metadata = "".join(
        f"<qtimetadatafield>\n<fieldlabel>{name}</fieldlabel>\n<fieldentry>{value}</fieldentry>\n</qtimetadatafield>\n"
        for name, value in fields.items()
    )
    outcomes = '<outcomes>\n<decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/>\n</outcomes>\n'
    conditions = "".join((*feedback_conditions(item), *(asked.conditions)))
    return (
        f'<item ident="{item.id}" title="{attribute(item_title(item, quiz))}">\n'
        f"<itemmetadata>\n<qtimetadata>\n{metadata}</qtimetadata>\n</itemmetadata>\n"
        f"<presentation>\n{_prompt(item, case, quiz)}{asked.response}</presentation>\n"
        f"<resprocessing>\n{outcomes}{conditions}</resprocessing>\n{''.join(_feedback(item, quiz))}</item>\n"
    )


def _prompt(item: Item, case: Blocks, quiz: Quiz) -> str:
    draft = (Paragraph(text=quiz.draft_label),) if quiz.draft else ()
    units = item.interaction.units[:1] if isinstance(item.interaction, Numeric) else ()
    unit = (Paragraph(text=(Run(text="… ", language=quiz.language), *units)),) if units else ()
    bears = quiz.name_note and any(run.mark for run in walk((case, item), Run))
    note = (Paragraph(text=quiz.name_note),) if bears else ()
    return material(blocks_content((*draft, *case, *item.prompt, *unit, *note), setting(quiz)), quiz)


def _feedback(item: Item, quiz: Quiz) -> Iterator[str]:
    said = {"general_fb": item.explanation}
    if isinstance(item.interaction, Choice):
        said |= {f"{option_id(item, option)}_fb": option.feedback for option in item.interaction.options}
    for ident, blocks in said.items():
        if blocks:
            content = material(blocks_content(blocks, setting(quiz)), quiz)
            yield f'<itemfeedback ident="{ident}">\n<flow_mat>\n{content}</flow_mat>\n</itemfeedback>\n'
