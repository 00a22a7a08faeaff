"""From the page's records to one HTML file.

Enters a `Page`; leaves a document that asks nothing of the outside: its style and its few lines of script stand in
it, and its content security policy allows those two by their hashes and nothing else. All text is escaped by the
template engine; article text is never taken for HTML.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from counterclaim.report.page import Page

TEMPLATES = "counterclaim.report"


@cache
def environment() -> Environment:
    """Templates with escaping on and no field that is not there."""
    loader = PackageLoader(TEMPLATES, "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(page: Page) -> str:
    """The document."""
    style, script = _own("style.css"), _own("script.js")
    html = environment().get_template("report.html.j2").render(
        page=page, style=Markup(style), script=Markup(script),  # noqa: S704 - files of this package, no text of articles
 policy=policy(style, script)
    )  # fmt: skip
    return printable(html)


def policy(style: str, script: str) -> str:
    """A content security policy (CSP level 3) under which only this style and this script act."""
    allowed = f"style-src {_allowed(style)}; script-src {_allowed(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def printable(html: str) -> str:
    """Without characters that HTML cannot hold: controls and halves of surrogate pairs are replaced (U+FFFD)."""
    return html.translate(_UNPRINTABLE)


_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(55296, 57344)), "�")


def _own(name: str) -> str:
    return files(TEMPLATES).joinpath("templates", name).read_text(encoding="utf-8")


def _allowed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
