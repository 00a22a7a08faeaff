"""In which country an article's outlet writes, by its own words alone: its name, or the end of its web address.

Enters an article; leaves the country, or None where name and address say nothing, or two things. A namesake at home
is a little likelier for a paper that says no more: a paper of Spain means its own Cordoba.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.words import NO_PLACES, WORLD_WIDE
from counterclaim.model import Article, Precision

_LONGEST = 3
# A town that gives an outlet its name is known by itself, and no other of that name is nearly as large.
_PEOPLE = 50_000
_DWARFED = 10


def home_of(article: Article, gazetteer: Gazetteer) -> str | None:
    """The country, as `country_of` names it."""
    named = set(_named((article.outlet or "").split(), gazetteer))
    addressed = set(_addressed(article.url or "", gazetteer))
    found = named & addressed or named | addressed
    return found.pop() if len(found) == 1 else None


def country_of(place: Candidate) -> str | None:
    """The code of a place's country; for a country that only a user's gazetteer knows its id."""
    if place.country:
        return place.country
    outermost = (place.id, *place.within)[-1]
    return outermost if place.user else None


def _named(words: list[str], gazetteer: Gazetteer) -> Iterator[str]:
    """The countries that the words of the outlet's name stand for, the longest names first."""
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            countries = _countries(" ".join(words[at : at + size]), gazetteer)
            if countries:
                yield from countries
                at += size - 1
                break
        at += 1


def _countries(words: str, gazetteer: Gazetteer) -> set[str]:
    """The countries of all known places that bear the name, or the country whose adjective it is."""
    if not words[0].isupper() or exact_key(words) in NO_PLACES:
        return set()
    nation = gazetteer.adjective(words)
    written = (c for c in gazetteer.written(words) if c.precision is Precision.COUNTRY)
    known = [nation] if nation else [*written, *(c for c in gazetteer.exact(words) if _is_known(c))]
    largest = max((place.population for place in known), default=0)
    meant = (p for p in known if p.user or p.precision is Precision.COUNTRY or p.population * _DWARFED >= largest)
    return {country for place in meant if (country := country_of(place))}


def _is_known(place: Candidate) -> bool:
    return place.user or (place.main and place.population >= _PEOPLE)


def _addressed(url: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The country of the domain, unless its ending is sold the world over."""
    try:
        ending = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:  # a bracket left open; what is no address says nothing
        return
    if len(ending) != 2 or ending in WORLD_WIDE:
        return
    country = gazetteer.country("gb" if ending == "uk" else ending)
    if country and country.country:
        yield country.country
