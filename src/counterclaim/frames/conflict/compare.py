"""When two propositions on an armed conflict are against each other.

Enter two propositions of this pack; leaves a `Comparison` with its reason, or None where they do not speak of one
matter.
Unknown never conflicts: an open argument, a time that cannot be placed or a vague number ends in "cannot tell" or None.
"""

from collections.abc import Callable
from datetime import timedelta

from counterclaim.frames.comparison import Comparison, Context, agrees, cannot_tell, conflicts
from counterclaim.frames.conflict.kinds import BODY
from counterclaim.frames.conflict.shares import against_control, is_one
from counterclaim.frames.conflict.targets import targets_apart
from counterclaim.frames.counts import against, none_of_it
from counterclaim.frames.kinds import STATE_DAYS
from counterclaim.frames.likeness import (
    PlaceLikeness,
    name,
    parts_apart,
    place_likeness,
    same_party,
    same_words,
    told_apart,
    when_overlaps,
)
from counterclaim.model import Modality, Proposition
from counterclaim.times.intervals import bounds, day_span

FLOWN = frozenset(["aircraft", "jet", "plane", "warplane", "airplane", "fighter"])
TOLD_WITHIN = timedelta(days=STATE_DAYS)  # a figure for one day is told a few days later as that of the whole event

Rule = Callable[[Proposition, Proposition, Context], Comparison | None]


