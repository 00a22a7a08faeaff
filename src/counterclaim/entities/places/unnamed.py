"""Regions that an article calls by their noun alone: "the province" of the towns that it names.

Enter an article and the places found in it; leave a region and the words for it, where the article names none by name
and two fifths or more of its towns lie in one.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.model import Parsed, Part, Precision, Sentence, Span, Token

# Words for a unit of government alone: "the region" may be any part of the world, "the state" a government.
_UNITS = frozenset({"province", "oblast", "governorate", "prefecture"})
_BEFORE = frozenset({"the", "this", "whole", "entire", "mountain", "border", "coastal"})
_MOST = 0.4  # of the mentions of towns have to lie in the region


@dataclass(frozen=True, slots=True)
class Unnamed:
    """One mention: where "province" stands, and which it is."""

    part: Part
    span: Span
    surface: str
    place: Candidate


def unnamed_regions(parsed: Parsed, named: Collection[Candidate], gazetteer: Gazetteer) -> Iterator[Unnamed]:
    """The mentions of a region that has no name in the article; `named` are the places of its mentions, each as often
    as it is mentioned."""
    spoken = [
        (sentence, token) for sentence in parsed.sentences for token in sentence.tokens if _alone(sentence, token)
    ]
    region = _around(named, gazetteer) if spoken else None
    if region is not None:
        yield from (Unnamed(sentence.part, token.span, token.text, region) for sentence, token in spoken)


def _alone(sentence: Sentence, token: Token) -> bool:
    """ "The province", with no name before or behind it."""
    if token.text not in _UNITS:
        return False
    before = {child.text.lower() for child in sentence.children(token) if child.i < token.i}
    behind = [child for child in sentence.children(token) if child.i > token.i and child.text == "of"]
    return bool(before & {"the", "this"}) and before <= _BEFORE and not behind


def _around(named: Collection[Candidate], gazetteer: Gazetteer) -> Candidate | None:
    """The region that the most towns lie in; None where the article names a region, or they lie apart."""
    if any(place.precision is Precision.REGION for place in named):
        return None
    towns = [place for place in named if place.precision is not Precision.COUNTRY]
    units = (next((unit for unit in place.within if gazetteer.region(unit) is not None), "") for place in towns)
    best, count = next(iter(Counter(unit for unit in units if unit).most_common(1)), ("", 0))
    return gazetteer.region(best) if count and count >= _MOST * len(towns) else None
