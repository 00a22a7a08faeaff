"""Denials of what others said before in the same report, by what the two commit to.

Enter claims and the entities by id; leave each claim that denies with every earlier one of its report, by somebody
else, that it cannot be true beside. Where ten reports carry one dispatch, one of them is enough to say that two stand
against each other; but in each of them the denial answers what its own report tells.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.model import Claim, Entity, Stance
from counterclaim.relate.answers import nested
from counterclaim.relate.judging import Judge
from counterclaim.relate.mouths import may_be_one
from counterclaim.relate.positions import Position, order, party, positions

MOST = 200  # positions of one report


def denied_there(
    claims: Sequence[Claim], entities: Mapping[str, Entity], origins: Mapping[str, str]
) -> Iterator[tuple[Claim, Claim]]:
    """(denial, the earlier claim of its report that it conflicts with)."""
    told: dict[str, list[Position]] = defaultdict(list)
    for position in positions(claims):
        told[position.claim.article].append(position)
    judged = Judge(entities)
    for found in told.values():
        for denial in found[:MOST]:
            if denial.claim.stance is Stance.DENIES:
                for other in found[:MOST]:
                    if _said_before(denial.claim, other.claim, origins) and judged.conflict(denial, other):
                        yield denial.claim, other.claim


def _said_before(denial: Claim, other: Claim, origins: Mapping[str, str]) -> bool:
    return (
        other.stance is not Stance.DENIES
        and party(other.claimant) != party(denial.claimant)
        and order(other) < order(denial)
        and not nested(denial, other)
        and not may_be_one(denial, other, origins)
    )
