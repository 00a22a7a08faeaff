"""When an article speaks from: its published date, and how open and relative times are fixed by it.

Enters EDTF or None. Without a published date, or with one too coarse for what is asked, nothing is invented: the
answer is None or stays masked. A dateline may give month and day without a year: then days are counted, years masked.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from counterclaim.times.partial import Partial, Stretch, on, one

# Published dates are often a day or two off (time zones, a page's own clock).
_SLACK_DAYS = 2
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
# 29 February comes round within so many years.
_YEARS_AROUND = 8


class Tense(StrEnum):
    """Which way the sentence looks from the published date."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The published date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published: str | None) -> "Anchor":
        """From the article's published date; intervals and masked dates anchor nothing."""
        found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[?~%]?$", published or "")
        if not found:
            return cls()
        year, month, day = (int(part) if part else None for part in found.groups())
        if month is not None and not 1 <= month <= 12:
            return cls(year)
        return cls(year, month, day)

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def back(self, count: int, unit: str) -> Partial | None:
        """The time `count` days, months or years before, in that precision; weeks give a day."""
        if unit == "hour":
            count, unit = (count + 23) // 24 if count > 0 else count // 24, "day"
        if unit in _DAYS:
            return self._days_back(count * _DAYS[unit])
        if unit == "month":
            return self._months_back(count)
        years = {"year": 1, "decade": 10, "century": 100}[unit] * count
        return Partial(self.year - years) if self.year is not None and 0 < self.year - years < 9999 else None

    def _days_back(self, days: int) -> Partial | None:
        if self.date is not None:
            return _shifted(self.date, -days)
        if self.year is not None or self.month is None or self.day is None:
            return None
        # Without a year: the same day in a leap year and in another, or none.
        dates = [Anchor(year, self.month, self.day).date for year in (2000, 2001, 2003)]
        moved = {(day - timedelta(days=days)).timetuple()[1:3] for day in dates if day}
        return Partial(None, *moved.pop()) if len(moved) == 1 else None

    def _months_back(self, count: int) -> Partial | None:
        if self.month is None:
            return None
        if self.year is None:
            return Partial(None, (self.month - 1 - count) % 12 + 1)
        months = self.year * 12 + self.month - 1 - count
        return Partial(months // 12, months % 12 + 1) if 12 <= months < 120000 else None

    def now(self, unit: str) -> Partial | None:
        """The published date in the precision of the unit."""
        return self.back(0, unit)

    def week(self, offset: int) -> Stretch | None:
        """Monday to Sunday of the week that lies `offset` weeks ahead."""
        today = self.date
        if today is None:
            return None
        monday = _shifted(today, 7 * offset - today.weekday())
        sunday = _shifted(today, 7 * offset - today.weekday() + 6)
        return Stretch(monday, sunday) if monday and sunday else None

    def weekday(self, number: int, tense: Tense) -> Partial | None:
        """The latest such day up to the published one, or the next one where the sentence looks ahead."""
        today = self.date
        if today is None:
            return None
        ahead = (number - today.weekday()) % 7
        return _shifted(today, ahead if tense is Tense.FUTURE else ahead - 7 if ahead else 0)

    def weekend(self, offset: int) -> Stretch | None:
        """Saturday and Sunday of the week that lies `offset` weeks ahead."""
        week = self.week(offset)
        if week is None or week.last is None:
            return None
        sunday = date(week.last.year or 1, week.last.month or 1, week.last.day or 1)
        return Stretch(on(sunday - timedelta(days=1)), on(sunday))

    def fix(self, partial: Partial, tense: Tense) -> Partial:
        """The same time with the year, and the month of a lone day, that the tense and the published date make
        likely.
        """
        if partial.year is not None:
            return partial
        if partial.month is None:
            return self._fix_day(partial, tense)
        if self.year is None:
            return partial
        if self.month is None:
            whole = replace(partial, year=self.year)
            return whole if whole.exists() else partial
        years = range(max(1, self.year - _YEARS_AROUND), min(9999, self.year + _YEARS_AROUND + 1))
        around = [replace(partial, year=year) for year in years]
        return _likeliest([year for year in around if year.exists()] or [partial], self, tense)

    def _fix_day(self, partial: Partial, tense: Tense) -> Partial:
        if self.month is None:
            return replace(partial, year=self.year)
        year = self.year or 2001
        months = [divmod(year * 12 + self.month - 1 + step, 12) for step in range(-2, 3)]
        around = [replace(partial, year=year, month=month + 1) for year, month in months if 0 < year <= 9999]
        # A bare ordinal looks back unless the sentence looks ahead.
        back = Tense.FUTURE if tense is Tense.FUTURE else Tense.PAST
        fixed = _likeliest(
            [day for day in around if day.exists()] or [partial], Anchor(year, self.month, self.day), back
        )
        return replace(fixed, year=None) if self.year is None else fixed


def _likeliest(choices: list[Partial], anchor: Anchor, tense: Tense) -> Partial:
    """The latest past, the next to come or the nearest of the choices, which are in order of time."""
    now = _place(Partial(anchor.year, anchor.month, anchor.day), anchor)
    spots = [(_place(choice, anchor), choice) for choice in choices]
    if tense is Tense.PAST:
        past = [choice for spot, choice in spots if spot <= now + _SLACK_DAYS]
        return past[-1] if past else choices[0]
    if tense is Tense.FUTURE:
        coming = [choice for spot, choice in spots if spot >= now]
        return coming[0] if coming else choices[-1]
    return min(spots, key=lambda pair: abs(pair[0] - now))[1]


def _place(partial: Partial, anchor: Anchor) -> float:
    """A number that grows with time; what has no day is compared by months alone."""
    month = partial.month or 1
    if month > 12:
        month = {21: 4, 22: 7, 23: 10, 24: 13}.get(month, (month % 4) * 3 + 2)
    day = partial.day if partial.day and anchor.day else anchor.day or 1
    return (partial.year or 0) * 372 + (month - 1) * 31 + day


def _shifted(day: date, days: int) -> Partial | None:
    try:
        return on(day + timedelta(days=days))
    except OverflowError:
        return None


def single(partial: Partial | None) -> Stretch | None:
    """One time as a stretch; None stays None."""
    return one(partial) if partial else None
