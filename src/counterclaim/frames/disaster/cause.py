"""What or who brought a disaster about, as somebody has it; and what did not.

Enters a view; leaves `cause` propositions with the `cause` in its words or the `actor` who is held responsible.
"""

import re
from collections.abc import Iterator

from counterclaim.frames.disaster.air_causes import air_cause
from counterclaim.frames.disaster.belonging import event_near
from counterclaim.frames.disaster.causing import DONE, Found, event_in, may_cause, scene_event
from counterclaim.frames.disaster.clefts import cleft_cause
from counterclaim.frames.disaster.field import Named, event_of, in_sentence, undone_by
from counterclaim.frames.disaster.laid_on import laid_on, nothing_to_do
from counterclaim.frames.disaster.lexicon import events, lemmas
from counterclaim.frames.disaster.named_causes import NAMING, named_cause
from counterclaim.frames.disaster.scene import event_place, place_of
from counterclaim.frames.disaster.sorts import sort_of_disaster
from counterclaim.frames.disaster.undergone import undergone
from counterclaim.frames.disaster.worded_causes import worded_cause
from counterclaim.frames.force import Force, force
from counterclaim.frames.found import evidence, found
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.frames.who import THIRD_PERSON, party
from counterclaim.frames.worded import words
from counterclaim.model import EntityKind, Proposition, Ref, Stance, Token

# "It was corruption, not the quake", "(dismissed) the bird strike as “foolish”".
TRAILING = re.compile(r",? not$|\s+as\s+[\"“'‘].*$")
DENIED = re.compile(r"^(?:no|not(?: some| an?| the)?) ", re.IGNORECASE)
BLAMED = ("for", "of", "in", "on")
DELIBERATELY = frozenset(["deliberately", "intentionally", "accidentally"])
UNPROVED = frozenset(["explosion", "blast", "bomb", "attack", "tiredness", "fatigue"])
EACH = frozenset(["other", "another"])  # "blamed each other": each says that it was not himself
DUE = frozenset(["due", "because", "owing", "down", "attributable", "ascribable", "traceable"])
OUTCOMES = frozenset(["result", "consequence", "outcome", "fruit", "product", "upshot", "legacy"])
THEORIES = frozenset(
    ["version", "possibility", "theory", "hypothesis", "scenario", "idea", "suggestion", "assumption", "explanation"]
)
BURSTS = frozenset(["explosion", "fire"])
INVOLVED = frozenset(["involvement", "responsibility", "role", "part", "complicity", "link", "connection", "hand"])
BORNE = INVOLVED | {"blame", "guilt", "fault", "relation"}


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on a cause."""
    for stretch in view.stretches:
        told: set[int] = set()
        for each in _read(view, stretch):
            if each.cause.i not in told and each.light.actual:
                told.add(each.cause.i)
                yield from _proposition(view, stretch, each)


def _read(view: View, stretch: Stretch) -> Iterator[Found]:
    if view.accuses:
        yield from _accused(view, stretch)
    for token in stretch.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _verb(view, stretch, token)
            yield from _burst(view, stretch, token)
        yield from _because(view, stretch, token)
        if token.lemma in lemmas("cause.nouns") and token.pos == "NOUN":
            yield from _noun(view, stretch, token)
        if token.lemma in lemmas("cause.bearing"):
            yield from _bearing(view, stretch, token)
        if token.lemma in lemmas("cause.guilt") and token.dep == "nsubj":
            yield from _lies_with(view, stretch, token)
        yield from cleft_cause(view, stretch, token)
        yield from laid_on(view, stretch, token)
        yield from undergone(view, stretch, token)
        yield from named_cause(view, stretch, token)
        yield from air_cause(view, stretch, token)
        yield from worded_cause(view, stretch, token)
        yield from sort_of_disaster(view, stretch, token)
    yield from _no_part(view, stretch)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Rain caused the flood", "the fire was started by campers", "the leak led to the blast"."""
    light = force(stretch, verb)
    if verb.lemma in lemmas("cause.verbs") or _brings_about(stretch, verb):
        event = event_in(view, stretch, stretch.undergoers(verb))
        event = event or _set_off(view, stretch, verb)
        manner = [own for own in stretch.children(verb, "advmod") if own.lemma in DELIBERATELY]
        manner += [own for own in stretch.prepositional(verb, "on") if own.lemma == "purpose"]
        for doer in stretch.doers(verb) or manner if event is not None else ():
            yield Found(verb, doer, light, event)
    elif verb.lemma in lemmas("cause.leads"):
        event = event_in(view, stretch, stretch.prepositional(verb, "to"))
        for doer in stretch.doers(verb) if event is not None else ():
            yield Found(verb, doer, light, event)
    elif verb.lemma in lemmas("cause.sources"):
        event = event_in(view, stretch, stretch.children(verb, "nsubj"))
        words_after = ("from", "after") if verb.lemma != "follow" else ()
        for source in stretch.prepositional(verb, *words_after) if event is not None and words_after else ():
            yield Found(verb, source, light, event)
    elif verb.lemma in ("have", "bear", "carry", "play"):
        yield from nothing_to_do(view, stretch, verb, light)
        yield from _bears(view, stretch, verb, light)
    elif stretch.passive(verb) and stretch.agents(verb):
        yield from _undone(stretch, verb, light)
    elif stretch.children(verb, "dobj") and (undone := undone_by(stretch, verb)) is not None and not view.scene.warlike:
        yield from (Found(verb, doer, light, Named(stretch.sentence, verb, undone)) for doer in stretch.doers(verb))
    elif verb.lemma in lemmas("cause.blames"):
        yield from _blames(view, stretch, verb, light)
    elif verb.lemma in lemmas("cause.excluding") or verb.lemma == "be":
        yield from _excluded(view, stretch, verb, light)


