"""Which articles carry one dispatch. A report is not a source: what ten outlets took from one agency is one voice.

Enter articles, one version of each document; leave `Origin`s that hold every article once. Candidates come out of an
index of word sequences, out of MinHash signatures of content words (Broder 1997; Leskovec, Rajaraman and Ullman 2020,
chapter 3), and of shared quotations and agencies named, so the work grows with the number of articles;
`copy_evidence` decides on each pair.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from counterclaim.model import Article, Origin, digest
from counterclaim.relate.copying import Line, copy_evidence, lines
from counterclaim.relate.retelling import retelling_pairs

_SHINGLE = 5  # words
_KEPT = 4  # one shingle in four goes into the index
_FEWEST_SHARED = 2  # sequences, and of the shorter report's
_LEAST_SHARED = 0.1
_NEIGHBOURS = 4
_BANDS, _ROWS = 32, 3  # finds two in three pairs of likeness 0.3 and one in thirty of 0.1
_LIKENESS = 0.2  # Jaccard, content words
_COMMON = 50  # articles
_SHORTEST_SIGNED = 20  # content words; fewer make chance likenesses

Pair = tuple[int, int]


def find_origins(articles: Iterable[Article]) -> tuple[Origin, ...]:
    """Every article in exactly one origin; a report of its own is an origin of one.

    Within an origin the articles stand by day of publishing. The id is made of the articles' ids.
    """
    found = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    read = [lines(article) for article in found]
    groups = _Groups(len(found))
    for a, b in sorted({*_sharing_words(read), *_alike(read), *retelling_pairs(found)}):
        if not groups.together(a, b) and copy_evidence(found[a], found[b]).copied:
            groups.join(a, b)
    return tuple(sorted((_origin([found[i] for i in group]) for group in groups.all()), key=lambda origin: origin.id))


def _origin(articles: list[Article]) -> Origin:
    ids = sorted(article.id for article in articles)
    ordered = sorted(articles, key=lambda article: (article.published or "9999", article.id))
    named = Counter(article.credited for article in articles if article.credited)
    credited = min(named, key=lambda name: (-named[name], name)) if named else None
    return Origin(digest("o", *ids), tuple(article.id for article in ordered), credited)


def _sharing_words(read: Sequence[Sequence[Line]]) -> Iterator[Pair]:
    """Pairs with several sequences of words in common; a sequence that many have pairs each with a few of them only."""
    index: dict[int, list[int]] = defaultdict(list)
    kept = [_shingles(found) for found in read]
    for i, shingles in enumerate(kept):
        for shingle in shingles:
            index[shingle].append(i)
    shared: Counter[Pair] = Counter()
    for shingle, holders in index.items():
        shared.update(_neighbours(holders, shingle))
    for (a, b), count in shared.items():
        if count >= max(_FEWEST_SHARED, _LEAST_SHARED * min(len(kept[a]), len(kept[b]))):
            yield a, b


def _shingles(found: Sequence[Line]) -> set[int]:
    kept = set()
    for line in found:
        words = line.words.split()
        for i in range(len(words) - _SHINGLE + 1):
            code = crc32(" ".join(words[i : i + _SHINGLE]).encode())
            if code % _KEPT == 0:
                kept.add(code)
    return kept


def _neighbours(holders: list[int], shingle: int) -> Iterator[Pair]:
    """Each holder with the few after it, in an order of the sequence's own, so that chains run through all copies."""
    ring = holders if len(holders) <= 2 * _NEIGHBOURS else sorted(holders, key=lambda i: crc32(b"%d %d" % (i, shingle)))
    for place, i in enumerate(ring):
        for j in ring[place + 1 : place + 1 + _NEIGHBOURS]:
            yield (i, j) if i < j else (j, i)


def _alike(read: Sequence[Sequence[Line]]) -> Iterator[Pair]:
    """Pairs whose content words are much the same, whatever their order: perhaps two translations of one text.

    Words that much of the corpus has are left out: what everyone writes about one war makes no two reports alike.
    """
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # slow to load; only reading needs it

    holders = Counter(stem for found in read for stem in frozenset().union(*(line.stems for line in found)))
    too_common = max(_COMMON, len(read) // 10)
    rare = [frozenset(stem for line in found for stem in line.stems if holders[stem] <= too_common) for found in read]
    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    signed = (i for i, words in enumerate(rare) if len(words) >= _SHORTEST_SIGNED)
    for i in signed:
        signature = MinHash(num_perm=_BANDS * _ROWS)
        signature.update_batch([word.encode() for word in sorted(rare[i])])
        likeness = {j: len(rare[i] & rare[j]) / len(rare[i] | rare[j]) for j in index.query(signature)}
        nearest = sorted((j for j in likeness if likeness[j] >= _LIKENESS), key=lambda j: (-likeness[j], j))
        yield from ((j, i) for j in nearest[:_NEIGHBOURS])
        index.insert(i, signature, check_duplication=False)


class _Groups:
    """Disjoint sets of numbers (union by the smaller root)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def _root(self, i: int) -> int:
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def together(self, a: int, b: int) -> bool:
        return self._root(a) == self._root(b)

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self._root(a), self._root(b)))
        self._above[high] = low

    def all(self) -> list[list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._above)):
            groups[self._root(i)].append(i)
        return list(groups.values())
