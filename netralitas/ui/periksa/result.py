"""What the check of a draft found: the text with its marks, the list beside it, and the draft as it could be said."""

from datetime import date
from html import escape

import streamlit as st

from netralitas.check.draft import Checked, checked
from netralitas.check.finding import NONE, NUMBER, Finding
from netralitas.documents import Unreadable, remarked
from netralitas.model import NATION
from netralitas.store import Store
from netralitas.ui.periksa.given import Given
from netralitas.ui.turn import aside
from netralitas.ui.view import say, scope
from netralitas.wording import literal, number, text

_CHECKED = "naskah_diperiksa"
_COPIES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
# The gravest first, as a reader looks for them; each has a look of its own in style.css.
_ORDER = ("jangan", "salah", "tidak_dikenal", "kedaluwarsa", "catatan", "belum_diverifikasi", "layak", "benar")


def result(data: Store, draft: Given, day: date) -> Checked:
    """The draft judged, once for each draft, day, place, election, language and snapshot; only the last is kept."""
    current = scope()
    region = chosen_region()
    asked = (draft.document, day, region, current.event, current.language, data.build_info()["snapshot_id"])
    known = st.session_state.get(_CHECKED)
    if known is None or known[0] != asked:
        with aside():
            known = asked, checked(data, draft.document, current.language, on=day, region=region, event=current.event)
        st.session_state[_CHECKED] = known
    return known[1]


def chosen_region() -> str:
    """The place at the side; of the whole nation everything is a part: who chose no place is not taken to mean it."""
    region = scope().region
    return "" if region == NATION else region


def counted(found: Checked) -> None:
    """How many of each verdict, as one sentence."""
    judged = [one.verdict for one in found.findings if one.verdict]
    if not judged:
        st.info(say("periksa.tanpa_temuan"))
        return
    parts = [f"{number(judged.count(one), found.language)} {say(f'naskah.vonis.{one}')}" for one in _ORDER if one in judged]
    st.markdown(f"**{literal(say('periksa.jumlah', count=number(len(judged), found.language)))}** {literal(' · '.join(parts))}")


def marked(found: Checked) -> None:
    """The whole text, each finding marked by its verdict and its number in the list."""
    with st.container(key="naskah-bertanda", border=True):
        st.html(f'<div class="naskah">{markup(found)}</div>')


def markup(found: Checked) -> str:
    """The text as HTML: every letter of the draft is escaped, only the marks are ours."""
    written, place, title = "", 0, found.text
    for count, one in _numbered(found):
        if one.start < place:
            continue
        verdict = text(found.language, f"naskah.vonis.{one.verdict}")
        mark = f'<mark class="vonis-{one.verdict}" title="{escape(verdict)}">{escape(title[one.start : one.end])}<sup>{count}</sup></mark>'
        written += escape(title[place : one.start]) + mark
        place = one.end
    return written + escape(title[place:])


def findings(found: Checked) -> None:
    """The list: what is there to mend in sight, what may stay and what was no case number folded."""
    numbered = list(_numbered(found))
    for count, one in numbered:
        if one.needs_word:
            _entry(count, one)
    _folded("periksa.boleh", [_line(count, one) for count, one in numbered if not one.needs_word], "boleh")
    others = [f"- {literal(one.found)}: {literal(one.explanation)}" for one in found.findings if one.kind == NONE]
    _folded("periksa.bukan", others, "bukan")


def _numbered(found: Checked) -> list[tuple[int, Finding]]:
    """What has a verdict, numbered in the order of the text."""
    return list(enumerate((one for one in found.findings if one.verdict), 1))


def _entry(count: int, one: Finding) -> None:
    with st.container(border=True, key=f"temuan-{one.verdict}-{count}"):
        told = [_head(count, one), literal(one.explanation)]
        if one.say:
            label = literal(say("periksa.katakan" if one.kind == NUMBER else "periksa.betulkan"))
            told.append(f"**{label}** {literal(one.say)}")
        st.markdown("\n\n".join(filter(None, told)))


def _head(count: int, one: Finding) -> str:
    return f"**{count} · {literal(one.found)}** · {literal(say(f'naskah.vonis.{one.verdict}'))}"


def _line(count: int, one: Finding) -> str:
    return f"- {_head(count, one)}. {literal(one.explanation)}"


def _folded(key: str, lines: list[str], name: str) -> None:
    if lines:
        with st.expander(say(key, count=number(len(lines), scope().language)), key=f"lipat-{name}"):
            st.markdown("\n".join(lines))


def corrected(found: Checked, draft: Given) -> None:
    """The draft with the sentences put in, to copy; and the file with remarks at the places."""
    st.markdown(f"## {literal(say('periksa.salin'))}", anchors=False)
    st.caption(say("periksa.salin.keterangan"))
    # The box has a button that copies what is in it.
    st.code(found.corrected, language=None, wrap_lines=True, height=240)
    if draft.kind in _COPIES and found.remarks:
        _copy(found, draft)


def _copy(found: Checked, draft: Given) -> None:
    """The copy is made when it is asked for, in the process that opens strangers' files."""
    key = "salinan_naskah"
    made = st.session_state.get(key)
    if made is None or made[0] is not found:
        if not st.button(say(f"periksa.buat.{draft.kind}"), key="buat_salinan", icon=":material/rate_review:"):
            return
        try:
            with aside():
                made = found, remarked(draft.content, draft.name, list(found.remarks))
        except Unreadable as reason:
            st.error(literal(reason.told(found.language)))
            return
        st.session_state[key] = made
    name = f"{draft.name.rpartition('.')[0]}_diperiksa.{draft.kind}"
    st.download_button(
        say(f"periksa.unduh.{draft.kind}"), data=made[1], file_name=name, mime=_COPIES[draft.kind], key="unduh_salinan",
        icon=":material/download:", type="primary", on_click="ignore",
    )  # fmt: skip
