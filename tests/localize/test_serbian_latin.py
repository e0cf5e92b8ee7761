"""Serbian messages in Latin letters: words changed, everything that is no Serbian word left as it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.languages.scripts import in_other_script
from builder.languages.serbian_latin import latin
from builder.localize.serbian_latin import Transliterator, read_exceptions
from builder.markdown.inlines import parse_inlines
from builder.source import SourceFile

CASES = """
Љубав и њива|Ljubav i njiva
ЉУБАВ И ЊИВА|LJUBAV I NJIVA
Његош|Njegoš
ЊЕГОШ|NJEGOŠ
Џеп, ЏЕП|Džep, DŽEP
Љ. Поповић|Lj. Popović
ПОЉЕ|POLJE
КОЊ|KONJ
Ђ. ЏЕЛАТ|Đ. DŽELAT
UNODC је канцеларија УН|UNODC je kancelarija UN
Мрежа RAN и EU Knowledge Hub|Mreža RAN i EU Knowledge Hub
Пишите на info@example.org|Pišite na info@example.org
Видети https://example.org/путања?x=1|Videti https://example.org/путања?x=1
`код_променљива` остаје|`код_променљива` ostaje
**подебљано** и *курзив*|**podebljano** i *kurziv*
[Љубав](https://example.org/љ)|[Ljubav](https://example.org/љ)
![Слика](media/слика-1.png)|![Slika](media/слика-1.png)
XX век, XIV столеће|XX vek, XIV stoleće
Фаза II: процена|Faza II: procena
инјекција|injekcija
надживети|nadživeti
Танјуг|Tanjug
конјункција, конјунктура|konjunkcija, konjunktura
НАДЖИВЕТИ|NADŽIVETI
ОДЖАЛИТИ|ODŽALITI
<!-- коментар --> текст|<!-- коментар --> tekst
{{ променљива }} текст|{{ променљива }} tekst
<span class="важно">важно</span>|<span class="важно">važno</span>
„Наводници” и ’апостроф’|„Navodnici” i ’apostrof’
СУПРУГА Љ.|SUPRUGA LJ.
СУПРУГА Љ. је дошла|SUPRUGA LJ. je došla
Љ. Њ. Поповић|Lj. Nj. Popović
Љ. Њ. ПОПОВИЋ|LJ. NJ. POPOVIĆ
Љ|Lj
Љиља и Џорџ|Ljilja i Džordž
ЗНАЊЕм|ZNANJEm
**Љ**убав|**Lj**ubav
МОЊА-Љ|MONJA-LJ
УНДП-ом, ЊУ-ом|UNDP-om, NJU-om
COVID-19, UNODC-а|COVID-19, UNODC-a
ЉУ\u00adБАВ, љу\u00adбав|LJU\u00adBAV, lju\u00adbav
КО\u00adЊ|KO\u00adNJ
ин\u00adјекција|in\u00adjekcija
над\u200bживети|nad\u200bživeti
с\u0430\u0301м, Ђ\u0443\u0301рђ|s\u00e1m, Đ\u00farđ
Ѐво, ѝ|Èvo, ì
Россия и Правда|Россия i Pravda
Ѓорѓи и Ќиро из Скопља|Ѓорѓи i Ќиро iz Skoplja
Први ъгъл|Prvi ъгъл
[Правда]{lang=ru} и правда|[Правда]{lang=ru} i pravda
[@who-2020, стр. 7; @љ-2020]|[@who-2020, str. 7; @љ-2020]
Видети -@љ-2020|Videti -@љ-2020
Притиснути [[које]] место|Pritisnuti [[које]] mesto
Косово{*}, на Косову{*}|Kosovo{*}, na Kosovu{*}
[корак](ref:#љ "Наслов")|[korak](ref:#љ "Naslov")
[рана](term:рана)|[rana](term:рана)
[страна](https://x.rs/а(б)в) даље|[strana](https://x.rs/а(б)в) dalje
[страна](<пут до а>) даље|[strana](<пут до а>) dalje
<https://example.org/љ> и љ|<https://example.org/љ> i lj
на https://x.rs/пут/. Даље|na https://x.rs/пут/. Dalje
(www.пример.срб)|(www.пример.срб)
на канцеларија.срб и пошта@пример.срб|na канцеларија.срб i пошта@пример.срб
слике/љ.svg и/или слика|слике/љ.svg i/ili slika
``а ` б`` в|``а ` б`` v
`љ и љ|`lj i lj
a < б и б > a|a < b i b > a
српски (ћирилица)|srpski (latinica)
писано ћирилицом и латиницом|pisano ćirilicom i latinicom
5. март 2026. у 14.30|5. mart 2026. u 14.30
1.234,50 динара и 5 %|1.234,50 dinara i 5 %
Зашто? Зато!|Zašto? Zato!
"""
PAIRS = [
    *(tuple(row.split("|", 1)) for row in CASES.strip().split("\n")),
    ("Тирана | Тиране", "Tirana | Tirane"),
    ("један\\\nдва", "jedan\\\ndva"),
]


@pytest.mark.parametrize(("cyrillic", "wanted"), PAIRS)
def test_words_change_and_all_else_stays(cyrillic: str, wanted: str) -> None:
    assert Transliterator()(cyrillic) == wanted


def test_the_list_is_not_cut_short() -> None:
    assert len(PAIRS) >= 70


EXCEPTIONS = """cyrillic,latin,note
Твитер*,Twitter*,a company
ћирилиц*,latinic*,what a text says of its own script
бриселски дијалог,briselski dijalog,
"Рим, Париз","Roma, Paris",with a comma
"""


@pytest.mark.parametrize(
    ("cyrillic", "wanted"),
    [
        ("На Твитеру и Твитер", "Na Twitteru i Twitter"),
        ("Твитераш, ТВИТЕР", "Twitteraš, TVITER"),
        ("Бриселски дијалог и бриселски дијалози", "Briselski dijalog i briselski dijalozi"),
        ("Писано ћирилицама", "Pisano latinicama"),
        ("Рим, Париз", "Roma, Paris"),
        ("Твитер, `код` и Твитер {{ х }} љ", "Twitter, `код` i Twitter {{ х }} lj"),
        ("`Твитер` и https://x.rs/Твитер", "`Твитер` i https://x.rs/Твитер"),
    ],
)
def test_exceptions_are_printed_otherwise(cyrillic: str, wanted: str) -> None:
    exceptions, found = read_exceptions(SourceFile("locales/sr-Latn/exceptions.csv", EXCEPTIONS))
    assert found == ()
    assert Transliterator(exceptions)(cyrillic) == wanted


@pytest.mark.parametrize(
    "row", ["Твитер,", ",Twitter", "*,*", "Твитер*,Twitter,", "Твитер,Twitter*,", "а,b,c,d", "Европол,Europol\nЕвропол,Europol"]
)  # fmt: skip
def test_a_row_that_says_nothing_is_told_with_its_line(row: str) -> None:
    text = "cyrillic,latin,note\nРим,Roma,\n" + row + "\n"
    exceptions, found = read_exceptions(SourceFile("locales/sr-Latn/exceptions.csv", text))
    assert exceptions.words["Рим"] == "Roma"
    (one,) = found
    assert one.span is not None
    assert one.span.line == 2 + row.count("\n") + 1
    assert one.hint
    assert one.language == "sr-Latn"


_SERBIAN = st.text(st.sampled_from("абвгдђежзијклљмнњопрстћуфхцчџшАБЂЉЊЏШ .,–-\u00ad"), max_size=40)


@given(_SERBIAN)
def test_nothing_cyrillic_is_left_and_letters_lead_back(text: str) -> None:
    made = latin(text)
    assert not any("\u0400" <= letter <= "\u04ff" for letter in made)
    assert unicodedata.is_normalized("NFC", made)
    assert made.lower() == (in_other_script(text, "sr-Cyrl") or (text.lower(),))[0]


@given(st.text(st.sampled_from("абљЉЊ `*_[](){}<>@!|\\#:/.\n-=lang"), max_size=30))
def test_any_text_keeps_its_marks(text: str) -> None:
    made = Transliterator()(text)
    assert [letter for letter in made if not letter.isalpha()] == [letter for letter in text if not letter.isalpha()]
    assert Transliterator()(made) == made


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    made = Transliterator()(text)
    assert made.count("\x00") == text.count("\x00")


def test_a_character_of_our_own_is_as_good_as_another() -> None:
    assert Transliterator()("љ\x00 `љ` њ\x00") == "lj\x00 `љ` nj\x00"


def test_markup_survives() -> None:
    text = "**Љубав** [@who-2020] и [рана](term:wound), {{ number }}, `код`, Косово{*}, [x](https://a.b/љ)"
    before, _ = parse_inlines(text, path="x", line=1)
    after, found = parse_inlines(Transliterator()(text), path="x", line=1)
    assert not found
    assert [type(one) for one in before] == [type(one) for one in after]
