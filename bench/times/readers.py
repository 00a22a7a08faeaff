"""Who reads the table: ourselves, and libraries where they are installed, their answers put into EDTF.

Each reader takes a row and gives the times that it finds, with where they stand. A library is told the published date
as its base (noon of that day, or of today where the row has none). What it gives as a day becomes that day, an interval
that interval, an open end `..`; a clock time counts only as its day, because most libraries fill in the clock from the
base.
"""

import importlib
import importlib.util
import logging
import re
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.times.rows import Marked, Row, article
from counterclaim.model import Span
from counterclaim.syntax import Parser
from counterclaim.times import bounds, find_times

Reader = Callable[[Row], tuple[Marked, ...]]


def ours() -> Reader:
    """The grammar of `counterclaim.times` over the parse."""
    parser = Parser()

    def read(row: Row) -> tuple[Marked, ...]:
        return tuple(Marked(time.span, time.edtf) for time in find_times(parser.parse(article(row))))

    return read


def dateparser() -> Reader:
    """`search_dates`, told that open times lie in the past."""
    search = importlib.import_module("dateparser.search").search_dates

    def read(row: Row) -> tuple[Marked, ...]:
        settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": _base(row)}
        found = search(row.text, languages=["en"], settings=settings) or []
        return _placed(row, [(words, when.date().isoformat()) for words, when in found])

    return read


def datefinder() -> Reader:
    """`find_dates` with the places where it found them."""
    find = importlib.import_module("datefinder").find_dates

    def read(row: Row) -> tuple[Marked, ...]:
        found = find(row.text, index=True, base_date=_base(row))
        return tuple(Marked(Span(*place), when.date().isoformat()) for when, place in found)

    return read


def parsedatetime() -> Reader:
    """`nlp`, which finds the words as well."""
    library = importlib.import_module("parsedatetime")
    constants = library.Constants("en_US")
    constants.DOWParseStyle, constants.YearParseStyle = -1, 0  # weekdays behind us, dates of this year
    calendar = library.Calendar(constants)

    def read(row: Row) -> tuple[Marked, ...]:
        found = calendar.nlp(row.text, sourceTime=_base(row).timetuple()) or ()
        return tuple(Marked(Span(start, end), when.date().isoformat()) for when, _, start, end, _ in found)

    return read


def timefhuman() -> Reader:
    """Days, pairs of days as intervals, and lists of either; told to look back."""
    library = importlib.import_module("timefhuman")

    def read(row: Row) -> tuple[Marked, ...]:
        config = library.tfhConfig(direction=library.Direction.previous, now=_base(row), return_matched_text=True)
        found = library.timefhuman(row.text, config=config) or []
        return tuple(
            Marked(Span(*place), edtf)
            for _, place, meaning in found
            for edtf in [_interval(meaning)]
            if edtf and place[0] < place[1]
        )

    return read


def ctparse() -> Reader:
    """The best parse; it reads one expression a text, so it is given the marked words (all words without marks)."""
    parse = importlib.import_module("ctparse").ctparse

    def read(row: Row) -> tuple[Marked, ...]:
        return _by_marks(row, lambda words: _resolution(parse(words, ts=_base(row), timeout=2)))

    return read


def recognizers() -> Reader:
    """Microsoft's recognizers; of several resolutions the past one, as for the others."""
    recognize = importlib.import_module("recognizers_date_time").recognize_datetime

    def read(row: Row) -> tuple[Marked, ...]:
        found = recognize(row.text, "en-us", reference=_base(row))
        told = [(Span(one.start, one.end + 1), (one.resolution or {}).get("values", [])) for one in found]
        times = [
            (span, (_masked(values) if row.published is None else None) or _resolved(values)) for span, values in told
        ]
        return tuple(Marked(span, edtf) for span, edtf in times if edtf)

    return read


def duckling() -> Reader:
    """Facebook's Haskell library, as built for Python by pyduckling-native-phihos; it looks ahead."""
    library = importlib.import_module("duckling")
    zones = library.load_time_zones("/usr/share/zoneinfo")
    locale = library.parse_locale("EN_US", library.default_locale_lang(library.parse_lang("EN")))
    dimensions = library.parse_dimensions(["time"])

    def read(row: Row) -> tuple[Marked, ...]:
        moment = int(_base(row).replace(tzinfo=UTC).timestamp())
        context = library.Context(library.parse_ref_time(zones, "UTC", moment), locale)
        found = library.parse(row.text, context, dimensions, False)
        return tuple(Marked(Span(one["start"], one["end"]), _grained(one["value"])) for one in found)

    return read


