"""The headers that every answer carries: what a browser may do with it, told as strictly as the answer bears."""

import base64
import hashlib
from collections.abc import Mapping

# Nothing at all: right for data, pictures and sentences, which ask a browser to load nothing.
CLOSED = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'"}

POLICY = "Content-Security-Policy"
_FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "midi", "display-capture")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # The address of a view says what a reader looks at: no other site is told.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
}


def policy(**more: str) -> str:
    """The closed policy with what an answer needs opened: `img_src="'self'"`."""
    parts = CLOSED | {name.replace("_", "-"): value for name, value in more.items()}
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def digest(content: str) -> str:
    """How a policy names a script or style sheet that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def missing(told: Mapping[str, str]) -> dict[str, str]:
    """What an answer that has these headers still lacks; their names are in lower case."""
    own = told.get(POLICY.lower())
    # A browser that is sent to a picture shows it in a page of its own making, with styles in it.
    picture = told.get("content-type", "").startswith("image/")
    wanted = ALWAYS | {POLICY: policy(img_src="'self'", style_src="'unsafe-inline'") if picture else policy()}
    # Older browsers know no frame-ancestors. An answer whose own policy lets itself be framed is left alone.
    if own is None or CLOSED["frame-ancestors"] in own.partition("frame-ancestors")[2].partition(";")[0]:
        wanted["X-Frame-Options"] = "DENY"
    return {name: value for name, value in wanted.items() if name.lower() not in told}
