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
from counterclaim.model import Claim, EntityKind, Proposition, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.in_one_breath import at_once, not_of_counts
from counterclaim.relate.positions import party

TELLING = 2  # words shared with the claim before, where the denial names somebody else
NEAR = 160  # code points between the two contents: a cue and a name, and hardly a sentence more
_WORDS = partial(listed, "counterclaim.relate", "words.toml")
_SAID = "|".join(sorted(_WORDS("pointing.sayings") | _WORDS("pointing.counts"), key=lambda word: (-len(word), word)))
_TOLD = r"announcements?|data|information|messages?|news"
_NAME = r"(?P<whose>[\w .’'-]{3,60}?)"
_POSSESSED = re.compile(
    rf"^(?:the |an? )?{_NAME}(?:['’]s|(?<=s)['’]) (?:[\w-]+ )?(?:{_SAID}|{_TOLD})\b(?P<rest>.*)", re.IGNORECASE
)
OWN_DEED = re.compile(
    r"(?:on [\w ]{3,20}? )?"
    r"(?:having|being|(?!(?:any|every|no|some)thing\b)\w{3,}ing|"
    r"any (?:part|role|involvement|responsibility|knowledge|link|wrongdoing)|"
    r"(?:that )?(?:it|he|she|they|its|his|her|their) )\b"
)
_SENTENCES = re.compile(r"[.!?]['\"’”]?\s+\S")
_NO_NAMES = content_words("that this these those which would could there their them they were have been")
STEM = 5  # letters that a state's name and its adjective share
_OFFICIAL = frozenset(word[:STEM] for word in _WORDS("rebuttals.official"))
UNTYPED = "statement"


def rebutted(claim: Claim, told: Sequence[Claim]) -> Claim | None:
    """The claim of the same report that a denial answers by what it says; None where that is not clear."""
    if claim.stance is not Stance.DENIES:
        return None
    if claim.answers is not None:
        return _sooner_than_named(claim, told)
    others = [one for one in told if party(one.claimant) != party(claim.claimant) and one.part is claim.part]
    possessed = _POSSESSED.match(claim.content)
    if possessed:
        return _of_whom(claim, others, possessed["whose"], possessed["rest"])
    if _SENTENCES.search(claim.content):
        return None  # a speech: which of its sentences denies what, the words do not show
    last = _right_before(claim, others)
    if last is None or (OWN_DEED.match(claim.content.casefold()) and not names(last, claim)):
        return None  # who denies having done it denies no word on it that leaves open who did
    typed = [any(said.frame != UNTYPED for said in one.propositions) for one in (claim, last)]
    # A deed that is denied, and what was told of other things; what was counted, and something else that is denied.
    enough = TELLING if (typed[0] and not typed[1]) or not_of_counts(claim, last) else 1
    on_it = at_once(claim, last, told) or len(_shared(claim, last)) >= enough
    denied = on_it and _one_field(claim, last) and not _both_deny(claim, last) and not _clears_another(claim, last)
    return last if denied and not (_affirms(claim) and _affirms(last)) else None


def _affirms(claim: Claim) -> bool:
    """ "We hold X, and the claims of its fall are untrue" denies no word of others on who holds X."""
    said = [p.negated for p in claim.propositions if p.frame != UNTYPED]
    return bool(said) and not any(said)


def _clears_another(claim: Claim, last: Claim) -> bool:
    """ "X was not responsible" denies no word of those who say that Y was."""
    cleared = [said for said in claim.propositions if said.negated and said.ref("actor") is not None]
    laid = [said for said in last.propositions if not said.negated and said.ref("actor") is not None]
    typed = [said for said in claim.propositions if said.frame != UNTYPED]
    return (
        bool(cleared and laid) and len(cleared) == len(typed) and not any(_alike(a, b) for a in cleared for b in laid)
    )


def _alike(cleared: Proposition, laid: Proposition) -> bool:
    """Do the names of the two share a word, a state's name and its adjective being one?"""
    names = [ref.name if (ref := one.ref("actor")) is not None else "" for one in (cleared, laid)]
    left, right = (frozenset(_stems(name)) for name in names)
    return not left.isdisjoint(right) or any(name == name.lower() for name in names)  # "any unit" is anybody's


def _stems(name: str) -> Iterator[str]:
    yield from (word[:STEM].casefold() for word in re.findall(r"[\w-]{3,}", name))


def _both_deny(claim: Claim, other: Claim) -> bool:
    """ "Denied that X was in rebel hands" denies nothing of "X has not fallen"."""
    said = [[p.negated for p in one.propositions if p.frame != UNTYPED] for one in (claim, other)]
    return all(one and all(one) for one in said)


def _sooner_than_named(claim: Claim, told: Sequence[Claim]) -> Claim | None:
    """The claim right before, if the denial says what it says; a name in it is then whom it speaks of ("denied any
    suggestion that the shell was Tarvian" answers no Tarvian)."""
    others = [one for one in told if party(one.claimant) != party(claim.claimant) and one.part is claim.part]
    last = _right_before(claim, others)
    if last is None or party(last.claimant) == party(claim.answers):
        return None
    named = [one for one in others if party(one.claimant) == party(claim.answers)]
    enough = len(_shared(claim, last)) >= TELLING and not any(len(_shared(claim, one)) > 0 for one in named)
    return last if enough else None


def names(accusing: Claim, accused: Claim) -> bool:
    """Do the words name who denies? Of a person the last name will do."""
    who = accused.claimant
    if who is None:
        return False
    name = who.name.split()[-1] if who.kind is EntityKind.PERSON else who.name
    return len(name) > 3 and re.search(rf"\b{re.escape(name.casefold())}\b", accusing.content.casefold()) is not None


def accuses(accusing: Claim, accused: Claim) -> bool:
    """Do the words speak of whoever denies, or of the people of their state ("Vessian" of a ministry of Vessia's)?"""
    called = f"{accused.claimant.name} {accused.claimant.surface}" if accused.claimant else ""
    own = {word[:STEM].casefold() for word in re.findall(r"\b[A-Z][\w-]{3,}", called)} - _OFFICIAL
    return any(word[:STEM].casefold() in own for word in re.findall(r"\b[A-Z][\w-]{3,}", accusing.content))


def _right_before(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    near = (one for one in reversed(others) if 0 <= _gap(one, claim) <= NEAR and one.stance is not Stance.DENIES)
    return next(near, None)


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


def _shared(claim: Claim, other: Claim) -> frozenset[str]:
    """Words beside the denier's own name, which an accusation holds whatever is denied."""
    both = content_words(claim.content) & content_words(other.content)
    return both - _called(claim) - _NO_NAMES


def _one_field(claim: Claim, other: Claim) -> bool:
    """Who denies a strike does not deny the count of its dead."""
    families = [frozenset(_families(one)) for one in (claim, other)]
    return not all(families) or not families[0].isdisjoint(families[1])


def _families(claim: Claim) -> Iterator[str]:
    return (kind_of(said.frame).family or said.frame for said in claim.propositions if said.frame != UNTYPED)


def _gap(earlier: Claim, later: Claim) -> int:
    return later.content_spans[0].start - earlier.content_spans[-1].end
