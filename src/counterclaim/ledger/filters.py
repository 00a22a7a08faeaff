"""What a user asks for → conditions on claims.

Enters a `ClaimFilter`; leave SQL conditions with their values. Refused: dates that are no EDTF, confidences that are
none.
"""

import re
from dataclasses import dataclass
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ledger.names import fold
from counterclaim.ledger.store import Store
from counterclaim.model import Review


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Claims that meet every condition given; None is no condition.

    `claimant` and `place` are an entity's id or any of its names, in any spelling of case and accents; a place
    takes in all that lies in it. `since` and `until` are EDTF (ISO days will do) and hold both ends; claims whose
    day is unknown meet neither. `words` must all stand in the content, inflected forms too; "quoted words" stand
    together. `thoughts` lets in thoughts and what is said in passing (`Claim.speech` false). `dispute` is the id of
    one in which the claim is on a side. `review` are states, of which a claim must have one; without it, all but
    rejected ones. Whatever a person vouches for meets `min_confidence`.
    """

    claimant: str | None = None
    place: str | None = None
    frame: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    min_confidence: float | None = None
    document: str | None = None
    outlet: str | None = None
    stance: str | None = None
    thoughts: bool = False
    dispute: str | None = None
    review: frozenset[Review] | None = None


KEPT = frozenset(Review) - {Review.REJECTED}
LOOKED_AT = KEPT - {Review.UNREVIEWED}
VOUCHED = frozenset(one for one in Review if one.vouched)
EVERYTHING = ClaimFilter()
Condition = tuple[str, tuple[Any, ...]]

VOUCHED_FOR = "c.review IN ('accepted', 'corrected')"
_WITHIN = """
WITH RECURSIVE inside (id) AS (
  SELECT entity FROM ({named})
  UNION SELECT w.entity FROM entity_within w JOIN inside i ON w.place = i.id
)
"""
_DISPUTED = "c.id IN (SELECT h.claim FROM side_claim h JOIN side s ON s.id = h.side WHERE s.dispute = ?)"
_ABOUT = """
c.id IN ({within}
  SELECT p.claim FROM argument g JOIN proposition p ON p.id = g.proposition JOIN local_entity l ON l.id =
  g.local_entity WHERE l.entity IN (SELECT id FROM inside)
  UNION SELECT s.claim FROM mention m JOIN local_entity l ON l.id = m.local_entity
    JOIN claim k ON k.article = m.article AND k.part = m.part
    JOIN claim_span s ON s.claim = k.id AND s.kind = 'content' AND s.start <= m.start AND m.stop <= s.stop
    WHERE l.entity IN (SELECT id FROM inside))
"""


def conditions(store: Store, wanted: ClaimFilter) -> list[Condition]:
    """SQL over `claim c JOIN article a` with the values of its question marks.

    Raises:
        InputError: `since` or `until` is no date, or `min_confidence` does not lie in 0 to 1.
    """
    checked(wanted.min_confidence)
    found: list[Condition] = [("a.current = 1", ()), reviewed(wanted.review)]
    if not wanted.thoughts:
        found.append(("c.speech = 1", ()))
    if wanted.claimant is not None:
        found.append(_by_claimant(store, wanted.claimant))
    if wanted.place is not None:
        named, values = named_entities(store, wanted.place, places_only=True)
        found.append((_ABOUT.format(within=_WITHIN.format(named=named)), values))
    if wanted.frame is not None:
        found.append(("c.id IN (SELECT claim FROM proposition WHERE frame = ?)", (wanted.frame,)))
    if wanted.words is not None:
        found.append(("c.rowid IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)", (matching(wanted.words),)))
    if wanted.outlet is not None:
        found.append(("fold(a.outlet) = ?", (fold(wanted.outlet),)))
    return found + _plain(wanted) + _dated(wanted)


def meant_places(store: Store, place: str) -> frozenset[str]:
    """Ids of the places that bear the name or the id, and of all that lie in them; empty where there are none."""
    named, values = named_entities(store, place, places_only=True)
    sql = f"{_WITHIN.format(named=named)} SELECT id FROM inside"  # noqa: S608
    return frozenset(row["id"] for row in store.rows(sql, values))


def reviewed(states: frozenset[Review] | None) -> Condition:
    """Claims `c` in one of these states; all but rejected ones where none are given."""
    if states is None:
        return "c.review <> 'rejected'", ()
    return f"c.review IN ({', '.join('?' * len(states))})", tuple(sorted(states))


def checked(least: float | None) -> float | None:
    """The same confidence, or None.

    Raises:
        InputError: it does not lie in 0 to 1.
    """
    if least is not None and not 0 <= least <= 1:
        raise InputError(f"{least:g} is no confidence", "Give a number from 0 to 1, such as 0.6")
    return least


def matching(words: str) -> str:
    """A query of SQLite's full-text search (FTS5) from any characters: every word, and quoted words as a phrase."""
    terms = re.findall(r'"([^"]+)"|([^\s"]+)', words.replace("\0", " "))
    return " ".join(f'"{phrase or word}"' for phrase, word in terms) or '""'


def _plain(wanted: ClaimFilter) -> list[Condition]:
    plain = (
        ("a.document = ?", wanted.document),
        ("c.stance = ?", wanted.stance),
        (f"(c.confidence >= ? OR {VOUCHED_FOR})", wanted.min_confidence),
        (_DISPUTED, wanted.dispute),
    )
    return [(sql, (value,)) for sql, value in plain if value is not None]


def _dated(wanted: ClaimFilter) -> list[Condition]:
    found: list[Condition] = []
    if wanted.since is not None:
        found.append(("c.last_day >= ?", (day_of(wanted.since, 0),)))
    if wanted.until is not None:
        found.append(("c.first_day <= ?", (day_of(wanted.until, 1),)))
    return found


def day_of(edtf: str, end: int) -> str:
    """The ISO day at which an EDTF time begins (0) or ends (1).

    Raises:
        InputError: it is no time, or is open there.
    """
    from counterclaim.times import bounds

    day = bounds(edtf)[end]
    if day is None:
        raise InputError(f"{edtf!r} is no date that can be compared", "Write it as 2023-05-20, 2023-05 or 2023")
    return day.isoformat()


def _by_claimant(store: Store, name: str) -> Condition:
    """By the entity's names; where a claimant was never unified, by the name as the claim gives it."""
    named, values = named_entities(store, name, places_only=False)
    unresolved = "c.claimant IS NULL AND (fold(c.claimant_name) = ? OR fold(c.claimant_surface) = ?)"
    known = f"c.claimant IN (SELECT id FROM local_entity WHERE entity IN ({named}) OR id = ?)"  # noqa: S608
    return f"({known} OR {unresolved})", (*values, name, fold(name), fold(name))


def named_entities(store: Store, name: str, *, places_only: bool) -> Condition:
    """Ids of the entities meant: by id, else by a whole name, else by a run of words of a name."""
    if store.value("SELECT 1 FROM entity WHERE id = ?", (name,)):
        return "SELECT id AS entity FROM entity WHERE id = ?", (name,)
    kinds = " AND entity IN (SELECT id FROM entity WHERE kind = 'place')" if places_only else ""
    whole = f"SELECT entity FROM entity_name WHERE folded = ?{kinds}"  # noqa: S608
    if store.value(whole, (fold(name),)):
        return whole, (fold(name),)
    return f"SELECT entity FROM entity_name WHERE instr(' ' || folded || ' ', ?){kinds}", (f" {fold(name)} ",)  # noqa: S608
