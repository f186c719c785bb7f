"""A place or an election without a number: the figure that speaks for it, or why there is none."""

from dataclasses import replace

import pandas as pd

from netralitas import address
from netralitas.address.search import is_one_name
from netralitas.check import places
from netralitas.check.answer import CATATAN, JANGAN, MOST_REASONS, UNKNOWN, Answer, Why, in_a_word, same_question
from netralitas.check.asked import Asked
from netralitas.check.known import Known, by_day, known, rows
from netralitas.claims import verdict
from netralitas.claims.lead import summary
from netralitas.model import EVENT, NATION, OUTSIDE, REGION, STAGE, UNIT, Filter
from netralitas.store import Store
from netralitas.wording import joined, text

# A younger count that is higher by this part is told with a figure that was chosen for the reader.
_HIGHER = 1.1


def event_of(store: Store, place: str, asked: Asked) -> str:
    """The election asked for that the place has figures of, else one that it held; else the latest with the stage asked for."""
    covered = store.covered(place)
    if asked.stage and not asked.events:
        staged = next((event for event in store.event_names() if (event, asked.stage) in covered), "")
        return staged or address.default_event(store, place)
    held = [event for event in asked.events if store.elections_across(place).at[event, "voted"]]
    return next(
        (event for event in asked.events if (event,) in covered), (held or asked.events or (address.default_event(store, place),))[0]
    )


def of_place(store: Store, asked: Asked, language: str) -> Answer:
    """What is known of a place and election: the figure that speaks for it, or why there is none."""
    where = asked.places or (NATION,)
    none_held = places.none_held(store, where, asked.events, language)
    if none_held:
        choices = places.without_number(store, asked, language)
        return Answer(asked.typed, "tanpa_pemilihan", None, "", text(language, "cek.kata.tanpa_pemilihan"), none_held, choices=choices)
    if len(where) > 1:
        choices = places.named(store, asked, where, language)
        names = joined([store.region_name(code) for code in where[: places.MOST]], language)
        key = "cek.yang_mana" if is_one_name(store, where) else "cek.beberapa_wilayah"
        return Answer(
            asked.typed,
            "wilayah",
            None,
            "",
            text(language, "cek.kata.pilih"),
            text(language, key, names=names),
            choices=choices,
        )
    event = event_of(store, where[0], asked)
    chosen = {REGION, EVENT} | ({STAGE} if asked.stage else set()) | ({UNIT} if asked.unit else set())
    scope = Filter(where[0], event, asked.stage or "diteruskan", asked.unit or "kasus", language, frozenset(chosen))
    scope = address.propose(store, scope)
    headlines = store.headlines(scope.region, scope.event)
    first = headlines[(headlines["stage"] == scope.stage) & (headlines["unit"] == scope.unit)]
    shown = by_day(store, headlines, language)
    if _is_other(asked, first):
        first = _as_asked(store, asked, scope)
        if first.empty:
            return _none(store, asked, scope, shown, language)
        scope = replace(scope, stage=first["stage"].iloc[0], unit=first["unit"].iloc[0])
    if first.empty and (asked.stage or asked.unit or not shown):
        return _none(store, asked, scope, shown, language)
    if first.empty or (asked.bare and not asked.events):
        return Answer(asked.typed, "wilayah", None, "", "", summary(store, scope), scope=scope, known=shown)
    return _told(store, asked, scope, first, language)


def _is_other(asked: Asked, first: pd.DataFrame) -> bool:
    """Was another counter asked for than heads the question, or another day?"""
    counter = bool(asked.counter) and asked.counter not in set(first["counted_by"])
    return counter or (bool(asked.days) and not _on(asked, first).any())


def _on(asked: Asked, frame: pd.DataFrame) -> pd.Series:
    return frame["counted_on"].dt.strftime("%Y-%m-%d").isin(asked.days)


