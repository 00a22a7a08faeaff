"""What points to whoever is behind an attack: "Tarvia's fingerprints are on it", "the trail leads to Tarvia", "pointed
the finger at Tarvia".

Enters a view; leaves `responsibility` propositions on the event that is named, else on the one that was told last.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import last_event
from counterclaim.frames.conflict.laid_at import IT, event_among, laid
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import parties
from counterclaim.model import Proposition, Token

MARKS, TRAILS = lemmas("responsibility.signs.marks"), lemmas("responsibility.signs.trails")
FINGERS = lemmas("responsibility.signs.fingers")
ON = ("on", "over", "behind", "in", "to")
OVER = ("over", "for", "in", "after")


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition of this kind."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.lemma in MARKS and token.dep == "nsubj":
                yield from _marked(view, stretch, token)
            elif token.lemma in TRAILS and token.dep == "nsubj":
                yield from _trailed(view, stretch, token)
        if "point" in view.cue_lemmas:
            yield from _pointed_at(view, stretch)


def _marked(view: View, stretch: Stretch, mark: Token) -> Iterator[Proposition]:
    """ "Tarvia's fingerprints are on the blast", "Tarvia's hand was behind it"."""
    verb, owners = stretch.head(mark), stretch.children(mark, "poss")
    told = stretch.prepositional(verb, *ON) or stretch.prepositional(mark, *ON)
    it = any(noun.text.lower() in IT for noun in told) and view.scene.warlike
    event = event_among(view, stretch, told) or (last_event(view) if it else None)
    if verb.lemma in ("be", "lie", "remain"):
        yield from laid(view, stretch, verb, force(stretch, verb), event, actors=parties(view, stretch, owners))


def _trailed(view: View, stretch: Stretch, trail: Token) -> Iterator[Proposition]:
    """ "The trail of the blast leads to Tarvia": of the attack told last, where it is said of none."""
    verb = stretch.head(trail)
    heads = stretch.prepositional(verb, "to", "at", "towards", "toward")
    event = event_among(view, stretch, stretch.prepositional(trail, "of", "in", "from"))
    event = event or (last_event(view) if view.scene.warlike and not stretch.prepositional(trail, "of", "in") else None)
    if verb.lemma in ("lead", "point", "run"):
        yield from laid(view, stretch, verb, force(stretch, verb), event, actors=parties(view, stretch, heads))


def _pointed_at(view: View, stretch: Stretch) -> Iterator[Proposition]:
    """ "(Pointed) the finger at Tarvia over the blast", whose phrases the parser hangs on the cue."""
    finger = next((token for token in stretch.sentence.tokens if token.lemma in FINGERS), None)
    behind = [token for token in stretch.tokens if finger is not None and token.i > finger.i]
    at = [token for token in behind if token.dep == "pobj"][:1]
    told = [noun for prep in behind if prep.text.lower() in OVER for noun in stretch.children(prep, "pobj")]
    if not at:
        return
    event = event_among(view, stretch, told) or (last_event(view) if view.scene.warlike and not told else None)
    yield from laid(view, stretch, at[0], Force(Phase.DONE), event, actors=parties(view, stretch, at))
