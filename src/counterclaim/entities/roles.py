"""The words that say what a person is: titles before the name, appositions beside it, "X is the head of …".

Enters a name in its sentence; leaves spans of role words as they stand in the text, possessor included ("Wagner's
chief").
"""

import itertools
from collections.abc import Iterator, Sequence

from counterclaim.entities.names import Name
from counterclaim.entities.office_of import is_title, office_before
from counterclaim.entities.offices import LEADS
from counterclaim.entities.page import span_of
from counterclaim.entities.pen_names import described
from counterclaim.entities.vocabulary import CALENDAR, HONORIFICS, is_office, plain, singular
from counterclaim.model import Sentence, Span, Token

_LONGEST = 24
_STOPS = frozenset('"“”;:()[]–—!?')
_HYPHENS = frozenset("-–‐‑")
_OPENERS = frozenset(("DET", "NOUN", "PROPN", "ADJ", "NUM"))
_RELATIVES = frozenset(["who", "whose", "which", "whom", "where", "that"])


def roles_of(name: Name) -> tuple[Span, ...]:
    """Every stretch of role words that belongs to this name, in reading order."""
    found = [span_of(tokens) for tokens in _stretches(name) if tokens]
    return tuple(found)


def _stretches(name: Name) -> Iterator[Sequence[Token]]:
    yield from (_before(name), _beside(name), _after(name), _who_is(name))
    words = described(name.sentence.tokens, name.first)
    yield words[1:] if words and words[0].pos == "DET" else words


def is_role(tokens: Sequence[Token]) -> bool:
    """Do the words name someone by his office: is a noun that heads them one?"""
    return office_at(tokens) is not None


def office_at(tokens: Sequence[Token]) -> int | None:
    """Where the office stands that heads the words: the last noun before the first preposition, comma or clause."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if plain(token.text) in _RELATIVES or (token.pos == "ADP" and at > 0):
            break
        ends = following is None or (following.pos not in ("NOUN", "PROPN", "PART", "ADJ") and following.text != "-")
        if ends and is_office(singular(plain(token.text))):
            return at
    return next(
        (at for at, t in enumerate(tokens) if t.tag != "POS" and is_office(t.text) and _heads(tokens, at)), None
    )


def _heads(tokens: Sequence[Token], at: int) -> bool:
    return not any(t.pos == "ADP" for t in tokens[:at])


def _before(name: Name) -> tuple[Token, ...]:
    """ "Russian President", "Wagner's chief", "Kremlin spokesman" right before the name."""
    tokens = name.sentence.tokens
    first = name.first
    while first > 0 and _premodifies(tokens, first - 1):
        first -= 1
    while first < name.first and not tokens[first].text[0].isalnum():
        first += 1
    words = tokens[first : name.first]
    office = office_before(tokens, name.first)
    if office is not None:
        return tokens[office : name.first]
    last = words[-1] if words else None
    if last is None or not (
        is_office(last.text) or (is_title(last) and last.text[-1] == "." and last.text[0].isupper())
    ):
        return ()
    if all(plain(t.text).rstrip(".") in HONORIFICS for t in words):
        return ()
    return words


def _premodifies(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if 0 < at < len(tokens) - 1 and tokens[at - 1].text in _HYPHENS and tokens[at + 1].text in _HYPHENS:
        return True  # "Commander-in-Chief"
    if token.tag == "VBN" and at > 1 and tokens[at - 1].text in _HYPHENS:  # "Moscow-installed"
        return tokens[at - 2].pos in ("PROPN", "ADJ")
    if token.text in _HYPHENS and at and tokens[at - 1].span.end < token.span.start:  # a dash and no hyphen
        return False
    if token.tag in ("POS", "HYPH") or token.text in ("-", "&"):
        return True
    if token.entity == "DATE" and plain(token.text) in CALENDAR:
        return False
    return token.pos in ("NOUN", "PROPN", "ADJ") and token.text not in _STOPS and not token.text.endswith(")")


def _after(name: Name) -> tuple[Token, ...]:
    """ "…, head of the company," after the name; up to the comma or verb that ends it."""
    tokens = name.sentence.tokens
    at = name.stop
    if at < len(tokens) and tokens[at].text == "(":  # "(pictured)", "(R-Ohio)"
        closing = next((i for i in range(at, min(at + 6, len(tokens))) if tokens[i].text == ")"), None)
        at = closing + 1 if closing is not None else at
    if at >= len(tokens) or tokens[at].text not in (",", "–", "—"):
        return ()
    words = _role_from(tokens, at + 1)
    return () if _names_another(tokens, words) or _are_several(words) else words


def _are_several(words: Sequence[Token]) -> bool:
    """ "The Front has taken NAME, residents said": several people are nobody's office."""
    own = itertools.takewhile(lambda token: token.pos != "ADP", words)
    nouns = [token for token in own if token.pos in ("NOUN", "PROPN")]
    return bool(nouns) and nouns[-1].tag in ("NNS", "NNPS")