def compare(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """How two propositions of the conflict pack stand to each other, whichever comes first."""
    if not (_said_of_the_world(a) and _said_of_the_world(b)):
        return None
    rule = RULES.get((a.frame, b.frame))
    if rule is not None:
        return rule(a, b, context)
    rule = RULES.get((b.frame, a.frame))
    swapped = Context(context.place_within, context.side, (context.moments[1], context.moments[0]))
    return rule(b, a, swapped) if rule is not None else None


def _said_of_the_world(proposition: Proposition) -> bool:
    """Plans and calls are compared for movements alone, where the status tells them apart."""
    return proposition.frame == "movement" or proposition.modality in (Modality.ACTUAL, Modality.PRESUPPOSED)


def _fighting(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    likeness = place_likeness(a, b, context)
    if likeness is PlaceLikeness.APART or when_overlaps(a, b) is False:
        return None
    ongoing_a, ongoing_b = _ongoing(a), _ongoing(b)
    inner = b if likeness is PlaceLikeness.CONTAINS else a
    where = name(inner.get("place")) or "the place"
    if ongoing_a == ongoing_b:
        return agrees(f"fighting at {where}: both say that it {'goes on' if ongoing_a else 'has ended'}")
    if likeness is not PlaceLikeness.SAME and not _ongoing(inner):
        return None  # over in the town says nothing of the region around it
    if told_apart(a, b, "part"):
        return None
    return conflicts(f"fighting at {where}: it goes on against it has ended")


def _ongoing(fighting: Proposition) -> bool:
    return (fighting.get("status") == "ongoing") is not fighting.negated


def _fighting_control(fighting: Proposition, control: Proposition, context: Context) -> Comparison | None:
    likeness = place_likeness(fighting, control, context)
    if likeness not in (PlaceLikeness.SAME, PlaceLikeness.WITHIN) or when_overlaps(fighting, control) is False:
        return None
    if _day_after(context.moments[1], context.moments[0]):
        return None  # it was fought for, and then it fell
    taken = control.get("extent") == "full" and control.get("change") in ("gained", "lost") and not control.negated
    lost = control.get("extent") == "none" and control.get("change") == "lost" and not control.negated
    where = name(control.get("place")) or "the place"
    whole = taken or lost
    if control.get("part"):  # the battle for the palace goes on, and the palace is taken
        whole = _part_taken(control) and _same_part(fighting, control)
    if not whole:
        return None
    if _ongoing(fighting):
        return conflicts(f"the capture of {where} is complete against the fighting goes on")
    return agrees(f"the capture of {where} is complete and the fighting is over")


def _part_taken(control: Proposition) -> bool:
    return control.get("change") in ("gained", "lost") and not control.negated


def _same_part(fighting: Proposition, control: Proposition) -> bool:
    """Do both name one site, and not "the north" and "the northern outskirts", of which either may be a piece?"""
    left, right = name(fighting.get("part")), name(control.get("part"))
    return left is not None and right is not None and is_one(left.casefold(), right.casefold())


def _day_after(later: str | None, earlier: str | None) -> bool:
    first, last = bounds(later)[0] if later else None, bounds(earlier)[1] if earlier else None
    return first is not None and last is not None and first > last


def _attack(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    if not _same_event(a, b, context):
        return None
    what = _event_words(a)
    actors = a.get("actor") is not None and b.get("actor") is not None
    alike = same_party(a.ref("actor"), b.ref("actor"), context) if actors else None
    if a.negated and b.negated:
        return agrees(f"{what}: both say not {name(a.get('actor'))}") if alike else None
    if a.negated or b.negated:
        # That one side did not do it says nothing against the other, or somebody unnamed, having done it.
        cleared, done = (a, b) if a.negated else (b, a)
        others = alike is False or (cleared.get("actor") is not None and done.get("actor") is None)
        others |= cleared.get("actor") is None and not _one_target(cleared, done)  # of the site, not of the barracks
        to_come = _day_after(done.when, context.moments[0 if cleared is a else 1])  # denied before it happened
        return None if others or to_come else conflicts(f"{what}: one says that it happened, the other that it did not")
    if alike is None and None in (a.get("kind"), b.get("kind")) and not (a.get("target") and b.get("target")):
        return cannot_tell(f"{what}: neither says whose it was, nor what it hit")
    if alike is not False:
        return agrees(
            f"{what}: both lay it to {name(a.get('actor'))}" if alike else f"{what}: both say that it happened"
        )
    return _two_actors(a, b, context, what)


def _one_target(cleared: Proposition, done: Proposition) -> bool:
    """Can what nobody attacked be what was attacked? What is named on one side alone may be all there was."""
    targets = name(cleared.get("target")), name(done.get("target"))
    return None in targets or same_words(*targets)


def _two_actors(a: Proposition, b: Proposition, context: Context, what: str) -> Comparison:
    """Two sides shell one town: only one kind of attack at one time is taken for one attack."""
    together = when_overlaps(a, b, *context.moments) or _one_target_and_day(a, b, context)
    if together and a.get("kind") == b.get("kind"):
        return conflicts(f"who is behind the {what}: {name(a.get('actor'))} against {name(b.get('actor'))}")
    return cannot_tell(f"{what}: two actors, but perhaps two attacks")


def _one_target_and_day(a: Proposition, b: Proposition, context: Context) -> bool:
    """Is one attack told with its day, and the other, on the same target, later and without?"""
    if (a.when is None) is (b.when is None) or not same_words(name(a.get("target")), name(b.get("target"))):
        return False
    dated, told = (a, context.moments[1]) if a.when else (b, context.moments[0])
    return not _day_after(dated.when, told)


def _responsibility(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """Who did it. Attacks with an actor enter as responsibility too."""
    left, right = _answer(a), _answer(b)
    if not _same_event(a, b, context) or left is None or right is None:
        return None
    what = f"who is behind the {_event_words(a)}"
    alike = _alike(a, b, context)
    if a.negated != b.negated and _day_after((b if a.negated else a).when, context.moments[0 if a.negated else 1]):
        return None
    if a.negated and b.negated:
        return agrees(f"{what}: both say not {left}") if alike else None
    if a.negated or b.negated:
        denied, held = (left, right) if a.negated else (right, left)
        return (
            conflicts(f"{what}: {held} against not {denied}") if alike else agrees(f"{what}: not {denied} but {held}")
        )
    return agrees(f"{what}: both name {left}") if alike else conflicts(f"{what}: {left} against {right}")


def _alike(a: Proposition, b: Proposition, context: Context) -> bool:
    actors = a.get("actor") is not None and b.get("actor") is not None
    if not actors and (a.get("cause") is not None or b.get("cause") is not None):
        return same_words(name(a.get("cause")), name(b.get("cause")))
    return same_party(a.ref("actor"), b.ref("actor"), context)


def _answer(a: Proposition) -> str | None:
    return name(a.get("actor")) or name(a.get("cause"))


def _same_event(a: Proposition, b: Proposition, context: Context) -> bool:
    """One event as far as place, target, kind and time tell: labels equal, or one place and no two days or targets."""
    if when_overlaps(a, b) is False or targets_apart(a, b):
        return False
    labels = a.get("event"), b.get("event")
    if None not in labels and name(labels[0]) == name(labels[1]):
        return True
    if place_likeness(a, b, context) is PlaceLikeness.APART and not _one_craft(a, b):
        return False
    kinds = {a.get("kind"), b.get("kind")} - {None}
    return len(kinds) < 2 or kinds <= {"raid", "assault", "offensive"} or kinds <= {"shelling", "strike"}


def _one_craft(a: Proposition, b: Proposition) -> bool:
    """Is it one ship or flight by its own name ("Otter", "MH17"), wherever it was struck?"""
    left, right = name(a.get("target")), name(b.get("target"))
    own = left is not None and left == right and left[:1].isupper() and " " not in left
    return own and None in (a.get("place"), b.get("place"))


def _event_words(a: Proposition) -> str:
    label = name(a.get("event"))
    if label:
        return label
    return f"{a.get('kind') or 'attack'} on {name(a.get('place')) or 'the place'}"


def _movement(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
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


def _movement_control(movement: Proposition, control: Proposition, context: Context) -> Comparison | None:
    """Who has left a place does not hold it."""
    gone = movement.get("kind") == "withdraw" and movement.get("status") == "done" and not movement.negated
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


def _said_before(control: Proposition, movement: Proposition, context: Context) -> bool:
    """Was the place said to be held on an earlier day than the withdrawal, or on its day, before it was told of?"""
    left, held = (bounds(str(when)) if when else (None, None) for when in _moments(movement, control, context))
    if held[1] is None or left[0] is None:
        return False
    told_later = movement.when is not None and _day_after(context.moments[0], context.moments[1])
    return held[1] < left[0] or (told_later and held[1] == left[0])


def _moments(movement: Proposition, control: Proposition, context: Context) -> tuple[str | None, str | None]:
    return movement.when or context.moments[0], context.moments[1] or control.when


def _losses(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    flown = {name(a.get("what")), name(b.get("what"))} <= FLOWN  # whose jets fell, aircraft of theirs fell
    if told_apart(a, b, "kind") or (told_apart(a, b, "what") and not flown) or not _same_victims(a, b, context):
        return None
    return _none_at_all(a, b, context) if none_of_it(a) or none_of_it(b) else _two_counts(a, b, context)


def _two_counts(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    if a.negated and b.negated:
        return None
    if place_likeness(a, b, context, open_is_apart=False) is not PlaceLikeness.SAME:
        return None
    if not _told_of_one_time(a, b, context) or _of_one_day_alone(a, b) or _of_one_day_alone(b, a):
        return None
    what = f"losses of {name(a.get('side'))}" if a.get("side") is not None else "the toll"
    if _only_some(a, b) or _only_some(b, a):
        return None
    return _against_denied(a, b, what) if a.negated or b.negated else against(a, b, what)


def _none_at_all(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """None of a side's, wherever, is against every count of them that was told by then."""
    what = f"losses of {name(a.get('side'))}" if a.get("side") is not None else "the toll"
    anywhere = any(none_of_it(one) and _of_whole_side(one) for one in (a, b))
    if place_likeness(a, b, context) is PlaceLikeness.APART and not anywhere:
        return None
    if none_of_it(a) and none_of_it(b):
        return agrees(f"{what}: both say none")
    none, held, moments = (a, b, context.moments) if none_of_it(a) else (b, a, context.moments[::-1])
    some = isinstance(least := held.get("min"), int) and least > 0 and not held.negated
    to_come = _day_after(held.when or moments[1], none.when or moments[0])
    return conflicts(f"{what}: {held.get('quantity')} against none") if some and not to_come else None


def _of_whole_side(none: Proposition) -> bool:
    """ "None of its aircraft was shot down": of a state or a body, and of no place."""
    side = none.ref("side")
    return none.get("place") is None and none.negated and side is not None and side.entity is not None


def _only_some(bodies: Proposition, toll: Proposition) -> bool:
    """The bodies that one hospital received are no more than the dead: only a toll below them is against them."""
    counted, most = bodies.get("min"), toll.get("max")
    if bodies.get("what") != BODY or toll.get("what") == BODY or not isinstance(counted, int):
        return False
    return not (isinstance(most, int) and most < counted) and counted not in (toll.get("min"), most)


def _against_denied(a: Proposition, b: Proposition, what: str) -> Comparison | None:
    """ "Not 450" is against 450 alone, and "not one" against any number."""
    denied, held = (a, b) if a.negated else (b, a)
    none_at_all = denied.get("max") == 1 and isinstance(least := held.get("min"), int) and least > 0
    same = [(denied.get(role), held.get(role)) for role in ("min", "max")]
    if none_at_all or (any(one is not None for one, _ in same) and all(one == other for one, other in same)):
        return conflicts(f"{what}: {held.get('quantity')} against not {denied.get('quantity')}")
    return None


def _told_of_one_time(a: Proposition, b: Proposition, context: Context) -> bool:
    """Counts are for their day; "nine died on Monday" is the figure until it is told, if another gives no day.

    The dead "of the past day" and those "since Saturday" are two counts; one day alone may be that of the counting.
    """
    spans = [day_span(one.when) for one in (a, b) if one.when and "/" in one.when]
    lengths = [length for length in spans if length is not None]
    if len(lengths) == 2 and max(lengths) >= 2 * min(lengths):
        return False
    if when_overlaps(a, b, *context.moments):
        return True
    if (a.when is None) is (b.when is None) or None in context.moments:
        return False
    dated, (told, other) = (a, context.moments) if a.when else (b, (context.moments[1], context.moments[0]))
    first, last = bounds(str(dated.when))[0], bounds(str(told))[1]
    given = bounds(str(other))
    if first is None or last is None or given[0] is None or given[1] is None:
        return False
    return first <= given[0] and given[1] <= last and last - first <= TOLD_WITHIN


def _of_one_day_alone(dated: Proposition, total: Proposition) -> bool:
    """ "120 were killed on Monday" may be some of 480: a day's count, and one of no day that is twice as high."""
    most, least = dated.get("max"), total.get("min")
    if dated.when is None or total.when is not None or not isinstance(most, int) or not isinstance(least, int):
        return False
    return least >= 2 * most > 0


def _same_victims(a: Proposition, b: Proposition, context: Context) -> bool:
    sides = a.ref("side"), b.ref("side")
    if None in sides:
        return sides == (None, None)
    return same_party(*sides, context)


def _aim(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    if not _same_event(a, b, context) or a.get("event") is None:
        return None
    what = f"the aim of the {_event_words(a)}"
    if a.get("purpose") == b.get("purpose"):
        return agrees(what) if a.negated == b.negated else conflicts(f"{what}: {a.get('purpose')} against not that")
    return cannot_tell(f"{what}: {a.get('purpose')} against {b.get('purpose')}")


RULES: dict[tuple[str, str], Rule] = {
    ("control", "control"): against_control,
    ("fighting", "fighting"): _fighting,
    ("fighting", "control"): _fighting_control,
    ("attack", "attack"): _attack,
    ("attack", "responsibility"): _responsibility,
    ("responsibility", "responsibility"): _responsibility,
    ("movement", "movement"): _movement,
    ("movement", "control"): _movement_control,
    ("losses", "losses"): _losses,
    ("aim", "aim"): _aim,
}
