"""Where those were who were lost.

Enter a view, a stretch and a count; leaves a place, or None where neither the words nor what was told before say it.
"""

from dataclasses import dataclass, replace

from counterclaim.frames.conflict.casualties import AT
from counterclaim.frames.conflict.events import kind_of, last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.victims import BACKWARDS, before
from counterclaim.frames.quantity import Quantity
from counterclaim.frames.staged import opened_with
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import (
    home_of,
    only_one,
    place_in_question,
    place_of_sentence,
    where_they_are,
)
from counterclaim.frames.who import nation_of
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Argument, EntityKind, Proposition, Ref, Token

# What hospitals do with whom they speak of; where they are, one looks for in the speaker's office.
CARING = frozenset(["treat", "admit", "hospitalise", "hospitalize"])
FLOWN = frozenset(["jet", "plane", "aircraft", "warplane", "airplane", "fighter", "bomber", "drone", "helicopter"])
DOWNING = frozenset(["shoot", "down", "bring", "intercept"])
GROUND = words_of("where.regions") | words_of("where.named_for")


@dataclass(frozen=True, slots=True)
class Toll:
    """Who or what was lost, how, how many and, where the words name it, on which side; `what` where it has a name.

    `everywhere`: a side's losses as a whole, which are no single town's.
    """

    victim: Token
    kind: str | None
    quantity: Quantity
    side: Ref | None = None
    what: str | None = None
    everywhere: bool = False


def place_of_loss(view: View, stretch: Stretch, anchor: Token, toll: Toll, side: Ref | None) -> Ref | None:
    """Where: as the words say, else where the article's losses and attacks were; None for ground that no map has."""
    heads = [*stretch.prepositional(anchor, *AT), *stretch.prepositional(toll.victim, *AT)]
    heads = heads or _shared(stretch, anchor)
    received = anchor.lemma in lemmas("losses.killed.received")  # "received 15 bodies from the bridge"
    heads += stretch.prepositional(toll.victim, "from") if received else []
    heads += [child for child in stretch.children(anchor, "advmod") if child.text.lower() in ("there", "here")]
    hills = any(head.lemma in GROUND and head.tag == "NNS" for head in heads)  # "the hills" are no part of a town
    place = locate(view, stretch, heads, default=False).place if not hills else None
    none_of_theirs = toll.quantity.high == 0 and side is not None and side.entity is not None
    if toll.everywhere or none_of_theirs:  # "the rebels lost no fighters": anywhere
        return place
    at_sea = toll.what is not None and toll.what[:1].isupper()  # where a ship sank, the town spoken of is not
    if place is not None or at_sea or _on_no_map(view, stretch, heads) or any(head.lemma in GROUND for head in heads):
        return place
    counted = toll.quantity != Quantity(toll.quantity.words)
    if _fell_elsewhere(view, stretch, anchor, toll):
        named = only_one if toll.kind == "equipment" else place_of_sentence
        return named(view, stretch.sentence)
    cared = home_of(view) if anchor.lemma in lemmas("losses.killed.received") | CARING else None
    kept = where_they_are(view, [toll.victim]) if toll.kind != "captured" else None
    place = (
        cared or kept or opened_with(view, stretch.sentence) or only_one(view, stretch.sentence) or _told_place(view)
    )
    if toll.kind in ("captured", "missing") and side is not None:
        last = before(view)  # "another 85"; else whoever is in their hands may be from anywhere in the war
        here = only_one(view, stretch.sentence) if _named_inside(view, stretch) else None
        place = here or (last.ref("place") if last is not None else None) or place_of_sentence(view, stretch.sentence)
        place = None if place is not None and view.scene.is_region(place) else place
    elif place is None and counted:  # a counted toll is a toll of some place
        about = place_of_sentence(view, stretch.sentence)
        place = about or place_in_question(view, stretch, anchor)
        fights = about is not None and view.scene.side(about) == about.name and stretch.agents(_doing(stretch, anchor))
        place = None if fights else place  # "shelling by Tarvia killed four"
    if place is not None and side is not None and place.name == side.name:  # "Tarvia lost nine"
        return None
    if toll.kind == "equipment" and place is not None and view.scene.side(place) == place.name:
        return None  # a state that says so, and not where a ship was sunk
    return place if view.scene.named_near(place, stretch.sentence) else None


