"""Search over claims: filters that stand in the address, newest day first."""

from counterclaim.errors import InputError
from counterclaim.ledger import ClaimFilter
from counterclaim.ledger.listing import Facet, Listed, listed
from counterclaim.model import Review
from counterclaim.serve.links import address, varied
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ClaimsPage
from counterclaim.serve.pages.filtering import (
    CLAIMANT,
    CONFIDENCE,
    OUTLET,
    PLACE,
    REVIEW,
    SINCE,
    STANCE,
    UNTIL,
    WORDS,
    Query,
    box,
    frames,
    number,
)

SHOWN = 25


def wanted(query: Query) -> ClaimFilter:
    """The filters of an address."""
    if query.get("min_confidence") and number(query, "min_confidence") is None:
        raise InputError(f"{query['min_confidence']!r} is no confidence", "Give a number from 0 to 1, such as 0.6")
    confidence = number(query, "min_confidence")
    return ClaimFilter(
        claimant=query.get("claimant") or None,
        place=query.get("place") or None,
        frame=query.get("frame") or None,
        since=query.get("since") or None,
        until=query.get("until") or None,
        words=query.get("q") or None,
        min_confidence=confidence,
        outlet=query.get("outlet") or None,
        stance=query.get("stance") or None,
        review=states(query),
    )


def states(query: Query) -> frozenset[Review] | None:
    """The state that a claim must have; None for all but rejected ones.

    Raises:
        InputError: there is no such state.
    """
    if not query.get("review"):
        return None
    try:
        return frozenset([Review(query["review"])])
    except ValueError as error:
        advice = f"Choose {', '.join(Review)}"
        raise InputError(f"{query['review']!r} is nothing that a person says of a claim", advice) from error


def further_facets(query: Query) -> list[Facet]:
    """What only links of other pages ask for: one side of a dispute, claims that name somebody."""
    return [Facet(facet, (query[name],)) for name, facet in (("side", "side"), ("names", "named")) if query.get(name)]


def claims_page(look: Look, query: Query) -> ClaimsPage:
    """Claims that meet the filters. What cannot be used is said beside the filters, and nothing is found."""
    error = ""
    try:
        found = listed(look.ledger, wanted(query), extra=further_facets(query), after=query.get("after"), limit=SHOWN)
    except InputError as wrong:
        found, error = Listed((), None), f"{wrong.message}. {wrong.advice}."
    index = look.index(found.claims)
    filters = (WORDS, CLAIMANT, PLACE, frames(look.ledger), SINCE, UNTIL, STANCE, OUTLET, CONFIDENCE, REVIEW)
    words = query.get("q", "")
    return ClaimsPage(
        shell=look.shell(f"Claims: {words}" if words else "Claims", "claims", sought=words),
        box=box("/claims", query, filters, error=error),
        total=total_words(found),
        notes=look.notes(index, found.claims),
        more=varied("/claims", query, after=found.after) if found.after else "",
        reports=address("articles", **{name: query.get(name) for name in ("q", "outlet", "since", "until")}),
    )


def total_words(found: Listed) -> str:
    """How many claims there are, where that is known."""
    if found.total is None:
        return ""
    return f"{found.total:,} claim{'' if found.total == 1 else 's'}"
