"""Which attack a noun phrase points to: "the raid", "these attacks", "the shelling of the market in X".

Enter a view and a noun; leaves an `Event`, taken from the article's earlier claims where the words point back.
"""

from dataclasses import dataclass

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.frames.where import POINTING, SITES, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.worded import words
from counterclaim.model import BlockKind, Proposition, Ref, Token

KINDS = ("raid", "shelling", "strike", "assault", "offensive")
ON = ("on", "of", "against", "in", "at", "near", "over", "inside")
GENERIC = frozenset(
    [
        "attack",
        "action",
        "incident",
        "event",
        "situation",
        "operation",
        "violence",
        "sabotage",
        "clash",
        "disaster",
        "tragedy",
    ]
)


BURSTS = frozenset(["blast", "explosion"])
DEEDS = frozenset().union(*(lemmas(f"attack.{kind}.verbs") for kind in (*KINDS, "wrecking", "killing"))) | lemmas(
    "attack.doing.downs"
)
# What an attack is called by those who do not call it one.
INCIDENTS = frozenset(["incident", "clash", "bloodshed", "violence"])
# And by those who leave open whether it was one: never anything but what was told.
CALAMITIES = frozenset(["disaster", "tragedy", "catastrophe", "death", "crash", "destruction"])


@dataclass(frozen=True, slots=True)
class Event:
    """An attack or accident as responsibility and aim speak of it."""

    label: str
    kind: str | None = None
    place: Ref | None = None
    actor: Ref | None = None
    target: str | None = None


def kind_of(noun: Token) -> str | None:
    """The kind of attack that a noun names, by the pack's word lists."""
    words = {noun.lemma, noun.text.lower()}
    return next((kind for kind in KINDS if not words.isdisjoint(lemmas(f"attack.{kind}.nouns"))), None)


def is_stray(stretch: Stretch, weapon: Token) -> bool:
    """ "A stray rocket", "an air defence missile", "a shell that had missed its target": fired at nobody there."""
    words = {token.lemma for token in stretch.subtree(weapon)} | {
        token.text.lower() for token in stretch.phrase(weapon)
    }
    fell = {"miss", "malfunction", "misfire", "deviate", "intercept"} & words
    return (
        bool(fell | (lemmas("attack.stray.words") & words))
        or {"air", "defence"} <= words
        or {"air", "defense"} <= words
    )


def label(kind: str, place: Ref | None) -> str:
    """The name under which an attack is referred to: "raid on X"."""
    what = "attack" if kind == "assault" else kind
    if place is None:
        return what
    return f"{what} on {place.name}" if kind in KINDS else f"{what} in {place.name}"


def event_of(view: View, stretch: Stretch, noun: Token) -> Event | None:
    """The event that the noun phrase names or points back to; None where the noun is no event."""
    if noun.lemma not in lemmas("attack.doing.events") or _is_supplied(stretch, noun) or _at_large(stretch, noun):
        return None
    where = locate(
        view, stretch, [*stretch.prepositional(noun, *ON), *stretch.children(noun, "compound", "poss")], default=False
    )
    kind = kind_of(noun)
    new = any(child.text.lower() in ("a", "an", "another") for child in stretch.children(noun, "det"))
    new &= noun.lemma not in GENERIC  # "a situation with which we have nothing to do" is one that was told
    earlier = _earlier(view, stretch, noun, kind, where.place) if not new else None
    if earlier is not None:
        return earlier
    if where.place is not None:
        return Event(label(kind or noun.lemma, where.place), kind, where.place)
    works = noun.lemma == "strike" and not stretch.children(noun, "compound") and not view.scene.warlike
    if noun.lemma in (INCIDENTS | CALAMITIES | GENERIC) - {"attack"} or works:  # nurses strike too
        return _by_another_name(view, stretch, noun) if view.scene.warlike and not new else None
    burst = noun.lemma in BURSTS and view.scene.warlike
    pointed = any(child.text.lower() in POINTING for child in stretch.children(noun, "det"))
    if (kind is not None or burst) and pointed:
        # "The offensive", of an article none of whose claims has told of one: the one that it named, else of the town.
        about = _named_before(view, stretch, noun) or place_in_question(view, stretch, noun)
        return Event(label(kind or noun.lemma, about), kind, about)
    return Event(words(view, stretch, noun), kind)


