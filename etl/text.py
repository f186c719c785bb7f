"""The bytes of a file as text: the encodings that spreadsheets save, and the marks that nobody sees, taken out and counted."""

import codecs
import csv
import io
import re

from etl.problem import Problem

# The longer marks first: that of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
SAVE = "UTF-8 text: save the file as UTF-8 (in Excel: CSV UTF-8)"
# Control characters but tab and line ends, characters without width, marks and overrides of direction, tags.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
CONTROLS = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r") + b"\x7f"


def decoded(file: str, content: bytes) -> str | Problem:
    """The text of a file, or why it is none that can be read without guessing."""
    encoding, name = next(((encoding, name) for mark, encoding, name in MARKS if content.startswith(mark)), ("utf-8", "UTF-8"))
    unmarked = _zeros(content)
    if encoding == "utf-8" and unmarked:
        return Problem(file, 0, "", f"text in {unmarked} without the mark that says so at its beginning", SAVE)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, errors="replace")
        row, column = _place(before)
        if name != "UTF-8":
            return Problem(file, row, column, f"text in {name} that breaks off or is damaged", SAVE)
        return Problem(file, row, column, _byte(content[error.start]), SAVE)


def without_marks(text: str) -> tuple[str, int]:
    """The text without characters that nobody sees, and how many there were."""
    # Most files are plain ASCII: to look for a few control characters in it is many times sooner.
    if text.isascii() and len(text) == len(text.encode("ascii").translate(None, CONTROLS)):
        return text, 0
    return INVISIBLE.subn("", text)


def separator(text: str, columns: list[str]) -> str:
    """What sets the columns of the header apart: the character with which most of the expected columns are found."""
    first = text.lstrip("\r\n").split("\n", 1)[0]

    def fitting(character: str) -> int:
        return len(set(columns) & {plain_name(cell) for cell in first.split(character)})

    return max((",", ";", "\t"), key=fitting)


def plain_name(name: str) -> str:
    """A name in a header as it would be written here: small, without blanks or quotes around it."""
    return re.sub(r"[\s-]+", "_", name.strip().strip('"').strip()).lower()


def _byte(byte: int) -> str:
    """A byte that no UTF-8 text has at this place, and what it is where Windows wrote it."""
    found = f"byte 0x{byte:02x}, which is not UTF-8"
    letter = bytes([byte]).decode("cp1252", errors="replace")
    return found if letter == "�" else f"{found} (in Windows-1252, which Excel calls CSV or ANSI, it is '{letter}')"


def _zeros(content: bytes) -> str:
    """UTF-16 or UTF-32, where zero bytes fill the places that they fill in Latin text of these encodings."""
    sample = content[:4096]
    if sample.count(0) * 3 < len(sample) or len(sample) < 4:
        return ""
    filled = [sum(map(bool, sample[start::4])) / len(sample[start::4]) for start in range(4)]
    full = [share > 0.5 for share in filled]
    if sum(full) == 1 and full.index(True) in (0, 3):
        return "UTF-32"
    return "UTF-16" if full in ([True, False, True, False], [False, True, False, True]) else ""


def _place(before: str) -> tuple[int, str]:
    """Record number and column name of the place where `before` ends."""
    records = list(csv.reader(io.StringIO(before + "?", newline="")))
    index = len(records[-1]) - 1
    inside = len(records) > 1 and index < len(records[0])
    return len(records), records[0][index] if inside else ""
