"""A map of claims by frame and day: how many with which frame, in days, weeks or months."""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.errors import InputError
from counterclaim.ledger.filters import day_of
from counterclaim.ledger.frame_days import FrameDay, FrameFilter, frame_days
from counterclaim.report.disputing import count_words
from counterclaim.report.words import date_words, day_words
from counterclaim.serve.links import address, varied
from counterclaim.serve.looking import Look
from counterclaim.serve.page import Cell, DaysPage, FrameRow
from counterclaim.serve.pages.filtering import CLAIMANT, PLACE, Filter, Query, box, frames

Kept = Mapping[str, str | None]  # filters that go along to the claims
COLUMNS = 31
LEVELS = 6
SINCE = Filter("from", "From day", "2025-03-04 or 2025-03")
UNTIL = Filter("to", "To day", "2025-03-07")
STEP = Filter(
    "step", "In steps of", choices=(("", "whatever fits"), ("day", "days"), ("week", "weeks"), ("month", "months"))
)
# Which columns of the span are drawn, where not all fit; no filter.
AT = "at"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that one column holds, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are asked for, both ends included; None where none is named."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: str) -> bool:
        """Does the day lie in it? The unknown one does where nothing is asked for."""
        if not day:
            return self == Span()
        return (self.first is None or day >= self.first.isoformat()) and (
            self.last is None or day <= self.last.isoformat()
        )


def days_page(look: Look, query: Query) -> DaysPage:
    """As many columns as fit, the latest where no day is asked for."""
    asked, error = {name: value for name, value in query.items() if name != AT}, ""
    try:
        span = _span(query)
    except InputError as wrong:
        span, error = Span(), f"{wrong.message}. {wrong.advice}."
    counted = [one for one in frame_days(look.ledger, _wanted(query)) if span.holds(one.day)]
    days = [date.fromisoformat(one.day) for one in counted if one.day]
    within = Span(min(days), max(days)) if days else Span()
    step = _step(query.get("step", ""), span, within)
    columns = list(_columns(_begin(query.get(AT, ""), step, span, within), step, within))
    kept = {name: query.get(name) for name in ("claimant", "place")}
    return DaysPage(
        shell=look.shell("Claims by kind and day", "days", legend=False),
        box=box("/days", asked, (frames(look.ledger), CLAIMANT, PLACE, SINCE, UNTIL, STEP), error=error),
        about=f"{day_words(columns[0].first)} – {day_words(columns[-1].last)}, in {step}s." if columns else "",
        heads=tuple(_head(column, step, n) for n, column in enumerate(columns)),
        rows=_rows(counted, columns, kept),
        undated=_undated(counted),
        earlier=_turned(query, columns[0], step, -COLUMNS) if columns and columns[0].first > min(days) else "",
        later=_turned(query, columns[0], step, COLUMNS) if columns and columns[-1].last < max(days) else "",
    )


def _wanted(query: Query) -> FrameFilter:
    return FrameFilter(*(query.get(name) or None for name in ("frame", "claimant", "place")))


def _span(query: Query) -> Span:
    first, last = query.get("from"), query.get("to")
    span = Span(
        date.fromisoformat(day_of(first, 0)) if first else None, date.fromisoformat(day_of(last, 1)) if last else None
    )
    if span.first and span.last and span.last < span.first:
        raise InputError(f"{first} – {last} ends before it begins", "Change the two days")
    return span


def _step(asked: str, span: Span, within: Span) -> str:
    """The step that is asked for, else one in which a span fits, or in which there is not too much to turn over."""
    if asked and asked in dict(STEP.choices):
        return asked
    days = (within.last - within.first).days if within.first and within.last else 0
    if span.first and span.last:
        return "day" if days < COLUMNS else "week" if days < 7 * (COLUMNS - 1) else "month"
    return "day" if days < 2 * COLUMNS else "week" if days < 14 * COLUMNS else "month"


def _begin(at: str, step: str, span: Span, within: Span) -> date | None:
    """The first day that is drawn."""
    if within.first is None or within.last is None:
        return None
    start = _whole(within.first, step)
    if at:
        try:
            return max(start, _whole(date.fromisoformat(at), step))
        except (ValueError, OverflowError):
            return start
    return start if span.first else max(start, _moved(_whole(within.last, step), step, 1 - COLUMNS))


def _turned(query: Query, column: Stretch, step: str, by: int) -> str:
    return varied("/days", query, **{AT: _moved(_whole(column.first, step), step, by).isoformat()})


def _whole(day: date, step: str) -> date:
    """The first day of its week or month."""
    if step == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day.replace(day=1) if step == "month" else day


def _moved(day: date, step: str, by: int) -> date:
    """So many steps on; at the ends of the calendar it stops."""
    if step == "month":
        months = day.year * 12 + day.month - 1 + by
        return date(min(max(months // 12, 1), 9999), months % 12 + 1, 1)
    at = day.toordinal() + by * (7 if step == "week" else 1)
    return date.fromordinal(min(max(at, 1), date.max.toordinal()))


def _columns(begin: date | None, step: str, within: Span) -> Iterator[Stretch]:
    """As many as fit; those at the ends hold no days beyond the claims that are counted."""
    if begin is None or within.first is None or within.last is None:
        return
    for number in range(COLUMNS):
        first, behind = _moved(begin, step, number), _moved(begin, step, number + 1)
        if first > within.last or behind <= first:
            return
        yield Stretch(max(first, within.first), min(behind - timedelta(days=1), within.last))


def _head(column: Stretch, step: str, number: int) -> str:
    day = column.first
    if step == "month":
        return f"{day:%b} {day.year}" if number == 0 or day.month == 1 else f"{day:%b}"
    return f"{day.day} {day:%b}" if number == 0 or day.day <= (1 if step == "day" else 7) else str(day.day)


def _rows(found: Iterable[FrameDay], columns: list[Stretch], kept: Kept) -> tuple[FrameRow, ...]:
    counted: dict[str, Counter[date]] = defaultdict(Counter)
    begins = [column.first.isoformat() for column in columns]
    last = columns[-1].last.isoformat() if columns else ""
    for one in found:
        if one.day and begins and begins[0] <= one.day <= last:  # a span of years has thousands beside its columns
            counted[one.frame][columns[bisect_right(begins, one.day) - 1].first] += one.claims
    most = max((number for counts in counted.values() for number in counts.values()), default=1)
    ordered = sorted(counted.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(_row(frame, counts, columns, most, kept) for frame, counts in ordered)


def _row(frame: str, counts: Counter[date], columns: list[Stretch], most: int, kept: Kept) -> FrameRow:
    cells = tuple(_cell(frame, counts[column.first], column, most, kept) for column in columns)
    days = {"since": columns[0].first.isoformat(), "until": columns[-1].last.isoformat()}
    return FrameRow(frame, address("claims", frame=frame, **kept, **days), counts.total(), cells)


def _cell(frame: str, number: int, column: Stretch, most: int, kept: Kept) -> Cell:
    level = 1 + round((LEVELS - 1) * math.log(number) / math.log(most)) if number and most > 1 else min(number, 1)
    first, last = column.first.isoformat(), column.last.isoformat()
    when = date_words(first if first == last else f"{first}/{last}")
    words = f"{frame}, {when}: {count_words(number, 'claim')}"
    return Cell(number, level, address("claims", frame=frame, **kept, since=first, until=last), words)


def _undated(found: Iterable[FrameDay]) -> str:
    number = sum(one.claims for one in found if not one.day)
    return f"{count_words(number, 'proposition')} without a day stand in no column." if number else ""
