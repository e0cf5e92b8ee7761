"""Every code a finding can have, and how severe each is. `course explain` prints the rows in `explanations/`."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops a build of what it touches, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """The name of a kind of finding; it never changes once published."""

    # files and YAML
    FILE_NOT_UTF8 = "file-not-utf8"
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FOLDER_NAME = "folder-name"
    YAML_SYNTAX = "yaml-syntax"
    YAML_ALIAS = "yaml-alias"
    YAML_COMMENT = "yaml-comment"
    KEY_UNKNOWN = "key-unknown"
    KEY_MISSING = "key-missing"
    KEY_DUPLICATE = "key-duplicate"
    VALUE_TYPE = "value-type"
    VALUE_CHOICE = "value-choice"
    LANGUAGE_AMBIGUOUS = "language-ambiguous"
    LANGUAGE_UNKNOWN = "language-unknown"
    # the lesson's structure
    FRONT_MATTER_MISSING = "front-matter-missing"
    LESSON_EMPTY = "lesson-empty"
    MODULE_EMPTY = "module-empty"
    LESSON_NAME = "lesson-name"
    TEXT_BEFORE_STEP = "text-before-step"
    HEADING_LEVEL = "heading-level"
    THEMATIC_BREAK = "thematic-break"
    SLIDE_BREAK_MISPLACED = "slide-break-misplaced"
    COMMENT_UNCLOSED = "comment-unclosed"
    CONTAINER_UNKNOWN = "container-unknown"
    CONTAINER_UNCLOSED = "container-unclosed"
    CONTAINER_UNOPENED = "container-unopened"
    CONTAINER_MISPLACED = "container-misplaced"
    BLOCK_MISPLACED = "block-misplaced"
    FIELD_UNKNOWN = "field-unknown"
    FIELD_MISPLACED = "field-misplaced"
    FIELD_MISSING = "field-missing"
    FIELD_DUPLICATE = "field-duplicate"
    ATTRIBUTES_MALFORMED = "attributes-malformed"
    ATTRIBUTE_UNKNOWN = "attribute-unknown"
    ATTRIBUTE_MISSING = "attribute-missing"
    ATTRIBUTE_VALUE = "attribute-value"
    # the lesson's text
    MARKUP_LEFTOVER = "markup-leftover"
    RAW_HTML = "raw-html"
    TABLE_CELLS = "table-cells"
    LAZY_LINE = "lazy-line"
    LOOKS_LIKE = "looks-like"
    LINK_UNSAFE = "link-unsafe"
    FIGURE_INLINE = "figure-inline"
    # questions
    QUESTION_INCOMPLETE = "question-incomplete"
    QUESTION_NO_RIGHT_ANSWER = "question-no-right-answer"
    QUESTION_SEVERAL_RIGHT_ANSWERS = "question-several-right-answers"
    OPTION_EQUAL = "option-equal"
    ANSWER_MALFORMED = "answer-malformed"
    GAP_UNDEFINED = "gap-undefined"
    GAP_REPEATED = "gap-repeated"
    AREA_MALFORMED = "area-malformed"
    # names bound and rules kept
    ID_DUPLICATE = "id-duplicate"
    ID_MISSING = "id-missing"
    CITATION_UNKNOWN = "citation-unknown"
    TERM_UNKNOWN = "term-unknown"
    VARIABLE_UNKNOWN = "variable-unknown"
    REFERENCE_UNKNOWN = "reference-unknown"
    LESSON_UNKNOWN = "lesson-unknown"
    OUTCOME_UNKNOWN = "outcome-unknown"
    PUBLISHER_UNKNOWN = "publisher-unknown"
    MINUTES_SUM = "minutes-sum"
    SLIDE_WITHOUT_POINT = "slide-without-point"
    FIGURE_MISSING = "figure-missing"
    FIGURE_OUTSIDE = "figure-outside"
    FIGURE_UNSAFE = "figure-unsafe"
    FIGURE_FORMAT = "figure-format"
    FIGURE_WITHOUT_ALT = "figure-without-alt"
    TEST_TOO_SHORT = "test-too-short"
    TEXT_UNAPPROVED = "text-unapproved"
    TEXT_MISSING = "text-missing"
    # translation
    CATALOGUE_MALFORMED = "catalogue-malformed"
    LEDGER_MALFORMED = "ledger-malformed"
    TERMS_MALFORMED = "terms-malformed"
    TRANSLATION_MARKUP = "translation-markup"
    TRANSLATION_EMPHASIS = "translation-emphasis"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_STALE = "translation-stale"
    TRANSLATION_UNREVIEWED = "translation-unreviewed"
    # outputs
    SLIDE_OVERFLOW = "slide-overflow"
    SLIDE_SPLIT = "slide-split"
    BLOCK_NOT_CARRIED = "block-not-carried"
    QUESTION_NOT_CARRIED = "question-not-carried"
    SCORING_NOT_CARRIED = "scoring-not-carried"
    OUTPUT_EDITED = "output-edited"
    OUTPUT_NOT_WRITABLE = "output-not-writable"
    RELEASE_UNREVIEWED = "release-unreviewed"


_WARNINGS = frozenset(
    {
        Code.YAML_COMMENT,
        Code.LAZY_LINE,
        Code.LOOKS_LIKE,
        Code.MODULE_EMPTY,
        Code.SLIDE_WITHOUT_POINT,
        Code.TEST_TOO_SHORT,
        Code.TEXT_UNAPPROVED,
        Code.TRANSLATION_EMPHASIS,
        Code.TRANSLATION_MISSING,
        Code.TRANSLATION_STALE,
        Code.BLOCK_NOT_CARRIED,
        Code.QUESTION_NOT_CARRIED,
        Code.SCORING_NOT_CARRIED,
        Code.OUTPUT_EDITED,
    }
)
_NOTES = frozenset({Code.SLIDE_SPLIT, Code.TRANSLATION_UNREVIEWED})


def severity_of(code: Code) -> Severity:
    """Return how severe findings of this code are."""
    if code in _WARNINGS:
        return Severity.WARNING
    return Severity.INFO if code in _NOTES else Severity.ERROR
