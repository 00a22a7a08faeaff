"""GeoJSON (RFC 7946) for QGIS and other maps: claims, disputes and places as points that state their precision.

Enters an open `Store`; leaves one FeatureCollection, a feature a line, flat properties. What has no coordinates keeps
its properties and has no geometry (`null`, as the RFC has it); it is counted, with the reason.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import IO, Any

from counterclaim.export import narrow
from counterclaim.export.names import days, said_on
from counterclaim.export.places import NO_PLACE, Places, Spot, without_point
from counterclaim.export.streams import document
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Entity, EntityKind
from counterclaim.report.words import proposition_words

Feature = Mapping[str, Any]
Lacking = Counter[str]


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """One FeatureCollection; what has no point is told."""
    lacking: Lacking = Counter()
    found = _KINDS[wanted.what](store, wanted, lacking)
    number = document(stream, {"type": "FeatureCollection"}, "features", found)
    notes = (f"{times:,} of {number:,} have no point: they {why}" for why, times in sorted(lacking.items()))
    return Written(number, tuple(notes))


def _claims(store: Store, wanted: Wanted, lacking: Lacking) -> Iterator[Feature]:
    places = Places(store)
    for claim in narrow.claims(store, wanted):
        spots = tuple(places.spots(claim))
        for spot in spots:
            name = f"{claim.id}/{spot.place.entity or spot.place.name}"
            yield _feature(name, spot.entity, _about_claim(claim, spot), lacking)
        if not spots:
            lacking[NO_PLACE] += 1
            yield {"type": "Feature", "id": claim.id, "geometry": None, "properties": _about_claim(claim, None)}


def _about_claim(claim: Claim, spot: Spot | None) -> dict[str, Any]:
    told = spot.propositions if spot else claim.propositions
    begin, end = days(said_on(claim))
    return {
        "claim": claim.id,
        "document": claim.document,
        "outlet": claim.outlet,
        "published": claim.published,
        "claimant": claim.claimant.name if claim.claimant else None,
        "claimant_id": claim.claimant.entity if claim.claimant else None,
        "stance": claim.stance.value,
        "content": claim.content,
        "frames": _joined(one.frame for one in told),
        "says": _joined(proposition_words(one) for one in told),
        "when": _joined(one.when for one in told if one.when),
        "said": claim.said,
        "begin": begin,
        "end": end,
        "channel": claim.channel,
        "confidence": claim.confidence,
        "review": claim.review.value,
        "roles": _joined(spot.roles) if spot else None,
        **_about_place(spot.place.name if spot else None, spot.entity if spot else None),
    }


def _disputes(store: Store, wanted: Wanted, lacking: Lacking) -> Iterator[Feature]:
    places = Places(store)
    for dispute in narrow.disputes(store, wanted):
        place = places.entity(dispute.place)
        about = {
            "dispute": dispute.id,
            "question": dispute.question,
            "frame": dispute.frame,
            "begin": dispute.first,
            "end": dispute.last,
            "sides": "; ".join(f"{side.position} ({', '.join(side.claimants)})" for side in dispute.sides),
            "voices": sum(side.voices for side in dispute.sides),
            "claims": sum(len(side.claims) for side in dispute.sides),
            **_about_place(place.name if place else None, place),
        }
        if dispute.place is None:
            lacking[NO_PLACE] += 1
            yield {"type": "Feature", "id": dispute.id, "geometry": None, "properties": about}
        else:
            yield _feature(dispute.id, place, about, lacking)


def _entities(store: Store, _: Wanted, lacking: Lacking) -> Iterator[Feature]:
    for place in queries.entities(store, EntityKind.PLACE):
        about = {"names": "; ".join(place.names), **_about_place(place.name, place)}
        yield _feature(place.id, place, about, lacking)


def _feature(name: str, place: Entity | None, about: Mapping[str, Any], lacking: Lacking) -> Feature:
    why = without_point(place)
    if why:
        lacking[why] += 1
    spot = place.location if place and not why else None
    # Longitude first (RFC 7946, 3.1.1).
    geometry = {"type": "Point", "coordinates": [spot.lon, spot.lat]} if spot else None
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": about}


def _about_place(name: str | None, place: Entity | None) -> dict[str, Any]:
    spot = place.location if place else None
    return {
        "place": name,
        "place_id": place.id if place else None,
        "precision": spot.precision.value if spot else None,
        "country": spot.country if spot else None,
    }


def _joined(words: Any) -> str | None:
    return "; ".join(dict.fromkeys(words)) or None


_KINDS = {What.CLAIMS: _claims, What.DISPUTES: _disputes, What.ENTITIES: _entities}
FORMAT = Format(
    name="geojson",
    kinds=tuple(_KINDS),
    media="application/geo+json",
    about="points with stated precision (RFC 7946), for QGIS and web maps",
    write=write,
)
