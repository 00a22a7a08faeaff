"""Causes that a sentence is built to bring out: "it was rot that brought down the roof", "what did it was the
long shift", "that is what sank her", "not some monster wave".

Enters a verb; leaves what it is the cause of, where the article tells of such a disaster.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import DONE, Found, scene_event
from counterclaim.frames.disaster.field import Named
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.model import Token

# Verbs that do something to a ship, a house, people; each with the event that it tells where nothing else does.
EFFECTS = {"sink": "sinking", "capsize": "sinking", "swamp": "sinking", "topple": "collapse", "derail": "crash"}
OTHERS = frozenset(
    [
        "kill",
        "do",
        "cause",
        "doom",
        "wreck",
        "destroy",
        "start",
        "trigger",
        "spark",
        "ignite",
        "break",
        "cost",
        "undo",
        "ruin",
        "finish",
        "claim",
        "lead",
    ]
)
THINGS = lemmas("event.collapse.built") | lemmas("event.sinking.vessels") | lemmas("event.crash.vehicles")
WHOM = frozenset(["it", "she", "he", "they", "we", "this", "that"]) | lemmas("toll.people")
THAT = frozenset(["that", "this", "which"])
COMPLEMENTS = ("attr", "acomp")
REACH = 18  # words behind "it was"
RELATIVES, WAS = frozenset(["that", "who", "which"]), frozenset(["was", "is", "were"])
NOTS, JOINING = frozenset(["not", "n't", "n’t"]), frozenset(["and", ","])
BREAKS = NOTS | JOINING | {"but", "rather", "than", "alone", "only", "simply", "just", "merely"}


def cleft_cause(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """The cause that the verb is built around, if any; what it is said not to have been, too."""
    if verb.pos not in ("VERB", "AUX") or view.scene.warlike:
        return
    found = [*_it_was(view, stretch, verb), *_what_did(view, stretch, verb), *_that_is_what(view, stretch, verb)]
    yield from found
    if found and found[0].event is not None:
        yield from _not_that(stretch, verb, found[0])


def _effect(view: View, stretch: Stretch, verb: Token) -> Named | None:
    """The disaster that the verb brings about: "sank her", "brought down the roof", "did for those people"."""
    down = any(child.text.lower() == "down" for child in stretch.children(verb, "prt", "advmod"))
    objects = [*stretch.children(verb, "dobj"), *stretch.prepositional(verb, "for", "to")]
    felled = verb.lemma in lemmas("cause.felling") and down
    if verb.lemma not in EFFECTS and verb.lemma not in OTHERS and not felled:
        return None
    done_to = any(noun.lemma in THINGS | WHOM | lemmas("cause.calamities") for noun in objects)
    event = scene_event(view, stretch, verb) if done_to else None
    named = "collapse" if felled else EFFECTS.get(verb.lemma)
    if done_to and named is not None and (event is None or event.event != named):
        return Named(stretch.sentence, verb, named, sure=False)
    return event


def _it_was(view: View, stretch: Stretch, be: Token) -> Iterator[Found]:
    """ "It was rot and not snow that brought down the roof": by the words' order, for parsers lose themselves in it."""
    behind = [token for token in stretch.tokens if token.i > be.i][:REACH]
    before = [token.text.lower() for token in stretch.tokens if token.i == be.i - 1]
    that = next((n for n, token in enumerate(behind) if token.text.lower() in RELATIVES), None)
    if be.text.lower() not in WAS or before != ["it"] or not that:
        return
    clause = next((token for token in behind[that:] if token.pos == "VERB"), None)
    event = _effect(view, stretch, clause) if clause is not None else None
    for head, words, denied in _phrases(view, behind[:that]) if event is not None else ():
        actor = head.pos == "PROPN" or head.lemma in lemmas("cause.actors")
        yield Found(be, head, Force(DONE.phase, denied), event, called="" if actor else words)


