"""Which number of a statement is part of which, and what a source leaves open: no words, no drawing."""

from collections.abc import Iterable
from dataclasses import dataclass

from netralitas.model import APPROXIMATE

# A case goes on from stage to stage; each is part of the nearest one before it that the statement holds.
_CHAIN = ("dugaan", "pelanggaran", "diteruskan", "terbukti", "rekomendasi_sanksi", "sanksi")
ORIGINS = ("laporan", "temuan")
_LEAVES = ("bukan_pelanggaran", "dalam_proses")
# The order in which a statement is told and drawn.
ORDER = (*ORIGINS, _CHAIN[0], *_LEAVES, *_CHAIN[1:], "belum_ditindaklanjuti", "pidana")


@dataclass(frozen=True)
class Member:
    """One number of a statement. `remarks`: codes of what must be said with it beside the number (campuran …).

    `recipient`: to whom forwarded cases went (kasn, bkn, kasn_bkn); empty where the page does not say it.
    """

    stage: str
    value: float
    figure_id: str
    qualifier: str = ""
    remarks: tuple[str, ...] = ()
    recipient: str = ""

    @property
    def approximate(self) -> bool:
        return self.qualifier in APPROXIMATE


@dataclass(frozen=True)
class Part:
    """A number in its place: under `whole` (None: under nothing), from `start` on the axis, `depth` steps down.

    `left` is what the parts below it leave unexplained: 0 where they add up; None where nothing lies
    below, where they overlap, or where a number is approximate.
    """

    member: Member
    whole: str | None
    depth: int
    start: float
    left: float | None

    @property
    def stage(self) -> str:
        return self.member.stage

    @property
    def value(self) -> float:
        return self.member.value

    @property
    def is_origin(self) -> bool:
        """Does it say where the whole came from, not what became of it?"""
        return self.whole is not None and self.stage in ORIGINS


def tree(members: Iterable[Member]) -> tuple[Part, ...]:
    """The numbers in the order in which they are drawn: each whole right before its parts."""
    held = {member.stage: member for member in sorted(members, key=lambda member: ORDER.index(member.stage))}
    wholes = {stage: _whole(member, held) for stage, member in held.items()}
    parts: list[Part] = []

    def place(stage: str, depth: int, start: float) -> None:
        below = [held[part] for part, whole in wholes.items() if whole == stage]
        outcomes = [member for member in below if member.stage not in ORIGINS]
        parts.append(Part(held[stage], wholes[stage], depth, start, _left(held[stage], outcomes)))
        for group in ([member for member in below if member.stage in ORIGINS], outcomes):
            # Parts that overlap can't lie one after the other: each begins where its whole does.
            apart = sum(member.value for member in group) <= held[stage].value
            offset = start
            for member in group:
                place(member.stage, depth + 1, offset if apart else start)
                offset += member.value

    for stage, whole in wholes.items():
        if whole is None:
            place(stage, 0, 0)
    return tuple(parts)


def _whole(member: Member, held: dict[str, Member]) -> str | None:
    """The nearest stage of the statement that contains this one; a smaller number contains nothing."""
    if member.stage in (*ORIGINS, *_LEAVES):
        before = _CHAIN[:1]
    elif member.stage == "belum_ditindaklanjuti":
        before = _CHAIN[:-1]
    elif member.stage in _CHAIN:
        before = _CHAIN[: _CHAIN.index(member.stage)]
    else:
        before = ()
    return next((stage for stage in reversed(before) if stage in held and held[stage].value >= member.value), None)


def _left(whole: Member, parts: list[Member]) -> float | None:
    if not parts or any(member.approximate for member in (whole, *parts)):
        return None
    left = whole.value - sum(member.value for member in parts)
    return left if left >= 0 else None
