"""`/sitemap.xml` of a public dashboard: every place and election of which something is known, once a language."""

from contextlib import suppress
from xml.sax.saxutils import escape

from starlette.responses import Response

from netralitas import store
from netralitas.address.links import canonical_address
from netralitas.model import LANGUAGES, NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered

SITEMAP = "/sitemap.xml"
_PAGES = ("", "tren", "peta", "sanksi", "sumber")


def sitemap(base: str) -> Response:
    """The addresses, each the one that its page names as canonical. Without a snapshot there are none."""
    told = ""
    with suppress(store.NoSnapshot):
        told = _entries(store.current(), base)
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{told}</urlset>\n'
    return Response(content, headers={"Cache-Control": "public, no-cache"}, media_type="application/xml")


@remembered
def _entries(data: Store, base: str) -> str:
    regions, events = data.region_names(), data.event_names()
    views = [(region, event) for region, event in data.figure_counts() if region in regions and event in events]
    asked = [(view, "") for view in views] + [(view, page) for view in views if view[0] == NATION for page in _PAGES[1:]]
    addresses = [
        canonical_address(base, Filter(region=region, event=event, language=language), page)
        for (region, event), page in asked
        for language in LANGUAGES
    ]
    return "".join(f"<url><loc>{escape(one)}</loc></url>\n" for one in dict.fromkeys(addresses))
