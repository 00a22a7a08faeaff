"""What became of people in other words than the plain verbs: "succumbed", "were burned to death", "took refuge".

Enter a verb or a noun; leave those of whom it says so, each with its kind.
"""

from collections.abc import Iterator

from counterclaim.frames.counting import those_who
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import force
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

Fates = Iterator[tuple[str, Token]]
CARE = lemmas("toll.injured.care")
CLINICS = lemmas("toll.injured.clinics")
HARMS = lemmas("toll.injured.harms")
GETTING = frozenset(["seek", "need", "require", "receive", "get", "undergo"])
REFUGE = frozenset(["refuge", "shelter"])
LOST = frozenset(["find", "trace", "locate", "account", "reach", "contact"])
NIGHTS = frozenset(["sleep", "spend", "camp", "overnight", "pass", "stay"])
SIGNS = frozenset(["trace", "sign", "contact", "word", "news"])
DARK = frozenset(["unknown", "unclear", "uncertain"])
SEEN = frozenset(["be", "take", "bring", "land", "pick", "find", "pull", "rescue", "reach", "count", "register", "fly"])


def fates(stretch: Stretch, token: Token) -> Fates:
    """Every fate that the verb tells of somebody."""
    if token.pos in ("VERB", "AUX"):
        yield from _to_death(stretch, token)
        yield from _to_hospital(stretch, token)
        yield from _cared_for(stretch, token)
        if token.lemma in ("vanish", "disappear"):
            yield from (("missing", each) for each in those_who(stretch, token))
        yield from _out_of_doors(stretch, token)
        yield from _survivors(stretch, token)


def unheard_of(stretch: Stretch, noun: Token) -> Fates:
    """ "The whereabouts of 52 people remain unknown", "no trace has been found of 13 villagers"."""
    verb = stretch.head(noun)
    of = stretch.prepositional(noun, "of", "with", "from")
    if noun.lemma == "whereabouts":
        dark = any(child.lemma in DARK for child in stretch.children(verb, "acomp", "oprd"))
        yield from (("missing", each) for each in of if dark or force(stretch, verb).negated)
    elif noun.lemma in SIGNS:
        no = stretch.has_no(noun)
        lost = noun.lemma == "contact" and verb.lemma == "lose"
        of = of or stretch.prepositional(verb, "of", "from", "with")
        yield from (("missing", each) for each in of if no or lost)


def _to_death(stretch: Stretch, verb: Token) -> Fates:
    """ "Were crushed to death", "burned to death", "succumbed to their wounds", "we mourn 158"."""
    to_death = any(noun.lemma == "death" for noun in stretch.prepositional(verb, "to"))
    if verb.lemma in lemmas("toll.dead.to_death") and to_death:
        own = stretch.undergoers(verb) if stretch.passive(verb) or stretch.children(verb, "dobj") else []
        yield from (("dead", each) for each in own or those_who(stretch, verb))
    elif verb.lemma == "succumb":
        yield from (("dead", each) for each in those_who(stretch, verb))
    elif verb.lemma in ("mourn", "lament"):
        yield from (("dead", each) for each in stretch.children(verb, "dobj"))


def _to_hospital(stretch: Stretch, verb: Token) -> Fates:
    """ "Were taken to hospital", "the hospital received 24 people with burns"."""
    if verb.lemma not in lemmas("toll.injured.moves"):
        return
    to = stretch.prepositional(verb, "to", "in", "into")
    for each in stretch.undergoers(verb):
        below = [*stretch.prepositional(each, "with"), *stretch.prepositional(verb, "with")]
        hurt = any(t.lemma in HARMS for noun in below for t in (noun, *stretch.children(noun, "compound")))
        if (hurt or any(noun.lemma in CLINICS for noun in to)) and not _are_dead(stretch, each):
            yield "injured", each


def _are_dead(stretch: Stretch, noun: Token) -> bool:
    words = {noun.lemma, *(child.text.lower() for child in stretch.children(noun, "amod"))}
    return noun.text.lower() == "corpses" or bool(words & (lemmas("toll.dead.bodies") | {"dead"}))


def _cared_for(stretch: Stretch, verb: Token) -> Fates:
    """ "Sought medical help", "suffered from smoke inhalation"."""
    if verb.lemma in GETTING and not stretch.passive(verb):
        helped = [noun for noun in stretch.children(verb, "dobj") if noun.lemma in CARE]
        beside = {child.lemma for noun in helped for child in stretch.children(noun, "amod", "compound")}
        if any(noun.lemma == "treatment" for noun in helped) or (helped and beside & {"medical", "hospital"}):
            yield from (("injured", each) for each in stretch.doers(verb))
    elif verb.lemma == "suffer" and any(noun.lemma in HARMS for noun in stretch.prepositional(verb, "from")):
        yield from (("injured", each) for each in stretch.doers(verb))


def not_there(stretch: Stretch, verb: Token) -> Fates:
    """ "Did not survive", "have yet to be found", "were not accounted for": what is denied makes the toll."""
    denied = force(stretch, verb).negated
    if verb.lemma == "survive" and denied:
        yield from (("dead", each) for each in those_who(stretch, verb))
    if verb.lemma not in LOST or not stretch.passive(verb):
        return
    above = stretch.head(verb)
    beside = (*stretch.children(above, "advmod"), *stretch.children(verb, "advmod"))
    yet = verb.dep == "xcomp" and any(child.text.lower() == "yet" for child in beside)
    subjects = stretch.children(above if yet else verb, "nsubj", "nsubjpass")
    if yet or (verb.lemma in ("account", "reach", "contact") and denied):
        yield from (("missing", each) for each in subjects)


def _out_of_doors(stretch: Stretch, verb: Token) -> Fates:
    """ "Spent the night in the open", "took refuge in schools"."""
    objects = stretch.children(verb, "dobj")
    if verb.lemma in ("take", "seek", "find") and any(noun.lemma in REFUGE for noun in objects):
        yield from (("displaced", each) for each in stretch.doers(verb))
    elif verb.lemma in NIGHTS and (not objects or any(noun.lemma == "night" for noun in objects)):
        around = [*stretch.prepositional(verb, "in", "on", "at", "under"), *stretch.children(verb, "advmod")]
        around += [below for noun in objects for below in stretch.prepositional(noun, "in", "on", "at", "under")]
        if any(noun.lemma in lemmas("toll.displaced.outdoors") for noun in around):
            yield from (("displaced", each) for each in stretch.doers(verb))


def _survivors(stretch: Stretch, verb: Token) -> Fates:
    """ "There was one survivor", "104 survivors had been brought to Karsh"."""
    if verb.lemma not in SEEN:
        return
    told = stretch.children(verb, "attr") if stretch.children(verb, "expl") else stretch.undergoers(verb)
    told = told if verb.lemma != "land" else stretch.doers(verb)
    yield from (("rescued", each) for each in told if each.lemma == "survivor")
