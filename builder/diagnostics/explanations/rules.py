"""Explanations: rules that a good lesson keeps."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

RULES = (
    Explanation(
        code=Code.MINUTES_SUM,
        title="Minutes that do not add up",
        why="Timetables are computed from them: the steps must fill the lesson, the activities must fit "
        "into their step.",
        fix="Change the lesson's `minutes:` or the `minutes=` of a step or activity.",
        bad="minutes: 60          (and steps of 15, 20 and 20 minutes)",
        good="minutes: 55          (and steps of 15, 20 and 20 minutes)",
    ),
    Explanation(
        code=Code.OUTCOME_UNASSESSED,
        title="An outcome that nothing assesses",
        why="What a lesson promises should be seen at its end: by a question, or by what comes out of an activity. "
        "An opinion on a scale shows no learning.",
        fix="Write `outcome=` with its id on a question or an activity, or take the promise back.",
        bad="::: activity {#try-it minutes=10 grouping=pairs}",
        good="::: activity {#try-it minutes=10 grouping=pairs outcome=press}",
    ),
    Explanation(
        code=Code.OUTCOME_UNTAUGHT,
        title="An outcome that no step works towards",
        why="Where steps say what they work towards, an outcome that none of them names was probably forgotten. "
        "What stands only in a test has not been taught.",
        fix="Write `outcome=` with its id behind a step's heading, or on a practice question or an activity in a step.",
        bad="## Press first {#press-first minutes=15}",
        good="## Press first {#press-first minutes=15 outcome=press}",
    ),
    Explanation(
        code=Code.OUTCOME_LEVEL,
        title="An outcome that is assessed below its level",
        why="True or false and a word show remember and understand, a number shows apply as well, options, pairs, "
        "orders, gaps and areas show all but create. Essays, activities and questions in a case can show any level.",
        fix="Add a question or an activity that reaches the level, or lower the `level:` of the outcome.",
        bad="::: question {#q-press type=true-false outcome=press}",
        good="::: question {#q-press type=single outcome=press}",
    ),
    Explanation(
        code=Code.SLIDE_WITHOUT_POINT,
        title="A slide that shows only its title",
        why="Points are for the wall, prose is for reading: paragraphs go into handout and notes, not on the slide.",
        fix="Add a point, a figure or a table; or put the text that the room must see into `::: slide`.",
        bad="## Press first {#press-first minutes=15}\n\nBlood that spurts is an emergency.",
        good="## Press first {#press-first minutes=15}\n\nBlood that spurts is an emergency.\n\n- Press on the wound",
    ),
    Explanation(
        code=Code.FIGURE_MISSING,
        title="A figure's file does not exist",
        why="There would be a hole in the slide. Capitals count: `Press.svg` is not `press.svg`.",
        fix="Put the picture into the module's folder `figures/`, or mend the path.",
        bad="![A hand on a wound](figures/pres.svg)",
        good="![A hand on a wound](figures/press.svg)",
    ),
    Explanation(
        code=Code.FIGURE_OUTSIDE,
        title="A figure outside the folder of its module",
        why="A module is passed on as a folder; what lies elsewhere stays behind. Links out of it are not followed.",
        fix="Copy the picture into the module's folder `figures/`.",
        bad="![A hand on a wound](../shock/figures/press.svg)",
        good="![A hand on a wound](figures/press.svg)",
    ),
    Explanation(
        code=Code.FIGURE_UNSAFE,
        title="A picture that could run or load something",
        why="An SVG can hold scripts, links to other places and entities; in a deck or a web page they would act.",
        fix="Delete what the message names, or export the picture as plain SVG or as PNG.",
        bad='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="start()"/>',
        good='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    ),
    Explanation(
        code=Code.FIGURE_FORMAT,
        title="A picture that is neither a whole SVG nor a whole PNG",
        why="These two can be shown by every format; the content decides, not the file's name. "
        "An SVG must say how large it is.",
        fix="Save the picture as SVG or PNG; write `viewBox` on the `svg` element.",
        bad='<svg xmlns="http://www.w3.org/2000/svg"/>',
        good='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"/>',
    ),
    Explanation(
        code=Code.FIGURE_WITHOUT_ALT,
        title="A figure without a useful alternative text",
        why="Whoever cannot see the picture gets this text instead: a sentence, not a file's name, "
        "and not more than a screen reader can say at once.",
        fix="Say in a sentence what the picture shows; mark a mere ornament as `{decorative}` and leave its "
        "text empty.",
        bad="![](figures/press.svg)",
        good="![A hand presses on a wound](figures/press.svg)",
    ),
    Explanation(
        code=Code.TEST_TOO_SHORT,
        title="A test asks for more questions than there are",
        why="The test before and after the course is drawn from the questions marked `use=test` in its lessons.",
        fix="Mark more questions, or lower `items:`.",
        bad="tests: {pass: 70, items: 20, forms: [A, B], seed: 1}     (and 12 questions with use=test)",
        good="tests: {pass: 70, items: 12, forms: [A, B], seed: 1}",
    ),
    Explanation(
        code=Code.TEXT_UNAPPROVED,
        title="A text of the publisher that is not approved yet",
        why="Notes on names, funding statements and disclaimers are the publisher's own words. "
        "Until it approves them, every file that holds them is a draft.",
        fix="Ask the publisher, then write `approved: true`.",
        bad='mk: {text: "…", source: "house rules 2026", approved: false}',
        good='mk: {text: "…", source: "house rules 2026", approved: true}',
    ),
    Explanation(
        code=Code.TEXT_MISSING,
        title="A text of the publisher that is missing in a language",
        why="A lesson marks a name with `{*}`, or the publisher has a funding statement or a disclaimer. "
        "Its wording cannot be translated by anybody else.",
        fix="Ask the publisher for the wording in that language and add it to its profile.yaml.",
        bad='note:\n  en: {text: "…", approved: true}          (and the course is built in en and mk)',
        good='note:\n  en: {text: "…", approved: true}\n  mk: {text: "…", approved: true}',
    ),
)
