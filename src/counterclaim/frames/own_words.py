"""The side of somebody of whom no report says it, by whom his own words are against.

"Our defenders hold the city. The Tarvians are shelling it", of one whom the article gives no country, where two states
fight: he is with the other one.

Enters a view; leaves the side, or None where both or neither are named so.
"""

from collections.abc import Iterator

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import EntityKind, Stance, Token

FORCES, REPORTS = words_of("who.forces"), words_of("force.reports")
OURS = frozenset({"our", "ours", "we", "us"})
ENEMIES = words_of("who.enemies")


def side_by_words(view: View) -> str | None:
    """The other of the two states that fight, where the claimant's words are against just one of them."""
    fighting = view.scene.factions.fighting
    person = view.claimant is not None and view.claimant.kind is EntityKind.PERSON
    if not person or len(fighting) != 2 or view.scene.side(view.claimant) is not None:
        return None
    ours = any(token.text.lower() in OURS or token.lemma in ENEMIES for s in view.stretches for token in s.tokens)
    against = set(_against(view)) & fighting if ours else set()
    return next(iter(fighting - against)) if len(against) == 1 else None


def _against(view: View) -> Iterator[str]:
    """The nations whose troops or claims the claimant speaks of as another's, here or before."""
    spans = [(view.stance, view.content)]
    who = view.claimant.name if view.claimant is not None else ""
    own = (c for c in view.earlier if c.claimant is not None and c.claimant.name == who and c.part is view.part)
    spans += [(claim.stance, claim.content_spans) for claim in own]
    for stance, content in spans:
        for sentence in view.scene.sentences_over(view.part, content):
            inside = (t.i for t in sentence.tokens if any(span.covers(t.span) for span in content))
            stretch = Stretch(sentence, frozenset(inside))
            for token in stretch.tokens:
                nation = view.scene.nation(token)
                if nation is not None and _is_anothers(stretch, token, stance):
                    yield nation


def _is_anothers(stretch: Stretch, token: Token, stance: Stance) -> bool:
    """ "The Tarvians", "Tarvian attacks"; of a denial "Tarvian claims"; not "Tarvian forces", who may be his own."""
    head = stretch.head(token)
    if token.tag in ("NNPS", "NNS"):
        return True
    return token.dep in ("amod", "compound") and head.lemma in REPORTS and stance is Stance.DENIES
