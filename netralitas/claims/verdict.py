"""May a number be said: its verdict, the sentence to say, why, and what a sentence of somebody else still lacks.

The build decides (tables `verdict`, `verdict_rule`) and writes the sentence to say; here its reasons are told.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from netralitas.model import APPROXIMATE
from netralitas.store import Store
from netralitas.wording import day, number, text


@dataclass(frozen=True)
class Reason:
    """One rule that holds for a figure, told in a sentence."""

    rule: str
    verdict: str
    mark: str
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What may be said of a figure. `mark` stands on the number; `reasons` are told beside it, the gravest first."""

    figure_id: str
    verdict: str
    mark: str
    say: str
    reasons: tuple[Reason, ...]

    @property
    def doubts(self) -> tuple[Reason, ...]:
        """The reasons that the mark stands for: the others are satisfied by the sentence itself."""
        return tuple(reason for reason in self.reasons if reason.mark)


@dataclass(frozen=True)
class _Fact:
    """A rule and a figure with what the rule names: the figure itself, another, the copied one, numbers and regions."""

    rule: str
    own: dict
    other: dict | None
    also: dict | None
    count: float | None
    total: float | None
    candidates: tuple[str, ...]


def of(store: Store, figure_ids: tuple[str, ...], language: str) -> dict[str, Verdict]:
    """Figure → its verdict."""
    return of_figures(store, store.verdict_rows(figure_ids), language)


def of_figures(store: Store, figures: Iterable[dict], language: str) -> dict[str, Verdict]:
    """The same for published figures that are at hand, as plain rows."""
    reasons: dict[str, list[Reason]] = {}
    for row, fact in _facts(store, tuple(row["figure_id"] for row in figures if len(row["rules"]))):
        sentence = _RULES[fact.rule].tell(store, fact, language)
        reasons.setdefault(row["figure_id"], []).append(Reason(fact.rule, row["verdict"], row["mark"], sentence))
    told = ((row["figure_id"], row["verdict"], row["mark"], row[f"say_{language}"]) for row in figures)
    return {figure: Verdict(figure, verdict, mark, say, tuple(reasons.get(figure, ()))) for figure, verdict, mark, say in told}


def check(store: Store, sentence: str, figure_id: str, language: str) -> tuple[Reason, ...]:
    """The rules of a figure whose clause the sentence lacks: nothing left means that it may be said so.

    Of a number that is not to be said no clause helps: the sentence must do without it, or refuse it.
    """
    return check_all(store, ((sentence, figure_id, ()),), language)[0]


Scope = tuple[str, str, str]


def check_all(store: Store, said: tuple[tuple[str, str, tuple[tuple[float, Scope], ...]], ...], language: str) -> list[tuple[Reason, ...]]:
    """The same for many sentences, each with the figure that it says: the snapshot is asked once.

    With each sentence its numbers that are known to be of a region, election and stage: they tell of no other.
    """
    named = tuple(dict.fromkeys(figure for _, figure, _ in said))
    verdicts = of(store, named, language)
    facts = {(row["figure_id"], fact.rule): fact for row, fact in _facts(store, named)}
    return [
        tuple(
            reason
            for reason in verdicts[figure].reasons
            if reason.verdict == verdicts[figure].verdict and not _holds(store, facts[figure, reason.rule], sentence, numbers, language)
        )
        for sentence, figure, numbers in said
    ]


def _holds(store: Store, fact: _Fact, sentence: str, numbers: tuple[tuple[float, Scope], ...], language: str) -> bool:
    """Has the sentence the clause? 12 kasus diteruskan is not the other source's 12 alleged cases."""
    rule = _RULES[fact.rule].holds
    if rule is _has_other and fact.other is not None:
        scopes = [scope for value, scope in numbers if value == fact.other["value"]]
        if scopes and not any(scope == tuple(fact.other[side] or "" for side in ("region", "event", "stage")) for scope in scopes):
            return False
    return rule(store, fact, sentence, language)


def _facts(store: Store, figure_ids: tuple[str, ...]) -> list[tuple[dict, _Fact]]:
    return [(row, _fact(row)) for row in store.verdict_facts(figure_ids)]


def _fact(row: dict) -> _Fact:
    other, also = (row[name] if row[name] and row[name]["figure_id"] else None for name in ("other", "also"))
    return _Fact(row["rule"], row["own"], other, also, row["number"], row["second_number"], tuple(row["candidates"]))


