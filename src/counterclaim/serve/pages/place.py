"""One place: who said who held it, as many days as can be drawn; where it lies and how surely; disputes about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.ledger import Ledger, entity
from counterclaim.ledger.dispute_lists import DisputeHead, disputes_about
from counterclaim.ledger.listing import Facet, claims_by_id, facet_size
from counterclaim.ledger.records import marks
from counterclaim.model import Claim, Dispute, Entity
from counterclaim.report.building import location_words
from counterclaim.report.disputing import span_words
from counterclaim.report.index import Index
from counterclaim.report.maps import map_block
from counterclaim.report.page import Linked, TimelineBlock
from counterclaim.report.timelines import timeline_block
from counterclaim.serve.links import SiteLinks, address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import PlacePage
from counterclaim.serve.pages.claimant import name_rows
from counterclaim.serve.pages.correcting import Sent
from counterclaim.serve.pages.disputes import Parties
from counterclaim.serve.pages.merging import who_form
from counterclaim.serve.parts import Desk

DRAWN = 80
MOST_DAYS = 45
DISPUTES, INSIDE = 8, 12
UNDATED = "undated"  # sorts behind every day

Days = list[tuple[str, int]]


def place_page(look: Look, place: str, begin: str | None, desk: Desk, sent: Sent | None = None) -> PlacePage:
    """The place of that id; the picture begins on the day `begin`, else it holds the latest days. `sent` is a form
    about it that could not be carried out.

    Raises:
        NotFoundError: there is no such place.
    """
    shown = entity(look.ledger, place)
    days = held_days(look.ledger, shown.id)
    at = window(days, begin)
    claims = held_claims(look.ledger, shown.id, [day for day, _ in days[at.first : at.last]])
    disputes = disputes_about(look.ledger, shown.id, DISPUTES)
    index = look.index(claims, entities=[shown.id, *shown.within], disputes=tuple(map(_bare, disputes)))
    parties = Parties(look, disputes)
    drawn = [day for day, _ in days[at.first : at.last] if day]
    return PlacePage(
        shell=look.shell(shown.name, "places"),
        name=shown.name,
        where=location_words(shown.location) if shown.location else "Its coordinates are unknown.",
        within=tuple((SiteLinks().entity(one.id, one.kind), one.name) for one in _within(look, shown)),
        inside=_inside(look.ledger, shown.id),
        names=name_rows(look.ledger, shown),
        disputes=tuple(parties.item(head) for head in disputes),
        window=f"Drawn: {span_words(drawn[0], drawn[-1])}." if drawn and len(drawn) < len(days) else "",
        timeline=_lanes(index, shown) if claims else None,
        earlier=address("places", shown.id, **{"from": at.earlier}) if at.earlier else "",
        later=address("places", shown.id, **{"from": at.later}) if at.later else "",
        map=map_block(index) if shown.location or claims else None,
        elsewhere=tuple(_elsewhere(look.ledger, shown)),
        desk=desk,
        who=who_form(look.ledger, shown, desk, sent),
    )


def _bare(head: DisputeHead) -> Dispute:
    """A dispute as far as the map asks for it."""
    return Dispute(head.id, head.question, head.frame, head.place, head.first, head.last, (), ())


def _lanes(index: Index, shown: Entity) -> TimelineBlock | None:
    return timeline_block(index, shown.id, shown.name)


def held_days(ledger: Ledger, place: str) -> Days:
    """Days on which anybody spoke of who holds it, with the number of claims; the unknown one last."""
    sql = "SELECT day, count(*) FROM claim_facet WHERE facet = 'held' AND value = ? GROUP BY day ORDER BY day = '', day"
    return [(row[0], row[1]) for row in ledger.rows(sql, (place,))]


@dataclass(frozen=True, slots=True)
class Window:
    """Which of the days are drawn, half-open, and the days on which the pictures before and behind begin."""

    first: int
    last: int
    earlier: str
    later: str


def window(days: Days, begin: str | None) -> Window:
    """As many days as can be drawn, from `begin` on, else the latest."""
    if begin:
        first = next((n for n, (day, _) in enumerate(days) if not day or day >= begin), 0)
        last = _reach(days, first)
    else:
        first, last = _back(days, len(days)), len(days)
    earlier = days[_back(days, first)][0] if first else ""
    later = days[last][0] or UNDATED if last < len(days) else ""
    return Window(first, last, earlier, later)


def _reach(days: Days, first: int) -> int:
    at, room = first, DRAWN
    while at < len(days) and (at == first or (room >= days[at][1] and _near(days[first][0], days[at][0]))):
        room -= days[at][1]
        at += 1
    return at


def _back(days: Days, last: int) -> int:
    """Where a picture begins that ends there."""
    at, room = last, DRAWN
    while at and (at == last or (room >= days[at - 1][1] and _near(days[at - 1][0], days[last - 1][0]))):
        at -= 1
        room -= days[at][1]
    return at


def _near(first: str, last: str) -> bool:
    return not first or not last or date.fromisoformat(last) - date.fromisoformat(first) <= timedelta(days=MOST_DAYS)


def held_claims(ledger: Ledger, place: str, days: list[str]) -> tuple[Claim, ...]:
    """The claims of those days, as many as can be drawn."""
    sql = f"""
        SELECT claim FROM claim_facet WHERE facet = 'held' AND value = ? AND day IN ({marks(days)})
        ORDER BY day, claim LIMIT ?
    """  # noqa: S608
    return claims_by_id(ledger, [row["claim"] for row in ledger.rows(sql, (place, *days, 2 * DRAWN))])


def _within(look: Look, shown: Entity) -> list[Entity]:
    around = {one.id: one for one in look.entities(shown.within)}
    return [around[name] for name in shown.within if name in around]


def _inside(ledger: Ledger, place: str) -> tuple[Linked, ...]:
    sql = """
        SELECT e.id, e.name, e.kind, t.claims FROM entity_within w JOIN facet_tally t ON t.facet = 'place'
        AND t.value = w.entity JOIN entity e ON e.id = w.entity WHERE w.place = ? ORDER BY t.claims DESC, e.id LIMIT ?
    """
    rows = ledger.rows(sql, (place, INSIDE))
    return tuple((address("places", row["id"]), f"{row['name']} ({row['claims']:,})") for row in rows)


def _elsewhere(ledger: Ledger, shown: Entity) -> Iterator[Linked]:
    number = facet_size(ledger, Facet("place", (shown.id,)))
    yield address("claims", place=shown.id), f"{number:,} claim{'' if number == 1 else 's'} about it"
    if facet_size(ledger, Facet("claimant", (shown.id,))):
        yield address("claimants", shown.id), "what it claims itself, as a state"
