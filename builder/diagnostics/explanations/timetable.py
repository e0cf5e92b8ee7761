"""Explanations: rules for the days of a course."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

TIMETABLE = (
    Explanation(
        code=Code.LECTURE_TOO_LONG,
        title="A lecture of more than 20 minutes",
        why="People stop listening. Steps with `method=lecture` that follow one another count together, also in the "
        "core of a lesson, where the steps between them are left out; a question or an activity ends the stretch.",
        fix="Put a question or an activity between, or shorten the lecture.",
        bad="## Signs {#signs minutes=15 method=lecture}\n## Causes {#causes minutes=15 method=lecture}",
        good="## Signs {#signs minutes=15 method=lecture}\n## Causes {#causes minutes=15 method=pairs}",
    ),
    Explanation(
        code=Code.DAY_OVERRUN,
        title="A day whose sessions take longer than the day",
        why="Times are computed from `start:` and the minutes of the sessions; they pass the day's `end:`, or midnight "
        "where it has none.",
        fix="Take a lesson out, take only its core, or shorten a break; `course timetable` shows the times.",
        bad='- title: Evening\n  start: "18:00"\n  end: "20:00"          (and sessions of 150 minutes)',
        good='- title: Evening\n  start: "18:00"\n  end: "20:30"          (and sessions of 150 minutes)',
    ),
    Explanation(
        code=Code.DAY_TOO_LONG,
        title="A day of more than seven hours of work",
        why="Breaks do not count, everything else does. What comes after seven hours is not learnt.",
        fix="Move a session to another day, or take only the core of a lesson.",
        bad="- lesson: bleeding/press          (and seven hours of work before it)",
        good="- {lesson: bleeding/press, core: true}",
    ),
    Explanation(
        code=Code.BREAK_MISSING,
        title="More than 90 minutes without a break",
        why="After an hour and a half people need air. A pause of less than 10 minutes is not counted as a break.",
        fix="Put `- break: 15` between two sessions; split a lesson that is longer than 90 minutes.",
        bad="- lesson: bleeding/press\n- lesson: shock/keep-warm          (together 120 minutes)",
        good="- lesson: bleeding/press\n- break: 15\n- lesson: shock/keep-warm",
    ),
    Explanation(
        code=Code.LUNCH_MISSING,
        title="A day without a lunch, or with one that is too short",
        why="A day with work before noon and after two o'clock needs one, and in less than 45 minutes nobody can eat.",
        fix="Put `- lunch: 60` between two sessions.",
        bad="- lunch: 30",
        good="- lunch: 60",
    ),
    Explanation(
        code=Code.LECTURE_AFTER_LUNCH,
        title="A lecture directly after lunch",
        why="It is the sleepiest hour of the day.",
        fix="Begin the afternoon with something that people do: another lesson, or an event of ten minutes.",
        bad="- lunch: 60\n- lesson: bleeding/press          (whose first step has method=lecture)",
        good="- lunch: 60\n- event: Energiser\n  minutes: 10\n- lesson: bleeding/press",
    ),
    Explanation(
        code=Code.REVIEW_MISSING,
        title="A full day that ends without a review",
        why="What people look back on they keep. A day with four hours of work or more should end with an event: a "
        "review, the second test, the closing.",
        fix="Put an event behind the last lesson.",
        bad="- lesson: shock/keep-warm          (the last session of the day)",
        good="- lesson: shock/keep-warm\n- event: Review of the day\n  minutes: 20",
    ),
    Explanation(
        code=Code.TEST_WITHOUT_TIME,
        title="A test for which the timetable has no time",
        why="The course has `tests:`, but its days hold only lessons and breaks. Two tests of ten questions take half "
        "an hour.",
        fix="Put events for them at the beginning and at the end, or take `tests:` out.",
        bad="sessions:\n  - lesson: bleeding/press\ntests: {pass: 70, items: 10, forms: [A], seed: 1}",
        good="sessions:\n  - event: Welcome and first test\n    minutes: 30\n  - lesson: bleeding/press\n"
        "tests: {pass: 70, items: 10, forms: [A], seed: 1}",
    ),
)
