"""What calendar dates, months, seasons and years mean: matches of the grammar's patterns → stretches.

Open years stay open here, and are fixed when the words around them are known (`counterclaim.times.compose`). How vague
words are cut ("early", "mid", "late", "the end of") stands in `docs/times.md`.
"""

import calendar as calendars
import re
from datetime import date, timedelta

from counterclaim.times import lexicon as lx
from counterclaim.times.anchor import Anchor, Tense
from counterclaim.times.partial import Clock, Partial, Stretch, day, on, one
from counterclaim.times.zones import ZONE, zone

_RELATIVE = {"last": 1, "this": 0, "next": -1, "the previous": 1, "the same": 0, "the": 0}
_THIRDS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_THIRDS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_THIRDS_OF_WEEK = {"early": (0, 1), "mid": (2, 3), "late": (4, 6)}
_FEASTS = {
    ("new year", "eve"): (12, 31),
    ("new year", "day"): (1, 1),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
}
_ISO_CLOCK = re.compile(rf"[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d| {ZONE})?$")


def _month(text: str) -> int:
    return lx.MONTHS[text.lower().rstrip(".")]


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _calendar_year(found: "re.Match[str]", anchor: Anchor) -> tuple[int | None, bool]:
    """The year stated as a number or as "last year", and whether it can be known."""
    parts = found.groupdict()
    if parts.get("relative"):
        return (anchor.year - _RELATIVE[parts["relative"].lower()], True) if anchor.year else (None, False)
    return _year(parts.get("year") or parts.get("hyphened")), True


