"""Who has left a place, or is on the way to it: movements against each other, and against who holds the place.

Enter two propositions, one of them a movement; leaves a `Comparison`, or None where they are not on one matter.
"""

from counterclaim.frames.comparison import Comparison, Context, agrees, cannot_tell, conflicts
from counterclaim.frames.likeness import (
    PlaceLikeness,
    day_after,
    name,
    parts_apart,
    place_likeness,
    same_party,
    when_overlaps,
)
from counterclaim.model import Proposition
from counterclaim.times.intervals import bounds


def against_movement(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """Two movements of one kind by one party."""
    if a.get("kind") != b.get("kind") or not same_party(a.ref("actor"), b.ref("actor"), context):
        return None
    role = "origin" if a.get("origin") is not None or b.get("origin") is not None else "place"
    if parts_apart(a, b) or (a.get("part") is None) is not (b.get("part") is None):
        return None  # who has left the station has not left the town
    if place_likeness(a, b, context, role) is PlaceLikeness.APART:
        return None
    return _statuses(a, b, _movement_words(a, name(a.get(role)) or name(b.get(role)), role))


MOVES = {"withdraw": "withdrawal", "advance": "advance", "reinforce": "reinforcement", "deploy": "deployment"}


def _movement_words(movement: Proposition, place: str | None, role: str) -> str:
    """ "the withdrawal of Tarvia from Karsh"."""
    where = f" {'from' if role == 'origin' else 'to'} {place}" if place else ""
    return f"the {MOVES[str(movement.get('kind'))]} of {name(movement.get('actor'))}{where}"


def _statuses(a: Proposition, b: Proposition, what: str) -> Comparison | None:
    """Done against not done, and times that cannot both be."""
    statuses = a.get("status"), b.get("status")
    if a.negated != b.negated and statuses[0] == statuses[1] and when_overlaps(a, b) is not False:
        return conflicts(f"{what}: one says that it is {statuses[0]}, the other that it is not")
    if "unconfirmed" in statuses or a.negated != b.negated:
        return cannot_tell(f"{what}: not certain")
    if statuses[0] != statuses[1]:
        return cannot_tell(f"{what}: {statuses[0]} against {statuses[1]}, perhaps at different times")
    if when_overlaps(a, b) is False:
        return conflicts(f"{what}: {a.when} against {b.when}") if statuses[0] == "planned" else None
    return agrees(f"{what}: both say that it is {'not ' if a.negated else ''}{statuses[0]}")


def against_holding(movement: Proposition, control: Proposition, context: Context) -> Comparison | None:
    """Who has left a place does not hold it, and who has none of their men there has sent none."""
    rule = _gone if movement.get("kind") == "withdraw" else _against_absence
    return rule(movement, control, context)


def _gone(movement: Proposition, control: Proposition, context: Context) -> Comparison | None:
    gone = movement.get("status") == "done" and not movement.negated
    origin, place = movement.ref("origin"), control.ref("place")
    if not gone or origin is None or place is None or control.negated or when_overlaps(movement, control) is False:
        return None
    if _said_before(control, movement, context):
        return None  # who held it then may have left since
    same_place = place_likeness(movement, control, context, "origin", "place") is PlaceLikeness.SAME
    if movement.get("part") is not None and (control.get("part") is None or parts_apart(movement, control)):
        return None  # who has left the station may hold the rest of the town
    if not same_place or not same_party(movement.ref("actor"), control.ref("holder"), context):
        return None
    if control.get("extent") in ("full", "partial") and control.get("change") != "lost":
        return conflicts(f"{name(control.get('holder'))} has left {place.name} against it holds {place.name}")
    return None


def _against_absence(movement: Proposition, control: Proposition, context: Context) -> Comparison | None:
    """ "There is no Tarvian soldier in X" against "3,000 Tarvian soldiers are deployed in X"."""
    none = control.get("extent") == "none" and control.get("change") is None and not control.negated
    sent = movement.get("status") in ("done", "ongoing") and not movement.negated
    parts = movement.get("part") is not None or control.get("part") is not None
    if not none or not sent or parts or when_overlaps(movement, control) is False:
        return None
    if day_after(movement.when or context.moments[0], context.moments[1]):
        return None  # there was nobody then, and they have come since
    if movement.get("status") == "done" and day_after(context.moments[1], movement.when or context.moments[0]):
        return None  # or they came, and have gone since
    if place_likeness(movement, control, context) is not PlaceLikeness.SAME:
        return None
    if not same_party(movement.ref("actor"), control.ref("holder"), context):
        return None
    who, where = name(control.get("holder")), name(control.get("place"))
    return conflicts(f"{who} has sent troops to {where} against it has none there")


def _said_before(control: Proposition, movement: Proposition, context: Context) -> bool:
    """Was the place said to be held on an earlier day than the withdrawal, or on its day, before it was told of?"""
    left, held = (bounds(str(when)) if when else (None, None) for when in _moments(movement, control, context))
    if held[1] is None or left[0] is None:
        return False
    told_later = movement.when is not None and day_after(context.moments[0], context.moments[1])
    return held[1] < left[0] or (told_later and held[1] == left[0])


def _moments(movement: Proposition, control: Proposition, context: Context) -> tuple[str | None, str | None]:
    return movement.when or context.moments[0], context.moments[1] or control.when
