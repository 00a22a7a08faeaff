"""Propositions, dates and relay chains in plain words, for the report and for the terminal.

What enters are records; what leaves are short phrases that say what is claimed and never that it is so. What a
proposition tells is the pack's to word, so a new pack needs no change here.
"""

from datetime import date

from counterclaim.frames import phrase_of
from counterclaim.model import Claim, Modality, Proposition, Ref, Review, Stance, Value
from counterclaim.times.intervals import bounds

DATE_UNKNOWN = "date unknown"
NARRATOR = "outlet’s own voice"
NOTHING = "nothing"

_MODALITIES = {
    Modality.PLANNED: "planned",
    Modality.URGED: "urged",
    Modality.CONDITIONAL: "on a condition",
    Modality.PRESUPPOSED: "taken for granted",
}
_STANCES = {
    Stance.ASSERTS: "asserts",
    Stance.DENIES: "denies",
    Stance.CONFIRMS: "confirms",
    Stance.PREDICTS: "predicts",
    Stance.PLANS: "announces a plan",
    Stance.URGES: "urges",
    Stance.UNCONFIRMED: "unconfirmed",
}
_THOUGHTS = {
    Stance.DENIES: "is said not to hold",
    Stance.PREDICTS: "is said to expect",
    Stance.PLANS: "is said to plan",
    Stance.URGES: "is said to want",
}
_REVIEWS = {
    Review.ACCEPTED: "accepted by hand",
    Review.CORRECTED: "corrected by hand",
    Review.REJECTED: "rejected by hand",
    Review.UNSURE: "looked at, unsure",
}


def stance_words(stance: Stance) -> str:
    """What the claimant does with the words."""
    return _STANCES[stance]


def modality_words(modality: Modality) -> str:
    """Whether it is said to be so, or only to be planned, urged, …"""
    return _MODALITIES.get(modality, "so")


def review_words(review: Review) -> str:
    """What a person has said of it; nothing where nobody has looked."""
    return _REVIEWS.get(review, "")


def thought_words(stance: Stance) -> str:
    """What the outlet tells of someone in passing, or of a thought."""
    return _THOUGHTS.get(stance, "is said, in passing, to hold")


def value_words(value: Value) -> str:
    """An argument's value: a name, or the text itself."""
    return value.name if isinstance(value, Ref) else "" if value is None else str(value)


def proposition_words(proposition: Proposition) -> str:
    """One proposition as a phrase: 'Vel holds part of Tarn', 'not so: an attack on the bridge'."""
    phrase = phrase_of(proposition)
    modality = _MODALITIES.get(proposition.modality, "")
    marks = [modality] if modality and not phrase.endswith(modality) else []
    if proposition.when:
        marks.append(date_words(proposition.when))
    told = f"{phrase} ({', '.join(marks)})" if marks else phrase
    return f"not so: {told}" if proposition.negated else told


def claimant_words(claim: Claim) -> str:
    """The claimant's name, or that the outlet speaks itself."""
    if claim.claimant is not None:
        return claim.claimant.name
    return f"{claim.outlet}, {NARRATOR}" if claim.outlet else NARRATOR


def field_words(claim: Claim, name: str) -> str:
    """One field of a claim, as a correction names it, in words."""
    if name == "claimant":
        return claimant_words(claim)
    if name == "propositions":
        return "; ".join(map(proposition_words, claim.propositions)) or NOTHING
    if name == "content":
        return f"“{claim.content}”"
    if name == "speech":
        return "a claim" if claim.speech else "a thought"
    value = getattr(claim, name)
    return str(value) if value is not None else NOTHING


def chain_words(claim: Claim) -> str:
    """The way of the words from the claimant outwards: 'Ministry ← Agency ← Outlet'; thoughts begin with who tells."""
    outlet = claim.outlet or f"outlet unknown ({claim.document})"
    if claim.claimant is None or not claim.speech:
        return " ← ".join((*claim.relayed_by, outlet))
    return " ← ".join((claim.claimant.name, *claim.relayed_by, outlet))


def date_words(edtf: str | None) -> str:
    """An EDTF time for people: '20 May 2023', '25 May – 1 June 2023', 'before 1 June 2023'; what is unknown is said."""
    if not edtf:
        return DATE_UNKNOWN
    if edtf.startswith("XXXX"):
        return f"{edtf.removeprefix('XXXX').strip('-') or 'day'}, year unknown"
    first, last = bounds(edtf)
    if first is None and last is None:
        return edtf
    if first is None or last is None:
        return f"until {day_words(last)}" if last else f"from {day_words(first)}"
    return day_words(first) if first == last else _span_words(edtf, first, last)


def day_words(day: date | None) -> str:
    """'20 May 2023'."""
    return f"{day.day} {day:%B %Y}" if day else DATE_UNKNOWN


def _span_words(edtf: str, first: date, last: date) -> str:
    if "/" not in edtf and len(edtf.split("T", maxsplit=1)[0]) in (4, 7):
        return f"{first:%B %Y}" if len(edtf) == 7 else f"{first:%Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    return (
        f"{first.day} {first:%B} – {day_words(last)}"
        if first.year == last.year
        else f"{day_words(first)} – {day_words(last)}"
    )


def claim_day(claim: Claim) -> date | None:
    """The day on which a claim counts: when it was said, else when it was published; None where neither is known."""
    for edtf in (claim.said, claim.published):
        first = bounds(edtf)[0] if edtf else None
        if first:
            return first
    return None