def _who_is(name: Name) -> tuple[Token, ...]:
    """ "…, who was the mine's own dam engineer until May," after the name: the office, without the time.

    "…, who commands the Reed Front," is a role too.
    """
    tokens, at = name.sentence.tokens, name.stop
    opening = [token.text.lower() for token in tokens[at : at + 3]]
    if len(opening) < 3 or opening[:2] != [",", "who"]:
        return ()
    led = at + 3 if opening[2] in ("has", "had") else at + 2  # "who has led the northern garrison since autumn"
    if led < len(tokens) and tokens[led].text.lower() in LEADS:
        return _phrase(tokens, led)
    words = _role_from(tokens, at + 3) if opening[2] in ("is", "was") else ()
    end = next((n for n, token in enumerate(words) if token.text.lower() in ("until", "since", "till")), len(words))
    return words[:end]


def _phrase(tokens: Sequence[Token], first: int) -> tuple[Token, ...]:
    """ "Commands the Reed Front", up to the comma, verb or clause that ends it; it must name what is led."""
    stop = first + 1
    while stop < len(tokens) and stop - first < _LONGEST and not _ends_role(tokens, first, stop):
        stop += 1
    words = tuple(tokens[first:stop])
    return words if any(token.pos == "PROPN" or token.entity == "NORP" for token in words) else ()


def _names_another(tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """ "In a talk with NAME, fire chief OTHER said": office and name of the next one, no apposition."""
    others = (at for at, t in enumerate(words) if at and t.entity == "PERSON" and is_office(words[at - 1].text))
    other = next(others, None)
    if other is not None and words[other - 1].entity != "PERSON" and not any(t.pos == "ADP" for t in words[:other]):
        return True
    if not words or words[-1].entity != "PERSON" or words[0].entity == "PERSON":
        return False
    after = tokens[words[-1].i + 1 : words[-1].i + 2]
    told = any(token.pos == "ADP" or token.tag == "POS" for token in words)
    return not told and bool(after) and after[0].tag in ("VBD", "VBZ", "VBP", "MD")


def _role_from(tokens: Sequence[Token], first: int) -> tuple[Token, ...]:
    stop = first
    while stop < len(tokens) and stop - first < _LONGEST and not _ends_role(tokens, first, stop):
        stop += 1
    words = tuple(tokens[first:stop])
    while words and (words[-1].pos in ("CCONJ", "PUNCT", "ADV", "AUX") or words[-1].text == ","):
        words = words[:-1]
    return words if words and words[0].pos in _OPENERS and is_role(words) and not _counts(words) else ()


def _counts(words: Sequence[Token]) -> bool:
    """ "According to NAME, 640 soldiers were killed": how many, and no office of his."""
    return words[0].pos == "NUM" and next(
        (t.tag in ("NNS", "NNPS") for t in words if t.pos in ("NOUN", "PROPN")), False
    )


def _ends_role(tokens: Sequence[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if token.text in _STOPS or token.text.startswith(("“", '"')):
        return True
    if token.text == "," or plain(token.text) in _RELATIVES:
        return True
    finite = token.tag in ("VBD", "VBZ", "VBP", "MD") and token.pos in ("VERB", "AUX")
    return finite and at > first


def _beside(name: Name) -> tuple[Token, ...]:
    """ "the governor of the region, NAME": the apposition comes first. "NAME is the head of …"."""
    tokens, head = name.sentence.tokens, name.tokens[-1]
    first = name.first
    while first and is_title(tokens[first - 1]) and tokens[first - 1].text[0].isupper():
        first -= 1
    if first >= 2 and tokens[first - 1].text == ",":
        return _leading(name.sentence, first - 1)
    verb = name.sentence.head(head)
    if head.dep == "nsubj" and verb.lemma == "be":
        for child in name.sentence.children(verb):
            if child.dep == "attr" and is_office(child.text):
                return tuple(_role_from(tokens, min(t.i for t in name.sentence.subtree(child))))
    return ()


def _leading(sentence: Sentence, comma: int) -> tuple[Token, ...]:
    """The noun phrase that ends at a comma, if it names an office: back to a verb, another comma or the start."""
    first = comma
    for token in _backwards(sentence.tokens, comma):
        if (
            token.text in _STOPS
            or token.text in (",", "while")
            or token.pos in ("VERB", "AUX", "SCONJ", "PRON", "CCONJ")
        ):
            break
        first = token.i
    words = sentence.tokens[first:comma]
    while words and (words[0].pos in ("ADP", "ADV", "PUNCT", "INTJ", "SCONJ") or _is_day(words[0])):
        words = words[1:]
    if not words or len(words) > _LONGEST or words[0].pos not in _OPENERS:
        return ()
    return words if is_role(words) else ()


def _is_day(token: Token) -> bool:
    """ "On 3 May the board's head, NAME": when, and no part of the office."""
    return token.entity == "DATE" and (token.text.isdigit() or plain(token.text) in CALENDAR)


def _backwards(tokens: Sequence[Token], stop: int) -> Iterator[Token]:
    for at in range(stop - 1, -1, -1):
        yield tokens[at]
