"""Adding a claim that the machine missed: what a person says becomes a decision, and all follows anew from it.

Enter a report and what the claim says; leaves the ledger with one decision more. Refused, before anything is written:
words that the report has not, a claim that it has already, and what does not fit the installed packs of frames.
"""

from counterclaim.errors import InputError
from counterclaim.ledger.carrying import local_claims
from counterclaim.ledger.queries import article
from counterclaim.ledger.reviewing import Correction, chosen_key
from counterclaim.ledger.settling import Made, decide, ready
from counterclaim.ledger.store import Store
from counterclaim.model import Add, Article, ClaimKey, Part, Quoted, Speaker, Stance
from counterclaim.review import matched
from counterclaim.review.adding import added_id
from counterclaim.review.frames import checked_time, validated
from counterclaim.review.quoting import place, quoted

__all__ = ["add", "added_id"]


def add(store: Store, report: str, wanted: Correction, *, by: str, reason: str | None = None) -> Made:
    """Say that the report, by id or document, makes this claim. `wanted` gives its words, and whose claim it is; what
    it leaves out is not known. Words that stand more than once are meant where they stand first.

    Raises:
        NotFoundError: there is no such report, or nobody is named so.
        InputError: the report has other words, or has the claim already, or nobody is said to claim it.
        LedgerError: another program is writing.
    """
    with ready(store):
        of = article(store, report)
        if not store.value("SELECT current FROM article WHERE id = ?", (of.id,)):
            raise InputError("The report has changed since", "Add the claim to its current version")
        action = _action(store, of, wanted)
        known = matched(action.claim, local_claims(store, of.id), of)
        if known is not None:
            raise InputError(f"The report has this claim already: {known.claim.id}", "Correct it, on its own page")
        return decide(store, [action], reason, by)


def _action(store: Store, of: Article, wanted: Correction) -> Add:
    if wanted.outlet == (wanted.claimant is not None):
        raise InputError("Either somebody claims it, or the outlet itself", "Say who, and only one of the two")
    who = None if wanted.claimant is None else chosen_key(store, wanted.claimant, wanted.kind)
    part, content = _content(of, tuple(one for one in wanted.content if isinstance(one, str)))
    name = who.name if who else ""
    speech = wanted.speech is not False
    return Add(
        claim=ClaimKey(of.document, part, content, "", name, name),
        claimant=Speaker(who),
        stance=wanted.stance or Stance.ASSERTS,
        channel=" ".join((wanted.channel or "").split()) or None,
        said=checked_time(wanted.said) if wanted.said else None,
        speech=speech,
        propositions=tuple(map(validated, wanted.propositions or ())) if speech else (),
    )


def _content(of: Article, words: tuple[str, ...]) -> tuple[Part, tuple[Quoted, ...]]:
    """Where the words stand: in the text, else in a title apart from it."""
    if not any(one.strip() for one in words):
        raise InputError("No words are given", "Copy the words of the claim out of the report")
    for part in (Part.TEXT, Part.TITLE):
        text = of.part(part)
        found = place(tuple(Quoted(one, 0) for one in words), text)
        if found:
            return part, quoted(found, text)
    raise InputError("These words do not stand in the report, in this order", "Copy them as they are printed there")
