"""What is to be checked: a text that is pasted or a file, read once, and the day on which it is said. Nothing of it is in the address."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from netralitas.documents import KINDS, MOST_BYTES, Draft, Unreadable, pasted, read
from netralitas.documents.passage import MOST_LETTERS
from netralitas.ui.turn import aside
from netralitas.ui.view import say, scope
from netralitas.wording import literal

TEXT, FILE, DAY, CHECK = "naskah", "berkas_naskah", "tanggal_naskah", "periksa_naskah"
_READ = "naskah_terbaca"


@dataclass(frozen=True)
class Given:
    """A draft, and the file that it came in: `name` and `content` are empty for a text that was pasted."""

    document: Draft
    name: str = ""
    content: bytes = b""

    @property
    def kind(self) -> str:
        return self.name.rpartition(".")[2].lower()


def given() -> Given | None:
    """The draft that the reader gives; where there are a file and a text, the file, and that is said. None where there is none."""
    # Any file is taken: what is no draft is told in our words, and by what is in it.
    file = st.file_uploader(
        say("periksa.berkas", kinds=", ".join(kind.upper() for kind in KINDS)), key=FILE, max_upload_size=MOST_BYTES // 2**20
    )
    written = st.text_area(say("periksa.teks"), key=TEXT, height=160, placeholder=say("periksa.contoh"), max_chars=MOST_LETTERS)
    if file is None:
        st.session_state.pop(_READ, None)
        return Given(Draft(tuple(pasted(written)))) if written.strip() else None
    if written.strip():
        st.caption(say("periksa.berkas_dahulu"))
    return _of_file(file)


def on() -> date:
    """The day on which the draft is said, and the button that one looks for: whatever is given is checked with or without it."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="sebelum-periksa"):
        day = st.date_input(
            say("periksa.tanggal"), value="today", key=DAY, format="DD/MM/YYYY", help=say("periksa.tanggal.bantuan"), width=220
        )
        st.button(say("periksa.tombol"), key=CHECK, type="primary", icon=":material/fact_check:")
    # Emptied by the reader it is none.
    return day or date.today()


def _of_file(file) -> Given | None:
    """Read once for each file: a page is run again at every choice."""
    identity, known = file.file_id, st.session_state.get(_READ)
    if known is None or known[0] != identity:
        content = file.getvalue()
        try:
            with st.spinner(say("periksa.dibaca")), aside():
                known = identity, Given(Draft(read(content, file.name)), file.name, content)
        except Unreadable as reason:
            known = identity, reason
        st.session_state[_READ] = known
    if isinstance(known[1], Unreadable):
        st.error(literal(known[1].told(scope().language)))
        return None
    return known[1]
