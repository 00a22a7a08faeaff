"""`counterclaim disputes`: the questions on which claims stand against each other."""

import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import click

from counterclaim.cli.filters import unknown
from counterclaim.cli.lists import say_dispute
from counterclaim.cli.opening import opened
from counterclaim.cli.options import confidence_option, json_option, ledger_option, reviewed_option
from counterclaim.cli.terminal import complain, count, say
from counterclaim.export.shapes import dispute_shape
from counterclaim.ledger import Ledger
from counterclaim.ledger.names import fold
from counterclaim.model import Claim, Dispute, EntityKind


@click.command("disputes")
@click.option("--place", metavar="NAME", help="Only disputes about this place.")
@click.option("--full", is_flag=True, help="With every claim of every side.")
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="Show at most this many.")
@confidence_option
@reviewed_option
@json_option
@ledger_option
def command(
    *,
    place: str | None,
    full: bool,
    limit: int | None,
    min_confidence: float | None,
    reviewed_only: bool,
    as_json: bool,
    ledger: Path,
) -> None:
    """List the questions on which claims stand against each other.

    Those with most independent voices come first.
    """
    with opened(ledger) as held:
        wanted = place_id(held, place) if place else None
        every = held.disputes(min_confidence, reviewed_only=reviewed_only)
        found = tuple(islice((one for one in every if wanted in (None, one.place)), limit))
        list_disputes(held, found, full=full, as_json=as_json)
    if not found and min_confidence:
        complain(f"No claims of a confidence of {min_confidence:g} or more stand against each other here.")
    elif not found and reviewed_only:
        complain("No claims that a person vouches for stand against each other here: `counterclaim review`.")
    elif not found:
        complain("No claims stand against each other here. Read more reports, of other outlets and other sides.")
    elif not as_json:
        complain(f"{count(len(found), 'dispute')}. `counterclaim show ID` shows one with all its claims.")


def list_disputes(held: Ledger, found: Iterable[Dispute], *, full: bool, as_json: bool) -> None:
    """Print disputes."""
    for dispute in found:
        if as_json:
            say(json.dumps(dispute_shape(held, dispute), ensure_ascii=False))
            continue
        say_dispute(dispute, claims_of(held, dispute), full=full)
        say()


def claims_of(held: Ledger, dispute: Dispute) -> dict[str, Claim]:
    """The claims of a dispute's sides, by id."""
    return {name: held.claim(name) for side in dispute.sides for name in side.claims}


def place_id(held: Ledger, name: str) -> str:
    """The place that bears the name, or has it as its id.

    Raises:
        NotFoundError: no place has it.
    """
    places = tuple(held.entities(EntityKind.PLACE))
    found = next((one for one in places if name == one.id or fold(name) in {fold(known) for known in one.names}), None)
    if found is None:
        raise unknown(
            "place",
            name,
            [known for one in places for known in one.names],
            "`counterclaim entities --kind place` lists them.",
        )
    return found.id
