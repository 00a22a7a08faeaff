"""What a person says of how two claims stand to each other, put in the place of what was found.

Enter relations and judgements, oldest first; leave the relations as judged, rejected ones among them, each pair of
claims once at most, and which judgements a later one takes the place of.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counterclaim.model import Relation, RelationKind, Review, digest

SURE = 1.0  # of a relation that a person states


@dataclass(frozen=True, slots=True)
class Judgement:
    """Decision, the ids of the two claims, how they stand (None: in no way), and why, in words."""

    decision: str
    left: str
    right: str
    kind: RelationKind | None
    unsure: bool
    why: str

    @property
    def pair(self) -> frozenset[str]:
        """The two, whichever acts on which."""
        return frozenset((self.left, self.right))

    def agrees(self, other: "Judgement") -> bool:
        """Do the two say the same of their pair?"""
        acting = (RelationKind.DENIES, RelationKind.REVISES)
        turned = self.kind in acting and self.left != other.left
        return (self.kind, self.unsure) == (other.kind, other.unsure) and not turned


def judged(found: Iterable[Relation], judgements: Iterable[Judgement]) -> tuple[tuple[Relation, ...], dict[str, str]]:
    """The relations as judged, by id; and the decisions that no longer count, each with the later one."""
    last: dict[frozenset[str], Judgement] = {}
    made: dict[frozenset[str], list[Judgement]] = {}
    for one in judgements:
        last[one.pair] = one
        made.setdefault(one.pair, []).append(one)
    overruled = {
        one.decision: last[pair].decision for pair, every in made.items() for one in every if not one.agrees(last[pair])
    }
    machine = {frozenset((relation.left, relation.right)): relation for relation in found}
    pairs = dict.fromkeys((*machine, *last))
    relations = (_judged(machine.get(pair), last.get(pair)) for pair in pairs)
    return tuple(sorted((one for one in relations if one is not None), key=lambda one: one.id)), overruled


def _judged(found: Relation | None, said: Judgement | None) -> Relation | None:
    if said is None:
        return found
    if said.unsure:
        return replace(found, review=Review.UNSURE) if found else None
    if said.kind is None:
        return replace(found, review=Review.REJECTED) if found else None
    acting = said.kind in (RelationKind.DENIES, RelationKind.REVISES)
    if found and found.kind is said.kind and (not acting or found.left == said.left):
        return replace(found, review=Review.ACCEPTED)
    name = digest("r", said.kind.value, said.left, said.right)
    machine = found.kind if found else None
    return Relation(name, said.kind, said.left, said.right, said.why, SURE, Review.CORRECTED, machine)
