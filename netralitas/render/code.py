"""The QR code of an address: a picture that a telephone reads from a projected or printed slide."""

import io
from functools import lru_cache

import segno

from netralitas.render.ground.shapes import INK

_DOTS = 6  # pixels a module
_QUIET = 2  # modules of white around it; the slide is white, too


@lru_cache(64)
def code(address: str) -> bytes:
    """PNG; it is still read where a part of it is hidden by a finger or a fold."""
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(buffer, kind="png", scale=_DOTS, border=_QUIET, dark=INK, light="#ffffff")
    return buffer.getvalue()
