"""By whose account it is so: "By her count 40 are missing", "He has lost 58 men, by his own account", "As the union
reports, …", "Per the army, …".

Enters a passage with what was found in it; leaves the claims of such sentences that nothing else found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.reckonings import NAMES
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Token

# "On his account lay 40 crowns" and "in her account of the war" are no such phrases.
LEADS = {
    "by": frozenset({"account", "admission", "calculation", "count", "estimate", "reckoning", "tally", "telling"}),
    "in": frozenset(
        {"assessment", "eye", "estimation", "judgement", "judgment", "opinion", "telling", "version", "view"}
    ),
    "on": frozenset({"count", "reckoning", "tally"}),
    "to": frozenset({"judgement", "judgment", "mind"}),
}
PER = (("per",), ("as", "per"), ("in", "accordance", "with"))
OWN = frozenset({"his", "her", "its", "their"})
LONGEST = 12  # words of the phrase
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of the phrase, those that name whose it is, and its word for an account."""

    first: int
    stop: int
    owner: tuple[Token, ...]
    cue: Token


def accounts(passage: Passage, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Every such claim outside quotations, where no claim of the same words was heard."""
    if passage.headline:
        return
    taken = [span for one in found if one.part is passage.part and one.speech for span in one.content]
    for sentence in passage.sentences:
        phrase = _by_account(sentence) or _as_reported(sentence) or _per(sentence)
        if phrase is None or passage.quote_at(phrase.cue.span.start):
            continue
        spans = tuple(_around(passage, sentence, phrase))
        if spans and not any(span.overlaps(held) for span in spans for held in taken):
            source = Span(phrase.owner[0].span.start, phrase.owner[-1].span.end)
            stance = stance_in(spans, passage)
            yield Attribution(
                passage.part, (source,), (phrase.cue.span,), spans, Quotation.INDIRECT, stance, CONFIDENCE
            )


def _by_account(sentence: Sentence) -> _Phrase | None:
    """ "By her account", "on the colonel's tally", "by the reckoning of the institute"."""
    for cue in sentence.tokens:
        lead = sentence.head(cue)
        if cue.lemma not in LEADS.get(lead.text.lower(), ()) or not 0 < cue.i - lead.i < LONGEST:
            continue
        owner = next((child for child in sentence.children(cue) if child.dep == "poss"), None)
        behind = next((child for child in sentence.children(cue) if child.text == "of"), None)
        stop = cue.i + 1
        if owner is None and behind is not None:
            owner = next((child for child in sentence.children(behind) if child.dep == "pobj"), None)
            stop = max(token.i for token in sentence.subtree(owner)) + 1 if owner else stop
        who = tuple(t for t in sentence.subtree(owner) if t.tag != "POS") if owner is not None else ()
        alone = lead.i == 0 or sentence.tokens[lead.i - 1].text in (",", ";") or _ends(sentence, stop)
        if owner is not None and _is_someone(owner) and alone and _is_free(sentence, lead):
            return _Phrase(lead.i, stop, who, cue)
    return None


def _as_reported(sentence: Sentence) -> _Phrase | None:
    """ "As the union reports, …" at the beginning, before a comma."""
    tokens = sentence.tokens
    if tokens[0].text != "As":
        return None
    comma = next((token.i for token in tokens[:LONGEST] if token.text == ","), 0)
    verb = tokens[comma - 1] if comma > 2 else tokens[0]
    verb = sentence.head(verb) if verb.dep == "prt" else verb  # "as the union points out,"
    who = tuple(token for token in tokens[1 : verb.i] if token.pos != "AUX")
    told = speaks("verb", verb.lemma) and verb.tag in ("VBD", "VBZ", "VBP", "VBN")
    named = any(token.dep == "nsubj" and sentence.head(token) is verb and _is_someone(token) for token in who)
    return _Phrase(0, comma + 1, who, verb) if told and named and who else None


def _per(sentence: Sentence) -> _Phrase | None:
    """ "Per the General Staff, …", "…, per the mayor's office", "it was he, in accordance with the court, who"."""
    tokens = sentence.tokens
    for first, last in _pers(tokens):
        owner = next((child for child in sentence.children(tokens[last]) if child.dep == "pobj"), None)
        below = (token for token in sentence.subtree(owner) if token.i > last) if owner is not None else ()
        who = tuple(takewhile(lambda token: token.text != ",", below))
        if (
            owner not in who
            or owner is None
            or not (who[0].pos == "DET" or owner.pos == "PROPN")
            or not _is_someone(owner)
        ):
            continue
        stop = who[-1].i + 1
        comma = stop < len(tokens) and tokens[stop].text == ","
        opens, amid = first == 0 and comma, first > 0 and tokens[first - 1].text == ","
        if opens or (amid and (_ends(sentence, stop) or (comma and last > first))):
            return _Phrase(first - (amid and comma), stop + comma, who, tokens[last])
    return None


def _pers(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last word of every "per" and "in accordance with"."""
    words = [token.text.lower() for token in tokens]
    for first in range(len(words)):
        for per in PER:
            if tuple(words[first : first + len(per)]) == per:
                yield first, first + len(per) - 1


def _ends(sentence: Sentence, stop: int) -> bool:
    return all(token.pos == "PUNCT" for token in sentence.tokens[stop:])


def _is_free(sentence: Sentence, lead: Token) -> bool:
    """Does the phrase speak of the whole sentence, not of a verb of some other's saying?"""
    verb = sentence.head(lead)
    return verb.pos in ("VERB", "AUX") and not speaks("verb", verb.lemma)


def _is_someone(owner: Token) -> bool:
    lemma = owner.lemma.lower()
    group = in_list("source", "body", lemma) or in_list("source", "voice", lemma)
    return group or owner.entity in NAMES or owner.pos == "PROPN" or owner.text.lower() in OWN


def _around(passage: Passage, sentence: Sentence, phrase: _Phrase) -> Iterator[Span]:
    """The sentence without the phrase."""
    start = sentence.tokens[phrase.first].span.start
    before = trim(passage.text, sentence.span.start, start) if phrase.first else None
    end = sentence.tokens[phrase.stop].span.start if phrase.stop < len(sentence.tokens) else sentence.span.end
    behind = trim(passage.text, end, sentence.span.end) if end < sentence.span.end else None
    yield from (span for span in (before, behind) if span and any(c.isalnum() for c in span.of(passage.text)))
