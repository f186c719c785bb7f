"""May I say this number? A typed question in, one Answer out: for the page, the light page and the data address alike."""

from dataclasses import dataclass, field, replace

import pandas as pd

from netralitas import address
from netralitas.check import places
from netralitas.check.asked import Asked, read
from netralitas.check.known import Known, by_day, known, rows
from netralitas.check.places import Choice
from netralitas.claims import verdict
from netralitas.claims.lead import summary
from netralitas.model import EVENT, LANGUAGES, NATION, REGION, STAGE, UNIT, Filter
from netralitas.store import Store
from netralitas.wording import joined, number, text

LAYAK, CATATAN, JANGAN, UNKNOWN = "layak", "catatan", "jangan", "tidak_dikenal"
VERDICTS = (LAYAK, CATATAN, JANGAN, UNKNOWN)
KINDS = ("kosong", "angka", "angka_lain", "pertanyaan", "wilayah", "tahun", "tanpa_pemilihan", "pegawai", UNKNOWN)
MOST_REASONS, MOST_ELSEWHERE = 3, 12
# Rules whose clause is the day alone: a sentence with its date satisfies them.
_DAY_RULES = frozenset(("C7", "C14", "C21"))
# A younger count that is higher by this part is told with a figure that was chosen for the reader.
_HIGHER = 1.1


@dataclass(frozen=True)
class Why:
    """One reason in a sentence; `rule` is its rule of the verdict, empty where the question itself gives the reason."""

    rule: str
    sentence: str


@dataclass(frozen=True)
class Answer:
    """`kind`, one of KINDS, says what was asked.

    `figure` answers first, None where none does; `known` is everything for the same question; `elsewhere` the same number of
    other questions; `choices` are questions to ask instead, with what each would find.
    """

    typed: str
    kind: str
    number: float | None
    verdict: str
    word: str
    sentence: str
    why: tuple[Why, ...] = ()
    figure: Known | None = None
    scope: Filter | None = field(default=None, compare=False)
    known: tuple[Known, ...] = ()
    elsewhere: tuple[Known, ...] = ()
    more_elsewhere: int = 0
    choices: tuple[Choice, ...] = ()
    add: str = ""


def answer(store: Store, typed: str, language: str = LANGUAGES[0]) -> Answer:
    """What may be said. Nothing that cannot be read is an error: it gets a hint."""
    asked = read(store, typed)
    if asked.number is not None:
        return _of_number(store, asked, language)
    if asked.places or (asked.events and not asked.year) or (asked.events and not asked.bare):
        return _of_place(store, asked, language)
    if asked.year:
        choices = places.elections(store, asked, language)
        key = "cek.tahun" if choices else "cek.tahun.kosong"
        return Answer(asked.typed, "tahun", None, "", "", text(language, key, year=asked.year), choices=choices)
    if asked.unread:
        sentence = text(language, "cek.tak_terbaca", words=asked.unread)
        near = places.named(store, asked, asked.near, language)
        return Answer(asked.typed, UNKNOWN, None, UNKNOWN, text(language, "cek.kata.tidak_dikenal"), sentence, choices=near)
    return Answer(asked.typed, "kosong", None, "", "", text(language, "cek.kosong"), choices=places.examples(language))


# -- a number ----------------------------------------------------------------------


def _of_number(store: Store, asked: Asked, language: str) -> Answer:
    frame = store.valued(asked.number)
    found = _nearest(store, asked, rows(frame))
    if found is None:
        return _staff(store, asked, language) or _unknown(store, asked, frame, language)
    row, fits = found
    figure = known(store, row, language)
    told = verdict.of_figures(store, frame[frame["figure_id"] == figure.figure_id], language)[figure.figure_id]
    mine = _mismatches(store, asked, figure, language)
    many = _of_many(asked, frame, language)
    judged = JANGAN if mine or not fits else CATATAN if many and figure.verdict == LAYAK else figure.verdict
    reasons = [Why(reason.rule, reason.sentence) for reason in told.reasons]
    why = (*mine, *many, *reasons, *_stage_told(store, asked, figure, mine, language), *_others(asked, language))
    elsewhere, more = _elsewhere(store, frame, figure, language)
    refused = mine and figure.verdict != JANGAN
    return Answer(
        typed=asked.typed,
        kind="angka" if not mine else "angka_lain",
        number=asked.number,
        verdict=judged,
        word=text(language, "cek.kata.wilayah") if many and judged != JANGAN else _word(judged, figure, language),
        sentence=text(language, "cek.sebaliknya", asked=_asked_words(store, asked, language), say=figure.say) if refused else figure.say,
        why=why[:MOST_REASONS],
        figure=figure,
        scope=_scope(figure, language),
        known=_same_question(store, figure, language),
        elsewhere=elsewhere,
        more_elsewhere=more,
        choices=places.beside(store, asked, figure, frame, language),
    )


