"""Attacks told by a noun: "a strike on the town killed three", "the shelling of the market by the rebels".

Enters a noun; leaves `attack` propositions. A noun that only names an attack, of which nothing is said, tells none.
"""

from collections.abc import Iterator

from counterclaim.frames.belied import REPORTS
from counterclaim.frames.conflict.costs import costs
from counterclaim.frames.conflict.events import ON, kind_of, place_told
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import fights
from counterclaim.frames.conflict.strikers import accused, camp, somebody
from counterclaim.frames.conflict.struck import can_be_struck, named_beside, target_words
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.off_map import unmapped
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import SITES, Where, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import first_party, nation_of
from counterclaim.model import Proposition, Ref, Stance, Token

# What is told of something that an attack befell; what it may be called.
HARMED = lemmas("attack.wrecking.verbs") | lemmas("attack.strike.verbs") | {"burn", "sink"}
AIMS_OF = frozenset(["target", "object", "scene", "victim"])
PEOPLE = lemmas("losses.general.people")
BEGUN = frozenset(["begin", "start", "commence", "continue", "resume", "launch", "proceed", "develop"])
HEARD = frozenset(["hear", "report", "see", "record", "register"])


def is_shelling(view: View, stretch: Stretch, token: Token) -> bool:
    """ "Shelling", "bombing", which the parser takes for a participle: "by Tarvian shelling in Karsh" too."""
    if token.tag != "VBG" or token.lemma not in lemmas("attack.shelling.verbs") | {"bomb"}:
        return False
    by = token.dep == "csubj" and bool(stretch.agents(token))  # "shelling by Tarvia killed four"
    return token.dep in ("nsubj", "nsubjpass") or by or _nation_before(view, stretch, token) is not None


def _nation_before(view: View, stretch: Stretch, token: Token) -> Token | None:
    """The adjective of a nation that the parser makes the object of "by", and the shelling a clause of its own."""
    before = next((other for other in stretch.tokens if other.i == token.i - 1), None)
    alone = before is not None and before.dep == "pobj" and token.pos == "VERB"
    return before if before is not None and alone and view.scene.nation(before) is not None else None


