"""The pipeline of a case: what its title may put into one sentence."""

import pytest

from netralitas.charts.pipeline import pipeline
from netralitas.model import Filter
from tests.etl.small import figure
from tests.helpers import small_store

SCOPE = Filter("35", "pilkada-2020", "dugaan", "kasus", "id")


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("2020-12-01", True),
        # 60 days before the earlier stage is still one state of affairs
        ("2020-09-02", True),
        ("2020-09-01", False),
        ("2018-11-01", False),
    ],
)
def test_a_title_never_joins_a_later_stage_that_is_older_than_the_earlier_one(tmp_path, later, told):
    store = small_store(
        tmp_path,
        [figure(stage="dugaan", value=40, as_of="2020-11-01"), figure(stage="diteruskan", value=30, as_of=later)],
    )
    title = pipeline(store, SCOPE, "kasus").title
    assert ("Dari 40 kasus" in title and "30 kasus" in title) is told


def test_a_title_takes_the_furthest_stage_of_the_same_time(tmp_path):
    """An old count of a late stage is passed over, and the one before it is told."""
    store = small_store(
        tmp_path,
        [
            figure(stage="dugaan", value=40, as_of="2020-11-01"),
            figure(stage="diteruskan", value=30, as_of="2020-11-15", qualifier="lebih_dari"),
            figure(stage="terbukti", value=20, as_of="2018-11-15"),
        ],
    )
    title = pipeline(store, SCOPE, "kasus").title
    assert "lebih dari 30 kasus" in title
    assert "20" not in title