def _brings_about(stretch: Stretch, verb: Token) -> bool:
    """ "Brought about the accident", "touched off the fire", "gave rise to"."""
    ways = {child.text.lower() for child in stretch.children(verb, "prt", "advmod")}
    return (verb.lemma == "bring" and bool(ways & {"about", "on"})) or (verb.lemma == "touch" and "off" in ways)


def _set_off(view: View, stretch: Stretch, verb: Token) -> Named | None:
    """ "A spark had set off the gas": the explosion that the report is about."""
    lit = any(noun.lemma in lemmas("cause.matter") for noun in stretch.undergoers(verb))
    sparks = any(doer.lemma in lemmas("cause.sparks") for doer in stretch.doers(verb))
    event = scene_event(view, stretch, verb) if lit and sparks else None
    return event if event is not None and event.event in BURSTS else None


def _burst(view: View, stretch: Stretch, verb: Token) -> Iterator[Found]:
    """ "Methane had ignited", "a bomb had gone off in the mine": what is behind the explosion that is told of."""
    if verb.lemma not in lemmas("cause.bursting") or stretch.children(verb, "dobj"):
        return
    off = any(child.text.lower() == "off" for child in stretch.children(verb, "prt", "advmod"))
    known = lemmas("cause.deliberate") if verb.lemma == "go" else lemmas("cause.matter") | lemmas("cause.deliberate")
    causes = [doer for doer in stretch.children(verb, "nsubj") if doer.lemma.lower() in known]
    event = scene_event(view, stretch, verb) if causes and (off or verb.lemma != "go") else None
    if event is None or event.event not in BURSTS or (event.sentence is stretch.sentence and event.token is verb):
        return
    for cause in causes:
        yield Found(verb, cause, force(stretch, verb), event)


def _no_part(view: View, stretch: Stretch) -> Iterator[Found]:
    """ "(Denied) any involvement in the accident", "(denied) having anything to do with the blast": the claimant's."""
    if view.stance is not Stance.DENIES or view.claimant is None or not view.cue:
        return
    for token in stretch.tokens:
        alone = stretch.head(token) is token
        if token.lemma in INVOLVED and token.pos == "NOUN" and alone:
            about = stretch.prepositional(token, "in", "for", "with", "to")
        elif token.lemma in ("anything", "something") and any(t.lemma == "do" for t in stretch.subtree(token)):
            about = [t for t in stretch.tokens if t.dep == "pobj" and stretch.head(t).text.lower() == "with"]
        else:
            continue
        event = event_in(view, stretch, about)
        if event is not None:
            yield Found(token, token, DONE, event, own=True)


