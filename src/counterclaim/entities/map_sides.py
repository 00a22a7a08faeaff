"""Sides of countries that only the user's gazetteer knows: unrecognized or invented ones.

Enters words of roles and names; leaves the country. All other countries come from `nations`.
"""

import re
from collections.abc import Iterable

from counterclaim.entities.places import Candidate, Gazetteer
from counterclaim.model import Precision


def country_by_map(word: str, gazetteer: Gazetteer) -> str | None:
    """The user's country that a capitalized word names, as a noun or as an adjective."""
    found = (*gazetteer.exact(word), gazetteer.adjective(word), *_stem(word, gazetteer))
    return next((c.name for c in found if c and c.user and c.precision is Precision.COUNTRY), None)


def _stem(word: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """ "Freedonian" without its ending: English forms most adjectives of names in -a so."""
    return gazetteer.exact(word[:-1]) if word.endswith("an") else ()


def side_by_map(words: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """The one country that capitalized words among these speak for; None for none or several."""
    chunks = (word for text in words for word in re.findall(r"[^\W\d_][\w-]*", text) if word[0].isupper())
    sides = {country for word in chunks if (country := country_by_map(word, gazetteer))}
    return next(iter(sides)) if len(sides) == 1 else None
