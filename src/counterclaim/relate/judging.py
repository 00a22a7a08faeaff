"""How two positions stand to each other, by what they say; their days are judged by whoever asks.

Enter two positions of any claimants; leaves the pack's `Comparison`, or None where they are not on one matter. Two
names are held against each other only where it is sure that they are two parties.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from counterclaim.frames import Comparison, ComparisonKind, compare, kind_of
from counterclaim.frames.wordlists import listed
from counterclaim.model import Entity, EntityKind, Proposition, Ref
from counterclaim.relate.positions import Position, Signature, world

_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)\b")
NAMELESS = listed("counterclaim.relate", "words.toml", "parties.nameless")
STATE_FORCES = listed("counterclaim.relate", "words.toml", "parties.state_forces")
FORCE_WORDS = listed("counterclaim.relate", "words.toml", "parties.force_words")
MOUTHS = listed("counterclaim.relate", "words.toml", "parties.mouths")
_OF_WHOM = re.compile(r"\b(?:of|at|in|on|for|from|with|who)\b.*")


def judge(a: Position, b: Position, entities: Mapping[str, Entity], *, one_time: bool = False) -> Comparison | None:
    """What the pack says of the two. What is foretold is not held against what is so.

    `one_time` takes both as said at once, which is how one claimant's figures of two days are compared.
    """
    if a.ahead != b.ahead:
        return None
    known = replace(world(entities, a.claim, a.claim if one_time else b.claim), at_once=one_time)
    found = compare(_undated(a.proposition), _undated(b.proposition), known)
    if found is None or found.kind is ComparisonKind.CANNOT_TELL:
        return found
    one_denies = a.proposition.negated != b.proposition.negated
    # "X" against "not X", or twice "X", is about one party, named or not; "X" against "Y", and "not X but Y", take two.
    two_parties = (found.kind is ComparisonKind.CONFLICTS) is not one_denies or _two_holders(
        a.proposition, b.proposition
    )
    if two_parties and any(_hidden(position.proposition, entities) for position in (a, b)):
        return Comparison(ComparisonKind.CANNOT_TELL, f"{found.why}, who may be the same")
    at_odds = found.kind is ComparisonKind.CONFLICTS
    if at_odds and any(_may_be_short_for(one, other) for one, other in _parties(a.proposition, b.proposition)):
        return Comparison(ComparisonKind.CANNOT_TELL, f"{found.why}, who may be one")
    if at_odds and any(_may_be_its_army(one, other) for one, other in _parties(a.proposition, b.proposition)):
        return Comparison(ComparisonKind.CANNOT_TELL, f"{found.why}, whose army it may be")
    return found


class Judge:
    """Judges many pairs of positions, each pair of states said only once. Gives only what agrees or conflicts."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._known: dict[tuple[Signature, Signature, bool, bool], Comparison | None] = {}

    def __call__(self, a: Position, b: Position, *, one_time: bool = False) -> Comparison | None:
        """What `judge` says, if it says something."""
        found = self._judge(a, b, one_time)
        return found if found is not None and found.kind is not ComparisonKind.CANNOT_TELL else None

    def conflict(self, a: Position, b: Position) -> bool:
        """Can the two not both be?"""
        found = self(a, b)
        return found is not None and found.kind is ComparisonKind.CONFLICTS

    def _judge(self, a: Position, b: Position, one_time: bool) -> Comparison | None:
        if not (a.kind.timing.state and b.kind.timing.state):
            return judge(a, b, self._entities, one_time=one_time)
        key = a.signature, b.signature, a.ahead, b.ahead
        if key not in self._known:
            self._known[key] = judge(a, b, self._entities)
        return self._known[key]


def _undated(said: Proposition) -> Proposition:
    """A state without its time, which `Position` has: a town taken on one day is spoken of as taken on the next."""
    return replace(said, when=None) if said.when and kind_of(said.frame).timing.state else said


def _hidden(said: Proposition, entities: Mapping[str, Entity]) -> bool:
    """Does it leave open who is meant: "saboteurs", the 4th Brigade of an unknown army, "ours" by the mouth of someone
    whose side is not known?"""
    parties = kind_of(said.frame).parties
    if any(_common_noun(ref) for role in parties.unnamed if (ref := said.ref(role))):
        return True
    return any(
        _sideless_person(ref, entities) or _sideless_unit(ref, entities) or _sideless_mouth(ref, entities)
        for role in parties.ours
        if (ref := said.ref(role))
    )


def _parties(a: Proposition, b: Proposition) -> Iterator[tuple[Ref, Ref]]:
    """Whom the two have in one role, either way round."""
    parties = kind_of(a.frame).parties
    for role in dict.fromkeys((*parties.sided, *parties.acting)):
        one, other = a.ref(role), b.ref(role)
        if one and other:
            yield from ((one, other), (other, one))


def _two_holders(a: Proposition, b: Proposition) -> bool:
    """ "We have not lost it" and "it is theirs": one is negated, and yet two hold it."""
    roles = kind_of(a.frame).parties.ours if a.frame == b.frame else ()
    pairs = ((a.ref(role), b.ref(role)) for role in roles)
    return any(one is not None and other is not None and one.name != other.name for one, other in pairs)


def _may_be_its_army(force: Ref, other: Ref) -> bool:
    """ "The army" of nobody knows whose, and a state: the headline may mean that state's. So with two of them: "the
    army" and "the defence ministry"."""
    bodies = [_bare(ref) for ref in (force, other)]
    theirs = [bare in STATE_FORCES or FORCE_WORDS.issuperset(bare.split()) for bare in bodies]
    two = theirs[1] and bodies[0] != bodies[1]
    return theirs[0] and (other.kind is EntityKind.PLACE or two)


def _bare(force: Ref) -> str:
    return force.name.casefold().removeprefix("the ").removeprefix("government ").removeprefix("state ")


def _may_be_short_for(short: Ref, full: Ref) -> bool:
    """ "The Front" of one report and the Reed Front of another."""
    word = short.name.split()
    return len(word) == 1 and short.kind is not EntityKind.PLACE and word == full.name.split()[-1:] and short != full


def _common_noun(ref: Ref) -> bool:
    if ref.name == ref.name.lower() and ref.name.upper() != ref.name:
        return True
    # "Gunmen attacked" begins a sentence; "Tarvian gunmen" have a name.
    return ref.entity is None and ref.name == ref.name.capitalize() and ref.name.split()[-1].lower() in NAMELESS


def _sideless_unit(ref: Ref, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(ref.entity or "")
    return _NUMBERED.match(ref.name) is not None and not (entity and entity.side)


def _sideless_mouth(ref: Ref, entities: Mapping[str, Entity]) -> bool:
    """ "The bridge is in our hands", said a radio, or a man with a loudspeaker: in whose?"""
    entity = entities.get(ref.entity or "")
    head = _OF_WHOM.sub("", ref.name.casefold()).split()[-1:]
    return ref.kind is EntityKind.GROUP and not (entity and entity.side) and not MOUTHS.isdisjoint(head)


def _sideless_person(ref: Ref, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(ref.entity or "")
    kind = entity.kind if entity else ref.kind
    return kind is EntityKind.PERSON and not (entity and entity.side)
