"""Decisions and reports made by hand, for tests: one report an entity, named by its document."""

from collections.abc import Iterable

from counterclaim.entities.unify import ByHand, Unified, unify_by_hand
from counterclaim.ledger.decision_json import signed
from counterclaim.model import (
    Action,
    Actor,
    Decision,
    DecisionState,
    Entity,
    EntityKey,
    EntityKind,
    NamedIn,
    Split,
)

PERSON, BODY, GROUP, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE
Pairs = list[tuple[str, Entity]]


def person(name: str, side: str | None = None, *roles: str, ref: str = "person:1") -> Entity:
    return Entity(ref, PERSON, name, (name,), roles, side)


def body(name: str, side: str | None = None, *others: str, ref: str = "organization:1") -> Entity:
    return Entity(ref, BODY, name, (name, *others), (), side)


def key(name: str, *documents: str, kind: EntityKind = PERSON, side: str | None = None) -> EntityKey:
    """An entity that goes by this name in these documents."""
    return EntityKey(kind, name, side, tuple(NamedIn(document, name, kind) for document in documents))


def split(entity: EntityKey, apart: EntityKey, *documents: str) -> Split:
    return Split(entity, apart, tuple(dict.fromkeys(named.name for named in apart.mentions)), documents)


def decided(*actions: Action) -> tuple[Decision, ...]:
    """One decision a minute."""
    return tuple(
        signed(action, reason="same voice", by="Ada", at=f"2031-04-02T10:{minute:02}:00.000000+00:00")
        for minute, action in enumerate(actions)
    )


def settle(pairs: Iterable[tuple[str, Entity]], *actions: Action, actors: tuple[Actor, ...] = ()) -> Unified:
    """What becomes of the entities; an article's id is its document's name."""
    return unify_by_hand(pairs, ByHand(actors, decided(*actions)))


def parts(found: Unified) -> set[frozenset[str]]:
    """The reports whose first entities are one."""
    sets: dict[str, set[str]] = {}
    for (article, local), ledger in found.which.items():
        if local.endswith(":1"):
            sets.setdefault(ledger, set()).add(article)
    return {frozenset(one) for one in sets.values()}


def one(*articles: str) -> frozenset[str]:
    return frozenset(articles)


def states(found: Unified, *actions: Action) -> list[DecisionState]:
    """What became of each of the decisions that were given."""
    known = {verdict.decision: verdict.state for verdict in found.verdicts}
    return [known[decision.id] for decision in decided(*actions)]
