"""The day of an attack that is told without one: that which others give for the one attack on its target.

Enter positions; leave them, with days for those whose words give none. Ten days on, "the bus was shelled" is still of
the morning on which it was hit; where a target was hit on several days, each report keeps its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.frames import REVISE_DAYS
from counterclaim.frames.likeness import name, target_of
from counterclaim.relate.positions import Position, value_key

Target = tuple[str, str, frozenset[str]]

ONE_EVENT = timedelta(days=1)  # a night attack is told with either day
_WORD = re.compile(r"\w+")
_LITTLE = frozenset("a an and at its in near of on our the their".split())  # noqa: SIM905
_ANYTHING: frozenset[str] = frozenset()


def dated(found: Iterable[Position]) -> Iterator[Position]:
    """Every position in its order, undated ones with the first day of the event if that is known."""
    every = tuple(found)
    days: dict[Target, set[date]] = defaultdict(set)
    for position in every:
        target = _target(position)
        if target is not None and position.first is not None and position.proposition.when is not None:
            for key in {target, (*target[:2], _ANYTHING)}:
                days[key].add(position.first)
    for position in every:
        target = _target(position)
        told = days.get(target, set()) if target is not None and position.proposition.when is None else set()
        yield replace(position, first=min(told)) if _is_one(told, position.first) else position


def _target(position: Position) -> Target | None:
    """What the event befell, and where; None where either is open. Whoever says who was behind "the strike on the town"
    speaks of the only one there was."""
    said = position.proposition
    place = value_key(said.get("place"))
    if not position.kind.event or not place:
        return None
    words = frozenset(_WORD.findall((target_of(said) or "").casefold())) - _LITTLE
    words -= frozenset(_WORD.findall((name(said.get("place")) or "").casefold()))
    if not words and not (position.kind.several and said.get("event")):
        return None
    return position.kind.family, place, words or _ANYTHING


def _is_one(told: set[date], said: date | None) -> bool:
    if not told or said is None or max(told) - min(told) > ONE_EVENT:
        return False
    return timedelta(0) <= said - min(told) <= timedelta(days=REVISE_DAYS)
