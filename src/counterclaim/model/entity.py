"""Persons, bodies, groups and places, with all their names."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Part, Span


class EntityKind(StrEnum):
    """What an entity is. A country is a place; as a claimant it speaks as a state."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"


class Precision(StrEnum):
    """How large an area a place's coordinates stand for."""

    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Location:
    """WGS 84 degrees, with the size of what they stand for. `country` is ISO 3166-1 alpha-2."""

    lat: float
    lon: float
    precision: Precision
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, group or place.

    Within an article `id` is local; after `counterclaim.entities.unify` it is the ledger's. `names` hold every surface
    form in the order first seen, `name` the fullest of them. `side` is as reported, never guessed from the name.
    `within` are ids of the places that contain this one, nearest first; for a body of a state that only one person
    names, and without its country ("the ministry"), the local id of that person, until `unify` has used it. `reasons`
    say in words why names were joined.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    side: str | None = None
    location: Location | None = None
    within: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article names or points to an entity. `entity` is the entity's id."""

    part: Part
    span: Span
    kind: EntityKind
    entity: str
    surface: str


@dataclass(frozen=True, slots=True)
class Ref:
    """An argument that names someone or somewhere: the entity if one is known, its name, and the words used here."""

    name: str
    surface: str
    entity: str | None = None
    kind: EntityKind | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what one article speaks of.

    `speakers` has one entry for each attribution, in their order; None is unknown.

    `relays` likewise holds the resolved names of those who passed the claim on. `nations` pairs the article's
    adjectives of nations and movements, as they stand, with the side that they speak for ("Ukrainian", "Ukraine").
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    speakers: tuple[Ref | None, ...]
    relays: tuple[tuple[str, ...], ...]
    nations: tuple[tuple[str, str], ...] = ()

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, if it plays here."""
        return next((entity for entity in self.entities if entity.id == entity_id), None)