def edtf() -> Reader:
    """The EDTF library's own English parser. It knows no base and finds nothing: it is given the marked words."""
    parse = importlib.import_module("edtf").text_to_edtf

    def read(row: Row) -> tuple[Marked, ...]:
        return _by_marks(row, lambda words: str(parse(words) or "") or None)

    return read


LIBRARIES: dict[str, tuple[str, Callable[[], Reader]]] = {
    "dateparser": ("dateparser", dateparser),
    "datefinder": ("datefinder", datefinder),
    "parsedatetime": ("parsedatetime", parsedatetime),
    "timefhuman": ("timefhuman", timefhuman),
    "ctparse": ("ctparse", ctparse),
    "recognizers-text-date-time": ("recognizers_date_time", recognizers),
    "duckling": ("duckling", duckling),
    "edtf": ("edtf", edtf),
}


def installed() -> dict[str, Reader]:
    """The libraries that can be imported here."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    return {name: make() for name, (module, make) in LIBRARIES.items() if importlib.util.find_spec(module)}


def _base(row: Row) -> datetime:
    day = bounds(row.published)[0] if row.published else None
    return datetime.combine(day or date.today(), datetime.min.time()) + timedelta(hours=12)


def _placed(row: Row, found: list[tuple[str, str]]) -> tuple[Marked, ...]:
    """Words looked up in the text, one after the other."""
    times, after = [], 0
    for words, meaning in found:
        start = row.text.find(words, after)
        if start >= 0 and words:
            times.append(Marked(Span(start, start + len(words)), meaning))
            after = start + len(words)
    return tuple(times)


def _by_marks(row: Row, parse: Callable[[str], str | None]) -> tuple[Marked, ...]:
    spans = [time.span for time in row.times] or [Span(0, len(row.text))]
    read = [(span, parse(span.of(row.text))) for span in spans]
    return tuple(Marked(span, meaning) for span, meaning in read if meaning)


def _interval(meaning: Any) -> str | None:
    """A date, a pair or a list of them."""
    if isinstance(meaning, tuple | list):
        ends = [_interval(end) for end in meaning]
        return f"{ends[0]}/{ends[-1]}" if ends and all(ends) else None
    if isinstance(meaning, datetime):
        return meaning.date().isoformat()
    return meaning.isoformat() if isinstance(meaning, date) else None


def _resolution(parsed: Any) -> str | None:
    """ctparse's Time (parts may be open) or Interval."""
    meaning = getattr(parsed, "resolution", None)
    if meaning is None:
        return None
    if hasattr(meaning, "t_from"):
        ends = [_parts(end) if end else ".." for end in (meaning.t_from, meaning.t_to)]
        return None if None in ends or ends == ["..", ".."] else "/".join(map(str, ends))
    return _parts(meaning) if hasattr(meaning, "year") else None


def _parts(time: Any) -> str | None:
    if time.year is None:
        return None
    return "-".join([f"{time.year:04d}", *(f"{part:02d}" for part in (time.month, time.day) if part)])


def _masked(values: list[dict[str, str]]) -> str | None:
    """The TIMEX of a day or month without a year, which is EDTF; what it resolves to is a year of today's."""
    timex = str(values[0].get("timex", "")) if values else ""
    return timex if re.fullmatch(r"XXXX-(?:\d\d|XX)(?:-\d\d)?", timex) else None


def _resolved(values: list[dict[str, str]]) -> str | None:
    """A value, or start and end, of the first resolution that has them; days only."""
    for value in values:
        ends = [(value.get(key) or "")[:10] for key in ("start", "end")]
        if value.get("type", "").startswith("datetime") or value.get("type", "").startswith("date"):
            if any(ends):
                # A unit's end is the first day after it; that of a stretch "from … to" is the day as stated.
                after = value.get("timex", "")[:1] != "(" and value["type"] == "daterange"
                return f"{ends[0] or '..'}/{(_before(ends[1]) if after else ends[1]) if ends[1] else '..'}"
            if value.get("value", "").count("-") == 2:
                return value["value"][:10]
    return None


def _before(day: str) -> str:
    """Ends are given as the first day after."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _grained(value: dict[str, Any]) -> str:
    """duckling's value with its grain, or its interval, whose end is the first moment after."""
    if value["type"] == "interval":
        ends = [value[key]["value"][:10] if key in value else ".." for key in ("from", "to")]
        return f"{ends[0]}/{ends[1] if ends[1] == '..' else max(ends[0], _before(ends[1]))}"
    when, grain = date.fromisoformat(value["value"][:10]), value["grain"]
    if grain == "week":
        return f"{when}/{when + timedelta(days=6)}"
    if grain == "quarter":
        return f"{when.year:04d}-{33 + (when.month - 1) // 3}"
    return when.isoformat()[: {"year": 4, "month": 7}.get(grain, 10)]
