"""The process in which a stranger's file is opened: little memory, little time, no file of its own.

It gets a line of JSON and the file, and gives back a line of JSON and, where asked for, a file. Only POSIX can limit
memory; on Windows there is the time limit that the parent keeps.
"""

import json
import sys
from dataclasses import asdict

from netralitas.documents.kinds import kind_of
from netralitas.documents.package import guard
from netralitas.documents.passage import MOST_LETTERS, Passage, Remark, Unreadable

MEMORY = 1024 * 2**20


def main() -> None:
    asked = json.loads(sys.stdin.buffer.readline())
    limit(asked["seconds"])
    content = sys.stdin.buffer.read()
    answer, file = answered(asked, content)
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + file)


def limit(seconds: float) -> None:
    """No more memory, processor time or files than reading a draft takes."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS refuses some of them; the parent's time limit holds everywhere.
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def answered(asked: dict, content: bytes) -> tuple[dict, bytes]:
    try:
        kind = kind_of(content, asked["name"])
        if kind in ("docx", "pptx"):
            guard(content)
        reader = _reader(kind)
        if asked["remarks"] is not None:
            return {}, reader.remarked(content, [Remark(**remark) for remark in asked["remarks"]])
        return {"passages": [asdict(passage) for passage in _sound(reader.passages(content))]}, b""
    except Unreadable as reason:
        return {"unreadable": reason.key, "values": reason.values}, b""
    except (MemoryError, RecursionError):
        return {"unreadable": "rumit", "values": {}}, b""
    except Exception:  # a file of a stranger may break its reader in any way
        return {"unreadable": "rusak", "values": {}}, b""


def _reader(kind: str):
    # Imported late: each is large, and one is needed.
    from importlib import import_module

    return import_module(f"netralitas.documents.{'plain' if kind == 'txt' else kind}")


def _sound(passages: list[Passage]) -> list[Passage]:
    if not passages:
        raise Unreadable("kosong")
    if sum(len(passage.text) for passage in passages) > MOST_LETTERS:
        raise Unreadable("panjang", most=MOST_LETTERS)
    return passages


if __name__ == "__main__":
    main()
