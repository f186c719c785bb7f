"""Which kind of document a file is: by what is in it; its name has to say the same."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath

from netralitas.documents.passage import KINDS, MOST_BYTES, Unreadable

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # what Word and PowerPoint wrote until 2003, and what they put encrypted files into
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx"}
_ZIP, _PDF = b"PK", b"%PDF-"
_HEAD = 1024  # bytes within which readers of PDF look for its mark


def named(name: str) -> str:
    """The kind that the name says."""
    base = PureWindowsPath(PurePosixPath(name).name).name
    kind = base.rpartition(".")[2].lower() if "." in base else ""
    if kind not in KINDS:
        raise Unreadable("jenis", name=base or name)
    return kind


def kind_of(content: bytes, name: str) -> str:
    """The kind of a file whose name and content agree. Raises Unreadable."""
    said = named(name)
    if len(content) > MOST_BYTES:
        raise Unreadable("besar", most=MOST_BYTES // 2**20)
    if not content.strip():
        raise Unreadable("kosong")
    found = _found(content)
    if found != said:
        raise Unreadable("nama", said=said.upper(), found=found.upper()) if found else Unreadable("isi", said=said.upper())
    return said


def _found(content: bytes) -> str:
    """The kind that the content is; empty where it is none of them."""
    if content.startswith(_OLE):
        raise Unreadable("sandi") if _ENCRYPTED in content else Unreadable("lama")
    if content.startswith(_ZIP):
        try:
            with zipfile.ZipFile(BytesIO(content)) as package:
                names = set(package.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise Unreadable("rusak") from None
        return next((kind for part, kind in _MAIN.items() if part in names), "")
    if _PDF in content[:_HEAD]:
        return "pdf"
    return "txt" if not _binary(content) else ""


def _binary(content: bytes) -> bool:
    """Is this no text? Zero bytes stand only in text of UTF-16, control characters in none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = content[: 2**16]
    zeros = sample.count(0)
    if zeros:
        return zeros < len(sample) / 3 or max(sample[0::2].count(0), sample[1::2].count(0)) < 0.95 * zeros
    return sum(sample.count(code) for code in range(1, 32) if chr(code) not in "\t\n\v\f\r\x1a\x1b") > len(sample) / 200
