"""The grammar of single times: patterns over the words of a sentence, each with what it means.

What the matches mean is told in `dates` and `relative`. Ranges and words such as "before" are put together in
`counterclaim.times.compose`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.times import dates, feasts
from counterclaim.times import lexicon as lx
from counterclaim.times import relative as near
from counterclaim.times.anchor import Anchor, Tense
from counterclaim.times.partial import Stretch

Meaning = Callable[["re.Match[str]", Anchor, Tense], Stretch | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and its meaning. `bare` words may mean something else and need a witness (tagger, preposition)."""

    name: str
    pattern: "re.Pattern[str]"
    meaning: Meaning
    bare: bool = False


def _rule(name: str, pattern: str, meaning: Meaning, *, bare: bool = False) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w$€£.,])(?<![^\w\s]-)(?:{pattern})(?!\w)", re.IGNORECASE), meaning, bare)


_ON = rf"(?:{lx.WEEKDAY},? (?:the )?)?"
_TOO = rf"(?:, {lx.FULL_WEEKDAY}\b| \({lx.FULL_WEEKDAY}\))?"  # "24 June, Saturday"
_MONTH = rf"(?P<month>{lx.MONTH})"
_YEAR = rf"(?P<year>{lx.YEAR})"
_ORD = "(?:st|nd|rd|th)?"
_FIRST_DAY, _LAST_DAY = rf"(?P<day>{lx.DAY}){_ORD}", rf"(?P<until>{lx.DAY}){_ORD}"
_NTH_DAY = rf"(?P<day>{lx.DAY}{_ORD}|{lx.ORDINAL_WORD})"
_YEAR_AFTER = rf"(?:,? (?:of )?(?:{_YEAR}|(?P<relative>last|this|next|the previous|the same) year))"
_ANY_YEAR = rf"(?:{_YEAR}|(?P<relative>last|this|the) year)"
_THROUGH = rf"(?:{lx.DASH}| to | until | through | and )(?:the )?"
_END = "(?:end|close|final days|last days|closing days)"
_PART = (
    "(?:the )?(?P<part>early(?: in)?|mid|mid-|middle of|late(?: in)?|"
    rf"(?:very )?(?:beginning|start|first days|opening days|{_END}) of)"
)
_LAST = "last|this|next|past|this past|this coming|coming|previous"
_NOW = "the past|the last|the current|the coming"
_COUNT = rf"(?P<count>{lx.NUMBER})"
_UNIT = rf"(?P<unit>{lx.UNIT})"
_HALF_YEAR = "(?P<half>half a )"
_AMOUNT = rf"(?:{_COUNT}(?: of)? |{_HALF_YEAR}){_UNIT}(?P<and_half> and a half)?"
_SHARE = rf"(?P<share>{'|'.join(lx.QUARTERS | lx.HALVES)}|Q[1-4])"
_CLOCK = r"[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d| (?:UTC|GMT))?"
_NTH = rf"(?P<nth>\d\d?(?:st|nd|rd|th)|{lx.ORDINAL_WORD})"

_DATES = (
    _rule("iso", rf"(?P<year>\d{{4}})-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:{_CLOCK})?)?", dates.iso),
    _rule("numeric", r"(?P<left>\d\d?)(?P<mark>[./])(?P<right>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)", dates.numeric),
    _rule("points", r"(?P<left>\d\d)(?P<mark>\.)(?P<right>\d\d)\.(?P<year>\d\d)(?!\.?\d)", dates.numeric),
    _rule(
        "week of",
        rf"(?:the )?week (?P<how>of|beginning|starting|ending) (?:on )?(?:the )?"
        rf"{_NTH_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
        dates.week_of,
    ),
    _rule(
        "week of",
        rf"(?:the )?week (?P<how>of|beginning|starting|ending) (?:on )?{_MONTH} {_FIRST_DAY}\b(?:,? {_YEAR})?",
        dates.week_of,
    ),
    _rule(
        "month days",
        rf"{_ON}{_MONTH} {_FIRST_DAY}{_THROUGH}{_LAST_DAY}(?:,? {_YEAR})?(?! (?:{lx.MONTH})\b)",
        dates.days,
    ),
    _rule("days month", rf"{_FIRST_DAY}{_THROUGH}{_LAST_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?", dates.days),
    _rule("month day", rf"{_ON}{_MONTH} (?:the )?{_FIRST_DAY}\b(?![:.]\d)(?:{_YEAR_AFTER})?{_TOO}", dates.calendar),
    _rule(
        "day month",
        rf"{_ON}{_NTH_DAY}(?: of)?[ -]{_MONTH}(?:{_YEAR_AFTER}|-(?P<hyphened>{lx.YEAR}))?{_TOO}",
        dates.calendar,
    ),
    _rule(
        "until end",
        rf"(?:by|before|until|till|up to) (?:the )?(?:very )?{_END} of "
        rf"(?:{_MONTH}(?:{_YEAR_AFTER})?|(?P<only>{lx.YEAR})|(?P<which>the|this|next|last) (?P<unit>year|month|week))",
        dates.until_end,
    ),
    _rule("eve", rf"(?P<feast>new year|christmas)['’]?s? (?P<which>eve|day)\b(?:{_YEAR_AFTER})?", dates.feast),
    _rule("feast", rf"(?:(?P<rite>{feasts.RITES}) )?(?P<feast>{feasts.NAMES})\b(?:{_YEAR_AFTER})?", feasts.movable),
    _rule("part of month", rf"{_PART}[ -]?{_MONTH}(?:{_YEAR_AFTER})?", dates.part_of_month),
    _rule("part of year", rf"{_PART}[ -]?{_ANY_YEAR}", dates.part_of_year),
    _rule("part of unit", rf"{_PART} (?P<which>the|this|next|last) (?P<unit>month|week)", dates.part_of_unit),
    _rule(
        "week of month",
        rf"the (?P<nth>first|second|third|fourth|last|final) week (?:of|in) {_MONTH}(?:{_YEAR_AFTER})?",
        dates.week_of_month,
    ),
    _rule("months", rf"{_MONTH}{lx.DASH}(?P<until>{lx.MONTH})(?! ?\d\d?\b)(?:,? {_YEAR})?", dates.months),
    _rule("month year", rf"{_MONTH}{_YEAR_AFTER}", dates.calendar),
    _rule("share of year", rf"(?:the )?{_SHARE},? (?:of )?{_ANY_YEAR}", dates.share_of_year),
    _rule("season", rf"(?P<season>{lx.SEASON})(?: of|,)? {_YEAR}(?:-\d\d)?", dates.season),
    _rule("season", rf"(?P<relative>last|this|next|this past) (?P<season>{lx.SEASON})", dates.season),
    _rule(
        "decade", r"(?:the )?(?:early[ -]|mid-?|late[ -])?(?P<decade>(?:1[0-9]|20)\d0|['’][2-9]0)['’]?s", dates.decade
    ),
    # "The 30s" are as often an age, a share or a temperature.
    _rule("decade, bare", r"the (?:early |mid-|late )?(?P<decade>[6-9]0)['’]?s", dates.decade),
    _rule("century", rf"(?:the )?(?P<count>\d\d(?:st|nd|rd|th)|{lx.ORDINAL_WORD})[ -]century", dates.century),
    _rule("years", rf"{_YEAR}(?P<mark>-|–|—|/)(?P<until>{lx.YEAR}|\d\d)", dates.years),
)

