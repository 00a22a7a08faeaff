"""FollowTheMoney, for Aleph and OpenSanctions' tools: one entity a line.

Enters an open `Store`; leaves entities of FollowTheMoney's own schemata. It has none for claims, so a claim is a
`Note` of its claimant, tied to its `Article` by a `Documentation` that holds the words; the mapping stands in
`docs/export.md`. Thoughts are left out: no note may say that somebody said what nobody uttered.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import IO, Any

from counterclaim.export import narrow
from counterclaim.export.names import days, said_on
from counterclaim.export.places import Places, without_point
from counterclaim.export.streams import line
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Dispute, Entity, EntityKind, Review, digest
from counterclaim.report.words import chain_words, claimant_words, proposition_words, stance_words

Thing = dict[str, Any]
_SCHEMATA = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.GROUP: "LegalEntity",
    EntityKind.PLACE: "Address",
}
_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
# Three letters (ISO 639-3); reports in other languages are not read yet.
_LANGUAGES = {"en": "eng"}


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """One entity a line."""
    number = 0
    found = chain.from_iterable(make(store, wanted) for make in _KINDS)
    for number, thing in enumerate(found, start=1):  # noqa: B007
        stream.write(line(thing) + "\n")
    return Written(number)


def _entities(store: Store, _: Wanted) -> Iterator[Thing]:
    for entity in queries.entities(store):
        yield _place(entity) if entity.kind is EntityKind.PLACE else _speaker(entity)


def _speaker(entity: Entity) -> Thing:
    roles = {"position" if entity.kind is EntityKind.PERSON else "summary": entity.roles}
    side = f"Side as reported: {entity.side}" if entity.side else None
    return _thing(named(entity.id), _SCHEMATA[entity.kind], **_names(entity), notes=side, **roles)


def _place(entity: Entity) -> Thing:
    """Without coordinates where there is no point: an address at a country's middle would be another place."""
    spot = entity.location
    point = spot if not without_point(entity) else None
    return _thing(
        named(entity.id),
        "Address",
        **_names(entity),
        full=entity.name,
        latitude=str(point.lat) if point else None,
        longitude=str(point.lon) if point else None,
        country=spot.country.lower() if spot and spot.country else None,
        remarks=f"precision: {spot.precision}" if spot else None,
    )


def _governments(store: Store, _: Wanted) -> Iterator[Thing]:
    """A country or town that speaks is a public body; its address is the place."""
    sql = """
        SELECT DISTINCT e.id, e.name, e.country FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
        JOIN local_entity l ON l.id = c.claimant JOIN entity e ON e.id = l.entity AND e.kind = 'place'
        WHERE c.review <> 'rejected' ORDER BY e.id
    """
    for row in store.rows(sql):
        country = row["country"].lower() if row["country"] else None
        name = _government(row["id"])
        yield _thing(name, "PublicBody", name=row["name"], country=country, addressEntity=named(row["id"]))


def _articles(store: Store, _: Wanted) -> Iterator[Thing]:
    for row in store.rows("SELECT * FROM article WHERE current = 1 ORDER BY document"):
        yield _thing(
            row["id"],
            "Article",
            fileName=row["document"],
            title=row["title"],
            author=row["byline"],
            publisher=row["outlet"],
            publishedAt=_date(row["published"]),
            sourceUrl=row["url"],
            language=_LANGUAGES.get(row["language"]),
            keywords=row["credited"] and f"credits {row['credited']}",
        )


def _mentions(store: Store, _: Wanted) -> Iterator[Thing]:
    """One for each speaker that an article names, with all names that it uses; places have no `resolved` to go to."""
    for article, placed in groupby(queries.mentions(store), lambda one: one.article):
        names: dict[tuple[str, EntityKind], dict[str, None]] = defaultdict(dict)
        for one in placed:
            if one.mention.kind is not EntityKind.PLACE:
                names[one.mention.entity, one.mention.kind][one.mention.surface] = None
        for (entity, kind), used in names.items():
            made = digest("m", article, entity)
            about = {"resolved": named(entity), "detectedSchema": _SCHEMATA[kind]}
            yield _thing(made, "Mention", document=article, name=tuple(used), **about)


