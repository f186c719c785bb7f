"""A Chromium for the browser tests: install Debian's package when that is possible, else say what to do.

`python -m tests.browser` is what `make test` calls before pytest.
"""

import os
import shutil
import subprocess
import sys

from bench.browser import find_chromium, flags

__all__ = ["ADVICE", "find_chromium", "flags", "install"]

ADVICE = "No Chromium was found: install it (Debian: apt-get install chromium) or name it in the variable CHROMIUM."


def install() -> bool:
    """Install Debian's package where this is Debian and we are root; True when a browser is there afterwards."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (root and shutil.which("apt-get")):
        return False
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update"], check=False, **quiet)
    subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], check=False, **quiet)
    return find_chromium() is not None


if __name__ == "__main__":
    if find_chromium() or install():
        print(f"Chromium for the browser tests: {find_chromium()}")
    else:
        sys.exit(ADVICE)