# -- words for figures -------------------------------------------------------


def _amount(store: Store, figure: dict, language: str) -> str:
    """Sekitar 500 laporan, 1 case."""
    about = store.label("qualifier", figure["qualifier"], language) + " " if figure["qualifier"] in APPROXIMATE else ""
    unit = figure["unit"]
    noun = text(language, f"verdict.satu.{unit}") if figure["value"] == 1 else store.label("unit", unit, language)
    return f"{about}{number(figure['value'], language)} {noun}"


def _words(store: Store, figure: dict | None, language: str, prefix: str = "") -> dict[str, str]:
    if figure is None:
        return {}
    counter = store.said("counted_by", figure["counted_by"], language)
    words = {
        "amount": _amount(store, figure, language),
        "counter": counter,
        # at the head of a sentence
        "Counter": counter[:1].upper() + counter[1:],
        "stage": store.label("stage", figure["stage"], language),
        "cutoff": figure[f"cutoff_{language}"],
        "publisher": figure["publisher"],
        "region": figure["region_name"],
        "event": store.event_name(figure["event"]) if figure["event"] else "",
    }
    return {prefix + name: word for name, word in words.items()}


def _day(printed: str | None, language: str) -> str:
    """19 Desember 2020, Desember 2020 or 2020: as precise as it was printed."""
    if not printed or len(printed) == 4:
        return printed or ""
    if len(printed) == 7:
        return day(date.fromisoformat(printed + "-01"), language).split(" ", 1)[1]
    return day(date.fromisoformat(printed), language)


def _days(figure: dict, language: str) -> list[str]:
    """The days that a sentence may give for the time of a figure."""
    return [_day(figure[name], language) for name in ("as_of", "period_end", "published_on") if figure[name]]


# -- how each rule is told ---------------------------------------------------


def _told(key: str, **fixed: str) -> Callable[[Store, _Fact, str], str]:
    """The sentence `key`, with the words of the figures that the rule names."""

    def tell(store: Store, fact: _Fact, language: str) -> str:
        words = (
            _words(store, fact.own, language, "own_") | _words(store, fact.other, language) | _words(store, fact.also, language, "also_")
        )
        return text(language, key, count=number(fact.count, language), **words, **fixed)

    return tell


def _either(holds: Callable[[_Fact], bool], one: str, other: str) -> Callable[[Store, _Fact, str], str]:
    first, second = _told(one), _told(other)
    return lambda store, fact, language: (first if holds(fact) else second)(store, fact, language)


def _tell_candidates(store: Store, fact: _Fact, language: str) -> str:
    names = [store.region_name(code) for code in fact.candidates]
    if len(names) < 2:
        return text(language, "verdict.wilayah_tidak_jelas_tanpa_calon")
    return text(language, "verdict.wilayah_tidak_jelas", candidates=text(language, "verdict.calon").join(names))


def _tell_about(store: Store, fact: _Fact, language: str) -> str:
    return text(language, "verdict.kira_kira", about=store.label("qualifier", fact.own["qualifier"], language))


def _tell_window(store: Store, fact: _Fact, language: str) -> str:
    start, end = _day(fact.own["period_start"], language), _day(fact.own["period_end"] or fact.own["as_of"], language)
    return text(language, "verdict.kurun" if end else "verdict.kurun_terbuka", start=start, end=end)


def _tell_sums(store: Store, fact: _Fact, language: str) -> str:
    return text(language, "verdict.rincian_lebih", sum=number(fact.count, language), total=number(fact.total, language))


def _tell_fall(store: Store, fact: _Fact, language: str) -> str:
    if fact.other["stage"] != fact.own["stage"]:
        return _told("verdict.corong_terbalik")(store, fact, language)
    before = fact.other["counted_on"] < fact.own["counted_on"]
    return _told("verdict.turun" if before else "verdict.turun_kemudian")(store, fact, language)


# -- what a sentence must hold -----------------------------------------------


def _one_of(key: str) -> Callable[[Store, _Fact, str, str], bool]:
    """One of the words that stand under `key`, set apart by bars."""
    return lambda store, fact, sentence, language: any(word in sentence.lower() for word in text(language, key).lower().split("|"))


