"""Clock times, and the day that a sentence gives them.

Enter the words of a sentence and its single times; leave the times with a clock where one stands beside a day: "at 10
a.m. (0700 GMT) on Monday", "on Monday at noon Kyiv time". A clock without a day names no time that can be written, and
is left. The hour stays as stated, with the stated zone's offset; it is never moved to another zone.
"""

import re
from dataclasses import dataclass, replace

from counterclaim.times import lexicon as lx
from counterclaim.times.partial import Clock, Partial, Stretch, one
from counterclaim.times.zones import ABBREVIATION, ZONE, written, zone

_HOUR, _MINUTE = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
_HALF = r"(?:[aApP]\.?[mM]\.?)(?!\w)"
_WORDS = "|".join(sorted(lx.HOURS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"(?<![\w.,:/$€£-])(?:(?P<noon>[Nn]oon|[Mm]idday)|(?P<hour>{_HOUR})(?:[:.](?P<minute>{_MINUTE}))?\s?(?P<half>{_HALF})"
    rf"|(?P<hour24>{_HOUR})[:.](?P<minute24>{_MINUTE})(?!\s?(?:%|percent|per cent|m\b|km))(?: (?:hours|hrs)\b)?"
    rf"|(?P<hour4>{_HOUR})(?P<minute4>{_MINUTE})(?= ?(?:{ABBREVIATION}|hours|hrs)\b)(?: (?:hours|hrs))?"
    rf"|(?P<bare>\d\d?|{_WORDS})(?P<oclock> o['’]clock)?)"
    rf"(?![\w]|[.,:]\d)(?:,? (?P<zone>{ZONE}))?"
)
_GREENWICH = re.compile(
    rf",? \((?P<hour>{_HOUR})[:.]?(?P<minute>{_MINUTE})?\s?(?P<half>{_HALF})? ?(?P<zone>{ABBREVIATION})\)"
)
_ABOUT = r"(?: about| around| approximately| roughly| exactly| precisely)?"
_TO_DAY = re.compile(r",? (?:on )?(?:the )?")
_TO_CLOCK = re.compile(rf",?(?: at)?{_ABOUT} ")
_BETWEEN = re.compile(r" (?:and|to|until|till) |\s?[-–—]\s?")
_PART = re.compile(r"(morning|afternoon|evening|tonight|night)$")
_AT = re.compile(rf"\b[Aa]t{_ABOUT} $")


@dataclass(frozen=True, slots=True)
class Dial:
    """A clock where it stands. `bare` is a number that is an hour only beside a part of a day."""

    start: int
    end: int
    clock: Clock
    bare: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: where it stands in the sentence's words, and what it means."""

    start: int
    end: int
    stretch: Stretch


def with_clocks(words: str, singles: list[Found]) -> list[Found]:
    """The same times, with the clock that stands before or behind a day; two clocks of one day become two times."""
    dials = [
        dial for dial in _dials(words) if not any(dial.start < one.end and one.start < dial.end for one in singles)
    ]
    timed: list[Found] = []
    for found in singles:
        day = found.stretch.first
        after = timed[-1].end if timed else 0
        free = [dial for dial in dials if dial.start >= after]
        if day is None or day.day is None or found.stretch.last != day or not free:
            timed.append(found)
        else:
            timed.extend(_timed(words, found, day, free))
    return timed


def _timed(words: str, found: Found, day: Partial, dials: list[Dial]) -> list[Found]:
    before = next((dial for dial in dials if _TO_DAY.fullmatch(words[dial.end : found.start])), None)
    after = next((dial for dial in dials if _TO_CLOCK.fullmatch(words[found.end : dial.start])), None)
    dial = before or after
    clock = _settled(dial, words[found.start : found.end]) if dial else None
    if dial is None or clock is None:
        return [found]
    first, last = min(dial.start, found.start), max(dial.end, found.end)
    whole = _beside_greenwich(words, Found(first, last, one(replace(day, clock=clock))))
    earlier = next((other for other in dials if before and _BETWEEN.fullmatch(words[other.end : before.start])), None)
    if earlier is None or earlier.bare:
        return [whole]
    lent = replace(earlier.clock, zone=earlier.clock.zone or clock.zone)
    return [Found(earlier.start, earlier.end, one(replace(day, clock=lent))), whole]


def _settled(dial: Dial, day: str) -> Clock | None:
    """ "7 on Sunday evening" is 19:00; a bare number beside a day without a part is no hour."""
    if not dial.bare:
        return dial.clock
    part, clock = _PART.search(day.lower()), dial.clock
    if part is None or not 1 <= clock.hour <= 12:
        return None
    early = part[1] == "morning" or (part[1].endswith("night") and clock.hour < 6)
    return replace(clock, hour=clock.hour % 12 + (0 if early else 12))


def _beside_greenwich(words: str, found: Found) -> Found:
    """ "10 a.m. (0700 GMT)": the second time tells how far the first one's zone lies from Greenwich."""
    inside = _GREENWICH.search(words, found.start, found.end)
    behind = inside or _GREENWICH.match(words, found.end)
    day = found.stretch.first
    if behind is None or day is None or day.clock is None:
        return found
    end = max(found.end, behind.end())
    apart = _apart(day.clock, behind)
    if day.clock.zone is not None or apart is None:
        return Found(found.start, end, found.stretch)
    return Found(found.start, end, one(replace(day, clock=replace(day.clock, zone=written(apart)))))


def _apart(local: Clock, known: "re.Match[str]") -> int | None:
    """Minutes that the local clock is ahead of Greenwich, in (-12, 14] hours; None where no zone has them."""
    stated, offset = _read(known["hour"], known["minute"], known["half"]), zone(known["zone"])
    if stated is None or offset is None or offset[0] not in "Z+-":
        return None
    sign = -1 if offset[0] == "-" else 1
    base = 0 if offset == "Z" else sign * (int(offset[1:3]) * 60 + int(offset[4:]))
    minutes = (local.hour - stated.hour) * 60 + local.minute - stated.minute + base
    minutes = (minutes + 12 * 60 - 1) % (24 * 60) - 12 * 60 + 1
    return minutes if minutes % 15 == 0 else None


def _dials(words: str) -> list[Dial]:
    dials = [_dial(found) for found in _PATTERN.finditer(words)]
    return [_with_greenwich(words, dial) for dial in dials if dial is not None]


def _with_greenwich(words: str, dial: Dial) -> Dial:
    """A bracket directly behind the clock belongs to it, so that the day behind the bracket is reached."""
    behind = _GREENWICH.match(words, dial.end)
    return replace(dial, end=behind.end()) if behind else dial


def _dial(found: "re.Match[str]") -> Dial | None:
    stated = zone(found["zone"])
    if found["noon"]:
        return Dial(found.start(), found.end(), Clock(12, 0, stated), bare=False)
    if found["bare"]:
        called = found["oclock"] or _AT.search(found.string[: found.start()])
        return (
            Dial(found.start(), found.end(), Clock(lx.number(found["bare"]), 0, stated), bare=True) if called else None
        )
    hour_words = found["hour"] or found["hour24"] or found["hour4"]
    clock = _read(hour_words, found["minute"] or found["minute24"] or found["minute4"], found["half"])
    if clock is None:
        return None
    loose = found["hour24"] is not None and found.group()[len(hour_words)] == "."
    return Dial(found.start(), found.end(), replace(clock, zone=stated), bare=loose)


def _read(hour: str, minute: str | None, half: str | None) -> Clock | None:
    """Hours and minutes, with a.m. and p.m. where stated; 12 a.m. is midnight."""
    count = int(hour)
    if half is None:
        return Clock(count, int(minute or 0))
    if not 1 <= count <= 12:
        return None
    return Clock(count % 12 + (12 if half[0] in "pP" else 0), int(minute or 0))
