"""The ASGI application: Streamlit's server with what it needs warmed up before the first reader comes."""

import gc
import logging
import os
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "dashboard.py"

app = st.App(DASHBOARD)


def warm_up() -> None:
    """Run every page once in this process, then leave what was allocated out of the garbage collector's sight.

    Imports, the snapshot, the locale tables and the first charts are then in memory, and the
    collection that Streamlit makes after each run no longer walks over them.
    """
    from streamlit.testing.v1 import AppTest

    from netralitas.ui import PAGES

    quiet = logging.getLogger("streamlit")
    level = quiet.level
    quiet.setLevel(logging.ERROR)
    try:
        session = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
        for page in PAGES:
            session.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    finally:
        quiet.setLevel(level)
    gc.collect()
    gc.freeze()


def main(host: str, port: int) -> None:
    """Serve the dashboard until interrupted."""
    import uvicorn

    os.chdir(ROOT)
    warm_up()
    print(f"Netralitas: http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{port}", flush=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", ws_max_size=64 * 2**20)
