"""Denials by pointing: "he denied this", "the firm rejected the account", "it was a lie", "there was no such order".

Enter claims; leave each such denial with the claim that it points at: the nearest before it in its report, by
somebody else. Refused is whatever does not stand close by, for then the outlet's own sentence between may be what is
meant; and a denial never points at another one that points (two who deny it answer the charge and not each other).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from counterclaim.frames.wordlists import listed
from counterclaim.model import Claim, Proposition, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.in_one_breath import foretold, says_no
from counterclaim.relate.positions import party
from counterclaim.relate.rebuttals import OWN_DEED, STEM, UNTYPED, accuses, names, rebutted

NEAREST = 160  # code points between the two contents, in which a cue and a name have room, and hardly a sentence more
FAR = 1200  # "rejected the claims": what was said of the denier before another voice on another matter
NEARBY = 400  # what the same voice charged the denier with, before it said what it had not done itself
AT_ONCE = 80  # where the denial is a sentence of its own ("It was a lie"), less stands between

_SAYINGS, _COUNTS, _FALSE = (
    "|".join(
        sorted(listed("counterclaim.relate", "words.toml", f"pointing.{name}"), key=lambda word: (-len(word), word))
    )
    for name in ("sayings", "counts", "false")
)
_WRONG = (
    "wrong|incorrect|inaccurate|exaggerated|exaggeration|inflated|mistaken|an error|too high|too low|unrealistic|"
    "not accurate|not confirmed|impossible|propaganda|disinformation"
)
_POINTER = r"(?:the|this|that|these|those|both|such|any such|such an?|all such|his|her|their|its)"
_PRONOUN = r"(?:it|this|that|which|so|(?:all|any|none) of (?:it|this|that)|everything)"
_END = r"(?=$|[\s]*[:;,.–—-]| as\b)"  # "rejected the claim as preposterous"
# "Called this an invention".
_CALLED = rf" (?:(?:as|to be) )?(?:an? |all |pure |plain |[\w-]+ and )*(?:[a-z]+ )?(?:{_FALSE})\b"
_POINTS = re.compile(rf"(?:{_PRONOUN}|(?:{_POINTER} (?:[\w-]+ )?)?(?:{_SAYINGS}))(?:{_END}|{_CALLED})")
_POINTS_AT_LIE = re.compile(
    rf"(?:the|this|that|these|those|such|all such) (?:[\w-]+ )?(?:{_FALSE}){_END}"
)  # "denied these lies"
_POINTS_AT_COUNT = re.compile(rf"(?:{_POINTER} )?(?:[\w-]+ )?(?:{_COUNTS})(?:{_END}|{_CALLED})")
_CALLS_FALSE = re.compile(
    rf"(?:{_PRONOUN}|{_POINTER} (?:[\w-]+ )?(?:{_SAYINGS}))(?: (?:is|was|are|were)|['’]s)"
    rf" (?:(?:all|an?|simply|just|plainly|completely|utterly|totally|pure|complete|utter|absolute) )*(?:{_FALSE})\b"
)
# "Nonsense," said the mayor. "Pure invention. Nobody left." All that is said of it, or the first thing.
_BARE_FALSE = re.compile(
    rf"(?i:(?:an? |just |all |pure |sheer |utter |absolute |complete |total |plain |simply |more |another )*"
    rf"(?:{_FALSE})(?: and (?:{_FALSE}))?)(?=\W*$|\s*[.;!?]|\s+[A-Z])"
)
_GROUND = r"(?:basis|foundation|ground|grounds|merit|substance|truth)"
# "There was not a word of truth in it", "the charge was without foundation", "these claims have no basis in fact".
_POINTED_AT = rf"(?:{_PRONOUN}|{_POINTER} (?:[\w-]+ )?(?:{_SAYINGS}))"
_NOT_A_WORD = r"(?:no|nothing|not (?:a|an|one|any)(?: single)? \w+ of)"
_GROUNDLESS = re.compile(
    rf"there(?: (?:is|was)|['’]s) (?:\w+ly )?{_NOT_A_WORD}(?: {_GROUND})? (?:to|in|for|behind) {_POINTED_AT}\b"
    rf"|{_POINTED_AT} (?:is|was|are|were|has|have|had) (?:\w+ly )?(?:without|no)(?: any)?(?: [\w-]+)? {_GROUND}\b"
)
_NO_SUCH = re.compile(r"\bno such (?P<noun>[a-z]{3,})\b(?! (?:thing|luck))")
_ANY_SUCH = re.compile(r"\b(?:any|a|an)? ?such (?:an? )?(?P<noun>[a-z]{5,})\b")
_NOTHING = re.compile(r"\bnothing of the (?:kind|sort)\b")
# "…, a claim that the army rejected": an apposition stands right behind what it names.
_APPOSED = re.compile(rf"(?:an? )?(?:[\w-]+ )?(?:{_SAYINGS})\b(?! (?:of|by|from|about))")
_RIGHT_BEHIND = 12
_ACCUSED = re.compile(rf"{_POINTER} (?:[\w-]+ )?(?:accusations|allegations|charges|claims)(?:{_END}|{_CALLED})")
_CHARGED = re.compile(rf"{_POINTER} (?:[\w-]+ )?(?:accusation|allegation|charge)s?\b")
_SAYING = re.compile(rf"\b(?:{_SAYINGS}|{_COUNTS}|announcements?|data|information|messages?|news)\b")
_IS = r"(?:did|do|does|have|had|has|was|were|am|are|is)"
_NOT = r"(?: ?n[o']t| none| no one)"
# Of a third person only where a sentence ends: "she does not" may be half of one.
_SHORT_NO = re.compile(
    rf"[\s.,;:!?)]*(?:no[,.;] |but )?(?:"
    rf"(?:i|we|there) {_IS}{_NOT}(?=\s*(?:[.!;]|$))|(?:i|we) never {_IS}(?=\s*(?:[.!;]|$))"
    rf"|(?:he|she|they|it|you|nobody) (?:{_IS}{_NOT}|never {_IS})(?=\s*[.!;])"
    rf"|(?:that|this|it) (?:is|was) (?:an? |all )?(?:{_FALSE})(?=\s*(?:[.!;]|$)))"
)
_QUOTE_MARKS = re.compile(r"[\"“”„«»‘]|(?<!\w)['’]|['’](?!\w)")
_FIGURE_OF = re.compile(rf"\b(?:{_COUNTS}) of (?:about |some |over |more than |at least )?(?P<number>[a-z]+|\d[\d,.]*)")
# "The figure of 40 was wrong", "a toll of 40 is exaggerated", "the number 40 does not match the facts".
_FIGURE_WRONG = re.compile(
    rf"(?:the |that |this |any |a )?(?:[\w-]+ )?(?:{_COUNTS}) (?:of |given as |put at )?"
    r"(?:about |some |over |more than |at least |nearly )?(?P<number>[a-z]+|\d[\d,.]*\d|\d)[a-z ]{0,24}?"
    rf" (?:is|was|are|were|['’]s) (?:\w+ly )?(?:an? )?(?:[a-z]+ )?(?:{_FALSE}|{_WRONG})\b"
)
_NUMBER = re.compile(
    r"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|dozens?)\b"
)


def pointed_at(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """(denial, the claim that it points at)."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_place):
        if claim.content_spans and claim.voiced and claim.stance not in (Stance.URGES, Stance.UNCONFIRMED):
            by_article[claim.article].append(claim)
    for told in by_article.values():
        stating = [claim for claim in told if not _is_pointing(claim)]
        meant: dict[str, Claim] = {}
        for i, claim in enumerate(told):
            before = [one for one in stating if _place(one) < _place(claim)]
            found = (_meant(claim, before) if claim.answers is None else None) or rebutted(claim, stating)
            found = found or (_with_them(claim, told[i - 1], meant) if i else None)
            if found is not None:
                meant[claim.id] = found
                yield claim, found
        yield from _told_inside(told)
    yield from _answered_at_once(claims)


