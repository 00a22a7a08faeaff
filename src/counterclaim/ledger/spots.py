"""Places that are disputed, or of which somebody says who holds them or that they are fought over.

Enter an open `Store` with its tallies made; leave `Spot`s, those with most disputes first. Nothing here says who holds
a place.
"""

from dataclasses import dataclass

from counterclaim.ledger.filters import named_entities
from counterclaim.ledger.records import marks
from counterclaim.ledger.store import Store

_WITHIN = "WHERE place IN ({named}) OR place IN (SELECT entity FROM entity_within WHERE place IN ({named}))"
_QUESTIONS = "SELECT id, question FROM dispute WHERE place = ? ORDER BY position LIMIT ?"


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
    order = "ORDER BY disputes DESC, claims DESC, place LIMIT ?"
    rows = store.rows(f"SELECT place, disputes, claims FROM spot_tally {condition} {order}", (*values, limit))  # noqa: S608
    return tuple(Spot(row["place"], row["disputes"], row["claims"]) for row in rows)


def sides_of(store: Store, places: list[str]) -> dict[str, dict[str | None, int]]:
    """How many of the claims on each of these places are whose, by the side that makes them; None is unknown."""
    found: dict[str, dict[str | None, int]] = {}
    for row in store.rows(f"SELECT * FROM place_tally WHERE place IN ({marks(places)})", places):  # noqa: S608
        found.setdefault(row["place"], {})[row["side"] or None] = row["claims"]
    return found


def questions_of(store: Store, places: list[str], most: int) -> dict[str, list[tuple[str, str]]]:
    """Id and question of the weightiest disputes about each of these places."""
    return {place: [(row["id"], row["question"]) for row in store.rows(_QUESTIONS, (place, most))] for place in places}


def latest_of(store: Store, places: list[str]) -> dict[str, str]:
    """The id of the latest claim on who holds each of these places, or that it is fought over; dated ones alone."""
    sql = """
        SELECT claim FROM claim_facet WHERE facet = 'held' AND value = ? AND day <> ''
        ORDER BY day DESC, claim DESC LIMIT 1
    """
    return {place: found for place in places if (found := store.value(sql, (place,)))}
