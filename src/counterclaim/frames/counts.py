"""Two counts as ranges: do they say the same, can both be, or neither? Never a silent minimum.

Enter propositions with `quantity`, `min` and `max`; leaves a `Comparison`.
"""

from counterclaim.frames.comparison import Comparison, agrees, cannot_tell, conflicts
from counterclaim.frames.quantity import ABOUT
from counterclaim.model import Proposition

SLACK = 0.1
Range = tuple[float | None, float | None]


def against(a: Proposition, b: Proposition, what: str) -> Comparison:
    """How two counts of one thing stand; `what` names it ("losses of Tarvia")."""
    ranges = range_of(a), range_of(b)
    words = f"{a.get('quantity')} against {b.get('quantity')}"
    if any(low is None and high is None for low, high in ranges) or _is_one_of_many(a) or _is_one_of_many(b):
        return cannot_tell(f"{what}: {words}")
    if _below(ranges[0], ranges[1]) or _below(ranges[1], ranges[0]):
        return conflicts(f"{what}: {words}")
    if ranges[0] == ranges[1]:
        return agrees(f"{what}: both say {a.get('quantity')}")
    at_least = ranges[0][0] is not None and ranges[0][0] == ranges[1][0]  # "340" and "at least 340"
    both = f"{what}: {a.get('quantity')} and {b.get('quantity')}"
    return agrees(both) if at_least else cannot_tell(f"{both} can both be")


def told_again(a: Proposition, b: Proposition, what: str, *, by_one: bool) -> Comparison:
    """As `against`; of two `by_one` mouth the later is another where its least number is ("at least 296", 820)."""
    if by_one and raised(a, b):
        return conflicts(f"{what}: {a.get('quantity')} against {b.get('quantity')}")
    return against(a, b, what)


def _below(fewer: Range, more: Range) -> bool:
    """Do the ranges not meet? "More than 200" meets 200, which the one who says so has rounded."""
    high, low = fewer[1], more[0]
    if high is None or low is None or high >= low:
        return False
    return low - high > 1 or None not in (fewer[0], more[1])


def _is_one_of_many(said: Proposition) -> bool:
    """ "A soldier was killed" tells of one, and does not count how many were."""
    return str(said.get("quantity")).casefold() in ("a", "an")


def none_of_it(said: Proposition) -> bool:
    """ "Nobody was captured", "denied that anyone had been": none up to when it is said."""
    return not said.get("quantity") if said.negated else said.get("max") == 0


def range_of(said: Proposition) -> Range:
    """The numbers of a count; "about 40" allows a tenth more or less."""
    slack = SLACK if str(said.get("quantity")).startswith(ABOUT) else 0.0
    low, high = said.get("min"), said.get("max")
    return (
        low * (1 - slack) if isinstance(low, int) else None,
        high * (1 + slack) if isinstance(high, int) else None,
    )


def raised(a: Proposition, b: Proposition) -> bool:
    """Of one body's two counts of one thing, is the least number another? "At least 296", and then 820, are two."""
    least = a.get("min"), b.get("min")
    first, second = (number if isinstance(number, int) else 0 for number in least)
    return min(first, second) > 0 and abs(first - second) > 1  # "more than 200" and 200 are one
