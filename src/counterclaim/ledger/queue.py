"""What is most worth a person's look: doubt times what hangs on it.

Enters an open `Store`, with a filter; leave `Waiting`s, the weightiest first. `docs/review.md` explains the formula;
the order is kept in a table that is made with the other lists, so what is being read waits until that is made anew.
Claims and relations on which somebody has decided do not wait.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.ledger.filters import EVERYTHING, ClaimFilter, Condition, conditions, day_of, matching
from counterclaim.ledger.listing import NOBODY, Facet, facet_size, facets_of, first_listed
from counterclaim.ledger.queries import claim, relation_record
from counterclaim.ledger.records import marks
from counterclaim.ledger.store import Store
from counterclaim.ledger.tallies import bring_up_to_date
from counterclaim.model import Claim, Relation, Review

# A condition that fewer claims meet is collected before it is put in order; others are looked up down the list. Those
# that meet several conditions are rarer than those that meet one.
FREQUENT, FREQUENT_TOGETHER = 2_000, 50_000

_BY_FACET = "claim_facet f CROSS JOIN claim c ON c.id = f.claim"
_BY_WORDS = "claim_fts f CROSS JOIN claim c ON c.rowid = f.rowid"
_COUNTED = "SELECT count(*) FROM (SELECT 1 FROM claim_fts WHERE claim_fts MATCH ? LIMIT ?)"
_OF_DAYS = "SELECT count(*) FROM (SELECT 1 FROM claim_facet WHERE facet = 'any' AND value = '' AND day BETWEEN ? AND ?"
_COLLECTED = """
WITH some (claim) AS MATERIALIZED (SELECT c.id FROM {first} CROSS JOIN article a ON a.id = c.article WHERE {where})
SELECT * FROM review_tally WHERE item IN (
  SELECT claim FROM some UNION ALL SELECT r.id FROM some CROSS JOIN relation r ON r.left_claim = some.claim
  UNION ALL SELECT r.id FROM some CROSS JOIN relation r ON r.right_claim = some.claim
)
"""
_WALKED = """
SELECT * FROM review_tally w WHERE EXISTS (
  SELECT 1 FROM claim c JOIN article a ON a.id = c.article WHERE c.id IN (w.claim, w.other) AND {where}
) AND (w.other IS NULL OR EXISTS (SELECT 1 FROM relation r WHERE r.id = w.item))
"""
_ORDERED = "ORDER BY score DESC, item LIMIT ? OFFSET ?"
_NO_LIMIT = -1


@dataclass(frozen=True, slots=True)
class Weight:
    """What hangs on a claim or relation: disputes in which it stands, voices that rest on it alone, disputes that
    would fall without it.
    """

    disputes: int = 0
    voices: int = 0
    falls: int = 0

    @property
    def impact(self) -> int:
        """One, and one more for each."""
        return 1 + self.disputes + self.voices + self.falls


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim or relation that waits for a look: `score` is doubt times impact, `why` says so in words.

    `sure` is how sure the machine is of a claim, or of a relation if its claims are right: what is doubtful in them is
    theirs.
    """

    item: Claim | Relation
    weight: Weight
    sure: float

    @property
    def doubt(self) -> float:
        """What is missing to being sure."""
        return 1 - self.sure

    @property
    def score(self) -> float:
        """By which the queue is ordered."""
        return round(self.doubt * self.weight.impact, 3)

    @property
    def why(self) -> str:
        """Why it is here."""
        weight = self.weight
        hangs = (
            (weight.disputes, "stands in 1 dispute", f"stands in {weight.disputes} disputes"),
            (weight.voices, "1 voice rests on it alone", f"{weight.voices} voices rest on it alone"),
            (weight.falls, "1 dispute would fall without it", f"{weight.falls} disputes would fall without it"),
        )
        said = [one if number == 1 else many for number, one, many in hangs if number]
        sure = f"confidence {self.sure:.2f}"
        if isinstance(self.item, Relation):
            sure = f"confidence {self.sure:.2f} if its claims are right"
        return "; ".join((sure, *(said or ["no dispute hangs on it"])))


