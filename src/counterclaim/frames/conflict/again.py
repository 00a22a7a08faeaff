"""What is done to "it": "the hospital was hit … they had attacked it on purpose", "launched the missile".

Enters a view and what else the claim tells; leaves `attack` propositions on what the sentence before said was hit, and
`responsibility` for what the report is about. Of what the same words name, the other rules tell.
"""

from collections.abc import Iterator, Sequence

from counterclaim.frames.conflict.events import KINDS, event_at_large
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import accused, own_deed, shooters
from counterclaim.frames.conflict.struck import can_be_struck, target_words
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import sentence_before
from counterclaim.frames.who import first_party
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

VERBS = frozenset().union(*(lemmas(f"attack.{kind}.verbs") for kind in (*KINDS, "wrecking")))
SENT = frozenset(["fire", "launch", "send", "drop"])
WEAPONS = frozenset(["missile", "rocket", "bomb", "shell", "drone", "projectile", "warhead"])
WORDS = VERBS | SENT


def propose(view: View, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """Every deed done to "it", and who sent "the missile"; `told` is what the claim tells otherwise."""
    laid = [p.ref("actor") for p in told if p.frame == "attack" and (p.get("target") or p.get("place"))]
    if not view.scene.unrest or any(laid):
        return
    for stretch in view.stretches:
        for verb in stretch.tokens:
            if verb.pos == "VERB" and verb.lemma in WORDS and force(stretch, verb).actual:
                yield from _done_to_it(view, stretch, verb)
                yield from _sent_it(view, stretch, verb)


def _done_to_it(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    it = [noun for noun in stretch.undergoers(verb) if noun.text.lower() == "it"]
    doing = {below.i for doer in stretch.doers(verb) for below in stretch.subtree(doer)}
    earlier = [token for token in stretch.tokens if token.i < verb.i and token.i not in doing and token.pos == "NOUN"]
    named = any(can_be_struck(view, stretch, token) for token in earlier)
    before = sentence_before(view, stretch.sentence) if it and not named and verb.lemma in VERBS else None
    actor = _actor(view, stretch, verb) if before is not None else None
    if before is None or actor is None or before.block != stretch.sentence.block:
        return
    told = whole(before)
    hits = [one for one in told.tokens if one.pos == "VERB" and one.lemma in VERBS and told.passive(one)]
    struck = [noun for hit in hits for noun in told.undergoers(hit) if can_be_struck(view, told, noun)]
    target = target_words(view, told, struck)
    if target is not None:
        place = locate(view, told, [*struck, *(p for hit in hits for p in told.prepositional(hit, "in", "at", "near"))])
        kind = next((kind for kind in KINDS if verb.lemma in lemmas(f"attack.{kind}.verbs")), None)
        roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": target, "place": place.place}
        yield found(view, stretch, verb, "attack", force(stretch, verb), **roles)


def _sent_it(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Tarvian forces launched the missile": the one that the report is about."""
    pointed = [noun for noun in stretch.undergoers(verb) if noun.lemma in WEAPONS and noun.tag == "NN"]
    pointed = [n for n in pointed if any(c.text.lower() in ("the", "this", "that") for c in stretch.children(n, "det"))]
    aimed = stretch.prepositional(verb, "at", "on", "into", "towards", "against")
    event = event_at_large(view, stretch, verb) if verb.lemma in SENT and pointed and not aimed else None
    actor = _actor(view, stretch, verb) if event is not None else None
    if event is not None and actor is not None:
        roles: dict[str, Value] = {"event": event.label, "actor": actor, "kind": event.kind, "place": event.place}
        yield found(view, stretch, verb, "responsibility", force(stretch, verb), **roles)


def _actor(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    doers = accused(view, stretch, stretch.doers(verb))
    actor = shooters(view, stretch, doers) or first_party(view, stretch, doers) or own_deed(view, stretch, verb)
    return None if actor is None or actor.kind is EntityKind.PERSON else actor
