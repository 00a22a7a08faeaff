"""How many are dead, injured, missing, displaced, rescued or trapped, with numbers as worded.

Enters a view; leaves `toll` propositions: `quantity` in the words used, `min` and `max` as numbers, open where vague.
Whether the toll is a disaster's at all is not asked here: the field that is spoken of decides (`rivals.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.frames.asked import bare_number, kind_asked
from counterclaim.frames.counting import Kinds, antecedents, counted, those_who
from counterclaim.frames.disaster.belonging import event_aboard, event_near
from counterclaim.frames.disaster.counted import BODIES
from counterclaim.frames.disaster.displaced import displaced, in_shelters
from counterclaim.frames.disaster.field import event_of
from counterclaim.frames.disaster.idioms import fates, not_there, unheard_of
from counterclaim.frames.disaster.lexicon import events, lemmas
from counterclaim.frames.disaster.parts import parts
from counterclaim.frames.disaster.scene import place_of
from counterclaim.frames.disaster.worded_fates import (
    fatal,
    no_loss_of_life,
    nothing_heard,
    priced,
    untold,
    worded_fates,
)
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import evidence, found
from counterclaim.frames.quantity import RISES, Quantity, one_of, put_at, quantity_of, risen_to
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Proposition, Token

KINDS = ("dead", "injured", "missing", "displaced", "rescued", "trapped")
KINDS_OF = Kinds(
    words={kind: lemmas(f"toll.{kind}.nouns") | lemmas(f"toll.{kind}.verbs") for kind in KINDS},
    adjectives={kind: lemmas(f"toll.{kind}.adjectives") for kind in KINDS},
    people=lemmas("toll.people"),
    dead="dead",
    hurt="injured",
    missing="missing",
)
# What befalls the subject: "6,400 people evacuated" too.
DYING = frozenset(["die", "perish", "drown", "suffocate", "evacuate"])
LIVES = frozenset(["life"])
BELOW = ("under", "beneath", "below", "underneath")
NOBODY = frozenset(["one", "body", "nobody", "none"])
# What an outbreak does to people.
SICK = frozenset(["dead", "injured"])
BREAKS = lemmas("event.collapse.breaks")
TWICE = frozenset(["twice", "double", "doubly", "wrongly", "mistakenly", "erroneously"])
RECEIVING = frozenset(["receive", "get", "take", "bring", "store", "hold"])
STATES = frozenset(["be", "remain", "go", "become"])


@dataclass(frozen=True, slots=True)
class Toll:
    """Of whom, how, and how many."""

    victim: Token
    kind: str
    quantity: Quantity


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on a toll."""
    for stretch in view.stretches:
        seen: set[tuple[object, ...]] = set()
        for light, anchor, toll in _all(view, stretch):
            low, high = toll.quantity.low, toll.quantity.high
            key = (toll.kind, low, high, toll.quantity.words if low is None and high is None else "")
            if light.actual and key not in seen:
                seen.add(key)
                yield _proposition(view, stretch, anchor, light, toll)


def _all(view: View, stretch: Stretch) -> Iterator[tuple[Force, Token, Toll]]:
    """Every toll of a sentence, first those that verbs tell."""
    numeral = bare_number(stretch)
    if numeral is not None:
        quantity = quantity_of(view, stretch, numeral)
        kind = kind_asked(view, stretch, KINDS_OF, "toll")
        if kind is not None and quantity is not None:
            yield Force(Phase.DONE), numeral, Toll(numeral, kind, quantity)
        return
    told = [each for token in stretch.tokens for each in _read(view, stretch, token)]
    yield from told
    whole = [(toll.victim, toll.kind) for light, _, toll in told if not light.negated]
    for part in parts(view, stretch, whole, KINDS_OF):
        yield Force(Phase.DONE), part.victim, Toll(part.victim, part.kind, part.quantity)
    known = {(toll.quantity.low, toll.quantity.high) for _, _, toll in told}
    for token in stretch.tokens:
        for count in counted(view, stretch, token, KINDS_OF):
            if count.kind is None and (count.quantity.low, count.quantity.high) in known:
                continue  # "puts the toll at 21", by which the words say whose
            kind = count.kind or kind_asked(view, stretch, KINDS_OF, "toll", anywhere=True)
            verb = stretch.clause(count.anchor)
            if _is_miscounted(stretch, verb):
                continue
            governed = verb.pos in ("VERB", "AUX") and verb is not count.victim
            if kind is not None:
                light = force(stretch, verb) if governed else Force(Phase.DONE)
                yield light, count.anchor, Toll(count.victim, kind, count.quantity)


