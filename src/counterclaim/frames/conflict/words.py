"""What the conflict pack's propositions tell, ask and answer, in words."""

from counterclaim.frames.kinds import Wording
from counterclaim.frames.telling import counted, filler, named, number_words, phrase, where
from counterclaim.model import Proposition

_EXTENTS = {"full": "wholly held", "partial": "partly held", "none": "not held"}
_DENIED = {"full": "not wholly held", "partial": "in no part held", "none": "held at least in part"}
_HOLDS = {"full": "all of ", "partial": "part of ", "none": "nothing of "}
_CHANGES = {"gained": ", gained", "lost": ", lost", "kept": ", kept"}
_VICTIMS = {"missing": "reported missing", "equipment": "lost"}
_MOVE = {"advance": "advance", "withdraw": "withdraw", "reinforce": "send reinforcements", "deploy": "deploy forces"}
_MOVES = {"advance": "advances", "withdraw": "withdraws", "reinforce": "brings reinforcements", "deploy": "deploys"}


def event_words(said: Proposition) -> str:
    """The event that a proposition is about: its label, else kind and place."""
    label = named(said.get("event"))
    return label or f"{named(said.get('kind')) or 'attack'} on {named(said.get('place')) or 'the place'}"


def _not(said: Proposition) -> str:
    return "not " if said.negated else ""


def _part(said: Proposition) -> str:
    part = named(said.get("part"))
    return f" ({part})" if part else ""


def _at(place: str | None) -> str:
    return f"at {place}" if place else ""


def _kept_all(said: Proposition) -> bool:
    return said.negated and said.get("extent") == "partial" and said.get("change") == "lost"


def _answer_control(said: Proposition) -> str:
    if _kept_all(said):
        return f"wholly held by {named(said.get('holder')) or 'whoever held it'}"
    extent = (_DENIED if said.negated else _EXTENTS).get(str(said.get("extent")), f"{_not(said)}held")
    holder = named(said.get("holder"))
    return f"{extent}{f' by {holder}' if holder else ', by whom is not said'}{_part(said)}"


def _tell_control(said: Proposition) -> str:
    holder, place = filler(said, "holder") or "someone", where(said) or "a place"
    extent, change = _HOLDS.get(filler(said, "extent"), ""), _CHANGES.get(filler(said, "change"), "")
    verb = "has lost" if change == ", lost" and not extent else "holds"
    return f"{holder} {verb} {extent}{place}{'' if verb == 'has lost' else change}"


def _answer_fighting(said: Proposition) -> str:
    over = (said.get("status") == "ended") is not said.negated
    return f"the fighting {'is over' if over else 'goes on'}{_part(said)}"


def _tell_fighting(said: Proposition) -> str:
    status = {"ongoing": "goes on", "ended": "has ended"}.get(filler(said, "status"), "")
    return phrase("fighting", f"in {where(said)}" if where(said) else "", status)


def _answer_attack(said: Proposition) -> str:
    actor = named(said.get("actor"))
    if actor:
        return f"{_not(said)}{actor}"
    return "it did not happen" if said.negated else "it happened"


def _tell_attack(said: Proposition) -> str:
    kind, actor, target = (filler(said, role) for role in ("kind", "actor", "target"))
    by, on = f"by {actor}" if actor else "", f"on {target}" if target else ""
    return phrase(kind or "attack", by, on, _at(where(said)), "(beaten off)" if said.get("outcome") else "")


def _answer_responsibility(said: Proposition) -> str:
    return f"{_not(said)}{named(said.get('actor')) or named(said.get('cause')) or 'someone'}"


def _tell_responsibility(said: Proposition) -> str:
    actor, cause, event = (filler(said, role) for role in ("actor", "cause", "event"))
    if actor:
        return f"{actor} is behind {event or 'it'}"
    return f"{event or 'it'} comes of {cause}" if cause else f"who is behind {event or 'it'}"


def _ask_losses(said: Proposition, place: str | None) -> str:
    kind, side = named(said.get("kind")), named(said.get("side"))
    verb = _VICTIMS.get(kind or "", kind or "lost")
    what = "pieces of equipment" if kind == "equipment" else "people" if side is None else ""
    return phrase("How many", what, f"of {side}" if side else "", "were", verb, _at(place))


def _tell_losses(said: Proposition) -> str:
    side, lost = filler(said, "side"), phrase(counted(said) or "number not given", filler(said, "kind"))
    return f"losses{f' of {side}' if side else ''}: {lost}{f', at {where(said)}' if where(said) else ''}"


def _answer_movement(said: Proposition) -> str:
    status = f"{_not(said)}{named(said.get('status')) or 'done'}"
    return f"{status} ({said.when})" if said.when else status


def _ask_movement(said: Proposition, place: str | None) -> str:
    verb, origin = _MOVE.get(str(said.get("kind")), "move"), named(said.get("origin"))
    return phrase(
        f"Did or will {named(said.get('actor')) or 'anyone'} {verb}", f"from {origin}" if origin else _at(place)
    )


def _tell_movement(said: Proposition) -> str:
    kind, status = filler(said, "kind"), filler(said, "status")
    origin, place = filler(said, "origin"), where(said)
    onward = f"to {place}" if place and place != origin and kind != "withdraw" else ""
    return phrase(
        filler(said, "actor") or "someone",
        _MOVES.get(kind, kind or "moves"),
        f"from {origin}" if origin else "",
        onward or (f"({place})" if place and not origin else ""),
        f"– {status}" if status and status != "done" else "",
    )


def _answer_aim(said: Proposition) -> str:
    return f"{_not(said)}{named(said.get('purpose')) or 'the purpose named'}"


def _tell_aim(said: Proposition) -> str:
    actor, event, purpose = (filler(said, role) for role in ("actor", "event", "purpose"))
    return phrase(event or "it", f"by {actor}" if actor else "", f"is meant: {purpose}" if purpose else "has an aim")


CONTROL = Wording(ask=lambda _, place: f"Who holds {place or 'the place'}", answer=_answer_control, tell=_tell_control)
FIGHTING = Wording(
    ask=lambda _, place: f"Is the fighting in {place or 'the place'} over", answer=_answer_fighting, tell=_tell_fighting
)
ATTACK = Wording(ask=lambda said, _: f"Did the {event_words(said)} happen", answer=_answer_attack, tell=_tell_attack)
RESPONSIBILITY = Wording(
    ask=lambda said, _: f"Who is behind the {event_words(said)}",
    answer=_answer_responsibility,
    tell=_tell_responsibility,
)
MOVEMENT = Wording(ask=_ask_movement, answer=_answer_movement, tell=_tell_movement)
LOSSES = Wording(ask=_ask_losses, answer=number_words, tell=_tell_losses)
AIM = Wording(ask=lambda said, _: f"What is the aim of the {event_words(said)}", answer=_answer_aim, tell=_tell_aim)
