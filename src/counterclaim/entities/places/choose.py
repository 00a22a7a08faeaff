"""Which of the places of one name does this article mean?"""

import math
from collections import Counter, defaultdict

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.spot import Spot
from counterclaim.model import Precision


def choose(spots: tuple[Spot, ...]) -> dict[str, Candidate]:
    """One place for each name and stated size, the same throughout the article."""
    groups: dict[tuple[str, Precision | None], list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.candidates:
            groups[sense(spot)].append(spot)
    chosen = {group: max(own[0].candidates, key=_prior) for group, own in groups.items()}
    votes: Counter[str] = Counter()
    for group, own in groups.items():
        if chosen[group].country:
            votes[str(chosen[group].country)] += len(own)
    total = sum(votes.values()) or 1
    return {
        group: max(own[0].candidates, key=lambda c: _prior(c) + 2 * votes[c.country or ""] / total)
        for group, own in groups.items()
    }


def sense(spot: Spot) -> tuple[str, Precision | None]:
    """What spots must share to mean one place."""
    return spot.name, spot.unit


def _prior(candidate: Candidate) -> float:
    score = math.log10(candidate.population + 1)
    if candidate.user:
        score += 100
    if candidate.precision is Precision.COUNTRY:
        score += 3
    if candidate.precision is Precision.REGION:
        score += 0
    if candidate.precision is Precision.DISTRICT:
        score -= 2
    return score + (1 if candidate.main else 0)
