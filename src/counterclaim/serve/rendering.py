"""From a page's record to HTML, with the report's parts and pictures.

Enters a record of `counterclaim.serve.page`; leaves a document. All text is escaped; there is no inline style or
script, so the policy of `counterclaim.serve.security` holds for every page.
"""

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from counterclaim.report.rendering import prepared, printable

# Parts and pictures are the report's own files: what both show looks the same in both.
TEMPLATES = ("counterclaim.serve", "counterclaim.report")


@cache
def environment() -> Environment:
    """Templates with escaping on and no field that is not there."""
    loader = ChoiceLoader([PackageLoader(package, "templates") for package in TEMPLATES])
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,
    )  # fmt: skip
    return prepared(made)


def render(page: Any) -> str:
    """The document; its template bears the name of the record's class."""
    name = type(page).__name__.removesuffix("Page").lower()
    return printable(environment().get_template(f"{name}.html.j2").render(page=page))
