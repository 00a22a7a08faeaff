"""Causes by turns of phrase: "attributed the blast to human error", "set fire to mattresses", "bad steel brought the
tower down", "the brakes had failed", "rain killed them".

Enters a token; leaves what it is the cause of, where the article tells of such a disaster.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import DONE, Found, event_in, scene_event
from counterclaim.frames.disaster.field import Named
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Token

ASCRIBING, BURNING = lemmas("cause.ascribing"), lemmas("cause.burning")
FELLING, FAILING = lemmas("cause.felling"), lemmas("cause.failing")
ORIGINS = frozenset(["origin", "root", "source", "cause", "beginning"])
MISHAPS = frozenset(["crash", "collapse", "sinking", "explosion", "fire", "spill"])
STRIKING = frozenset(["hit", "strike", "ram"])
PARTS, OBSTACLES = lemmas("cause.parts"), lemmas("cause.obstacles")
MOVING = lemmas("event.sinking.vessels") | lemmas("event.crash.vehicles")
KILLING = lemmas("cause.natural") | lemmas("cause.matter") | lemmas("cause.human") | lemmas("cause.technical")


def worded_cause(view: View, stretch: Stretch, token: Token) -> Iterator[Found]:
    """The cause that the verb or the cue above it gives, if any."""
    if token.pos == "VERB":
        yield from _ascribed(view, stretch, token)
        yield from _lit(view, stretch, token)
        yield from _felled(view, stretch, token)
        yield from _failed(view, stretch, token)
        yield from _killed(view, stretch, token)
    elif token.i == stretch.tokens[0].i and not view.cue_lemmas.isdisjoint(ASCRIBING):
        yield from _under_cue(view, stretch)


def _ascribed(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "(Said that it) attributed the blast to human error", "the fire was put down to a cable"."""
    back = [noun for own in stretch.children(verb, "advmod", "prt") for noun in stretch.prepositional(own, "to")]
    to = stretch.prepositional(verb, "to") or back  # "can be traced back to"
    if verb.lemma == "have":  # "had its origin in a worn valve"
        origins = [noun for noun in stretch.children(verb, "dobj") if noun.lemma in ORIGINS]
        event = event_in(view, stretch, stretch.children(verb, "nsubj")) if origins else None
        told = [noun for token in (verb, *origins) for noun in stretch.prepositional(token, "in")]
        yield from (Found(verb, cause, force(stretch, verb), event) for cause in told if event is not None)
    elif verb.lemma in ASCRIBING and to:
        event = event_in(view, stretch, stretch.undergoers(verb))
        yield from (Found(verb, cause, _light(stretch, verb), event) for cause in to if event is not None)


def _light(stretch: Stretch, verb: Token) -> Force:
    """ "Can be traced back to" says what "is traced back to" says."""
    can = any(child.text.lower() == "can" for child in stretch.children(verb, "aux"))
    return DONE if can and not force(stretch, verb).negated else force(stretch, verb)


def _under_cue(view: View, stretch: Stretch) -> Iterator[Found]:
    """ "(Attributed) the blast to human error", "(put) the failure of the dam down to a week of rain"."""
    nouns = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN")]
    to = [t for t in stretch.tokens if t.dep == "pobj" and stretch.sentence.head(t).text.lower() == "to"]
    to = [t for t in to if nouns and t.i > nouns[0].i]
    event = event_in(view, stretch, [token for token in nouns if to and token.i < to[0].i])
    if event is not None:
        yield Found(to[0], to[0], DONE, event)


def _lit(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Set fire to mattresses", "set the building on fire", "torched the archive"."""
    beside = stretch.children(verb, "dobj", "advmod", "acomp", "oprd", "prt") + stretch.prepositional(verb, "on", "in")
    burning = any(token.lemma in BURNING or _is_bare_fire(stretch, token) for token in beside)
    torched = verb.lemma == "torch" or (verb.lemma == "light" and bool(stretch.children(verb, "dobj")))
    event = scene_event(view, stretch, verb) if torched or (verb.lemma == "set" and burning) else None
    if event is not None and event.event == "fire":
        doers = [doer for doer in stretch.doers(verb) if doer.pos != "PRON" or doer.lemma == "somebody"]
        yield from (Found(verb, doer, force(stretch, verb), event) for doer in doers)


def _is_bare_fire(stretch: Stretch, token: Token) -> bool:
    """ "Set fire to"; of "set the fire" the verb itself says that it was made."""
    return token.lemma == "fire" and not stretch.children(token, "det")


def _felled(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Poor work had brought the building down"."""
    down = any(child.text.lower() == "down" for child in stretch.children(verb, "prt", "advmod"))
    built = any(noun.lemma in lemmas("event.collapse.built") for noun in stretch.undergoers(verb))
    event = scene_event(view, stretch, verb) if verb.lemma in FELLING and down and built else None
    if event is not None and not view.scene.warlike:
        fall = event if event.event == "collapse" else Named(stretch.sentence, verb, "collapse", sure=False)
        yield from (Found(verb, doer, force(stretch, verb), fall) for doer in stretch.doers(verb))


def _failed(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The brakes had failed", "a cable snapped"; "the ferry had hit a rock"."""
    event = scene_event(view, stretch, verb) if verb.lemma in FAILING | STRIKING else None
    if event is None or event.event not in MISHAPS or (event.sentence is stretch.sentence and event.token is verb):
        return
    if verb.lemma in FAILING - STRIKING and not stretch.children(verb, "dobj", "xcomp"):
        parts = [part for part in stretch.children(verb, "nsubj") if part.lemma in PARTS]
        yield from (Found(verb, part, force(stretch, verb), event) for part in parts)
    elif event.event in ("crash", "sinking") and any(doer.lemma in MOVING for doer in stretch.doers(verb)):
        struck = [noun for noun in stretch.children(verb, "dobj") if noun.lemma in OBSTACLES]
        yield from (Found(verb, noun, force(stretch, verb), event) for noun in struck)


def _killed(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Rain killed them": of whom the disaster's dead are; "the flood killed 40" tells of the disaster itself."""
    victims = stretch.undergoers(verb) if verb.lemma == "kill" and not stretch.passive(verb) else []
    if not victims or any(stretch.children(victim, "nummod") or victim.pos == "NUM" for victim in victims):
        return
    event = scene_event(view, stretch, verb)
    for doer in stretch.doers(verb) if event is not None and event.event in MISHAPS else ():
        if doer.lemma in KILLING and event_in(view, stretch, [doer]) is None:
            yield Found(verb, doer, force(stretch, verb), event)
