"""An article → its places, and where it names them."""

import re
from collections import defaultdict
from difflib import SequenceMatcher

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.choose import choose, sense
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.home import home_of
from counterclaim.entities.places.keys import exact_key, loose_key
from counterclaim.entities.places.rows import slug
from counterclaim.entities.places.sites import town_sites
from counterclaim.entities.places.spot import spots
from counterclaim.entities.places.unnamed import unnamed_regions
from counterclaim.model import Entity, EntityKind, Mention, Parsed, Precision

_ALIKE = 0.6
_SHORT = 4  # letters, up to which capitals may be initials
_ARTICLES = re.compile(r"\b(?:al|ar|ad|an|as|ash|at|az|el|ez)\b ?")


def find_places(
    parsed: Parsed, gazetteer: Gazetteer, towns: frozenset[str] = frozenset()
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The places that the article names, in the order first seen, and every mention of them in reading order.

    `towns` are the keys of names that it speaks of as of towns, whatever the map has (`fought_over`). A place that no
    gazetteer knows is kept without coordinates. Adjectives of nationality are mentions of their country, but no names
    of it.
    """
    found = spots(parsed, gazetteer, towns)
    chosen = choose(parsed, found, home_of(parsed.article, gazetteer))
    places: dict[str, Candidate | None] = {}
    names: dict[str, dict[str, None]] = defaultdict(dict)
    mentions = []
    for spot in found:
        place = chosen.get(sense(spot))
        entity = place.id if place else f"place:{slug(spot.surface)}"
        places.setdefault(entity, place)
        mentions.append(Mention(spot.part, spot.span, EntityKind.PLACE, entity, spot.surface))
        if not spot.adjective:
            names[entity] |= dict.fromkeys(name for name in (spot.surface, spot.bare) if name)
    named = [place for m in mentions if (place := places[m.entity]) is not None]
    for more in (*unnamed_regions(parsed, named, gazetteer), *town_sites(parsed, mentions, places, gazetteer)):
        places.setdefault(more.place.id, more.place)
        mentions.append(Mention(more.part, more.span, EntityKind.PLACE, more.place.id, more.surface))
    mentions.sort(key=lambda mention: (mention.part.value, mention.span))
    entities = tuple(_entity(key, place, tuple(names[key]), gazetteer) for key, place in places.items())
    return entities, tuple(mentions)


def _entity(key: str, place: Candidate | None, names: tuple[str, ...], gazetteer: Gazetteer) -> Entity:
    if place is None:
        return Entity(key, EntityKind.PLACE, max(names, key=len), names)
    country = gazetteer.country(place.country) if place.country else None
    within = dict.fromkeys(place.within) | ({country.id: None} if country and country.id != key else {})
    return Entity(
        key, EntityKind.PLACE, _name(place, names), names or (place.name,), location=place.location,
        within=tuple(within)
    )  # fmt: skip


def _name(place: Candidate, names: tuple[str, ...]) -> str:
    """The gazetteer's name, but as the article spells it: "Sloviansk", not "Slovyansk"; "Donetsk region", not the
    adjective.
    """
    if place.precision is Precision.COUNTRY or place.user:
        return place.name
    same = [name for name in names if exact_key(name) == exact_key(place.name)]
    if same or not names:
        return next((name for name in same if name[0].isupper() and not name.isupper()), place.name)
    alike = [name for name in names if _is_spelling(name, place.name)]
    region = place.precision in (Precision.REGION, Precision.DISTRICT)
    written, alike = ([n for n in some if not n.isupper()] or some for some in (list(names), alike))
    nearest = max(alike, key=lambda name: (_likeness(name, place.name), len(name)), default=place.name)
    fullest = max(written, key=len) if region else nearest
    fullest = fullest.title() if fullest.isupper() and len(fullest) > _SHORT else fullest  # of a heading in capitals
    return fullest[0].upper() + fullest[1:]


def _is_spelling(name: str, known: str) -> bool:
    """Is it the same name in another romanization ("Hama" of Ḩamāh, "Raqqa" of Ar Raqqah), and no other name?"""
    return loose_key(exact_key(name)) == loose_key(exact_key(known)) != "" or _likeness(name, known) >= _ALIKE


def _likeness(name: str, known: str) -> float:
    """How alike two names are without their articles, 0 to 1."""
    one, other = (_ARTICLES.sub("", exact_key(each)).replace(" ", "") for each in (name, known))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
