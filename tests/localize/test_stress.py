"""The stress workspace in its languages: every state is there, and no markup is lost."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from builder.build.load import Loaded, load
from builder.build.locales import load_locale
from builder.build.status import catalogue_nodes
from builder.content.phrase import Phrase
from builder.content.walk import phrases, rewrite
from builder.diagnostics import Code, Severity
from builder.languages.states import State
from builder.localize.translate import translate

WORKSPACE = Path(__file__).parent.parent / "cases" / "stress" / "workspace"
LANGUAGES = ("sq", "mk", "sr-Cyrl", "bs")


@cache
def loaded() -> Loaded:
    workspace, _found = load(WORKSPACE)
    assert workspace is not None
    return workspace


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_hard_workspace_is_translated_without_an_error(tag: str) -> None:
    nodes = catalogue_nodes(loaded())
    locale, found = load_locale(WORKSPACE, tag, nodes)
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []
    states: Counter[State] = Counter()
    for name, node in nodes.items():
        translated, found = translate(
            node, language=tag, catalogue=locale.catalogues[name], ledger=locale.ledger, source_language="en"
        )
        summaries = {Code.TRANSLATION_MISSING, Code.TRANSLATION_STALE, Code.TRANSLATION_UNREVIEWED}
        assert {finding.code for finding in found} <= summaries
        states.update(phrase.state for phrase in phrases(translated))
        assert rewrite(translated, Phrase, lambda _phrase: None) == rewrite(node, Phrase, lambda _phrase: None)
    assert set(states) == set(State)
