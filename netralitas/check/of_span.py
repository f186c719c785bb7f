"""A range that was asked for: no source publishes one. What was published within it, for the place and election asked for."""

from netralitas.check import places
from netralitas.check.answer import UNKNOWN, Answer
from netralitas.check.asked import Asked
from netralitas.check.known import known, rows
from netralitas.check.places import Choice
from netralitas.model import NATION
from netralitas.store import Store
from netralitas.wording import number, text


def of_span(store: Store, asked: Asked, language: str) -> Answer:
    """The range is not answered as if its lower end had been asked for: what lies within it is asked back."""
    ends = {"since": number(asked.span[0], language), "until": number(asked.span[1], language)}
    word, sentence = text(language, "cek.kata.tidak_dikenal"), text(language, "cek.rentang", **ends)
    return Answer(asked.typed, UNKNOWN, None, UNKNOWN, word, sentence, choices=_within(store, asked, language))


def _within(store: Store, asked: Asked, language: str) -> tuple[Choice, ...]:
    """The figures that go first for their questions, and one number of a place and election once."""
    frame = store.compared()
    fits = frame["value"].between(*asked.span) & frame["is_headline"] & (frame["verdict"] != "jangan")
    fits &= frame["region"].isin(asked.places or (NATION,))
    for column, wanted in (("event", asked.events), ("stage", asked.stage), ("unit", asked.unit), ("counted_by", asked.counter)):
        if wanted:
            fits &= frame[column].isin(wanted if column == "event" else (wanted,))
    found = frame[fits].sort_values(["counted_on", "figure_id"], ascending=[False, True], kind="stable")
    found = found.drop_duplicates(["region", "event", "value"]).head(places.MOST)
    named = store.figures_named(tuple(found["figure_id"]))
    return tuple(_choice(store, row, language) for row in rows(named))


def _choice(store: Store, row: dict, language: str) -> Choice:
    one = known(store, row, language)
    about = " · ".join(filter(None, (one.place, one.election, one.stage_label)))
    return Choice(one.amount.full, places.of_figure(store, row, language), about)
