"""The flags once more, in plain Python, written from the words of the domain and not from the SQL.

Each function takes figures as `small.figure` makes them and gives {place: disputes} for the figures it flags.
"""

from datetime import date, timedelta

from small import EVENTS, REGIONS, SOURCES

PARENT = {code: parent for code, _, _, parent, *_ in REGIONS}
VOTING_DAY = {code: date.fromisoformat(day) for code, _, _, _, day, *_ in EVENTS}
PUBLISHED = {key: day for key, _, day in SOURCES}
DOUBTFUL = {"campuran", "ambigu-wilayah", "tidak_konsisten"}
APPROXIMATE = {"sekitar", "lebih_dari"}
OPEN = {"dalam_proses", "belum_ditindaklanjuti"}
SCOPE = ("region", "event", "counted_by", "stage", "unit", "period_start")
STATEMENT = ("source_id", "region", "event", "counted_by", "unit", "period_start")
# A stage and the stages that hold no more than it: across regions, and within one statement.
WITHIN = {
    "diteruskan": {"terbukti", "rekomendasi_sanksi", "sanksi"},
    "terbukti": {"rekomendasi_sanksi", "sanksi"},
    "rekomendasi_sanksi": {"sanksi"},
}
AFTER = {
    "dugaan": {"diteruskan", "terbukti", "pelanggaran", "bukan_pelanggaran", "dalam_proses", "rekomendasi_sanksi", "sanksi"},
    "diteruskan": {"terbukti", "rekomendasi_sanksi"},
    "terbukti": {"rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti"},
    "rekomendasi_sanksi": {"sanksi", "belum_ditindaklanjuti"},
}


def day(text: str) -> date | None:
    """A bare year counts as its 31 December, a month as its 28th."""
    return date.fromisoformat(text + {4: "-12-31", 7: "-28"}.get(len(text), "")) if text else None


def first_day(text: str) -> date | None:
    """The first day that a year or a month alone leaves open."""
    return date.fromisoformat(text + {4: "-01-01", 7: "-01"}.get(len(text), "")) if text else None


def printed(figure: dict) -> str:
    """The time of a figure as it is printed: its cut-off, else the date of its source as the latest possible."""
    return figure["as_of"] or figure["period_end"] or PUBLISHED[figure["source_id"]]


def counted(figure: dict) -> date | None:
    return day(printed(figure))


def earliest(figure: dict) -> date | None:
    return first_day(printed(figure))


def told(figure: dict) -> date | None:
    return day(PUBLISHED[figure["source_id"]]) or counted(figure)


def above(region: str) -> list[str]:
    line = []
    while PARENT[region]:
        region = PARENT[region]
        line.append(region)
    return line


def value(figure: dict) -> int:
    return int(figure["value"])


def same(one: dict, other: dict, *columns: str) -> bool:
    return all(one[column] == other[column] for column in columns)


def totals(figures: list[dict]) -> list[tuple[int, dict]]:
    return [(place, figure) for place, figure in enumerate(figures) if figure["dimension"] == "total" and figure["event"]]


def sound(figures: list[dict]) -> list[tuple[int, dict]]:
    return [(place, figure) for place, figure in totals(figures) if figure["qualifier"] not in DOUBTFUL]


def contains(whole: str, part: str) -> bool:
    return whole in ("dugaan", part) or part in WITHIN.get(whole, ())


def measure(figure: dict, figures: list[dict]) -> list[dict]:
    """The counts of the nearest region above that can measure a figure: of the same counter, else of others."""
    wholes = [other for _, other in sound(figures) if same(figure, other, "event", "unit") and contains(other["stage"], figure["stage"])]
    nearest = next((region for region in above(figure["region"]) if any(other["region"] == region for other in wholes)), None)
    wholes = [other for other in wholes if other["region"] == nearest]
    return [other for other in wholes if same(figure, other, "counted_by")] or wholes


def melebihi_induk(figures: list[dict]) -> dict[int, bool]:
    flagged = {}
    for place, figure in sound(figures):
        wholes = measure(figure, figures)
        if figure["stage"] not in OPEN and wholes and value(figure) > max(map(value, wholes)):
            # of equally large ones the youngest is named
            largest = max(wholes, key=lambda other: (value(other), counted(other) or date.min))
            disputed = same(figure, largest, "counted_by") and recent_enough(largest, figure)
            flagged[place] = disputed or (more_than_all_later(figure, largest["region"], figures) and has_twin(figure, figures))
    return flagged


def recent_enough(whole: dict, part: dict) -> bool:
    """At most 30 days older than the part, or taken after voting day."""
    when, then = counted(whole), counted(part)
    if when is None:
        return False
    return (then is not None and then - when <= timedelta(days=30)) or when > VOTING_DAY[part["event"]]


