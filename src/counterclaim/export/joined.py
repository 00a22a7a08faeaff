"""A ledger as flat tables: which there are, what their fields are, and which field points where.

Enters an open `Store`; leave records, lazily, each read once, and their rows of plain values in each table, in the
order of the fields. Ids are those of the ledger.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Generic, TypeVar

from counterclaim.export import narrow
from counterclaim.export.wanted import Wanted
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Dispute, Entity, Part, Proposition, Ref, Relation, Spans

Row = tuple[Any, ...]
Record = TypeVar("Record")
Told = tuple[Claim, str]  # a claim, and the text that its spans count in


@dataclass(frozen=True, slots=True)
class Table(Generic[Record]):
    """One table. `fields` gives the type of each (Table Schema), `keys` the table whose `id` a field holds; `rows` are
    those of one record.
    """

    name: str
    fields: Mapping[str, str]
    rows: Callable[[Record], Iterable[Row]]
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pass(Generic[Record]):
    """Records of one kind, and the tables that they fill."""

    records: Callable[[Store, Wanted], Iterator[Record]]
    tables: tuple[Table[Record], ...]


def _articles(store: Store, _: Wanted) -> Iterator[Row]:
    columns = "a.id, a.document, a.outlet, a.title, a.published, a.language, o.origin, a.credited, a.url, a.version"
    joined = "article a LEFT JOIN origin_article o ON o.article = a.id WHERE a.current = 1 ORDER BY a.document"
    return map(tuple, store.rows(f"SELECT {columns} FROM {joined}"))  # noqa: S608


def _told(store: Store, wanted: Wanted) -> Iterator[Told]:
    """Claims come article by article, so the last text is kept."""
    article, texts = "", {Part.TEXT: "", Part.TITLE: ""}
    for claim in narrow.claims(store, wanted, thoughts=True):
        if claim.article != article:
            row = store.rows("SELECT text, title FROM article WHERE id = ?", (claim.article,)).fetchone()
            article, texts = claim.article, {Part.TEXT: row["text"], Part.TITLE: row["title"] or ""}
        yield claim, texts[claim.part]


def _claim(told: Told) -> Iterator[Row]:
    claim, _ = told
    who = claim.claimant
    named = (who.entity, who.name, who.surface) if who else (None, None, None)
    said = (claim.stance.value, claim.quotation.value, claim.content, claim.part.value, claim.channel)
    relayed = " < ".join(claim.relayed_by) or None
    held = (claim.speech, claim.confidence, claim.review.value)
    yield (claim.id, claim.article, claim.document, *named, *said, relayed, claim.said, *held)


def _spans(told: Told) -> Iterator[Row]:
    claim, words = told
    kinds = (("source", claim.source_spans), ("cue", claim.cue_spans), ("content", claim.content_spans))
    yield from chain.from_iterable(_stretches(claim, None, kind, spans, words) for kind, spans in kinds)
    for name, proposition in _propositions_of(claim):
        yield from _stretches(claim, name, "evidence", proposition.evidence, words)


def _stretches(claim: Claim, proposition: str | None, kind: str, spans: Spans, words: str) -> Iterator[Row]:
    for span in spans:
        yield claim.id, proposition, kind, claim.part.value, span.start, span.end, span.of(words)


def _propositions(told: Told) -> Iterator[Row]:
    claim, _ = told
    for name, found in _propositions_of(claim):
        yield name, claim.id, found.frame, found.negated, found.modality.value, found.when


def _arguments(told: Told) -> Iterator[Row]:
    for name, found in _propositions_of(told[0]):
        for argument in found.arguments:
            value = argument.value
            if isinstance(value, Ref):
                yield name, argument.role, value.entity, value.name, value.surface
            elif value is not None:
                yield name, argument.role, None, str(value), None


def _entities(store: Store, _: Wanted) -> Iterator[Entity]:
    return queries.entities(store)


def _entity(entity: Entity) -> Iterator[Row]:
    spot = entity.location
    where = (spot.lat, spot.lon, spot.precision.value, spot.country) if spot else (None,) * 4
    yield entity.id, entity.kind.value, entity.name, entity.side, "; ".join(entity.roles) or None, *where


def _names(entity: Entity) -> Iterator[Row]:
    return ((entity.id, name) for name in entity.names)


def _mentions(store: Store, _: Wanted) -> Iterator[queries.Placed]:
    return queries.mentions(store)


def _mention(placed: queries.Placed) -> Iterator[Row]:
    found = placed.mention
    yield placed.article, found.entity, found.part.value, found.span.start, found.span.end, found.surface


def _relation(found: Relation) -> Iterator[Row]:
    machine = found.machine.value if found.machine else None
    ends = found.left, found.right
    yield found.id, found.kind.value, *ends, found.why, found.confidence, found.review.value, machine


def _dispute(found: Dispute) -> Iterator[Row]:
    yield found.id, found.question, found.frame, found.place, found.first, found.last


def _sides(dispute: Dispute) -> Iterator[Row]:
    for name, number in _sides_of(dispute):
        side = dispute.sides[number]
        yield name, dispute.id, number, side.position, "; ".join(side.claimants), side.voices


def _side_claims(dispute: Dispute) -> Iterator[Row]:
    for name, number in _sides_of(dispute):
        yield from ((name, claim) for claim in dispute.sides[number].claims)


def _dispute_relations(dispute: Dispute) -> Iterator[Row]:
    return ((dispute.id, relation) for relation in dispute.relations)


def _propositions_of(claim: Claim) -> Iterable[tuple[str, Proposition]]:
    """With the ids that the ledger's own tables give them."""
    return ((f"{claim.id}-{number}", found) for number, found in enumerate(claim.propositions))