def _with_them(claim: Claim, last: Claim, meant: Mapping[str, Claim]) -> Claim | None:
    """ "The mayor denied the charge. The bishop called it a lie": who speaks right behind a denial and points, too,
    answers the same."""
    found = meant.get(last.id)
    follows = claim.part is last.part and 0 <= _gap(last, claim) <= NEAREST and claim.answers is None
    charged = last.stance is Stance.DENIES and _CHARGED.match(_plain(claim)) is not None
    both = follows and (_is_pointing(last) or charged) and _is_pointing(claim)
    return found if both and found is not None and _by_another(claim, found) else None


def _told_inside(told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """ "Called the union's reports about 40 missing false": what the union reports is told inside the denial."""
    for outer in told:
        for inner in told if outer.stance is Stance.DENIES else ():
            first, last = outer.content_spans[0], outer.content_spans[-1]
            inside = first.start < inner.content_spans[0].start and inner.content_spans[-1].end <= last.end
            if inside and inner.stance is not Stance.DENIES and _by_another(outer, inner):
                before, found, _ = outer.content.partition(inner.content)
                if found and _SAYING.search(_plain_words(before)):
                    yield outer, inner


def _answered_at_once(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """ "She told the world that I named them. I did not": who tells another's words and negates them in a breath."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.voiced and claim.content_spans:
            by_article[claim.article].append(claim)
    for found in by_article.values():
        told = sorted(found, key=_place)
        for i, outer in enumerate(told):
            inside = takewhile(partial(_begins_within, outer), told[i + 1 :])
            for inner in inside:
                _, _, rest = outer.content.partition(inner.content)
                if _by_another(outer, inner) and _holds(outer, inner) and _SHORT_NO.match(_plain_words(rest)):
                    yield outer, inner


def _begins_within(outer: Claim, other: Claim) -> bool:
    return other.part is outer.part and other.content_spans[0].start < outer.content_spans[-1].end


def _holds(outer: Claim, inner: Claim) -> bool:
    first, last = inner.content_spans[0], inner.content_spans[-1]
    inside = outer.content_spans[0].start <= first.start and last.end < outer.content_spans[-1].end
    return inside and inner.content in outer.content


def _place(claim: Claim) -> tuple[str, str, int, str]:
    return claim.article, claim.part.value, claim.content_spans[0].start if claim.content_spans else 0, claim.id


def _plain(claim: Claim) -> str:
    return _plain_words(claim.content)


def _plain_words(text: str) -> str:
    return _QUOTE_MARKS.sub("", text.casefold().replace("’", "'")).strip()


def points(claim: Claim) -> bool:
    """Do the words point at what was said, or say that it was no such thing?"""
    words = _plain(claim)
    return _is_pointing(claim) or any(found(words) for found in (_NO_SUCH.search, _SHORT_NO.match, _SAYING.search))


def _is_pointing(claim: Claim) -> bool:
    words = _plain(claim)
    if _GROUNDLESS.match(words) or _CALLS_FALSE.match(words) or _NOTHING.search(words) or _is_bare_false(claim):
        return True
    patterns = (_POINTS, _POINTS_AT_COUNT, _POINTS_AT_LIE) if claim.stance is Stance.DENIES else ()
    return any(pattern.match(words) for pattern in patterns)


def _is_bare_false(claim: Claim) -> bool:
    return _BARE_FALSE.match(_QUOTE_MARKS.sub("", claim.content).strip()) is not None


def _meant(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    words = _plain(claim)
    others = [one for one in reversed(before) if _by_another(claim, one)]
    if _CHARGED.match(words) and others and others[0].stance is Stance.DENIES:
        return None  # a denial charges nobody
    no_such = _NO_SUCH.search(words)
    if no_such:
        named = content_words(no_such["noun"])
        return next((one for one in others if named and named <= content_words(one.content)), None)
    such = _ANY_SUCH.search(words) if claim.stance is Stance.DENIES and not _POINTS.match(words) else None
    if such:  # "denied that any such briefing took place": whoever told of one, or of briefing somebody
        told = (one for one in others if _gap(one, claim) <= FAR)
        return next((one for one in told if re.search(rf"\b{such['noun'][:STEM]}", _plain(one))), None)
    figure = _FIGURE_OF.search(words) if claim.stance is Stance.DENIES else _FIGURE_WRONG.match(words)
    if figure and _NUMBER.fullmatch(figure["number"]):
        number = re.compile(rf"\b{re.escape(figure['number'])}\b")
        return next((one for one in others if number.search(_plain(one))), None)
    own_sentence = claim.stance is not Stance.DENIES and not _SHORT_NO.match(words)
    room = AT_ONCE if own_sentence or _CALLS_FALSE.match(words) else NEAREST
    close = others[0] if others and 0 <= _gap(others[0], claim) <= room else None
    if close is not None and _ACCUSED.match(words) and not accuses(close, claim):
        near = [one for one in others if 0 <= _gap(one, claim) <= FAR]
        return next((one for one in near if accuses(one, claim)), None) or _laying(near, close)
    if close is not None and claim.stance is Stance.DENIES and _is_pointing(claim) and _defends(close, claim):
        near = [one for one in others if 0 < _gap(one, claim) <= NEARBY]
        close = next((one for one in near if accuses(one, claim) and not _defends(one, claim)), None) or close
    return close if close is not None and _answers(claim, close, words) else None


def _defends(close: Claim, claim: Claim) -> bool:
    """ "There was no fire of ours": who dismisses "this" hardly means that, if others were charged just before."""
    return says_no(close) and not accuses(close, claim)


def _laying(near: Sequence[Claim], close: Claim) -> Claim:
    """The claim close by, unless it only counts: then the nearest that lays a deed to somebody."""
    counts = all(said.get("quantity") is not None for said in close.propositions)
    laid = (one for one in near if any(_lays(said) for said in one.propositions))
    return (next(laid, None) or close) if close.propositions and counts else close


def _lays(said: Proposition) -> bool:
    return said.ref("actor") is not None and not said.negated and said.frame != UNTYPED


def _answers(claim: Claim, close: Claim, words: str) -> bool:
    """Does the claim point at the one close before it?"""
    if claim.stance is Stance.DENIES and _POINTS_AT_COUNT.match(words):
        return _NUMBER.search(_plain(close)) is not None
    if _is_pointing(claim) or _SHORT_NO.match(words):
        return True
    if claim.stance is not Stance.DENIES:
        return False
    if _APPOSED.match(words):
        return _gap(close, claim) <= _RIGHT_BEHIND
    own = OWN_DEED.match(words) is not None and not foretold(claim, close)
    return own and close.stance is not Stance.DENIES and not says_no(close) and names(close, claim)


def _by_another(claim: Claim, other: Claim) -> bool:
    return claim.part is other.part and party(claim.claimant) != party(other.claimant)


def _gap(earlier: Claim, later: Claim) -> int:
    return later.content_spans[0].start - earlier.content_spans[-1].end
