"""Written dates → EDTF days (ISO 8601-2).

Enters text; leaves `YYYY-MM-DD`, or `YYYY-MM` and `YYYY` where that is all an ISO date says. Refused (None): dates
without a four-digit year, all-figure dates that could be read day first or month first, and days that do not exist. A
year is never filled in.
"""

import re
import warnings
from datetime import UTC, date, datetime

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-./]|年\s?|년\s?)(\d{1,2})(?:[-./]|月\s?|월\s?)(\d{1,2})(?!\d)")
_ISO_PART = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([-./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(
    r"(?<!\w)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:de|of|"
    r"d[’']))?\s+(?P<m1>[^\W\d_]{3,}\.?),?(?:\s+(?:de|del|of))?"
    r"|(?P<m2>[^\W\d_]{3,}\.?)\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?)\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}Z?|\d{6})?")


def edtf_day(words: str) -> str | None:
    """The one day that `words` state with their year; None where they state none, or more than one reading is
    possible."""
    words = words.strip()
    if _ISO_PART.fullmatch(words):
        return words
    if compact := _COMPACT.fullmatch(words):
        return _day(*map(int, compact.groups()))
    if iso := _ISO.search(words):
        return _day(int(iso[1]), int(iso[3]), int(iso[4]))
    if figures := _FIGURES.search(words):
        return _figures(int(figures[1]), int(figures[3]), int(figures[4]))
    if named := _NAMED.search(words):
        return _named(named["d1"] or named["d2"], named["m1"] or named["m2"], named["year"])
    return None


def states_year(words: str) -> bool:
    """Do the words hold a four-digit year of the last hundred years or so?"""
    return bool(_YEAR.search(words))


def today() -> str:
    """The day by the clock, in UTC; nothing is published later."""
    return datetime.now(UTC).date().isoformat()


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _figures(first: int, second: int, year: int) -> str | None:
    """Day and month in figures: only where one of the two cannot be a month, or both are the same."""
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _named(day: str, month: str, year: str) -> str | None:
    number = _ENGLISH.get(month.rstrip(".").casefold()[:3]) if month.isascii() else None
    if number and _is_english(month):
        return _day(int(year), number, int(day))
    return _foreign(f"{day} {month.rstrip('.')} {year}")


_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ENGLISH = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}


def _is_english(month: str) -> bool:
    bare = month.rstrip(".").casefold()
    return bare in ("sept", *_MONTHS, *_ENGLISH)


def _foreign(words: str) -> str | None:
    """A month named in another language. The library tries its languages in turn, so it is asked only for what looks
    like a date."""
    import dateparser  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns about its own use of the standard library
        found = dateparser.parse(
            words, date_formats=["%d %B %Y"], settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
        )
    return found.date().isoformat() if found else None
