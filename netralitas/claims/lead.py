"""The sentence that heads a page: from the main statement, else from the one number that may best be said, else that there is none."""

from collections.abc import Iterable, Mapping

from netralitas.address.spoken import leading, of_any_stage
from netralitas.claims.absence import elsewhere
from netralitas.claims.cards import FigureCard, card_alone
from netralitas.claims.statement import head, statements
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import text


@remembered
def summary(store: Store, scope: Filter) -> str:
    """Never from two sources, and never a conversion that nobody stated."""
    main = statements(leading(store.statement_rows(scope.region, scope.event)))
    if main:
        return head(main[0], scope.language)
    told = {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}
    row = best(store.headline_rows(scope.region, scope.event))
    if row is None:
        return text(scope.language, _without_total(store, scope), **told)
    return row[f"say_{scope.language}"]


def _without_total(store: Store, scope: Filter) -> str:
    """What a region without a total has: parts of one, figures within, or nothing."""
    if (scope.region, scope.event) in store.figure_counts():
        return "kalimat.rincian"
    return "kalimat.di_dalam" if elsewhere(store, scope.region, scope.event).within else "kalimat.kosong"


@remembered
def number_card(store: Store, scope: Filter) -> FigureCard | None:
    """The one number that stands for a region and election: of the main statement where it has one, so that it is part of the sentence."""
    main = leading(store.statement_rows(scope.region, scope.event))
    row = best([row for row in main if not row["is_aside"]] if main else store.headline_rows(scope.region, scope.event))
    return card_alone(store, row, scope.language) if row else None


def best(headlines: Iterable[Mapping]) -> Mapping | None:
    """The headline that may best be said: what may be said at all, with a day, without a mark, then by stage and unit."""
    return min(headlines, key=of_any_stage, default=None)
