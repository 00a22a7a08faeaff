"""What an attack or a party is said to be for.

Enters a view; leaves `aim` propositions: `event` where an attack is meant, `actor` where somebody's aim, and the
`purpose` in its words.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import KINDS, Event, event_of
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import foe_in_quote
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.who import FORCES, first_party, holder_of
from counterclaim.model import EntityKind, Proposition, Ref, Token

# What those who are trying to do it are at war about.
WAR = lemmas("aim.tried") | lemmas("aim.acts") | lemmas("control.gain.verbs")
WAR |= frozenset().union(*(lemmas(f"attack.{kind}.verbs") for kind in KINDS))


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on the aim of an attack or of a party to the conflict."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.lemma in lemmas("aim.nouns") and token.pos == "NOUN":
                yield from _noun(view, stretch, token)
            elif token.pos == "VERB":
                yield from _of_verb(view, stretch, token)


def _of_verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """What a verb says that an attack is for, or that a party is out for."""
    told = list(_verb(view, stretch, verb)) if verb.lemma in lemmas("aim.verbs") else []
    if not told and verb.lemma in lemmas("aim.plans"):
        told = list(_plan(view, stretch, verb))
    if not told and verb.lemma in lemmas("aim.done") and stretch.passive(verb):
        told = list(_done(view, stretch, verb))
    if verb.lemma == "have":
        told = list(_intention(view, stretch, verb))
    yield from told


def _done(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The attack was carried out to distract attention"."""
    event = _event(view, stretch, stretch.undergoers(verb))
    purposes = [clause for clause in stretch.children(verb, "advcl", "xcomp") if _infinitive(stretch, clause)]
    if event is not None and purposes and force(stretch, verb).actual:
        yield _aim(view, stretch, verb, (event, None), purpose=purposes[0])


def _infinitive(stretch: Stretch, clause: Token) -> bool:
    return clause.tag == "VB" and any(child.text.lower() == "to" for child in stretch.children(clause, "aux"))


def _intention(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Tarvia has no intention of attacking Karsh", "had plans to blow up the dam"."""
    owner = first_party(view, stretch, stretch.doers(verb))
    for noun in stretch.undergoers(verb):
        of = [token for token in stretch.prepositional(noun, "of") if token.tag == "VBG"]
        purposes = of + [clause for clause in stretch.children(noun, "acl") if _infinitive(stretch, clause)]
        none = stretch.has_no(noun)
        if (
            noun.lemma not in lemmas("aim.intentions")
            or not purposes
            or not _is_foe_or_denied(view, owner, negated=none)
        ):
            continue
        light = force(stretch, verb)
        if light.actual:
            yield _aim(view, stretch, verb, (None, owner), purpose=purposes[0], negated=light.negated or none)


def _is_foe_or_denied(view: View, owner: Ref | None, *, negated: bool) -> bool:
    """Is it a party that fights, and not what the claimant's own side plans? Of that the stance tells."""
    side = view.scene.side(owner)
    warring = owner is not None and owner.kind is not EntityKind.PERSON and side is not None
    return warring and (negated or side != view.claimant_side)


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
    yield _aim(view, stretch, verb, (event, owner), purpose=purposes[0])


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The attack was meant to", "their forces aim to"."""
    subjects = stretch.undergoers(verb) if stretch.passive(verb) else stretch.doers(verb)
    at = [prep for prep in stretch.children(verb, "prep") if prep.text.lower() == "at"]
    aims = [prep for prep in at if any(below.tag == "VBG" for below in stretch.children(prep))]
    aims += [prep for prep in at if prep not in aims and _event(view, stretch, subjects) is not None]
    purposes = stretch.children(verb, "xcomp", "ccomp") + aims  # who aims a gun at a house has no purpose told
    if stretch.passive(verb):  # "intended as a warning"
        purposes += [prep for prep in stretch.children(verb, "prep") if prep.text.lower() == "as"]
    event = _event(view, stretch, subjects)
    forces = [subject for subject in subjects if subject.lemma in FORCES or subject.lemma in ("enemy", "adversary")]
    owner = first_party(view, stretch, forces)
    if purposes and (event is not None or owner is not None):
        yield _aim(view, stretch, verb, (event, owner), purpose=purposes[0])


def _plan(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Tarvia plans to blow up the dam", "(accused) Tarvia of planning to": what somebody lays to the other side."""
    near = [
        clause for clause in stretch.children(verb, "advcl") if _infinitive(stretch, clause) and clause.i <= verb.i + 2
    ]
    purposes = stretch.children(verb, "xcomp") or near or _behind(stretch, verb)
    doers = stretch.doers(verb)
    if not doers and view.accuses:
        doers = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN") and token.i < verb.i][:1]
    owner = foe_in_quote(view, doers) or first_party(view, stretch, doers)
    wished = [purpose for purpose in purposes if purpose.pos == "VERB" and purpose.tag in ("VB", "VBG")]
    if verb.lemma in lemmas("aim.trying") and (
        verb.tag not in ("VBG", "VBZ", "VBP") or not any(purpose.lemma in WAR for purpose in wished)
    ):
        return
    if not wished or not _is_foe_or_denied(view, owner, negated=force(stretch, verb).negated):
        return
    if any(child.lemma in ("would", "could", "may", "might") for child in stretch.children(verb, "aux")):
        return
    yield _aim(view, stretch, verb, (None, owner), purpose=wished[0])


def _behind(stretch: Stretch, verb: Token) -> list[Token]:
    """The infinitive right behind "of planning", which the parser takes for the head of all."""
    after = [token for token in stretch.tokens if verb.i < token.i <= verb.i + 2]
    return after[1:] if len(after) == 2 and after[0].text.lower() == "to" and after[1].tag == "VB" else []


def _event(view: View, stretch: Stretch, nouns: list[Token]) -> Event | None:
    """The attack or withdrawal that the nouns name."""
    events = (event_of(view, stretch, noun) or _withdrawal(view, stretch, noun) for noun in nouns)
    return next((event for event in events if event is not None), None)


def _withdrawal(view: View, stretch: Stretch, noun: Token) -> Event | None:
    """ "The retreat from Karsh (was meant to save lives)": the one told before, where it does not say whence."""
    if noun.lemma not in lemmas("movement.withdraw.nouns"):
        return None
    where = locate(view, stretch, stretch.prepositional(noun, "from", "of"), default=False)
    told = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions) if p.frame == "movement")
    before = next((p for p in told if p.get("kind") == "withdraw" and not p.negated), None)
    place = where.place or (before.ref("origin") if before is not None else None)
    actor = before.ref("actor") if before is not None else None
    return Event(f"withdrawal from {place.name}" if place is not None else "withdrawal", None, place, actor)


def _aim(
    view: View, stretch: Stretch, verb: Token, whose: tuple[Event | None, Ref | None], *, purpose: Token,
    negated: bool | None = None,
) -> Proposition:  # fmt: skip
    """The aim of an event, or of its owner, or of both; denied where its verb or its noun is."""
    event, owner = whose
    text = view.scene.parsed.article.part(view.part)
    words = span_of(stretch.subtree(purpose)).of(text)
    actor = owner or _attacker(view, event)
    return found(
        view, stretch, verb, "aim", Force(Phase.DONE, force(stretch, verb).negated if negated is None else negated),
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
