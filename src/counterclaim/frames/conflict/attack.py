"""Who attacked what, where, with what kind of attack.

Enters a view; leaves `attack` propositions. Words for attacks are used of much else ("hit a record", "attacked the
bill"), so a
victim, a weapon or a place must be there; plans and wishes are refused.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.entities.nations import shipped
from counterclaim.frames.conflict.attack_nouns import by_weapon, is_gunfire, is_shelling, named_attacks
from counterclaim.frames.conflict.events import (
    KINDS,
    ON,
    earlier_strike,
    is_stray,
    kind_of,
    last_event,
    place_told,
    where_struck,
)
from counterclaim.frames.conflict.firing import COMING, SHELLS, other_attacks
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import own_men
from counterclaim.frames.conflict.opponents import fights, foe_in_quote, opponent_of
from counterclaim.frames.conflict.outcomes import outcome
from counterclaim.frames.conflict.repulsed import repulsed
from counterclaim.frames.conflict.strikers import STRIKING, accused, own_deed, shooters, wielder
from counterclaim.frames.conflict.struck import (
    can_be_struck,
    named_beside,
    named_ship,
    names_place,
    struck_place,
    target_words,
)
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.listed import beside
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import SITES, TOWNS, Where, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import FIRST_PERSON, FORCES, first_party, nation_of, own_forces, party
from counterclaim.frames.worded import bare_words
from counterclaim.model import EntityKind, Proposition, Ref, Stance, Token, Value

AT = ("in", "at", "near", "on", "around", "against", "over", "inside", "outside", "into", "across", "of")
# Police raid offices and target shops; that is no attack.
POLICED, POLICE = frozenset(["raid", "target", "storm"]), frozenset(["police", "officer", "detective", "agent"])
DOING = (
    "doing.verbs",
    "doing.fires",
    "doing.downs",
    "doing.uses",
    "doing.repels",
    "doing.blows_up",
    "doing.opening",
    "doing.lands",
    "wrecking.verbs",
    "raid.enters",
    "raid.seizes",
)
VERBS = COMING.union(*(lemmas(f"attack.{name}") for name in (*(f"{kind}.verbs" for kind in KINDS), *DOING)))
# What they fire at a building are shells; police and gunmen have none.
ARMIES = frozenset(["army", "force", "troop", "military", "navy", "regime", "government"])
# What is repelled besides attacks: "an attempt to enter the town".
ATTEMPTS = frozenset(["attempt", "push", "advance", "breakthrough", "thrust", "infiltration"])
ARMED = FORCES | {"guard", "officer", "gunman", "sniper"}
NOBODY = frozenset(["nobody", "none", "nothing"])
AT_NOBODY = frozenset(["anyone", "anybody", "someone", "somebody", "air", "sky", "ground"])
STRIKERS = frozenset(["force", "troop", "army", "military", "warplane", "jet", "militia", "gunboat", "warship"])
US = frozenset(["us", "them", "me", "him", "her"])
LOOSE = frozenset(["strike", "hit", "target", "blast", "pound", "win"])


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on an attack."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if is_shelling(view, stretch, token):
                yield from named_attacks(view, stretch, token)  # "shelling", which the parser takes for a participle
            elif token.pos == "VERB" or (token.lemma == "be" and stretch.prepositional(token, "under")):
                yield from _verb(view, stretch, token)
                yield from repulsed(view, stretch, token)
            elif token.pos in ("NOUN", "PROPN") and (
                token.dep not in ("compound", "dobj") or (token.dep == "dobj" and stretch.head(token) is token)
            ):
                yield from named_attacks(view, stretch, token)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    if verb.lemma not in VERBS:
        return
    light = force(stretch, verb)
    if not light.actual or _is_habit(stretch, verb):
        return
    kind = next((kind for kind in KINDS if verb.lemma in lemmas(f"attack.{kind}.verbs")), None)
    if kind is not None:
        yield from _struck(view, stretch, verb, light, kind)
    if verb.lemma in lemmas("attack.doing.verbs") | lemmas("attack.doing.fires") | lemmas("attack.doing.repels"):
        yield from _launched(view, stretch, verb, light)
    if verb.lemma in ("fire", "shoot"):
        yield from _fired(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.raid.enters"):
        yield from _entered(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.doing.blows_up") and any(
        child.text.lower() == "up" for child in stretch.children(verb, "prt")
    ):
        yield from _blown_up(view, stretch, verb, light)
    yield from other_attacks(view, stretch, verb, light)


def _blown_up(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The rebels blew up the bridge"; of what a strike was told of before, it says who was behind that."""
    doers = accused(view, stretch, stretch.doers(verb))
    actor = first_party(view, stretch, doers) if doers else own_deed(view, stretch, verb)
    struck = [noun for noun in stretch.undergoers(verb) if can_be_struck(view, stretch, noun)]
    target = target_words(view, stretch, struck)
    if target is None or actor is None or actor.kind is EntityKind.PERSON:
        return
    where = struck_place(view, stretch, [*struck, *stretch.prepositional(verb, *AT)])
    event = last_event(view) if earlier_strike(view, target) is not None else None
    if event is not None:
        roles: dict[str, Value] = {"event": event.label, "actor": actor, "kind": event.kind, "place": event.place}
        yield found(view, stretch, verb, "responsibility", light, **roles)
    else:
        yield found(view, stretch, verb, "attack", light, kind="raid", actor=actor, target=target, place=where.place)


