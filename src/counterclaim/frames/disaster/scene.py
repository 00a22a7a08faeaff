"""Where the disaster is that words belong to: the place of a toll, a magnitude or a cause."""

from collections.abc import Iterable

from counterclaim.frames.disaster.field import Named, in_sentence
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.homeland import own_country
from counterclaim.frames.scene import LARGE, REGIONAL
from counterclaim.frames.staged import opened_with
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.frames.where import REGIONS, locate, pointed_place
from counterclaim.frames.whereabouts import place_in_question, where_they_are
from counterclaim.model import BlockKind, EntityKind, Ref, Sentence, Spans, Token

AT = (
    "in",
    "at",
    "near",
    "on",
    "around",
    "across",
    "outside",
    "off",
    "of",
    "from",
    "under",
    "along",
    "through",
    "above",
    "below",
    "over",
    "beside",
    "into",
    "onto",
    "towards",
)


def place_of(view: View, stretch: Stretch, anchor: Token, about: Iterable[Token], event: Named | None) -> Ref | None:
    """The place named with the predicate or its arguments, else with the event, else the sentence's or article's."""
    heads = [below for token in (anchor, *about) for below in stretch.prepositional(token, *AT)]
    heads += [child for child in stretch.children(anchor, "advmod") if child.text.lower() in ("there", "here")]
    heads += stretch.children(anchor, "nsubj", "dobj")
    here = stretch.sentence
    where = locate(view, stretch, heads, default=False)
    named = where.place if where.named or where.part is None else None  # "in the east wing": of what is told below
    if named is None and event is not None and event.sentence is here:
        named = place_of_event(view, event)
    named = named or _place_inside(view, stretch) or where_they_are(view, about)
    named = named or opened_with(view, stretch.sentence)
    own = event_place(view, event) if named is None and event is not None else None
    country = own is not None and view.scene.side(own) == own.name
    named = named or (None if country else own)
    if named is None and event is not None and event.event in WIDE:  # a flood's dead are the region's, if one is named
        named = _told_place(view, here) or view.scene.salient_place(here, anchor.span.start, REGIONAL)
    told = named or own_country(view, _told_place(view) or own)
    named = told or where.place or place_in_question(view, stretch, anchor)
    return named or _named_later(view, here) or view.scene.salient_place(here, anchor.span.start, LARGE)


# What befalls whole regions.
WIDE = frozenset(("quake", "flood", "storm", "outbreak", "eruption"))


def _named_later(view: View, here: Sentence) -> Ref | None:
    """The first town that the article names behind a sentence before which it has named none."""
    later = (m for sentence in view.scene.parsed.sentences[here.index + 1 :] for m in view.scene.mentions_in(sentence))
    towns = (m for m in later if m.kind is EntityKind.PLACE and not view.scene.is_broad(m))
    return next((view.scene.ref(m) for m in towns if view.scene.nations.get(m.surface) is None), None)


def _known_place(view: View, event: Named) -> Ref | None:
    """Where the article has put the event before: by other words for it, else by a claim on it. What a headline tells
    the report says at length."""
    sentences = view.scene.parsed.sentences
    headline = event.sentence.kind is BlockKind.HEADLINE
    behind = sentences[event.sentence.index + 1 :] if headline else ()
    country: Ref | None = None
    for sentence in (*reversed(sentences[: event.sentence.index]), *behind):
        for other in in_sentence(view.scene, sentence):
            place = place_of_event(view, other) if other.event in (event.event, None) else None
            if place is not None and view.scene.side(place) != place.name:
                return place
            country = country or place
    if country is not None:  # "the Tarvia flood", where nothing nearer is said
        return country
    told = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions))
    return next((place for p in told if p.get("event") == event.event and (place := p.ref("place"))), None)


def event_place(view: View, event: Named) -> Ref | None:
    """Where an event was, by its own words or by what the article said of it before."""
    return place_of_event(view, event) or _known_place(view, event)


def _told_place(view: View, here: Sentence | None = None) -> Ref | None:
    """Where the article's last toll or cause was; with `here` only one that the same paragraph told before."""
    told = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions))
    last = next((p for p in told if p.frame in ("toll", "cause")), None)
    if last is not None and here is None and _is_split(view, last.evidence):
        return None
    before = view.scene.sentences_over(view.part, last.evidence) if last is not None and here is not None else ()
    far = here is not None and not any(one.block == here.block for one in before)
    return None if last is None or far else last.ref("place")


def _is_split(view: View, evidence: Spans) -> bool:
    """ "105 died in Karsh and 52 in Marle": what is counted next need not be of the first of them."""
    mentions = (m for one in view.scene.sentences_over(view.part, evidence) for m in view.scene.mentions_in(one))
    towns = {m.entity for m in mentions if m.kind is EntityKind.PLACE and not view.scene.is_broad(m)}
    return len(towns) > 1


def _place_inside(view: View, stretch: Stretch) -> Ref | None:
    """The first town that the content names, else its first region; not where its people come from.

    What stands outside the content is where somebody spoke ("told reporters in Marle").
    """
    home = [t for t in stretch.tokens if t.dep == "pobj" and stretch.head(t).text.lower() == "from"]
    home += [t for t in stretch.tokens if _is_refuge(stretch, t)]
    found = (view.scene.mention(stretch.sentence, t, EntityKind.PLACE) for t in stretch.tokens if t not in home)
    places = [mention for mention in found if mention is not None and view.scene.nations.get(mention.surface) is None]
    if places:
        return view.scene.ref(min(places, key=view.scene.is_broad))
    pointed = (pointed_place(view, stretch, t) for t in stretch.tokens if t.lemma in REGIONS)  # "in the delta"
    return next((place for place in pointed if place is not None), None)


def _is_refuge(stretch: Stretch, token: Token) -> bool:
    """ "Residents were taken to Karsh and Marle": the flood was elsewhere."""
    first = token
    while first.dep == "conj" and stretch.head(first) is not first:
        first = stretch.head(first)
    to = stretch.head(first)
    moved = stretch.head(to)
    return to.text.lower() == "to" and moved.lemma in lemmas("toll.displaced.moves") and stretch.passive(moved)


def place_of_event(view: View, event: Named) -> Ref | None:
    """The place that the words for the event name ("the collapse of the bridge at Karsh", "a quake hit Karsh")."""
    every, token = whole(event.sentence), event.token
    verb = token if token.pos == "VERB" else every.clause(token)
    heads = [*every.prepositional(token, *AT), *every.children(token, "compound", "poss", "nmod")]
    heads += [below for own in heads for below in every.prepositional(own, *AT)]
    # "A quake that struck the valley of X": floods are told of village by village.
    for clause in every.children(token, "relcl", "acl") if event.event in ("quake", "eruption") else ():
        heads += [*every.children(clause, "dobj"), *every.prepositional(clause, *AT)]
    if token.dep in ("nsubj", "nsubjpass") or token is verb:
        heads += [*every.children(verb, "dobj", "nsubj"), *every.prepositional(verb, *AT)]
    return locate(view, every, heads, default=False).place