def _read(view: View, stretch: Stretch, token: Token) -> Iterator[tuple[Force, Token, Toll]]:
    """(its light, the predicate, the toll) for what a word says."""
    if token.pos in ("VERB", "AUX") and token.dep not in ("acomp", "oprd", "amod"):
        victims = (*_victims(stretch, token), *displaced(stretch, token), *_brought_out(stretch, token))
        victims = (*victims, *_hurt(stretch, token), *_under(stretch, token), *fates(stretch, token))
        victims = (*victims, *worded_fates(stretch, token))
        for kind, victim in (*victims, *_among_them(stretch, token)):
            yield from _toll(view, stretch, token, kind, victim)
        denied = (*_not_back(stretch, token), *not_there(stretch, token), *untold(stretch, token))
        for kind, victim in denied:  # that makes the toll
            for _, anchor, toll in _toll(view, stretch, token, kind, victim):
                yield Force(Phase.DONE), anchor, toll
    yield from _state(view, stretch, token)
    if in_shelters(stretch, token):
        yield from _toll(view, stretch, token, "displaced", token)
    unheard = (*unheard_of(stretch, token), *nothing_heard(stretch, token)) if token.pos in ("NOUN", "PRON") else ()
    for kind, victim in unheard:
        for _, anchor, toll in _toll(view, stretch, token, kind, victim):
            yield Force(Phase.DONE), anchor, toll
    if token.pos in ("NOUN", "ADJ") and token.dep not in ("compound", "acomp", "oprd", "amod"):
        yield from _noun(view, stretch, token)


def _toll(view: View, stretch: Stretch, anchor: Token, kind: str, victim: Token) -> Iterator[tuple[Force, Token, Toll]]:
    if victim.lemma in lemmas("toll.totals"):  # "a total of 2,500 residents"
        victim = next(iter(stretch.prepositional(victim, "of")), victim)
    quantity = quantity_of(view, stretch, victim)
    if quantity is not None and victim.lemma in lemmas("toll.dead.bodies") and anchor.lemma in RECEIVING:
        quantity = replace(quantity, words=f"{quantity.words} {BODIES}")
    if quantity is None and victim.lemma in lemmas("toll.people"):
        quantity = one_of(stretch, victim)
    if quantity is not None and _people(stretch, anchor, victim, quantity):
        yield force(stretch, anchor), anchor, Toll(victim, kind, quantity)


def _people(stretch: Stretch, anchor: Token, victim: Token, quantity: Quantity) -> bool:
    """Are they people: by the word, by a bare number ("killed 40"), or by what only people can suffer?"""
    if any(below.lemma in lemmas("toll.things") for below in (victim, *stretch.prepositional(victim, "of"))):
        return False  # "killed thousands of cattle"
    bare = victim.pos in ("NUM", "PRON") or victim.lemma in lemmas("toll.vague")
    only_people = anchor.lemma in lemmas("toll.harming") and victim.pos == "NOUN"
    none = quantity.low == 0 and victim.text.lower() in NOBODY
    return bare or only_people or none or victim.lemma in lemmas("toll.people")


