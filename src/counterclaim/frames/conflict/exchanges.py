"""Who shot first and who did not shoot, and whether a truce is kept: what the two sides of a line accuse each other of.

Enters a view; leaves `attack` ("the Orvenians fired first"; negated: "our men held their fire"), `responsibility` for
the breach of a truce, and `fighting` where a truce holds or has broken down. A shot by somebody alone is no attack.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.frames.conflict.events import last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import armed
from counterclaim.frames.conflict.outcomes import outcome
from counterclaim.frames.conflict.struck import can_be_struck
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import Where, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import ENEMIES, FORCES, first_party, own_forces
from counterclaim.model import Argument, EntityKind, Proposition, Ref, Token, Value

TRUCES = frozenset(["truce", "ceasefire", "cease-fire", "armistice", "cease"])  # "cease of fire"
BREAKS = frozenset(
    [
        "break",
        "violate",
        "breach",
        "infringe",
        "flout",
        "disregard",
        "rupture",
        "trample",
        "tear",
        "contravene",
        "transgress",
    ]
)
BREACHES = frozenset(["violation", "breach", "infringement", "rupture", "infraction", "transgression"])
COMMITS = frozenset(["commit", "perpetrate", "allow", "make", "permit"])
HOLDS = frozenset(["hold", "last", "stand", "endure"])
KEEPS = frozenset(["observe", "keep", "respect", "honour", "honor", "uphold"])
FAILS = frozenset(["collapse", "fail", "crumble", "unravel", "shatter"])
FIRES = frozenset(["fire", "shoot"])
SHOOTS = FIRES | {"launch", "use", "employ"}
MISSILES = (lemmas("attack.strike.weapons") | lemmas("attack.doing.shots")) - {
    "strike",
    "explosion",
    "airstrike",
    "fire",
}
SHELLS = frozenset(["shell", "mortar", "artillery", "howitzer"])
ANSWERS = frozenset(["return", "answer", "reply"])
AT = ("in", "at", "near", "on", "around", "along", "off", "across")
REPELS = frozenset(["repel", "repulse", "beat", "fight", "fend"])
WORDS = TRUCES | SHOOTS | REPELS
BREACH = "breach of the truce"


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on shots first fired or withheld and on truces."""
    if not (view.scene.warlike or view.scene.unrest):
        return
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.pos == "VERB" or token.tag.startswith("VB"):
                yield from _shots(view, stretch, token)
                yield from _repelled(view, stretch, token)
                yield from _truce(view, stretch, token)
            elif token.lemma in BREACHES:
                yield from _breach_by(view, stretch, token)
                yield from _it_was_one(view, stretch, token)