def _shared(stretch: Stretch, anchor: Token) -> list[Token]:
    """ "59 were killed and 163 were wounded in Karsh": the place of both."""
    behind = [verb for verb in stretch.children(anchor, "conj") if stretch.passive(verb) and stretch.passive(anchor)]
    return [head for verb in behind for head in stretch.prepositional(verb, *AT)]


def where_told(view: View, stretch: Stretch, toll: Proposition) -> Proposition:
    """ "(Put) the death toll at 95": where the article's losses or attack were, if that is near and no side's count."""
    counted = toll.get("min") is not None or toll.get("max") is not None
    place = opened_with(view, stretch.sentence) or _told_place(view) if counted else None
    known = toll.ref("place") is not None or toll.ref("side") is not None or toll.get("kind") != "killed"
    if known or place is None or not view.scene.named_near(place, stretch.sentence):
        return toll
    return replace(toll, arguments=(*toll.arguments, Argument("place", place)))


def _doing(stretch: Stretch, verb: Token) -> Token:
    """What killed them, where the parser makes it a clause or a noun: "shelling by Tarvia"."""
    return next(iter(stretch.children(verb, "csubj", "nsubj")), verb)


def _fell_elsewhere(view: View, stretch: Stretch, anchor: Token, toll: Toll) -> bool:
    """Need they not have been lost where the article's last losses and attacks were?

    Not "three of them", nor jets that are shot down, nor whom the strikes of another killed.
    """
    of_them = any(head.text.lower() in BACKWARDS for head in stretch.prepositional(toll.victim, "of"))
    downed = toll.kind == "equipment" and toll.victim.lemma in FLOWN and anchor.lemma in DOWNING
    return of_them or downed or _of_another_attack(view, stretch)


def _of_another_attack(view: View, stretch: Stretch) -> bool:
    """ "Killed in the Tarvian strikes", where the attack told last was somebody else's: those fell elsewhere."""
    deeds = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions))
    laid = (p for p in deeds if p.frame in ("attack", "responsibility") and not p.negated)
    last = next((ref for p in laid if (ref := p.ref("actor")) is not None), None)
    nouns = (noun for noun in stretch.tokens if noun.pos == "NOUN" and kind_of(noun) is not None)
    nations = (ref for noun in nouns if (ref := nation_of(view, stretch, noun)) is not None)
    actor = next(nations, None)
    return actor is not None and last is not None and last.name != actor.name


def _on_no_map(view: View, stretch: Stretch, heads: list[Token]) -> bool:
    """Do the words say where, by a name that is on no map? Then it is not where the article's other losses were."""
    names = [head for head in heads if head.pos == "PROPN" and head.entity not in ("DATE", "TIME")]
    named = [head for head in names if stretch.head(head).text.lower() in ("in", "at", "near")]
    return any(view.scene.mention(stretch.sentence, head) is None for head in named)


def _named_inside(view: View, stretch: Stretch) -> bool:
    """Does the content name a town: "80 were killed in Sarn and nine captured"?"""
    mentions = (view.scene.mention(stretch.sentence, token, EntityKind.PLACE) for token in stretch.tokens)
    return any(mention is not None and not view.scene.is_broad(mention) for mention in mentions)


def event_place(view: View) -> Ref | None:
    """Where the attack was that the article told last."""
    event = last_event(view)
    return event.place if event is not None else None


def _told_place(view: View) -> Ref | None:
    """Where the losses or the attack were that the article told last."""
    told = (
        p
        for claim in reversed(view.earlier)
        for p in reversed(claim.propositions)
        if p.frame in ("losses", "attack", "responsibility", "toll")
    )
    last = next(told, None)
    return last.ref("place") if last is not None else None
