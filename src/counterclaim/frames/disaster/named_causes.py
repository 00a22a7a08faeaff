"""Causes by words that name them: "there was an ignition of methane", "it was gas", "signs point to a short circuit".

Enters a noun; leaves what it is the cause of, where the article tells of a disaster. A word for a disaster is no cause
of that same disaster.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import DONE, Found, scene_event
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Token

# What somebody has done or left undone names itself as a cause, even where it is said not to have been.
NAMING = lemmas("cause.deliberate") | lemmas("cause.human")
NATURAL = lemmas("cause.natural") | lemmas("cause.technical")
OUTBURSTS = lemmas("cause.outbursts")
MATTER = lemmas("cause.matter")


def named_cause(view: View, stretch: Stretch, noun: Token) -> Iterator[Found]:
    """The cause that the noun names, if any."""
    if noun.pos not in ("NOUN", "PROPN"):
        return
    verb = stretch.head(noun)
    if noun.dep == "conj":
        yield from _but(view, stretch, noun)
    elif noun.dep in ("attr", "acomp") and verb.lemma == "be":
        if _is_or_was(stretch, verb, noun):
            yield from _found(view, stretch, verb, noun)
    elif noun.dep == "pobj" and verb.lemma in ("to", "towards", "toward"):
        above = stretch.head(verb)
        signs = any(doer.lemma in lemmas("cause.signs") for doer in stretch.doers(above))
        told = NAMING | NATURAL | MATTER | OUTBURSTS
        if above.lemma == "point" and signs and told & {noun.lemma, *_below(stretch, noun)}:
            yield from _found(view, stretch, above, noun)


def _but(view: View, stretch: Stretch, noun: Token) -> Iterator[Found]:
    """ "It was not an accident but sabotage", "it was neither fate nor the weather, but neglect"."""
    first = stretch.head(noun)
    verb = first if first.lemma == "be" else stretch.head(first)
    complements = stretch.children(verb, "attr")
    but = any(child.text.lower() == "but" for child in stretch.children(first, "cc"))
    denied = any(child.dep == "neg" or child.text.lower() == "not" for child in stretch.children(verb))
    denied |= any(_neither(stretch, token) for token in complements)
    beside = first is verb or first in complements
    if noun.lemma not in NAMING | NATURAL | MATTER or verb.lemma != "be" or not (beside and _points(stretch, verb)):
        return
    if but and denied:
        event = scene_event(view, stretch, verb)
        if event is not None and event.token.lemma != noun.lemma:
            yield Found(noun, noun, DONE, event)


def _neither(stretch: Stretch, noun: Token) -> bool:
    return any(child.text.lower() == "neither" for child in stretch.children(noun, "preconj", "det", "cc"))


def _is_or_was(stretch: Stretch, verb: Token, noun: Token) -> bool:
    """ "There was no sabotage", "there was an outburst of methane", "it was gas"."""
    existing, points = _existing(stretch, verb), _points(stretch, verb)
    if noun.lemma in NAMING:
        return existing or points
    if existing:
        return noun.lemma in OUTBURSTS and _is_of_matter(stretch, noun)
    return points and noun.lemma in MATTER | NATURAL and not stretch.children(noun, "relcl")


def _found(view: View, stretch: Stretch, verb: Token, noun: Token) -> Iterator[Found]:
    event = scene_event(view, stretch, verb)
    if event is None or event.token.lemma == noun.lemma:
        return
    none = stretch.has_no(noun) or _neither(stretch, noun)
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else DONE
    yield Found(verb, noun, Force(light.phase, light.negated or none), event)


def _existing(stretch: Stretch, verb: Token) -> bool:
    return bool(stretch.children(verb, "expl"))


def _points(stretch: Stretch, verb: Token) -> bool:
    return any(subject.text.lower() in ("it", "this", "that") for subject in stretch.children(verb, "nsubj"))


def _is_of_matter(stretch: Stretch, noun: Token) -> bool:
    """ "An ignition of methane", "a gas leak"; "there was a failure of the talks" is none."""
    return not (MATTER | lemmas("cause.technical")).isdisjoint(_below(stretch, noun))


def _below(stretch: Stretch, noun: Token) -> set[str]:
    return {token.lemma for token in (*stretch.children(noun, "compound", "amod"), *stretch.prepositional(noun, "of"))}
