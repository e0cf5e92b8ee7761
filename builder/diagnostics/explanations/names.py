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
        fix="Run `course ids --write`, or write an id of your own in braces; keep it when the text changes.",
        bad="- [x] Press",
        good="- [x] Press {#a}",
    ),
    Explanation(
        code=Code.ID_VANISHED,
        title="A question that went out and is gone",
        why="Its results stand on learning platforms and in files under an id that nothing bears any more. "
        "Perhaps it was deleted, perhaps its id was changed by mistake.",
        fix="Give the question its id back; or, if it is gone for good, say so with `course ids --retire ID`: the lock "
        "keeps the id, so that no other question ever gets it.",
        bad="q-first\tlive\tsingle\tb\ta b          (in ids.lock, and in no lesson)",
        good="q-first\tretired\tsingle\tb\ta b",
    ),
    Explanation(
        code=Code.ID_RETIRED,
        title="An id that another question or option had",
        why="Old results would be counted for the new one.",
        fix="Choose another id, or delete it and run `course ids --write`. If it is the old one that has come back, "
        "say so with `course ids --accept ID`.",
        bad="::: question {#q-first type=single}          (q-first was retired in ids.lock)",
        good="::: question {#q-first-signs type=single}",
    ),
    Explanation(
        code=Code.KEY_CHANGED,
        title="Another right answer under the same id",
        why="Whoever answered the question as it was would be marked by what is right now, and results of two editions "
        "would be compared that cannot be. The lock beside the lessons remembers what was right when it went out.",
        fix="Give the question a new id and retire the old one. If nobody has answered it yet, or the old key was a "
        "mistake, say so with `course ids --accept ID`: the lock then keeps both keys.",
        bad="- [ ] Look for gloves {#a}\n- [x] Press {#b}          (the lock says: a)",
        good="::: question {#q-first-2 type=single}",
    ),
    Explanation(
        code=Code.LOCK_MALFORMED,
        title="A line of a lock that cannot be read",
        why="`ids.lock` remembers the questions that went out. What a broken line says protects nothing.",
        fix="Take the line back from an earlier copy of the file; where two versions were put together, keep one line "
        "for each question.",
        bad="<<<<<<< mine",
        good="q-first\tlive\tsingle\tb\ta b",
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
        code=Code.REFERENCE_UNDATED,
        title="A source without a year",
        why="Nobody can tell how old it is. Papers show it with “n.d.”, in the reader's language, and list it last.",
        fix="Add `issued`; to a page that has no date of its own, add `accessed`, the day on which it was read.",
        bad="who-care: {type: webpage, title: Emergency care}",
        good="who-care: {type: webpage, title: Emergency care, accessed: {date-parts: [[2026, 11, 22]]}}",
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