def _as_asked(store: Store, asked: Asked, scope: Filter) -> pd.DataFrame:
    """The figure of the counter asked for, on the day asked for if there is one: what heads its question, then the latest."""
    frame = store.totals(scope.region, scope.event)
    frame = frame[frame["verdict"] != JANGAN]
    for column, wanted in (("stage", asked.stage), ("unit", asked.unit), ("counted_by", asked.counter)):
        frame = frame[frame[column] == wanted] if wanted else frame
    order = {
        "day_off": ~_on(asked, frame),
        "behind": ~frame["is_headline"],
        "stage_off": frame["stage"] != scope.stage,
        "unit_off": frame["unit"] != scope.unit,
    }
    by = [*order, "counted_on", "figure_id"]
    return frame.assign(**order).sort_values(by, ascending=[name != "counted_on" for name in by], kind="stable").head(1)


def _none(store: Store, asked: Asked, scope: Filter, shown: tuple[Known, ...], language: str) -> Answer:
    """Nobody published what was asked for: said by its name, with what is known instead."""
    sentence, why = summary(store, scope), ()
    if shown:
        why = (Why("", text(language, "cek.diketahui", sentence=sentence)),)
        named = [store.label("stage", asked.stage, language)] if asked.stage else []
        named += [store.label("unit", asked.unit, language)] if asked.unit else []
        named += [store.label("counted_by", asked.counter, language)] if asked.counter else []
        place = {"place": store.region_name(scope.region), "event": store.event_name(scope.event)}
        sentence = text(language, "cek.belum_ada", asked=", ".join(named), **place)
    word, add = text(language, "cek.kata.tidak_ada"), text(language, "cek.tambah")
    choices = () if shown else places.covered(store, scope.region, scope.event, language)
    return Answer(asked.typed, UNKNOWN, None, "", word, sentence, why, scope=scope, known=shown, choices=choices, add=add)


def _told(store: Store, asked: Asked, scope: Filter, first: pd.DataFrame, language: str) -> Answer:
    """The headline with its verdict; a younger count of the same counter and what is counted in another unit stand beside it."""
    figure = known(store, rows(first)[0], language)
    reasons = verdict.of(store, (figure.figure_id,), language)[figure.figure_id].reasons
    shown = same_question(store, figure, language)
    younger = _younger(figure, shown)
    why = [Why(reason.rule, reason.sentence) for reason in reasons]
    judged, sentence = figure.verdict, figure.say
    if younger and judged != JANGAN:
        said = text(language, "cek.kemudian", counter=younger.counter, amount=younger.amount.full, cutoff=younger.cutoff)
        judged, sentence = CATATAN, f"{sentence} {said}"
    apart = [one for one in _headlines_of_stage(store, scope, language) if one.unit != figure.unit]
    if apart:
        told = "; ".join(f"{one.amount.full} ({one.counter}, {one.cutoff})" for one in apart)
        why.insert(1, Why("", text(language, "cek.satuan_lain", figures=told)))
    mark = replace(figure, mark=CATATAN) if judged == CATATAN and younger else figure
    word = in_a_word(judged, mark, language)
    others = places.elections(store, asked, language, scope.region, scope.event)
    reasons = tuple(why[:MOST_REASONS])
    return Answer(asked.typed, "pertanyaan", None, judged, word, sentence, reasons, figure, scope, shown, choices=others)


def _younger(figure: Known, shown: tuple[Known, ...]) -> Known | None:
    """The highest younger count of the same counter, where it is clearly higher."""
    higher = [
        one
        for one in shown
        if one.counted_by == figure.counted_by != OUTSIDE
        and one.verdict != JANGAN
        and figure.day
        and one.day > figure.day
        and one.value >= figure.value * _HIGHER
    ]
    return max(higher, key=lambda one: one.value, default=None)


def _headlines_of_stage(store: Store, scope: Filter, language: str) -> list[Known]:
    frame = store.headlines(scope.region, scope.event)
    return [known(store, row, language) for row in rows(frame[(frame["stage"] == scope.stage) & (frame["verdict"] != JANGAN)])]
