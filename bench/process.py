"""What a process holds: memory and open databases, as the kernel of Linux tells; None elsewhere."""

from pathlib import Path

PROC = Path("/proc")


def memory(pid: int | str = "self") -> dict[str, float] | None:
    """In MB: `VmRSS` now, `VmHWM` at its peak; None where the kernel does not tell.

    Not from getrusage: there a new process begins with the peak of the one that started it.
    """
    try:
        lines = (PROC / str(pid) / "status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return {line.split(":")[0]: float(line.split()[1]) / 1024 for line in lines if line.startswith("Vm")}


def held(pid: int) -> float | None:
    """Memory of a process now, in MB."""
    known = memory(pid)
    return known["VmRSS"] if known else None


def open_databases(pid: int) -> int | None:
    """Handles on database files, deleted ones among them."""
    folder = PROC / str(pid) / "fd"
    try:
        handles = list(folder.iterdir())
    except OSError:
        return None
    return sum(".duckdb" in _target(handle) for handle in handles)


def _target(handle: Path) -> str:
    try:
        return str(handle.readlink())
    except OSError:
        return ""  # closed meanwhile
