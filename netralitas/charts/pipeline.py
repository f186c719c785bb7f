"""The pipeline of a case in one region and election: headline figures by stage, one chart a unit."""

import pandas as pd

from netralitas.chart import Chart, Kind, sources_of
from netralitas.claims import amount
from netralitas.claims.amount import worded, worded_as
from netralitas.claims.cards import unit_order
from netralitas.model import CLEAN, DISPUTED, STAGES, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import joined, number, text

# The stages of the main line, of which a title may say that one follows from the other.
_SAID = ("dugaan", "diteruskan", "terbukti", "rekomendasi_sanksi", "sanksi")


@remembered
def units(store: Store, scope: Filter) -> list[str]:
    """Units in which the region has headline figures, the one with the most stages first."""
    counts = store.headlines(scope.region, scope.event)["unit"].value_counts()
    return [unit for unit in counts.index if unit != "persen"]


@remembered
def pipeline(store: Store, scope: Filter, unit: str) -> Chart:
    """Bars by stage, in the order of the pipeline: laporan … pidana. Never two units in one chart."""
    language = scope.language
    frame = worded(store.headlines(scope.region, scope.event), store, language)
    frame = frame[frame["unit"] == unit].copy()
    frame["order"] = frame["stage"].map(STAGES.index)
    frame = frame.sort_values("order").assign(
        tone=lambda rows: rows["stage"],
        label=lambda rows: rows["stage"].map(lambda stage: store.label("stage", stage, language)),
    )
    place, event = store.region_name(scope.region), store.event_name(scope.event)
    unit_label = store.label("unit", unit, language)
    plain = text(language, "alur.judul", unit=unit_label, event=event, region=place)
    return Chart(
        kind=Kind.BAR,
        name=f"netralitas_alur_{scope.region}_{scope.event}_{unit}",
        language=language,
        frame=frame.reset_index(drop=True),
        title=_title(store, scope, frame) or plain,
        subtitle=text(language, "alur.anak_judul", unit=unit_label, event=event, region=place),
        unit=unit_label,
        alt=plain + ": " + _told(frame, unit_label, language),
        sources=sources_of(frame),
        warnings=tuple(store.warnings_of(tuple(frame.loc[frame["status"] == DISPUTED, "figure_id"]), language)["sentence"]),
        value_label=unit_label,
        label_header=text(language, "kolom.tahap"),
    )


def _title(store: Store, scope: Filter, frame: pd.DataFrame) -> str:
    """The finding: from alleged to the furthest stage that was counted no sooner; empty where two sound stages are lacking."""
    sound = frame[(frame["status"] != DISPUTED) & frame["stage"].isin(_SAID) & frame["counted_on"].notna()]
    if len(sound) < 2:
        return ""
    first = sound.iloc[0]
    # A later stage that was counted earlier is an older state of affairs: no part of this count.
    later = sound[(sound["counted_on"] >= first["counted_on"] - pd.Timedelta(days=60)) & (sound["value"] <= first["value"])].iloc[1:]
    if later.empty:
        return ""
    last, language = later.iloc[-1], scope.language
    return text(
        language,
        "alur.temuan",
        first=amount.of(store, first, language).full,
        last=amount.of(store, last, language).full,
        first_stage=text(language, f"alur.{first['stage']}"),
        last_stage=text(language, f"alur.{last['stage']}"),
    )


def _told(frame: pd.DataFrame, unit: str, language: str) -> str:
    return "; ".join(f"{row['label']} {worded_as(row, unit, language).unitless}" for row in frame.to_dict("records"))


@remembered
def alternatives(store: Store, scope: Filter) -> Chart:
    """Every published total of one scope by time: the figures behind a card."""
    language = scope.language
    frame = worded(store.alternatives(scope.region, scope.event, scope.stage, scope.unit), store, language)
    frame = frame.assign(x=frame["counted_on"], tone=frame["stage"], label=frame["counter"])
    stage, unit = store.label("stage", scope.stage, language), store.label("unit", scope.unit, language)
    title = text(
        language,
        "lain.judul",
        count=number(len(frame), language),
        stage=stage,
        event=store.event_name(scope.event),
        region=store.region_name(scope.region),
    )
    return Chart(
        kind=Kind.DOT,
        name=f"netralitas_angka-lain_{scope.region}_{scope.event}_{scope.stage}_{scope.unit}",
        language=language,
        frame=frame[frame["counted_on"].notna()].reset_index(drop=True),
        title=title,
        subtitle=text(language, "lain.anak_judul", unit=unit),
        unit=unit,
        alt=title,
        sources=sources_of(frame),
        notes=amount.remarks(frame, frame["counter"], language),
        value_label=unit,
        label_header=text(language, "kolom.pencatat"),
    )


@remembered
def summary(store: Store, scope: Filter) -> str:
    """One sentence that says what is the case: sound figures first, else the disputed one as such, else that there is none."""
    language = scope.language
    told = {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}
    sound = _sentence(store, scope, told)
    if sound:
        return sound
    frame = store.headlines(scope.region, scope.event)
    disputed = frame[frame["status"] == DISPUTED]
    if disputed.empty:
        return text(language, "kalimat.kosong", **told)
    row = disputed.iloc[0]
    said = amount.of(store, row, language).full
    return text(language, "kalimat.disengketakan", amount=said, stage=store.label("stage", row["stage"], language).lower(), **told)


def _sentence(store: Store, scope: Filter, told: dict) -> str:
    """At most three numbers: alleged or forwarded, proven or recommended, sanctioned; empty where none is sound."""
    language = scope.language
    frame = worded(store.headlines(scope.region, scope.event), store, language)
    sound = frame[(frame["status"] != DISPUTED) & (frame["unit"] != "persen")]
    clauses = []
    for stages in (("diteruskan", "dugaan", "pelanggaran", "temuan", "laporan"), ("terbukti", "rekomendasi_sanksi"), ("sanksi",)):
        row = _best(sound, stages)
        if row is not None:
            clauses.append(
                text(
                    language,
                    f"kalimat.{row['stage']}",
                    counter=row["counter"],
                    amount=amount.of(store, row, language).full,
                )
            )
    if not clauses:
        return ""
    return text(
        language,
        "kalimat",
        **told,
        clauses=joined(clauses, language) if len(clauses) > 1 else clauses[0],
    )


def _best(frame: pd.DataFrame, stages: tuple[str, ...]) -> pd.Series | None:
    """The headline of the first of these stages that has one, in the unit of its owner, clean before noted."""
    for stage in stages:
        rows = frame[(frame["stage"] == stage) & (frame["value"] > 0)]
        if len(rows):
            order = rows["unit"].map(unit_order(stage)) + (rows["status"] != CLEAN) * 0.5
            return rows.loc[order.idxmin()]
    return None