def _phrases(view: View, tokens: list[Token]) -> Iterator[tuple[Token, str, bool]]:
    """The causes named between "it was" and "that", each with its words and whether it is denied."""
    text, run, denied = view.scene.parsed.article.part(view.part), list[Token](), False
    for token in (*tokens, None):
        word = token.text.lower() if token is not None else ""
        if token is not None and word not in BREAKS:
            run += [token] if run or token.dep != "det" else []
            continue
        if run:
            yield run[-1], span_of(run).of(text), denied
        run, denied = [], word in NOTS or (denied and not run and word in JOINING)


def _what_did(view: View, stretch: Stretch, be: Token) -> Iterator[Found]:
    """ "What had done it was the long shift", "what sank her was a wave"."""
    for clause in stretch.children(be, "csubj", "nsubj", "advcl") if be.lemma == "be" else ():
        what = any(child.text.lower() == "what" for child in stretch.children(clause, "nsubj"))
        strayed = [
            child for child in stretch.children(be, "nsubj") if clause.i < child.i < be.i
        ]  # "done it", to the parser
        event = _effect(view, stretch, clause) if what else None
        if what and event is None and clause.lemma == "do" and strayed:
            event = scene_event(view, stretch, clause)
        denied = bool(stretch.children(be, "neg"))
        for noun in stretch.children(be, *COMPLEMENTS) if event is not None else ():
            yield Found(be, noun, Force(DONE.phase, denied or _is_denied(stretch, noun)), event)


def _is_denied(stretch: Stretch, noun: Token) -> bool:
    """ "What sank her was not a wave"."""
    return any(token.i == noun.i - 1 and token.text.lower() in NOTS for token in stretch.tokens)


def _that_is_what(view: View, stretch: Stretch, be: Token) -> Iterator[Found]:
    """ "They packed her to the gunwales. That is what sank her", "which is why it fell": what was said before."""
    that = next((child for child in stretch.children(be, "nsubj") if child.text.lower() in THAT), None)
    if be.lemma != "be" or that is None:
        return
    event = None
    for clause in stretch.children(be, "ccomp"):
        what = any(child.text.lower() == "what" for child in stretch.children(clause, "nsubj"))
        why = any(child.text.lower() == "why" for child in stretch.children(clause, "advmod"))
        event = event or (_effect(view, stretch, clause) if what else _fell(view, stretch, clause) if why else None)
    words = _said_before(view, stretch, be) if event is not None else ""
    if words:
        yield Found(be, that, Force(DONE.phase, bool(stretch.children(be, "neg"))), event, called=words)


def _fell(view: View, stretch: Stretch, verb: Token) -> Named | None:
    """ "Why it fell", "why she sank"."""
    event = scene_event(view, stretch, verb)
    befell = {
        "fall",
        "collapse",
        "sink",
        "crash",
        "burn",
        "explode",
        "happen",
        "founder",
        "capsize",
        "derail",
        "leak",
        "go",
        "come",
        "die",
    }
    return event if verb.lemma in befell else None


def _said_before(view: View, stretch: Stretch, be: Token) -> str:
    """The clause or sentence before, in the words of the same claim."""
    text = view.scene.parsed.article.part(view.part)
    above = stretch.head(be)
    if above is not be and above.i < be.i:  # "the beam was rotten, which is why it fell"
        own = {token.i for token in stretch.subtree(be)}
        return span_of([t for t in stretch.subtree(above) if t.i not in own and t.i < be.i]).of(text).rstrip(" .,;–—-")
    earlier = [one for one in view.stretches if one.sentence.index == stretch.sentence.index - 1]
    return span_of(list(earlier[-1].tokens)).of(text).rstrip(' .,;–—-"”') if earlier else ""


def _not_that(stretch: Stretch, be: Token, found: Found) -> Iterator[Found]:
    """ "(That's what sank her), not some monster wave"."""
    for token in stretch.tokens:
        noun = stretch.head(token)
        tail = token.text.lower() == "not" and token.dep == "neg" and noun.pos == "NOUN" and token.i > be.i
        if tail and noun.i != found.cause.i and noun.dep in ("dep", "appos", "attr", "conj", "npadvmod"):
            yield Found(noun, noun, Force(DONE.phase, negated=True), found.event)
