"""What follows from all articles together, made anew in one transaction: entities over articles, origins,
relations, disputes, and the lists and counts that pages ask for.

Enters a `Store`; leave its derived tables, and a note in `meta` of the set of articles for which they hold.
Whatever the order in which articles were read, and however often reading was cut off, the same set with the same
actors and decisions gives the same rows.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from counterclaim.entities.unify import ByHand, unify_by_hand
from counterclaim.ledger.actors import actors
from counterclaim.ledger.carrying import carry_out_on_claims
from counterclaim.ledger.cutting import NOTHING_TAKEN, Taken, cut, without
from counterclaim.ledger.decisions import decisions, standing, write_verdicts
from counterclaim.ledger.freshness import fingerprint, has_origins, note_origins
from counterclaim.ledger.machine import give_back
from counterclaim.ledger.names import fold
from counterclaim.ledger.queries import articles, claims, entities, origins
from counterclaim.ledger.records import entity_record
from counterclaim.ledger.rows import array, entity_table
from counterclaim.ledger.store import DERIVED_FOR, Store
from counterclaim.ledger.tallies import tally
from counterclaim.model import Decision, DecisionState, Dispute, Entity, OnEntities, Origin, Relation, Review, Verdict
from counterclaim.relate import Judgement, find_origins, judged, relate
from counterclaim.relate.disputes import find_disputes

_DERIVED = ("dispute_relation", "side_claim", "side", "dispute", "relation")
_ORIGINS = ("origin_article", "origin")
_ENTITIES = ("entity_within", "entity_name", "entity")


def derive(store: Store) -> None:
    """Make the derived tables anew.

    Raises:
        LedgerError: another program is writing.
    """
    with store.transaction():
        give_back(store)
        _clear(store)
        made = decisions(store)
        counting = standing(made)
        on_entities = _unify(store, counting)
        carried = carry_out_on_claims(store, counting)
        on_relations = _relate(store, _origins(store), carried.judgements)
        write_verdicts(store, made, (*on_entities, *carried.verdicts, *on_relations))
        store.note(DERIVED_FOR, fingerprint(store))
        tally(store)


def _clear(store: Store) -> None:
    store.rows("UPDATE local_entity SET entity = NULL WHERE entity IS NOT NULL")
    for table in (*_DERIVED, *_ENTITIES):
        store.rows(f"DELETE FROM {table}")  # noqa: S608


def _unify(store: Store, counting: Sequence[Decision]) -> tuple[Verdict, ...]:
    """The ledger's entities, with what a person has settled about them; what became of it."""
    settled = tuple(decision for decision in counting if isinstance(decision.action, OnEntities))
    documents = (
        {row["id"]: row["document"] for row in store.rows("SELECT id, document FROM article")} if settled else {}
    )
    locals_ = _local_entities(store, cut(store, settled))
    found = unify_by_hand(locals_, ByHand(actors(store), settled, documents))
    write_entities(store, found.entities, found.which, found.named)
    return tuple(found.verdicts)


def _origins(store: Store) -> tuple[Origin, ...]:
    """Which articles carry one dispatch: found anew only where articles have come or gone."""
    if has_origins(store):
        return tuple(origins(store))
    for table in _ORIGINS:
        store.rows(f"DELETE FROM {table}")  # noqa: S608
    found = find_origins(articles(store))
    _write_origins(store, found)
    note_origins(store)
    return found


def _local_entities(store: Store, taken: Mapping[str, Taken]) -> Iterator[tuple[str, Entity]]:
    joined = "local_entity l JOIN article a ON a.id = l.article AND a.current = 1"
    rows = store.rows(f"SELECT l.* FROM {joined} ORDER BY a.document, l.position")  # noqa: S608
    return (
        (row["article"], without(entity_record(row, row["local"]), taken.get(row["id"], NOTHING_TAKEN))) for row in rows
    )


