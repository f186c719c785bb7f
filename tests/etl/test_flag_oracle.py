"""Each flag on random figures: the SQL raises it where a plain reading of the domain raises it, and nowhere else."""

import oracle
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import REGIONS, SOURCES, Bench, figure

from netralitas.model import FLAGS

KEY = (
    "source_id",
    "event",
    "period_start",
    "period_end",
    "as_of",
    "region",
    "counted_by",
    "stage",
    "unit",
    "dimension",
    "category",
    "value",
)
REGION = [region[0] for region in REGIONS]
SOURCE = [source[0] for source in SOURCES]
QUALIFIER = ["", "", "", "lebih_dari", "sekitar", "campuran", "tidak_konsisten"]
# Days on both sides of every edge: 7 and 30 days, voting day, partial dates, none.
DAY = [
    "2020-10-02",
    "2020-10-01",
    "2020-10-24",
    "2020-10-25",
    "2020-11-01",
    "2020-11",
    "2020",
    "2020-12-09",
    "2020-12-10",
    "2021-02-01",
    "",
]
FEW = {
    "melebihi_induk": {
        "region": REGION,
        "value": [0, 9, 10, 11, 101],
        "as_of": DAY,
        "event": ["pilkada-2020", "pilkada-2020", "pilkada-2018"],
        "stage": ["dugaan", "dugaan", "pelanggaran", "diteruskan", "sanksi", "dalam_proses"],
        "counted_by": ["bawaslu", "bawaslu", "kasn"],
        "qualifier": QUALIFIER,
        "source_id": ["kompas", "undated"],
    },
    "nilai_kembar": {
        "region": REGION,
        "value": [99, 100, 101, 1194],
        "event": ["pilkada-2020", "pilkada-2018", ""],
        "as_of": ["2020-10-01", "2020-11-15"],
        "stage": ["dugaan", "terbukti"],
        "source_id": ["kompas", "late", "undated"],
        "qualifier": ["", "", "sekitar", "campuran"],
    },
    "beda_sumber": {
        "value": [1, 2, 18, 19, 20, 94, 95, 99, 100, 105, 106],
        "as_of": DAY,
        "source_id": SOURCE,
        "qualifier": QUALIFIER,
        "period_start": ["", "2020-01-01"],
    },
    "turun": {
        "value": [0, 9, 10, 11, 20, 95, 100],
        "as_of": DAY,
        "counted_by": ["bawaslu", "bawaslu", "kasn"],
        "stage": ["dugaan", "dugaan", "terbukti", "dalam_proses", "belum_ditindaklanjuti"],
        "source_id": SOURCE,
        "qualifier": QUALIFIER,
        "period_end": ["", "2020-10-15"],
    },
    "corong_terbalik": {
        "value": [9, 10, 11],
        "as_of": ["2020-10-01", "2020-10-02", ""],
        "counted_by": ["bawaslu", "kasn"],
        "stage": ["laporan", "dugaan", "pelanggaran", "diteruskan", "terbukti", "rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti"],
        "qualifier": ["", "", "", "lebih_dari", "campuran", "tidak_konsisten"],
        "note_kind": ["", "", "", "terpisah", "campuran"],
        "source_id": ["kompas", "undated"],
    },
}


def some_figures(flag: str) -> st.SearchStrategy[list[dict]]:
    """Few values of the columns that the flag depends on, so that figures meet."""
    one = st.builds(figure, **{column: st.sampled_from(values) for column, values in FEW[flag].items()})
    return st.lists(one, min_size=2, max_size=40, unique_by=lambda row: tuple(row[column] for column in KEY))


@pytest.mark.parametrize("flag", FLAGS)
def test_flag_is_raised_exactly_where_the_domain_says(bench: Bench, flag: str):
    query = f"select figure.source_row, disputes from flag inner join figure using (figure_id) where flag = '{flag}'"

    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
    @given(some_figures(flag))
    def agree(figures: list[dict]) -> None:
        rows = bench.ask(figures, query, ("figure", "flag"))
        assert dict(rows) == getattr(oracle, flag)(figures)
        assert len(rows) == len(dict(rows)), "a figure has a flag at most once"

    agree()