def _nearest(store: Store, asked: Asked, found: list[dict]) -> tuple[dict, bool] | None:
    """The figure that answers first, and whether it is of the place and election asked for. None where the place has no such number.

    First the place itself, then what lies within it: a number of a region above, or of another one, is no answer for a place.
    """
    here = [row for row in found if not asked.places or row["region"] in asked.places]
    within = [
        row for row in found if asked.places and NATION not in asked.places and set(store.line_of(row["region"])[1:]) & set(asked.places)
    ]
    for candidates in (here, within):
        best = min(candidates, key=lambda row: _distance(asked, row), default=None)
        if best is not None:
            return best, candidates is here and (not asked.events or best["event"] in asked.events)
    return None


def _distance(asked: Asked, row: dict) -> tuple[bool, ...]:
    """What of the question a figure does not meet, the weightiest first; the order of the store decides among equals."""
    return (
        bool(asked.events) and row["event"] not in asked.events,
        bool(asked.stage) and row["stage"] != asked.stage,
        bool(asked.unit) and row["unit"] != asked.unit,
        bool(asked.counter) and row["counted_by"] != asked.counter,
    )


def _mismatches(store: Store, asked: Asked, figure: Known, language: str) -> list[Why]:
    """What the question says of the number and no source does."""
    told = []
    if asked.places and figure.region not in asked.places:
        asked_place = joined([store.region_name(code) for code in asked.places], language)
        told.append(text(language, "cek.beda.wilayah", asked=asked_place, place=figure.place))
    if asked.events and figure.event not in asked.events:
        elections = joined([store.event_name(code) for code in asked.events], language)
        told.append(text(language, "cek.beda.pemilihan", asked=elections, event=figure.election or text(language, "cek.kalender")))
    for name, kind in (("stage", "stage"), ("unit", "unit"), ("counter", "counted_by")):
        wanted, given = getattr(asked, name), getattr(figure, kind)
        if wanted and wanted != given:
            told.append(text(language, "cek.beda", asked=store.label(kind, wanted, language), told=store.label(kind, given, language)))
    return [Why("", sentence) for sentence in told]


def _stage_told(store: Store, asked: Asked, figure: Known, mine: list[Why], language: str) -> tuple[Why, ...]:
    """Which stage a number counts, where the question leaves it open: most are taken for allegations."""
    if asked.stage or mine or figure.stage == "dugaan":
        return ()
    stages = {"stage": figure.stage_label, "other": store.label("stage", "dugaan", language)}
    return (Why("", text(language, "cek.tahapnya", **stages)),)


def _of_many(asked: Asked, frame: pd.DataFrame, language: str) -> tuple[Why, ...]:
    """A number without a place that several regions have says nothing: which one is meant must be said with it."""
    count = 0 if asked.places else len(places.regions_with(asked, frame))
    return (Why("", text(language, "cek.banyak_wilayah", count=number(count, language))),) if count > 1 else ()


def _others(asked: Asked, language: str) -> tuple[Why, ...]:
    if not asked.others:
        return ()
    numbers = joined([number(value, language) for value in asked.others], language)
    return (Why("", text(language, "cek.satu_angka", others=numbers)),)


