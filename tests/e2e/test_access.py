"""axe-core finds no serious barrier on a page of ours that an empty Streamlit page does not have."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from netralitas.ui import PAGES
from tests.e2e.conftest import Visit, serve
from tests.e2e.test_reading import PATHS, VIEWS

EMPTY_PAGE = """
import streamlit as st
st.sidebar.selectbox("one", ["a", "b"])
st.title("Nothing")
"""


@pytest.fixture(scope="module")
def empty_page(tmp_path_factory):
    """Address of an app with one select box in its sidebar and a title."""
    script = tmp_path_factory.mktemp("empty") / "app.py"
    script.write_text(EMPTY_PAGE, encoding="utf-8")
    arguments = ["-m", "streamlit", "run", str(script), "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    yield from serve(arguments, "--server.port", script.parent, {})


@pytest.fixture(scope="module")
def barriers_of_streamlit(empty_page: str, browser) -> set[str]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context.new_page(), empty_page)
    visit.page.goto(empty_page)
    visit.page.wait_for_selector("[data-testid=stMainBlockContainer] h1")
    found = set(_barriers(visit))
    context.close()
    return found


@pytest.mark.parametrize("page", list(PAGES))
def test_no_serious_barrier_of_our_own(visit: Visit, page: str, barriers_of_streamlit: set[str]):
    visit.open(PATHS[page] + VIEWS[0]).wait_for_load_state("networkidle")
    # Streamlit shows scrolling skeletons while parts arrive late: a barrier counts when it stays.
    ours = {}
    for _ in range(4):
        ours = {name: nodes for name, nodes in _barriers(visit).items() if name not in barriers_of_streamlit}
        if not ours:
            break
    assert ours == {}


def _barriers(visit: Visit) -> dict[str, list]:
    """Serious and critical violations: rule → the elements that break it."""
    violations = Axe().run(visit.page).response["violations"]
    return {
        violation["id"]: [node["target"] for node in violation["nodes"]]
        for violation in violations
        if violation["impact"] in ("serious", "critical")
    }
