"""Causes laid on somebody by turns of phrase: "laid the blame on the owners", "held the driver responsible", "laid the
disaster at the door of the mayor", "pointed the finger at the crew", "has to answer for it".

Enters a verb; leaves whom it holds responsible for the disaster that is spoken of.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import DONE, Found, event_in, scene_event
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Token

LAYING, BLAME = lemmas("cause.laying"), lemmas("cause.guilt")
ANSWERABLE, DOORS = lemmas("cause.answerable"), lemmas("cause.doors")
ON = ("on", "upon", "onto", "with", "at", "to")
HOLDING = frozenset(["hold", "find", "deem", "consider", "make", "declare"])


def laid_on(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """Whom the verb, or a word of blame that its cue was cut from, holds responsible."""
    if verb.pos == "VERB":
        for read in (_blame_laid, _at_the_door, _finger_pointed, _held, _answers, _borne):
            yield from read(view, stretch, verb)
    elif verb.lemma in BLAME and stretch.head(verb) is verb and not view.cue_lemmas.isdisjoint(LAYING):
        yield from _whom(view, stretch, verb, stretch.prepositional(verb, *ON), verb)


def _blame_laid(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Lays the blame on the gendarmes", "the responsibility was placed on the builder"."""
    if verb.lemma in LAYING:
        for noun in (noun for noun in stretch.undergoers(verb) if noun.lemma in BLAME):
            on = stretch.prepositional(noun, *ON) + stretch.prepositional(verb, *ON)
            yield from _whom(view, stretch, verb, on, noun)


def _at_the_door(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Laid the disaster at the door of the owners", "at the mayor's feet"."""
    doors = [noun for noun in stretch.prepositional(verb, "at") if noun.lemma in DOORS]
    event = event_in(view, stretch, stretch.undergoers(verb)) if verb.lemma in LAYING and doors else None
    for noun in doors if event is not None else ():
        for owner in [*stretch.prepositional(noun, "of"), *stretch.children(noun, "poss")]:
            yield Found(verb, owner, force(stretch, verb), event)


def _finger_pointed(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Pointed the finger at the crew"."""
    fingers = [noun for noun in stretch.undergoers(verb) if noun.lemma == "finger"]
    if verb.lemma == "point" and fingers:
        at = [noun for token in (verb, *fingers) for noun in stretch.prepositional(token, "at", "towards", "toward")]
        yield from _whom(view, stretch, verb, at, fingers[0])


def _held(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Held the driver responsible for the crash", "the captain was held accountable"."""
    if verb.lemma not in HOLDING:
        return
    for state in stretch.children(verb, "oprd", "acomp", "ccomp", "xcomp"):
        if state.lemma not in ANSWERABLE:
            continue
        own = stretch.children(state, "nsubj")
        whom = stretch.undergoers(verb) if stretch.passive(verb) else own or stretch.children(verb, "dobj")
        every = [each for noun in whom for each in stretch.coordinated(noun)]
        if own and state.dep == "ccomp":  # "Viktor Rusk and Boris Lang accountable", two subjects to the parser
            every = list({each.i: each for noun in own for each in stretch.coordinated(noun)}.values())
        yield from _whom(view, stretch, verb, every, state, verb)


def _answers(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The owners are to answer for the accident"."""
    if verb.lemma == "answer":
        event = event_in(view, stretch, stretch.prepositional(verb, "for"))
        above = stretch.head(verb)
        own = stretch.doers(verb) or (stretch.children(above, "nsubj") if verb.dep == "xcomp" else [])
        for doer in own if event is not None else ():
            yield Found(verb, doer, Force(DONE.phase, force(stretch, verb).negated), event)


def _borne(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Responsibility is borne by the master"."""
    if verb.lemma in ("bear", "carry", "share") and stretch.passive(verb):
        for noun in (noun for noun in stretch.undergoers(verb) if noun.lemma in BLAME):
            no = stretch.has_no(noun)
            if not no:
                yield from _whom(view, stretch, verb, stretch.agents(verb), noun)


def _whom(view: View, stretch: Stretch, verb: Token, whom: list[Token], *about: Token) -> Iterator[Found]:
    """Those who are blamed for what the words name, else for what is spoken of."""
    named = [noun for token in about for noun in stretch.prepositional(token, "for", "in")]
    event = event_in(view, stretch, named) if named else scene_event(view, stretch, verb)
    light = force(stretch, verb) if verb.pos == "VERB" else DONE
    for each in whom if event is not None else ():
        if each not in named:
            yield Found(verb, each, light, event)


def nothing_to_do(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Found]:
    """ "Overloading had nothing to do with it"."""
    nothing = [token for token in stretch.children(verb, "dobj") if token.lemma == "nothing"]
    doing = [token for own in nothing for token in stretch.children(own, "relcl", "acl") if token.lemma == "do"]
    event = event_in(view, stretch, [about for do in doing for about in stretch.prepositional(do, "with")])
    for doer in stretch.doers(verb) if event is not None else ():
        yield Found(verb, doer, Force(light.phase, negated=True), event)
    own = (
        event_in(view, stretch, stretch.doers(verb)) if event is None else None
    )  # "the crash had nothing to do with X"
    for about in (about for do in doing for about in stretch.prepositional(do, "with")) if own is not None else ():
        yield Found(verb, about, Force(light.phase, negated=True), own)
