"""How strong, high, fast, large or hot a disaster was.

Enters a view; leaves `magnitude` propositions: `quantity` in the words used, bounds and unit with it, `value` the
number as text.
"""

from collections.abc import Iterator

from counterclaim.frames.disaster.belonging import event_near
from counterclaim.frames.disaster.field import Named, event_of
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.disaster.measure import SEISMIC, Measure, bare_magnitudes, measures
from counterclaim.frames.disaster.scene import place_of
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import evidence, found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Proposition, Span, Token

GIVEN_ANEW = frozenset({"correct", "revise", "lower", "raise", "adjust", "upgrade", "downgrade", "reduce", "change"})
STRETCHES = frozenset({"section", "stretch", "part", "area", "radius", "zone", "road", "strip", "segment", "perimeter"})


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on a magnitude."""
    for stretch in view.stretches:
        start = stretch.sentence.span.start
        text = stretch.sentence.span.of(view.scene.parsed.article.part(view.part))
        bare = tuple(bare_magnitudes(text))
        seismic = bool(bare) and SEISMIC.search(view.scene.parsed.article.text) is not None
        for measure in (*measures(text), *(bare if seismic else ())):
            span = Span(start + measure.start, start + measure.end)
            token = next((t for t in stretch.tokens if t.span.overlaps(span)), None)
            if token is not None:
                yield from _of_measure(view, stretch, token, measure)


def _of_measure(view: View, stretch: Stretch, token: Token, measure: Measure) -> Iterator[Proposition]:
    verb = stretch.clause(token)
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else Force(Phase.DONE)
    event = _event(view, stretch, verb, measure)
    if view.claimant is None and verb.lemma in GIVEN_ANEW:
        return  # "the observatory corrected it to 6.9": its own word, whoever tells it
    if event is None or not light.actual or not _measured(stretch, verb, token, measure) or _another(stretch, token):
        return
    yield found(
        view, stretch, verb, "magnitude", light,
        event=event.event, scale=measure.scale, quantity=measure.words, value=measure.value,
        place=place_of(view, stretch, verb, (), event),
    )  # fmt: skip


def _event(view: View, stretch: Stretch, verb: Token, measure: Measure) -> Named | None:
    """The event near by, if it is one that is measured so; a bare magnitude is a quake's."""
    words = evidence(view, stretch, verb)
    event = event_near(view, words, lemmas(f"measure.{measure.scale}.events"))
    alone = measure.scale == "magnitude" and event is None and event_near(view, words) is None
    return Named(stretch.sentence, verb, "quake") if alone else event


def _measured(stretch: Stretch, verb: Token, token: Token, measure: Measure) -> bool:
    """Is the thing measured one that has such a measure ("winds of", "waves reached"), in the number's own clause?"""
    if measure.scale in ("magnitude", "category"):
        return True
    whole = token
    while whole.dep in ("amod", "compound", "det", "nmod", "nummod") and stretch.head(whole) is not whole:
        whole = stretch.head(whole)
    if whole.lemma in STRETCHES:
        return False  # "blocked a 2-kilometre section of the river"
    of = lemmas(f"measure.{measure.scale}.of")
    clause = stretch.subtree(verb) if verb.pos in ("VERB", "AUX") else stretch.tokens
    near = [t for t in clause if abs(t.i - token.i) <= 12] + [verb]
    if measure.scale == "height" and "met" in measure.words and "kilo" in measure.words:
        of = of - {"depth", "lake", "river", "water"}
        if any(t.lemma.lower() in lemmas("measure.height.depths") for t in near):
            return False
    return any(t.lemma.lower() in of for t in near)


def _another(stretch: Stretch, token: Token) -> bool:
    """Is it an aftershock's, or a second quake's? Held against the first one's it would make a dispute of nothing."""
    nouns = [
        token,
        *stretch.ancestors(token),
        *(d for above in stretch.ancestors(token) for d in stretch.children(above)),
    ]
    shocks = [
        noun for noun in nouns if noun.pos in ("NOUN", "PROPN") and (event_of(stretch, noun) or noun.lemma == "wave")
    ]
    return any(
        noun.lemma in lemmas("aside.lesser")
        or any(child.lemma.lower() in lemmas("aside.others") for child in stretch.children(noun, "amod", "det"))
        for noun in shocks
    )