def _by_another_name(view: View, stretch: Stretch, noun: Token) -> Event | None:
    if noun.lemma in INCIDENTS:
        return event_at_large(view, stretch, noun)
    return event_in_question(view, stretch) if noun.lemma in CALAMITIES else None


def _at_large(stretch: Stretch, noun: Token) -> bool:
    """ "(Accused of) war crimes", "atrocities": of no attack in particular."""
    return noun.lemma in ("crime", "atrocity") and noun.tag == "NNS" and not stretch.children(noun, "det", "poss")


def _is_supplied(stretch: Stretch, noun: Token) -> bool:
    """ "Supplying the rebels with drones", "armed with mortars": weapons, and no attack."""
    weapon = noun.lemma in (lemmas("attack.strike.weapons") - BURSTS) | lemmas("attack.shelling.guns")
    top = noun
    while top.dep == "conj" and stretch.head(top) is not top:
        top = stretch.head(top)
    return weapon and top.dep == "pobj" and stretch.head(top).text.lower() == "with"


def event_told(deed: Proposition) -> tuple[str | None, Ref | None]:
    """The name under which a deed is referred to, and where it was: "shelling on hospital", "withdrawal from X"."""
    event = _as_event(deed)
    if event is not None:
        return event.label, event.place
    start, end = deed.ref("origin"), deed.ref("place")
    if deed.get("kind") == "withdraw":
        return f"withdrawal from {start.name}" if start is not None else "withdrawal", start
    return f"advance to {end.name}" if end is not None else "advance", end


def last_event(view: View) -> Event | None:
    """The attack that the article spoke of last; one told neither where nor on what, if there is no other."""
    told = [p for claim in reversed(view.earlier) for p in reversed(claim.propositions)]
    bare = [p for p in told if p.frame == "attack" and p.get("place") is None and p.get("target") is None]
    events = (_as_event(p) for p in (*(p for p in told if p not in bare), *bare))
    return next((event for event in events if event is not None), None)


def event_in_question(view: View, stretch: Stretch) -> Event | None:
    """The attack told last; where no claim has told of one, what the article named last as having happened."""
    told = last_event(view)
    if told is not None:
        return told
    for earlier in reversed(view.scene.parsed.sentences[: stretch.sentence.index + 1]):
        every = whole(earlier)
        nouns = (t for t in earlier.tokens if t.lemma in BURSTS and t.dep in ("nsubj", "nsubjpass"))
        event = next((event for noun in nouns if (event := event_of(view, every, noun)) is not None), None)
        if event is not None:
            return event
    return _in_headline(view)


def _in_headline(view: View) -> Event | None:
    """ "What is known of the attack on Karsh station": the one attack that a heading puts somewhere."""
    heads = [sentence for sentence in view.scene.parsed.sentences if sentence.kind is BlockKind.HEADLINE]
    for sentence in heads:
        every = whole(sentence)
        for noun in (token for token in sentence.tokens if kind_of(token) is not None and token.pos == "NOUN"):
            heads_on = [*every.prepositional(noun, *ON), *every.children(noun, "compound")]
            place = locate(view, every, heads_on, default=False)
            if place.named and place.place is not None:
                kind = kind_of(noun) if noun.lemma != "attack" else None
                return Event(label(kind_of(noun) or "assault", place.place), kind, place.place)
    return None


def event_at_large(view: View, stretch: Stretch, near: Token) -> Event | None:
    """What a report of a war is about, for blame that names nothing: the attack told last, else what happened at the
    place in question."""
    told = event_in_question(view, stretch)
    if told is not None or not view.scene.unrest:
        return told
    about = place_in_question(view, stretch, near)
    return Event(label("assault", about), None, about) if about is not None else None


