"""Statements that the next speaker turns down: "pupils had been beaten" – "no pupil had been touched".

Enter claims; leave (the later, the one right before it) where the one negates and the other says so, and all that the
later one speaks of stands in the earlier: who answers at once need not say again of whom, where and how. Refused is
whatever leaves something open, names something new, or has another voice in between.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from counterclaim.frames.wordlists import listed
from counterclaim.model import Claim, Stance
from counterclaim.relate.opposed import Statement, apart, statements, stem, tenses_meet

NEAR = 160  # code points between the two contents: a cue and a name
_WORDS = partial(listed, "counterclaim.relate", "words.toml")
# Whatever was done to somebody, in a word that stands for all of it; and when.
_WHATEVER = frozenset(map(stem, _WORDS("negation.whatever")))
_WHEN = frozenset(map(stem, _WORDS("negation.when")))
_STATING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES)


def turned_down(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """(the later, the earlier) of each two that cannot both be."""
    by_article: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.voiced and claim.content_spans:
            by_article[claim.article, claim.part.value].append(claim)
    for told in by_article.values():
        told.sort(key=lambda claim: (claim.content_spans[0].start, claim.content_spans[-1].end, claim.id))
        for i, claim in enumerate(told):
            last = _right_before(claim, told[:i])
            if last is not None and _turns_down(claim, last):
                yield claim, last


def _right_before(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    last = before[-1] if before else None
    if last is None or claim.stance not in _STATING or last.stance is not Stance.ASSERTS:
        return None
    gap = claim.content_spans[0].start - last.content_spans[-1].end
    return last if 0 <= gap <= NEAR and apart(claim, last) else None


def _turns_down(claim: Claim, last: Claim) -> bool:
    before = statements(last)
    return any(_no(said, other) for said in statements(claim) for other in before)


def _no(said: Statement, other: Statement) -> bool:
    """Does the later sentence say the contrary of the earlier, and speak of nothing else?"""
    if said.negated is other.negated or not tenses_meet(said, other):
        return False
    spoken_of = set(said.words) - _WHEN - (_WHATEVER if said.negated else frozenset())
    told = set(other.words)
    return bool(spoken_of) and spoken_of <= told
