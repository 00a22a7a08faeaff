"""Who is behind an attack, by other words than blame: who claims it, was involved, "it was X that killed them", "a
Tarvian crime", the headline's "Tarvia not behind blast".

Enters a view; leaves `responsibility` propositions on the event that is named, else on the one that was told last.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import Event, event_at_large, event_in_question, event_of, last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.offices import spoken_for
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import POINTING
from counterclaim.frames.who import first_party, nation_of, owner_of, parties
from counterclaim.model import EntityKind, Proposition, Ref, Token

KILLING, CRIMES = lemmas("responsibility.killing"), lemmas("responsibility.crimes")
IT = frozenset(["it", "this", "that"])
LONGEST = 10  # words of "it a deliberate Tarvian war crime"


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition of this kind."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.lemma == "involve" and token.pos == "VERB":
                yield from _was_involved(view, stretch, token)
            elif token.lemma in KILLING and token.pos == "VERB" and stretch.cleft(token):
                yield from _it_was(view, stretch, token)
            elif token.lemma in CRIMES and token.tag == "NN":
                yield from _a_crime_of(view, stretch, token)
            elif token.lemma in lemmas("responsibility.orders") and token.pos == "NOUN":
                yield from _ordered(view, stretch, token)
            elif token.lemma == "do" and token.pos in ("VERB", "AUX") and stretch.children(token, "dobj"):
                yield from _had_done_it(view, stretch, token)
            elif token.lemma == "responsible":
                yield from _was_responsible(view, stretch, token)
            elif token.text.lower() == "behind" and stretch.head(token).pos in ("NOUN", "PROPN"):
                yield from _headed(view, stretch, token)
        if not view.cue_lemmas.isdisjoint(lemmas("control.claiming.cues")):
            yield from _claimed(view, stretch)


def laid(
    view: View, stretch: Stretch, anchor: Token, light: Force, event: Event | None, *, actors: list[Ref]
) -> Iterator[Proposition]:
    """An event laid at each actor's door; nothing where there is no event."""
    for actor in actors if event is not None and light.actual else ():
        yield found(
            view, stretch, anchor, "responsibility", light, event=event.label if event else None, actor=actor,
            kind=event.kind if event else None, place=event.place if event else None,
        )  # fmt: skip


def event_among(view: View, stretch: Stretch, nouns: list[Token]) -> Event | None:
    """The first event that one of the nouns names."""
    return next((event for noun in nouns if (event := event_of(view, stretch, noun)) is not None), None)


