"""Which local entities of many articles are one.

Enters (article id, local entity) pairs in any order; leaves the ledger's entities and, for each local one, the
ledger's id. Missed joins are cheaper than wrong ones: every rule needs agreement in what it compares, and a tie
leaves things apart. Work grows with the number of entities: only those that share a key are compared, and equals are
compared once.

`unify_by_hand` does the same with what a person has settled, and says what became of it.

Places keep the id that the gazetteer gave them. Groups ("residents") stay within their article: one article's
residents are not another's. Ids of persons and bodies are digests of the name's spelling-free key, so that they stay
as more articles come.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from counterclaim.entities.decided import carry_out
from counterclaim.entities.honoured import gather, honour
from counterclaim.entities.nations import Nations, OwnCountry, adjectives_of, shipped
from counterclaim.entities.same_body import unify_bodies
from counterclaim.entities.same_person import unify_persons
from counterclaim.entities.spelling import folded
from counterclaim.entities.unified import Cluster, Local
from counterclaim.model import Actor, Decision, Entity, EntityKind, Precision, Verdict, digest

Key = tuple[str, str]
_STEM = 3  # letters of a country's name that its adjective keeps, and those that it may change


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person has settled: whom he knows, and what he decided, oldest first; decisions that were undone are
    left out. `documents` gives the document names of articles by id.
    """

    actors: tuple[Actor, ...] = ()
    decisions: tuple[Decision, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)


NOTHING = ByHand()


@dataclass(frozen=True, slots=True)
class Unified:
    """The ledger's entities, which local one is which, whose names were given by hand, and what became of decisions."""

    entities: tuple[Entity, ...]
    which: dict[Key, str]
    named: frozenset[str] = frozenset()
    verdicts: tuple[Verdict, ...] = ()


def unify(pairs: Iterable[tuple[str, Entity]]) -> tuple[tuple[Entity, ...], dict[Key, str]]:
    """From (article id, local entity) pairs to the ledger's entities, and which local one is which.

    The result does not depend on the order of the pairs.
    """
    found = unify_by_hand(pairs)
    return found.entities, found.which


def unify_by_hand(pairs: Iterable[tuple[str, Entity]], by_hand: ByHand = NOTHING) -> Unified:
    """As `unify`, with the user's own entities honoured first and decisions carried out last.

    The result depends on the decisions and their order, but not on the order of the pairs.
    """
    locals_ = [Local(article, entity) for article, entity in sorted(pairs, key=_order)]
    nations = _nations(locals_, by_hand.actors)
    machine = partial(_joined, nations=nations)
    if by_hand.actors:
        honoured = honour(locals_, by_hand.actors, nations)
        clusters = gather(machine(honoured.locals), honoured, by_hand.actors, machine)
    else:
        clusters = machine(locals_)
    moved: Mapping[str, str] = {}
    verdicts: tuple[Verdict, ...] = ()
    if by_hand.decisions:
        board, verdicts = carry_out(clusters, by_hand.decisions, by_hand.documents, machine)
        clusters, moved = board.clusters, board.moved
    entities = tuple(sorted((_moved(c.entity(), moved) for c in clusters), key=lambda entity: entity.id))
    named = frozenset(cluster.id for cluster in clusters if cluster.given.name)
    return Unified(entities, {key: c.id for c in clusters for key in c.keys}, named, verdicts)


def _joined(locals_: Sequence[Local], nations: Nations) -> list[Cluster]:
    """What the rules alone make of them."""
    by_kind: dict[EntityKind, list[Local]] = defaultdict(list)
    for local in locals_:
        by_kind[local.entity.kind].append(local)
    bodies = by_kind[EntityKind.ORGANIZATION]
    persons = unify_persons(
        by_kind[EntityKind.PERSON], _sides_of_bodies(bodies), nations, _scenes(by_kind[EntityKind.PLACE])
    )
    sides = {key: cluster.side for cluster in persons for key in cluster.keys}
    return (
        persons
        + unify_bodies(bodies, sides, nations)
        + _places(by_kind[EntityKind.PLACE], nations)
        + _groups(by_kind[EntityKind.GROUP])
    )


