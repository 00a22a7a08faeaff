"""Outlets that hand on another's words: "according to Delta Radio, quoting the mayor, …", "…, citing the mayor".

Enters the chosen attributions of an article; leaves them with whoever is quoted as the source and the outlet as the
carrier. A person or body is quoted; pictures and figures are not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.attribution.choose import FORMED, Found
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.outlets import lists, outlet_in, unnamed_outlet
from counterclaim.attribution.relays import QUOTED, name_at
from counterclaim.attribution.sources import DOCUMENTS, Source
from counterclaim.attribution.trimming import trim
from counterclaim.model import Sentence, Span, Token

HANDING_ON = frozenset({"quote", "cite"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
JOINS = re.compile(r",?\s+that\s|,")
VOICES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
BREAKS = frozenset({",", "as", "that", "who", "which", ";", ":", "—", "–"})


@dataclass(frozen=True, slots=True)
class Handing:
    """Whose words an outlet hands on. `clause` covers what says so beside the claim, the outlet itself left out."""

    mouth: tuple[Token, ...]
    clause: Span
    outlet: str


def handed_on(found: Sequence[Found]) -> list[Found]:
    """The same attributions, the outlets' own with the mouth they quote, and without their "quoting" as a cue."""
    given = [(one, _handing(one, found)) for one in found]
    clauses = [(one.passage.block, handing.clause) for one, handing in given if handing]
    kept = [(one, handing) for one, handing in given if not _inside(one, clauses)]
    return [one if handing is None else _from(one, handing) for one, handing in kept]


def _inside(found: Found, clauses: Sequence[tuple[int, Span]]) -> bool:
    return any(block == found.passage.block and clause.covers(found.cue.head.span) for block, clause in clauses)


def _handing(found: Found, all_found: Sequence[Found]) -> Handing | None:
    words = _text(found, found.source.words) if found.source.words else ""
    outlet = outlet_in(words) or unnamed_outlet(words)
    if not outlet and found.source.head is not None and _referred(found):
        outlet = found.source.head.text  # "reports the agency APN with reference to a source"
    if not outlet:
        return _quoted_by(found) or _passive(found, all_found)
    if found.cue.lemma in HANDING_ON or _saying_under(found):
        return _as_saying(found, outlet) or _passive(found, all_found)
    referred, opens = _referred(found), _with(found)
    if referred and opens:
        return Handing(referred, Span(opens.span.start, referred[-1].span.end), outlet)
    for token in found.cue.sentence.tokens:
        mouth = _mouth(found, token) if token.lemma in HANDING_ON and token.i not in found.cue.words else ()
        if mouth and (_which(found, token) or _citing(found, token, mouth, all_found)):
            first = found.cue.sentence.tokens[token.i - 1] if token.tag in FINITE else token
            return Handing(mouth, Span(first.span.start, mouth[-1].span.end), outlet)
    return None


def _with(found: Found) -> Token | None:
    """The "with" of "with reference to", behind speaker and cue or before them."""
    tokens = found.cue.sentence.tokens
    near = (t for t in tokens[:-3] if t.text.lower() == "with" and tokens[t.i + 2].text == "to")
    return next((t for t in near if tokens[t.i + 1].lemma == "reference"), None)


def _referred(found: Found) -> tuple[Token, ...]:
    """ "…, reports the agency with reference to a source in the ministry": the source, where it is a mouth."""
    sentence, opens = found.cue.sentence, _with(found)
    own = (*found.source.words, *found.cue.words)
    if opens is None or found.cue.head.i == opens.i + 1 or opens.i != max(own) + 1:
        return ()
    head = next((child for child in sentence.children(sentence.tokens[opens.i + 2]) if child.dep == "pobj"), None)
    phrase = _phrase(sentence, opens.i + 2, head) if head is not None else ()
    return phrase if head is not None and phrase and _is_mouth(found, head, phrase) else ()


def _quoted_by(found: Found) -> Handing | None:
    """ "“…,” the spokeswoman Ruta Kalnina quoted the mayor as saying", "the paper quoted him as saying": who is quoted
    claims, whoever hands it on.
    """
    head, tokens = found.source.head, found.cue.sentence.tokens
    if head is None or not (found.cue.lemma in HANDING_ON or _saying_under(found)):
        return None
    name = [i for i in found.source.words if tokens[i].entity == "PERSON"]
    if not any(a.text == "as" and b.text in ("saying", "having") for a, b in pairwise(tokens[head.i :])):
        return None  # "cited his remarks as an example"
    return _as_saying(found, "" if head.pos == "PRON" else _text(found, name or found.source.words))


