"""The user's own entities come before all joining: their names are theirs, and no two of them are ever one.

Each actor enters as one more report that gives his names, roles and side, so that the rules which join reports find
him by other spellings too. Local entities that bear one of his names are his whatever the rules say. Places are left
alone: they are a gazetteer's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.entities.name_words import body_words, person_words
from counterclaim.entities.nations import Nations
from counterclaim.entities.same_body import is_state_body
from counterclaim.entities.spelling import folded
from counterclaim.entities.unified import Cluster, Given, Local
from counterclaim.model import Actor, Entity, EntityKind, digest

Key = tuple[str, str]
Machine = Callable[[Sequence[Local]], list[Cluster]]


@dataclass(frozen=True, slots=True)
class Honoured:
    """The local entities as joining shall see them, and which of them are whose: numbers of actors by key."""

    locals: tuple[Local, ...]
    owners: dict[Key, int]


def bare(name: str) -> str:
    """A name as it is compared: any case, accents and script, without its article."""
    return folded(name[4:] if name.lower().startswith("the ") else name) or name


def honour(locals_: Sequence[Local], actors: Sequence[Actor], nations: Nations) -> Honoured:
    """Finds the local entities that bear an actor's name; they take his kind and side. The actors come first."""
    by_name = {bare(name): number for number, actor in enumerate(actors) for name in actor.every_name}
    owners: dict[Key, int] = {}
    seen: list[Local] = [_seed(number, actor) for number, actor in enumerate(actors)]
    owners |= {local.key: number for number, local in enumerate(seen)}
    for local in locals_:
        number = _owner(local.entity, by_name, actors, nations)
        if number is not None:
            owners[local.key] = number
            local = _as_actor(local, actors[number])  # noqa: PLW2901
        seen.append(local)
    return Honoured(tuple(seen), owners)


def gather(clusters: Iterable[Cluster], honoured: Honoured, actors: Sequence[Actor], machine: Machine) -> list[Cluster]:
    """One cluster an actor that any report names, and the others; what was joined to two actors is joined anew."""
    mine = [Cluster(digest("e", "actor", bare(actor.name))) for actor in actors]
    kept: list[Cluster] = []
    for cluster in clusters:
        by_actor: dict[int, list[Local]] = defaultdict(list)
        for local in cluster.locals:
            if local.key in honoured.owners:
                by_actor[honoured.owners[local.key]].append(local)
        if not by_actor:
            kept.append(cluster)
        elif len(by_actor) == 1:
            mine[next(iter(by_actor))].take(cluster, "")
        else:
            for number, locals_ in by_actor.items():
                mine[number].take(Cluster("", locals_), "")
            kept += machine([local for local in cluster.locals if local.key not in honoured.owners])
    return kept + _settled(mine, honoured, actors)


def _settled(mine: Sequence[Cluster], honoured: Honoured, actors: Sequence[Actor]) -> list[Cluster]:
    """Those actors whom a report names, without their seeds."""
    numbers = {actor.name: number for number, actor in enumerate(actors)}
    for number, (cluster, actor) in enumerate(zip(mine, actors, strict=True)):
        cluster.locals = [local for local in cluster.locals if not is_seed(local)]
        named = {local.entity.name for local in cluster.locals if local.key in honoured.owners}
        by_file = (f"“{name}” is “{actor.name}” by the file of actors" for name in sorted(named))
        cluster.reasons = [*by_file, *filter(None, cluster.reasons)]
        cluster.side = actor.side or cluster.side
        cluster.given = Given(
            name=actor.name,
            kind=actor.kind,
            names=actor.every_name,
            roles=tuple(tenure.role for tenure in actor.roles),
            side=actor.side,
            within=tuple(mine[outer].id for outer in _around(number, actors, numbers)),
            actor=True,
        )
    return [cluster for cluster in mine if cluster.locals]


def is_seed(local: Local) -> bool:
    """Is it an actor, and stands in no report?"""
    return not local.article


def _around(number: int, actors: Sequence[Actor], numbers: dict[str, int]) -> list[int]:
    """The actors that one is a part of, nearest first; the file's reader has made sure that none holds itself."""
    found: list[int] = []
    outer = actors[number].part_of
    while outer is not None:
        found.append(numbers[outer])
        outer = actors[numbers[outer]].part_of
    return found


def _seed(number: int, actor: Actor) -> Local:
    roles = tuple(tenure.role for tenure in actor.roles)
    return Local("", Entity(f"actor:{number}", actor.kind, actor.name, actor.every_name, roles, actor.side))


def _as_actor(local: Local, actor: Actor) -> Local:
    return replace(local, entity=replace(local.entity, kind=actor.kind, side=actor.side or local.entity.side))


def _owner(entity: Entity, by_name: dict[str, int], actors: Sequence[Actor], nations: Nations) -> int | None:
    """The actor whose name is the entity's fullest; else the only one with whom it shares a name in full."""
    if entity.kind is EntityKind.PLACE:
        return None
    first = by_name.get(bare(entity.name))
    others = {by_name[bare(name)] for name in entity.names if _in_full(name, entity.kind) and bare(name) in by_name}
    found = first if first is not None else next(iter(others)) if len(others) == 1 else None
    return None if found is None or _of_another_state(entity, actors[found], nations) else found


def _in_full(name: str, kind: EntityKind) -> bool:
    """Does the name say who is meant? A surname that a report uses after the full name does not."""
    return kind is EntityKind.ORGANIZATION or (kind is EntityKind.PERSON and len(person_words(name)) > 1)


def _of_another_state(entity: Entity, actor: Actor, nations: Nations) -> bool:
    """Every state has a ministry of defence: one that a report gives to another side is not the actor's."""
    if not (entity.side and actor.side) or entity.side == actor.side or actor.kind is not EntityKind.ORGANIZATION:
        return False
    return is_state_body(body_words(entity.name, nations))
