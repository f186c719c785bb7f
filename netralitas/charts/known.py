"""Everything known for one question by day, the number that was asked for marked where it would lie."""

from dataclasses import replace

from netralitas.chart import Chart
from netralitas.charts.alternatives import alternatives
from netralitas.check.question import Answer
from netralitas.model import COUNTERS, Filter
from netralitas.store import Store
from netralitas.wording import text

# Counter → the form of its dots. KASN's work went to BKN.
_FORMS = {"bawaslu": "circle", "kasn": "square", "bkn": "square"}
_OTHER = "triangle"
# Fewer dots are told in words.
_FEWEST = 2


def of_answer(store: Store, told: Answer) -> Chart | None:
    """The chart of an answer; None where there is too little to draw."""
    chart = known(store, told.scope, told.number) if told.scope else None
    return chart if chart and len(chart.frame) >= _FEWEST else None


def known(store: Store, scope: Filter, asked: float | None) -> Chart:
    """Every published total of a scope as a dot of its counter's form; `asked` is a line across, and nobody's figure."""
    chart = alternatives(store, scope)
    forms = {counter: _FORMS.get(counter, _OTHER) for counter in COUNTERS}
    frame = chart.frame.assign(shape=chart.frame["counted_by"].map(forms))
    return replace(
        chart,
        name=f"{chart.name}_cek",
        frame=frame,
        notes=(*_legend(frame, scope.language), *chart.notes),
        asked=asked,
    )


def _legend(frame, language: str) -> tuple[str, ...]:
    """Which form is whose, where there are several."""
    forms = tuple(dict.fromkeys(frame["shape"]))
    return (
        (text(language, "cek.bentuk", forms="; ".join(text(language, f"cek.bentuk.{form}") for form in forms)),) if len(forms) > 1 else ()
    )
