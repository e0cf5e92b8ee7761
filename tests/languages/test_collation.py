import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.languages.collation import sort_key
from builder.languages.table import LANGUAGES, find_language


def ordered(tag: str, *words: str) -> list[str]:
    language = find_language(tag)
    assert language is not None
    return sorted(words, key=sort_key(language))


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["after care", "aftercare", "age", "café", "cage", "Zone"]),
        ("sq", ["cep", "çadër", "dorë", "dhunë", "e", "ëmbël", "gusht", "gjyq", "shtet", "turp", "thikë"]),
        ("mk", ["дете", "ѓавол", "единка", "ѕид", "идеја", "јавност", "луѓе", "љубов", "ќе", "џеб", "шок"]),
        ("sr-Cyrl", ["дете", "ђак", "нада", "њива", "тело", "ћерка", "џеп"]),
        ("sr-Latn", ["cena", "čas", "ćerka", "dete", "džep", "đak", "lice", "ljubav", "nada", "njiva", "škola"]),
        ("bs", ["luk", "ljudi", "motiv", "nula", "njega", "zona", "žena"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(tag, words):
    assert ordered(tag, *reversed(words)) == words


def test_a_foreign_script_stands_behind_the_own_one():
    assert ordered("mk", "NGO", "шок", "7 дена") == ["7 дена", "шок", "NGO"]


@given(st.sampled_from(LANGUAGES), st.lists(st.text(max_size=8)))
def test_any_text_has_a_key_and_the_order_is_total(language, words):
    key = sort_key(language)
    assert sorted(words, key=key) == sorted(reversed(words), key=key)
