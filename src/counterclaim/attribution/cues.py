"""Words that may say that someone says, thinks or wants something: verbs, nouns, adjectives, "according to", colons.

Enters a sentence; leaves every candidate `Cue`. Whether a candidate is a cue is for
`counterclaim.attribution.scores` to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.attribution.lexicon import SPEECH_LISTS, classes, lists
from counterclaim.model import Sentence, Token

CLAUSES = frozenset({"ccomp", "acl", "prep", "relcl", "xcomp", "advcl"})
NOT_CUES = frozenset({"be", "have", "do", "go", "get", "come", "become"})
LABEL = 12  # words that a name before a colon or after a last dash may have at most
DASHES = frozenset({"—", "–", "-", "--", "―"})
MARKS = DASHES | {":"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A candidate: its head, all its words as indices into the sentence, and the lemma that says what it does.

    `kind` is verb, noun, adjective, according, headline (a verb that the parser took for a name), colon ("Mayor:
    all is well"), colon-after ("All is well: mayor") or dash ("All is well — the mayor").
    """

    sentence: Sentence
    head: Token
    words: tuple[int, ...]
    kind: str
    lemma: str


def find_cues(sentence: Sentence, *, headline: bool = False) -> Iterator[Cue]:
    """Every candidate of one sentence, left to right; headlines offer more."""
    last = len(sentence.tokens) - 1
    for token in sentence.tokens:
        kind = _kind(sentence, token)
        if kind == "according":
            yield Cue(sentence, token, (token.i, token.i + 1), kind, "according")
        elif kind:
            yield Cue(sentence, token, (token.i,), kind, token.lemma)
        elif headline and 0 < token.i < last and _may_say(sentence, token):
            yield Cue(sentence, token, (token.i,), "headline", _headline_forms()[token.text.lower()])
        elif token.text == ":" and 0 < token.i < last:
            yield from _colon(sentence, token, headline=headline)
        elif _parts(sentence, token) and sentence.tokens[-1].i - LABEL < token.i < last and token.i > 2:
            yield Cue(sentence, token, (token.i,), "dash", "-")


def _may_say(sentence: Sentence, token: Token) -> bool:
    """Has it the form of a verb of saying, and is no plural behind its adjective or preposition, or before a colon:
    "Chilean volunteers to quit", "two dead in protests, army alert", "Peru protests: two dead"?"""
    before, behind = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1]
    plural = token.tag == "NNS" and (before.pos in ("ADJ", "ADP", "DET", "NUM") or behind.pos == "PUNCT")
    return token.text.lower() in _headline_forms() and not plural


def _parts(sentence: Sentence, token: Token) -> bool:
    """Is it a dash, and not the one within "e-mail"?"""
    if token.text not in DASHES or not 0 < token.i < len(sentence.tokens) - 1:
        return False
    before, after = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1]
    return token.text != "-" or before.span.end < token.span.start or token.span.end < after.span.start


def _kind(sentence: Sentence, token: Token) -> str | None:
    if token.text.lower() == "according":
        following = sentence.tokens[token.i + 1 : token.i + 2]
        return "according" if following and following[0].text.lower() == "to" else None
    if token.pos == "VERB":  # as which the parser may take a colon or a dash, too
        return "verb" if token.lemma not in NOT_CUES and token.text not in MARKS else None
    if token.pos == "NOUN" and any(child.dep in CLAUSES for child in sentence.children(token)):
        return "noun" if not is_first_name(sentence, (token.i,)) else None
    if token.pos == "ADJ" and any(child.dep in CLAUSES for child in sentence.children(token)):
        return "adjective"
    return None


def is_first_name(sentence: Sentence, words: Sequence[int]) -> bool:
    """ "Police spokeswoman *Resila* Onyango denied": a name alone before a name, in which nobody says anything."""
    token = sentence.tokens[words[0]]
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    capital = token.i > 0 and token.text[:1].isupper() and not token.text.isupper()
    named = bool(behind) and behind[0].pos in ("PROPN", "NOUN") and behind[0].text[:1].isupper()
    nouns = token.pos in ("PROPN", "NOUN") and classes("noun", token.lemma.lower()) == ("none",)
    return len(words) == 1 and capital and named and nouns


def _colon(sentence: Sentence, colon: Token, *, headline: bool) -> Iterator[Cue]:
    """A colon after a name at the start; in headlines also before a name at the end."""
    if colon.i <= LABEL:
        yield Cue(sentence, colon, (colon.i,), "colon", ":")
    if headline and len(sentence.tokens) - colon.i <= LABEL:
        yield Cue(sentence, colon, (colon.i,), "colon-after", ":")


@cache
def _headline_forms() -> Mapping[str, str]:
    """Present and past forms of the listed verbs: headlines capitalise every word, and the parser sees names."""
    forms: dict[str, str] = {}
    for name in SPEECH_LISTS:
        for lemma in lists()["verb"][name]:
            stem = lemma.removesuffix("e")
            third = (
                f"{lemma[:-1]}ies"
                if lemma.endswith("y") and lemma[-2] not in "aeo"
                else f"{lemma}{'es' if lemma[-1] in 'sxh' else 's'}"
            )
            past = f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma[-2] not in "aeo" else f"{stem}ed"
            forms |= {third: lemma, past: lemma}
    return forms | {"says": "say", "said": "say", "tells": "tell", "told": "tell"}
