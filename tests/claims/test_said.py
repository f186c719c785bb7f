"""The sentence of a chart: a figure's own, a statement's own, and none where nobody put the numbers together."""

import re

import pandas as pd

from netralitas.chart import Kind
from netralitas.claims import said, statement
from netralitas.claims.lead import summary
from netralitas.model import Filter
from netralitas.rows import rows_of
from tests.helpers import chart, rows


def drawn(store, figure_ids) -> object:
    figures = store.figures_named(tuple(figure_ids))
    frame = rows(len(figures), label=list(figures["stage"]), tone="a", value=list(figures["value"]))
    return chart(Kind.BAR, frame.assign(figure_id=list(figures["figure_id"])))


def test_one_figure_is_said_as_its_verdict_says(store):
    figure = store.headlines("35.13", "pilkada-2018").iloc[0]
    assert said.chart(store, drawn(store, [figure["figure_id"]]), "id") == figure["say_id"]


def test_a_statement_is_said_whole(store):
    frame = store.statements("ID", "pilkada-2020")
    frame = frame[frame["main"] & (frame["unit"] == "orang")]
    (told,) = statement.statements(rows_of(frame))
    sentence = said.chart(store, drawn(store, frame.loc[~frame["is_aside"], "figure_id"]), "id")
    assert sentence.startswith(statement.head(told, "id")) and told.publisher in sentence


def test_numbers_of_two_sources_have_no_sentence(store):
    frame = store.figures("ID", "pilkada-2020", None, None, False)
    two = pd.concat([group.head(1) for _, group in frame.groupby("source_id")]).head(2)["figure_id"]
    assert said.chart(store, drawn(store, two), "id") == ""


# What no official would sign: a case that breaches, a number without what it counts, a word or a mark twice, a value of a program.
BROKEN = re.compile(
    r"\bcases? breached\b|\d of alleged\b|\b1 (?:cases|persons|reports|civil servants)\b|  |\.\.|,,|;;|\(\)|\bNone\b|\bnan\b|[{}]"
)


def test_no_sentence_that_heads_a_page_has_a_broken_form(store):
    heads = [
        summary(store, Filter(region=region, event=event, language=language))
        for region, event in store.figure_counts()
        for language in ("id", "en")
    ]
    assert len(heads) > 1200
    assert [head for head in heads if BROKEN.search(head) or not head.endswith(".") or not head[0].isupper()] == []
