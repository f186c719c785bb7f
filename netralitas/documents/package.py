"""The guard before a package of Office is opened: what it says it unpacks to, and what it really does."""

import zipfile
import zlib
from io import BytesIO

from netralitas.documents.passage import Unreadable

MOST_PARTS = 10_000
MOST_UNPACKED = 200 * 2**20
MOST_XML = 60 * 2**20  # of one part that is parsed: a tree takes ten times as much
_PIECE = 2**18


def guard(content: bytes) -> None:
    """Raise Unreadable where the package is locked, damaged, or grows beyond all measure."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("sandi")
            xml = [part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
            declared = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or declared > MOST_UNPACKED or max(xml, default=0) > MOST_XML:
                raise Unreadable("mengembang")
            _unpack(package, parts)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        raise Unreadable("rusak") from None


def _unpack(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Each part once, piece by piece: a part that is not what it says it is, is told by its size or its checksum."""
    real = 0
    for part in parts:
        with package.open(part) as opened:
            while piece := opened.read(_PIECE):
                real += len(piece)
                if real > MOST_UNPACKED:
                    raise Unreadable("mengembang")