def _victims(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Killed 40 people", "12 were injured", "40 people died"; "the flood claimed 40 lives"."""
    kind = next((kind for kind in KINDS if verb.lemma in lemmas(f"toll.{kind}.verbs")), None)
    if kind is not None:
        if verb.lemma in lemmas("toll.trapped.burying") and not _buried_alive(stretch, verb):
            return
        dying = verb.lemma in DYING and not stretch.passive(verb) and not stretch.children(verb, "dobj")
        whose = those_who(stretch, verb) or (stretch.doers(verb) if verb.dep == "conj" else [])
        yield from ((kind, victim) for victim in (whose if dying else stretch.undergoers(verb)))
    elif verb.lemma in lemmas("toll.dead.takes"):
        lives = [token for token in stretch.children(verb, "dobj", "dative") if token.lemma in LIVES]
        own = [child for life in lives for child in stretch.children(life, "poss")]
        if lives and verb.lemma == "lose":  # "40 people lost their lives"
            yield from (("dead", token) for token in (stretch.children(verb, "nsubj") if own else lives))
        else:
            yield from (("dead", life) for life in lives if not own)


def _buried_alive(stretch: Stretch, verb: Token) -> bool:
    """A landslide buries the living; people bury their dead."""
    if stretch.passive(verb):
        alive = any(token.text.lower() == "alive" for token in stretch.subtree(verb))
        return alive or bool(stretch.prepositional(verb, "under", "beneath", "by"))
    doers = stretch.doers(verb)
    return bool(doers) and not any(t.pos in ("PRON", "PROPN") or t.lemma in lemmas("toll.people") for t in doers)


def _hurt(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "466 received injuries"."""
    harm = any(token.lemma in lemmas("toll.injured.harms") for token in stretch.children(verb, "dobj"))
    if harm and verb.lemma in lemmas("toll.injured.suffers"):
        yield from (("injured", doer) for doer in stretch.doers(verb))


def _under(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "There are 40 children under the concrete", "six men remain below the rubble"."""
    left_there = verb.lemma == "leave" and stretch.passive(verb)
    if verb.lemma not in ("be", "remain", "lie") and not left_there:
        return
    people = stretch.children(verb, "attr") if stretch.children(verb, "expl") else stretch.children(verb, "nsubj")
    people = stretch.undergoers(verb) if left_there else people
    for each in people:
        left = [clause for clause in stretch.children(each, "acl") if clause.lemma in ("leave", "remain")]
        over = [noun for token in (verb, each, *left) for noun in stretch.prepositional(token, *BELOW)]
        still = any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))
        down = {child.lemma for child in stretch.children(verb, "acomp", "advmod")} & lemmas("toll.trapped.below")
        below = (still or verb.lemma == "remain") and down  # "40 men are still underground"
        within = stretch.prepositional(verb, "inside", "in") if still or verb.lemma == "remain" else []
        ruins = lemmas("toll.rescued.ruins") - {"water"}
        fallen = left and any(token.lemma in lemmas("event.collapse.built") for token in over)
        if below or fallen or any(token.lemma in ruins for token in (*over, *within)):
            yield "trapped", each