def _as_saying(found: Found, outlet: str) -> Handing | None:
    """ "Reuters quoted the mayor as saying that": the clause runs from the mayor to the last word before the claim."""
    sentence = found.cue.sentence
    verb = _saying_under(found) or found.cue.head
    head = _object(sentence, verb) if verb.tag in FINITE else None
    if head is None:
        return None
    mouth = _phrase(sentence, verb.i, head)
    said = _as_say(sentence, head)
    if said:
        mouth = sentence.tokens[mouth[0].i : said[0]]
    last = sentence.tokens[said[1]] if said else mouth[-1]
    if not mouth:
        return None
    clause = Span(mouth[0].span.start, last.span.end)
    left = [part for span in found.content.spans for part in _without(span, clause, found)]
    return Handing(mouth, clause, outlet) if left or (said and _behind(found, clause)) else None


def _as_say(sentence: Sentence, head: Token) -> tuple[int, int] | None:
    """First and last word of "as saying", "as having told" behind the noun, with no comma between but those around what
    he is.
    """
    told = {token.i for token in sentence.subtree(head)}
    told.update(i + 1 for i in tuple(told) if sentence.tokens[i + 1 : i + 2] and sentence.tokens[i + 1].text == ",")
    for token in sentence.tokens[head.i + 1 : -1]:
        if token.text == "," and token.i not in told:
            return None
        behind = sentence.tokens[token.i + 1 : token.i + 3] if token.lemma == "as" else ()
        saying = behind[1:] if behind and behind[0].text == "having" else behind[:1]
        if saying and saying[0].pos == "VERB" and (saying[0].lemma == "say" or behind[0].text == "having"):
            return token.i, saying[0].i
    return None


def _passive(found: Found, all_found: Sequence[Found]) -> Handing | None:
    """ "The mayor was reported as saying by Delta Radio", heard as the outlet's own."""
    sentence, head = found.cue.sentence, found.source.head
    verb = next((sentence.tokens[i] for i in found.cue.words if sentence.tokens[i].lemma in QUOTED), None)
    mouth = next((child for child in sentence.children(verb) if child.dep == "nsubjpass"), None) if verb else None
    outlet = outlet_in(name_at(sentence, _top(sentence, head), found.passage.text)) if head and mouth else ""
    saying = any(one.cue.lemma == "say" and one.cue.sentence is sentence for one in all_found if one is not found)
    if verb is None or mouth is None or not outlet or saying or found.cue.lemma == "say":
        return None
    phrase = _phrase(sentence, -1, mouth)
    return Handing(phrase, Span(phrase[0].span.start, phrase[-1].span.end), outlet) if phrase else None


def _top(sentence: Sentence, token: Token) -> Token:
    """The noun that a part of a name belongs to."""
    while token.dep == "compound":
        token = sentence.head(token)
    return token


def _saying_under(found: Found) -> Token | None:
    """The "quoted" over a cue "saying"."""
    head = found.cue.head
    having = head.tag == "VBN" and head.i > 1 and found.cue.sentence.tokens[head.i - 1].text == "having"
    if not having and (found.cue.lemma != "say" or head.tag != "VBG"):
        return None
    above = list(found.cue.sentence.ancestors(found.cue.head))[:2]
    return next((token for token in above if token.lemma in HANDING_ON and token.tag in FINITE), None)


def _which(found: Found, verb: Token) -> bool:
    """ "…, which quoted", right behind the outlet."""
    tokens = found.cue.sentence.tokens
    between = tokens[max(found.source.words) + 1 : verb.i]
    return verb.tag in FINITE and [token.text for token in between if token.text != ","] == ["which"]


