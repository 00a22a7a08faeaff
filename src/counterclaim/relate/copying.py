"""How much two reports share: do they carry one dispatch, or only report one event?

Enter two articles; leaves a `CopyEvidence`. Page furniture, headings and captions are left out. Words that both quote
prove nothing, for two reporters at one press conference quote the same words; the narration between the quotations
has to agree as well.

Sentences are matched word for word first (Broder 1997, containment of one text in another), and where that fails by
their content words in the same order of sentences, which is what a second translation of one dispatch leaves
standing; where that fails too, by names, numbers and quotations (`retelling`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from counterclaim.model import Article, BlockKind
from counterclaim.relate.retelling import retold

SAME_SENTENCE = 85.0  # rapidfuzz ratio, 0 to 100: a word or two changed in a sentence of average length
CUT_SENTENCE = 0.95  # of the content words of a cut sentence stand in the whole one
COPIED_SHARE = 0.5  # of the shorter report's narration, in words
COPIED_SHARE_CREDITED = 0.3  # where both credit one agency
REWORDED_SENTENCE = 0.5  # Dice coefficient of content words
REWORDED_SHARE = 0.6
SHORTEST_PROOF = 12  # words of narration in common
_SHORTEST_SENTENCE = 5
_LEAST_LIKENESS = 0.5  # of the shorter one's content words stand in the longer one, or it is not worth aligning
_STEM = 5  # letters: "captured" and "capture" are one, and so are most forms that two translators choose

_BREAK = re.compile(r"(?<=[.!?…。])[\"”’»)\]]*\s+|\n+")
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CopyEvidence:
    """What two articles share. `copied` is the verdict, `why` the reason in words.

    `sentences` counts the shorter one's narrated sentences that the longer one has as well, word for word or nearly;
    `share` is their part of the shorter one's narration, in words, 0 to 1. `reworded` is the share of sentences,
    quotations too, that say the same in the same order in other words. `credited` names the agency that both credit.
    """

    copied: bool
    sentences: int
    share: float
    reworded: float
    credited: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in comparable form: its words without case and marks, and whether most of it is quoted."""

    words: str
    count: int
    quoted: bool
    stems: frozenset[str]


def lines(article: Article) -> tuple[Line, ...]:
    """The sentences of the article's paragraphs, the short ones ("Photo: X") left out."""
    return _lines(tuple(b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.PARAGRAPH))


@lru_cache(maxsize=4096)
def _lines(paragraphs: tuple[str, ...]) -> tuple[Line, ...]:
    found = (_line(sentence) for paragraph in paragraphs for sentence in _sentences(paragraph))
    return tuple(line for line in found if line.count >= _SHORTEST_SENTENCE)


def _sentences(paragraph: str) -> list[str]:
    return [sentence for sentence in _BREAK.split(paragraph) if sentence]


def _line(sentence: str) -> Line:
    words = _WORD.findall(sentence.casefold())
    quoted = sum(len(_WORD.findall(found.group())) for found in _QUOTED.finditer(sentence))
    return Line(" ".join(words), len(words), 2 * quoted > len(words), stems(words))


def content_words(text: str) -> frozenset[str]:
    """The content words of a text as `stems` has them."""
    return stems(_WORD.findall(text.casefold()))


def stems(words: Sequence[str]) -> frozenset[str]:
    """The content words, cut to the letters that most of their forms share; numbers whole."""
    return frozenset(word[:_STEM] if word[0].isalpha() else word for word in words if len(word) > 3 or word.isdigit())


def copy_evidence(a: Article, b: Article) -> CopyEvidence:
    """How much the two share, whichever comes first."""
    shorter, longer = sorted((lines(a), lines(b)), key=lambda found: (_count(found), [line.words for line in found]))
    credited = a.credited if a.credited and b.credited and a.credited.casefold() == b.credited.casefold() else None
    narrated = [line for line in shorter if not line.quoted]
    shared = _shared(narrated, longer)
    share = _count(shared) / max(1, _count(narrated))
    enough = share >= (COPIED_SHARE_CREDITED if credited else COPIED_SHARE)
    if enough and _count(shared) >= SHORTEST_PROOF:
        why = f"{len(shared)} of {len(narrated)} narrated sentences of the shorter report stand in the other"
        return CopyEvidence(True, len(shared), share, share, credited, _with_credit(why, credited))
    reworded = 0.0
    if _likeness(shorter, longer) >= _LEAST_LIKENESS:
        reworded = min(_reworded_share(shorter, longer), _reworded_share(narrated, longer))
    if reworded >= REWORDED_SHARE and len(shorter) > 3:
        why = f"{reworded:.0%} of the shorter report says the same in the same order, in other words"
        return CopyEvidence(True, len(shared), share, reworded, credited, _with_credit(why, credited))
    told_again = retold(a, b)
    if told_again:
        return CopyEvidence(True, len(shared), share, reworded, credited, _with_credit(told_again, credited))
    why = f"only {len(shared)} of {len(narrated)} narrated sentences of the shorter report stand in the other"
    return CopyEvidence(False, len(shared), share, reworded, credited, why)


def _with_credit(why: str, credited: str | None) -> str:
    return f"{why}; both credit {credited}" if credited else why


def _count(found: Sequence[Line]) -> int:
    return sum(line.count for line in found)


def _shared(narrated: Sequence[Line], other: Sequence[Line]) -> list[Line]:
    """The narrated lines that the other report has too: as they are, a little changed, or inside a longer sentence."""
    told = [line for line in other if not line.quoted]
    words = [line.words for line in told]
    return [
        line
        for line in narrated
        if process.extractOne(line.words, words, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE)
        or (line.count >= SHORTEST_PROOF and any(_cut(line, whole) for whole in told))
    ]


def _cut(line: Line, whole: Line) -> bool:
    return len(line.stems & whole.stems) >= CUT_SENTENCE * len(line.stems)


def _reworded_share(shorter: Sequence[Line], longer: Sequence[Line]) -> float:
    """The greatest part of the shorter text, in words, whose sentences match the longer one's in the same order."""
    best = [0] * (len(longer) + 1)
    for line in shorter:
        before = best[:]
        for j, other in enumerate(longer):
            taken = before[j] + line.count if _alike(line, other) else 0
            best[j + 1] = max(before[j + 1], best[j], taken)
    return best[-1] / max(1, _count(shorter))


def _alike(a: Line, b: Line) -> bool:
    both = len(a.stems & b.stems)
    return both > 2 and 2 * both >= REWORDED_SENTENCE * (len(a.stems) + len(b.stems))


def _likeness(shorter: Sequence[Line], longer: Sequence[Line]) -> float:
    few, many = (frozenset().union(*(line.stems for line in found)) for found in (shorter, longer))
    return len(few & many) / max(1, len(few))
