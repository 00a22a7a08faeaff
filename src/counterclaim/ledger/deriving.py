"""What follows from all articles together, made anew in one transaction: entities over articles, origins,
relations, disputes, and the lists and counts that pages ask for.

Enters a `Store`; leave its derived tables, and a note in `meta` of the set of articles for which they hold.
Whatever the order in which articles were read, and however often reading was cut off, the same set with the same
actors and decisions gives the same rows.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from counterclaim.entities.unify import ByHand, unify_by_hand
from counterclaim.ledger.actors import actors
from counterclaim.ledger.cutting import cut, without
from counterclaim.ledger.decisions import decisions, standing, write_verdicts
from counterclaim.ledger.freshness import fingerprint
from counterclaim.ledger.names import fold
from counterclaim.ledger.queries import articles, claims, entities
from counterclaim.ledger.records import entity_record
from counterclaim.ledger.rows import array, entity_table
from counterclaim.ledger.store import DERIVED_FOR, Store
from counterclaim.ledger.tallies import tally
from counterclaim.model import Dispute, Entity, Origin, Relation
from counterclaim.relate import find_origins, relate
from counterclaim.relate.disputes import find_disputes

_DERIVED = ("dispute_relation", "side_claim", "side", "dispute", "relation", "origin_article", "origin")
_ENTITIES = ("entity_within", "entity_name", "entity")


def derive(store: Store) -> None:
    """Make the derived tables anew.

    Raises:
        LedgerError: another program is writing.
    """
    with store.transaction():
        _clear(store)
        _unify(store)
        found = find_origins(articles(store))
        _write_origins(store, found)
        _relate(store, found)
        store.note(DERIVED_FOR, fingerprint(store))
        tally(store)


def _clear(store: Store) -> None:
    store.rows("UPDATE local_entity SET entity = NULL WHERE entity IS NOT NULL")
    for table in (*_DERIVED, *_ENTITIES):
        store.rows(f"DELETE FROM {table}")  # noqa: S608


def _unify(store: Store) -> None:
    """The ledger's entities, with what a person has settled about them."""
    made = decisions(store)
    documents = {row["id"]: row["document"] for row in store.rows("SELECT id, document FROM article")} if made else {}
    counting = standing(made)
    locals_ = _local_entities(store, cut(store, counting))
    found = unify_by_hand(locals_, ByHand(actors(store), counting, documents))
    write_entities(store, found.entities, found.which, found.named)
    write_verdicts(store, made, found.verdicts)


def _local_entities(store: Store, taken: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Entity]]:
    joined = "local_entity l JOIN article a ON a.id = l.article AND a.current = 1"
    rows = store.rows(f"SELECT l.* FROM {joined} ORDER BY a.document, l.position")  # noqa: S608
    nothing: frozenset[str] = frozenset()
    return ((row["article"], without(entity_record(row, row["local"]), taken.get(row["id"], nothing))) for row in rows)


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


def _relate(store: Store, found: Iterable[Origin]) -> None:
    """Relations and disputes over the claims of current articles, which now bear the ledger's entities."""
    said, known = tuple(claims(store)), {entity.id: entity for entity in entities(store)}
    origins = {article: origin.id for origin in found for article in origin.articles}
    relations = relate(said, known, origins)
    _write_relations(store, relations)
    _write_disputes(store, find_disputes(said, relations, known, origins))


def _write_origins(store: Store, found: Iterable[Origin]) -> None:
    for origin in found:
        store.insert("origin", ("id", "credited"), [(origin.id, origin.credited)])
        carried = ((origin.id, n, article) for n, article in enumerate(origin.articles))
        store.insert("origin_article", ("origin", "position", "article"), carried)


def _write_relations(store: Store, found: Iterable[Relation]) -> None:
    rows = ((r.id, r.kind, r.left, r.right, r.why, r.confidence) for r in found)
    store.insert("relation", ("id", "kind", "left_claim", "right_claim", "why", "confidence"), rows)


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
