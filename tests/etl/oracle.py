"""The flags once more, in plain Python, written from the words of the domain and not from the SQL.

Each function takes figures as `small.figure` makes them and gives {place: disputes} for the figures it flags.
"""

from datetime import date, timedelta

from small import EVENTS, REGIONS, SOURCES

PARENT = {code: parent for code, _, _, parent, *_ in REGIONS}
VOTING_DAY = {code: date.fromisoformat(day) for code, _, _, _, day, *_ in EVENTS}
PUBLISHED = {key: day for key, _, day in SOURCES}
DOUBTFUL = {"campuran", "ambigu-wilayah", "tidak_konsisten"}
SCOPE = ("region", "event", "counted_by", "stage", "unit", "period_start")
FUNNELS = (
    ({"bawaslu"}, (("dugaan",), ("pelanggaran", "diteruskan"))),
    ({"kasn", "bkn"}, (("dugaan",), ("terbukti",), ("rekomendasi_sanksi",), ("sanksi", "belum_ditindaklanjuti"))),
)


def day(text: str) -> date | None:
    """A bare year counts as its 31 December, a month as its 28th."""
    return date.fromisoformat(text + {4: "-12-31", 7: "-28"}.get(len(text), "")) if text else None


def cutoff(figure: dict) -> date | None:
    return day(figure["as_of"]) or day(figure["period_end"])


def counted(figure: dict) -> date | None:
    """The time of a figure: its cut-off, else the date of its source as the latest possible."""
    return cutoff(figure) or day(PUBLISHED[figure["source_id"]])


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


def melebihi_induk(figures: list[dict]) -> dict[int, bool]:
    flagged = {}
    for place, figure in sound(figures):
        candidates = [other for _, other in sound(figures) if same(figure, other, "event", "unit", "stage")]
        nearest = next((region for region in above(figure["region"]) if any(other["region"] == region for other in candidates)), None)
        wholes = [other for other in candidates if other["region"] == nearest]
        if wholes and value(figure) > max(map(value, wholes)):
            largest = [other for other in wholes if value(other) == max(map(value, wholes))]
            flagged[place] = any(recent_enough(other, figure) for other in largest)
    return flagged


def recent_enough(whole: dict, part: dict) -> bool:
    """At most 30 days older than the part, or taken after voting day."""
    when, then = counted(whole), counted(part)
    if when is None:
        return False
    return (then is not None and then - when <= timedelta(days=30)) or when > VOTING_DAY[part["event"]]


def nilai_kembar(figures: list[dict]) -> dict[int, bool]:
    exceeding = melebihi_induk(figures)
    return {
        place: exceeding.get(place, False)
        for place, figure in totals(figures)
        if figure["qualifier"] == ""
        and value(figure) >= 100
        and value(figure) % 100
        and any(twins(figure, other) for _, other in totals(figures))
    }


def twins(figure: dict, other: dict) -> bool:
    related = other["region"] in above(figure["region"]) or figure["region"] in above(other["region"])
    elsewhen = other["region"] == figure["region"] and other["event"] != figure["event"]
    return value(figure) == value(other) and (related or elsewhen)


def beda_sumber(figures: list[dict]) -> dict[int, bool]:
    return {place: False for place, figure in sound(figures) if any(contradicts(figure, other) for _, other in sound(figures))}


def contradicts(figure: dict, other: dict) -> bool:
    if not same(figure, other, *SCOPE) or figure["source_id"] == other["source_id"] or not cutoff(figure) or not cutoff(other):
        return False
    low, high = sorted((figure, other), key=value)
    lower_bound = low["qualifier"] == "lebih_dari"
    apart = 100 * (value(high) - value(low)) > 5 * value(high)
    return apart and not lower_bound and abs((cutoff(figure) - cutoff(other)).days) <= 7


def turun(figures: list[dict]) -> dict[int, bool]:
    series = [
        (place, figure)
        for place, figure in sound(figures)
        if cutoff(figure) and figure["stage"] not in ("dalam_proses", "belum_ditindaklanjuti")
    ]
    return {
        place: False
        for place, figure in series
        if figure["qualifier"] != "lebih_dari"
        and any(same(figure, early, *SCOPE) and cutoff(early) < cutoff(figure) and value(early) > value(figure) for _, early in series)
    }


def corong_terbalik(figures: list[dict]) -> dict[int, bool]:
    flagged = {}
    for counters, steps in FUNNELS:
        step = {stage: number for number, stages in enumerate(steps) for stage in stages}
        chain = [(place, figure) for place, figure in sound(figures) if figure["counted_by"] in counters and figure["stage"] in step]
        for place, late in chain:
            for _, early in chain:
                known = cutoff(early) and counted(late) and early["qualifier"] != "lebih_dari"
                earlier = step[early["stage"]] < step[late["stage"]] and same(early, late, "region", "event", "unit", "period_start")
                if known and earlier and value(late) > value(early) and counted(late) <= cutoff(early):
                    flagged[place] = False
    return flagged


def tanpa_tanggal(figures: list[dict]) -> dict[int, bool]:
    return {place: False for place, figure in enumerate(figures) if not (figure["as_of"] or figure["period_start"] or figure["period_end"])}
