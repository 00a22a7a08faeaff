"""Who holds a place, by verbs: captures, holding on, flags. `yielding` reads the verbs for losses, `standing` those of
being ("in our hands"), `captures` the nouns.

Enters a view; leaves `control` propositions. `extent` is full unless words or a part of the place say less. Wishes,
plans and attempts are refused.
"""

from collections.abc import Iterator

from counterclaim.frames.belied import REPORTS
from counterclaim.frames.conflict.captures import capture
from counterclaim.frames.conflict.holding import (
    Ground,
    Hold,
    extent_of,
    gapped,
    ground_of,
    holding,
    holdings,
    is_ground,
    is_neither,
    known_taker,
    unnamed_taker,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import foe_in_quote
from counterclaim.frames.conflict.standing import LASTING, state, still, verbless
from counterclaim.frames.conflict.yielding import fallen, gone, handed, lost, never_left
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.stretch import RELATIVES, Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import Where, locate
from counterclaim.frames.who import (
    FIRST_PERSON,
    FORCES,
    enemy_party,
    first_party,
    nation_of,
    own_forces,
    own_party,
    subject_of_infinitive,
)
from counterclaim.model import EntityKind, Proposition, Ref, Token

# What is taken in set phrases: taking part, taking place, taking office.
FLAG = 6  # words before its verb within which a flag stands
CAPTIVE = frozenset(["prisoner", "captive", "hostage", "pow"])
# Troops that are a minister's own where nothing else is said of whose they are, and what else may be said.
OWN_MEN, STRANGE = lemmas("control.men.own"), lemmas("control.men.strange")
NO_GROUND = frozenset(["part", "place", "office", "side", "share", "stage"])


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on who holds what."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
                yield from _verb(view, stretch, token)
            elif token.tag == "NNS" and token.lemma in ("fly", "wave") and _flag_before(stretch, token):
                yield from _flag(view, stretch, token, Force(Phase.ONGOING))
            if token.pos in ("NOUN", "PROPN") or token.tag == "VBG":
                yield from capture(view, stretch, token)
                yield from verbless(view, stretch, token)


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
            over = stretch.prepositional(noun, "of", "over") or stretch.prepositional(verb, "of", "over")
            beside = stretch.prepositional(noun, "in") + stretch.prepositional(verb, "in")  # "of the palace in Karsh"
            ground = Ground(over or beside, [*over, *beside])
            where = locate(view, stretch, ground.heads)
            holder = _doer(view, stretch, verb) or unnamed_taker(view, verb, where)
            yield from holdings(view, stretch, verb, light, ground, Hold(holder, "full", "gained"))
            return
    if verb.lemma in ("take", "retake") and not _set_phrase(stretch, verb):
        yield from _gained(view, stretch, verb, light)


def _set_phrase(stretch: Stretch, verb: Token) -> bool:
    """ "Took part in the talks", "took place in the town"; not "took part of the town"."""
    if any(
        word.lemma in CAPTIVE for word in stretch.children(verb, "oprd", "dobj", "advmod", "attr", "xcomp", "acomp")
    ):
        return True  # "some of our soldiers were taken prisoner"
    return any(_is_idle(stretch, noun) for noun in stretch.undergoers(verb))


def _is_idle(stretch: Stretch, noun: Token) -> bool:
    """ "Took office", but not "took the governor's office"."""
    pointed = noun.lemma in ("office", "stage") and stretch.children(noun, "det", "poss", "compound", "nummod")
    return noun.lemma in NO_GROUND and not pointed and not stretch.prepositional(noun, "of")


def _doer(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Who does it; of a bare infinitive whoever is to do it."""
    claimed = _claimed_by(stretch, verb)
    doers = [doer for doer in stretch.doers(verb) if doer not in claimed] or claimed
    named = first_party(view, stretch, doers)
    if claimed and named is None:
        return nation_of(view, stretch, claimed[-1])
    return named if doers else subject_of_infinitive(view, stretch, verb)


def _claimed_by(stretch: Stretch, verb: Token) -> list[Token]:
    """ "The Front's claim of having captured X", "a Tarvian claim to have captured X": whose claim it is."""
    noun = stretch.head(verb) if verb.dep == "acl" else stretch.head(stretch.head(verb))
    told = verb.dep in ("pcomp", "acl") and noun.lemma in REPORTS
    return [*stretch.children(noun, "poss"), *stretch.prepositional(noun, "by", "of"), noun] if told else []


def _gained(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    objects, heads = ground_of(view, stretch, verb)
    taken = bool(objects) and objects == stretch.doers(verb)  # "Karsh liberated"
    doer = _doer(view, stretch, verb) if not taken else None
    named = stretch.doers(verb) or _claimed_by(stretch, verb)
    if not objects or (doer is None and named and not taken):
        return
    where = locate(view, stretch, heads)
    doer = _own_men(view, stretch, verb, doer) or doer
    holder = doer or _who_says_so(view, stretch, verb) or unnamed_taker(view, verb, where)
    change = "kept" if stretch.passive(verb) and still(stretch, verb) else "gained"  # "is occupied as before"
    aside = verb.dep == "relcl" and any(noun.lemma in RELATIVES for noun in stretch.children(verb, "dobj"))
    told = None if aside else light  # "X, which they took on Monday": presupposed, and not what is denied
    yield from holdings(view, stretch, verb, told, Ground(objects, heads), Hold(holder, "full", change))


def _own_men(view: View, stretch: Stretch, verb: Token, doer: Ref | None) -> Ref | None:
    """ "Marines and motor rifle troops had taken the station", in the mouth of their own minister."""
    doers = stretch.doers(verb)
    nameless = doer is not None and doer.entity is None and doer.kind is EntityKind.GROUP and bool(doers)
    modifiers = {t.lemma for one in doers for t in stretch.children(one, "amod", "compound", "nmod")}
    plain = all(one.lemma in OWN_MEN and one.pos == "NOUN" for one in doers)
    named = any(t.pos == "PROPN" or t.lemma in STRANGE for one in doers for t in stretch.phrase(one))
    return own_forces(view, verb.text) if nameless and plain and not named and not modifiers & STRANGE else None


def _who_says_so(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Of words without a subject ("'occupied half of the town', rebels say") it is those who say so."""
    active = not stretch.passive(verb) and stretch.head(verb) is verb and bool(stretch.children(verb, "dobj"))
    return own_forces(view, verb.text) if active else None


def _cleared(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Riot police cleared the square", "emptied the camp": of people, where there is unrest or war."""
    objects, heads = ground_of(view, stretch, verb)
    doers = stretch.doers(verb)
    armed = [doer for doer in doers if doer.lemma in FORCES or stretch.prepositional(doer, "of")]
    holder = first_party(view, stretch, armed) if view.scene.unrest else None
    ways = {"road", "way", "runway", "highway", "mine"}
    rid = [token for token in stretch.subtree(verb) if token.dep == "pobj" and stretch.head(token).text == "of"]
    if any(noun.lemma in DANGERS for noun in rid):
        return
    if light.phase is not Phase.DONE:
        return  # who is still clearing it does not have all of it
    if objects and holder is not None and not any(noun.lemma in ways for noun in objects):
        where = locate(view, stretch, heads)
        hold = Hold(holder, extent_of(stretch, verb, objects, where), "gained")
        yield from holding(view, stretch, verb, light, where, hold)


# Who clears ground of these holds it already, or works there.
DANGERS = frozenset(
    ["mine", "rubble", "debris", "ordnance", "explosive", "snow", "bomb", "landmine", "booby-trap", "wreckage"]
)


def _resisting(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town is holding out": whoever defends it still has a part of it."""
    subjects = [noun for noun in stretch.children(verb, "nsubj") if is_ground(view, stretch, noun)]
    out = any(child.text.lower() == "out" for child in stretch.children(verb, "prt", "advmod"))
    holder = own_forces(view, verb.text)
    doers = [noun for noun in stretch.children(verb, "nsubj") if noun.lemma in FORCES] if out and not subjects else []
    named = stretch.prepositional(verb, "in", "at", "on", "around", "near")
    held_by = first_party(view, stretch, doers) if not named and view.scene.warlike else None
    if held_by is not None:  # "its soldiers were holding out", in the town that is spoken of
        yield from holding(view, stretch, verb, light, locate(view, stretch, []), Hold(held_by, "partial", "kept"))
    if subjects and out and holder is not None:
        yield from holding(view, stretch, verb, light, locate(view, stretch, subjects), Hold(holder, "partial", "kept"))


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
    gap = gapped(view, stretch, verb)
    if gap is not None:
        yield from _shared_out(view, stretch, verb, light, gap)
        return
    objects, heads = ground_of(view, stretch, verb)
    subjects = stretch.children(verb, "nsubj")
    if not objects and verb.lemma == "control" and not stretch.passive(verb):
        objects = stretch.undergoers(verb)
        heads = [*objects, *heads]
    doers = stretch.doers(verb)
    holder = first_party(view, stretch, doers) or foe_in_quote(view, doers)
    alone = verb.lemma == "hold" and not stretch.undergoers(verb) and not stretch.children(verb, "prt")
    own = [noun for noun in subjects if is_ground(view, stretch, noun)] if alone else []
    if own or (stretch.passive(verb) and not stretch.agents(verb)):
        objects, heads = own or objects, [*own, *heads]
        holder = own_party(view, verb.text) if view.claimant_side is not None else None
    if not objects or holder is None:
        return
    subject_places = [below for noun in subjects for below in stretch.prepositional(noun, "in", "at", "on")]
    if is_neither(stretch, doers):
        return
    going_on = verb.dep == "xcomp" and stretch.head(verb).lemma in ("continue", "remain")
    going_on |= _for_long(stretch, verb)
    going_on |= verb.tag == "VBG" and any(child.lemma == "be" for child in stretch.children(verb, "aux"))
    kept = "kept" if going_on or still(stretch, verb) or verb.lemma in lemmas("control.keep.lasting") else None
    yield from holdings(
        view, stretch, verb, light, Ground(objects, [*heads, *subject_places]), Hold(holder, "full", kept)
    )


def _shared_out(
    view: View, stretch: Stretch, verb: Token, light: Force, gap: tuple[Token, Token]
) -> Iterator[Proposition]:
    """ "The army holds the north of the town and the rebels the south": each has its own."""
    other, ground = gap
    rest = stretch.inside - {t.i for head in gap for t in stretch.subtree(head)}
    yield from _kept(view, Stretch(stretch.sentence, rest), verb, light)
    holder = first_party(view, stretch, [other])
    where = locate(view, stretch, [ground])
    if where.place is None or not where.named:
        before = [token for token in stretch.tokens if token.i in rest and token.i > verb.i]
        named = locate(view, Stretch(stretch.sentence, rest), before, default=True)
        where = Where(where.place if where.named else named.place, where.part, where.portion, named.named)
    if holder is not None:
        extent = extent_of(stretch, verb, [ground], where)
        yield from holding(view, stretch, verb, light, where, Hold(holder, extent))


def _for_long(stretch: Stretch, verb: Token) -> bool:
    """ "Has held the town for two months", "since April"."""
    perfect = any(child.text.lower() in ("have", "has", "had") for child in stretch.children(verb, "aux"))
    preps = [child for child in stretch.children(verb, "prep") if child.text.lower() in ("for", "since")]
    return perfect and any(below.entity in ("DATE", "TIME") for prep in preps for below in stretch.subtree(prep))


def _flag(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Raised the flag over the town"."""
    nouns = stretch.undergoers(verb) or (stretch.children(verb, "nsubj") if verb.lemma in ("fly", "wave") else [])
    flags = [noun for noun in nouns if noun.lemma in lemmas("control.flag.nouns")]
    flags = flags or ([flag] if (flag := _flag_before(stretch, verb)) and verb.tag == "NNS" else [])
    over = ("over", "in", "above", "at", "on", "atop")
    heads = stretch.prepositional(verb, *over) + [
        below for noun in flags for below in stretch.prepositional(noun, *over)
    ]
    if not flags or not heads:
        return
    where = locate(view, stretch, heads)
    flown = verb.lemma in ("fly", "wave") and not stretch.undergoers(verb)
    doers = [] if flown else stretch.doers(verb)
    owners = [flags[0], *stretch.prepositional(flags[0], "of"), *stretch.children(flags[0], "poss")]
    ours = any(token.text.lower() in FIRST_PERSON for token in _before(stretch, verb))
    holder = own_party(view, flags[0].text) if ours and view.claimant_side is not None else None
    holder = holder or nation_of(view, stretch, flags[0]) or first_party(view, stretch, [*doers, *owners])
    if holder is not None:
        change = None if flown and not _just_now(stretch, verb) else "gained"
        change = "kept" if flown and still(stretch, verb) else change
        hold = Hold(holder, extent_of(stretch, verb, heads, where), change)
        yield from holding(view, stretch, verb, light, where, hold)


def _before(stretch: Stretch, verb: Token) -> list[Token]:
    """The few words before the verb, where its flag stands."""
    return [token for token in stretch.tokens if verb.i - FLAG <= token.i < verb.i]


def _flag_before(stretch: Stretch, verb: Token) -> Token | None:
    """ "Our banner *waves* over the fort", where the parser takes the verb for a noun."""
    return next((token for token in _before(stretch, verb) if token.lemma in lemmas("control.flag.nouns")), None)


def _just_now(stretch: Stretch, verb: Token) -> bool:
    """ "Now flies", "flies again": it did not before."""
    return any(child.text.lower() in ("now", "again", "already") for child in stretch.children(verb, "advmod"))


VERB_READERS = (
    ("control.gain.light", _taking),
    ("control.gain.verbs", _gained),
    ("control.gain.changing", _changed_hands),
    ("control.lose.verbs", lost),
    ("control.lose.falls", fallen),
    ("control.lose.gone", gone),
    ("control.lose.handing", handed),
    ("control.lose.leaving", never_left),
    ("control.gain.clears", _cleared),
    ("control.keep.resisting", _resisting),
    ("control.keep.verbs", _kept),
    ("control.flag.verbs", _flag),
    ("control.keep.being", state),
)
