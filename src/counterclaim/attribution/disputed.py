"""Whose claim it is that somebody denies: "called reports by the command about the loss of the mill false".

Enters a passage with what was found in it; leaves the inner claims that nothing else found: their source owns the
noun, their content stands behind its "that", "about", "of" or "to have", and who disputes or confirms it passed it on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.attribution.answers import CLAIMED
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.outlets import outlet_in
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.shared import VIEWS
from counterclaim.attribution.stance import CALLS, UNTRUE, stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Spans, Stance, Token

WORDS = CLAIMED | VIEWS | {"data", "datum", "information", "story", "message", "tale", "insistence"}
TOLD = frozenset({"account", "claim", "story", "tale", "version"})  # "the army's version of a stray rocket"
EMPTY = frozenset({"event", "fact", "thing", "history"})  # "their version of events" does not say which
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NAMING = frozenset({"brand", "call", "label"})  # "called it a lie", where others need "as"
GROUPS = frozenset({"side", "rebel", "insurgent", "militant", "fighter", "authority", "insurgency", "regime", "enemy"})
HANDED_OUT = frozenset({"broadcast", "carry", "cite", "give", "issue", "make", "print", "publish", "quote", "release"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OWNER, VERDICT = 14, 7  # words that name an owner, words of a verdict behind "as"
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class _Owned:
    """The word for a claim, the words that say whose, and the first and the last word of what is claimed."""

    noun: Token
    owner: tuple[Token, ...]
    first: int
    last: int


def disputed(passage: Passage, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The claims inside all denials and confirmations of a passage."""
    words = [(sentence, token) for sentence in passage.sentences for token in sentence.tokens if token.lemma in WORDS]
    for outer in found if words else ():
        if outer.part is not passage.part or not outer.cue or not _takes_a_stance(outer, passage):
            continue
        for sentence, token in words:
            reach = _reach(outer, sentence)
            if reach and reach.covers(token.span):
                yield from _inner(passage, sentence, token, outer, reach.end)


def with_disputed(passages: Sequence[Passage], found: Sequence[Attribution]) -> list[Attribution]:
    """All attributions, with whose claims are denied; those in the mouth of who denies them, or too long, left out."""
    new = [one for passage in passages for one in disputed(passage, found)]
    kept = [one for one in found if not any(_is_told_better(one, other) for other in new)]
    have = {(one.part, one.cue) for one in kept}
    return [*kept, *{(one.part, one.cue): one for one in new if (one.part, one.cue) not in have}.values()]


def _is_told_better(old: Attribution, new: Attribution) -> bool:
    same = old.part is new.part and old.cue == new.cue
    return same and (not _overlap(old.source, new.source) or old.content[-1].end > new.content[-1].end)


def _overlap(left: Spans, right: Spans) -> bool:
    return any(one.overlaps(other) for one in left for other in right)


def _takes_a_stance(outer: Attribution, passage: Passage) -> bool:
    return outer.stance in (Stance.DENIES, Stance.CONFIRMS) or _is_called(outer, passage.sentences, CALLS)


def _is_called(outer: Attribution, sentences: Sequence[Sentence], lemmas: frozenset[str]) -> bool:
    tokens = (token for sentence in sentences for token in sentence.tokens)
    return any(token.lemma in lemmas and any(span.covers(token.span) for span in outer.cue) for token in tokens)


def _reach(outer: Attribution, sentence: Sentence) -> Span | None:
    """The content in this sentence, with what stands between a cue and it; what the parser cut off as well."""
    near = [span for span in outer.content if span.overlaps(sentence.span)]
    if not near:
        return None
    start, end = near[0].start, near[-1].end
    if sentence.span.covers(outer.cue[0]) and outer.cue[-1].end <= start:
        start = outer.cue[-1].end
    for token in sentence.tokens:
        if token.span.start >= end:
            if token.pos in ("PUNCT", "CCONJ", "SCONJ") or token.tag in FINITE:
                break
            end = token.span.end
    return Span(start, max(start, end))


def _inner(passage: Passage, sentence: Sentence, noun: Token, outer: Attribution, stop: int) -> Iterator[Attribution]:
    owned = _behind(sentence, noun) or _before(sentence, noun)
    if owned is None:
        return
    last = _without_verdict(sentence, owned, stop, outer)
    while last >= owned.first and sentence.tokens[last].pos == "PUNCT":
        last -= 1
    if last < owned.first or passage.quote_at(noun.span.start) != passage.quote_at(sentence.tokens[last].span.start):
        return
    span = trim(passage.text, sentence.tokens[owned.first].span.start, sentence.tokens[last].span.end)
    source = Span(owned.owner[0].span.start, owned.owner[-1].span.end)
    if span is None or source in outer.source:
        return
    who = [span.of(passage.text) for span in outer.source]
    relays = tuple(words for words in who if words.lower() not in PRONOUNS)
    stance = stance_in((span,), passage)
    yield Attribution(
        passage.part, (source,), (noun.span,), (span,), Quotation.INDIRECT, stance, CONFIDENCE, relayed_by=relays
    )


