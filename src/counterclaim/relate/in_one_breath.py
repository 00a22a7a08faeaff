"""Denials right behind what another has put forward.

"They have burnt the mill, said Marek. Orlo denied that anybody had been there" answers Marek, in whatever words.

Enter a denial, the claim before it and the claims of its report; leaves whether the one answers the other. Refused is
a denial that is no clause ("denied responsibility"), or that says itself whose words it means ("the reports of the
union about 40 missing"), and a claim that is a shred, a plan, or told of another's word.
"""

import re
from collections.abc import Sequence
from functools import partial

from counterclaim.frames.wordlists import listed
from counterclaim.model import Claim, Stance
from counterclaim.relate.copying import content_words

AT_ONCE = 80  # code points between the two contents: a cue and a name
BESIDE_THEM = 24  # of these, what is neither cue nor name: more is a sentence of its own, and the denial may be of that
TELLING = 2  # words that a denial shares with a count that it answers
FEWEST_WORDS = 3  # of what is denied
UNTYPED = "statement"
_WORDS = partial(listed, "counterclaim.relate", "words.toml")
_SAID = "|".join(sorted(_WORDS("pointing.sayings") | _WORDS("pointing.counts"), key=lambda word: (-len(word), word)))
_CLAUSE = re.compile(r"\b(?:was|were|is|are|be|been|had|has|have|did|do|does|can|could)\b|n['’]t\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?:as )?(?:the |these |those |all |any )?(?:[\"“‘][^\"”’]{1,40}[\"”’] |[\w-]+ ){0,2}"
    rf"(?:{_SAID}|messages?|news) (?:of|about|from|by|on|that)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|shall|plans?|planned|intends?|intended|going to)\b|['’]ll\b")
# Who denies hardly answers what was denied already.
_NO = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither)\b|n['’]t\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w’'-]{3,}")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_ANY = re.compile(r"\b(?:any|anyone|anybody|anything|ever)\b", re.IGNORECASE)
STEM = 5  # letters that a state's name and its adjective share
_OF_SAYING = re.compile(rf"the (?:{_SAID})\b", re.IGNORECASE)


def at_once(denial: Claim, last: Claim, told: Sequence[Claim]) -> bool:
    """Does the denial answer `last`, though the two need share no word?"""
    near = 0 <= _gap(last, denial) <= AT_ONCE and last.stance is Stance.ASSERTS and not says_no(last)
    near = near and not _names_anew(denial, last)
    near = near and _unexplained(last, denial) <= BESIDE_THEM and not foretold(denial, last)
    return near and not _between(last, denial, told) and _leaves_open_whose(denial) and _is_whole(denial, last)


def _names_anew(denial: Claim, last: Claim) -> bool:
    """Does the denial bring in somebody or some place of which the other did not speak?"""
    said = f"{last.content} {_called(last)} {_called(denial)}".casefold()
    names = _NAME.findall(denial.content) if not _ANY.search(denial.content) else []  # "that any of them was in X"
    return any(name[:STEM].casefold() not in said for name in names if not _DAY.match(name))


def _called(claim: Claim) -> str:
    return f"{claim.claimant.name} {claim.claimant.surface}" if claim.claimant else ""


def foretold(denial: Claim, last: Claim) -> bool:
    """Is it of what is to come ("denied that it would leave"), where the other told what was?"""
    to_come = [_TO_COME.search(one.content.casefold()) is not None for one in (denial, last)]
    return to_come == [True, False]


def _unexplained(last: Claim, denial: Claim) -> int:
    """Code points between the two that are neither the name nor the cue of either."""
    first, end = last.content_spans[-1].end, denial.content_spans[0].start
    spans = (*last.cue_spans, *last.source_spans, *denial.cue_spans, *denial.source_spans)
    told = {at for span in spans for at in range(max(span.start, first), min(span.end, end))}
    return end - first - len(told) if told else 0


def _between(last: Claim, denial: Claim, told: Sequence[Claim]) -> bool:
    there = (one for one in told if one.part is denial.part)
    return any(_gap(last, one) >= 0 and _gap(one, denial) >= 0 for one in there)


def _leaves_open_whose(denial: Claim) -> bool:
    return _CLAUSE.search(denial.content) is not None and _WHOSE.match(denial.content) is None


def says_no(claim: Claim) -> bool:
    """Is there a word of denial in it?"""
    return _NO.search(claim.content) is not None


def not_of_counts(denial: Claim, last: Claim) -> bool:
    """Were numbers told, and is something else denied, by words that are not of any one at all?"""
    counted = bool(last.propositions) and all(said.get("quantity") is not None for said in last.propositions)
    typed = any(said.frame != UNTYPED for said in denial.propositions)
    return counted and not typed and _ANY.search(denial.content) is None


def _is_whole(denial: Claim, last: Claim) -> bool:
    """A claim of its own, and one of the kind that the denial would take up."""
    typed = [any(said.frame != UNTYPED for said in one.propositions) for one in (denial, last)]
    whole = len(content_words(last.content)) >= FEWEST_WORDS
    if not_of_counts(denial, last):
        return len(content_words(denial.content) & content_words(last.content)) >= TELLING
    return whole and (typed[1] or (not typed[0] and _OF_SAYING.match(last.content) is None))


def _gap(earlier: Claim, later: Claim) -> int:
    return later.content_spans[0].start - earlier.content_spans[-1].end