def queue(
    store: Store, wanted: ClaimFilter = EVERYTHING, *, limit: int | None = None, begin: int = 0
) -> tuple[Waiting, ...]:  # fmt: skip
    """Claims that meet the filter, and relations of such claims, that nobody has decided on, weightiest first; without
    the `begin` first of them.

    Raises:
        InputError: the filter's dates or its confidence are none.
        LedgerError: the ledger is of an older program and may not be written.
    """
    bring_up_to_date(store)
    sql, values = _question(store, replace(wanted, review=frozenset([Review.UNREVIEWED])))
    rows = store.rows(f"{sql} {_ORDERED}", (*values, _NO_LIMIT if limit is None else limit, begin)).fetchall()
    return tuple(
        Waiting(_item(store, row), Weight(row["disputes"], row["voices"], row["falls"]), row["sure"]) for row in rows
    )


def _question(store: Store, wanted: ClaimFilter) -> tuple[str, list[Any]]:
    """The rows that wait, in no order."""
    facets = tuple(facets_of(store, wanted))
    # Lists hold neither thoughts nor claimants who are nobody of the ledger's.
    if wanted.thoughts or any(one.name == "claimant" and one.values == NOBODY for one in facets):
        where, values = _joined(conditions(store, wanted))
        return _WALKED.format(where=where), values
    rest = replace(wanted, claimant=None, place=None, frame=None, outlet=None, words=None)
    looked_up = [*conditions(store, rest), *map(_under, facets)]
    words = None if wanted.words is None else matching(wanted.words)
    if words is not None:
        looked_up.append(("EXISTS (SELECT 1 FROM claim_fts WHERE claim_fts MATCH ? AND rowid = c.rowid)", (words,)))
    most = FREQUENT if len(facets) + (words is not None) == 1 else FREQUENT_TOGETHER
    first = min(facets, key=lambda facet: facet_size(store, facet), default=None)
    if first is not None and facet_size(store, first) <= most:
        where, values = _joined([_listed(first), *looked_up])
        return _COLLECTED.format(first=_BY_FACET, where=where), values
    if words is not None and store.value(_COUNTED, (words, most + 1)) <= most:
        where, values = _joined([("claim_fts MATCH ?", (words,)), *looked_up[:-1]])
        return _COLLECTED.format(first=_BY_WORDS, where=where), values
    if (days := _days(wanted)) and store.value(f"{_OF_DAYS} LIMIT ?)", (*days, most + 1)) <= most:
        where, values = _joined([("f.facet = 'any' AND f.value = '' AND f.day BETWEEN ? AND ?", days), *looked_up])
        return _COLLECTED.format(first=_BY_FACET, where=where), values
    where, values = _joined(looked_up)
    return _WALKED.format(where=where), values


def _days(wanted: ClaimFilter) -> tuple[str, str] | None:
    """On which days of lists claims stand that can have been made on those that are asked for."""
    if wanted.since is None and wanted.until is None:
        return None
    first = first_listed(day_of(wanted.since, 0)) if wanted.since else "0"
    return first, day_of(wanted.until, 1) if wanted.until else "9"


def _joined(found: Iterable[Condition]) -> tuple[str, list[Any]]:
    held = list(found)
    return " AND ".join(sql for sql, _ in held), [value for _, values in held for value in values]


def _listed(facet: Facet) -> Condition:
    return f"f.facet = ? AND f.value IN ({marks(list(facet.values))})", (facet.name, *facet.values)


def _under(facet: Facet) -> Condition:
    """A claim `c` stands under it."""
    day = "coalesce(c.first_day, c.last_day, '')"
    known = f"SELECT 1 FROM claim_facet g WHERE g.facet = ? AND g.day = {day} AND g.claim = c.id AND g.value IN"  # noqa: S608
    return f"EXISTS ({known} ({marks(list(facet.values))}))", (facet.name, *facet.values)


def _item(store: Store, row: sqlite3.Row) -> Claim | Relation:
    if row["other"] is None:
        return claim(store, row["item"])
    return relation_record(store.rows("SELECT * FROM relation WHERE id = ?", (row["item"],)).fetchone())
