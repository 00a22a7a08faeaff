"""Days told after a day: "the day before", "the next day", "three weeks later".

Enter the words of a sentence, its times, and the day that the text named last before it; leave the times with those
that are counted from a named day. Without such a day they mean nothing that can be known.
"""

import re

from counterclaim.times import lexicon as lx
from counterclaim.times.anchor import Anchor
from counterclaim.times.clocks import Found
from counterclaim.times.partial import Partial, Stretch, one

_ENDS = r"(?=[,.;:!?)\"”’—–]|$| (?:and|but|when|as|he|she|they|it|in|at|near)\b)"
_NUMBER_UNIT = rf"(?P<count>{lx.NUMBER}) (?P<unit>{lx.UNIT})"
_COUNTED = re.compile(
    rf"\b(?:the (?P<next>next|following|previous|preceding) day(?! of)|the day (?P<side>before|after){_ENDS}"
    rf"|{_NUMBER_UNIT} (?:(?P<way>later|earlier)(?! than)|(?P<cut>before|after|afterwards){_ENDS}))",
    re.IGNORECASE,
)


def counted(words: str, found: tuple[Found, ...], named: Partial | None) -> tuple[Found, ...]:
    """The times, with those counted from the latest day named before them."""
    times = list(found)
    for match in _COUNTED.finditer(words):
        if any(time.start < match.end() and match.start() < time.end for time in times):
            continue
        day = last_day([time for time in times if time.end <= match.start()]) or named
        stretch = _from(day, match) if day else None
        if stretch is not None:
            times.append(Found(match.start(), match.end(), stretch))
    return tuple(sorted(times, key=lambda time: time.start))


def last_day(times: list[Found]) -> Partial | None:
    """The latest day among the times that stands alone, as told last."""
    days = [time.stretch.first for time in times if time.stretch.first == time.stretch.last]
    return next((day for day in reversed(days) if day and day.day is not None and day.month is not None), None)


def _from(day: Partial, match: "re.Match[str]") -> Stretch | None:
    anchor = Anchor(day.year, day.month, day.day)
    count = lx.number(match["count"]) if match["count"] else 1
    unit = match["unit"].lower().rstrip("s") if match["unit"] else "day"
    which = next(match[name] for name in ("next", "side", "way", "cut") if match[name]).lower()
    back = count if which in ("previous", "preceding", "before", "earlier") else -count
    if unit in ("week", "fortnight"):
        return anchor.week(-back * (2 if unit == "fortnight" else 1))
    moved = anchor.back(back, unit)
    return one(moved) if moved else None
