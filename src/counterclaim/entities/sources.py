"""Reads the source words of an attribution: whom do they name, point to or describe?

Enters the tokens of a source and the article's figures; leaves a `Source`. Which person a pronoun or a description
means is decided in `speakers`.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.nations import Nations
from counterclaim.entities.office_of import office_before
from counterclaim.entities.page import span_of
from counterclaim.entities.pen_names import described
from counterclaim.entities.seated import without_seat
from counterclaim.entities.vocabulary import (
    BODY_NOUNS,
    DOCUMENTS,
    HEADS_OF_BODY,
    PRONOUNS,
    SPOKES,
    STATE_BODIES,
    is_office,
    plain,
    singular,
)
from counterclaim.model import EntityKind, Sentence, Span, Token

_OF = frozenset(["of", "for", "from", "at", "with", "by", "to", "in", "on", "under", "behalf"])
_CARRIED = frozenset(("aired", "broadcast", "carried", "cited", "printed", "quoted", "relayed", "reported"))
_PASSED = frozenset(("leaked", "obtained", "received", "reviewed", "seen", "shown"))
_DESKS = frozenset(["bureau", "centre", "center", "department", "office", "service", "team"])
_DELEGATES = frozenset(["ambassador", "attorney", "counsel", "delegation", "envoy", "lawyer", "negotiator", "official"])
_MEDIA = frozenset(
    ["account", "channel", "facebook", "feed", "instagram", "network", "page", "platform", "site", "telegram"]
)
_MEDIA |= frozenset(["twitter", "vkontakte", "weibo", "x", "youtube"])
_EDGES = "\"“”‘’'`,.;:–—-() "


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source, taken apart.

    `figures` are those it names at its head, in order; `state` the country that it names at its head; `pronoun` is
    set where the words are nothing else; `body` are the tokens naming whom an unnamed spokesman or a document speaks
    for; `noun` heads a description.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...] = ()
    state: str | None = None
    place: tuple[Token, ...] = ()
    pronoun: str | None = None
    body: tuple[Token, ...] = ()
    noun: str | None = None

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return span_of(self.tokens)

    @property
    def first(self) -> str:
        """The first word, lower-case."""
        return self.tokens[0].text.lower()


def read_source(sentence: Sentence, tokens: tuple[Token, ...], figures: Figures) -> Source:
    """Takes the words of one source apart."""
    tokens = _bare(tokens)
    if not tokens:
        return Source(sentence, ())
    if len(tokens) <= 2 and plain(tokens[0].text) in PRONOUNS and all(t.pos in ("PRON", "DET", "ADV") for t in tokens):
        return Source(sentence, tokens, pronoun=plain(tokens[0].text))
    heads = _heads(tokens, _named(tokens, sentence, figures))
    if heads:
        return Source(sentence, tokens, figures=tuple(dict.fromkeys(f for _, f in heads)))
    body = _led(tokens) or spoken_for(tokens, figures.page.nations)
    if body:
        return Source(sentence, tokens, body=body, noun=_noun(tokens))
    state, place = _state(tokens, figures.page.nations)
    state = state or _by_adjective(tokens, sentence, figures.page.nations)
    return Source(sentence, tokens, state=state, place=place, noun=_noun(tokens))


def _bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without marks and pictures at the edges, the day on which it was said, and the "each" of A and B."""
    while tokens and (tokens[0].text in _EDGES or tokens[0].pos in ("PUNCT", "SPACE") or _is_picture(tokens[0])):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in _EDGES or tokens[-1].pos in ("PUNCT", "SPACE") or tokens[-1].tag == "POS"):
        tokens = tokens[:-1]
    if len(tokens) > 2 and tokens[-1].text in ("each", "both") and any(t.text == "and" for t in tokens):
        tokens = tokens[:-1]
    return _off_medium(_undated(tokens))


def _is_picture(token: Token) -> bool:
    """A flag or another sign before a line of a digest."""
    return all(category(letter) in ("So", "Sk", "Mn", "Cf") for letter in token.text)


