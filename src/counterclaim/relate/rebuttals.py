"""Denials that say in words of their own what they deny, and those that say whose word: "Marek denied that the mill had
burnt", "contradicted the miller's account of the fire".

Enter a denial and the other claims of its report; leave the claim that it denies. The first must share a telling word
with a claim right before it that is on the same kind of matter; the second must name whose words they are, and what
they were about. All else is left open.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from counterclaim.frames import kind_of
from counterclaim.frames.wordlists import listed
from counterclaim.model import Claim, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.positions import party

NEAR = 160  # code points between the two contents: a cue and a name, and hardly a sentence more
_WORDS = partial(listed, "counterclaim.relate", "words.toml")
_SAID = "|".join(sorted(_WORDS("pointing.sayings") | _WORDS("pointing.counts"), key=lambda word: (-len(word), word)))
_NAME = r"(?P<whose>[\w .’'-]{3,60}?)"
_POSSESSED = re.compile(
    rf"^(?:the |an? )?{_NAME}(?:['’]s|(?<=s)['’]) (?:[\w-]+ )?(?:{_SAID})\b(?P<rest>.*)", re.IGNORECASE
)
_NO_NAMES = content_words("that this these those which would could there their them they were have been")
_UNTYPED = "statement"


def rebutted(claim: Claim, told: Sequence[Claim]) -> Claim | None:
    """The claim of the same report that a denial answers by what it says; None where that is not clear."""
    if claim.stance is not Stance.DENIES or claim.answers is not None:
        return None
    others = [one for one in told if party(one.claimant) != party(claim.claimant) and one.part is claim.part]
    possessed = _POSSESSED.match(claim.content)
    if possessed:
        return _of_whom(claim, others, possessed["whose"], possessed["rest"])
    behind = (one for one in reversed(others) if 0 <= _gap(one, claim) <= NEAR and one.stance is not Stance.DENIES)
    last = next(behind, None)
    return last if last is not None and _shares(claim, last) and _one_field(claim, last) else None


def _of_whom(claim: Claim, others: Sequence[Claim], whose: str, rest: str) -> Claim | None:
    """The claim on that subject by whoever is named, nearest first, those before the denial before those behind it."""
    said_by = content_words(whose)
    about = content_words(rest) - said_by - _NO_NAMES
    theirs = [one for one in others if said_by and said_by <= _called(one)]
    meant = [one for one in theirs if about & content_words(one.content)] if about else theirs
    return min(meant, key=lambda one: (_gap(one, claim) < 0, abs(_gap(one, claim))), default=None)


def _called(claim: Claim) -> frozenset[str]:
    """The words of the claimant's name, and of what the sentence calls them: "a spokesman for the railway, Dan Orr"."""
    who = claim.claimant
    return content_words(f"{who.name} {who.surface}") if who else frozenset()


def _shares(claim: Claim, other: Claim) -> bool:
    """A word beside the denier's own name, which an accusation holds whatever is denied."""
    both = content_words(claim.content) & content_words(other.content)
    return bool(both - _called(claim) - _NO_NAMES)


def _one_field(claim: Claim, other: Claim) -> bool:
    """Who denies a strike does not deny the count of its dead."""
    families = [frozenset(_families(one)) for one in (claim, other)]
    return not all(families) or not families[0].isdisjoint(families[1])


def _families(claim: Claim) -> Iterator[str]:
    return (kind_of(said.frame).family or said.frame for said in claim.propositions if said.frame != _UNTYPED)


def _gap(earlier: Claim, later: Claim) -> int:
    return later.content_spans[0].start - earlier.content_spans[-1].end
