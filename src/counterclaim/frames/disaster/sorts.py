"""What sort of disaster it was: "this was a natural disaster", "called the flood man-made", "it was an act of God".

Enters a token; leaves what it is the cause of, where the article tells of a disaster. "Natural" is said of what nobody
is to blame for, and stands against neglect.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.causing import DONE, Found, event_in, scene_event
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Token

SORTS, CALAMITIES = lemmas("cause.sorts"), lemmas("cause.calamities")
CALLING = frozenset(["call", "describe", "term", "label", "brand"])
GODS = frozenset(["god", "nature"])
WHAT = frozenset(["what", "it", "this", "that", "which"])


def sort_of_disaster(view: View, stretch: Stretch, token: Token) -> Iterator[Found]:
    """The sort that the token names, as the cause of the disaster that is spoken of."""
    word = token.text.lower()
    if word in SORTS or (word == "man" and _made(stretch, token)):
        yield from _called(view, stretch, token)
    elif token.lemma == "act" and any(of.lemma.lower() in GODS for of in stretch.prepositional(token, "of")):
        yield from _found(view, stretch, token, token)


def _made(stretch: Stretch, man: Token) -> bool:
    """ "Man-made", of which the parser makes three words."""
    return [token.text.lower() for token in stretch.tokens if man.i < token.i < man.i + 3] == ["-", "made"]


def _called(view: View, stretch: Stretch, word: Token) -> Iterator[Found]:
    sort = stretch.head(word) if stretch.head(word).text.lower() == "made" else word
    noun = stretch.head(sort)
    if noun.lemma in CALAMITIES and sort.i < noun.i:  # "a natural disaster"
        yield from _found(view, stretch, noun, noun)
        return
    below = noun.lemma == "be" or not view.cue_lemmas.isdisjoint(CALLING)
    if below and sort.dep in ("acomp", "oprd", "amod", "ROOT", "attr"):
        called = "man-made" if sort is not word else ""
        yield from _found(view, stretch, sort, sort, called)  # "the flood was man-made", "called it man-made"


def _found(view: View, stretch: Stretch, anchor: Token, cause: Token, called: str = "") -> Iterator[Found]:
    """Said of the disaster: by "it" or "what happened", by its name, or in the content of "called it"."""
    verb = stretch.head(anchor) if anchor.dep in ("acomp", "attr") else stretch.clause(anchor)
    subjects = stretch.children(verb, "nsubj", "csubj") if verb.lemma in ("be", "remain") else []
    below = [token for subject in subjects for token in (subject, *stretch.subtree(subject))]
    pointed = any(token.text.lower() in WHAT for token in below)
    named = event_in(view, stretch, subjects)
    by_cue = not view.cue_lemmas.isdisjoint(CALLING) and not subjects
    event = named or (scene_event(view, stretch, anchor) if pointed or by_cue else None)
    if event is not None:
        light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else DONE
        no = stretch.has_no(cause)  # "this was no act of God"
        yield Found(anchor, cause, Force(light.phase, light.negated or no), event, called=called)