def _is_habit(stretch: Stretch, verb: Token) -> bool:
    """ "Only attacks military sites", "never shells homes": a way of doing, and no attack that happened."""
    ways = {"only", "always", "never", "usually", "regularly", "often", "sometimes"}
    return verb.tag in ("VBZ", "VBP") and any(c.text.lower() in ways for c in stretch.children(verb, "advmod", "neg"))


def _struck(view: View, stretch: Stretch, verb: Token, light: Force, kind: str) -> Iterator[Proposition]:
    """ "Shelled the town", "a missile hit the station", "attacked our district"."""
    victims, doers = _meant(stretch, verb, stretch.undergoers(verb)), accused(view, stretch, stretch.doers(verb))
    weapon = next((d for d in doers if d.lemma in STRIKING or is_gunfire(stretch, d)), None)
    if weapon is not None and is_stray(stretch, weapon):
        return  # nobody's attack: `responsibility` has its cause
    struck = [victim for victim in victims if can_be_struck(view, stretch, victim)]
    things = [v for v in victims if v.pos == "NOUN" and v.text.islower()]  # guns fire at nothing else in a war
    victims = struck or (things if kind == "shelling" and view.scene.warlike else [])
    actor = wielder(view, stretch, weapon) if weapon is not None else first_party(view, stretch, doers)
    actor = actor or (own_deed(view, stretch, verb) if not doers else foe_in_quote(view, doers))
    if actor is not None and actor.kind is EntityKind.PERSON and not any(d.lemma in FORCES for d in doers):
        actor = None
    weapon = weapon or _with_what(stretch, verb)
    unknown = actor is None and weapon is None and not stretch.passive(verb)
    policing = verb.lemma in POLICED and (actor is None or any(doer.lemma in POLICE for doer in doers))
    if verb.dep == "amod":  # "the besieged town"
        return
    hit = verb.lemma in LOOSE and actor is None and weapon is None
    in_war = view.scene.warlike and verb.lemma in ("hit", "strike") and stretch.passive(verb) and not doers
    collided = verb.lemma in LOOSE and weapon is None and not view.scene.unrest and not _armed(view, doers, actor)
    if not victims or unknown or policing or collided or (hit and not in_war):
        return
    called = any(token.lemma in lemmas("attack.raid.nouns") for token in stretch.tokens)  # "…, in the first raid"
    if kind == "assault" and (called or _stealthy(stretch, verb, doers)):
        kind = "raid"
    if weapon is not None and weapon.lemma in lemmas("attack.shelling.nouns") | {"shell", "fire"}:
        kind = "shelling"
    elif weapon is not None and kind == "assault" and weapon.lemma in lemmas("attack.strike.weapons"):
        kind = "strike"
    where = struck_place(view, stretch, [*victims, *stretch.prepositional(verb, *AT)])
    target = target_words(view, stretch, victims) or (
        bare_words(view, stretch, things[0]) if victims and not struck else None
    )
    never = any(child.text.lower() in ("do", "does") for child in stretch.children(verb, "aux"))  # of no place
    at_sea = any(named_ship(view, stretch, victim) is not None for victim in victims)  # no town's
    if where.place is None and target is not None and view.scene.warlike and not never and not at_sea:
        about = named_beside(view, stretch, actor) or place_told(view, stretch, kind)
        about = about or where_struck(view, stretch, victims, target) or place_in_question(view, stretch, verb)
        where = Where(None if about is not None and view.scene.is_region(about) else about)
    yield found(
        view,
        stretch,
        verb,
        "attack",
        light,
        kind=None if hit else kind,
        actor=actor,
        target=target,
        place=where.place,
        part=None if target else where.part,
    )


