"""Which of the disasters that a report tells of some words belong to: whose toll, whose cause.

Enters a view and evidence; leaves the `Named` event nearest by, else the one that the report has told most of. A report
of a fallen tower speaks of a small quake three days before, of a gas explosion that nobody has proved, of the fire of
last year; none of them makes the tower's dead its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from counterclaim.frames.disaster.field import Named, in_sentence, lexical
from counterclaim.frames.disaster.lexicon import events, lemmas
from counterclaim.frames.found import evidence
from counterclaim.frames.rings import Ring, rings
from counterclaim.frames.scene import HEADLINE_WEIGHT, RECENT_SENTENCES, RECENT_WEIGHT
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.model import BlockKind, Sentence, Spans, Token

Kinds = frozenset[str] | None
# Behind these stands what another one came of or befell in: "sank in a storm", "after the quake".
BEHIND = frozenset({"after", "amid", "during", "following", "despite", "since", "before", "against"})
IN = frozenset({"in", "by", "from", "of"})
BEFALLS = frozenset({"crash", "collapse", "sinking", "landslide", "flood", "fire"})  # in a storm or a quake
FORCES = frozenset({"storm", "quake", "flood", "eruption"})
ASIDE = 0.25
# What carries people, and what befalls it.
CARRYING = {"sinking": "vessels", "crash": "vehicles"}
ELSEWHERE = frozenset({"outbreak", "flood", "landslide", "quake", "collapse"})
ABOARD = ("on", "aboard", "from", "of", "in", "inside")
THE = ("the", "this", "that")


def event_near(view: View, evidence: Spans, among: Kinds = None) -> Named | None:
    """The event that words belong to: named among them, else in their content or sentence, else the article's own.

    `among` are the kinds that it can be; None for any.
    """
    known, later = rings(view, evidence)
    here = {id(sentence) for sentence in view.scene.sentences_over(view.part, evidence or view.content)}
    own = ((sentence, tokens) for sentence, tokens in known if id(sentence) in here)
    before = [sentence for sentence, _ in known if id(sentence) not in here]
    return _nearest(view, own, among) or _most_told(view, before, among) or _nearest(view, later, among)


def event_aboard(view: View, stretch: Stretch, heads: Iterable[Token]) -> Named | None:
    """ "20 people died on the ferry", "the passengers of the train": what the report has told of that thing."""
    things = [noun for head in heads for noun in stretch.prepositional(head, *ABOARD)]
    for event, kinds in CARRYING.items():
        for thing in (noun for noun in things if noun.lemma in lemmas(f"event.{event}.{kinds}")):
            for sentence in reversed(view.scene.parsed.sentences):
                told = [found for found in in_sentence(view.scene, sentence) if found.event == event]
                if told and any(token.lemma == thing.lemma for token in sentence.tokens):
                    return told[0]
            near = event_near(view, evidence(view, stretch, thing))
            if near is not None and near.event in ELSEWHERE:  # whoever died on the ferry died of no fever
                return Named(stretch.sentence, thing, event, sure=False)
    return None


def pointed_to(view: View, evidence: Spans, word: str) -> Named | None:
    """The nearest event that a word can point back to ("the collapse")."""
    known, later = rings(view, evidence)
    return _nearest(view, (*known, *later), frozenset(event for event in events() if word in lexical(event)))


def _nearest(view: View, where: Iterable[Ring], among: Kinds) -> Named | None:
    return next(
        (found for sentence, tokens in where for found in _told(view, sentence, among) if found.token.i in tokens), None
    )


def _told(view: View, sentence: Sentence, among: Kinds) -> Iterator[Named]:
    for found in in_sentence(view.scene, sentence):
        if found.event is not None and (among is None or found.event in among):
            yield found


def _most_told(view: View, before: list[Sentence], among: Kinds) -> Named | None:
    """The event that the article has told most of so far, the nearest one of its kind; the headline counts for more."""
    weight: defaultdict[str, float] = defaultdict(float)
    nearest: dict[str, Named] = {}
    lead = next((one for one in reversed(before) if one.kind is not BlockKind.HEADLINE), None)
    for distance, sentence in enumerate(before):
        recent = RECENT_WEIGHT if distance < RECENT_SENTENCES or sentence is lead else 0
        bonus = HEADLINE_WEIGHT if sentence.kind is BlockKind.HEADLINE else recent
        for found in _told(view, sentence, among):
            weight[str(found.event)] += ASIDE if _is_aside(view, found) else 1 + bonus
            nearest.setdefault(str(found.event), found)
        if any(found.event is None and found.token.pos == "VERB" for found in in_sentence(view.scene, sentence)):
            weight["collapse"] += 1 + (bonus if sentence.kind is BlockKind.HEADLINE else 0)  # "the tower came down"
    for sentence in before:
        for event in _pointed_at(view, sentence, nearest):
            weight[event] += 1
    return max(nearest.values(), key=lambda found: weight[str(found.event)], default=None)


def _pointed_at(view: View, sentence: Sentence, known: Iterable[str]) -> Iterator[str]:
    """Of the events known those that "the collapse", "the crash" point back to, which name none by themselves."""
    for token in sentence.tokens:
        pointed = [event for event in known if token.lemma in lexical(event)] if token.pos == "NOUN" else ()
        if not pointed or all(t.text.lower() not in THE for t in whole(sentence).children(token, "det")):
            continue
        if all(found.token.i != token.i for found in in_sentence(view.scene, sentence)):
            yield from pointed


def _is_aside(view: View, found: Named) -> bool:
    """Is it told of as what did not happen, or only as what another event came of?"""
    every, token = whole(found.sentence), found.token
    above = every.head(token)
    if token.dep == "pobj":
        others = {str(other.event) for other in in_sentence(view.scene, found.sentence) if other.token.i != token.i}
        behind = above.text.lower() in BEHIND and bool(others - {"None"})
        within = above.text.lower() in IN and found.event in FORCES and bool(others & BEFALLS)
        if behind or within:
            return True
    return _is_denied(every, found)


def _is_denied(every: Stretch, found: Named) -> bool:
    """ "There was no explosion", "the quake could not have damaged it", "ruled out a gas explosion"."""
    token = found.token
    verb = every.clause(token)
    no = every.has_no(token)
    no |= any(above.lemma in lemmas("cause.signs") and every.has_no(above) for above in every.ancestors(token))
    out = verb.lemma in lemmas("cause.excluding") and token in every.subtree(verb) and token.dep != "nsubj"
    return no or out or (verb.pos in ("VERB", "AUX") and bool(every.children(verb, "neg")))
