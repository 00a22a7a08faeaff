"""Losses named as such: "suffered heavy losses", "no casualties", "the death toll has risen to 45".

Enter a view, a stretch and the noun; leaves `losses` propositions, of a kind only where the words tell it.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.equipment import is_arms
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.victims import CIVILIANS, PEOPLE, group, owner
from counterclaim.frames.counting import NUMBERING, RISING
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.quantity import VAGUE, Quantity, put_at, quantity_of, risen_to
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.who import first_party, holder_of, nation_of, own_forces
from counterclaim.model import Proposition, Ref, Stance, Token

AT = ("in", "at", "near", "on", "around", "across", "outside", "over", "above", "off")
AMOUNTING = RISING | NUMBERING | lemmas("losses.general.amounts") | {"be"}


def named(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "Suffered heavy losses", "the death toll has risen to 45", "no casualties"."""
    verb = stretch.head(noun) if stretch.head(noun).pos == "VERB" else stretch.clause(noun)
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else None
    if light is not None and not light.actual:
        return
    if noun.lemma == "toll":
        yield from _toll(view, stretch, noun, verb)
        return
    quantity = quantity_of(view, stretch, noun) or _amounting(view, stretch, noun, verb)
    quantity = quantity or put_at(view, stretch, noun)
    if quantity is None or noun.dep == "compound":
        return
    side = owner(view, stretch, noun) or first_party(view, stretch, stretch.agents(noun))
    if side is None and verb.lemma in lemmas("losses.general.suffers"):
        sufferers = (
            stretch.prepositional(verb, "on", "to", "upon") + stretch.prepositional(noun, "on", "to")
            if verb.lemma == "inflict"
            else stretch.doers(verb)
        )
        side = first_party(view, stretch, sufferers)
    ranks = stretch.prepositional(noun, "in", "among", "on") if side is None else []
    side = side or first_party(view, stretch, [own for rank in ranks for own in stretch.children(rank, "poss")])
    side = side or _side_of_clause(view, stretch, noun) or _admitted(view, noun)
    place = locate(
        view, stretch, stretch.prepositional(verb, *AT) + stretch.prepositional(noun, *AT), default=False
    ).place
    known = Force(light.phase, light.negated and quantity.low != 0) if light is not None else None
    yield found(
        view, stretch, noun, "losses", known, side=holder_of(view, side), kind=_kind_of(stretch, noun),
        quantity=quantity.words, min=quantity.low, max=quantity.high, place=place,
    )  # fmt: skip


def _amounting(view: View, stretch: Stretch, noun: Token, verb: Token) -> Quantity | None:
    """ "Losses amounted to 340 men", "casualties stood at 53"."""
    if verb.lemma not in AMOUNTING or noun.dep not in ("nsubj", "nsubjpass"):
        return None
    vague = [token for token in stretch.children(verb, "acomp", "oprd") if token.text.lower() in VAGUE]
    if vague:
        return Quantity(vague[0].text.lower())  # "its losses were heavy"
    heads = stretch.prepositional(verb, "to", "at") + stretch.children(verb, "dobj", "attr")
    heads = [head for head in heads if (head.pos == "NUM" and head.entity != "MONEY") or head.lemma in PEOPLE]
    counts = (q for head in heads if (q := quantity_of(view, stretch, head)) is not None)
    return next((q for q in counts if q.low is not None or q.high is not None), None)


def _kind_of(stretch: Stretch, noun: Token) -> str | None:
    """ "Irretrievable losses" are deaths, "the loss of two jets" is of arms; casualties can be wounded too."""
    if any(child.lemma in lemmas("losses.general.final") for child in stretch.children(noun, "amod")):
        return "killed"
    lost = stretch.prepositional(noun, "of") if noun.lemma == "loss" else []
    if any(head.lemma in PEOPLE for head in lost):
        return "killed"
    return "equipment" if any(is_arms(stretch, head) for head in lost) else None


def _side_of_clause(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    """Losses that nobody is named for are those of the nation that the clause speaks of."""
    for above in stretch.ancestors(noun):
        for subject in stretch.children(above, "nsubj", "nsubjpass"):
            nation = nation_of(view, stretch, subject)
            if nation is not None:
                return nation
    return None


def _admitted(view: View, noun: Token) -> Ref | None:
    """ "(Admitted) the loss of 11 fighters": their own."""
    admitting = view.stance is Stance.CONFIRMS or not view.cue_lemmas.isdisjoint(lemmas("losses.general.concedes"))
    return own_forces(view, noun.text) if noun.lemma == "loss" and admitting else None


def _toll(view: View, stretch: Stretch, noun: Token, verb: Token) -> Iterator[Proposition]:
    quantity = risen_to(view, stretch, noun, verb)
    if quantity is None:
        return
    place = locate(view, stretch, stretch.prepositional(noun, "in", "from", "at"), default=False).place
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else Force(Phase.DONE)
    yield found(
        view,
        stretch,
        verb,
        "losses",
        light,
        side=holder_of(view, owner(view, stretch, noun)) or _plain_people(stretch, noun),
        kind="killed",
        quantity=quantity.words,
        min=quantity.low,
        max=quantity.high,
        place=place,
    )


def _plain_people(stretch: Stretch, toll: Token) -> Ref | None:
    """ "The drivers' toll": civilians, as their words say."""
    owners = [token for token in stretch.children(toll, "poss") if token.lemma in CIVILIANS]
    return group("civilians", owners[0].text) if owners else None
