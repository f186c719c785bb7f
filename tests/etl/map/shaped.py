"""Shapes of a published map, and boundary files made of them: whatever an import returns is known beforehand."""

import geopandas

from etl.map import boundaries, geometry
from tests.helpers import DATA


def shapes(folder, level):
    return geopandas.read_file(folder / geometry.read_manifest(folder).levels[level].file)


def sample(kabkota, *provinces):
    """East Java and Yogyakarta unless told otherwise: Kabupaten and Kota of one name are among them."""
    return kabkota[kabkota["code"].str[:2].isin(provinces or ("34", "35"))].drop(columns="id").reset_index(drop=True)


def imported(frame, tmp_path, name="boundaries.geojson"):
    file = tmp_path / name
    frame.to_file(file)
    return boundaries.import_boundaries(file, DATA, tmp_path / "geo")
