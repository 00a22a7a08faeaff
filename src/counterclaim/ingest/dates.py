"""Written dates → EDTF days (ISO 8601-2).

Enters text; leaves `YYYY-MM-DD`, or `YYYY-MM` and `YYYY` where that is all an ISO date says. Refused (None): dates
without a four-digit year, all-figure dates that could be read day first or month first, and days that do not exist. A
year is never filled in.
"""

import re
from collections import defaultdict
from datetime import date
from functools import cache

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-./]|年\s?|년\s?)(\d{1,2})(?:[-./]|月\s?|월\s?)(\d{1,2})(?!\d)")
_ISO_PART = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([-./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(
    r"(?<!\w)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:de|of|"
    r"d[’']))?\s+(?P<m1>[^\W\d_]{3,}\.?),?(?:\s+(?:de|del|of))?"
    r"|(?P<m2>[^\W\d_]{3,}\.?)\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?)\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}Z?|\d{6})?")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d),?\s+([^\W\d_]{3,}\.?)\s+(\d{1,2})(?!\d)")


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
    return _in_words(words)


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


def _in_words(words: str) -> str | None:
    """A day whose month has its name."""
    if named := _NAMED.search(words):
        return _named(named["d1"] or named["d2"], named["m1"] or named["m2"], named["year"])
    first = _YEAR_FIRST.search(words)
    return _named(first[3], first[2], first[1]) if first else None


def _named(day: str, month: str, year: str) -> str | None:
    number = _months().get(month.rstrip(".").casefold())
    return _day(int(year), number, int(day)) if number else None


# Languages of the pages that carry reports in English, besides English itself.
_LANGUAGES = (
    "en es fr de it pt nl pl ru uk be tr cs sk sv nb da fi ro hu bg sr hr sl mk sq lt lv et el ar fa he vi id hi ka "
    "hy az kk ca"
)


@cache
def _months() -> dict[str, int]:
    """Month numbers by name, whole and short, from CLDR. A name that two languages give to two months is left out."""
    from babel import Locale

    numbers: dict[str, set[int]] = defaultdict(set)
    for language in _LANGUAGES.split():
        for widths in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    numbers[name.rstrip(".").casefold()].add(number)
    numbers["sept"] = {9}
    return {name: min(found) for name, found in numbers.items() if len(found) == 1}
