"""What relative words mean: "yesterday", "last week", "for the third day in a row", counted from the published date."""

import re
from datetime import timedelta

from counterclaim.times import lexicon as lx
from counterclaim.times.anchor import Anchor, Tense, single
from counterclaim.times.partial import Partial, Stretch, day, on, one

_AHEAD, _BACK = ("next", "this coming", "coming"), ("last", "past", "this past", "previous")


def near_month(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "last February" is the latest one past, "next June" the next to come."""
    month, which = lx.MONTHS[found["month"].lower().rstrip(".")], found["relative"].lower()
    if anchor.year is None or anchor.month is None or not found["month"][0].isupper():
        return None
    if which == "this":
        return one(Partial(anchor.year, month))
    if which == "last":
        return one(Partial(anchor.year - (month >= anchor.month), month))
    return one(Partial(anchor.year + (month <= anchor.month), month))


def near_day(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "today", "yesterday", "tomorrow" and the days next to them."""
    words = found[0].lower()
    back = 2 if "before yesterday" in words else -2 if "after tomorrow" in words else None
    if back is None:
        back = 1 if words.startswith(("yesterday", "last")) else -1 if words.startswith("tomorrow") else 0
    return single(anchor.back(back, "day"))


def overnight(_: "re.Match[str]", anchor: Anchor, __: Tense) -> Stretch | None:
    """The night up to the published day."""
    first, last = anchor.back(1, "day"), anchor.now("day")
    return Stretch(first, last) if first and last else None


def weekday(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "Monday" by the tense; "next Monday" is the next to come, "last Monday" the latest before the published day."""
    which = (found.groupdict().get("which") or "").lower()
    if which in _AHEAD:
        tense = Tense.FUTURE
    elif which in _BACK:
        tense = Tense.PAST
    number = lx.WEEKDAYS[found["weekday"].lower().rstrip(".")]
    named = anchor.weekday(number, tense)
    if named and anchor.date and named == anchor.now("day") and which in ("last", "next", "past", "previous"):
        named = anchor.back(7 if which != "next" else -7, "day")
    return single(named)


def weekday_of_week(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "Tuesday last week", "last week on Tuesday"."""
    week = anchor.week({"last": -1, "this": 0, "next": 1}[found["which"].lower()])
    monday = day(week.first) if week and week.first else None
    return one(on(monday + timedelta(days=lx.WEEKDAYS[found["weekday"].lower()]))) if monday else None


def relative(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "last month", "this week", "next year". "Earlier" and "later" do not narrow it."""
    which, unit = found["which"].lower(), found["unit"].lower()
    back = 0 if which in ("this", "the current") else -1 if which.startswith(("next", "the coming", "coming")) else 1
    if unit == "week":
        return anchor.week(-back)
    if unit == "weekend":
        return _weekend(which, anchor, tense)
    if unit in ("decade", "century"):
        return None
    return single(anchor.back(back, unit))


def _weekend(which: str, anchor: Anchor, tense: Tense) -> Stretch | None:
    """The weekend just past, unless it is Saturday or Sunday now or the sentence looks ahead."""
    if anchor.date is None:
        return None
    if which.startswith("next"):
        return anchor.weekend(1)
    ahead = tense is Tense.FUTURE or "this" in which or anchor.date.weekday() >= 5
    return anchor.weekend(0 if ahead and not which.startswith("last") else -1)


def _amount(found: "re.Match[str]") -> tuple[int, str]:
    """Number and unit; halves of a year are months, fortnights two weeks, hours days begun."""
    unit = found["unit"].lower().rstrip("s")
    parts = found.groupdict()
    if parts.get("half"):
        return 6, "month"
    count = lx.number(parts.get("count") or "one")
    if parts.get("and_half") and unit == "year":
        return count * 12 + 6, "month"
    if unit == "fortnight":
        return 2 * count, "week"
    return ((count + 23) // 24, "day") if unit == "hour" else (count, unit)


def ago(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "two days ago" a day, "three weeks ago" that week, "five months ago" that month; with "today" the very day."""
    count, unit = _amount(found)
    if found["unit"].lower().startswith("hour") and lx.number(found["count"] or "one") < 24:
        return None  # today or yesterday, and nobody can say which
    if found["exact"]:
        return _same_day(count, unit, anchor)
    return anchor.week(-count) if unit == "week" else single(anchor.back(count, unit))


def _same_day(count: int, unit: str, anchor: Anchor) -> Stretch | None:
    """ "A year ago today": the day of the same number."""
    moved = anchor.back(count, unit)
    if moved is None or moved.day is not None:
        return single(moved)
    same = Partial(moved.year, moved.month or anchor.month, anchor.day)
    return one(same) if same.day and same.exists() else None


def lately(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "over the past ten months", "for the last two weeks"; "in recent days" has no number and is left."""
    count, unit = _amount(found)
    fine = unit if unit in ("month", "year") else "day" if unit in ("day", "week") else "year"
    first, last = anchor.back(count, unit), anchor.now(fine)
    return Stretch(first, last) if first and last else None


def streak(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "for the third day in a row": that many days, the published one the last; likewise months and years."""
    unit = (found["unit"] or found["after"]).lower()
    unit = "day" if unit == "night" else unit
    if unit == "week":
        week, last = anchor.week(1 - lx.ordinal(found["nth"])), anchor.now("day")
        return Stretch(week.first, last) if week and last else None
    first, last = anchor.back(lx.ordinal(found["nth"]) - 1, unit), anchor.now(unit)
    return Stretch(first, last) if first and last else None


def soon(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "in the next three days", "for the coming week"."""
    count, unit = _amount(found)
    first, last = anchor.now(unit if unit in ("month", "year") else "day"), anchor.back(-count, unit)
    return Stretch(first, last) if first and last else None


def within(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "within a week", where the sentence looks ahead; else it is how long something took."""
    return soon(found, anchor, tense) if tense is Tense.FUTURE else None


def ahead(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "in three days", "two months from now"; "in three days they took the town" is how long it took."""
    count, unit = _amount(found)
    if (tense is not Tense.FUTURE and not found["sure"]) or found["unit"].lower().startswith("hour"):
        return None
    return anchor.week(count) if unit == "week" else single(anchor.back(-count, unit))
