"""How two positions stand to each other, by what they say; their days are judged by whoever asks.

Enter two positions of any claimants; leaves the pack's `Comparison`, or None where they are not on one matter. Two
names are held against each other only where it is sure that they are two parties.
"""

from collections.abc import Mapping
from dataclasses import replace

from counterclaim.frames import Comparison, ComparisonKind, compare
from counterclaim.model import Entity, EntityKind, Proposition, Ref
from counterclaim.relate.positions import STATES, Position, world


def judge(a: Position, b: Position, entities: Mapping[str, Entity], *, one_time: bool = False) -> Comparison | None:
    """What the pack says of the two. What is foretold is not held against what is so.

    `one_time` takes both as said at once, which is how one claimant's figures of two days are compared.
    """
    if a.ahead != b.ahead:
        return None
    known = world(entities, a.claim, a.claim if one_time else b.claim)
    found = compare(_undated(a.proposition), _undated(b.proposition), known)
    if found is None or found.kind is ComparisonKind.CANNOT_TELL:
        return found
    one_denies = a.proposition.negated != b.proposition.negated
    # "X" against "not X", or twice "X", is about one party, named or not; "X" against "Y", and "not X but Y", take two.
    two_parties = (found.kind is ComparisonKind.CONFLICTS) is not one_denies
    if two_parties and any(_hidden(position.proposition, entities) for position in (a, b)):
        return Comparison(ComparisonKind.CANNOT_TELL, f"{found.why}, who may be the same")
    return found


def conflict(a: Position, b: Position, entities: Mapping[str, Entity]) -> bool:
    """Can the two not both be?"""
    found = judge(a, b, entities)
    return found is not None and found.kind is ComparisonKind.CONFLICTS


def _undated(said: Proposition) -> Proposition:
    """A state without its time, which `Position` has: a town taken on one day is spoken of as taken on the next."""
    return replace(said, when=None) if said.when and said.frame in STATES else said


def _hidden(said: Proposition, entities: Mapping[str, Entity]) -> bool:
    """Does it leave open who is meant: "saboteurs", or "ours" by the mouth of someone whose side is not known?"""
    actor, holder = said.ref("actor"), said.ref("holder")
    if actor is not None and said.frame in ("attack", "responsibility"):
        return actor.name == actor.name.lower() and actor.name.upper() != actor.name
    return said.frame == "control" and holder is not None and _sideless_person(holder, entities)


def _sideless_person(ref: Ref, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(ref.entity or "")
    kind = entity.kind if entity else ref.kind
    return kind is EntityKind.PERSON and not (entity and entity.side)
