"""Two reports of one dispatch: which paragraphs one has and the other lacks, and which words differ in the rest.

Enter two articles; leave rows of paragraphs that stand for each other. Furniture is passed over. Texts longer than
`LONGEST` are compared in their beginning only, which is said.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from rapidfuzz.distance import Indel

from counterclaim.model import Article, BlockKind
from counterclaim.serve.page import Beside, BesideRow
from counterclaim.serve.parts import Piece

LONGEST, LONGEST_PARAGRAPHS = 60_000, 400
ALIKE = 0.45
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")


def beside(left: Article, right: Article) -> Beside:
    """The two, paragraph by paragraph."""
    ours, theirs = paragraphs(left), paragraphs(right)
    rows = tuple(_rows(ours, theirs))
    whole = sum(map(len, ours)) >= LONGEST or sum(map(len, theirs)) >= LONGEST
    note = f"Only the first {LONGEST:,} characters of each are compared." if whole else ""
    return Beside(left.outlet or left.document, right.outlet or right.document, note, rows)


def paragraphs(article: Article) -> list[str]:
    """Its text without furniture, title first, as far as it is compared."""
    kept = [article.title] if article.title else []
    kept += [block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    found, room = [], LONGEST
    for text in kept[:LONGEST_PARAGRAPHS]:
        found.append(text[:room])
        room -= len(text)
        if room <= 0:
            break
    return found


def sentences(article: Article) -> set[str]:
    """Its sentences without case and punctuation, to see at a glance how much two reports share."""
    found = (_bare(sentence) for text in paragraphs(article) for sentence in _SENTENCE.findall(text))
    return {sentence for sentence in found if sentence}


def differs(ours: set[str], theirs: set[str]) -> str:
    """How much of this report's text another lacks and adds."""
    lacks, adds = len(ours - theirs), len(theirs - ours)
    if not lacks and not adds:
        return "the same sentences"
    said = ((lacks, "lacks"), (adds, "adds"))
    return ", ".join(f"{verb} {number} sentence{'s' if number > 1 else ''}" for number, verb in said if number)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _rows(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[BesideRow]:
    matched = SequenceMatcher(None, [_bare(text) for text in ours], [_bare(text) for text in theirs], autojunk=False)
    for kind, a, b, c, d in matched.get_opcodes():
        if kind == "equal":
            yield from (BesideRow("same", _plain(x), _plain(y)) for x, y in zip(ours[a:b], theirs[c:d], strict=True))
        else:
            yield from _changed(ours[a:b], theirs[c:d])


def _changed(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[BesideRow]:
    """Paragraphs in order; two that have little in common do not stand for each other."""
    for x, y in zip_longest(ours, theirs):
        if x is not None and y is not None:
            left, right = x.split(), y.split()
            if Indel.normalized_similarity(left, right) >= ALIKE:
                yield _worded(left, right)
                continue
        if x is not None:
            yield BesideRow("left", _plain(x), ())
        if y is not None:
            yield BesideRow("right", (), _plain(y))


def _worded(left: list[str], right: list[str]) -> BesideRow:
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for step in Indel.opcodes(left, right):
        same = step.tag == "equal"
        if step.src_end > step.src_start:
            ours.append(Piece(" ".join(left[step.src_start : step.src_end]) + " ", not same))
        if step.dest_end > step.dest_start:
            theirs.append(Piece(" ".join(right[step.dest_start : step.dest_end]) + " ", not same))
    return BesideRow("changed", tuple(ours), tuple(theirs))


def _plain(text: str) -> tuple[Piece, ...]:
    return (Piece(text, False),)
