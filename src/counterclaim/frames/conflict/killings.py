"""Attacks told as the killing of people who do not fight: "soldiers executed 40 villagers in Karsh", "the police shot
nobody", "(accused the army of) butchering farmers", "(denied) that civilians were massacred".

Enters a view; leaves `attack` propositions. The dead of a battle are losses and no attack, and so are people whom a
strike killed: the strike is told by its own noun. Who killed must be a party or armed people, unless it is denied that
anybody did.
"""

from collections.abc import Iterator, Sequence

from counterclaim.frames.conflict.attack_nouns import is_shelling
from counterclaim.frames.conflict.events import kind_of, place_told
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.strikers import accused, own_deed, shooters
from counterclaim.frames.conflict.victims import CIVILIANS, PEOPLE, SOLDIERS, STATES_OF
from counterclaim.frames.force import Force, force
from counterclaim.frames.found import found
from counterclaim.frames.off_map import unmapped
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import place_in_question, place_of_sentence, stay_of
from counterclaim.frames.who import CROWDS, ENEMIES, FORCES, REBELS, first_party
from counterclaim.frames.worded import bare_words
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

# Nobody is executed or massacred by chance, so to deny it is to deny a deed.
DELIBERATE = lemmas("attack.killing.deliberate")
VERBS = lemmas("attack.killing.verbs") | DELIBERATE
DOWN = lemmas("attack.killing.down")  # "gunned down"
HARM = lemmas("attack.killing.harm")
WORDS = VERBS | DOWN | HARM
ANYBODY = frozenset(["nobody", "none", "anyone", "anybody", "everyone", "everybody", "people", "person"])
COUNTS = frozenset(["hundred", "dozen", "score", "thousand", "ten", "number"])
HARMLESS = frozenset(["unarmed", "innocent", "peaceful", "defenceless", "defenseless"])
AT = ("in", "at", "near", "outside", "inside", "on", "around", "across")
MEANS = lemmas("attack.strike.weapons") | lemmas("attack.shelling.guns")
# Fighters by whatever name: that they were killed is a loss of theirs.
ARMED = (FORCES | SOLDIERS | ENEMIES | REBELS | frozenset(["militant", "terrorist", "gunman", "commander"])) - CIVILIANS


