"""The gaps of a prompt keep their ids from the lesson's text to the plan."""

from builder.content.walk import walk
from builder.output.text import Run
from builder.plan.quiz import plan_bank
from tests.plan.lesson_editions import NOTHING, edition_of

QUESTION = """::: question {#q-gaps type=cloze outcome=press}
Cool for [[time]] minutes under *[[kind]]* water, see [wound](term:wound).

[[time]]: 20 ± 5
[[kind]]: running | cold
:::
"""


def test_gaps_keep_their_ids_beside_terms_and_emphasis() -> None:
    quiz, _ = plan_bank(edition_of(QUESTION), NOTHING, None)
    runs = [run for run in walk(quiz, Run) if run.gap]
    assert [(run.gap, run.emphasis) for run in runs] == [("time", False), ("kind", True)]
    assert all(run.link is None for run in walk(quiz, Run))
