"""Records of the ledger → the objects that exports hold, one kind at a time.

Enters an open `Store`; leave plain objects in a stable order, lazily. What is unknown is null. Spans are `[start,
end)` in code points of the article's text, of its title where `part` is "title". Refused: a least confidence of what
has none.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ledger import queries
from counterclaim.ledger.filters import VOUCHED, ClaimFilter, checked
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Claim,
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


class What(StrEnum):
    """What can be exported."""

    CLAIMS = "claims"
    RELATIONS = "relations"
    ENTITIES = "entities"
    MENTIONS = "mentions"
    ARTICLES = "articles"
    DISPUTES = "disputes"
    ORIGINS = "origins"
    DECISIONS = "decisions"


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


@dataclass(frozen=True, slots=True)
class Ground:
    """On which claims an export of claims, relations or disputes rests: those of a least confidence, those that a
    person has accepted or corrected; `rejected` ones stand in it only where they are asked for.
    """

    min_confidence: float | None = None
    reviewed_only: bool = False
    rejected: bool = False


EVERY = Ground()


def shapes(store: Store, what: What, ground: Ground = EVERY) -> Iterator[Shape]:
    """Every object of one kind; of claims, relations and disputes, what claims of that ground give.

    Raises:
        InputError: the least confidence does not lie in 0 to 1, or the kind is another.
    """
    narrowing(what, ground)
    return _NARROWED[what](store, ground) if what in _NARROWED else _SHAPES[what](store)


def narrowing(what: What, ground: Ground) -> None:
    """Can an export of this kind rest on that ground?

    Raises:
        InputError: the least confidence does not lie in 0 to 1, or the kind does not rest on claims, or holds nothing
            that is rejected.
    """
    if ground != EVERY and what not in _NARROWED:
        kinds = ", ".join(_NARROWED)
        asked = "A least confidence" if ground.min_confidence is not None else "A state of review"
        raise InputError(f"{asked} says nothing of {what}", f"Leave it out, or choose one of {kinds}")
    if ground.rejected and (what is What.DISPUTES or ground.reviewed_only):
        raise InputError("What is rejected stands in no dispute, and nobody vouches for it", "Leave --rejected out")
    checked(ground.min_confidence)


def relation_shape(relation: Relation) -> Shape:
    """A relation by the ids of its claims; `machine` only where a person gave another kind than the machine."""
    shape: Shape = {"id": relation.id, "kind": relation.kind.value, "left": relation.left, "right": relation.right}
    shape |= {"why": relation.why, "confidence": relation.confidence, "review": relation.review.value}
    if relation.review is Review.CORRECTED:
        shape["machine"] = relation.machine.value if relation.machine else None
    return shape


def _claims(store: Store, ground: Ground) -> Iterator[Shape]:
    states = VOUCHED if ground.reviewed_only else frozenset(Review) if ground.rejected else None
    wanted = ClaimFilter(min_confidence=ground.min_confidence, thoughts=True, review=states)
    return map(claim_shape, queries.claims(store, wanted))


def _entities(store: Store) -> Iterator[Shape]:
    return map(entity_shape, queries.entities(store))


def _relations(store: Store, ground: Ground) -> Iterator[Shape]:
    asked = {"reviewed_only": ground.reviewed_only, "rejected": ground.rejected}
    return map(relation_shape, queries.relations(store, ground.min_confidence, **asked))


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


def _disputes(store: Store, ground: Ground) -> Iterator[Shape]:
    found = queries.disputes(store, ground.min_confidence, reviewed_only=ground.reviewed_only)
    return (dispute_shape(store, one) for one in found)


def _origins(store: Store) -> Iterator[Shape]:
    documents = "SELECT a.document FROM origin_article o JOIN article a ON a.id = o.article WHERE o.origin = ?"
    for row in store.rows("SELECT id, credited FROM origin ORDER BY id"):
        carried = [one["document"] for one in store.rows(f"{documents} ORDER BY o.position", (row["id"],))]
        yield {"id": row["id"], "credited": row["credited"], "documents": carried}


def _decisions(store: Store) -> Iterator[Shape]:
    from counterclaim.ledger.decision_json import decision_shape
    from counterclaim.ledger.decisions import decisions

    return map(decision_shape, decisions(store))


_NARROWED: Mapping[What, Callable[[Store, Ground], Iterator[Shape]]] = {
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
