"""Headlines that end in a denial which the parser takes for a noun: "Rebels say X has fallen, Velm rejects claim".

Enters passages and what was found in them; leaves the denials, and what the misread words had been taken for left out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.attribution.choose import Found
from counterclaim.attribution.passages import Passage
from counterclaim.model import Attribution, Quotation, Sentence, Span, Stance, Token

BREAKS = frozenset({",", ";", "|", "—", "–", "...", "…", "but", "as", "while", ":"})
DENYING = re.compile(r"(?:den(?:y|ies|ied)|(?:reject|dismiss|dispute|refute|rebut)(?:e?s|ed)?)$", re.IGNORECASE)
CLAIM = re.compile(
    r"(?:(?:the|this|such|his|her|their|its|all|rebel|enemy|\w+['’]s?) )?(?:\w+ )?"
    r"(?:claims?|reports?|allegations?|accusations?|statements?|it|this|announcement|assertions?|version|account)$",
    re.IGNORECASE,
)
NAME = 4  # words that name whoever denies
CONFIDENCE = 0.6


def without_misread(found: Sequence[Found]) -> list[Found]:
    """Without attributions whose source holds the verb of such a denial ("Velm rejects", "… says X has fallen")."""
    wrong = []
    for one in found:
        denial = _denial(one.cue.sentence, one.passage) if one.passage.headline else None
        wrong.append(denial is not None and _is_misread(one, denial))
    return [one for one, misread in zip(found, wrong, strict=True) if not misread]


def _is_misread(one: Found, denial: tuple[list[Token], Token, list[Token]]) -> bool:
    """Is another word of the denial its cue, or is it somebody else who denies?"""
    if not set(one.cue.words) & _inside(denial):
        return False
    return one.cue.head.i != denial[1].i or not set(one.source.words) <= {token.i for token in denial[0]}


def headline_denials(passages: Sequence[Passage], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Every such denial that nothing else holds yet."""
    for passage in passages or ():
        for sentence in passage.sentences if passage.headline else ():
            denial = _denial(sentence, passage)
            if denial is None:
                continue
            source, verb, content = denial
            cue = verb.span
            held = any(one.part is passage.part and any(span.overlaps(cue) for span in one.cue) for one in found)
            if not held:
                words = (Span(source[0].span.start, source[-1].span.end),)
                said = (Span(content[0].span.start, content[-1].span.end),)
                yield Attribution(
                    passage.part, words, (cue,), said, Quotation.INDIRECT, Stance.DENIES, CONFIDENCE, listed=CONFIDENCE
                )


def _inside(denial: tuple[list[Token], Token, list[Token]]) -> set[int]:
    source, verb, content = denial
    return {token.i for token in (*source, verb, *content)}


def _denial(sentence: Sentence, passage: Passage) -> tuple[list[Token], Token, list[Token]] | None:
    """Who denies, the verb, and the word for what is denied, at the end of a headline that says more before."""
    tokens = [token for token in sentence.tokens if any(map(str.isalnum, token.text)) or token.text in BREAKS]
    for at, (_, verb) in enumerate(pairwise(tokens), start=1):
        if not DENYING.match(verb.text):
            continue
        before = next((n for n in range(at - 1, -1, -1) if tokens[n].text.lower() in BREAKS), -1)
        first = before < 1 and sentence.span.start == passage.span.start  # nothing to deny stands before
        who = [] if first else tokens[before + 1 : at]
        behind = tokens[at + 1 :]
        named = 0 < len(who) <= NAME and all(t.pos in ("NOUN", "PROPN", "ADJ", "DET", "PART") for t in who)
        if named and behind and CLAIM.match(" ".join(token.text for token in behind)):
            return who, verb, behind
    return None
