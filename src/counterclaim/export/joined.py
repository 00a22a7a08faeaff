"""A ledger as flat tables: which there are, what their fields are, and which field points where.

Enters an open `Store`; leave rows of plain values, lazily, in the order of the fields. Ids are those of the ledger.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from counterclaim.export import narrow
from counterclaim.export.wanted import Wanted
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Dispute, Part, Proposition, Ref, Spans

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `fields` gives the type of each (Table Schema), `keys` the table whose `id` a field holds."""

    name: str
    fields: Mapping[str, str]
    rows: Callable[[Store, Wanted], Iterator[Row]]
    keys: Mapping[str, str] = field(default_factory=dict)


def _articles(store: Store, _: Wanted) -> Iterator[Row]:
    columns = "a.id, a.document, a.outlet, a.title, a.published, a.language, o.origin, a.credited, a.url, a.version"
    joined = "article a LEFT JOIN origin_article o ON o.article = a.id WHERE a.current = 1 ORDER BY a.document"
    return map(tuple, store.rows(f"SELECT {columns} FROM {joined}"))  # noqa: S608


def _claims(store: Store, wanted: Wanted) -> Iterator[Row]:
    for claim in _every(store, wanted):
        who = claim.claimant
        named = (who.entity, who.name, who.surface) if who else (None, None, None)
        said = (claim.stance.value, claim.quotation.value, claim.content, claim.part.value, claim.channel)
        relayed = " < ".join(claim.relayed_by) or None
        yield (
            claim.id,
            claim.article,
            claim.document,
            *named,
            *said,
            relayed,
            claim.said,
            claim.speech,
            claim.confidence,
            claim.review.value,
        )


def _spans(store: Store, wanted: Wanted) -> Iterator[Row]:
    text = _Words(store)
    for claim in _every(store, wanted):
        words = text.of(claim)
        kinds = (("source", claim.source_spans), ("cue", claim.cue_spans), ("content", claim.content_spans))
        yield from chain.from_iterable(_stretches(claim, None, kind, spans, words) for kind, spans in kinds)
        for name, proposition in _propositions_of(claim):
            yield from _stretches(claim, name, "evidence", proposition.evidence, words)


def _stretches(claim: Claim, proposition: str | None, kind: str, spans: Spans, words: str) -> Iterator[Row]:
    for span in spans:
        yield claim.id, proposition, kind, claim.part.value, span.start, span.end, span.of(words)


def _propositions(store: Store, wanted: Wanted) -> Iterator[Row]:
    for claim in _every(store, wanted):
        for name, found in _propositions_of(claim):
            yield name, claim.id, found.frame, found.negated, found.modality.value, found.when


def _arguments(store: Store, wanted: Wanted) -> Iterator[Row]:
    for claim in _every(store, wanted):
        for name, found in _propositions_of(claim):
            for argument in found.arguments:
                value = argument.value
                if isinstance(value, Ref):
                    yield name, argument.role, value.entity, value.name, value.surface
                elif value is not None:
                    yield name, argument.role, None, str(value), None


def _entities(store: Store, _: Wanted) -> Iterator[Row]:
    for entity in queries.entities(store):
        spot = entity.location
        where = (spot.lat, spot.lon, spot.precision.value, spot.country) if spot else (None,) * 4
        yield entity.id, entity.kind.value, entity.name, entity.side, "; ".join(entity.roles) or None, *where


def _names(store: Store, _: Wanted) -> Iterator[Row]:
    return ((entity.id, name) for entity in queries.entities(store) for name in entity.names)


def _mentions(store: Store, _: Wanted) -> Iterator[Row]:
    for placed in queries.mentions(store):
        found = placed.mention
        yield placed.article, found.entity, found.part.value, found.span.start, found.span.end, found.surface


def _relations(store: Store, wanted: Wanted) -> Iterator[Row]:
    for found in narrow.relations(store, wanted):
        machine = found.machine.value if found.machine else None
        ends = found.left, found.right
        yield found.id, found.kind.value, *ends, found.why, found.confidence, found.review.value, machine


def _disputes(store: Store, wanted: Wanted) -> Iterator[Row]:
    for found in narrow.disputes(store, wanted):
        yield found.id, found.question, found.frame, found.place, found.first, found.last


