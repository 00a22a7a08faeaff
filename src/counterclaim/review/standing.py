"""Decisions on the claims of one report, carried out: each claim as decided, its state, and what became of each.

Enter the report, its claims as the machine read them, and the decisions that count, oldest first; leave `Decided`s. Of
two that contradict each other the later wins. What a person gave by hand stays until a later one gives another; the
rest is as it was when she last vouched for the claim, whatever the machine reads now.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.model import (
    Accept,
    Article,
    Claim,
    Correct,
    Decision,
    DecisionState,
    EntityKey,
    Named,
    Proposition,
    Quotation,
    Ref,
    Reject,
    Review,
    Said,
    Seen,
    Spans,
    Speaker,
    Unsure,
    Verdict,
)
from counterclaim.review.frames import fault
from counterclaim.review.keys import Match, matched
from counterclaim.review.quoting import clipped, flat, place
from counterclaim.review.wording import proposition_of, seen_of

OnOne = Accept | Reject | Unsure | Correct
FIELDS = ("claimant", "content", "stance", "channel", "said", "speech", "propositions")
_MISSING = "the report has no claim of these words and this claimant any more"
NO_WORDS = "the words that it gives no longer stand in the report"
_STATES = {Reject: Review.REJECTED, Unsure: Review.UNSURE}


@dataclass(frozen=True, slots=True)
class People:
    """Whom names mean in this report: `chosen` an entity that a person chose, in these source words; `named` a filler
    of a role.
    """

    chosen: Callable[[EntityKey, str], Ref]
    named: Callable[[Named], Ref]


@dataclass(frozen=True, slots=True)
class Decided:
    """A claim on which something was decided: as the machine read it, and as it is now."""

    before: Claim
    after: Claim
    decisions: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """A claim and the decisions on it so far, each with where its words stand."""

    claim: Claim
    made: list[tuple[Decision, OnOne, Spans]] = field(default_factory=list)


def carry_out(
    article: Article, claims: Sequence[Claim], decisions: Iterable[Decision], people: People
) -> tuple[tuple[Decided, ...], tuple[Verdict, ...]]:
    """The claims on which something was decided, and what became of each decision."""
    verdicts: dict[str, Verdict] = {}
    found: dict[str, _Open] = {}
    for decision in decisions:
        action = decision.action
        assert isinstance(action, OnOne)  # noqa: S101
        match = _match(action, claims, article)
        why = _MISSING if match is None else _unfit(action, article)
        verdicts[decision.id] = _verdict(
            decision, DecisionState.FITS_NOTHING if why else DecisionState.CARRIED_OUT, why
        )
        if match is not None and not why:
            one = found.setdefault(match.claim.id, _Open(match.claim))
            one.made.append((decision, action, match.content))
    for one in found.values():
        verdicts |= _overruled(one)
    decided = (
        Decided(one.claim, _settled(one, article, people), tuple(decision.id for decision, _, _ in one.made))
        for one in found.values()
    )
    return tuple(decided), tuple(verdicts.values())


def _match(action: OnOne, claims: Sequence[Claim], article: Article) -> Match | None:
    whoever = isinstance(action, Correct) and action.claimant is not None
    return matched(action.claim, claims, article, anybody=whoever)


def _unfit(action: OnOne, article: Article) -> str:
    """Why the decision cannot be carried out; empty where it can."""
    if not isinstance(action, Correct):
        return ""
    if action.content is not None and not place(action.content, article.part(action.claim.part)):
        return NO_WORDS
    faults = (found[0] for said in action.propositions or () if (found := fault(said)))
    return next(faults, "")


def _overruled(one: _Open) -> Mapping[str, Verdict]:
    """Of the decisions on one claim, those that a later one takes the place of."""
    told, last, _ = one.made[-1]
    gone: dict[str, Verdict] = {}
    later: dict[str, str] = {}
    for decision, action, _ in reversed(one.made):
        if isinstance(action, Correct):
            fresh = [name for name in given(action) if name not in later]
            if not fresh:
                why = f"the later decision {later[given(action)[0]]} says otherwise"
                gone[decision.id] = _verdict(decision, DecisionState.OVERRULED, why)
            later |= dict.fromkeys(fresh, decision.id)
        elif type(action) is not type(last):
            why = f"the later decision {told.id} says otherwise"
            gone[decision.id] = _verdict(decision, DecisionState.OVERRULED, why)
    return gone


def given(action: Correct) -> tuple[str, ...]:
    """The names of what a correction gives by hand."""
    return tuple(name for name in FIELDS if getattr(action, name) is not None)


def _settled(one: _Open, article: Article, people: People) -> Claim:
    """The claim as decided."""
    after, text = one.claim, article.part(one.claim.part)
    vouched = [(a, spans) for _, a, spans in one.made if isinstance(a, Accept | Correct)]
    if vouched and _read_otherwise(one.claim, vouched[-1][0].seen, text):
        action, spans = vouched[-1]
        after = _as_seen(after, action.seen, spans, text, people)
    by_hand = {name: a for _, a, _ in one.made if isinstance(a, Correct) for name in given(a)}
    after = _corrected(after, by_hand, text, people)
    last = type(one.made[-1][1])
    state = _STATES.get(last) or (Review.CORRECTED if by_hand else Review.ACCEPTED)
    return replace(after, review=state)


def _read_otherwise(claim: Claim, seen: Seen, text: str) -> bool:
    """Has the machine changed its mind since, from something that can still be said?"""
    return seen_of(claim, text) != seen and not any(map(fault, seen.propositions))


def _as_seen(claim: Claim, seen: Seen, content: Spans, text: str, people: People) -> Claim:
    """The claim as it was read when a person vouched for it."""
    again = _with_content(claim, content, text)
    propositions = tuple(proposition_of(said, text, content, people.named) for said in seen.propositions)
    again = replace(again, stance=seen.stance, channel=seen.channel, said=seen.said, propositions=propositions)
    return again if seen.speech is claim.speech else _with_speech(again, seen.speech, propositions)


def _corrected(claim: Claim, by_hand: Mapping[str, Correct], text: str, people: People) -> Claim:
    """The claim with what was given by hand; `by_hand` is the last decision that gives each field."""
    if (one := by_hand.get("speech")) and one.speech is not None:
        claim = _with_speech(claim, one.speech, claim.propositions)
    if (one := by_hand.get("claimant")) and one.claimant is not None:
        claim = _with_claimant(claim, one.claimant, text, people)
    if (one := by_hand.get("content")) and one.content is not None:
        claim = _with_content(claim, place(one.content, text), text)
    if (one := by_hand.get("stance")) and one.stance is not None:
        claim = replace(claim, stance=one.stance)
    if (one := by_hand.get("channel")) and one.channel is not None:
        claim = replace(claim, channel=one.channel.value)
    if (one := by_hand.get("said")) and one.said is not None:
        claim = replace(claim, said=one.said.value)
    if (one := by_hand.get("propositions")) and one.propositions is not None and claim.speech:
        claim = replace(claim, propositions=_told(claim, one, one.propositions, text, people))
    return claim


def _told(claim: Claim, action: Correct, said: Iterable[Said], text: str, people: People) -> tuple[Proposition, ...]:
    moved = claim.content_spans[0].start - action.claim.content[0].at if action.content is None else 0
    return tuple(proposition_of(one, text, claim.content_spans, people.named, moved) for one in said)


def _with_claimant(claim: Claim, speaker: Speaker, text: str, people: People) -> Claim:
    """With a claimant in the source's words; one who is chosen where the outlet spoke is quoted indirectly."""
    if speaker.who is None:
        return replace(claim, claimant=None, quotation=Quotation.NARRATION)
    source = flat(" ".join(span.of(text) for span in claim.source_spans))
    told = claim.quotation is Quotation.NARRATION and claim.speech
    ref = people.chosen(speaker.who, source or speaker.who.name)
    return replace(claim, claimant=ref, quotation=Quotation.INDIRECT if told else claim.quotation)


def _with_content(claim: Claim, spans: Spans, text: str) -> Claim:
    """With other words; evidence stays inside them."""
    propositions = tuple(replace(one, evidence=clipped(one.evidence, spans) or spans) for one in claim.propositions)
    words = " ".join(span.of(text) for span in spans)
    return replace(claim, content_spans=spans, content=words, propositions=propositions)


def _with_speech(claim: Claim, speech: bool, propositions: tuple[Proposition, ...]) -> Claim:
    """As a claim, or as a thought, which the outlet tells and which commits nobody."""
    if not speech:
        return replace(claim, speech=False, quotation=Quotation.NARRATION, propositions=())
    uttered = claim.quotation is Quotation.NARRATION and claim.claimant is not None
    told = Quotation.INDIRECT if uttered else claim.quotation
    return replace(claim, speech=True, quotation=told, propositions=propositions)


def _verdict(decision: Decision, state: DecisionState, why: str = "") -> Verdict:
    return Verdict(decision.id, state, why)
