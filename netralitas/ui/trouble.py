"""What readers are told when something is wrong: in our words and their language, with the trace in the log."""

import logging
from datetime import date

import streamlit as st

from netralitas import model, store
from netralitas.address import Note
from netralitas.wording import day, text

_log = logging.getLogger(__name__)


def language() -> str:
    """The language of the address, known before anything else is."""
    return "en" if st.query_params.get(model.LANGUAGE) == "en" else "id"


def older(data: store.Store) -> list[Note]:
    """One calm line where what was published last can't be read and an older snapshot is shown."""
    if not store.note():
        return []
    built = date.fromisoformat(data.build_info()["built_at"][:10])
    return [Note(text(language(), "data_sebelumnya", day=day(built, language())))]


def nothing_to_read(absent: store.NoSnapshot) -> None:
    """No snapshot was built, or none of those that lie there is sound."""
    st.error(text(language(), "data_rusak" if absent.built else "belum_dibangun"))


def told(defect: Exception) -> bool:
    """A defect of the program: logged with its trace, told without it. True: Streamlit need not tell it again."""
    _log.error("page failed: %s", dict(st.query_params), exc_info=defect)
    try:
        st.error(text(language(), "galat"))
    except Exception:
        _log.exception("and that could not be told")
    return True
