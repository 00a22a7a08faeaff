"""Counts of some of those whom another count holds: "three of them", "nine drivers" beside "38 dead".

Enter two positions with a quantity; leaves whether the smaller one may count some of those whom the larger one counts.
The words behind the number say of whom it is a count; a bare number, and one of people or of dead, is one of all.
"""

import re
from functools import partial

from counterclaim.frames.counts import range_of
from counterclaim.frames.wordlists import listed
from counterclaim.relate.incidents import of_two_incidents
from counterclaim.relate.positions import Position

_WORDS = partial(listed, "counterclaim.relate", "words.toml")
_ALL, _BETWEEN, _TIMES, _FIGHTERS = (_WORDS(f"counts.{name}") for name in ("of_all", "between", "no_more", "fighters"))
_MORE = re.compile(r"\b(?:another|a further|an additional|[\w-]+ (?:more|other|others))\W*$")
_PARTITIVE = re.compile(r"\W*(?:[\w-]+ ){0,2}?of (?:them|these|those|whom|its|their|his|her|our|the)\b(?! own\b)")
_OUT_OF = re.compile(r"\W*(?:[\w-]+ )?(?:from|aboard|among|out of) (?:the|a|an|its|their|his|her|our|one)\b")
_DEALT_WITH = re.compile(
    rf"\W*(?:[\w-]+ ){{0,5}}?(?:{'|'.join(sorted(_WORDS('counts.dealt_with')))})\b"
)  # "two deaths are examined"
_WORD = re.compile(r"[\w'’]+")


def part_of_other(a: Position, b: Position) -> bool:
    """May either count be one of some of those whom the other counts, or of others?"""
    return _of_fighters_alone(a, b) or some_of_them(a, b) or some_of_them(b, a) or of_two_incidents(a, b)


def _of_fighters_alone(a: Position, b: Position) -> bool:
    """ "Killed 70 fighters" and "23 dead in the shelling": whose they are nobody says, but one counts fighters."""
    if any(position.proposition.get("side") is not None for position in (a, b)):
        return False
    behind = [_around(position)[1] for position in (a, b)]
    fighters = [_first(words) in _FIGHTERS for words in behind]
    return fighters[0] is not fighters[1] and any(map(_of_all, behind))


def _first(behind: str) -> str | None:
    return next((word for word in _WORD.findall(behind) if word not in _BETWEEN), None)


def of_its_own(a: Position, b: Position) -> bool:
    """Does one of them count "12 of its workers", of which the other is no earlier figure?"""
    behind = [_around(position)[1] for position in (a, b)]
    return any(_PARTITIVE.match(words) and not _people_of_a_place(words) for words in behind)


def some_of_them(small: Position, large: Position) -> bool:
    """May the smaller count be a part of the larger one?"""
    (_, high), (low, _) = range_of(small.proposition), range_of(large.proposition)
    if high is None or low is None or high >= low:
        return False
    named = small.proposition.get("side") is not None or large.proposition.get("side") is not None
    before, behind = _around(small)
    partitive = _PARTITIVE.match(behind) is not None and not _people_of_a_place(behind)
    if partitive or _DEALT_WITH.match(behind) or (not named and _OUT_OF.match(behind)):
        return True
    return not named and (_MORE.search(before) is not None or (not _of_all(behind) and _of_all(_around(large)[1])))


def _around(position: Position) -> tuple[str, str]:
    """The words before and behind the number; empty where the claim's words do not hold it."""
    quantity = str(position.proposition.get("quantity") or "")
    found = re.search(rf"\b{re.escape(quantity)}\b", position.claim.content, re.IGNORECASE) if quantity else None
    content = position.claim.content
    return (content[: found.start()].casefold(), content[found.end() :].casefold()) if found else ("", "")


def _people_of_a_place(behind: str) -> bool:
    """ "9,000 inhabitants of the province" are no part of others."""
    first = next(iter(_WORD.findall(behind)), None)
    return first in _ALL and re.match(r"\W*\w+ of the\b", behind) is not None


def _of_all(behind: str) -> bool:
    """Is it a count of people, whoever they are? The first word that says of whom decides: none before "on Friday"."""
    first = _first(behind)
    return first is None or first in _ALL or first in _TIMES
