"""The words of the domain: what a reader asks for (Filter) and the codes that a figure carries."""

from dataclasses import dataclass, field, replace

LANGUAGES = ("id", "en")
NATION = "ID"

# The pipeline of a case, from the first report to the sanction that is or is not carried out.
STAGES = (
    "laporan",
    "temuan",
    "dugaan",
    "dalam_proses",
    "bukan_pelanggaran",
    "pelanggaran",
    "diteruskan",
    "terbukti",
    "rekomendasi_sanksi",
    "sanksi",
    "belum_ditindaklanjuti",
    "pidana",
)
UNITS = ("kasus", "orang", "laporan", "persen")
# Those of which there can be one or several.
COUNTED = ("kasus", "orang", "laporan")
COUNTERS = ("bawaslu", "kasn", "bkn", "kemenpanrb", "kemendagri", "pemda", "lainnya")
# Who holds no office in it: each source is a counter of its own.
OUTSIDE = "lainnya"
LEVELS = ("provinsi", "kabkota")

# Stages that KASN, BKN and the PPK own: they count persons, Bawaslu counts cases.
PERSON_STAGES = ("terbukti", "rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti")

# Which stage speaks for a region where the reader has not chosen one.
STAGE_PREFERENCE = (
    "diteruskan",
    "dugaan",
    "terbukti",
    "rekomendasi_sanksi",
    "pelanggaran",
    "temuan",
    "laporan",
    "sanksi",
    "belum_ditindaklanjuti",
    "dalam_proses",
    "bukan_pelanggaran",
    "pidana",
)

CLEAN, NOTED, DISPUTED = "bersih", "catatan", "disengketakan"

# Qualifiers that are said before the number; the others are remarks on it.
APPROXIMATE = ("sekitar", "lebih_dari")

# Flags, the worst first: the order in which a reader is warned.
FLAGS = ("melebihi_induk", "nilai_kembar", "beda_sumber", "turun", "corong_terbalik")

# The names that the address of a page uses.
REGION, EVENT, STAGE, UNIT, LANGUAGE = "wilayah", "pemilihan", "tahap", "satuan", "bahasa"


@dataclass(frozen=True)
class Filter:
    """What a reader looks at. `chosen` names the parts that the reader set; the others are proposals."""

    region: str = NATION
    event: str = "pilkada-2024"
    stage: str = "diteruskan"
    unit: str = "kasus"
    language: str = "id"
    # Not part of what is seen, so not of equality: answers are remembered by what is seen.
    chosen: frozenset[str] = field(default=frozenset(), compare=False)

    def parameters(self) -> dict[str, str]:
        """The address of this view: only what differs from what a reader is offered unasked."""
        values = {REGION: self.region, EVENT: self.event, STAGE: self.stage, UNIT: self.unit}
        parameters = {name: value for name, value in values.items() if name in self.chosen}
        if self.language != LANGUAGES[0]:
            parameters[LANGUAGE] = self.language
        return parameters

    def leaves_open(self, stage: str, unit: str) -> bool:
        """May this stage and unit be proposed, beside what the reader chose?"""
        return (STAGE not in self.chosen or stage == self.stage) and (UNIT not in self.chosen or unit == self.unit)

    def but(self, **changes: str) -> "Filter":
        """The same view with parts chosen anew; a new region or election lets stage and unit be proposed again."""
        names = {"region": REGION, "event": EVENT, "stage": STAGE, "unit": UNIT}
        chosen = self.chosen | {names[part] for part in changes if part in names}
        return replace(self, **changes, chosen=chosen)
