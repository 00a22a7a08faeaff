"""From the page's records to one HTML file.

Enters a `Page`; leaves a document that asks nothing of the outside: its style and its few lines of script stand in
it, and its content security policy allows those two by their hashes and nothing else. All text is escaped by the
template engine; article text is never taken for HTML.
"""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from counterclaim.report.page import Page

TEMPLATES = "counterclaim.report"


@cache
def environment() -> Environment:
    """Templates with escaping on and no field that is not there."""
    loader = PackageLoader(TEMPLATES, "templates")
    return prepared(
        Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    )


def prepared(made: Environment) -> Environment:
    """With what all templates call."""
    made.globals["text"] = isolated
    return made


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
    return _UNPRINTABLE.sub("�", html)


def isolated(words: str) -> Markup:
    """Words of reports, escaped and isolated: marks of direction in them cannot turn around what stands beside."""
    return Markup(f"<bdi>{escape(words)}</bdi>")  # noqa: S704 - escaped here


# As an expression it is ten times as quick on a long page as `str.translate`.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def _own(name: str) -> str:
    return files(TEMPLATES).joinpath("templates", name).read_text(encoding="utf-8")


def _allowed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
