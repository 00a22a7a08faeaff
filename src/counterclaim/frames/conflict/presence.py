"""Troops whose presence is denied or confirmed: "(denied) any presence of its troops in X", "there is no Y presence",
"Y has no soldiers in X".

Enter a view, a stretch and the noun, or the verb of having; leaves a `movement` of the kind deploy for a country or
region, a `control` of some of it for a town. Of whoever merely "has a presence" somewhere nothing is told.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.holding import Hold, holding
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.who import FORCES, MEN, first_party, nation_of
from counterclaim.model import Proposition, Stance, Token

INSIDE = ("in", "inside", "at", "on")


def presence(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """What is denied or confirmed of troops that are somewhere."""
    verb = stretch.head(noun)
    there = verb.lemma == "be" and bool(stretch.children(verb, "expl"))
    settled = view.stance in (Stance.DENIES, Stance.CONFIRMS) and bool(view.cue) and verb is noun
    no = stretch.has_no(noun)
    if noun.lemma != "presence" or not (settled or (there and no)):
        return
    troops = [of for of in stretch.prepositional(noun, "of") if of.lemma in FORCES or of.pos == "PROPN"]
    armed = troops or any(c.lemma in ("military", "troop", "armed") for c in stretch.children(noun, "amod", "compound"))
    owners = troops or stretch.children(noun, "poss")
    actor = first_party(view, stretch, owners) or nation_of(view, stretch, noun) if armed else None
    heads = stretch.prepositional(noun, *INSIDE) + [at for of in troops for at in stretch.prepositional(of, *INSIDE)]
    where = locate(view, stretch, heads + (stretch.prepositional(verb, *INSIDE) if there else []), default=False)
    if actor is None or where.place is None or where.place.name == actor.name:
        return
    light = Force(Phase.ONGOING, no and there)
    if not view.scene.is_region(where.place):
        yield from holding(view, stretch, noun, light, where, Hold(actor, "partial"))
        return
    yield found(
        view, stretch, noun, "movement", light, kind="deploy", actor=actor, place=where.place, part=where.part,
        status="ongoing",
    )  # fmt: skip


def absent(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Tarvia has no soldiers in X", "we do not have a single man in X": none of it is theirs."""
    light = force(stretch, verb)
    if verb.lemma == "leave" and verb.tag == "VBN" and stretch.passive(verb) and light.actual:
        yield from _none_left(view, stretch, verb, light)
    if verb.lemma != "have" or verb.dep in ("aux", "auxpass") or light.phase is not Phase.ONGOING:
        return
    for troops in stretch.undergoers(verb):
        no = light.negated or any(
            child.text.lower() in ("no", "not") for child in stretch.children(troops, "det", "neg")
        )
        if troops.lemma not in FORCES or not no:
            continue
        heads = stretch.prepositional(troops, *INSIDE) + stretch.prepositional(verb, *INSIDE)
        where = locate(view, stretch, heads, default=False)
        holder = first_party(view, stretch, stretch.doers(verb))
        if holder is not None and where.place is not None and not where.part and not view.scene.is_region(where.place):
            yield from holding(view, stretch, verb, Force(Phase.ONGOING), where, Hold(holder, "none"))


def _none_left(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "No Tarvian soldier is left in X", "not one of their men has been left there"."""
    troops = [noun for noun in stretch.undergoers(verb) if noun.lemma in FORCES | MEN]
    where = locate(view, stretch, stretch.prepositional(verb, *INSIDE), default=False)
    holder = first_party(view, stretch, troops)
    if light.negated and holder is not None and where.place is not None and not where.part:
        yield from holding(view, stretch, verb, Force(Phase.ONGOING), where, Hold(holder, "none"))