def _bears(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Found]:
    """ "The company bears responsibility for the flood", "the dam played no part in it"."""
    for noun in stretch.children(verb, "dobj"):
        if noun.lemma not in BORNE:
            continue
        about = [t for token in (noun, verb) for t in stretch.prepositional(token, "for", "in", "to", "with")]
        event = event_in(view, stretch, about) or _what_happened(view, stretch, verb)
        no = stretch.has_no(noun)
        for doer in stretch.doers(verb) if event is not None else ():
            yield Found(verb, doer, Force(light.phase, light.negated or no), event)


def _what_happened(view: View, stretch: Stretch, verb: Token) -> Named | None:
    """ "Played no part in what happened"."""
    happened = any(t.lemma in ("happen", "occur") and t.dep == "pcomp" for t in stretch.subtree(verb))
    return scene_event(view, stretch, verb) if happened else None


def _undone(stretch: Stretch, verb: Token, light: Force) -> Iterator[Found]:
    """ "The ferry was sunk by a wave": what came upon it is the cause of the sinking."""
    event = undone_by(stretch, verb)
    for agent in stretch.agents(verb) if event is not None else ():
        yield Found(verb, agent, light, Named(stretch.sentence, verb, event))


def _blames(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Found]:
    event = event_in(view, stretch, stretch.prepositional(verb, *BLAMED))
    if event is None and stretch.prepositional(verb, "for"):
        return
    event = event or scene_event(view, stretch, verb)
    targets = [target for target in stretch.undergoers(verb) if target.lemma not in EACH]
    for target in targets if event is not None else ():
        if event_in(view, stretch, [target]) is None:
            yield Found(verb, target, light, event)
    on = stretch.prepositional(verb, "on")  # "blamed the collapse on the contractor"
    blamed = event_in(view, stretch, targets)
    for target in on if blamed is not None else ():
        yield Found(verb, target, light, blamed)


def _excluded(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Found]:
    """ "Ruled out sabotage"."""
    ruled = verb.lemma != "rule" or any(c.text.lower() == "out" for c in stretch.children(verb, "prt", "advmod"))
    if verb.lemma == "be":  # "tiredness was out of the question"
        ruled = _out_of_the_question(stretch, verb)
    event = _other_event(view, stretch, verb) if ruled and not light.negated else None
    if event is None:  # what is "not ruled out" is left open
        return
    whole = stretch.undergoers(verb) if verb.lemma != "be" else stretch.children(verb, "nsubj")
    named = [t for noun in whole for t in (stretch.prepositional(noun, "of") if noun.lemma in THEORIES else [noun])]
    for excluded in named:
        other = event_of(stretch, excluded) if excluded.pos == "NOUN" else None
        known = excluded.lemma in NAMING | lemmas("cause.technical") | lemmas("cause.matter")
        if known or (other is not None and other != event.event) or excluded.lemma in UNPROVED:
            yield Found(verb, excluded, Force(DONE.phase, negated=True), event)


def _other_event(view: View, stretch: Stretch, verb: Token) -> Named | None:
    """What is spoken of, but for what the same words rule out ("the version of an explosion is excluded")."""
    event = scene_event(view, stretch, verb)
    if event is None or event.sentence is not stretch.sentence:
        return event
    ways = frozenset(events()) - {event.event}
    return event_near(view, evidence(view, stretch, verb), ways) or event


def _out_of_the_question(stretch: Stretch, verb: Token) -> bool:
    return any(noun.lemma == "question" for noun in stretch.prepositional(verb, "of")) and any(
        token.text.lower() == "out" for token in stretch.subtree(verb)
    )


