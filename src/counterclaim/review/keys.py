"""A claim ⇄ the words by which a decision names it.

Enter a claim as the machine read it, with its report; leaves a `ClaimKey`. Enter a key and the claims of the report as
it is read now; leaves the one that is meant. It must be made of the same words, which must still stand in the report;
where the machine cuts them a little otherwise now, it is the claim that has most of them. Another claimant is another
claim. Words that stand twice are told apart by claimant, cue and place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.model import Article, Claim, ClaimKey, Spans, likeness
from counterclaim.review.quoting import flat, places, quoted

SAME_WORDS = 0.6  # F1 of characters: a clause cut off or added leaves more, another clause of the sentence less


@dataclass(frozen=True, slots=True)
class Match:
    """The claim that a key means, and where the words stand now that it was made of when decided."""

    claim: Claim
    content: Spans


def key_of(claim: Claim, article: Article) -> ClaimKey:
    """What a decision calls the claim."""
    text = article.part(claim.part)
    return ClaimKey(
        document=article.document,
        part=claim.part,
        content=quoted(claim.content_spans, text),
        cue=_words(claim.cue_spans, text),
        claimant=claim.claimant.name if claim.claimant else "",
        source=claim.claimant.surface if claim.claimant else "",
    )


def matched(key: ClaimKey, claims: Iterable[Claim], article: Article, *, anybody: bool = False) -> Match | None:
    """The claim that is meant, if it is there; `anybody` takes it whoever claims it."""
    text = article.part(key.part)
    options = list(places(key.content, text))
    fitting = [
        (_rank(key, claim, spans, text), number, Match(claim, spans))
        for number, claim in enumerate(claims)
        if claim.part is key.part and (anybody or same_claimant(key, claim))
        for spans in options
        if likeness(spans, claim.content_spans) >= SAME_WORDS
    ]
    return min(fitting, key=lambda one: one[:2])[2] if fitting else None


def same_claimant(key: ClaimKey, claim: Claim) -> bool:
    """Does the claim have the claimant whom the key names? The same source words may go with a fuller name or a shorter
    one, but not with another: "she" can be read as somebody else.
    """
    if claim.claimant is None or not key.claimant:
        return claim.claimant is None and not key.claimant
    ours, theirs = (flat(name).casefold().split() for name in (claim.claimant.name, key.claimant))
    nested = set(ours) <= set(theirs) or set(theirs) <= set(ours)
    return ours == theirs or (nested and flat(claim.claimant.surface) == flat(key.source))


def _rank(key: ClaimKey, claim: Claim, spans: Spans, text: str) -> tuple[bool, float, bool, int]:
    """Smallest first: the claimant's, the likest, with the same cue, the nearest."""
    return (
        not same_claimant(key, claim),
        -likeness(spans, claim.content_spans),
        _words(claim.cue_spans, text) != key.cue,
        abs(spans[0].start - key.content[0].at),
    )


def _words(spans: Spans, text: str) -> str:
    return flat(" ".join(span.of(text) for span in spans))
