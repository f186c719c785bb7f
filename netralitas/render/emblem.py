"""The product's mark as a picture, for media that know no SVG: the same shapes as `brand/icon.svg`."""

import io
from functools import cache

from PIL import Image, ImageDraw

from netralitas.render.ground.shapes import ACCENT

_SIDE, _FINE = 32, 16  # the mark's own units; pixels a unit
_LINES = (((16, 6), (16, 25), 2), ((10, 25), (22, 25), 2), ((6, 10), (26, 10), 2), ((8, 10), (8, 14), 1.4), ((24, 10), (24, 14), 1.4))
_PANS = ((6, 14, 10, 20), (22, 14, 26, 20))


@cache
def emblem() -> bytes:
    """PNG, 512 pixels a side, clear outside its rounded square."""
    picture = Image.new("RGBA", (_SIDE * _FINE,) * 2)
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((0, 0, _SIDE * _FINE - 1, _SIDE * _FINE - 1), 6 * _FINE, ACCENT)
    for start, end, wide in _LINES:
        pen.line([(x * _FINE, y * _FINE) for x, y in (start, end)], "#ffffff", round(wide * _FINE))
    for pan in _PANS:
        pen.rectangle([side * _FINE for side in pan], "#ffffff")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
