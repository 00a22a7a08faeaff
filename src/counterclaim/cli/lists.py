"""Claims and disputes as text for a terminal.

Enter records; leave printed lines. Everything that came out of an article goes through `terminal.plain`.
"""

from collections.abc import Mapping, Sequence

from counterclaim.cli.terminal import count, paint, plain, say, wrap
from counterclaim.ledger import Ledger
from counterclaim.model import Claim, Dispute, Quotation, Relation, Review, Side
from counterclaim.report.words import (
    chain_words,
    claimant_words,
    date_words,
    proposition_words,
    stance_words,
    thought_words,
)


def say_claim(claim: Claim, *, indent: str = "") -> None:
    """One claim: who, what, in which words, when, by which way."""
    answers = f" what {plain(claim.answers.name)} says" if claim.answers else ""
    who = paint(plain(claimant_words(claim)), bold=True)
    does = stance_words(claim.stance) if claim.speech else thought_words(claim.stance)
    say(f"{indent}{who} {does}{answers}  {paint(claim.id, dim=True)}")
    for proposition in claim.propositions:
        if proposition.frame != "statement":
            say(wrap(f"= {proposition_words(proposition)}", indent=f"{indent}  "))
    words = f"“{claim.content}”" if claim.quotation is Quotation.DIRECT else claim.content
    say(wrap(words, indent=f"{indent}  "))
    say(paint(wrap(" · ".join(_circumstances(claim)), indent=f"{indent}  "), dim=True))


def _circumstances(claim: Claim) -> list[str]:
    when = f"said {date_words(claim.said)}" if claim.said else f"published {date_words(claim.published)}"
    when = when if claim.said or claim.published else date_words(None)
    marks = [*_doubts(claim), *([] if claim.speech else ["told in passing"])]
    return [when, *([claim.channel] if claim.channel else []), chain_words(claim), claim.document, *marks]


def _doubts(claim: Claim) -> list[str]:
    """What a person has said of it; where nobody has, that the machine is not sure."""
    if claim.review is Review.UNREVIEWED:
        return ["unsure"] if claim.confidence < 0.5 else []
    return ["a person cannot tell" if claim.review is Review.UNSURE else f"{claim.review.value} by hand"]


def say_relation(held: Ledger, relation: Relation, *, indent: str = "") -> None:
    """How two claims stand, both with who claims what."""
    state = "" if relation.review is Review.UNREVIEWED else f", {relation.review.value} by hand"
    say(f"{indent}{paint(relation.kind.value, bold=True)}{state}  {paint(relation.id, dim=True)}")
    say(wrap(f"why: {relation.why}", indent=f"{indent}  "))
    for name in (relation.left, relation.right):
        say_claim(held.claim(name), indent=f"{indent}  ")


def say_dispute(dispute: Dispute, claims: Mapping[str, Claim], *, full: bool = False) -> None:
    """One dispute with its sides; their claims too where they are wanted in full."""
    say(f"{paint(plain(dispute.question), bold=True)}  {paint(dispute.id, dim=True)}")
    for letter, side in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", dispute.sides, strict=False):
        held = [claims[name] for name in side.claims if name in claims]
        say(wrap(f"{letter}  {side.position}: {', '.join(dict.fromkeys(side.claimants))}", indent="  "))
        say(paint(f"     {_weight(side, held)}", dim=True))
        if full:
            for claim in held:
                say_claim(claim, indent="     ")
            say()


def _weight(side: Side, held: Sequence[Claim]) -> str:
    reports = len({claim.article for claim in held})
    weight = f"{count(len(side.claims), 'claim')} in {count(reports, 'report')}, {count(side.voices, 'voice')}"
    vouched = sum(claim.review.vouched for claim in held)
    return f"{weight}, {vouched:,} reviewed" if vouched else weight
