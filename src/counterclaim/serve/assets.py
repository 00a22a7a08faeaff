"""Style, script and icon: files of this package, served under a name that changes with what they hold.

Enters a file's name; leaves its text and its address. Nothing of the outside is used.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Each is made of files of the report and of the workbench, in this order.
_MADE_OF = {
    "style.css": (("counterclaim.report", "style.css"), ("counterclaim.serve", "serve.css")),
    "script.js": (("counterclaim.report", "script.js"), ("counterclaim.serve", "serve.js")),
    "icon.svg": (("counterclaim.serve", "icon.svg"),),
}
MEDIA = {
    "style.css": "text/css; charset=utf-8",
    "script.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to send: its text and a mark that changes with it."""

    text: str
    mark: str


@cache
def asset(name: str) -> Asset:
    """The file of that name.

    Raises:
        KeyError: there is none.
    """
    parts = (files(package).joinpath("templates", part).read_text(encoding="utf-8") for package, part in _MADE_OF[name])
    text = "\n".join(parts)
    return Asset(text, hashlib.sha256(text.encode()).hexdigest()[:16])


def link_to(name: str) -> str:
    """Its address; another text has another, so that browsers may keep it."""
    return f"/assets/{asset(name).mark}/{name}"
