"""`counterclaim claims`: who claims what, filtered."""

import json
from itertools import islice
from pathlib import Path

import click

from counterclaim.cli.filters import unknown
from counterclaim.cli.lists import say_claim
from counterclaim.cli.opening import opened
from counterclaim.cli.options import filter_options, json_option, ledger_option, state_options
from counterclaim.cli.terminal import complain, count, say
from counterclaim.export import claim_shape
from counterclaim.ledger import ClaimFilter, Ledger
from counterclaim.model import EntityKind


@click.command("claims")
@filter_options
@state_options
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="Show at most this many.")
@json_option
@ledger_option
def command(
    *,
    wanted: ClaimFilter,
    limit: int | None,
    as_json: bool,
    ledger: Path,
) -> None:
    """List who claims what, with filters.

    Without filters, every claim but rejected ones. Filters narrow each other down.
    """
    with opened(ledger) as held:
        shown = list_claims(held, wanted, limit, as_json=as_json)
        if not shown:
            explain_nothing(held, wanted)
    if shown and not as_json:
        complain(f"{count(shown, 'claim')}. `counterclaim show ID` shows one in its article.")


def list_claims(held: Ledger, wanted: ClaimFilter, limit: int | None, *, as_json: bool) -> int:
    """Print the claims that meet the filter; how many."""
    number = 0
    for number, claim in enumerate(islice(held.claims(wanted), limit), start=1):  # noqa: B007
        if as_json:
            say(json.dumps(claim_shape(claim), ensure_ascii=False))
        else:
            say_claim(claim)
            say()
    return number


def explain_nothing(held: Ledger, wanted: ClaimFilter) -> None:
    """Say why nothing was found: a name that nobody bears, or filters that nothing meets.

    Raises:
        NotFoundError: a name, place or frame is not in the ledger.
    """
    if next(held.claims(ClaimFilter(thoughts=wanted.thoughts)), None) is None and wanted.review is None:
        complain("The ledger holds no claims.")
        return
    lone = (
        ("claimant", wanted.claimant, ClaimFilter(claimant=wanted.claimant, thoughts=wanted.thoughts), None),
        ("place", wanted.place, ClaimFilter(place=wanted.place, thoughts=wanted.thoughts), EntityKind.PLACE),
    )
    for what, name, alone, kind in lone:
        if name is not None and next(held.claims(alone), None) is None:
            known = [known for entity in held.entities(kind) for known in entity.names]
            raise unknown(what, name, known, "`counterclaim entities` lists every name.")
    if wanted.frame is not None and next(held.claims(ClaimFilter(frame=wanted.frame)), None) is None:
        known = [row[0] for row in held.rows("SELECT DISTINCT frame FROM proposition ORDER BY frame")]
        raise unknown("frame", wanted.frame, known, f"It holds {', '.join(known)}.")
    complain("No claim meets all of these filters. Leave one out, or widen the dates.")