def _undated(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The army on 12 June": the army."""
    end = len(tokens)
    while end and tokens[end - 1].entity in ("DATE", "TIME"):
        end -= 1
    return tokens[: end - 1] if 1 < end < len(tokens) and tokens[end - 1].text in ("on", "in", "by") else tokens


def _off_medium(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The former leader on the same social network": the former leader."""
    at = next((n for n, t in enumerate(tokens) if n and t.text.lower() in ("on", "via") and t.dep == "prep"), None)
    medium = at is not None and plain(tokens[-1].text) in _MEDIA and all(t.text != "," for t in tokens[at:])
    return tokens[:at] if medium else tokens


def words_without_article(tokens: Sequence[Token], text: str) -> str:
    """The words as they stand, on one line, without a leading article or a clause that follows."""
    text = re.sub(r"^\s*\d{1,2}[:.]\d{2}\s+", "", text)  # the time before an entry of a live page
    text = re.sub(r" ?\([^()]*(?:\)|$)", "", " ".join(text.split()))  # "41 percent (2,509 people)"
    words = _stripped(re.split(r",? (?:who|which|whom|whose)\b|,(?!\d)", text)[0])
    first = tokens[0].text if tokens else ""
    return _stripped(words[len(first) :]) if first.lower() in ("the", "a", "an") and len(tokens) > 1 else words


def _stripped(words: str) -> str:
    """Without marks at the edges, but for the last one of a nickname in quote marks."""
    bare = words.strip(_EDGES)
    return f'{bare}"' if bare.count('"') % 2 and words.rstrip(",.;: ").endswith('"') else bare


def _named(tokens: tuple[Token, ...], sentence: Sentence, figures: Figures) -> list[tuple[Name, Figure]]:
    found: list[tuple[Name, Figure]] = []
    for token in tokens:
        hit = figures.at(sentence.index, token.i)
        if hit and (not found or found[-1][0] is not hit[0]):
            found.append(hit)
    return found


def _heads(tokens: tuple[Token, ...], named: list[tuple[Name, Figure]]) -> list[tuple[Name, Figure]]:
    """The names at the head of the words: persons first, then bodies; two where "and" joins them."""
    free = [(n, f) for n, f in named if not _embedded(tokens, n)]
    persons = [hit for hit in free if hit[1].kind is EntityKind.PERSON]
    bodies = [hit for hit in free if hit[1].kind is EntityKind.ORGANIZATION]
    if persons and bodies and _is_of(tokens, bodies[0][0], persons[0][0]):
        return bodies[:1]
    if persons:
        return persons[-1:] if _after_office(tokens, persons) else _joined(tokens, persons)
    if any(singular(plain(t.text)) in SPOKES or plain(t.text) in DOCUMENTS for t in tokens):
        return []
    return _joined(tokens, free[:2])


def _is_of(tokens: tuple[Token, ...], body: Name, person: Name) -> bool:
    """ "The National Army (NA) of Marshal NAME": the army speaks, and the name says whose it is."""
    between = [t for t in tokens if body.stop <= t.i < person.first]
    of = any(t.text == "of" for t in between)
    rest = [t for t in between if t.pos != "PUNCT" and not t.text.isupper() and t.text != "of"]
    return of and body.stop <= person.first and all(is_office(t.text) or t.pos == "DET" for t in rest)


def _after_office(tokens: tuple[Token, ...], persons: list[tuple[Name, Figure]]) -> bool:
    """ "The minister of labour, work and family, NAME": what stands before the name is what she is minister of."""
    name = persons[-1][0]
    before = [t for t in tokens if t.i < name.first]
    at = next((n for n, t in enumerate(before[:-1]) if is_office(t.text) and before[n + 1].text == "of"), None)
    return at is not None and before[-1].text == "," and before[at].i < persons[0][0].first


def _joined(tokens: tuple[Token, ...], hits: list[tuple[Name, Figure]]) -> list[tuple[Name, Figure]]:
    kept = hits[:1]
    for before, after in itertools.pairwise(hits):
        if _owns(after[0]):
            break
        between = [t for t in tokens if before[0].tokens[-1].i < t.i < after[0].tokens[0].i]
        if not any(t.text.lower() in ("and", "&") for t in between) and not (
            between and between[0].text == "," and after[1].kind is before[1].kind and len(between) == 1
        ):
            break
        kept.append(after)
    return kept


def _owns(name: Name) -> bool:
    """ "Ada Wren´s son", where the parser takes the sign for no possessive ending."""
    after = name.sentence.tokens[name.stop : name.stop + 1]
    return bool(after) and after[0].text[0] in "´`"


def _embedded(tokens: tuple[Token, ...], name: Name) -> bool:
    """Does the name only belong to a longer phrase ("a lawyer for NAME", "NAME's chief", "NAME spokesman X")?"""
    inside = {t.i for t in tokens}
    sentence = name.sentence.tokens
    after = name.stop
    if described(sentence, name.first):
        return False
    whose = tokens[0].tag == "WP$"  # "the Front, whose leader NAME said"
    if any(t.tag in ("WDT", "WP", "WP$") and t.i < name.first for t in tokens[whose:]):
        return not _in_apposition(tokens, name)
    if after in inside and sentence[after].tag == "POS":
        return True
    if after + 1 in inside and sentence[after].text == "-" and sentence[after + 1].text.islower():
        return True  # "the NAME-run ministry"
    if after in inside and sentence[after].pos in ("NOUN", "PROPN", "ADJ"):
        body = name.tokens[-1].dep == "compound" and _names_body(sentence[after])  # "UN" of "UN Commission of Inquiry"
        return body or sentence[after].text[0].islower() or is_office(sentence[after].text)
    return office_before(sentence, name.first) not in inside and _behind_of(tokens, name)


def _names_body(token: Token) -> bool:
    return token.pos == "PROPN" and singular(plain(token.text)) in BODY_NOUNS and not is_office(token.text)


def _behind_of(tokens: tuple[Token, ...], name: Name) -> bool:
    """Does the name stand behind a word such as "of" or "including"?"""
    inside = {t.i for t in tokens}
    sentence = name.sentence.tokens
    at = name.first - 1
    while at in inside and (sentence[at].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or sentence[at].tag == "POS"):
        at -= 1
    if at in inside and sentence[at].text.lower() in ("like", "including", "as"):
        return True
    if at not in inside or sentence[at].text.lower() not in _OF:
        return False
    titled = name.first - 1 in inside and is_office(sentence[name.first - 1].text)
    return not titled or any(_person_noun(t) for t in tokens if t.i < at)


def _in_apposition(tokens: tuple[Token, ...], name: Name) -> bool:
    """ "The doctor who examined them, NAME": the words end in a name behind a comma, and it is the doctor's."""
    before = [t for t in tokens if t.i < name.first]
    ends = name.stop > tokens[-1].i and before[-1].text == ","
    return ends and _person_noun(before[1] if before[0].pos == "DET" and len(before) > 1 else before[0])


def _person_noun(token: Token) -> bool:
    noun = singular(plain(token.text))
    return is_office(noun) or noun in DOCUMENTS or noun in SPOKES


def spoken_for(tokens: Sequence[Token], nations: Nations) -> tuple[Token, ...]:
    """Whom an unnamed spokesman or a document speaks for: "a representative of X", "X's statement", "X spokesman"."""
    for at, token in enumerate(tokens):
        noun = singular(plain(token.text))
        press = noun in _DESKS and at > 0 and plain(tokens[at - 1].text) in ("media", "press")
        if (noun not in SPOKES and noun not in DOCUMENTS and not press) or (noun == "service" and _serves(tokens, at)):
            continue
        after = tokens[at + 1 :]
        author = next((i for i, t in enumerate(after) if t.text.lower() == "by"), None)
        if _is_handed(noun, after, author):
            return ()
        if author is not None and noun in DOCUMENTS:
            return _bare(tuple(after[author + 1 :]))
        if after and after[0].text.lower() in ("of", "for", "from", "by", "at", "with", "to"):
            return _bare(_without_place(after[1:], nations))
        before = [t for t in tokens[: at - press] if t.tag != "POS"]
        before = [t for t in before if _of_name(t)]
        if before and before[-1].text.lower() == "of":
            return ()  # "the history section of the site": the site is only where the section is
        named = any(t.text[0].isupper() or t.pos == "PRON" for t in before)
        return tuple(before) if noun in SPOKES or press or named else ()
    return ()


def _is_handed(noun: str, after: Sequence[Token], author: int | None) -> bool:
    """ "A report seen by the Herald", "the statement carried by the agency": no outlet's own."""
    seen = bool(after) and noun in DOCUMENTS and after[0].dep == "acl" and after[0].text.lower() in _PASSED
    return seen or (bool(author) and after[(author or 1) - 1].text.lower() in _CARRIED)


def _serves(tokens: Sequence[Token], at: int) -> bool:
    """ "Peru's border service" is a body of its own; "the BBC's Russian service" is the BBC."""
    before = tokens[at - 1] if at else None
    return (
        before is not None
        and before.pos == "NOUN"
        and before.text.islower()
        and plain(before.text) not in ("media", "press")
    )


def speaks_for(source: Source) -> bool:
    """ "Its lawyers", "its ambassador": do they speak for the body that they belong to?"""
    return len(source.tokens) == 2 and singular(source.noun or "") in _DELEGATES


def _led(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "Its command", "their leadership": the body itself."""
    led = len(tokens) in (2, 3) and tokens[0].text.lower() in ("its", "their")
    return tuple(tokens[:1]) if led and plain(tokens[-1].text) in HEADS_OF_BODY else ()


def _of_name(token: Token) -> bool:
    """May the word be part of a name? "Recent" in "Recent reports" has its capital from the sentence."""
    adjective = token.pos == "ADJ" and token.text[0].isupper() and (token.i > 0 or bool(token.entity))
    armed = token.text.lower() == "military"  # an adjective to the parser, as "army" is none
    return adjective or armed or token.pos in ("PROPN", "NOUN", "PRON") or token.text.lower() == "of"


def _without_place(tokens: Sequence[Token], nations: Nations) -> tuple[Token, ...]:
    """ "The army in the south" is the army; the ministry in a capital is told by it."""
    if without_seat(words_without_article(tokens, " ".join(t.text for t in tokens)), nations)[1]:
        return tuple(tokens)
    body = next((n for n, t in enumerate(tokens) if singular(plain(t.text)) in STATE_BODIES), len(tokens))
    place = body + 1
    cut = place < len(tokens) and tokens[place].text.lower() in ("at", "in", "near") and tokens[body].text.islower()
    return tuple(tokens[:place] if cut else tokens)


def _state(tokens: tuple[Token, ...], nations: Nations) -> tuple[str | None, tuple[Token, ...]]:
    words = [t for t in itertools.takewhile(lambda t: t.text not in ("—", "–", "-", ","), tokens) if t.pos != "DET"]
    if not words or len(words) > 4 or _hyphened(tokens, words[-1]):
        return None, ()
    if len(words) == 2 and plain(words[1].text) == "side" and nations.of_adjective(words[0].text):
        return nations.of_adjective(words[0].text), tuple(words)  # "the Peruvian side"
    return nations.state_speaking(" ".join(t.text for t in words)), tuple(words)


def _by_adjective(tokens: tuple[Token, ...], sentence: Sentence, nations: Nations) -> str | None:
    """ "The Peruvian claim that …": the state whose adjective stands before the noun for what is said."""
    words = [t for t in tokens if t.pos != "DET"]
    after = sentence.tokens[words[-1].i + 1 : words[-1].i + 2] if len(words) == 1 else ()
    return nations.of_adjective(words[0].text) if after and after[0].tag in ("NN", "NNS") else None


def _hyphened(tokens: tuple[Token, ...], last: Token) -> bool:
    """ "Moscow-installed": the name is only the first half of a word."""
    return any(t.text == "-" and t.span.start == last.span.end for t in tokens)


def _noun(tokens: tuple[Token, ...]) -> str | None:
    """The noun that heads a description: the last one before a preposition, a comma or a clause."""
    last = None
    for token in tokens:
        ends = token.pos in ("ADP", "VERB", "AUX", "SCONJ") and token.dep != "amod"  # "Velm-backed rebels" are rebels
        if last is not None and (ends or token.text in ",;:("):
            break
        if token.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and token.tag != "POS":
            last = token
    return plain(last.text) if last is not None else None
