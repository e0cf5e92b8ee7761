"""A bank of questions → a package of QTI 1.2 with what Canvas adds: types of its own, and a description of the quiz.

Its new quizzes drop texts that are no question, so that each question of a case holds the text read before it.
"""

from collections.abc import Iterator, Mapping

from builder.content.walk import walk
from builder.languages.words import Word
from builder.output.document import Blocks, Paragraph
from builder.output.quiz import Choice, Draw, Item, Match, Numeric, Quiz, points_each, pool
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.records import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """One quiz of the package."""

    ident: str
    questions: tuple[Placed, ...]
    draw: Draw | None = None
    """How its questions are drawn; without it all are asked."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions without the texts of their cases."""
        return tuple(each.item for each in self.questions)

    @property
    def points(self) -> int:
        """What a learner can reach."""
        if self.draw is not None:
            return self.draw.items * points_each(self.items)
        return sum(item.points for item in self.items)


def write_qti12(quiz: Quiz, resources: Resources) -> bytes:
    """Return the bank as a package that Canvas imports: a quiz of all questions, or one of practice and the test."""
    del resources
    questions = tuple(placed(quiz))
    pictures = {path: image.data for each in questions for path, image in images(each).items()}
    ident = "-".join(("coursewright", quiz.course, quiz.part, quiz.language))
    held = tuple(_held(ident, questions, quiz))
    parts = dict(pictures)
    for one in held:
        parts[f"{one.ident}/{one.ident}.xml"] = xml_file(_assessment(one, quiz))
        parts[f"{one.ident}/assessment_meta.xml"] = xml_file(_meta(one, quiz))
    parts["imsmanifest.xml"] = xml_file(_manifest(ident, held, pictures))
    return write_package(parts)


def _held(ident: str, questions: tuple[Placed, ...], quiz: Quiz) -> Iterator[_Held]:
    """Yield the quizzes, in which each question stands once: Canvas takes equal ones for one."""
    if quiz.draw is None:
        yield _Held(ident=ident, questions=questions)
        return
    drawn = {item.id for item in pool(quiz)}
    others = tuple(each for each in questions if each.item.id not in drawn)
    if others:
        yield _Held(ident=ident, questions=others)
    tested = tuple(each for each in questions if each.item.id in drawn)
    yield _Held(ident=f"{ident}-test", questions=tested, draw=quiz.draw)


def _manifest(ident: str, held: tuple[_Held, ...], pictures: Mapping[str, bytes]) -> str:
    quizzes = "".join(
        f'<resource identifier="{one.ident}-quiz" type="imsqti_xmlv1p2">\n<file href="{one.ident}/{one.ident}.xml"/>\n'
        f'<dependency identifierref="{one.ident}-meta"/>\n</resource>\n'
        f'<resource identifier="{one.ident}-meta" href="{one.ident}/assessment_meta.xml" '
        'type="associatedcontent/imscc_xmlv1p1/learning-application-resource">\n'
        f'<file href="{one.ident}/assessment_meta.xml"/>\n</resource>\n'
        for one in held
    )
    files = "".join(
        f'<resource identifier="file-{place}" type="webcontent" href="{path}">\n<file href="{path}"/>\n</resource>\n'
        for place, path in enumerate(pictures, start=1)
    )
    return (
        f'<manifest identifier="{ident}" xmlns="{_PACKAGE}">\n<metadata>\n<schema>IMS Content</schema>\n'
        f"<schemaversion>1.1.3</schemaversion>\n</metadata>\n<organizations/>\n<resources>\n"
        f"{quizzes}{files}</resources>\n</manifest>"
    )


def _title(one: _Held, quiz: Quiz) -> str:
    """Return the name of a quiz; that of the drawn test says what it is."""
    test = (_test(quiz),) if one.draw is not None else ()
    return " · ".join((*test, test_title(quiz)))


def _test(quiz: Quiz) -> str:
    return plain_text((quiz.labels[Word.TEST],))


def _meta(one: _Held, quiz: Quiz) -> str:
    """Return what Canvas wants to know of a quiz; it shuffles all answers or none."""
    choices = [item for item in one.items if isinstance(item.interaction, Choice | Match)]
    shuffled = bool(choices) and all(item.shuffle for item in choices)
    return (
        f'<quiz xmlns="{_CANVAS}" identifier="{one.ident}-quiz">\n<title>{escape(_title(one, quiz))}</title>\n'
        f"<shuffle_answers>{'true' if shuffled else 'false'}</shuffle_answers>\n<quiz_type>assignment</quiz_type>\n"
        f"<points_possible>{one.points}.0</points_possible>\n</quiz>"
    )


def _assessment(one: _Held, quiz: Quiz) -> str:
    written = "".join(_item(each.item, each.case, quiz) for each in one.questions)
    return (
        f'<questestinterop xmlns="{_QTI}">\n<assessment ident="{one.ident}-quiz" '
        f'title="{attribute(_title(one, quiz))}">\n<section ident="root_section">\n'
        f"{_group(one, one.draw, written, quiz) if one.draw else written}</section>\n</assessment>\n</questestinterop>"
    )


def _group(one: _Held, draw: Draw, written: str, quiz: Quiz) -> str:
    """Return questions as a group of which some are drawn; there each counts the same."""
    return (
        f'<section ident="{one.ident}-pool" title="{attribute(_test(quiz))}">\n<selection_ordering>\n<selection>\n'
        f"<selection_number>{draw.items}</selection_number>\n<selection_extension>\n"
        f"<points_per_item>{points_each(one.items)}.0</points_per_item>\n</selection_extension>\n</selection>\n"
        f"</selection_ordering>\n{written}</section>\n"
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
