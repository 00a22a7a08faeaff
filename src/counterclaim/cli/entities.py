"""`counterclaim entities`: people, bodies, groups and places with all their names."""

import json
from pathlib import Path

import click

from counterclaim.cli.filters import near
from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.terminal import complain, count, fit, paint, plain, say, width
from counterclaim.export import entity_shape
from counterclaim.ledger.names import fold
from counterclaim.model import Entity, EntityKind


@click.command("entities")
@click.option("--kind", type=click.Choice([kind.value for kind in EntityKind]), help="Only entities of this kind.")
@click.option(
    "--name",
    metavar="WORDS",
    help="Only entities one of whose names holds these words, in any spelling of case and accents.",
)
@json_option
@ledger_option
def command(kind: str | None, name: str | None, as_json: bool, ledger: Path) -> None:
    """List the people, bodies and places, with all their names."""
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


def entity_line(entity: Entity, columns: int) -> str:
    """Id, kind, name, side; other names and roles as far as they fit."""
    side = f" [{plain(entity.side)}]" if entity.side else ""
    others = [one for one in entity.names if one != entity.name]
    rest = "; ".join([*(["also " + ", ".join(others)] if others else []), *entity.roles, *_where(entity)])
    head = f"{fit(entity.id, 18)}  {fit(entity.kind.value, 12)}  "
    name = plain(entity.name) + side
    room = max(columns - len(head) - len(name) - 2, 0)
    tail = fit(plain(rest), room) if room > 8 else ""
    return f"{paint(head, dim=True)}{paint(name, bold=True)}  {tail}".rstrip()


def _where(entity: Entity) -> list[str]:
    at = entity.location
    return [f"{at.lat:.3f}, {at.lon:.3f} ({at.precision.value})"] if at else []
