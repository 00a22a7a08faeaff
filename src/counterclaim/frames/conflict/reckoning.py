"""Two counts of losses: of one side, kind, place and time, or not to be held against each other.

Enter two `losses`; leaves a `Comparison`, or None where they count different people or for different days.
"""

from datetime import timedelta

from counterclaim.frames.comparison import Comparison, Context, agrees, conflicts
from counterclaim.frames.conflict.kinds import BODY
from counterclaim.frames.counts import none_of_it, told_again
from counterclaim.frames.kinds import STATE_DAYS
from counterclaim.frames.likeness import (
    PlaceLikeness,
    day_after,
    name,
    place_likeness,
    same_party,
    told_apart,
    when_overlaps,
)
from counterclaim.model import Proposition
from counterclaim.times.intervals import bounds, day_span

TOLD_WITHIN = timedelta(days=STATE_DAYS)  # a figure for one day is told a few days later as that of the whole event

FLOWN = frozenset(["aircraft", "jet", "plane", "warplane", "airplane", "fighter"])
GROWING = frozenset(["killed", "wounded"])
CIVILIANS = "civilians"
OTHER_EVENT = 3  # times as many in a part as elsewhere in all: the two hardly count the dead of one event


def against_losses(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """How two counts of what befell people or arms stand to each other."""
    flown = {name(a.get("what")), name(b.get("what"))} <= FLOWN  # whose jets fell, aircraft of theirs fell
    arms = (a.get("kind") == "equipment") is (b.get("kind") == "equipment")  # "lost 54" are 54 men
    same_sort = arms and not told_apart(a, b, "kind") and (flown or not told_apart(a, b, "what"))
    if not same_sort:
        return None
    if not _same_victims(a, b, context):
        return _more_than_all(a, b, context) or _more_than_all(b, a, context)
    if place_likeness(a, b, context) in (PlaceLikeness.WITHIN, PlaceLikeness.CONTAINS) and not (a.negated or b.negated):
        return _more_than_all(a, b, context) or _more_than_all(b, a, context)
    return _none_at_all(a, b, context) if none_of_it(a) or none_of_it(b) else _two_counts(a, b, context)


def _more_than_all(some: Proposition, all_of_them: Proposition, context: Context) -> Comparison | None:
    """Did more die in the market than in its town, or more civilians than people? Fewer say nothing."""
    likeness = place_likeness(some, all_of_them, context)
    side, whole = some.ref("side") or some.get("side"), all_of_them.get("side")
    civilians = whole is None and side is not None and name(side) == CIVILIANS
    inside = likeness is PlaceLikeness.WITHIN and (civilians or _same_victims(some, all_of_them, context))
    if not (inside or (civilians and likeness is PlaceLikeness.SAME)) or some.negated or all_of_them.negated:
        return None
    if not _told_of_one_time(some, all_of_them, context) or _has_grown(some, all_of_them, context):
        return None
    least, most = some.get("min"), all_of_them.get("max")
    if not isinstance(least, int) or not isinstance(most, int) or not most < least < OTHER_EVENT * most:
        return None
    what = "civilians among" if civilians else f"in {name(some.get('place'))} among"
    return conflicts(f"{what} the toll: {some.get('quantity')} against {all_of_them.get('quantity')} in all")


def _two_counts(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    if a.negated and b.negated:
        return None
    if place_likeness(a, b, context, open_is_apart=False) is not PlaceLikeness.SAME:
        return None
    if not _told_of_one_time(a, b, context) or _of_one_day_alone(a, b) or _of_one_day_alone(b, a):
        return None
    what = f"losses of {name(a.get('side'))}" if a.get("side") is not None else "the toll"
    some = _only_some(a, b) or _only_some(b, a) or _of_its_days(a, b) or _of_its_days(b, a)
    if some or _has_grown(a, b, context):
        return None
    if a.negated or b.negated:
        return _against_denied(a, b, what)
    return told_again(a, b, what, by_one=context.at_once)


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
    to_come = day_after(held.when or moments[1], none.when or moments[0])
    return conflicts(f"{what}: {held.get('quantity')} against none") if some and not to_come else None


def _has_grown(a: Proposition, b: Proposition, context: Context) -> bool:
    """Were some more dead or hurt of no fighting side counted on a later day? They have been found by then.

    Twice as many are another view."""
    if a.get("kind") not in GROWING or not all(_of_no_side(said) for said in (a, b)):
        return False
    for (early, told), (late, later) in (told_as := list(zip((a, b), context.moments, strict=True))), told_as[::-1]:
        most, least = early.get("max"), late.get("min")
        if day_after(later, told) and isinstance(most, int) and isinstance(least, int) and most < least < 2 * most:
            return True
    return False


def _of_no_side(said: Proposition) -> bool:
    return said.get("side") is None or name(said.get("side")) == CIVILIANS


def _of_whole_side(none: Proposition) -> bool:
    """ "None of its aircraft was shot down": of a state or a body, and of no place."""
    side = none.ref("side")
    told = none.negated or none.get("max") == 0
    return none.get("place") is None and told and side is not None and side.entity is not None


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


def _of_its_days(dated: Proposition, whole: Proposition) -> bool:
    """ "Eleven fell in Wednesday's clashes" are some of the 137 who fell since May."""
    most, least = dated.get("max"), whole.get("min")
    known = isinstance(most, int) and isinstance(least, int) and most < least
    if not known or dated.when is None or whole.when is None or "/" in dated.when or "/" not in whole.when:
        return False
    to_date = bounds(dated.when)[1] == bounds(whole.when)[1]  # of the last day: perhaps as many as there were by then
    return bool(when_overlaps(dated, whole)) and not to_date


def _same_victims(a: Proposition, b: Proposition, context: Context) -> bool:
    sides = a.ref("side"), b.ref("side")
    if None in sides:
        return sides == (None, None)
    return same_party(*sides, context)
