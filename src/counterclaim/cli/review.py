"""`counterclaim review`: what is most worth a look, and a person's last word on claims and relations."""

import json
from pathlib import Path

import click
from click.core import ParameterSource

from counterclaim.cli.comparing import compare
from counterclaim.cli.deciding import log, take_in, undo
from counterclaim.cli.lists import say_claim, say_relation
from counterclaim.cli.opening import opened
from counterclaim.cli.options import filter_options, json_option, ledger_option
from counterclaim.cli.reviewing import accept, add, correct, reject, relation, unsure
from counterclaim.cli.terminal import complain, count, paint, say
from counterclaim.export.shapes import claim_shape, relation_shape
from counterclaim.ledger import ClaimFilter, Ledger
from counterclaim.ledger.comparing import states
from counterclaim.ledger.queue import Waiting, queue
from counterclaim.model import Claim, Review

SHOWN = 10


@click.group("review", invoke_without_command=True)
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    default=SHOWN,
    show_default=True,
    help="Show at most this many.",
)
@json_option
@ledger_option
@click.pass_context
def command(context: click.Context, *, wanted: ClaimFilter, limit: int, as_json: bool, ledger: Path) -> None:
    """List what is most worth a look; accept, reject and correct claims.

    The list holds claims and relations on which nobody has decided, those first of which the machine is least sure and
    on which most hangs. With a command below: decide. Decisions win over the machine, survive reading again, and can be
    undone.
    """
    if context.invoked_subcommand is None:
        with opened(ledger) as held:
            list_queue(held, queue(held, wanted, limit=limit), as_json=as_json)
        return
    given = [key for key in context.params if context.get_parameter_source(key) is ParameterSource.COMMANDLINE]
    if given:
        context.fail(f"Options go behind {context.invoked_subcommand!r}, not before it.")


for one in (accept, reject, unsure, correct, add, relation, compare, undo, log, take_in):
    command.add_command(one)


def list_queue(held: Ledger, found: tuple[Waiting, ...], *, as_json: bool) -> None:
    """Print what waits."""
    for waiting in found:
        if as_json:
            say(json.dumps(waiting_shape(waiting), ensure_ascii=False))
            continue
        say(paint(f"{waiting.score:.2f}  {waiting.why}", "yellow"))
        if isinstance(waiting.item, Claim):
            say_claim(waiting.item, indent="  ")
        else:
            say_relation(held, waiting.item, indent="  ")
        say()
    if not as_json:
        counted = states(held)
        looked = sum(counted.values()) - counted[Review.UNREVIEWED]
        told = f"{looked:,} of {count(sum(counted.values()), 'claim')} reviewed."
        complain(told if found else f"Nothing waits for a look here. {told}")


def waiting_shape(waiting: Waiting) -> dict[str, object]:
    """What waits, as JSON."""
    item, weight = waiting.item, waiting.weight
    return {
        "score": waiting.score,
        "why": waiting.why,
        "doubt": round(waiting.doubt, 3),
        "impact": weight.impact,
        "disputes": weight.disputes,
        "voices": weight.voices,
        "falls": weight.falls,
        "kind": "claim" if isinstance(item, Claim) else "relation",
        "item": claim_shape(item) if isinstance(item, Claim) else relation_shape(item),
    }
