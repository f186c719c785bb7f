"""What the address asks of the charts of one page, beside the filter: a senseless wish gives the default and a note."""

from collections.abc import Mapping
from dataclasses import dataclass

from netralitas.address import Note, options
from netralitas.address.parameters import COUNT, EXTENT, HELD, LEVEL, MEASURE, PER, breakdown_of
from netralitas.charts import across, regions, sanction
from netralitas.charts.regions import LEVELS, MEASURES
from netralitas.model import NATION, Filter
from netralitas.store import Store
from netralitas.wording import text


@dataclass(frozen=True)
class Comparison:
    """Which regions are set beside each other on Peta, by which measure, and what of the address could not be followed."""

    level: str
    measure: str
    within: str
    notes: tuple[str, ...]


def comparison(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Comparison:
    """A kabupaten or kota is seen among its own kind, of its province unless the whole country is asked for."""
    language = scope.language
    default = "kabkota" if "." in scope.region else "provinsi"
    level, level_note = options.choice(parameters, LEVEL, LEVELS, default, "peta.tingkat", language)
    measure, measure_note = options.choice(parameters, MEASURE, MEASURES, MEASURES[0], "peta.ukuran", language)
    notes = [note.sentence for note in (level_note, measure_note) if note]
    if measure == "rasio" and (level != "provinsi" or scope.unit == "persen"):
        measure = "jumlah"
        notes.append(text(language, "peta.rasio.hanya_provinsi"))
    province = regions.province_of(store, scope)
    within = province if level == "kabkota" and not options.everything(parameters, EXTENT) else NATION
    return Comparison(level, measure, within, tuple(notes))


def per_election(store: Store, scope: Filter, parameters: Mapping[str, str]) -> tuple[str, Note | None]:
    """By what the figures of several elections are told: as counted, or a number an election held, where several were held here."""
    offered = (COUNT, HELD) if across.has_elections(store, scope.region) else (COUNT,)
    return options.choice(parameters, PER, offered, COUNT, "tren.per", scope.language)


def breakdown(store: Store, scope: Filter, dimension: str, parameters: Mapping[str, str]) -> tuple[str, Note | None]:
    """The key of the breakdown that is shown, and what to tell a reader who asked for one that is not there; "" for none."""
    offered = tuple(sanction.options(store, scope, dimension))
    if not offered:
        return "", None
    return options.choice(parameters, breakdown_of(dimension), offered, offered[0], "sanksi.rincian.pilih", scope.language)
