"""Numbers of others that a sentence puts right: "40 have died, not 27 as officials said", "rather than the nine
announced by the ministry".

Enters a passage; leaves the claim of who gave the number that does not hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.passing import PRONOUNS
from counterclaim.attribution.phrases import is_count
from counterclaim.attribution.reckonings import GIVES, HURT, NAMES
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Token

INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
LESS = frozenset({"the", "at", "least", "most", "more", "than", "some", "about", "around", "only", "fewer", "over"})
PEOPLE = frozenset({"man", "people", "person", "prisoner", "soldier", "civilian", "child", "woman", "body", "house"})
COUNTED = frozenset({"CARDINAL", "QUANTITY", ""})
GIVEN = GIVES | {"count", "put", "publish", "release"}
REACH = 8  # words in which whose number it is must be told
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class _Given:
    """Who gave the number, and the word that says so."""

    who: tuple[Token, ...]
    cue: Token


def corrected(passage: Passage, found: Sequence[Attribution] = ()) -> Iterator[Attribution]:
    """Every such number outside quotations and headlines, passed on by whoever puts it right."""
    for sentence in passage.sentences if not passage.headline else ():
        for number in _numbers(sentence):
            first, last = number[0], number[-1]
            given = _given(sentence, last.i + 1)
            span = trim(passage.text, first.span.start, last.span.end)
            if given is None or span is None or passage.quote_at(given.cue.span.start):
                continue
            source = Span(given.who[0].span.start, given.who[-1].span.end)
            stance = stance_in((span,), passage)
            yield Attribution(
                passage.part, (source,), (given.cue.span,), (span,), Quotation.INDIRECT, stance, CONFIDENCE,
                relayed_by=tuple(_teller(passage, sentence, given, found)),
            )  # fmt: skip


def _teller(passage: Passage, sentence: Sentence, given: _Given, found: Sequence[Attribution]) -> Iterator[str]:
    """Who says the sentence in which the number stands."""
    for one in found:
        here = one.part is passage.part and one.speech and any(sentence.span.covers(span) for span in one.source)
        if here and one.cue and not any(token.span.overlaps(one.source[0]) for token in given.who):
            words = one.source[0].of(passage.text)
            yield from [words] if words.lower() not in PRONOUNS else []
            return


def _numbers(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """The words of each number behind "not" or "rather than", with what it counts."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        pair = (token.text.lower(), tokens[at + 1].text.lower())
        if token.text.lower() != "not" and pair not in INSTEAD:
            continue
        first = at + 1 + (pair in INSTEAD)
        stop = first
        while stop < len(tokens) and tokens[stop].text.lower() in LESS:
            stop += 1
        if stop >= len(tokens) or not is_count(tokens[stop]) or tokens[stop].entity not in COUNTED:
            continue
        first += first < stop and tokens[first].text.lower() == "the"
        stop += 1
        while stop < len(tokens) and tokens[stop].lemma.lower() in HURT | PEOPLE:
            stop += 1
        yield tokens[first:stop]


def _given(sentence: Sentence, at: int) -> _Given | None:
    """Whose number it is, told from this word on: "(,) as X said", "that X reported", "announced by X"."""
    rest = [token.text.lower() for token in sentence.tokens[at : at + 2]]
    comma = rest[:1] == [","]
    if rest[comma : comma + 1] == ["as"]:
        return _by_subject(sentence, at + comma + 1)
    if comma or not rest:
        return None
    return _by_agent(sentence, sentence.tokens[at]) or _by_subject(sentence, at + (rest[0] in ("that", "which")))


def _by_subject(sentence: Sentence, at: int) -> _Given | None:
    tokens = sentence.tokens[at : at + REACH]
    verb = next((token for token in tokens if token.pos == "VERB"), None)
    if verb is None or not _tells(verb):
        return None
    who = next((child for child in sentence.children(verb) if child.dep == "nsubj" and at <= child.i < verb.i), None)
    words = [token for token in sentence.subtree(who) if at <= token.i < verb.i] if who is not None else []
    known = who is not None and bool(words) and words[0].i == at and _is_someone(who)
    return _Given(tuple(words), verb) if known else None


def _by_agent(sentence: Sentence, verb: Token) -> _Given | None:
    by = next((child for child in sentence.children(verb) if child.text == "by" and child.i == verb.i + 1), None)
    who = next((child for child in sentence.children(by) if child.dep == "pobj"), None) if by is not None else None
    if verb.tag != "VBN" or not _tells(verb) or who is None or not _is_someone(who):
        return None
    return _Given(tuple(token for token in sentence.subtree(who) if token.i > verb.i), verb)


def _tells(verb: Token) -> bool:
    return speaks("verb", verb.lemma) or verb.lemma in GIVEN


def _is_someone(who: Token) -> bool:
    lemma = who.lemma.lower()
    listed = in_list("source", "body", lemma) or in_list("source", "voice", lemma)
    return listed or who.entity in NAMES or who.pos == "PROPN"