def _claims(store: Store, wanted: Wanted) -> Iterator[Thing]:
    for claim in narrow.claims(store, wanted):
        yield _thing(
            claim.id,
            "Note",
            name=f"{claimant_words(claim)} {stance_words(claim.stance)}",
            description=claim.content,
            summary=tuple(proposition_words(one) for one in claim.propositions),
            entity=_claimant(claim),
            keywords=(claim.stance.value, *(one.frame for one in claim.propositions)),
            notes=_notes(claim),
            publisher=claim.outlet,
            proof=claim.article,
        )
        yield from _evidence(claim)


def _notes(claim: Claim) -> tuple[str | None, ...]:
    looked_at = claim.review is not Review.UNREVIEWED
    return (
        f"chain: {chain_words(claim)}",
        f"channel: {claim.channel}" if claim.channel else None,
        f"by hand: {claim.review}" if looked_at else None,
    )


def _evidence(claim: Claim) -> Iterator[Thing]:
    where = "; ".join(f"{claim.part}:{span.start}-{span.end}" for span in claim.content_spans)
    yield _thing(
        digest("w", claim.id),
        "Documentation",
        document=claim.article,
        entity=claim.id,
        role="carries the claim",
        recordId=where,
        summary=claim.content,
        date=_date(said_on(claim)),
    )


def _relations(store: Store, wanted: Wanted) -> Iterator[Thing]:
    for found in narrow.relations(store, wanted):
        ends = {"subject": found.left, "object": found.right}
        yield _thing(found.id, "UnknownLink", **ends, role=found.kind.value, description=found.why)


def _disputes(store: Store, wanted: Wanted) -> Iterator[Thing]:
    places = Places(store)
    for dispute in narrow.disputes(store, wanted):
        place = places.entity(dispute.place)
        claimants = {_claimant(queries.claim(store, name)) for side in dispute.sides for name in side.claims}
        yield _thing(
            dispute.id,
            "Event",
            name=dispute.question,
            summary=tuple(f"{side.position} (independent voices: {side.voices})" for side in dispute.sides),
            location=place.name if place else None,
            addressEntity=named(place.id) if place else None,
            startDate=dispute.first,
            endDate=dispute.last,
            involved=tuple(sorted(name for name in claimants if name)),
            keywords=dispute.frame,
        )
        yield from _sides(dispute)


def _sides(dispute: Dispute) -> Iterator[Thing]:
    for side in dispute.sides:
        for claim in side.claims:
            made = digest("l", dispute.id, claim)
            yield _thing(made, "UnknownLink", subject=dispute.id, object=claim, role=f"answers: {side.position}")


def _claimant(claim: Claim) -> str | None:
    who = claim.claimant
    if who is None or who.entity is None:
        return None
    return _government(who.entity) if who.kind is EntityKind.PLACE else named(who.entity)


def _government(place: str) -> str:
    return f"{named(place)}-government"


def named(entity: str) -> str:
    """The id as FollowTheMoney lets it be: letters, digits, dots and dashes. Places have ids of gazetteers."""
    plain = entity.replace(":", ".")
    return plain if _ID.fullmatch(plain) else digest("e", entity)


def _names(entity: Entity) -> dict[str, Any]:
    return {"name": entity.name, "alias": tuple(name for name in entity.names if name != entity.name)}


def _date(edtf: str | None) -> str | None:
    """The time as FollowTheMoney writes it (a year, a month or a day); None where it is none of them."""
    first, last = days(edtf)
    if first is None or last is None:
        return None
    if first == last:
        return first
    plain = edtf if edtf and edtf.replace("-", "").isdigit() else None
    return plain if plain and len(plain) in (4, 7) else None


def _thing(entity: str, schema: str, /, **properties: str | Iterable[str | None] | None) -> Thing:
    """An entity; every property is a list of words, those without any are left out."""
    listed = {
        key: list(dict.fromkeys(one for one in ((value,) if isinstance(value, str) else value) if one))
        for key, value in properties.items()
        if value
    }
    return {"id": entity, "schema": schema, "properties": {key: value for key, value in listed.items() if value}}


_KINDS: tuple[Callable[[Store, Wanted], Iterator[Thing]], ...] = (
    _entities, _governments, _articles, _mentions, _claims, _relations, _disputes,
)  # fmt: skip
FORMAT = Format(
    name="ftm",
    kinds=(What.ALL,),
    media="application/json+ftm",
    about="FollowTheMoney entities, one a line, for Aleph",
    write=write,
)
