"""Ekavian words in Bosnian, Croatian and Montenegrin texts, written in ijekavian: *procena* for *procjena*."""

import re
from collections.abc import Iterator

from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import Subject
from builder.localize.spelling import Speller

IJEKAVIAN = frozenset({"bs", "cnr", "hr"})
_STEMS_LISTED = (
    "ocen:ocjen poverlj:povjerlj poveren:povjeren povere:povjere vežb:vježb bezbedn:bezbjedn svedo:svjedo "
    "svedoč:svjedoč detinj:djetinj dečij:dječij dečj:dječj dečak:dječak devoj:djevoj primer:primjer "
    "promen:promjen primen:primjen namen:namjen zamen:zamjen izmen:izmjen razmen:razmjen menja:mijenja "
    "zahtev:zahtjev savet:savjet nedelj:nedjelj ponedelj:ponedjelj vrednost:vrijednost uspeh:uspjeh uspeš:uspješ "
    "uspev:uspijev rešenj:rješenj rešava:rješava rečnik:rječnik mesec:mjesec mesn:mjesn premešt:premješt "
    "smešt:smješt smernic:smjernic usmer:usmjer versk:vjersk verovan:vjerovan verovat:vjerovat veruj:vjeruj "
    "vernik:vjernik uveren:uvjeren vešt:vješt telesn:tjelesn celin:cjelin delov:djelov deluj:djeluj "
    "delatn:djelatn podel:podjel posledi:posljedi poslednj:posljednj sledeć:sljedeć nasledn:nasljedn "
    "osećan:osjećan osećaj:osjećaj osetlj:osjetlj obavešt:obavješt obaveš:obavješ odeljenj:odjeljenj pesm:pjesm "
    "sećanj:sjećanj sever:sjever sedišt:sjedišt sednic:sjednic svetsk:svjetsk lečenj:liječenj lekar:ljekar "
    "lekov:lijekov spreči:spriječi odsek:odsjek proseč:prosječ poset:posjet vekov:vjekov čovek:čovjek "
    "čoveč:čovječ opredel:opredijel umeren:umjeren nemačk:njemačk beleš:bilješ beležn:bilježn pobeg:pobjeg "
    "izvešt:izvješt obezbe:obezbije razumev:razumijev razumet:razumjet umetnik:umjetnik umetnič:umjetnič "
    "umetnost:umjetnost pretnj:prijetnj "
    "razmer:razmjer sused:susjed zvezd:zvijezd koren:korijen živet:živjet želet:željet voleti:voljeti"
)
_STEMS = dict(pair.split(":") for pair in _STEMS_LISTED.split())
_WHOLE_LISTED = (
    "deca:djeca dece:djece deci:djeci decu:djecu dete:dijete deteta:djeteta detetu:djetetu uvek:uvijek "
    "posle:poslije pre:prije gde:gdje negde:negdje ovde:ovdje vreme:vrijeme reč:riječ reči:riječi rečima:riječima "
    "reke:rijeke mesto:mjesto mesta:mjesta mestu:mjestu mestom:mjestom mestima:mjestima mera:mjera mere:mjere "
    "meru:mjeru merama:mjerama vera:vjera veru:vjeru telo:tijelo tela:tijela celo:cijelo ceo:cio cela:cijela "
    "celi:cijeli celu:cijelu delo:djelo dela:djela delu:djelu delom:djelom delima:djelima deo:dio svet:svijet "
    "sveta:svijeta lepo:lijepo lek:lijek vek:vijek veka:vijeka hteo:htio želeo:želio video:vidio živeo:živio "
    "voleo:volio umesto:umjesto napred:naprijed unapred:unaprijed svest:svijest savest:savjest smer:smjer "
    "cena:cijena cene:cijene cenu:cijenu reši:riješi slede:slijede sledi:slijedi razume:razumije dvema:dvjema "
    "levo:lijevo"
)
_WHOLE = dict(pair.split(":") for pair in _WHOLE_LISTED.split())
_EKAVIAN = re.compile(
    r"\b(?:(procen)(?!at|t)[a-zčćžšđ]*|("
    + "|".join(sorted(_WHOLE, key=len, reverse=True))
    + r")|((?:ne|po|iz|za|u)?(?:"
    + "|".join(sorted(_STEMS, key=len, reverse=True))
    + r")[a-zčćžšđ]*))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHOWN = 4


def check_ekavian(subject: Subject, ijekavian: Speller | None, family: Speller | None) -> Iterator[Diagnostic]:
    """Yield a finding for words that are ekavian, by a list of common ones and by dictionaries where there are some.

    ``ijekavian`` knows ijekavian words only, ``family`` both: a word that the first lacks, and of which the second
    knows the form with ``j`` or ``ij`` before an ``e``, is ekavian.
    """
    if subject.language.tag not in IJEKAVIAN:
        return
    found = dict.fromkeys(match.group() for match in _EKAVIAN.finditer(subject.text) if not match.group().isupper())
    if ijekavian is not None and family is not None:
        words = (word for word in _WORD.findall(subject.text) if "e" in word[1:])
        found.update((word, None) for word in words if _is_ekavian(word.lower(), ijekavian, family))
    if found:
        shown = ", ".join(f"“{word}”" for word in list(found)[:_SHOWN])
        problem = f"{shown} {'is' if len(found) == 1 else 'are'} ekavian"
        hint = f"{subject.language.english} is written in ijekavian: procjena, vježba, djeca"
        yield subject.finding(Code.TRANSLATION_EKAVIAN, problem, hint)


def _is_ekavian(word: str, ijekavian: Speller, family: Speller) -> bool:
    if ijekavian.knows(word) or not family.knows(word):
        return False
    places = [at for at, letter in enumerate(word) if letter == "e" and at > 0 and word[at - 1] != "j"]
    return any(family.knows(f"{word[:at]}{more}{word[at:]}") for at in places for more in ("j", "ij"))
