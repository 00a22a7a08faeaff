"""What the disaster pack's propositions tell, ask and answer, in words."""

from counterclaim.frames.kinds import Wording
from counterclaim.frames.telling import counted, filler, number_words, phrase
from counterclaim.model import Proposition

_DONE = {
    "dead": "died",
    "injured": "were injured",
    "missing": "are missing",
    "displaced": "were displaced",
    "rescued": "were rescued",
    "trapped": "are trapped",
}
_HOW = {
    "magnitude": "strong",
    "category": "strong",
    "speed": "fast",
    "height": "high",
    "area": "large",
    "temperature": "hot",
}


def event_words(said: Proposition, place: str | None = None) -> str:
    """ "the Karsh quake", "the collapse in Karsh", "the disaster"."""
    event = filler(said, "event").replace("other", "") or "disaster"
    named = place or filler(said, "place")
    return f"the {event}{f' at {named}' if named else ''}"


def _answer_measure(said: Proposition) -> str:
    return f"{'not ' if said.negated else ''}{filler(said, 'quantity') or filler(said, 'value') or 'so strong'}"


def _answer_cause(said: Proposition) -> str:
    return f"{'not ' if said.negated else ''}{filler(said, 'actor') or filler(said, 'cause') or 'what was named'}"


def _tell_toll(said: Proposition) -> str:
    return phrase(counted(said) or "number not given", filler(said, "kind"), f"in {event_words(said)}")


def _tell_measure(said: Proposition) -> str:
    return phrase(event_words(said), "had", filler(said, "scale"), filler(said, "quantity"))


def _tell_cause(said: Proposition) -> str:
    actor, cause = filler(said, "actor"), filler(said, "cause")
    if cause.endswith("ly") and " " not in cause:
        return f"{event_words(said)} was brought about {cause}"
    by = phrase(cause, f"({actor})" if cause and actor else actor) or "something"
    return f"{event_words(said)} was caused by {by}"


def _ask_toll(said: Proposition, place: str | None) -> str:
    return f"How many {_DONE.get(filler(said, 'kind'), 'are concerned')} in {event_words(said, place)}"


def _ask_measure(said: Proposition, place: str | None) -> str:
    return f"How {_HOW.get(filler(said, 'scale'), 'strong')} was {event_words(said, place)}"


TOLL = Wording(ask=_ask_toll, answer=number_words, tell=_tell_toll)
MAGNITUDE = Wording(ask=_ask_measure, answer=_answer_measure, tell=_tell_measure)
CAUSE = Wording(
    ask=lambda said, place: f"What caused {event_words(said, place)}", answer=_answer_cause, tell=_tell_cause
)