def _elsewhere(store: Store, frame: pd.DataFrame, figure: Known | None, language: str) -> tuple[tuple[Known, ...], int]:
    """The same number as an answer to other questions, one a question, and how many more there are."""
    questions: dict[tuple, Known] = {}
    for row in rows(frame):
        one = known(store, row, language)
        if figure is None or one.scope != figure.scope:
            questions.setdefault(one.scope, one)
    found = tuple(questions.values())
    return found[:MOST_ELSEWHERE], max(0, len(found) - MOST_ELSEWHERE)


def _unknown(store: Store, asked: Asked, frame: pd.DataFrame, language: str) -> Answer:
    """Nobody published it: said so, with what is known of the place and election, and how to add it."""
    place = asked.places[0] if len(asked.places) == 1 else NATION
    event = _event(store, place, asked)
    scope = Filter(place, event, language=language, chosen=frozenset((REGION, EVENT)))
    elsewhere, more = _elsewhere(store, frame, None, language)
    where = joined([store.region_name(code) for code in asked.places], language) or text(language, "cek.di_mana_pun")
    swapped = places.swapped(store, asked, language)
    why = [Why("", text(language, "cek.diketahui", sentence=summary(store, scope)))]
    if swapped:
        why.insert(0, Why("", text(language, "cek.tertukar", numbers=joined([one.label for one in swapped], language))))
    return Answer(
        typed=asked.typed,
        kind=UNKNOWN,
        number=asked.number,
        verdict=UNKNOWN,
        word=text(language, "cek.kata.tidak_dikenal"),
        sentence=text(language, "cek.tidak_dikenal", number=number(asked.number, language), place=where),
        why=tuple(why),
        scope=scope,
        known=by_day(store, store.headlines(place, event), language),
        elsewhere=elsewhere,
        more_elsewhere=more,
        choices=(*swapped, *places.named(store, asked, asked.places if len(asked.places) > 1 else asked.near, language)),
        add=text(language, "cek.tambah"),
    )


def _staff(store: Store, asked: Asked, language: str) -> Answer | None:
    """A count of civil servants, which is no number of cases."""
    counts = [
        row
        for place in (asked.places or (NATION,))
        for row in store.workforce_of(place).to_dict("records")
        if row["value"] == asked.number
    ]  # fmt: skip
    if not counts:
        return None
    row = counts[0]
    told = {"number": number(row["value"], language), "kind": row["kind"].upper(), "place": store.region_name(row["region"])}
    sentence = text(language, "cek.pegawai", year=row["as_of"][:4], publisher=row["publisher"], **told)
    word = text(language, "cek.kata.pegawai")
    return Answer(asked.typed, "pegawai", asked.number, "", word, sentence, choices=places.without_number(store, asked, language))


# -- no number ---------------------------------------------------------------------


def _event(store: Store, place: str, asked: Asked) -> str:
    """The election asked for that the place has figures of, else one that it held, else the one that is proposed for it."""
    covered = store.covered(place)
    held = [event for event in asked.events if store.elections_across(place).at[event, "voted"]]
    return next(
        (event for event in asked.events if (event,) in covered), (held or asked.events or (address.default_event(store, place),))[0]
    )


def _of_place(store: Store, asked: Asked, language: str) -> Answer:
    """What is known of a place and election: the figure that speaks for it, or why there is none."""
    where = asked.places or (NATION,)
    none_held = places.none_held(store, where, asked.events, language)
    if none_held:
        choices = places.without_number(store, asked, language)
        return Answer(asked.typed, "tanpa_pemilihan", None, "", text(language, "cek.kata.tanpa_pemilihan"), none_held, choices=choices)
    if len(where) > 1:
        choices = places.named(store, asked, where, language)
        names = joined([store.region_name(code) for code in where[: places.MOST]], language)
        return Answer(
            asked.typed,
            "wilayah",
            None,
            "",
            text(language, "cek.kata.pilih"),
            text(language, "cek.yang_mana", names=names),
            choices=choices,
        )
    event = _event(store, where[0], asked)
    chosen = {REGION, EVENT} | ({STAGE} if asked.stage else set()) | ({UNIT} if asked.unit else set())
    scope = Filter(where[0], event, asked.stage or "diteruskan", asked.unit or "kasus", language, frozenset(chosen))
    scope = address.propose(store, scope)
    headlines = store.headlines(scope.region, scope.event)
    first = headlines[(headlines["stage"] == scope.stage) & (headlines["unit"] == scope.unit)]
    if first.empty or (asked.bare and not asked.events):
        kind = "wilayah" if not first.empty else UNKNOWN
        word = "" if not first.empty else text(language, "cek.kata.tidak_ada")
        shown = by_day(store, headlines, language)
        add = "" if not first.empty else text(language, "cek.tambah")
        return Answer(asked.typed, kind, None, "", word, summary(store, scope), scope=scope, known=shown, add=add)
    return _told(store, asked, scope, first, language)