def named_attacks(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "A Russian strike on the town killed three", "in the shelling of the market by the rebels"."""
    kind = kind_of(noun) or ("shelling" if is_gunfire(stretch, noun) else None)
    if kind is None or noun.lemma in ("artillery", "missile", "rocket", "drone", "mortar"):
        return
    if noun.dep == "nsubj" and stretch.head(noun).lemma in lemmas("fighting.ongoing") | lemmas("fighting.ended"):
        yield from _going_on(view, stretch, noun, kind)
        return
    if noun.dep == "nsubjpass" and stretch.head(noun).lemma in HEARD:
        yield from _heard(view, stretch, noun, kind)
        return
    owners = [*stretch.agents(noun), *stretch.children(noun, "poss", "compound"), *stretch.prepositional(noun, "by")]
    whose = _nation_before(view, stretch, noun) or noun
    named = nation_of(view, stretch, whose) or camp(view, stretch, noun)
    actor = named or somebody(view, first_party(view, stretch, owners))
    heads = stretch.prepositional(noun, *ON) or _hung_above(stretch, noun)
    where = locate(view, stretch, heads, default=False)
    verb = stretch.clause(noun)
    of = [head for head in stretch.prepositional(noun, "of") if _is_struck(view, stretch, head)]
    struck = stretch.prepositional(noun, "on", "against") or _hung_above(stretch, noun)
    target = target_words(view, stretch, [*struck, *of])
    dead = costs(stretch, noun, verb)
    again = place_told(view, stretch, kind) if dead and noun.dep == "pobj" else None  # "nine died in the shelling"
    none = _none(stretch, noun, verb)
    if none and where.place is None:
        where = Where(unmapped(view, stretch, heads), where.part)  # "there was no massacre at Orsk"
    refuted = bool(where.named) and (_is_refuted(view, stretch, noun) or _is_confirmed(view, stretch, noun))
    hit = _befallen(view, stretch, noun) if not heads else []
    if hit:  # "the port was damaged in a drone attack", "was the target of a missile attack"
        where, target = locate(view, stretch, hit, default=False), target_words(view, stretch, hit)
    begun = kind in ("assault", "offensive") and bool(where.named) and _is_begun(stretch, noun, verb)
    told = (
        none or refuted or begun or bool(hit) or (dead and (view.scene.warlike or bool(where.named or target or again)))
    )
    if actor is None and dead and noun.dep == "pobj":
        actor = _killer(view, stretch, verb)
    if actor is None and not told and view.accuses and (target or where.named):
        actor = first_party(view, stretch, accused(view, stretch, []))
    if where.place is None and (target or dead):
        about = named_beside(view, stretch, actor) or place_told(view, stretch, kind)
        where = Where(about or (place_in_question(view, stretch, noun) if told else None))
    nowhere = where.place is None and not (target or dead)
    if (
        nowhere
        or (actor is None and not told)
        or (actor is not None and where.place and actor.name == where.place.name)
    ):
        return
    if verb is not noun and not force(stretch, verb).actual:
        return
    kind = by_weapon(stretch, noun, kind)
    part = None if target else where.part
    light = Force(Phase.DONE, negated=True) if none else None
    yield found(
        view, stretch, noun, "attack", light, kind=kind, actor=actor, target=target, place=where.place, part=part
    )


def _none(stretch: Stretch, noun: Token, verb: Token) -> bool:
    """ "There was no strike by our forces on the hospital", "no shelling of the market took place"."""
    no = stretch.has_no(noun)
    there = bool(stretch.children(verb, "expl")) and (no or bool(stretch.children(verb, "neg")))
    occurring = verb.lemma in ("take", "occur", "happen", "be") and noun.dep == "nsubj"
    return there or (no and occurring)


def _befallen(view: View, stretch: Stretch, noun: Token) -> list[Token]:
    """What an attack befell, by a verb or noun that says so of its subject."""
    preposition = stretch.head(noun)
    above = stretch.head(preposition)
    nation = _nation_before(view, stretch, noun)
    if nation is not None and stretch.head(nation).text.lower() == "under":  # "came under Tarvian shelling"
        return [subject for subject in stretch.children(preposition, "nsubj") if can_be_struck(view, stretch, subject)]
    if noun.dep != "pobj" or above is preposition or not view.scene.warlike:
        return []
    struck = preposition.text.lower() in ("in", "by", "during") and above.lemma in HARMED and stretch.passive(above)
    if struck:
        subjects = stretch.undergoers(above)
    elif preposition.text.lower() == "of" and above.lemma in AIMS_OF and above.dep == "attr":
        subjects = stretch.children(stretch.head(above), "nsubj")
    else:
        return []
    return [subject for subject in subjects if can_be_struck(view, stretch, subject) and subject.lemma not in PEOPLE]


def _is_begun(stretch: Stretch, noun: Token, verb: Token) -> bool:
    """ "The storming of the town has begun", "the assault on X is under way"."""
    if noun.dep not in ("nsubj", "nsubjpass") or not force(stretch, verb).actual or force(stretch, verb).negated:
        return False
    under_way = verb.lemma == "be" and any(token.lemma == "way" for token in stretch.prepositional(verb, "under"))
    under_way |= any(child.lemma == "underway" for child in stretch.children(verb, "acomp", "advmod"))
    return under_way or verb.lemma in BEGUN


def _is_refuted(view: View, stretch: Stretch, noun: Token) -> bool:
    """ "(Denied) an air strike on X", "(called) reports about a strike on X false": that there was one."""
    above = stretch.head(noun)
    if view.stance is not Stance.DENIES or not view.cue:
        return False
    if above is noun:
        return True
    reports = stretch.head(above)
    told = noun.dep == "pobj" and above.text.lower() in ("about", "of", "on") and reports.lemma in REPORTS
    return told or (above.text.lower() == "about" and stretch.head(above) is above)


def _is_confirmed(view: View, stretch: Stretch, noun: Token) -> bool:
    """ "(Confirmed) the air strike on X"."""
    return view.stance is Stance.CONFIRMS and bool(view.cue) and stretch.head(noun) is noun


def _hung_above(stretch: Stretch, noun: Token) -> list[Token]:
    """ "Killed in air strike on X market": the parser hangs "on" on the verb."""
    above = stretch.head(stretch.head(noun)) if noun.dep == "pobj" else noun
    if above is noun or above.pos != "VERB":
        return []
    preps = [prep for prep in stretch.children(above, "prep") if prep.i == noun.i + 1 and prep.text.lower() == "on"]
    return [head for prep in preps for head in stretch.children(prep, "pobj")]


def _is_struck(view: View, stretch: Stretch, head: Token) -> bool:
    """Of "the shelling of" what: a building or people, and not those who shell."""
    return head.lemma.lower() in SITES | lemmas("attack.doing.targets") or first_party(view, stretch, [head]) is None


def by_weapon(stretch: Stretch, noun: Token, kind: str | None) -> str | None:
    """A "missile attack" is a strike, an "artillery attack" shelling."""
    words = {word.lemma for word in stretch.children(noun, "compound", "amod", "nmod")} if kind == "assault" else set()
    if words & lemmas("attack.shelling.nouns"):
        return "shelling"
    return "strike" if words & (lemmas("attack.strike.weapons") | {"air", "aerial"}) else kind


def is_gunfire(stretch: Stretch, noun: Token) -> bool:
    """ "Mortar fire", "artillery fire"."""
    guns = lemmas("attack.shelling.guns")
    return noun.lemma == "fire" and any(child.lemma in guns for child in stretch.children(noun, "compound", "amod"))


def _killer(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "(The army said) it killed 40 rebels in Thursday's strike": whose strike it was."""
    doers = [] if stretch.passive(verb) else stretch.doers(verb)
    doer = first_party(view, stretch, doers)
    return doer if fights(view, doer) and not any(d.lemma in lemmas("attack.strike.weapons") for d in doers) else None


def _heard(view: View, stretch: Stretch, noun: Token, kind: str) -> Iterator[Proposition]:
    """ "Shelling could be heard from the port": what can be heard happens."""
    verb = stretch.head(noun)
    if kind in ("shelling", "strike") and not force(stretch, verb).negated:
        heads = stretch.prepositional(noun, *ON) + stretch.prepositional(verb, "in", "at", "near", "around", "across")
        where = locate(view, stretch, heads)
        actor = nation_of(view, stretch, noun)
        yield found(view, stretch, verb, "attack", Force(Phase.DONE), kind=kind, actor=actor, place=where.place)


def _going_on(view: View, stretch: Stretch, noun: Token, kind: str) -> Iterator[Proposition]:
    """ "The shelling has not stopped": it happens, whoever does it."""
    verb = stretch.head(noun)
    if kind not in ("shelling", "strike") or not force(stretch, verb).actual:
        return
    owners = [*stretch.agents(noun), *stretch.children(noun, "poss", "compound")]
    actor = nation_of(view, stretch, noun) or first_party(view, stretch, owners)
    heads = stretch.prepositional(noun, *ON) + stretch.prepositional(verb, "in", "at", "near", "around")
    where = locate(view, stretch, heads)
    yield found(view, stretch, noun, "attack", kind=kind, actor=actor, place=where.place, part=where.part)
