"""Another figure for what was just counted: "19 soldiers died at the pass on Tuesday, the ministry said. X put the
army's dead at 60".

Enter a view and what the pack has read; leaves the same, counts of war that name no place and no day being of the place
and day of the count before them, if that was of the same side and kind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Argument, Proposition

# Counts of more than the one clash.
AT_LARGE = frozenset(["war", "total", "overall", "altogether", "since", "year", "month", "far", "conflict", "campaign"])
SPOTS = frozenset(["in", "at", "near", "outside", "around"])
NEAR = 3  # claims back
TENFOLD = 10


def recounted(view: View, read: Iterable[Proposition]) -> Iterator[Proposition]:
    """The propositions in their order."""
    of_more = any(_is_of_more(stretch) for stretch in view.stretches)
    for said in read:
        open_count = said.frame == "losses" and said.get("place") is None and said.when is None and not of_more
        before = _before(view, said) if open_count and said.get("side") is not None else None
        place = before.get("place") if before is not None else None
        if before is None or place is None:
            yield said
        else:
            yield replace(said, arguments=(*said.arguments, Argument("place", place)), when=before.when)


def _is_of_more(stretch: Stretch) -> bool:
    """Of all the war, or of a place that no map has?"""
    named = any(one.text.lower() in SPOTS and other.pos == "PROPN" for one, other in pairwise(stretch.tokens))
    return named or any(token.lemma in AT_LARGE for token in stretch.sentence.tokens)


def _before(view: View, said: Proposition) -> Proposition | None:
    """The count of the same, by somebody else, a few claims before."""
    for claim in reversed(view.earlier[-NEAR:]):
        for told in reversed(claim.propositions):
            counts = told.frame == "losses" and told.get("place") is not None and not told.negated
            if counts and _of_same(told, said) and view.claimant is not None and claim.claimant != view.claimant:
                return told
    return None


def _of_another_order(told: Proposition, said: Proposition) -> bool:
    """19 of one clash, and 70,000: those are of the war."""
    counts = [p.get("min") or p.get("max") for p in (told, said)]
    known = [count for count in counts if isinstance(count, int)]
    return len(known) == len(counts) and max(known) > TENFOLD * min(known)


def _of_same(told: Proposition, said: Proposition) -> bool:
    sides = told.ref("side"), said.ref("side")
    one = sides[0] is not None and sides[1] is not None and sides[0].name == sides[1].name
    counted = told.get("kind") == said.get("kind") and told.get("what") == said.get("what")
    return one and counted and not _of_another_order(told, said)
