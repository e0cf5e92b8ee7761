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
    CHART_VALUES = "chart-values"
    TABLE_TOO_WIDE = "table-too-wide"
    LAZY_LINE = "lazy-line"
    LOOKS_LIKE = "looks-like"
    LINK_UNSAFE = "link-unsafe"
    FIGURE_INLINE = "figure-inline"
    # questions
    QUESTION_INCOMPLETE = "question-incomplete"
    QUESTION_NO_RIGHT_ANSWER = "question-no-right-answer"
    QUESTION_SEVERAL_RIGHT_ANSWERS = "question-several-right-answers"
    OPTION_EQUAL = "option-equal"
    TICKING_PAYS = "ticking-pays"
    ANSWER_MALFORMED = "answer-malformed"
    GAP_UNDEFINED = "gap-undefined"
    GAP_REPEATED = "gap-repeated"
    AREA_MALFORMED = "area-malformed"
    # names bound and rules kept
    ID_DUPLICATE = "id-duplicate"
    ID_MISSING = "id-missing"
    ID_VANISHED = "id-vanished"
    ID_RETIRED = "id-retired"
    KEY_CHANGED = "key-changed"
    LOCK_MALFORMED = "lock-malformed"
    CITATION_UNKNOWN = "citation-unknown"
    REFERENCE_UNDATED = "reference-undated"
    TERM_UNKNOWN = "term-unknown"
    VARIABLE_UNKNOWN = "variable-unknown"
    REFERENCE_UNKNOWN = "reference-unknown"
    LESSON_UNKNOWN = "lesson-unknown"
    OUTCOME_UNKNOWN = "outcome-unknown"
    PUBLISHER_UNKNOWN = "publisher-unknown"
    MINUTES_SUM = "minutes-sum"
    OUTCOME_UNASSESSED = "outcome-unassessed"
    OUTCOME_UNTAUGHT = "outcome-untaught"
    OUTCOME_LEVEL = "outcome-level"
    SLIDE_WITHOUT_POINT = "slide-without-point"
    FIGURE_MISSING = "figure-missing"
    FIGURE_OUTSIDE = "figure-outside"
    FIGURE_UNSAFE = "figure-unsafe"
    FIGURE_FORMAT = "figure-format"
    FIGURE_WITHOUT_ALT = "figure-without-alt"
    TEST_TOO_SHORT = "test-too-short"
    TEXT_UNAPPROVED = "text-unapproved"
    TEXT_MISSING = "text-missing"
    # a publisher's template, typefaces and colours
    TEMPLATE_UNREADABLE = "template-unreadable"
    TEMPLATE_UNSAFE = "template-unsafe"
    TEMPLATE_UNUSABLE = "template-unusable"
    TEMPLATE_BOX = "template-box"
    TEMPLATE_LAYOUT_MISSING = "template-layout-missing"
    FONT_UNMEASURED = "font-unmeasured"
    FONT_LETTERS = "font-letters"
    CONTRAST_LOW = "contrast-low"
    # the timetable
    LECTURE_TOO_LONG = "lecture-too-long"
    DAY_OVERRUN = "day-overrun"
    DAY_TOO_LONG = "day-too-long"
    BREAK_MISSING = "break-missing"
    LUNCH_MISSING = "lunch-missing"
    LECTURE_AFTER_LUNCH = "lecture-after-lunch"
    REVIEW_MISSING = "review-missing"
    TEST_WITHOUT_TIME = "test-without-time"
    # translation
    CATALOGUE_MALFORMED = "catalogue-malformed"
    CATALOGUE_FORM = "catalogue-form"
    CATALOGUE_CONFLICT = "catalogue-conflict"
    TRANSLATION_UNDECIDED = "translation-undecided"
    MINOR_REFUSED = "minor-refused"
    REVIEW_REFUSED = "review-refused"
    EXCHANGE_UNREADABLE = "exchange-unreadable"
    IMPORT_CONFLICT = "import-conflict"
    IMPORT_REFUSED = "import-refused"
    IMPORT_STALE = "import-stale"
    IMPORT_UNKNOWN = "import-unknown"
    LEDGER_MALFORMED = "ledger-malformed"
    TERMS_MALFORMED = "terms-malformed"
    TRANSLATION_MARKUP = "translation-markup"
    TRANSLATION_EMPHASIS = "translation-emphasis"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_STALE = "translation-stale"
    TRANSLATION_UNREVIEWED = "translation-unreviewed"
    FIGURE_LABEL_LONG = "figure-label-long"
    ANSWER_UNTRANSLATED = "answer-untranslated"
    TRANSLATION_NUMBER = "translation-number"
    TRANSLATION_QUOTES = "translation-quotes"
    TRANSLATION_DOUBLED = "translation-doubled"
    TRANSLATION_ACRONYM = "translation-acronym"
    TRANSLATION_UNTRANSLATED = "translation-untranslated"
    TRANSLATION_LENGTH = "translation-length"
    TRANSLATION_ENDING = "translation-ending"
    TRANSLATION_INCONSISTENT = "translation-inconsistent"
    TRANSLATION_TERM = "translation-term"
    TRANSLATION_SPELLING = "translation-spelling"
    TRANSLATION_EKAVIAN = "translation-ekavian"
    TERM_FORBIDDEN = "term-forbidden"
    SCRIPT_MIXED = "script-mixed"
    SCRIPT_WRONG = "script-wrong"
    WAIVER_UNFOUNDED = "waiver-unfounded"
    DERIVED_EDITED = "derived-edited"
    EXCEPTIONS_MALFORMED = "exceptions-malformed"
    # outputs
    SLIDE_OVERFLOW = "slide-overflow"
    SLIDE_SPLIT = "slide-split"
    SLIDE_TIGHT = "slide-tight"
    VARIANT_NOT_MADE = "variant-not-made"
    BLOCK_NOT_CARRIED = "block-not-carried"
    QUESTION_NOT_CARRIED = "question-not-carried"
    SCORING_NOT_CARRIED = "scoring-not-carried"
    OUTPUT_EDITED = "output-edited"
    PACK_CHANGED = "pack-changed"
    PACK_AUDIENCE = "pack-audience"
    OUTPUT_NOT_WRITABLE = "output-not-writable"
    RELEASE_UNREVIEWED = "release-unreviewed"
    RELEASE_UNRECORDED = "release-unrecorded"


