"""What is most worth a person's look: doubt times what hangs on it.

Enters an open `Store`, with a filter; leave `Waiting`s, the weightiest first. `docs/review.md` explains the formula.
Claims and relations on which somebody has decided do not wait.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from counterclaim.ledger.filters import EVERYTHING, ClaimFilter, conditions
from counterclaim.ledger.queries import claim, relation_record
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Relation, Review

_VOICES = """
SELECT k.side, s.dispute, k.claim, coalesce(l.entity, c.claimant, fold(c.claimant_name)) || ' ' ||
  coalesce(o.origin, c.article) AS voice
FROM side_claim k JOIN side s ON s.id = k.side JOIN claim c ON c.id = k.claim
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN origin_article o ON o.article = c.article
"""
_FEWEST_SIDES = 2


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
        return _score(self.sure, self.weight)

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


def _score(sure: float, weight: Weight) -> float:
    return round((1 - sure) * weight.impact, 3)


def queue(store: Store, wanted: ClaimFilter = EVERYTHING, *, limit: int | None = None) -> tuple[Waiting, ...]:
    """Claims that meet the filter, and relations of such claims, that nobody has decided on, weightiest first.

    Raises:
        InputError: the filter's dates or its confidence are none.
    """
    found = conditions(store, replace(wanted, review=frozenset([Review.UNREVIEWED])))
    where = " AND ".join(sql for sql, _ in found)
    values = tuple(value for _, some in found for value in some)
    scored = [*_claims(store, where, values, limit), *_relations(store, where, values, limit)]
    first = sorted(scored, key=lambda one: (-_score(one[1], one[2]), one[0]))[:limit]
    return tuple(Waiting(_item(store, name), weight, sure) for name, sure, weight in first)


Scored = tuple[str, float, Weight]


def _claims(store: Store, where: str, values: tuple[object, ...], limit: int | None) -> Iterator[Scored]:
    weights = _claim_weights(store)
    asked = f"SELECT c.id, c.confidence FROM claim c JOIN article a ON a.id = c.article WHERE {where}"  # noqa: S608
    for row in store.rows(f"{asked} AND c.id IN (SELECT claim FROM side_claim)", values):  # noqa: S608
        yield row["id"], row["confidence"], weights[row["id"]]
    alone = f"{asked} AND c.id NOT IN (SELECT claim FROM side_claim) ORDER BY c.confidence, c.id LIMIT ?"  # noqa: S608
    for row in store.rows(alone, (*values, _most(limit))):
        yield row["id"], row["confidence"], Weight()


def _relations(store: Store, where: str, values: tuple[object, ...], limit: int | None) -> Iterator[Scored]:
    weights = _relation_weights(store)
    some = f"SELECT c.id FROM claim c JOIN article a ON a.id = c.article WHERE {where}"  # noqa: S608
    asked = f"""
        SELECT r.id, min(1, r.confidence / max(min(x.confidence, y.confidence), 1e-9)) AS sure FROM relation r
        JOIN claim x ON x.id = r.left_claim JOIN claim y ON y.id = r.right_claim WHERE r.review = 'unreviewed'
        AND (r.left_claim IN ({some}) OR r.right_claim IN ({some}))
    """  # noqa: S608
    disputed = f"{asked} AND r.id IN (SELECT relation FROM dispute_relation)"  # noqa: S608
    for row in store.rows(disputed, (*values, *values)):
        yield row["id"], row["sure"], weights[row["id"]]
    alone = f"{asked} AND r.id NOT IN (SELECT relation FROM dispute_relation) ORDER BY sure, r.id LIMIT ?"  # noqa: S608
    for row in store.rows(alone, (*values, *values, _most(limit))):
        yield row["id"], row["sure"], Weight()


def _most(limit: int | None) -> int:
    return -1 if limit is None else limit  # SQLite's "no limit"


def _item(store: Store, name: str) -> Claim | Relation:
    row = store.rows("SELECT * FROM relation WHERE id = ?", (name,)).fetchone()
    return claim(store, name) if row is None else relation_record(row)


def _claim_weights(store: Store) -> dict[str, Weight]:
    voices: dict[str, Counter[str | None]] = defaultdict(Counter)
    sides: dict[str, set[str]] = defaultdict(set)
    rows = [tuple(row) for row in store.rows(_VOICES)]
    for side, dispute, _, voice in rows:
        voices[side][voice] += 1
        sides[dispute].add(side)
    weights: dict[str, list[tuple[str, bool, bool]]] = defaultdict(list)
    for side, dispute, claim_id, voice in rows:
        alone = voices[side].total() == 1 and len(sides[dispute]) <= _FEWEST_SIDES
        weights[claim_id].append((dispute, voices[side][voice] == 1, alone))
    return {name: _weight(found) for name, found in weights.items()}


def _relation_weights(store: Store) -> dict[str, Weight]:
    held: dict[str, list[str]] = defaultdict(list)
    for row in store.rows("SELECT dispute, relation FROM dispute_relation"):
        held[row["dispute"]].append(row["relation"])
    weights: dict[str, list[tuple[str, bool, bool]]] = defaultdict(list)
    for dispute, relations in held.items():
        for relation in relations:
            weights[relation].append((dispute, False, len(relations) == 1))
    return {name: _weight(found) for name, found in weights.items()}


def _weight(found: Iterable[tuple[str, bool, bool]]) -> Weight:
    """Of (dispute, does a voice rest on it alone, would the dispute fall without it)."""
    held = list(found)
    return Weight(
        disputes=len({dispute for dispute, _, _ in held}),
        voices=sum(voice for _, voice, _ in held),
        falls=len({dispute for dispute, _, falls in held if falls}),
    )
