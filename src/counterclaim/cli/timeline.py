"""`counterclaim timeline`: who said who held a place, day by day, drawn with plain characters."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from counterclaim.cli.disputes import place_id
from counterclaim.cli.grid import BARS, KEY, grid
from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.terminal import cells, complain, fit, paint, plain, say, width, wrap
from counterclaim.ledger import Ledger
from counterclaim.model import Entity
from counterclaim.relate import ControlClaim, ControlDay, ControlState, control_timeline
from counterclaim.report.words import date_words

COLOURS = {ControlState.CONTESTED: "yellow", ControlState.FOUGHT_OVER: "magenta"}
DAY_WIDTH = 24
NARROW = 60


@click.command("timeline")
@click.argument("place")
@json_option
@ledger_option
def command(place: str, as_json: bool, ledger: Path) -> None:
    """Draw who said who held a place, day by day.

    PLACE is a name in any spelling, or an id. Every line is a claim; none of them says that it is so.
    """
    with opened(ledger) as held:
        found = held.entity(place_id(held, place))
        days = control_timeline(held.claims(), found.id, {one.id: one for one in held.entities()})
        sides = sides_of(held)
    if as_json:
        for day in days:
            say(json.dumps(asdict(day), ensure_ascii=False))
    else:
        draw(found, days, sides)
    if not days:
        complain(
            f"Nobody says who holds {plain(found.name)}. What is said of it: `counterclaim claims --place {found.id}`."
        )


def sides_of(held: Ledger) -> dict[str, str]:
    """The side of each entity that is reported to be on one."""
    return {one.id: one.side for one in held.entities() if one.side}


def draw(place: Entity, days: Sequence[ControlDay], sides: dict[str, str]) -> None:
    """A line a day, a line a claim; the bar before the day says whether its claims stand against each other."""
    if not days:
        return
    say(paint(plain(place.name), bold=True))
    for line in grid(days, width()):
        say(line)
    say(paint(KEY, dim=True))
    say(paint("    ".join(f"{bar} {state.value}" for state, bar in BARS.items()), dim=True))
    for day in days:
        bar = paint(BARS[day.state], COLOURS.get(day.state))
        say()
        say(f"{bar}  {fit(date_words(day.day), DAY_WIDTH)}  {day.state.value}")
        for line in day_lines(day, sides, width() - 7):
            say(f"{paint('|', COLOURS.get(day.state))}      {line}")


def day_lines(day: ControlDay, sides: dict[str, str], columns: int) -> list[str]:
    """Each claimant's words for who holds it, those for one holder together; one line for what many reports carry."""
    counted: dict[tuple[str, str], list[ControlClaim]] = {}
    for claim in sorted(day.claims, key=lambda claim: (claim.holder is None, claim.holder or "", claim.claimant)):
        counted.setdefault((claim.claimant_id or claim.claimant, claim.words), []).append(claim)
    names = [_claimant(claims[0], sides) for claims in counted.values()]
    wide = min(max(map(cells, names), default=0), columns // 2)
    lines = []
    for name, ((_, words), claims) in zip(names, counted.items(), strict=True):
        times = f" ({len(claims)} reports)" if len(claims) > 1 else ""
        if columns < NARROW:  # beside the name, the words would be cut before they say whose place it is
            lines += [fit(name, columns).rstrip(), *wrap(words + times, indent="  ", columns=columns).split("\n")]
        else:
            lines.append(f"{fit(name, wide)}  {fit(plain(words) + times, columns - wide - 2).rstrip()}")
    return lines


def _claimant(claim: ControlClaim, sides: dict[str, str]) -> str:
    side = sides.get(claim.claimant_id or "")
    return plain(f"{claim.claimant} [{side}]" if side else claim.claimant)
