"""A calendar time of which some parts may be open, and its EDTF.

Open parts come to stand from the article's published date (`counterclaim.times.anchor`), or are masked with X.
"""

import calendar
from dataclasses import dataclass
from datetime import date

from counterclaim.times.zones import offset_on


@dataclass(frozen=True, slots=True)
class Clock:
    """Hour and minute of a day, and the zone as it was stated: an IANA name, an offset such as "+03:00", or None."""

    hour: int
    minute: int = 0
    zone: str | None = None

    def edtf(self, on: date) -> str:
        """The part after the day: `T10:00:00+03:00`; without an offset where no zone was stated."""
        return f"T{self.hour:02d}:{self.minute:02d}:00{offset_on(self.zone, on)}"


@dataclass(frozen=True, slots=True)
class Partial:
    """Year, month (or season, quarter, half: 21-41) and day; None is open. `masked` counts the year's last digits
    unknown. `clock` is written only where the whole day is known: EDTF has no clock without one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    masked: int = 0
    clock: Clock | None = None

    def edtf(self) -> str:
        """The time as EDTF; open larger parts are masked, open smaller ones left out."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.masked:
            year = year[: 4 - self.masked] + "X" * self.masked
        if self.month is None and self.day is None:
            return year
        month = "XX" if self.month is None else f"{self.month:02d}"
        whole = day(self) if self.clock else None
        clock = self.clock.edtf(whole) if self.clock and whole else ""
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02d}{clock}"

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
