"""The rooms of the house are the rooms that docs/architecture.md tells of."""

from tests.helpers import ROOT

TOLD = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
HOUSE = ROOT / "netralitas"


def _rooms(folder):
    """Folders and modules right below: `address/`, `chart.py`."""
    for part in sorted(folder.iterdir()):
        if part.is_dir() and part.name != "__pycache__":
            yield part, f"{part.name}/"
        elif part.suffix == ".py" and not part.name.startswith("__"):
            yield part, part.name


def test_every_room_stands_in_the_page_on_architecture():
    rooms = [f"netralitas/{name}" for _, name in _rooms(HOUSE)] + [f"render/{name}" for _, name in _rooms(HOUSE / "render")]
    assert len(rooms) > 20
    assert [room for room in rooms if f"`{room}`" not in TOLD] == []


def test_every_room_says_what_it_is_for():
    files = [file for file in HOUSE.rglob("*.py") if file.name != "__main__.py"]
    silent = [str(file) for file in files if not file.read_text(encoding="utf-8").lstrip().startswith('"""')]
    assert silent == []
