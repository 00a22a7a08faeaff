"""Who holds a place, by verbs: captures, losses, holding on, flags, "in our hands". `captures` reads the nouns for
them.

Enters a view; leaves `control` propositions. `extent` is full unless words or a part of the place say less. Wishes,
plans
and attempts are refused.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.frames.conflict.captures import capture
from counterclaim.frames.conflict.holding import (
    Hold,
    extent_of,
    ground_of,
    holding,
    is_ground,
    known_taker,
    unnamed_taker,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import DISTRICTS, PORTIONS, locate
from counterclaim.frames.who import (
    FIRST_PERSON,
    FORCES,
    enemy_party,
    first_party,
    nation_of,
    own_forces,
    own_party,
    party,
    subject_of_infinitive,
)
from counterclaim.model import Proposition, Quotation, Ref, Token

# What is taken in set phrases: taking part, taking place, taking office.
NO_GROUND = frozenset(["part", "place", "office", "side", "share", "stage"])
LASTING = ("remain", "stay")
COMING = ("come", "pass", "fall", "return", "bring", "move", "go")


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on who holds what."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
                yield from _verb(view, stretch, token)
            if token.pos in ("NOUN", "PROPN") or token.tag == "VBG":
                yield from capture(view, stretch, token)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    readers = [reader for path, reader in VERB_READERS if verb.lemma in lemmas(path)]
    if not readers:
        return
    light = force(stretch, verb)
    lasting = light.phase is Phase.PLANNED and (
        verb.lemma in (*LASTING, *lemmas("control.keep.verbs"))
        or (light.negated and verb.lemma in lemmas("control.lose.falls"))  # "will never fall"
    )
    for reader in readers if light.actual or lasting else ():
        yield from reader(view, stretch, verb, light)


def _taking(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Took control of", "gained a hold over", "took the town", "took over the port"."""
    for noun in stretch.undergoers(verb):
        if noun.lemma in lemmas("control.keep.grips"):
            heads = stretch.prepositional(noun, "of", "over", "in") + stretch.prepositional(verb, "of", "over", "in")
            where = locate(view, stretch, heads)
            holder = _doer(view, stretch, verb) or unnamed_taker(view, verb, where)
            extent = extent_of(stretch, verb, heads, where)
            yield from holding(view, stretch, verb, light, where, Hold(holder, extent, "gained"))
            return
    if verb.lemma in ("take", "retake") and not _set_phrase(stretch, verb):
        yield from _gained(view, stretch, verb, light)


def _set_phrase(stretch: Stretch, verb: Token) -> bool:
    """ "Took part in the talks", "took place in the town"; not "took part of the town"."""
    return any(noun.lemma in NO_GROUND and not stretch.prepositional(noun, "of") for noun in stretch.undergoers(verb))


