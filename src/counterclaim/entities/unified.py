"""What `unify` gathers: one ledger entity out of the local entities of many articles."""

from collections import Counter
from dataclasses import dataclass, field

from counterclaim.model import Entity, EntityKind


@dataclass(frozen=True, slots=True)
class Local:
    """One article's entity."""

    article: str
    entity: Entity

    @property
    def key(self) -> tuple[str, str]:
        """The article's id and the entity's local one."""
        return self.article, self.entity.id


@dataclass(slots=True, eq=False)
class Cluster:
    """Local entities that are one. `entity` puts them in the order of their articles."""

    id: str
    locals: list[Local] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    side: str | None = None

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

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Which local entities it holds."""
        return [local.key for local in self.locals]

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
        first = self.locals[0].entity
        located = next((local.entity for local in self.locals if local.entity.location), first)
        within = located.within if first.kind is EntityKind.PLACE else ()
        own = (reason for local in self.locals for reason in local.entity.reasons)
        reasons = tuple(dict.fromkeys([*self.reasons, *own]))
        name = self._place_name() if first.kind is EntityKind.PLACE else self.name
        return Entity(self.id, first.kind, name, self.names, self.roles, self.side, located.location, within, reasons)