def _armed(view: View, doers: list[Token], actor: Ref | None) -> bool:
    """Are they troops or a warring movement, in a report that hardly speaks of war? A ferry, too, strikes a pylon."""
    troops = any(doer.lemma in STRIKERS for doer in doers)
    return actor is not None and (troops or shipped().is_party(view.scene.side(actor) or ""))


def _meant(stretch: Stretch, verb: Token, victims: list[Token]) -> list[Token]:
    """ "The hall burned down after a rocket hit it": the hall."""
    above = stretch.head(verb) if verb.dep == "advcl" else verb
    named = stretch.children(above, "nsubj", "nsubjpass") if above is not verb else []
    return named if named and any(victim.text.lower() in ("it", "them") for victim in victims) else victims


def _with_what(stretch: Stretch, verb: Token) -> Token | None:
    """ "Attacked the station with drones"."""
    means = stretch.prepositional(verb, "with", "using")
    return next((noun for noun in means if noun.lemma in lemmas("attack.strike.weapons")), None)


def _stealthy(stretch: Stretch, verb: Token, doers: list[Token]) -> bool:
    """Saboteurs raid, and so do those who first cross a line."""
    beside = (
        [stretch.head(verb), *stretch.children(verb, "conj")] if verb.dep == "conj" else stretch.children(verb, "conj")
    )
    crossed = any(other.lemma in lemmas("attack.raid.crossings") for other in beside)
    return crossed or any(
        word.lemma in lemmas("attack.raid.stealthy") for doer in doers for word in stretch.phrase(doer)
    )