def deed_of(view: View, stretch: Stretch, verbs: list[Token]) -> Event | None:
    """ "Responsible for downing the plane", "for shelling the market": what the report is about."""
    deeds = [verb for verb in verbs if verb.tag == "VBG" and verb.lemma in DEEDS and stretch.undergoers(verb)]
    return event_at_large(view, stretch, deeds[0]) if deeds else None


def place_told(view: View, stretch: Stretch, kind: str) -> Ref | None:
    """Where the article's last attack was, if it was of this kind and is near: "this was a strike on civilians"."""
    last = last_event(view)
    fits = last is not None and last.kind == kind and view.scene.named_near(last.place, stretch.sentence)
    return last.place if last is not None and fits else None


def _struck_otherwise(stretch: Stretch, noun: Token, event: Event) -> bool:
    """ "The attack on the hospital" is not the one on the bus."""
    struck = [head for head in stretch.prepositional(noun, "on", "against") if head.pos == "NOUN"]
    target = (event.target or "").lower()
    return bool(target) and any(head.lemma in SITES and head.lemma not in target for head in struck)


def _earlier(view: View, stretch: Stretch, noun: Token, kind: str | None, place: Ref | None) -> Event | None:
    """The last event of the article that fits the noun and the place, if one is named."""
    for claim in reversed(view.earlier):
        for proposition in reversed(claim.propositions):
            event = _as_event(proposition)
            if event is None or (place is not None and (event.place is None or event.place.name != place.name)):
                continue
            if _struck_otherwise(stretch, noun, event):
                continue
            if noun.lemma == "fire" and event.kind in ("assault", "raid"):
                continue  # what was lit in a riot is not what was shot there
            if noun.lemma in GENERIC or kind is None or event.kind in (kind, None) or kind in ("assault", "raid"):
                return event
    return None


def earlier_strike(view: View, target: str) -> Proposition | None:
    """The attack told before that struck the same: by its last word, or by a word for any building."""
    word = target.rsplit(maxsplit=1)[-1].lower()
    for claim in reversed(view.earlier):
        for proposition in reversed(claim.propositions):
            struck = str(proposition.get("target") or "").lower().split() if proposition.frame == "attack" else []
            if struck and (struck[-1] == word or word in ("building", "site", "facility", "place", "complex")):
                return proposition
    return None


def where_struck(view: View, stretch: Stretch, heads: list[Token], target: str | None) -> Ref | None:
    """Where the same thing was struck as told before ("the bus")."""
    pointed = any(c.text.lower() in POINTING for head in heads for c in stretch.children(head, "det"))
    before = earlier_strike(view, target) if target is not None and pointed else None
    return before.ref("place") if before is not None else None


def _named_before(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    """Where the attack was that the article named last by the same word, in a heading or in its own voice."""
    for earlier in reversed(view.scene.parsed.sentences[: stretch.sentence.index]):
        every = whole(earlier)
        for token in (token for token in every.tokens if token.lemma == noun.lemma):
            heads = [*every.prepositional(token, *ON), *every.children(token, "compound")]
            where = locate(view, every, heads, default=False) if heads else None
            if where is not None and where.named:
                return where.place
    return None


def _as_event(proposition: Proposition) -> Event | None:
    if proposition.frame == "attack":
        told = proposition.get("kind")
        kind = str(told) if told else None
        place, target = proposition.ref("place"), proposition.get("target")
        name = label(kind or "attack", place)
        if target is not None:
            name = f"{'attack' if kind in ('assault', None) else kind} on {target}"
        actor = None if proposition.negated else proposition.ref("actor")
        return Event(name, kind, place, actor, str(target) if target is not None else None)
    if proposition.frame == "responsibility" and proposition.get("event"):
        known = proposition.get("kind")
        return Event(str(proposition.get("event")), str(known) if known else None, proposition.ref("place"))
    return None
