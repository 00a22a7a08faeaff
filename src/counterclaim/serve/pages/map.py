"""All places of disputes, and those of which somebody says who holds them, on one map and as a table.

Nothing is drawn as held: circles bear no side's colour, and the words say who claims what.
"""

from counterclaim.ledger.listing import claims_by_id
from counterclaim.ledger.spots import Spot, latest_of, questions_of, sides_of, spots
from counterclaim.model import Claim
from counterclaim.relate.timeline import DRAWN
from counterclaim.report.building import location_words
from counterclaim.report.disputing import count_words
from counterclaim.report.index import Index
from counterclaim.report.maps import Mark, map_of
from counterclaim.report.words import claim_day, day_words, proposition_words
from counterclaim.serve.links import SiteLinks
from counterclaim.serve.looking import Look
from counterclaim.serve.page import MapPage, SpotRow
from counterclaim.serve.pages.filtering import Filter, Query, box

SHOWN, QUESTIONS = 80, 3
WITHIN = Filter("place", "Only places in", "a name or id")


def map_page(look: Look, query: Query) -> MapPage:
    """As many places as one picture bears, those with most disputes first."""
    found = spots(look.ledger, query.get("place") or None, SHOWN + 1)
    shown = found[:SHOWN]
    ids = [one.id for one in shown]
    latest = latest_of(look.ledger, ids)
    claims = {one.id: one for one in claims_by_id(look.ledger, latest.values())}
    index = look.index(claims.values(), entities=ids)
    sides = sides_of(look.ledger, ids)
    marks = [Mark(index.entities[one.id], _whose(one, sides.get(one.id, {})), one.disputes) for one in shown]
    questions = questions_of(look.ledger, ids, QUESTIONS)
    return MapPage(
        shell=look.shell("Map", "map"),
        box=box("/map", query, (WITHIN,)),
        about=_about(shown, more=len(found) > SHOWN),
        map=map_of(index, marks),
        rows=tuple(_row(index, one, questions.get(one.id, []), claims.get(latest.get(one.id, ""))) for one in shown),
    )


def _whose(one: Spot, sides: dict[str | None, int]) -> dict[str | None, int]:
    """Its claims by side; those that outlets make in their own voice are nobody's."""
    return sides | {None: one.claims - sum(number for side, number in sides.items() if side)}


def _about(shown: tuple[Spot, ...], *, more: bool) -> str:
    if more:
        return f"The {len(shown)} places with most disputes and claims; name a place to see those in it."
    return f"{count_words(len(shown), 'place')}." if shown else ""


def _row(index: Index, one: Spot, questions: list[tuple[str, str]], latest: Claim | None) -> SpotRow:
    entity, links = index.entities[one.id], SiteLinks()
    return SpotRow(
        link=links.entity(entity.id, entity.kind),
        name=entity.name,
        where=location_words(entity.location) if entity.location else "coordinates unknown, so not on the map",
        claims=one.claims,
        disputes=tuple((links.dispute(key), question) for key, question in questions),
        others=one.disputes - len(questions),
        party=index.speaker(latest) if latest else None,
        said=_said(latest) if latest else "",
        evidence=links.words(latest) if latest else "",
        when=day_words(claim_day(latest)) if latest else "",
    )


def _said(claim: Claim) -> str:
    return "; ".join(proposition_words(one) for one in claim.propositions if one.frame in DRAWN) or claim.content