def _behind(sentence: Sentence, noun: Token) -> _Owned | None:
    """ "Reports by the ministry about …", "a report in the Herald that …"."""
    tokens = sentence.tokens
    if noun.i + 2 >= len(tokens) or tokens[noun.i + 1].text not in ("by", "of", "from", "in"):
        return None
    preposition, end = tokens[noun.i + 1], noun.i + 2
    while end < len(tokens) and end - noun.i < OWNER and not _opens(tokens, end, noun):
        if tokens[end].tag in FINITE or tokens[end].text in ".;:":
            return None
        end += 1
    words = list(tokens[noun.i + 2 : end])
    while words and words[-1].pos == "PUNCT":
        words.pop()
    if end >= len(tokens) or not words or not _opens(tokens, end, noun) or not _is_someone(words, preposition.text):
        return None
    return _owned(sentence, noun, words, end)


def _before(sentence: Sentence, noun: Token) -> _Owned | None:
    """ "The generals' version of …", "an Osterian claim to have …"."""
    tokens = sentence.tokens
    owner = next((child for child in sentence.children(noun) if child.dep == "poss" and child.pos != "PRON"), None)
    words = [token for token in sentence.subtree(owner) if token.tag != "POS"] if owner else []
    adjective = tokens[noun.i - 1] if noun.i else None
    if not words and adjective is not None and adjective.text[:1].isupper() and adjective.entity in ("NORP", "GPE"):
        words = [adjective]
    if not words or noun.i + 1 >= len(tokens) or not _opens(tokens, noun.i + 1, noun):
        return None
    return _owned(sentence, noun, words, noun.i + 1) if owner is None or _is_someone(words, "by") else None


def _owned(sentence: Sentence, noun: Token, owner: Sequence[Token], opens: int) -> _Owned:
    tokens = sentence.tokens
    clause = tokens[opens].text == "that"
    first = opens if tokens[opens].text == "to" else opens + 1
    last = first
    end = _predicate(sentence, noun, first)
    while last + 1 < end and tokens[last + 1].text not in (";", ":", "."):
        if not clause and tokens[last + 1].tag in FINITE and not _is_relative(tokens, first, last + 1):
            break  # "reports by A about B | are false"
        last += 1
    return _Owned(noun, tuple(owner), first, last)


def _predicate(sentence: Sentence, noun: Token, first: int) -> int:
    """Where what is told of the noun itself begins ("a report that X fell | was false"); the end where nothing is."""
    verb = sentence.head(noun) if noun.dep in ("nsubj", "nsubjpass") else noun
    if verb.i <= first:
        return len(sentence.tokens)
    return min([verb.i, *(t.i for t in sentence.children(verb) if t.dep in ("aux", "auxpass") and t.i > first)])


def _is_relative(tokens: Sequence[Token], first: int, verb: int) -> bool:
    return any(token.text in ("which", "that", "who", "whom") for token in tokens[first:verb])


def _opens(tokens: Sequence[Token], at: int, noun: Token) -> bool:
    """Does what is claimed begin behind this word?"""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    if token.text == "that":
        handed = token.dep in ("dobj", "nsubj", "nsubjpass") and tokens[token.head].lemma in HANDED_OUT
        return after.pos not in ("VERB", "AUX") and not handed
    if token.text == "to":
        return after.lemma == "have"
    told = token.text == "of" and at == noun.i + 1 and noun.lemma in TOLD and after.lemma not in EMPTY
    return token.text == "about" or told


def _is_someone(words: Sequence[Token], preposition: str) -> bool:
    """Can the words name who claims? "Reports of shelling" are nobody's, and "from Sarn" is where they come from."""
    if preposition == "in":
        return bool(outlet_in(" ".join(token.text for token in words)))
    ends = next((n for n, token in enumerate(words) if n and (token.text == "," or token.pos == "ADP")), len(words))
    head = words[ends - 1]
    lemma = head.lemma.lower()
    group = lemma in GROUPS or in_list("source", "body", lemma) or in_list("source", "voice", lemma)
    return group or (head.entity in NAMES and preposition != "from")


def _without_verdict(sentence: Sentence, owned: _Owned, stop: int, outer: Attribution) -> int:
    """The last word of the claim before what it is called: "… false", "… a provocation", "… as 'speculation'"."""
    tokens = sentence.tokens
    last = max((t.i for t in tokens[owned.first : owned.last + 1] if t.span.end <= stop), default=owned.first - 1)
    if last < owned.first or not _is_called(outer, (sentence,), CALLS | {"reject"}):
        return last
    words = tokens[owned.first : last + 1]
    behind = next((t.i for t in reversed(words) if t.text == "as" and last - t.i <= VERDICT), None)
    if behind is not None and not any(t.tag in FINITE for t in tokens[behind : last + 1]):
        return behind - 1
    return _before_name(tokens, owned.first, last) if _is_called(outer, (sentence,), NAMING) else last


def _before_name(tokens: Sequence[Token], first: int, last: int) -> int:
    """The word before "a pure lie", "absolutely false" at the end."""
    at = last
    while at > first and tokens[at].pos == "PUNCT":
        at -= 1
    if at <= first or not (tokens[at].pos in ("ADJ", "NOUN") or UNTRUE.search(tokens[at].text)):
        return last
    start = at
    while start > first + 1 and tokens[start - 1].pos in ("ADJ", "ADV", "NOUN") and at - start < 2:
        start -= 1
        if tokens[start - 1].text in ("a", "an"):
            break
    if tokens[start - 1].text in ("a", "an"):
        return start - 2
    alone = tokens[at].pos == "ADJ" or UNTRUE.fullmatch(tokens[at].text)
    adverb = tokens[at - 1].text.endswith("ly")
    return at - 1 - adverb if alone else last
