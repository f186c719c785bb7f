"""A number that was asked for: the figure that answers first, what the question says of it and no source does, and where else it stands."""

import pandas as pd

from netralitas.check import places
from netralitas.check.answer import CATATAN, JANGAN, LAYAK, MOST_REASONS, UNKNOWN, Answer, Why, in_a_word, same_question
from netralitas.check.asked import Asked
from netralitas.check.known import Known, by_day, known, rows
from netralitas.check.of_place import event_of
from netralitas.claims import verdict
from netralitas.claims.lead import summary
from netralitas.model import EVENT, NATION, REGION, STAGE, UNIT, Filter
from netralitas.store import Store
from netralitas.wording import joined, number, text

MOST_ELSEWHERE = 12


def of_number(store: Store, asked: Asked, language: str) -> Answer:
    frame = store.valued(asked.number)
    found = _nearest(store, asked, rows(frame))
    if found is None:
        return _staff(store, asked, language) or _unknown(store, asked, frame, language)
    row, fits = found
    figure = known(store, row, language)
    told = verdict.of(store, (figure.figure_id,), language)[figure.figure_id]
    mine = _mismatches(store, asked, figure, language)
    many = _of_many(asked, frame, language)
    unplaced = _unplaced(asked, language)
    judged = JANGAN if mine or not fits else CATATAN if (many or unplaced) and figure.verdict == LAYAK else figure.verdict
    reasons = [Why(reason.rule, reason.sentence) for reason in told.reasons]
    why = (*mine, *unplaced, *many, *reasons, *_stage_told(store, asked, figure, mine, language), *_others(asked, language))
    elsewhere, more = _elsewhere(store, frame, figure, language)
    refused = mine and figure.verdict != JANGAN
    return Answer(
        typed=asked.typed,
        kind="angka" if not mine else "angka_lain",
        number=asked.number,
        verdict=judged,
        word=text(language, "cek.kata.wilayah") if (many or unplaced) and judged != JANGAN else in_a_word(judged, figure, language),
        sentence=text(language, "cek.sebaliknya", asked=_asked_words(store, asked, language), say=figure.say) if refused else figure.say,
        why=why[:MOST_REASONS],
        figure=figure,
        scope=_scope(figure, language),
        known=same_question(store, figure, language),
        elsewhere=elsewhere,
        more_elsewhere=more,
        choices=(*places.others(store, asked, language), *places.beside(store, asked, figure, frame, language)),
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
        bool(asked.days) and str(row["counted_on"])[:10] not in asked.days,
    )


def _mismatches(store: Store, asked: Asked, figure: Known, language: str) -> list[Why]:
    """What the question says of the number and no source does."""
    told = []
    if asked.places and figure.region not in asked.places:
        asked_place = joined([store.region_name(code) for code in asked.places], language)
        told.append(text(language, "cek.beda.wilayah", asked=asked_place, place=figure.place))
    if asked.events and figure.event not in asked.events:
        elections = _elections(store, asked, language)
        told.append(text(language, "cek.beda.pemilihan", asked=elections, event=figure.election or text(language, "cek.kalender")))
    for name, kind, key in (("stage", "stage", "cek.beda"), ("unit", "unit", "cek.beda"), ("counter", "counted_by", "cek.beda.pencacah")):
        wanted, given = getattr(asked, name), getattr(figure, kind)
        if wanted and wanted != given:
            told.append(text(language, key, asked=store.label(kind, wanted, language), told=store.label(kind, given, language)))
    return [Why("", sentence) for sentence in told]


def _elections(store: Store, asked: Asked, language: str) -> str:
    """As they were asked for: by their year, or by name."""
    return joined(asked.year.split() or [store.event_name(code) for code in asked.events], language)


def _unplaced(asked: Asked, language: str) -> tuple[Why, ...]:
    """A word that was meant for a place and is none that is known: the number is not answered for it."""
    return (Why("", text(language, "cek.bukan_wilayah", words=asked.left.words)),) if asked.left.is_place else ()


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
    one_each = frame.assign(event=frame["event"].fillna("")).drop_duplicates(["region", "event", "stage", "unit"])
    found = [row for row in rows(one_each) if figure is None or (row["region"], row["event"], row["stage"], row["unit"]) != figure.scope]
    # Of a number that hundreds have, only those are put into words that are shown.
    return tuple(known(store, row, language) for row in found[:MOST_ELSEWHERE]), max(0, len(found) - MOST_ELSEWHERE)


def _unknown(store: Store, asked: Asked, frame: pd.DataFrame, language: str) -> Answer:
    """Nobody published it: said so, with what is known of the place and election, and how to add it."""
    place = asked.places[0] if len(asked.places) == 1 else NATION
    event = event_of(store, place, asked)
    scope = Filter(place, event, language=language, chosen=frozenset((REGION, EVENT)))
    elsewhere, more = _elsewhere(store, frame, None, language)
    where = joined([store.region_name(code) for code in asked.places], language) or text(language, "cek.di_mana_pun")
    swapped = places.swapped(store, asked, language) if asked.number > 0 else ()
    meant = asked.places if len(asked.places) > 1 else asked.left.near
    why = [Why("", text(language, "cek.diketahui", sentence=summary(store, scope)))]
    if swapped:
        why.insert(0, Why("", text(language, "cek.tertukar", numbers=joined([one.label for one in swapped], language))))
    if asked.number < 0:
        why.insert(0, Why("", text(language, "cek.di_bawah_nol")))
    return Answer(
        typed=asked.typed,
        kind=UNKNOWN,
        number=asked.number,
        verdict=UNKNOWN,
        word=text(language, "cek.kata.tidak_dikenal"),
        sentence=text(language, "cek.tidak_dikenal", number=_counted(store, asked, language), place=where),
        why=(*_unplaced(asked, language), *why)[:MOST_REASONS],
        scope=scope,
        known=by_day(store, store.headlines(place, event), language),
        elsewhere=elsewhere,
        more_elsewhere=more,
        choices=(*swapped, *places.others(store, asked, language), *places.named(store, asked, meant, language)),
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
    told = {"number": number(asked.number, language), "kind": row["kind"].upper(), "place": store.region_name(row["region"])}
    sentence = text(language, "cek.pegawai", year=row["as_of"][:4], publisher=row["publisher"], **told)
    word = text(language, "cek.kata.pegawai")
    return Answer(asked.typed, "pegawai", asked.number, "", word, sentence, choices=places.without_number(store, asked, language))


def _scope(figure: Known, language: str) -> Filter | None:
    if not figure.event:
        return None
    return Filter(*figure.scope, language, frozenset((REGION, EVENT, STAGE, UNIT)))


def _counted(store: Store, asked: Asked, language: str) -> str:
    """12 kasus."""
    return " ".join(filter(None, (number(asked.number, language), store.label("unit", asked.unit, language) if asked.unit else "")))


def _asked_words(store: Store, asked: Asked, language: str) -> str:
    """The number as it was asked: 12 kasus, Sulawesi Selatan, Pilkada 2020."""
    names = [_counted(store, asked, language)]
    names += [joined([store.region_name(code) for code in asked.places], language)] if asked.places else []
    names += [_elections(store, asked, language)] if asked.events else []
    names += [store.label("stage", asked.stage, language)] if asked.stage else []
    return ", ".join(names)
