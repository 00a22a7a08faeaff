"""What brings vehicles and aircraft to grief and is named behind "after": "crashed after a bird strike", "came down
following an engine failure", "birds had struck the aircraft".

Enters a token; leaves what it is the cause of, where the article tells of an accident. "After" alone makes no cause:
it takes a word for a fault, or birds.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import DONE, Found, scene_event
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Token

ACCIDENTS = frozenset({"crash", "collapse", "sinking", "explosion", "fire"})
AFTER = frozenset({"after", "following"})
BIRDS = frozenset({"bird", "goose", "geese"})
STRIKES = frozenset({"strike", "collision", "impact", "hit"})
STRIKING = frozenset({"strike", "hit"})
CRAFT = frozenset({"aircraft", "plane", "airliner", "helicopter", "jet", "engine", "flight"})


def air_cause(view: View, stretch: Stretch, token: Token) -> Iterator[Found]:
    """The cause that the token names, if any."""
    if token.pos == "VERB" and token.lemma in STRIKING:
        yield from _struck_by_birds(view, stretch, token)
        return
    birds = _of_birds(stretch, token)
    faults = lemmas("cause.technical") | lemmas("cause.human")
    if token.pos != "NOUN" or not (birds or token.lemma in faults):
        return
    prep = stretch.head(token)
    after = prep.text.lower() in AFTER and token.dep == "pobj"
    verb = stretch.head(prep) if after else prep
    denied = birds and not after and view.denied and token.dep in ("pobj", "ROOT", "dobj")
    if denied or (after and verb.pos == "VERB"):
        negated = after and force(stretch, verb).negated  # "decided to divert after": what was before has happened
        yield from _found(view, stretch, verb if after else token, token, Force(DONE.phase, negated))


def _of_birds(stretch: Stretch, noun: Token) -> bool:
    """ "A bird strike", "a collision with birds"."""
    beside = [*stretch.children(noun, "compound", "nmod"), *stretch.prepositional(noun, "with", "of", "by")]
    return noun.lemma in STRIKES and any(token.lemma in BIRDS for token in beside)


def _struck_by_birds(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Birds had struck the aircraft", "the plane was hit by a flock of birds"."""
    craft = any(noun.lemma in CRAFT for noun in stretch.undergoers(verb))
    for doer in stretch.doers(verb) if craft else ():
        if any(token.lemma in BIRDS for token in (doer, *stretch.prepositional(doer, "of"))):
            yield from _found(view, stretch, verb, doer, force(stretch, verb))


def _found(view: View, stretch: Stretch, anchor: Token, cause: Token, light: Force) -> Iterator[Found]:
    event = scene_event(view, stretch, anchor)
    if event is not None and event.event in ACCIDENTS:
        yield Found(anchor, cause, light, event)