def _launched(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Launched an offensive on", "carried out strikes against", "fired rockets at", "repelled an attack near"."""
    repelled = verb.lemma in lemmas("attack.doing.repels")
    if any(child.text.lower() == "down" for child in stretch.children(verb, "prt", "advmod", "prep")):
        return  # "shot down eight drones"
    for noun in stretch.undergoers(verb):
        kind = by_weapon(stretch, noun, kind_of(noun)) or ("assault" if repelled and noun.lemma in ATTEMPTS else None)
        kind = kind or ("shelling" if is_gunfire(stretch, noun) else None)
        fired = verb.lemma in lemmas("attack.doing.fires") and noun.lemma in lemmas("attack.strike.weapons")
        operation = noun.lemma == "operation" and _against_someone(stretch, noun, verb)
        if kind is None and not (fired or operation):
            continue
        if operation:
            kind = "assault"
        if fired and (kind is None or noun.lemma in lemmas("attack.strike.weapons")):
            kind = "shelling" if noun.lemma in ("shell", "mortar", "artillery") else "strike"
        heads = stretch.prepositional(noun, *ON, "towards", "toward") + stretch.prepositional(
            verb, *AT, "towards", "toward"
        )
        for purpose in stretch.children(verb, "advcl", "xcomp") + stretch.children(noun, "acl"):
            heads += stretch.undergoers(purpose)
        tried = [verb for verb in stretch.children(noun, "acl") if noun.lemma in ATTEMPTS]
        heads += [below for to in tried for below in stretch.prepositional(to, "into", "on", "towards", "in", "near")]
        where = locate(view, stretch, heads) if repelled else struck_place(view, stretch, heads)
        doers = [] if repelled else stretch.doers(verb)
        planes = [doer for doer in doers if doer.lemma in lemmas("attack.strike.weapons")]
        flown = (ref for plane in planes if (ref := wielder(view, stretch, plane)) is not None)
        actor = next(flown, None) if planes else first_party(view, stretch, doers) or nation_of(view, stretch, noun)
        actor = actor or first_party(view, stretch, stretch.children(noun, "poss", "compound") + stretch.agents(noun))
        if repelled and actor is None:
            actor = _other_side(view, stretch, verb)
        struck = stretch.prepositional(noun, "on", "against")
        struck += stretch.prepositional(verb, "on", "at", "into") if fired else []
        target = target_words(view, stretch, struck)
        passive = stretch.passive(verb) and not stretch.agents(verb)
        unknown = actor is None and not (passive and (target or where.named or (repelled and view.scene.warlike)))
        unknown &= not (repelled and (target or where.named) and view.scene.unrest)  # whoever was beaten off
        unknown &= not any(
            doer.lemma in lemmas("attack.strike.weapons") for doer in doers
        )  # "two planes dropped bombs"
        deadly = where.place is None and _deadly(stretch, noun)
        if where.place is None and ((repelled and not unknown) or deadly):
            about = place_in_question(view, stretch, verb)
            where = Where(None if about is not None and view.scene.is_region(about) else about)
        elif where.place is None and target is not None:
            about = named_beside(view, stretch, actor) or place_told(view, stretch, str(kind))
            where = Where(about or where_struck(view, stretch, struck, target))
        nowhere = where.place is None and target is None
        if nowhere or unknown or (actor is not None and where.place is not None and actor.name == where.place.name):
            continue
        seen = Force(Phase.DONE) if repelled else light
        roles: dict[str, Value] = {
            "kind": kind,
            "actor": actor,
            "target": target,
            "part": None if target else where.part,
            "outcome": outcome(stretch, verb, noun) if repelled else None,
        }
        others = beside(view, stretch, where.place) if where.place and where.named and not where.part else []
        for place in (where.place, *others):
            yield found(view, stretch, verb, "attack", seen, **roles, place=place)


def _deadly(stretch: Stretch, noun: Token) -> bool:
    """ "(Launched) an attack that killed dozens of soldiers": there is no doubt that it fell on somebody."""
    harm = lemmas("losses.killed.verbs") | lemmas("losses.wounded.verbs")
    return any(verb.lemma in harm for verb in stretch.children(noun, "relcl", "acl"))


def _other_side(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Who attacks those that repel an attack: the one side against theirs; of "was repelled" theirs who say so."""
    doers = stretch.doers(verb)
    defender = first_party(view, stretch, doers) if doers else own_forces(view, verb.text)
    side = view.scene.side(defender)
    other = view.scene.other_side(side) if side is not None and not view.scene.factions.inner else None
    if other is None and side is not None and view.scene.factions.of_rebels:
        return view.scene.factions.rebels or Ref("rebels", verb.text, None, EntityKind.GROUP)
    return view.scene.named(other) if other is not None else opponent_of(view, defender)


def _against_someone(stretch: Stretch, noun: Token, verb: Token) -> bool:
    """An operation against troops, ships, a place is an attack; one against inflation is none."""
    if any(child.dep == "neg" for child in stretch.children(verb)) and verb.lemma in ("carry", "conduct", "launch"):
        return True  # "we have not carried out any operation in the north"
    heads = stretch.prepositional(noun, "against", "targeting") + stretch.prepositional(verb, "against", "targeting")
    struck = FORCES | TOWNS | SITES | lemmas("attack.doing.targets") | lemmas("losses.equipment.things")
    return any(head.lemma in struck or head.pos == "PROPN" for head in heads)


def _fired(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Fired on the town", "our guns did not fire at it", "accused X of shooting at the crowd"; "the police fired"."""
    doers = accused(view, stretch, stretch.doers(verb))
    struck = _shot_at(stretch, verb)
    if any(noun.lemma in ("air", "sky") for noun in stretch.prepositional(verb, "in", "into", "to", "towards")):
        return  # at nobody
    if any(_is_nobody(stretch, noun) for noun in stretch.prepositional(verb, "on", "at", "upon")):
        light = replace(light, negated=not light.negated)  # "fired at no one"
    target = target_words(view, stretch, struck)
    heads = [*struck, *stretch.prepositional(verb, "in", "near", "outside", "around")]
    if not heads and stretch.cleft(verb) and last_event(view) is not None:
        return  # "it is X that fired": who was behind the attack told before
    deed = own_deed(view, stretch, verb) if not doers else None
    we = own_forces(view, "we") if any(doer.text.lower() == "we" for doer in doers) else None
    known = deed is not None or we is not None or any(doer.lemma in ARMED or own_men(stretch, doer) for doer in doers)
    alone = all(head.text.lower() in US for head in heads) and view.scene.unrest and known  # "shot at us"
    where = locate(view, stretch, heads, default=target is not None or alone)
    if target is not None and not where.named:
        where = Where(where_struck(view, stretch, struck, target) or where.place, where.part)
    if where.place is None and target is not None and view.scene.warlike:
        about = place_in_question(view, stretch, verb)
        where = Where(None if about is not None and view.scene.is_region(about) else about)
    actor = shooters(view, stretch, doers) or foe_in_quote(view, doers)
    shots = lemmas("attack.doing.shots") | SHELLS
    sent = {"rocket", "missile"} if struck else set()  # "fired rockets at the town" is told as a strike
    rounds = [noun for noun in stretch.undergoers(verb) if noun.lemma not in shots - sent]
    actor = actor or deed
    unnamed = actor is not None and not any(doer.pos == "PROPN" for doer in doers)
    if unnamed and not light.negated and _is_witness(view, stretch, doers, actor):
        actor = None  # "our guns" of somebody whose side nobody tells
    if stretch.passive(verb) and not doers and view.stance is Stance.DENIES and view.cue and view.scene.unrest:
        if any(noun.lemma in shots for noun in stretch.undergoers(verb)):  # "(denied) that bullets had been fired"
            about = where.place or place_in_question(view, stretch, verb)
            yield found(view, stretch, verb, "attack", light, kind="assault", place=about)
        return
    nowhere = where.place is None and (target is None or not view.scene.warlike)
    if nowhere or actor is None or rounds or stretch.passive(verb):
        return
    words = [token for doer in doers for token in stretch.phrase(doer)]
    words += stretch.undergoers(verb)
    guns = any(token.lemma in lemmas("attack.shelling.guns") | {"shell", "howitzer"} for token in words)
    same = earlier_strike(view, target) if target is not None and not guns else None
    armies = any(token.lemma in ARMIES for token in words) or view.scene.side(actor) == (actor.name if actor else None)
    built = any(head.lemma in SITES | TOWNS or names_place(view, stretch, head) for head in struck)
    kind = "shelling" if guns or (armies and built) else "assault"
    if same is not None:  # "fired on the building", of which a shelling was told
        kind, target = str(same.get("kind") or kind), str(same.get("target"))
        where = Where(same.ref("place") or where.place)
    part = None if target else where.part
    yield found(
        view, stretch, verb, "attack", light, kind=kind, actor=actor, target=target, place=where.place, part=part
    )


def _is_witness(view: View, stretch: Stretch, doers: list[Token], actor: Ref | None) -> bool:
    """Is it a person, or "our guns" of whoever speaks without a name ("a resident"), and so nobody that has guns?"""
    if actor is None or actor.kind is EntityKind.PERSON:
        return actor is not None
    speaks = view.claimant is not None and actor.name == view.claimant.name and actor.kind is EntityKind.GROUP
    ours = any(c.text.lower() in FIRST_PERSON for doer in doers for c in stretch.children(doer, "poss"))
    return speaks and ours and not fights(view, actor)


def _shot_at(stretch: Stretch, verb: Token) -> list[Token]:
    """What was fired on; "at fleeing prisoners", where the parser makes "fleeing" the head, is at prisoners."""
    heads = stretch.prepositional(verb, "on", "at", "upon", "into", "towards", "toward")
    nouns = [noun for head in heads for noun in (stretch.children(head, "dobj") if head.tag == "VBG" else [head])]
    return [noun for noun in nouns if noun.text.lower() not in AT_NOBODY and not _is_nobody(stretch, noun)]


def _is_nobody(stretch: Stretch, noun: Token) -> bool:
    """ "Nobody", "no one"; "one of the buses" is somebody's bus."""
    none = stretch.has_no(noun)
    return noun.text.lower() in NOBODY or (noun.text.lower() == "one" and none)


def _entered(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Saboteurs entered our territory", "crossed the border into"."""
    doers = stretch.doers(verb)
    intruder = any(doer.lemma in lemmas("attack.raid.intruders") or party(view, stretch, doer) for doer in doers)
    grounds = [noun for noun in stretch.undergoers(verb) if noun.lemma in lemmas("attack.raid.grounds")]
    saboteurs = any(word.lemma in lemmas("attack.raid.stealthy") for doer in doers for word in stretch.subtree(doer))
    if not intruder or not (grounds or (saboteurs and stretch.undergoers(verb))):
        return
    heads = stretch.prepositional(verb, "into", "in", "near", "from", "of", "at") + stretch.undergoers(verb)
    where = struck_place(view, stretch, heads)
    actor = first_party(view, stretch, doers)
    if where.place is not None:
        yield found(view, stretch, verb, "attack", light, kind="raid", actor=actor, place=where.place)
