"""A page of claims at a time, newest day first, whatever the size of the ledger.

Enter an open `Store` with its tallies made, and a `ClaimFilter`; leave a page of claims and where the next begins. The
filter means what it means for `counterclaim.ledger.queries.claims`, with two limits: thoughts are not listed, and a
claim of which no more is known than that it was made in some stretch of over a year is not found by the days inside.
Lists hold no rejected claims; where states are asked for, those that were decided on are few and looked through.

The condition that the fewest claims meet is walked through in order of days; the others are looked up claim by claim.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ledger.filters import (
    VOUCHED_FOR,
    ClaimFilter,
    Condition,
    checked,
    conditions,
    day_of,
    matching,
    named_entities,
    reviewed,
)
from counterclaim.ledger.names import fold
from counterclaim.ledger.records import CLAIMS, claim_records, marks
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Review

# Words that more claims hold than these are looked up claim by claim instead of collected first.
FREQUENT = 50_000
LONGEST_VAGUE = timedelta(days=366)
MOST = 200
NOBODY = ("",)

# CROSS JOIN holds SQLite to the order of the tables, and so to the order of days.
_COUNTED = "SELECT count(*) FROM (SELECT 1 FROM claim_fts WHERE claim_fts MATCH ? LIMIT ?)"
_OF_WORDS = "SELECT f.claim, f.day FROM reading_listed f"
_HOLDING = "f.row IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)"
_OF_DOCUMENT = """
WITH f (claim, day) AS (
  SELECT c.id, coalesce(c.first_day, c.last_day, '') FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
  WHERE c.speech = 1 AND c.review <> 'rejected' AND a.document = ?
)
SELECT f.claim, f.day FROM f CROSS JOIN claim c ON c.id = f.claim WHERE 1
"""
_DECIDED = """
WITH f (claim, day) AS (
  SELECT c.id, coalesce(c.first_day, c.last_day, '') FROM claim c JOIN article a ON a.id = c.article WHERE {where}
)
SELECT f.claim, f.day FROM f WHERE 1
"""
# What a `ClaimFilter` asks for itself; other facets come from elsewhere.
_FILTERED = frozenset({"any", "claimant", "place", "frame", "outlet"})
_OF_FACET = """
SELECT f.claim, f.day FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim WHERE f.facet = ? AND f.value IN
"""
_UNDER = """
EXISTS (SELECT 1 FROM claim_facet g WHERE g.facet = ? AND g.day = f.day AND g.claim = f.claim AND g.value IN
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """Claims of a page, and the cursor of the next page; None at the end. `total` is known for plain lists only."""

    claims: tuple[Claim, ...]
    after: str | None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One condition by list: claims that stand under any of these values."""

    name: str
    values: tuple[str, ...]


def listed(
    store: Store,
    wanted: ClaimFilter,
    *,
    extra: Iterable[Facet] = (),
    after: str | None = None,
    limit: int = 50,
    newest: bool = True,
) -> Listed:
    """One page; `extra` facets must hold too; `newest` false begins with the oldest day.

    Raises:
        InputError: a date, a confidence, the limit or the cursor is none.
    """
    if not 1 <= limit <= MOST:
        raise InputError(f"{limit} claims are no page", f"Ask for 1 to {MOST} at a time")
    facets = [*facets_of(store, wanted), *extra]
    sizes = {facet: facet_size(store, facet) for facet in facets}
    plain = ClaimFilter(claimant=wanted.claimant, place=wanted.place, frame=wanted.frame, outlet=wanted.outlet)
    total = sizes[facets[0]] if len(facets) == 1 and len(facets[0].values) == 1 and wanted == plain else None
    if not facets:
        everything = Facet("any", NOBODY)
        sizes = {everything: facet_size(store, everything)}
        total = sizes[everything] if wanted == plain else None
    sql, values = _question(store, wanted, sizes)
    walk, begin = _walk(after, newest=newest)
    rows = store.rows(f"{sql} {walk} LIMIT ?", (*values, *begin, limit + 1)).fetchall()
    found = claims_by_id(store, [row["claim"] for row in rows[:limit]])
    more = f"{rows[limit - 1]['day']}~{rows[limit - 1]['claim']}" if len(rows) > limit else None
    return Listed(found, more, total)


def claims_by_id(store: Store, ids: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of those ids, in that order; those that are not there are passed over."""
    wanted = list(ids)
    held: dict[str, Claim] = {}
    for at in range(0, len(wanted), MOST):
        some = wanted[at : at + MOST]
        rows = store.rows(f"{CLAIMS} WHERE c.id IN ({marks(some)})", some)
        held |= {claim.id: claim for claim in claim_records(store, rows)}
    return tuple(held[one] for one in wanted if one in held)


def facet_size(store: Store, facet: Facet) -> int:
    """How many claims stand under it, those under several values counted again."""
    sql = f"SELECT sum(claims) FROM facet_tally WHERE facet = ? AND value IN ({marks(list(facet.values))})"  # noqa: S608
    return int(store.value(sql, (facet.name, *facet.values)) or 0)


def _walk(after: str | None, *, newest: bool) -> tuple[str, tuple[str, ...]]:
    """Where a page begins and which way it runs, as the end of a question."""
    way = "DESC" if newest else "ASC"
    order = f"ORDER BY f.day {way}, f.claim {way}"
    if not after:
        return order, ()
    day, parted, claim = after.partition("~")
    if not parted:
        raise InputError(f"{after!r} is no place to go on from", "Follow the link that the page gives")
    return f"AND (f.day, f.claim) {'<' if newest else '>'} (?, ?) {order}", (day, claim)


def facets_of(store: Store, wanted: ClaimFilter) -> Iterator[Facet]:
    """The lists that a filter asks for by claimant, place, frame and outlet."""
    if wanted.claimant is not None:
        yield Facet("claimant", _ids(store, wanted.claimant, places_only=False))
    if wanted.place is not None:
        yield Facet("place", _ids(store, wanted.place, places_only=True))
    if wanted.frame is not None:
        yield Facet("frame", (wanted.frame,))
    if wanted.outlet is not None:
        yield Facet("outlet", outlets_named(store, wanted.outlet) or NOBODY)


def _ids(store: Store, name: str, *, places_only: bool) -> tuple[str, ...]:
    sql, values = named_entities(store, name, places_only=places_only)
    return tuple(dict.fromkeys(row["entity"] for row in store.rows(f"{sql} LIMIT ?", (*values, MOST)))) or NOBODY


def outlets_named(store: Store, name: str) -> tuple[str, ...]:
    """The outlets of that name in any spelling of case and accents."""
    every = (row["value"] for row in store.rows("SELECT value FROM facet_tally WHERE facet = 'outlet'"))
    return tuple(outlet for outlet in every if fold(outlet) == fold(name))


def _question(store: Store, wanted: ClaimFilter, sizes: dict[Facet, int]) -> tuple[str, list[Any]]:
    """The SQL up to where the page begins: the shortest list in order of days, the rest as look-ups."""
    ordered = sorted(sizes, key=lambda facet: sizes[facet])
    if wanted.review is not None and (Review.REJECTED in wanted.review or Review.UNREVIEWED not in wanted.review):
        return _decided(store, wanted, (facet for facet in ordered if facet.name not in _FILTERED))
    words = matching(wanted.words) if wanted.words is not None else None
    values: list[Any]
    if wanted.document is not None:
        parts, values = [_OF_DOCUMENT], [wanted.document]
        if words is not None:
            parts.append("AND c.rowid IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)")
            values.append(words)
    elif words is not None and store.value(_COUNTED, (words, FREQUENT + 1)) <= FREQUENT:
        further = " CROSS JOIN claim c ON c.rowid = f.row" if any(_conditions(wanted)) else ""
        parts, values = [f"{_OF_WORDS}{further} WHERE {_HOLDING}"], [words]
    else:
        first = ordered.pop(0)
        parts, values = [f"{_OF_FACET} ({marks(list(first.values))})"], [first.name, *first.values]
        if words is not None:
            parts.append("AND EXISTS (SELECT 1 FROM claim_fts WHERE claim_fts MATCH ? AND claim_fts.rowid = c.rowid)")
            values.append(words)
    for facet in (one for one in ordered if one.name != "any"):
        parts.append(_under(facet))
        values += [facet.name, *facet.values]
    for condition, value in _conditions(wanted):
        parts.append(f"AND {condition}")
        values += value
    return " ".join(parts), values


def _under(facet: Facet) -> str:
    return f"AND {_UNDER} ({marks(list(facet.values))}))"


def _decided(store: Store, wanted: ClaimFilter, further: Iterable[Facet]) -> tuple[str, list[Any]]:
    """Claims by what a person has said of them, rejected ones too."""
    found, extra = conditions(store, wanted), list(further)
    where = " AND ".join(sql for sql, _ in found)
    values = [value for _, some in found for value in some]
    values += [value for facet in extra for value in (facet.name, *facet.values)]
    return " ".join((_DECIDED.format(where=where), *map(_under, extra))), values


def first_listed(since: str) -> str:
    """The first day on which lists hold claims that can have been made on that day or later."""
    day = date.fromisoformat(since)
    return (day - min(LONGEST_VAGUE, day - date.min)).isoformat()


def _conditions(wanted: ClaimFilter) -> Iterator[Condition]:
    if wanted.since is not None:
        since = day_of(wanted.since, 0)
        yield "f.day >= ?", (first_listed(since),)
        yield "c.last_day >= ?", (since,)
    if wanted.until is not None:
        until = day_of(wanted.until, 1)
        yield "f.day <= ?", (until,)
        yield "c.first_day <= ?", (until,)
    if wanted.stance is not None:
        yield "c.stance = ?", (wanted.stance,)
    if checked(wanted.min_confidence) is not None:
        yield f"(c.confidence >= ? OR {VOUCHED_FOR})", (wanted.min_confidence,)
    if wanted.review is not None:
        yield reviewed(wanted.review)
