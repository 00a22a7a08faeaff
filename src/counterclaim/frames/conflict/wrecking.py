"""Attacks told by what they did: "Tarvia destroyed the dam", "the depot was damaged by Tarvian shelling", aircraft shot
down, whoever did it.

Enter a verb with its force; leave `attack` propositions, `responsibility` for what was told before. Floods and quakes
destroy as well, so it takes a party, or the weapon or the attack that did it. Arms that are destroyed are losses.
"""

import re
from collections.abc import Iterator

from counterclaim.frames.conflict.equipment import THINGS
from counterclaim.frames.conflict.events import earlier_strike, event_told, is_stray, kind_of, where_struck
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import foe_in_quote
from counterclaim.frames.conflict.strikers import accused, own_deed, wielder
from counterclaim.frames.conflict.struck import can_be_struck, names_place, target_words
from counterclaim.frames.force import Force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import REGIONS, SITES, TOWNS, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import THIRD_PERSON, first_party, nation_of
from counterclaim.frames.worded import bare_words
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

AT = ("in", "at", "near", "on", "over", "outside")
CREWED = frozenset(
    [
        "helicopter",
        "plane",
        "jet",
        "aircraft",
        "airliner",
        "gunship",
        "bomber",
        "airplane",
        "fighter",
        "flight",
        "jetliner",
    ]
)
FLIGHT = re.compile(r"[A-Z]{2}\d{2,4}$")  # "MH17"
# What brings aircraft down from the ground.
BATTERIES = frozenset(
    ["system", "defence", "defense", "defences", "defenses", "battery", "unit", "crew", "fire", "gun"]
)
WEAPONS = lemmas("attack.strike.weapons")
GUNS = lemmas("attack.shelling.guns") | {"shell", "mortar"}
DESTROYING = frozenset(["destroy", "down"])
GROUNDS = lemmas("attack.raid.grounds") | {"ground", "airspace", "area", "side", "position"}


