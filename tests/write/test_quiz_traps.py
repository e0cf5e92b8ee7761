"""What real clients were seen to stumble over, each trap a test over every format that it lies in wait for.

The numbers are those of the list of traps; the others concern packages for web courses, which are no banks.
"""

import io
import re
import unicodedata
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from builder.formats import FORMATS, find_formats
from builder.model.edition import Edition
from builder.output.quiz import items
from builder.output.resources import Resources
from builder.plan.quiz_moodle import GRADES
from tests.plan import quiz_editions as make
from tests.write.meaning_page import page as read_page
from tests.write.meaning_readers import READERS, aiken
from tests.write.quiz_pages import resources as page_files
from tests.write.quiz_texts import HOSTILE, normal

NOTHING = Resources(files={}, fonts="")
NAMES = tuple(format.name for format in FORMATS if format.artefact.startswith("quiz-"))
PLAIN = ("quiz.gift", "quiz.aiken", "quiz.moodle")
IN_FIVE_LANGUAGES = ("en", "sq", "mk", "sr-Cyrl", "bs")


def built(name: str, edition: Edition) -> bytes:
    (format,) = find_formats([name])
    files = page_files() if name == "quiz.html" else NOTHING
    return format.write(format.plan(edition, files, None, None)[0], files)


def texts(name: str, edition: Edition) -> str:
    """Return all text of a file, whatever it is packed into."""
    data = built(name, edition)
    if data[:2] != b"PK":
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())


def moodle(edition: Edition) -> ElementTree.Element:
    return ElementTree.fromstring(built("quiz.moodle", edition))


def test_1_fractions_are_on_the_list_of_the_platform() -> None:
    thirds = make.choice(
        *(make.option(id, id, correct=True) for id in "abc"), make.option("d", "d", weight="-37"), multiple=True
    )
    whole = make.edition(make.question("q-thirds", "Which?", thirds))
    fractions = [Decimal(answer.get("fraction") or "") for answer in moodle(whole).iter("answer")]
    assert fractions == [Decimal("33.33333")] * 3 + [Decimal("-40")]
    assert all(fraction in GRADES for fraction in fractions)
    assert re.findall(r"%(-?[\d.]+)%", built("quiz.gift", whole).decode()) == [
        f"{one.normalize():f}" for one in fractions
    ]


def test_2_an_order_says_how_many_are_right_or_the_import_breaks_off() -> None:
    (ordering,) = (one for one in moodle(make.edition(make.FIVE[0])).iter("question") if one.get("type") == "ordering")
    assert ordering.findtext("shownumcorrect") == "1"


def test_3_a_category_for_each_edition_and_language_so_that_equal_ids_are_no_duplicates() -> None:
    categories, ids = set(), set()
    for language in IN_FIVE_LANGUAGES:
        root = moodle(make.edition(*make.SIX, language=language))
        categories.add(root.findtext("question/category/text"))
        ids.add(tuple(one.text for one in root.iter("idnumber") if one.text))
    assert len(categories) == len(IN_FIVE_LANGUAGES)
    assert len(ids) == 1
    assert all("1.0.0" in (category or "") for category in categories)


@pytest.mark.parametrize("language", IN_FIVE_LANGUAGES)
def test_4_truth_is_english_in_the_file_whatever_the_language(language: str) -> None:
    whole = make.edition(make.question("q-true", "Is it?", make.true_false(False)), language=language)
    answers = [answer.findtext("text") for answer in moodle(whole).iter("answer")]
    assert answers == ["true", "false"]
    assert re.search(r"\{FALSE\}", built("quiz.gift", whole).decode())


def test_5_a_choice_has_an_answer_for_all_its_points_and_no_text_is_bare_markup() -> None:
    whole = make.edition(*make.SIX, make.question("q-amp", "A & B < C", make.SIX[0].interaction))
    for question in moodle(whole).iter("question"):
        if question.get("type") == "multichoice":
            worth = [float(answer.get("fraction") or 0) for answer in question.iter("answer")]
            assert 100 in (max(worth), round(sum(one for one in worth if one > 0), 2))


@pytest.mark.parametrize("name", PLAIN)
def test_6_files_are_utf_8_without_a_mark_and_composed(name: str) -> None:
    data = built(name, make.edition(make.question("q-e", "Cafe\u0301 и\u0306?", make.SIX[0].interaction)))
    assert not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe"))
    assert unicodedata.is_normalized("NFC", data.decode("utf-8"))


def test_7_no_empty_line_parts_a_question_and_a_colon_in_a_tag_is_bare() -> None:
    prompt = (*make.prose("One."), *make.prose("Two\n\nthree."), make.points("a", "b"))
    text = built("quiz.gift", make.edition(make.question("q-lines", prompt, make.SIX[2].interaction))).decode()
    assert list(READERS["quiz.gift"](text.encode())) == ["q-lines"]
    assert len(re.split(r"\n\s*\n", text.strip())) == 2, "the category and the question"
    assert "[tag:module:concepts]" in text
    assert "\\:" not in text.split("\n::")[0]


