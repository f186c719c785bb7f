"""What is uploaded stays in memory: the reader of forms would write all beyond 1 MB to a temporary file on the disk."""

from starlette.formparsers import MultiPartParser

from netralitas.documents import MOST_BYTES

# A file's own bytes; the server refuses larger ones while they arrive (maxUploadSize).
MOST_IN_MEMORY = MOST_BYTES + 2**20


def keep_in_memory() -> None:
    """Call before anybody can upload: every session's first run does."""
    MultiPartParser.spool_max_size = MOST_IN_MEMORY
