"""Positions, days and questions in words, out of typed data alone. No word of an article enters except names.

Enter propositions and days; leave strings.
"""

from collections.abc import Callable, Mapping
from datetime import date

from counterclaim.model import Proposition, Ref, Value

_EXTENTS = {"full": "wholly held", "partial": "partly held", "none": "not held"}
_DENIED = {"full": "not wholly held", "partial": "in no part held", "none": "held at least in part"}
_MOVES = {"advance": "advance", "withdraw": "withdraw", "reinforce": "send reinforcements", "deploy": "deploy forces"}
_VICTIMS = {"missing": "reported missing", "equipment": "lost"}


def named(value: Value) -> str | None:
    """A role's filler in words; None where it is open."""
    if isinstance(value, Ref):
        return value.name
    return str(value) if value not in (None, "") else None


def position_words(said: Proposition) -> str:
    """One position as a short phrase: "wholly held by Northland", "the fighting goes on", "not the Dunes Legion"."""
    phrase = _PHRASES.get(said.frame)
    if phrase is None:
        return f"not so: {_any(said)}" if said.negated else _any(said)
    return phrase(said)


def question_words(said: Proposition, frame: str, days: str, place: str | None) -> str:
    """The question of a frame on what a proposition is about, with the days it is asked for ("" where unknown).

    `place` is the name of the place that it is asked of, where that is not the proposition's own.
    """
    words = _QUESTIONS.get(frame, _ask_any)(said, place or named(said.get("place")))
    return f"{words}{', ' + days if days else ''}?"


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


def _not(said: Proposition) -> str:
    return "not " if said.negated else ""


def _part(said: Proposition) -> str:
    part = named(said.get("part"))
    return f" ({part})" if part else ""


def _control(said: Proposition) -> str:
    extent = (_DENIED if said.negated else _EXTENTS).get(str(said.get("extent")), f"{_not(said)}held")
    holder = named(said.get("holder"))
    return f"{extent}{f' by {holder}' if holder else ', by whom is not said'}{_part(said)}"


def _fighting(said: Proposition) -> str:
    over = (said.get("status") == "ended") is not said.negated
    return f"the fighting {'is over' if over else 'goes on'}{_part(said)}"


def _attack(said: Proposition) -> str:
    actor = named(said.get("actor"))
    if actor:
        return f"{_not(said)}{actor}"
    return "it did not happen" if said.negated else "it happened"


def _responsibility(said: Proposition) -> str:
    return f"{_not(said)}{named(said.get('actor')) or named(said.get('cause')) or 'someone'}"


def _losses(said: Proposition) -> str:
    low, high, words = said.get("min"), said.get("max"), named(said.get("quantity"))
    if said.negated:
        return f"not {words or 'so many'}"
    if isinstance(low, int) and low == high:
        return f"{low:,}"
    if isinstance(low, int) and isinstance(high, int):
        return f"{low:,} to {high:,}"
    if isinstance(low, int):
        return f"at least {low:,}"
    return f"at most {high:,}" if isinstance(high, int) else words or "some"


def _movement(said: Proposition) -> str:
    status = f"{_not(said)}{named(said.get('status')) or 'done'}"
    return f"{status} ({said.when})" if said.when else status


def _any(said: Proposition) -> str:
    roles = ", ".join(f"{argument.role} {words}" for argument in said.arguments if (words := named(argument.value)))
    return roles or "so"


_PHRASES: Mapping[str, Callable[[Proposition], str]] = {
    "control": _control,
    "fighting": _fighting,
    "attack": _attack,
    "responsibility": _responsibility,
    "losses": _losses,
    "movement": _movement,
    "aim": lambda said: f"{_not(said)}{named(said.get('purpose')) or 'the purpose named'}",
}


def event_words(said: Proposition) -> str:
    """The event that a proposition is about: its label, else kind and place."""
    label = named(said.get("event"))
    return label or f"{named(said.get('kind')) or 'attack'} on {named(said.get('place')) or 'the place'}"


def _ask_losses(said: Proposition, place: str | None) -> str:
    kind, side = named(said.get("kind")), named(said.get("side"))
    verb = _VICTIMS.get(kind or "", kind or "lost")
    what = "pieces of equipment" if kind == "equipment" else "people" if side is None else ""
    return " ".join(filter(None, ("How many", what, f"of {side}" if side else "", "were", verb, _at(place))))


def _ask_movement(said: Proposition, place: str | None) -> str:
    verb = _MOVES.get(str(said.get("kind")), "move")
    origin = named(said.get("origin"))
    where = f"from {origin}" if origin else _at(place)
    return " ".join(filter(None, (f"Did or will {named(said.get('actor')) or 'anyone'} {verb}", where)))


def _at(place: str | None) -> str:
    return f"at {place}" if place else ""


def _ask_any(said: Proposition, place: str | None) -> str:
    return f"What is so of {place or named(said.get('actor')) or 'this'} ({said.frame})"


_QUESTIONS: Mapping[str, Callable[[Proposition, str | None], str]] = {
    "control": lambda _, place: f"Who holds {place or 'the place'}",
    "fighting": lambda _, place: f"Is the fighting in {place or 'the place'} over",
    "attack": lambda said, _: f"Did the {event_words(said)} happen",
    "responsibility": lambda said, _: f"Who is behind the {event_words(said)}",
    "losses": _ask_losses,
    "movement": _ask_movement,
    "aim": lambda said, _: f"What is the aim of the {event_words(said)}",
}