def _shots(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    objects = stretch.undergoers(verb)
    fire = [noun for noun in objects if noun.lemma == "fire"]
    if verb.lemma in SHOOTS and light.negated and any(noun.lemma in MISSILES for noun in objects):
        yield from _fired_none(view, stretch, verb, light)
    elif verb.lemma in FIRES and not objects and not stretch.passive(verb):
        yield from _fired_first(view, stretch, verb, light)
    elif verb.lemma == "hold" and fire and stretch.children(fire[0], "poss"):
        actor = armed(view, stretch, stretch.doers(verb))
        yield from _held_back(view, stretch, verb, Force(light.phase, not light.negated), actor)
    elif verb.lemma in ANSWERS and fire:
        none = light.negated or any(child.text.lower() in ("no", "not") for child in stretch.children(fire[0]))
        passive = stretch.passive(verb) and not stretch.agents(verb)
        actor = own_forces(view, verb.text) if passive else armed(view, stretch, stretch.doers(verb))
        if none:
            yield from _held_back(view, stretch, verb, Force(light.phase, negated=True), actor)


def _fired_first(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "They fired first", "it was the enemy who shot first"."""
    first = any(child.text.lower() == "first" for child in stretch.children(verb, "advmod", "acomp", "oprd"))
    doers = stretch.doers(verb)
    if verb.dep == "relcl" and any(doer.text.lower() in ("who", "that") for doer in stretch.children(verb, "nsubj")):
        doers = [stretch.head(verb)]
    actor = armed(view, stretch, doers)
    if not first or actor is None or not light.actual or _alone(actor, doers):
        return
    where = _where(view, stretch, verb)
    if where.place is not None:
        roles: dict[str, Value] = {"kind": "assault", "actor": actor, "place": where.place, "part": where.part}
        yield found(view, stretch, verb, "attack", light, **roles)


def _fired_none(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Our forces fired no missiles that day", "had used no anti-aircraft missile": no attack of theirs."""
    aimed = [*stretch.undergoers(verb), verb]
    at = [head for word in aimed for head in stretch.prepositional(word, "at", "on", "against", "into")]
    actor = armed(view, stretch, stretch.doers(verb))
    if any(can_be_struck(view, stretch, head) for head in at):
        return
    shells = any(noun.lemma in SHELLS for noun in stretch.undergoers(verb))
    flown = any(noun.lemma in lemmas("attack.strike.dropped") - SHELLS for noun in stretch.undergoers(verb))
    for one in _held_back(view, stretch, verb, light, actor):
        kind = "shelling" if shells else "strike" if flown else "assault"
        told = tuple(Argument(a.role, kind) if a.role == "kind" else a for a in one.arguments)
        yield replace(one, arguments=told)


def _held_back(view: View, stretch: Stretch, verb: Token, light: Force, actor: Ref | None) -> Iterator[Proposition]:
    """ "Our soldiers held their fire", "no fire was returned": no attack of theirs."""
    where = _where(view, stretch, verb)
    if actor is not None and where.place is not None and light.negated and light.actual:
        yield found(view, stretch, verb, "attack", light, kind="assault", actor=actor, place=where.place)


def _where(view: View, stretch: Stretch, verb: Token) -> Where:
    heads = stretch.prepositional(verb, *AT)
    where = locate(view, stretch, heads, default=False) if heads else Where(None)
    last = last_event(view)
    return where if where.place else Where(last.place if last else place_in_question(view, stretch, verb))


def _alone(actor: Ref, doers: list[Token]) -> bool:
    return actor.kind is EntityKind.PERSON and not any(doer.lemma in FORCES for doer in doers)


def _repelled(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Beat the rebels off at the bridge", "the enemy was repulsed at X": they had attacked there."""
    parted = {child.text.lower() for child in stretch.children(verb, "prt", "advmod")}
    beaten = verb.lemma in ("beat", "fight", "fend") and parted & {"off", "back"}
    if not (beaten or verb.lemma in ("repel", "repulse")):
        return
    light = force(stretch, verb)
    repelled = [noun for noun in stretch.undergoers(verb) if noun.lemma in FORCES | ENEMIES]
    actor = armed(view, stretch, repelled)
    heads = [below for token in (verb, *repelled) for below in stretch.prepositional(token, *AT)]
    where = locate(view, stretch, heads, default=False) if heads else Where(None)
    if actor is not None and where.place is not None and light.actual and not light.negated:
        beaten_off = outcome(stretch, verb, *repelled)
        roles: dict[str, Value] = {"kind": "assault", "actor": actor, "outcome": beaten_off}
        roles |= {"place": where.place, "part": where.part}
        yield found(view, stretch, verb, "attack", light, **roles)


def _truce(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    broken = [*stretch.undergoers(verb), *stretch.prepositional(verb, "on", "upon", "against")]
    if verb.lemma in BREAKS and any(noun.lemma in TRUCES for noun in broken):
        actor = first_party(view, stretch, _doers(view, stretch, verb))
        down = any(child.text.lower() in ("down", "apart") for child in stretch.children(verb, "prt"))
        if actor is not None and light.actual and not down:
            yield from _breach(view, stretch, verb, light, actor)
            return
    kept = verb.lemma in KEEPS and stretch.passive(verb) and not stretch.agents(verb)
    subjects = stretch.undergoers(verb) if stretch.passive(verb) else stretch.children(verb, "nsubj")
    truces = [noun for noun in subjects if noun.lemma in TRUCES]
    if not truces or not light.actual or (stretch.children(verb, "dobj") and not stretch.passive(verb)):
        return
    parted = any(child.text.lower() in ("down", "apart") for child in stretch.children(verb, "prt", "advmod"))
    fails = verb.lemma in FAILS or (verb.lemma in ("break", "fall") and (parted or stretch.passive(verb)))
    if not (fails or kept or verb.lemma in HOLDS):
        return
    heads = [below for token in (verb, *truces) for below in stretch.prepositional(token, *AT, "for")]
    where = locate(view, stretch, heads, default=False) if heads else Where(None)
    ongoing = fails is not light.negated
    if where.place is not None:
        status = "ongoing" if ongoing else "ended"
        yield found(view, stretch, verb, "fighting", Force(Phase.ONGOING), place=where.place, status=status)


def _breach_by(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "Violations of the truce by X"."""
    truces = any(below.lemma in TRUCES for below in stretch.prepositional(noun, "of"))
    truces |= any(child.lemma in TRUCES for child in stretch.children(noun, "compound"))
    verb = stretch.head(noun)
    by = stretch.prepositional(noun, "by")
    by = by or (_doers(view, stretch, verb) if verb.lemma in COMMITS and noun.dep == "dobj" else [])
    actor = first_party(view, stretch, by) if truces else None
    if actor is not None:
        yield from _breach(view, stretch, noun, Force(Phase.DONE), actor)


def _it_was_one(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "It was a violation of the agreement": what was told last, by whoever did it."""
    verb = stretch.head(noun)
    it = noun.dep == "attr" and any(s.text.lower() in ("it", "this", "that") for s in stretch.children(verb, "nsubj"))
    of = {below.lemma for below in stretch.prepositional(noun, "of")} & (TRUCES | {"agreement", "deal", "accord"})
    told = last_event(view) if it and of else None
    if told is not None and told.actor is not None and force(stretch, verb).actual:
        yield from _breach(view, stretch, noun, force(stretch, verb), told.actor)


def _doers(view: View, stretch: Stretch, verb: Token) -> list[Token]:
    """Who does it; of "(accused) the League of having broken the truce" the one who is accused."""
    named = [token for token in stretch.tokens if token.pos in ("NOUN", "PROPN") and token.dep != "compound"]
    by_what = stretch.prepositional(verb, "with", "by")  # "of violating the truce with mortar fire": of the fire
    return stretch.doers(verb) or (named[:1] if view.accuses and not by_what else [])


def _breach(view: View, stretch: Stretch, anchor: Token, light: Force, actor: Ref) -> Iterator[Proposition]:
    if actor.kind is not EntityKind.PERSON:
        yield found(view, stretch, anchor, "responsibility", light, event=BREACH, actor=actor)
