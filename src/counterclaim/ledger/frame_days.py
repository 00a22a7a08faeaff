"""How many claims have which frame on which day, of all claims or of those of one claimant or on one place.

Enter an open `Store` with its tallies made, and a `FrameFilter`; leave `FrameDay`s. A claim stands on the first day on
which it can have been made, as in lists.
"""

from dataclasses import dataclass

from counterclaim.ledger.filters import ClaimFilter
from counterclaim.ledger.listing import Facet, facet_size, facets_of
from counterclaim.ledger.records import marks
from counterclaim.ledger.store import Store

_UNDER = "EXISTS (SELECT 1 FROM claim_facet o WHERE o.facet = ? AND o.day = g.day AND o.claim = g.claim AND o.value IN"


@dataclass(frozen=True, slots=True)
class FrameFilter:
    """Which claims are counted; all that is given must hold. `claimant` and `place` are ids or names."""

    frame: str | None = None
    claimant: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FrameDay:
    """The claims with a frame on a day; an empty day is unknown."""

    frame: str
    day: str
    claims: int


def frame_days(store: Store, wanted: FrameFilter) -> tuple[FrameDay, ...]:
    """All that there are, by day and frame."""
    facets = list(facets_of(store, ClaimFilter(claimant=wanted.claimant, place=wanted.place)))
    sql, values = _of(store, facets) if facets else ("SELECT frame, day, claims FROM frame_tally", list[str]())
    if len(facets) == 1 and (often := _often(store, facets[0])):
        sql, values = often
    whole = f"SELECT frame, day, claims FROM ({sql}) WHERE ? IS NULL OR frame = ? ORDER BY day, frame"  # noqa: S608
    return tuple(FrameDay(*row) for row in store.rows(whole, (*values, wanted.frame, wanted.frame)))


def _often(store: Store, facet: Facet) -> tuple[str, list[str]] | None:
    """Where the claims are counted already: those of one entity of whom much is said."""
    value = [facet.name, facet.values[0]]
    counted = store.value("SELECT 1 FROM often_tally WHERE facet = ? AND value = ? LIMIT 1", value)
    sql = "SELECT frame, day, claims FROM often_tally WHERE facet = ? AND value = ?"
    return (sql, value) if counted and len(facet.values) == 1 else None


def _of(store: Store, facets: list[Facet]) -> tuple[str, list[str]]:
    """The shorter list is walked through, the other looked up claim by claim."""
    first, *others = sorted(facets, key=lambda facet: facet_size(store, facet))
    parts = [f"g.value IN ({marks(list(first.values))})"]
    parts += [f"{_UNDER} ({marks(list(one.values))}))" for one in others]
    values = [first.name, *first.values, *(value for one in others for value in (one.name, *one.values))]
    sql = f"""
        SELECT p.frame, g.day, count(DISTINCT g.claim) AS claims FROM claim_facet g
        CROSS JOIN proposition p ON p.claim = g.claim WHERE g.facet = ? AND {" AND ".join(parts)} GROUP BY 1, 2
    """  # noqa: S608
    return sql, values
