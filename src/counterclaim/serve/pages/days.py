"""A map of claims by frame and day: how many with which frame, in days, weeks or months."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger
from counterclaim.report.disputing import count_words
from counterclaim.report.words import date_words, day_words
from counterclaim.serve.links import address, varied
from counterclaim.serve.looking import Look
from counterclaim.serve.page import Cell, DaysPage, FrameRow
from counterclaim.serve.pages.filtering import Filter, Query, box

COLUMNS = 31
LEVELS = 6
SINCE = Filter("from", "From day", "2025-03-04")
STEP = Filter(
    "step", "In steps of", choices=(("", "whatever fits"), ("day", "days"), ("week", "weeks"), ("month", "months"))
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that one column holds, both ends included."""

    first: date
    last: date


def days_page(look: Look, query: Query) -> DaysPage:
    """As many columns as fit, the latest where no day is asked for."""
    span = look.ledger.rows("SELECT min(day), max(day) FROM frame_tally WHERE day <> ''").fetchone()
    error = ""
    first, last = (date.fromisoformat(one) if one else None for one in span)
    step = _step(query.get("step", ""), first, last)
    begin = _beginning(step, first, last)
    try:
        begin = _asked(query["from"], step) if query.get("from") else begin
    except InputError as wrong:
        error = f"{wrong.message}. {wrong.advice}."
    columns = list(_columns(begin, step, last)) if begin else []
    rows = _rows(look.ledger, columns)
    earlier = columns and first and first < columns[0].first
    later = columns and last and last > columns[-1].last
    return DaysPage(
        shell=look.shell("Claims by kind and day", "days", legend=False),
        box=box("/days", query, (SINCE, STEP), error=error),
        about=f"{day_words(columns[0].first)} – {day_words(columns[-1].last)}, in {step}s." if columns else "",
        heads=tuple(_head(column, step, n) for n, column in enumerate(columns)),
        rows=rows,
        undated=_undated(look.ledger),
        earlier=varied("/days", query, **{"from": _moved(columns[0].first, step, -COLUMNS).isoformat()})
        if earlier
        else "",
        later=varied("/days", query, **{"from": _moved(columns[0].first, step, COLUMNS).isoformat()}) if later else "",
    )


def _step(asked: str, first: date | None, last: date | None) -> str:
    if asked and asked in dict(STEP.choices):
        return asked
    days = (last - first).days if first and last else 0
    return "day" if days < 2 * COLUMNS else "week" if days < 14 * COLUMNS else "month"


def _asked(words: str, step: str) -> date:
    try:
        return _whole(date.fromisoformat(words), step)
    except (ValueError, OverflowError) as error:
        raise InputError(f"{words!r} is no day", "Write it as 2025-03-04") from error


def _beginning(step: str, first: date | None, last: date | None) -> date | None:
    if first is None or last is None:
        return None
    return max(_whole(first, step), _moved(_whole(last, step), step, 1 - COLUMNS))


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


def _columns(begin: date, step: str, last: date | None) -> Iterator[Stretch]:
    for number in range(COLUMNS):
        if number and last and _moved(begin, step, number) > last:
            return
        first = _moved(begin, step, number)
        behind = _moved(begin, step, number + 1)
        if behind <= first:
            return
        yield Stretch(first, behind - timedelta(days=1))


def _head(column: Stretch, step: str, number: int) -> str:
    day = column.first
    if step == "month":
        return f"{day:%b} {day.year}" if number == 0 or day.month == 1 else f"{day:%b}"
    return f"{day.day} {day:%b}" if number == 0 or day.day <= (1 if step == "day" else 7) else str(day.day)


def _rows(ledger: Ledger, columns: list[Stretch]) -> tuple[FrameRow, ...]:
    if not columns:
        return ()
    first, last = columns[0].first, columns[-1].last
    counted: dict[str, Counter[date]] = defaultdict(Counter)
    # A list of days ends with its last; the unknown day, an empty text, sorts before all.
    sql = "SELECT frame, day, claims FROM frame_tally WHERE day >= ? AND day <= ?"
    for frame, day, number in ledger.rows(sql, (first.isoformat(), last.isoformat())):
        column = next(one.first for one in columns if one.first <= date.fromisoformat(day) <= one.last)
        counted[frame][column] += number
    most = max((number for counts in counted.values() for number in counts.values()), default=1)
    ordered = sorted(counted.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(_row(frame, counts, columns, most) for frame, counts in ordered)


def _row(frame: str, counts: Counter[date], columns: list[Stretch], most: int) -> FrameRow:
    cells = tuple(_cell(frame, counts[column.first], column, most) for column in columns)
    days = {"since": columns[0].first.isoformat(), "until": columns[-1].last.isoformat()}
    return FrameRow(frame, address("claims", frame=frame, **days), counts.total(), cells)


def _cell(frame: str, number: int, column: Stretch, most: int) -> Cell:
    level = 1 + round((LEVELS - 1) * math.log(number) / math.log(most)) if number and most > 1 else min(number, 1)
    first, last = column.first.isoformat(), column.last.isoformat()
    when = date_words(first if first == last else f"{first}/{last}")
    words = f"{frame}, {when}: {count_words(number, 'claim')}"
    return Cell(number, level, address("claims", frame=frame, since=first, until=last), words)


def _undated(ledger: Ledger) -> str:
    number = ledger.value("SELECT sum(claims) FROM frame_tally WHERE day = ''") or 0
    return f"{count_words(number, 'proposition')} without a day stand in no column." if number else ""
