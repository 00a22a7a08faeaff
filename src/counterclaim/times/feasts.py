"""Days of the church year that move with Easter: "Good Friday", "Orthodox Easter Sunday 2031".

Western and Orthodox Easter are up to five weeks apart. Where the words do not say which, the one that lies near the
published date is meant, if only one does; else nobody can tell, and the day is left out.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # type: ignore[import-untyped]

from counterclaim.times.anchor import Anchor, Tense
from counterclaim.times.partial import Stretch, on, one

_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "great friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
}
NAMES = "|".join(_FROM_EASTER)
_RITES = ((EASTER_WESTERN, ("western", "catholic", "protestant")), (EASTER_ORTHODOX, ("orthodox",)))
RITES = "|".join(word for _, words in _RITES for word in words)
_NEAR = 10  # days from the published date
_SLACK = 2  # published dates may be off by so many days
_FIRST, _LAST = 1584, 4098  # years that the rule of Easter is known for, and one around them


def movable(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """The day, if rite and year are known by the words or by the published date."""
    rite = (found["rite"] or "").lower()
    rites = [method for method, words in _RITES if not rite or rite in words]
    days = {day for method in rites if (day := _day(found, anchor, tense, method))}
    today = anchor.date
    if len(days) > 1 and today is not None and not (found["year"] or found["relative"]):
        days = {day for day in days if abs(day - today) <= timedelta(days=_NEAR)}
    return one(on(days.pop())) if len(days) == 1 else None


def _day(found: "re.Match[str]", anchor: Anchor, tense: Tense, rite: int) -> date | None:
    moved = timedelta(days=_FROM_EASTER[" ".join(found["feast"].lower().split())])
    if found["year"] or found["relative"]:
        year = int(found["year"]) if found["year"] else _year(found["relative"].lower(), anchor)
        return _easter(year, rite) + moved if year and _FIRST <= year <= _LAST else None
    today = anchor.date
    if today is None or not _FIRST <= today.year <= _LAST:
        return None
    days = [day + moved for day in _around(today.year, rite)]
    if tense is Tense.PAST:
        return max(day for day in days if day <= today + timedelta(days=_SLACK))
    if tense is Tense.FUTURE:
        return min(day for day in days if day >= today)
    return min(days, key=lambda day: abs(day - today))


def _around(year: int, rite: int) -> Iterator[date]:
    return (_easter(near, rite) for near in (year - 1, year, year + 1))


def _easter(year: int, rite: int) -> date:
    found: date = easter(year, rite)
    return found


def _year(relative: str, anchor: Anchor) -> int | None:
    back = {"last": 1, "the previous": 1, "this": 0, "next": -1}.get(relative)
    return None if anchor.year is None or back is None else anchor.year - back
