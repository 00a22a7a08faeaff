"""Propositions, dates and relay chains in plain words, for the report and for the terminal.

What enters are records; what leaves are short phrases that say what is claimed and never that it is so. A frame that
no phrase is written for is told as its name and its arguments, so that a new pack needs no change here.
"""

from collections.abc import Callable
from datetime import date

from counterclaim.model import Argument, Claim, Modality, Proposition, Ref, Stance, Value
from counterclaim.times.intervals import bounds

DATE_UNKNOWN = "date unknown"
NARRATOR = "outlet’s own voice"

_MODALITIES = {
    Modality.PLANNED: "planned",
    Modality.URGED: "urged",
    Modality.CONDITIONAL: "on a condition",
    Modality.PRESUPPOSED: "taken for granted",
}
_MOVES = {"advance": "advances", "withdraw": "withdraws", "reinforce": "brings reinforcements", "deploy": "deploys"}
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


def stance_words(stance: Stance) -> str:
    """What the claimant does with the words."""
    return _STANCES[stance]


def thought_words(stance: Stance) -> str:
    """What the outlet tells of someone in passing, or of a thought."""
    return _THOUGHTS.get(stance, "is said, in passing, to hold")


def value_words(value: Value) -> str:
    """An argument's value: a name, or the text itself."""
    return value.name if isinstance(value, Ref) else "" if value is None else str(value)


def proposition_words(proposition: Proposition) -> str:
    """One proposition as a phrase: 'Vel holds part of Tarn', 'not so: an attack on the bridge'."""
    phrase = _PHRASES.get(proposition.frame, _any_frame)(proposition)
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


def _said(proposition: Proposition, role: str) -> str:
    return value_words(proposition.get(role))


def _where(proposition: Proposition) -> str:
    place, part = _said(proposition, "place"), _said(proposition, "part")
    return f"{place} ({part})" if place and part else place or part


def _phrase(*words: str) -> str:
    return " ".join(word for word in words if word)


def _control(proposition: Proposition) -> str:
    holder = _said(proposition, "holder") or "someone"
    where = _where(proposition) or "a place"
    extent = {"full": "all of ", "partial": "part of ", "none": "nothing of "}.get(_said(proposition, "extent"), "")
    change = {"gained": ", gained", "lost": ", lost", "kept": ", kept"}.get(_said(proposition, "change"), "")
    verb = "has lost" if change == ", lost" and not extent else "holds"
    return f"{holder} {verb} {extent}{where}{'' if verb == 'has lost' else change}"


def _fighting(proposition: Proposition) -> str:
    status = {"ongoing": "goes on", "ended": "has ended"}.get(_said(proposition, "status"), "")
    where = _where(proposition)
    return _phrase("fighting", f"in {where}" if where else "", status)


def _attack(proposition: Proposition) -> str:
    kind, actor, target = (_said(proposition, role) for role in ("kind", "actor", "target"))
    where = _where(proposition)
    return _phrase(
        kind or "attack",
        f"by {actor}" if actor else "",
        f"on {target}" if target else "",
        f"at {where}" if where else "",
    )


def _responsibility(proposition: Proposition) -> str:
    actor, cause, event = (_said(proposition, role) for role in ("actor", "cause", "event"))
    if actor:
        return f"{actor} is behind {event or 'it'}"
    return f"{event or 'it'} comes of {cause}" if cause else f"who is behind {event or 'it'}"


def _movement(proposition: Proposition) -> str:
    kind, status = _said(proposition, "kind"), _said(proposition, "status")
    origin, place = _said(proposition, "origin"), _where(proposition)
    return _phrase(
        _said(proposition, "actor") or "someone",
        _MOVES.get(kind, kind or "moves"),
        f"from {origin}" if origin else "",
        f"to {place}"
        if place and place != origin and kind != "withdraw"
        else f"({place})"
        if place and not origin
        else "",
        f"– {status}" if status and status != "done" else "",
    )


def _losses(proposition: Proposition) -> str:
    kind, quantity, where = _said(proposition, "kind"), _said(proposition, "quantity"), _where(proposition)
    low, high = proposition.get("min"), proposition.get("max")
    if not quantity and (low is not None or high is not None):
        quantity = str(low) if low == high else f"{low if low is not None else '…'}–{high if high is not None else '…'}"
    side = _said(proposition, "side")
    counted = _phrase(quantity or "number not given", kind)
    return f"losses{f' of {side}' if side else ''}: {counted}{f', at {where}' if where else ''}"


def _aim(proposition: Proposition) -> str:
    actor, event, purpose = (_said(proposition, role) for role in ("actor", "event", "purpose"))
    return _phrase(event or "it", f"by {actor}" if actor else "", f"is meant: {purpose}" if purpose else "has an aim")


def _statement(proposition: Proposition) -> str:
    return _said(proposition, "text") or "a statement"


def _any_frame(proposition: Proposition) -> str:
    told = "; ".join(_argument_words(argument) for argument in proposition.arguments if argument.value is not None)
    return f"{proposition.frame}: {told}" if told else proposition.frame


def _argument_words(argument: Argument) -> str:
    return f"{argument.role} {value_words(argument.value)}"


_PHRASES: dict[str, Callable[[Proposition], str]] = {
    "control": _control,
    "fighting": _fighting,
    "attack": _attack,
    "responsibility": _responsibility,
    "movement": _movement,
    "losses": _losses,
    "aim": _aim,
    "statement": _statement,
}
