"""What `unify` gathers: one ledger entity out of the local entities of many articles."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from counterclaim.model import Entity, EntityKind

_QUOTED = re.compile(r"“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Local:
    """One article's entity."""

    article: str
    entity: Entity

    @property
    def key(self) -> tuple[str, str]:
        """The article's id and the entity's local one."""
        return self.article, self.entity.id


@dataclass(frozen=True, slots=True)
class Given:
    """What a person has settled about an entity; empty where the articles decide. `actor` is a user's own entity."""

    name: str = ""
    kind: EntityKind | None = None
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    side: str | None = None
    within: tuple[str, ...] = ()
    actor: bool = False


NOTHING_GIVEN = Given()


@dataclass(slots=True, eq=False)
class Cluster:
    """Local entities that are one. `entity` puts them in the order of their articles."""

    id: str
    locals: list[Local] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    side: str | None = None
    given: Given = NOTHING_GIVEN

    def add(self, local: Local, reason: str = "") -> None:
        """Takes a local entity in, and why."""
        self.locals.append(local)
        self.side = self.side or local.entity.side
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    def take(self, other: "Cluster", reason: str) -> None:
        """Takes all of another cluster in, and why."""
        self.locals.extend(other.locals)
        self.reasons = list(dict.fromkeys([*self.reasons, *other.reasons, reason]))
        self.side = self.side or other.side

    def leave(self, keys: Collection[tuple[str, str]]) -> list[Local]:
        """Lets local entities go, with their side and the reasons that spoke of them; those that went."""
        gone = [local for local in self.locals if local.key in keys]
        self.locals = [local for local in self.locals if local.key not in keys]
        sides = [local.entity.side for local in self.locals if local.entity.side]
        if self.side in {local.entity.side for local in gone} and self.side not in sides:
            self.side = sides[0] if sides else None
        left = {name for local in self.locals for name in (local.entity.name, *local.entity.names)}
        several = len(self.locals) > 1
        self.reasons = [one for one in self.reasons if several and left.issuperset(_QUOTED.findall(one))]
        return gone

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Which local entities it holds."""
        return [local.key for local in self.locals]

    @property
    def kind(self) -> EntityKind:
        """What it is: as given, else as its first article has it."""
        return self.given.kind or min(self.locals, key=lambda local: local.key).entity.kind

    @property
    def articles(self) -> int:
        """How many articles name it."""
        return len({local.article for local in self.locals})

    @property
    def names(self) -> tuple[str, ...]:
        """Every surface form, in the order of the articles."""
        return tuple(dict.fromkeys(name for local in self.locals for name in local.entity.names))

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role, in the order of the articles."""
        return tuple(dict.fromkeys(role for local in self.locals for role in local.entity.roles))

    @property
    def name(self) -> str:
        """The full name that most articles use; of equals the longest, then the first of the alphabet."""
        if self.given.name:
            return self.given.name
        if len(self.locals) == 1:
            return self.locals[0].entity.name
        counts = Counter(local.entity.name for local in self.locals)
        return min(
            counts,
            key=lambda name: (len(name.split()) < 2, -counts[name], "'" in name or "’" in name, -len(name), name),
        )

    def _place_name(self) -> str:
        """The name that most articles give the place where they name it outright, and not by an adjective alone."""
        own = [local.entity for local in self.locals if local.entity.name in local.entity.names]
        counts = Counter(entity.name for entity in own or [local.entity for local in self.locals])
        return min(counts, key=lambda name: (-counts[name], -len(name), name))

    def entity(self) -> Entity:
        """The ledger's record."""
        self.locals.sort(key=lambda local: local.key)
        first, given = self.locals[0].entity, self.given
        located = sorted((local.entity for local in self.locals if local.entity.location), key=self._elsewhere)
        place = located[0] if located else first
        kind = self.kind
        own = (reason for local in self.locals for reason in local.entity.reasons)
        return Entity(
            id=self.id,
            kind=kind,
            name=self._place_name() if kind is EntityKind.PLACE and not given.name else self.name,
            names=tuple(dict.fromkeys([*given.names, *self.names])),
            roles=tuple(dict.fromkeys([*given.roles, *self.roles])),
            side=given.side or self.side,
            location=place.location,
            within=place.within if kind is EntityKind.PLACE else given.within,
            reasons=tuple(dict.fromkeys([*self.reasons, *own])),
        )

    def _elsewhere(self, entity: Entity) -> bool:
        """Is it another place, joined by hand? The place that took it in says where both lie."""
        return entity.id != self.id
