"""`counterclaim entities`: people, bodies, groups and places with all their names; and decisions about them."""

import json
from pathlib import Path

import click
from click.core import ParameterSource

from counterclaim.cli.deciding import COMMANDS
from counterclaim.cli.filters import near
from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.profiles import entity_line
from counterclaim.cli.terminal import complain, count, say, width
from counterclaim.export import entity_shape
from counterclaim.ledger.names import fold
from counterclaim.model import EntityKind


@click.group("entities", invoke_without_command=True)
@click.option("--kind", type=click.Choice([kind.value for kind in EntityKind]), help="Only entities of this kind.")
@click.option(
    "--name",
    metavar="WORDS",
    help="Only entities one of whose names holds these words, in any spelling of case and accents.",
)
@json_option
@ledger_option
@click.pass_context
def command(context: click.Context, *, kind: str | None, name: str | None, as_json: bool, ledger: Path) -> None:
    """List the people, bodies and places, with all their names.

    With a command below: show one, or decide by hand which names are one. Decisions win over the machine, survive
    reading again, and can be undone. Where a command takes an ENTITY, give its id or one of its names.
    """
    if context.invoked_subcommand is None:
        list_entities(kind, name, as_json=as_json, ledger=ledger)
        return
    given = [key for key in context.params if context.get_parameter_source(key) is ParameterSource.COMMANDLINE]
    if given:
        context.fail(f"Options go behind {context.invoked_subcommand!r}, not before it.")


for one in COMMANDS:
    command.add_command(one)


def list_entities(kind: str | None, name: str | None, *, as_json: bool, ledger: Path) -> None:
    """Print the entities of that kind and name."""
    with opened(ledger) as held:
        known = tuple(held.entities(EntityKind(kind) if kind else None))
    found = [entity for entity in known if name is None or any(fold(name) in fold(one) for one in entity.names)]
    for entity in found:
        if as_json:
            say(json.dumps(entity_shape(entity), ensure_ascii=False))
        else:
            say(entity_line(entity, width()))
    if not found:
        close = near(name, [one for entity in known for one in entity.names]) if name else []
        hint = (
            f"Did you mean {' or '.join(close)}?"
            if close
            else "Read reports with `counterclaim read FOLDER`, or ask for less."
        )
        complain(f"No such entity in the ledger. {hint}")
    elif not as_json:
        complain(count(len(found), "entity", "entities"))
