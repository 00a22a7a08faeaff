"""Blasts that somebody set off in a war: "the Orvenians carried out an explosion from inside", "mined the bridge and
detonated the charges", "the dam has not been blown up", "terrorists set off a bomb there".

Enters a view; leaves `attack` propositions where nothing was told before, else `responsibility` for that.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import earlier_strike, event_in_question
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import accused, own_deed, shooters
from counterclaim.frames.conflict.struck import can_be_struck, target_words
from counterclaim.frames.force import Force, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import first_party
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

BURSTS, CHARGES = lemmas("attack.blasts.bursts"), lemmas("attack.blasts.charges")
MAKES, SETS_OFF = lemmas("attack.blasts.makes"), lemmas("attack.blasts.sets_off")
AT = ("in", "at", "near", "on", "under", "inside", "beneath", "over")
WEAPONS, FIRES = lemmas("attack.strike.dropped") - {"debris"}, lemmas("attack.doing.fires")
WORDS = BURSTS | CHARGES | FIRES | {"blow"}


def propose(view: View) -> Iterator[Proposition]:
    """Every blast that somebody is said to have set off, and what is said not to have been blown up."""
    if not view.scene.warlike:
        return
    for stretch in view.stretches:
        for verb in stretch.tokens:
            if verb.pos == "VERB" and force(stretch, verb).actual:
                yield from _set_off(view, stretch, verb)
                yield from _not_blown_up(view, stretch, verb)
                yield from _fired_it(view, stretch, verb)


def _set_off(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    objects = stretch.undergoers(verb)
    made = verb.lemma in MAKES and any(noun.lemma in BURSTS for noun in objects)
    off = verb.lemma in SETS_OFF and any(noun.lemma in CHARGES for noun in objects)
    doers = accused(view, stretch, stretch.doers(verb)) if made or off else []
    actor = shooters(view, stretch, doers) or first_party(view, stretch, doers)
    actor = actor or (own_deed(view, stretch, verb) if made or off else None)
    if actor is None or actor.kind is EntityKind.PERSON or _comes_down(objects):
        return
    none = any(map(stretch.has_no, objects))
    light = force(stretch, verb)
    yield _laid(view, stretch, verb, actor, Force(light.phase, light.negated or none))


def _laid(view: View, stretch: Stretch, verb: Token, actor: Ref, light: Force) -> Proposition:
    """Who was behind what was told before; else the attack itself, as the words and the report place it."""
    told = event_in_question(view, stretch)
    if told is not None:
        laid: dict[str, Value] = {"event": told.label, "actor": actor, "kind": told.kind, "place": told.place}
        return found(view, stretch, verb, "responsibility", light, **laid)
    objects = stretch.undergoers(verb)
    heads = [*objects, *(head for word in (verb, *objects) for head in stretch.prepositional(word, *AT))]
    target = target_words(view, stretch, heads)
    place = locate(view, stretch, heads, default=False).place or place_in_question(view, stretch, verb)
    place = None if place is not None and view.scene.is_region(place) else place
    return found(view, stretch, verb, "attack", light, kind="raid", actor=actor, target=target, place=place)


def _comes_down(objects: list[Token]) -> bool:
    return any(noun.lemma in ("mine", "minefield") for noun in objects)  # what sappers set off is cleared


def _not_blown_up(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The bridge has not been blown up": no attack on it, whoever is charged with one."""
    up = verb.lemma == "blow" and any(child.text.lower() == "up" for child in stretch.children(verb))
    light = force(stretch, verb)
    if not up or not light.negated or not stretch.passive(verb) or stretch.agents(verb) or view.denied:
        return
    struck = [noun for noun in stretch.undergoers(verb) if can_be_struck(view, stretch, noun)]
    target = target_words(view, stretch, struck)
    if target is not None:
        before = earlier_strike(view, target)
        place = before.ref("place") if before is not None else place_in_question(view, stretch, verb)
        kind = before.get("kind") if before is not None else "raid"
        yield found(view, stretch, verb, "attack", light, kind=kind, target=target, place=place)


def _fired_it(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The bus was hit by a missile, and the rebels had fired it": what the missile hit was struck by them."""
    it = any(noun.text.lower() in ("it", "them") for noun in stretch.undergoers(verb)) and verb.lemma in FIRES
    weapon = next((t for t in reversed(stretch.tokens) if it and t.i < verb.i and t.lemma in WEAPONS), None)
    hits = [other for other in stretch.tokens if weapon is not None and other.pos == "VERB" and other.i < verb.i]
    hit = next((other for other in hits if weapon in stretch.doers(other)), None)
    struck = [noun for noun in stretch.undergoers(hit) if can_be_struck(view, stretch, noun)] if hit is not None else []
    actor = shooters(view, stretch, stretch.doers(verb))
    target = target_words(view, stretch, struck)
    if hit is None or actor is None or target is None or actor.kind is EntityKind.PERSON:
        return
    place = locate(view, stretch, [*struck, *stretch.prepositional(hit, *AT)], default=False).place
    place = place or place_in_question(view, stretch, hit)
    light = force(stretch, verb)
    yield found(view, stretch, verb, "attack", light, kind="strike", actor=actor, target=target, place=place)
