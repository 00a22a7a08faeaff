"""Part of those counted before in the same breath: "14 of them children", "of whom nine were tourists", "including 310
children", and the sum that they are brought to: "three more bodies, bringing the total to 57".

Enter what a sentence has told so far; leaves further counts, each of the kind of what it is a part or the sum of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.frames.counting import COUNTS, Kinds, part_of_them
from counterclaim.frames.disaster.counted import INCLUDING, OF_THEM, OF_WHOM
from counterclaim.frames.numerals import number
from counterclaim.frames.quantity import Quantity, quantity_of
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Token

WHOM = frozenset(["whom", "them", "these", "those"])
SUMMING = frozenset(["bring", "raise", "take", "push", "lift", "increase"])
NEAR = 5
# "Of whom 1,900 have returned": no more of those who are counted.
OVER = frozenset(["return", "discharge", "release", "recover", "survive", "find", "identify", "rescue", "leave"])


@dataclass(frozen=True, slots=True)
class Part:
    """Whom, how many, and by what kind."""

    victim: Token
    kind: str
    quantity: Quantity


def parts(view: View, stretch: Stretch, told: Sequence[tuple[Token, str]], kinds: Kinds) -> Iterator[Part]:
    """Every count of some or all of those who were told of; `told` are they, each with what befell them."""
    for token in stretch.tokens:
        before = [kind for victim, kind in told if victim.i < token.i]
        if before and token.pos == "NUM":
            yield from _of_them(view, stretch, token, before[-1], kinds)
        elif before and token.text.lower() == "including":
            yield from _including(view, stretch, token, before[-1], kinds)
        elif before and token.lemma in COUNTS and token.dep == "dobj" and stretch.head(token).lemma in SUMMING:
            yield from _sum(view, stretch, token, before[-1])


def _of_them(view: View, stretch: Stretch, numeral: Token, kind: str, kinds: Kinds) -> Iterator[Part]:
    known = part_of_them(view, stretch, numeral, kinds)
    quantity = known[0].quantity if known is not None else quantity_of(view, stretch, numeral)
    before = [token.text.lower() for token in stretch.tokens if numeral.i - NEAR <= token.i < numeral.i]
    behind = [token.text.lower() for token in stretch.tokens if token.i > numeral.i][:2]
    whole = any(one == "of" and two in WHOM for one, two in (*pairwise(before), *pairwise(behind)))
    after = {token.lemma for token in stretch.tokens if numeral.i < token.i <= numeral.i + NEAR}
    if quantity is not None and whole and after.isdisjoint(OVER):
        behind_it = any(token.text.lower() == "of" and token.i == numeral.i + 1 for token in stretch.tokens)
        words = f"{quantity.words} {OF_THEM}" if behind_it else f"{OF_WHOM} {quantity.words}"
        part = replace(quantity, words=words)
        yield Part(numeral, (known[0].kind if known is not None else None) or kind, part)


def _including(view: View, stretch: Stretch, word: Token, kind: str, kinds: Kinds) -> Iterator[Part]:
    for each in [one for below in stretch.children(word, "pobj") for one in stretch.coordinated(below)]:
        quantity = quantity_of(view, stretch, each)
        numbered = quantity is not None and (quantity.low is not None or quantity.high is not None)
        if quantity is not None and numbered and (each.lemma in kinds.people or number(each.text) is not None):
            yield Part(each, kind, replace(quantity, words=f"{INCLUDING} {quantity.words}"))


def _sum(view: View, stretch: Stretch, noun: Token, kind: str) -> Iterator[Part]:
    to = [*stretch.prepositional(stretch.head(noun), "to"), *stretch.prepositional(noun, "to")]
    quantity = next((q for head in to if (q := quantity_of(view, stretch, head)) is not None), None)
    if quantity is not None and quantity.low is not None:
        yield Part(noun, kind, quantity)
