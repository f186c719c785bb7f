"""Numbers of one sentence together: shares computed from those beside them, and numbers that nobody put together."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from netralitas.check.facts import facts
from netralitas.check.finding import CATATAN, LAYAK, UNKNOWN, Finding
from netralitas.check.known import Known, known, rows
from netralitas.reader import Sentence, lexicon
from netralitas.reader.ratios import PART, TIMES
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import joined, number, text

PERCENT = "persen"
_DERIVED = (PERCENT, PART, TIMES)
# How near a comparison in words must be to what its counts give, of itself: as it is, and with "sekitar"; "lebih dari" reaches so far.
_NEAR, _ABOUT, _MORE = 0.05, 0.1, 1.5
_BACK = 6  # numbers
_OF = re.compile(r"\s*(?:dari|of)\s+(?:(?:the|those|these|total|jumlah|sebanyak|all|seluruh)\s+)*", re.IGNORECASE)
Said = tuple[Sentence, Finding, Known | None]


def shares(said: Sequence[Said], language: str) -> list[Finding]:
    """A share that no source gives, or a growth, computed from two numbers beside it: of its sentence, else of its paragraph."""
    found = []
    counted = [(where, other) for where, other, _ in said if other.number.unit not in _DERIVED]
    for sentence, one, _ in said:
        if one.number.unit in _DERIVED and one.verdict == UNKNOWN:
            here = [other for where, other in counted if where == sentence]
            earlier = [other for where, other in counted if where.paragraph == sentence.paragraph and other.start < one.start]
            around = list(dict.fromkeys((*here, *earlier)))
            # "Jumlah itu turun 72 persen" goes back to what was said last, as the last line of a list does.
            last = [other for _, other in counted if other.start < one.start][-_BACK:]
            wider = list(dict.fromkeys((*last, *around)))
            if one.number.unit == TIMES:
                one = _growth(one, around, wider, _TIMES, language)
            elif _is_change(sentence, one):
                one = _growth(one, around, wider, _CHANGE, language)
            else:
                one = _share(one, here, around, wider, _whole(sentence, one, here), language)
        found.append(one)
    return found


def _whole(sentence: Sentence, one: Finding, here: list[Finding]) -> Finding | None:
    """86 persen dari 1.588, half of the 43: the number of which the share is said."""
    between = lambda other: sentence.text[one.end - sentence.start : other.start - sentence.start]  # noqa: E731
    return next((other for other in here if other.start > one.end and _OF.fullmatch(between(other))), None)


def _share(one: Finding, here: list[Finding], around: list[Finding], wider: list[Finding], whole: Finding | None, language: str) -> Finding:
    part_of = lambda pair: 100 * pair[0].number.value / pair[1].number.value  # noqa: E731
    # What stands further off is asked of a share of a number that is said with it: "dari 96 kasus itu, 82 persen diteruskan".
    further = [pair for pair in _pairs(wider) if pair[1] in here]
    likely = lambda pairs: [pair for pair in pairs if part_of(pair) <= 100 and whole in (None, pair[1])]  # noqa: E731
    tried = [_nearest(one, likely(pairs), part_of) for pairs in (_pairs(here), _pairs(around), further)]
    # A share in a line of its own, as on a slide, is of the lines before, where they bear it out.
    tried += [] if around else [_nearest(one, likely(_pairs(wider)), part_of)]
    pair = next((pair for pair in tried if pair and _fits(one, part_of(pair))), next(filter(None, tried[:3]), None))
    if not pair:
        return one
    told = {"part": pair[0].found, "whole": pair[1].found}
    sound = all(other.verdict == LAYAK for other in pair)
    right = (LAYAK, "naskah.persen_benar") if sound else (CATATAN, "naskah.persen_catatan")
    return _recomputed(one, part_of(pair), told, right, "naskah.persen_salah", language)


_CHANGE = (lambda later, earlier: 100 * abs(later - earlier) / earlier, "naskah.berubah")
_TIMES = (lambda later, earlier: later / earlier, "naskah.kali")


def _growth(one: Finding, around: list[Finding], wider: list[Finding], how: tuple, language: str) -> Finding:
    """Naik 117 persen, dua kali lipat: nobody put the two numbers together, so even what is computed rightly is said with its counts."""
    computed, key = how
    grown = lambda pair: computed(pair[0].number.value, pair[1].number.value)  # noqa: E731
    pair = _nearest(one, _pairs(around), grown)
    if not pair or not _fits(one, grown(pair)):
        further = _nearest(one, _pairs(wider), grown)
        pair = further if further and _fits(one, grown(further)) else pair
    if not pair:
        return one
    told = {"later": pair[0].found, "earlier": pair[1].found}
    return _recomputed(one, grown(pair), told, (CATATAN, f"{key}.benar"), f"{key}.salah", language)


def _recomputed(one: Finding, share: float, told: dict[str, str], right: tuple[str, str], wrong: str, language: str) -> Finding:
    """The share with what it is computed from: `right` is its verdict and the words for it where it fits, `wrong` the words where not."""
    decimals = _decimals(one) if one.number.unit == PERCENT else int(abs(share - round(share)) >= 0.05)
    told = {**told, "share": number(share, language, decimals)}
    if not _fits(one, share):
        reasons = (text(language, wrong, **told), *(one.reasons if one.number.unit == PERCENT else ()))
        say = text(language, "naskah.kali.saran" if one.number.unit == TIMES else "naskah.persen_saran", share=told["share"])
        return replace(one, reasons=reasons, say=say)
    verdict, words = right
    return replace(one, verdict=verdict, reasons=(text(language, words, **told),), say="", instead="")


def _is_change(sentence: Sentence, one: Finding) -> bool:
    in_words = any(ratio.start == one.start and ratio.changes for ratio in sentence.ratios)
    return in_words or lexicon.CHANGES.search(sentence.text[: one.start - sentence.start]) is not None


def _pairs(counts: list[Finding]) -> list[tuple[Finding, Finding]]:
    return [pair for pair in permutations(counts, 2) if all(other.number.value > 0 for other in pair)]


def _nearest(one: Finding, pairs: list[tuple[Finding, Finding]], computed) -> tuple[Finding, Finding] | None:
    return min(pairs, key=lambda pair: abs(computed(pair) - one.number.value), default=None)


def _fits(one: Finding, computed: float) -> bool:
    said, qualifier = one.number.value, one.number.qualifier
    if one.number.unit != PERCENT:
        near = _ABOUT if qualifier else _NEAR
        return said <= computed < said * _MORE if qualifier == "lebih_dari" else abs(computed - said) <= near * said
    off = abs(computed - said)
    return off <= 0.5 * 10 ** -_decimals(one) + 1e-9 or (bool(qualifier) and off <= 1)


def _decimals(one: Finding) -> int:
    return len(one.found.replace(",", ".").partition(".")[2].rstrip("% "))


def joins(store: Store, said: Sequence[Said], language: str) -> list[Finding]:
    """Two numbers of one region and election, of other stages, that no source put together: the later one is warned of."""
    earlier: dict[int, list[tuple[Finding, Known]]] = {}
    found = []
    for sentence, one, figure in said:
        before = earlier.setdefault(sentence.start, [])
        if figure and one.figure_id == figure.figure_id and not one.number.refused:
            apart = [(other, sides) for other in before if (sides := _apart(store, sentence, (one, figure), other))]
            if apart:
                one = _warned(store, one, figure, *apart[0], language)
            before.append((one, figure))
        found.append(one)
    return found


SOURCE, COUNTER, DAY, WINDOW = "sumber", "pencacah", "tanggal", "masa"
Counted = tuple[Finding, Known]


def _apart(store: Store, sentence: Sentence, one: Counted, other: Counted) -> tuple[str, ...]:
    """In what two counts of other stages differ that no statement has; nothing where one source has both and the sentence says in what."""
    figures = (one[1], other[1])
    if len({(figure.region, figure.event) for figure in figures}) > 1 or one[1].stage == other[1].stage or not one[1].event:
        return ()
    facts_of = [facts(store)[figure.figure_id] for figure in figures]
    differing = lambda values: len(set(values)) > 1  # noqa: E731
    is_said = {
        COUNTER: all(found.number.counter.values == (figure.counted_by,) for found, figure in (one, other)),
        DAY: all(set(fact.days) & set(sentence.days) for fact in facts_of),
        WINDOW: all(fact.begins in (*sentence.begins, "") for fact in facts_of),
    }
    sides = {
        SOURCE: differing(fact.source_id for fact in facts_of),
        COUNTER: differing(figure.counted_by for figure in figures),
        DAY: differing(figure.day for figure in figures),
        WINDOW: differing(fact.begins for fact in facts_of),
    }
    apart = tuple(side for side, differs in sides.items() if differs)
    return apart if SOURCE in apart or any(not is_said[side] for side in apart) else ()


def _warned(store: Store, one: Finding, figure: Known, other: Counted, sides: tuple[str, ...], language: str) -> Finding:
    told = {"number": other[0].found, "counter": other[1].counter, "cutoff": other[1].cutoff}
    own = {"own": one.found, "own_counter": figure.counter, "own_cutoff": figure.cutoff}
    key = "naskah.gabung.satu_sumber" if SOURCE not in sides else "naskah.gabung" if DAY in sides else "naskah.gabung.sumber"
    told["sides"] = joined([text(language, f"naskah.gabung.beda.{side}") for side in sides if side != SOURCE], language)
    reasons = [text(language, key, **told, **own), _has_both(store, figure, other[1], language)]
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