def _told(store: Store, asked: Asked, scope: Filter, first: pd.DataFrame, language: str) -> Answer:
    """The headline with its verdict; a younger count of the same counter and what is counted in another unit stand beside it."""
    figure = known(store, rows(first)[0], language)
    reasons = verdict.of_figures(store, first, language)[figure.figure_id].reasons
    shown = _same_question(store, figure, language)
    younger = _younger(figure, shown)
    why = [Why(reason.rule, reason.sentence) for reason in reasons]
    judged, sentence = figure.verdict, figure.say
    if younger and judged != JANGAN:
        said = text(language, "cek.kemudian", counter=younger.counter, amount=younger.amount.full, cutoff=younger.cutoff)
        judged, sentence = CATATAN, f"{sentence} {said}"
        why.insert(0, Why("", said))
    apart = [one for one in _headlines_of_stage(store, scope, language) if one.unit != figure.unit]
    if apart:
        told = "; ".join(f"{one.amount.full} ({one.counter}, {one.cutoff})" for one in apart)
        why.insert(1, Why("", text(language, "cek.satuan_lain", figures=told)))
    mark = replace(figure, mark=CATATAN) if judged == CATATAN and younger else figure
    word = _word(judged, mark, language)
    return Answer(asked.typed, "pertanyaan", None, judged, word, sentence, tuple(why[:MOST_REASONS]), figure, scope, shown)


def _younger(figure: Known, shown: tuple[Known, ...]) -> Known | None:
    """The highest younger count of the same counter, where it is clearly higher."""
    higher = [
        one
        for one in shown
        if one.counted_by == figure.counted_by
        and one.verdict != JANGAN
        and figure.day
        and one.day > figure.day
        and one.value >= figure.value * _HIGHER
    ]
    return max(higher, key=lambda one: one.value, default=None)


def _headlines_of_stage(store: Store, scope: Filter, language: str) -> list[Known]:
    frame = store.headlines(scope.region, scope.event)
    return [known(store, row, language) for row in rows(frame[(frame["stage"] == scope.stage) & (frame["verdict"] != JANGAN)])]


# -- in words ----------------------------------------------------------------------


def _same_question(store: Store, figure: Known, language: str) -> tuple[Known, ...]:
    """Everything that was published for the place, election, stage and unit of a figure, by day."""
    if not figure.event:
        return (figure,)
    return by_day(store, store.alternatives(*figure.scope), language) or (figure,)


def _scope(figure: Known, language: str) -> Filter | None:
    if not figure.event:
        return None
    return Filter(*figure.scope, language, frozenset((REGION, EVENT, STAGE, UNIT)))


def _word(judged: str, figure: Known, language: str) -> str:
    """The verdict in a word. A number that only wants its day or clause may be said: its sentence carries them."""
    if judged != CATATAN or figure.mark:
        return text(language, f"cek.kata.{judged}")
    return text(language, "cek.kata.keterangan")


def _asked_words(store: Store, asked: Asked, language: str) -> str:
    """The number as it was asked: 12 kasus, Sulawesi Selatan, Pilkada 2020."""
    unit = f" {store.label('unit', asked.unit, language)}" if asked.unit else ""
    names = [f"{number(asked.number, language)}{unit}"]
    names += [joined([store.region_name(code) for code in asked.places], language)] if asked.places else []
    names += [joined([store.event_name(code) for code in asked.events], language)] if asked.events else []
    names += [store.label("stage", asked.stage, language)] if asked.stage else []
    return ", ".join(names)
