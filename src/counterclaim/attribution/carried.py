"""A relay told in a sentence of its own: "…, she said. Her remarks were carried by Delta Radio."

Enters an article's attributions in reading order and its passages; leaves them with the outlets that such sentences
name. One goes back to the last speaker before it in its paragraph, else to the last attribution of the one above.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.attribution.outlets import outlet_in
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.relays import without_repeats
from counterclaim.model import Attribution, Sentence, Token

SAYINGS = frozenset(
    [
        "account", "address", "announcement", "claim", "comment", "interview", "message", "quotation", "quote",
        "remark", "speech", "statement", "testimony", "video", "word",
    ]
)  # fmt: skip
POINTING = frozenset({"the", "his", "her", "its", "their", "these", "those", "this", "that", "both"})
PASSING = frozenset(
    {"air", "broadcast", "carry", "cite", "print", "publish", "quote", "relay", "release", "report", "run"}
)
PRONOUNS = frozenset({"he", "she", "it", "they", "who"})


def carried_later(passages: Sequence[Passage], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with the outlets that a later sentence says to have carried it, and without those of the
    outlets there."""
    given = list(found)
    own: set[int] = set()
    for at, passage in enumerate(passages):
        for sentence in passage.sentences:
            outlet = _outlet(sentence, passage.text)
            if outlet:
                own.update(n for n, one in enumerate(found) if _is_of_outlet(one, passage, sentence))
            for number in _meant(passages, at, sentence, given) if outlet else ():
                given[number] = replace(given[number], relayed_by=without_repeats((*given[number].relayed_by, outlet)))
    return [one for number, one in enumerate(given) if number not in own]


def _is_of_outlet(attribution: Attribution, passage: Passage, sentence: Sentence) -> bool:
    """ "*The comments* were reported by Interfax" is no claim of Interfax's."""
    here = _in(attribution, passage) and sentence.span.covers(attribution.content[0])
    source, told = _source(attribution, passage), attribution.content[0].of(passage.text)
    return here and bool(outlet_in(source)) and told.lower().split()[-1].rstrip("s") in SAYINGS


def _outlet(sentence: Sentence, text: str) -> str:
    """The outlet that the sentence says to have carried what was said; empty where it says nothing of the kind."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in PASSING:
            continue
        saying = next(
            (t for t in sentence.children(verb) if t.dep in ("nsubjpass", "dobj") and _is_saying(sentence, t)), None
        )
        passive = saying is not None and saying.dep == "nsubjpass"
        for carrier in (_carriers(sentence, verb) if passive else _subjects(sentence, verb)) if saying else ():
            words = sentence.subtree(carrier)
            outlet = outlet_in(text[words[0].span.start : words[-1].span.end])
            if outlet:
                return outlet
    return ""


def _is_saying(sentence: Sentence, token: Token) -> bool:
    pointing = any(child.text.lower() in POINTING for child in sentence.children(token))
    return token.lemma in SAYINGS and pointing


def _carriers(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for child in sentence.children(verb):
        if child.dep in ("agent", "prep") and child.lemma in ("by", "in", "on"):
            yield from (grand for grand in sentence.children(child) if grand.dep == "pobj")


def _subjects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    return (child for child in sentence.children(verb) if child.dep == "nsubj")


def _meant(passages: Sequence[Passage], at: int, sentence: Sentence, found: Sequence[Attribution]) -> list[int]:
    """Which attributions stand before the sentence and are of the speaker named last."""
    passage = passages[at]
    spoken = [n for n, one in enumerate(found) if _in(one, passage) and one.speech]
    before = [n for n in spoken if _end(found[n]) <= sentence.span.start]
    if not before and at and sentence is passage.sentences[0]:
        before = [n for n, one in enumerate(found) if _in(one, passages[at - 1])][-1:]
    meant: list[int] = []
    for number in sorted(before, key=lambda n: found[n].content, reverse=True):
        words = _source(found[number], passage)
        meant.append(number)
        if words and words.lower() not in PRONOUNS:
            break
    return meant


def _in(attribution: Attribution, passage: Passage) -> bool:
    return attribution.part is passage.part and passage.span.covers(attribution.content[0])


def _end(attribution: Attribution) -> int:
    return max(span.end for span in (*attribution.content, *attribution.cue, *attribution.source))


def _source(attribution: Attribution, passage: Passage) -> str:
    return attribution.source[0].of(passage.text) if attribution.source else ""
