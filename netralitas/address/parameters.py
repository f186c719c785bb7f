"""Every name that an address may carry, and every value that is no code of the data, once."""

from netralitas.model import EVENT, LANGUAGE, REGION, STAGE, UNIT

# What every address may carry: the view.
VIEW = (REGION, EVENT, STAGE, UNIT, LANGUAGE)

# Choices of single pages, and what narrows a question for data.
EXTENT, LEVEL, MEASURE, BREAKDOWN = "cakupan", "tingkat", "ukuran", "rincian"
STATEMENT = "pernyataan"
RANKED, LINES, LIST, PER = "peringkat", "garis", "daftar", "per"
PERIOD, SEARCH, DAY = "periode", "cari", "tanggal"

# What is asked on Cek angka, as it was typed.
QUESTION = "q"

# Presentation mode, and which of the page's charts it shows.
MODE, PLACE = "paparan", "bagan"
# Which of the page's charts is shown alone, for a frame in another page.
EMBED = "sematkan"
# By which name a browser keeps the deck.
DECK = "netralitas_paparan"

NAMES = (*VIEW, EXTENT, LEVEL, MEASURE, BREAKDOWN, RANKED, LINES, LIST, PER, PERIOD, SEARCH, DAY, QUESTION, MODE, PLACE, EMBED)

# Values: of EXTENT; of PER, where HELD divides by the elections held; of LEVEL; of PERIOD, where CALENDAR are the
# figures of a calendar period, of no election; of MODE.
ONLY, WITHIN = "ini", "dalam"
COUNT, HELD = "jumlah", "pemilihan"
LEVELS = ("negara", "provinsi", "kabkota")
CHOSEN, CALENDAR = "pemilihan", "kalender"
ON = "1"
# All there is, where less is shown at first.
ALL = "semua"


def breakdown_of(dimension: str) -> str:
    """A page that shows several breakdowns has a choice for each."""
    return f"{BREAKDOWN}_{dimension}"


def statement_of(name: str) -> str:
    """A page that shows several statements has a choice for each."""
    return f"{STATEMENT}_{name}"
