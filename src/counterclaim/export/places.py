"""Where claims and disputes lie on a map.

Enter ids and claims; leave places with their coordinates, or the reason in words why there are none. A country has an
area and no point: to put it at its middle would say that something happened there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.ledger.records import entity_record
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Entity, EntityKind, Precision, Proposition, Ref

# Roles that say where; a place that acts or holds ("Paris denies") is no scene.
WHERE = ("place", "origin", "target")
NO_PLACE = "name no place"
UNKNOWN = "name a place whose coordinates are not known"
COUNTRY = "name only a country, which has no point"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that propositions of a claim speak of: by which role, and which of them."""

    place: Ref
    entity: Entity | None
    roles: tuple[str, ...]
    propositions: tuple[Proposition, ...]


class Places:
    """The places of a ledger, looked up by id; those asked for last are kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.entity = lru_cache(maxsize=4096)(self._look)

    def _look(self, entity_id: str | None) -> Entity | None:
        row = self.store.rows("SELECT * FROM entity WHERE id = ?", (entity_id,)).fetchone()
        return None if row is None else entity_record(row, row["id"])

    def spots(self, claim: Claim) -> Iterator[Spot]:
        """Each place of the claim once, in the order of its words."""
        found: dict[str, tuple[Ref, list[str], list[Proposition]]] = {}
        for proposition in claim.propositions:
            for argument in proposition.arguments:
                value = argument.value
                if argument.role in WHERE and isinstance(value, Ref) and value.kind is EntityKind.PLACE:
                    _, roles, told = found.setdefault(value.entity or value.name, (value, [], []))
                    roles.append(argument.role)
                    told.append(proposition)
        for ref, roles, told in found.values():
            yield Spot(ref, self.entity(ref.entity), tuple(dict.fromkeys(roles)), tuple(dict.fromkeys(told)))


def without_point(entity: Entity | None) -> str | None:
    """Why the place has no point, in words; None where it has one."""
    if entity is None or entity.location is None:
        return UNKNOWN
    return COUNTRY if entity.location.precision is Precision.COUNTRY else None