def test_8_option_letters_are_latin_and_texts_like_options_are_none() -> None:
    options = [make.option("a", "А. прво", correct=True), make.option("b", "Б. второ"), make.option("c", "ANSWER: A")]
    whole = make.edition(
        make.question("q-letters", "Кое?", make.choice(*options)),
        make.question("q-name", "A. Smith said what?", make.choice(*options)),
        make.question("q-key", "ANSWER: A", make.choice(*options)), language="mk",
    )  # fmt: skip
    for part in built("quiz.aiken", whole).decode().strip().split("\n\n"):
        prompt, *answers, key = part.split("\n")
        assert not re.match(r"[A-Z][.)]|ANSWER", prompt)
        assert [answer[:3] for answer in answers] == ["A. ", "B. ", "C. "]
        assert key == "ANSWER: A"
    assert len(aiken(built("quiz.aiken", whole), _prompts(whole))) == 3


def _prompts(edition: Edition) -> dict[str, str]:
    lines = built("quiz.aiken", edition).decode().strip().split("\n\n")
    return {part.split("\n")[0]: str(place) for place, part in enumerate(lines)}


@pytest.mark.parametrize("name", [*READERS])
def test_9_numbers_in_files_have_a_point_in_languages_with_a_comma(name: str) -> None:
    whole = make.edition(make.question("q-number", "Колку?", make.numeric("67.5", "0.25")), language="mk")
    assert READERS[name](built(name, whole))["q-number"]["key"] == (Decimal("67.25"), Decimal("67.75"))
    assert "67,5" not in texts(name, whole)


def test_14_what_canvas_wants_stands_beside_its_quiz_and_a_case_in_each_of_its_questions() -> None:
    whole = make.edition(make.case(*make.prose("Mira comes back."), make.SIX[0], make.SIX[2]))
    with zipfile.ZipFile(io.BytesIO(built("quiz.qti12", whole))) as archive:
        assert sum(name.endswith("assessment_meta.xml") for name in archive.namelist()) == 1
    read = READERS["quiz.qti12"](built("quiz.qti12", whole))
    assert ["Mira comes back." in one["prompt"] for one in read.values()] == [True, True]
    assert "text_only_question" not in texts("quiz.qti12", whole)


@pytest.mark.parametrize("name", ["quiz.qti21", "quiz.qti3"])
def test_16_identifiers_are_names_every_mapped_answer_has_a_mapping_and_an_order_is_scored_in_parts(name: str) -> None:
    written = texts(name, make.edition(*make.SIX, *make.FIVE))
    for identifier in re.findall(r'\bidentifier="([^"]+)"', written):
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", identifier)
    for item in re.split(r"(?=<(?:qti-)?assessment-?[iI]tem )", written):
        if re.search(r"<(?:qti-map-response|mapResponse)", item):
            assert re.search(r"<(?:qti-)?mapping", item)
    assert written.count("PLACE_1") + written.count("place_1") > 1
    assert not re.search("match_correct|map_response.xml", written)


@pytest.mark.parametrize("name", ["quiz.qti12", "quiz.qti21", "quiz.qti3", "quiz.olx"])
def test_19_a_package_for_each_language_with_equal_ids_of_questions(name: str) -> None:
    named, ids = set(), set()
    for language in IN_FIVE_LANGUAGES:
        whole = make.edition(*make.SIX, language=language)
        found = re.findall(r'manifest[^>]*? identifier="([^"]+)"|<course url_name="([^"]+)"', readable(name, whole))
        named.update("".join(one) for one in found)
        ids.add(tuple(sorted(READERS[name](built(name, whole)))))
    assert len(named) == len(IN_FIVE_LANGUAGES)
    assert len(ids) == 1


def readable(name: str, edition: Edition) -> str:
    if name != "quiz.olx":
        return texts(name, edition)
    import gzip

    return gzip.decompress(built(name, edition)).decode("utf-8", "replace")


def test_20_a_test_question_is_in_banks_alone_and_no_key_of_it_in_a_page() -> None:
    tested = make.question("q-graded", "Secret prompt?", make.SIX[0].interaction, use="test")
    whole = make.edition(tested, make.SIX[2])
    assert list(read_page(built("quiz.html", whole))) == ["q-true"]
    assert "Secret prompt" not in texts("quiz.html", whole)
    assert all("q-graded" in READERS[name](built(name, whole)) for name in READERS)
    assert {find_formats([name])[0].audience for name in NAMES} == {"trainer"}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_survive_the_spreadsheet_where_they_are_short_enough(text: str) -> None:
    from tests.write.meaning_readers import spreadsheet

    asked = make.choice(make.option("a", text[:60], correct=True), make.option("b", "No"))
    whole = make.edition(make.question("q-one", text[:100], asked))
    (format,) = find_formats(["quiz.xlsx"])
    bank, _ = format.plan(whole, NOTHING, None, None)
    (item,) = items(bank)
    shown = "".join(run.text for run in item.prompt[0].text)  # type: ignore[union-attr]
    (read,) = spreadsheet(format.write(bank, NOTHING), _Any()).values()
    assert "".join(normal(read["prompt"]).split()) == "".join(normal(shown).split())
    assert [right for right in read["key"].values()] == [True, False]


class _Any(dict):  # type: ignore[type-arg]
    def __missing__(self, key: str) -> str:
        return key
