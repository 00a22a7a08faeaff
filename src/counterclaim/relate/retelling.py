"""One dispatch told again in other words: a new lead, another order, another translation.

Enter two articles; leaves whether the names, numbers and quotations that they share, and whom they name, show that one
carries what the other carries. Words alone cannot show it: a dispatch that is told anew has hardly a sentence in common
with itself, and less than two reports of one event may have. What is kept is who and how many, and in which words
somebody was quoted.

The bounds were set on the development events of `bench/contested`; of 1,076 real news articles (CED, PolNeAR, TR-News)
they join no two that the words alone do not join.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from counterclaim.model import Article, BlockKind

DAYS = 2  # a dispatch is told again on its day or within two
FEWEST_FACTS = 10  # names and numbers in common
QUOTED_LIKENESS = 0.4  # Jaccard of names and numbers, where a quotation is shared
NAMED_LIKENESS = 0.25  # where one names the agency whose dispatch the other is
MANY_FACTS, BARE_LIKENESS, BARE_ORDER = 20, 0.5, 0.7  # where nothing else shows it
SAME_QUOTATION = 75.0  # rapidfuzz ratio, 0 to 100
_QUOTED_WORDS = 3
_SHINGLE = 4  # words of a quotation
_HOLDERS = 12  # a phrase that more reports quote shows nothing
_STEM = 6  # letters of a name: "Tarvia" and "Tarvian" are one

_FACT = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:-[^\W\d_]+)?")
_QUOTATION = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_WORD = re.compile(r"\w+")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_NUMBERS = {word: str(n) for n, word in enumerate(_ONES.split())} | {
    word: str(10 * n) for n, word in enumerate(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 3)
}
# Words that stand capitalised at the head of sentences or name days: they are no facts.
_PLAIN = frozenset(
    "the and but for with from his her she they its our who what where when how this that these those there not one if"  # noqa: SIM905
    " after before since until while according mrs monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december".split()
)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Retelling:
    """What two reports share beside words. `likeness` is the Jaccard index of names and numbers, `order` the share of
    the common ones that stand in one order, `quotations` counts those of one that the other has."""

    facts: int
    likeness: float
    order: float
    quotations: int


def retold(a: Article, b: Article) -> str | None:
    """The reason for taking both for one dispatch, whichever comes first; None where there is none."""
    if not _near_in_time(a, b) or _same_outlet(a, b):
        return None
    found = retelling(a, b)
    if found.facts < FEWEST_FACTS:
        return None
    shared = f"{found.facts} names and numbers"
    if found.quotations and found.likeness >= QUOTED_LIKENESS:
        return f"both have {shared} and {found.quotations} quotation{'s' * (found.quotations > 1)} in common"
    if found.likeness >= NAMED_LIKENESS and (agency := named_agency(a, b)):
        return f"one names {agency}, whose dispatch the other is, and they have {shared} in common"
    if found.facts >= MANY_FACTS and found.likeness >= BARE_LIKENESS and found.order >= BARE_ORDER:
        return f"both tell {shared} in nearly one order"
    return None


def retelling(a: Article, b: Article) -> Retelling:
    """How much two reports share beside words."""
    left, right = facts(a), facts(b)
    both = set(left) & set(right)
    if not both:
        return Retelling(0, 0.0, 0.0, 0)
    likeness = len(both) / len({*left, *right})
    order = _in_order([f for f in left if f in both], [f for f in right if f in both]) / len(both)
    theirs = quotations(b)
    same = sum(any(fuzz.ratio(one, other) >= SAME_QUOTATION for other in theirs) for one in quotations(a))
    return Retelling(len(both), likeness, order, same)


def facts(article: Article) -> tuple[str, ...]:
    """The names and numbers of the article's paragraphs, each once, as they first come; numbers in words as figures."""
    return _facts(_paragraphs(article))


def quotations(article: Article) -> tuple[str, ...]:
    """What stands between quotation marks, of three words or more, without case."""
    return _quotations(_paragraphs(article))


def named_agency(a: Article, b: Article) -> str | None:
    """The agency that one of the two names in its text, where the other is that agency's own dispatch."""
    return next((name for one, other in ((a, b), (b, a)) if (name := own_credit(other)) and name in one.text), None)


def own_credit(article: Article) -> str | None:
    """The outlet's name where its own dateline bears it ("TOWN, May 3 (Agency) -"), as agencies sign dispatches."""
    outlet, dateline = article.outlet, article.dateline
    if not outlet or dateline is None:
        return None
    signed = dateline.of(article.text)
    names = (outlet, outlet.split()[0]) if len(outlet.split()[0]) > 2 else (outlet,)
    return next((name for name in names if f"({name})" in signed), None)


def retelling_pairs(articles: Sequence[Article]) -> Iterator[Pair]:
    """Pairs that may be one dispatch retold: they quote one phrase, or one names the agency of the other."""
    yield from _sharing_quotations(articles)
    yield from _naming_agencies(articles)


def _sharing_quotations(articles: Sequence[Article]) -> Iterator[Pair]:
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, article in enumerate(articles):
        for quotation in quotations(article):
            words = _WORD.findall(quotation)
            for start in range(len(words) - _SHINGLE + 1):
                holders[tuple(words[start : start + _SHINGLE])].add(i)
    few = (found for found in holders.values() if len(found) <= _HOLDERS)
    for i, j in {pair for found in few for pair in combinations(sorted(found), 2)}:
        if len(set(facts(articles[i])).intersection(facts(articles[j]))) >= FEWEST_FACTS:
            yield i, j


def _naming_agencies(articles: Sequence[Article]) -> Iterator[Pair]:
    dispatches: dict[str, list[int]] = defaultdict(list)
    for i, article in enumerate(articles):
        if name := own_credit(article):
            dispatches[name].append(i)
    for i, article in enumerate(articles):
        mine = set(facts(article))
        for name, own in dispatches.items():
            if name not in article.text:
                continue
            near = (j for j in own if j != i and _near_in_time(article, articles[j]))
            likest = Counter({j: len(mine.intersection(facts(articles[j]))) for j in near}).most_common(2)
            yield from ((min(i, j), max(i, j)) for j, common in likest if common >= FEWEST_FACTS)


def _near_in_time(a: Article, b: Article) -> bool:
    days = [_day(article.published) for article in (a, b)]
    return None in days or abs((days[0] - days[1]).days) <= DAYS  # type: ignore[operator]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:  # "2031-04" or "XXXX-05-25": no day is known
        return None


def _same_outlet(a: Article, b: Article) -> bool:
    return bool(a.outlet) and a.outlet == b.outlet


def _paragraphs(article: Article) -> tuple[str, ...]:
    return tuple(b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.PARAGRAPH)


@lru_cache(maxsize=4096)
def _facts(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    found = (_fact(match.group()) for paragraph in paragraphs for match in _FACT.finditer(paragraph))
    return tuple(dict.fromkeys(fact for fact in found if fact))


def _fact(word: str) -> str | None:
    plain = word.casefold()
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    if plain in _NUMBERS:
        return _NUMBERS[plain] if plain != "one" else None
    return plain[:_STEM] if word[0].isupper() and len(word) > 2 and plain not in _PLAIN else None


@lru_cache(maxsize=4096)
def _quotations(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    found = (match.group(1).casefold() for match in _QUOTATION.finditer(" ".join(paragraphs)))
    return tuple(quotation for quotation in found if len(quotation.split()) >= _QUOTED_WORDS)


def _in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for one in left:
        before = best[:]
        for j, other in enumerate(right):
            best[j + 1] = max(before[j + 1], best[j], before[j] + (one == other))
    return best[-1]
