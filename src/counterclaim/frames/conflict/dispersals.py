"""Crowds that are driven apart: "the guards broke up the sit-in by force", "(denied) that it had dispersed the march".

Enters a view of a report on unrest; leaves `attack` propositions. Who disperses by themselves are attacked by nobody,
and a plan, an order or a right to disperse them is no attack.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import accused, own_deed, shooters
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import CROWDS, first_party
from counterclaim.frames.worded import bare_words
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

DRIVING, PARTED = lemmas("attack.crowds.driving"), lemmas("attack.crowds.parted")
GATHERED = lemmas("attack.crowds.gathered") | CROWDS
WORDS = DRIVING | PARTED
AT = ("in", "at", "near", "on", "outside", "from")


def propose(view: View) -> Iterator[Proposition]:
    """Every crowd that is said to have been driven apart, or not."""
    if not view.scene.unrest:
        return
    for stretch in view.stretches:
        for verb in stretch.tokens:
            up = any(child.text.lower() in ("up", "apart") for child in stretch.children(verb, "prt", "advmod"))
            if verb.pos == "VERB" and (verb.lemma in DRIVING or (verb.lemma in PARTED and up)):
                yield from _driven(view, stretch, verb)


def _driven(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    crowds = [noun for noun in stretch.undergoers(verb) if noun.lemma.lower() in GATHERED or _is_sit_in(stretch, noun)]
    doers = accused(view, stretch, stretch.doers(verb))
    passive = stretch.passive(verb)
    actor = shooters(view, stretch, doers) or first_party(view, stretch, doers) or own_deed(view, stretch, verb)
    if not crowds or not light.actual or (actor is None and not passive):
        return
    if actor is not None and actor.kind is EntityKind.PERSON:
        return
    heads = [head for word in (verb, *crowds) for head in stretch.prepositional(word, *AT)]
    place: Ref | None = locate(view, stretch, heads, default=False).place or place_in_question(view, stretch, verb)
    target = bare_words(view, stretch, crowds[0])
    roles: dict[str, Value] = {"kind": "assault", "actor": actor, "target": target, "place": place}
    yield found(view, stretch, verb, "attack", light, **roles)


def _is_sit_in(stretch: Stretch, noun: Token) -> bool:
    """ "Sit-in", of which the parser makes three words."""
    return noun.text.lower() == "in" and any(child.lemma == "sit" for child in stretch.children(noun, "compound"))
