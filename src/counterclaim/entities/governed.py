"""The side of those who govern a place that the article itself calls a country's.

"X's Lower district … the district's governor, NAME": NAME stands on X's side. The map alone decides nothing, since who
governs a place may be what is in dispute.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from counterclaim.entities.figures import Figure
from counterclaim.entities.page import Page
from counterclaim.entities.vocabulary import plain
from counterclaim.model import Entity, Mention

_GOVERNORS = frozenset(("governor", "mayor", "prefect"))
_UNITS = frozenset(("city", "county", "district", "province", "region", "state", "town"))
# What may stand between a nationality and the place: "Xish border region of Lower".
_OF_ITS = re.compile(r" (?:border |frontier )?(?:(?:city|district|province|region|town) of )?")
_IMPOSED = frozenset(("acting", "appointed", "backed", "imposed", "installed", "proclaimed", "self-proclaimed"))


def take_sides(page: Page, persons: Iterable[Figure], places: Sequence[Entity], mentions: Sequence[Mention]) -> None:
    """Gives governors and mayors without a side that of their place, as the article's words have it."""
    owners = _owners(page, mentions)
    owned = [(place, owners[place.id]) for place in places if place.id in owners]
    for person in persons if owned else ():
        for role in person.roles if person.side is None else ():
            words = {plain(word.strip(",.")) for word in re.split(r"[\s-]+", role)}
            if words & _GOVERNORS and not words & _IMPOSED:
                sides = {side for place, side in owned if _governs(role, words, place)}
                person.side = next(iter(sides)) if len(sides) == 1 else None


def _owners(page: Page, mentions: Sequence[Mention]) -> dict[str, str]:
    """The country that words right beside each place give it."""
    found: dict[str, set[str]] = {}
    for one, two in pairwise(mentions):
        if one.part is two.part and one.span.end <= two.span.start:
            place, country = _owned(page, one, two)
            if country:
                found.setdefault(place, set()).add(country)
    return {place: next(iter(countries)) for place, countries in found.items() if len(countries) == 1}


def _owned(page: Page, one: Mention, two: Mention) -> tuple[str, str | None]:
    """ "X's Lower district", "the Xish region of Lower", "Lowtown, X": the place, and the country it is given."""
    nations, between = page.nations, page.article.part(one.part)[one.span.end : two.span.start]
    if between in ("'s ", "’s "):
        return two.entity, nations.named(one.surface)
    if _OF_ITS.fullmatch(between):
        return two.entity, nations.of_adjective(one.surface)
    listed = between != ", " or nations.named(one.surface)
    return one.entity, None if listed else nations.named(two.surface)


def _governs(role: str, words: set[str], place: Entity) -> bool:
    """Does the role name the place, or the one unit of government that it is ("the district's governor")?"""
    named = any(name in role for name in place.names)
    units = _UNITS & words
    alone = not any(word[0].isupper() for word in role.split()[1:])
    return named or (alone and any(unit in name.lower().split() for unit in units for name in place.names))
