"""Poison gas and other means of mass killing: "used chemical weapons in X", "dropped chlorine on", "the use of sarin by
X", "no gas was used".

Enters a view; leaves `attack` propositions. Who has such means, makes, hides or destroys them attacks nobody; who says
that they "were used" says that there was an attack, by whomever.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import earlier_strike, last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import accused, own_deed, wielder
from counterclaim.frames.conflict.struck import can_be_struck, target_words
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import place_in_question, place_of_sentence
from counterclaim.frames.who import CROWDS, first_party, nation_of
from counterclaim.model import EntityKind, Proposition, Ref, Token

POISONS = lemmas("attack.gas.poisons")
POISONOUS = lemmas("attack.gas.poisonous")
CARRIERS = lemmas("attack.gas.carriers")
USING = lemmas("attack.gas.using")
USES = lemmas("attack.gas.uses")
WORDS = POISONS | CARRIERS
AT = ("in", "at", "near", "on", "over", "into", "against", "around")
BEARING = lemmas("responsibility.bearing")
CROWD_GAS = frozenset(["tear", "natural"])


def propose(view: View) -> Iterator[Proposition]:
    """Every attack with such means."""
    if not view.scene.unrest:
        return
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.pos == "VERB" and token.lemma in USING and force(stretch, token).actual:
                yield from _used(view, stretch, token)
            elif token.pos == "NOUN" and token.lemma in USES:
                yield from _use_of(view, stretch, token)


def _is_poison(stretch: Stretch, noun: Token) -> bool:
    """ "Sarin", "poison gas", "chemical weapons", "a cylinder of chlorine"; no tear gas."""
    before = {child.lemma.lower() for child in stretch.children(noun, "amod", "compound", "nmod")}
    before |= {low.lemma.lower() for child in stretch.children(noun, "amod") for low in stretch.coordinated(child)}
    if before & CROWD_GAS:
        return False
    inside = [*stretch.prepositional(noun, "of", "with"), *stretch.coordinated(noun)[1:]]
    filled = noun.lemma in CARRIERS and any(token.lemma.lower() in POISONS for token in inside)
    bearing = noun.lemma in CARRIERS and bool(before & (POISONS | POISONOUS))
    return noun.lemma.lower() in POISONS or bearing or filled


def _used(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "X used gas in Y", "gas was released by X", "(denied) using any toxic substance", "it has not used them"."""
    undergone = stretch.undergoers(verb)
    means = [noun for noun in undergone if _is_poison(stretch, noun)]
    if not means:
        return
    doers = accused(view, stretch, stretch.doers(verb))
    flown = (ref for doer in doers if (ref := wielder(view, stretch, doer)) is not None)
    actor = first_party(view, stretch, doers) or next(flown, None) or own_deed(view, stretch, verb)
    if actor is None and not stretch.passive(verb):
        return
    light = force(stretch, verb)
    none = any(stretch.has_no(noun) for noun in means)
    yield from _told(view, stretch, verb, means, actor, Force(light.phase, light.negated or none))


def _use_of(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "The use of sarin by X", "chemical weapons use by X"."""
    means = [word for word in stretch.prepositional(noun, "of") if _is_poison(stretch, word)]
    means += [word for word in stretch.children(noun, "compound", "nmod") if _is_poison(stretch, word)]
    agents = [*stretch.agents(noun), *stretch.children(noun, "poss"), *stretch.prepositional(noun, "by")]
    agents += [agent for word in means for agent in stretch.agents(word)]
    verb = stretch.clause(noun)
    guilty = any(above.lemma in BEARING for above in stretch.ancestors(noun))  # "is responsible for the release of"
    agents += stretch.children(verb, "nsubj") if guilty else []
    actor = first_party(view, stretch, agents) or nation_of(view, stretch, noun)
    if means and actor is not None:
        light = force(stretch, verb) if verb is not noun and (noun.dep == "attr" or guilty) else Force(Phase.DONE)
        yield from _told(view, stretch, noun, means, actor, light)


def _told(
    view: View, stretch: Stretch, anchor: Token, means: list[Token], actor: Ref | None, light: Force
) -> Iterator[Proposition]:
    if actor is not None and actor.kind is EntityKind.PERSON:
        return
    heads = [head for word in (anchor, *means) for head in stretch.prepositional(word, *AT)]
    struck = [head for head in heads if can_be_struck(view, stretch, head) or head.lemma in CROWDS]
    target = target_words(view, stretch, struck)
    place = locate(view, stretch, heads, default=False).place or _where(view, stretch, anchor, target)
    if place is not None or target is not None:
        yield found(view, stretch, anchor, "attack", light, kind="assault", actor=actor, target=target, place=place)


def _where(view: View, stretch: Stretch, anchor: Token, target: str | None) -> Ref | None:
    """Where the words put it nowhere: where the same was struck, what the sentence names, where the last attack was."""
    same = earlier_strike(view, target) if target is not None else None
    last = last_event(view)
    place = same.ref("place") if same is not None else last.place if last is not None else None
    named = place_of_sentence(view, stretch.sentence)
    narrow = named if named is not None and not view.scene.is_region(named) else None
    about = narrow or place or place_in_question(view, stretch, anchor)
    return None if about is not None and view.scene.is_region(about) else about
