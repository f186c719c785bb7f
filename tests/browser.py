"""Find a Chromium for the browser tests; install Debian's package when that is possible, else say what to do.

`python -m tests.browser` is what `make test` calls before pytest.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# Maps need WebGL, drawn in software; the rest keeps the browser from calling home.
FLAGS = [
    "--use-gl=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADVICE = "No Chromium was found: install it (Debian: apt-get install chromium) or name it in the variable CHROMIUM."


def find_chromium() -> str | None:
    """Path of the first Chromium or relative on this machine: $CHROMIUM, then the PATH, then the usual places."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in PLACES if Path(place).exists()), None)


def flags() -> list[str]:
    """Command line of a quiet headless browser; root may only run it without its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if root else list(FLAGS)


def install() -> bool:
    """Install Debian's package where this is Debian and we are root; True when a browser is there afterwards."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (root and shutil.which("apt-get")):
        return False
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL, "check": False}
    subprocess.run(["apt-get", "update"], **quiet)
    subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], **quiet)
    return find_chromium() is not None


if __name__ == "__main__":
    if find_chromium() or install():
        print(f"Chromium for the browser tests: {find_chromium()}")
    else:
        sys.exit(ADVICE)