def wrecked(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Tarvia had destroyed the dam", "was damaged by Tarvian shelling", "(denied) that it was blown up"."""
    blown = verb.lemma == "blow"
    if blown and (not stretch.passive(verb) or not any(c.text.lower() == "up" for c in stretch.children(verb))):
        return
    struck = [noun for noun in stretch.undergoers(verb) if _is_built(view, stretch, noun)]
    doers = accused(view, stretch, stretch.doers(verb))
    target = target_words(view, stretch, struck)
    if target is None or not view.scene.unrest or (blown and (doers or not view.denied)):
        yield from shot_down(view, stretch, verb, light)
        return  # who blows a bridge up unnamed may hold it
    actor, kind = _by(view, stretch, doers)
    if actor is None and kind is None and not blown:
        return
    same = earlier_strike(view, target)
    if same is not None and actor is not None and same.ref("place") is not None:  # told before: who was behind it
        label, where = event_told(same)
        named: dict[str, Value] = {"event": label, "actor": actor, "kind": same.get("kind"), "place": where}
        yield found(view, stretch, verb, "responsibility", light, **named)
        return
    kind = kind or ("raid" if blown else None)
    place = locate(view, stretch, [*struck, *stretch.prepositional(verb, *AT)], default=False).place
    place = place or where_struck(view, stretch, struck, target) or place_in_question(view, stretch, verb)
    place = None if place is not None and view.scene.is_region(place) else place
    roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": target, "place": place}
    yield found(view, stretch, verb, "attack", light, **roles)


def _is_built(view: View, stretch: Stretch, noun: Token) -> bool:
    """Is it a building or a work, and neither arms nor a town or region as a whole?"""
    whole = noun.lemma in TOWNS | REGIONS or names_place(view, stretch, noun)
    return can_be_struck(view, stretch, noun) and not whole and noun.lemma not in THINGS - SITES


def _by(view: View, stretch: Stretch, doers: list[Token]) -> tuple[Ref | None, str | None]:
    """Who did it, and with what kind of attack where a weapon or an attack is said to have done it."""
    for doer in doers:
        told = kind_of(doer) or ("strike" if doer.lemma in WEAPONS else "shelling" if doer.lemma in GUNS else None)
        if told is not None and not is_stray(stretch, doer):
            users = stretch.agents(doer)
            return nation_of(view, stretch, doer) or first_party(view, stretch, users) or wielder(
                view, stretch, doer
            ), told
    actor = first_party(view, stretch, doers)
    town = actor is not None and actor.kind is EntityKind.PLACE and view.scene.side(actor) is None
    return (None if actor is None or town or actor.kind is EntityKind.PERSON else actor), None


def shot_down(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The rebels shot down the helicopter", "was shot at from Tarvian soil": an attack on those in it."""
    near = {child.text.lower() for child in stretch.children(verb, "prt", "advmod", "prep")}
    at = verb.lemma == "shoot" and stretch.passive(verb) and "at" in near
    armed = verb.lemma in DESTROYING and any(doer.lemma in WEAPONS for doer in stretch.doers(verb))
    undergone = stretch.undergoers(verb) if at or armed or verb.lemma == "down" or "down" in near else []
    flown = [noun for noun in undergone if _is_one_flown(stretch, noun)]
    doers = stretch.doers(verb)
    actor = _shooter(view, stretch, verb, doers)
    weapon = any(doer.lemma in WEAPONS | BATTERIES for doer in doers)
    it = any(noun.text.lower() == "it" for noun in undergone)
    if it and actor is not None and actor.kind is not EntityKind.PERSON:  # "it was shot down by X"
        yield from _the_one_flown(view, stretch, verb, light, actor)
    they = foe_in_quote(view, doers)
    actor = actor or they
    # "They have shot it down", of whom nobody knows who is meant
    unknown = bool(doers) and all(doer.text.lower() in THIRD_PERSON for doer in doers)
    nobody = actor is None and not stretch.passive(verb) and not unknown and not weapon
    if not flown or nobody or not (view.scene.unrest or stretch.passive(verb)):
        return
    actor = actor if actor is None or actor.kind is not EntityKind.PERSON else None
    where = locate(view, stretch, stretch.prepositional(verb, *AT), default=False)
    target = bare_words(view, stretch, flown[0])
    yield found(view, stretch, verb, "attack", light, actor=actor, target=target, place=where.place)


def _the_one_flown(view: View, stretch: Stretch, verb: Token, light: Force, actor: Ref) -> Iterator[Proposition]:
    """Of "it": the aircraft that the sentence named before, else the one told last of which somebody said so."""
    before = [token for token in stretch.tokens if token.i < verb.i and _is_one_flown(stretch, token)]
    told = [p for claim in reversed(view.earlier) for p in reversed(claim.propositions) if p.frame == "attack"]
    known = next((p for p in told if str(p.get("target") or "").split()[-1:] in ([word] for word in CREWED)), None)
    place = known.ref("place") if known is not None else None
    if before or known is not None:
        target = bare_words(view, stretch, before[-1]) if before else str(known.get("target")) if known else None
        yield found(view, stretch, verb, "attack", light, actor=actor, target=target, place=place)


def _shooter(view: View, stretch: Stretch, verb: Token, doers: list[Token]) -> Ref | None:
    """Who shot: whoever owns the weapon, the party named, or the state from whose ground it was."""
    armed = [doer for doer in doers if doer.lemma in WEAPONS | BATTERIES]
    shot = next((ref for doer in armed if (ref := wielder(view, stretch, doer)) is not None), None)
    named = first_party(view, stretch, doers) if not armed else None
    grounds = [noun for noun in stretch.prepositional(verb, "from") if noun.lemma in GROUNDS]
    owners = [owner for noun in grounds for owner in (noun, *stretch.prepositional(noun, "of"))]
    own = (nation_of(view, stretch, noun) or first_party(view, stretch, [noun]) for noun in owners)
    return shot or named or own_deed(view, stretch, verb) or next((ref for ref in own if ref is not None), None)


def _is_one_flown(stretch: Stretch, noun: Token) -> bool:
    """ "A plane", "Flight MH17"; not "eleven aircraft"."""
    numbered = FLIGHT.match(noun.text) is not None
    crewed = noun.lemma.lower() in CREWED and noun.tag in ("NN", "NNP")
    return numbered or (crewed and all(count.text.lower() == "one" for count in stretch.children(noun, "nummod")))
