"""Causes by what befell the thing itself or those who ran it: "suffered engine failure", "fell victim to a wave", "fell
asleep at the wheel", "the snow was too much for the roof", "a wave struck the vessel".

Enters a verb; leaves what it is the cause of, where the article tells of such a disaster.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import Found, event_in, scene_event
from counterclaim.frames.disaster.field import Named
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import force
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.model import Token

MISHAPS = frozenset(["crash", "collapse", "sinking", "explosion", "fire", "spill", "other"])
THINGS = lemmas("event.collapse.built") | lemmas("event.sinking.vessels") | lemmas("event.crash.vehicles")
PARTS, SEAS = lemmas("cause.parts"), lemmas("cause.seas")
FAILURES = lemmas("cause.technical") | lemmas("cause.outbursts") | {"blackout", "trouble", "problem"}
DOZING = frozenset(["nod", "drop", "doze", "drift"])
HELMS = lemmas("cause.helms")
BEFORE = frozenset(["earlier", "once", "before", "previously", "ago", "twice"])
FRAMES = frozenset(["timber", "truss", "rafter", "structure", "support", "foundation", "frame"])


def undergone(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """The cause that the verb tells of by what befell whom."""
    if verb.pos not in ("VERB", "AUX") or view.scene.warlike:
        return
    for read in (_failure, _victim_of, _asleep, _too_much, _struck, _turned_into):
        for found in read(view, stretch, verb):
            if found.event is not None and found.event.event in MISHAPS:
                yield found


def _failure(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The ferry had suffered engine failure", "experienced a fault in the steering"."""
    if verb.lemma not in ("suffer", "experience", "develop", "have"):
        return
    for noun in stretch.children(verb, "dobj"):
        of = [*stretch.children(noun, "compound", "amod"), *stretch.prepositional(noun, "of", "in")]
        part = any(token.lemma in PARTS for token in of)
        if noun.lemma in FAILURES and part and any(doer.pos != "PRON" for doer in stretch.doers(verb)):
            yield Found(verb, noun, force(stretch, verb), _other(view, stretch, verb))


def _victim_of(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The ferry fell victim to a freak wave"."""
    victim = any(child.lemma == "victim" for child in stretch.children(verb))
    things = any(noun.lemma in THINGS for noun in stretch.children(verb, "nsubj"))
    for noun in stretch.prepositional(verb, "to") if verb.lemma == "fall" and victim and things else ():
        yield Found(verb, noun, force(stretch, verb), scene_event(view, stretch, verb))


def _asleep(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The driver had fallen asleep at the wheel", "the operator nodded off"; not "earlier in the year"."""
    words = {child.text.lower() for child in stretch.children(verb)}
    asleep = (verb.lemma == "fall" and "asleep" in words) or (verb.lemma in DOZING and "off" in words)
    doers = stretch.children(verb, "nsubj")
    known = [doer for doer in doers if doer.lemma in lemmas("cause.actors") or doer.pos == "PROPN"]
    if not asleep or not known or not words.isdisjoint(BEFORE):
        return
    event = scene_event(view, stretch, verb)
    if event is not None:
        tokens = [token for token in stretch.subtree(verb) if token.i >= min(t.i for t in stretch.subtree(known[0]))]
        below = {t.i for child in stretch.children(verb, "conj", "advcl", "ccomp") for t in stretch.subtree(child)}
        last = min(below, default=tokens[-1].i + 1)
        said = span_of([token for token in tokens if token.i < last])
        called = said.of(view.scene.parsed.article.part(view.part)).rstrip(" .,;")
        yield Found(verb, verb, force(stretch, verb), event, called=called.removesuffix(" and"))


def _too_much(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The weight of snow proved too much for the timbers"."""
    much = [
        child
        for child in stretch.children(verb, "acomp", "attr", "advmod", "oprd")
        if child.lemma in ("much", "great", "heavy")
    ]
    too = any(own.text.lower() == "too" for child in much for own in stretch.children(child, "advmod"))
    bearing = [
        *stretch.prepositional(verb, "for"),
        *(noun for child in much for noun in stretch.prepositional(child, "for")),
    ]
    if verb.lemma in ("be", "prove", "become") and too and any(n.lemma in THINGS | PARTS | FRAMES for n in bearing):
        for doer in stretch.children(verb, "nsubj"):
            yield Found(verb, doer, force(stretch, verb), scene_event(view, stretch, verb))


def _struck(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "A freak wave struck the vessel", "a gust caught the coach"."""
    hit = verb.lemma in ("strike", "hit", "catch", "slam") and not stretch.passive(verb)
    things = [*stretch.children(verb, "dobj"), *stretch.prepositional(verb, "into", "against")]
    if hit and any(noun.lemma in lemmas("event.sinking.vessels") for noun in things):
        for doer in (doer for doer in stretch.doers(verb) if doer.lemma in SEAS):
            event = scene_event(view, stretch, verb)
            yield Found(verb, doer, force(stretch, verb), event if event and event.event == "sinking" else None)


def _turned_into(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "The guards had turned a queue into a stampede"."""
    event = (
        event_in(view, stretch, stretch.prepositional(verb, "into")) if verb.lemma in ("turn", "transform") else None
    )
    for doer in stretch.doers(verb) if event is not None else ():
        yield Found(verb, doer, force(stretch, verb), event)


def _other(view: View, stretch: Stretch, verb: Token) -> Named | None:
    """The event of which these words are not themselves the telling."""
    event = scene_event(view, stretch, verb)
    return None if event is not None and event.sentence is stretch.sentence and event.token is verb else event
