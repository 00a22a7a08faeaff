"""Before and after: what the machine read, what a person made of it, and the decisions that did it.

Enter an open `Store`; leave records. Nothing is refused but ids that nothing has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.ledger.decisions import decision_record
from counterclaim.ledger.machine import machine_reading
from counterclaim.ledger.queries import claim, relation_record
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Decision, DecisionKind, Relation, Review
from counterclaim.review import changed_fields


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim as the machine read it and as it is now. `changed` names the fields that differ; `decisions` are those
    that are carried out, oldest first.
    """

    before: Claim
    after: Claim
    changed: tuple[str, ...]
    decisions: tuple[Decision, ...]


def compared(store: Store, claim_id: str) -> Compared:
    """The claim before and after.

    Raises:
        NotFoundError: there is no such claim.
    """
    after = claim(store, claim_id)
    before = machine_reading(store, claim_id) or after
    return Compared(before, after, changed_fields(before, after), history(store, claim_id))


def every_change(store: Store) -> Iterator[Compared]:
    """Every claim of a current report that reads otherwise than the machine read it, by document and place in it."""
    rows = store.rows(
        "SELECT c.id FROM machine_claim m JOIN claim c ON c.id = m.claim JOIN article a ON a.id = c.article "
        "AND a.current = 1 ORDER BY a.document, c.position"
    )
    for row in rows.fetchall():
        yield compared(store, row["id"])


def changed_relations(store: Store) -> tuple[Relation, ...]:
    """Relations that a person rejected, or gave another kind than the machine did."""
    sql = "SELECT * FROM relation WHERE review IN ('corrected', 'rejected') ORDER BY kind, left_claim, right_claim"
    return tuple(map(relation_record, store.rows(sql)))


def history(store: Store, claim_id: str) -> tuple[Decision, ...]:
    """The decisions on the claim that are carried out, oldest first; those on its relations are left out."""
    return _decided(store, "k.claim = ? AND d.kind <> 'judge'", (claim_id,))


def relation_history(store: Store, relation: Relation) -> tuple[Decision, ...]:
    """The decisions on how the two claims stand that are carried out, oldest first."""
    both = "k.claim = ? AND d.id IN (SELECT decision FROM decision_claim WHERE claim = ?) AND d.kind = ?"
    return _decided(store, both, (relation.left, relation.right, DecisionKind.JUDGE))


def states(store: Store) -> Mapping[Review, int]:
    """How many claims of current reports are in which state; thoughts are not counted."""
    sql = """
        SELECT c.review, count(*) AS claims FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
        WHERE c.speech = 1 GROUP BY c.review
    """
    counted = {row["review"]: row["claims"] for row in store.rows(sql)}
    return {review: counted.get(review, 0) for review in Review}


def _decided(store: Store, where: str, values: tuple[str, ...]) -> tuple[Decision, ...]:
    sql = f"""
        SELECT d.* FROM decision d JOIN decision_claim k ON k.decision = d.id JOIN decision_state s ON s.decision = d.id
        WHERE s.state = 'carried out' AND {where} ORDER BY d.made_at, d.id
    """  # noqa: S608
    return tuple(map(decision_record, store.rows(sql, values)))
