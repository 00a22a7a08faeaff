"""What an attack or a party is said to be for.

Enters a view; leaves `aim` propositions: `event` where an attack is meant, `actor` where somebody's aim, and the
`purpose` in its words.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import Event, event_of
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import foe_in_quote
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.who import FORCES, first_party, holder_of
from counterclaim.model import EntityKind, Proposition, Ref, Token


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on the aim of an attack or of a party to the conflict."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.lemma in lemmas("aim.nouns") and token.pos == "NOUN":
                yield from _noun(view, stretch, token)
            elif token.lemma in lemmas("aim.verbs") and token.pos == "VERB":
                yield from _verb(view, stretch, token)
            elif token.lemma in lemmas("aim.plans") and token.pos == "VERB":
                yield from _plan(view, stretch, token)


def _noun(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "The aim of the raid is to divert"."""
    verb, told = stretch.head(noun), noun
    if noun.dep == "pobj" and stretch.head(verb).lemma == "one":  # "one of the aims of the raid was to divert"
        told = stretch.head(verb)
        verb = stretch.head(told)
    purposes = (
        stretch.children(verb, "xcomp", "ccomp", "attr", "advcl") if told.dep == "nsubj" and verb.lemma == "be" else []
    )
    event = _event(view, stretch, stretch.prepositional(noun, "of", "behind", "in"))
    owner = first_party(view, stretch, [*stretch.children(noun, "poss"), *stretch.prepositional(noun, "of")])
    warring = owner is not None and owner.kind is not EntityKind.PERSON and view.scene.side(owner) is not None
    if not purposes or (event is None and not warring) or (event is None and owner == view.claimant):
        return
    yield _aim(view, stretch, verb, event, owner, purpose=purposes[0])


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The attack was meant to", "their forces aim to"."""
    subjects = stretch.undergoers(verb) if stretch.passive(verb) else stretch.doers(verb)
    at = [prep for prep in stretch.children(verb, "prep") if prep.text.lower() == "at"]
    aims = [prep for prep in at if any(below.tag == "VBG" for below in stretch.children(prep))]
    aims += [prep for prep in at if prep not in aims and _event(view, stretch, subjects) is not None]
    purposes = stretch.children(verb, "xcomp", "ccomp") + aims  # who aims a gun at a house has no purpose told
    event = _event(view, stretch, subjects)
    forces = [subject for subject in subjects if subject.lemma in FORCES or subject.lemma in ("enemy", "adversary")]
    owner = first_party(view, stretch, forces)
    if purposes and (event is not None or owner is not None):
        yield _aim(view, stretch, verb, event, owner, purpose=purposes[0])


def _plan(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Tarvia plans to blow up the dam", "(accused) Tarvia of planning to": what somebody lays to the other side."""
    purposes = stretch.children(verb, "xcomp") or _behind(stretch, verb)
    doers = stretch.doers(verb)
    if not doers and view.accuses:
        doers = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN") and token.i < verb.i][:1]
    owner = foe_in_quote(view, doers) or first_party(view, stretch, doers)
    side = view.scene.side(owner)
    wished = [purpose for purpose in purposes if purpose.pos == "VERB"]
    if not wished or owner is None or owner.kind is EntityKind.PERSON or side is None or side == view.claimant_side:
        return
    if any(child.lemma in ("would", "could", "may", "might") for child in stretch.children(verb, "aux")):
        return
    yield _aim(view, stretch, verb, None, owner, purpose=wished[0])


def _behind(stretch: Stretch, verb: Token) -> list[Token]:
    """The infinitive right behind "of planning", which the parser takes for the head of all."""
    after = [token for token in stretch.tokens if verb.i < token.i <= verb.i + 2]
    return after[1:] if len(after) == 2 and after[0].text.lower() == "to" and after[1].tag == "VB" else []


def _event(view: View, stretch: Stretch, nouns: list[Token]) -> Event | None:
    return next((event for noun in nouns if (event := event_of(view, stretch, noun)) is not None), None)


def _aim(
    view: View, stretch: Stretch, verb: Token, event: Event | None, owner: Ref | None, *, purpose: Token
) -> Proposition:
    text = view.scene.parsed.article.part(view.part)
    words = span_of(stretch.subtree(purpose)).of(text)
    actor = owner or _attacker(view, event)
    return found(
        view, stretch, verb, "aim", Force(Phase.DONE, force(stretch, verb).negated),
        actor=holder_of(view, actor), event=event.label if event else None, purpose=words,
        kind=event.kind if event else None, place=event.place if event else None,
    )  # fmt: skip


def _attacker(view: View, event: Event | None) -> Ref | None:
    """The attacker that an earlier claim names, unless the other side made it or it names the claimant's own side."""
    if event is None or event.actor is None or view.claimant_side in (None, view.scene.side(event.actor)):
        return None
    for claim in reversed(view.earlier):
        trusted = view.scene.side(claim.claimant) in (None, view.claimant_side)
        if trusted and any(proposition.ref("actor") == event.actor for proposition in claim.propositions):
            return event.actor
    return None
