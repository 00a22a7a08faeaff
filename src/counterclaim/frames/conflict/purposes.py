"""What a deed of war is said to have been done for: "left the town to spare it", "shelled their own in order to accuse
us", "so that the garrison would not be cut off".

Enter a view and what the pack has found in it; leaves `aim` propositions. A deed is what another frame tells with that
very verb, or what a verb of destroying says that those who fight did. What only came of it is no purpose ("took the
hill only to lose it").
"""

from collections.abc import Iterable, Iterator

from counterclaim.frames.conflict.events import event_told
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import fights, foe_in_quote
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import evidence, found
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.who import CROWDS, FORCES, first_party, holder_of
from counterclaim.model import Modality, Proposition, Ref, Token, Value

WORDS = frozenset({"to", "so", "that", "of"})
ORDERS = frozenset({"order", "bid", "attempt", "effort"})  # "in order to", "in a bid to"
GOALS = lemmas("aim.nouns")
# What comes of a deed, whoever meant it.
RESULTS = frozenset({"find", "discover", "become", "be", "learn", "realise", "realize", "see"})
LIT = frozenset({"fire", "alight", "ablaze", "aflame", "afire", "light"})
SHOTS = lemmas("attack.doing.shots") | {"gas", "canister", "cannon", "gun", "weapon"}
ONLY = frozenset({"only", "never", "not"})
TO_GO = ("leave", "go", "come", "move", "withdraw", "retreat", "flee", "enter", "return")


def propose(view: View, told: Iterable[Proposition]) -> Iterator[Proposition]:
    """Every purpose of a deed that was told."""
    deeds = tuple(told)
    for stretch in view.stretches:
        for verb in stretch.tokens:
            told_aside = verb.dep in ("relcl", "acl")  # "the six who went there to film a flag were killed"
            purpose = _purpose(stretch, verb) if verb.pos == "VERB" and not told_aside else None
            if purpose is not None:
                yield from _aim(view, stretch, verb, purpose, deeds)


def _aim(
    view: View, stretch: Stretch, verb: Token, purpose: Token, deeds: tuple[Proposition, ...]
) -> Iterator[Proposition]:
    words = evidence(view, stretch, verb)
    deed = next((one for one in deeds if one.evidence == words and _is_deed(one)), None)
    deed = deed or (_pointed_to(view, deeds) if _points_back(stretch, verb) else None)
    if deed is None and not _is_act(view, stretch, verb):
        return
    actor = deed.ref("actor") if deed is not None else _doer(view, stretch, verb)
    label, place = event_told(deed) if deed is not None else (None, None)
    if actor is not None:
        text = view.scene.parsed.article.part(view.part)
        what_for = span_of(stretch.subtree(purpose)).of(text)
        roles: dict[str, Value] = {"event": label, "purpose": what_for, "place": place}
        yield found(view, stretch, verb, "aim", Force(Phase.DONE), actor=holder_of(view, actor), **roles)


def _is_deed(told: Proposition) -> bool:
    moved = told.get("kind") in ("withdraw", "advance") if told.frame == "movement" else True
    deed = told.frame in ("attack", "responsibility", "movement") and moved
    return deed and not told.negated and told.modality is Modality.ACTUAL


def _points_back(stretch: Stretch, verb: Token) -> bool:
    """ "We did it to save the garrison": what was told last."""
    return verb.lemma == "do" and any(noun.text.lower() in ("it", "this", "that") for noun in stretch.undergoers(verb))


def _pointed_to(view: View, deeds: tuple[Proposition, ...]) -> Proposition | None:
    told = [*(one for claim in view.earlier[-2:] for one in claim.propositions), *deeds]
    return next((one for one in reversed(told) if _is_deed(one)), None)


def _is_act(view: View, stretch: Stretch, verb: Token) -> bool:
    """ "Set the stalls alight", "fired on the crowd"; not "set a date", "fired two clerks"."""
    light = force(stretch, verb)
    below = {token.text.lower() for token in stretch.subtree(verb)}
    objects = [noun for noun in stretch.undergoers(verb) if noun.lemma not in SHOTS]
    plain = below & LIT if verb.lemma == "set" else not objects if verb.lemma == "fire" else True
    done = light.phase is Phase.DONE and not light.negated
    return verb.lemma in lemmas("aim.acts") and bool(plain) and done and view.scene.unrest


def _doer(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Who is said to have done it: one of those who fight, or of a crowd where there is unrest."""
    doers = stretch.doers(verb)
    foe = foe_in_quote(view, doers)
    if foe is not None:
        return foe
    actor = first_party(view, stretch, doers)
    armed = any(doer.lemma in FORCES | CROWDS for doer in doers)
    return actor if armed or fights(view, actor) else None


def _purpose(stretch: Stretch, verb: Token) -> Token | None:
    """The head of the words that say what for."""
    clauses = stretch.children(verb, "advcl", *(["xcomp"] if verb.lemma in TO_GO else []))
    for clause in clauses:
        before = {child.text.lower() for child in stretch.children(clause, "aux", "mark", "advmod", "neg")}
        infinitive = clause.tag == "VB" and "to" in before and not before & ONLY and clause.i > verb.i
        if (infinitive and clause.lemma not in RESULTS) or {"so", "that"} <= before:
            return clause
    for noun in stretch.prepositional(verb, "in", "with", "for"):
        below = stretch.children(noun, "acl") if noun.lemma in ORDERS else []
        below += [t for t in stretch.prepositional(noun, "of") if t.tag == "VBG"] if noun.lemma in GOALS else []
        if below:
            return below[0]
    return None
