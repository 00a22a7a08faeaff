"""Who began it: "the first shots were Tarvian", "the first gun was theirs", "the Orvenians started the shooting".

Enters a view; leaves `attack` propositions, at the place in question where the words name none.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import kind_of, last_event
from counterclaim.frames.conflict.exchanges import FIRES
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import armed
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.off_map import unmapped
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import Where, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import enemy_party, nation_of, own_forces
from counterclaim.model import Proposition, Ref, Token, Value

SHOTS = lemmas("attack.doing.shots") | {"gun", "broadside", "fusillade"}
FIRST = frozenset(["first", "opening"])
BEGINS = frozenset(["begin", "start", "open", "commence", "unleash", "initiate", "provoke", "instigate", "trigger"])
BATTLES = frozenset(
    [
        "shooting",
        "firing",
        "hostility",
        "hostilities",
        "fighting",
        "shelling",
        "skirmish",
        "clash",
        "confrontation",
        "incident",
        "conflict",
    ]
)
ATTACKS = lemmas("attack.assault.verbs") | {"strike", "shell", "bomb", "invade"}
LAUNCHES = frozenset(["launch", "mount", "stage", "carry", "make", "conduct", "unleash", "commit", "undertake"])
LOOSING = FIRES | {"loose", "discharge", "let", "send"}
WORDS = FIRST | BATTLES | LAUNCHES
AT = ("in", "at", "near", "on", "off", "around", "along", "upon")


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on who began the shooting."""
    if not view.scene.warlike:
        return
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.lemma == "be":
                yield from _was_theirs(view, stretch, token)
            elif token.pos == "VERB" and token.lemma in BEGINS | LOOSING | {"draw"}:
                yield from _began(view, stretch, token)
            if token.pos == "VERB" and token.lemma in ATTACKS | LAUNCHES | {"open"}:
                yield from _attacked(view, stretch, token)


def _was_theirs(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The first gun was theirs", "the opening shots were Tarvian"."""
    shots = [noun for noun in stretch.children(verb, "nsubj") if noun.lemma in SHOTS and _is_first(stretch, noun)]
    for word in stretch.children(verb, "attr", "acomp") if shots else ():
        actor = _whose(view, stretch, word)
        if actor is not None:
            yield from _told(view, stretch, verb, [verb, *shots], actor)


def _whose(view: View, stretch: Stretch, word: Token) -> Ref | None:
    if word.text.lower() in lemmas("control.keep.possessives"):
        return own_forces(view, word.text)
    if word.text.lower() in lemmas("control.keep.others"):
        return enemy_party(view, word.text)
    nation = view.scene.nation(word)
    return view.scene.named(nation, word.text) if nation is not None else nation_of(view, stretch, word)


def _began(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Started the shooting", "loosed off the first round", "drew first blood"."""
    objects = stretch.undergoers(verb)
    battles = [noun for noun in objects if noun.lemma in BATTLES and verb.lemma in BEGINS]
    shots = [noun for noun in objects if noun.lemma in SHOTS and _is_first(stretch, noun) and verb.lemma in LOOSING]
    blood = [noun for noun in objects if noun.lemma == "blood" and _is_first(stretch, noun) and verb.lemma == "draw"]
    began = battles or shots or blood
    actor = armed(view, stretch, stretch.doers(verb)) if began else None
    if actor is not None and force(stretch, verb).actual:
        yield from _told(view, stretch, verb, [verb, *began], actor)


def _attacked(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "They attacked first", "were the first to attack", "launched a provocative attack": on whom, is left open."""
    objects = stretch.undergoers(verb)
    named = [noun for noun in objects if kind_of(noun) in ("assault", "raid", "offensive") and verb.lemma in LAUNCHES]
    fire = [noun for noun in objects if noun.lemma == "fire" and verb.lemma == "open"]
    bare = verb.lemma in ATTACKS and not objects
    top = stretch.head(verb)
    ranked = verb.dep in ("relcl", "acl", "xcomp") and top.text.lower() == "first"
    first = ranked or any(
        child.text.lower() == "first" for child in stretch.children(verb, "advmod", "oprd", "npadvmod")
    )
    doers = stretch.doers(verb)
    if ranked:
        doers = stretch.children(stretch.head(top), "nsubj")
    actor = armed(view, stretch, doers) if not stretch.passive(verb) else None
    light = force(stretch, stretch.head(top) if ranked else verb)
    begun = named or (first and (bare or fire))
    if begun and actor is not None and light.actual and not light.negated and not _placed(stretch, verb, named):
        yield from _told(view, stretch, verb, [verb], actor)


def _placed(stretch: Stretch, verb: Token, named: list[Token]) -> bool:
    """Do the words say on whom or what, as the rules for attacks read it?"""
    words = [verb, *named] if named else []
    return any(stretch.prepositional(word, "on", "against") for word in words)


def _is_first(stretch: Stretch, noun: Token) -> bool:
    return any(child.lemma in FIRST for child in stretch.children(noun, "amod", "compound", "nummod"))


def _told(view: View, stretch: Stretch, verb: Token, words: list[Token], actor: Ref) -> Iterator[Proposition]:
    heads = [head for word in words for head in stretch.prepositional(word, *AT)]
    where = locate(view, stretch, heads, default=False) if heads else Where(None)
    last = last_event(view)
    place = where.place or (last.place if last is not None else None) or place_in_question(view, stretch, verb)
    place = place or unmapped(view, stretch, heads)  # of the clash that the report is about, be it on no map
    roles: dict[str, Value] = {"kind": "assault", "actor": actor, "place": place, "part": where.part}
    yield found(view, stretch, verb, "attack", force(stretch, verb), **roles)
