"""The rules over whole catalogues: waivers, repeated texts, dictionaries, what we ship."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.diagnostics import Code, Diagnostics, Severity, severity_of
from builder.localize.catalogue import Catalogue, Message
from builder.localize.checks.catalogues import WAIVABLE, Aids, check_catalogues
from builder.localize.checks.terms import TermBase
from builder.localize.po import read_catalogue
from builder.localize.terms import read_terms
from builder.localize.translate import translate
from builder.source import SourceFile
from tests.localize.checks.judge import codes, language

ROOT = Path(__file__).parent.parent.parent.parent
LONG = ("Keep warm", "Држете топло, " * 5 + "така")


def test_a_waiver_with_a_reason_is_heard() -> None:
    assert codes(*LONG) == ["translation-length"]
    assert codes(*LONG, comments=("ignore: translation-length the rule is explained here",)) == []
    assert codes(*LONG, comments=("seen by Ana", " Ignore:  translation-length  why ")) == []


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("ignore: translation-length", ["translation-length", "waiver-unfounded"]),
        ("ignore: translation-number it is another one", ["translation-length", "waiver-unfounded"]),
        ("ignore: translation-lenght why", ["translation-length", "waiver-unfounded"]),
        ("ignore: translation-markup why", ["translation-length", "waiver-unfounded"]),
        ("ignore:", ["translation-length", "waiver-unfounded"]),
        ("ignored: translation-number", ["translation-length"]),
    ],
)
def test_a_waiver_without_a_reason_or_for_nothing_is_itself_a_finding(comment: str, expected: list[str]) -> None:
    assert codes(*LONG, comments=(comment,)) == expected


def test_lost_markup_cannot_be_waived() -> None:
    assert Code.TRANSLATION_MARKUP not in WAIVABLE
    comments = ("ignore: translation-markup I do not like it",)
    found = codes("Call {{ number }}.", "Јавете се.", comments=comments)
    assert found == ["translation-markup", "waiver-unfounded"]


def test_a_waiver_that_needs_a_dictionary_is_never_idle() -> None:
    assert codes("Keep warm", "Држете топло", comments=("ignore: translation-spelling a name",)) == []


def test_waived_emphasis_is_quiet_in_a_build_too() -> None:
    from builder.localize.ledger import Ledger
    from tests.localize.trees import lesson

    def said(*comments: str) -> list[Code]:
        message = Message(
            msgid="**Press** hard and at once.", msgstr=("Притиснете силно и веднаш.",), comments=comments
        )
        catalogue = Catalogue(path="locales/mk/x.po", messages=(message,))
        tree = lesson("**Press** hard and at once.")
        _, found = translate(tree, language="mk", catalogue=catalogue, ledger=Ledger(), source_language="en")
        return [one.code for one in found if one.code is Code.TRANSLATION_EMPHASIS]

    assert said() == [Code.TRANSLATION_EMPHASIS]
    assert said("ignore: translation-emphasis the order of words carries it") == []


def repeated(first: Message, second: Message) -> Diagnostics:
    """Return what is found where two catalogues hold a message each."""
    catalogues = (
        Catalogue(path="locales/mk/a.po", messages=(first,)),
        Catalogue(path="locales/mk/b.po", messages=(second,)),
    )
    return check_catalogues(catalogues, language=language("mk"), aids=Aids())


def test_one_english_text_in_two_translations_is_told_at_the_second() -> None:
    first = Message(msgid="Press hard.", msgstr=("Притиснете силно.",), line=12)
    (found,) = repeated(first, Message(msgid="Press hard.", msgstr=("Стискајте јако.",), line=5))
    assert (found.code, found.span and found.span.path) == (Code.TRANSLATION_INCONSISTENT, "locales/mk/b.po")
    assert "“Притиснете силно.” in locales/mk/a.po:12" in found.message
    assert repeated(first, Message(msgid="Press hard.", msgstr=("Притиснете  силно.",), line=5)) == ()
    other = Message(msgid="Press hard.", msgctxt="title", msgstr=("Силен притисок.",), line=5)
    assert repeated(first, other) == ()


class Words:
    """A dictionary for tests: forms and the words that they come from."""

    def __init__(self, stems: Mapping[str, str]) -> None:
        self._stems = stems

    def knows(self, word: str) -> bool:
        return word in self._stems

    def stems(self, word: str) -> frozenset[str]:
        return frozenset({self._stems[word]} if word in self._stems else ())


def found_with(aids: Aids, tag: str, english: str, translation: str) -> list[str]:
    message = Message(msgid=english, msgstr=(translation,), line=1)
    catalogue = Catalogue(path=f"locales/{tag}/x.po", messages=(message,))
    return [one.message for one in check_catalogues((catalogue,), language=language(tag), aids=aids)]


def test_unknown_words_are_listed_but_for_names_and_acronyms() -> None:
    aids = Aids(speller=Words({"држете": "држи", "топло": "топло", "ја": "ја"}))
    assert found_with(aids, "mk", "Keep warm", "Држете ја Агнес топло, RAN") == []
    assert found_with(aids, "mk", "Keep warm", "Држете ја тополо") == ["no dictionary knows “тополо”"]
    assert found_with(Aids(), "mk", "Keep warm", "Држете ја тополо") == []


def test_a_stem_finds_a_term_whose_form_looks_quite_different() -> None:
    terms, _ = read_terms(
        SourceFile("locales/sq/terms.csv", "term,use,form,other_forms,note\nperson,preferred,njeri,,\n")
    )
    speller = Words({"njeri": "njeri", "njerëz": "njeri"})
    plain = Aids(terms=TermBase(terms, {}))
    assert len(found_with(plain, "sq", "Many person", "Shumë veta")) == 1
    assert len(found_with(Aids(terms=TermBase(terms, {}, speller)), "sq", "Many person", "Shumë veta")) == 1
    assert found_with(Aids(terms=TermBase(terms, {}, speller)), "sq", "Many person", "Shumë njerëz") == []


def test_an_acronym_and_a_word_that_both_ways_of_writing_share_are_not_ekavian() -> None:
    for english, text in (("The tool VERA-2R", "Alat VERA-2R"), ("Insert a pause", "Umetnite stanku")):
        assert not [one for one in found_with(Aids(), "bs", english, text) if "ekavian" in one]
    assert [one for one in found_with(Aids(), "bs", "The artist", "Umetnik") if "ekavian" in one]


def test_dictionaries_find_ekavian_words_that_no_list_has() -> None:
    ijekavian = Words({"snijeg": "snijeg", "teme": "tema"})
    family = Words({"sneg": "sneg", "snijeg": "snijeg", "teme": "tema", "tjeme": "tjeme"})
    aids = Aids(speller=family, ijekavian=ijekavian)
    assert [one for one in found_with(aids, "bs", "Snow", "Pada sneg") if "ekavian" in one] == ["“sneg” is ekavian"]
    assert not [one for one in found_with(aids, "bs", "Themes", "To su teme") if "ekavian" in one]
    assert not [one for one in found_with(aids, "sq", "Snow", "Pada sneg") if "ekavian" in one]


def test_a_finding_that_links_a_term_accepts_what_the_link_shortens() -> None:
    text = "term,use,form,other_forms,note\nideology,preferred,мешана или нејасна идеологија,,\n"
    terms, _ = read_terms(SourceFile("locales/mk/terms.csv", text))
    aids = Aids(terms=TermBase(terms, {"ideology": "mixed or unclear ideology"}))
    assert found_with(aids, "mk", "[Mixed](term:ideology) it is", "[Мешана](term:ideology) е") == []
    assert len(found_with(aids, "mk", "[Mixed](term:ideology) it is", "[Чудна](term:ideology) е")) == 1


def test_the_catalogues_that_we_ship_have_no_fault() -> None:
    for folder in sorted((ROOT / "locales").iterdir()):
        paths = sorted(folder.glob("*.po"))
        catalogues = [
            read_catalogue(SourceFile(f"locales/{folder.name}/{path.name}", path.read_text("utf-8")))[0]
            for path in paths
        ]
        found = check_catalogues(catalogues, language=language(folder.name), aids=Aids())
        assert [str(one) for one in found if severity_of(one.code) is not Severity.INFO] == []
