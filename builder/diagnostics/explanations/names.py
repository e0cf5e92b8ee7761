"""Explanations: names that stand for something."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

NAMES = (
    Explanation(
        code=Code.ID_DUPLICATE,
        title="An id that is taken",
        why="Links, translations and results on learning platforms hang on ids. Ids of questions are unique in the "
        "workspace, ids of options in their question, other ids in their lesson.",
        fix="Choose another id for the newer of the two.",
        bad="## Press first {#press minutes=15}\n\n## Press again {#press minutes=15}",
        good="## Press first {#press minutes=15}\n\n## Press again {#press-again minutes=15}",
    ),
    Explanation(
        code=Code.ID_MISSING,
        title="A question or an option without an id",
        why="Translations and results on learning platforms are kept by id; "
        "a text or a position changes too easily to do that work.",
        fix="Write an id of your own in braces, and keep it when the text changes.",
        bad="- [x] Press",
        good="- [x] Press {#a}",
    ),
    Explanation(
        code=Code.CITATION_UNKNOWN,
        title="A source that the bibliography does not hold",
        why="The reader would find a name in brackets and nothing behind it.",
        fix="Mend the key, or add the source to modules/references.yaml.",
        bad="Blood that spurts is an emergency [@who-2002].",
        good="Blood that spurts is an emergency [@who-2020].",
    ),
    Explanation(
        code=Code.TERM_UNKNOWN,
        title="A term that the glossary does not hold",
        why="The word is marked as explained, but there is no explanation.",
        fix="Mend the id, or add the term to modules/glossary.yaml.",
        bad="Press on the [wounds](term:wounds).",
        good="Press on the [wounds](term:wound).",
    ),
    Explanation(
        code=Code.VARIABLE_UNKNOWN,
        title="A variable that a course does not set",
        why="The lesson leaves a place for each course to fill; without a value, braces would be printed.",
        fix="Mend the name, or add it under `variables:` in each course that takes the lesson.",
        bad="Call {{ emergency_nummer }}.",
        good="Call {{ emergency_number }}.",
    ),
    Explanation(
        code=Code.REFERENCE_UNKNOWN,
        title="A reference to a place that does not exist",
        why="The link would lead nowhere.",
        fix="Write `ref:#anchor`, `ref:lesson`, `ref:lesson#anchor` or `ref:module/lesson#anchor`; "
        "a lesson's id is its file's name without number and suffix.",
        bad="Read [shock](ref:shock/01-keep-warm).",
        good="Read [shock](ref:shock/keep-warm).",
    ),
    Explanation(
        code=Code.LESSON_UNKNOWN,
        title="A course takes a lesson that does not exist",
        why="The session would be empty.",
        fix="Write `module/lesson`: the folder's name, and the file's name without number and suffix.",
        bad="sessions:\n  - lesson: bleeding/pres",
        good="sessions:\n  - lesson: bleeding/press",
    ),
    Explanation(
        code=Code.OUTCOME_UNKNOWN,
        title="A step, activity or question serves an outcome that its lesson does not have",
        why="Tests are drawn so that each outcome is asked for; a wrong name would leave one out.",
        fix="Take the id of an outcome in the lesson's first lines, or add one there.",
        bad="::: question {#q-first type=single outcome=pres}",
        good="::: question {#q-first type=single outcome=press}",
    ),
    Explanation(
        code=Code.PUBLISHER_UNKNOWN,
        title="A publisher that does not exist",
        why="Colours, logos and the note on names come from the publisher's profile.",
        fix="Mend the name, or create publishers/NAME/profile.yaml.",
        bad="publisher: defualt",
        good="publisher: default",
    ),
)
