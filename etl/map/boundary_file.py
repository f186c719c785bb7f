"""A file with boundaries, opened: its polygons in degrees, and what had to be assumed about it."""

import warnings
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely

from etl.refusal import counted

SUFFIXES = {".geojson", ".json", ".topojson", ".gpkg", ".shp", ".zip"}
_NAMED = 5  # files of a folder that are named at most


class BoundaryError(Exception):
    """The file can't be used; the message says why in one sentence."""


def read_boundaries(file: Path) -> tuple[geopandas.GeoDataFrame, list[str]]:
    """The polygons of the file in WGS 84, and what had to be assumed about it."""
    if file.is_dir():
        raise BoundaryError(_in_folder(file))
    if not file.is_file():
        raise BoundaryError(f"There is no file {file}.")
    if file.suffix.lower() not in SUFFIXES:
        raise BoundaryError(f"{file.name}: boundaries are read from GeoJSON, TopoJSON, GeoPackage, Shapefile or a zipped Shapefile.")
    if not file.stat().st_size:
        raise BoundaryError(f"{file.name} is empty.")
    notes = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # what is mended is counted
            layers = pyogrio.list_layers(file)
            layer = next((name for name, kind in layers if kind and "Polygon" in kind), layers[0][0])
            frame = geopandas.read_file(file, layer=layer, on_invalid="fix")
    except Exception as error:  # pyogrio raises many kinds, and which one says nothing to the reader
        raise BoundaryError(f"{file.name} can't be read as a boundary file ({_reason(error)}).") from error
    if len(layers) > 1:
        notes.append(f"The file has {len(layers)} layers; the first with polygons was read: {layer}.")
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise BoundaryError(f"{file.name} holds no polygons.")
    areal = shapely.get_dimensions(frame.geometry.to_numpy()) == 2
    if not areal.any():
        raise BoundaryError(f"{file.name} holds no polygons.")
    if not areal.all():
        notes.append(f"Left out, as it is no polygon: {counted(int((~areal).sum()), 'feature')}.")
    frame = frame[areal].reset_index(drop=True)
    frame.geometry = _polygons(frame.geometry.to_numpy())
    return _with_degrees(frame, file.name, notes), notes


def _in_folder(folder: Path) -> str:
    """A folder is no file: which of those in it may be meant. A Shapefile is several files, and the one to give ends in .shp."""
    found = sorted(file.name for file in folder.iterdir() if file.is_file() and file.suffix.lower() in SUFFIXES)
    named = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
    if not found:
        return f"{folder} is a folder, and none of its files is GeoJSON, TopoJSON, GeoPackage or Shapefile; give a file with boundaries."
    return f"{folder} is a folder: give the file in it that holds the boundaries ({named})."


def _reason(error: Exception) -> str:
    """What was wrong, without the library's own paths and advice."""
    told = str(error).partition(";")[0]
    return "in none of these formats" if "not recognized" in told else told.rstrip(".")


def _polygons(shapes: np.ndarray) -> np.ndarray:
    """The shapes; of collections, what is areal in them."""
    mixed = shapely.get_type_id(shapes) == shapely.GeometryType.GEOMETRYCOLLECTION
    for place in np.flatnonzero(mixed):
        shapes[place] = shapely.union_all([part for part in shapely.get_parts(shapes[place]) if shapely.get_dimensions(part) == 2])
    return shapes


def _with_degrees(frame: geopandas.GeoDataFrame, name: str, notes: list[str]) -> geopandas.GeoDataFrame:
    if frame.crs is not None:
        return frame.to_crs(4326)
    if not in_degrees(frame):
        raise BoundaryError(f"{name} names no coordinate system and its coordinates are no degrees; save it with one (.prj).")
    notes.append("The file names no coordinate system; WGS 84 was assumed.")
    return frame.set_crs(4326)


def in_degrees(frame: geopandas.GeoDataFrame) -> bool:
    west, south, east, north = frame.total_bounds
    return not (west < -180 or east > 180 or south < -90 or north > 90)
