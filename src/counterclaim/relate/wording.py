"""Positions, days and questions in words, out of typed data alone. No word of an article enters except names.

Enter propositions and days; leave strings.
"""

from datetime import date

from counterclaim.model import Proposition, Ref, Value

_EXTENTS = {"full": "wholly held", "partial": "partly held", "none": "not held"}
_DONE = {"advance": "advanced", "withdraw": "withdrew", "reinforce": "sent reinforcements", "deploy": "deployed forces"}
_VICTIMS = {"missing": "reported missing", "equipment": "pieces of equipment lost"}


def named(value: Value) -> str | None:
    """A role's filler in words; None where it is open."""
    if isinstance(value, Ref):
        return value.name
    return str(value) if value not in (None, "") else None


def position_words(said: Proposition) -> str:
    """One position as a short phrase: "wholly held by Northland", "the fighting goes on"."""
    words = _PHRASES.get(said.frame, _any)(said)
    return f"not {words}" if said.negated else words


def question_words(said: Proposition, days: str) -> str:
    """The question that a proposition answers, with the days it is asked for ("" where they are unknown)."""
    return f"{_QUESTIONS.get(said.frame, _ask_any)(said)}{', ' + days if days else ''}?"


def days_words(first: date | None, last: date | None) -> str:
    """ "20–22 May 2023", "30 May – 2 June 2023", "20 May 2023"; empty where neither is known."""
    first, last = first or last, last or first
    if first is None or last is None:
        return ""
    end = f"{last.day} {last:%B} {last.year:04}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {first:%B}" + ("" if first.year == last.year else f" {first.year:04}")
    return f"{start} – {end}"


def edtf(first: date | None, last: date | None) -> str | None:
    """The days as EDTF: one day, or an interval that is open where an end is unknown."""
    if first is None and last is None:
        return None
    if first == last and first is not None:
        return first.isoformat()
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def _control(said: Proposition) -> str:
    holder = named(said.get("holder")) or "someone"
    extent = _EXTENTS.get(str(said.get("extent")), "held")
    part = named(said.get("part"))
    return f"{extent} by {holder}{f' ({part})' if part else ''}"


def _fighting(said: Proposition) -> str:
    part = named(said.get("part"))
    return f"{'over' if said.get('status') == 'ended' else 'fought over still'}{f' ({part})' if part else ''}"


def _attack(said: Proposition) -> str:
    return f"by {actor}" if (actor := named(said.get("actor"))) else "it happened"


def _responsibility(said: Proposition) -> str:
    return named(said.get("actor")) or named(said.get("cause")) or "someone"


def _losses(said: Proposition) -> str:
    low, high, words = said.get("min"), said.get("max"), named(said.get("quantity"))
    if isinstance(low, int) and low == high:
        return f"{low:,}"
    if isinstance(low, int) and isinstance(high, int):
        return f"{low:,} to {high:,}"
    if isinstance(low, int):
        return f"at least {low:,}"
    return f"at most {high:,}" if isinstance(high, int) else words or "some"


def _movement(said: Proposition) -> str:
    status = named(said.get("status")) or "done"
    return f"{status}, {days}" if (days := said.when) else status


def _any(said: Proposition) -> str:
    roles = ", ".join(f"{argument.role} {words}" for argument in said.arguments if (words := named(argument.value)))
    return roles or "so"


_PHRASES = {
    "control": _control,
    "fighting": _fighting,
    "attack": _attack,
    "responsibility": _responsibility,
    "losses": _losses,
    "movement": _movement,
    "aim": lambda said: named(said.get("purpose")) or "the purpose named",
}


def event_words(said: Proposition) -> str:
    """The event that a proposition is about: its label, else kind and place."""
    label = named(said.get("event"))
    return label or f"{named(said.get('kind')) or 'attack'} on {named(said.get('place')) or 'the place'}"


def _ask_losses(said: Proposition) -> str:
    kind, side, place = (named(said.get(role)) for role in ("kind", "side", "place"))
    what = _VICTIMS.get(kind or "", f"were {kind or 'lost'}")
    verb = what if what.startswith("were") else f"were {what}"
    whose = f" of {side}’s" if side else ""
    return f"How many{whose} {verb}{f' at {place}' if place else ''}"


def _ask_movement(said: Proposition) -> str:
    actor = named(said.get("actor")) or "anyone"
    origin, place = named(said.get("origin")), named(said.get("place"))
    verb = _DONE.get(str(said.get("kind")), "moved")
    where = f" from {origin}" if origin else f" at {place}" if place else ""
    return f"Is it so that {actor} {verb}{where}, and when"


def _ask_any(said: Proposition) -> str:
    return f"What is so about {named(said.get('place')) or named(said.get('actor')) or 'this ' + said.frame}"


_QUESTIONS = {
    "control": lambda said: f"Who holds {named(said.get('place')) or 'the place'}",
    "fighting": lambda said: f"Is the fighting in {named(said.get('place')) or 'the place'} over",
    "attack": lambda said: f"Did the {event_words(said)} happen",
    "responsibility": lambda said: f"Who is behind the {event_words(said)}",
    "losses": _ask_losses,
    "movement": _ask_movement,
    "aim": lambda said: f"What is the aim of the {event_words(said)}",
}
