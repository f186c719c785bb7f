"""What a file says of itself: what was asked for, definitions, flags. As a table for readers, as values for programs."""

import pandas as pd

from netralitas import model, wording
from netralitas.files.export import Export
from netralitas.wording import text

# What the reader asked for; anything else in `about` is told of the file.
_FILTER = {"scope", "cari", model.REGION, model.EVENT, model.STAGE, model.UNIT, model.LANGUAGE}


def frame(export: Export, remarks: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a statement: part (file, filters, definitions, flags), name, content. `remarks` are told of the file."""
    say = lambda key: text(export.language, key)  # noqa: E731
    marks = [say("status.sintetis")] * export.synthetic
    asked = {key: value for key, value in export.about.items() if key in _FILTER}
    rows = [
        *(("berkas.bagian.berkas", name(key, export.language), value) for key, value in export.about.items() if key not in asked),
        *(("berkas.bagian.berkas", say("berkas.notes"), remark) for remark in (*marks, *remarks)),
        *(("berkas.bagian.saringan", name(key, export.language), value) for key, value in asked.items()),
        *(("berkas.bagian.definisi", term, meaning) for term, meaning in export.definitions),
        *(("berkas.bagian.penanda", flag, sentence) for flag, sentence in export.flags),
    ]
    told = [(say(part), term, content) for part, term, content in rows if content]
    return pd.DataFrame(told, columns=[say("berkas.bagian"), say("berkas.nama"), say("berkas.keterangan")], dtype="str")


def name(key: str, language: str) -> str:
    """The word for a key of `about`; a key without one is shown as it is."""
    return text(language, f"berkas.{key}") if f"berkas.{key}" in wording.keys() else key  # noqa: SIM118 (a list)


def told(export: Export) -> dict:
    """The same as plain values."""
    return {
        "about": export.about,
        "synthetic": export.synthetic,
        "sources": export.sources.astype("object").where(export.sources.notna(), None).to_dict("records"),
        "definitions": [{"term": term, "meaning": meaning} for term, meaning in export.definitions],
        "flags": [{"flag": flag, "sentence": sentence} for flag, sentence in export.flags],
        "units": export.units,
    }
