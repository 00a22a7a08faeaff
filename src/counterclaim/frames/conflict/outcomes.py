"""Attacks that were beaten off: who says so of a place says that the attackers have not taken it.

Enter the verb and the attack of a stretch; leaves the outcome as a role, or nothing where the attack was only near the
place ("repelled attacks in the area of X", of which X itself may have fallen).
"""

from counterclaim.frames.stretch import Stretch
from counterclaim.model import Argument, Proposition, Token

REPELLED = "repelled"
BESIDE = frozenset(["near", "around", "towards", "toward", "outside", "beyond", "along", "from", "by"])
SURROUNDINGS = frozenset(
    ["area", "approach", "axis", "direction", "district", "neighbourhood", "outskirts", "sector", "surroundings"]
) | {"front", "frontline", "vicinity", "position", "line"}


def outcome(stretch: Stretch, *heads: Token) -> str | None:
    """ "Repelled an attack on the town", but not one near it; None where the words leave room."""
    for head in heads:
        for preposition in stretch.children(head, "prep"):
            around = [noun.lemma for noun in stretch.children(preposition, "pobj")]
            if preposition.lemma in BESIDE or not SURROUNDINGS.isdisjoint(around):
                return None
    return REPELLED


def beaten_off(attack: Proposition) -> Proposition | None:
    """The attackers do not hold what they were beaten off from: all of the place, or that part of it."""
    actor, place, part = attack.get("actor"), attack.get("place"), attack.get("part")
    repelled = attack.get("outcome") == REPELLED and not attack.negated
    if not repelled or actor is None or place is None or attack.get("target") is not None:
        return None
    roles = (("place", place), ("part", part), ("holder", actor), ("extent", "partial" if part else "full"))
    arguments = tuple(Argument(role, value) for role, value in roles if value is not None)
    return Proposition("control", arguments, True, attack.modality, attack.when, attack.evidence)
