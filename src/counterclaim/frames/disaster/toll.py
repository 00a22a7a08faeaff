"""How many are dead, injured, missing, displaced, rescued or trapped, with numbers as worded.

Enters a view; leaves `toll` propositions: `quantity` in the words used, `min` and `max` as numbers, open where vague.
Whether the toll is a disaster's at all is not asked here: the field that is spoken of decides (`rivals.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.frames.disaster.field import event_near
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.disaster.scene import place_of
from counterclaim.frames.force import Force, force
from counterclaim.frames.found import evidence, found
from counterclaim.frames.quantity import Quantity, one_of, put_at, quantity_of, risen_to
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Proposition, Token

KINDS = ("dead", "injured", "missing", "displaced", "rescued", "trapped")
DYING = frozenset(["die", "perish", "drown", "suffocate"])
LIVES = frozenset(["life"])
NOBODY = frozenset(["one", "body", "nobody", "none"])
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
        for token in stretch.tokens:
            for light, anchor, toll in _read(view, stretch, token):
                if light.actual:
                    yield _proposition(view, stretch, anchor, light, toll)


def _read(view: View, stretch: Stretch, token: Token) -> Iterator[tuple[Force, Token, Toll]]:
    """(its light, the predicate, the toll) for what a word says."""
    if token.pos == "VERB" and token.dep not in ("acomp", "oprd", "amod"):
        victims = (*_victims(stretch, token), *_moved(stretch, token), *_brought_out(stretch, token))
        for kind, victim in victims:
            yield from _toll(view, stretch, token, kind, victim)
    yield from _state(view, stretch, token)
    if token.pos in ("NOUN", "ADJ") and token.dep not in ("compound", "acomp", "oprd", "amod"):
        yield from _noun(view, stretch, token)


def _toll(view: View, stretch: Stretch, anchor: Token, kind: str, victim: Token) -> Iterator[tuple[Force, Token, Toll]]:
    quantity = quantity_of(view, stretch, victim)
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
        subjects = [own for child in stretch.children(verb, "nsubj") for own in stretch.coordinated(child)]
        yield from ((kind, victim) for victim in (subjects if dying else stretch.undergoers(verb)))
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


def _moved(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "2,000 people fled their homes", "was forced from their homes"."""
    homes = lemmas("toll.displaced.homes")
    fled = verb.lemma in lemmas("toll.displaced.flees") and not stretch.passive(verb)
    if fled and any(token.lemma in homes for token in stretch.children(verb, "dobj")):
        yield from (("displaced", doer) for doer in stretch.children(verb, "nsubj"))
    if verb.lemma in lemmas("toll.displaced.moves") and any(
        t.lemma in lemmas("toll.displaced.shelters") for t in stretch.prepositional(verb, "to", "into", "in")
    ):
        yield from (("displaced", victim) for victim in stretch.undergoers(verb))
    if verb.lemma in ("force", "drive") and any(t.lemma in homes for t in stretch.prepositional(verb, "from", "of")):
        yield from (("displaced", victim) for victim in stretch.undergoers(verb))


def _brought_out(stretch: Stretch, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Pulled three survivors from the rubble" is a rescue; "recovered twelve bodies" counts the dead."""
    bodies, alive = lemmas("toll.dead.bodies"), lemmas("toll.rescued.alive")
    for token in stretch.undergoers(verb):
        if verb.lemma in lemmas("toll.finds") and token.lemma in bodies:
            yield "dead", token
        elif verb.lemma in lemmas("toll.rescued.pulls"):
            below = {t.text.lower() for t in stretch.subtree(verb)} | {token.lemma}
            out = any(t.lemma in lemmas("toll.rescued.ruins") for t in stretch.prepositional(verb, "from", "of"))
            if not alive.isdisjoint(below) or (out and token.lemma not in bodies and "dead" not in below):
                yield "rescued", token


def _state(view: View, stretch: Stretch, token: Token) -> Iterator[tuple[Force, Token, Toll]]:
    """ "Three are missing", "left 12 people dead", "2,000 were made homeless"."""
    word = token.text.lower()
    kind = next((kind for kind in KINDS if word in lemmas(f"toll.{kind}.adjectives")), None)
    if kind is None or token.dep in ("pobj", "nsubj", "nsubjpass"):
        return
    verb = stretch.head(token)
    if token.dep == "dobj" and verb.lemma == "leave":  # "left 12 missing"
        yield from _toll_of(view, stretch, verb, kind, token)
    elif token.pos == "VERB" and token.dep not in ("acomp", "oprd", "xcomp", "ccomp", "amod", "acl"):
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
        moved = verb.lemma in ("leave", "make", "render", "report", "list", "find")
        inner = stretch.children(token, "nsubj")  # "left [12 people dead]"
        subjects = [own for child in stretch.children(verb, "nsubj") for own in stretch.coordinated(child)]
        victims = (inner or stretch.undergoers(verb)) if moved else subjects if verb.lemma in STATES else []
        for victim in victims:
            yield from _toll(view, stretch, verb, kind, victim)


def _missing(view: View, stretch: Stretch, verb: Token, kind: str) -> Iterator[tuple[Force, Token, Toll]]:
    """ "Twelve were missing", of which the tagger makes a verb."""
    for victim in stretch.children(verb, "nsubj", "nsubjpass"):
        yield from _toll(view, stretch, verb, kind, victim)


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
    if kind is None or (noun.dep == "pobj" and stretch.head(stretch.head(noun)).lemma in lemmas("toll.counts")):
        return
    quantity = quantity_of(view, stretch, noun)
    if quantity is None or quantity == Quantity(quantity.words):
        victims = [head for head in stretch.prepositional(noun, "of") if head.lemma in lemmas("toll.people")]
        quantity = next((q for head in victims if (q := quantity_of(view, stretch, head)) is not None), None)
        quantity = quantity or put_at(view, stretch, noun) or quantity_of(view, stretch, noun)
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
        if told & (own | ({"fatality", "death"} if kind == "dead" else frozenset())):
            return kind
    return "dead" if noun.lemma == "toll" and not words else None


def _proposition(view: View, stretch: Stretch, anchor: Token, light: Force, toll: Toll) -> Proposition:
    event = event_near(view, evidence(view, stretch, anchor))
    none = light.negated and toll.quantity.low == 0  # "nobody was killed" is a toll of none, not no toll
    return found(
        view, stretch, anchor, "toll", Force(light.phase, light.negated and not none),
        kind=toll.kind, quantity=toll.quantity.words, min=toll.quantity.low, max=toll.quantity.high,
        place=place_of(view, stretch, anchor, (toll.victim,), event), event=event.event if event else None,
    )  # fmt: skip