def more_than_all_later(figure: dict, region: str, figures: list[dict]) -> bool:
    later = [
        value(other)
        for _, other in sound(figures)
        if other["region"] == region
        and same(figure, other, "event", "unit")
        and other["stage"] != figure["stage"]
        and contains(figure["stage"], other["stage"])
        and counted(other)
        and counted(other) > VOTING_DAY[figure["event"]]
    ]
    return bool(later) and value(figure) > max(later)


def nilai_kembar(figures: list[dict]) -> dict[int, bool]:
    exceeding = melebihi_induk(figures)
    return {place: exceeding.get(place, False) for place, figure in totals(figures) if has_twin(figure, figures)}


def has_twin(figure: dict, figures: list[dict]) -> bool:
    exact = figure["qualifier"] not in APPROXIMATE and value(figure) >= 100 and value(figure) % 100
    return bool(exact) and any(twins(figure, other) for _, other in totals(figures))


def twins(figure: dict, other: dict) -> bool:
    """Does `figure`, told later (on the same day: the lower region), repeat the number of `other`?"""
    related = other["region"] in above(figure["region"]) or figure["region"] in above(other["region"])
    elsewhen = other["region"] == figure["region"] and other["event"] != figure["event"]
    alike = same(figure, other, "counted_by", "unit") and (same(figure, other, "stage") or value(figure) >= 1000)
    if value(figure) != value(other) or not alike or not (related or elsewhen):
        return False
    if told(figure) == told(other):
        return other["region"] in above(figure["region"])
    return bool(told(figure) and told(other)) and told(other) < told(figure)


def beda_sumber(figures: list[dict]) -> dict[int, bool]:
    return {place: False for place, figure in sound(figures) if any(contradicts(figure, other) for _, other in sound(figures))}


def contradicts(figure: dict, other: dict) -> bool:
    if not same(figure, other, *SCOPE) or not counted(figure) or not counted(other):
        return False
    low, high = sorted((figure, other), key=value)
    difference = value(high) - value(low)
    apart = difference > 1 if value(high) < 20 else 100 * difference > 5 * value(high)
    rises = earliest(low) < counted(high)
    lower_bound = low["qualifier"] == "lebih_dari"
    return apart and not rises and not lower_bound and abs((counted(figure) - counted(other)).days) <= 7


def cumulative(figures: list[dict]) -> list[tuple[int, dict]]:
    return [
        (place, figure)
        for place, figure in sound(figures)
        if counted(figure) and figure["stage"] not in OPEN and figure["qualifier"] not in APPROXIMATE
    ]


def is_peak(figure: dict, figures: list[dict]) -> bool:
    """At least twice all of its series before it and in the 180 days after it, where two sources or more stand."""
    series = [other for _, other in cumulative(figures) if same(figure, other, *SCOPE)]
    before = [other for other in series if counted(other) < counted(figure)]
    after = [other for other in series if timedelta() < counted(other) - counted(figure) <= timedelta(days=180)]
    far_smaller = all(2 * value(other) <= value(figure) for other in before + after)
    return value(figure) > 0 and far_smaller and len({other["source_id"] for other in after}) >= 2


def turun(figures: list[dict]) -> dict[int, bool]:
    return {place: False for place, figure in cumulative(figures) if is_peak(figure, figures) or falls(figure, figures)}


def falls(figure: dict, figures: list[dict]) -> bool:
    return any(
        same(figure, early, *SCOPE)
        and counted(early) < earliest(figure)
        and 100 * (value(early) - value(figure)) > 5 * value(early)
        and not is_peak(early, figures)
        for _, early in cumulative(figures)
    )


def corong_terbalik(figures: list[dict]) -> dict[int, bool]:
    members = [
        (place, figure)
        for place, figure in totals(figures)
        if figure["qualifier"] not in ("tidak_konsisten", "ambigu-wilayah")
        and not {"terpisah", "bukan_asn"} & set(figure["note_kind"].split())
    ]

    def belong(one: dict, other: dict) -> bool:
        return same(one, other, *STATEMENT) and counted(one) == counted(other)

    def said_once(figure: dict) -> bool:
        return len({value(other) for _, other in members if belong(figure, other) and same(figure, other, "stage")}) == 1

    once = [(place, figure) for place, figure in members if said_once(figure)]
    return {
        place: False
        for place, late in once
        for _, early in once
        if belong(early, late)
        and late["stage"] in AFTER.get(early["stage"], ())
        and value(late) > value(early)
        and early["qualifier"] != "lebih_dari"
    }
