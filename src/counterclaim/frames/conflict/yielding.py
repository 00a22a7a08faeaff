"""Places lost, fallen, handed over, or never out of somebody's hands.

Enter a view, a stretch and a verb with its force; leaves `control` propositions.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.frames.conflict.holding import (
    Ground,
    Hold,
    extent_of,
    ground_of,
    holding,
    holdings,
    is_ground,
    known_taker,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import DISTRICTS, PORTIONS, SITES, TOWNS, Where, locate
from counterclaim.frames.who import enemy_party, first_party, own_forces
from counterclaim.frames.worded import words
from counterclaim.model import EntityKind, Proposition, Ref, Stance, Token

SETTLED = (Stance.DENIES, Stance.CONFIRMS)


def lost(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Lost the bridge", "gave up the town", "not one street has been lost"."""
    objects, heads = ground_of(view, stretch, verb)
    grips = [noun for noun in stretch.undergoers(verb) if noun.lemma in lemmas("control.keep.grips")]
    for noun in grips:
        heads += stretch.prepositional(noun, "of", "over", "in")
    given = verb.lemma != "give" or any(child.text.lower() == "up" for child in stretch.children(verb, "prt"))
    # "The ridge was lost", "(denied) losing the ridge": by those who say so.
    own = (stretch.passive(verb) and not stretch.agents(verb)) or (verb.tag == "VBG" and stretch.head(verb) is verb)
    holder = own_forces(view, verb.text) if own else first_party(view, stretch, stretch.doers(verb))
    if holder is None and own and verb.tag == "VBG" and view.scene.warlike and view.stance in SETTLED:
        holder = view.claimant  # "(the Joint Forces denied) losing X"
    if verb.dep == "amod":  # "the lost territory"
        return
    nobodys = own and stretch.passive(verb) and bool(objects) and view.scene.warlike  # "the mill was lost"
    nobodys &= not stretch.prepositional(verb, "to")  # who was given it is told
    nothing = [n for n in stretch.undergoers(verb) if n.text.lower() == "nothing"] if view.scene.warlike else []
    if not (objects or grips or nothing) or not given or (holder is None and not nobodys):
        return
    where = locate(view, stretch, heads)
    if holder is None and where.place is not None:  # "the town was lost", by whom is the map's to say
        holder = _loser(view, verb, where, light)
    if light.negated and (nothing or _is_piece(objects)):
        yield from holding(view, stretch, verb, light, replace(where, part=None), Hold(holder, "partial", "lost"))
    elif len(objects) > 1:
        yield from holdings(view, stretch, verb, light, Ground(objects, heads), Hold(holder, "none", "lost"))
    elif where.part or not where.portion:  # of "most of the town" the rest is not told
        yield from holding(view, stretch, verb, light, where, Hold(holder, "none", "lost"))


def _is_piece(objects: list[Token]) -> bool:
    """ "Not one street", "no part": who has lost no piece of a place holds all of it."""
    pieces = PORTIONS | DISTRICTS
    return any(token.lemma in pieces and token.tag == "NN" for token in objects)