def write_entities(
    store: Store,
    unified: Iterable[Entity],
    ledgers: Mapping[tuple[str, str], str],
    named: Collection[str] = (),
) -> None:
    """The ledger's entities, and which of them each article's own is: (article id, local id) → entity id.

    `named` are the ids of those whose name a person has given.
    """
    unified = tuple(unified)
    table = entity_table(unified)
    store.insert(table.name, table.columns, table.rows)
    names = ((e.id, name, fold(name)) for e in unified for name in dict.fromkeys((e.name, *e.names)))
    store.insert("entity_name", ("entity", "name", "folded"), names)
    known = {entity.id for entity in unified}
    within = ((e.id, place) for e in unified for place in dict.fromkeys(e.within) if place in known)
    store.insert("entity_within", ("entity", "place"), within)
    pairs = ((ledgers_id, article, local) for (article, local), ledgers_id in ledgers.items())
    store.connection.executemany("UPDATE local_entity SET entity = ? WHERE article = ? AND local = ?", pairs)
    store.connection.executemany("UPDATE entity SET by_hand = 1 WHERE id = ?", ((one,) for one in sorted(named)))


def _relate(store: Store, found: Iterable[Origin], judgements: Iterable[Judgement]) -> Iterator[Verdict]:
    """Relations and disputes over the claims of current articles, which now bear the ledger's entities, as judged by
    hand; what became of the judgements."""
    said, known = tuple(claims(store)), {entity.id: entity for entity in entities(store)}
    carried = {article: origin.id for origin in found for article in origin.articles}
    voiced = {claim.id for claim in said if claim.voiced}
    heard = [one for one in judgements if one.pair <= voiced]
    relations, overruled = judged(relate(said, known, carried), heard)
    _write_relations(store, relations)
    _write_disputes(store, find_disputes(said, relations, known, carried))
    return (_judgement_verdict(one, voiced, overruled) for one in judgements)


def _judgement_verdict(one: Judgement, voiced: Collection[str], overruled: Mapping[str, str]) -> Verdict:
    if not one.pair <= frozenset(voiced):
        return Verdict(one.decision, DecisionState.OVERRULED, "one of the two claims is rejected, or nobody's claim")
    if one.decision in overruled:
        why = f"the later decision {overruled[one.decision]} says otherwise"
        return Verdict(one.decision, DecisionState.OVERRULED, why)
    return Verdict(one.decision, DecisionState.CARRIED_OUT)


def _write_origins(store: Store, found: Iterable[Origin]) -> None:
    for origin in found:
        store.insert("origin", ("id", "credited"), [(origin.id, origin.credited)])
        carried = ((origin.id, n, article) for n, article in enumerate(origin.articles))
        store.insert("origin_article", ("origin", "position", "article"), carried)


def _write_relations(store: Store, found: Iterable[Relation]) -> None:
    rows = ((r.id, r.kind, r.left, r.right, r.why, r.confidence, r.review, _by_machine(r)) for r in found)
    columns = ("id", "kind", "left_claim", "right_claim", "why", "confidence", "review", "machine_kind")
    store.insert("relation", columns, rows)


def _by_machine(relation: Relation) -> str | None:
    return relation.machine if relation.review is Review.CORRECTED else relation.kind


def _write_disputes(store: Store, found: Iterable[Dispute]) -> None:
    columns = ("id", "position", "question", "frame", "place", "first_day", "last_day")
    for number, dispute in enumerate(found):
        row = (dispute.id, number, dispute.question, dispute.frame, dispute.place, dispute.first, dispute.last)
        store.insert("dispute", columns, [row])
        for n, side in enumerate(dispute.sides):
            side_id = f"{dispute.id}-{n}"
            about = (side_id, dispute.id, n, side.position, array(side.claimants), side.voices)
            store.insert("side", ("id", "dispute", "position", "answer", "claimants", "voices"), [about])
            held = ((side_id, k, claim) for k, claim in enumerate(side.claims))
            store.insert("side_claim", ("side", "position", "claim"), held)
        relations = ((dispute.id, n, relation) for n, relation in enumerate(dispute.relations))
        store.insert("dispute_relation", ("dispute", "position", "relation"), relations)