def _not_back(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "4,100 residents have not been allowed to go home", "three workers have not been found"."""
    if not force(stretch, verb).negated:
        return
    subjects = stretch.children(verb, "nsubj", "nsubjpass")
    home = verb.lemma in ("go", "return", "come") and any(t.text.lower() == "home" for t in stretch.subtree(verb))
    above = stretch.head(verb)
    allowed = [t for t in stretch.children(above, "nsubj", "nsubjpass") if verb.dep == "xcomp"]
    will = any(child.lemma == "will" for child in stretch.children(verb, "aux"))
    if home and not will:  # "will not come home" is said of the dead
        kind = "displaced" if allowed else "missing"
        yield from ((kind, token) for token in subjects or allowed)
    if verb.lemma in ("find", "trace", "locate") and stretch.passive(verb):
        yield from (("missing", token) for token in subjects)


def _among_them(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "12 of its employees are among the victims"."""
    among = stretch.prepositional(verb, "among") if verb.lemma == "be" else []
    if any(token.lemma in lemmas("toll.struck") or token.text.lower() == "dead" for token in among):
        yield from (("dead", token) for token in stretch.children(verb, "nsubj"))


def _brought_out(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Pulled three survivors from the rubble" is a rescue; "recovered twelve bodies" counts the dead."""
    bodies, alive = lemmas("toll.dead.bodies"), lemmas("toll.rescued.alive")
    for token in stretch.undergoers(verb):
        if _is_miscounted(stretch, verb):
            continue
        if verb.lemma in lemmas("toll.finds") and (token.lemma in bodies or token.text.lower() == "corpses"):
            yield "dead", token
        elif verb.lemma in lemmas("toll.rescued.pulls"):
            below = {t.text.lower() for t in stretch.subtree(verb)} | {token.lemma}
            ends = {t.lemma for t in (*stretch.prepositional(verb, "to"), *stretch.children(verb, "advmod"))}
            out = bool(ends & lemmas("toll.rescued.open"))  # "brought to the surface"
            out |= verb.lemma == "bring" and stretch.passive(verb) and _is_out(stretch, verb)
            out |= any(t.lemma in lemmas("toll.rescued.ruins") for t in stretch.prepositional(verb, "from", "of"))
            if not alive.isdisjoint(below) or (out and token.lemma not in bodies and "dead" not in below):
                yield "rescued", token


def _is_miscounted(stretch: Stretch, verb: Token) -> bool:
    """ "Four bodies had been counted twice": four too many, and no four dead."""
    ways = {child.text.lower() for child in stretch.children(verb, "advmod", "npadvmod")}
    return verb.lemma in ("count", "register", "record", "list") and bool(ways & TWICE)


def _is_out(stretch: Stretch, verb: Token) -> bool:
    """ "124 had been brought up"."""
    ways = stretch.children(verb, "prt", "advmod", "prep")
    return any(child.text.lower() in ("up", "out") and not stretch.children(child, "pobj") for child in ways)


def _state(view: View, stretch: Stretch, token: Token) -> Iterator[tuple[Force, Token, Toll]]:
    """ "Three are missing", "left 12 people dead", "2,000 were made homeless"."""
    word = token.text.lower()
    kind = next((kind for kind in KINDS if word in lemmas(f"toll.{kind}.adjectives")), None)
    verb = stretch.head(token)
    if kind is None or (token.dep in ("pobj", "nsubj", "nsubjpass") and verb.text.lower() != "as"):
        return
    if token.dep in ("pcomp", "pobj") and verb.text.lower() == "as":  # "19 are counted as missing"
        verb = stretch.head(verb)
        for victim in stretch.undergoers(verb) if verb.lemma in lemmas("toll.states") else ():
            yield from _toll(view, stretch, verb, kind, victim)
    elif token.dep == "dobj" and verb.lemma == "leave":  # "left 12 missing"
        yield from _toll_of(view, stretch, verb, kind, token)
    elif token.pos == "VERB" and (verb is token or token.dep not in ("acomp", "oprd", "xcomp", "ccomp", "amod", "acl")):
        yield from _missing(view, stretch, token, kind) if word == "missing" else ()
    elif verb.pos in ("VERB", "AUX") and token.dep in (
        "acomp",
        "oprd",
        "ccomp",
        "xcomp",
        "advcl",
        "attr",
        "prep",
        "dep",
    ):
        moved = verb.lemma in lemmas("toll.states")
        inner = stretch.children(token, "nsubj")  # "left [12 people dead]"
        subjects = antecedents(stretch, verb, stretch.children(verb, "nsubj"))
        subjects = [own for child in subjects for own in stretch.coordinated(child)]
        victims = (inner or stretch.undergoers(verb)) if moved else subjects if verb.lemma in STATES else []
        for victim in victims:
            yield from _toll(view, stretch, verb, kind, victim)


def _missing(view: View, stretch: Stretch, verb: Token, kind: str) -> Iterator[tuple[Force, Token, Toll]]:
    """ "Twelve were missing", of which the tagger makes a verb."""
    subjects = antecedents(stretch, verb, stretch.children(verb, "nsubj", "nsubjpass"))
    for victim in subjects or _number_before(stretch, verb):
        yield from _toll(view, stretch, verb, kind, victim)


def _number_before(stretch: Stretch, verb: Token) -> list[Token]:
    """ "26 died and *14* are missing", which the parser hangs on the first verb."""
    before = [token for token in stretch.tokens if token.i < verb.i]
    while before and before[-1].pos in ("AUX", "ADV"):
        before.pop()
    last = before[-1:]
    return [number for number in last if number.pos == "NUM" and number.dep in ("conj", "nsubj", "nsubjpass")]


def _toll_of(view: View, stretch: Stretch, verb: Token, kind: str, word: Token) -> Iterator[tuple[Force, Token, Toll]]:
    quantity = quantity_of(view, stretch, word)
    if quantity is not None:
        yield force(stretch, verb), verb, Toll(word, kind, quantity)


def _noun(view: View, stretch: Stretch, noun: Token) -> Iterator[tuple[Force, Token, Toll]]:
    """ "At least 12 dead", "three deaths", "the death toll rose to 45", "put the number of injured at 60"."""
    verb = stretch.clause(noun)
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else force(stretch, noun)
    if noun.lemma in lemmas("toll.counts"):
        kind = _counted_kind(stretch, noun)
        quantity = risen_to(view, stretch, noun, verb) if kind is not None else None
        if kind is not None and quantity is not None:
            yield light, verb, Toll(noun, kind, quantity)
        return
    kind = next((k for k in KINDS if noun.lemma in lemmas(f"toll.{k}.nouns") or _adjective(noun, k)), None)
    kind = kind or ("dead" if fatal(stretch, noun) or priced(stretch, noun) else None)
    if no_loss_of_life(stretch, noun):
        yield Force(Phase.DONE), verb, Toll(noun, "dead", Quantity("no", 0, 0))
        return
    if kind is None or (noun.dep == "pobj" and stretch.head(stretch.head(noun)).lemma in lemmas("toll.counts")):
        return
    quantity = quantity_of(view, stretch, noun)
    if quantity is None or quantity == Quantity(quantity.words):
        victims = [head for head in stretch.prepositional(noun, "of") if head.lemma in lemmas("toll.people")]
        quantity = next((q for head in victims if (q := quantity_of(view, stretch, head)) is not None), None)
        quantity = quantity or put_at(view, stretch, noun) or quantity_of(view, stretch, noun)
        risen = noun.dep == "nsubj" and verb.lemma in RISES and quantity is None  # "fatalities stood at 150"
        quantity = risen_to(view, stretch, noun, verb) if risen else quantity
    if quantity is not None:
        yield light, noun if verb.pos not in ("VERB", "AUX") else verb, Toll(noun, kind, quantity)


def _adjective(noun: Token, kind: str) -> bool:
    return noun.text.lower() in lemmas(f"toll.{kind}.adjectives") and noun.dep in (
        "nsubj", "dobj", "pobj", "ROOT", "attr", "conj", "appos", "nsubjpass",
    )  # fmt: skip


def _counted_kind(stretch: Stretch, noun: Token) -> str | None:
    """What a count counts: "the death toll", "the number of injured"; a bare toll counts the dead."""
    words = [*stretch.children(noun, "compound", "amod"), *stretch.prepositional(noun, "of")]
    words += [below for word in words for below in stretch.children(word, "amod", "acl", "relcl")]
    told = {word for token in words for word in (token.lemma, token.text.lower())}
    for kind in KINDS:
        own = lemmas(f"toll.{kind}.nouns") | lemmas(f"toll.{kind}.adjectives") | lemmas(f"toll.{kind}.verbs")
        if told & (own | ({"fatality", "death", "victim"} if kind == "dead" else frozenset())):
            return kind
    return "dead" if noun.lemma == "toll" and not words else None


def _proposition(view: View, stretch: Stretch, anchor: Token, light: Force, toll: Toll) -> Proposition:
    words = evidence(view, stretch, anchor)
    event = event_aboard(view, stretch, (anchor, toll.victim)) or event_near(view, words)
    ill = any(event_of(stretch, token) == "outbreak" for token in stretch.children(anchor, "nsubj"))
    harm = anchor.lemma == "kill" and not ill
    if event is not None and event.event == "outbreak" and (harm or toll.kind not in SICK):
        event = event_near(view, words, frozenset(events()) - {"outbreak"}) or event
    if event is not None and event.event == "collapse" and any(t.lemma in BREAKS for t in stretch.tokens):
        event = event_near(view, words, frozenset(["flood"])) or event  # whom a burst dam killed, the flood killed
    none = light.negated and toll.quantity.low == 0  # "nobody was killed" is a toll of none, not no toll
    return found(
        view, stretch, anchor, "toll", Force(light.phase, light.negated and not none),
        kind=toll.kind, quantity=toll.quantity.words, min=toll.quantity.low, max=toll.quantity.high,
        place=place_of(view, stretch, anchor, (toll.victim,), event), event=event.event if event else None,
    )  # fmt: skip
