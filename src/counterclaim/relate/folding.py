"""Holders and those who move, under one name each: a side's troops and speakers are the side.

Enter claims and the ledger's entities; leave the claims with "our men", "Varnia's deputy minister" and "Varnian troops"
as Varnia where they hold ground or lose men, and where a person or nameless troops move or strike. A body that does so
keeps its name: a mercenary group can leave while the army stays. The ledger's own claims are not changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from counterclaim.frames import kind_of, people_of
from counterclaim.model import Argument, Claim, Entity, EntityKind, Precision, Proposition, Ref


def folded(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Iterator[Claim]:
    """The claims, each with its parties folded into their sides."""
    sides = _sides(entities)
    known: dict[tuple[str, str | None, bool], Ref | None] = {}
    for claim in claims:
        propositions = tuple(_folded(proposition, entities, sides, known) for proposition in claim.propositions)
        yield claim if propositions == claim.propositions else replace(claim, propositions=propositions)


def _sides(entities: Mapping[str, Entity]) -> dict[str, Ref]:
    """States, and whatever someone is on the side of, by name."""
    named = {entity.side for entity in entities.values() if entity.side}
    found = {side.casefold(): Ref(side, side) for side in sorted(named)}
    for key in sorted(entities):
        entity = entities[key]
        state = entity.location is not None and entity.location.precision is Precision.COUNTRY
        if entity.kind is not EntityKind.PERSON and (state or entity.name.casefold() in found):
            found[entity.name.casefold()] = Ref(entity.name, entity.name, key, entity.kind)
    return found


def _folded(
    proposition: Proposition,
    entities: Mapping[str, Entity],
    sides: Mapping[str, Ref],
    known: dict[tuple[str, str | None, bool], Ref | None],
) -> Proposition:
    parties = kind_of(proposition.frame).parties
    arguments = []
    for argument in proposition.arguments:
        value = argument.value
        holds = argument.role in parties.sided
        acts = argument.role in parties.acting
        if isinstance(value, Ref) and (holds or acts):
            key = value.name, value.entity, holds
            if key not in known:
                known[key] = _side(value, entities, sides, any_body=holds)
            side = known[key]
            value = replace(side, surface=value.surface) if side is not None else value
        arguments.append(Argument(argument.role, value))
    return replace(proposition, arguments=tuple(arguments))


def _side(ref: Ref, entities: Mapping[str, Entity], sides: Mapping[str, Ref], *, any_body: bool) -> Ref | None:
    entity = entities.get(ref.entity or "")
    if entity is not None and entity.side and (any_body or entity.kind is EntityKind.PERSON):
        return sides.get(entity.side.casefold())
    if entity is not None:
        return None
    return next((side for side in sides.values() if people_of(ref, side)), None)
