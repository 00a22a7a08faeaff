"""Claims as lines: who, what, in which words, when, by which way; one line for what one dispatch brings to many.

Enter claims; leave `Line`s in the order of the claims. Nothing is dropped: a joined claim is named as a carrier with
its own link.
"""

import re
from collections.abc import Iterable
from datetime import date

from counterclaim.ledger.names import fold
from counterclaim.model import Claim, Quotation
from counterclaim.report.index import Index
from counterclaim.report.links import fragment
from counterclaim.report.page import Carrier, Line
from counterclaim.report.words import DATE_UNKNOWN, date_words, proposition_words, review_words, stance_words

LONGEST_QUOTE = 420


def evidence(claim: Claim) -> str:
    """The element id of a claim's marked words."""
    return fragment("w", claim.id)


def outlet_words(claim: Claim) -> str:
    """The outlet, or what is known in its stead."""
    return claim.outlet or f"outlet unknown ({claim.document})"


def line(index: Index, claim: Claim, others: Iterable[Claim] = (), *, day: date | None = None) -> Line:
    """One claim as a line; `others` are the same in other reports of the dispatch, `day` the one it is listed under."""
    typed = tuple(dict.fromkeys(proposition_words(said) for said in claim.propositions if said.frame != "statement"))
    return Line(
        evidence=index.links.words(claim),
        party=index.party(claim),
        stance=stance_words(claim.stance),
        answers=claim.answers.name if claim.answers else "",
        gist=typed,
        quote=shortened(claim.content),
        direct=claim.quotation is Quotation.DIRECT,
        time=time_words(claim, day),
        channel=claim.channel or "",
        chain=_chain(claim),
        unsure=claim.confidence < 0.5 and not claim.review.vouched,
        review=review_words(claim.review),
        carriers=tuple(_carrier(index, claim, other) for other in others),
    )


def lines(index: Index, claims: Iterable[Claim], *, day: date | None = None) -> tuple[Line, ...]:
    """Lines for claims of one day, those that one dispatch carries in several reports joined."""
    return tuple(line(index, first, others, day=day) for first, *others in joined_copies(index, claims))


def joined_copies(index: Index, claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims in their order, each with those behind it that the same dispatch carries in other reports."""
    joined: list[list[Claim]] = []
    at: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        keys = _same(index, claim)
        together = next((at[key] for key in keys if key in at), None)
        if together is None:
            joined.append(together := [])
        together.append(claim)
        at |= dict.fromkeys(keys, together)
    return joined


def time_words(claim: Claim, day: date | None = None) -> str:
    """When it was said and published, as far as the day that it is listed under does not say so already."""
    listed = day.isoformat() if day else None
    if not claim.said and not claim.published:
        return DATE_UNKNOWN
    said = f"said {date_words(claim.said)}" if claim.said and claim.said != listed else ""
    late = claim.published not in (None, claim.said, listed) or (claim.said is None and listed is None)
    return ", ".join(filter(None, (said, f"published {date_words(claim.published)}" if late else "")))


def _carrier(index: Index, claim: Claim, other: Claim) -> Carrier:
    again = "again in this report" if other.article == claim.article else outlet_words(other)
    return Carrier(again, index.links.words(other))


def _chain(claim: Claim) -> tuple[str, ...]:
    """The way of the words; each station once, where an outlet speaks of itself or passes on its own agency."""
    name = (claim.claimant.name,) if claim.claimant else ()
    return tuple(dict.fromkeys((*name, *claim.relayed_by, outlet_words(claim))))


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is very long."""
    flat = " ".join(text[: LONGEST_QUOTE * 2].split())
    if len(flat) <= LONGEST_QUOTE:
        return flat
    return flat[:LONGEST_QUOTE].rpartition(" ")[0] + " …" if " " in flat[:LONGEST_QUOTE] else flat[:LONGEST_QUOTE] + "…"


def _same(index: Index, claim: Claim) -> tuple[tuple[object, ...], ...]:
    """Keys of which claims share one that differ only in the outlet that carries them: by their words, and by what
    they come to. A report's own voice is never joined.
    """
    if claim.claimant is None or claim.article not in index.origins:
        return ((claim.id,),)
    who = claim.claimant.entity or fold(claim.claimant.name), index.origin(claim), claim.stance, claim.quotation
    words = re.sub(r"\W+", " ", claim.content.casefold())
    said = tuple(proposition_words(said) for said in claim.propositions if said.frame != "statement")
    by_words = (*who, words)
    return (by_words, (*who, claim.channel, said)) if said else (by_words,)
