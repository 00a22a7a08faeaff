"""What all words for causes share: a cause as it is read, and the disaster that it is the cause of."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.frames.disaster.belonging import event_near, pointed_to
from counterclaim.frames.disaster.field import BY_WAR, Named, in_sentence
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.force import Force, Phase
from counterclaim.frames.found import evidence
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import EntityKind, Proposition, Token

UNMADE = frozenset(["quake", "storm", "eruption", "outbreak"])  # no neglect makes them
DONE = Force(Phase.DONE)
# Words that point back to any disaster.
POINTING = frozenset(["disaster", "accident", "tragedy", "catastrophe", "incident", "calamity", "it", "this"])


@dataclass(frozen=True, slots=True)
class Found:
    """A cause as the words have it: the predicate, who or what, in what light; `own`: it is the claimant; `called`: by
    these words alone."""

    anchor: Token
    cause: Token
    light: Force
    event: Named | None = None
    own: bool = False
    called: str = ""


def may_cause(event: str | None, stretch: Stretch, gerund: Token) -> bool:
    """Of "accused X of doing so": can that have brought the disaster about?

    Nobody causes a quake by coming late, and no disaster comes of what was said or left unsaid of it afterwards.
    """
    if gerund.lemma in lemmas("cause.verbs") | lemmas("cause.leads"):
        return True
    left = [token.lemma for token in stretch.subtree(gerund) if token.dep == "xcomp" and token.pos == "VERB"]
    after = lemmas("cause.afterwards")
    return event not in UNMADE and gerund.lemma not in after and after.isdisjoint(left)


def event_in(view: View, stretch: Stretch, tokens: Iterable[Token]) -> Named | None:
    """The disaster that one of the noun phrases names or points to ("the collapse", "the accident", "it")."""
    named = {found.token.i: found for found in in_sentence(view.scene, stretch.sentence)}
    for token in tokens:
        for own in (token, *stretch.children(token, "compound", "amod", "nmod")):
            if own.i in named:
                known = named[own.i]
                return known if known.event is not None else scene_event(view, stretch, own)
        if token.lemma in POINTING:
            near = scene_event(view, stretch, token)
            return near or (
                Named(stretch.sentence, token, None) if token.lemma in ("disaster", "catastrophe") else None
            )
        near = pointed_to(view, evidence(view, stretch, token), token.lemma) if token.pos == "NOUN" else None
        near = near or _collapse(view, stretch, token)
        if near is not None:
            return near
    return None


def _collapse(view: View, stretch: Stretch, token: Token) -> Named | None:
    """ "The collapse", where the article tells of a disaster and of none by that word: a school fell in a quake."""
    pointed = any(child.text.lower() in ("the", "this", "that") for child in stretch.children(token, "det"))
    if token.lemma != "collapse" or not pointed or stretch.prepositional(token, "of", "in"):
        return None
    sure = any(found.sure for sentence in view.scene.parsed.sentences for found in in_sentence(view.scene, sentence))
    return Named(stretch.sentence, token, "collapse", sure=False) if sure else None


def scene_event(view: View, stretch: Stretch, anchor: Token) -> Named | None:
    """The event that the article is about there, for words that name none: the one whose cause was spoken of last."""
    told = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions) if p.frame == "cause")
    last = next((str(p.get("event")) for p in told if p.get("event") is not None), "")
    words_there = evidence(view, stretch, anchor)
    back = pointed_to(view, words_there, last) if last else None
    return back or event_near(view, words_there)


def laid_on_troops(view: View, said: Proposition) -> bool:
    """Is it laid on one who fights, in a report of a war? An attack is what is meant then, and no accident."""
    actor = said.ref("actor") if said.frame == "cause" else None
    if actor is None or not view.scene.warlike or said.get("event") not in BY_WAR:
        return False
    state = view.scene.side(actor) is not None and actor.kind is not EntityKind.PERSON
    return state or view.scene.bears_arms(actor)
