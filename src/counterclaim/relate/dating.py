"""The day of an event that is told without one: that which others give for the one attack on its target, or for the
one calamity at its place.

Enter positions; leave them, with days for those whose words give none. Ten days on, "the bus was shelled" is still of
the morning on which it was hit; where a target was hit on several days, each report keeps its own. Why a dam broke is
one question for as long as it is asked, whether or not anybody gives the day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.frames import REVISE_DAYS
from counterclaim.frames.likeness import name, target_of
from counterclaim.relate.positions import Position, value_key

Target = tuple[str, str, frozenset[str]]
Calamity = tuple[str, str]

ONE_EVENT = timedelta(days=1)  # a night attack is told with either day
_OVER_DAYS = re.compile(r"/|\.\.")  # a count of several days tells none of them
_WORD = re.compile(r"\w+")
_LITTLE = frozenset("a an and at its in near of on our the their".split())  # noqa: SIM905
_ANYTHING: frozenset[str] = frozenset()


def dated(found: Iterable[Position]) -> Iterator[Position]:
    """Every position in its order, undated ones with the first day of the event if that is known."""
    every = _of_one_calamity(tuple(found))
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


def _of_one_calamity(every: tuple[Position, ...]) -> tuple[Position, ...]:
    """What is said of a calamity is so since its day, or since it was first spoken of; as said where it may be two."""
    told: dict[Calamity, set[date]] = defaultdict(set)
    spoken: dict[Calamity, set[date]] = defaultdict(set)
    for position in every:
        key, when = _calamity(position), position.proposition.when
        if key is None or position.first is None:
            continue
        if when is None:
            spoken[key].add(position.first)
        elif position.first == position.last and not _OVER_DAYS.search(when):
            told[key].add(position.first)
    return tuple(_since(position, told, spoken) for position in every)


def _since(position: Position, told: Mapping[Calamity, set[date]], spoken: Mapping[Calamity, set[date]]) -> Position:
    key, once = _calamity(position), position.kind.timing.once
    if key is None or once is None or position.proposition.when is not None:
        return position
    days = told.get(key) or ({min(spoken[key])} if key in spoken and once(position.proposition) else set())
    return replace(position, first=min(days)) if _is_one(days, position.first) else position


def _calamity(position: Position) -> Calamity | None:
    """Of what kind, and where."""
    event, place = position.proposition.get("event"), value_key(position.proposition.get("place"))
    kinds = position.kind.choices.get("event", ())
    return (event, place) if isinstance(event, str) and event in kinds and place else None


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
