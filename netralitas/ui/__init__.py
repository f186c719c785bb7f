"""The shared Streamlit code: filters bound to the address, the chart card with its sources, the figure card."""

from netralitas.ui.card import card
from netralitas.ui.figure import beside
from netralitas.ui.figure import figure_cards
from netralitas.ui.figure import warnings
from netralitas.ui.prose import heading
from netralitas.ui.prose import lead
from netralitas.ui.prose import nearest
from netralitas.ui.prose import warning
from netralitas.ui.sidebar import PAGES
from netralitas.ui.sidebar import address_notes
from netralitas.ui.sidebar import go_to
from netralitas.ui.sidebar import read_address
from netralitas.ui.sidebar import sidebar
from netralitas.ui.view import pair
from netralitas.ui.view import say
from netralitas.ui.view import scope
from netralitas.ui.view import theme
from netralitas.ui.view import view_link

__all__ = [
    "PAGES",
    "address_notes",
    "beside",
    "card",
    "figure_cards",
    "go_to",
    "heading",
    "lead",
    "nearest",
    "pair",
    "read_address",
    "say",
    "scope",
    "sidebar",
    "theme",
    "view_link",
    "warning",
    "warnings",
]