def _has_day(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    return any(printed in sentence for printed in _days(fact.own, language))


def _has_other(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    """The number of the other figure; where none is known, that there is another."""
    if fact.other is None:
        return _one_of("verdict.periksa.berbeda")(store, fact, sentence, language)
    return _says(sentence, number(fact.other["value"], language))


def _says(sentence: str, printed: str) -> bool:
    """The number itself, not a part of another: 4 does not stand in 2024, nor 13 in 13.000."""
    return re.search(rf"(?<![\d])(?<!\d[.,]){re.escape(printed)}(?!\d|[.,]\d)", sentence) is not None


def _has_about(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    return store.label("qualifier", fact.own["qualifier"], language) in sentence


def _has_window(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    # The year may stand at the end of the window alone, and a month begins on its first.
    begins = _day(fact.own["period_start"], language)
    is_month = begins.startswith("1 ") and re.search(rf"(?<!\d ){re.escape(begins[2:])}", sentence) is not None
    return is_month or re.search(rf"(?<!\d){re.escape(begins.rsplit(' ', 1)[0])}", sentence) is not None


def _has_stage(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    return store.label("stage", fact.other["stage"], language).lower() in sentence.lower()


def _has_sums(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    return _says(sentence, number(fact.count, language)) and _says(sentence, number(fact.total, language))


def _refuses(store: Store, fact: _Fact, sentence: str, language: str) -> bool:
    """The number is not said, or only as one that is not to be said."""
    unsaid = not _says(sentence, number(fact.own["value"], language))
    return unsaid or _one_of("verdict.periksa.jangan")(store, fact, sentence, language)


@dataclass(frozen=True)
class _Rule:
    tell: Callable[[Store, _Fact, str], str]
    holds: Callable[[Store, _Fact, str, str], bool]


_RULES = {
    "J1": _Rule(_either(lambda fact: fact.also is None, "verdict.melebihi_induk", "verdict.melebihi_induk_kembar"), _refuses),
    "J2": _Rule(_tell_candidates, _refuses),
    "J3": _Rule(_told("verdict.tidak_konsisten_ada_yang_baik"), _refuses),
    "J4": _Rule(_told("verdict.bukan_asn"), _refuses),
    "J5": _Rule(_told("verdict.puncak"), _refuses),
    "J6": _Rule(_told("verdict.nol_bukan_penghitung"), _refuses),
    "J7": _Rule(_told("verdict.salah_judul"), _refuses),
    "C1": _Rule(_tell_about, _has_about),
    "C2": _Rule(_told("verdict.campuran"), _one_of("verdict.periksa.campuran")),
    "C3": _Rule(_told("verdict.tidak_konsisten"), _one_of("verdict.periksa.konsisten")),
    "C4": _Rule(_either(lambda fact: fact.other is None, "verdict.bertentangan", "verdict.beda_sumber"), _has_other),
    "C5": _Rule(_told("verdict.induk_lebih_lama"), _has_other),
    "C6": _Rule(_tell_fall, _has_other),
    "C7": _Rule(_told("verdict.sementara"), _has_day),
    "C8": _Rule(_told("verdict.tanpa_tanggal"), _one_of("verdict.periksa.tanggal")),
    "C9": _Rule(_told("verdict.dikisahkan"), _has_other),
    "C10": _Rule(_told("verdict.disimpulkan"), _one_of("verdict.periksa.daftar")),
    "C11": _Rule(_told("verdict.sebagian"), _one_of("verdict.periksa.sebagian")),
    "C12": _Rule(_told("verdict.gabungan"), _one_of("verdict.periksa.gabungan")),
    "C13": _Rule(_told("verdict.nol_pemilik"), _has_other),
    "C14": _Rule(_told("verdict.bertambah"), _has_day),
    "C15": _Rule(_told("verdict.persentase"), _one_of("verdict.periksa.dasar")),
    "C16": _Rule(_told("verdict.sebelum_pemekaran"), _one_of("verdict.periksa.pemekaran")),
    "C17": _Rule(_told("verdict.tanpa_pemilihan"), _one_of("verdict.periksa.pemilihan")),
    "C18": _Rule(_told("verdict.bukan_lembaga"), _one_of("verdict.periksa.lembaga")),
    "C19": _Rule(_tell_window, _has_window),
    "C20": _Rule(_told("verdict.tahap_lain"), _has_stage),
    "C21": _Rule(_told("verdict.awal"), _has_day),
    "C22": _Rule(_told("verdict.wilayah_ditetapkan"), _one_of("verdict.periksa.wilayah")),
    "C23": _Rule(_told("verdict.jauh_berbeda"), _has_other),
    "C24": _Rule(_tell_sums, _has_sums),
}
