"""One HTML file with all that a ledger holds: disputes, days, articles with claims marked, map and timeline.

Enters an open ledger; leaves a file that asks nothing of the outside. Refused: a path that cannot be written.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.errors import InputError
from counterclaim.report.holdings import Holdings

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger


def holdings(ledger: "Ledger", min_confidence: float | None = None, *, reviewed_only: bool = False) -> Holdings:
    """Everything that a report is made of, in memory; claims of that confidence only, if one is given, and those only
    that a person has accepted or corrected, if that is asked.

    Raises:
        InputError: `min_confidence` does not lie in 0 to 1.
    """
    from counterclaim.ledger.filters import VOUCHED, ClaimFilter

    wanted = ClaimFilter(min_confidence=min_confidence, review=VOUCHED if reviewed_only else None)
    return Holdings(
        articles=tuple(ledger.articles()),
        claims=tuple(ledger.claims(wanted)),
        entities=tuple(ledger.entities()),
        relations=tuple(ledger.relations(min_confidence, reviewed_only=reviewed_only)),
        origins=tuple(ledger.origins()),
        disputes=tuple(ledger.disputes(min_confidence, reviewed_only=reviewed_only)),
        min_confidence=min_confidence,
        reviewed_only=reviewed_only,
    )


def write_report(
    ledger: "Ledger", path: Path, min_confidence: float | None = None, *, reviewed_only: bool = False
) -> Path:
    """Write the report to `path`, whole or not at all; where it lies.

    Raises:
        InputError: the file cannot be written, or `min_confidence` does not lie in 0 to 1.
    """
    from counterclaim.report.building import build
    from counterclaim.report.rendering import render

    html = render(build(holdings(ledger, min_confidence, reviewed_only=reviewed_only)))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_text(html, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise InputError(f"{path} cannot be written: {error.strerror}", "Name another file with -o FILE") from error
    return path


__all__ = ["Holdings", "holdings", "write_report"]
