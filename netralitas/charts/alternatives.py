"""Every published total of one scope by time: the figures behind a card."""

from netralitas.chart import Chart, Kind, sources_of
from netralitas.claims import amount, places
from netralitas.claims.amount import worded
from netralitas.model import Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import number, text


@remembered
def alternatives(store: Store, scope: Filter) -> Chart:
    """Every published total of one scope by time: a dot each, never joined."""
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
        region=places.of_all(store.region_name(scope.region), rows_of(frame), language),
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
        sources=sources_of(rows_of(frame)),
        notes=amount.remarks(amount.records(frame), frame["counter"], language),
        value_label=unit,
        label_header=text(language, "kolom.pencatat"),
    )
