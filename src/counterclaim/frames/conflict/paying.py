"""Losses told by what was paid and in whose hands men are: "cost Tarvia forty men", "at the price of four", "we mourn
three", "sixty are in Tarvian hands".

Enter a view, a stretch and a verb; leave tolls with their side.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.loss_places import Toll
from counterclaim.frames.conflict.opponents import fights, opponent_of
from counterclaim.frames.conflict.persons import people
from counterclaim.frames.force import force
from counterclaim.frames.quantity import quantity_of
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import FIRST_PERSON, first_party, nation_of, own_forces
from counterclaim.model import Ref, Token

NOBODY = frozenset(["nobody", "none", "no-one"])
MOURNING = lemmas("losses.general.mourns")
PRICES = frozenset(["price", "cost", "expense", "loss"])
LIVES = frozenset(["life", "lives", "dead", "fallen"])


def otherwise_told(view: View, stretch: Stretch, verb: Token) -> Iterator[Toll]:
    """Every loss that the verb tells in one of these ways."""
    yield from in_hands(view, stretch, verb)
    yield from paid(view, stretch, verb)
    yield from mourned(view, stretch, verb)


def paid(view: View, stretch: Stretch, verb: Token) -> Iterator[Toll]:
    """ "Cost the army forty men", "paid with forty lives", "took the town at the price of four men"."""
    if not view.scene.warlike or not force(stretch, verb).actual:
        return
    payers = stretch.children(verb, "dative") if verb.lemma == "cost" else stretch.doers(verb)
    side = _fighting(view, first_party(view, stretch, payers))
    costs = stretch.prepositional(verb, "at") if verb.lemma != "cost" else []
    dead = [man for cost in costs if cost.lemma in PRICES for man in stretch.prepositional(cost, "of")]
    dead += stretch.children(verb, "dobj") if verb.lemma == "cost" else []
    dead += stretch.prepositional(verb, "with") if verb.lemma == "pay" else []
    yield from _tolls(view, stretch, dead, side) if side is not None else ()


def mourned(view: View, stretch: Stretch, verb: Token) -> Iterator[Toll]:
    """ "We mourn four of our men", "our side laments one fallen": their own."""
    if verb.lemma not in MOURNING or not view.scene.warlike or not force(stretch, verb).actual:
        return
    side = _fighting(view, first_party(view, stretch, stretch.doers(verb)))
    yield from _tolls(view, stretch, stretch.undergoers(verb), side) if side is not None else ()


def in_hands(view: View, stretch: Stretch, verb: Token) -> Iterator[Toll]:
    """ "Sixty Orvenian soldiers are in Tarvian hands", "fell into our hands": prisoners."""
    if verb.lemma not in ("be", "remain", "fall", "pass", "come") or not force(stretch, verb).actual:
        return
    hands = [noun for noun in stretch.prepositional(verb, "in", "into") if noun.lemma == "hand" and noun.tag == "NNS"]
    owners = [one for hand in hands for one in (*stretch.children(hand, "poss"), *stretch.prepositional(hand, "of"))]
    held = any(nation_of(view, stretch, hand) is not None for hand in hands)
    if held or first_party(view, stretch, owners) is not None:
        for man in stretch.children(verb, "nsubj"):
            quantity = quantity_of(view, stretch, man)
            if quantity is not None and people(stretch, man):
                yield Toll(man, "captured", quantity)


def _fighting(view: View, side: Ref | None) -> Ref | None:
    return side if fights(view, side) or (side is not None and side.name == _own_name(view)) else None


def _own_name(view: View) -> str | None:
    return view.claimant.name if view.claimant is not None else None


def _tolls(view: View, stretch: Stretch, dead: list[Token], side: Ref) -> Iterator[Toll]:
    for man in dead:
        quantity = quantity_of(view, stretch, man)
        counted = man.pos == "NUM" or man.lemma in LIVES or people(stretch, man)
        if quantity is not None and counted and man.entity != "MONEY":
            yield Toll(man, "killed", quantity, side)


def guests_of(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "Eleven of his soldiers are our guests": the other side's."""
    owners = [owner for noun in stretch.children(verb, "attr") for owner in stretch.children(noun, "poss")]
    ours = any(owner.text.lower() in FIRST_PERSON for owner in owners)
    return opponent_of(view, own_forces(view, verb.text)) if ours else None
