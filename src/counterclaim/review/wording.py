"""Propositions ⇄ what decisions say of them, and in what two readings of one claim differ.

Enter records of the model; leave records. Who fills a role is named as the report names him, so that the words hold
wherever the report is read; a `Finder` gives back whom they mean.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from counterclaim.model import (
    Argument,
    Claim,
    Filled,
    Named,
    Proposition,
    Ref,
    Said,
    Seen,
    Spans,
    Value,
)
from counterclaim.review.quoting import inside, quoted

Finder = Callable[[Named], Ref]


def seen_of(claim: Claim, text: str) -> Seen:
    """The claim's reading but for its words and its claimant. `text` is that of the claim's part."""
    said = tuple(said_of(proposition, text) for proposition in claim.propositions)
    return Seen(claim.stance, claim.channel, claim.said, claim.speech, said)


def said_of(proposition: Proposition, text: str) -> Said:
    """The proposition as a decision says it."""
    return Said(
        frame=proposition.frame,
        arguments=tuple(Filled(argument.role, _worded(argument.value)) for argument in proposition.arguments),
        negated=proposition.negated,
        modality=proposition.modality,
        when=proposition.when,
        evidence=quoted(proposition.evidence, text),
    )


def proposition_of(said: Said, text: str, content: Spans, find: Finder, moved: int = 0) -> Proposition:
    """The proposition that a decision says; its evidence is the whole content where its own words are not there."""
    return Proposition(
        frame=said.frame,
        arguments=tuple(Argument(filled.role, _value(filled.value, find)) for filled in said.arguments),
        negated=said.negated,
        modality=said.modality,
        when=said.when,
        evidence=inside(said.evidence, text, content, moved) or content,
    )


def changed_fields(before: Claim, after: Claim) -> tuple[str, ...]:
    """The names of the fields of `Claim` in which the two differ, as far as a person can correct them."""
    return tuple(_changed(before, after))


def _changed(before: Claim, after: Claim) -> Iterator[str]:
    if (before.claimant, before.quotation.value == "narration") != (
        after.claimant,
        after.quotation.value == "narration",
    ):
        yield "claimant"
    if before.content_spans != after.content_spans:
        yield "content"
    for name in ("stance", "channel", "said", "speech"):
        if getattr(before, name) != getattr(after, name):
            yield name
    if [replace(one, evidence=()) for one in before.propositions] != [
        replace(one, evidence=()) for one in after.propositions
    ]:
        yield "propositions"


def _worded(value: Value) -> Named | str | int | None:
    return Named(value.name, value.surface, value.kind) if isinstance(value, Ref) else value


def _value(value: Named | str | int | None, find: Finder) -> Value:
    return find(value) if isinstance(value, Named) else value
