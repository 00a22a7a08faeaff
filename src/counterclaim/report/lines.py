"""Claims as lines: who, what, in which words, when, by which way; the same words in other reports of a dispatch joined to one line.

Enter claims; leave `Line`s in the order of the claims. Nothing is dropped: a joined claim is named as a carrier with its own link.
"""

import re
from collections.abc import Iterable

from counterclaim.model import Claim, Quotation
from counterclaim.report.index import Index, fragment
from counterclaim.report.page import Carrier, Line
from counterclaim.report.words import DATE_UNKNOWN, date_words, proposition_words, stance_words

LONGEST_QUOTE = 420


def evidence(claim: Claim) -> str:
    """The fragment of a claim's marked words."""
    return fragment("w", claim.id)


def outlet_words(claim: Claim) -> str:
    """The outlet, or what is known in its stead."""
    return claim.outlet or f"outlet unknown ({claim.document})"


def line(index: Index, claim: Claim, others: Iterable[Claim] = ()) -> Line:
    """One claim as a line; `others` are the same claim in other reports of the dispatch."""
    typed = tuple(dict.fromkeys(proposition_words(said) for said in claim.propositions if said.frame != "statement"))
    chain = () if claim.claimant is None else (claim.claimant.name, *claim.relayed_by, outlet_words(claim))
    return Line(
        evidence=evidence(claim),
        party=index.party(claim),
        stance=stance_words(claim.stance),
        answers=claim.answers.name if claim.answers else "",
        gist=typed,
        quote=shortened(claim.content),
        direct=claim.quotation is Quotation.DIRECT,
        time=time_words(claim),
        channel=claim.channel or "",
        chain=chain,
        unsure=claim.confidence < 0.5,
        carriers=tuple(Carrier(outlet_words(other), evidence(other)) for other in others),
    )


def lines(index: Index, claims: Iterable[Claim]) -> tuple[Line, ...]:
    """Lines for claims, those that one dispatch carries in several reports joined."""
    joined: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        joined.setdefault(_same(index, claim), []).append(claim)
    return tuple(line(index, first, others) for first, *others in joined.values())


def time_words(claim: Claim) -> str:
    """When it was said, else when it was published."""
    if claim.said:
        return f"said {date_words(claim.said)}"
    return f"published {date_words(claim.published)}" if claim.published else DATE_UNKNOWN


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is very long."""
    flat = " ".join(text[: LONGEST_QUOTE * 2].split())
    if len(flat) <= LONGEST_QUOTE:
        return flat
    return flat[:LONGEST_QUOTE].rpartition(" ")[0] + " …" if " " in flat[:LONGEST_QUOTE] else flat[:LONGEST_QUOTE] + "…"


def _same(index: Index, claim: Claim) -> tuple[object, ...]:
    """Equal for claims that differ only in the outlet that carries them; a report's own voice is never joined."""
    if claim.claimant is None or claim.article not in index.origins:
        return (claim.id,)
    words = re.sub(r"\W+", " ", claim.content.casefold())
    said = tuple(proposition_words(said) for said in claim.propositions if said.frame != "statement") or words
    return (
        claim.claimant.entity or claim.claimant.name,
        index.origin(claim),
        claim.stance,
        claim.quotation,
        claim.channel,
        said,
    )
