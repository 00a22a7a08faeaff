"""An article → its places, and where it names them."""

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.choose import choose, sense
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.rows import slug
from counterclaim.entities.places.spot import Spot, spots
from counterclaim.model import Entity, EntityKind, Mention, Parsed


def find_places(parsed: Parsed, gazetteer: Gazetteer) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The places that the article names, in the order first seen, and every mention of them in reading order.

    A place that no gazetteer knows is kept without coordinates. Adjectives of nationality are mentions of their country, but no
    names of it.
    """
    found = spots(parsed, gazetteer)
    chosen = choose(found)
    names: dict[str, dict[str, None]] = {}
    places: dict[str, Candidate | None] = {}
    mentions = []
    for spot in found:
        place = chosen.get(sense(spot)) if spot.candidates else None
        entity = place.id if place else f"place:{slug(spot.name)}"
        places.setdefault(entity, place)
        own = names.setdefault(entity, {})
        if not spot.adjective:
            own.setdefault(spot.surface)
        mentions.append(Mention(spot.part, spot.span, EntityKind.PLACE, entity, spot.surface))
    entities = tuple(_entity(key, place, tuple(names[key]), found, gazetteer) for key, place in places.items())
    return entities, tuple(mentions)


def _entity(
    key: str, place: Candidate | None, names: tuple[str, ...], found: tuple[Spot, ...], gazetteer: Gazetteer
) -> Entity:
    if place is None:
        return Entity(key, EntityKind.PLACE, max(names, key=len), names)
    country = gazetteer.country(place.country) if place.country else None
    within = tuple(dict.fromkeys((*place.within, *((country.id,) if country and country.id != key else ()))))
    return Entity(key, EntityKind.PLACE, place.name, names or (place.name,), location=place.location, within=within)
