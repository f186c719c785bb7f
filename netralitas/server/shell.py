"""The HTML page around the dashboard: Streamlit's own, told where its server is, in the reader's language.

Opened at /tren, Streamlit's page first looks for a server below /tren and leaves two errors in the browser's console; told
the address of the server, it goes there at once. It is also told which programs its page will need, which it asks for once what is
read first is painted (`templates/later.js`): else the browser asks for what draws charts (4.7 MB, 1.4 as sent) only when the first
chart arrives. And the first chart is drawn before what follows it is looked at, the shapes of a map being asked for before it comes
(`templates/early.js`).

Scripts that stand in the page are few and known: the page's policy names each by its digest.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from streamlit import file_util
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from netralitas import store
from netralitas.address.links import QUESTIONS, SHEETS, in_language, public_base
from netralitas.address.parameters import DECK, EMBED, QUESTION
from netralitas.charts.page import first_chart, opened, proposed
from netralitas.claims.older import older
from netralitas.model import LANGUAGE, LANGUAGES, NATION, Filter
from netralitas.server import programs
from netralitas.server.reading import SCRIPT, answered, reading, written
from netralitas.web.headers import CLOSED, POLICY, digest, policy
from netralitas.wording import text

# The server of a page is where the page comes from; `base` is the path that a proxy may put before it.
_TOLD = '<script>window.__streamlit = {{ BACKEND_BASE_URL: location.origin + "{base}/" }}</script>'
_TEMPLATES = Path(__file__).parent / "templates"
_SCRIPTS = ("away", "drawer", "early", "keep", "later", "map", "names", "print")
_AWAY, _DRAWER, _EARLY, _KEEP, _LATER, _MAP, _NAMES, _PRINT = ((_TEMPLATES / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
_STYLE = (Path(__file__).parents[1] / "brand" / "style.css").read_text(encoding="utf-8")
_NO_SCRIPT = (_TEMPLATES / "no_script.css").read_text(encoding="utf-8")
# The programs of a page: what draws its first figure; what draws the sidebar, and the other parts.
_CHARTS, _FIGURES = "PlotlyChart", {"data": "DataFrame"}
# Where in a message of Streamlit a chart stands; how many milliseconds what follows the first one waits for it.
_CHART = [
    message.DESCRIPTOR.fields_by_name[field].number
    for message, field in ((ForwardMsg, "delta"), (Delta, "new_element"), (Element, "plotly_chart"))
]
_PATIENCE = 4000
_SIDEBAR = ("PageLink", "Selectbox", "Html", "ButtonGroup", "Button", "LinkButton")
_PARTS = {
    "angka": ("TextInput",),
    "sanksi": ("DateInput",),
    "data": ("TextInput", "DownloadButton"),
    "sumber": ("TextInput",),
    "periksa": ("FileUploader", "TextArea", "DateInput"),
    "paparan": ("Checkbox", "ImageList", "TextArea", "DateInput", "TextInput", "FileUploader", "DownloadButton"),
}

# The front end's own words where a reader meets them; in English they stand in words.toml as the front end says them.
_SPOKEN = (
    *("ke_isi", "samping", "samping_buka", "samping_tutup", "buka", "tutup", "kosongkan", "kosongkan_semua", "pilih", "pilih_atau_ketik"),
    *("tanpa_hasil", "cari", "kolom", "penuh", "penuh_tutup", "salin", "tanggal_pilih", "tanggal_hapus", "kalender"),
    *("bulan_sebelum", "bulan_sesudah", "kalender_tombol", "memuat", "henti", "enter", "pemberitahuan", "selesai"),
    *("beranda", "berkas", "berkas_pilih", "cari_tutup", "temuan_sebelum", "temuan_sesudah", "ketik"),
    *("tanggal_kosong", "tanggal_hh", "tanggal_bb", "tanggal_tttt"),
    *("kolom_menu", "kolom_salin", "kolom_naik", "kolom_turun", "kolom_lebar", "kolom_kunci", "kolom_lepas", "kolom_sembunyi"),
)
_BEGINNINGS = {
    **{"samping.cari_ini": "Add: ", "layar.penjelasan": "Help for ", "layar.unggah": "Upload ", "layar.buang": "Remove "},
    **{"layar.kolom_di": "Show/hide columns: ", "layar.cari_di": "Search: ", "layar.penuh_di": "Fullscreen: "},
    **{"layar.tanggal_pilih_pada": "Choose date, ", "layar.hari": "day, ", "layar.bulan": "month, ", "layar.tahun": "year, "},
}

_NOBODY = f"frame-ancestors {CLOSED['frame-ancestors']}"
_TITLE, _ROOT = "<title>{}</title>", '<div id="root"></div>'
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def shell(request: Request, base: str, page: str, first: str) -> Response:
    """The page at the address of a page of the dashboard; `first` is the name of the one at the dashboard's own address."""
    language = request.query_params.get(LANGUAGE)
    language = language if language in LANGUAGES else LANGUAGES[0]
    if EMBED in request.query_params:
        # One chart alone may stand in anybody's page; there is nothing to press in it.
        content, allowed = _page(language, base, page, True, alone=True)
        return HTMLResponse(content, headers={"Cache-Control": "no-cache", POLICY: allowed.replace(_NOBODY, "frame-ancestors *")})
    content, allowed = _page(language, base, page, False)
    # Without a snapshot the dashboard itself says what to do.
    with suppress(store.NoSnapshot):
        data = store.current()
        scope, _ = opened(data, page, request.query_params)
        asks = page == QUESTIONS
        content, allowed = _page(language, base, page, *_draws(data, page, first, scope, request.query_params))
        told = answered(data, request.query_params.get(QUESTION, ""), language) if asks else reading(data, scope, page or first)
        head, body = written(told, scope, page, public_base(request), older(data, told.language))
        content = content.replace(_TITLE.format(text(language, "produk")), head, 1).replace(_ROOT, body + _ROOT, 1)
    return HTMLResponse(content, headers={"Cache-Control": "no-cache", POLICY: allowed})


