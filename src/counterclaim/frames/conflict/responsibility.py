"""Who or what is behind an attack or accident, and who is not.

Enters a view; leaves `responsibility` propositions with `event` and `actor` or `cause`; `kind` and `place` of the
event where known.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict import laid_at, signs
from counterclaim.frames.conflict.events import (
    Event,
    deed_of,
    event_at_large,
    event_in_question,
    event_of,
    is_stray,
    kind_of,
    label,
    last_event,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.mines import on_mine
from counterclaim.frames.conflict.weapons_blamed import blamed_weapon
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.offices import spoken_for, state_of_officer
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import POINTING, SITES, locate
from counterclaim.frames.who import first_party, nation_of, parties, party
from counterclaim.frames.worded import described, words
from counterclaim.model import Proposition, Ref, Token, Value

# Who may be behind something without being troops or a body by name.
MEN_BEHIND = frozenset(
    [
        "man",
        "people",
        "gunman",
        "provocateur",
        "service",
        "agent",
        "intelligence",
        "agency",
        "bomber",
        "attacker",
        "assailant",
        "shooter",
    ]
)
# What an attack has done, by which it is meant: "the deaths were caused by".
HARM = frozenset(["death", "damage", "destruction", "casualty", "fatality", "injury", "loss"])
# What any place that was struck may be called.
ANY_SITE = frozenset(["building", "site", "facility", "house", "infrastructure"])


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on who or what is behind an event."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            yield from _at(view, stretch, token)
        if view.accuses:
            yield from _accused(view, stretch)
    yield from laid_at.propose(view)
    yield from signs.propose(view)


def _at(view: View, stretch: Stretch, token: Token) -> Iterator[Proposition]:
    if token.text.lower() == "behind":
        yield from _behind(view, stretch, token)
    elif token.lemma in ("responsible", "guilty", "culpable", "accountable"):
        yield from _responsible(view, stretch, token)
    elif token.pos == "VERB":
        yield from _verb(view, stretch, token)
    elif token.pos == "NOUN" and token.lemma in lemmas("responsibility.involvement"):
        yield from _involved(view, stretch, token)
    elif token.pos == "NOUN" and token.lemma in lemmas("responsibility.works"):
        yield from _work_of(view, stretch, token)
    elif token.lemma in lemmas("responsibility.culprits") and token.dep == "pobj":
        yield from _culprit(view, stretch, token)
    elif token.lemma == "nothing":
        yield from _nothing_to_do(view, stretch, token)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    if verb.lemma in lemmas("attack.doing.verbs") | lemmas("responsibility.doing"):
        yield from _did(view, stretch, verb)
    elif verb.lemma == "fire":
        yield from _it_was(view, stretch, verb)
    elif verb.lemma == "blame" and verb.tag == "VB" and stretch.head(verb).lemma == "be":
        yield from _to_blame(view, stretch, verb)
    elif verb.lemma in lemmas("responsibility.blames"):
        yield from _blamed(view, stretch, verb, stretch.undergoers(verb))
    if verb.lemma in lemmas("responsibility.causing"):
        yield from _caused(view, stretch, verb)
    if verb.lemma in lemmas("attack.doing.hitting") and not (verb.lemma == "cause" and stretch.passive(verb)):
        yield from _strayed(view, stretch, verb)
    if verb.lemma in lemmas("responsibility.treads") and view.scene.warlike:
        yield from on_mine(view, stretch, verb)


def _each(
    view: View, stretch: Stretch, anchor: Token, light: Force, event: Event, *, actors: list[Ref]
) -> Iterator[Proposition]:
    for actor in actors:
        yield found(
            view,
            stretch,
            anchor,
            "responsibility",
            light,
            event=event.label,
            actor=actor,
            kind=event.kind,
            place=event.place,
        )


def _events(view: View, stretch: Stretch, nouns: list[Token]) -> Event | None:
    return next((event for noun in nouns if (event := event_of(view, stretch, noun)) is not None), None)


def _actors(view: View, stretch: Stretch, heads: list[Token]) -> list[Ref]:
    """The parties named; for "two groups: A and B" those that follow the colon."""
    listed = [
        name for head in heads for named in stretch.children(head, "appos") for name in stretch.coordinated(named)
    ]
    listed_parties = [ref for ref in parties(view, stretch, listed) if ref.entity is not None]
    men = [head for head in heads if head.lemma in MEN_BEHIND and head.pos == "NOUN"]
    return listed_parties or parties(view, stretch, heads) or [described(view, stretch, head) for head in men[:1]]


def _behind(view: View, stretch: Stretch, preposition: Token) -> Iterator[Proposition]:
    verb = stretch.head(preposition)
    event = _events(view, stretch, stretch.children(preposition, "pobj"))
    if event is None or verb.lemma not in ("be", "stand"):
        return
    subjects = [s for child in stretch.children(verb, "nsubj", "attr") for s in stretch.coordinated(child)]
    own = (
        (spoken_for(view, view.claimant) or state_of_officer(view) or view.claimant)
        if not subjects and view.denied
        else None
    )
    actors = [own] if own is not None else _actors(view, stretch, subjects)  # "(denied) being behind it"
    yield from _each(view, stretch, verb, force(stretch, verb), event, actors=actors)


def _did(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Carried out the raid", of an attack spoken of before; one that the words place anew is an `attack`."""
    nouns = [noun for noun in stretch.undergoers(verb) if not stretch.prepositional(noun, "on", "against")]
    pointed = [noun for noun in nouns if any(c.text.lower() in POINTING for c in stretch.children(noun, "det"))]
    event = _events(view, stretch, pointed)
    doers = stretch.doers(verb)
    if not doers and view.accuses:
        doers = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN") and token.dep != "compound"][:1]
    light = force(stretch, verb)
    if event is not None and (light.actual or view.accuses):
        yield from _each(
            view, stretch, verb, Force(Phase.DONE, light.negated), event, actors=_actors(view, stretch, doers)
        )