def _citing(found: Found, verb: Token, mouth: tuple[Token, ...], all_found: Sequence[Found]) -> bool:
    """A "citing" that goes with the outlet: nobody else speaks between the two."""
    if verb.tag != "VBG" or found.passage.quote_at(verb.span.start):
        return False
    own = (*found.source.words, *found.cue.words)
    start, end = (mouth[-1].i, min(own)) if verb.i < min(own) else (max(i for i in own if i < verb.i), verb.i)
    between = found.cue.sentence.tokens[start + 1 : end]
    others = {o.cue.head.span for o in all_found if o.passage is found.passage and o.cue.head.i not in own}
    if not any(token.pos in ("VERB", "AUX") for token in between):
        return True
    said = {token.i for token in between if token.span in others}
    attached = found.cue.sentence.head(verb) is found.cue.head
    return attached or (not said and all(any(s.covers(t.span) for s in found.content.spans) for t in between[1:-1]))


def _mouth(found: Found, verb: Token) -> tuple[Token, ...]:
    """The phrase of the person or body that is quoted, its own clauses left out."""
    sentence = found.cue.sentence
    head = _object(sentence, verb)
    if head is None:
        return ()
    phrase = _phrase(sentence, verb.i, head)
    return phrase if phrase and _is_mouth(found, head, phrase) else ()


def _object(sentence: Sentence, verb: Token) -> Token | None:
    return next(
        (
            c
            for c in sentence.children(verb)
            if c.dep in ("dobj", "nsubj", "ccomp") and c.i > verb.i and c.pos in ("NOUN", "PROPN", "PRON")
        ),
        None,
    )


def _phrase(sentence: Sentence, after: int, head: Token) -> tuple[Token, ...]:
    end = next(
        (token.i for token in sentence.tokens[head.i + 1 :] if token.text.lower() in BREAKS), len(sentence.tokens)
    )
    below = [token for token in sentence.subtree(head) if after < token.i < end and token.pos != "PUNCT"]
    return tuple(below)


def _is_mouth(found: Found, head: Token, phrase: tuple[Token, ...]) -> bool:
    lemma = head.lemma.lower()
    titled = head.pos == "PROPN" and any(token.dep == "compound" and _is_voice(token) for token in phrase)
    if titled or head.entity in VOICES or lemma in lists()["mouths"] or outlet_in(_text(found, [t.i for t in phrase])):
        return True
    if in_list("source", "voice", lemma) or in_list("source", "body", lemma):
        return True
    others = [token for token in phrase if token is not head]
    joined = any(token.dep == "conj" for token in others)
    return (joined or lemma in DOCUMENTS) and any(
        token.entity in VOICES or in_list("source", "voice", token.lemma) or in_list("source", "body", token.lemma)
        for token in others
    )


def _is_voice(token: Token) -> bool:
    """ "Mayor" of a name that the tagger took for a book's."""
    return token.lemma.lower() in lists()["mouths"] or in_list("source", "voice", token.lemma.lower())


def _from(found: Found, handing: Handing) -> Found:
    inside = {token.i for token in handing.mouth}
    head = next(token for token in handing.mouth if token.head not in inside or token.head == token.i)
    source = Source(tuple(token.i for token in handing.mouth), head, "quoted")
    spans = [part for span in found.content.spans for part in _without(span, handing.clause, found)]
    content = replace(found.content, spans=tuple(spans or _behind(found, handing.clause)) or found.content.spans)
    return replace(
        found, source=source, content=content, carrier=handing.outlet, formed=True,
        confidence=max(found.confidence, FORMED), claim=max(found.claim, FORMED),
    )  # fmt: skip


def _without(span: Span, clause: Span, found: Found) -> list[Span]:
    """What is left of a stretch on both sides of the clause."""
    text = found.passage.text
    if not span.overlaps(clause):
        return [span]
    joins = JOINS.match(text, clause.end)
    edges = ((span.start, clause.start), (joins.end() if joins else clause.end, span.end))
    left = [trim(text, start, end) for start, end in edges if start < end]
    return [part for part in left if part is not None and any(map(str.isalnum, part.of(text)))]


def _behind(found: Found, clause: Span) -> list[Span]:
    """The rest of the sentence, where what was heard as said is no more than whom "as saying" stands behind."""
    return _without(Span(clause.start, found.cue.sentence.span.end), clause, found)


def _text(found: Found, words: Sequence[int]) -> str:
    tokens = found.cue.sentence.tokens
    return found.passage.text[tokens[min(words)].span.start : tokens[max(words)].span.end]
