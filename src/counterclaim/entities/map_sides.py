"""Sides of countries that only the gazetteer knows: a user's own, unrecognized or invented ones.

Enters the places of an article; leaves the words that name its countries. Adjectives are formed as English mostly
forms them for names in -a ("Freedonia", "Freedonian"); other nationalities come from `nations`.
"""

import re
from collections.abc import Iterable, Mapping

from counterclaim.entities.spelling import folded
from counterclaim.model import Entity, Precision


def countries_on_the_map(places: Iterable[Entity]) -> dict[str, str]:
    """Folded names and adjectives of the countries that the article names → the country's name."""
    found: dict[str, str] = {}
    for place in places:
        if place.location is not None and place.location.precision is Precision.COUNTRY:
            for name in (place.name, *place.names):
                found[folded(name)] = place.name
                if name.endswith("a"):
                    found[folded(name + "n")] = place.name
    return found


def side_by_map(countries: Mapping[str, str], words: Iterable[str]) -> str | None:
    """The one country that capitalized words among these speak for; None for none or several."""
    chunks = (word for text in words for word in re.findall(r"[^\W\d_][\w-]*", text) if word[0].isupper())
    sides = {countries[folded(word)] for word in chunks if folded(word) in countries}
    return next(iter(sides)) if len(sides) == 1 else None
