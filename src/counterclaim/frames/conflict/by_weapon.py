"""Attacks told by the weapon that killed, sank or was sent: "killed by a Tarvian missile", "missiles sank the frigate",
"29 drones that Tarvia launched overnight".

Enters a view and what else the claim tells; leaves `attack` propositions, none where a verb or noun for attacking tells
it already. Stray weapons are nobody's attack, and aircraft that come down strike nobody.
"""

from collections.abc import Iterator, Sequence

from counterclaim.frames.conflict.equipment import AIRCRAFT
from counterclaim.frames.conflict.events import is_stray, place_told, where_struck
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import somebody, wielder
from counterclaim.frames.conflict.struck import can_be_struck, named_beside, struck_place, target_words
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import SITES
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import first_party, nation_of
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

AT = ("in", "at", "near", "on", "outside", "inside", "off", "around")
HARMING = lemmas("losses.killed.verbs") | lemmas("losses.wounded.verbs")
SINKING = frozenset(["sink"])
SENDING = lemmas("attack.doing.fires") | {"send"}
GUNS = lemmas("attack.shelling.guns") | {"shell", "mortar", "artillery"}
DROPPED = lemmas("attack.strike.dropped") - {"debris", "grenade"}
MEANS = DROPPED | (GUNS - {"gun", "tank", "launcher", "battery"})
VESSELS = lemmas("attack.raid.vessels") | lemmas("losses.equipment.warships")
WORDS = MEANS


def propose(view: View, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """Every attack that a weapon tells; `told` is what the pack has found in the claim."""
    if not view.scene.warlike or any(one.frame in ("attack", "responsibility") for one in told):
        return
    for stretch in view.stretches:
        for verb in stretch.tokens:
            one = _attack(view, stretch, verb) if verb.pos == "VERB" else None
            if one is not None:
                yield one
                return  # the wounded of one missile are those of its dead


def _attack(view: View, stretch: Stretch, verb: Token) -> Proposition | None:
    light = force(stretch, verb)
    if not light.actual or light.negated:
        return None
    if verb.lemma in SENDING:
        return _sent(view, stretch, verb)
    sunk = [noun for noun in stretch.undergoers(verb) if noun.lemma in VESSELS or noun.pos == "PROPN"]
    weapon = next((noun for noun in stretch.doers(verb) if _is_means(stretch, noun)), None)
    if weapon is None or not (verb.lemma in HARMING or (verb.lemma in SINKING and sunk)):
        return None
    where = stretch.prepositional(verb, *AT) + stretch.prepositional(weapon, *AT)
    struck = sunk if verb.lemma in SINKING else [noun for noun in where if noun.lemma in SITES]
    target = target_words(view, stretch, [noun for noun in struck if can_be_struck(view, stretch, noun)])
    actor = _wielder(view, stretch, weapon)
    place = struck_place(view, stretch, [*struck, *where]).place or named_beside(view, stretch, actor)
    kind = "shelling" if weapon.lemma in GUNS else "strike"
    if place is None and verb.lemma not in SINKING:
        place = where_struck(view, stretch, struck, target) or place_told(view, stretch, kind)
        place = place or place_in_question(view, stretch, verb)
    place = None if place is not None and view.scene.is_region(place) else place
    roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": target, "place": place}
    return found(view, stretch, verb, "attack", light, **roles)


def _is_means(stretch: Stretch, noun: Token) -> bool:
    return noun.lemma in MEANS and not is_stray(stretch, noun)


def _wielder(view: View, stretch: Stretch, weapon: Token) -> Ref | None:
    """Whose weapon it was: by its own words, or by whoever or whatever it was fired from."""
    fired = [verb for verb in stretch.children(weapon, "acl") if verb.lemma in SENDING]
    sources = [noun for verb in fired for noun in stretch.prepositional(verb, "from", "by")]
    nations = (ref for noun in sources if (ref := nation_of(view, stretch, noun)) is not None)
    flown = (noun for noun in stretch.children(weapon, "compound") if noun.lemma in AIRCRAFT)  # "helicopter rockets"
    planes = (ref for noun in flown if (ref := wielder(view, stretch, noun)) is not None)
    return somebody(view, wielder(view, stretch, weapon)) or next(nations, None) or next(planes, None)


def _sent(view: View, stretch: Stretch, verb: Token) -> Proposition | None:
    """ "Launched 29 drones", "the drones that Tarvia sent": a strike, wherever they were to come down."""
    weapons = [noun for noun in stretch.undergoers(verb) if noun.lemma in DROPPED]
    actor = first_party(view, stretch, stretch.doers(verb)) if weapons else None
    if actor is None or actor.kind is EntityKind.PERSON or view.scene.side(actor) is None:
        return None
    kind = "shelling" if weapons[0].lemma in GUNS else "strike"
    return found(view, stretch, verb, "attack", force(stretch, verb), kind=kind, actor=actor)
