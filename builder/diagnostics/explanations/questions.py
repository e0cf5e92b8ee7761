"""Explanations: questions."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

QUESTIONS = (
    Explanation(
        code=Code.QUESTION_INCOMPLETE,
        title="A question with something missing",
        why="It has no text, no options, or too few pairs or items: nobody could answer it.",
        fix="Add what the message names.",
        bad="::: question {#q-order type=order}\nPut in order.\n\n1. Call {#s1}\n:::",
        good="::: question {#q-order type=order}\nPut in order.\n\n1. Call {#s1}\n2. Press {#s2}\n:::",
    ),
    Explanation(
        code=Code.QUESTION_NO_RIGHT_ANSWER,
        title="A question without a right answer",
        why="Learning platforms take such a question without a word, and then nobody can ever get it right.",
        fix="Mark the right option with `[x]`, or write what is accepted behind `answer:`.",
        bad="- [ ] Look for gloves {#a}\n- [ ] Press {#b}",
        good="- [ ] Look for gloves {#a}\n- [x] Press {#b}",
    ),
    Explanation(
        code=Code.QUESTION_SEVERAL_RIGHT_ANSWERS,
        title="Several right answers where one is to be chosen",
        why="A learner can choose only one option, so the others that are right would count as wrong.",
        fix="Leave one `[x]`, or write `type=multiple`.",
        bad="::: question {#q-signs type=single}\nWhat is a sign of shock?\n\n- [x] Cold skin {#a}\n- [x] A "
        "weak pulse {#b}\n:::",
        good="::: question {#q-signs type=multiple}\nWhat is a sign of shock?\n\n- [x] Cold skin {#a}\n- [x] "
        "A weak pulse {#b}\n:::",
    ),
    Explanation(
        code=Code.OPTION_EQUAL,
        title="Two answers that read the same",
        why="Whoever chooses one of them may be told that the other was right. Capitals and blanks make no difference.",
        fix="Change or delete one of them.",
        bad="- [x] Cold skin {#a}\n- [ ] cold skin {#b}",
        good="- [x] Cold skin {#a}\n- [ ] Red skin {#b}",
    ),
    Explanation(
        code=Code.TICKING_PAYS,
        title="A test question that pays for ticking everything",
        why="Where wrong options cost nothing, whoever ticks all of them has all the right ones too, and gets all the "
        "points without knowing anything. Practice questions are not marked, so there it does not matter.",
        fix="Give wrong options a weight below 0, in per cent of the points; what is ticked never adds up to less than "
        "nothing.",
        bad="- [x] Cold skin {#a}\n- [x] A weak pulse {#b}\n- [ ] Red skin {#c}",
        good="- [x] Cold skin {#a}\n- [x] A weak pulse {#b}\n- [ ] Red skin {#c weight=-50}",
    ),
    Explanation(
        code=Code.ANSWER_MALFORMED,
        title="An answer that cannot be read",
        why="Behind `answer:` stands `true` or `false`, a number with its tolerance, or words with `|` between them.",
        fix="Write the answer as the hint shows.",
        bad="answer: about 12",
        good="answer: 12 ± 0.5",
    ),
    Explanation(
        code=Code.GAP_UNDEFINED,
        title="A gap without a field, or a field without its gap",
        why="Each gap of the text needs one field below that says what fills it.",
        fix="Add the field `[[id]]: …`, or put `[[id]]` into the text.",
        bad="Cool for [[time]] minutes.\n\n[[tyme]]: 20 ± 5",
        good="Cool for [[time]] minutes.\n\n[[time]]: 20 ± 5",
    ),
    Explanation(
        code=Code.GAP_REPEATED,
        title="A gap that stands twice",
        why="Each gap is filled and marked once.",
        fix="Give the second gap an id and a field of its own.",
        bad="Cool for [[time]] minutes, then wait [[time]] minutes.\n\n[[time]]: 20 ± 5",
        good="Cool for [[time]] minutes, then wait [[pause]] minutes.\n\n[[time]]: 20 ± 5\n[[pause]]: 10",
    ),
    Explanation(
        code=Code.AREA_MALFORMED,
        title="An area that cannot be drawn on the figure",
        why="Areas are measured in per cent of the figure from its top left corner, and must lie on it.",
        fix="Write `rect x y width height` or `circle x y radius`.",
        bad='- [x] On the wound {#a area="rect 90 30 20 15"}',
        good='- [x] On the wound {#a area="rect 40 30 20 15"}',
    ),
)
