"""The grammar of single times: patterns over the words of a sentence, each with what it means.

Enters a match and the anchor; leaves a `Stretch` whose open years are still open, or None where the words mean no
time that can be known. Ranges and words such as "before" are put together in `counterclaim.times.compose`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.times import lexicon as lx
from counterclaim.times.anchor import Anchor, Tense, single
from counterclaim.times.partial import Partial, Stretch, one

Meaning = Callable[["re.Match[str]", Anchor, Tense], Stretch | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and its meaning. `bare` words may mean something else and need a witness (tagger, preposition)."""

    name: str
    pattern: "re.Pattern[str]"
    meaning: Meaning
    bare: bool = False


def _month(text: str) -> int:
    return lx.MONTHS[text.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _calendar(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    parts = found.groupdict()
    year = _year(parts.get("year") or parts.get("hyphened"))
    if parts.get("relative"):
        back = {"last": 1, "this": 0, "next": -1, "the previous": 1, "the same": 0}[parts["relative"].lower()]
        if anchor.year is None:
            return None
        year = anchor.year - back
    partial = Partial(year, _month(parts["month"]), _day(parts["day"]) if parts.get("day") else None)
    return one(partial) if partial.exists() else None


def _days(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """ "20-22 May 2023", "between 20 and 22 May", "May 20 to 22"."""
    year, month = _year(found["year"]), _month(found["month"])
    first, last = Partial(year, month, _day(found["day"])), Partial(year, month, _day(found["until"]))
    return (
        Stretch(first, last) if first.exists() and last.exists() and _day(found["day"]) < _day(found["until"]) else None
    )


def _iso(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    day = found["day"]
    partial = Partial(int(found["year"]), int(found["month"]), int(day) if day else None)
    return one(partial) if 1 <= int(found["month"]) <= 12 and partial.exists() else None


def _numeric(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    """Day and month where only one order makes a date, and with points, which only the European order uses."""
    left, right, year = int(found["left"]), int(found["right"]), int(found["year"])
    if found["mark"] == "." or left > 12:
        partial = Partial(year, right, left)
    elif right > 12 or left == right:
        partial = Partial(year, left, right)
    else:
        return None
    return one(partial) if 1 <= (partial.month or 0) <= 12 and partial.exists() else None


def _near_month(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "last February" is the latest one past, "next June" the next to come."""
    month, which = _month(found["month"]), found["relative"].lower()
    if anchor.year is None or anchor.month is None or not found["month"][0].isupper():
        return None
    if which == "this":
        return one(Partial(anchor.year, month))
    if which == "last":
        return one(Partial(anchor.year - (month >= anchor.month), month))
    return one(Partial(anchor.year + (month <= anchor.month), month))


def _part_of_month(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    whole = _calendar(found, anchor, tense)
    if whole is None or whole.first is None:
        return None
    year, month = whole.first.year, whole.first.month
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[_part(found["part"])]
    end = Partial(year, month, last)
    while not end.exists():
        last -= 1
        end = Partial(year, month, last)
    return Stretch(Partial(year, month, first), end)


def _part_of_year(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    year = _year(found["year"])
    if year is None and anchor.year is not None:
        year = anchor.year - (1 if "last" in found[0].lower() else 0)
    if year is None:
        return None
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[_part(found["part"])]
    return Stretch(Partial(year, first), Partial(year, last))


def _part(words: str) -> str:
    words = words.lower()
    if "mid" in words:
        return "mid"
    return "late" if "late" in words or "end" in words else "early"


def _share_of_year(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    year = _year(found["year"])
    if year is None and anchor.year is not None and found["relative"]:
        year = anchor.year - (1 if found["relative"].lower() == "last" else 0)
    code = (lx.QUARTERS | lx.HALVES)[found["share"].lower()]
    return one(Partial(year, code)) if year is not None else None


def _season(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    code, relative = lx.SEASONS[found["season"].lower()], (found["relative"] or "").lower()
    if found["year"]:
        return one(Partial(int(found["year"]), code))
    if anchor.year is None or not relative:
        return None
    if relative == "this":
        return one(Partial(anchor.year, code))
    return one(anchor.fix(Partial(None, code), Tense.FUTURE if relative == "next" else Tense.PAST))


def _ordinal(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    return one(Partial(None, None, _day(found["day"])))


def _decade(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    digits = found["decade"].lstrip("'’")
    year = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    return one(Partial(year, masked=2 if len(digits) == 4 and digits.endswith("00") else 1))


def _century(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    return one(Partial((int(found["count"]) - 1) * 100, masked=2))


def _plain_year(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    return one(Partial(int(found["year"])))


def _years(found: "re.Match[str]", _: Anchor, __: Tense) -> Stretch | None:
    first, until = int(found["year"]), found["until"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    return Stretch(Partial(first), Partial(last)) if first < last else None


def _near_day(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    words = found[0].lower()
    back = 2 if "before yesterday" in words else -2 if "after tomorrow" in words else None
    if back is None:
        back = 1 if words.startswith(("yesterday", "last")) else -1 if words.startswith("tomorrow") else 0
    return single(anchor.back(back, "day"))


def _overnight(_: "re.Match[str]", anchor: Anchor, __: Tense) -> Stretch | None:
    first, last = anchor.back(1, "day"), anchor.now("day")
    return Stretch(first, last) if first and last else None


def _weekday(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    which = (found["which"] or "").lower()
    if which in ("next", "this coming", "coming"):
        tense = Tense.FUTURE
    elif which in ("last", "past", "this past"):
        tense = Tense.PAST
    number = lx.WEEKDAYS[found["weekday"].lower()]
    day = anchor.weekday(number, tense)
    if day and anchor.date and day == anchor.now("day") and which in ("last", "next", "past"):
        day = anchor.back(7 if which != "next" else -7, "day")
    return single(day)


def _relative(found: "re.Match[str]", anchor: Anchor, tense: Tense) -> Stretch | None:
    """ "last month", "this week", "next year", "the past decade"."""
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


def _ago(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    count, unit = lx.number(found["count"]), found["unit"].lower().rstrip("s")
    if unit == "week":
        return anchor.week(-count)
    return single(anchor.back(count, unit))


def _lately(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "over the past ten months", "for the last two weeks", "in recent days" has no number and is left."""
    count, unit = lx.number(found["count"] or "one"), found["unit"].lower().rstrip("s")
    first, last = anchor.back(count, unit), anchor.now("day" if unit in ("day", "week") else unit)
    if unit in ("decade", "century"):
        last = anchor.now("year")
    return Stretch(first, last) if first and last else None


def _soon(found: "re.Match[str]", anchor: Anchor, _: Tense) -> Stretch | None:
    """ "within two weeks", "in the next three days"."""
    count, unit = lx.number(found["count"] or "one"), found["unit"].lower().rstrip("s")
    first, last = anchor.now("day" if unit in ("day", "week") else unit), anchor.back(-count, unit)
    return Stretch(first, last) if first and last else None


def _rule(name: str, pattern: str, meaning: Meaning, *, bare: bool = False) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w$€£.,-])(?:{pattern})(?!\w)", re.IGNORECASE), meaning, bare)


_ON = rf"(?:{lx.WEEKDAY},? (?:the )?)?"
_MONTH = rf"(?P<month>{lx.MONTH})"
_YEAR = rf"(?P<year>{lx.YEAR})"
_ORD = "(?:st|nd|rd|th)?"
_FIRST_DAY, _LAST_DAY = rf"(?P<day>{lx.DAY}){_ORD}", rf"(?P<until>{lx.DAY}){_ORD}"
_YEAR_AFTER = rf"(?:,? (?:of )?(?:{_YEAR}|(?P<relative>last|this|next|the previous|the same) year))"
_THROUGH = rf"(?:{lx.DASH}| to | until | through | and )(?:the )?"
_PART = "(?P<part>early(?: in)?|mid|mid-|middle of|the middle of|late(?: in)?|(?:the )?(?:beginning|start|end) of)"
_LAST = "last|this|next|past|this past|this coming|coming"
_NOW = "the past|the last|the current|the coming"
_COUNT = rf"(?P<count>{lx.NUMBER})"
_UNIT = rf"(?P<unit>{lx.UNIT})"
_SHARE = rf"(?P<share>{'|'.join(lx.QUARTERS | lx.HALVES)})"
_CLOCK = r"T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?"

RULES = (
    _rule("iso", rf"(?P<year>\d{{4}})-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:{_CLOCK})?)?", _iso),
    _rule("numeric", r"(?P<left>\d\d?)(?P<mark>[./])(?P<right>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)", _numeric),
    _rule("month days", rf"{_ON}{_MONTH} {_FIRST_DAY}{_THROUGH}{_LAST_DAY}(?:,? {_YEAR})?(?! (?:{lx.MONTH})\b)", _days),
    _rule("days month", rf"{_FIRST_DAY}{_THROUGH}{_LAST_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?", _days),
    _rule("month day", rf"{_ON}{_MONTH} (?:the )?{_FIRST_DAY}\b(?!:\d)(?:{_YEAR_AFTER})?", _calendar),
    _rule("day month", rf"{_ON}{_FIRST_DAY}(?: of)?[ -]{_MONTH}(?:{_YEAR_AFTER}|-(?P<hyphened>{lx.YEAR}))?", _calendar),
    _rule("part of month", rf"{_PART}[ -]?{_MONTH}(?:{_YEAR_AFTER})?", _part_of_month),
    _rule("part of year", rf"{_PART}[ -]?(?:{_YEAR}|(?:last|this) year)", _part_of_year),
    _rule("month year", rf"{_MONTH}{_YEAR_AFTER}", _calendar),
    _rule("relative month", rf"(?P<relative>last|this|next) {_MONTH}(?! \d)", _near_month),
    _rule("share of year", rf"(?:the )?{_SHARE} (?:of )?(?:{_YEAR}|(?P<relative>last|this) year)", _share_of_year),
    _rule(
        "season",
        rf"(?:(?P<relative>last|this|next|this past) )?(?P<season>{lx.SEASON})(?:(?: of|,)? {_YEAR})?",
        _season,
    ),
    _rule("decade", r"(?:the )?(?:early |mid-?|late )?(?P<decade>(?:1[0-9]|20)\d0|['’]?[2-9]0)['’]?s", _decade),
    _rule("century", r"(?:the )?(?P<count>\d\d)(?:st|nd|rd|th)[ -]century", _century),
    _rule("near day", r"the day before yesterday|the day after tomorrow|last night", _near_day),
    _rule("today", r"(?:earlier |later |late |early )?today|tonight|this (?:morning|afternoon|evening)", _near_day),
    _rule("next days", rf"(?:yesterday|tomorrow)(?: {lx.PART_OF_DAY})?", _near_day),
    _rule("overnight", "overnight", _overnight),
    _rule("weekday", rf"(?:(?P<which>{_LAST}) )?(?P<weekday>{lx.FULL_WEEKDAY})(?: {lx.PART_OF_DAY})?", _weekday),
    _rule("ago", rf"{lx.SOME}{_COUNT}(?: of)? {_UNIT} ago", _ago),
    _rule(
        "lately",
        rf"(?:over|during|in|for|within|throughout|across) (?:the |these )?(?:past|last|previous) "
        rf"{lx.SOME}{_COUNT}? ?{_UNIT}",
        _lately,
    ),
    _rule("lately, bare", rf"the (?:past|last) {_COUNT} {_UNIT}", _lately),
    _rule("duration", rf"for {lx.SOME}{_COUNT} {_UNIT}(?! ago)", _lately, bare=True),
    _rule("soon", rf"(?:(?:with)?in|over|during|for) the (?:next|coming|following) {_COUNT}? ?{_UNIT}", _soon),
    _rule("relative", rf"(?P<which>{_LAST}|{_NOW}) (?P<unit>week|weekend|month|year)(?! (?:of|old))", _relative),
    _rule("weekend", r"(?P<which>over the|at the|on the|during the) (?P<unit>weekend)", _relative),
    _rule("years", rf"{_YEAR}(?:-|–|—)(?P<until>{lx.YEAR}|\d\d)", _years),
    _rule("month", _MONTH, _calendar, bare=True),
    _rule("ordinal", rf"the (?P<day>{lx.ORDINAL})", _ordinal, bare=True),
    _rule("year", _YEAR, _plain_year, bare=True),
)
