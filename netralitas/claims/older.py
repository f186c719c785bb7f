"""That what is shown is not what was published last: one calm line, wherever readers see numbers."""

from datetime import date

from netralitas import store
from netralitas.wording import day, text


def older(data: store.Store, language: str) -> str:
    """Where what was published last can't be read and an older snapshot is shown; else empty."""
    if not store.note():
        return ""
    built = date.fromisoformat(data.build_info()["built_at"][:10])
    return text(language, "data_sebelumnya", day=day(built, language))
