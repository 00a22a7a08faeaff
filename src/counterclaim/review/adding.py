"""A claim that a person adds: what a decision says of it → the claim, as if the machine had read it.

Enters a decision and its report; leaves a `Claim`, or, where the machine finds the claim by now, the correction that
the decision then is. Nothing here knows the ledger.
"""

from counterclaim.model import Add, Article, Claim, Correct, Given, Quotation, Review, Seen, digest
from counterclaim.review.frames import fault
from counterclaim.review.quoting import place
from counterclaim.review.standing import NO_WORDS, People
from counterclaim.review.wording import proposition_of


def added_id(decision: str) -> str:
    """The id of the claim that the decision adds."""
    return digest("c", "by hand", decision)


def unfit(action: Add, article: Article) -> str:
    """Why the claim cannot be added; empty where it can."""
    if not place(action.claim.content, article.part(action.claim.part)):
        return NO_WORDS
    faults = (found[0] for said in action.propositions if (found := fault(said)))
    return next(faults, "")


def added(action: Add, claim_id: str, article: Article, people: People) -> Claim:
    """The claim. Nothing is known of the words that introduce it; it is as sure as whoever added it."""
    key, who = action.claim, action.claimant.who
    text = article.part(key.part)
    spans = place(key.content, text)
    told = who is not None and action.speech
    said = action.propositions if action.speech else ()
    return Claim(
        id=claim_id,
        article=article.id,
        document=article.document,
        part=key.part,
        claimant=people.chosen(who, who.name) if who else None,
        source_spans=(),
        cue_spans=(),
        content_spans=spans,
        content=" ".join(span.of(text) for span in spans),
        quotation=Quotation.INDIRECT if told else Quotation.NARRATION,
        stance=action.stance,
        propositions=tuple(proposition_of(one, text, spans, people.named) for one in said),
        confidence=1.0,
        channel=action.channel,
        said=action.said,
        outlet=article.outlet,
        published=article.published,
        speech=action.speech,
        review=Review.CORRECTED,
    )


def as_correction(action: Add) -> Correct:
    """What the decision says of the same claim, read by the machine."""
    return Correct(
        claim=action.claim,
        seen=Seen(action.stance, action.channel, action.said, action.speech, action.propositions),
        stance=action.stance,
        channel=Given(action.channel),
        said=Given(action.said),
        speech=action.speech,
        propositions=action.propositions,
        bulk=action.bulk,
    )
