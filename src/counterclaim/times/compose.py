"""From single times to what a sentence says with them: ranges, and words such as "before", "after" and "since".

Enters the words of a sentence with the witnesses of its parse; leave stretches with their place in it. Where two
readings overlap, the one that starts first and runs longer stands.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from counterclaim.times.anchor import Anchor, Tense
from counterclaim.times.clocks import Found, with_clocks
from counterclaim.times.grammar import RULES
from counterclaim.times.intervals import bounds
from counterclaim.times.partial import Partial, Stretch, day, on
from counterclaim.times.sequence import counted
from counterclaim.times.witness import is_name, is_time

_TRIGGER = re.compile(
    r"\d|days?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yesterday|tomorrow|tonight|overnight|today|last|"
    r"this|week|month|year|spring|summer|autumn|fall|winter|decade|ago\b|fortnight|century|quarter|half|night)|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\b(?:from|between)(?: the)? $", re.IGNORECASE)
_JOINS = re.compile(r",? (?:and|to|until|till|through)(?: the)? |\s?[-–—]\s?", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:before|until|till|by|up to|up until|no later than|prior to|ahead of|not later than)(?: the)? $",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:(?:not|n['’]t|never)(?: \w+){0,4} (?:before|until)|no earlier than|not earlier than)(?: the)? $",
    re.IGNORECASE,
)
# What stays open until a time is still open: the time lies ahead where the verb does not say otherwise.
_AHEAD = re.compile(r"\b(?:(?:until|till|no later than)(?: [\w:.]+){0,4}|by|before)(?: the)? $", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:after|from|starting|beginning|as of|effective|starting from|later than)(?: on)?(?: the)? $", re.IGNORECASE
)
_ONWARD = re.compile(r" (?:on|onward|onwards|forward)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince(?: the)?(?: (?:start|beginning) of)? $", re.IGNORECASE)
# "Moved from 3 to 7 May" tells two days and no stretch between them.
_SHIFTED = re.compile(
    r"\b(?:mov|postpon|delay|reschedul|shift|push|brought|bring|put off|adjourn|chang)\w*(?: [\w’'-]+){0,6} $",
    re.IGNORECASE,
)
_OVERNIGHT = re.compile(r"overnight$", re.IGNORECASE)
_NIGHT_OF = re.compile(r",? (?:(?:from|between|on|of|in) )?(?:the )?", re.IGNORECASE)
_NIGHT_TO = re.compile(r" (?:into|to) (?:the )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What the parse knows: `tense(offset)` of the clause there, and `dated(start, end)`, whether the tagger saw a
    date; `named` is the day that the text named last before the sentence, `told` the day of long ago that the paragraph
    tells of: "in August" is then the August after it.
    """

    anchor: Anchor
    tense: Callable[[int], Tense]
    dated: Callable[[int, int], bool]
    named: Partial | None = None
    told: Anchor | None = None


def compose(words: str, context: Context) -> tuple[Found, ...]:
    """Every expression of time among the words, in their order."""
    if not _TRIGGER.search(words):
        return ()
    singles = with_clocks(words, _singles(words, context))
    ranged = _ranges(words, singles)
    found = _nights(words, tuple(_modified(words, found, context) for found in ranged))
    return tuple(time for time in counted(words, found, context.named) if _sound(time.stretch))


def _sound(stretch: Stretch) -> bool:
    """Years that EDTF can write, and no start after its end."""
    ends = [end for end in (stretch.first, stretch.last) if end]
    first, last = bounds(stretch.edtf())
    return all(end.year is None or 1 <= end.year <= 9999 for end in ends) and not (first and last and first > last)


def _singles(words: str, context: Context) -> list[Found]:
    matches = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(words)
    ]
    kept: list[Found] = []
    for start, negative_end, _, match, rule in sorted(matches, key=lambda entry: entry[:3]):
        if kept and start < kept[-1].end:
            continue
        if is_name(words, match) or (rule.bare and not is_time(words, match, rule.name, context.dated)):
            continue
        stretch = rule.meaning(match, context.anchor, _tense(words, start, context))
        if stretch is not None:
            kept.append(Found(start, -negative_end, stretch))
    return kept


def _tense(words: str, start: int, context: Context) -> Tense:
    if _SINCE.search(words[:start]):
        return Tense.PAST
    tense = context.tense(start)
    return Tense.FUTURE if tense is Tense.OPEN and _AHEAD.search(words[:start]) else tense


def _ranges(words: str, singles: list[Found]) -> list[Found]:
    found: list[Found] = []
    for single in singles:
        last = found[-1] if found else None
        if last and _JOINS.fullmatch(words[last.end : single.start]) and _ends(words, last, single):
            found[-1] = Found(last.start, single.end, Stretch(*_aligned(last.stretch.first, single.stretch.last)))
        else:
            found.append(single)
    return found


def _ends(words: str, left: Found, right: Found) -> bool:
    """Are the two the ends of one range? "And" joins only after "between"; "to" and dashes join alike times."""
    opened = _OPENS.search(words[: left.start])
    joint = words[left.end : right.start].strip(" ,").split(" ")[0].lower()
    if joint == "and":
        return bool(opened and "between" in opened[0].lower())
    if joint in ("to", "until", "till", "through"):
        if opened and _SHIFTED.search(words[: opened.start()]):
            return False
        return bool(opened) or joint == "through" or (_dated(words, left) and _dated(words, right))
    return left.stretch.first == left.stretch.last and right.stretch.first == right.stretch.last


