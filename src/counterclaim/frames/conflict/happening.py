"""How far along a movement is that a noun names: "the withdrawal has begun", "the retreat was orderly".

Enter a stretch and the verb whose subject or object the noun is; leaves a `Force`, or None.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import GOING_ON, Force, Phase, force
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

FINISHED = frozenset(["complete", "finish", "conclude", "end"])
COMING_ABOUT = frozenset(["take", "happen", "occur", "follow"])
# What says whether there is one at all, and not how it went.
HAPPENED = lemmas("movement.named.settled")


def happening(stretch: Stretch, verb: Token) -> Force | None:
    """How far along the movement is that is the verb's subject or object; None where that is not told."""
    light = force(stretch, verb)
    if verb.lemma in GOING_ON and light.actual:
        return Force(Phase.ONGOING, light.negated)
    if verb.lemma in FINISHED and light.actual:
        return light
    if light.phase in (Phase.PLANNED, Phase.URGED) and verb.lemma in GOING_ON | FINISHED | COMING_ABOUT:
        return light
    if verb.lemma in ("order", "announce", "plan"):
        return Force(Phase.URGED if verb.lemma == "order" else Phase.PLANNED, light.negated)
    return _presupposed(stretch, verb, light) if light.actual else None


def _presupposed(stretch: Stretch, verb: Token, light: Force) -> Force | None:
    """ "Is complete", "is under way"; "was halted", "saved 200 lives", "was orderly": there was one."""
    said = {word.lemma for word in stretch.children(verb, "acomp", "attr")}
    way = {word.lemma for word in stretch.prepositional(verb, "under")} | said
    if verb.lemma == "be" and said & lemmas("movement.named.over"):
        return Force(Phase.DONE, light.negated)
    if verb.lemma in ("be", "get") and way & {"way", "underway"}:
        return Force(Phase.ONGOING, light.negated)
    told = verb.lemma in lemmas("movement.named.told") or (verb.lemma == "be" and tells_how(stretch, verb))
    return Force(Phase.DONE) if told and not light.negated else None


def tells_how(stretch: Stretch, verb: Token) -> bool:
    """ "Had been chaotic", "was a rout": how it went, and not that it is over or under way."""
    said = stretch.children(verb, "acomp", "attr")
    return bool(said) and not any(word.lemma in FINISHED | GOING_ON | HAPPENED for word in said)
