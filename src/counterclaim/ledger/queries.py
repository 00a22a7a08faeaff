"""Typed questions to the ledger.

Enter an open `Store` and what is wanted; leave records of the current articles, lazily where there may be many, in
one order: by document, then by place in it. Ids that nothing has raise `NotFoundError`.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.errors import NotFoundError
from counterclaim.ledger.filters import EVERYTHING, VOUCHED, ClaimFilter, checked, conditions, matching
from counterclaim.ledger.records import CLAIMS, article_record, claim_records, entity_record, location_record, words
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Article,
    Claim,
    Dispute,
    Entity,
    EntityKind,
    Location,
    Mention,
    Origin,
    Part,
    Problem,
    Relation,
    RelationKind,
    Review,
    Side,
    Span,
)

_SURE = """
JOIN claim l ON l.id = r.left_claim AND (l.confidence >= ? OR l.review IN ('accepted', 'corrected'))
JOIN claim t ON t.id = r.right_claim AND (t.confidence >= ? OR t.review IN ('accepted', 'corrected'))
"""
_VOUCHED = """
JOIN claim vl ON vl.id = r.left_claim AND vl.review IN ('accepted', 'corrected')
JOIN claim vr ON vr.id = r.right_claim AND vr.review IN ('accepted', 'corrected')
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention, the document and article that it stands in, and where on the map its entity lies, if known."""

    document: str
    article: str
    mention: Mention
    location: Location | None


def claims(store: Store, wanted: ClaimFilter = EVERYTHING) -> Iterator[Claim]:
    """Claims of current articles that meet the filter.

    Raises:
        InputError: the filter's dates or its confidence are none.
    """
    found = conditions(store, wanted)
    where = " AND ".join(sql for sql, _ in found)
    values = [value for _, some in found for value in some]
    return claim_records(store, store.rows(f"{CLAIMS} WHERE {where} ORDER BY a.document, c.position", values))


def claims_of(store: Store, article_id: str) -> Iterator[Claim]:
    """Claims and thoughts of one article, also of one that is no longer current."""
    return claim_records(store, store.rows(f"{CLAIMS} WHERE c.article = ? ORDER BY c.position", (article_id,)))


def claim(store: Store, claim_id: str) -> Claim:
    """The claim of that id, of old versions of articles too.

    Raises:
        NotFoundError: there is none.
    """
    found = next(claim_records(store, store.rows(f"{CLAIMS} WHERE c.id = ?", (claim_id,))), None)
    if found is None:
        raise NotFoundError(f"No claim has the id {claim_id}", "`counterclaim claims --json` lists the ids")
    return found


def articles(store: Store, search: str | None = None) -> Iterator[Article]:
    """Current articles; those that hold all the words, where some are given."""
    if search is None:
        rows = store.rows("SELECT * FROM article WHERE current = 1 ORDER BY document")
    else:
        found = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
        sql = f"SELECT * FROM article WHERE current = 1 AND rowid IN ({found}) ORDER BY document"  # noqa: S608
        rows = store.rows(sql, (matching(search),))
    return (article_record(store, row) for row in rows)


def article(store: Store, name: str) -> Article:
    """The article of that id, or the current one of that document.

    Raises:
        NotFoundError: there is none.
    """
    sql = "SELECT * FROM article WHERE id = ? OR (document = ? AND current = 1)"
    row = store.rows(sql, (name, name)).fetchone()
    if row is None:
        raise NotFoundError(f"No article is named {name}", "`counterclaim export --what articles` lists the documents")
    return article_record(store, row)


def versions(store: Store, document: str) -> tuple[Article, ...]:
    """Every version of a document, oldest first."""
    rows = store.rows("SELECT * FROM article WHERE document = ? ORDER BY version", (document,))
    return tuple(article_record(store, row) for row in rows)


def entities(store: Store, kind: EntityKind | None = None) -> Iterator[Entity]:
    """Entities over all articles, by kind, name and id."""
    sql = "SELECT * FROM entity WHERE ? IS NULL OR kind = ? ORDER BY kind, name, id"
    return (entity_record(row, row["id"]) for row in store.rows(sql, (kind, kind)))


def entity(store: Store, entity_id: str) -> Entity:
    """The entity of that id.

    Raises:
        NotFoundError: there is none.
    """
    row = store.rows("SELECT * FROM entity WHERE id = ?", (entity_id,)).fetchone()
    if row is None:
        raise NotFoundError(f"No entity has the id {entity_id}", "`counterclaim entities` lists them")
    return entity_record(row, row["id"])


def mentions(store: Store) -> Iterator[Placed]:
    """Every mention in current articles."""
    sql = """
        SELECT m.*, a.document, coalesce(e.id, m.local_entity) AS known, coalesce(e.lat, l.lat) AS lat,
          coalesce(e.lon, l.lon) AS lon, coalesce(e.precision, l.precision) AS precision, coalesce(e.country,
          l.country) AS country FROM mention m JOIN article a ON a.id = m.article AND a.current = 1
        JOIN local_entity l ON l.id = m.local_entity LEFT JOIN entity e ON e.id = l.entity
        ORDER BY a.document, m.position
    """
    for row in store.rows(sql):
        span, kind = Span(row["start"], row["stop"]), EntityKind(row["kind"])
        mention = Mention(Part(row["part"]), span, kind, row["known"], row["surface"])
        yield Placed(row["document"], row["article"], mention, location_record(row))


def relations(
    store: Store, min_confidence: float | None = None, *, reviewed_only: bool = False, rejected: bool = False
) -> Iterator[Relation]:
    """Every relation, by kind and claims; those only whose two claims were read with that confidence, if one is given,
    or are vouched for. `reviewed_only` asks that of both claims; `rejected` lets in what a person has rejected.

    Raises:
        InputError: `min_confidence` does not lie in 0 to 1.
    """
    least = checked(min_confidence)
    sure = "" if least is None else _SURE
    vouched = _VOUCHED if reviewed_only else ""
    kept = "" if rejected else "WHERE r.review <> 'rejected'"
    sql = f"SELECT r.* FROM relation r {sure} {vouched} {kept} ORDER BY r.kind, r.left_claim, r.right_claim, r.id"  # noqa: S608
    return map(relation_record, store.rows(sql, () if least is None else (least, least)))


def relation_record(row: sqlite3.Row) -> Relation:
    """One row of `relation`."""
    kind, review = RelationKind(row["kind"]), Review(row["review"])
    given = review is Review.CORRECTED and row["machine_kind"]
    ends = row["left_claim"], row["right_claim"]
    machine = RelationKind(row["machine_kind"]) if given else None
    return Relation(row["id"], kind, *ends, row["why"], row["confidence"], review, machine)


def origins(store: Store) -> Iterator[Origin]:
    """Dispatches with the articles that carry them."""
    for row in store.rows("SELECT * FROM origin ORDER BY id"):
        carried = store.rows("SELECT article FROM origin_article WHERE origin = ? ORDER BY position", (row["id"],))
        yield Origin(row["id"], tuple(one["article"] for one in carried), row["credited"])


def disputes(store: Store, min_confidence: float | None = None, *, reviewed_only: bool = False) -> Iterator[Dispute]:
    """Disputes as `counterclaim.relate` ranks them; over claims of that confidence, or that a person vouches for, only.

    Raises:
        InputError: `min_confidence` does not lie in 0 to 1.
    """
    least = checked(min_confidence)
    return _narrowed(store, least, reviewed_only) if reviewed_only or least is not None else _disputes(store)


def _narrowed(store: Store, least: float | None, reviewed_only: bool) -> Iterator[Dispute]:
    from counterclaim.relate import by_weight, narrowed

    wanted = ClaimFilter(min_confidence=least, review=VOUCHED if reviewed_only else None)
    held = {claim.id: claim for claim in claims(store, wanted)}
    related = {relation.id for relation in relations(store, least, reviewed_only=reviewed_only)}
    carried = {article: origin.id for origin in origins(store) for article in origin.articles}
    found = (narrowed(dispute, held, related, carried) for dispute in _disputes(store))
    yield from by_weight(dispute for dispute in found if dispute is not None)


def _disputes(store: Store) -> Iterator[Dispute]:
    for row in store.rows("SELECT * FROM dispute ORDER BY position"):
        held = store.rows("SELECT relation FROM dispute_relation WHERE dispute = ? ORDER BY position", (row["id"],))
        yield Dispute(
            id=row["id"],
            question=row["question"],
            frame=row["frame"],
            place=row["place"],
            first=row["first_day"],
            last=row["last_day"],
            sides=_sides(store, row["id"]),
            relations=tuple(one["relation"] for one in held),
        )


def problems(store: Store) -> Iterator[Problem]:
    """What the last run could not read, and why."""
    sql = "SELECT * FROM reading_log WHERE outcome = 'not read' AND run = (SELECT max(id) FROM reading_run) ORDER BY id"
    for row in store.rows(sql):
        yield Problem(row["path"], row["reason"], row["advice"], row["line"])


def _sides(store: Store, dispute: str) -> tuple[Side, ...]:
    found = []
    for row in store.rows("SELECT * FROM side WHERE dispute = ? ORDER BY position", (dispute,)):
        held = store.rows("SELECT claim FROM side_claim WHERE side = ? ORDER BY position", (row["id"],))
        found.append(Side(row["answer"], tuple(one["claim"] for one in held), words(row["claimants"]), row["voices"]))
    return tuple(found)