_WARNINGS = frozenset(
    {
        Code.YAML_COMMENT,
        Code.LAZY_LINE,
        Code.LOOKS_LIKE,
        Code.MODULE_EMPTY,
        Code.CHART_VALUES,
        Code.TICKING_PAYS,
        Code.TABLE_TOO_WIDE,
        Code.REFERENCE_UNDATED,
        Code.OUTCOME_UNASSESSED,
        Code.OUTCOME_UNTAUGHT,
        Code.OUTCOME_LEVEL,
        Code.SLIDE_WITHOUT_POINT,
        Code.LECTURE_TOO_LONG,
        Code.DAY_OVERRUN,
        Code.DAY_TOO_LONG,
        Code.BREAK_MISSING,
        Code.LUNCH_MISSING,
        Code.LECTURE_AFTER_LUNCH,
        Code.REVIEW_MISSING,
        Code.TEST_WITHOUT_TIME,
        Code.TEST_TOO_SHORT,
        Code.TEXT_UNAPPROVED,
        Code.TEMPLATE_BOX,
        Code.FONT_LETTERS,
        Code.CONTRAST_LOW,
        Code.CATALOGUE_FORM,
        Code.IMPORT_STALE,
        Code.IMPORT_UNKNOWN,
        Code.TRANSLATION_EMPHASIS,
        Code.TRANSLATION_MISSING,
        Code.TRANSLATION_UNDECIDED,
        Code.TRANSLATION_STALE,
        Code.ANSWER_UNTRANSLATED,
        Code.FIGURE_LABEL_LONG,
        Code.TRANSLATION_NUMBER,
        Code.TRANSLATION_QUOTES,
        Code.TRANSLATION_DOUBLED,
        Code.TRANSLATION_ACRONYM,
        Code.TRANSLATION_UNTRANSLATED,
        Code.TRANSLATION_ENDING,
        Code.TRANSLATION_INCONSISTENT,
        Code.TRANSLATION_TERM,
        Code.TRANSLATION_EKAVIAN,
        Code.WAIVER_UNFOUNDED,
        Code.VARIANT_NOT_MADE,
        Code.BLOCK_NOT_CARRIED,
        Code.QUESTION_NOT_CARRIED,
        Code.SCORING_NOT_CARRIED,
        Code.OUTPUT_EDITED,
    }
)
_NOTES = frozenset(
    {
        Code.TEMPLATE_LAYOUT_MISSING,
        Code.SLIDE_SPLIT,
        Code.SLIDE_TIGHT,
        Code.TRANSLATION_UNREVIEWED,
        Code.TRANSLATION_LENGTH,
        Code.TRANSLATION_SPELLING,
    }
)


def severity_of(code: Code) -> Severity:
    """Return how severe findings of this code are."""
    if code in _WARNINGS:
        return Severity.WARNING
    return Severity.INFO if code in _NOTES else Severity.ERROR
