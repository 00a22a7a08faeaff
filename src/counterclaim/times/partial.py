"""A calendar time of which some parts may be open, and its EDTF.

Open parts come to stand from the article's published date (`counterclaim.times.anchor`), or are masked with X.
"""

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Partial:
    """Year, month (or season, quarter, half: 21-41) and day; None is open. `masked` counts the year's last digits
    unknown.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    masked: int = 0

    def edtf(self) -> str:
        """The time as EDTF; open larger parts are masked, open smaller ones left out."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.masked:
            year = year[: 4 - self.masked] + "X" * self.masked
        if self.month is None and self.day is None:
            return year
        month = "XX" if self.month is None else f"{self.month:02d}"
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02d}"

    def exists(self) -> bool:
        """Is there such a day? 29 February without a year is taken for one."""
        if self.day is None or self.month is None:
            return self.day is None or 1 <= self.day <= 31
        return 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time to another; equal ends are one time. None is an open end."""

    first: Partial | None
    last: Partial | None

    def edtf(self) -> str:
        """One time, or an interval with `..` for an open end."""
        if self.first == self.last and self.first:
            return self.first.edtf()
        ends = (self.first.edtf() if self.first else "..", self.last.edtf() if self.last else "..")
        return ends[0] if ends[0] == ends[1] else "/".join(ends)


def on(day: date) -> Partial:
    """A whole day."""
    return Partial(day.year, day.month, day.day)


def one(partial: Partial) -> Stretch:
    """A single time."""
    return Stretch(partial, partial)


def day(partial: Partial) -> date | None:
    """The day that a full time names; None where a part is open."""
    if partial.year is None or partial.month is None or partial.day is None or not partial.exists():
        return None
    return date(partial.year, partial.month, partial.day)
