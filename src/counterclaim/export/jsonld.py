"""JSON-LD: claims as schema.org `Claim`, with articles, claimants, places and relations. No verdicts: no ClaimReview.

Enters an open `Store`; leaves one document with its context inside, so that no program has to fetch one, and a node a
line in `@graph`. What schema.org has no word for (stance, offsets, relations) bears terms of our own; the mapping
stands in `docs/export.md`.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import IO, Any

from counterclaim.export import narrow
from counterclaim.export.names import days, iri, term
from counterclaim.export.places import Places, without_point
from counterclaim.export.streams import document
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Entity, EntityKind, Ref, Span
from counterclaim.report.words import proposition_words

Node = dict[str, Any]
_SCHEMA = (
    "Claim", "NewsArticle", "Person", "Organization", "GovernmentOrganization", "Place", "GeoCoordinates", "name",
    "alternateName", "text", "abstract", "author", "dateCreated", "datePublished", "appearance", "firstAppearance",
    "about", "headline", "publisher", "inLanguage", "identifier", "geo", "latitude", "longitude", "location",
    "jobTitle", "description", "keywords",
)  # fmt: skip
_OWN = (
    "Relation", "Span", "stance", "quotation", "channel", "relayedBy", "confidence", "part", "start", "end", "evidence",
    "kind", "precision", "time", "side", "review",
)  # fmt: skip
_LINKS = ("left", "right", "repeats", "corroborates", "contradicts", "revises", "denies", "origin")
CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    **{name: f"schema:{name}" for name in _SCHEMA},
    "url": {"@id": "schema:url", "@type": "@id"},
    **{name: term(name) for name in _OWN},
    **{name: {"@id": term(name), "@type": "@id"} for name in _LINKS},
}
_AUTHORS = {EntityKind.PERSON: "Person", EntityKind.PLACE: "GovernmentOrganization"}
_EARLIER = """
SELECT k.article AS article FROM (
  SELECT right_claim AS claim FROM relation WHERE kind = 'repeats' AND review <> 'rejected' AND left_claim = ?1
  UNION SELECT left_claim FROM relation WHERE kind = 'repeats' AND review <> 'rejected' AND right_claim = ?1
) n JOIN claim k ON k.id = n.claim JOIN claim own ON own.id = ?1
WHERE k.last_day < own.first_day ORDER BY k.first_day, k.article LIMIT 1
"""


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """One document."""
    head = {"@context": CONTEXT}
    return Written(document(stream, head, "@graph", _nodes(store, wanted)))


def _nodes(store: Store, wanted: Wanted) -> Iterator[Node]:
    kinds = _KINDS if wanted.what is What.ALL else {wanted.what: _KINDS[wanted.what]}
    return chain.from_iterable(make(store, wanted) for make in kinds.values())


def _claims(store: Store, wanted: Wanted) -> Iterator[Node]:
    articles, places = _Articles(store, wanted.base), Places(store)
    for claim in narrow.claims(store, wanted):
        here = articles.node(claim.article)
        earlier = store.value(_EARLIER, (claim.id,))
        node = {
            "@id": iri(wanted.base, What.CLAIMS, claim.id),
            "@type": "Claim",
            "identifier": claim.id,
            "text": claim.content,
            "author": _author(claim.claimant, wanted.base),
            "dateCreated": _day(claim.said),
            "appearance": here,
            "firstAppearance": articles.node(earlier) if earlier else here,
            "about": [_place(one.place, one.entity, wanted.base) for one in places.spots(claim)],
            "abstract": [proposition_words(one) for one in claim.propositions],
            "keywords": list(dict.fromkeys(one.frame for one in claim.propositions)),
            "stance": claim.stance.value,
            "quotation": claim.quotation.value,
            "channel": claim.channel,
            "relayedBy": list(claim.relayed_by),
            "time": claim.said,
            "confidence": claim.confidence,
            "review": claim.review.value,
            "evidence": [_span(span, claim) for span in claim.content_spans],
        }
        yield _told(node)


def _articles(store: Store, wanted: Wanted) -> Iterator[Node]:
    found = _Articles(store, wanted.base)
    for row in store.rows("SELECT id FROM article WHERE current = 1 ORDER BY document"):
        yield found.node(row["id"])


def _entities(store: Store, wanted: Wanted) -> Iterator[Node]:
    for entity in queries.entities(store):
        ref = Ref(entity.name, entity.name, entity.id, entity.kind)
        place = entity.kind is EntityKind.PLACE
        node = _place(ref, entity, wanted.base) if place else _author(ref, wanted.base) or {}
        names = [name for name in entity.names if name != entity.name]
        roles = "jobTitle" if entity.kind is EntityKind.PERSON else "description"
        yield _told({**node, "alternateName": names, roles: list(entity.roles), "side": entity.side})


def _relations(store: Store, wanted: Wanted) -> Iterator[Node]:
    """Each twice: as a link from claim to claim, and as a node that says why."""
    for found in narrow.relations(store, wanted):
        left, right = (iri(wanted.base, What.CLAIMS, claim) for claim in (found.left, found.right))
        yield {"@id": left, found.kind.value: right}
        about = {"kind": found.kind.value, "left": left, "right": right, "description": found.why}
        name = iri(wanted.base, What.RELATIONS, found.id)
        yield {"@id": name, "@type": "Relation", **about, "confidence": found.confidence, "review": found.review.value}


class _Articles:
    """Nodes of articles; those asked for last are kept, since claims come article by article."""

    def __init__(self, store: Store, base: str | None) -> None:
        self.store, self.base = store, base
        self.held: dict[str, Node] = {}

    def node(self, article: str) -> Node:
        if article not in self.held:
            self.held = dict(list(self.held.items())[-1:])
            self.held[article] = self._look(article)
        return self.held[article]

    def _look(self, article: str) -> Node:
        columns = "a.document, a.title, a.published, a.url, a.language, a.outlet, o.origin"
        sql = f"SELECT {columns} FROM article a LEFT JOIN origin_article o ON o.article = a.id WHERE a.id = ?"  # noqa: S608
        row = self.store.rows(sql, (article,)).fetchone()
        node = {
            "@id": iri(self.base, What.ARTICLES, article),
            "@type": "NewsArticle",
            "identifier": row["document"],
            "headline": row["title"],
            "datePublished": _day(row["published"]),
            "url": row["url"],
            "inLanguage": row["language"],
            "publisher": {"@type": "Organization", "name": row["outlet"]} if row["outlet"] else None,
            "origin": iri(self.base, What.ORIGINS, row["origin"]) if row["origin"] else None,
        }
        return _told(node)


def _author(who: Ref | None, base: str | None) -> Node | None:
    """Who speaks. A country or town that speaks is its government, not the ground."""
    if who is None:
        return None
    kind = _AUTHORS.get(who.kind, "Organization") if who.kind else "Organization"
    node: Node = {"@type": kind, "name": who.name}
    if who.entity is None:
        return node
    name = iri(base, What.ENTITIES, who.entity)
    if who.kind is EntityKind.PLACE:
        return {"@id": f"{name}#government", **node, "location": {"@id": name}}
    return {"@id": name, **node}


def _place(ref: Ref, entity: Entity | None, base: str | None) -> Node:
    spot = entity.location if entity else None
    node = {
        "@id": iri(base, What.ENTITIES, ref.entity) if ref.entity else None,
        "@type": "Place",
        "name": ref.name,
        "precision": spot.precision.value if spot else None,
        "geo": {"@type": "GeoCoordinates", "latitude": spot.lat, "longitude": spot.lon}
        if spot and not without_point(entity)
        else None,
    }
    return _told(node)


def _span(span: Span, claim: Claim) -> Node:
    return {"@type": "Span", "part": claim.part.value, "start": span.start, "end": span.end}


def _day(edtf: str | None) -> str | None:
    """The day, where it is exactly one: schema.org's dates know no intervals."""
    first, last = days(edtf)
    return first if first == last else None


def _told(node: Node) -> Node:
    """Without what is unknown."""
    return {key: value for key, value in node.items() if value is not None and value != []}


_KINDS: Mapping[What, Callable[[Store, Wanted], Iterator[Node]]] = {
    What.CLAIMS: _claims,
    What.ARTICLES: _articles,
    What.ENTITIES: _entities,
    What.RELATIONS: _relations,
}
FORMAT = Format(
    name="jsonld",
    kinds=(*_KINDS, What.ALL),
    media="application/ld+json",
    about="schema.org claims as linked data, with the context inside",
    write=write,
    takes=frozenset({"base"}),
)