def _doer(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Who does it; of a bare infinitive whoever is to do it."""
    doers = stretch.doers(verb)
    return first_party(view, stretch, doers) if doers else subject_of_infinitive(view, stretch, verb)


def _gained(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    objects, heads = ground_of(view, stretch, verb)
    doer = _doer(view, stretch, verb)
    if not objects or (doer is None and stretch.doers(verb)):
        return
    where = locate(view, stretch, heads)
    hold = Hold(doer or unnamed_taker(view, verb, where), extent_of(stretch, verb, objects, where), "gained")
    yield from holding(view, stretch, verb, light, where, hold)


def _lost(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    objects, heads = ground_of(view, stretch, verb)
    grips = [noun for noun in stretch.undergoers(verb) if noun.lemma in lemmas("control.keep.grips")]
    for noun in grips:
        heads += stretch.prepositional(noun, "of", "over", "in")
    given = verb.lemma != "give" or any(child.text.lower() == "up" for child in stretch.children(verb, "prt"))
    own = stretch.passive(verb) and not stretch.agents(verb)  # "the ridge was lost", by those who say so
    holder = own_forces(view, verb.text) if own else first_party(view, stretch, stretch.doers(verb))
    if not (objects or grips) or not given or holder is None:
        return
    where = locate(view, stretch, heads)
    if light.negated and _is_piece(objects):
        yield from holding(view, stretch, verb, light, replace(where, part=None), Hold(holder, "none", "lost"))
        yield from holding(view, stretch, verb, None, replace(where, part=None), Hold(holder, "full", "kept"))
    elif where.part or not where.portion:  # of "most of the town" the rest is not told
        yield from holding(view, stretch, verb, light, where, Hold(holder, "none", "lost"))


def _is_piece(objects: list[Token]) -> bool:
    """ "Not one street", "no part": who has lost no piece of a place holds all of it."""
    pieces = PORTIONS | DISTRICTS
    return any(token.lemma in pieces and token.tag == "NN" for token in objects)


def _handed(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town was handed over to X", "handed X the town"."""
    objects, heads = ground_of(view, stretch, verb)
    taker = first_party(view, stretch, stretch.prepositional(verb, "to"))
    over = verb.lemma != "turn" or any(child.text.lower() == "over" for child in stretch.children(verb, "prt"))
    if objects and taker is not None and over:
        where = locate(view, stretch, [head for head in heads if head in objects])
        hold = Hold(taker, extent_of(stretch, verb, objects, where), "gained")
        yield from holding(view, stretch, verb, light, where, hold)


def _resisting(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town is holding out": whoever defends it still has a part of it."""
    subjects = [noun for noun in stretch.children(verb, "nsubj") if is_ground(view, stretch, noun)]
    out = any(child.text.lower() == "out" for child in stretch.children(verb, "prt", "advmod"))
    holder = own_forces(view, verb.text)
    if subjects and out and holder is not None:
        yield from holding(view, stretch, verb, light, locate(view, stretch, subjects), Hold(holder, "partial", "kept"))


def _fallen(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town has fallen (to X)", "has yet to fall"."""
    head = stretch.head(verb)
    nouns = stretch.children(verb, "nsubj") or (stretch.children(head, "nsubj") if verb.dep == "xcomp" else [])
    subjects = [noun for noun in nouns if is_ground(view, stretch, noun)]
    states = [
        noun
        for noun in stretch.prepositional(verb, "into", "under", "in")
        if noun.lemma in lemmas("control.keep.states")
    ]
    if not subjects or states or stretch.children(verb, "dobj", "acomp"):
        return  # "fell into their hands" is read as a state
    where = locate(view, stretch, subjects)
    holder = first_party(view, stretch, stretch.prepositional(verb, "to")) or known_taker(view, where)
    holder = holder or (enemy_party(view, verb.text) if light.negated else None)
    yield from holding(view, stretch, verb, light, where, Hold(holder, "full", "gained"))


def _changed_hands(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    subjects = [noun for noun in stretch.children(verb, "nsubj") if is_ground(view, stretch, noun)]
    if not subjects or not any(noun.lemma == "hand" for noun in stretch.undergoers(verb)):
        return
    where = locate(view, stretch, subjects)
    holder = enemy_party(view, verb.text) if light.negated or view.denied else known_taker(view, where)
    if holder is not None:
        hold = Hold(holder, extent_of(stretch, verb, subjects, where), "gained")
        yield from holding(view, stretch, verb, light, where, hold)


def _kept(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Controls the port", "the west is held by", and of one's own: "the line holds", "the west is held"."""
    objects, heads = ground_of(view, stretch, verb)
    subjects = stretch.children(verb, "nsubj")
    if not objects and verb.lemma == "control" and not stretch.passive(verb):
        objects = stretch.undergoers(verb)
        heads = [*objects, *heads]
    holder = first_party(view, stretch, stretch.doers(verb))
    alone = verb.lemma == "hold" and not stretch.undergoers(verb) and not stretch.children(verb, "prt")
    own = [noun for noun in subjects if is_ground(view, stretch, noun)] if alone else []
    if own or (stretch.passive(verb) and not stretch.agents(verb)):
        objects, heads = own or objects, [*own, *heads]
        holder = own_party(view, verb.text) if view.claimant_side is not None else None
    if not objects or holder is None:
        return
    subject_places = [below for noun in subjects for below in stretch.prepositional(noun, "in", "at", "on")]
    where = locate(view, stretch, [*heads, *subject_places])
    kept = "kept" if _still(stretch, verb) or verb.lemma in lemmas("control.keep.lasting") else None
    hold = Hold(holder, extent_of(stretch, verb, objects, where), kept)
    yield from holding(view, stretch, verb, light, where, hold)


def _flag(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Raised the flag over the town"."""
    nouns = stretch.undergoers(verb) or (stretch.children(verb, "nsubj") if verb.lemma in ("fly", "wave") else [])
    flags = [noun for noun in nouns if noun.lemma in lemmas("control.flag.nouns")]
    over = ("over", "in", "above", "at", "on", "atop")
    heads = stretch.prepositional(verb, *over) + [
        below for noun in flags for below in stretch.prepositional(noun, *over)
    ]
    if not flags or not heads:
        return
    where = locate(view, stretch, heads)
    doers = [] if verb.lemma in ("fly", "wave") else stretch.doers(verb)
    owners = [flags[0], *stretch.prepositional(flags[0], "of")]
    holder = nation_of(view, stretch, flags[0]) or first_party(view, stretch, [*doers, *owners])
    if holder is not None:
        hold = Hold(holder, extent_of(stretch, verb, heads, where), "gained")
        yield from holding(view, stretch, verb, light, where, hold)


def _state(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town is ours", "remains in our hands", "came under rebel control", "is Orvenian"; "are in control of
    the port"."""
    yield from _in_control(view, stretch, verb, light)
    yield from _present(view, stretch, verb, light)
    subjects = [s for s in stretch.children(verb, "nsubj", "nsubjpass") if is_ground(view, stretch, s)]
    if not subjects:
        return
    where = locate(view, stretch, subjects)
    change = "gained" if verb.lemma in COMING else "kept" if verb.lemma in LASTING or _still(stretch, verb) else None
    for child in stretch.children(verb, "attr", "acomp", "oprd", "advmod"):
        holder = _possessor(view, stretch, child)
        if holder is not None:
            hold = Hold(holder, extent_of(stretch, verb, subjects, where), change)
            yield from holding(view, stretch, verb, light, where, hold)
    states = stretch.prepositional(verb, "in", "under", "into")
    for quality in stretch.children(verb, "acomp"):  # "calm and under the control of"
        joined = [prep for prep in stretch.children(quality, "conj", "prep") if prep.text.lower() == "under"]
        states += [noun for prep in joined for noun in stretch.children(prep, "pobj")]
    for noun in states:
        holder = _whose(view, stretch, noun) if noun.lemma in lemmas("control.keep.states") else None
        if holder is not None:
            near = {child.lemma for child in (*stretch.children(noun, "amod"), *stretch.children(verb, "advmod"))}
            partly = bool(near & lemmas("control.words.partial"))
            extent = "partial" if partly else extent_of(stretch, verb, subjects, where)
            none = any(child.text.lower() == "no" for child in stretch.children(noun, "det"))
            seen = Force(light.phase, light.negated or none, light.no_longer)
            yield from holding(view, stretch, verb, seen, where, Hold(holder, extent, change))


def _still(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))


def _possessor(view: View, stretch: Stretch, word: Token) -> Ref | None:
    """ "Ours", "Orvenian", and of one's own place "free"."""
    if word.text.lower() in lemmas("control.keep.possessives"):
        return own_party(view, word.text)
    nation = view.scene.nation(word)
    if nation is not None and word.pos in ("ADJ", "PROPN") and not stretch.children(word, "compound", "det"):
        return view.scene.named(nation, word.text)
    free = word.lemma in ("free", "liberated") and not stretch.children(word, "prep") and view.claimant_side is not None
    return own_party(view, word.text) if free else None


def _whose(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    for child in stretch.children(noun, "poss", "compound", "amod", "nmod"):
        if child.text.lower() in FIRST_PERSON:
            return own_party(view, child.text)
    doers = stretch.children(noun, "poss", "compound") + stretch.prepositional(noun, "of", "by")
    forces = [child for child in stretch.children(noun, "amod") if child.lemma in FORCES]  # "in rebel hands"
    return nation_of(view, stretch, noun) or first_party(view, stretch, doers + forces)


def _in_control(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    for noun in stretch.prepositional(verb, "in"):
        heads = (
            [h for h in stretch.prepositional(noun, "of") if is_ground(view, stretch, h)]
            if noun.lemma in ("control", "possession", "charge", "command")
            else []
        )
        holder = first_party(view, stretch, stretch.doers(verb)) if heads else None
        if holder is not None:
            where = locate(view, stretch, heads)
            hold = Hold(holder, extent_of(stretch, noun, heads, where))
            yield from holding(view, stretch, verb, light, where, hold)


def _present(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """Troops that are in a place hold a part of it ("our army is in the west"); so do "we" in the claimant's own
    words."""
    yield from _nobody_there(view, stretch, verb)
    subjects = stretch.children(verb, "nsubj")
    speaking = view.quotation is Quotation.DIRECT and own_forces(view, "we") is not None
    troops = [s for s in subjects if s.lemma in FORCES or (speaking and s.text.lower() == "we")]
    if verb.lemma not in ("be", *LASTING) or not troops or stretch.children(verb, "attr", "acomp"):
        return
    heads = [h for h in stretch.prepositional(verb, "in", "inside") if is_ground(view, stretch, h)]
    where = locate(view, stretch, heads) if heads else None
    holder = party(view, stretch, troops[0])
    broad = where is not None and where.place is not None and view.scene.is_region(where.place)
    if where is not None and holder is not None and not broad:
        change = "kept" if _still(stretch, verb) or verb.lemma in LASTING else None
        yield from holding(view, stretch, verb, light, where, Hold(holder, "partial", change))


def _nobody_there(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "There are no rebels in the town", "there is no Grey Wolf at the airfield"."""
    if verb.lemma != "be" or not stretch.children(verb, "expl") or verb.tag not in ("VBZ", "VBP"):
        return
    for noun in stretch.children(verb, "attr", "nsubj"):
        no = any(child.text.lower() in ("no", "not") for child in stretch.children(noun, "det", "neg", "preconj"))
        heads = stretch.prepositional(noun, "in", "at", "inside") + stretch.prepositional(verb, "in", "at", "inside")
        heads = [head for head in heads if is_ground(view, stretch, head)]
        troops = noun.lemma in FORCES or noun.pos == "PROPN"
        holder = party(view, stretch, noun) if no and heads and troops else None
        where = locate(view, stretch, heads) if holder is not None else None
        if where is not None and where.place is not None and not where.part and not view.scene.is_region(where.place):
            yield from holding(view, stretch, verb, Force(Phase.ONGOING), where, Hold(holder, "none"))


VERB_READERS = (
    ("control.gain.light", _taking),
    ("control.gain.verbs", _gained),
    ("control.gain.changing", _changed_hands),
    ("control.lose.verbs", _lost),
    ("control.lose.falls", _fallen),
    ("control.lose.handing", _handed),
    ("control.keep.resisting", _resisting),
    ("control.keep.verbs", _kept),
    ("control.flag.verbs", _flag),
    ("control.keep.being", _state),
)
