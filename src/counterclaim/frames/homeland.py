"""Whose dead a state's own office counts: "Syria's health ministry says 812 have died", in a report that spoke of
Turkey last.

Enters a view and the place that was found by default; leaves the state of the office that counts, where it is another.
"""

import re

from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Ref

# Offices that count at home; a foreign ministry speaks of its own abroad.
AT_HOME = re.compile(
    r"\b(?:health|interior|emergenc(?:y|ies)|disaster|civil defen[cs]e|police|rescue|red (?:cross|crescent)|fire)\b",
    re.IGNORECASE,
)


def own_country(view: View, place: Ref | None) -> Ref | None:
    """The place, unless a home office of another state that the article names as a place counts its dead."""
    state = view.claimant_side
    entity = view.scene.entities.get(place.entity or "") if place is not None else None
    if place is None or state is None or entity is None or view.claimant is None:
        return place
    there = view.scene.side(place) or view.scene.country_of(entity)
    office = view.scene.entities.get(view.claimant.entity or "")
    known = [view.claimant.name, view.claimant.surface, *(office.roles if office is not None else ())]
    if there is None or there == state or not any(AT_HOME.search(words) for words in known):
        return place
    places = (e for e in view.scene.cast.entities if e.kind is EntityKind.PLACE and state in (e.name, *e.names))
    return next((Ref(e.name, e.name, e.id, e.kind) for e in places), Ref(state, state, None, EntityKind.PLACE))
