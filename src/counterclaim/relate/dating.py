"""The day of an attack that is told without one: that which others give for the one attack on its target.

Enter positions; leave them, with days for those whose words give none. Ten days on, "the bus was shelled" is still of
the morning on which it was hit; where a target was hit on several days, each report keeps its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.frames import REVISE_DAYS
from counterclaim.relate.positions import Position, value_key

Target = tuple[str, str, str]

ONE_EVENT = timedelta(days=1)  # a night attack is told with either day


def dated(found: Iterable[Position]) -> Iterator[Position]:
    """Every position in its order, undated ones with the first day of the event if that is known."""
    every = tuple(found)
    days: dict[Target, set[date]] = defaultdict(set)
    for position in every:
        target = _target(position)
        if target is not None and position.first is not None and position.proposition.when is not None:
            days[target].add(position.first)
    for position in every:
        target = _target(position)
        told = days.get(target, set()) if target is not None and position.proposition.when is None else set()
        yield replace(position, first=min(told)) if _is_one(told, position.first) else position


def _target(position: Position) -> Target | None:
    """What the event befell, and where; None where either is open."""
    said = position.proposition
    place, target = value_key(said.get("place")), value_key(said.get("target"))
    return (position.kind.family, place, target) if position.kind.event and place and target else None


def _is_one(told: set[date], said: date | None) -> bool:
    if not told or said is None or max(told) - min(told) > ONE_EVENT:
        return False
    return timedelta(0) <= said - min(told) <= timedelta(days=REVISE_DAYS)
