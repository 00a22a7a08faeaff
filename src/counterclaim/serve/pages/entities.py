"""Lists of claimants and of places, those with most claims first."""

from dataclasses import replace

from counterclaim.ledger.article_lists import EntityHead, entities_listed
from counterclaim.model import EntityKind
from counterclaim.report.building import location_words
from counterclaim.report.disputing import span_words
from counterclaim.serve.links import SiteLinks, varied
from counterclaim.serve.looking import Look
from counterclaim.serve.page import EntitiesPage, EntityRow
from counterclaim.serve.pages.filtering import Filter, Query, box, offset

SHOWN = 50
NAME = Filter("name", "Name", "any part of it")
ABOUT = {
    "claimant": "Persons, bodies and states that claim anything.",
    "place": "Places that claims speak of, each with all that lies in it.",
}


def entities_page(look: Look, facet: str, query: Query) -> EntitiesPage:
    """Those with claims under the facet: `claimant` or `place`.

    Raises:
        InputError: `after` is no place to go on from.
    """
    begin = offset(query.get("after"))
    heads = entities_listed(look.ledger, facet, name=query.get("name") or None, begin=begin, limit=SHOWN + 1)
    path, title = ("/places", "Places") if facet == "place" else ("/claimants", "Who speaks")
    more = varied(path, query, after=begin + SHOWN) if len(heads) > SHOWN else ""
    return EntitiesPage(
        shell=look.shell(title, path.strip("/")),
        box=box(path, query, (NAME,)),
        about=ABOUT[facet],
        counted="Claims about it" if facet == "place" else "Claims made",
        rows=rows(look, heads[:SHOWN], facet),
        more=more,
    )


def rows(look: Look, heads: tuple[EntityHead, ...], facet: str) -> tuple[EntityRow, ...]:
    """Entities for a list."""
    index = look.index((), entities=[head.id for head in heads])
    links, found = SiteLinks(), []
    for head in heads:
        entity = index.entities[head.id]
        party = index.party_of(entity)
        where = location_words(entity.location) if entity.location else "coordinates unknown"
        place = facet == "place"
        found.append(
            EntityRow(
                party=replace(party, link=links.entity(head.id, EntityKind.PLACE)) if place else party,
                kind=head.kind,
                about=where if place else party.side,
                claims=head.claims,
                when=span_words(head.first, head.last),
            )
        )
    return tuple(found)