def _because(view: View, stretch: Stretch, token: Token) -> Iterator[Found]:
    """ "Due to poor upkeep", "because of the rain", "the result of an electrical fault", "because it was full"."""
    if token.text.lower() == "because" and token.dep == "mark":
        yield from _because_clause(view, stretch, stretch.head(token))
        return
    if token.text.lower() in DUE:
        causes = stretch.prepositional(token, "to", "of") or stretch.children(token, "pobj")
    elif token.lemma in OUTCOMES and token.pos == "NOUN":
        causes = stretch.prepositional(token, "of")
    else:
        return
    above = stretch.head(token)
    if stretch.head(above) is not above and above.pos == "ADP":
        above = stretch.head(above)  # "as a result of"
    verb = above if above.pos in ("VERB", "AUX") else stretch.clause(above)
    subjects = [*stretch.children(verb, "nsubj", "nsubjpass"), above, verb]
    fell = verb.lemma == "collapse" and bool(stretch.children(verb, "nsubj"))  # in a quake, of which the cause speaks
    event = event_in(view, stretch, subjects) or (
        Named(stretch.sentence, verb, "collapse", sure=False) if fell else None
    )
    for cause in causes if event is not None else ():
        yield Found(verb, cause, force(stretch, verb) if verb.pos in ("VERB", "AUX") else DONE, event)


def _because_clause(view: View, stretch: Stretch, clause: Token) -> Iterator[Found]:
    """ "The ferry sank because it was overloaded": the clause is the cause."""
    verb = stretch.head(clause)
    told = in_sentence(view.scene, stretch.sentence)
    event = next((known for known in told if known.token.i == verb.i and known.event is not None), None)
    fell = any(known.token.i == verb.i and known.event is None for known in told)  # "came down because"
    built = {noun.lemma for noun in stretch.children(verb, "nsubj")} & lemmas("event.collapse.built")
    fell |= verb.lemma == "fall" and bool(built)
    event = event or (Named(stretch.sentence, verb, "collapse", sure=False) if fell else None)
    event = event or event_in(view, stretch, stretch.children(verb, "nsubj", "nsubjpass"))
    if event is not None and clause is not verb:
        yield Found(verb, clause, force(stretch, verb), event)


def _noun(view: View, stretch: Stretch, noun: Token) -> Iterator[Found]:
    """ "The cause of the fire was a short circuit"."""
    verb = stretch.clause(noun)
    of = [*stretch.prepositional(noun, "of", "for", "behind"), *stretch.children(noun, "poss")]
    event = event_in(view, stretch, of) if of else scene_event(view, stretch, noun)
    sought = [t for below in stretch.children(verb, "xcomp") for t in stretch.prepositional(below, "in")]
    sought += stretch.prepositional(verb, "in", "with") if verb.lemma in ("lie", "rest") else []
    if event is not None and noun.dep == "nsubj" and sought:  # "the reason is to be sought in poor upkeep"
        yield from (Found(verb, cause, force(stretch, verb), event) for cause in sought)
        return
    if event is None or verb.lemma not in ("be", "remain"):
        return
    subjects, complements = stretch.children(verb, "nsubj"), stretch.children(verb, "attr", "acomp")
    named = complements if noun in subjects else subjects if noun in complements else []
    # "The cause is one: an outburst of gas."
    named = [own for token in named for own in (stretch.children(token, "appos") if token.pos == "NUM" else [token])]
    for cause in named:
        if cause.pos in ("NOUN", "PROPN") and cause.text.lower() not in ("unknown", "unclear"):
            yield Found(verb, cause, force(stretch, verb), event)


def _bearing(view: View, stretch: Stretch, word: Token) -> Iterator[Found]:
    """ "The contractor was to blame", "the dam was not at fault", "negligence was behind the fire"."""
    verb = (
        word
        if word.pos == "AUX"
        else next((above for above in stretch.ancestors(word) if above.pos in ("AUX", "VERB")), word)
    )
    if verb.lemma != "be" or (word.pos == "VERB" and word.lemma == "blame" and stretch.passive(word)):
        return
    about = [*stretch.prepositional(word, *BLAMED), *stretch.prepositional(verb, "for", "behind")]
    about += stretch.children(word, "pobj")
    event = event_in(view, stretch, about)
    if event is None and not [token for token in about if token.lemma != "fault"]:
        event = scene_event(view, stretch, verb)
    light = force(stretch, verb)
    if word is not verb and stretch.children(
        word, "neg"
    ):  # "was not to blame", where the parser hangs "not" on "blame"
        light = Force(light.phase, negated=True)
    for blamed in stretch.children(verb, "nsubj") if event is not None else ():
        if not stretch.children(blamed, "expl"):
            yield Found(verb, blamed, light, event)


