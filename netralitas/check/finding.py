"""What a check of a draft says of one place in it."""

from dataclasses import dataclass

from netralitas.reader import Found

NUMBER, LAW, INSTITUTION, NONE = "angka", "hukum", "lembaga", "bukan"
# Verdicts of numbers, and those of laws and institutions; the gravest first.
JANGAN, UNKNOWN, CATATAN, LAYAK = "jangan", "tidak_dikenal", "catatan", "layak"
WRONG, ENDED, UNCHECKED, RIGHT = "salah", "kedaluwarsa", "belum_diverifikasi", "benar"


@dataclass(frozen=True)
class Finding:
    """Letters `start` to `end` of the draft's text, which say `found`.

    `kind`: angka, hukum (laws, sanctions, prison terms), lembaga, bukan (a number that counts no cases; it has no verdict).
    `reasons` are whole sentences, the gravest first; `say` is what can be said, and to do about it; `instead` is what a
    corrected draft has there: of a number in place of the whole `sentence`, of a law in place of its own letters; empty where
    it may stay. `assumed` says what no word of the draft says. `figure_id` is the published figure, `number` what was read.
    """

    start: int
    end: int
    found: str
    kind: str
    verdict: str = ""
    reasons: tuple[str, ...] = ()
    say: str = ""
    instead: str = ""
    assumed: str = ""
    figure_id: str = ""
    sentence: tuple[int, int] = (0, 0)
    number: Found | None = None

    @property
    def explanation(self) -> str:
        return " ".join((*self.reasons, *filter(None, (self.assumed,))))

    @property
    def needs_word(self) -> bool:
        """Is there something to say or to mend?"""
        return self.verdict not in ("", LAYAK, RIGHT)