_RELATIVE = (
    _rule("relative month", rf"(?P<relative>last|this|next) {_MONTH}(?! \d)", near.near_month),
    _rule("near day", r"the day before yesterday|the day after tomorrow|last night", near.near_day),
    _rule("today", r"(?:earlier |later |late |early )?today|tonight|this (?:morning|afternoon|evening)", near.near_day),
    _rule("next days", rf"(?:yesterday|tomorrow)(?: {lx.PART_OF_DAY})?", near.near_day),
    _rule("overnight", "overnight", near.overnight),
    _rule(
        "weekday of week",
        rf"(?P<weekday>{lx.FULL_WEEKDAY})(?: of)? (?P<which>last|this|next) week",
        near.weekday_of_week,
    ),
    _rule(
        "week's weekday",
        rf"(?P<which>last|this|next) week(?: on|['’]s)? (?P<weekday>{lx.FULL_WEEKDAY})",
        near.weekday_of_week,
    ),
    _rule("weekday", rf"(?:(?P<which>{_LAST}) )?(?P<weekday>{lx.FULL_WEEKDAY})(?: {lx.PART_OF_DAY})?", near.weekday),
    _rule("weekday", rf"(?P<weekday>{lx.ABBREVIATED})\.? {lx.PART_OF_DAY}", near.weekday),
    _rule("ago", rf"{lx.SOME}{_AMOUNT} ago(?P<exact> today)?", near.ago),
    _rule(
        "lately",
        rf"(?:over|during|in|for|within|throughout|across) (?:the |these )?(?:past|last|previous) "
        rf"{lx.SOME}(?P<half>half )?{_COUNT}? ?{_UNIT}"
        rf"(?! of (?:(?:the|this|last) )?(?:year|month|{lx.MONTH}|{lx.YEAR})\b)",
        near.lately,
    ),
    _rule("lately, bare", rf"the (?:past|last) {_COUNT} {_UNIT}", near.lately),
    _rule("duration", rf"for {lx.SOME}{_AMOUNT}(?! ago)", near.lately, bare=True),
    _rule(
        "streak",
        rf"(?:for )?(?:the|an?|its|their|his|her) {_NTH} (?:(?:straight|consecutive|successive) "
        r"(?P<unit>day|night|week|month|year)"
        r"|(?P<after>day|night|week|month|year) (?:in a row|running|in succession))",
        near.streak,
    ),
    _rule("soon", rf"(?:(?:with)?in|over|during|for) the (?:next|coming|following) {_COUNT}? ?{_UNIT}", near.soon),
    _rule("within", rf"within {lx.SOME}{_AMOUNT}", near.within),
    _rule("ahead", rf"in {lx.SOME}{_AMOUNT}(?P<sure>['’]? time| from now)?", near.ahead),
    _rule("ahead", rf"{lx.SOME}{_AMOUNT}(?P<sure> from now)", near.ahead),
    _rule("relative", rf"(?P<which>{_LAST}|{_NOW}) (?P<unit>week|weekend|month|year)(?! (?:of|old))", near.relative),
    _rule("weekend", r"(?P<which>over the|at the|on the|during the) (?P<unit>weekend)", near.relative),
)

_BARE = (
    _rule("season", rf"(?P<season>{lx.SEASON})", dates.bare_season, bare=True),
    _rule("share", rf"{_SHARE}", dates.share_of_year, bare=True),
    _rule("month", _MONTH, dates.calendar, bare=True),
    _rule("ordinal", rf"the (?P<day>{lx.ORDINAL})", dates.ordinal, bare=True),
    _rule("weekday ordinal", rf"{lx.FULL_WEEKDAY},? the (?P<day>{lx.ORDINAL})", dates.ordinal),
    _rule("year", rf"(?:the year )?{_YEAR}(?! ?(?:GMT|UTC|hours|hrs)\b)", dates.plain_year, bare=True),
)

RULES = _DATES + _RELATIVE + _BARE
