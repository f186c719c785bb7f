"""Numbers of one sentence together: shares computed from those beside them, and numbers that nobody put together."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from netralitas.check.facts import facts
from netralitas.check.finding import CATATAN, LAYAK, UNKNOWN, Finding
from netralitas.check.known import Known, known, rows
from netralitas.reader import Sentence
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import number, text

PERCENT = "persen"
Said = tuple[Sentence, Finding, Known | None]


def shares(said: Sequence[Said], language: str) -> list[Finding]:
    """A share that no source gives, computed from the two numbers beside it."""
    return [
        _share(one, [other for where, other, _ in said if where == sentence and other is not one], language)
        if one.number.unit == PERCENT and one.verdict == UNKNOWN
        else one
        for sentence, one, _ in said
    ]


def _share(one: Finding, beside: list[Finding], language: str) -> Finding:
    counts = [other for other in beside if other.number.unit != PERCENT]
    pairs = [(part, whole) for part, whole in permutations(counts, 2) if 0 < part.number.value <= whole.number.value]
    if not pairs:
        return one
    decimals = len(one.found.replace(",", ".").partition(".")[2].rstrip("% "))
    off = lambda pair: abs(100 * pair[0].number.value / pair[1].number.value - one.number.value)  # noqa: E731
    part, whole = min(pairs, key=off)
    told = {"part": part.found, "whole": whole.found, "share": number(100 * part.number.value / whole.number.value, language, decimals)}
    fits = off((part, whole)) <= 0.5 * 10**-decimals + 1e-9 or (one.number.qualifier and off((part, whole)) <= 1)
    if not fits:
        reason = text(language, "naskah.persen_salah", **told)
        return replace(one, reasons=(reason, *one.reasons), say=reason)
    sound = all(other.verdict == LAYAK for other in (part, whole))
    reason = text(language, "naskah.persen_benar" if sound else "naskah.persen_catatan", **told)
    return replace(one, verdict=LAYAK if sound else CATATAN, reasons=(reason,), say="", instead="")


def joins(store: Store, said: Sequence[Said], language: str) -> list[Finding]:
    """Two numbers of one region and election, of other stages, that no source put together: the later one is warned of."""
    earlier: dict[int, list[tuple[Finding, Known]]] = {}
    found = []
    for sentence, one, figure in said:
        before = earlier.setdefault(sentence.start, [])
        if figure and one.figure_id == figure.figure_id and not one.number.refused:
            apart = [other for other in before if _are_apart(store, figure, other[1])]
            if apart:
                one = _warned(store, one, figure, apart[0], language)
            before.append((one, figure))
        found.append(one)
    return found


def _are_apart(store: Store, one: Known, other: Known) -> bool:
    same_question = (one.region, one.event) == (other.region, other.event)
    if not same_question or one.stage == other.stage or not one.event:
        return False
    known_of = facts(store)
    of_one_source = known_of[one.figure_id].source_id == known_of[other.figure_id].source_id and (one.counted_by, one.day) == (
        other.counted_by,
        other.day,
    )
    return not of_one_source


def _warned(store: Store, one: Finding, figure: Known, other: tuple[Finding, Known], language: str) -> Finding:
    told = {"number": other[0].found, "counter": other[1].counter, "cutoff": other[1].cutoff}
    own = {"own": one.found, "own_counter": figure.counter, "own_cutoff": figure.cutoff}
    reasons = [text(language, "naskah.gabung", **told, **own), _has_both(store, figure, other[1], language)]
    verdict = CATATAN if one.verdict == LAYAK else one.verdict
    return replace(one, verdict=verdict, reasons=(*filter(None, reasons), *one.reasons), say=one.say or figure.say)


@remembered
def _has_both(store: Store, one: Known, other: Known, language: str) -> str:
    """The statement that holds both stages, the main one first."""
    frame = store.statements(one.region, one.event)
    frame = frame[~frame["is_aside"] & frame["sound"] & frame["stage"].isin((one.stage, other.stage))]
    both = frame.groupby("statement_id", sort=False)["stage"].nunique()
    both = both[both == 2].index
    if both.empty:
        return text(language, "naskah.gabung.tak_ada")
    figures = [known(store, row, language) for row in rows(frame[frame["statement_id"] == both[0]])]
    amounts = "; ".join(f"{figure.amount.full} ({figure.stage_label})" for figure in figures)
    return text(language, "naskah.gabung.ada", figures=amounts, counter=figures[0].counter, cutoff=figures[0].cutoff)
