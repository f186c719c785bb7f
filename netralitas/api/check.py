"""A typed question and its answer as data: what the page Cek angka shows, for another program."""

import json

from netralitas.address.parameters import QUESTION
from netralitas.check.known import Known
from netralitas.check.question import Answer, answer
from netralitas.model import LANGUAGE
from netralitas.store import Store


def body(data: Store, head: dict, typed: str, language: str) -> bytes:
    """The whole answer; a question that cannot be read is answered with a sentence, too, and is no error."""
    told = answer(data, typed, language)
    return json.dumps({**head, "query": {QUESTION: told.typed, LANGUAGE: language}, **_plain(told)}, ensure_ascii=False, indent=1).encode()


def _plain(told: Answer) -> dict:
    return {
        "kind": told.kind,
        "number": told.number,
        "verdict": told.verdict or None,
        "word": told.word,
        "sentence": told.sentence,
        "why": [{"rule": one.rule or None, "sentence": one.sentence} for one in told.why],
        "figure": _figure(told.figure) if told.figure else None,
        "known": [_figure(one) for one in told.known],
        "elsewhere": [_figure(one) for one in told.elsewhere],
        "more_elsewhere": told.more_elsewhere,
        "choices": [{"label": one.label, "question": one.question, "note": one.note} for one in told.choices],
        "add": told.add,
    }


def _figure(one: Known) -> dict:
    """By the names of the columns of CHECKED."""
    same = ("figure_id", "region", "stage", "stage_label", "unit", "value", "counted_by", "counter", "cutoff", "verdict", "mark", "status")
    return {
        **{name: getattr(one, name) for name in (*same, "say", "publisher")},
        "region_name": one.place,
        "event": one.event or None,
        "event_name": one.election or None,
        "unit_label": one.amount.unit,
        "amount": one.amount.full,
        "counted_on": one.day or None,
        "part": one.part or None,
        "url": one.url or None,
    }