def _lies_with(view: View, stretch: Stretch, noun: Token) -> Iterator[Found]:
    """ "The blame for the collapse lies with the mayor"."""
    verb = stretch.head(noun)
    about = stretch.prepositional(noun, "for")
    event = event_in(view, stretch, about) if about else scene_event(view, stretch, noun)
    if event is not None and verb.lemma in ("lie", "rest", "fall"):
        for blamed in stretch.prepositional(verb, "on", "with", "upon"):
            yield Found(verb, blamed, force(stretch, verb), event)


def _accused(view: View, stretch: Stretch) -> Iterator[Found]:
    """The content of "blamed X for the collapse" is "X for the collapse"."""
    top = next(
        (
            t
            for t in stretch.tokens
            if t.pos in ("NOUN", "PROPN") and t.dep in ("dobj", "nsubj", "pobj", "ROOT", "nsubjpass")
        ),
        None,
    )
    if top is None:
        return
    own = event_in(view, stretch, [top])
    on = [t for t in stretch.tokens if t.dep == "pobj" and stretch.head(t).text.lower() == "on"]
    if own is not None and on:  # "blamed the accident on postponed upkeep"
        yield Found(top, on[0], DONE, own)
        return
    gerund = next((t for t in stretch.tokens if t.dep == "pcomp" and stretch.head(t).text.lower() == "of"), None)
    nouns = [t for t in stretch.tokens if t.pos in ("NOUN", "PROPN") and t.i != top.i]
    misdeed = gerund is not None and gerund.lemma in lemmas("cause.misdeeds")
    charged = not misdeed and any(
        t.text.lower() in BLAMED[:2] and stretch.children(t, "pobj", "pcomp") for t in stretch.tokens
    )
    event = event_in(view, stretch, nouns) or (scene_event(view, stretch, top) if not nouns or not charged else None)
    if event is not None and gerund is not None and not may_cause(event.event, stretch, gerund):
        return
    if event is not None and event_in(view, stretch, [top]) is None:
        yield Found(top, top, DONE, event)


def _proposition(view: View, stretch: Stretch, each: Found) -> Iterator[Proposition]:
    cause = each.cause
    actor = view.claimant if each.own else _actor(view, stretch, cause)
    words_ = words(view, stretch, cause) if actor is None and cause.text.lower() not in THIRD_PERSON else None
    if cause.pos in ("VERB", "AUX"):
        said = [token for token in stretch.subtree(cause) if token.text.lower() != "because"]
        words_, actor = span_of(said).of(view.scene.parsed.article.part(view.part)).rstrip(" .,"), None
    words_ = each.called or words_
    if words_ is not None:
        words_ = "on purpose" if cause.lemma == "purpose" else DENIED.sub("", words_)
        words_ = TRAILING.sub("", words_)
    event = each.event
    if (actor is None and not words_) or event is None or (cause.pos == "PRON" and actor is None and not each.called):
        return
    yield found(
        view, stretch, each.anchor, "cause", each.light,
        event=event.event, cause=words_, actor=actor, place=_place(view, stretch, each, actor),
    )  # fmt: skip


def _place(view: View, stretch: Stretch, each: Found, actor: Ref | None) -> Ref | None:
    """Where the event was; the state that is blamed for it is not where it was."""
    place = place_of(view, stretch, each.anchor, (each.cause,), each.event)
    if place is None or actor is None or place.name != actor.name:
        return place
    known = event_place(view, each.event) if each.event is not None else None
    return known if known is not None and known.name != actor.name else None


def _actor(view: View, stretch: Stretch, head: Token) -> Ref | None:
    """A person or body who is held responsible: by name, or by an office or trade ("the contractor")."""
    beside = next((own for own in stretch.children(head, "appos") if own.pos == "PROPN"), head)
    ref = party(view, stretch, beside)
    if head.lemma in ("force", "state") and stretch.prepositional(head, "of"):  # "the force of the shock"
        return None
    state = ref is not None and ref.kind is EntityKind.PLACE and view.scene.side(ref) == ref.name
    if ref is not None and (state or ref.kind is not EntityKind.PLACE):
        return ref
    if head.lemma in lemmas("cause.actors") and head.pos == "NOUN":
        said = words(view, stretch, head)
        return Ref(said, said, None, EntityKind.GROUP)
    return None