def propose(view: View, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """Every attack that is told as a killing; `told` is what else the claim says: whom raiders shot fell in a raid."""
    for one in _propose(view):
        actor = one.ref("actor")
        known = [other for other in told if other.frame == "attack" and other.negated == one.negated]
        laid = (other.ref("actor") for other in known)
        if not any(ref is not None and actor is not None and ref.name == actor.name for ref in laid):
            yield one


def _propose(view: View) -> Iterator[Proposition]:
    for stretch in view.stretches:
        for token in stretch.tokens:
            if (
                token.lemma in WORDS
                and token.pos == "VERB"
                and (token.lemma in VERBS | HARM or _is_down(stretch, token))
            ):
                yield from _killed(view, stretch, token)


def _is_down(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() == "down" for child in stretch.children(verb, "prt", "advmod", "prep"))


def _killed(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    victims = [victim for victim in stretch.undergoers(verb) if _is_harmless(view, stretch, victim)]
    if not light.actual or not victims or not view.scene.unrest or verb.dep == "amod":
        return
    if verb.lemma in HARM and not light.negated:
        return  # hurting is told as losses; that nobody was touched denies a deed
    doers = accused(view, stretch, stretch.doers(verb))
    if any(doer.lemma in MEANS or kind_of(doer) is not None or is_shelling(view, stretch, doer) for doer in doers):
        return
    actor = _killer(view, stretch, verb, doers)
    unnamed = stretch.passive(verb) and not doers and (view.denied or light.negated) and _is_deed(stretch, verb)
    unnamed &= verb.lemma not in HARM  # "nobody was hurt": of a deed nothing is said
    if actor is None and not unnamed:
        return
    roles: dict[str, Value] = {"kind": "assault", "actor": actor, "target": _target(view, stretch, victims[0])}
    none = any(_is_none(stretch, victim) for victim in victims)
    if verb.lemma == "kill" and not (none or light.negated or view.scene.warlike) and _are_counted(stretch, victims):
        return  # "two strikers were killed by the police", of whom a report on unrest counts the dead
    told = Force(light.phase, light.negated or none)
    yield found(view, stretch, verb, "attack", told, **roles, place=_where(view, stretch, verb, victims))


def _are_counted(stretch: Stretch, victims: list[Token]) -> bool:
    heads = [victim for victim in victims if victim.pos != "NUM"]
    return len(heads) < len(victims) or any(stretch.children(head, "nummod") for head in heads)


def _is_deed(stretch: Stretch, verb: Token) -> bool:
    """ "(Denied) that civilians had been killed": a deed, unless a strike or a battle is said to have done it."""
    within = stretch.prepositional(verb, "in", "by", "during", "from", "after")
    return verb.lemma in DELIBERATE or all(kind_of(noun) is None and noun.lemma not in MEANS for noun in within)


def _is_harmless(view: View, stretch: Stretch, victim: Token) -> bool:
    """People who are not said to fight: civilians, a crowd, "nobody", a number of those."""
    whole = _of_whom(stretch, victim)
    if whole is not victim:
        return _is_harmless(view, stretch, whole)
    beside = {child.lemma.lower() for child in stretch.children(victim, "amod", "compound", "nmod")}
    word = victim.lemma.lower()
    people = word in (CIVILIANS | CROWDS | PEOPLE | ANYBODY) or _is_nobody(stretch, victim)
    return people and (bool(beside & HARMLESS) or not ({word} | beside) & ARMED)


def _of_whom(stretch: Stretch, victim: Token) -> Token:
    """ "40 of the villagers", "hundreds of villagers": the villagers."""
    counted = victim.pos == "NUM" or victim.lemma in COUNTS or victim.text.lower() in ("none", "any", "one")
    return next(iter(stretch.prepositional(victim, "of") if counted else []), victim)


def _is_nobody(stretch: Stretch, noun: Token) -> bool:
    return noun.text.lower() == "one" and stretch.has_no(noun)


def _is_none(stretch: Stretch, victim: Token) -> bool:
    """ "Killed no civilians", "shot nobody", "killed no one but fighters"."""
    active = victim.dep not in ("nsubj", "nsubjpass")
    return active and (victim.text.lower() in ("nobody", "none") or stretch.has_no(victim))


def _killer(view: View, stretch: Stretch, verb: Token, doers: list[Token]) -> Ref | None:
    """Who killed: a party or armed people; a person alone is a murderer, and no side."""
    actor = shooters(view, stretch, doers) or first_party(view, stretch, doers) or own_deed(view, stretch, verb)
    person = actor is not None and actor.kind is EntityKind.PERSON and not any(d.lemma in FORCES for d in doers)
    town = actor is not None and actor.kind is EntityKind.PLACE and view.scene.side(actor) is None
    if actor is not None and actor.entity is None and view.accuses:  # the parser hangs "of shooting" on the accused
        name = actor.name.split(" of ")[0]
        return None if person or town else Ref(name, name, None, actor.kind)
    return None if person or town else actor


def _target(view: View, stretch: Stretch, victim: Token) -> str | None:
    """The people by their noun, without how many and that they are dead."""
    noun = _of_whom(stretch, victim)
    if noun.pos == "PRON" or noun.text.lower() in ANYBODY | STATES_OF | {"one"}:
        return None
    count = {t.text for t in stretch.phrase(noun) if t.pos == "NUM" or t.dep in ("quantmod", "advmod", "nummod", "det")}
    said = [word for word in bare_words(view, stretch, noun).split() if word.lower() not in STATES_OF]
    return " ".join(word for word in said if word not in count) or None


def _where(view: View, stretch: Stretch, verb: Token, victims: list[Token]) -> Ref | None:
    """As the words say, else what the sentence names, else where the attack was that was told last."""
    heads = [head for token in (verb, *victims) for head in stretch.prepositional(token, *AT)]
    place = locate(view, stretch, heads, default=False).place or unmapped(view, stretch, heads) or stay_of(view)
    if place is not None:
        return place
    about = place_of_sentence(view, stretch.sentence) or place_told(view, stretch, "assault")
    return about or place_in_question(view, stretch, verb)
