"""The ASGI application: Streamlit's server with what it needs warmed up before the first reader comes."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from socket import socket

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from netralitas import address, api, lembar, store
from netralitas.address.links import SETTING, public_name
from netralitas.check.draft import checked, drafted
from netralitas.check.places import examples
from netralitas.check.question import answer
from netralitas.model import LANGUAGES
from netralitas.server.doors import Doors
from netralitas.server.settle import freeze
from netralitas.ui import PAGES, trouble

_UNNAMED = f"begin with the address that a reader asked for; {SETTING}=https://… names the public one"
ROOT = Path(__file__).resolve().parents[2]
DASHBOARD = ROOT / "dashboard.py"


@asynccontextmanager
async def _settled(_: st.App) -> AsyncIterator[dict]:
    """The server's own modules are loaded by now: keep them, too, out of every later collection."""
    freeze()
    yield {}


_ROUTES = (*api.routes(), *lembar.routes())
app = st.App(
    DASHBOARD,
    lifespan=_settled,
    routes=_ROUTES,
    middleware=[Middleware(Doors, pages=tuple(PAGES), routes=_ROUTES)],
    on_script_error=trouble.told,
)
# What the snapshot before was asked is rubbish by then.
store.after_switch(freeze)


def refusal() -> str:
    """Why this server must not start as it is configured; empty where it may."""
    below = (config.get_option("server.baseUrlPath") or os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "")).strip("/")
    if not below:
        return ""
    return f"server.baseUrlPath is {below!r}, and below a path only half of this works: remove it, and give it a host name of its own"


def warm_up() -> None:
    """Run every page and write a fact sheet once in this process: imports, snapshot, locale tables and templates are then in memory."""
    from streamlit.testing.v1 import AppTest

    with suppress(store.NoSnapshot):
        store.current()  # before the log is silenced: what is wrong with the data stands in it
    # A page that runs without a reader is warned of; nobody can do anything about that.
    logging.disable(logging.WARNING)
    try:
        # Run from a script elsewhere: beside a folder `pages`, AppTest takes the dashboard for an app without navigation.
        session = AppTest.from_string(f"import runpy; runpy.run_path({str(DASHBOARD)!r})", default_timeout=60).run()
        for page in PAGES:
            session.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    finally:
        logging.disable(logging.NOTSET)
    # AppTest forgets that the pages are those of st.navigation (see ui.view.scope).
    PagesManager.uses_pages_directory = False
    # Without a snapshot there is no sheet; the pages say what to do.
    with suppress(store.NoSnapshot):
        data = store.current()
        scope, _ = address.parse(data, {})
        lembar.html(lembar.sheet(data, scope, ""))
        # The words of places and numbers, and the figures by value, are looked up for the first question of all.
        language = LANGUAGES[0]
        answered = answer(data, next(iter(examples(language))).question, language)
        lembar.check.html(data, answered, language, "")
        # The patterns of a draft's words, and the laws and figures that it is held against, likewise.
        checked(data, drafted(f"{answered.sentence} {data.laws().index[0]}."), language)


def main(listeners: list[socket], address: str) -> None:
    """Serve the dashboard on these sockets until interrupted; the address is told once they answer."""
    import uvicorn

    os.chdir(ROOT)
    # Nobody edits a served program; looking through every module for files to watch costs each session's
    # first run most of its time. An environment variable does not reach this option here, only under `streamlit run`.
    config.set_option("server.fileWatcherType", "none")
    warm_up()
    options = {
        "log_level": "warning",
        "access_log": False,
        "ws_max_size": 64 * 2**20,
        "ws_per_message_deflate": False,
        "server_header": False,
    }
    server = uvicorn.Server(uvicorn.Config(app, **options))
    for listener in listeners:
        listener.listen(server.config.backlog)
    print(f"Netralitas: {address}", flush=True)
    named = public_name()
    print(f"Links that are handed out {'begin with ' + named if named else _UNNAMED}", flush=True)
    with suppress(KeyboardInterrupt):
        server.run(sockets=listeners)