def _dated(words: str, found: Found) -> bool:
    """Is it one day with its month, written as such?"""
    first = found.stretch.first
    written = re.search(r"\d", words[found.start : found.end]) is not None
    return written and first is not None and first == found.stretch.last and None not in (first.month, first.day)


def _aligned(first: Partial | None, last: Partial | None) -> tuple[Partial | None, Partial | None]:
    """The ends of a range lend each other the year."""
    if first and last and first.year is None and last.year is not None and first.month:
        earlier = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - earlier)
    elif first and last and last.year is None and first.year is not None and last.month:
        later = (last.month, last.day or 31) < (first.month or 1, first.day or 0)
        last = replace(last, year=first.year + later)
    return first, last


def _long_ago(words: str, found: Found, context: Context) -> Context:
    """The context of a month without a year, in a paragraph on days of long ago."""
    ends = [end for end in (found.stretch.first, found.stretch.last) if end]
    open_year = all(end.year is None and end.month is not None for end in ends)
    if context.told is None or not open_year or _tense(words, found.start, context) is Tense.FUTURE:
        return context
    return replace(context, anchor=context.told, tense=lambda _: Tense.OPEN)


def _modified(words: str, found: Found, context: Context) -> Found:
    """With the years fixed, and open to the side that a word before it opens."""
    context = _long_ago(words, found, context)
    before = words[: found.start]
    tense = _tense(words, found.start, context)
    stretch = found.stretch
    single = stretch.first == stretch.last
    until, since = _BEFORE.search(before), _SINCE.search(before)
    if _NOT_BEFORE.search(before):
        fixed = _fixed(stretch, context.anchor, Tense.FUTURE)
        return Found(found.start, found.end, Stretch(fixed.first, None))
    if until:
        fixed = _fixed(stretch, context.anchor, tense)
        return Found(found.start, found.end, Stretch(None, fixed.last))
    if since:
        fixed = _fixed(stretch, context.anchor, Tense.PAST)
        return Found(found.start, found.end, _since(fixed.first, context.anchor))
    fixed = _fixed(stretch, context.anchor, tense)
    after = _AFTER.search(before)
    if after and "after" in after[0].lower():
        return Found(found.start, found.end, Stretch(fixed.last, None))
    if (
        after
        and single
        and ("from" not in after[0].lower() or tense is Tense.FUTURE or _ONWARD.match(words[found.end :]))
    ):
        return Found(found.start, found.end, Stretch(fixed.first, None))
    return Found(found.start, found.end, fixed)


def _fixed(stretch: Stretch, anchor: Anchor, tense: Tense) -> Stretch:
    """Open years and months filled in from the published date: a range's start first, its end after it."""
    if stretch.first is None:
        return Stretch(None, anchor.fix(stretch.last, tense) if stretch.last else None)
    first = anchor.fix(stretch.first, tense)
    if stretch.first == stretch.last:
        return Stretch(first, first)
    return Stretch(*_in_order(*_aligned(first, stretch.last), tense))


def _in_order(first: Partial | None, last: Partial | None, tense: Tense) -> tuple[Partial | None, Partial | None]:
    """Weekdays of one range lie within one week: "from Monday to Wednesday", said on a Monday, looks a week back."""
    days = [day(end) if end else None for end in (first, last)]
    if days[0] and days[1] and timedelta(0) < days[0] - days[1] < timedelta(days=7):
        week = timedelta(days=7)
        return (first, on(days[1] + week)) if tense is Tense.FUTURE else (on(days[0] - week), last)
    return first, last


def _nights(words: str, times: tuple[Found, ...]) -> tuple[Found, ...]:
    """ "Overnight from Saturday to Sunday" is those days; "overnight into Sunday" that day and the one before."""
    told: list[Found] = []
    for time in times:
        night = told[-1] if told and _OVERNIGHT.search(words[told[-1].start : told[-1].end]) else None
        between = words[night.end : time.start] if night else ""
        first, last = time.stretch.first, time.stretch.last
        if night and _NIGHT_TO.fullmatch(between) and first and first == last and day(first):
            told[-1] = Found(
                night.start, time.end, Stretch(Anchor(first.year, first.month, first.day).back(1, "day"), last)
            )
        elif night and _NIGHT_OF.fullmatch(between) and first and first.day:
            told[-1] = Found(night.start, time.end, time.stretch)
        else:
            told.append(time)
    return tuple(told)


def _since(first: Partial | None, anchor: Anchor) -> Stretch:
    """Up to the published date, or open where that is not known or lies before."""
    until = bounds(now.edtf())[1] if (now := _now(anchor, first)) else None
    start = bounds(first.edtf())[0] if first else None
    return Stretch(first, None if start and until and start > until else now)


def _now(anchor: Anchor, like: Partial | None) -> Partial | None:
    """The published date, no finer than the start; open where it is not known."""
    if like is None or (anchor.year is None) != (like.year is None) or (anchor.year is None and anchor.month is None):
        return None
    return Partial(anchor.year, anchor.month, anchor.day if anchor.month else None)