def _sides_of(dispute: Dispute) -> Iterable[tuple[str, int]]:
    return ((f"{dispute.id}-{number}", number) for number in range(len(dispute.sides)))


def _strings(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "string")


_SPAN = {"part": "string", "start": "integer", "stop": "integer", "words": "string"}
_ARTICLES: Table[Row] = Table(
    "articles",
    _strings("id", "document", "outlet", "title", "published", "language", "origin", "credited", "url")
    | {"version": "integer"},
    lambda row: (row,),
)
_ENTITIES = (
    Table(
        "entities",
        _strings("id", "kind", "name", "side", "roles")
        | {"lat": "number", "lon": "number", "precision": "string", "country": "string"},
        _entity,
    ),
    Table("names", _strings("entity", "name"), _names, {"entity": "entities"}),
)
_CLAIMS = (
    Table(
        "claims",
        _strings(
            "id", "article", "document", "claimant", "claimant_name", "claimant_surface", "stance", "quotation",
            "content", "part", "channel", "relayed_by", "said",
        )
        | {"speech": "boolean", "confidence": "number", "review": "string"},
        _claim,
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
)  # fmt: skip
_MENTIONS = Table(
    "mentions", _strings("article", "entity") | _SPAN, _mention, {"article": "articles", "entity": "entities"}
)
_RELATIONS = Table(
    "relations",
    _strings("id", "kind", "left", "right", "why") | {"confidence": "number"} | _strings("review", "machine"),
    _relation,
    {"left": "claims", "right": "claims"},
)
_DISPUTES = (
    Table("disputes", _strings("id", "question", "frame", "place", "first", "last"), _dispute, {"place": "entities"}),
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
)
PASSES: tuple[Pass[Any], ...] = (
    Pass(_articles, (_ARTICLES,)),
    Pass(_entities, _ENTITIES),
    Pass(_told, _CLAIMS),
    Pass(_mentions, (_MENTIONS,)),
    Pass(narrow.relations, (_RELATIONS,)),
    Pass(narrow.disputes, _DISPUTES),
)
TABLES: tuple[Table[Any], ...] = tuple(chain.from_iterable(each.tables for each in PASSES))