def _draws(data: store.Store, page: str, first: str, scope: Filter, asked: Mapping[str, str]) -> tuple[bool, str]:
    """Does this view show a figure, and if that is a map, where are its shapes?"""
    if page == QUESTIONS:
        return bool(asked.get(QUESTION)), ""
    if page in _FIGURES:
        return True, ""
    chart = first_chart(data, page or first, proposed(data, page, scope, asked), asked)
    return chart is not None, chart.shapes if chart else ""


def _policy(page: str) -> str:
    """What Streamlit's front end needs to run, and nothing else. It comes whole from this server and asks no other.

    Its style sheets are written by scripts while it runs, which no digest can name. Messages are read with a little
    WebAssembly. The map draws in a worker that the program makes of itself, and keeps pictures as data of its own.
    """
    return policy(
        script_src=" ".join(("'self'", "'wasm-unsafe-eval'", *map(digest, _INLINE.findall(page)))),
        style_src="'self' 'unsafe-inline'",
        img_src="'self' data: blob:",
        font_src="'self' data:",
        connect_src="'self'",
        worker_src="blob:",
    )


@cache
def _page(language: str, base: str, page: str, drawn: bool, shapes: str = "", alone: bool = False) -> tuple[str, str]:
    """The page and its policy; `drawn`: it shows a figure, a map of `shapes` where that is said, and where `alone` nothing else."""
    content = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    first = programs.needed((_FIGURES.get(page, _CHARTS),)) if drawn else ()
    more = programs.needed(() if alone else (*_SIDEBAR, *_PARTS.get(page, ())))
    early = [f".{program}" for program in dict.fromkeys((*first, *more)) if program not in content]
    figure = (f".{first[0]}", shapes) if first else ()
    for pattern, ours in _ours(language, base, early, figure, alone):
        content = re.sub(pattern, lambda _, ours=ours: ours, content, count=1, flags=re.DOTALL)
    return content, _policy(content)


def _ours(language: str, base: str, early: list[str], figure: tuple[str, ...], alone: bool) -> tuple[tuple[str, str], ...]:
    """What is put in the place of what in Streamlit's page."""
    away, names = _AWAY.replace("WORDS", _arguments(_words_away())), _NAMES.replace("WORDS", _arguments(_words_names()))
    told = [
        *([_EARLY.replace("PROGRAM, SHAPES, CHART, PATIENCE", _arguments((*figure, _CHART, _PATIENCE)))] if figure else []),
        *([_LATER.replace("PROGRAMS, WAITS", _arguments((early, not alone)))] if early else []),
        SCRIPT,
        away,
        _DRAWER,
        _KEEP.replace("NAME", _script(DECK)),
        _MAP,
        _PRINT,
        names,
    ]
    scripts = "\n    ".join(f"<script>{script}</script>" for script in told)
    return (
        ("<head>", "<head>\n    " + _TOLD.format(base=base)),
        ("</head>", f"    {scripts}\n  </head>"),
        # After all that the program writes into the head, before all that the dashboard adds for one view.
        (re.escape(_ROOT), f"<style>{_STYLE}</style>\n    {_ROOT}"),
        ('<html lang="en">', f'<html lang="{language}">'),
        ("<title>Streamlit</title>", _TITLE.format(text(language, "produk"))),
        ('href="./favicon.png"', 'href="./favicon.ico"'),
        # A pointer to an interface that this dashboard does not open.
        (r"<!--(?:(?!-->).)*?RFC 8631.*?-->\s*<link rel=\"service-desc\"[^>]*>", ""),
        ("<noscript>.*?</noscript>", f"<noscript>{_without_script(language)}</noscript>"),
    )


def _without_script(language: str) -> str:
    """What a browser that runs no script shows: the fact sheets need none."""
    sheet = in_language(f".{SHEETS}/{NATION}", language)
    said = f'{text(language, "tanpa_skrip")} <a href="{sheet}">{text(language, "lembar")}</a>'
    return f'<style>{_NO_SCRIPT}</style><p class="tanpa-skrip">{said}</p>'


def _words_away() -> tuple[dict[str, dict[str, str]], str, str]:
    """What `away.js` is told: its sentences by language, where the address names the language, and the title that it mends."""
    parts = ("judul", "isi", "tutup")
    return {language: {part: text(language, f"terputus.{part}") for part in parts} for language in LANGUAGES}, LANGUAGE, "Connection error"


def _words_names() -> tuple[dict[str, dict[str, object]], str, list[str]]:
    """What `names.js` is told: its words by language, where the address names the language, and how the front end's words begin."""
    told = {
        language: {
            "bahasa": language,
            "halaman": text(language, "samping.halaman"),
            "langsung": text(language, "layar.ke_pilihan"),
            "whole": [text(language, f"layar.{name}") for name in _SPOKEN],
            "begin": [text(language, key) for key in _BEGINNINGS],
        }
        for language in LANGUAGES
    }
    return told, LANGUAGE, list(_BEGINNINGS.values())


def _arguments(values: tuple) -> str:
    return ", ".join(map(_script, values))


def _script(value: object) -> str:
    """A value as a script may hold it inside a page."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
