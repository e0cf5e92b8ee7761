"""Languages beyond our table come from CLDR's data; pseudo-languages from our own."""

import re
import subprocess
import sys

import pytest
from babel.localedata import locale_identifiers

from builder.languages.dates import long_date
from builder.languages.direction import direction_of
from builder.languages.plurals import plural_count, plural_index
from builder.languages.table import LANGUAGES, find_language


@pytest.mark.parametrize(
    ("tag", "name", "script", "direction", "office", "decimal"),
    [
        ("de", "Deutsch", "Latin", "ltr", "de-DE", ","),
        ("ar", "العربية", "Arabic", "rtl", "ar-EG", "."),
        ("he", "עברית", "Hebrew", "rtl", "he-IL", "."),
        ("el", "Ελληνικά", "Greek", "ltr", "el-GR", ","),
        ("uk", "українська", "Cyrillic", "ltr", "uk-UA", ","),
        ("pt-BR", "português (Brasil)", "Latin", "ltr", "pt-BR", ","),
        ("ka", "ქართული", "Geor", "ltr", "ka-GE", ","),
    ],
)
def test_a_language_of_cldr_has_a_record(
    tag: str, name: str, script: str, direction: str, office: str, decimal: str
) -> None:
    language = find_language(tag)
    assert language is not None
    assert (language.tag, language.name, language.script) == (tag, name, script)
    assert (language.direction, language.office, language.decimal) == (direction, office, decimal)
    assert direction_of(tag) == direction
    assert long_date("2026-03-05", language) != "2026-03-05"


@pytest.mark.parametrize(
    "tag", ["sr", "sr-RS", "sh", "", "albanian", "mq", "zz", "xx-XX", "PT-br", "de_DE", "de-", "sr@latin", "en-x-mine", "d"]
)  # fmt: skip
def test_what_is_no_tag_or_leaves_the_script_open_has_none(tag: str) -> None:
    assert find_language(tag) is None


def test_our_own_table_goes_first() -> None:
    for language in LANGUAGES:
        assert find_language(language.tag) is language
    montenegrin, croatian = find_language("cnr"), find_language("hr")
    assert montenegrin is not None
    assert croatian is not None
    assert (montenegrin.name, montenegrin.cldr, montenegrin.office) == ("crnogorski", "sr_Latn_ME", "sr-Latn-ME")
    assert {"ś", "ź"} <= set(montenegrin.alphabet.split())
    assert long_date("2026-03-05", montenegrin) == "5. mart 2026."
    assert long_date("2026-03-05", croatian) == "5. ožujka 2026."


def test_a_region_of_one_of_ours_is_ours_but_for_the_name() -> None:
    kosovo, albanian = find_language("sq-XK"), find_language("sq")
    assert kosovo is not None
    assert albanian is not None
    assert (kosovo.quotes, kosovo.alphabet, kosovo.plural_forms) == (
        albanian.quotes, albanian.alphabet, albanian.plural_forms,
    )  # fmt: skip
    assert (kosovo.tag, kosovo.office) == ("sq-XK", "sq-XK")
    assert find_language("sr-Latn-ME").quotes == find_language("sr-Latn").quotes  # type: ignore[union-attr]


def test_every_locale_that_babel_has_makes_a_whole_record() -> None:
    tags = [
        name.replace("_", "-") for name in locale_identifiers() if re.fullmatch(r"[a-z]{2,3}(_[A-Z][a-z]{3})?", name)
    ]
    made = [language for tag in tags if (language := find_language(tag)) is not None]
    assert len(made) > 250
    for language in made:
        assert language.name
        assert language.english
        assert len(language.quotes) == 4
        assert all(0 <= plural_index(language, number) < plural_count(language) for number in range(120))


def test_a_small_build_does_not_load_babel_for_words_in_a_third_language() -> None:
    script = "from builder.languages.direction import direction_of as d; import sys; assert d('he') == 'rtl' and d('de') == 'ltr'; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
