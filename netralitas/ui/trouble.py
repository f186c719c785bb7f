"""What readers are told when something is wrong: in our words and their language, with the trace in the log."""

import logging

import streamlit as st

from netralitas import model, store
from netralitas.address import Note
from netralitas.claims.older import older as of_older
from netralitas.wording import text

_log = logging.getLogger(__name__)


def language() -> str:
    """The language of the address, known before anything else is."""
    return "en" if st.query_params.get(model.LANGUAGE) == "en" else "id"


def older(data: store.Store) -> list[Note]:
    """One calm line where an older snapshot is shown."""
    return [Note(told)] if (told := of_older(data, language())) else []


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