def _moved(entity: Entity, moved: Mapping[str, str]) -> Entity:
    """The entity, the places around it under the ids of those that took them in."""
    if not moved or moved.keys().isdisjoint(entity.within):
        return entity
    around = dict.fromkeys(_last(place, moved) for place in entity.within)
    return replace(entity, within=tuple(place for place in around if place != entity.id))


def _last(place: str, moved: Mapping[str, str]) -> str:
    while place in moved:
        place = moved[place]
    return place


def _nations(locals_: Sequence[Local], actors: Sequence[Actor]) -> Nations:
    """The countries of the world and those that only these articles' readers knew, by their sides and maps."""
    known = shipped()
    sides = {local.entity.side for local in locals_ if local.entity.side}
    sides |= {actor.side for actor in actors if actor.side}
    sides |= {local.entity.name for local in locals_ if _is_country(local.entity)}
    own = sorted(side for side in sides if not known.named(side) and not known.is_party(side))
    words = _opening_words(locals_, frozenset(own))
    return known.plus(OwnCountry(name, (), (*adjectives_of(name), *words.get(name, ()))) for name in own)


def _opening_words(locals_: Sequence[Local], own: frozenset[str]) -> dict[str, list[str]]:
    """Adjectives that only a user's list gives: words that begin like the country in the names of its bodies."""
    found: dict[str, set[str]] = defaultdict(set)
    for local in locals_ if own else ():
        side = local.entity.side or ""
        if side in own and local.entity.kind is EntityKind.ORGANIZATION:
            stem = side[: max(_STEM, len(side) - _STEM)]
            found[side] |= {n.split()[0] for n in local.entity.names if n.startswith(stem) and " " in n}
    return {side: sorted(words) for side, words in found.items()}


def _is_country(entity: Entity) -> bool:
    return entity.location is not None and entity.location.precision is Precision.COUNTRY


def _scenes(places: Sequence[Local]) -> dict[str, frozenset[str]]:
    """The places smaller than countries that each article names."""
    found: dict[str, set[str]] = defaultdict(set)
    for local in places:
        if local.entity.location is not None and not _is_country(local.entity):
            found[local.article].add(local.entity.id)
    return {article: frozenset(ids) for article, ids in found.items()}


def _order(pair: tuple[str, Entity]) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
    article, entity = pair
    return article, entity.id, entity.name, entity.names, entity.roles


def _sides_of_bodies(bodies: Sequence[Local]) -> Mapping[str, str]:
    """Names of bodies that all reports which give a side give the same one, to know their chiefs' side by."""
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    for local in bodies:
        if local.entity.side:
            for name in local.entity.names:
                sides[folded(name)][local.entity.side] += 1
    return {name: next(iter(found)) for name, found in sides.items() if len(found) == 1 and len(name) > 3}


def _places(locals_: Sequence[Local], nations: Nations) -> list[Cluster]:
    """Places by their gazetteer id; a speaking state is the country of that name on the map, where one is known."""
    clusters: dict[str, Cluster] = {}
    countries: dict[str, str] = {}
    for local in locals_:
        if not local.entity.id.startswith("state:"):
            clusters.setdefault(local.entity.id, Cluster(local.entity.id)).add(local)
            location = local.entity.location
            if location and location.precision is Precision.COUNTRY:
                for name in (local.entity.name, *local.entity.names):
                    countries.setdefault(nations.state_speaking(name) or name, local.entity.id)
    for local in locals_:
        if local.entity.id.startswith("state:"):
            name = local.entity.name
            ledger_id = countries.get(name) or digest("e", "state", folded(name))
            clusters.setdefault(ledger_id, Cluster(ledger_id)).add(
                local, f"“{name}” speaks as the country of that name"
            )
    return list(clusters.values())


def _groups(locals_: Sequence[Local]) -> list[Cluster]:
    found = []
    for local in locals_:
        cluster = Cluster(digest("e", "group", local.article, local.entity.id, local.entity.name))
        cluster.add(local)
        found.append(cluster)
    return found
