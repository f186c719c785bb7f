"""Which published figure a number of a text is: by value, then place and election, then stage, unit, counter and day."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from netralitas.model import NATION
from netralitas.reader import Found, Sentence
from netralitas.reader.found import HERE, PARAGRAPH, TITLE
from netralitas.store import Store

# Of this size and not round, the same number elsewhere is no coincidence: as the flag nilai_kembar has it.
TWIN, _ROUND = 100, 100
# How far "sekitar" and "lebih dari" reach.
_ABOUT, _MORE = 0.05, 0.1
# A part of fewer letters (JPT, kota) stands in many sentences.
_TELLING = 8
# Words that texts use of one another: whoever says the one for the other is told so, and is not wrong.
NEAR_STAGES = (
    {"pelanggaran", "terbukti"}, {"dugaan", "laporan"}, {"dugaan", "temuan"}, {"dugaan", "dalam_proses"}, {"dugaan", "pelanggaran"},
    {"pelanggaran", "temuan"}, {"pelanggaran", "laporan"}, {"pelanggaran", "diteruskan"}, {"pelanggaran", "dalam_proses"},
)  # fmt: skip
HEARD = "dugaan"
_MILDEST = {"layak": 2, "catatan": 1, "jangan": 0}
_BY_SOURCE = ["sentence", "source_id", "region", "event"]
_MINISTRIES = {"kemendagri", "kemenpanrb"}
_EQUAL, _UNSAID, _OTHER = 2, 1, 0


@dataclass(frozen=True)
class Asked:
    """A number that counts cases, with where and when.

    `assumed` names what no word of the text says; `has_region`: the reader chose one.
    """

    number: int
    sentence: int
    found: Found
    words: str
    places: tuple[str, ...]
    events: tuple[str, ...]
    days: tuple[str, ...]
    assumed: tuple[str, ...]
    has_region: bool


@dataclass(frozen=True)
class Match:
    """What is known of one number: `figure_id` empty where no such figure is; `kin` has it for another region or election.

    `near`: the figure is not the number itself, which is said to be about so much.
    """

    figure_id: str = ""
    near: bool = False
    elsewhere: bool = False
    several_events: bool = False
    kin: str = ""


def asked(sentences: Sequence[Sentence], region: str, event: str) -> list[Asked]:
    """All numbers that count cases; what the text leaves open is what the reader chose (empty: nothing), else the nation."""
    numbers = []
    for place, sentence in enumerate(sentences):
        for found in sentence.numbers:
            if found.is_case:
                numbers.append(_asked(len(numbers), place, sentence, found, region, event))
    return numbers


def _asked(number: int, place: int, sentence: Sentence, found: Found, region: str, event: str) -> Asked:
    places, events = found.place.values, found.event.values
    unsaid = [name for name, said in (("wilayah", places), ("pemilihan", events)) if not said]
    days = tuple(dict.fromkeys((*sentence.days, *found.day.values)))
    return Asked(
        number,
        place,
        found,
        sentence.text.lower(),
        places or (region or NATION,),
        events or ((event,) if event else ()),
        days,
        tuple(unsaid),
        bool(region),
    )


def matches(store: Store, numbers: Sequence[Asked]) -> dict[int, Match]:
    """Number → what it is."""
    found = {one.number: Match() for one in numbers}
    if not numbers:
        return found
    pairs = _ranked(_scored(store, numbers, store.compared().merge(_frame(numbers), on="value")))
    here = pairs[pairs["place_fits"] & pairs["event_fits"] & pairs["is_like"]]
    events = here.groupby("number")["event"].nunique()
    open_events = {one.number for one in numbers if len(one.events) != 1}
    for number, figure in here.groupby("number", sort=False)["figure_id"].first().items():
        found[number] = Match(figure, several_events=number in open_events and events[number] > 1)
    rest = [one for one in numbers if not found[one.number].figure_id]
    found |= _near(store, [one for one in rest if one.found.qualifier])
    rest = [one for one in rest if not found[one.number].figure_id]
    found |= _miscounted(pairs, rest)
    rest = [one for one in rest if not found[one.number].figure_id]
    found |= _elsewhere(store, pairs, rest)
    return found


def _frame(numbers: Sequence[Asked]) -> pd.DataFrame:
    rows = [
        (one.number, one.sentence, one.found.value, one.found.unit, _said(one.found.stage.values), _said(one.found.counter.values))
        for one in numbers
    ]
    return pd.DataFrame(rows, columns=["number", "sentence", "value", "said_unit", "said_stage", "said_counter"])


def _said(values: tuple[str, ...]) -> str:
    return values[0] if values else ""


def _scored(store: Store, numbers: Sequence[Asked], pairs: pd.DataFrame) -> pd.DataFrame:
    """How each figure fits the number that has its value."""
    places = _long(numbers, "region", lambda one: one.places)
    events = _long(numbers, "event", lambda one: one.events)
    days = _long(numbers, "day", lambda one: one.days)
    told = pairs.melt(["number", "figure_id"], ["as_of", "period_end", "published_on"], value_name="day").merge(days, on=["number", "day"])
    free = [one.number for one in numbers if not one.events]
    pairs = pairs.assign(
        place_fits=_holds(pairs, places, ["number", "region"]),
        event_fits=_holds(pairs, events, ["number", "event"]) | pairs["number"].isin(free),
        day_fits=_holds(pairs, told, ["number", "figure_id"]),
        whole=pairs["dimension"] == "total",
        is_named=_named(numbers, pairs),
        mild=pairs["verdict"].map(_MILDEST),
        **{f"{side}_fits": _alike(pairs, side, said) for side, said in _SIDES.items()},
    )
    near = pd.Series([{said, own} in NEAR_STAGES for said, own in zip(pairs["said_stage"], pairs["stage"], strict=True)], index=pairs.index)
    pairs["stage_fits"] = pairs["stage_fits"].mask(near.astype(bool), _UNSAID)
    # Of another stage and another unit it is another number.
    pairs["is_like"] = (pairs["stage_fits"] + pairs["unit_fits"] > _UNSAID) & (
        (pairs["said_unit"] == "persen") == (pairs["unit"] == "persen")
    )
    return _joined(pairs)


def _joined(pairs: pd.DataFrame) -> pd.DataFrame:
    """`together`: how many numbers of its sentence the figure's statement has; `is_chosen`: of those with most, the one that fits best.

    One statement a sentence: each number for itself might take another of two that have both.
    """
    fitting = pairs[pairs["place_fits"] & pairs["event_fits"] & pairs["is_like"] & pairs["whole"] & pairs["statement_id"].notna()]
    told = fitting.groupby(["sentence", "statement_id"]).agg(
        together=("number", "nunique"),
        stage=("stage_fits", "sum"),
        day=("day_fits", "sum"),
        counter=("counted_by_fits", "sum"),
        mild=("mild", "sum"),
        headlines=("is_headline", "sum"),
        counted_on=("counted_on", "max"),
    )
    by = ["together", "stage", "day", "counter", "mild", "headlines", "counted_on"]
    told = told.reset_index().sort_values(["sentence", *by], ascending=[True] + [False] * len(by), kind="stable")
    told["is_chosen"] = ~told.duplicated("sentence") & (told["together"] > 1)
    pairs = pairs.merge(told[["sentence", "statement_id", "together", "is_chosen"]], on=["sentence", "statement_id"], how="left")
    return pairs.assign(together=pairs["together"].fillna(0), is_chosen=pairs["is_chosen"].eq(True))


def _named(numbers: Sequence[Asked], pairs: pd.DataFrame) -> list[bool]:
    """Does the sentence name the part of the whole that a figure counts: hukuman disiplin sedang, 12 kasus?"""
    words = {one.number: one.words for one in numbers}
    told = zip(pairs["number"], pairs["category"], strict=True)
    return [isinstance(part, str) and len(part) >= _TELLING and part.lower() in words[number] for number, part in told]


_SIDES = {"stage": "said_stage", "unit": "said_unit", "counted_by": "said_counter"}


def _alike(pairs: pd.DataFrame, side: str, said: str) -> pd.Series:
    fits = pd.Series(_OTHER, index=pairs.index).mask(pairs[said] == "", _UNSAID)
    return fits.mask(pairs[said] == pairs[side], _EQUAL)


def _long(numbers: Sequence[Asked], name: str, values) -> pd.DataFrame:
    rows = [(one.number, value) for one in numbers for value in values(one)]
    return pd.DataFrame(rows, columns=["number", name]).astype({"number": "int64", name: "object"})


def _holds(pairs: pd.DataFrame, listed: pd.DataFrame, keys: list[str]) -> pd.Series:
    known = pd.MultiIndex.from_frame(listed[keys].drop_duplicates())
    return pd.Series(pd.MultiIndex.from_frame(pairs[keys]).isin(known), index=pairs.index)


def _ranked(pairs: pd.DataFrame) -> pd.DataFrame:
    # Where no word says what is counted, allegations are heard.
    pairs = pairs.assign(is_heard=(pairs["said_stage"] == "") & (pairs["stage"] == HEARD))
    by = [
        "stage_fits",
        "is_named",
        "whole",
        "unit_fits",
        "is_chosen",
        "day_fits",
        "counted_by_fits",
        "is_heard",
        "mild",
        "is_headline",
        "counted_on",
    ]
    return pairs.sort_values(["number", *by], ascending=[True] + [False] * len(by), kind="stable", na_position="last")


def _near(store: Store, numbers: Sequence[Asked]) -> dict[int, Match]:
    """Sekitar 1.200, lebih dari 1.100: the figure that is meant."""
    if not numbers:
        return {}
    frame = _frame(numbers).rename(columns={"value": "said"}).assign(more=[one.found.qualifier == "lebih_dari" for one in numbers])
    pairs = _scored(store, numbers, store.compared().merge(frame, how="cross"))
    off = (pairs["value"] - pairs["said"]) / pairs["said"]
    close = (off.abs() <= _ABOUT).where(~pairs["more"], (off >= 0) & (off <= _MORE))
    sayable = pairs["whole"] & (pairs["verdict"] != "jangan")
    fitting = pairs[close & pairs["place_fits"] & pairs["event_fits"] & pairs["is_like"] & sayable]
    fitting = _ranked(fitting.assign(off=off.abs())).sort_values(
        ["number", "stage_fits", "is_headline", "off"], ascending=[True, False, False, True], kind="stable"
    )
    return {number: Match(figure, near=True) for number, figure in fitting.groupby("number", sort=False)["figure_id"].first().items()}


def _miscounted(pairs: pd.DataFrame, numbers: Sequence[Asked]) -> dict[int, Match]:
    """Of the place and election that are named, but it counts another thing: 1.596 persons said to be cases."""
    telling = {one.number for one in numbers if one.events and _is_telling(one.found.value)}
    other = pairs[pairs["number"].isin(telling) & pairs["place_fits"] & pairs["event_fits"] & pairs["whole"] & ~pairs["is_like"]]
    other = other[(other["said_unit"] == "persen") == (other["unit"] == "persen")]
    return {number: Match(figure) for number, figure in other.groupby("number", sort=False)["figure_id"].first().items()}


def _elsewhere(store: Store, pairs: pd.DataFrame, numbers: Sequence[Asked]) -> dict[int, Match]:
    """The number of a region above or below, or of another election; where no place was named, of the one region that has it."""
    telling = [one for one in numbers if _is_telling(one.found.value)]
    others = pairs[pairs["is_like"] & pairs["whole"] & pairs["number"].isin([one.number for one in telling])]
    of_number = dict(tuple(others.groupby("number", sort=False)))
    found: dict[int, Match] = {}
    for one in telling:
        rows = of_number.get(one.number, others.iloc[:0])
        unnamed = ("wilayah" in one.assumed and not one.has_region) or _is_carried(one.found) or _is_of_nation(one.found)
        fitting = rows[rows["event_fits"]]
        if unnamed and fitting["region"].nunique() == 1:
            found[one.number] = Match(fitting["figure_id"].iloc[0], elsewhere=True)
        else:
            kin = rows[_related(store, rows, one)]
            found[one.number] = Match(kin=kin["figure_id"].iloc[0] if len(kin) else "")
    return found | _with_them(pairs, numbers, found)


def _with_them(pairs: pd.DataFrame, numbers: Sequence[Asked], found: dict[int, Match]) -> dict[int, Match]:
    """Numbers too small to tell by themselves go with one of their sentence that is elsewhere, where one source has both."""
    told = pairs[pairs["figure_id"].isin([one.figure_id for one in found.values() if one.elsewhere])]
    rest = [one.number for one in numbers if _is_of_nation(one.found) and one.number not in found]
    both = pairs[pairs["number"].isin(rest) & pairs["is_like"]].merge(told[_BY_SOURCE].drop_duplicates())
    return {number: Match(figure, elsewhere=True) for number, figure in both.groupby("number", sort=False)["figure_id"].first().items()}


def _is_of_nation(found: Found) -> bool:
    """A ministry counts the whole country, whatever region the heading is about."""
    return found.place.where == TITLE and found.counter.where == HERE and set(found.counter.values) <= _MINISTRIES


def _is_carried(found: Found) -> bool:
    """The election stands in the sentence, the place only in one before it: it may have been left behind there."""
    return found.place.where == PARAGRAPH and found.event.where == HERE


def _is_telling(value: float) -> bool:
    return value >= TWIN and value % _ROUND != 0


def _related(store: Store, rows: pd.DataFrame, one: Asked) -> pd.Series:
    """The same region in another election, else a region above or below: in the election that is meant, else in another."""
    above = {code for place in one.places for code in store.line_of(place)}
    below = rows["region"].map(lambda region: bool(set(store.line_of(region)) & set(one.places)))
    in_line = rows["region"].isin(above) | below.astype(bool)
    near = rows["place_fits"] | (in_line & rows["event_fits"])
    return near if near.any() else in_line
