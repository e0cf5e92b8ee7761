"""Each fault of a translator's is found, and what a good translation does is none."""

import pytest

from tests.localize.checks.judge import codes, findings

FAULTS = {
    "address changed": ("See [here](https://example.org/a).", "Видете [тука](https://example.org/b).", "markup"),
    "link broken by a blank": ("See [here](https://example.org/a).", "Видете [тука] (https://example.org/a).", "markup"),
    "bold lost": ("**Press** hard.", "Притиснете силно.", "emphasis"),
    "bold with blanks inside": ("**Press** hard.", "** Притиснете ** силно.", "markup"),
    "bold not closed": ("**Press** hard.", "**Притиснете силно.", "markup"),
    "code translated": ("Type `start`.", "Внесете `почеток`.", "markup"),
    "citation lost": ("Press hard [@who-2020].", "Притиснете силно.", "markup"),
    "page of a citation changed": ("Press hard [@who-2020, p. 7].", "Притиснете силно [@who-2020, стр. 9].", "markup"),
    "variable renamed": ("Call {{ number }}.", "Јавете се на {{ број }}.", "markup"),
    "brace lost": ("Call {{ number }}.", "Јавете се на {{ number }.", "markup"),
    "name mark lost": ("In Kosovo{*} too.", "И во Косово.", "markup"),
    "name mark behind a blank": ("In Kosovo{*} too.", "И во Косово {*}.", "markup"),
    "term link lost": ("Cover the [wound](term:wound).", "Покријте ја раната.", "markup"),
    "term link to another term": ("Cover the [wound](term:wound).", "Покријте ја [раната](term:burn).", "markup"),
    "gap lost": ("Cool for [[time]] minutes.", "Ладете ја неколку минути.", "markup"),
    "number changed": ("In 2016, 240 people came.", "Во 2016 година дојдоа 204 лица.", "number"),
    "year changed": ("In 2016 they came.", "Дојдоа во 2015 година.", "number"),
    "number lost": ("About 460 people came back.", "Се вратија многу лица.", "number"),
    "number added": ("They came back.", "Се вратија 460 лица.", "number"),
    "decimals changed": ("It is 3.5 per cent.", "Тоа е 3,4 проценти.", "number"),
    "thousands copied": ("About 2,000 people.", "Околу 2,000 лица.", "number"),
    "date changed": ("On 5 March 2026.", "На 6.3.2026", "number"),
    "acronym changed": ("UNODC says so.", "Така вели UNDOC.", "acronym"),
    "letter of an acronym lost": ("UNODC says so.", "Така вели UNOC.", "acronym"),
    "full stop lost": ("Press hard.", "Притиснете силно", "ending"),
    "question mark changed": ("What comes first?", "Што е прво.", "ending"),
    "question mark lost within a quotation": ('"What comes first?"', "„Што е прво“", "ending"),
    "word doubled": ("Press the wound hard.", "Притиснете ја раната раната силно.", "doubled"),
    "last word doubled": ("And those who left.", "И тие што заминале заминале.", "doubled"),
    "word doubled in a quotation": ('Say "never".', "Кажете „никогаш никогаш“.", "doubled"),
    "small word doubled": ("They warm the person.", "Тие го го стоплуваат лицето.", "doubled"),
    "wrong quotation marks": ("Say “stop”.", "Кажете «стоп».", "quotes"),
    "English quotation marks": ("Say “stop”.", "Кажете “стоп”.", "quotes"),
    "quotation not closed": ("Say “stop”.", "Кажете „стоп.", "quotes"),
    "quotation the wrong way round": ("Say “stop”.", "Кажете “стоп„.", "quotes"),
    "left in English": ("Keep the person warm.", "Keep the person warm.", "untranslated"),
    "one word left in English": ("Practice", "Practice", "untranslated"),
    "a piece left in English": (
        "Press hard. Then keep the person warm and wait.",
        "Притиснете силно. Then keep the person warm и чекајте.",
        "untranslated",
    ),
    "far too long": ("Keep warm", "Држете топло " * 6, "length"),
    "a sentence missing": (
        "Press the wound hard. Keep the person warm. Do not leave. Speak with calm words until help comes.",
        "Притиснете ја раната силно.",
        "length",
    ),
    "term replaced": ("Cover the wound.", "Покријте го местото.", "term"),
    "inflected term replaced": ("Ask the probation service.", "Прашајте ја полициската управа.", "term"),
}  # fmt: skip
OTHER_CODES = {
    "mixed script in a word": ("In Skopje.", "Во Скопje.", "script-mixed"),
    "look-alike first letter": ("A risk", "Pизик", "script-mixed"),
    "wrong script": ("The town square.", "Ploštad во градот.", "script-wrong"),
    "a small word in the wrong script": ("This and that.", "Ова a не тоа.", "script-wrong"),
    "forbidden term": ("Cover the wound, and the edge.", "Покријте ја дупката и рабовите на раната.", "term-forbidden"),
    "forbidden everywhere": ("A troubled person.", "Еден лудак.", "term-forbidden"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str) -> None:
    english, translation, code = FAULTS[fault]
    assert f"translation-{code}" in codes(english, translation)


@pytest.mark.parametrize("fault", OTHER_CODES)
def test_a_fault_of_letters_or_labels_is_found(fault: str) -> None:
    english, translation, code = OTHER_CODES[fault]
    assert codes(english, translation) == [code]


IN_OTHERS = (
    ("sq", "In Skopje.", "Në Скопје.", "script-wrong"),
    ("sq", "In Skopje.", "Në Shkupј.", "script-mixed"),
    ("sr-Cyrl", "Say “stop”.", "Реците „стоп”.", "translation-quotes"),
    ("bs", "Say “stop”.", "Recite „stop“.", "translation-quotes"),
    ("bs", "A risk assessment", "Procena rizika", "translation-ekavian"),
    ("bs", "Children first.", "Prvo deca.", "translation-ekavian"),
    ("bs", "Security and confidentiality.", "Bezbednost i poverljivost.", "translation-ekavian"),
    ("bs", "After the exercise.", "Posle vežbe.", "translation-ekavian"),
    ("sq", "About 1,070 people.", "Rreth 1,070 veta.", "translation-number"),
    ("sq", "Right: wet glue slides.", "Right: wet glue slides.", "translation-untranslated"),
    ("sq", "*Right:* wet glue", "*Right:* wet glue", "translation-untranslated"),
    ("bs", "A well-known mentor", "A well-known mentor", "translation-untranslated"),
)


@pytest.mark.parametrize(("tag", "english", "translation", "code"), IN_OTHERS)
def test_a_fault_in_another_language_is_found(tag: str, english: str, translation: str, code: str) -> None:
    assert code in codes(english, translation, tag=tag)


NO_FAULTS = (
    ("mk", "It costs 1,234.50 in 2026.", "Чини 1.234,50 во 2026 година."),
    ("sq", "It costs 1,234,567.50.", "Kushton 1 234 567,50."),
    ("mk", "It costs 2,000.", "Чини 2000."),
    ("sr-Cyrl", "It costs 2,000.", "Кошта 2\u00a0000."),
    ("mk", "On 5 March 2026.", "На 5.3.2026."),
    ("sr-Cyrl", "On 5 March 2026.", "Дана 5. 3. 2026."),
    ("sr-Cyrl", "It began on 17 June 2024.", "Почело је 17. јуна 2024."),
    ("mk", "At 14:30.", "Во 14.30."),
    ("mk", "Ten people and a third one.", "10 лица и 3."),
    ("mk", "After 3 years.", "По три години."),
    ("sr-Cyrl", "In the 21st century.", "У XXI веку."),
    ("sr-Cyrl", "The wars of the 1990s.", "Ратови деведесетих."),
    ("mk", "Between 5% and 10%.", "Меѓу 5 % и 10 %."),
    ("mk", "VERA-2R and ERG22+ with ERG-R.", "VERA-2R и ERG22+ со ERG-R."),
    ("mk", "Resolution 2396 (2017)", "Резолуција 2396 (2017)"),
    ("mk", "Section 6.1 and version 2.1", "Дел 6.1 и верзија 2.1"),
    ("mk", "About 5.4 million people.", "Околу 5,4 милиони луѓе."),
    ("mk", 'Say "stop".', "Кажете „стоп“."),
    ("mk", 'Say "stop".', 'Кажете "стоп".'),
    ("sq", 'Say "stop".', "Thoni «ndal»."),
    ("bs", 'Say "stop".', "Recite „stop”."),
    ("mk", "He said: \"She called it 'a stop'.\"", "Тој рече: „Таа тоа го нарече ‚застој‘.“"),
    ("sq", "OSCE", "OSBE-ja"),
    ("mk", "The UN and the EU.", "ОН и ЕУ."),
    ("mk", "UNODC and RAN.", "UNODC и RAN."),
    ("sr-Cyrl", "The paper of UNODC.", "Рад UNODC-а."),
    ("mk", "It is what it is, is it?", "Тоа е што е, нели?"),
    ("mk", "His uncle helps him.", "Вујко му му помага."),
    ("sq", "His way of learning.", "Mënyra e tij e të të nxënit."),
    ("mk", "EU Knowledge Hub", "EU Knowledge Hub"),
    ("mk", "UNODC", "UNODC"),
    ("bs", "Mentor", "Mentor"),
    ("sq", "Status quo", "Status quo"),
    ("sq", "Associated Press", "Associated Press"),
    ("sq", "{title} ({number}/{total})", "{title} ({number}/{total})"),
    ("sq", "video, 3 min", "video, 3 min"),
    ("sq", "www.example.org/page, info@example.org", "www.example.org/page, info@example.org"),
    ("sr-Cyrl", "The EU Knowledge Hub on Prevention of Crime opened.", "EU Knowledge Hub on Prevention of Crime је отворен."),
    ("mk", "Write to info@example.org or https://example.org/x.", "Пишете на info@example.org или https://example.org/x."),
    ("mk", "Where x < y", "Каде што x < y"),
    ("mk", "Form A", "Форма A"),
    ("sr-Cyrl", "Yes. Yes, of course.", "Да. Да, наравно."),
    ("mk", "An old saying", "Изреката [quod erat]{lang=la}"),
    ("mk", "Cover the wounds.", "Покријте ги раните."),
    ("mk", "The probation services decide.", "Пробациските служби одлучуваат."),
    ("mk", "He spoke of a troubled person.", "Тој рече „лудак“."),
    ("mk", "In the hole.", "Во дупката."),
    ("mk", "Press [@who-2020, p. 7].", "Притиснете [@who-2020, стр. 7]."),
    ("mk", "Listen, then *press* hard", "Слушнете, потоа __притиснете__ *силно*"),
    ("bs", "The percentage of girls later wounded", "Procenat djevojčica kasnije povrijeđenih"),
    ("bs", "Threads of time, themes and a step", "Niti vremena, teme i stepen"),
    ("bs", "A list that prevents an error", "Spisak koji sprečava grešku"),
)  # fmt: skip


@pytest.mark.parametrize(("tag", "english", "translation"), NO_FAULTS)
def test_what_a_good_translation_does_is_no_fault(tag: str, english: str, translation: str) -> None:
    assert [code for code in codes(english, translation, tag=tag) if code != "translation-emphasis"] == []


def test_answers_may_be_spelt_in_both_scripts_and_end_as_they_like() -> None:
    assert codes("Tirana | Tiranë", "Тирана | Tirana | Tiranë.", kind="answer") == []
    assert codes("UNODC", "UNODC | УНОДК", kind="answer") == []


def test_the_odd_letter_is_named_by_its_place() -> None:
    (mixed,) = findings("In Skopje.", "Во Скопje.")
    assert mixed.message.startswith("letter 5 of “Скопje” is the Latin j, letter 6 of “Скопje” is the Latin e")
    (first,) = findings("A risk", "Pизик")
    assert first.message.startswith("letter 1 of “Pизик” is the Latin P; the others are Cyrillic")
    (whole,) = findings("Here.", "Tuka тука.")
    assert whole.message.startswith("letter 1 of “Tuka” is the Latin T, as is the whole word; Macedonian")


def test_a_soft_hyphen_and_an_accent_do_not_cut_a_word() -> None:
    assert codes("In Skopje.", "Во Ско\u00adпje.") == ["script-mixed"]
    assert codes("It is.", "Тоа\u0301 е.") == []


def test_a_stale_translation_is_only_held_to_its_letters() -> None:
    from builder.localize.catalogue import Catalogue, Message
    from builder.localize.checks.catalogues import Aids, check_catalogues
    from tests.localize.checks.judge import language

    messages = (
        Message(msgid="In 2016.", msgstr=("Во 2015",), flags=("fuzzy",), line=1),
        Message(msgid="A risk.", msgstr=("Pизик.",), flags=("fuzzy",), line=2),
        Message(msgid="Nothing", msgstr=("",), line=3),
    )
    catalogue = Catalogue(path="locales/mk/x.po", messages=messages)
    found = check_catalogues((catalogue,), language=language("mk"), aids=Aids())
    assert [one.code.value for one in found] == ["script-mixed"]
