"""Places that are disputed, or of which somebody says who holds them or that they are fought over.

Enter an open `Store` with its tallies made; leave `Spot`s, those with most disputes first. Nothing here says who holds
a place.
"""

from dataclasses import dataclass

from counterclaim.ledger.filters import named_entities
from counterclaim.ledger.records import marks
from counterclaim.ledger.store import Store

# Somebody speaks of the place itself: one that only contains such places has their claims too, and is none.
_SPOTS = """
SELECT e.id, coalesce(d.disputes, 0) AS disputes, coalesce(t.claims, 0) AS claims FROM entity e
LEFT JOIN (SELECT place, count(*) AS disputes FROM dispute GROUP BY place) d ON d.place = e.id
LEFT JOIN facet_tally t ON t.facet = 'place' AND t.value = e.id
WHERE e.kind = 'place' AND (d.place IS NOT NULL OR (
  EXISTS (SELECT 1 FROM facet_tally h WHERE h.facet = 'held' AND h.value = e.id)
  AND EXISTS (SELECT 1 FROM local_entity l JOIN argument g ON g.local_entity = l.id AND g.role = 'place'
    JOIN proposition p ON p.id = g.proposition AND p.frame IN ('control', 'fighting') WHERE l.entity = e.id)
)){within}
ORDER BY disputes DESC, claims DESC, e.id LIMIT ?
"""
_WITHIN = " AND (e.id IN ({named}) OR e.id IN (SELECT entity FROM entity_within WHERE place IN ({named})))"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, how many disputes are about it, and how many claims speak of it and of what lies in it."""

    id: str
    disputes: int
    claims: int


def spots(store: Store, within: str | None, limit: int) -> tuple[Spot, ...]:
    """The first of them; `within` is the id or a name of a place that contains them."""
    condition, values = "", list[str | int]()
    if within is not None:
        named, some = named_entities(store, within, places_only=True)
        condition, values = _WITHIN.format(named=named), [*some, *some]
    rows = store.rows(_SPOTS.format(within=condition), (*values, limit))
    return tuple(Spot(row["id"], row["disputes"], row["claims"]) for row in rows)


def sides_of(store: Store, places: list[str]) -> dict[str, dict[str | None, int]]:
    """How many of the claims on each of these places are whose, by the side that makes them; None is unknown."""
    found: dict[str, dict[str | None, int]] = {}
    for row in store.rows(f"SELECT * FROM place_tally WHERE place IN ({marks(places)})", places):  # noqa: S608
        found.setdefault(row["place"], {})[row["side"] or None] = row["claims"]
    return found


def questions_of(store: Store, places: list[str], most: int) -> dict[str, list[tuple[str, str]]]:
    """Id and question of the weightiest disputes about each of these places."""
    sql = f"""
        SELECT place, id, question FROM (
          SELECT place, id, question, position, row_number() OVER (PARTITION BY place ORDER BY position) AS n
          FROM dispute WHERE place IN ({marks(places)})
        ) WHERE n <= ? ORDER BY position
    """  # noqa: S608
    found: dict[str, list[tuple[str, str]]] = {}
    for row in store.rows(sql, (*places, most)):
        found.setdefault(row["place"], []).append((row["id"], row["question"]))
    return found


def latest_of(store: Store, places: list[str]) -> dict[str, str]:
    """The id of the latest claim on who holds each of these places, or that it is fought over; dated ones alone."""
    sql = """
        SELECT claim FROM claim_facet WHERE facet = 'held' AND value = ? AND day <> ''
        ORDER BY day DESC, claim DESC LIMIT 1
    """
    return {place: found for place in places if (found := store.value(sql, (place,)))}