def _sides(store: Store, wanted: Wanted) -> Iterator[Row]:
    for dispute in narrow.disputes(store, wanted):
        for name, number in _sides_of(dispute):
            side = dispute.sides[number]
            yield name, dispute.id, number, side.position, "; ".join(side.claimants), side.voices


def _side_claims(store: Store, wanted: Wanted) -> Iterator[Row]:
    for dispute in narrow.disputes(store, wanted):
        for name, number in _sides_of(dispute):
            yield from ((name, claim) for claim in dispute.sides[number].claims)


def _dispute_relations(store: Store, wanted: Wanted) -> Iterator[Row]:
    return ((found.id, relation) for found in narrow.disputes(store, wanted) for relation in found.relations)


def _every(store: Store, wanted: Wanted) -> Iterator[Claim]:
    return narrow.claims(store, wanted, thoughts=True)


def _propositions_of(claim: Claim) -> Iterable[tuple[str, Proposition]]:
    """With the ids that the ledger's own tables give them."""
    return ((f"{claim.id}-{number}", found) for number, found in enumerate(claim.propositions))


def _sides_of(dispute: Dispute) -> Iterable[tuple[str, int]]:
    return ((f"{dispute.id}-{number}", number) for number in range(len(dispute.sides)))


class _Words:
    """The text that a claim's spans count in; claims come article by article, so the last one is kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.held: tuple[str, str, str] = ("", "", "")

    def of(self, claim: Claim) -> str:
        if self.held[0] != claim.article:
            row = self.store.rows("SELECT text, title FROM article WHERE id = ?", (claim.article,)).fetchone()
            self.held = (claim.article, row["text"], row["title"] or "")
        return self.held[1 if claim.part is Part.TEXT else 2]


def _strings(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "string")


_SPAN = {"part": "string", "start": "integer", "stop": "integer", "words": "string"}
TABLES = (
    Table(
        "articles",
        _strings("id", "document", "outlet", "title", "published", "language", "origin", "credited", "url")
        | {"version": "integer"},
        _articles,
    ),
    Table(
        "entities",
        _strings("id", "kind", "name", "side", "roles")
        | {"lat": "number", "lon": "number", "precision": "string", "country": "string"},
        _entities,
    ),
    Table("names", _strings("entity", "name"), _names, {"entity": "entities"}),
    Table(
        "claims",
        _strings(
            "id", "article", "document", "claimant", "claimant_name", "claimant_surface", "stance", "quotation",
            "content", "part", "channel", "relayed_by", "said",
        )
        | {"speech": "boolean", "confidence": "number", "review": "string"},
        _claims,
        {"article": "articles", "claimant": "entities"},
    ),
    Table(
        "propositions",
        {"id": "string", "claim": "string", "frame": "string", "negated": "boolean"} | _strings("modality", "when"),
        _propositions,
        {"claim": "claims"},
    ),
    Table(
        "arguments",
        _strings("proposition", "role", "entity", "value", "surface"),
        _arguments,
        {"proposition": "propositions", "entity": "entities"},
    ),
    Table(
        "spans",
        _strings("claim", "proposition", "kind") | _SPAN,
        _spans,
        {"claim": "claims", "proposition": "propositions"},
    ),
    Table(
        "mentions",
        _strings("article", "entity") | _SPAN,
        _mentions,
        {"article": "articles", "entity": "entities"},
    ),
    Table(
        "relations",
        _strings("id", "kind", "left", "right", "why") | {"confidence": "number"} | _strings("review", "machine"),
        _relations,
        {"left": "claims", "right": "claims"},
    ),
    Table(
        "disputes",
        _strings("id", "question", "frame", "place", "first", "last"),
        _disputes,
        {"place": "entities"},
    ),
    Table(
        "sides",
        {"id": "string", "dispute": "string", "number": "integer", "position": "string", "claimants": "string"}
        | {"voices": "integer"},
        _sides,
        {"dispute": "disputes"},
    ),
    Table("side_claims", _strings("side", "claim"), _side_claims, {"side": "sides", "claim": "claims"}),
    Table(
        "dispute_relations",
        _strings("dispute", "relation"),
        _dispute_relations,
        {"dispute": "disputes", "relation": "relations"},
    ),
)  # fmt: skip
