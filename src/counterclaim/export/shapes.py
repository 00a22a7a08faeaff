"""Records of the ledger → the objects that exports hold, one kind at a time.

Enters an open `Store`; leave plain objects in a stable order, lazily. What is unknown is null. Spans are `[start,
end)` in code points of the article's text, of its title where `part` is "title". Nothing is refused.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from counterclaim.export import narrow
from counterclaim.export.wanted import Wanted, What
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Change,
    Claim,
    Detail,
    Dispute,
    Entity,
    Modality,
    Part,
    Proposition,
    Ref,
    Relation,
    Review,
    Side,
    Spans,
    Value,
)

Shape = dict[str, Any]
_REVIEWED = "SELECT count(*) FROM claim WHERE id IN ({}) AND review IN ('accepted', 'corrected')"


def claim_shape(claim: Claim) -> Shape:
    """A claim or thought as every user of exports sees it."""
    shape: Shape = {
        "id": claim.id,
        "document": claim.document,
        "outlet": claim.outlet,
        "claimant": _claimant(claim.claimant),
        "source_spans": _spans(claim.source_spans),
        "cue_spans": _spans(claim.cue_spans),
        "content_spans": _spans(claim.content_spans),
        "content": claim.content,
        "quotation": claim.quotation.value,
        "speech": claim.speech,
        "stance": claim.stance.value,
        "channel": claim.channel,
        "relayed_by": list(claim.relayed_by),
        "said": claim.said,
        "propositions": [proposition_shape(proposition) for proposition in claim.propositions],
        "confidence": claim.confidence,
        "review": claim.review.value,
    }
    if claim.part is Part.TITLE:
        shape["part"] = claim.part.value
    return shape


def proposition_shape(proposition: Proposition) -> Shape:
    """A proposition, its arguments beside its frame; `negated`, `modality`, `when` only where they say something."""
    shape: Shape = {"frame": proposition.frame}
    shape |= {argument.role: _value(argument.value) for argument in proposition.arguments}
    if proposition.negated:
        shape["negated"] = True
    if proposition.modality is not Modality.ACTUAL:
        shape["modality"] = proposition.modality.value
    if proposition.when is not None:
        shape["when"] = proposition.when
    return shape | {"evidence": _spans(proposition.evidence)}


def entity_shape(entity: Entity) -> Shape:
    """An entity with all its names."""
    place = entity.location
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "names": list(entity.names),
        "roles": list(entity.roles),
        "side": entity.side,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def dispute_shape(store: Store, dispute: Dispute) -> Shape:
    """A dispute with its sides, and its place by name."""
    place = store.value("SELECT name FROM entity WHERE id = ?", (dispute.place,))
    return {
        "id": dispute.id,
        "question": dispute.question,
        "frame": dispute.frame,
        "place": {"id": dispute.place, "name": place} if dispute.place else None,
        "first": dispute.first,
        "last": dispute.last,
        "sides": [_side(store, side) for side in dispute.sides],
        "relations": list(dispute.relations),
    }


def change_shape(store: Store, change: Change) -> Shape:
    """What is new in a dispute, and the dispute."""
    return {
        "new": change.new,
        "words": list(change.words),
        "sides": list(change.sides),
        "reversals": [asdict(one) for one in change.reversals],
        "claims": list(change.claims),
        "dispute": dispute_shape(store, change.dispute),
    }


def detail_shape(told: Detail) -> Shape:
    """What a dispute tells beyond its shape; `standing` has an entry for each of its sides, in their order."""
    return {
        "standing": [asdict(side) for side in told.sides],
        "courses": [asdict(one) | {"moved": one.moved} for one in told.courses],
        "scope": told.scope or None,
        "open_points": list(told.open_points),
    }


def relation_shape(relation: Relation) -> Shape:
    """A relation by the ids of its claims; `machine` only where a person gave another kind than the machine."""
    shape: Shape = {"id": relation.id, "kind": relation.kind.value, "left": relation.left, "right": relation.right}
    shape |= {"why": relation.why, "confidence": relation.confidence, "review": relation.review.value}
    if relation.review is Review.CORRECTED:
        shape["machine"] = relation.machine.value if relation.machine else None
    return shape


def shapes(store: Store, what: What, wanted: Wanted | None = None) -> Iterator[Shape]:
    """Every object of one kind; of claims, relations and disputes, those that are wanted."""
    asked = wanted or Wanted(what)
    return _NARROWED[what](store, asked) if what in _NARROWED else _SHAPES[what](store)


def _claims(store: Store, wanted: Wanted) -> Iterator[Shape]:
    return map(claim_shape, narrow.claims(store, wanted, thoughts=True))


def _entities(store: Store) -> Iterator[Shape]:
    return map(entity_shape, queries.entities(store))


def _relations(store: Store, wanted: Wanted) -> Iterator[Shape]:
    return map(relation_shape, narrow.relations(store, wanted))


def _mentions(store: Store) -> Iterator[Shape]:
    for placed in queries.mentions(store):
        mention, place = placed.mention, placed.location
        shape: Shape = {
            "document": placed.document,
            "span": [mention.span.start, mention.span.end],
            "kind": mention.kind.value,
            "entity": mention.entity,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            "surface": mention.surface,
        }
        yield shape | ({"part": mention.part.value} if mention.part is Part.TITLE else {})


def _articles(store: Store) -> Iterator[Shape]:
    columns = "a.document, a.outlet, a.title, a.published, a.language, o.origin, a.credited, a.url, a.version"
    joined = "article a LEFT JOIN origin_article o ON o.article = a.id WHERE a.current = 1 ORDER BY a.document"
    return map(dict, store.rows(f"SELECT {columns} FROM {joined}"))  # noqa: S608


def _disputes(store: Store, wanted: Wanted) -> Iterator[Shape]:
    return (dispute_shape(store, found) for found in narrow.disputes(store, wanted))


def _origins(store: Store) -> Iterator[Shape]:
    documents = "SELECT a.document FROM origin_article o JOIN article a ON a.id = o.article WHERE o.origin = ?"
    for row in store.rows("SELECT id, credited FROM origin ORDER BY id"):
        carried = [one["document"] for one in store.rows(f"{documents} ORDER BY o.position", (row["id"],))]
        yield {"id": row["id"], "credited": row["credited"], "documents": carried}


def _decisions(store: Store) -> Iterator[Shape]:
    from counterclaim.ledger.decision_json import decision_shape
    from counterclaim.ledger.decisions import decisions

    return map(decision_shape, decisions(store))


_NARROWED: Mapping[What, Callable[[Store, Wanted], Iterator[Shape]]] = {
    What.CLAIMS: _claims,
    What.RELATIONS: _relations,
    What.DISPUTES: _disputes,
}
_SHAPES: Mapping[What, Callable[[Store], Iterator[Shape]]] = {
    What.ENTITIES: _entities,
    What.MENTIONS: _mentions,
    What.ARTICLES: _articles,
    What.ORIGINS: _origins,
    What.DECISIONS: _decisions,
}


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _ref(ref: Ref) -> Shape:
    return {"id": ref.entity, "name": ref.name, "surface": ref.surface}


def _claimant(ref: Ref | None) -> Shape | None:
    if ref is None:
        return None
    return {"id": ref.entity, "name": ref.name, "kind": ref.kind.value if ref.kind else None, "surface": ref.surface}


def _side(store: Store, side: Side) -> Shape:
    vouched = store.value(_REVIEWED.format(", ".join("?" * len(side.claims))), side.claims)
    return {
        "position": side.position,
        "claimants": list(side.claimants),
        "voices": side.voices,
        "claims": list(side.claims),
        "reviewed": int(vouched),
    }


def _value(value: Value) -> Any:
    return _ref(value) if isinstance(value, Ref) else value
