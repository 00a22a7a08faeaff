"""What EDTF strings (ISO 8601-2, levels 0 to 2 as `find_times` writes them) span, and whether two can meet.

Enters a string; leave days of the proleptic Gregorian calendar. What is no EDTF, or has a masked year, has no bounds:
such times are compared by their days of the year alone, and mostly the answer is None, "cannot tell".
"""

import calendar
import re
from datetime import date, timedelta

# Seasons (21-24, northern), quarters (33-36) and halves (40-41) of a year: first month, number of months.
_SEASONS = dict(zip(range(21, 25), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True))
_SEASONS |= dict(zip(range(33, 37), ((1, 3), (4, 3), (7, 3), (10, 3)), strict=True)) | {40: (1, 6), 41: (7, 6)}
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)", r"(?P<month>\d\d|XX)", r"(?P<day>\d\d|XX)"
_POINT = re.compile(rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?(?:T[\d:+Z-]+)?[?~%]?")
_LEAP_YEAR = 2000

Bounds = tuple[date | None, date | None]


def bounds(edtf: str) -> Bounds:
    """The earliest and the latest day that the expression allows; None at an open or unknown end.

    `2023-05` gives the first and the last of May, `../2023-06-01` gives (None, 1 June). Both are None where the year is
    masked (`XXXX-05-25`) or the string is no EDTF.
    """
    left, slash, right = edtf.strip().partition("/")
    if not slash:
        return _point(left)
    return _point(left)[0], _point(right)[1]


def overlap(left: str, right: str) -> bool | None:
    """Can the two share a day? None where masked or unreadable times leave it open.

    Times with a masked year are known to be apart only where they never fall on the same days of a year.
    """
    one, two = bounds(left), bounds(right)
    if _readable(left) and _readable(right):
        return _before(one[0], two[1]) and _before(two[0], one[1])
    days = _days_of_year(left), _days_of_year(right)
    return False if days[0] and days[1] and days[0].isdisjoint(days[1]) else None


def day_span(edtf: str) -> int | None:
    """How many days lie between the bounds, both counted; None where an end is open or unknown."""
    first, last = bounds(edtf)
    return (last - first).days + 1 if first and last else None


def _before(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def _readable(edtf: str) -> bool:
    """Does each end of the expression give a day or is it open on purpose (`..`)?"""
    left, slash, right = edtf.strip().partition("/")
    ends = (left, right) if slash else (left,)
    return any(_point(end) != (None, None) for end in ends) and all(
        end == ".." or _point(end) != (None, None) for end in ends
    )


def _point(text: str) -> Bounds:
    found = _POINT.fullmatch(text.strip())
    if found is None or found["year"] == "XXXX":
        return None, None
    years = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    if years[0] < 1:
        return None, None
    try:
        return _first(years[0], found["month"], found["day"]), _last(years[1], found["month"], found["day"])
    except ValueError:
        return None, None


def _first(year: int, month: str | None, day: str | None) -> date:
    if month in (None, "XX"):
        return date(year, 1, 1)
    start, _ = _SEASONS.get(int(month or 1), (int(month or 1), 1))
    return date(year, start, 1 if day in (None, "XX") else int(day or 1))


def _last(year: int, month: str | None, day: str | None) -> date:
    if month in (None, "XX"):
        return date(year, 12, 31)
    start, length = _SEASONS.get(int(month or 1), (int(month or 1), 1))
    if day not in (None, "XX"):
        return date(year, start, int(day or 1))
    carried, index = divmod(start + length - 2, 12)
    return date(year + carried, index + 1, calendar.monthrange(year + carried, index + 1)[1])


def _days_of_year(edtf: str) -> frozenset[tuple[int, int]] | None:
    """(month, day) pairs that the expression covers, whatever its year; None where they cannot be told."""
    left, slash, right = edtf.strip().partition("/")
    ends = [_point(end.replace("XXXX", str(_LEAP_YEAR))) for end in ((left, right) if slash else (left, left))]
    first, last = ends[0][0], ends[1][1]
    if first is None or last is None:
        return None
    if last < first and "XXXX" in edtf:
        last = last.replace(year=first.year + 1, day=min(last.day, 28) if last.month == 2 else last.day)
    length = (last - first).days
    if not 0 <= length < 366:
        return None
    return frozenset(((first + timedelta(days=n)).month, (first + timedelta(days=n)).day) for n in range(length + 1))