def _work_of(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "This was the work of X"."""
    verb = stretch.head(noun)
    if noun.dep != "attr" or verb.lemma != "be":
        return
    subjects = stretch.children(verb, "nsubj") or stretch.doers(verb)
    pronoun = any(subject.text.lower() in ("this", "it", "that") for subject in subjects)
    event = _events(view, stretch, subjects) or (last_event(view) if pronoun else None)
    if event is not None:
        done = [agent for verb in stretch.children(noun, "acl") for agent in stretch.agents(verb)]
        actors = _actors(view, stretch, done or stretch.prepositional(noun, "of", "by"))
        yield from _each(view, stretch, verb, force(stretch, verb), event, actors=actors)


def _responsible(view: View, stretch: Stretch, adjective: Token) -> Iterator[Proposition]:
    verb = stretch.head(adjective)
    about = stretch.prepositional(adjective, "for", "of")
    event = _events(view, stretch, about) or deed_of(view, stretch, about)
    held = [verb] if verb.pos in ("NOUN", "PROPN") and adjective.dep == "amod" and verb.i < adjective.i else []
    if verb.lemma in ("hold", "consider", "deem"):  # "holds the capital responsible for the raid"
        held = [*stretch.children(verb, "dobj"), *stretch.children(adjective, "nsubj")]
    if verb is adjective and view.cue_lemmas & {"hold", "consider", "deem"}:  # "(holds) the capital responsible for"
        held = stretch.children(adjective, "nsubj") or [t for t in stretch.tokens if t.i < adjective.i][-1:]
    if event is not None and held:
        yield from _each(view, stretch, adjective, Force(Phase.DONE), event, actors=_actors(view, stretch, held))
    elif event is not None and verb.pos in ("AUX", "VERB"):
        yield from _each(
            view, stretch, verb, force(stretch, verb), event, actors=_actors(view, stretch, stretch.doers(verb))
        )


def _involved(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "Have no relationship with", "deny involvement in", "claim responsibility for"."""
    nouns = stretch.prepositional(noun, "with", "in", "to", "for", "of")
    verb = stretch.head(noun)
    if verb.lemma in ("have", "be", "play") and not nouns:
        nouns = stretch.prepositional(verb, "with", "in", "to", "for")
    if not nouns and verb is noun:  # "denied any role in the seizure": the parser hangs "in" on the cue
        nouns = [t for t in stretch.tokens if t.dep == "pobj" and t.i > noun.i][:1]
    event = _events(view, stretch, nouns + _relative_noun(stretch, verb))
    if event is None and not nouns and noun.lemma in lemmas("responsibility.bare") and view.cue_lemmas:
        event = last_event(view) or event_at_large(view, stretch, noun)
    if event is None and any(n.lemma in HARM for n in nouns) and view.scene.warlike:  # "the blame for the deaths"
        event = event_in_question(view, stretch)
    if event is None:
        return
    top = verb is noun or verb not in stretch
    no = any(child.text.lower() in ("no", "any") for child in stretch.children(noun, "det"))
    nation = nation_of(view, stretch, noun)
    if verb.lemma in ("fall", "lie", "rest") and noun.dep == "nsubj":  # "responsibility for the raid lies with them"
        light = force(stretch, verb)
        actors = _actors(view, stretch, stretch.prepositional(verb, "on", "with", "upon"))
    elif top:
        own = spoken_for(view, view.claimant) or state_of_officer(view) or view.claimant
        whose = nation or first_party(view, stretch, stretch.children(noun, "poss", "compound"))  # "Tarvia bore …", too
        actors = [ref for ref in (whose or own,) if ref is not None]
        light = Force(Phase.DONE, no and not view.denied)
    else:
        doers = stretch.doers(verb)
        actors = _actors(view, stretch, doers)
        if stretch.children(verb, "expl") and nation is not None:  # "there was no Tarvian role in it"
            actors = [nation]
        above = force(stretch, verb)
        none = no and noun.dep == "attr"
        light = Force(above.phase, none or (verb.lemma in ("deny", "reject")) != above.negated)
    yield from _each(view, stretch, noun, light, event, actors=actors)


def _relative_noun(stretch: Stretch, verb: Token) -> list[Token]:
    """ "A situation with which we have no relationship": the noun that the clause hangs on."""
    return (
        [stretch.head(verb)] if verb.dep == "relcl" and stretch.prepositional(verb, "with", "in", "to", "for") else []
    )


def _nothing_to_do(view: View, stretch: Stretch, nothing: Token) -> Iterator[Proposition]:
    verb = stretch.head(nothing)
    below = [token for token in stretch.subtree(nothing) if token.lemma == "do"]
    event = _events(view, stretch, [noun for do in below for noun in stretch.prepositional(do, "with")])
    if event is not None and verb.lemma == "have":
        actors = _actors(view, stretch, stretch.doers(verb))
        yield from _each(view, stretch, verb, Force(Phase.DONE, negated=True), event, actors=actors)


def _caused(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    if not stretch.passive(verb) or not light.actual:
        return
    undergone = stretch.undergoers(verb)
    event = _events(view, stretch, undergone)
    harm = any(noun.lemma in HARM or noun.text.lower() == "it" for noun in undergone)
    if event is None and harm and view.scene.warlike:
        event = event_in_question(view, stretch)
    for agent in stretch.agents(verb):
        if event is None:
            return
        weapon = blamed_weapon(view, stretch, agent)
        actor = weapon.actor if weapon is not None else party(view, stretch, agent)
        cause = weapon.cause if weapon is not None else None if actor is not None else words(view, stretch, agent)
        yield found(
            view,
            stretch,
            verb,
            "responsibility",
            light,
            event=event.label,
            actor=actor,
            cause=cause,
            kind=event.kind,
            place=event.place,
        )


def _to_blame(view: View, stretch: Stretch, blame: Token) -> Iterator[Proposition]:
    """ "The rebels were to blame", "a stray missile was to blame": of the event named, or told last."""
    verb = stretch.head(blame)
    named = stretch.prepositional(blame, "for")
    event = _events(view, stretch, named) or last_event(view) or event_at_large(view, stretch, verb)
    if event is None:
        return
    for subject in stretch.children(verb, "nsubj"):
        yield from _laid_to(view, stretch, verb, subject, event)


def _strayed(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The building was hit by an air defence missile": what happened has a cause and nobody who meant it."""
    for weapon in stretch.doers(verb):
        if weapon.lemma in lemmas("attack.strike.weapons") | lemmas("attack.stray.words") and is_stray(stretch, weapon):
            struck = stretch.undergoers(verb)
            heads = [*struck, *stretch.prepositional(verb, "in", "at", "near")]
            place = locate(view, stretch, heads).place if struck else None
            told = _events(view, stretch, struck)
            known = None if told is not None or verb.lemma == "cause" else last_event(view)
            if known is not None and known.target and struck and _is_another(struck[0], known.target):
                known = Event(f"strike on {words(view, stretch, struck[0])}", "strike", place)
            event = told or known or Event(label("strike", place), "strike", place)
            yield from _laid_to(view, stretch, verb, weapon, event)


def _is_another(struck: Token, target: str) -> bool:
    """Is it another building than the one that the attack told last fell on ("the hospital", "the train")?"""
    return struck.pos == "NOUN" and struck.lemma in SITES - ANY_SITE and struck.lemma not in target.lower()


def _laid_to(view: View, stretch: Stretch, verb: Token, what: Token, event: Event) -> Iterator[Proposition]:
    """The event laid to a party, or to a thing as its cause."""
    thing = what.lemma in lemmas("attack.strike.weapons") | lemmas("attack.stray.words")
    owned = nation_of(view, stretch, what) if thing and not is_stray(stretch, what) else None
    weapon = blamed_weapon(view, stretch, what) if thing else None
    fired = weapon.actor if weapon is not None and owned is None else None  # "a rocket misfired by militants"
    actor = owned or fired if thing else party(view, stretch, what)
    roles: dict[str, Value] = {"event": event.label, "actor": actor, "kind": event.kind, "place": event.place}
    cause = weapon.cause if weapon is not None and fired is not None else None
    cause = words(view, stretch, what) if actor is None else cause
    light = force(stretch, verb)
    unblamed = any(
        stretch.children(blame, "neg") for blame in stretch.children(verb, "xcomp") if blame.lemma == "blame"
    )
    light = Force(light.phase, negated=True) if unblamed else light  # "was not to blame"
    yield found(view, stretch, verb, "responsibility", light, **roles, cause=cause)


def _blamed(view: View, stretch: Stretch, verb: Token, blamed: list[Token]) -> Iterator[Proposition]:
    event = _events(view, stretch, list(stretch.prepositional(verb, "for", "of")))
    if event is not None:
        yield from _each(view, stretch, verb, force(stretch, verb), event, actors=_actors(view, stretch, blamed))


def _culprit(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "(Named) the rebels as the perpetrators": of the attack told last."""
    event = _events(view, stretch, stretch.prepositional(noun, "of")) or last_event(view)
    behind = stretch.head(noun).text.lower() == "as"
    named = [token for token in stretch.tokens if token.i < noun.i and token.pos in ("NOUN", "PROPN")]
    heads = [token for token in named if token.dep != "compound"][:1]
    if event is not None and behind:
        yield from _each(view, stretch, noun, Force(Phase.DONE), event, actors=_actors(view, stretch, heads))


def _it_was(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "It is the artillery of X that fired": of a shelling told before, who was behind it."""
    struck = stretch.prepositional(verb, "on", "at", "into", "upon")
    event = last_event(view) if stretch.cleft(verb) and not struck else None
    if event is not None:
        heads = stretch.doers(verb)
        owners = [own for doer in heads for own in (doer, *stretch.prepositional(doer, "of"))]
        guns = lemmas("attack.shelling.guns")
        actors = _actors(view, stretch, [owner for owner in owners if owner.lemma not in guns])
        yield from _each(view, stretch, verb, force(stretch, verb), event, actors=actors[:1])


def _without_charge(ref: Ref) -> Ref:
    """ "(Accused) the air force of the massacre": what troops by their own words are accused of is no part of them."""
    name = ref.name.partition(" of ")[0]
    return ref if ref.entity is not None else Ref(name, name, None, ref.kind)


def _is_pointed(stretch: Stretch, noun: Token) -> bool:
    return any(child.text.lower() in POINTING for child in stretch.children(noun, "det"))


def _is_charged(stretch: Stretch) -> bool:
    """ "(Accused) X of lying", "X for the raid", "arming X": something is said of what they did."""
    charges = any(token.text.lower() in ("of", "for", "on") and token.dep == "prep" for token in stretch.tokens)
    return charges or any(t.pos == "VERB" and stretch.head(t) is t for t in stretch.tokens)


def _top(nouns: list[Token]) -> Token:
    """ "A missile": the noun that the others stand before."""
    return next((noun for noun in nouns if noun.dep != "compound"), nouns[0])


def _accused(view: View, stretch: Stretch) -> Iterator[Proposition]:
    """The content of "blamed X for the attack" is "X for the attack"."""
    nouns = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN")]
    told = [noun for noun in nouns[1:] if noun.dep == "pobj"]
    if any(
        kind_of(noun) and stretch.prepositional(noun, "on", "against") and not _is_pointed(stretch, noun)
        for noun in told
    ):
        return  # "accused X of an attack on Y" tells of one of its own
    event = _events(view, stretch, told)
    if event is None and not _is_charged(stretch):  # "blamed the rebels"
        event = event_in_question(view, stretch) if view.scene.warlike else last_event(view)
    if event is not None and nouns and (weapon := blamed_weapon(view, stretch, _top(nouns))) is not None:
        roles: dict[str, Value] = {"event": event.label, "actor": weapon.actor, "kind": event.kind}
        yield found(
            view, stretch, nouns[0], "responsibility", Force(Phase.DONE), **roles, place=event.place, cause=weapon.cause
        )
        return
    blamed = [noun for noun in nouns if noun.dep in ("dobj", "nsubj", "pobj", "ROOT")][:1]
    named = parties(view, stretch, [each for noun in blamed for each in stretch.coordinated(noun)])
    actors = [_without_charge(ref) for ref in named]
    if event is not None and actors:
        yield from _each(view, stretch, nouns[0], Force(Phase.DONE), event, actors=actors)