def handed(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town was handed over to X", "handed X the town"."""
    objects, heads = ground_of(view, stretch, verb)
    gifts = [noun for noun in stretch.undergoers(verb) if noun.lemma in ("present", "gift")]
    for gift in gifts if verb.lemma == "make" else []:  # "made a present of the hill to X"
        objects = [head for head in stretch.prepositional(gift, "of") if is_ground(view, stretch, head)]
        heads = objects
    if verb.lemma == "make" and not gifts:
        return
    taker = first_party(view, stretch, _receivers(stretch, verb, objects))
    over = verb.lemma != "turn" or any(child.text.lower() == "over" for child in stretch.children(verb, "prt"))
    if objects and taker is not None and over:
        where = locate(view, stretch, [head for head in heads if head in objects])
        hold = Hold(taker, extent_of(stretch, verb, objects, where), "gained")
        yield from holding(view, stretch, verb, light, where, hold)


def _receivers(stretch: Stretch, verb: Token, objects: list[Token]) -> list[Token]:
    """Who is given the ground; the parser often hangs "to X" on what is given."""
    return [*stretch.prepositional(verb, "to"), *(t for noun in objects for t in stretch.prepositional(noun, "to"))]


def fallen(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town has fallen (to X)", "has yet to fall"."""
    head = stretch.head(verb)
    nouns = stretch.children(verb, "nsubj") or (stretch.children(head, "nsubj") if verb.dep == "xcomp" else [])
    subjects = [noun for noun in nouns if is_ground(view, stretch, noun)]
    states = [
        noun
        for noun in stretch.prepositional(verb, "into", "under", "in")
        if noun.lemma in lemmas("control.keep.states")
    ]
    if not subjects or states or stretch.children(verb, "dobj", "acomp", "prt"):
        return  # "fell into their hands" is read as a state
    where = locate(view, stretch, subjects)
    takers = stretch.prepositional(verb, "to")
    holder = first_party(view, stretch, takers) or known_taker(view, where)
    if holder is None and (takers or subjects[0].lemma in SITES) and not view.scene.warlike:
        return  # a school falls to a quake
    if light.negated and where.part and holder is None:  # "the eastern side has not fallen": whoever has it keeps it
        hold = Hold(own_forces(view, verb.text), "partial", "kept")
        yield from holding(view, stretch, verb, Force(light.phase), where, hold)
        return
    if takers or (holder is not None and not light.negated and not view.denied):
        yield from holding(view, stretch, verb, light, where, Hold(holder, "full", "gained"))
    else:
        yield from holding(view, stretch, verb, light, where, Hold(_loser(view, verb, where, light), "none", "lost"))


def _loser(view: View, verb: Token, where: Where, light: Force) -> Ref | None:
    """Whose a place was that is said to have fallen to nobody in particular: who denies it speaks of their own, who
    tells it of the state whose the place is by the map.
    """
    if light.negated or view.denied:
        return own_forces(view, verb.text)
    if view.scene.factions.inner:
        return enemy_party(view, verb.text)
    state = view.scene.country_of(view.scene.entities.get(where.place.entity or "")) if where.place else None
    return view.scene.named(state) if state in view.scene.sides else enemy_party(view, verb.text)


def gone(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "(Conceded) that the village was gone": lost by those who say so."""
    been = any(child.lemma == "be" for child in stretch.children(verb, "aux", "auxpass"))
    places = [
        noun
        for noun in stretch.children(verb, "nsubj", "nsubjpass")
        if view.scene.mention(stretch.sentence, noun, EntityKind.PLACE) is not None or noun.lemma in TOWNS
    ]
    holder = own_forces(view, verb.text) if verb.tag == "VBN" and been and places else None
    if holder is not None and view.scene.warlike:
        yield from holding(view, stretch, verb, light, locate(view, stretch, places), Hold(holder, "none", "lost"))


def never_left(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The station has never left the hands of X"."""
    hands = [noun for noun in stretch.undergoers(verb) if noun.lemma in ("hand", "control", "possession")]
    subjects = [noun for noun in stretch.children(verb, "nsubj") if is_ground(view, stretch, noun)]
    if not hands or not subjects:
        return
    owners = [*stretch.children(hands[0], "poss"), *stretch.prepositional(hands[0], "of")]
    holder = first_party(view, stretch, owners)
    if holder is None and owners and owners[-1].pos == "NOUN":
        name = words(view, stretch, owners[-1])
        holder = Ref(name, name, None, EntityKind.GROUP)
    where = locate(view, stretch, subjects)
    hold = Hold(holder, "full", "kept") if light.negated else Hold(holder, "none", "lost")
    if holder is not None:
        yield from holding(view, stretch, verb, Force(light.phase), where, hold)