def calendar(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "4 June", "June 4, 2023", "the twenty-fourth of June", "March 2014", "February last year"."""
    year, known = _calendar_year(found, anchor)
    parts = found.groupdict()
    partial = Partial(year, _month(parts["month"]), lx.ordinal(parts["day"]) if parts.get("day") else None)
    return one(partial) if known and partial.exists() else None


def days(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "20-22 May 2023", "between 20 and 22 May", "May 20 to 22"."""
    year, month = _year(found["year"]), _month(found["month"])
    first, last = (Partial(year, month, lx.ordinal(found[name])) for name in ("day", "until"))
    ordered = (first.day or 0) < (last.day or 0)
    return Stretch(first, last) if first.exists() and last.exists() and ordered else None


def months(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "January-April 2023": the months lend each other the year, as the ends of every range do."""
    if not (found["month"][0].isupper() and found["until"][0].isupper()):
        return None
    return Stretch(Partial(None, _month(found["month"])), Partial(_year(found["year"]), _month(found["until"])))


def iso(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "2023-06-04", "2023-06", "2023-05-18T13:20+03:00", "2023-05-18 13:20 UTC"."""
    clock = _ISO_CLOCK.search(found[0]) if found["day"] else None
    partial = Partial(int(found["year"]), int(found["month"]), int(found["day"]) if found["day"] else None)
    if not (1 <= int(found["month"]) <= 12 and partial.exists()):
        return None
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return one(partial)
    stated = clock[3] or ""
    offset = re.sub(r"^([+-]\d\d):?(\d\d)$", r"\1:\2", stated) if stated[:1] in "Z+-" else zone(stated)
    return one(
        Partial(partial.year, partial.month, partial.day, clock=Clock(int(clock[1]), int(clock[2]), offset or None))
    )


def numeric(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """Day and month where only one order makes a date, and with points, which only the European order uses."""
    left, right, year = int(found["left"]), int(found["right"]), int(found["year"])
    year = year if year > 99 else 2000 + year
    if found["mark"] == "." or left > 12:
        partial = Partial(year, right, left)
    elif right > 12 or left == right:
        partial = Partial(year, left, right)
    else:
        return None
    return one(partial) if 1 <= (partial.month or 0) <= 12 and partial.exists() else None


def _part(words: str) -> str:
    words = words.lower()
    if "mid" in words:
        return "mid"
    return "late" if re.search(r"\b(?:late|end|close|last|final|closing)\b", words) else "early"


def feast(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "New Year's Eve", "Christmas Day 2031": one day of the common calendar."""
    year, known = _calendar_year(found, anchor)
    month, number = _FEASTS[found["feast"].lower(), found["which"].lower()]
    return one(Partial(year, month, number)) if known else None


def part_of_month(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "mid-May", "late February last year", "the first days of March": ten days."""
    whole = calendar(found, anchor, tense)
    if whole is None or whole.first is None:
        return None
    # The year says how long a month is, and the last days of February hang on it.
    month = anchor.fix(whole.first, tense)
    first, last = _THIRDS_OF_MONTH[_part(found["part"])]
    return _days_of(month, first, min(last, _length(month)))


def week_of_month(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "the first week of March": seven days from the 1st; the last week is the last seven days."""
    whole = calendar(found, anchor, tense)
    if whole is None or whole.first is None:
        return None
    month = anchor.fix(whole.first, tense)
    if found["nth"].lower() in ("last", "final"):
        return _days_of(month, _length(month) - 6, _length(month))
    first = lx.ordinal(found["nth"]) * 7 - 6
    return _days_of(month, first, first + 6)


def _days_of(month: Partial, first: int, last: int) -> Stretch:
    return Stretch(Partial(month.year, month.month, first), Partial(month.year, month.month, last))


def _length(month: Partial) -> int:
    return calendars.monthrange(month.year or 2000, month.month or 1)[1]


def part_of_year(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "early 2021", "late last year", "the end of the year": four months; "the first days of 2021": ten days."""
    year, known = _calendar_year(found, anchor)
    if year is None or not known:
        return None
    first, last = _THIRDS_OF_YEAR[_part(found["part"])]
    bare = (found["relative"] or "").lower() == "the"
    if bare and tense is Tense.PAST and anchor.month is not None and first > anchor.month:
        year -= 1
    if "days" in found["part"].lower():
        return Stretch(Partial(year, 1, 1), Partial(year, 1, 10)) if first == 1 else _days_of(Partial(year, 12), 22, 31)
    return Stretch(Partial(year, first), Partial(year, last))


def part_of_unit(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "the end of the month", "the start of next week"."""
    offset = -_RELATIVE[found["which"].lower()]
    if found["unit"].lower() == "week":
        week, (first, last) = anchor.week(offset), _THIRDS_OF_WEEK[_part(found["part"])]
        monday = day(week.first) if week and week.first else None
        return Stretch(on(monday + timedelta(days=first)), on(monday + timedelta(days=last))) if monday else None
    month = anchor.back(-offset, "month")
    if month is None:
        return None
    first, last = _THIRDS_OF_MONTH[_part(found["part"])]
    return _days_of(month, first, min(last, _length(month)))


def until_end(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "by the end of the year": anything up to and with it."""
    if found["unit"]:
        offset = -_RELATIVE[found["which"].lower()]
        if found["unit"].lower() == "week":
            week = anchor.week(offset)
            return Stretch(None, week.last) if week else None
        last = anchor.back(-offset, found["unit"].lower())
        return Stretch(None, last) if last else None
    if found["month"]:
        whole = calendar(found, anchor, tense)
        return Stretch(None, whole.last) if whole else None
    return Stretch(None, Partial(_year(found["only"])))


def share_of_year(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "the second quarter of 2023", "Q4 2023", "the first half of the year"; bare, by the tense."""
    share = found["share"].lower()
    code = 32 + int(share[1]) if share[0] == "q" else (lx.QUARTERS | lx.HALVES)[share]
    year, known = _calendar_year(found, anchor)
    if year is None and known and anchor.month is not None and anchor.year is not None and tense is not Tense.OPEN:
        first, length = (code - 33) * 3 + 1 if code < 40 else (code - 40) * 6 + 1, 3 if code < 40 else 6
        year = _by_tense(first, length, anchor.year * 12 + anchor.month - 1, tense)
    return one(Partial(year, code)) if year is not None else None


def season(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "the spring of 2022", "last winter", "this summer". A winter bears the year in which it begins."""
    parts = found.groupdict()
    code, which = lx.SEASONS[parts["season"].lower()], (parts.get("relative") or "").lower()
    if parts.get("year"):
        return one(Partial(int(parts["year"]), code))
    if anchor.year is None or anchor.month is None or not which:
        return None
    now, first = anchor.year * 12 + anchor.month - 1, (code - 20) * 3
    if which == "last":
        return one(Partial((now - first + 1 - 3) // 12, code))
    if which == "next":
        return one(Partial((now - first + 1) // 12 + 1, code))
    return one(Partial(_by_tense(first, 3, now, Tense.PAST if "past" in which else tense), code))


def bare_season(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "in the summer", by the tense; without one it is said of every summer."""
    if anchor.year is None or anchor.month is None or tense is Tense.OPEN:
        return None
    code = lx.SEASONS[found["season"].lower()]
    return one(Partial(_by_tense((code - 20) * 3, 3, anchor.year * 12 + anchor.month - 1, tense), code))


def _by_tense(first: int, length: int, now: int, tense: Tense) -> int:
    """The year whose stretch, `length` months from month `first`, has begun, or has not ended where the sentence looks
    ahead; `now` counts months. With no tense, that of this year unless last year's still runs.
    """
    begun = (now - first + 1) // 12
    if tense is Tense.FUTURE:
        return (now - first - length + 1) // 12 + 1
    running = now - (begun * 12 + first - 1) < length
    return begun if tense is Tense.PAST or running else now // 12


def ordinal(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "the 20th": a day of a month not named."""
    return one(Partial(None, None, lx.ordinal(found["day"])))


def week_of(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "the week of 8 May" from Monday to Sunday; "beginning" and "ending" count seven days."""
    partial = calendar(found, anchor, tense)
    start = day(anchor.fix(partial.first, tense)) if partial and partial.first else None
    if start is None:
        return None
    how = found["how"].lower()
    first = start - timedelta(days=6 if how == "ending" else start.weekday() if how == "of" else 0)
    return _seven_days(first)


def _seven_days(first: date) -> Stretch:
    return Stretch(on(first), on(first + timedelta(days=6)))


def decade(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "the 1990s", "the '70s", "the 2000s"; "the 1800s" are a century."""
    digits = found["decade"].lstrip("'’")
    year = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    return one(Partial(year, masked=2 if year % 100 == 0 and year < 2000 else 1))


def century(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "the 19th century"."""
    return one(Partial((lx.ordinal(found["count"]) - 1) * 100, masked=2))


def plain_year(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "2014"."""
    return one(Partial(int(found["year"])))


def years(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "2014-15", "1939-1945"; with a stroke only a year and the next, as seasons are written."""
    first, until = int(found["year"]), found["until"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    if found["mark"] == "/" and last != first + 1:
        return None
    return Stretch(Partial(first), Partial(last)) if first < last else None
