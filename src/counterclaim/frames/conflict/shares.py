"""Who holds a place: comparing. Each claim bounds the share of the place that a holder has; two shares of two sides
sum to one at most."""

import re
from dataclasses import replace
from itertools import product

from counterclaim.frames.comparison import Comparison, Context, agrees, cannot_tell, conflicts
from counterclaim.frames.factions import is_party
from counterclaim.frames.likeness import (
    ANY_PART,
    PlaceLikeness,
    name,
    parts_apart,
    party_side,
    place_likeness,
    same_party,
    when_overlaps,
)
from counterclaim.model import Argument, EntityKind, Proposition, Ref

NUMBERED = re.compile(r"(?:the )?\d{1,4}(?:st|nd|rd|th)\b", re.IGNORECASE)


def against_control(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """Compare two claims on who holds a place."""
    likeness = place_likeness(a, b, context)
    if likeness is PlaceLikeness.APART or when_overlaps(a, b) is False:
        return None
    if likeness is PlaceLikeness.CONTAINS:
        a, b = b, a
    a, b = _of_its_state(a, b, context), _of_its_state(b, a, context)
    one_side = _one_side(a, b, context)
    if one_side is None:
        return _fallen(a, b) if likeness is PlaceLikeness.SAME else None
    where = name(a.get("place"))
    words = f"control of {where}: {_words(a)} against {_words(b)}"
    if likeness is PlaceLikeness.SAME and not both_parts_meet(a, b):
        return cannot_tell(words)
    if likeness is PlaceLikeness.SAME:
        return _same_place(a, b, one_side, words)
    return _inner_outer(a, b, one_side, words)


def _of_its_state(lost: Proposition, other: Proposition, context: Context) -> Proposition:
    """ "The town has (not) fallen", beside "it is in Varnian hands": to the state in which it lies."""
    place, holder = lost.ref("place"), other.ref("holder")
    fell = lost.get("holder") is None and lost.get("extent") == "none" and lost.get("change") == "lost"
    if not fell or holder is None or place is None or not holder.entity or not place.entity:
        return lost
    own = holder.kind is EntityKind.PLACE and context.place_within(place.entity, holder.entity)
    return replace(lost, arguments=(*lost.arguments, Argument("holder", holder))) if own else lost


def _fallen(a: Proposition, b: Proposition) -> Comparison | None:
    """ "The town has fallen", whoever held it, and "they have taken it"."""
    for lost, taken in ((a, b), (b, a)):
        fell = lost.get("holder") is None and lost.get("extent") == "none" and lost.get("change") == "lost"
        whole = lost.get("part") is None and taken.get("part") is None and taken.get("extent") == "full"
        if fell and whole and taken.get("holder") is not None and taken.get("change") == "gained":
            who = f"{name(taken.get('place'))}: wholly held by {name(taken.get('holder'))}"
            if lost.negated is taken.negated:
                return agrees(
                    f"control of {who} and not held by others"
                    if not taken.negated
                    else f"control of {who}: both deny it"
                )
            return conflicts(
                f"control of {who} against not lost to them"
                if lost.negated
                else f"control of {who}, denied, against lost"
            )
    return None


def _one_side(a: Proposition, b: Proposition, context: Context) -> bool | None:
    holders = a.ref("holder"), b.ref("holder")
    if None in holders or any(map(_nameless, holders)):
        return None
    if all(map(_of_state, holders)) or same_party(*holders, context):
        return True
    if any(_unit_of_nobody(holder, context) for holder in holders) or _perhaps_one(*holders, context):
        return None
    return party_side(holders[0], context) == party_side(holders[1], context)


def _perhaps_one(a: Ref | None, b: Ref | None, context: Context) -> bool:
    """ "The insurgents" of one report may be the Reed Front of another, which is no state's army."""
    if a is not None and b is not None and all("mutin" in one.name.casefold() for one in (a, b)):
        return True  # "the mutineers", "mutinous soldiers in Tarvia"
    for loose, named in ((a, b), (b, a)):
        if loose is None or named is None or not _is_irregular(loose):
            continue
        side = context.side(named)
        states = named.kind is EntityKind.PLACE or (side is not None and not is_party(side))
        states = states or not ARMIES.isdisjoint(named.name.casefold().split())
        if not states and not _is_irregular(named):
            return True
    return False


def _is_irregular(holder: Ref) -> bool:
    called = holder.name.casefold().removeprefix("the ")
    return called in IRREGULARS or not REBELLIOUS.isdisjoint(called.split())


def _unit_of_nobody(holder: Ref | None, context: Context) -> bool:
    """ "The 17th Brigade", of which no report says whose it is, may be either side's."""
    return holder is not None and NUMBERED.match(holder.name) is not None and context.side(holder) is None


def _of_state(holder: Ref | None) -> bool:
    """ "The authorities", "riot police", "guards": whoever of them holds a prison, it is the state's."""
    words = holder.name.casefold().split() if holder is not None else []
    return bool(words) and words[-1] in POLICE


def _nameless(holder: Ref | None) -> bool:
    """ "Militants", "marines": troops that the report names no side for can be anybody's."""
    if holder is None or holder.entity is not None:
        return False
    return holder.name.casefold().removeprefix("the ") in NAMELESS


def _same_place(a: Proposition, b: Proposition, one_side: bool, words: str) -> Comparison:
    (low_a, high_a), (low_b, high_b) = share(a), share(b)
    off = _is_off(a), _is_off(b)
    both_hold = _one_part(a, b) and one_side is (off[0] != off[1]) and not all(off)
    if both_hold or (not one_side and (low_a + low_b > 1 or _gone_and_not_taken(a, b) or _gone_and_not_taken(b, a))):
        return conflicts(words)
    if one_side:
        if high_a < low_b or high_b < low_a:
            return conflicts(words)
        if (a.get("extent") == b.get("extent") and a.negated == b.negated) or (_keeps(a) and _keeps(b)):
            return agrees(_both(words))
        return cannot_tell(words)
    # "They have not all of it" fits "part of it is ours"; "they have none" fits only "all of it is ours".
    for low, high in ((low_b, high_a), (low_a, high_b)):
        if low > 0 and high < 1 and (high > 0 or low == 1):
            return agrees(_both(words))
    return cannot_tell(words)


def _gone_and_not_taken(lost: Proposition, denied: Proposition) -> bool:
    """ "We have lost it" is against "the report that they retook it is false"."""
    gone = lost.get("extent") == "none" and lost.get("change") == "lost" and not lost.negated
    whole = lost.get("part") is None and denied.get("part") is None
    return gone and whole and denied.negated and denied.get("extent") == "full" and denied.get("change") == "gained"


def _is_off(control: Proposition) -> bool:
    """ "Does not hold the mill", "lost the mill"; "denied losing the mill" says that it is held."""
    return control.negated is not (control.get("extent") == "none")


def _keeps(control: Proposition) -> bool:
    """ "Still holds it", "denied losing it"."""
    lost = control.get("change") == "lost" and control.get("extent") == "none"
    kept = control.get("change") == "kept" and control.get("extent") == "full"
    return lost if control.negated else kept


def both_parts_meet(a: Proposition, b: Proposition) -> bool:
    """Can what is said not to be held of one part bear on the other claim? Not on another part, nor on the rest.

    Two parts that one side is said to hold are both "some of it": each bears the other out.
    """
    if not (a.negated or b.negated) or {a.get("extent"), b.get("extent")} != {"partial"}:
        return True
    one_part = (a.get("part") is None) is not (b.get("part") is None)
    return not parts_apart(a, b) and not one_part


NAMELESS = frozenset(
    [
        "militants", "marines", "fighters", "gunmen", "paratroopers", "units", "terrorists", "armed men",
        "special forces", "stormtroopers", "assault groups", "garrison", "infantry", "defenders", "attackers",
        "gunners", "snipers", "sharpshooters", "riflemen", "artillerymen", "tank crews", "crews", "scouts", "commandos",
        "conscripts", "recruits", "reservists", "volunteers", "sentries", "saboteurs", "machine gunners",
        "mortar crews",
    ]
)  # fmt: skip
IRREGULARS = frozenset(
    [
        "rebels", "insurgents", "jihadists", "separatists", "guerrillas", "islamists", "extremists", "mutineers",
        "rebel fighters", "rebel forces", "the opposition", "opposition fighters", "insurgent fighters", "militia",
        "militiamen", "mercenaries", "mujahideen", "bandits", "paramilitaries",
    ]
)  # fmt: skip
REBELLIOUS = frozenset(["mutinous", "rebel", "insurgent", "mutineers", "renegade", "rogue", "breakaway"])
ARMIES = frozenset(["army", "military", "forces", "troops", "government", "police", "navy", "soldiers", "regime"])
POLICE = frozenset(["police", "policemen", "officers", "authorities", "guards", "warders", "gendarmes", "gendarmerie"])
# "The north" is not the north-west, but "the terminal" is the grain terminal.
COMPASS = frozenset("north south east west northern southern eastern western centre center central".split())  # noqa: SIM905


def _one_part(a: Proposition, b: Proposition) -> bool:
    """Do both speak of one part of the place? It is held by one side at a time."""
    left, right = name(a.get("part")), name(b.get("part"))
    pairs = product(*(part.casefold().split(" and ") for part in (left, right))) if left and right else ()
    return any(is_one(one, other) for one, other in pairs)


def is_one(left: str, right: str) -> bool:
    """Are two parts one, or one of them a shorter word for the other?"""
    one, other = (frozenset(part.removeprefix("the ").split()) for part in (left, right))
    few = min(one, other, key=len)
    return one == other or ((one < other or other < one) and not few <= COMPASS | ANY_PART)


def _inner_outer(inner: Proposition, outer: Proposition, one_side: bool, words: str) -> Comparison | None:
    """A place inside another: who holds all of the outer one holds all of the inner one."""
    low, high = share(inner)
    low_outer, high_outer = share(outer)
    if low_outer == 1 and ((one_side and high < 1) or (not one_side and low > 0)):
        return conflicts(words)
    if high_outer == 0 and one_side and low > 0:
        return conflicts(words)
    return None


# Shares are exact where the words are: wholly is 1, not at all 0, partly something above 0 and at most 1.
SOME, NOT_ALL = 0.01, 0.99


def share(control: Proposition) -> tuple[float, float]:
    """The least and greatest share of the place that its holder has, if the claim is so."""
    if kept_all(control):
        return 1.0, 1.0
    bounds = {"full": (1.0, 1.0), "partial": (SOME, 1.0), "none": (0.0, 0.0)}
    denied = {"full": (0.0, NOT_ALL), "partial": (0.0, 0.0), "none": (SOME, 1.0)}
    none = control.get("extent") == "none" and not control.negated  # "denied losing the mill": it is held
    gone = control.negated if control.get("extent") == "partial" else none
    if gone and control.get("part"):  # "does not hold the mill", "lost the mill": the rest of the town is left open
        return 0.0, NOT_ALL
    return (denied if control.negated else bounds)[str(control.get("extent"))]


HELD = {"full": "wholly held by", "partial": "partly held by", "none": "not held by"}
NOT_HELD = {"full": "not wholly held by", "partial": "in no part held by", "none": "held at least in part by"}


def kept_all(control: Proposition) -> bool:
    """ "Not one street has been lost": no part of it was lost, so all of it is held."""
    return control.negated and control.get("extent") == "partial" and control.get("change") == "lost"


def _words(control: Proposition) -> str:
    if kept_all(control):
        return f"wholly held by {name(control.get('holder'))}"
    extent = (NOT_HELD if control.negated else HELD)[str(control.get("extent"))]
    part = control.get("part")
    if control.negated and part and control.get("extent") != "none":
        return f"{part} not held by {name(control.get('holder'))}"
    return f"{extent} {name(control.get('holder'))}{f' ({part})' if part else ''}"


def _both(words: str) -> str:
    """The reason for agreeing: what both say, told once where they say it in one way."""
    start, _, said = words.partition(": ")
    one, _, other = said.partition(" against ")
    return f"{start}: both say {one}" if one == other else f"{start}: {one} and {other}"
