"""The shared Streamlit code: filters bound to the address, the chart card with its sources, the figure card."""

from netralitas.ui.card import card
from netralitas.ui.prose import heading, lead, nearest, warning
from netralitas.ui.ringkasan import beside, figure_cards, warnings
from netralitas.ui.riwayat import history
from netralitas.ui.sidebar import PAGES, address_notes, choices, go_to, pages, read_address, ways
from netralitas.ui.statement import statement_cards
from netralitas.ui.title import tab, title
from netralitas.ui.view import end, pages_are, pair, parameters, say, scope, served_beside, snapshot, theme, view_link

__all__ = [
    "PAGES",
    "address_notes",
    "beside",
    "card",
    "choices",
    "end",
    "figure_cards",
    "go_to",
    "heading",
    "history",
    "lead",
    "nearest",
    "pages",
    "pages_are",
    "pair",
    "parameters",
    "read_address",
    "say",
    "scope",
    "served_beside",
    "snapshot",
    "statement_cards",
    "tab",
    "theme",
    "title",
    "view_link",
    "warning",
    "warnings",
    "ways",
]