def _was_involved(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Was not involved in the blast", "(denied) that it was involved in any way", "(denied) being involved"."""
    nouns = stretch.prepositional(verb, "in", "with")
    named = [noun for noun in nouns if noun.lemma not in ("way", "manner", "form")]
    event = event_among(view, stretch, named)
    if event is None and not named:
        event = event_at_large(view, stretch, verb)
    own = spoken_for(view, view.claimant) or view.claimant
    subjects = stretch.undergoers(verb)
    actors = parties(view, stretch, subjects) if subjects else [own] if view.denied and own is not None else []
    armies = [ref for ref in actors if ref.kind is not EntityKind.PERSON or ref.entity is not None]
    yield from laid(view, stretch, verb, force(stretch, verb), event, actors=armies)


def _ordered(view: View, stretch: Stretch, order: Token) -> Iterator[Proposition]:
    """ "She gave the order to shoot", "the order to fire came from the ministry": of the attack told last."""
    deeds = [deed for deed in stretch.children(order, "acl") if deed.lemma in lemmas("responsibility.ordered")]
    verb = stretch.head(order)
    if not deeds or verb is order or not (view.scene.warlike or view.scene.unrest):
        return
    heads: list[Token] = []
    if verb.lemma in lemmas("responsibility.issuing") and order in stretch.undergoers(verb):
        heads = stretch.doers(verb)
    elif verb.lemma == "come" and order.dep == "nsubj":
        heads = stretch.prepositional(verb, "from")
    yield from laid(view, stretch, verb, force(stretch, verb), last_event(view), actors=parties(view, stretch, heads))


def _had_done_it(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The rebels had done it": the attack told last."""
    it = any(noun.text.lower() in IT for noun in stretch.children(verb, "dobj"))
    named = [doer for doer in stretch.doers(verb) if doer.pos in ("NOUN", "PROPN")]
    actors = [ref for ref in parties(view, stretch, named) if ref.kind is not EntityKind.PERSON]
    told = event_at_large(view, stretch, verb) if it and view.scene.unrest else None
    yield from laid(view, stretch, verb, force(stretch, verb), told, actors=actors)


def _was_responsible(view: View, stretch: Stretch, adjective: Token) -> Iterator[Proposition]:
    """ "The garrison was responsible": for the attack told last, where nothing else is named."""
    verb = stretch.head(adjective)
    if verb.lemma != "be" or stretch.prepositional(adjective, "for", "of", "to") or not view.scene.warlike:
        return
    actors = parties(view, stretch, stretch.doers(verb))
    armies = [ref for ref in actors if ref.kind is not EntityKind.PERSON]
    yield from laid(view, stretch, verb, force(stretch, verb), last_event(view), actors=armies)


def _it_was(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "It was Tarvia that killed our defenders": of the attack told last."""
    light = force(stretch, verb)
    yield from laid(view, stretch, verb, light, last_event(view), actors=parties(view, stretch, stretch.doers(verb)))


def _a_crime_of(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "(Called) it a deliberate Tarvian war crime", "this is another Tarvian massacre", "sabotage by Tarvia"."""
    determiners = {child.text.lower() for child in stretch.children(noun, "det")}
    new = bool(determiners & {"a", "an", "another"}) or not determiners
    short = len(stretch.tokens) <= LONGEST and stretch.tokens[0].text.lower() in IT
    if not new or not short:
        return
    by = [*stretch.agents(noun), *stretch.prepositional(noun, "by", "of"), *stretch.agents(stretch.head(noun))]
    by += [head for below in stretch.prepositional(noun, "of") for head in stretch.agents(below)]
    actor = nation_of(view, stretch, noun) or first_party(view, stretch, by)
    owners = (_state(view, stretch, head) for head in by)  # "Tarvia's special services"
    actor = actor or next((ref for ref in owners if ref is not None), None)
    if actor is not None and actor.kind is not EntityKind.PERSON:
        verb = stretch.clause(noun)
        light = force(stretch, verb) if verb is not noun else Force(Phase.DONE)
        told = event_in_question(view, stretch) if view.scene.warlike else last_event(view)
        yield from laid(view, stretch, noun, light, told, actors=[actor])


def _state(view: View, stretch: Stretch, head: Token) -> Ref | None:
    owner = owner_of(view, stretch, head)
    return owner if owner is not None and view.scene.side(owner) is not None else None


def _headed(view: View, stretch: Stretch, preposition: Token) -> Iterator[Proposition]:
    """ "Tarvia not behind the hospital blast", of a headline that leaves its verb out."""
    top = stretch.head(preposition)
    bare = stretch.head(top) is top and not any(token.pos in ("VERB", "AUX") for token in stretch.tokens)
    if bare:
        event = event_among(view, stretch, stretch.children(preposition, "pobj"))
        negated = any(token.text.lower() == "not" and token.i < preposition.i for token in stretch.tokens)
        light = Force(Phase.DONE, negated)
        yield from laid(view, stretch, top, light, event, actors=parties(view, stretch, stretch.coordinated(top)))


def _claimed(view: View, stretch: Stretch) -> Iterator[Proposition]:
    """Who "claimed the attack", or "responsibility for two explosions", says that it was theirs."""
    tops = [token for token in stretch.tokens if stretch.head(token) is token]
    nouns = [token for token in tops if token.pos in ("NOUN", "PROPN")]
    pointed = [noun for noun in nouns if any(c.text.lower() in POINTING for c in stretch.children(noun, "det"))]
    headed = [noun for noun in nouns if not stretch.children(noun, "det") and len(stretch.tokens) <= LONGEST]
    owned = [noun for top in tops if top.text.lower() == "for" for noun in stretch.children(top, "pobj")]
    told = [*pointed, *owned, *headed]
    event = event_among(view, stretch, told)
    if event is not None and view.claimant is not None:
        yield from laid(view, stretch, told[0], Force(Phase.DONE), event, actors=[view.claimant])
