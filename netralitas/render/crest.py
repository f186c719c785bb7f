"""A region's crest, as a person uploads it: checked, made small, and written anew so that nothing else travels with it."""

import io

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 2 * 2**20
LEAST, MOST = 48, 6000  # pixels of a side
KEPT = 600
FORMATS = ("PNG", "JPEG")


class NotACrest(Exception):
    """`args[0]` says why: `besar` (bytes), `gambar` (no PNG or JPEG), `ukuran` (pixels)."""


def crest(content: bytes) -> bytes:
    """A PNG of at most 600 pixels a side. Raises NotACrest."""
    if len(content) > MOST_BYTES:
        raise NotACrest("besar")
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            # Known from the header, before anything is unpacked.
            if not all(LEAST <= side <= MOST for side in picture.size):
                raise NotACrest("ukuran")
            small = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as defect:
        raise NotACrest("gambar") from defect
    small.thumbnail((KEPT, KEPT), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "PNG")
    return buffer.getvalue()
