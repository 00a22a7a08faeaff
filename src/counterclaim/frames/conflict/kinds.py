"""The conflict pack's frames, as the core knows them: roles, how long each lasts, what question each answers."""

from types import MappingProxyType

from counterclaim.frames.conflict import words
from counterclaim.frames.conflict.outcomes import REPELLED, beaten_off
from counterclaim.frames.counts import none_of_it
from counterclaim.frames.kinds import STATE_DAYS, FrameKind, Parties, Timing
from counterclaim.model import Proposition

GROUND, EVENT = "ground", "event"
MOVES = ("advance", "withdraw", "reinforce", "deploy")
STATUSES = ("done", "ongoing", "planned", "urged", "needed", "unconfirmed")
HELD_DAYS = 2  # of control claimed three days apart, four in ten are no contradiction: it has changed hands
BODY = "body"  # what a count of the dead has as its `what` that is one of bodies
ACTING = Parties(acting=("actor",))
CULPRIT = Parties(acting=("actor",), unnamed=("actor",))


def _to_come(movement: Proposition) -> bool:
    return movement.get("status") not in ("done", "ongoing")


def _changed(control: Proposition) -> bool:
    """A place said to have changed hands is spoken of as in those hands for some days."""
    return control.get("change") in ("gained", "lost")


def _over(fighting: Proposition) -> bool:
    """What ceased on Friday went on until then."""
    return fighting.get("status") == "ended" and not fighting.negated


def _retaken(control: Proposition) -> bool:
    """ "Retaken": until then the place was another's."""
    return control.get("again") is not None and not control.negated


def _kept(control: Proposition) -> bool:
    """ "Still holds it", "has not lost it"."""
    kept = control.get("change") == "kept" and control.get("extent") != "none" and not control.negated
    return kept or (control.get("change") == "lost" and control.negated)


def _left(movement: Proposition) -> bool:
    """Who has left a place was there until then."""
    return movement.get("kind") == "withdraw" and movement.get("status") == "done" and not movement.negated


def _whole_and_part(a: Proposition, b: Proposition) -> bool:
    """Who says that they hold the station has said neither that they hold the town nor that nobody else is in it."""
    if a.frame != "control" or b.frame != "control":
        return False
    parts = [said for said in (a, b) if said.get("extent") == "partial" and not said.negated]
    wholes = [said for said in (a, b) if _leaves_nothing(said)]
    return len(parts) == 1 and len(wholes) == 1


def _leaves_nothing(said: Proposition) -> bool:
    """All of it is one side's, or none of it the other's."""
    return said.get("extent") == "none" or said.negated is (said.get("extent") == "partial")


def _counted_exactly(losses: Proposition) -> bool:
    """More dead in the market than in its town cannot be; of a number left open nothing can be told."""
    return isinstance(losses.get("min"), int)


def _culprit(said: Proposition) -> tuple[str, ...]:
    """An attack with its actor says who is behind it; without, only that it happened."""
    named = said.get("actor") is not None or (said.frame == "responsibility" and said.get("cause") is not None)
    return ("responsibility", "attack") if named else ("attack",)


KINDS = MappingProxyType(
    {
        "control": FrameKind(
            roles=("place", "part", "holder", "extent", "change", "again"),
            choices={"extent": ("full", "partial", "none"), "change": ("gained", "lost", "kept"), "again": ("yes",)},
            required=("extent",),
            family=GROUND,
            wording=words.CONTROL,
            timing=Timing(state=True, days=HELD_DAYS, changed=_changed, turns=_retaken, lasting=_kept),
            parties=Parties(sided=("holder",), ours=("holder",)),
            beside=_whole_and_part,
        ),
        "fighting": FrameKind(
            roles=("place", "part", "status"),
            choices={"status": ("ongoing", "ended")},
            family=GROUND,
            wording=words.FIGHTING,
            timing=Timing(state=True, changed=_over),
            questions=lambda _: ("fighting", "control"),
            of_whole=True,
        ),
        "attack": FrameKind(
            roles=("kind", "actor", "target", "place", "part", "outcome"),
            choices={"kind": ("raid", "shelling", "strike", "assault", "offensive"), "outcome": (REPELLED,)},
            family=EVENT,
            wording=words.ATTACK,
            parties=CULPRIT,
            questions=_culprit,
            event=True,
            implies=beaten_off,
        ),
        "responsibility": FrameKind(
            roles=("event", "actor", "cause", "kind", "place"),
            family=EVENT,
            wording=words.RESPONSIBILITY,
            parties=CULPRIT,
            questions=_culprit,
            event=True,
            several=True,
            subject="cause",
            alone=True,
        ),
        "movement": FrameKind(
            roles=("kind", "actor", "origin", "place", "part", "status"),
            choices={"kind": MOVES, "status": STATUSES},
            required=("kind",),
            family=GROUND,
            wording=words.MOVEMENT,
            timing=Timing(to_come=_to_come, turns=_left),
            parties=ACTING,
            topic=("actor", "kind"),
        ),
        "losses": FrameKind(
            roles=("side", "kind", "what", "quantity", "min", "max", "place"),
            choices={"kind": ("killed", "wounded", "captured", "missing", "equipment")},
            wording=words.LOSSES,
            timing=Timing(days=0, revise_days=STATE_DAYS, none_yet=none_of_it),
            parties=Parties(sided=("side",)),
            topic=("side", "kind"),
            subject="victims",
            nested=_counted_exactly,
        ),
        "aim": FrameKind(
            roles=("actor", "event", "purpose", "kind", "place"),
            family=EVENT,
            wording=words.AIM,
            parties=ACTING,
            needed=("purpose",),
            event=True,
        ),
    }
)
